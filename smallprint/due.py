"""A policy and a day in, the sources and figures to be checked again by then out, the oldest first, each with its use.

A source that is due asks for all that rests on it; a figure that is due, being one that moves often, for itself alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smallprint.model import Figure, Policy, Rule, Source
from smallprint.pages.register import FIGURE, Resting, resting_on


@dataclass(frozen=True)
class DueSource:
    """A source to look at again, and the pages on which something rests on it."""

    source: Source
    resting: tuple[Resting, ...]

    @property
    def id(self) -> str:
        """What it is called in its policy file."""
        return str(self.source.id)

    @property
    def checked(self) -> date:
        """The day it was last looked at."""
        return self.source.checked

    @property
    def check_by(self) -> date:
        """The day by which to look again."""
        return self.source.check_by

    @property
    def figures(self) -> list[tuple[str, str]]:
        """The figures that rest on it: the rule's id and the figure's label."""
        return [(str(one.page.id), use.words) for one in self.resting for use in one.of(FIGURE)]

    @property
    def pages(self) -> list[str]:
        """The ids of the pages that name it."""
        return [str(one.page.id) for one in self.resting]


@dataclass(frozen=True)
class DueFigure:
    """A figure to compare again with its sources, those of its newest value first; `reading` where one alone has it."""

    rule: Rule
    reading: str
    figure: Figure
    checked: date
    check_by: date
    sources: tuple[Source, ...]

    @property
    def id(self) -> str:
        """What it is called in its policy file, after its rule."""
        return f"{self.rule.id}.{self.figure.name}"


type Due = DueSource | DueFigure


def due(policy: Policy, by: date) -> list[Due]:
    """All whose `check_by` is `by` or earlier; those due first stand first, then those checked longest ago."""
    resting = resting_on(policy)
    found: list[Due] = [DueSource(one, tuple(resting[id])) for id, one in policy.sources.items()]
    found += _figures(policy)
    return sorted((one for one in found if one.check_by <= by), key=lambda one: (one.check_by, one.checked, one.id))


def _figures(policy: Policy) -> Iterator[DueFigure]:
    """Every figure with a day of its own."""
    for rule in policy.rules:
        own = [("", figure) for figure in rule.figures]
        for reading, figure in [*own, *((str(one.id), figure) for one in rule.readings for figure in one.figures)]:
            if figure.checked is not None and figure.check_by is not None:
                named = dict.fromkeys(str(id) for version in reversed(figure.versions) for id in version.sources)
                sources = tuple(policy.sources[id] for id in named if id in policy.sources)
                yield DueFigure(rule, reading, figure, figure.checked, figure.check_by, sources)
