"""The outcomes of a rule's examples in, a problem out for every case and every published value that none of them shows.

An example is what proves a case or a value right; one that no example reaches could be wrong without anyone noticing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from smallprint.model import Rule
from smallprint.model.steps import Case, Cases
from smallprint.places import Place
from smallprint.problems import Problem
from smallprint.scope import scope_of, scopes
from smallprint.situations import in_force
from smallprint.uses import steps_everywhere, uses


def never_shown(rule: Rule, outcomes: Sequence[dict[str, object]]) -> list[Problem]:
    """Cases and values that no example's steps have in them."""
    reasons: set[tuple[str, str]] = set()
    published: set[tuple[str, int]] = set()
    for outcome in outcomes:
        on = outcome.get("in_force_on")
        for step in _steps(outcome):
            name, line = str(step["name"]), step["line"]
            reasons.add((name, str(step["because"])))
            if isinstance(on, str) and isinstance(line, int):
                published |= _version(rule, name, line, date.fromisoformat(on))
    return [*_cases(rule, reasons), *_values(rule, published)]


def worked_from(rule: Rule, answer: str, outcome: dict[str, object]) -> Iterator[tuple[Place, str]]:
    """The places in the file that an example's answer came from: its step, the cases it took, the values it used."""
    reasons: set[tuple[str, str]] = set()
    on = outcome.get("in_force_on")
    declared = steps_everywhere(rule)
    yield from ((step.name.place, "worked out here") for step in declared[: len(rule.steps)] if step.name == answer)
    for shown in _steps(outcome):
        name, line = str(shown["name"]), shown["line"]
        reasons.add((name, str(shown["because"])))
        if isinstance(on, str) and isinstance(line, int):
            for _, used in _version(rule, name, line, date.fromisoformat(on)):
                yield from ((place, "with this value") for place in _places(rule) if place.line == used)
    for step in declared:
        several = step.how.cases if isinstance(step.how, Cases) else ()
        for case in several if len(several) > 1 else ():
            if (str(step.name), case.because) in reasons:
                yield case.place.place, "this case"
    if isinstance(on, str) and not reasons:  # nothing came of it: whatever it could have used
        yield from ((place, "with this value") for place in _behind(rule, answer, date.fromisoformat(on)))
    errors = outcome.get("errors")
    mistaken = {str(error["input"]) for error in errors} if isinstance(errors, list) else set()
    for asked in rule.inputs:
        for must in asked.musts:
            if mistaken & {str(one) for one in must.about}:
                yield must.that.text.place, "this has to hold"


def _behind(rule: Rule, answer: str, on: date) -> Iterator[Place]:
    """The values of a day that an answer's steps name."""
    scope = scope_of(rule)
    names = [answer, *(name for name in scope.steps if name != answer)]
    for name in dict.fromkeys(used.id for step in names if step in scope.steps for used in uses(scope.steps[step])):
        version = in_force(scope.figures[name], on) if name in scope.figures else None
        if version is not None:
            yield version.place.place


def _places(rule: Rule) -> list[Place]:
    figures = (*rule.figures, *(figure for reading in rule.readings for figure in reading.figures))
    return [version.place.place for figure in figures for version in figure.versions]


def _asked_for(rule: Rule) -> set[str]:
    """The inputs that an example expects to be asked: a case may be there just to ask for one."""
    found = [str(text) for example in rule.examples for name, text in example.expect if name == "missing"]
    return {name.strip() for text in found for name in text.split(",")}


def _steps(outcome: dict[str, object]) -> list[dict[str, object]]:
    found = outcome.get("steps", [])
    assert isinstance(found, list)
    return found


def _version(rule: Rule, name: str, line: int, on: date) -> set[tuple[str, int]]:
    """The version of one of this rule's figures that an example used, by its line."""
    for figure in (*rule.figures, *(figure for reading in rule.readings for figure in reading.figures)):
        if figure.name == name and figure.name.place.line == line:
            version = in_force(figure, on)
            return {(name, version.place.place.line)} if version is not None else set()
    return set()


def _cases(rule: Rule, reasons: set[tuple[str, str]]) -> Iterator[Problem]:
    traced = _traced(rule)
    for step in steps_everywhere(rule):
        several: tuple[Case, ...] = step.how.cases if isinstance(step.how, Cases) else ()
        for case in several if len(several) > 1 and step.name in traced else ():
            asks = case.gives is not None and _asked_for(rule) & {name.id for name in case.gives.names()}
            if not asks and (str(step.name), case.because) not in reasons:
                mend = "add an example that comes to it"
                message = f"no example reaches this case of `{step.name}`"
                yield Problem("POL505", message, case.place.place, help=mend)


def _traced(rule: Rule) -> set[str]:
    """The steps that stand in an answer's trace: all but those that only word the sentence."""
    reached: set[str] = set()
    for scope in scopes(rule):
        frontier = [str(name) for name in scope.answers]
        while frontier:
            name = frontier.pop()
            if name not in reached and name in scope.steps:
                frontier += [used.id for used in uses(scope.steps[name])]
            reached.add(name)
    return reached


def _values(rule: Rule, published: set[tuple[str, int]]) -> Iterator[Problem]:
    for figure in (*rule.figures, *(figure for reading in rule.readings for figure in reading.figures)):
        for version in figure.versions:
            if version.value is not None and (str(figure.name), version.place.place.line) not in published:
                until = f"until {version.until}" if version.until else "on"
                message = f"no example uses the value of `{figure.name}` from {version.start} {until}"
                mend = "add an example of these days whose answer needs it"
                yield Problem("POL505", message, version.place.place, help=mend)
