"""A policy and a day in, the sources to be checked again by then out, the oldest first, with what rests on each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from smallprint.model import Policy, Source
from smallprint.pages.register import FIGURE, Resting, resting_on


@dataclass(frozen=True)
class Due:
    """A source to look at again, and the pages on which something rests on it."""

    source: Source
    resting: tuple[Resting, ...]

    @property
    def figures(self) -> list[tuple[str, str]]:
        """The figures that rest on it: the rule's id and the figure's label."""
        return [(str(one.page.id), use.words) for one in self.resting for use in one.of(FIGURE)]

    @property
    def pages(self) -> list[str]:
        """The ids of the pages that name it."""
        return [str(one.page.id) for one in self.resting]


def due(policy: Policy, by: date) -> list[Due]:
    """Every source whose `check_by` is `by` or earlier; those due first stand first, then those checked longest ago."""
    resting = resting_on(policy)
    sources = [one for one in policy.sources.values() if one.check_by <= by]
    ordered = sorted(sources, key=lambda one: (one.check_by, one.checked, one.id))
    return [Due(one, tuple(resting[str(one.id)])) for one in ordered]
