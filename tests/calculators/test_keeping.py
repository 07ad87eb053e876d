"""What a reader keeps of an answer: as text it says everything, as Python it runs and answers the same."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from calculators.answered_then import answered_then
from calculators.ask import ask, rule_named
from calculators.keeping import as_python, as_text
from calculators.rules import RULES
from calculators.runtime.answer import answer
from calculators.unsure import ask_either_way
from tests.calculators.sample import READINGS

TODAY = date(2026, 11, 26)
GIVEN = {"amount": "266.64", "paid_on": "2021-06-01", "billed_before": "0"}
ROOT = Path(__file__).parents[2]


def test_as_text_it_says_question_answer_steps_sources_readings_address_and_day() -> None:
    titles = {"help-service-fee-sliding": "The help page"}
    text = as_text("service-fee", GIVEN, TODAY, None, "https://guide.example/#amount=266.64", titles)
    for words in (
        "What does Upwork take from this payment?\nUpwork takes $53.33 of $266.64; you keep $213.31.",
        "Given\n- Payment: $266.64\n- Day of payment: 1 June 2021",
        "   20% of $266.64, the part up to $500.00: $53.328",
        "   $53.328, rounded to the cent",
        "   Source: The help page",
        "- One rate for the whole payment (contradicted): Service fee: $53.33",
        "Answered on 26 November 2026 by an independent guide; not legal advice.\nhttps://guide.example/#amount=266.64",
    ):
        assert words in text


def test_as_text_a_date_says_its_weekday_and_an_assumption_its_reason() -> None:
    assert "- Free from: 10 January 2027, a Sunday, in 45 days" in as_text(
        "free-date", {"met_on": "2025-01-10"}, TODAY, None, "", {}
    )
    text = as_text("platform-comparison", {"amount": "1000", "contract": "fixed"}, TODAY, None, "", {})
    assert "Taken for granted\n- Upwork's fee: not given. The contract's fee was not given" in text
    assert "- Day: 26 November 2026. No day was given, so this is today." in text


def test_without_an_answer_there_is_nothing_to_keep() -> None:
    assert as_text("service-fee", {"amount": "1.250"}, TODAY, None, "", {}) == ""
    assert as_text("service-fee", {}, TODAY, None, "", {}) == ""


@pytest.mark.parametrize("reading", [None, "whole-amount"])
def test_as_python_it_runs_and_answers_the_same(reading: str | None) -> None:
    program = as_python("service-fee", GIVEN, TODAY, reading)
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == str(ask("service-fee", GIVEN, TODAY, reading)["answers"])


def test_as_python_hostile_words_stay_words() -> None:
    typed = {"message": "'''\n\"\"\"); import os; os.abort() #\\", "contract_started": "no"}
    program = as_python("message-check", typed, TODAY, None)
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("{'verdict':")


@pytest.mark.parametrize("rule", RULES)
def test_no_link_puts_its_own_words_on_a_page(rule: str) -> None:
    for words in ("<b>Pay here</b>", "1e999999", "NaN", "Infinity", "2021-02-30", "٣", "true false", "9" * 40):
        assert answered_then(rule, dict.fromkeys(_answers(rule), words)) == []


def test_answers_of_every_kind_are_told_in_words() -> None:
    assert answered_then("free-date", {"free_on": "2027-01-10"})[0]["text"] == "10 January 2027"
    assert answered_then("connects-returned", {"returned": "true"})[0]["text"] == "yes"
    assert answered_then("connects-budget", {"left": "4"})[0]["text"] == "4"
    assert answered_then("contact-sharing", {"allowed": "no"})[0]["text"]
    assert answered_then("close-account", {"to_do": "none"})[0]["text"] == "none"
    assert answered_then("top-rated", {"failing": "weeks_at_90 weeks_at_90"})[0]["text"] == "weeks at 90"
    assert answered_then("close-account", {"to_do": "pay-owed pay-here"}) == []


def test_who_does_not_know_is_told_what_each_reply_would_give() -> None:
    typed = {"amount": "600", "paid_on": "2023-08-01"}
    told = ask_either_way("service-fee", typed, TODAY, None, ["was_at_5_percent"])
    assert told["missing"] == []
    assert told["same"] is False
    assert isinstance(told["either"], list)
    assert [(way["given"][0]["text"], way["answers"]["fee"]) for way in told["either"]] == [
        ("Yes", "30.00"),
        ("No", "60.00"),
    ]


def test_as_text_who_does_not_know_keeps_the_answer_to_each_reply() -> None:
    typed = {"amount": "600", "paid_on": "2023-08-01"}
    text = as_text("service-fee", typed, TODAY, None, "https://guide.example/#x", {}, ["was_at_5_percent"])
    assert text.startswith("What does Upwork take from this payment?\n\nIt depends on what you do not know.\n\n")
    for reply, fee in (("Yes", "$30.00"), ("No", "$60.00")):
        part = next(part for part in text.split("\n\n") if f"? {reply}\n" in part)
        assert f"- Service fee: {fee}" in part
        assert f"Upwork takes {fee} of $600.00" in part
    assert text.endswith("not legal advice.\nhttps://guide.example/#x\n")
    known = {**typed, "was_at_5_percent": "yes"}
    assert "It depends" not in as_text("service-fee", known, TODAY, None, "", {}, ["was_at_5_percent"])


def test_as_text_nothing_is_kept_while_every_reply_needs_more() -> None:
    assert as_text("hourly-protection", {}, TODAY, None, "", {}, ["hourly_contract"]) == ""


def test_what_every_reply_still_needs_is_asked_next() -> None:
    told = ask_either_way("hourly-protection", {}, TODAY, None, ["hourly_contract"])
    assert "id_verified" in str(told["missing"])
    assert "hourly_contract" not in str(told["missing"])


def test_a_reply_that_changes_nothing_is_said_to() -> None:
    typed = {"amount": "600", "paid_on": "2024-03-01"}
    told = ask_either_way("service-fee", typed, TODAY, None, ["was_at_5_percent"])
    assert told["same"] is True
    assert isinstance(told["either"], list)
    assert told["either"][0]["given"] == []
    assert len(told["either"]) == 1


def test_too_many_replies_are_asked_for_instead() -> None:
    unsure = ["hourly_contract", "id_verified", "billing_verified", "good_standing"]
    assert ask_either_way("hourly-protection", {}, TODAY, None, unsure) == {
        "either": [],
        "missing": unsure,
        "same": False,
    }


def test_a_mistake_offers_what_can_have_been_meant() -> None:
    for typed, offers in (
        ("1.250", ["1.25", "1,250"]),
        ("1,25", ["1.25", "125"]),
        ("1.234.567,89", ["1234567.89"]),
        ("nonsense", None),
    ):
        outcome = ask("service-fee", {"amount": typed}, TODAY)
        assert isinstance(outcome["errors"], list)
        assert outcome["errors"][0].get("offers") == offers
        for offer in offers or []:
            assert "errors" not in ask("service-fee", {"amount": offer}, TODAY)
    outcome = ask("free-date", {"met_on": "03/05/2023"}, TODAY)
    assert isinstance(outcome["errors"], list)
    assert outcome["errors"][0]["offers"] == ["3 May 2023", "5 March 2023"]


def test_a_step_shows_what_it_was_before_it_was_rounded() -> None:
    outcome = answer(READINGS, {"amount": "266.64", "paid_on": "2024-02-29"}, TODAY)
    assert isinstance(outcome["steps"], list)
    assert "unrounded" not in outcome["steps"][0]
    exact = ask("service-fee", {"amount": "100", "paid_on": "2024-02-29"}, TODAY)
    assert isinstance(exact["steps"], list)
    assert all("unrounded" not in step for step in exact["steps"])
    rounded = ask("service-fee", {"amount": "266.64", "paid_on": "2024-02-29"}, TODAY)
    assert isinstance(rounded["steps"], list)
    assert [step["unrounded"]["value"] for step in rounded["steps"] if "unrounded" in step] == ["26.664"]


def _answers(rule: str) -> list[str]:
    return list(rule_named(rule).answers)
