"""A policy in, every change of every figure out: from when, from what to what, on which sources, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from smallprint.model import Figure, Policy, Reading, Rule, Version
from smallprint.pages.figures import value_words
from smallprint.places import Text


@dataclass(frozen=True)
class Change:
    """What a figure is from `day` on. `before` is empty where nothing is known of earlier days.

    `kind` is `first` for the earliest value known, `changed`, `same` where a newer source says what was known,
    `unknown` where a gap begins, `none` where the figure does not exist for a time, `ended` after its last day.
    """

    day: date
    kind: str
    rule: Rule
    figure: Figure
    reading: Reading | None
    before: str
    after: str
    note: str
    sources: tuple[Text, ...]

    @property
    def place(self) -> str:
        """Where on its rule's page the figure stands."""
        return f"reading-{self.reading.id}" if self.reading else str(self.figure.name)


@dataclass(frozen=True)
class Year:
    """The changes of one year, by day, newest first."""

    year: int
    days: tuple[tuple[date, tuple[Change, ...]], ...]


def timeline(policy: Policy) -> list[Year]:
    """Every change; those of one day in the order of the rules."""
    changes = sorted(_all(policy), key=lambda change: change.day, reverse=True)
    days = [(day, tuple(found)) for day, found in groupby(changes, key=lambda change: change.day)]
    return [Year(year, tuple(found)) for year, found in groupby(days, key=lambda day: day[0].year)]


def _all(policy: Policy) -> Iterator[Change]:
    for rule in policy.rules:
        for figure in rule.figures:
            yield from _of_figure(rule, figure, None)
        for reading in rule.readings:
            for figure in reading.figures:
                yield from _of_figure(rule, figure, reading)


def _of_figure(rule: Rule, figure: Figure, reading: Reading | None) -> Iterator[Change]:
    def change(day: date, kind: str, before: str, after: str, version: Version) -> Change:
        return Change(day, kind, rule, figure, reading, before, after, version.note, version.sources)

    words = [value_words(version, figure) for version in figure.versions]
    first, last = figure.versions[0], figure.versions[-1]
    yield change(first.start, _kind(first, "first"), "", words[0], first)
    for (earlier, before), (version, after) in pairwise(zip(figure.versions, words, strict=True)):
        kind = "same" if after == before else _kind(version, "changed")
        yield change(version.start, kind, _short(earlier, before), after, version)
    if last.until is not None:
        yield Change(last.until + timedelta(days=1), "ended", rule, figure, reading, words[-1], "", "", last.sources)


def _short(version: Version, words: str) -> str:
    """The value in words, without the reason where there was none: that stands with the change before."""
    return words if version.value is not None else "not known" if version.unknown else "none"


def _kind(version: Version, otherwise: str) -> str:
    if version.value is not None:
        return otherwise
    return "unknown" if version.unknown else "none"
