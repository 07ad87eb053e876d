"""A rule of two states in, the questions that are put to both out: people's, examples', and those at their limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from smallprint.impact.changes import Origin, Spot
from smallprint.model import Policy, Rule
from smallprint.places import Text


@dataclass(frozen=True)
class Question:
    """What is typed to a rule, for whom; `reading` is empty for the adopted one.

    `but` and `moved` are empty unless this is another question with one input, `moved`, at a limit; `number` is what
    that input is called where it is a number.
    """

    origin: Origin
    who: str
    about: str
    rule: str
    reading: str
    typed: tuple[tuple[str, str], ...]
    spot: Spot
    but: str = ""
    moved: str = ""
    number: str = ""

    @property
    def given(self) -> dict[str, str]:
        """The inputs by name."""
        return dict(self.typed)

    @property
    def key(self) -> tuple[str, str, frozenset[tuple[str, str]]]:
        """What makes two questions the same."""
        return self.rule, self.reading, frozenset(self.typed)


def questions(policies: Iterable[Policy], rules: Mapping[str, str]) -> list[Question]:
    """People's questions, then examples, each once, those of the first state before those of the next.

    `rules` has the id to ask by for each id that a question may name: another one where a rule bears a new id.
    """
    policies = list(policies)
    found: dict[object, Question] = {}
    for policy in policies:
        for question in _of_people(policy, rules):
            found.setdefault(question.key, question)
    for policy in policies:
        for rule in policy.rules:
            for question in _of_examples(rule, rules):
                found.setdefault(question.key, question)
    return list(found.values())


def _of_people(policy: Policy, rules: Mapping[str, str]) -> Iterator[Question]:
    for person in policy.people:
        for asked in person.asks:
            if asked.rule in rules:
                rule, spot = rules[str(asked.rule)], _spot(asked.title)
                yield Question("person", str(person.name), str(asked.title), rule, "", _plain(asked.given), spot)


def _of_examples(rule: Rule, rules: Mapping[str, str]) -> Iterator[Question]:
    for example in rule.examples if rule.id in rules else ():
        reading = "" if example.reading == rule.adopted.id else str(example.reading)
        id, spot = rules[str(rule.id)], _spot(example.place)
        yield Question("example", str(example.title), "", id, reading, _plain(example.given), spot)


def _plain(given: Iterable[tuple[Text, Text]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(text)) for name, text in given)


def _spot(text: Text) -> Spot:
    return Spot(text.place.path, text.place.line)
