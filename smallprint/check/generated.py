"""Checked rules in, a function out that answers by their generated classes.

They are made in memory from the very source that is written to disk. The source comes from our own emitter and holds
nothing of a policy file but names, numbers and quoted texts, so running it runs no contributor's code.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import ModuleType

from calculators.runtime.answer import answer
from calculators.runtime.rule import Rule as RuntimeRule
from smallprint.asking import Ask, Outcome, last_checked
from smallprint.emit_python import emit_rule
from smallprint.model import Policy, Rule
from smallprint.python_members import module_name
from smallprint.uses import applied_rules, steps_everywhere

PACKAGE = "smallprint_generated"


def generated(policy: Policy) -> Ask:
    """Answers every rule, on the day its sources were last checked; a question asked again is not worked out again."""
    classes, today = _classes(policy), last_checked(policy)
    known: dict[tuple[object, ...], Outcome] = {}

    def ask(rule: str, typed: Mapping[str, str], reading: str) -> Outcome:
        question = (str(rule), tuple(typed.items()), str(reading))
        if question not in known:
            known[question] = answer(classes[str(rule)], typed, today, reading or None)
        return known[question]

    return ask


def _classes(policy: Policy) -> dict[str, tuple[type[RuntimeRule], ...]]:
    """The readings of every rule, by rule id, the adopted one first; as modules they are gone afterwards."""
    sys.modules[PACKAGE] = ModuleType(PACKAGE)
    try:
        return {str(rule.id): _execute(rule, policy) for rule in _foundations_first(policy)}
    finally:
        for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
            del sys.modules[name]


def _execute(rule: Rule, policy: Policy) -> tuple[type[RuntimeRule], ...]:
    name = f"{PACKAGE}.{module_name(rule.id)}"
    module = ModuleType(name)
    sys.modules[name] = module
    exec(compile(emit_rule(rule, policy, PACKAGE), f"<{rule.path}>", "exec"), module.__dict__)
    readings: tuple[type[RuntimeRule], ...] = module.__dict__["READINGS"]
    return readings


def _foundations_first(policy: Policy) -> list[Rule]:
    """A rule after those it applies."""
    by_id = {str(rule.id): rule for rule in policy.rules}
    ordered: dict[str, Rule] = {}

    def place(rule: Rule) -> None:
        for other in applied_rules(steps_everywhere(rule)):
            if other in by_id and other not in ordered:
                place(by_id[other])
        ordered.setdefault(str(rule.id), rule)

    for rule in policy.rules:
        place(rule)
    return list(ordered.values())
