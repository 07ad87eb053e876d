"""Days in, days or whole numbers out: calendar days, months that keep the day, working days, and ends of weeks.

A result outside the years 1 to 9999 raises OverflowError with words for a reader.
"""

from __future__ import annotations

from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TOO_FAR = "This leads to a date outside the years 1 to 9999."


def add_days(day: date, days: int) -> date:
    """The day `days` calendar days later, or earlier where negative.

    >>> add_days(date(2021, 3, 1), 14)
    datetime.date(2021, 3, 15)
    """
    try:
        return day + timedelta(days)
    except OverflowError:
        raise OverflowError(TOO_FAR) from None


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day where it has no such day.

    >>> add_months(date(2024, 2, 29), 24)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not 1 <= year <= 9999:
        raise OverflowError(TOO_FAR)
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def add_working_days(day: date, days: int) -> date:
    """The day `days` working days (Monday to Friday; holidays count as working days) after `day`.

    >>> add_working_days(date(2026, 11, 20), 1)  # a Friday
    datetime.date(2026, 11, 23)
    """
    if days == 0:
        return day
    beyond_friday = max(0, day.weekday() - 4)
    if days > 0:
        start = add_days(day, -beyond_friday)
        weeks, rest = divmod(days, 5)
        over_weekend = start.weekday() + rest > 4
    else:
        start = add_days(day, (7 - day.weekday()) if beyond_friday else 0)
        weeks, rest = -(-days // 5), -(-days % 5)
        over_weekend = start.weekday() + rest < 0
    return add_days(start, weeks * 7 + rest + (2 if days > 0 else -2) * over_weekend)


def days_between(first: date, second: date) -> int:
    """Days from the first day to the second; negative where the second is earlier.

    >>> days_between(date(2024, 2, 28), date(2024, 3, 1))
    2
    """
    return (second - first).days


def months_between(first: date, second: date) -> int:
    """Whole months passed from the first day to the second: the most that `add_months` can add and not pass it.

    >>> months_between(date(2024, 2, 29), date(2026, 2, 27)), months_between(date(2024, 2, 29), date(2026, 2, 28))
    (23, 24)
    """
    months = (second.year - first.year) * 12 + second.month - first.month
    same_day = min(first.day, days_in_month(second.year, second.month))
    return months if same_day <= second.day else months - 1


def week_end(day: date) -> date:
    """The Sunday of the week, Monday to Sunday, that `day` is in.

    >>> week_end(date(2026, 11, 23))  # a Monday
    datetime.date(2026, 11, 29)
    """
    return add_days(day, 6 - day.weekday())


def next_weekday(day: date, weekday: str) -> date:
    """The first such day of the week after `day`, which itself does not count; `weekday` is one of `WEEKDAYS`.

    >>> next_weekday(date(2026, 11, 20), "friday")  # a Friday
    datetime.date(2026, 11, 27)
    """
    ahead = (WEEKDAYS.index(weekday) - day.weekday()) % 7
    return add_days(day, ahead or 7)


def days_in_month(year: int, month: int) -> int:
    """How many days a month has.

    >>> days_in_month(2024, 2), days_in_month(2100, 2)
    (29, 28)
    """
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
