"""A rule's readings, the name of a picture and inputs in, the picture ready for JSON out: drawn twice, and as a table.

A picture's name is the number of one of the rule's charts, from 1 on, or `days` for its days in their order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from calculators.runtime.answer import day_of
from calculators.runtime.curve import Curves, curves
from calculators.runtime.days_picture import days_picture, short_day
from calculators.runtime.events import Event, events
from calculators.runtime.inputs import read_each
from calculators.runtime.marks import limits_of
from calculators.runtime.mistakes import Mistake
from calculators.runtime.picture import picture
from calculators.runtime.rule import Rule
from calculators.runtime.scales import rounder, value_words
from calculators.runtime.tabled import in_words, rows

DAYS = "days"
EXAMPLE = "An example. With your answers it shows your case."


def pictured(
    readings: Sequence[type[Rule]], name: str, typed: Mapping[str, str], today: date, reading: str, yours: bool
) -> dict[str, object]:
    """The picture for what is typed; `{}` where nothing can be drawn. `yours` tells a reader's case from an example.

    `reading` makes another reading the main one. Both drawings, `wide` and `narrow`, have the same points; `table` has
    the exact values, and `notes` what is not drawn.
    """
    inputs = {one.name: one for rule in readings for one in rule.inputs()}
    try:
        given = read_each(inputs, typed, today)
        day_of(readings[0], given)
    except Mistake:
        return {}
    first = [rule for rule in readings if rule.reading.id == reading]
    ordered = [*first, *(rule for rule in readings if rule not in first)]
    id = f"picture-{readings[0].id}-{name}"
    if name == DAYS:
        found = events(ordered, given, today if yours else None)
        return _days(found, id, yours) if len(found) > 1 else {}
    drawn = curves(ordered, readings[0].charts[int(name) - 1], given, yours)
    return _curves(drawn, id, yours) if drawn.curves else {}


def _curves(drawn: Curves, id: str, yours: bool) -> dict[str, object]:
    whose = "You are here" if yours else "The example"
    said = in_words(drawn, whose)
    return {
        "title": drawn.chart.title,
        "lines": [label for curve in drawn.curves for label in curve.labels],
        "whose": "Your case." if yours else EXAMPLE,
        "wide": picture(drawn, f"{id}-wide", True, said, whose),
        "narrow": picture(drawn, f"{id}-narrow", False, said, whose),
        "table": rows(drawn, whose),
        "notes": _notes(drawn),
    }


def _notes(drawn: Curves) -> list[str]:
    main = next((curve for curve in drawn.curves if curve.main), drawn.curves[0])
    values = {rounder(drawn.x_kind, limit - 1, limit) for limit in main.known}
    found = [(value_words(drawn.x_kind, x), words) for x, words in limits_of(drawn).items() if x in values]
    named = [f"{value}: {words}" for value, words in found if _tells(words)]
    notes = [f"{'; '.join(named)}."] if named else []
    notes += [f"The same line by: {'; '.join(drawn.same)}."] if drawn.same else []
    if drawn.left_out:
        left_out = "; ".join(f"{label}: {why}" for label, why in drawn.left_out)
        notes.append(f"Not drawn without more answers. {left_out}.")
    return notes


def _days(found: Sequence[Event], id: str, yours: bool) -> dict[str, object]:
    table = [["Day", "What happens", "Days after the first"]]
    for event in found:
        table.append([short_day(event.day), "; ".join(event.labels), str((event.day - found[0].day).days)])
    title = "The days in their order"
    said = " ".join(f"{day}: {what}." for day, what, _ in table[1:])
    return {
        "title": title,
        "lines": [label for event in found for label in event.labels],
        "whose": "Your case." if yours else EXAMPLE,
        "wide": days_picture(found, f"{id}-wide", True, title, said),
        "narrow": days_picture(found, f"{id}-narrow", False, title, said),
        "table": table,
        "notes": [],
    }


def _tells(words: str) -> bool:
    """Whether the words of a limit say more than the value that stands at it anyway."""
    return bool(words) and not words.startswith(("$", "Rules of")) and not words[0].isdigit()
