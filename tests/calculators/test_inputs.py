"""Typed inputs: all mistakes at once, each at its input, and nothing taken for given that was not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from calculators.runtime.inputs import read_inputs
from calculators.runtime.mistakes import Mistake
from calculators.runtime.questions import Input
from calculators.runtime.rule import Rule

TODAY = date(2026, 11, 23)
D = Decimal


class Everything(Rule):
    """A rule with an input of each kind, and nothing to answer."""

    id = "everything"
    dated_by = "on"
    answers = ()

    on = Input[date]("date", "For which day?", line=1, default="today")
    price = Input[Decimal]("money", "How much an hour?", line=2, per="hour", at_least=D(3), at_most=D(1000))
    share = Input[Decimal]("rate", "Which share?", line=3, at_most=D("0.15"))
    hours = Input[Decimal]("number", "How many hours?", line=4)
    jobs = Input[int]("count", "How many jobs?", line=5, at_least=1)
    met_on = Input[date]("date", "When?", line=6, at_least=date(2020, 1, 1), at_most=date(2030, 12, 31))
    knew = Input[bool]("yesno", "Did you know each other?", line=7)
    plan = Input[str]("choice", "Which plan?", line=8, options={"basic": "Basic", "plus": "Plus"}, default="basic")
    message = Input[str]("text", "What does it say?", line=9)


def mistakes(**typed: str) -> dict[str, str]:
    with pytest.raises(Mistake) as stopped:
        read_inputs(Everything, typed, TODAY)
    return dict(stopped.value.about)


def test_each_kind_is_read() -> None:
    typed = {
        "message": " Hello\n",
        "plan": " plus ",
        "knew": "YES",
        "met_on": "3 May 2023",
        "jobs": "1,250",
        "hours": "12.5",
        "share": "13.5%",
        "price": "$3",
        "on": "2021-06-01",
    }
    values = read_inputs(Everything, typed, TODAY)
    assert values == {
        "on": date(2021, 6, 1),
        "price": D("3.00"),
        "share": D("0.135"),
        "hours": D("12.5"),
        "jobs": 1250,
        "met_on": date(2023, 5, 3),
        "knew": True,
        "plan": "plus",
        "message": " Hello\n",
    }
    assert list(values) == [one.name for one in Everything.inputs()]


def test_nothing_is_assumed_but_what_the_rule_says() -> None:
    assert read_inputs(Everything, {}, TODAY) == {"on": TODAY, "plan": "basic"}
    assert read_inputs(Everything, {"jobs": "", "on": "  ", "message": "\n"}, TODAY) == {"on": TODAY, "plan": "basic"}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("price", "2.99", "Write at least $3.00 per hour."),
        ("price", "1000.01", "Write at most $1,000.00 per hour."),
        ("share", "15.01%", "Write at most 15%."),
        ("jobs", "0", "Write at least 1."),
        ("met_on", "2019-12-31", "Write 1 January 2020 or a later day."),
        ("met_on", "2031-01-01", "Write 31 December 2030 or an earlier day."),
        ("on", "today", "Write the date as year-month-day, such as 2021-06-01, or as 1 June 2021."),
        ("knew", "y", "Write yes or no."),
        ("knew", "true", "Write yes or no."),
        ("plan", "Basic", "Did you mean basic? Write one of: basic, plus."),
        ("plan", "enterprise", "Write one of: basic, plus."),
        ("price", "9" * 61, "Write at most 60 characters."),
        ("met_on", "9" * 100_000, "Write at most 60 characters."),
        ("message", "x" * 20_001, "Write at most 20,000 characters; this has 20,001."),
        ("prise", "5", "This rule has no input of that name. Did you mean price?"),
        (
            "colour",
            "",
            "This rule has no input of that name. It has: on, price, share, hours, jobs, met_on, knew, plan, message.",
        ),
    ],
)
def test_what_cannot_be_read(name: str, text: str, message: str) -> None:
    assert mistakes(**{name: text}) == {name: message}


def test_bounds_themselves_are_fine() -> None:
    typed = {"price": "1000", "share": "15%", "jobs": "1", "met_on": "2030-12-31", "message": "x" * 20_000}
    assert len(read_inputs(Everything, typed, TODAY)) == 7


def test_all_mistakes_come_at_once_in_the_order_of_the_form() -> None:
    assert list(mistakes(wrong="1", knew="perhaps", price="NaN", jobs="2.5", hours="5")) == [
        "price",
        "jobs",
        "knew",
        "wrong",
    ]
