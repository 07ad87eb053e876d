"""What was given and how an answer went in, what stands around the answer out: what was given and assumed, in words.

Also how far away a day is. Nothing here changes what is answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from calculators.runtime.questions import Input
from calculators.runtime.trace import Record
from calculators.runtime.values import Value
from calculators.runtime.words import show

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST_GIVEN = 200


def about_day(day: date, today: date) -> str:
    """The day of the week, and how far away it is from `today`.

    >>> about_day(date(2027, 3, 5), date(2026, 11, 26)), about_day(date(2026, 11, 25), date(2026, 11, 26))
    ('a Friday, in 99 days', 'a Wednesday, yesterday')
    """
    return f"a {WEEKDAYS[day.weekday()]}, {_away((day - today).days)}"


def given_words(inputs: Mapping[str, Input[Value]], given: Mapping[str, Value]) -> list[dict[str, str]]:
    """Each input that has a value, as `name`, `label` and `text`; of a long text its beginning."""
    return [
        {"name": name, "label": inputs[name].noun, "text": _shortened(show_input(inputs[name], value))}
        for name, value in given.items()
    ]


def assumed(
    inputs: Mapping[str, Input[Value]],
    typed: Mapping[str, str],
    given: Mapping[str, Value],
    asked: Iterable[str],
    trace: Sequence[Record],
) -> list[dict[str, str]]:
    """What the answer takes for granted of inputs it asked for and nobody typed: `name`, `label`, `text`, `because`."""
    return [
        {"name": name, "label": inputs[name].noun, **_instead(inputs[name], given, trace)}
        for name in asked
        if name in inputs and not typed.get(name, "").strip()
    ]


def show_input(one: Input[Value], value: Value) -> str:
    """An input's value in words."""
    return show(one.kind, value, one.options, one.per)


def _instead(one: Input[Value], given: Mapping[str, Value], trace: Sequence[Record]) -> dict[str, str]:
    if one.name in given:
        return {"text": show_input(one, given[one.name]), "because": "No day was given, so this is today."}
    reasons = (because for _, _, (_, because, uses, _, _), _ in trace if one.name in uses and because)
    return {"text": "not given", "because": next(reasons, "")}


def _away(days: int) -> str:
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    return f"in {days:,} days" if days > 0 else f"{-days:,} days ago"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_GIVEN else f"{text[:LONGEST_GIVEN].rstrip()} …"
