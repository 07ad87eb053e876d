"""A rule's id and what a reader typed in, the answer out: the one object that command line, page and tests share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from importlib import import_module

from calculators.rules import RULES
from calculators.runtime.answer import answer
from calculators.runtime.rule import Rule
from calculators.runtime.words import nearest


def ask(rule_id: str, typed: Mapping[str, str], today: date, reading: str | None = None) -> dict[str, object]:
    """What the rule answers to these inputs, as text by input name; `reading` makes another reading the main one.

    The result is ready for JSON. Where it cannot be worked out it is `{"errors": [{"input", "message"}, ...]}`.
    """
    if rule_id not in RULES:
        return {"errors": [{"input": "rule", "message": _no_such_rule(rule_id)}]}
    return answer(readings_of(rule_id), typed, today, reading)


def ask_json(rule_id: str, typed: Mapping[str, str], today: date, reading: str | None = None) -> str:
    """The same as JSON, equal to the byte wherever it is worked out."""
    return json.dumps(ask(rule_id, typed, today, reading))


def readings_of(rule_id: str) -> tuple[type[Rule], ...]:
    """The readings of a rule, the adopted one first; KeyError where there is no such rule."""
    readings: tuple[type[Rule], ...] = import_module(f"calculators.rules.{RULES[rule_id]}").READINGS
    return readings


def rule_named(rule_id: str) -> type[Rule]:
    """The rule as it is adopted; KeyError where there is no such rule."""
    return readings_of(rule_id)[0]


def _no_such_rule(rule_id: str) -> str:
    near = nearest(rule_id, RULES)
    return f"There is no rule `{rule_id[:60]}`. " + (f"Did you mean `{near}`?" if near else "See the list of rules.")
