"""Values in, the words a reader sees out; page, command line and generated tables all take their wording from here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from calculators.runtime.values import Bands, Findings, Part, Value

if TYPE_CHECKING:  # rule.py itself fills texts, so it cannot be imported when this module runs
    from calculators.runtime.rule import Rule

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NAME = re.compile(r"\{(\w+)\}")
NO_OPTIONS: Mapping[str, str] = {}


def fill(rule: Rule, template: str) -> str:
    """Put the values of the rule's members, in words, where the template has their `{name}`.

    Raises what pulling the member raises: `Missing`, `Mistake` or `NotCovered`.
    """
    return NAME.sub(lambda found: _in_words(rule, found[1]), template)


def show(kind: str, value: Value, options: Mapping[str, str] = NO_OPTIONS, per: str = "") -> str:
    """A value of this kind in words. `options` has the words of a choice's or a verdict's ids; `per` is a unit's name.

    >>> show("money", Decimal("1250")), show("money", Decimal("-5")), show("money", Decimal("50"), per="hour")
    ('$1,250.00', '-$5.00', '$50.00 per hour')
    >>> show("rate", Decimal("0.135")), show("number", Decimal("1234.50")), show("count", 1234), show("days", 1)
    ('13.5%', '1,234.5', '1,234', '1 day')
    >>> show("date", date(2023, 5, 3)), show("yesno", False), show("choice", "us-bank", {"us-bank": "a US bank"})
    ('3 May 2023', 'no', 'a US bank')
    """
    return _text(kind, value, options) + (f" per {per}" if per else "")


def long_date(day: date) -> str:
    """A day with its month's name.

    >>> long_date(date(2023, 5, 3))
    '3 May 2023'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def plain(x: Decimal | int) -> str:
    """A number in digits alone: no exponent, no zeros at the end, no negative zero.

    >>> plain(Decimal("1E+3")), plain(Decimal("0.1350")), plain(Decimal("-0.00"))
    ('1000', '0.135', '0')
    """
    return format((Decimal(x) + 0).normalize(), "f") if x else "0"


def money_digits(amount: Decimal | int) -> str:
    """Dollars in digits with two decimals, and with more only where a step does not round to the cent.

    >>> money_digits(Decimal("490")), money_digits(Decimal("26.6640")), money_digits(Decimal("-0.00"))
    ('490.00', '26.664', '0.00')
    """
    cents = round(Decimal(amount), 2)
    if cents == amount:
        return f"{cents + 0:f}"  # plus 0, because a negative zero prints its sign
    return plain(amount)


def part_words(part: Part) -> str:
    """What one band's part of an amount is.

    >>> part_words(Part(Decimal(500), Decimal(10000), Decimal(100), Decimal("0.10"), Decimal("10.00")))
    '10% of $100.00, the part above $500.00 up to $10,000.00'
    """
    limits = [f"above {_money(part.above)}"] if part.above else []
    if part.up_to is not None:
        limits.append(f"up to {_money(part.up_to)}")
    where = f", the part {' '.join(limits)}" if limits else ""
    return f"{_rate(part.rate)} of {_money(part.amount)}{where}"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that takes fewest changed letters to reach from `word`, or "" where none is near.

    >>> nearest("amout", ["amount", "paid_on"]), nearest("colour", ["amount", "paid_on"])
    ('amount', '')
    """
    word = word[:60].lower()
    distance, best = min(((_changes(word, one), one) for one in known), default=(99, ""))
    return best if distance <= max(1, len(best) // 3) else ""


def _in_words(rule: Rule, name: str) -> str:
    member = getattr(type(rule), name)
    return show(member.kind, getattr(rule, name), member.options, getattr(member, "per", ""))


def _text(kind: str, value: Value, options: Mapping[str, str]) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Decimal() | int():
            return _quantity(kind, Decimal(value))
        case date():
            return long_date(value)
        case str():
            return options.get(value, value)
        case Bands():
            return _bands(value)
        case Findings():
            return " ".join(item.text for item in value.items) or "none"


def _quantity(kind: str, x: Decimal) -> str:
    match kind:
        case "money":
            return _money(x)
        case "rate":
            return _rate(x)
        case "days" | "months":
            return f"{_number(x)} {kind if x != 1 else kind[:-1]}"
        case _:
            return _number(x)


def _money(amount: Decimal) -> str:
    if round(amount, 2) == amount:
        return f"{'-' if amount < 0 else ''}${abs(amount):,.2f}"
    rounded, about = _short(amount, 2)
    sign = "-" if rounded < 0 else ""
    if rounded == round(rounded, 2):
        return f"{about}{sign}${abs(rounded):,.2f}"
    return f"{about}{sign}${abs(rounded).normalize():,f}"  # a step that does not round shows all its decimals


def _rate(rate: Decimal) -> str:
    rounded, about = _short(rate, 4)
    return f"{about}{plain(rounded * 100)}%"


def _number(x: Decimal) -> str:
    rounded, about = _short(x, 2)
    return f"{about}{rounded.normalize() + 0:,f}"


def _short(x: Decimal, decimals: int) -> tuple[Decimal, str]:
    """The number itself, or "about" and a rounded one where it has more than six decimals (as thirds do)."""
    if round(x, 6) == x:
        return x, ""
    return x.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP), "about "


@lru_cache(maxsize=64)
def _bands(bands: Bands) -> str:
    if len(bands.rows) == 1:
        return _rate(bands.rows[0].rate)
    return ", ".join(
        f"{_rate(row.rate)} above" if row.up_to is None else f"{_rate(row.rate)} up to {_money(row.up_to)}"
        for row in bands.rows
    )


def _changes(word: str, other: str) -> int:
    """How many letters to put in, take out or replace to make `word` into `other`."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        diagonal, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (letter != wanted))
    return row[-1]
