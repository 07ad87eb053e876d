"""Kinds and units: what can be added, compared and multiplied, and what comes of it."""

from __future__ import annotations

import pytest

from smallprint.expected import canonical
from smallprint.formula import parse
from smallprint.in_words import in_words
from smallprint.kinds import Kind, added, kind_of, multiplied, unify
from smallprint.places import Text

MONEY, RATE, COUNT, DAYS, MONTHS = (kind_of(name) for name in ("money", "rate", "count", "days", "months"))
PER_HOUR, HOURS = kind_of("money", per="hour"), kind_of("number", unit="hours")


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [(MONEY, MONEY, MONEY), (DAYS, DAYS, DAYS), (MONEY, MONTHS, None), (MONEY, PER_HOUR, None), (DAYS, MONTHS, None)],
)
def test_sums(left: Kind, right: Kind, result: Kind | None) -> None:
    assert added(left, right) == result


@pytest.mark.parametrize(
    ("left", "right", "power", "result"),
    [
        (MONEY, RATE, 1, MONEY),
        (PER_HOUR, HOURS, 1, MONEY),
        (MONEY, HOURS, -1, PER_HOUR),
        (MONEY, MONEY, -1, kind_of("number")),
        (MONEY, MONEY, 1, None),
        (COUNT, COUNT, 1, COUNT),
        (DAYS, COUNT, 1, DAYS),
        (kind_of("date"), COUNT, 1, None),
    ],
)
def test_products(left: Kind, right: Kind, power: int, result: Kind | None) -> None:
    assert multiplied(left, right, power) == result


def test_choices_unify_by_their_options() -> None:
    one, other = kind_of("choice", options=("a", "b")), kind_of("choice", options=("c",))
    assert unify(one, one) == one
    assert unify(one, other) is None
    assert unify(kind_of("money"), kind_of("date")) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("amount * (share + 1)", "amount × (share + 1)"),
        ('contract == "hourly" and not given(amount)', "contract is hourly and not amount is given"),
        ("max(0, amount - share)", "the largest of 0 and amount − share"),
        ("amount if share >= 1 else 0", "amount if share is at least 1, else 0"),
    ],
)
def test_a_formula_in_words(text: str, words: str) -> None:
    assert in_words(parse(Text(text))[0].tree, lambda name: name.capitalize()) == words


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("14040", "money", "14040.00"),
        ("$1,000", "money", "1000.00"),
        ("13.50%", "rate", "0.135"),
        ("a, b", "list", "a b"),
        ("2026-01-31", "date", "2026-01-31"),
        ("lots", "money", "lots"),
    ],
)
def test_what_an_example_expects_as_the_answer_writes_it(text: str, kind: str, written: str) -> None:
    assert canonical(text, kind) == written
