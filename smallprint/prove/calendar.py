"""Days as Z3 sees them: whole numbers from the first day of the year 1 on, and the weeks and months of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import z3

from calculators.runtime.dates import WEEKDAYS
from smallprint.prove.numbers import Facts
from smallprint.prove.terms import Outside, constant

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)  # the days that a reader's dates are taken from
MOST_MONTHS = 12_000
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)  # days before each month of a common year


class Parts(NamedTuple):
    """A day's year, month and day of the month."""

    year: z3.ArithRef
    month: z3.ArithRef
    day: z3.ArithRef


class Later(NamedTuple):
    """A day, how many months are added to it, and the name of what comes of it."""

    day: z3.ArithRef
    months: int
    result: z3.ArithRef


class Between(NamedTuple):
    """Two days and the name of the number of months from one to the other."""

    first: z3.ArithRef
    second: z3.ArithRef
    result: z3.ArithRef


@dataclass
class Months:
    """What the months of the days in some formulas are; kept, so that a day has one year, month and day."""

    facts: Facts
    parts: dict[int, tuple[z3.ArithRef, Parts]] = field(default_factory=dict)
    later: list[Later] = field(default_factory=list)
    between: list[Between] = field(default_factory=list)

    def of(self, day: z3.ArithRef) -> Parts:
        """Year, month and day of the month: the only ones that make this day."""
        known = self.parts.get(day.get_id())
        if known is not None:
            return known[1]
        number = constant(day)
        if number is not None and number > 0:
            known_day = date.fromordinal(int(number))
            return Parts(*map(z3.IntVal, (known_day.year, known_day.month, known_day.day)))
        name = self.facts.name("day")
        made = Parts(z3.Int(f"{name} year"), z3.Int(f"{name} month"), z3.Int(f"{name} of the month"))
        # An input that is not given may stand for no day at all, and nothing may follow from that.
        is_day = z3.And(day >= date.min.toordinal(), day <= date.max.toordinal())
        its_parts = z3.And(
            z3.And(made.year >= 1, made.year <= 9999, made.month >= 1, made.month <= 12),
            z3.And(made.day >= 1, made.day <= _length(made.year, made.month)),
            day == ordinal(made),
        )
        self.facts.exact.append(z3.Implies(is_day, its_parts))
        self.parts[day.get_id()] = (day, made)  # the day is kept too: an id is of an expression that lives
        return made

    def add(self, day: z3.ArithRef, months: z3.ArithRef) -> z3.ArithRef:
        """The same day of the month so many months later, or that month's last day."""
        number = constant(months)
        if number is None or abs(number) > MOST_MONTHS:
            raise Outside("a number of months that varies")
        count = int(number)
        for known in self.later:
            if known.months == count and known.day.eq(day):
                return known.result
        made = Later(day, count, z3.Int(self.facts.name("months later")))
        self.facts.exact.append(made.result == ordinal(_moved(self.of(day), count)))
        fewest, most = sorted((28 * count, 31 * count))
        self.facts.easy += [made.result >= day + fewest, made.result <= day + most]
        for other in self.later:
            if other.months == count:
                self.facts.easy += [_in_order(other, made), _in_order(made, other)]
        self.later.append(made)
        return made.result

    def count(self, first: z3.ArithRef, second: z3.ArithRef) -> z3.ArithRef:
        """Whole months from the first day to the second."""
        for known in self.between:
            if known.first.eq(first) and known.second.eq(second):
                return known.result
        made = Between(first, second, z3.Int(self.facts.name("months between")))
        start, end = self.of(first), self.of(second)
        months = (end.year - start.year) * 12 + end.month - start.month
        length = _length(end.year, end.month)
        same_day = z3.If(start.day <= length, start.day, length)
        self.facts.exact.append(made.result == z3.If(same_day <= end.day, months, months - 1))
        self.facts.easy.append(z3.Implies(first <= second, made.result >= 0))
        for other in self.between:
            self.facts.easy += [_nested(other, made), _nested(made, other)]
        self.between.append(made)
        return made.result


def ordinal(parts: Parts) -> z3.ArithRef:
    """The number of a day from its year, month and day of the month."""
    years = parts.year - 1
    before: z3.ArithRef = z3.IntVal(_BEFORE[-1])
    for month in range(11, 0, -1):
        before = z3.If(parts.month == month, z3.IntVal(_BEFORE[month - 1]), before)
    leap_day = z3.If(z3.And(parts.month > 2, _leap(parts.year)), z3.IntVal(1), z3.IntVal(0))
    return years * 365 + years / 4 - years / 100 + years / 400 + before + leap_day + parts.day


def week_end(day: z3.ArithRef) -> z3.ArithRef:
    """The Sunday of the day's week."""
    return day + 6 - weekday(day)


def next_weekday(day: z3.ArithRef, name: str) -> z3.ArithRef:
    """The first such weekday after the day."""
    ahead = (z3.IntVal(WEEKDAYS.index(name)) - weekday(day)) % 7
    return day + z3.If(ahead == 0, z3.IntVal(7), ahead)


def add_working_days(day: z3.ArithRef, days: z3.ArithRef) -> z3.ArithRef:
    """The day so many Mondays to Fridays later, or earlier where negative."""
    at = weekday(day)
    beyond = z3.If(at > 4, at - 4, z3.IntVal(0))
    back, ahead = at - beyond, z3.If(at > 4, z3.IntVal(0), at)
    weeks, rest = days / 5, days % 5
    later = day - beyond + weeks * 7 + rest + z3.If(back + rest > 4, z3.IntVal(2), z3.IntVal(0))
    fewer, left = -((-days) / 5), -((-days) % 5)
    monday = day + z3.If(at > 4, -at + 7, z3.IntVal(0))
    earlier = monday + fewer * 7 + left - z3.If(ahead + left < 0, z3.IntVal(2), z3.IntVal(0))
    return z3.If(days == 0, day, z3.If(days > 0, later, earlier))


def weekday(day: z3.ArithRef) -> z3.ArithRef:
    """0 for a Monday to 6 for a Sunday."""
    return (day + 6) % 7


def _leap(year: z3.ArithRef) -> z3.BoolRef:
    return z3.And(year % 4 == 0, z3.Or(year % 100 != 0, year % 400 == 0))


def _length(year: z3.ArithRef, month: z3.ArithRef) -> z3.ArithRef:
    february = z3.If(_leap(year), z3.IntVal(29), z3.IntVal(28))
    short = z3.Or(month == 4, month == 6, month == 9, month == 11)
    return z3.If(month == 2, february, z3.If(short, z3.IntVal(30), z3.IntVal(31)))


def _moved(parts: Parts, months: int) -> Parts:
    whole = parts.year * 12 + parts.month - 1 + months
    year, month = whole / 12, whole % 12 + 1
    length = _length(year, month)
    return Parts(year, month, z3.If(parts.day <= length, parts.day, length))


def _in_order(first: Later, second: Later) -> z3.BoolRef:
    return z3.Implies(first.day <= second.day, first.result <= second.result)


def _nested(inner: Between, outer: Between) -> z3.BoolRef:
    """Fewer days inside more days are not more months."""
    return z3.Implies(z3.And(outer.first <= inner.first, inner.second <= outer.second), inner.result <= outer.result)
