"""A rule's worked examples in, what lies around the first answer among them out, to stand there before any script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict, cast

from smallprint.asking import Ask
from smallprint.model import Rule
from smallprint.pages.worked import Worked


class Said(TypedDict):
    """An answer in words; `was` is what it is for the example itself."""

    label: str
    text: str
    was: str


class Change(TypedDict):
    """Another value of an input, and what it gives."""

    text: str
    answers: list[Said]
    because: str
    missing: list[str]


class Matter(TypedDict):
    """An input, and its nearest values that give another answer."""

    noun: str
    changes: list[Change]
    none: str


class Around(TypedDict):
    """The parts of what lies around an answer; see `calculators/runtime/explored.py`."""

    matters: list[Matter]
    agree: list[dict[str, object]]
    changed: list[dict[str, object]]
    periods: list[dict[str, object]]


@dataclass(frozen=True)
class FirstAround:
    """The example, and what lies around its answer."""

    example: Worked
    told: Around

    @property
    def changing(self) -> list[Matter]:
        """The inputs of which another value gives another answer."""
        return [matter for matter in self.told["matters"] if matter["changes"]]

    @property
    def agreed(self) -> list[str]:
        """Where the readings agree, in sentences."""
        return list(dict.fromkeys(str(one["text"]) for one in self.told["agree"] if one["text"]))


def first_around(rule: Rule, examples: Sequence[Worked], around: Ask) -> FirstAround | None:
    """Of the first example that has an answer; None where none has."""
    for one in examples:
        if one.answer.get("answers"):
            typed = {str(name): str(value) for name, value in one.example.given}
            return FirstAround(one, cast(Around, around(rule.id, typed, one.example.reading)))
    return None
