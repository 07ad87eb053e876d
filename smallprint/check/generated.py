"""Checked rules in, their generated classes out, made in memory from the very source that is written to disk.

The source comes from our own emitter and holds nothing of a policy file but names, numbers and quoted texts, so running
it runs no contributor's code.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from calculators.runtime.rule import Rule as RuntimeRule
from smallprint.emit_python import emit_rule
from smallprint.model import Policy, Rule
from smallprint.python_members import module_name
from smallprint.uses import applied_rules, steps_everywhere

PACKAGE = "smallprint_generated"

type Classes = dict[str, tuple[type[RuntimeRule], ...]]


@contextmanager
def generated(policy: Policy) -> Iterator[Classes]:
    """The readings of every rule, by rule id, the adopted one first; the modules are gone afterwards."""
    classes: Classes = {}
    sys.modules[PACKAGE] = ModuleType(PACKAGE)
    try:
        for rule in _foundations_first(policy):
            classes[str(rule.id)] = _execute(rule, policy)
        yield classes
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
