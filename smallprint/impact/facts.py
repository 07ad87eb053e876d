"""One rule before and after in, the published facts that differ out: values by their days, readings, sources cited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smallprint.check.citations import cited
from smallprint.impact.changes import FigureChange, ReadingChange, Spot
from smallprint.model import Figure, Rule
from smallprint.pages.figures import value_words
from smallprint.places import Text
from smallprint.situations import in_force, stretches

type Figures = dict[tuple[str, str], Figure]


def figure_changes(before: Rule, after: Rule) -> tuple[FigureChange, ...]:
    """Every stretch of days on which a figure has another value, none before, or none any more."""
    old, new = _figures(before), _figures(after)
    return tuple(
        change
        for key in dict.fromkeys([*new, *old])
        for change in _figure(key[0], old.get(key), new.get(key), Spot(after.path, after.id.place.line))
    )


def reading_changes(before: Rule, after: Rule) -> tuple[ReadingChange, ...]:
    """Readings that came, went, or stand otherwise."""
    old, new = ({str(one.id): one for one in rule.readings} for rule in (before, after))
    found = []
    for id in dict.fromkeys([*new, *old]):
        was, now = old.get(id), new.get(id)
        one = now or was
        assert one is not None
        if was is None:
            found.append(ReadingChange(id, str(one.title), "added", "", one.standing, _spot(one.id, after)))
        elif now is None:
            found.append(ReadingChange(id, str(one.title), "removed", one.standing, "", _spot(after.id, after)))
        elif was.standing != now.standing:
            change = ReadingChange(id, str(one.title), "changed", was.standing, now.standing, _spot(one.id, after))
            found.append(change)
    return tuple(found)


def cited_changes(before: Rule, after: Rule) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sources that the rule names now and did not name, and those that it names no longer."""
    old, new = ({str(source) for source in cited(rule)} for rule in (before, after))
    return tuple(sorted(new - old)), tuple(sorted(old - new))


def _figures(rule: Rule) -> Figures:
    found: Figures = {("", str(figure.name)): figure for figure in rule.figures}
    found.update({(str(r.id), str(figure.name)): figure for r in rule.readings for figure in r.figures})
    return found


def _figure(reading: str, old: Figure | None, new: Figure | None, rule: Spot) -> Iterator[FigureChange]:
    one = new or old
    assert one is not None
    spans = [(version.start, version.until) for figure in (old, new) if figure for version in figure.versions]
    found: list[FigureChange] = []
    for days in stretches(spans):
        before, after = _on(old, days.first), _on(new, days.first)
        if before == after:
            continue
        spot = _version_spot(new, days.first) or rule
        first, last = days.first.isoformat(), days.last.isoformat() if days.last < date.max else ""
        last_found = found[-1] if found else None
        if last_found and (last_found.before, last_found.after, last_found.spot) == (before, after, spot):
            first = found.pop().first  # the days follow each other, and nothing else changes between them
        found.append(FigureChange(str(one.name), str(one.label), reading, first, last, before, after, spot))
    yield from found


def _on(figure: Figure | None, day: date) -> str:
    version = in_force(figure, day) if figure is not None else None
    return value_words(version, figure) if version is not None and figure is not None else ""


def _version_spot(figure: Figure | None, day: date) -> Spot | None:
    if figure is None:
        return None
    version = in_force(figure, day)
    place = version.place.place if version is not None else figure.name.place
    return Spot(place.path, place.line)


def _spot(text: Text, rule: Rule) -> Spot:
    return Spot(rule.path, text.place.line)
