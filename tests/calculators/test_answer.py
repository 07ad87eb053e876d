"""The answer object: what stands in it when all is given, when inputs are missing, and when something is mistaken."""

from __future__ import annotations

import pytest

from tests.calculators.answers import ask
from tests.calculators.sample import READINGS, WholeAmount

BANDED = {"amount": "600", "paid_on": "2021-06-01", "billed_before": "0"}


def test_everything_given() -> None:
    got = ask(READINGS, BANDED)
    assert list(got) == [
        *("rule", "in_force_on", "reading", "answers", "steps", "readings", "asked", "missing"),
        *("sentence", "shown", "read", "given", "assumed", "answered_on"),
    ]
    assert (got["rule"], got["in_force_on"], got["reading"]) == ("sliding-fee", "2021-06-01", "official")
    assert got["answers"] == {"fee": "110.00", "net": "490.00"}
    assert got["asked"] == ["amount", "paid_on", "billed_before"]
    assert got["missing"] == []
    assert got["sentence"] == "The market takes $110.00 of $600.00; you keep $490.00."
    assert got["shown"] == [
        {"name": "fee", "label": "Service fee", "text": "$110.00"},
        {"name": "net", "label": "What you keep", "text": "$490.00"},
    ]
    assert got["read"] == {"amount": "$600.00", "paid_on": "1 June 2021", "billed_before": "$0.00"}


def test_steps_say_what_was_used_and_where_it_stands() -> None:
    steps = {str(one["name"]): one for one in ask(READINGS, BANDED)["steps"]}
    assert list(steps) == ["scheme", "fee_bands", "banded_fee", "fee", "net"]
    assert steps["scheme"] == {
        "name": "scheme",
        "label": "How the fee is set",
        "value": "bands",
        "formula": "published",
        "because": "",
        "sources": ["help-bands"],
        "shown": "less the more was billed",
        "kind": "figure",
        "line": 19,
    }
    assert steps["fee_bands"]["value"] == [
        {"up_to": "500.00", "rate": "0.2"},
        {"up_to": "10000.00", "rate": "0.1"},
        {"up_to": None, "rate": "0.05"},
    ]
    assert steps["banded_fee"] == {
        "name": "banded_fee",
        "label": "Fee by the bands",
        "value": "110.00",
        "formula": "bands on the payment, on top of what was billed before",
        "because": "Each rate applies only to the part inside its band.",
        "sources": ["help-bands"],
        "shown": "$110.00",
        "kind": "step",
        "line": 31,
        "parts": [
            {"label": "20% of $500.00, the part up to $500.00", "shown": "$100.00", "value": "100.00"},
            {"label": "10% of $100.00, the part above $500.00 up to $10,000.00", "shown": "$10.00", "value": "10.00"},
        ],
    }
    assert "parts" not in steps["fee"]


def test_readings_stand_side_by_side() -> None:
    first, second = ask(READINGS, BANDED)["readings"]
    assert (first["id"], first["standing"], first["answers"]) == (
        "official",
        "adopted",
        {"fee": "110.00", "net": "490.00"},
    )
    assert second == {
        "id": "whole-amount",
        "standing": "contradicted",
        "answers": {"fee": "60.00", "net": "540.00"},
        "title": "One rate for the whole payment",
        "because": "The example contradicts it.",
        "held_by": ["blog-a", "blog-b"],
        "sentence": "The market takes $60.00 of $600.00; you keep $540.00.",
        "shown": [
            {"name": "fee", "label": "Service fee", "text": "$60.00"},
            {"name": "net", "label": "What you keep", "text": "$540.00"},
        ],
    }


def test_another_reading_can_be_the_main_one() -> None:
    got = ask(READINGS, BANDED, reading="whole-amount")
    assert (got["reading"], got["answers"]) == ("whole-amount", {"fee": "60.00", "net": "540.00"})
    assert [one["id"] for one in got["readings"]] == ["official", "whole-amount"]


@pytest.mark.parametrize(
    ("day", "readings"),
    [
        ("2016-06-20", ["official"]),
        ("2016-06-21", ["official", "whole-amount"]),
        ("2023-05-02", ["official", "whole-amount"]),
        ("2023-05-03", ["official"]),
    ],
)
def test_a_reading_is_left_out_on_days_it_is_not_of(day: str, readings: list[str]) -> None:
    assert [one["id"] for one in ask(READINGS, {**BANDED, "paid_on": day})["readings"]] == readings


def test_a_reading_that_cannot_be_had_is_an_error() -> None:
    later = {**BANDED, "paid_on": "2024-01-01"}
    assert ask(READINGS, later, reading="whole-amount") == {
        "errors": [
            {
                "input": "reading",
                "message": "This reading is of the rules from 21 June 2016 until 2 May 2023. "
                "Give such a day, or choose another reading.",
            }
        ]
    }
    assert ask(READINGS, BANDED, reading="oficial")["errors"] == [
        {"input": "reading", "message": "Did you mean official? Write one of: official, whole-amount."}
    ]
    assert ask((WholeAmount,), later)["errors"] == [
        {"input": "paid_on", "message": "No reading of this rule is of that day. Give another day."}
    ]


def test_missing_inputs_are_named_in_the_order_of_the_form() -> None:
    got = ask(READINGS, {})
    assert got["missing"] == ["amount", "paid_on"]
    assert got["asked"] == ["amount", "paid_on"]
    assert (got["answers"], got["steps"], got["shown"], got["sentence"]) == ({}, [], [], "")
    assert got["in_force_on"] is None
    assert [one["id"] for one in got["readings"]] == ["official", "whole-amount"]
    got = ask(READINGS, {"paid_on": "2021-06-01"})
    assert got["missing"] == ["amount"]
    assert got["in_force_on"] == "2021-06-01"
    assert [one["missing"] for one in got["readings"]] == [["amount"]] * 2
    assert ask(READINGS, {"paid_on": "2021-06-01", "amount": "600"})["missing"] == ["billed_before"]


def test_mistakes_stand_alone() -> None:
    assert ask(READINGS, {"amount": "NaN", "paid_on": "2021-02-30", "amout": "5"}) == {
        "errors": [
            {"input": "amount", "message": "Write an amount in US dollars, such as 1250 or 1,250.00."},
            {"input": "paid_on", "message": "February 2021 has 28 days. Write a day from 1 to 28."},
            {"input": "amout", "message": "This rule has no input of that name. Did you mean amount?"},
        ]
    }
    words = "How the fee is set: nothing is known before 3 February 2013. Give that day or a later one."
    assert ask(READINGS, {**BANDED, "paid_on": "2013-02-02"}) == {"errors": [{"input": "paid_on", "message": words}]}


def test_a_condition_is_put_to_each_input_it_is_about_once() -> None:
    words = "The offer comes on or before the day of payment (1 June 2025). Change one of the two dates."
    assert ask(READINGS, {"amount": "5", "paid_on": "2025-06-01", "offered_on": "2025-06-02"})["errors"] == [
        {"input": "paid_on", "message": words},
        {"input": "offered_on", "message": words},
    ]
