"""A policy whose rules can all be asked in, what comparing needs of it out: no places, modules, a way to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from calculators.runtime.rule import Rule as RuntimeRule
from smallprint.asking import Ask, Draw
from smallprint.check import Checked
from smallprint.check.generated import asking, drawing, readings_of
from smallprint.emit.python import FOLDER, emit_python
from smallprint.impact.unplaced import unplaced
from smallprint.model import Policy, Rule
from smallprint.modules.members import module_name
from smallprint.places import NO_TEXT


@dataclass(frozen=True)
class State:
    """One of the two: its rules and their modules by id, as they are and `bare` of places; `policy` is bare too.

    `cores` are the rules with nothing left but what answers rest on: two that are equal cannot answer otherwise.
    """

    rules: dict[str, Rule]
    placed: Policy
    policy: Policy
    modules: dict[str, str]
    bare: dict[str, str]
    cores: dict[str, Rule]
    readings: dict[str, tuple[type[RuntimeRule], ...]]
    ask: Ask
    draw: Draw
    today: date


def state_of(checked: Checked, today: date) -> State:
    """The state; whoever is asked on no day of their own is asked on `today`."""
    policy = checked.answering
    assert policy is not None
    bare = unplaced(policy)
    readings = readings_of(policy, checked.compiled)
    return State(
        rules={str(rule.id): rule for rule in policy.rules},
        placed=policy,
        policy=bare,
        modules=_by_id(policy, checked.modules),
        bare=_by_id(policy, emit_python(bare)),
        cores={str(rule.id): _core(rule) for rule in bare.rules},
        readings=readings,
        ask=asking(readings, today),
        draw=drawing(readings, today),
        today=today,
    )


def _core(rule: Rule) -> Rule:
    """The rule without what is only shown or tested: whatever is not named here may play a part in an answer."""
    texts = replace(rule, id=NO_TEXT, topic="", path="", question=NO_TEXT, short=NO_TEXT, roles=(), confidence="")
    return replace(texts, examples=(), not_covered=(), not_known=(), notes=(), laws=(), next=(), charts=())


def _by_id(policy: Policy, modules: Mapping[str, str]) -> dict[str, str]:
    return {str(rule.id): modules[f"{FOLDER}/{module_name(rule.id)}.py"] for rule in policy.rules}
