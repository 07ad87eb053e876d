"""In go the cases of cases/facts, worked out by hand for each rule; out comes what the rules answer differently."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypedDict

import pytest

from calculators.ask import ask_json

CASES = Path(__file__).parent / "cases" / "facts"
TODAY = date(2026, 11, 23)

type Value = str | bool | int | list[str] | None


class Expect(TypedDict, total=False):
    """What must hold of the answer.

    Money, dates and choices are text, a yesno true or false, a count a whole number, a list its ids; null is no answer.
    """

    answers: dict[str, Value]
    holds: dict[str, list[str]]
    lacks: dict[str, list[str]]
    """The pieces to be found, or not to be found, in an answer's text."""
    readings: dict[str, dict[str, Value]]
    absent_readings: list[str]
    missing: list[str]
    asked: list[str]
    asked_not: list[str]
    errors: list[str]
    """The inputs to be named; `a|b` is one or the other."""
    any_of: list["Expect"]
    """Where what is published leaves more than one answer open."""


class Case(NamedTuple):
    rule: str
    title: str
    given: dict[str, str]
    expect: Expect
    why: str


class Item(TypedDict):
    id: str


type Answers = dict[str, str | bool | int | list[Item]]


class Reading(TypedDict):
    id: str
    answers: Answers


class Mistake(TypedDict):
    input: str
    message: str


class Said(TypedDict, total=False):
    """What a rule said: the answer, or only `errors`."""

    answers: Answers
    readings: list[Reading]
    asked: list[str]
    missing: list[str]
    errors: list[Mistake]


def cases() -> Iterator[Case]:
    for file in sorted(CASES.glob("*.json")):
        for case in json.loads(file.read_text(encoding="utf-8")):
            yield Case(file.stem, **case)


@pytest.mark.parametrize("case", [*cases()], ids=lambda case: f"{case.rule}: {case.title}")
def test_the_rule_says_what_was_worked_out_by_hand(case: Case) -> None:
    said: Said = json.loads(ask_json(case.rule, case.given, today=TODAY))
    assert not differences(case.expect, said), explained(case, said)


@pytest.mark.parametrize(
    ("rule", "title", "code"),
    [
        ("service-fee", "600 to a new client", 0),
        ("service-fee", "bands without the history", 0),
        ("service-fee", "15 for 15%", 2),
        ("conversion-fee", "met on 1 March, still bound on 29 February, 730 days later", 0),
        ("conversion-fee", "the day before anything is known", 2),
        ("close-account", "everything at once", 0),
        ("message-check", "an e-mail address spelled out, before the contract", 0),
        ("message-check", "a yesno of soon", 2),
        ("connects-budget", "97 Connects at 10 each", 0),
        ("client-cost", "the last day not known", 2),
        ("off-platform-check", "share-contact, contract none", 0),
        ("reply-to-client", "a name with an accent and an apostrophe", 0),
    ],
)
def test_the_command_line_says_the_same(rule: str, title: str, code: int) -> None:
    case = next(case for case in cases() if (case.rule, case.title) == (rule, title))
    typed = [f"{name}={text}" for name, text in case.given.items()]
    command = [sys.executable, "-m", "smallprint", "calc", rule, *typed, "--json"]
    run = subprocess.run(command, cwd=CASES.parents[2], capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == code, run.stderr
    said: Said = json.loads(run.stdout)
    assert not differences(case.expect, said), explained(case, said)


def differences(expect: Expect, said: Said) -> list[str]:
    """Each way in which what was said is not what was expected, in words."""
    if "any_of" in expect:
        tried = [differences(one, said) for one in expect["any_of"]]
        return [] if [] in tried else [line for lines in tried for line in lines]
    if "errors" in expect:
        return not_refused(expect["errors"], said)
    if "errors" in said:
        return [f"it was refused: {mistake['input']}: {mistake['message']}" for mistake in said["errors"]]
    return [*wrong_answers(expect, said), *wrong_readings(expect, said), *wrong_questions(expect, said)]


def not_refused(expected: list[str], said: Said) -> list[str]:
    named = {mistake["input"] for mistake in said.get("errors", [])}
    return [
        f"no error about {names}, but about {sorted(named)}" for names in expected if not named & {*names.split("|")}
    ]


def wrong_answers(expect: Expect, said: Said) -> list[str]:
    if "missing" in expect and said["answers"]:
        return [f"it answered {said['answers']} without {expect['missing']}"]
    return [
        *unlike("", expect.get("answers", {}), said["answers"]),
        *wrong_pieces(expect.get("holds", {}), said["answers"], found=True),
        *wrong_pieces(expect.get("lacks", {}), said["answers"], found=False),
    ]


def wrong_pieces(pieces: dict[str, list[str]], answers: Answers, found: bool) -> list[str]:
    """Each piece of text that is not there though it should be found, or there though it should not."""
    return [
        f"{name} is {text!r}, {'without' if found else 'with'} {piece!r}"
        for name, wanted in pieces.items()
        for text in [answers.get(name)]
        for piece in wanted
        if not isinstance(text, str) or (piece in text) != found
    ]


def wrong_readings(expect: Expect, said: Said) -> list[str]:
    heard = {reading["id"]: reading["answers"] for reading in said["readings"]}
    wrong = [f"there is a reading {id_}" for id_ in expect.get("absent_readings", []) if id_ in heard]
    for id_, answers in expect.get("readings", {}).items():
        wrong += unlike(f"{id_} ", answers, heard[id_]) if id_ in heard else [f"there is no reading {id_}"]
    return wrong


def wrong_questions(expect: Expect, said: Said) -> list[str]:
    asked = {*said["asked"], *said["missing"]}
    return [
        *(f"{name} is not missing" for name in expect.get("missing", []) if name not in said["missing"]),
        *(f"{name} is not asked" for name in expect.get("asked", []) if name not in asked),
        *(f"{name} is asked" for name in expect.get("asked_not", []) if name in asked),
    ]


def unlike(reading: str, wanted: dict[str, Value], answers: Answers) -> list[str]:
    found = {name: ids(value) if isinstance(value, list) else value for name, value in answers.items()}
    expected = {name: sorted(value) if isinstance(value, list) else value for name, value in wanted.items()}
    return [
        f"{reading}{name} is {found.get(name)!r}, not {value!r}"
        for name, value in expected.items()
        if found.get(name) != value
    ]


def ids(items: list[Item]) -> list[str]:
    return sorted({item["id"] for item in items})


def explained(case: Case, said: Said) -> str:
    typed = " ".join(f"{name}={text!r}" for name, text in case.given.items())
    lines = [f"{case.rule} {typed}", *differences(case.expect, said), f"because: {case.why}"]
    return "\n  ".join(lines)
