"""All values from one to another in, what a formula makes of them out: ranges one can compute with and compare.

A `Span` stands for every value an expression takes while one input runs through a stretch of its values. Plus, times,
dates and rounding give spans again, never too narrow. A comparison that holds for all the values, or for none, gives
yes or no and is written down in the `Trail`; one that holds for some raises `Split`, and the stretch is cut in two.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from calculators.runtime.decisions import Decision, Number, Split, Words
from calculators.runtime.mistakes import Missing, Mistake

type Ends = tuple[Number, Number]

FLAT: Ends = (0, 0)


class Trail:
    """What was decided on the way to an answer, in order.

    `members` are the members now being worked out, and `since` are the versions taken on the way.
    """

    def __init__(self) -> None:
        self.decisions: list[Decision] = []
        self.members: list[tuple[str, int]] = []
        self.since: dict[Decision, None] = {}
        self._forced: list[bool] | None = None
        self._reached = 0
        self._open: Split | None = None

    def decide(self, decision: Decision, split: Split | None) -> bool:
        """Write the decision down and give it back; where it is open, raise what cuts the stretch."""
        if split is None:
            self.decisions.append(decision)
            return bool(decision.holds)
        if self._forced is None:
            raise split
        if self._reached == len(self._forced):
            self._open = self._open or split
            self._forced.append(True)
        self._reached += 1
        return self._forced[self._reached - 1]

    def hull(self, of: Callable[[], Span]) -> Span:
        """One span around all that `of` can give, with every open comparison taken both ways and none written down.

        Where one of the ways cannot be gone to its end, the stretch is cut after all.
        """
        made = len(self.decisions)
        outer = self._forced, self._reached, self._open
        self._forced, self._open = [], None
        found: list[Span] = []
        try:
            while True:
                self._reached = 0
                found.append(of())
                while self._forced and not self._forced[-1]:
                    self._forced.pop()
                if not self._forced:
                    return _around(found)
                self._forced[-1] = False
        except (Missing, Mistake, ArithmeticError):
            if self._open:
                raise self._open from None
            raise
        finally:
            del self.decisions[made:]
            self._forced, self._reached, self._open = outer


class Span:
    """The values from `low` to `high`; `first` and `last` are those at the two ends of the stretch.

    `line` is the part that goes in a straight line as the input does, by its two ends, and `rest` holds whatever is
    added to it, from the least to the most. So an amount less its fee is known as well as the two of them are. Days
    are their ordinals, marked by `is_day`. `trail` is None where the value does not depend on the input.
    """

    __slots__ = ("first", "high", "is_day", "last", "line", "low", "rest", "trail", "words")

    def __init__(
        self, ends: Ends, around: Ends, line: Ends, rest: Ends, words: Words, trail: Trail | None, is_day: bool = False
    ) -> None:
        self.first, self.last = ends
        self.line, self.rest = line, rest
        self.low = max(around[0], min(line) + rest[0])
        self.high = min(around[1], max(line) + rest[1])
        self.words = words
        self.trail = trail
        self.is_day = is_day

    def named(self, words: str) -> Span:
        """The same under a name of its own."""
        ends, around = (self.first, self.last), (self.low, self.high)
        return Span(ends, around, self.line, self.rest, words, self.trail, self.is_day)

    def quantize(self, exponent: Decimal, rounding: str) -> Span:
        """As `Decimal.quantize`, which never falls as its value grows and moves it by one unit at most."""

        def rounded(x: Number) -> Decimal:
            return Decimal(x).quantize(exponent, rounding)

        ends, around = (rounded(self.first), rounded(self.last)), (rounded(self.low), rounded(self.high))
        if self.line == FLAT:
            return Span(ends, around, FLAT, around, self.words, self.trail)
        rest = self.rest[0] - exponent, self.rest[1] + exponent
        return Span(ends, around, self.line, rest, self.words, self.trail)

    def __add__(self, other: Span | Number) -> Span:
        return self._sum("+", span(other))

    def __radd__(self, other: Number) -> Span:
        return span(other) + self

    def __sub__(self, other: Span | Number) -> Span:
        return self._sum("−", span(other))

    def __rsub__(self, other: Number) -> Span:
        return span(other) - self

    def __mul__(self, other: Span | Number) -> Span:
        one = span(other)
        if one.trail is None:
            return self._product("×", one, one.first)
        return one._product("×", self, self.first) if self.trail is None else self._corners("×", one, times)

    def __rmul__(self, other: Number) -> Span:
        return span(other) * self

    def __truediv__(self, other: Span | Number) -> Span:
        one = span(other)
        one.off_zero()
        return self._corners("÷", one, lambda x, y: Decimal(x) / Decimal(y))

    def __rtruediv__(self, other: Number) -> Span:
        return span(other) / self

    def __floordiv__(self, other: Span | Number) -> Span:
        one = span(other)
        one.off_zero()
        return self._corners("divided into parts of", one, lambda x, y: x // y)

    def __mod__(self, other: Span | Number) -> Span:
        one = span(other)
        one.off_zero()
        ends = self.first % one.first, self.last % one.last
        around: Ends = ends if self.low == self.high and one.low == one.high else (0, one.high)
        return self._flat("less all parts of", one, ends, around)

    def __lt__(self, other: Span | Number) -> bool:
        apart = self - other
        return self._decide("<", span(other), apart, apart.high < 0, apart.low >= 0)

    def __le__(self, other: Span | Number) -> bool:
        apart = self - other
        return self._decide("<=", span(other), apart, apart.high <= 0, apart.low > 0)

    def __gt__(self, other: Span | Number) -> bool:
        apart = self - other
        return self._decide(">", span(other), apart, apart.low > 0, apart.high <= 0)

    def __ge__(self, other: Span | Number) -> bool:
        apart = self - other
        return self._decide(">=", span(other), apart, apart.low >= 0, apart.high < 0)

    def __eq__(self, other: object) -> bool:
        apart = self - span(other)
        return self._decide("==", span(other), apart, apart.low == apart.high == 0, apart.low > 0 or apart.high < 0)

    def __ne__(self, other: object) -> bool:
        apart = self - span(other)
        return self._decide("!=", span(other), apart, apart.low > 0 or apart.high < 0, apart.low == apart.high == 0)

    __hash__ = object.__hash__  # as a key, a span is only ever itself

    def off_zero(self) -> None:
        """Cut the stretch where this is zero, so that dividing by it is possible or is not."""
        if self.low <= 0 <= self.high:
            _ = self == 0

    def _sum(self, sign: str, other: Span) -> Span:
        low, high, rest, line, first, last = other.low, other.high, other.rest, other.line, other.first, other.last
        if sign == "−":
            low, high, rest = -high, -low, (-rest[1], -rest[0])
            line, first, last = (-line[0], -line[1]), -first, -last
        both = self.line[0] + line[0], self.line[1] + line[1]
        words = (sign, shown(self), shown(other))
        ends, around = (self.first + first, self.last + last), (self.low + low, self.high + high)
        return Span(
            ends, around, both, (self.rest[0] + rest[0], self.rest[1] + rest[1]), words, self.trail or other.trail
        )

    def _product(self, sign: str, other: Span, factor: Number) -> Span:
        """This times a value that does not move."""
        down, up = (0, 1) if factor >= 0 else (1, 0)
        around, rest = (self.low * factor, self.high * factor), (self.rest[0] * factor, self.rest[1] * factor)
        line = self.line[0] * factor, self.line[1] * factor
        ends = self.first * factor, self.last * factor
        words = (sign, shown(self), shown(other))
        return Span(ends, (around[down], around[up]), line, (rest[down], rest[up]), words, self.trail)

    def _corners(self, sign: str, other: Span, of: Callable[[Number, Number], Number]) -> Span:
        """The outermost of what the ends of both give: right for whatever only rises or only falls in each of them."""
        corners = [of(x, y) for x in {self.low, self.high} for y in {other.low, other.high}]
        ends = of(self.first, other.first), of(self.last, other.last)
        return self._flat(sign, other, ends, (min(corners), max(corners)))

    def _flat(self, sign: str, other: Span, ends: Ends, around: Ends) -> Span:
        """A value of which no part is a straight line."""
        return Span(ends, around, FLAT, around, (sign, shown(self), shown(other)), self.trail or other.trail)

    def _decide(self, sign: str, other: Span, apart: Span, surely: bool, surely_not: bool) -> bool:
        trail = apart.trail
        if trail is None:
            return surely
        step, line = trail.members[-1] if trail.members else ("", 0)
        fixed = other if other.trail is None else self if self.trail is None else None
        decision = Decision(step, line, shown(self), sign, shown(other), shown(fixed) if fixed else "", surely)
        if surely or surely_not:
            return trail.decide(decision, None)
        return trail.decide(decision, Split(apart.first, apart.last, even_is_above=sign in ("<", ">=")))


def span(value: object, words: str = "") -> Span:
    """A single value as the span from it to itself; a span as it is."""
    match value:
        case Span():
            return value
        case date():
            day = value.toordinal()
            return Span((day, day), (day, day), FLAT, (day, day), words, None, is_day=True)
        case Decimal() | int():
            both = (value, value)
            return Span(both, both, FLAT, both, words, None)
    raise TypeError(f"{type(value).__name__} has no order")


def moving(first: Number, last: Number, words: str, trail: Trail, is_day: bool) -> Span:
    """The input that runs through its values from `first` to `last`."""
    return Span((first, last), (first, last), (first, last), (0, 0), words, trail, is_day)


def shown(one: Span) -> Words:
    """The span's words, or where it has none, its only value."""
    return one.words or str(one.low)


def times(x: Number, y: Number) -> Number:
    """The product."""
    return x * y


def _around(found: list[Span]) -> Span:
    """The one span around several, or the only one."""
    if len(found) == 1:
        return found[0]
    around = min(one.low for one in found), max(one.high for one in found)
    trail = next((one.trail for one in found if one.trail), None)
    return Span((found[0].first, found[-1].last), around, FLAT, around, found[0].words, trail)
