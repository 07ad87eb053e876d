"""One rule before and after in, the published facts that differ out: values by their days, readings, sources cited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smallprint.check.citations import cited
from smallprint.impact.changes import FigureChange, ReadingChange, Spot
from smallprint.model import Figure, Period, Rule
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


def period_changes(before: Rule, after: Rule) -> tuple[FigureChange, ...]:
    """Every stretch of days on which it is told otherwise whether the rule as a whole is known."""
    spans = [(period.start, period.until) for rule in (before, after) for period in rule.periods]
    found = []
    for days in stretches(spans):
        was, now = _known(before, days.first), _known(after, days.first)
        if was != now:
            period = _period(after, days.first)
            spot = Spot(after.path, (period.place if period else after.id).place.line)
            last = days.last.isoformat() if days.last < date.max else ""
            found.append(FigureChange("periods", "The rule", "", days.first.isoformat(), last, was, now, spot))
    return tuple(found)


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


def _period(rule: Rule, day: date) -> Period | None:
    return next((p for p in rule.periods if p.start <= day and (p.until is None or day <= p.until)), None)


def _known(rule: Rule, day: date) -> str:
    period = _period(rule, day)
    if period is None:
        return "not known" if rule.periods else "as its figures are"
    return f"not known. {period.unknown}" if period.unknown else "known"


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
