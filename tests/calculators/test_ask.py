"""Asking by a rule's id: the same text to the byte each time, and words for an id that is no rule."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

from calculators import ask as asking
from calculators.ask import ask, ask_json

TODAY = date(2026, 11, 23)
TYPED = {"amount": "600", "paid_on": "2021-06-01", "billed_before": "0"}


def test_an_answer_is_the_same_text_each_time() -> None:
    text = ask_json("service-fee", TYPED, TODAY)
    assert text == ask_json("service-fee", dict(reversed(TYPED.items())), TODAY)
    assert json.loads(text) == ask("service-fee", TYPED, TODAY)
    assert text.isascii()


def test_texts_of_any_characters_come_through() -> None:
    outcome = json.loads(ask_json("service-fee", {"amount": "\ud800\u00e9", "\ud800": ""}, TODAY))
    assert [one["input"] for one in outcome["errors"]] == ["amount", "\ud800"]


def test_an_id_that_is_no_rule_is_answered_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "RULES", {"service-fee": "service_fee", "free-date": "free_date"})
    assert ask("service-fees", {}, TODAY) == {
        "errors": [{"input": "rule", "message": "There is no rule `service-fees`. Did you mean `service-fee`?"}]
    }
    assert ask("../secret", {}, TODAY) == {
        "errors": [{"input": "rule", "message": "There is no rule `../secret`. See the list of rules."}]
    }


def test_a_rule_is_loaded_only_when_it_is_asked() -> None:
    """A reader's browser should not read thirty modules to answer one question."""
    code = "import sys, calculators.ask; print([m for m in sys.modules if m.startswith('calculators.rules.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("heavy", ["dataclasses", "inspect", "calendar", "locale", "difflib", "fractions", "asyncio"])
def test_nothing_heavy_is_loaded(heavy: str) -> None:
    """Every module of the standard library that the calculators load is downloaded by each reader."""
    code = f"import sys, calculators.ask; print({heavy!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
