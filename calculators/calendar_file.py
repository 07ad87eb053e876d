"""Days with what falls on them in, an iCalendar file (RFC 5545) out: each a day-long event with a reminder before it.

Nothing here reads a clock: whoever asks says when the file is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import NamedTuple

from calculators.ask import ask, rule_named

# Nine o'clock on the morning that lies so many days before the event's own.
MORNING = 9
MOST_OCTETS = 75
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Event(NamedTuple):
    """One day. `uid` stays the same when the event is written again; `remind` is in days before, 0 for no reminder."""

    uid: str
    day: date
    summary: str
    description: str = ""
    address: str = ""
    remind: int = 1


def calendar_file(events: Sequence[Event], stamp: datetime) -> str:
    """The file's text, with the line ends that the format wants. `stamp` is the moment it is made, zone and all."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Smallprint//Dates//EN", "CALSCALE:GREGORIAN"]
    for event in events:
        lines += _event(event, stamp)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line))


def dates_of(rule: str, typed: Mapping[str, str], today: date, reading: str | None, address: str) -> tuple[Event, ...]:
    """An event for each day that the rule answers with; none where it has no answer. `address` is the page's, or ""."""
    outcome = ask(rule, typed, today, reading)
    answers, shown = outcome.get("answers"), outcome.get("shown")
    if not isinstance(answers, dict) or not isinstance(shown, list):
        return ()
    question = rule_named(rule).question
    about = str(outcome["sentence"])
    return tuple(
        Event(
            uid=stable_uid(rule, one["name"], *(f"{name}={value}" for name, value in sorted(typed.items()))),
            day=day,
            summary=f"{one['label']} ({question})",
            description=f"{about} Worked out on {outcome['answered_on']} by an independent guide; not legal advice.",
            address=address,
            remind=_remind(day, today),
        )
        for one in shown
        if (day := _day(answers[one["name"]], one)) is not None
    )


def stable_uid(*parts: str) -> str:
    """An event's name for the calendars that take it in, alike whenever it is made of the same parts.

    >>> stable_uid("free-date", "free_on", "met_on=2025-01-10")
    '45c0a02940a0e4a9a6e300b5@smallprint'
    """
    return f"{sha256('|'.join(parts).encode()).hexdigest()[:24]}@smallprint"


def _day(value: object, shown: Mapping[str, str]) -> date | None:
    """The day of an answer that is one: only those say how far away they are."""
    return date.fromisoformat(str(value)) if "about" in shown else None


def _remind(day: date, today: date) -> int:
    """A week before, or the day before where less than that is left; not at all where the day has come."""
    left = (day - today).days
    return 7 if left > 7 else 1 if left > 0 else 0


def _event(event: Event, stamp: datetime) -> Iterable[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.day:%4Y%m%d}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    if event.address:
        yield f"URL:{UNSEEN.sub('', event.address)}"
    yield "TRANSP:TRANSPARENT"
    if event.remind:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_text(event.summary)}")
        yield from (f"TRIGGER:-PT{event.remind * 24 - MORNING}H", "END:VALARM")
    yield "END:VEVENT"


def _text(words: str) -> str:
    """A text as the format has it: line ends and what separates values are marked, what cannot be seen is left out."""
    marked = words.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\").replace("\n", "\\n")
    return UNSEEN.sub("", marked.replace(";", "\\;").replace(",", "\\,"))


def _folded(line: str) -> Iterable[str]:
    """The line in pieces of at most 75 bytes, each but the first after a space; no letter is cut in two."""
    piece, used = "", 0
    for letter in line.replace("\n", ""):
        size = len(letter.encode("utf-8", "replace"))
        if used + size > MOST_OCTETS:
            yield piece
            piece, used = " ", 1
        piece += letter
        used += size
    yield piece
