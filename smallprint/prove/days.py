"""A scope and the names a question is about in, the stretches of days out on which none of their figures changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from smallprint.model import Figure, Rule
from smallprint.model.steps import Apply, Solve
from smallprint.model.tree import Name
from smallprint.prove.calendar import FIRST, LAST
from smallprint.scope import Scope, scope_of
from smallprint.situations import Days, stretches
from smallprint.uses import uses

type Bounds = tuple[date, date | None]


def constant_days(scope: Scope, names: Iterable[str], rules: Mapping[str, Rule]) -> list[Days]:
    """The days on which the rule is known under this reading, cut where a figure behind these names changes."""
    figures = reached_figures(scope, names, rules)
    bounds: list[Bounds] = [(version.start, version.until) for figure in figures for version in figure.versions]
    bounds += [(window.first, window.last) for window in known_days(scope)]
    windows = known_days(scope)
    found = [d for d in stretches(bounds) if any(w.first <= d.first and d.last <= w.last for w in windows)]
    return [days for days in found if days.first <= LAST and days.last >= FIRST]


def known_days(scope: Scope) -> list[Days]:
    """The days on which the file gives answers at all: those of its periods and of the reading."""
    reading = scope.reading or next(r for r in scope.rule.readings if r.standing == "adopted")
    first, last = reading.start or date.min, reading.until or date.max
    periods = [(p.start, p.until or date.max) for p in scope.rule.periods if not p.unknown]
    windows = periods if scope.rule.periods else [(date.min, date.max)]
    cut = [Days(max(first, start), min(last, end)) for start, end in windows]
    return [days for days in cut if days.first <= days.last]


def reached_figures(scope: Scope, names: Iterable[str], rules: Mapping[str, Rule]) -> list[Figure]:
    """The figures that working these names out can need, those of applied rules among them."""
    found: list[Figure] = []
    seen: set[str] = set()
    waiting = [str(scope.rule.dated_by), *names]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        step = scope.steps.get(name)
        if name in scope.figures:
            found.append(scope.figures[name])
        elif name in scope.inputs:
            waiting += [used.id for must in scope.inputs[name].musts for used in must.that.names()]
        elif step is not None:
            waiting += [used.id for used in uses(step)]
            if isinstance(step.how, Apply | Solve) and (other := rules.get(str(step.how.rule))) is not None:
                found += reached_figures(scope_of(other), [str(step.how.step)], rules)
    return found


def names_in(parts: Iterable[Name]) -> list[str]:
    """The ids of names."""
    return [part.id for part in parts]
