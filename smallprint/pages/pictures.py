"""A rule in, its pictures out, drawn by its module for the examples that its charts name."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.runtime.pictured import DAYS
from smallprint.asking import Draw
from smallprint.check.charts import dated_example, example_of
from smallprint.model import Example, Rule


@dataclass(frozen=True)
class Picture:
    """A picture's name, the example it shows, and both drawings of it as SVG.

    `table` has the exact values, its head first; `notes` say what is not drawn.
    """

    name: str
    example: Example
    title: str
    wide: str
    narrow: str
    table: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


def pictures_of(rule: Rule, draw: Draw) -> list[Picture]:
    """The rule's charts in their order; and where it answers with dates, its days."""
    shown = ((str(number), example_of(chart, rule)) for number, chart in enumerate(rule.charts, 1))
    found = [_picture(rule, name, example, draw) for name, example in (*shown, (DAYS, dated_example(rule))) if example]
    return [picture for picture in found if picture is not None]


def _picture(rule: Rule, name: str, example: Example, draw: Draw) -> Picture | None:
    typed = {str(key): str(text) for key, text in example.given}
    found = draw(rule.id, name, typed, example.reading)
    if not found:
        return None
    table, notes = found["table"], found["notes"]
    assert isinstance(table, list)
    assert isinstance(notes, list)
    rows = tuple(tuple(map(str, row)) for row in table)
    return Picture(name, example, str(found["title"]), str(found["wide"]), str(found["narrow"]), rows, tuple(notes))
