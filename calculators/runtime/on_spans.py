"""The functions that formulas call in, the same functions on spans out: bands, calendar, dividing, solving, texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from calculators.runtime import arithmetic, bands, dates, lists, money, words
from calculators.runtime.decisions import Number, Split, Words
from calculators.runtime.rule import Rule
from calculators.runtime.spans import FLAT, Span, span
from calculators.runtime.values import Bands, Part


def _fill(rule: Rule, template: str) -> str:
    """The text as it stands: what it names is pulled, and the text of another case is another text."""
    for found in words.NAME.finditer(template):
        getattr(rule, found[1])
    return template


def _marginal(table: Bands, amount: Span, before: Span, parts: list[Part]) -> Span:
    """As `bands.marginal`, without the parts: what is decided is which limits lie below the beginning and the end."""
    start, reached = span(before), before + amount
    total = span(Decimal(0))
    for limit, rate in table.rows:
        if limit is None or reached <= limit:
            return total + (reached - start) * rate
        if start < limit:
            total, start = total + (limit - start) * rate, span(limit)
    raise ValueError("a band table ends with the rest")


def _exact(value: Number | Span) -> Decimal | Span:
    return value if isinstance(value, Span) else Decimal(value)


def _divide(a: Number | Span, b: Number | Span) -> Span:
    return span(a) / b


def _average(*xs: Number | Span) -> Span:
    total = span(Decimal(0))
    for x in xs:
        total = total + x
    return total / len(xs)


def _smallest_amount(net_of: Callable[[Decimal], Span], at_least: Number | Span) -> Span:
    """As `money.smallest_amount`: from the least that can be enough to the most that can be needed."""
    goal = span(at_least)
    tried: dict[int, Span] = {}

    def net(cents: int) -> Span:
        if cents not in tried:
            tried[cents] = span(net_of(money.dollars(cents)))
        return tried[cents]

    low = _first_enough(lambda cents: net(cents).high - goal.low, goal.low)
    high = _first_enough(lambda cents: net(cents).low - goal.high, goal.high)
    if low == high >= money.FURTHEST:
        raise ValueError("no amount leaves enough")
    ends = (low, high) if goal.first <= goal.last else (high, low)
    first, last = money.dollars(ends[0]), money.dollars(ends[1])
    around = money.dollars(low), money.dollars(high)
    trail = goal.trail or next((one.trail for one in tried.values() if one.trail), None)
    return Span((first, last), around, FLAT, around, "the smallest amount that is enough", trail)


def _first_enough(beyond: Callable[[int], Number], goal: Number) -> int:
    """The smallest number of cents for which `beyond`, which never falls, is not negative; FURTHEST if none is.

    It goes where a straight line would be zero, from there in growing steps to the other side, and so on between.
    """
    below, above = -1, max(1, int(goal / money.CENT))
    under: Number = -Decimal(goal) - 1
    over = beyond(above)
    while over < 0:
        if above >= money.FURTHEST:
            return above
        below, under, above = above, over, min(money.FURTHEST, 2 * above)
        over = beyond(above)
    while above - below > 1:
        at, stride = below + int((above - below) * -under / (over - under)), 1
        at = min(max(at, below + 1), above - 1)
        if (found := beyond(at)) >= 0:
            above, over = at, found
            while above - below > 1 and (found := beyond(max(below + 1, above - stride))) >= 0:
                above, over, stride = max(below + 1, above - stride), found, 2 * stride
            below, under = max(below, above - stride), found
        else:
            below, under = at, found
            while above - below > 1 and (found := beyond(min(above - 1, below + stride))) < 0:
                below, under, stride = min(above - 1, below + stride), found, 2 * stride
            above, over = min(above, below + stride), found
    return above


def _add_days(day: date | Span, days: Number | Span) -> Span:
    total = span(day) + days
    if total < 1 or total > date.max.toordinal():
        raise OverflowError(dates.TOO_FAR)
    total.is_day = True
    return total


def _days_between(first: date | Span, second: date | Span) -> Span:
    return span(second) - span(first)


def _calendar(of: Callable[..., date | int], *signs: int) -> Callable[..., Span]:
    """A function of days and whole numbers on spans; for each argument, 1 where it never falls, -1 never rises."""

    def on_spans(*arguments: object) -> Span:
        spans = [one if isinstance(one, str) else span(one) for one in arguments]

        def at(end: Callable[[Span, int], Number]) -> Number:
            result = of(*(_plain(one, end, sign) for one, sign in zip(spans, signs, strict=True)))
            return result.toordinal() if isinstance(result, date) else result

        low = _or_too_far(lambda: at(lambda one, sign: one.low if sign > 0 else one.high))
        high = _or_too_far(lambda: at(lambda one, sign: one.high if sign > 0 else one.low))
        if low is None and high is None:
            raise OverflowError(dates.TOO_FAR)
        if low is None or high is None:
            raise Split(-1, 1)
        first, last = at(lambda one, _: one.first), at(lambda one, _: one.last)
        named = [one for one in spans if isinstance(one, Span)]
        trail = next((one.trail for one in named if one.trail), None)
        said: Words = named[0].words if len(named) == 1 else ("and", named[0].words, named[1].words)
        return Span((first, last), (low, high), FLAT, (low, high), said, trail, is_day=of not in COUNTED)

    return on_spans


def _or_too_far(work_out: Callable[[], Number]) -> Number | None:
    try:
        return work_out()
    except OverflowError:
        return None


def _plain(one: Span | str, end: Callable[[Span, int], Number], sign: int) -> date | int | str:
    if isinstance(one, str):
        return one
    value = int(end(one, sign))
    return date.fromordinal(value) if one.is_day else value


COUNTED = (dates.months_between,)
# Each function and what stands for it where a step runs on spans.
COUNTERPARTS: Mapping[object, object] = {
    Decimal: _exact,
    words.fill: _fill,
    arithmetic.divide: _divide,
    arithmetic.average: _average,
    bands.marginal: _marginal,
    money.smallest_amount: _smallest_amount,
    dates.add_days: _add_days,
    dates.add_months: _calendar(dates.add_months, 1, 1),
    dates.add_working_days: _calendar(dates.add_working_days, 1, 1),
    dates.days_between: _days_between,
    dates.months_between: _calendar(dates.months_between, -1, 1),
    dates.week_end: _calendar(dates.week_end, 1),
    dates.next_weekday: _calendar(dates.next_weekday, 1, 1),
}
# These need nothing but operators, which spans have, and the functions above.
ALIKE = frozenset(
    {arithmetic.clamp, arithmetic.whole_times, arithmetic.left_over, money.cent, lists.failing,
     bands.whole, bands.band}
)  # fmt: skip
