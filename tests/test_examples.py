"""Every example of every policy file, asked of the committed module, as the page and the command line ask it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from calculators.ask import ask
from calculators.runtime.worked import plain
from smallprint.expected import INSTEAD, expected
from smallprint.link import link
from smallprint.load import load
from smallprint.model import Example, Rule

ROOT = Path(__file__).parent.parent
RULES = link({str(rule.id): rule for rule in load(ROOT).rules})
EXAMPLES = [(rule, example) for rule in RULES.values() for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule.id}: {one.title}" for rule, one in EXAMPLES])
def test_a_committed_module_answers_its_examples(rule: Rule, example: Example) -> None:
    typed = {str(name): str(text) for name, text in example.given}
    said = ask(str(rule.id), typed, date(2026, 1, 1), example.reading or None)
    for name, wanted in expected(example, rule).items():
        found = stopped(said, name) if name in INSTEAD else answered(said, name)
        assert found >= set(wanted.split()) if name in INSTEAD else found == {wanted}, said


def stopped(said: dict[str, object], name: str) -> set[str]:
    """The inputs that are missing, or those that are mistaken."""
    if name == "mistake":
        errors = said.get("errors", [])
        assert isinstance(errors, list)
        return {error["input"] for error in errors}
    missing = said["missing"]
    assert isinstance(missing, list)
    return set(missing)


def answered(said: dict[str, object], name: str) -> set[str]:
    """The answer, as a policy file writes it."""
    answers = said["answers"]
    assert isinstance(answers, dict)
    return {plain(answers[name])}
