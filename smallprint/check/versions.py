"""A rule in, a problem out where a figure's versions leave a gap, overlap, run backwards, or have nothing to say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from smallprint.check.world import World
from smallprint.model import Figure, Period, Rule, Version
from smallprint.places import Text
from smallprint.problems import Problem


def versions(rule: Rule, world: World) -> list[Problem]:
    """Every figure's versions, and the rule's periods, follow each other day by day."""
    problems: list[Problem] = []
    for figure in (*rule.figures, *(f for reading in rule.readings for f in reading.figures)):
        problems += _figure(figure)
    problems += _joined(rule.periods, f"the periods of `{rule.id}`")
    dated = any(len(figure.versions) > 1 or figure.versions for figure in rule.figures)
    if not rule.periods and not dated and rule.inputs_from is None and rule.id:
        mend = "add `periods:` with the first day the rule is known, and its source"
        problems.append(Problem("POL305", "nothing says since when this rule is known", rule.id.place, help=mend))
    for reading in rule.readings:
        if reading.start and reading.until and reading.until < reading.start:
            message, mend = f"the reading `{reading.id}` ends before it starts", "swap its `from` and `until`"
            problems.append(Problem("POL303", message, reading.id.place, help=mend))
    return problems


def _figure(figure: Figure) -> list[Problem]:
    if not figure.versions:
        return []  # its values could not be read, which is said where they stand
    problems = _joined(figure.versions, f"`{figure.name}`")
    for version in (figure.versions[0], figure.versions[-1]):
        if version.none and version.value is None:
            mend = "leave it out: before the first and after the last version a figure has no value anyway"
            problems.append(
                Problem(
                    "POL306", f"`{figure.name}` {_end(figure, version)} with no value", version.place.place, help=mend
                )
            )
    return problems


def _end(figure: Figure, version: Version) -> str:
    return "starts" if version is figure.versions[0] else "ends"


def _joined(items: Sequence[Version | Period], what: str) -> list[Problem]:
    problems: list[Problem] = []
    for item in items:
        if item.until is not None and item.until < item.start:
            label = f"from is {item.start}"
            problems.append(
                Problem(
                    "POL303", f"{what}: until {item.until} is before its from", item.place.place, label, "swap them"
                )
            )
    for earlier, later in pairwise(items):
        problems += _next(earlier.start, earlier.until, earlier.place, later.start, later.place, what)
    return problems


def _next(start: date, until: date | None, place: Text, next_start: date, next_place: Text, what: str) -> list[Problem]:
    also = ((place.place, f"in force until {until}" if until else "has no `until`"),)
    if next_start <= start:
        message = f"{what}: versions run from the oldest to the newest"
        return [Problem("POL301", message, next_place.place, "not after the one before", "put them in order", also)]
    day_before = next_start - timedelta(days=1)
    if until is None or until >= next_start:
        mend = f"write `until: {day_before}` on the earlier one"
        return [
            Problem("POL301", f"{what}: two versions overlap", next_place.place, f"starts on {next_start}", mend, also)
        ]
    if until < day_before:
        gap = f"{until + timedelta(days=1)} to {day_before}"
        paste = f"{{from: {until + timedelta(days=1)}, until: {day_before}, unknown: Why it is not known.}}"
        message = f"{what}: no version from {gap}"
        return [
            Problem(
                "POL302",
                message,
                next_place.place,
                "a gap before this",
                f"if nothing is known, write it: {paste}",
                also,
            )
        ]
    return []
