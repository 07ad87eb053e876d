"""The made-up readers themselves: enough of them for every rule, and an answer to each of their questions."""

from __future__ import annotations

import pytest

from smallprint.model.people import Person
from tests.real import real_check, real_policy

POLICY = real_policy()
PEOPLE = POLICY.people


def test_together_they_ask_every_rule() -> None:
    assert len(PEOPLE) >= 12
    asked = {str(question.rule) for person in PEOPLE for question in person.asks}
    assert asked == {str(rule.id) for rule in POLICY.rules}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: str(person.id))
def test_each_question_has_an_answer(person: Person) -> None:
    for question in person.asks:
        typed = {str(name): str(text) for name, text in question.given}
        assert real_check().ask(question.rule, typed, "").get("answers"), question.title


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: str(person.id))
def test_they_are_told_in_a_sentence(person: Person) -> None:
    assert person.who.startswith(person.name)
    assert person.who.endswith(".")
    assert len(person.asks) >= 4
    titles = [question.title for question in person.asks]
    assert len(set(titles)) == len(titles), "a report tells them apart by these words"
