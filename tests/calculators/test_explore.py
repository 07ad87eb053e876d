"""What lies around an answer is what asking says: each change is asked, each range tried at its ends, each time too."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest

from calculators.ask import ask, readings_of, rule_named
from calculators.explore import explore
from calculators.rules import RULES
from calculators.runtime.answer import put, work_out
from calculators.runtime.eras import boundaries, by_the_rules_of
from calculators.runtime.inputs import read
from calculators.runtime.limits import input_of, place_of, value_at
from calculators.runtime.matters import typed_value
from calculators.runtime.mistakes import Unreadable
from calculators.runtime.rule import Rule, Step
from calculators.runtime.values import Value
from smallprint.load import load
from tests.calculators.explored import Explored

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 26)


def around(rule: str, reading: str | None = None, **typed: str) -> Explored:
    """Through JSON, as a page gets it."""
    return cast(Explored, json.loads(json.dumps(explore(rule, typed, TODAY, reading))))


def examples() -> Iterator[tuple[str, dict[str, str], str | None]]:
    for rule in load(ROOT).rules:
        for example in rule.examples[:4]:
            yield str(rule.id), {str(name): str(text) for name, text in example.given}, str(example.reading) or None


EXAMPLES = list(examples())


@pytest.mark.parametrize("rule_id", RULES)
def test_every_change_is_what_asking_says_and_one_step_before_it_changes_nothing(rule_id: str) -> None:
    for _, typed, reading in (one for one in EXAMPLES if one[0] == rule_id):
        found = around(rule_id, reading, **typed)
        for matter in found["matters"]:
            name = matter["input"]
            for change in matter["changes"]:
                said = ask(rule_id, {**typed, name: change["value"]}, TODAY, reading)
                assert said.get("missing") == change["missing"], (typed, change)
                assert [one["text"] for one in change["answers"]] == in_short(said), (typed, change)
                assert bool(matter["none"]) == (matter["changes"] == [])


def in_short(said: Mapping[str, object]) -> list[str]:
    shown, answers = said["shown"], said["answers"]
    assert isinstance(shown, list)
    assert isinstance(answers, dict)
    texts = []
    for one in shown:
        value = answers[one["name"]]
        is_list = isinstance(value, list) and all("text" in item for item in value)
        texts.append(str(len(value) or "none") if is_list else one["text"])
    return texts


@pytest.mark.parametrize("rule_id", RULES)
def test_readings_agree_at_the_ends_of_their_ranges_and_not_beyond(rule_id: str) -> None:
    readings = readings_of(rule_id)
    for _, typed, reading in (one for one in EXAMPLES if one[0] == rule_id):
        for one in around(rule_id, reading, **typed)["agree"]:
            asked = input_of(readings[0], one["input"])
            least, most = (place_of(asked, value_of(one["looked"][end], asked.kind)) for end in ("from", "to"))
            for ends in one["ranges"]:
                first, last = (place_of(asked, value_of(ends[end], asked.kind)) for end in ("from", "to"))
                beyond = [(place, False) for place in (first - 1, last + 1) if least <= place <= most]
                for place, same in ((first, True), (last, True), *beyond):
                    text = typed_value(asked.kind, value_at(asked, place)) if place >= 0 else "-1"
                    try:
                        read(asked, text)
                    except Unreadable:
                        continue
                    assert agree(rule_id, {**typed, one["input"]: text}, reading) in (same, None), (typed, one, text)


def value_of(text: str, kind: str) -> Value:
    return date.fromisoformat(text) if kind == "date" else Decimal(text)


def agree(rule_id: str, typed: dict[str, str], reading: str | None) -> bool | None:
    """Whether the readings that answer give one answer; None where fewer than two do."""
    said = ask(rule_id, typed, TODAY, reading)
    if "errors" in said:
        return None
    answers = [one["answers"] for one in cast("list[dict[str, object]]", said["readings"]) if one["answers"]]
    return None if len(answers) < 2 else all(one == answers[0] for one in answers)


@pytest.mark.parametrize("rule_id", RULES)
def test_the_rules_of_the_readers_own_day_give_the_readers_answer(rule_id: str) -> None:
    for _, typed, reading in (one for one in EXAMPLES if one[0] == rule_id):
        found = around(rule_id, reading, **typed)
        now = [era for era in found["changed"] if era["now"]]
        said = ask(rule_id, typed, TODAY, reading)
        if found["changed"] and said["in_force_on"]:
            assert len(now) == 1
            assert [one["text"] for one in now[0]["answers"]] == in_short(said)
        assert [part["when"] for part in found["periods"]] == [era["when"] for era in found["changed"]][::-1]
        for part, following in pairwise(found["periods"]):
            assert part["at"] + part["width"] >= following["at"] > part["at"]


@pytest.mark.parametrize("rule_id", RULES)
def test_periods_join_day_to_day_and_no_figure_changes_inside_one(rule_id: str) -> None:
    found = next(
        (found for _, typed, how in mine(rule_id) if (found := around(rule_id, how, **typed))["changed"]), None
    )
    assert found is not None
    oldest_first = found["changed"][::-1]
    assert oldest_first[-1]["until"] is None
    cuts = boundaries(readings_of(rule_id))
    for before, after in pairwise(oldest_first):
        assert before["until"] is not None
        assert after["start"] is not None
        assert date.fromisoformat(before["until"]) + timedelta(days=1) == date.fromisoformat(after["start"])
        assert date.fromisoformat(after["start"]) in cuts


def mine(rule_id: str) -> list[tuple[str, dict[str, str], str | None]]:
    return [one for one in EXAMPLES if one[0] == rule_id]


def only_dates(rule_id: str) -> bool:
    """Whether the day that dates the rule plays no other part: no step and no condition has it in its sum."""
    rule = rule_named(rule_id)
    members = [member for owner in rule.__mro__ for member in vars(owner).values()]
    codes = [member.work_out.__code__ for member in members if isinstance(member, Step)]
    codes += [member.__code__ for name, member in vars(rule).items() if "_must_" in name]
    inner = [const for code in codes for const in code.co_consts if hasattr(const, "co_names")]
    imports = any(one.__module__ != rule.__module__ for one in vars_of_module(rule) if one.__name__ != "Rule")
    return not imports and not any(rule.dated_by in code.co_names for code in [*codes, *inner])


def vars_of_module(rule: type) -> list[type]:
    names = vars(sys.modules[rule.__module__]).values()
    return [one for one in names if isinstance(one, type) and issubclass(one, Rule)]


@pytest.mark.parametrize("rule_id", [rule_id for rule_id in RULES if only_dates(rule_id)])
def test_the_rules_of_another_day_answer_as_if_it_were_that_day(rule_id: str) -> None:
    readings = readings_of(rule_id)
    for _, typed, reading in mine(rule_id):
        if "errors" in ask(rule_id, typed, TODAY, reading):
            continue
        question = put(readings, typed, TODAY, reading)
        for day in boundaries(readings):
            moved = {**question.given, readings[0].dated_by: day}
            fixed = work_out(by_the_rules_of(question.main, day), {**question.given, "figures_of": day}, TODAY)
            asked = work_out(question.main, moved, TODAY)
            assert (fixed.answers, fixed.missing) == (asked.answers, asked.missing), (typed, day)
            assert bool(fixed.errors) == bool(asked.errors)


LEAVING = {"met_on": "2025-03-05", "leaving_on": "2027-01-23", "highest_rate": "50", "met_outside": "no"}


def test_leaving_later_is_said_in_days_and_with_its_price() -> None:
    matters = {one["input"]: one for one in around("conversion-fee", **LEAVING)["matters"]}
    (later,) = matters["leaving_on"]["changes"]
    assert later["text"] == "41 days later, on 5 March 2027"
    assert later["value"] == "2027-03-05"
    assert later["answers"] == [{"name": "fee", "label": "Conversion fee", "text": "$1.00", "was": "$14,040.00"}]
    assert later["because"].startswith("At least two years have passed")
    low, high = matters["highest_rate"]["changes"]
    assert (low["value"], high["value"]) == ("3.56", "178.07")
    assert high["text"] == "$128.07 more ($178.07 per hour)"


def test_a_condition_that_fails_says_how_little_is_missing() -> None:
    typed = {"job_success_score": "92", "weeks_at_90": "14", "days_since_first_contract": "200"}
    more = {"earned_12_months": "750", "profile_complete": "yes", "no_violation_3_months": "no"}
    matters = {one["input"]: one for one in around("top-rated", None, **typed, **more)["matters"]}
    assert [one["text"] for one in matters["earned_12_months"]["changes"]] == ["$250.00 more ($1,000.00)"]
    assert [one["value"] for one in matters["no_violation_3_months"]["changes"]] == ["yes"]
    assert matters["on"]["none"] == "No other day changes how the answer comes about."


def test_readings_agree_up_to_the_first_limit_exactly() -> None:
    found = around("service-fee", amount="600", paid_on="2021-06-01", billed_before="0")
    amount = next(one for one in found["agree"] if one["input"] == "amount")
    assert amount == {
        "input": "amount",
        "noun": "Payment",
        "here": False,
        "ranges": [{"from": "0.00", "to": "500.00"}],
        "looked": {"from": "0.00", "to": "999999999999.99"},
        "text": "Payment up to $500.00: all readings agree.",
    }


@pytest.mark.parametrize(
    ("rule_id", "name", "typed"),
    [
        ("hourly-payday", "worked_on", {"worked_on": "2026-11-02"}),
        ("free-date", "met_on", {"met_on": "2024-03-15"}),
        ("fixed-price-dispute", "ended_on", {"ended_on": "2026-03-01"}),
    ],
)
def test_readings_that_lie_a_day_apart_are_said_to_differ_as_far_as_was_looked(
    rule_id: str, name: str, typed: dict[str, str]
) -> None:
    found = next(one for one in around(rule_id, **typed)["agree"] if one["input"] == name)
    assert "agree on no day. We looked no farther." in found["text"]
    assert found["ranges"] == []
    first, last = (date.fromisoformat(found["looked"][end]) for end in ("from", "to"))
    assert first + timedelta(days=10) <= date.fromisoformat(typed[name]) <= last - timedelta(days=10)
    for days in range((last - first).days + 1):
        day = (first + timedelta(days=days)).isoformat()
        assert agree(rule_id, {**typed, name: day}, None) in (False, None), day


def test_readings_that_are_proved_to_differ_everywhere_are_said_to() -> None:
    found = around("withdrawal-fee", amount="500", withdrawn_on="2026-10-01", method="wire")["agree"]
    assert [one["text"] for one in found] == [
        "Amount: the readings agree at no value.",
        "Day of withdrawal: the readings agree on no day.",
    ]


def test_times_are_newest_first_with_what_changed_and_what_would_be_asked() -> None:
    found = around("service-fee", amount="600", paid_on="2021-06-01", billed_before="0")["changed"]
    whens = [era["when"] for era in found]
    assert whens[0] == "since 1 May 2025"
    assert whens[-1] == "before 3 February 2013"
    assert found[0]["missing"][0]["input"] == "offered_on"
    assert found[-1]["unknown"] == "Nothing is known of these days."
    bands = next(era for era in found if era["now"])
    assert (bands["start"], bands["until"]) == ("2016-06-21", "2023-05-02")
    assert [figure["label"] for figure in bands["figures"]] == ["How the fee is set"]
    flat = next(era for era in found if era["start"] == "2024-01-01")
    assert [one["text"] for one in flat["answers"]] == ["$60.00", "$540.00"]


def test_the_other_times_of_a_solved_rule_are_those_of_the_rule_it_solves() -> None:
    found = around("price-to-net", keep="600", paid_on="2021-06-01", billed_before="0")["changed"]
    prices = {era["when"]: [one["text"] for one in era["answers"][:1]] for era in found}
    assert prices["21 June 2016 to 2 May 2023"] == ["$722.22"]
    assert prices["1 January 2024 to 30 April 2025"] == ["$666.67"]


def test_without_an_answer_there_is_nothing_around_it() -> None:
    nothing: Explored = {"matters": [], "agree": [], "changed": [], "periods": []}
    assert around("service-fee", amount="600") == nothing
    assert around("service-fee", amount="x") == nothing
    assert around("no-such-rule") == nothing
