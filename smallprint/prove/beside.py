"""A rule in, inputs to try it at out: on either side of the exact limits at which what is asked about turns.

`tries` knows the figures and what lies right beside them. Where a limit is worked out from figures and inputs, only
working the rule out for whole stretches of an input at once tells it (`calculators/runtime/limits.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from smallprint.prove.findings import Undecided
from smallprint.prove.question import Subject
from smallprint.prove.tries import Point
from smallprint.turns import MOVABLE, Unfollowed, as_typed, turns

MOST_STARTS = 12


class Tries[T]:
    """What is tried one after the other, counted as it is: first at figures, then on either side of limits."""

    def __init__(self, at_figures: Iterable[T], at_limits: Iterable[T]) -> None:
        self.tries = (at_figures, at_limits)
        self.counts = [0, 0]

    def __iter__(self) -> Iterator[T]:
        for place, tries in enumerate(self.tries):
            for one in tries:
                self.counts[place] += 1
                yield one

    def undecided(self, why: str) -> Undecided:
        """That none of them broke it."""
        return Undecided(why, sum(self.counts), self.counts[1])


class Limit(NamedTuple):
    """Where the way turns along the input `name`: the last value `before` and the first `after`, both as typed.

    `others` are what else is typed.
    """

    others: Point
    name: str
    before: str
    after: str

    @property
    def sides(self) -> tuple[Point, Point]:
        """What is typed on either side."""
        return {**self.others, self.name: self.before}, {**self.others, self.name: self.after}


def sides(subjects: Sequence[Subject], steps: tuple[str, ...]) -> Iterator[Point]:
    """Inputs on either side of each limit."""
    return (side for limit in limits(subjects, steps) for side in limit.sides)


def limits(subjects: Sequence[Subject], steps: tuple[str, ...]) -> Iterator[Limit]:
    """Each limit once, found from the rule's examples along each amount, rate, number, count and day.

    `steps` are what is worked out, under each of the readings. An input along which limits cannot be found is left out.
    """
    rule = subjects[0].scope.rule
    readings = [one.calculators.asked_for(str(rule.id), one.reading, steps) for one in subjects]
    movable = [str(asked.name) for asked in rule.inputs if asked.kind in MOVABLE]
    kinds = {str(asked.name): asked.kind for asked in rule.inputs}
    known: set[tuple[object, ...]] = set()
    for example in rule.examples[:MOST_STARTS]:
        start = {str(name): str(text) for name, text in example.given}
        for name in list(movable):
            others = {key: text for key, text in start.items() if key != name}
            try:
                for turn in turns(readings, others, name, date.max):
                    before, after = (as_typed(kinds[name], value) for value in turn)
                    key = (*sorted(others.items()), name, after)
                    if key not in known:
                        known.add(key)
                        yield Limit(others, name, before, after)
            except Unfollowed:
                movable.remove(name)  # looking in vain takes a second, and so it would from the next example
