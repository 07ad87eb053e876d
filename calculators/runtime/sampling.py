"""A rule, its inputs and one input to vary in, exact points of a step's curve out: enough to draw it and no guess.

Where the way of working changes between two points, the change is found to the grid's last step, by halving; where it
stays the same but the curve bends, points are added until straight lines between them show no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from calculators.runtime.answer import day_of, holds
from calculators.runtime.mistakes import Missing, Mistake, NotCovered
from calculators.runtime.rule import Rule
from calculators.runtime.scales import from_grid
from calculators.runtime.values import Value

EVEN = 24
# The smallest difference that shows: a share of the curve's height, and of its width.
SHOWN = 500
FINEST = 256
# Within the smallest width that shows, a curve that rises by more than so many such heights is followed to its jump.
STEEP = 4
MOST = 600


class Sample(NamedTuple):
    """The curve at one value: `y`, or None and why; `way` tells one way of working from another."""

    x: int
    y: Decimal | None
    way: tuple[object, ...]
    why: str = ""


class Sampler:
    """The curve of one step of one rule against the input `across`, whose values are numbers of its kind's grid."""

    def __init__(self, rule: type[Rule], given: Mapping[str, Value], across: str, step: str, share: bool) -> None:
        self.rule = rule
        self.given = given
        self.across = across
        self.step = step
        self.share = share
        self.kind = next(one.kind for one in rule.inputs() if one.name == across)
        self.missing: tuple[str, ...] = ()
        self.known: dict[int, Sample] = {}

    def at(self, x: int) -> Sample:
        """The curve at one value."""
        if x not in self.known:
            self.known[x] = self._work_out(x)
        return self.known[x]

    def _work_out(self, x: int) -> Sample:
        value = from_grid(self.kind, x)
        given = {**self.given, self.across: value}
        asking = self.rule(given)
        try:
            on = day_of(self.rule, given)
            if on is not None and not holds(self.rule.reading, on):
                return Sample(x, None, ("not held",))
            y = getattr(asking, self.step)
        except Missing as stop:
            self.missing = self.missing or stop.names
            return Sample(x, None, ("missing",), "more has to be known")
        except NotCovered:
            return Sample(x, None, ("not covered",), "not known")
        except (Mistake, ArithmeticError):
            return Sample(x, None, ("not possible",), "not possible")
        way = tuple(
            (member.name, kept if member.published else said[1], len(parts))
            for member, kept, said, parts in asking.trace
        )
        return Sample(x, self._drawn(Decimal(y), value), way)

    def _drawn(self, y: Decimal, value: Decimal | int | date) -> Decimal | None:
        if not self.share:
            return y
        assert not isinstance(value, date)
        return y / value if value else None


def samples(at: Callable[[int], Sample], low: int, high: int, limits: Iterable[int] = ()) -> list[Sample]:
    """Points from `low` to `high`, both included, and on both sides of each of the `limits` within."""
    even = {low + (high - low) * part // EVEN for part in range(EVEN + 1)}
    exact = {x for limit in limits for x in (limit - 1, limit) if low <= x <= high}
    found: dict[int, Sample] = {x: at(x) for x in sorted(even | exact)}
    heights = [Decimal(0), *(one.y for one in found.values() if one.y is not None)]  # a picture's axis has 0 on it
    tolerance = (max(heights) - min(heights)) / SHOWN
    spans = list(pairwise(sorted(found)))
    while spans and len(found) < MOST:
        middle = _between(found, *spans.pop(), tolerance, (high - low) // FINEST, at)
        if middle is not None:
            first, x, last = middle
            spans += [(first, x), (x, last)]
    return [found[x] for x in sorted(found)]


def _between(
    found: dict[int, Sample], first: int, last: int, tolerance: Decimal, finest: int, at: Callable[[int], Sample]
) -> tuple[int, int, int] | None:
    """Take a point between two into `found` where it tells something; None where nothing is left to find there."""
    if last - first < 2:
        return None
    one, other = found[first], found[last]
    x = (first + last) // 2
    if one.way == other.way:
        if one.y is None or other.y is None:
            return None
        if last - first <= finest and abs(other.y - one.y) <= tolerance * STEEP:
            return None
        middle = at(x)
        straight = one.y + (other.y - one.y) * (x - first) / (last - first)
        if middle.way == one.way and middle.y is not None and abs(middle.y - straight) <= tolerance:
            return None
        found[x] = middle
    else:
        found[x] = at(x)
    return first, x, last
