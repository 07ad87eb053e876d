"""Drafts of all rules in, the same rules out with shared inputs brought in and every step's kind filled in."""

from __future__ import annotations

from dataclasses import replace

from smallprint.infer import Inference
from smallprint.kinds import UNKNOWN, Kind, kind_of
from smallprint.model import Apply, Cases, Detect, Reading, Requirements, Rule, Solve, Step
from smallprint.scope import Scope, scope_of


def link(rules: dict[str, Rule]) -> dict[str, Rule]:
    """Every rule linked; what cannot be linked (an unknown rule, a cycle) stays as it was, for the checks to report."""
    shared = {id: _with_shared_inputs(rule, rules) for id, rule in rules.items()}
    return {id: _with_kinds(rule, shared) for id, rule in shared.items()}


def step_kind(scope: Scope, name: str, rules: dict[str, Rule], open_steps: tuple[str, ...] = ()) -> Kind:
    """The kind of a member of the scope: as declared, else inferred; UNKNOWN for unknown names and in cycles."""
    declared = scope.declared(name)
    if declared is not None:
        return declared
    key = f"{scope.rule.id}.{name}"
    step = scope.steps.get(name)
    if step is None or key in open_steps:
        return UNKNOWN
    inference = Inference(lambda other: step_kind(scope, other, rules, (*open_steps, key)))
    match step.how:
        case Cases(cases):
            first = next((case.gives for case in cases if case.gives is not None), None)
            return kind_of("text") if first is None else _settled(inference.kind(first.tree))
        case Requirements() | Detect():
            return kind_of("list")
        case Apply(rule=other_id, step=taken):
            other = rules.get(other_id)
            return UNKNOWN if other is None else step_kind(scope_of(other), taken, rules, (*open_steps, key))
        case Solve():
            return kind_of("money")


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
    return replace(
        rule,
        steps=_filled(scope_of(rule), rule.steps, rules),
        readings=tuple(_reading_with_kinds(rule, reading, rules) for reading in rule.readings),
    )


def _reading_with_kinds(rule: Rule, reading: Reading, rules: dict[str, Rule]) -> Reading:
    return replace(reading, steps=_filled(scope_of(rule, reading), reading.steps, rules))


def _filled(scope: Scope, steps: tuple[Step, ...], rules: dict[str, Rule]) -> tuple[Step, ...]:
    return tuple(step if step.kind else _with_kind(scope, step, rules) for step in steps)


def _with_kind(scope: Scope, step: Step, rules: dict[str, Rule]) -> Step:
    kind = step_kind(scope, str(step.name), rules)
    return replace(step, kind=kind.name, units=kind.units)
