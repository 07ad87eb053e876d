"""A policy in, its calculators out, with what each law compares as a step more: what Z3 says is tried on these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from calculators.runtime.inputs import read_inputs
from calculators.runtime.mistakes import Missing, Mistake
from calculators.runtime.rule import Rule as Calculator
from calculators.runtime.values import Value
from calculators.runtime.words import show
from smallprint.check.generated import readings_of
from smallprint.emit.python import emit_python
from smallprint.infer import Inference
from smallprint.kinds import Kind, kind_of
from smallprint.link import step_kind
from smallprint.model import Policy, Rule
from smallprint.model.laws import formulas_of
from smallprint.model.steps import Case, Cases, Step
from smallprint.model.tree import Formula
from smallprint.places import Text
from smallprint.scope import Scope, scope_of

type Typed = Mapping[str, str]


@dataclass(frozen=True)
class Ran:
    """How it went: the values of the steps asked for, what was asked of the reader, and the reasons by step.

    `stopped` is empty, or why there is no value: "missing" (of the inputs `lacking`), "mistake", "nothing" for a
    division by nothing, or "far" for a day outside the calendar.
    """

    values: tuple[Value, ...]
    stopped: str
    asked: tuple[str, ...]
    reasons: frozenset[tuple[str, str]]
    lacking: tuple[str, ...] = ()


def measured(number: int, part: int) -> str:
    """The name of the step that is one side of a law; no policy file can have such a name."""
    return f"LAW_{number}_{part}"


class Calculators:
    """The calculators of every reading of every rule, laws included."""

    def __init__(self, policy: Policy) -> None:
        rules = {str(rule.id): rule for rule in policy.rules}
        measuring = replace(policy, rules=tuple(_with_laws(rule, rules) for rule in policy.rules))
        modules = {path: compile(text, path, "exec") for path, text in emit_python(measuring).items()}
        self.readings = {
            (id, one.reading.id): one for id, found in readings_of(measuring, modules).items() for one in found
        }

    def run(self, rule: str, reading: str, typed: Typed, steps: tuple[str, ...]) -> Ran:
        """Work the steps out of what a person types; a name of an input or figure is a step here, too."""
        calculator = self.readings[(rule, reading)]
        try:
            given = read_inputs(calculator, typed, date.max)
        except Mistake:
            return Ran((), "mistake", (), frozenset())
        asking = calculator(given)
        values: list[Value] = []
        stopped = ""
        lacking: tuple[str, ...] = ()
        try:
            for step in steps:
                values.append(getattr(asking, step))  # what was worked out before a stop is kept
        except Missing as stop:
            stopped, lacking = "missing", stop.names
        except Mistake:
            stopped = "mistake"
        except ArithmeticError as stop:
            stopped = "far" if isinstance(stop, OverflowError) else "nothing"
        return Ran(tuple(values), stopped, tuple(asking.asked), _reasons(asking), lacking)

    def asked_for(self, rule: str, reading: str, steps: tuple[str, ...]) -> type[Calculator]:
        """The calculator of this reading as if these steps were what it answers."""
        calculator = self.readings[(rule, reading)]
        return cast("type[Calculator]", type(calculator.__name__, (calculator,), {"answers": steps}))

    def shown(self, rule: str, reading: str, typed: Typed, steps: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """The steps that have a value, in words, with their names."""
        calculator = self.readings[(rule, reading)]
        found = []
        for step in steps:
            ran = self.run(rule, reading, typed, (step,))
            if not ran.stopped:
                member = getattr(calculator, step)
                found.append((step, show(member.kind, ran.values[0], getattr(member, "options", {}))))
        return tuple(found)


def _reasons(asking: Calculator) -> frozenset[tuple[str, str]]:
    return frozenset((member.name, said[1]) for member, _, said, _ in asking.trace)


def _with_laws(rule: Rule, rules: Mapping[str, Rule]) -> Rule:
    own = _laws(rule, str(rule.adopted.id), scope_of(rule), rules)
    readings = tuple(
        replace(one, steps=(*one.steps, *_laws(rule, str(one.id), scope_of(rule, one), rules)))
        if one.standing != "adopted"
        else one
        for one in rule.readings
    )
    return replace(rule, steps=(*rule.steps, *own), readings=readings)


def _laws(rule: Rule, reading: str, scope: Scope, rules: Mapping[str, Rule]) -> tuple[Step, ...]:
    """What the laws of one reading compare, as steps."""
    kinds = Inference(lambda name: step_kind(scope, name, dict(rules)))
    return tuple(
        _step(measured(number, part), formula, kinds.kind(formula.tree))
        for number, law in enumerate(rule.laws)
        if reading not in law.not_in
        for part, formula in enumerate(formulas_of(law.says))
    )


def _step(name: str, formula: Formula, kind: Kind) -> Step:
    known = kind_of("count") if kind.name == "literal" else kind
    case = Case(None, formula, None, "", (), formula.text)
    options = {option: option for option in known.options}
    return Step(Text(name, formula.text.place), Text(name), known.name, Cases((case,)), "", options, known.units)
