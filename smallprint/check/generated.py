"""Checked rules and their modules in, functions out that answer by these modules' classes.

They are made in memory from the very source that is written to disk. The source comes from our own emitter and holds
nothing of a policy file but names, numbers and quoted texts, so running it runs no contributor's code.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from types import CodeType, ModuleType

from calculators.runtime.answer import answer
from calculators.runtime.explored import explored
from calculators.runtime.pictured import pictured
from calculators.runtime.rule import Rule as RuntimeRule
from smallprint.asking import Ask, Draw, Outcome
from smallprint.emit.python import FOLDER, PACKAGE
from smallprint.model import Policy, Rule
from smallprint.modules.members import module_name
from smallprint.uses import applied_rules, steps_everywhere

# The readings of every rule by its id.
type Readings = Mapping[str, tuple[type[RuntimeRule], ...]]


def asking(readings: Readings, today: date) -> Ask:
    """Answers every rule by its readings, on any day; each question is worked out once."""
    known: dict[tuple[object, ...], Outcome] = {}

    def ask(rule: str, typed: Mapping[str, str], reading: str) -> Outcome:
        question = (str(rule), tuple(typed.items()), str(reading))
        if question not in known:
            known[question] = answer(readings[str(rule)], typed, today, reading or None)
        return known[question]

    return ask


def exploring(readings: Readings, today: date) -> Ask:
    """Tells what lies around each answer: what would change it, and what it was at other times."""

    def around(rule: str, typed: Mapping[str, str], reading: str) -> Outcome:
        return explored(readings[str(rule)], typed, today, reading or None)

    return around


def drawing(readings: Readings, today: date) -> Draw:
    """Draws the pictures of every rule's examples, by the readings of every rule; each is drawn once."""
    known: dict[tuple[object, ...], Outcome] = {}

    def draw(rule: str, name: str, typed: Mapping[str, str], reading: str) -> Outcome:
        question = (str(rule), name, tuple(typed.items()), str(reading))
        if question not in known:
            known[question] = pictured(readings[str(rule)], name, typed, today, str(reading), yours=False)
        return known[question]

    return draw


def readings_of(policy: Policy, modules: Mapping[str, CodeType]) -> dict[str, tuple[type[RuntimeRule], ...]]:
    """The readings of every rule by its id, the adopted one first; what was imported before is so again afterwards."""
    before = {name: module for name, module in sys.modules.items() if name.startswith(f"{PACKAGE}.")}
    try:
        return {str(rule.id): _execute(rule, modules) for rule in _foundations_first(policy)}
    finally:
        for name in [name for name in sys.modules if name.startswith(f"{PACKAGE}.")]:
            del sys.modules[name]
        sys.modules.update(before)


def _execute(rule: Rule, modules: Mapping[str, CodeType]) -> tuple[type[RuntimeRule], ...]:
    name = module_name(rule.id)
    module = ModuleType(f"{PACKAGE}.{name}")
    sys.modules[module.__name__] = module
    exec(modules[f"{FOLDER}/{name}.py"], module.__dict__)
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
