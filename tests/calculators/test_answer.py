"""The answer object: what stands in it when all is given, when inputs are missing, and when something is mistaken."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TypedDict, cast

import pytest

from calculators.runtime.answer import answer
from calculators.runtime.arithmetic import divide
from calculators.runtime.dates import add_days
from calculators.runtime.rule import Input, Must, Period, Reading, Rule, step
from calculators.runtime.values import Finding, Findings
from tests.calculators.sample import READINGS, SlidingFee, WholeAmount

TODAY = date(2026, 11, 23)
BANDED = {"amount": "600", "paid_on": "2021-06-01", "billed_before": "0"}


class Answer(TypedDict, total=False):
    """The object, as far as the tests look into it."""

    rule: str
    in_force_on: str | None
    reading: str
    answers: dict[str, object]
    steps: list[dict[str, object]]
    readings: list[dict[str, object]]
    asked: list[str]
    missing: list[str]
    sentence: str
    shown: list[dict[str, str]]
    read: dict[str, str]
    errors: list[dict[str, str]]


def ask(
    readings: tuple[type[Rule], ...] = READINGS, typed: dict[str, str] = BANDED, reading: str | None = None
) -> Answer:
    return cast(Answer, json.loads(json.dumps(answer(readings, typed, TODAY, reading))))


def test_everything_given() -> None:
    got = ask()
    assert list(got) == [
        *("rule", "in_force_on", "reading", "answers", "steps", "readings", "asked", "missing"),
        *("sentence", "shown", "read"),
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
    steps = {str(one["name"]): one for one in ask()["steps"]}
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
    first, second = ask()["readings"]
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
    got = ask(reading="whole-amount")
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
    assert [one["id"] for one in ask(typed={**BANDED, "paid_on": day})["readings"]] == readings


def test_a_reading_that_cannot_be_had_is_an_error() -> None:
    later = {**BANDED, "paid_on": "2024-01-01"}
    assert ask(typed=later, reading="whole-amount") == {
        "errors": [
            {
                "input": "reading",
                "message": "This reading is of the rules from 21 June 2016 until 2 May 2023. "
                "Give such a day, or choose another reading.",
            }
        ]
    }
    assert ask(reading="oficial")["errors"] == [
        {"input": "reading", "message": "Did you mean official? Write one of: official, whole-amount."}
    ]
    assert ask(readings=(WholeAmount,), typed=later)["errors"] == [
        {"input": "paid_on", "message": "No reading of this rule is of that day. Give another day."}
    ]


def test_missing_inputs_are_named_in_the_order_of_the_form() -> None:
    got = ask(typed={})
    assert got["missing"] == ["amount", "paid_on"]
    assert got["asked"] == ["amount", "paid_on"]
    assert (got["answers"], got["steps"], got["shown"], got["sentence"]) == ({}, [], [], "")
    assert got["in_force_on"] is None
    assert [one["id"] for one in got["readings"]] == ["official", "whole-amount"]
    got = ask(typed={"paid_on": "2021-06-01"})
    assert got["missing"] == ["amount"]
    assert got["in_force_on"] == "2021-06-01"
    assert [one["missing"] for one in got["readings"]] == [["amount"]] * 2
    assert ask(typed={"paid_on": "2021-06-01", "amount": "600"})["missing"] == ["billed_before"]


def test_mistakes_stand_alone() -> None:
    assert ask(typed={"amount": "NaN", "paid_on": "2021-02-30", "amout": "5"}) == {
        "errors": [
            {"input": "amount", "message": "Write an amount in US dollars, such as 1250 or 1,250.00."},
            {"input": "paid_on", "message": "February 2021 has 28 days. Write a day from 1 to 28."},
            {"input": "amout", "message": "This rule has no input of that name. Did you mean amount?"},
        ]
    }
    words = "How the fee is set: nothing is known before 3 February 2013. Give that day or a later one."
    assert ask(typed={**BANDED, "paid_on": "2013-02-02"}) == {"errors": [{"input": "paid_on", "message": words}]}


def test_a_condition_is_put_to_each_input_it_is_about_once() -> None:
    words = "The offer comes on or before the day of payment (1 June 2025). Change one of the two dates."
    assert ask(typed={"amount": "5", "paid_on": "2025-06-01", "offered_on": "2025-06-02"})["errors"] == [
        {"input": "paid_on", "message": words},
        {"input": "offered_on", "message": words},
    ]


class Odd(Rule):
    """A rule with every kind of answer, days it is not known on, and sums that cannot be done."""

    id = "odd"
    policy_file = "policy/odd.yaml"
    sentence = "{verdict}: {wait} until {day}, {share}, {note}."
    dated_by = "on"
    answers = ("wait", "day", "share", "known", "verdict", "items", "times")
    periods = (
        Period(date(2016, 1, 1), date(2017, 12, 31), ("help",), line=1),
        Period(date(2018, 1, 1), date(2018, 12, 31), (), line=2, unknown="No copy was found."),
        Period(date(2020, 1, 1), date(2030, 12, 31), ("help",), line=3),
    )
    reading = Reading("official", "As published", "adopted", "", (), line=4)

    on = Input[date]("date", "For which day?", line=5, default="today")
    days = Input[int]("count", "How many days?", line=6)
    into = Input[int]("count", "Into how many?", line=7)
    note = Input[str]("text", "What note?", line=8, optional=True)

    @step("days", "Wait", line=9)
    def wait(self) -> int:
        """As typed."""
        return self.so(self.days, "days")

    @step("date", "Day", line=10)
    def day(self) -> date:
        """So many days on."""
        return self.so(add_days(self.on, self.days), "on plus days")

    @step("rate", "Share", line=11)
    def share(self) -> Decimal:
        """One part of as many."""
        return self.so(divide(1, self.into), "1 / into")

    @step("yesno", "Known", line=12)
    def known(self) -> bool:
        """Always."""
        return self.so(True, "yes")

    @step("verdict", "Verdict", line=13, options={"yes": "You may", "no": "You may not"})
    def verdict(self) -> str:
        """Always yes."""
        return self.so("yes", "yes")

    @step("list", "To do", line=14)
    def items(self) -> Findings:
        """Two things, one of them found in a text."""
        return self.so(Findings((Finding("a", "Do it."), Finding("b", "Stop.", "mail", 0, 4, ("help",)))), "both")

    @step("number", "Times", line=15)
    def times(self) -> Decimal:
        """How often."""
        return self.so(divide(self.days, self.into), "days / into")


def odd(**typed: str) -> Answer:
    return ask((Odd,), typed)


def test_every_kind_of_answer() -> None:
    got = odd(days="1", into="8", note="hello")
    assert got["in_force_on"] == "2026-11-23"
    assert got["answers"] == {
        "wait": 1,
        "day": "2026-11-24",
        "share": "0.125",
        "known": True,
        "verdict": "yes",
        "items": [
            {"id": "a", "text": "Do it."},
            {"id": "b", "text": "Stop.", "what": "mail", "start": 0, "end": 4, "sources": ["help"]},
        ],
        "times": "0.125",
    }
    assert got["sentence"] == "You may: 1 day until 24 November 2026, 12.5%, hello."
    assert got["read"] == {"on": "23 November 2026", "days": "1", "into": "8"}
    assert got["asked"] == ["on", "days", "into"]


def test_a_sentence_that_names_what_was_not_given_is_left_out() -> None:
    got = odd(days="1", into="8")
    assert got["sentence"] == ""
    assert got["asked"] == ["on", "days", "into"]
    assert got["missing"] == []


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("2015-12-31", "Nothing is known before 1 January 2016. Give that day or a later one."),
        ("2018-06-01", "The rules of 1 June 2018 are not known. No copy was found."),
        ("2019-06-01", "The rules of 1 June 2019 are not known. Give another day."),
        ("2031-01-01", "Nothing is known after 31 December 2030. Give that day or an earlier one."),
    ],
)
def test_a_day_the_rule_is_not_known_on(day: str, message: str) -> None:
    assert odd(on=day)["errors"] == [{"input": "on", "message": message}]


def test_a_sum_that_cannot_be_done_is_put_to_the_number_asked_last() -> None:
    assert odd(days="5", into="0")["errors"] == [
        {"input": "into", "message": "Nothing can be worked out with this number. Write another one."}
    ]
    assert odd(days="99999999", into="1")["errors"] == [
        {"input": "days", "message": "This leads to a date outside the years 1 to 9999. Write another one."}
    ]


class Borrower(Rule):
    """A rule that asks another one about a day of its own."""

    id = "borrower"
    policy_file = "policy/borrower.yaml"
    dated_by = "on"
    answers = ("fee",)
    reading = Reading("official", "As published", "adopted", "", (), line=1)
    on = Input[date]("date", "For which day?", line=2)

    @step("money", "Fee", line=3)
    def fee(self) -> Decimal:
        """The other rule's fee."""
        other = self.apply(SlidingFee, paid_on=self.on, amount=Decimal(1), billed_before=Decimal(0))
        return self.so(self.take(other, SlidingFee.fee), "the other fee")


class Strict(Borrower):
    """Another reading, which asks for more and has a condition."""

    reading = Reading("strict", "Strictly", "disputed", "", (), line=4)
    since = Input[date](
        "date", "Since when?", line=5, musts=(Must("since_must_1", "Give a day before {on}.", ("since",), line=6),)
    )

    def since_must_1(self) -> bool:
        """It is before."""
        return self.since < self.on

    @step("money", "Fee", line=7)
    def fee(self) -> Decimal:
        """Nothing, once it has lasted."""
        return self.so(Decimal(0) if self.since < self.on else Decimal(1), "nothing")


def test_a_borrowed_rules_mistakes_are_put_to_an_input_that_is_asked() -> None:
    errors = ask((Borrower,), {"on": "2013-01-01"})["errors"]
    assert [one["input"] for one in errors] == ["on"]


def test_another_readings_missing_inputs_and_mistakes_stand_with_it() -> None:
    both = (Borrower, Strict)
    got = ask(both, {"on": "2024-01-01"})
    assert (got["answers"], got["asked"], got["missing"]) == ({"fee": "0.10"}, ["on"], [])
    assert got["readings"][1]["missing"] == ["since"]
    assert "missing" not in got["readings"][0]
    got = ask(both, {"on": "2024-01-01", "since": "2024-01-01"})
    assert got["answers"] == {"fee": "0.10"}
    assert got["readings"][1]["errors"] == [{"input": "since", "message": "Give a day before 1 January 2024."}]
    assert got["readings"][1]["answers"] == {}
    got = ask(both, {"on": "2024-01-01"}, reading="strict")
    assert (got["answers"], got["asked"], got["missing"]) == ({}, ["since"], ["since"])
