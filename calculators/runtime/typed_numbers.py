"""A number as a reader typed it in, its exact value out: amounts, rates, numbers and counts.

What can be read in two ways is never guessed: 1.250 and 1,25 raise `Unreadable` with both ways to write it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from calculators.runtime.mistakes import Unreadable
from calculators.runtime.words import plain

TOO_MUCH = Decimal(10) ** 12

AMOUNT = "an amount in US dollars, such as 1250 or 1,250.00"
RATE = "a rate from 0% to 100%, such as 15% or 0.15"
NUMBER = "a number, such as 40 or 12.5"
COUNT = "a whole number, such as 12"

# Patterns are texts, not compiled: the browser then compiles only those that a reader's input needs.
CURRENCY = r"(?i)([-\u2212]?)\s*(?:USD|US\$|\$)?\s*(.*?)\s*(?:\$|USD)?"
DIGITS = r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+"
COMMAS = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?"
SPACES = r"[1-9][0-9]{0,2}(?:\s[0-9]{3})+(?:\.[0-9]*)?"
POINT_OR_THOUSAND = r"([1-9][0-9]{0,2})\.([0-9]{3})"
ONE_COMMA = r"([0-9]+),([0-9]+)"
POINTS_THEN_COMMA = r"([0-9]{1,3}(?:\.[0-9]{3})+)(?:,([0-9]+))?"


def read_money(text: str) -> Decimal:
    """Dollars, with two decimals. A dollar sign, "USD" and thousands set apart by commas or spaces are fine.

    >>> read_money("$1,250"), read_money("600 USD")
    (Decimal('1250.00'), Decimal('600.00'))
    """
    parts = re.fullmatch(CURRENCY, text)
    amount = _not_negative(f"{parts[1]}{parts[2]}" if parts else text, AMOUNT, decimals=2)
    return round(amount, 2)


def read_rate(text: str) -> Decimal:
    """A share of one, written as a percentage or as a decimal.

    >>> read_rate("13.5%"), read_rate("0.15")
    (Decimal('0.135'), Decimal('0.15'))
    """
    digits = text.removesuffix("%").rstrip()
    sign = text[len(digits) :].strip()
    if re.fullmatch(ONE_COMMA, digits):
        meant = f"{digits.replace(',', '.')}{sign}"
        raise Unreadable(f"Write it with a point: {meant}.", meant)
    if not re.fullmatch(DIGITS, digits):
        raise Unreadable(f"Write {RATE}.")
    number = Decimal(digits)
    rate = number.scaleb(-2) if sign else number
    if not sign and 1 < rate <= 100:
        raise Unreadable(f"Write {plain(number)}% or {plain(number.scaleb(-2))}.", f"{plain(number)}%")
    if rate > 1:
        raise Unreadable(f"Write {RATE}.")
    _refuse_more_decimals(number, 4 if sign else 6)
    return rate


def read_number(text: str) -> Decimal:
    """A number that is not negative.

    >>> read_number("12.5")
    Decimal('12.5')
    """
    return _not_negative(text, NUMBER, decimals=6)


def read_count(text: str) -> int:
    """A whole number that is not negative.

    >>> read_count("1,250")
    1250
    """
    if re.fullmatch(DIGITS, text) and "." in text:
        below = int(Decimal(text))
        near = below + 1 if not re.fullmatch(POINT_OR_THOUSAND, text) else text.replace(".", "")
        raise Unreadable(f"Write a whole number, without a point, such as {below} or {near}.")
    return int(_not_negative(text, COUNT, decimals=0))


def _not_negative(text: str, such_as: str, decimals: int) -> Decimal:
    if text[:1] in ("-", "\u2212") and re.match(DIGITS, text[1:].lstrip(" $")):
        raise Unreadable("This cannot be negative. Write 0 or more.")
    if not re.fullmatch(DIGITS, text):
        text = _without_groups(text, such_as, decimals)
    elif found := re.fullmatch(POINT_OR_THOUSAND, text):
        raise _two_ways(text, found[1], found[2], decimals)
    number = Decimal(text)
    if number >= TOO_MUCH:
        raise Unreadable(f"Write a number below {TOO_MUCH:,}.")
    _refuse_more_decimals(number, decimals)
    return number


def _without_groups(text: str, such_as: str, decimals: int) -> str:
    """The digits of a number whose thousands are set apart by commas or by spaces; raises `Unreadable` for others."""
    if re.fullmatch(COMMAS, text) or re.fullmatch(SPACES, text):
        return "".join(text.replace(",", "").split())
    if found := re.fullmatch(ONE_COMMA, text):
        raise _two_ways(text, found[1], found[2], decimals)
    if found := re.fullmatch(POINTS_THEN_COMMA, text):
        meant = found[1].replace(".", "") + (f".{found[2]}" if found[2] else "")
        raise Unreadable(f"Write it with a point for the decimals only: {meant}.", meant)
    bare = "".join(text.replace(",", "").split())
    if re.fullmatch(DIGITS, bare):
        raise Unreadable(f"Write it without commas and spaces: {bare}.", bare)
    raise Unreadable(f"Write {such_as}.")


def _refuse_more_decimals(number: Decimal, decimals: int) -> None:
    if round(number, decimals) != number:
        raise Unreadable(f"Write at most {decimals} digits after the point.")


def _two_ways(text: str, before: str, after: str, decimals: int) -> Unreadable:
    """What to write for 1.250 and the like: a number with decimals, or one with thousands."""
    bare = plain(Decimal(before + after))
    if not decimals:
        return Unreadable(f"Write a whole number without commas, such as {bare}.", bare)
    if len(after.rstrip("0")) > decimals:
        words = f"{text} can be read in two ways. Write {bare}, or at most {decimals} digits after a point."
        return Unreadable(words, bare)
    small = plain(Decimal(f"{before}.{after}"))
    return Unreadable(f"{text} can be read in two ways. Write {small} or {bare}.", small, f"{int(bare):,}")
