"""A whole column of dates or amounts in, how that file writes them out, then each cell's value.

One cell alone can be read in two ways: 03/04/2021, or 1.250. Another one of the same file often settles it. Where none
does, the reader is asked; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal

from calculators.runtime.mistakes import Unreadable
from calculators.runtime.typed_dates import FIRST_YEAR, LAST_YEAR, read_date
from calculators.runtime.words import long_date

type Order = Literal["day", "month", "", "both"]
type Mark = Literal["point", "comma", "", "both"]

NUMBERS = r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})"
YEAR_FIRST = r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})"
# An hour after the day changes nothing: 2021-06-01T12:30:00Z, 06/01/2021 12:30 PM.
HOUR = r"[T,]?\s*[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?\s*([AaPp][Mm])?\s*(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?$"
SIGNS = r"[\s\u00a0\u202f'’]"
DOLLARS = ("", "$", "usd", "us$", "usd$")
LONGEST = 60


def order_of(cells: Iterable[str]) -> Order:
    """Whether days or months come first in dates of numbers; "" where nothing tells, "both" where cells disagree."""
    first = second = False
    for cell in cells:
        found = re.fullmatch(NUMBERS, _without_hour(cell))
        if found:
            first = first or int(found[1]) > 12
            second = second or int(found[2]) > 12
    if first and second:
        return "both"
    return "day" if first else "month" if second else ""


def day_of(cell: str, order: Order) -> date:
    """The day; raises `Unreadable` with why."""
    text = _without_hour(cell)
    if not text:
        raise Unreadable("There is no date in it.")
    if found := re.fullmatch(NUMBERS, text):
        one, other, year = int(found[1]), int(found[2]), int(found[3])
        return _numbered(cell, year, one, other, order)
    if found := re.fullmatch(YEAR_FIRST, text):
        return _day(cell, int(found[1]), int(found[2]), int(found[3]))
    try:
        return read_date(text[:LONGEST])
    except Unreadable:
        raise Unreadable(f"“{text[:LONGEST]}” is no date we can read.") from None


def is_unclear(cell: str) -> bool:
    """Whether a date could be two days.

    >>> is_unclear("03/04/2021"), is_unclear("04/04/2021"), is_unclear("2021-04-03")
    (True, False, False)
    """
    found = re.fullmatch(NUMBERS, _without_hour(cell))
    return found is not None and found[1] != found[2] and int(found[1]) <= 12 and int(found[2]) <= 12


def mark_of(cells: Iterable[str]) -> Mark:
    """Which sign stands before the cents; "" where nothing tells, "both" where cells disagree."""
    seen: set[Mark] = {mark for cell in cells if (mark := _mark(_bare(cell)[0]))}
    return seen.pop() if len(seen) == 1 else "both" if seen else ""


def amount_of(cell: str, mark: Mark) -> Decimal:
    """Dollars, below zero for what went out: -5.00, (5.00) and 5.00- alike. Raises `Unreadable` with why."""
    digits, sign, currency = _bare(cell)
    if not digits:
        raise Unreadable(
            "There is no amount in it." if not cell.strip() else f"“{cell[:LONGEST]}” is no amount we can read."
        )
    if currency not in DOLLARS:
        raise Unreadable(f"“{cell[:LONGEST]}” is not in US dollars.")
    if _is_two_ways(digits) and mark in ("", "both"):
        raise Unreadable(f"“{cell[:LONGEST]}” can be read in two ways.")
    if mark == "both":
        mark = _mark(digits) or "point"
    number = _number(digits, mark)
    if number is None:
        raise Unreadable(f"“{cell[:LONGEST]}” is no amount we can read.")
    if number >= Decimal(10) ** 10:
        raise Unreadable("The amount is too large to be a payment.")
    return -number if sign else number


def is_two_ways(cell: str) -> bool:
    """Whether an amount could be two.

    >>> is_two_ways("1.250"), is_two_ways("($1,250.00)"), is_two_ways("12,50")
    (True, False, False)
    """
    return _is_two_ways(_bare(cell)[0])


def both_ways(cell: str) -> tuple[Decimal, Decimal]:
    """What such an amount is when a comma stands before its cents, and when a point does.

    >>> both_ways("$1.250")
    (Decimal('1250.00'), Decimal('1.25'))
    """
    digits = _bare(cell)[0]
    comma, point = _number(digits, "comma"), _number(digits, "point")
    assert comma is not None
    assert point is not None
    return comma, point


def _is_two_ways(digits: str) -> bool:
    return re.fullmatch(r"[1-9][0-9]{0,2}[.,][0-9]{2}0", digits) is not None


def _numbered(cell: str, year: int, one: int, other: int, order: Order) -> date:
    if order in ("", "both") and is_unclear(cell):
        days = " or ".join(long_date(_day(cell, year, month, day)) for day, month in ((one, other), (other, one)))
        raise Unreadable(f"“{cell[:LONGEST]}” can be {days}.")
    day_first = one > 12 if order in ("", "both") else order == "day"
    return _day(cell, year, other, one) if day_first else _day(cell, year, one, other)


def _day(cell: str, year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise Unreadable(f"“{cell[:LONGEST]}” is no day of the calendar.") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable(f"“{cell[:LONGEST]}” is not in a year from {FIRST_YEAR} to {LAST_YEAR}.")
    return found


def _without_hour(cell: str) -> str:
    return " ".join(re.sub(HOUR, "", cell.strip()[: 2 * LONGEST]).split()) if ":" in cell else " ".join(cell.split())


def _bare(cell: str) -> tuple[str, bool, str]:
    """The digits with their marks, whether the amount is below zero, and the currency that stands with it."""
    text = re.sub(SIGNS, "", cell[:LONGEST])
    negative = text.startswith("(") and text.endswith(")")
    if negative:
        text = text[1:-1]
    found = re.fullmatch(r"([^0-9.,]*)([0-9.,]*[0-9])([^0-9.,]*)", text)
    if not found:
        return "", False, ""
    around = (found[1] + found[3]).casefold()
    minus = [sign for sign in around if sign in "-\u2212\u2013"]
    currency = re.sub("[-+\u2212\u2013]", "", around)
    if len(minus) > 1 or (minus and negative):
        return "", False, ""
    return found[2], negative or bool(minus), currency


def _mark(digits: str) -> Mark:
    """What one amount tells: the sign before one or two digits at its end, or the last of two different signs.

    Three digits at the end are thousands, as nothing is paid in tenths of a cent; 1.250 alone could be 1.25, too.
    """
    signs = [sign for sign in digits if sign in ".,"]
    thousands = re.search(r"[.,][0-9]{3}$", digits)
    if not signs or _is_two_ways(digits):
        return ""
    if len(signs) == 1 and thousands and not re.fullmatch(r"[1-9][0-9]{0,2}[.,][0-9]{3}", digits):
        return ""
    last_is_cents = len(set(signs)) > 1 or not thousands
    return "point" if (signs[-1] == ".") == last_is_cents else "comma"


def _number(digits: str, mark: Mark) -> Decimal | None:
    cents, thousands = (",", ".") if mark == "comma" else (".", ",")
    whole, _, after = digits.partition(cents)
    after = after if len(after) <= 2 else after[:2] + after[2:].rstrip("0")
    if cents in after or thousands in after or len(after) > 2:
        return None
    if thousands in whole and not re.fullmatch(
        rf"[0-9]{{1,3}}(\{thousands}[0-9]{{2,3}})*\{thousands}[0-9]{{3}}", whole
    ):
        return None
    return Decimal(f"{whole.replace(thousands, '') or '0'}.{after or '0'}").quantize(Decimal("0.01"))
