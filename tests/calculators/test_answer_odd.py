"""The answer object of odd rules: every kind of answer, gaps, sums that cannot be done, readings that ask for more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from calculators.runtime.arithmetic import divide
from calculators.runtime.dates import add_days
from calculators.runtime.questions import Input, Must
from calculators.runtime.rule import Period, Reading, Rule, step
from calculators.runtime.values import Finding, Findings
from tests.calculators.answers import Answer, ask
from tests.calculators.sample import SlidingFee


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
        other = self.ask_other(SlidingFee, paid_on=self.on, amount=Decimal(1), billed_before=Decimal(0))
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
