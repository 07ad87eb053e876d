"""Drafts of all rules in, the same rules out with shared inputs brought in and every step's kind filled in."""

from __future__ import annotations

from dataclasses import replace

from smallprint.infer import Inference
from smallprint.kinds import UNKNOWN, Kind, kind_of
from smallprint.model import Rule
from smallprint.model.steps import Apply, Cases, Detect, Requirements, Solve, Step
from smallprint.scope import Scope, foundations_first, scope_of
from smallprint.uses import applied_rules, steps_everywhere


def link(rules: dict[str, Rule]) -> dict[str, Rule]:
    """Every rule linked; what cannot be linked (an unknown rule, a cycle) stays as it was, for the checks to report."""
    linked = {id: _with_shared_inputs(rule, rules) for id, rule in rules.items()}
    for id in _foundations_first(linked):
        linked[id] = _with_kinds(linked[id], linked)
    return linked


def step_kind(scope: Scope, name: str, rules: dict[str, Rule]) -> Kind:
    """The kind of a member of a linked scope; UNKNOWN for a name that is not known."""
    return scope.declared(name) or UNKNOWN


def _inferred(scope: Scope, step: Step, rules: dict[str, Rule]) -> Kind:
    """The kind of a step that declares none, when what it uses has its kind already."""
    match step.how:
        case Cases(cases):
            first = next((case.gives for case in cases if case.gives is not None), None)
            inference = Inference(lambda other: step_kind(scope, other, rules))
            return kind_of("text") if first is None else _settled(inference.kind(first.tree))
        case Requirements() | Detect():
            return kind_of("list")
        case Apply(rule=other_id, step=taken):
            other = rules.get(other_id)
            return UNKNOWN if other is None else step_kind(scope_of(other), taken, rules)
        case Solve():
            return kind_of("money")


def _foundations_first(rules: dict[str, Rule]) -> list[str]:
    """The ids of the rules, each after those it applies; in a circle of rules, one comes before what it applies."""
    ordered: dict[str, None] = {}
    opened: set[str] = set()
    waiting = list(reversed(rules))
    while waiting:
        id = waiting[-1]
        if id in opened:
            ordered.setdefault(waiting.pop())
            continue
        opened.add(id)
        waiting += [str(o) for o in applied_rules(steps_everywhere(rules[id])) if o in rules and o not in opened]
    return list(ordered)


def _settled(kind: Kind) -> Kind:
    return kind_of("count") if kind.name == "literal" else kind


def _with_shared_inputs(rule: Rule, rules: dict[str, Rule]) -> Rule:
    if rule.inputs_from is None:
        return rule
    other_id, left_out = rule.inputs_from
    other = rules.get(other_id)
    if other is None or other.inputs_from is not None:
        return rule
    own = {str(asked.name) for asked in rule.inputs}
    brought = tuple(
        # The other rule tests its own conditions when it is applied, so they are not tested a second time here.
        replace(asked, shared_from=str(other_id), musts=())
        for asked in other.inputs
        if asked.name not in left_out and asked.name not in own
    )
    return replace(rule, inputs=(*rule.inputs, *brought))


def _with_kinds(rule: Rule, rules: dict[str, Rule]) -> Rule:
    own = replace(rule, steps=_filled(scope_of(rule), rule.steps, rules))
    readings = tuple(
        replace(reading, steps=_filled(scope_of(own, reading), reading.steps, rules)) for reading in own.readings
    )
    return replace(own, readings=readings)


def _filled(scope: Scope, steps: tuple[Step, ...], rules: dict[str, Rule]) -> tuple[Step, ...]:
    """The steps with their kinds; `scope` learns each kind as it is found, for the steps that build on it."""
    wanted = {str(step.name) for step in steps if not step.kind}
    for name in foundations_first(scope):
        if name in wanted:
            step = scope.steps[name]
            kind = _inferred(scope, step, rules)
            scope.steps[name] = replace(step, kind=kind.name, units=kind.units)
    return tuple(scope.steps[str(step.name)] for step in steps)
