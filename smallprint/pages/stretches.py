"""A rule in, the stretches of days between which its figures change out: known, known in part, or not known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from smallprint.model import Figure, Policy, Rule, Version
from smallprint.pages.age import applied
from smallprint.pages.figures import sentence_case, when

type State = Literal["known", "partly", "unknown"]

WORDS: dict[State, str] = {"known": "known", "partly": "known in part", "unknown": "not known"}
# The bar is drawn over so many units, from its first day to the day for which the page is built.
WIDTH = 1000


@dataclass(frozen=True)
class Stretch:
    """Days on which no figure changes, both ends included; `left` and `width` are where they stand on the bar."""

    start: date
    until: date | None
    state: State
    left: int
    width: int

    @property
    def when(self) -> str:
        """Its days, as they stand in a sentence."""
        return when(self.start, self.until)

    @property
    def known(self) -> str:
        """What is known of it."""
        return WORDS[self.state]

    @property
    def words(self) -> str:
        """Both."""
        return f"{sentence_case(self.when)}: {self.known}"


def stretches(rule: Rule, policy: Policy, today: date) -> tuple[Stretch, ...]:
    """The stretches of a rule and of those it applies, from the first day on that anything is known of."""
    rules = [rule, *(policy.rule(id) for id in applied(rule))]
    starts = sorted(set(_starts(rules)))
    if not starts:
        return ()
    end = max(today, starts[-1] + timedelta(days=365))
    scale = (end - starts[0]).days

    def at(day: date) -> int:
        return round((day - starts[0]).days * WIDTH / scale)

    return tuple(
        Stretch(
            start,
            after - timedelta(days=1) if after else None,
            _state(start, rules),
            at(start),
            at(after or end) - at(start),
        )
        for start, after in pairwise([*starts, None])
        if start is not None
    )


def _starts(rules: list[Rule]) -> Iterator[date]:
    for rule in rules:
        spans = [(one.start, one.until) for one in rule.periods]
        spans += [(version.start, version.until) for figure in rule.figures for version in figure.versions]
        for start, until in spans:
            yield start
            if until is not None:
                yield until + timedelta(days=1)


def _state(day: date, rules: list[Rule]) -> State:
    """Known where no figure of that day is said to be unknown; a figure that did not exist lacks nothing."""
    periods = [period for rule in rules for period in rule.periods]
    covering = [one for one in periods if one.start <= day and (one.until is None or day <= one.until)]
    if periods and (not covering or any(one.unknown for one in covering)):
        return "unknown"
    found = [_on(day, figure) for rule in rules for figure in rule.figures]
    known = [version.value is not None for version in found if version is not None and not version.none]
    if not any(known) and not covering:
        return "unknown"
    return "known" if all(known) else "partly"


def _on(day: date, figure: Figure) -> Version | None:
    """The version of a day; None before the figure's first and after its last."""
    return next((v for v in figure.versions if v.start <= day and (v.until is None or day <= v.until)), None)
