"""What Z3 is told of a rule is what its calculator does: both get the same inputs, and agree on every step.

A proof is worth as much as this: Z3 reasons about the translation, the reader gets the calculator.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import z3
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calculators.runtime.inputs import read_inputs
from calculators.runtime.mistakes import Mistake
from calculators.runtime.values import Findings, Value
from smallprint.model import Input
from smallprint.model.steps import Detect, Step
from smallprint.prove.inputs import DIGITS, Asked, Ids, standing_for, variable
from smallprint.prove.run import Calculators, Ran
from smallprint.prove.terms import Listed, Term
from smallprint.prove.translate import Translation, World
from smallprint.scope import Scope, scopes
from smallprint.uses import uses
from tests.real import real_policy

ROOT = Path(__file__).parents[2]
POLICY = real_policy()
RULES = {str(rule.id): rule for rule in POLICY.rules}
CALCULATORS = Calculators(POLICY)
SCOPES = {
    f"{rule.id} {scope.reading.id if scope.reading else ''}".strip(): scope
    for rule in POLICY.rules
    for scope in scopes(rule)
}
FIRST = date(2010, 1, 1)


def typed_value(asked: Input, scope: Scope) -> st.SearchStrategy[str]:
    """What a reader might type for one input: now and then what an example has, and often a round number."""
    seen = [str(text) for example in scope.rule.examples for name, text in example.given if name == asked.name]
    return st.one_of(st.sampled_from(seen), anything(asked)) if seen else anything(asked)


def anything(asked: Input) -> st.SearchStrategy[str]:
    match asked.kind:
        case "money":
            return st.integers(0, 3_000_000).map(lambda cents: f"{Decimal(cents) / 100:.2f}")
        case "rate":
            return st.integers(0, 2_000).map(lambda hundredths: f"{Decimal(hundredths) / 100}%")
        case "number":
            return st.integers(0, 20_000).map(lambda hundredths: f"{Decimal(hundredths) / 100}")
        case "count":
            return st.integers(0, 300).map(str)
        case "date":
            return st.integers(0, 6_500).map(lambda days: (FIRST + timedelta(days)).isoformat())
        case "yesno":
            return st.sampled_from(["yes", "no"])
        case "choice":
            return st.sampled_from(list(asked.options))
    return st.just("Hello")


def points(scope: Scope) -> st.SearchStrategy[dict[str, str]]:
    needed = {str(one.name): typed_value(one, scope) for one in scope.rule.inputs if not one.optional}
    optional = {str(one.name): typed_value(one, scope) for one in scope.rule.inputs if one.optional}
    return st.fixed_dictionaries(needed, optional=optional)


@pytest.mark.parametrize("name", SCOPES)
def test_the_translation_does_what_the_calculator_does(name: str) -> None:
    scope = SCOPES[name]

    @settings(max_examples=6, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(points(scope), points(scope))
    def check(one: dict[str, str], other: dict[str, str]) -> None:
        agree(scope, one, other)

    check()


def agree(scope: Scope, *typed: dict[str, str]) -> None:
    """Both sets of inputs are put to Z3 at once: what it is told of products and months in pairs has to hold, too."""
    reading = str((scope.reading or scope.rule.adopted).id)
    world = World(RULES, Ids())
    solver = z3.Solver()
    terms: list[tuple[dict[str, str], str, Term]] = []
    for one in typed:
        try:
            values = read_inputs(CALCULATORS.readings[(str(scope.rule.id), reading)], one, date.max)
        except Mistake:
            return
        inputs = {str(asked.name): known(asked, values.get(str(asked.name)), world.ids) for asked in scope.rule.inputs}
        translation = Translation(scope, inputs, None, world)
        terms += [(one, step, translation.member(step)) for step in scope.steps if not free(scope, step)]
    solver.add(*world.facts.easy, *world.facts.exact)
    assert solver.check() == z3.sat, f"what Z3 is told cannot be so for {typed}"
    model = solver.model()
    for one, step, term in terms:
        same(scope.steps[step], term, model, world.ids, CALCULATORS.run(str(scope.rule.id), reading, one, (step,)), one)


def known(asked: Input, value: Value | None, ids: Ids) -> Asked:
    """The input as this very value, or as not given."""
    given = z3.BoolVal(value is not None)
    match value:
        case bool():
            return standing_for(asked, z3.BoolVal(value), given, ids)
        case str():
            return standing_for(asked, ids.number(value) if asked.kind == "choice" else z3.IntVal(0), given, ids)
        case date():
            return standing_for(asked, z3.IntVal(value.toordinal()), given, ids)
        case Decimal() | int():
            return standing_for(asked, z3.IntVal(int(value * 10 ** DIGITS[asked.kind])), given, ids)
    return replace(variable(asked, ids), given=given)


def same(step: Step, term: Term, model: z3.ModelRef, ids: Ids, ran: Ran, typed: dict[str, str]) -> None:
    stopped, values = ran.stopped, ran.values
    said = f"{step.name} for {typed}"
    known, missing, stuck = (z3.is_true(model.eval(one, True)) for one in (term.known, term.missing, term.stuck))
    assert (known, missing, stuck) == (stopped == "", stopped == "missing", stopped == "nothing"), f"{said}: {stopped}"
    if known:
        assert read(term, model, ids, values[0]) == comparable(values[0]), said
        if term.cents is not None:
            assert number(model.eval(term.cents, True)) == number(model.eval(term.number, True)) * 100, said


def free(scope: Scope, name: str) -> bool:
    """Whether it follows from what detectors find or a text says: that may be anything to Z3."""
    step = scope.steps.get(name)
    if step is None:
        return False
    return isinstance(step.how, Detect) or step.kind == "text" or any(free(scope, used.id) for used in uses(step))


def read(term: Term, model: z3.ModelRef, ids: Ids, like: Value) -> object:
    if isinstance(term.value, Listed):
        return {id for id, there in term.value.items if z3.is_true(model.eval(there, True))}
    if isinstance(like, bool):
        return z3.is_true(model.eval(term.truth, True))
    found = number(model.eval(term.number, True))
    return ids.id(int(found)) if isinstance(like, str) else round(found, 20)


def number(found: z3.ExprRef) -> Fraction:
    if isinstance(found, z3.RatNumRef):
        return Fraction(found.numerator_as_long(), found.denominator_as_long())
    assert isinstance(found, z3.IntNumRef)
    return Fraction(found.as_long())


def comparable(value: Value) -> object:
    """The calculator's value; a quotient has 28 digits there, and all of them in Z3."""
    match value:
        case Findings(items):
            return {item.id for item in items}
        case bool() | str():
            return value
        case date():
            return value.toordinal()
        case Decimal() | int():
            return round(Fraction(value), 20)
    raise AssertionError(value)
