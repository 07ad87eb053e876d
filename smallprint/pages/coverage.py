"""A policy in, how much is known of each rule out: from when, which gaps, on how many official sources, how tested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smallprint.model import Period, Policy, Rule, Version
from smallprint.pages.age import checked
from smallprint.pages.register import alone
from smallprint.pages.topics import topics_of


@dataclass(frozen=True)
class Gap:
    """Days of which something is not known: what, from when until when, and why."""

    what: str
    place: str
    start: date
    until: date | None
    why: str


@dataclass(frozen=True)
class Cover:
    """How far a rule is known. `since` is the first day of its earliest value, None where it has no dated part.

    `values` counts the known values of its figures, `official` those that an official source says, and `weak` those
    that rest on one unofficial source alone. `checked` is the oldest day on which one of its sources was checked.
    """

    rule: Rule
    since: date | None
    gaps: tuple[Gap, ...]
    values: int
    official: int
    weak: int
    checked: date | None

    @property
    def share(self) -> str:
        """The share of values with an official source, in whole percent, rounded down."""
        return f"{self.official * 100 // self.values}%"


@dataclass(frozen=True)
class Covered:
    """The rules of one topic."""

    title: str
    covers: tuple[Cover, ...]


def coverage(policy: Policy) -> list[Covered]:
    """Every rule, by topic."""
    found = [Covered(topic.title, tuple(_cover(rule, policy) for rule in topic.rules)) for topic in topics_of(policy)]
    return [topic for topic in found if topic.covers]


def _cover(rule: Rule, policy: Policy) -> Cover:
    known = [version for figure in rule.figures for version in figure.versions if version.value is not None]
    official = sum(_official(version, policy) for version in known)
    weak = sum(alone(version.sources, policy) for version in known)
    starts = [version.start for version in known] + [period.start for period in rule.periods if not period.unknown]
    days = checked(rule, policy)
    return Cover(rule, min(starts, default=None), tuple(_gaps(rule)), len(known), official, weak, days and days[0])


def _official(version: Version, policy: Policy) -> bool:
    return any(policy.sources[str(id)].official for id in version.sources if id in policy.sources)


def _gaps(rule: Rule) -> Iterator[Gap]:
    dated: list[tuple[str, str, Version | Period]] = [("The rule", "", period) for period in rule.periods]
    dated += [(figure.label, str(figure.name), version) for figure in rule.figures for version in figure.versions]
    for what, place, one in dated:
        if one.unknown:
            yield Gap(what, place, one.start, one.until, one.unknown)
