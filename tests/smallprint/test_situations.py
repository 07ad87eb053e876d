"""Conditions compared exactly: which hold always, never, and which leave nothing to others."""

from __future__ import annotations

from datetime import date

import pytest

from smallprint.formula import parse
from smallprint.places import Text
from smallprint.scope import Scope, scope_of
from smallprint.situations import Days, Situations, stretches
from tests.smallprint.cases import CASES, check_texts

DAYS = Days(date(2024, 1, 1), date(2024, 12, 31))


def scope(case: str) -> Scope:
    checked = check_texts(**{case: (CASES / "good" / f"{case}.yaml").read_text("utf-8")})
    assert checked.policy is not None
    return scope_of(checked.policy.rule(case))


NUMBERS, CHOICES = scope("numbers"), scope("cases")


def judged(text: str, within: Scope) -> str:
    tree = parse(Text(text))[0].tree
    here = Situations(within, DAYS, [tree])
    return "always" if here.always(tree) else "never" if here.never(tree) else "depends"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hours >= 0", "always"),
        ("hours < 0", "never"),
        ("hours > 0", "depends"),
        ("connects == 0 or connects >= 1", "always"),
        ("connects > 0 and connects < 1", "never"),
        ("hours > 0 and hours < 1", "depends"),
        ("per_proposal >= 1", "always"),
        ("rate > least and rate < most", "depends"),
        ("rate > most and rate < least", "never"),
        ("rate <= most or rate > least", "always"),
        ("rate > rate", "never"),
        ("connects == connects", "always"),
        ("connects < per_proposal and per_proposal < connects", "never"),
        ("connects <= per_proposal or connects > per_proposal", "always"),
        ("not (hours < 0)", "always"),
        ("least < most", "always"),
        ("(hours > 0) if connects > 1 else (hours < 0)", "depends"),
    ],
)
def test_numbers(text: str, expected: str) -> None:
    assert judged(text, NUMBERS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('contract == "hourly"', "depends"),
        ('contract == "hourly" or contract == "fixed"', "always"),
        ('contract == "hourly" and contract == "fixed"', "never"),
        ('contract != "hourly" and contract != "fixed"', "never"),
        ('contract != "hourly" or contract != "fixed"', "always"),
        ('not contract == "hourly" or contract == "hourly"', "always"),
        ("paid_on > paid_on", "never"),
    ],
)
def test_choices(text: str, expected: str) -> None:
    assert judged(text, CHOICES) == expected


def test_too_many_situations_are_not_guessed_at() -> None:
    names = [f"amount > {name}" for name in ("small_amount", "share")]
    text = " and ".join(f"given(x{number})" for number in range(20))
    tree = parse(Text(f"{names[0]} and {text}"))[0].tree
    here = Situations(CHOICES, DAYS, [tree])
    assert not here.known
    assert not here.always(tree)
    assert not here.never(tree)


def test_days_are_cut_where_something_changes() -> None:
    found = stretches([(date(2020, 1, 1), date(2021, 12, 31)), (date(2022, 1, 1), None)])
    assert [days.first for days in found] == [date.min, date(2020, 1, 1), date(2022, 1, 1)]
    assert [days.last for days in found] == [date(2019, 12, 31), date(2021, 12, 31), date.max]
