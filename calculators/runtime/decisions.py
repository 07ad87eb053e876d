"""A comparison on a stretch of values in, how it went or where to cut the stretch out."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

type Number = Decimal | int
# An expression in words: a name, or what joins two expressions and the two; put into words only where it is shown.
type Words = str | tuple[str, Words, Words]


class Split(Exception):
    """A comparison that holds for a part of the stretch only.

    `first` and `last` tell at the stretch's two ends how far its left side is above its right side. Where it is as
    large, that goes with where it is larger if `even_is_above`, else with where it is smaller.
    """

    def __init__(self, first: Number, last: Number, even_is_above: bool = True) -> None:
        super().__init__("cut the stretch")
        self.first = first
        self.last = last
        self.even_is_above = even_is_above

    def cut(self, first: int, last: int) -> int:
        """The last place of the left part: before or at where the difference is zero, were it a straight line."""
        below, above = abs(Decimal(self.first)), abs(Decimal(self.last))
        rises = self.last > self.first
        if below + above == 0 or ((self.first > 0) == (self.last > 0) and self.first and self.last):
            return (first + last) // 2
        even, rest = divmod((last - first) * below, below + above)
        at = first + int(even)
        if not rest and rises == self.even_is_above:
            at -= 1
        return min(max(first, at), last - 1)


class Decision(NamedTuple):
    """One comparison made: in which member and on which line of the policy file, its two sides, and how it went.

    `fixed` is the side that does not move with the input ("" where both do); `holds` is a place in a row where more
    than two outcomes are possible, as of a figure's versions.
    """

    step: str
    line: int
    left: Words
    sign: str
    right: Words
    fixed: Words
    holds: bool | int
