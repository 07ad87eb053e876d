"""What a reader keeps of their clients in, what the rules say of each today out: free date, fees, next deadlines.

Which rules are asked, and which input takes which kept value, comes with the question; see `policy/clients.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from importlib import import_module
from typing import TypedDict

from calculators.ask import ask
from calculators.calendar_file import Event, calendar_file, stable_uid
from calculators.rules import RULES
from calculators.runtime.inputs import read
from calculators.runtime.mistakes import Unreadable
from calculators.runtime.questions import Input
from calculators.runtime.values import Value
from calculators.runtime.words import long_date, show

TODAY = "today"


class Kept(TypedDict):
    """One thing kept of a client: its kind, and the unit an amount is for or ""."""

    kind: str
    per: str


class Shown(TypedDict):
    """An answer to show. `given` has kept names by input, `says` fixed values; nothing is shown without `only`."""

    rule: str
    answer: str
    label: str
    given: dict[str, str]
    says: dict[str, str]
    only: str


class Client(TypedDict):
    """One client: an id that stays, the name the reader gave, and what is kept, as it was typed, by name."""

    id: str
    name: str
    values: dict[str, str]


class Asked(TypedDict):
    """The whole question; `stamp` is the moment a calendar file is made, as the page's clock has it."""

    keeps: dict[str, Kept]
    shows: list[Shown]
    clients: list[Client]
    today: str
    stamp: str


def dashboard(asked: Asked) -> dict[str, object]:
    """For each client the values as read, the mistakes in them, and every answer: in words, or what it still needs."""
    today = date.fromisoformat(asked["today"])
    return {"clients": [_client(one["values"], asked, today) for one in asked["clients"]]}


def reminders(asked: Asked) -> str:
    """One calendar file with the days to come of all clients, each named by its client and with a reminder."""
    today = date.fromisoformat(asked["today"])
    events = [event for client in asked["clients"] for event in _events(client, asked, today)]
    return calendar_file(sorted(events, key=lambda event: event.day), datetime.fromisoformat(asked["stamp"]))


def _events(client: Client, asked: Asked, today: date) -> Iterator[Event]:
    values = _read(client["values"], asked["keeps"])[0]
    for one in _wanted(asked["shows"], values):
        shown = _shown(one, values, today)
        day = date.fromisoformat(str(shown["on"])) if "on" in shown else today
        if day <= today:
            continue
        about = f"{shown['sentence']} Worked out on {long_date(today)} by an independent guide; not legal advice."
        summary = f"{one['label']}: {client['name']}"
        uid = stable_uid("client", client["id"], one["rule"], one["answer"])
        yield Event(uid, day, summary, about, remind=7 if (day - today).days > 7 else 1)


def _client(values: Mapping[str, str], asked: Asked, today: date) -> dict[str, object]:
    readable, words, errors = _read(values, asked["keeps"])
    shown = [_shown(one, readable, today) for one in _wanted(asked["shows"], readable)]
    return {"read": words, "errors": errors, "shown": shown}


def _read(
    values: Mapping[str, str], keeps: Mapping[str, Kept]
) -> tuple[dict[str, str], dict[str, str], list[dict[str, str]]]:
    """What can be read, as it was typed and in words, and what cannot, with what to write instead."""
    readable: dict[str, str] = {}
    words: dict[str, str] = {}
    errors: list[dict[str, str]] = []
    for name, kept in keeps.items():
        text = values.get(name, "").strip()
        if not text:
            continue
        try:
            value = read(Input[Value](kept["kind"], "", line=0), text)
        except Unreadable as why:
            errors.append({"input": name, "message": str(why)})
        else:
            readable[name] = text
            words[name] = show(kept["kind"], value, per=kept["per"])
    return readable, words, errors


def _wanted(shows: Sequence[Shown], values: Mapping[str, str]) -> list[Shown]:
    return [one for one in shows if not one["only"] or one["only"] in values]


def _shown(one: Shown, values: Mapping[str, str], today: date) -> dict[str, object]:
    kept = {**values, TODAY: today.isoformat()}
    typed = {name: kept[value] for name, value in one["given"].items() if value in kept} | one["says"]
    found = ask(one["rule"], typed, today)
    said: dict[str, object] = {"rule": one["rule"], "label": one["label"], "typed": typed}
    errors, missing = found.get("errors"), found.get("missing")
    if isinstance(errors, list):
        return said | {"errors": [str(error["message"]) for error in errors]}
    if isinstance(missing, list) and missing:
        return said | {"missing": [one["given"].get(str(name), str(name)) for name in missing]}
    text = _text(found.get("shown"), one["answer"])
    answers = found["answers"]
    assert isinstance(answers, dict)
    value = answers.get(one["answer"])
    if value is None:
        return said | {"errors": ["The rules of that day have no such answer."]}
    said |= {"text": text, "value": value, "sentence": found["sentence"]}
    if _kind(one) == "date":
        said |= {"on": value, "away": days_away(date.fromisoformat(str(value)), today)}
    return said | {"others": _others(found.get("readings"), one["answer"], text)}


def _kind(one: Shown) -> str:
    rule = import_module(f"calculators.rules.{RULES[one['rule']]}").READINGS[0]
    return str(getattr(rule, one["answer"]).kind)


def _text(shown: object, answer: str) -> str:
    listed = shown if isinstance(shown, list) else []
    return next((str(one["text"]) for one in listed if one["name"] == answer), "")


def _others(readings: object, answer: str, text: str) -> list[dict[str, str]]:
    """What other readings answer, where it is something else."""
    listed: Sequence[Mapping[str, object]] = readings if isinstance(readings, list) else []
    said = [(str(one["title"]), str(one["standing"]), _text(one["shown"], answer)) for one in listed]
    return [
        {"title": title, "standing": standing, "text": other}
        for title, standing, other in said
        if other not in ("", text)
    ]


def days_away(day: date, today: date) -> str:
    """How far a day is.

    >>> days_away(date(2026, 1, 2), date(2026, 1, 1)), days_away(date(2025, 12, 1), date(2026, 1, 1))
    ('tomorrow', '31 days ago')
    """
    days = (day - today).days
    match days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case -1:
            return "yesterday"
    return f"in {days:,} days" if days > 0 else f"{-days:,} days ago"
