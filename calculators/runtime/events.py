"""A rule's readings and its inputs in, the days that matter out, in their order: those given, those answered, today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from calculators.runtime.answer import day_of, holds
from calculators.runtime.mistakes import Missing, Mistake
from calculators.runtime.rule import Rule
from calculators.runtime.values import Value

# Today is shown when it is at most so far from the other days: further away it says nothing about them.
NEAR = timedelta(days=366)
# What a day is: worked out, given, the reader's own today, or worked out by another reading only.
SORTS = ("answer", "given", "today", "other")


class Event(NamedTuple):
    """A day and all that happens on it; `sort` is the first of `SORTS` that fits."""

    day: date
    labels: tuple[str, ...]
    sort: str


def events(readings: Sequence[type[Rule]], given: Mapping[str, Value], today: date | None) -> list[Event]:
    """The days of the first reading, and those of the others that differ; empty where it has no answer.

    `today` is the reader's, or None where the case is an example.
    """
    try:
        on = day_of(readings[0], given)
        found = list(_of(readings[0], given))
    except (Missing, Mistake, ArithmeticError):
        return []
    own = {(day, label) for day, label, _ in found}
    for rule in readings[1:]:
        if on is None or holds(rule.reading, on):
            found += [(day, f"{label} ({rule.reading.title})", "other") for day, label in _others(rule, given, own)]
    days = [day for day, _, _ in found]
    if today is not None and min(days) - NEAR <= today <= max(days) + NEAR:
        found.append((today, "Today", "today"))
    ordered = sorted(found, key=lambda one: (one[0], SORTS.index(one[2])))
    return [_event(day, list(together)) for day, together in groupby(ordered, key=lambda one: one[0])]


def _of(rule: type[Rule], given: Mapping[str, Value]) -> Iterator[tuple[date, str, str]]:
    """The dates that a reading answers, and those it used for that."""
    asking = rule(given)
    answers = [(name, getattr(asking, name)) for name in rule.answers if getattr(rule, name).kind == "date"]
    for one in rule.inputs():
        value = given.get(one.name)
        if one.name in asking.asked and isinstance(value, date):
            yield value, one.noun or one.ask, "given"
    for name, value in answers:
        yield value, getattr(rule, name).label, "answer"


def _others(rule: type[Rule], given: Mapping[str, Value], own: set[tuple[date, str]]) -> list[tuple[date, str]]:
    try:
        return [(day, label) for day, label, sort in _of(rule, given) if sort == "answer" and (day, label) not in own]
    except (Missing, Mistake, ArithmeticError):
        return []


def _event(day: date, together: list[tuple[date, str, str]]) -> Event:
    return Event(day, tuple(dict.fromkeys(label for _, label, _ in together)), together[0][2])
