"""Two cases side by side: both answers, what sets them apart, and rules that are answered first for another."""

from __future__ import annotations

import json
from typing import Any

import pytest

from calculators.calls import call
from smallprint.client_settings import takes
from smallprint.model.clients import Comparison
from tests.real import real_policy

type Json = Any
TODAY = "2026-11-26"
PLAN = {
    "monthly_billing": "1000", "client_rate": "5%", "met_on": "2026-01-01", "leaving_on": "2026-11-26",
    "highest_rate": "50", "met_outside": "no", "offered_on": "2026-01-02", "contract_rate": "10%",
}  # fmt: skip


def stay_or_leave() -> Comparison:
    clients = real_policy().clients
    assert clients is not None
    return clients.compares[0]


def compare(rule: str, one: dict[str, str], two: dict[str, str], through: Comparison | None = None) -> Json:
    taken = takes(through) if through else []
    asked = {"rule": rule, "takes": taken, "cases": [one, two], "names": ["first", "second"], "today": TODAY}
    return json.loads(call("compare", json.dumps(asked)))


def words(said: Json) -> dict[str, str]:
    return {one["name"]: one["words"] for one in said["differences"]}


def test_two_payments() -> None:
    one = {"amount": "600", "paid_on": "2021-06-01", "billed_before": "0"}
    said = compare("service-fee", one, {"amount": "600", "paid_on": "2024-06-01"})
    assert words(said) == {"fee": "$50.00 more in “first”.", "net": "$50.00 more in “second”."}
    assert [one["texts"] for one in said["differences"]] == [["$110.00", "$60.00"], ["$490.00", "$540.00"]]
    steps = {one["label"]: one for one in said["steps"]}
    assert steps["Fee for everybody"]["texts"] == ["not needed", "10%"]
    assert said["cases"][0]["others"][0]["title"] == "One rate for the whole payment"


@pytest.mark.parametrize(
    ("rule", "one", "two", "expected"),
    [
        ("free-date", {"met_on": "2024-03-15"}, {"met_on": "2024-03-16"}, "1 day later in “second”."),
        ("free-date", {"met_on": "2024-03-15"}, {"met_on": "2024-01-15"}, "59 days later in “first”."),
        ("free-date", {"met_on": "2024-03-15"}, {"met_on": "15 March 2024"}, "The same in both."),
    ],
)
def test_differences_in_words(rule: str, one: dict[str, str], two: dict[str, str], expected: str) -> None:
    assert list(words(compare(rule, one, two)).values()) == [expected]


def test_choices_differ_without_an_amount() -> None:
    asked = {"asked_on": "2026-03-02", "reply": "none"}
    said = compare("escrow-refund", asked, asked | {"reply": "disputes"})
    assert words(said) == {"decides_on": "The same in both.", "goes_to": "They differ."}


def test_what_is_missing_or_wrong_in_one_case_leaves_the_other_answered() -> None:
    said = compare(
        "service-fee", {"amount": "1.250", "paid_on": "2024-06-01"}, {"amount": "5", "paid_on": "2021-06-01"}
    )
    assert [error["input"] for error in said["cases"][0]["errors"]] == ["amount"]
    assert said["cases"][1]["missing"] == ["billed_before"]
    assert said["differences"] == []


def test_leaving_now_or_later_with_the_fees_worked_out_first() -> None:
    later = PLAN | {"leaving_on": "2028-01-26"}
    said = compare("leave-or-stay", PLAN, later, stay_or_leave())
    assert words(said)["saved_per_month"] == "The same in both."
    assert words(said)["conversion_fee"] == "$14,039.00 more in “first”."
    assert said["cases"][0]["answers"]["break_even_months"] == "93.6"
    assert [one["input"] for one in said["cases"][0]["taken"]] == ["conversion_fee", "freelancer_rate"]
    assert said["cases"][0]["taken"][0]["sentence"].startswith("Leaving costs $14,040.00")
    assert said["cases"][1]["taken"][0]["sentence"].startswith("Leaving costs $1.00")


def test_what_other_rules_need_is_asked_by_the_names_of_the_form() -> None:
    said = compare("leave-or-stay", {}, PLAN | {"monthly_billing": "1.250"}, stay_or_leave())
    assert "monthly_billing" in said["cases"][0]["missing"]
    assert not {"amount", "paid_on", "conversion_fee", "freelancer_rate"} & set(said["cases"][0]["missing"])
    assert {error["input"] for error in said["cases"][1]["errors"]} == {"monthly_billing"}
