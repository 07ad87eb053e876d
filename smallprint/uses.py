"""A step, condition or text in, the names it uses out, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from smallprint.model import Rule
from smallprint.model.steps import Apply, Cases, Detect, Requirements, Solve, Step
from smallprint.model.tree import Formula, Name
from smallprint.places import NO_TEXT, Text

_BRACES = re.compile(r"\{([^{}]*)\}")


def uses(step: Step) -> tuple[Name, ...]:
    """Every name a step can touch."""
    match step.how:
        case Cases(cases):
            return tuple(
                name
                for case in cases
                for name in (*_names(case.when), *_names(case.gives), *template_names(case.says or NO_TEXT))
            )
        case Requirements(requirements):
            return tuple(n for r in requirements for n in (*_names(r.that), *template_names(r.otherwise)))
        case Detect(text_input=text_input):
            return (Name(str(text_input), text_input.place),)
        case Apply(instead=instead):
            return tuple(name for _, formula in instead for name in formula.names())
        case Solve(at_least=at_least):
            return at_least.names()
    assert_never(step.how)


def formulas(step: Step) -> tuple[Formula, ...]:
    """Every formula of a step."""
    match step.how:
        case Cases(cases):
            return tuple(f for case in cases for f in (case.when, case.gives) if f is not None)
        case Requirements(requirements):
            return tuple(requirement.that for requirement in requirements)
        case Apply(instead=instead):
            return tuple(formula for _, formula in instead)
        case Solve(at_least=at_least):
            return (at_least,)
        case Detect():
            return ()
    assert_never(step.how)


def template_names(text: Text) -> tuple[Name, ...]:
    """The {names} of a text."""
    return tuple(Name(m[1], text.part(m.start(1), max(1, len(m[1])))) for m in _BRACES.finditer(text))


def applied_rules(steps: Iterable[Step]) -> tuple[Text, ...]:
    """The other rules that steps apply or solve."""
    return tuple(step.how.rule for step in steps if isinstance(step.how, Apply | Solve))


def steps_everywhere(rule: Rule) -> tuple[Step, ...]:
    """The rule's own steps and those of its readings."""
    return (*rule.steps, *(step for reading in rule.readings for step in reading.steps))


def _names(formula: Formula | None) -> tuple[Name, ...]:
    return formula.names() if formula is not None else ()
