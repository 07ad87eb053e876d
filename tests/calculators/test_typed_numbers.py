"""What a reader may type as a number, what it becomes, and what each text that is no number is answered with."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.runtime.mistakes import Unreadable
from calculators.runtime.money import dollars
from calculators.runtime.typed_numbers import read_count, read_money, read_number, read_rate

DOLLARS = "Write an amount in US dollars, such as 1250 or 1,250.00."
RATE = "Write a rate from 0% to 100%, such as 15% or 0.15."
WHOLE = "Write a whole number, such as 12."
AMOUNTS = st.integers(0, 10**14 - 1).map(dollars)


@given(AMOUNTS)
def test_every_way_to_write_an_amount_is_the_same_amount(amount: Decimal) -> None:
    for text in (
        f"{amount}",
        f"{amount:,}",
        f"${amount:,}",
        f"USD {amount}",
        f"{amount:,} usd",
        f"{amount:,}".replace(",", " "),
    ):
        assert read_money(text) == amount
        assert str(read_money(text)) == str(amount)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("600", "600.00"),
        ("1250.5", "1250.50"),
        ("$ 1 250.50", "1250.50"),
        ("1\u00a0250", "1250.00"),
        ("US$600", "600.00"),
        ("$600 USD", "600.00"),
        ("600$", "600.00"),
        (".5", "0.50"),
        ("5.", "5.00"),
        ("007", "7.00"),
        ("0.10", "0.10"),
        ("999,999,999,999.99", "999999999999.99"),
    ],
)
def test_amounts(text: str, amount: str) -> None:
    assert str(read_money(text)) == amount


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1.250", "1.250 can be read in two ways. Write 1.25 or 1250."),
        ("1,25", "1,25 can be read in two ways. Write 1.25 or 125."),
        ("12,5", "12,5 can be read in two ways. Write 12.5 or 125."),
        ("0,250", "0,250 can be read in two ways. Write 0.25 or 250."),
        ("10.999", "10.999 can be read in two ways. Write 10999, or at most 2 digits after a point."),
        ("1.250,00", "Write it with a point for the decimals only: 1250.00."),
        ("1.250.000", "Write it with a point for the decimals only: 1250000."),
        ("12,34,567", "Write it without commas and spaces: 1234567."),
        ("1 2", "Write it without commas and spaces: 12."),
        ("0.005", "Write at most 2 digits after the point."),
        ("1234.567", "Write at most 2 digits after the point."),
        ("-5", "This cannot be negative. Write 0 or more."),
        ("-$5", "This cannot be negative. Write 0 or more."),
        ("$-5", "This cannot be negative. Write 0 or more."),
        ("\u22125", "This cannot be negative. Write 0 or more."),
        ("-0.01", "This cannot be negative. Write 0 or more."),
        ("1000000000000", "Write a number below 1,000,000,000,000."),
        ("$", DOLLARS),
        (".", DOLLARS),
        ("1e5", DOLLARS),
        ("NaN", DOLLARS),
        ("-inf", DOLLARS),
        ("Infinity", DOLLARS),
        ("12abc", DOLLARS),
        ("\u0661\u0662", DOLLARS),
        ("\uff11\uff12", DOLLARS),
        ("\u00b2", DOLLARS),
        ("\u20ac600", DOLLARS),
        ("600 EUR", DOLLARS),
        ("$$6", DOLLARS),
        ("6$00", DOLLARS),
        ("+5", DOLLARS),
        ("1_000", DOLLARS),
        ("0x10", DOLLARS),
        ("--5", DOLLARS),
        ("5%", DOLLARS),
        ("1'250", DOLLARS),
    ],
)
def test_what_is_no_amount(text: str, message: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_money(text)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("15%", "0.15"),
        ("15 %", "0.15"),
        ("0.15", "0.15"),
        (".15", "0.15"),
        ("0.15%", "0.0015"),
        ("13.5%", "0.135"),
        ("0", "0"),
    ],
)
def test_rates(text: str, rate: str) -> None:
    assert read_rate(text) == Decimal(rate)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("15", "Write 15% or 0.15."),
        ("1.5", "Write 1.5% or 0.015."),
        ("100", "Write 100% or 1."),
        ("0,15", "Write it with a point: 0.15."),
        ("12,5%", "Write it with a point: 12.5%."),
        ("12.34567%", "Write at most 4 digits after the point."),
        ("0.1234567", "Write at most 6 digits after the point."),
        ("101%", RATE),
        ("150", RATE),
        ("-5%", RATE),
        ("-0.1", RATE),
        ("%", RATE),
        ("15%%", RATE),
        ("1e-2", RATE),
        ("NaN", RATE),
        ("\u0661%", RATE),
    ],
)
def test_what_is_no_rate(text: str, message: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_rate(text)
    assert str(refused.value) == message


@pytest.mark.parametrize(("text", "count"), [("0", 0), ("12", 12), ("1,250", 1250), ("1 250", 1250), ("007", 7)])
def test_counts(text: str, count: int) -> None:
    assert read_count(text) == count


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2.5", "Write a whole number, without a point, such as 2 or 3."),
        ("3.0", "Write a whole number, without a point, such as 3 or 4."),
        ("1.250", "Write a whole number, without a point, such as 1 or 1250."),
        ("12,5", "Write a whole number without commas, such as 125."),
        ("-1", "This cannot be negative. Write 0 or more."),
        ("1e3", WHOLE),
        ("ten", WHOLE),
        ("\u0663", WHOLE),
        ("1000000000000", "Write a number below 1,000,000,000,000."),
    ],
)
def test_what_is_no_count(text: str, message: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_count(text)
    assert str(refused.value) == message


def test_numbers() -> None:
    assert read_number("12.5") == Decimal("12.5")
    assert read_number("1,250.25") == Decimal("1250.25")
    for text, message in (
        ("1.250", "1.250 can be read in two ways. Write 1.25 or 1250."),
        ("0.1234567", "Write at most 6 digits after the point."),
        ("-1", "This cannot be negative. Write 0 or more."),
        ("many", "Write a number, such as 40 or 12.5."),
    ):
        with pytest.raises(Unreadable) as refused:
            read_number(text)
        assert str(refused.value) == message


@given(
    st.text(max_size=20) | st.text("0123456789.,$-% ", max_size=20),
    st.sampled_from([read_money, read_rate, read_number]),
)
def test_any_text_is_read_exactly_or_refused_in_words(text: str, read: type) -> None:
    try:
        value: Decimal = read(text.strip())
    except Unreadable as refused:
        assert str(refused).startswith(("Write", "This cannot")) or "can be read in two ways" in str(refused)  # noqa: PT017
    else:
        assert 0 <= value < 10**12
        assert value.is_finite()
