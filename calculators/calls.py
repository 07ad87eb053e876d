"""A call's name and its question as JSON in, the JSON that answers it out: all that a page can ask of the calculators.

What asking takes is loaded at once, so that a bundle which lacks a part of it fails at its start. Every other call
loads what it needs when it is first made: the first answer of a visit waits for nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypedDict

from calculators.ask import ask_json


def call(name: str, question: str) -> str:
    """Answer one call; KeyError where there is none of that name."""
    return CALLS[name](question)


class Asked(TypedDict):
    """A rule's id, what is typed by input name, the reader's own day, and the reading to stand at the top, or ""."""

    rule: str
    typed: dict[str, str]
    today: str
    reading: str


def _ask(question: str) -> str:
    asked: Asked = json.loads(question)
    return ask_json(asked["rule"], asked["typed"], date.fromisoformat(asked["today"]), asked["reading"] or None)


CALLS: Mapping[str, Callable[[str], str]] = {"ask": _ask}
