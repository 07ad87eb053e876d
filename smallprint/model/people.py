"""Made-up readers and what they ask, to show what a change does to whom: frozen data, a part of `model.Policy`."""

from __future__ import annotations

from dataclasses import dataclass

from smallprint.places import Text


@dataclass(frozen=True)
class Question:
    """One thing a person would ask: a rule, with what they would type, which says its day."""

    title: Text
    rule: Text
    given: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True)
class Person:
    """One policy file of kind `person`: a made-up reader, in a sentence, and what they would ask."""

    id: Text
    path: str
    name: Text
    who: Text
    asks: tuple[Question, ...]
