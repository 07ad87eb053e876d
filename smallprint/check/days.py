"""A rule in, a problem out for every figure that is needed on days it has no value for, or has a value nobody needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from smallprint.check.world import World
from smallprint.model import Figure, Reading, Rule, Version
from smallprint.model.steps import Cases, Detect, Requirements, Step
from smallprint.model.tree import Choose, Formula, Logic, Name, Tree, parts_of
from smallprint.places import Place, Text
from smallprint.problems import Problem
from smallprint.scope import Scope, scopes
from smallprint.situations import Days, Situations, in_force, stretches
from smallprint.uses import template_names, uses

MOST_STRETCHES = 60

type Needed = dict[Place, list[Days]]


def days(rule: Rule, world: World) -> list[Problem]:
    """Each figure's versions cover exactly the days on which an answer can need it."""
    figures = {f.name.place: f for f in (*rule.figures, *(f for reading in rule.readings for f in reading.figures))}
    needed: Needed = {}
    changed: dict[str, list[tuple[Days, bool]]] = {}
    for scope in scopes(rule):
        for stretch in _stretches(scope, figures.values()):
            names = _needed(scope, stretch)
            for name in names & scope.figures.keys():
                needed.setdefault(scope.figures[name].name.place, []).append(stretch)
            if scope.reading is not None:
                own = {*(str(f.name) for f in scope.reading.figures), *(str(s.name) for s in scope.reading.steps)}
                changed.setdefault(str(scope.reading.id), []).append((stretch, bool(own & names)))
    known = _known(rule, needed, figures)
    problems: list[Problem] = []
    for reading in rule.readings:
        if reading.steps or reading.figures:
            days_held = [(days, own) for days, own in changed.get(str(reading.id), []) if days in known]
            problems += _same_as_adopted(reading, days_held)
    for place, found in needed.items():
        if figures[place].versions:
            usable = [stretch for stretch in found if stretch in known]
            problems += _idle(figures[place], usable)
            problems += _lacking(figures[place], usable, rule)
    return problems


def _same_as_adopted(reading: Reading, held: list[tuple[Days, bool]]) -> list[Problem]:
    """Days at the beginning or end of a reading's on which nothing it changes is needed."""
    other = [days for days, own in held if own]
    if not other:
        return []
    message = f"the reading `{reading.id}` changes nothing"
    if held[0][0] < other[0]:
        start = other[0].first
        mend = f"write `from: {start}`"
        return [Problem("POL309", f"{message} before {start}", reading.id.place, help=mend)]
    if held[-1][0] > other[-1]:
        end = other[-1].last
        return [Problem("POL309", f"{message} after {end}", reading.id.place, help=f"write `until: {end}`")]
    return []


def _stretches(scope: Scope, figures: Iterable[Figure]) -> list[Days]:
    """The days on which this reading is held, cut where any figure of the rule or a period changes."""
    reading = scope.reading
    first = reading.start if reading is not None and reading.start else date.min
    last = reading.until if reading is not None and reading.until else date.max
    bounds = [(first, last), *((period.start, period.until) for period in scope.rule.periods)]
    bounds += [(version.start, version.until) for figure in figures for version in figure.versions]
    bounds += [(step.start, None) for step in scope.steps.values() if step.start is not None]
    found = stretches(bounds)
    return [d for d in found if d.first >= first and d.last <= last] if len(found) <= MOST_STRETCHES else []


def _known(rule: Rule, needed: Needed, figures: dict[Place, Figure]) -> set[Days]:
    """The days for which the file means to give an answer: those of its periods, else those of any needed figure."""
    every = {stretch for found in needed.values() for stretch in found}
    if rule.periods:
        known = [period for period in rule.periods if not period.unknown]
        return {s for s in every if any(p.start <= s.first and s.last <= (p.until or date.max) for p in known)}
    return {
        stretch
        for place, found in needed.items()
        for stretch in found
        if (version := in_force(figures[place], stretch.first)) is not None and version.value is not None
    }


def _idle(figure: Figure, needed: list[Days]) -> list[Problem]:
    """Versions with a value that no answer can need, on all of their days or on some at their end."""
    problems = []
    for version in figure.versions:
        last = version.until or date.max
        if version.value is None or last < version.start:
            continue
        used = [stretch for stretch in needed if version.start <= stretch.first and stretch.last <= last]
        if not used:
            message = f"no answer needs `{figure.name}` on these days"
            mend = "remove this value, or mend the days or the conditions under which it is used"
            problems.append(Problem("POL307", message, version.place.place, "needed on none of them", mend))
        elif (end := max(stretch.last for stretch in used)) < last:
            message = f"no answer needs `{figure.name}` after {end}"
            what = "has no `until`" if version.until is None else f"runs until {last}"
            problems.append(Problem("POL307", message, version.place.place, what, f"write `until: {end}`"))
        if used and (start := min(stretch.first for stretch in used)) > version.start:
            message = f"no answer needs `{figure.name}` before {start}"
            problems.append(Problem("POL307", message, version.place.place, help=f"write `from: {start}`"))
    return problems


def _lacking(figure: Figure, needed: list[Days], rule: Rule) -> list[Problem]:
    """Days on which an answer needs the figure and the file does not even say that it is not known."""
    for stretch in sorted(needed):
        version = in_force(figure, stretch.first)
        if version is not None and (version.value is not None or version.unknown):
            continue
        until = f", until: {stretch.last}" if stretch.last < date.max else ""
        mend = f"add its value, or {{from: {stretch.first}{until}, unknown: Why it is not known.}}"
        place, label = _nearest(figure, stretch, version)
        message = f"`{figure.name}` is needed on {stretch.first} and has no value that day"
        figures = (*rule.figures, *(f for reading in rule.readings for f in reading.figures))
        others = [v.place for f in figures for v in f.versions if v.start == stretch.first and v.value is not None]
        others += [period.place for period in rule.periods if period.start == stretch.first]
        also = tuple((other.place, "this one is known from then on") for other in others[:2])
        return [Problem("POL308", message, place.place, label, mend, also)]
    return []


def _nearest(figure: Figure, stretch: Days, version: Version | None) -> tuple[Text, str]:
    if version is not None:
        return version.place, "there is none on these days"
    first = figure.versions[0]
    if stretch.first < first.start:
        return first.place, "its first value"
    return figure.versions[-1].place, "its last value"


def _needed(scope: Scope, stretch: Days) -> set[str]:
    """The names an answer can touch on these days."""
    reached: set[str] = set()
    reading = scope.reading
    answers = reading.answers if reading is not None and reading.answers else scope.rule.answers
    sentence = reading.answer if reading is not None and reading.answer else scope.rule.answer
    frontier = [str(name) for name in answers] + [name.id for name in template_names(sentence)]
    begun = {name for name, step in scope.steps.items() if step.start is None or step.start <= stretch.first}
    frontier = [name for name in frontier if name in begun or name not in scope.steps]
    while frontier:
        name = frontier.pop()
        if name in reached:
            continue
        reached.add(name)
        if name in scope.steps:
            frontier += [used.id for used in _touched(scope.steps[name], scope, stretch)]
        elif name in scope.inputs:
            for must in scope.inputs[name].musts:
                frontier += [used.id for used in _in(must.that, scope, stretch)]
                frontier += [used.id for used in template_names(must.otherwise)]
    return reached


def _touched(step: Step, scope: Scope, stretch: Days) -> Iterator[Name]:
    match step.how:
        case Cases(cases):
            conditions = [case.when.tree for case in cases if case.when is not None]
            here = Situations(scope, stretch, conditions)
            left = here.every
            for case in cases:
                if left == 0:
                    return
                if case.when is not None:
                    yield from _names(case.when.tree, scope, stretch)
                holds = here.every if case.when is None or not here.known else here.when(case.when.tree)
                if left & holds:
                    yield from _in(case.gives, scope, stretch) if case.gives is not None else ()
                    yield from template_names(case.says) if case.says is not None else ()
                if here.known:
                    left &= ~holds
        case Requirements(requirements):
            for requirement in requirements:
                yield from _in(requirement.that, scope, stretch)
                yield from template_names(requirement.otherwise)
        case Detect():
            return
        case _:
            yield from uses(step)


def _in(formula: Formula, scope: Scope, stretch: Days) -> Iterator[Name]:
    return _names(formula.tree, scope, stretch)


def _names(tree: Tree, scope: Scope, stretch: Days) -> Iterator[Name]:
    """The names a formula touches on these days: `a and b` does not touch b where a never holds."""
    match tree:
        case Name():
            yield tree
        case Logic(op=op, parts=parts):
            for part in parts:
                yield from _names(part, scope, stretch)
                here = Situations(scope, stretch, [part])
                if here.never(part) if op == "and" else here.always(part):
                    return
        case Choose(when=when, then=then, otherwise=otherwise):
            here = Situations(scope, stretch, [when])
            yield from _names(when, scope, stretch)
            if not here.never(when):
                yield from _names(then, scope, stretch)
            if not here.always(when):
                yield from _names(otherwise, scope, stretch)
        case _:
            for part in parts_of(tree):
                yield from _names(part, scope, stretch)
