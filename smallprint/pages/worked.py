"""A rule's examples in, the same examples worked out by its generated module out, and readings compared on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from smallprint.asking import Ask
from smallprint.model import Example, Reading, Rule


class Shown(TypedDict):
    """One answer in words."""

    name: str
    label: str
    text: str


class Step(TypedDict, total=False):
    """One line of an answer's working."""

    name: str
    label: str
    kind: str
    value: object
    shown: str
    formula: str
    because: str
    sources: list[str]
    parts: list[dict[str, str]]
    unrounded: dict[str, str]


class Read(TypedDict, total=False):
    """What one reading answers."""

    id: str
    title: str
    sentence: str
    shown: list[Shown]
    missing: list[str]
    errors: list[dict[str, str]]


class Answer(TypedDict, total=False):
    """The parts of a calculator's answer that pages use."""

    sentence: str
    answers: dict[str, object]
    shown: list[Shown]
    steps: list[Step]
    readings: list[Read]
    read: dict[str, str]
    missing: list[str]
    errors: list[dict[str, str]]


@dataclass(frozen=True)
class Given:
    """One input of an example: what it is called and its value in words."""

    noun: str
    value: str


@dataclass(frozen=True)
class Worked:
    """An example and what its rule's module answered."""

    example: Example
    given: tuple[Given, ...]
    answer: Answer

    @property
    def outcome(self) -> list[tuple[str, str]]:
        """Each answer's label and its words; of a list, how many things stand in it."""
        answers = self.answer.get("answers", {})
        return [(shown["label"], _counted(answers.get(shown["name"]), shown["text"])) for shown in self.answer["shown"]]

    @property
    def mistakes(self) -> list[str]:
        """What to do about the inputs, where they cannot be used."""
        return [error["message"] for error in self.answer.get("errors", [])]

    @property
    def missing(self) -> list[str]:
        """The names of the inputs that are asked next."""
        return self.answer.get("missing", [])


def worked(rule: Rule, ask: Ask) -> list[Worked]:
    """Each example with its answer, the adopted reading's first."""
    ordered = sorted(rule.examples, key=lambda example: example.reading not in ("", rule.adopted.id))
    return [_work_out(rule, example, ask) for example in ordered]


@dataclass(frozen=True)
class Difference:
    """An example that a reading answers otherwise: label, its words and the adopted reading's, for each such answer."""

    example: Example
    answers: tuple[tuple[str, str, str], ...]


def compared(reading: Reading, rule: Rule, examples: list[Worked]) -> list[Difference]:
    """Where a reading answers an example otherwise than the adopted one; left out where one of them has no answer."""
    differences = []
    for one in examples:
        read = {read["id"]: read for read in one.answer.get("readings", [])}
        own, adopted = read.get(str(reading.id)), read.get(str(rule.adopted.id))
        if own and adopted and (answers := _differing(own["shown"], adopted["shown"])):
            differences.append(Difference(one.example, answers))
    return differences


def _differing(own: list[Shown], adopted: list[Shown]) -> tuple[tuple[str, str, str], ...]:
    other = {shown["name"]: shown["text"] for shown in adopted}
    return tuple((a["label"], a["text"], other[a["name"]]) for a in own if other.get(a["name"], a["text"]) != a["text"])


def things(value: object) -> list[dict[str, object]] | None:
    """The things that stand in a list answer; None for any other value, also for a table of bands."""
    return value if isinstance(value, list) and all("text" in one for one in value) else None


def _counted(value: object, words: str) -> str:
    listed = things(value)
    return words if listed is None else str(len(listed) or "none")


def _work_out(rule: Rule, example: Example, ask: Ask) -> Worked:
    typed = {str(name): str(value) for name, value in example.given}
    answer: Answer = ask(rule.id, typed, example.reading)  # type: ignore[assignment]  # its documented shape
    nouns = {str(one.name): str(one.noun or one.ask) for one in rule.inputs}
    read = answer.get("read", {})
    given = tuple(Given(nouns.get(name, name), read.get(name, value)) for name, value in typed.items())
    return Worked(example, given, answer)
