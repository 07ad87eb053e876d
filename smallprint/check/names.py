"""A rule in, a problem out for every name it uses that is not declared, or not as what it is used for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from smallprint.check.world import World
from smallprint.model import Rule
from smallprint.model.steps import Apply, Detect, Solve, Step
from smallprint.model.tree import Call, Formula, Name, walk
from smallprint.places import Text
from smallprint.problems import Problem, did_you_mean
from smallprint.scope import Scope, scope_of, scopes
from smallprint.uses import formulas, steps_everywhere, template_names, uses

MOST_SUGGESTED = 100


def names(rule: Rule, world: World) -> list[Problem]:
    """Every name used has to be declared."""
    problems: list[Problem] = []
    for scope in scopes(rule):
        steps = scope.steps.values() if scope.reading is None else scope.reading.steps
        for step in steps:
            problems += _unknown(uses(step), scope)
            problems += _of_kind(step, scope)
            problems += [problem for formula in formulas(step) for problem in _given(formula, scope)]
        problems += _answers(scope)
    problems += _unknown(_outside_steps(rule), scope_of(rule))
    problems += _inputs(rule)
    for step in steps_everywhere(rule):
        problems += _other_rule(step, rule, world)
    if rule.inputs_from is not None and rule.inputs_from[0] not in world.rules:
        problems.append(no_other_rule(rule.inputs_from[0], world))
    return problems


def _unknown(found: Iterable[Name], scope: Scope) -> list[Problem]:
    known = scope.names()
    return [
        Problem(
            "POL203",
            f"there is no input, figure or step `{name.id}`",
            name.at,
            _meant(name.id, scope),
            "the names here are: " + ", ".join(known),
        )
        for name in islice((name for name in found if name.id not in known), MOST_SUGGESTED)
    ]


def _meant(name: str, scope: Scope) -> str:
    """What was meant: an id without its quotes, or a name like it."""
    kinds = [scope.declared(known) for known in scope.names()]
    options = {option.replace("-", "_"): option for kind in kinds if kind is not None for option in kind.options}
    return f'did you mean "{options[name]}", in quotes?' if name in options else did_you_mean(name, scope.names())


def _given(formula: Formula, scope: Scope) -> list[Problem]:
    """`given(…)` asks whether an input was typed, so it takes one that may be left out."""
    problems = []
    for part in walk(formula.tree):
        if not (isinstance(part, Call) and part.function == "given"):
            continue
        for name in part.arguments:
            asked = scope.inputs.get(name.id) if isinstance(name, Name) else None
            if isinstance(name, Name) and name.id in scope.names() and (asked is None or not asked.optional):
                what = "is no input" if asked is None else "has to be given anyway"
                mend = "name an input that has `optional: yes`"
                problems.append(Problem("POL206", f"`{name.id}` {what}", name.at, help=mend))
    return problems


def _outside_steps(rule: Rule) -> Iterable[Name]:
    for asked in rule.inputs:
        for must in asked.musts:
            yield from must.that.names()
            yield from template_names(must.otherwise)


def _inputs(rule: Rule) -> list[Problem]:
    inputs = {str(asked.name): asked for asked in rule.inputs}
    problems = []
    if rule.dated_by and (rule.dated_by not in inputs or inputs[rule.dated_by].kind != "date"):
        dates = [name for name, asked in inputs.items() if asked.kind == "date"]
        mend = f"name one of the date inputs: {', '.join(dates)}" if dates else "add an input `on` of kind date"
        label = did_you_mean(rule.dated_by, dates)
        problems.append(Problem("POL204", f"`{rule.dated_by}` is not a date input", rule.dated_by.place, label, mend))
    for asked in rule.inputs:
        if asked.default and asked.kind == "date" and asked.name != "on":
            mend = "use `prefill: today`: the page fills it in, and a program has to say which day it means"
            problems.append(Problem("POL205", "only `on` has a default", asked.name.place, help=mend))
        for name in (name for must in asked.musts for name in must.about if name not in inputs):
            problems.append(Problem("POL203", f"there is no input `{name}`", name.place, did_you_mean(name, inputs)))
    for example in rule.examples:
        for name, _ in example.given:
            if name not in inputs:
                known = "the inputs are: " + ", ".join(inputs)
                label = did_you_mean(name, inputs)
                problems.append(Problem("POL203", f"there is no input `{name}`", name.place, label, known))
    return problems


def _answers(scope: Scope) -> list[Problem]:
    steps = list(scope.steps)
    problems = [
        Problem("POL203", f"there is no step `{name}`", name.place, did_you_mean(name, steps), "an answer is a step")
        for name in scope.answers
        if name not in steps
    ]
    return problems + _unknown(template_names(scope.answer), scope)


def _of_kind(step: Step, scope: Scope) -> list[Problem]:
    if not isinstance(step.how, Detect):
        return []
    asked = scope.inputs.get(step.how.text_input)
    if asked is None or asked.kind == "text":
        return []
    place = step.how.text_input.place
    return [Problem("POL206", f"`{asked.name}` is not a text input", place, help="detectors read a text input")]


def _other_rule(step: Step, rule: Rule, world: World) -> list[Problem]:
    how = step.how
    if not isinstance(how, Apply | Solve):
        return []
    if how.rule == rule.id:
        return []  # a circle, which has its own check
    other = world.rules.get(how.rule)
    if other is None:
        return [no_other_rule(how.rule, world)]
    problems = []
    known = [str(s.name) for s in other.steps]
    if how.step not in known:
        label = did_you_mean(how.step, known)
        problems.append(Problem("POL203", f"`{other.id}` has no step `{how.step}`", how.step.place, label))
    inputs = [str(asked.name) for asked in other.inputs]
    for name in (how.unknown,) if isinstance(how, Solve) else tuple(key for key, _ in how.instead):
        if name not in inputs:
            label = did_you_mean(name, inputs)
            problems.append(Problem("POL203", f"`{other.id}` has no input `{name}`", name.place, label))
    return problems


def no_other_rule(name: Text, world: World, without: str = "") -> Problem:
    """The problem of a rule that does not exist, or is the rule `without` itself."""
    others = sorted(world.rules.keys() - {without})
    mend = "another rule's id" + (f", such as {', '.join(others[:4])}" if others else "; there is none yet")
    return Problem("POL207", f"there is no other rule `{name}`", name.place, did_you_mean(name, others), mend)
