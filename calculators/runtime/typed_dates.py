"""A date as a reader typed it in, the day out. 03/05/2023 is two different days, so it raises `Unreadable`."""

from __future__ import annotations

import re
from datetime import date

from calculators.runtime.dates import days_in_month
from calculators.runtime.mistakes import Unreadable
from calculators.runtime.words import MONTHS, long_date

FIRST_YEAR, LAST_YEAR = 1990, 2200
SUCH_AS = "Write the date as year-month-day, such as 2021-06-01, or as 1 June 2021."

# Patterns are texts, not compiled: the browser then compiles only those that a reader's input needs.
ISO = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
DAY_FIRST = r"([0-9]{1,2})(?:st|nd|rd|th|\.)? ([a-z]{3,9})\.?,? ([0-9]{4})"
MONTH_FIRST = r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})"
YEAR_FIRST = r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})"
YEAR_LAST = r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})"


def read_date(text: str) -> date:
    """A day of the years 1990 to 2200, written as year-month-day or with the month's English name.

    >>> read_date("2023-05-03") == read_date("3 May 2023") == read_date("May 3, 2023") == date(2023, 5, 3)
    True
    """
    text = " ".join(text.lower().split())
    if found := re.fullmatch(ISO, text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(DAY_FIRST, text):
        return _day(int(found[3]), _month(found[2]), int(found[1]))
    if found := re.fullmatch(MONTH_FIRST, text):
        return _day(int(found[3]), _month(found[1]), int(found[2]))
    if found := re.fullmatch(YEAR_FIRST, text):
        day = _day(int(found[1]), int(found[2]), int(found[3]))
        raise Unreadable(f"Write {day.isoformat()} for {long_date(day)}.", long_date(day))
    if found := re.fullmatch(YEAR_LAST, text):
        raise _which_is_the_month(int(found[1]), int(found[2]), int(found[3]))
    raise Unreadable(SUCH_AS)


def _day(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable(f"Write a year from {FIRST_YEAR} to {LAST_YEAR}.")
    if not 1 <= month <= 12:
        raise Unreadable("Write a month from 01 to 12: the date is year-month-day, such as 2021-06-01.")
    last = days_in_month(year, month)
    if not 1 <= day <= last:
        raise Unreadable(f"{MONTHS[month - 1]} {year} has {last} days. Write a day from 1 to {last}.")
    return date(year, month, day)


def _month(name: str) -> int:
    for number, month in enumerate(MONTHS, 1):
        if name in (month.lower(), month[:3].lower()) or (name == "sept" and number == 9):
            return number
    raise Unreadable(SUCH_AS)


def _which_is_the_month(one: int, other: int, year: int) -> Unreadable:
    """Both days that the numbers can mean, or the only one, to be written unmistakably."""
    days = []
    for month, day in dict.fromkeys(((other, one), (one, other))):
        try:
            days.append(_day(year, month, day))
        except Unreadable:
            continue
    if not days:
        return Unreadable(SUCH_AS)
    words = " or ".join(f"{day.isoformat()} for {long_date(day)}" for day in days)
    return Unreadable(f"Write {words}.", *map(long_date, days))
