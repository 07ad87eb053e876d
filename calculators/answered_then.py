"""A rule and the answers that a link carries in, the same answers in words out, each read strictly by its kind.

A link can hold anything: what is no value of its kind is left out, so that no link puts its own words on a page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from calculators.ask import readings_of
from calculators.runtime.rule import Rule
from calculators.runtime.trace import Member
from calculators.runtime.values import Value
from calculators.runtime.words import show

# A list that has nothing in it.
EMPTY = "none"
NUMBER = r"-?[0-9]{1,18}(\.[0-9]{1,9})?"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def answered_then(rule: str, answers: Mapping[str, str]) -> list[dict[str, str]]:
    """The answers that can be read, as `name`, `label` and `text`, in the order in which the rule has them.

    >>> answered_then("service-fee", {"fee": "110.00", "net": "<b>nothing</b>", "tip": "5"})
    [{'name': 'fee', 'label': 'Service fee', 'text': '$110.00'}]
    >>> answered_then("close-account", {"to_do": "pay-owed settle-disputes"})[0]["text"]
    'pay owed, settle disputes'
    """
    shown = []
    for name, member in _members(readings_of(rule)).items():
        text = answers.get(name, "")
        words = _listed(member, text) if member.kind == "list" else _in_words(member, text)
        if words:
            shown.append({"name": name, "label": member.label, "text": words})
    return shown


def _members(readings: tuple[type[Rule], ...]) -> dict[str, Member]:
    return {name: getattr(reading, name) for reading in reversed(readings) for name in reading.answers}


def _listed(member: Member, text: str) -> str:
    """What is in a list, which a link names by ids; "" where it names any that the rule does not have."""
    if text == EMPTY:
        return EMPTY
    ids = dict.fromkeys(text.split())
    return ", ".join(member.options[id] for id in ids) if ids.keys() <= member.options.keys() else ""


def _in_words(member: Member, text: str) -> str:
    value = _value(member, text)
    return "" if value is None else show(member.kind, value, member.options)


def _value(member: Member, text: str) -> Value | None:
    match member.kind:
        case "money" | "rate" | "number":
            return Decimal(text) if re.fullmatch(NUMBER, text) else None
        case "count" | "days" | "months":
            return int(text) if re.fullmatch(r"-?[0-9]{1,18}", text) else None
        case "date":
            return _day(text)
        case "yesno":
            return {"true": True, "false": False}.get(text)
        case "choice" | "verdict":
            return text if text in member.options else None
    return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(DAY, text) else None
    except ValueError:
        return None
