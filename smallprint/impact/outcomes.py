"""Two outcomes of one question in, what is said otherwise in the second out, reading by reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from calculators.runtime.words import money_digits, plain
from calculators.runtime.worked import plain as typed
from smallprint.asking import Outcome
from smallprint.impact.changes import Difference, Said

NUMBERS = ("rate", "number", "count", "days", "months")


def said(outcome: Outcome) -> Said:
    """What the outcome, or one reading's entry in it, comes to."""
    errors, missing = _entries(outcome, "errors"), outcome.get("missing")
    if errors:
        return Said("refusal", " ".join(dict.fromkeys(str(error["message"]) for error in errors)))
    if isinstance(missing, list) and missing:
        return Said("question", ", ".join(str(name) for name in missing))
    return Said("answer", "; ".join(f"{one['label']}: {one['text']}" for one in _entries(outcome, "shown")))


def answers(outcome: Outcome) -> dict[str, str]:
    """The answers as policy files write them; none where there is no answer."""
    found = outcome.get("answers")
    return {name: typed(value) for name, value in found.items()} if isinstance(found, dict) else {}


def other_readings(outcome: Outcome) -> Iterator[tuple[str, Outcome]]:
    """The readings beside the one that stands at the top, by id."""
    for entry in _entries(outcome, "readings"):
        if entry["id"] != outcome["reading"]:
            yield str(entry["id"]), entry


def alike(before: Outcome, after: Outcome) -> bool:
    """Whether a reader is told the same, however it is worded: the same answers, the same question, or no answer."""
    first, second = said(before), said(after)
    if first.state != second.state:
        return False
    if first.state == "answer":
        return answers(before) == answers(after)
    return first.state == "refusal" or first.words == second.words


def differences(before: Outcome, after: Outcome, kinds: Mapping[str, str]) -> tuple[Difference, ...]:
    """Each answer that is another one, in the order of the newer outcome; those that are gone come last."""
    old, new = answers(before), answers(after)
    if not old or not new:
        return ()
    found = []
    words = [{str(one["name"]): one for one in _entries(outcome, "shown")} for outcome in (before, after)]
    for name in dict.fromkeys([*new, *old]):
        if old.get(name) != new.get(name):
            label = str(next(shown[name]["label"] for shown in reversed(words) if name in shown))
            was, now = (str(shown[name]["text"]) if name in shown else "" for shown in words)
            by = _by(kinds.get(name, ""), old[name], new[name]) if name in old and name in new else ""
            found.append(Difference(name, label, kinds.get(name, ""), was, now, by))
    return tuple(found)


def _by(kind: str, before: str, after: str) -> str:
    """The newer value less the older one.

    >>> _by("money", "100.00", "120.00"), _by("date", "2026-03-01", "2026-02-27"), _by("rate", "0.1", "0.125")
    ('20.00', '-2', '0.025')
    """
    if kind == "money":
        return money_digits(Decimal(after) - Decimal(before))
    if kind == "date":
        return str((date.fromisoformat(after) - date.fromisoformat(before)).days)
    return plain(Decimal(after) - Decimal(before)) if kind in NUMBERS else ""


def _entries(outcome: Outcome, key: str) -> list[dict[str, object]]:
    found = outcome.get(key)
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
