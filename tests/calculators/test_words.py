"""Values in words: one wording for page, command line and tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.runtime.money import dollars
from calculators.runtime.typed_dates import read_date
from calculators.runtime.typed_numbers import read_money
from calculators.runtime.values import Band, Bands, Finding, Findings, Part, Value
from calculators.runtime.words import fill, long_date, money_digits, nearest, part_words, plain, show
from tests.calculators.sample import SlidingFee

D = Decimal
SLIDING = Bands((Band(D(500), D("0.20")), Band(D(10000), D("0.10")), Band(None, D("0.05"))))


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("money", D("1250"), "$1,250.00"),
        ("money", D("-5"), "-$5.00"),
        ("money", D("-0.00"), "$0.00"),
        ("money", D("1E+3"), "$1,000.00"),
        ("money", D("26.6640"), "$26.664"),
        ("money", D(1) / 3, "about $0.33"),
        ("money", D(-1) / 3, "about -$0.33"),
        ("money", 0, "$0.00"),
        ("rate", D("0.135"), "13.5%"),
        ("rate", D("0.10"), "10%"),
        ("rate", D(1), "100%"),
        ("rate", D(19) / 22, "about 86.36%"),
        ("number", D("1234.50"), "1,234.5"),
        ("number", D("-1234.50"), "-1,234.5"),
        ("number", D("-0.0"), "0"),
        ("number", D(100) / 3, "about 33.33"),
        ("count", 1234, "1,234"),
        ("days", 1, "1 day"),
        ("days", 14, "14 days"),
        ("months", 1, "1 month"),
        ("months", 0, "0 months"),
        ("date", date(2023, 5, 3), "3 May 2023"),
        ("yesno", True, "yes"),
        ("yesno", False, "no"),
        ("text", "as it stands", "as it stands"),
        ("bands", SLIDING, "20% up to $500.00, 10% up to $10,000.00, 5% above"),
        ("bands", Bands((Band(None, D("0.1")),)), "10%"),
        ("list", Findings((Finding("a", "Do this."), Finding("b", "Then that."))), "Do this. Then that."),
        ("list", Findings(()), "none"),
    ],
)
def test_values(kind: str, value: Value, words: str) -> None:
    assert show(kind, value) == words


def test_units_and_options() -> None:
    assert show("money", D(3), per="hour") == "$3.00 per hour"
    assert show("verdict", "yes", {"yes": "Allowed", "no": "Not allowed"}) == "Allowed"
    assert show("choice", "unheard-of", {"yes": "Allowed"}) == "unheard-of"


@given(st.integers(0, 10**14 - 1).map(dollars))
def test_an_amount_in_words_can_be_typed_back(amount: Decimal) -> None:
    assert read_money(show("money", amount)) == amount
    assert money_digits(amount) == str(amount)


@given(st.dates(date(1990, 1, 1), date(2200, 12, 31)))
def test_a_date_in_words_can_be_typed_back(day: date) -> None:
    assert read_date(long_date(day)) == day


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=6))
def test_plain_digits_are_the_same_number(x: Decimal) -> None:
    text = plain(x)
    assert D(text) == x
    assert "E" not in text
    assert text != "-0"
    assert not ("." in text and text.endswith(("0", ".")))


def test_a_part_of_a_banded_amount() -> None:
    assert part_words(Part(D(0), D(500), D("500.00"), D("0.20"), D(100))) == "20% of $500.00, the part up to $500.00"
    assert part_words(Part(D(10000), None, D(1), D("0.05"), D("0.05"))) == "5% of $1.00, the part above $10,000.00"
    assert part_words(Part(D(0), None, D(1), D("0.05"), D("0.05"))) == "5% of $1.00"


def test_a_text_is_filled_with_inputs_figures_and_steps() -> None:
    rule = SlidingFee({"amount": D(600), "paid_on": date(2021, 6, 1), "billed_before": D(0)})
    assert fill(rule, "{fee} of {amount} on {paid_on}; {scheme}: {fee_bands}") == (
        "$110.00 of $600.00 on 1 June 2021; less the more was billed: 20% up to $500.00, 10% up to $10,000.00, 5% above"
    )


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("amout", "amount"),
        ("Amount", "amount"),
        ("paidon", "paid_on"),
        ("billed", ""),
        ("x", ""),
        ("", ""),
        ("a" * 10_000, ""),
    ],
)
def test_the_nearest_name(word: str, near: str) -> None:
    assert nearest(word, ["amount", "paid_on", "billed_before"]) == near
    assert nearest(word, []) == ""
