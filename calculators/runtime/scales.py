"""The kind of an axis and its ends in, its ticks and their words out; and values as whole steps of a grid.

A grid has every value that can be typed: cents, days, whole numbers, millionths. On it, the value before
another one is the number before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from calculators.runtime.limits import DECIMALS
from calculators.runtime.values import Value
from calculators.runtime.words import MONTHS, plain, show

STEPS = tuple(Decimal(digits) for digits in ("1", "2", "2.5", "5"))
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


def to_grid(kind: str, value: Value) -> int:
    """The value's number on its kind's grid.

    >>> to_grid("money", Decimal("500.01")), to_grid("rate", Decimal("0.135")), to_grid("date", date(1, 1, 2))
    (50001, 135000, 2)
    """
    if isinstance(value, date):
        return value.toordinal()
    assert isinstance(value, Decimal | int)
    return int(Decimal(value).scaleb(DECIMALS[kind]))


def from_grid(kind: str, number: int) -> Decimal | int | date:
    """The value that a number of the grid stands for."""
    if kind == "date":
        return date.fromordinal(number)
    return number if kind == "count" else Decimal(number).scaleb(-DECIMALS[kind])


def ticks(kind: str, low: Decimal, high: Decimal, most: int) -> list[Decimal]:
    """At most about so many round values from `low` to `high`; days are given and returned as numbers of the grid.

    >>> [int(tick) for tick in ticks("money", Decimal(0), Decimal(12000), 5)]
    [0, 2500, 5000, 7500, 10000]
    """
    if kind == "date":
        return [Decimal(day) for day in _day_ticks(int(low), int(high), most)]
    step = step_of(high - low, most, whole=kind in ("count", "days", "months"))
    first = (low / step).to_integral_value(ROUND_CEILING)
    last = (high / step).to_integral_value(ROUND_FLOOR)
    return [number * step for number in map(Decimal, range(int(first), int(last) + 1))]


def step_of(span: Decimal, most: int, whole: bool = False) -> Decimal:
    """The smallest round step that goes into `span` at most so many times.

    >>> step_of(Decimal(12000), 5), step_of(Decimal("0.2"), 4)
    (Decimal('2500'), Decimal('0.05'))
    """
    if span <= 0:
        return Decimal(1)
    power = span.adjusted() - 2
    while True:
        for digits in STEPS:
            step = digits.scaleb(power)
            if span <= step * most and not (whole and step % 1):
                return step.normalize() if power < 0 else step.quantize(Decimal(1))
        power += 1


def tick_words(kind: str, tick: Decimal, ticks: list[Decimal]) -> str:
    """A tick in as few signs as tell it from the others.

    >>> tick_words("money", Decimal(2500), [Decimal(0), Decimal(2500)]), tick_words("rate", Decimal("0.05"), [])
    ('$2,500', '5%')
    """
    if kind == "date":
        return _day_words(date.fromordinal(int(tick)), ticks)
    if kind == "money":
        return f"${tick:,.0f}" if all(one == int(one) for one in (tick, *ticks)) else f"${tick:,.2f}"
    return f"{plain(tick * 100)}%" if kind == "rate" else f"{tick.normalize() + 0:,f}"


def value_words(kind: str, number: int) -> str:
    """A number of the grid in words, as short as it can be said.

    >>> value_words("money", 50000), value_words("money", 17807)
    ('$500', '$178.07')
    """
    value = from_grid(kind, number)
    if isinstance(value, date):
        return f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"
    return show(kind, value).removesuffix(".00" if kind == "money" else "")


def rounder(kind: str, before: int, after: int) -> int:
    """Of the last value before a limit and the first beyond it, the one that people know the limit by.

    >>> rounder("money", 50000, 50001), rounder("money", 33750, 33751), rounder("money", 17806, 17807)
    (50000, 33750, 17807)
    """
    if kind == "date":
        return after
    zeros = [len(str(one)) - len(str(one).rstrip("0")) for one in (before, after)]
    return before if zeros[0] > zeros[1] else after


def _day_ticks(low: int, high: int, most: int) -> Iterator[int]:
    """The first days of months or years; of a time too short for these, days."""
    first, last = date.fromordinal(low), date.fromordinal(high)
    start, end = first.year * 12 + first.month - (first.day == 1), last.year * 12 + last.month - 1
    if end - start < 1:
        step = max(1, -(-(high - low) // most))
        yield from range(low, high + 1, step)
        return
    step = next((step for step in MONTH_STEPS if (end - start) // step < most), 240)
    for month in range(-(-start // step) * step, end + 1, step):
        yield date(month // 12, month % 12 + 1, 1).toordinal()


def _day_words(day: date, ticks: list[Decimal]) -> str:
    days = [date.fromordinal(int(tick)) for tick in ticks]
    month = MONTHS[day.month - 1][:3]
    if any(one.day != 1 for one in days):
        return f"{day.day} {month}"
    return str(day.year) if all(one.month == 1 for one in days) else f"{month} {day.year}"
