"""A call's name and its question as JSON in, the JSON that answers it out: all that a page can ask of the calculators.

What asking takes is loaded at once, so that a bundle which lacks a part of it fails at its start. Every other call
loads what it needs when it is first made: the first answer of a visit waits for nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
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
    return ask_json(*_what(asked))


class Dated(Asked):
    """The same with where the answer stands, and the moment the file is made, as the page's clock has it."""

    address: str
    stamp: str


class Unsure(Asked):
    """The same with the names of the questions that the reader cannot answer."""

    unsure: list[str]


class Kept(Unsure):
    """The same with where the answer stands, and the titles of the sources by id."""

    address: str
    sources: dict[str, str]


def _unsure(question: str) -> str:
    from calculators.unsure import ask_either_way

    asked: Unsure = json.loads(question)
    return json.dumps(ask_either_way(*_what(asked), asked["unsure"]))


def _calendar(question: str) -> str:
    from calculators.calendar_file import calendar_file, dates_of

    asked: Dated = json.loads(question)
    return calendar_file(dates_of(*_what(asked), asked["address"]), datetime.fromisoformat(asked["stamp"]))


def _as_text(question: str) -> str:
    from calculators.keeping import as_text

    asked: Kept = json.loads(question)
    return as_text(*_what(asked), asked["address"], asked["sources"], asked["unsure"])


def _as_python(question: str) -> str:
    from calculators.keeping import as_python

    return as_python(*_what(json.loads(question)))


def _explore(question: str) -> str:
    from calculators.explore import explore_json

    return explore_json(*_what(json.loads(question)))


class Then(TypedDict):
    """A rule's id and answers that it gave once, as text by name."""

    rule: str
    answers: dict[str, str]


def _then(question: str) -> str:
    from calculators.answered_then import answered_then

    then: Then = json.loads(question)
    return json.dumps(answered_then(then["rule"], then["answers"]))


class Pictured(Asked):
    """The same with the name of a picture (see runtime/pictured.py), and whether the case is the reader's own."""

    picture: str
    yours: bool


def _picture(question: str) -> str:
    from calculators.pictures import picture_json

    asked: Pictured = json.loads(question)
    rule, typed, today, _ = _what(asked)
    return picture_json(rule, asked["picture"], typed, today, asked["reading"], asked["yours"])


def _what(asked: Asked) -> tuple[str, dict[str, str], date, str | None]:
    return asked["rule"], asked["typed"], date.fromisoformat(asked["today"]), asked["reading"] or None


def _statement(question: str) -> str:
    from calculators.statements.statement import statement

    return json.dumps(statement(json.loads(question)))


def _dashboard(question: str) -> str:
    from calculators.dashboard import dashboard

    return json.dumps(dashboard(json.loads(question)))


def _reminders(question: str) -> str:
    from calculators.dashboard import reminders

    return reminders(json.loads(question))


def _compare(question: str) -> str:
    from calculators.compare import compare

    return json.dumps(compare(json.loads(question)))


CALLS: Mapping[str, Callable[[str], str]] = {
    "ask": _ask,
    "unsure": _unsure,
    "calendar": _calendar,
    "text": _as_text,
    "python": _as_python,
    "then": _then,
    "statement": _statement,
    "dashboard": _dashboard,
    "reminders": _reminders,
    "compare": _compare,
    "explore": _explore,
    "picture": _picture,
}
