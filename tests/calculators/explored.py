"""What lies around an answer, as a page gets it: the types of its JSON."""

from __future__ import annotations

from typing import TypedDict


class Answer(TypedDict, total=False):
    label: str
    text: str
    was: str


class Change(TypedDict):
    value: str
    text: str
    answers: list[Answer]
    because: str
    missing: list[str]


class Matter(TypedDict):
    input: str
    text: str
    changes: list[Change]
    none: str


class Agreement(TypedDict):
    input: str
    here: bool
    ranges: list[dict[str, str]]
    looked: dict[str, str]
    text: str


class Era(TypedDict):
    start: str | None
    until: str | None
    when: str
    now: bool
    answers: list[Answer]
    missing: list[dict[str, str]]
    unknown: str
    figures: list[dict[str, object]]


class Part(TypedDict):
    when: str
    state: str
    at: int
    width: int
    now: bool


class Explored(TypedDict):
    matters: list[Matter]
    agree: list[Agreement]
    changed: list[Era]
    periods: list[Part]
