"""A rule's answer object as the tests look into it: through JSON, as whoever asks gets it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TypedDict, cast

from calculators.runtime.answer import answer
from calculators.runtime.rule import Rule

TODAY = date(2026, 11, 23)


class Answer(TypedDict, total=False):
    """The object, as far as the tests look into it."""

    rule: str
    in_force_on: str | None
    reading: str
    answers: dict[str, object]
    steps: list[dict[str, object]]
    readings: list[dict[str, object]]
    asked: list[str]
    missing: list[str]
    sentence: str
    shown: list[dict[str, str]]
    read: dict[str, str]
    errors: list[dict[str, str]]


def ask(readings: tuple[type[Rule], ...], typed: Mapping[str, str], reading: str | None = None) -> Answer:
    """What these readings answer to the typed inputs on a fixed day."""
    return cast(Answer, json.loads(json.dumps(answer(readings, typed, TODAY, reading))))
