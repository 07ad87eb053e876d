"""A rule in, a problem out for every formula whose kinds or units clash and every step that is not what it declares."""

from __future__ import annotations

from smallprint.check.world import World
from smallprint.infer import Inference
from smallprint.kinds import UNKNOWN, Kind, fits, kind_of, unify
from smallprint.link import step_kind
from smallprint.model import Rule
from smallprint.model.steps import Case, Cases, Requirements, Solve, Step
from smallprint.model.tree import Formula
from smallprint.problems import Problem
from smallprint.scope import Scope, scope_of, scopes


def units(rule: Rule, world: World) -> list[Problem]:
    """Kinds and units hold in every formula, under every reading."""
    problems: list[Problem] = []
    for scope in scopes(rule):
        steps = scope.steps.values() if scope.reading is None else scope.reading.steps
        for step in steps:
            problems += _step(step, scope, world)
            problems += _same_as_replaced(step, scope, rule)
    own = scope_of(rule)
    for asked in rule.inputs:
        for must in asked.musts:
            problems += _condition(must.that, own, world)
    return problems


def _inference(scope: Scope, world: World) -> Inference:
    return Inference(lambda name: step_kind(scope, name, world.rules))


def _condition(formula: Formula, scope: Scope, world: World) -> list[Problem]:
    inference = _inference(scope, world)
    inference.condition(formula.tree)
    return inference.problems


def _step(step: Step, scope: Scope, world: World) -> list[Problem]:
    declared = scope.declared(str(step.name)) or UNKNOWN
    match step.how:
        case Cases(cases):
            return [p for case in cases for p in _case(case, step, declared, scope, world)] + _rounding(step, declared)
        case Requirements(requirements):
            return [p for requirement in requirements for p in _condition(requirement.that, scope, world)]
        case Solve(at_least=at_least):
            inference = _inference(scope, world)
            found = inference.kind(at_least.tree)
            if found.name not in ("money", "?"):
                message, mend = f"`at_least` is money, this is {found}", "name the amount that is enough"
                problem = Problem("POL221", message, at_least.text.place, help=mend)
                inference.problems.append(problem)
            return inference.problems
    return []


def _case(case: Case, step: Step, declared: Kind, scope: Scope, world: World) -> list[Problem]:
    problems = _condition(case.when, scope, world) if case.when is not None else []
    if case.gives is None:
        if declared.name not in ("text", "?") and case.says is not None:
            mend = "use `is:` with a formula, or declare `kind: text`"
            problems.append(Problem("POL221", f"a text is not {declared}", case.says.place, help=mend))
        return problems
    inference = _inference(scope, world)
    found = inference.kind(case.gives.tree)
    problems += inference.problems
    if found.name == "quoted":
        unknown = [option for option in found.options if option not in declared.options]
        if unknown and declared.name in ("choice", "verdict"):
            known = "the options are: " + ", ".join(declared.options)
            problems.append(
                Problem(
                    "POL222", f'"{unknown[0]}" is not an option of `{step.name}`', case.gives.text.place, help=known
                )
            )
            return problems
    if found != UNKNOWN and not fits(found, declared):
        mend = "change the formula, or the step's `kind`"
        if found.name == "quoted":
            mend = "declare `kind: verdict` or `kind: choice` with its `options`"
        message = f"`{step.name}` is {declared}, this gives {found}"
        problems.append(Problem("POL221", message, case.gives.text.place, help=mend))
    return problems


def _rounding(step: Step, declared: Kind) -> list[Problem]:
    if step.round == "cent" and declared.name not in ("money", "?"):
        message = f"only money is rounded to the cent, `{step.name}` is {declared}"
        return [Problem("POL224", message, step.name.place, help="remove `round`")]
    if step.kind in ("verdict", "choice") and not step.options:
        mend = "add `options: {id: words}`"
        return [Problem("POL113", f"the {step.kind} `{step.name}` needs `options`", step.name.place, help=mend)]
    return []


def _same_as_replaced(step: Step, scope: Scope, rule: Rule) -> list[Problem]:
    if scope.reading is None:
        return []
    replaced = scope_of(rule).declared(str(step.name))
    found = scope.declared(str(step.name))
    if replaced is None or found is None or unify(replaced, found) is not None:
        return []
    message = f"`{step.name}` is {replaced} in the rule and {found} in the reading `{scope.reading.id}`"
    return [Problem("POL221", message, step.name.place, help=f"give it the kind {kind_of(replaced.name)}")]
