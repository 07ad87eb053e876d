"""An answered question in, what would change its answer out: for each input the nearest other values that do.

Numbers and days are not tried one by one: their limits are known exactly (see `limits.py`). Replies to choose from are
all tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from calculators.runtime.answer import Outcome, Put, work_out
from calculators.runtime.around import show_input
from calculators.runtime.limits import Unsettled, Way, along, bounds, place_of, value_at, way_of
from calculators.runtime.questions import Input
from calculators.runtime.spans import Span, Trail
from calculators.runtime.values import Value
from calculators.runtime.words import long_date, money_digits, plain, show

ORDERED = ("money", "rate", "number", "count", "date")


class Change(NamedTuple):
    """Another value of an input, what it is in words, and the answer to it."""

    value: Value
    text: str
    outcome: Outcome


def matters(put: Put, now: Outcome, today: date) -> list[dict[str, object]]:
    """For each input that was asked and given, its `changes`, nearest first, and what to say where there are none.

    A change has the `value` as it can be typed, the `text` that says it, the `answers` it gives, each with what it
    `was`, `because` where the reason is another, and what is `missing` for an answer.
    """
    asked = [put.inputs[name] for name in now.asked if name in put.given and put.inputs[name].kind != "text"]
    return [_of_input(put, one, now, today) for one in asked]


def typed_value(kind: str, value: Value) -> str:
    """A value as a reader would type it.

    >>> typed_value("rate", Decimal("0.1350")), typed_value("money", Decimal("178.07")), typed_value("yesno", False)
    ('13.5%', '178.07', 'no')
    """
    match value:
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case Decimal() | int():
            if kind == "rate":
                return f"{plain(Decimal(value) * 100)}%"
            return money_digits(value) if kind == "money" else plain(value)
    return str(value)


def _of_input(put: Put, one: Input[Value], now: Outcome, today: date) -> dict[str, object]:
    def at(value: Value) -> Outcome:
        return work_out(put.main, {**put.given, one.name: value}, today)

    said: dict[str, object] = {"input": one.name, "noun": one.noun or one.ask, "kind": one.kind}
    value = put.given[one.name]
    said["text"] = show_input(one, value)
    try:
        near = _nearest(put, one, now, at) if one.kind in ORDERED else _others(one, value, now, at)
        changes = [_shown(one, change, now) for change in near]
    except Unsettled:
        return {**said, "changes": [], "none": "Too much depends on this to say from where on the answer changes."}
    return {**said, "changes": changes, "none": "" if changes else _none(one)}


def _none(one: Input[Value]) -> str:
    if one.kind not in ORDERED:
        return "No other reply changes the answer."
    return f"No other {'day' if one.kind == 'date' else 'value'} changes how the answer comes about."


def _others(one: Input[Value], value: Value, now: Outcome, at: Callable[[Value], Outcome]) -> Iterator[Change]:
    """Every other reply that gives another answer."""
    replies: list[Value] = [True, False] if one.kind == "yesno" else list(one.options)
    for reply in replies:
        if reply != value and _differs(outcome := at(reply), now):
            yield Change(reply, show_input(one, reply), outcome)


def _nearest(put: Put, one: Input[Value], now: Outcome, at: Callable[[Value], Outcome]) -> list[Change]:
    """The nearest smaller and the nearest larger value that goes another way to another answer, nearer one first."""
    others = {name: other for name, other in put.given.items() if name != one.name}
    way = way_of(put.main, others, one.name)
    changes: list[Change] = []
    unsettled: Unsettled | None = None
    for end in reversed(bounds(one)):
        try:
            changes += _first_change(one, put.given[one.name], end, way, lambda value: (at(value), now))
        except Unsettled as stop:
            unsettled = stop
    if unsettled and not changes:
        raise unsettled
    place = place_of(one, put.given[one.name])
    return sorted(changes, key=lambda change: abs(place_of(one, change.value) - place))


def _first_change(
    one: Input[Value],
    value: Value,
    end: Value,
    way: Callable[[Span, Trail], Way],
    compared: Callable[[Value], tuple[Outcome, Outcome]],
) -> Iterator[Change]:
    """The first value on the way from the reader's `value` to `end` that goes another way to another answer, if any."""
    start, limit = place_of(one, value), place_of(one, end)
    if start == limit:
        return
    here: Way | None = None
    before: Way | None = None
    for first, last, found in along(one, start, limit, way):
        here = here or found
        if found != before and _leads_elsewhere(found, here):
            edge = value_at(one, first if start <= limit else last)
            outcome, now = compared(edge)
            if _differs(outcome, now):
                yield Change(edge, _moved(one, value, edge), outcome)
                return
        before = found


def _leads_elsewhere(way: Way, here: Way) -> bool:
    """Whether it goes another way to an answer; newer figures alone are no other way, and an impossible input none."""
    elsewhere = way._replace(versions=()) != here._replace(versions=())
    return elsewhere and not way.mistaken and bool(way.said or way.missing)


def _differs(outcome: Outcome, now: Outcome) -> bool:
    return not outcome.errors and (outcome.answers != now.answers or outcome.missing != now.missing)


def _moved(one: Input[Value], value: Value, new: Value) -> str:
    """How far away the new value is, and what it is."""
    if isinstance(value, date) and isinstance(new, date):
        days = abs((new - value).days)
        return f"{show('days', days)} {'later' if new > value else 'earlier'}, on {long_date(new)}"
    assert isinstance(value, Decimal | int)
    assert isinstance(new, Decimal | int)
    apart = abs(Decimal(new) - value)
    direction = "more" if new > value else "less"
    if one.kind == "rate":
        return f"{plain(apart * 100)} percentage points {direction} ({show_input(one, new)})"
    return f"{show(one.kind, apart)} {direction} ({show_input(one, new)})"


def _shown(one: Input[Value], change: Change, now: Outcome) -> dict[str, object]:
    was = {shown["name"]: shown["text"] for shown in in_short(now)}
    answers = [{**shown, "was": was.get(shown["name"], "")} for shown in in_short(change.outcome)]
    return {
        "value": typed_value(one.kind, change.value),
        "text": change.text,
        "answers": answers,
        "because": _because(change.outcome) if _because(change.outcome) != _because(now) else "",
        "missing": change.outcome.missing,
    }


def _because(outcome: Outcome) -> str:
    """Why the first answer is what it is."""
    first = next(iter(outcome.answers), "")
    return next((said[1] for member, _, said, _ in reversed(outcome.trace) if member.name == first), "")


def in_short(outcome: Outcome) -> list[dict[str, str]]:
    """The answers with their words; of a list how many things stand in it."""
    return [
        {"name": one["name"], "label": one["label"], "text": _counted(outcome.answers.get(one["name"]), one["text"])}
        for one in outcome.shown
    ]


def _counted(value: object, words: str) -> str:
    return str(len(value) or "none") if isinstance(value, list) and _lists(value) else words


def _lists(value: list[Mapping[str, object]]) -> bool:
    return all("text" in one for one in value)
