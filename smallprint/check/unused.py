"""A rule in, a problem out for every input, figure, step or word list that nothing uses."""

from __future__ import annotations

from smallprint.check.world import World
from smallprint.model import Rule
from smallprint.model.steps import Apply, Detect, Solve
from smallprint.places import Text
from smallprint.problems import Problem
from smallprint.scope import Scope, scopes
from smallprint.uses import steps_everywhere, template_names, uses


def unused(rule: Rule, world: World) -> list[Problem]:
    """What no answer needs, under any reading, misleads whoever reads the file."""
    reached = {str(rule.dated_by)}
    for scope in scopes(rule):
        reached |= _reached(scope)
    problems = [
        _problem("input", asked.name) for asked in rule.inputs if asked.name not in reached and not asked.shared_from
    ]
    problems += [_problem("figure", figure.name) for figure in rule.figures if figure.name not in reached]
    problems += [_problem("step", step.name) for step in rule.steps if step.name not in reached]
    for reading in rule.readings:
        problems += [_problem("figure", figure.name) for figure in reading.figures if figure.name not in reached]
        problems += [_problem("step", step.name) for step in reading.steps if step.name not in reached]
    listed = {str(name) for name in _word_lists(rule)}
    problems += [_problem("word list", words.name) for words in rule.lists if words.name not in listed]
    return problems


def _reached(scope: Scope) -> set[str]:
    reached: set[str] = set()
    frontier = [str(name) for name in scope.answers] + [n.id for n in template_names(scope.answer)]
    while frontier:
        name = frontier.pop()
        if name in reached:
            continue
        reached.add(name)
        step = scope.steps.get(name)
        if step is not None:
            frontier += [used.id for used in uses(step)]
            if isinstance(step.how, Apply | Solve):
                frontier += [str(asked.name) for asked in scope.rule.inputs if asked.shared_from == step.how.rule]
        elif name in scope.inputs:
            for must in scope.inputs[name].musts:
                frontier += [used.id for used in must.that.names()]
                frontier += [used.id for used in template_names(must.otherwise)]
    return reached


def _word_lists(rule: Rule) -> list[Text]:
    detects = [step.how for step in steps_everywhere(rule) if isinstance(step.how, Detect)]
    return [name for how in detects for found in how.detections for _, lists in found.detectors for name in lists]


def _problem(what: str, name: Text) -> Problem:
    mend = f"use it in a step that an answer needs, or remove the {what}"
    return Problem("POL404", f"the {what} `{name}` is never used", name.place, "no answer needs it", mend)
