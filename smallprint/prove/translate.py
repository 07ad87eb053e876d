"""A rule's formulas under one reading in, what they are to Z3 out, exactly as the calculator works them out.

Steps are worked out lazily there, so each term also says when it has no value: an input is missing or breaks a
condition, a figure is not known on the day, a divisor is nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import assert_never

import z3

from calculators.runtime.money import FURTHEST
from calculators.runtime.values import Bands
from smallprint.model import Constant, Figure, Rule, Version
from smallprint.model.steps import Apply, Case, Cases, Detect, Requirements, Solve, Step
from smallprint.model.tree import Arithmetic, Call, Choose, Compare, Logic, Name, Not, Number, Quoted, Tree
from smallprint.places import Text
from smallprint.prove.calendar import Months
from smallprint.prove.calls import call
from smallprint.prove.inputs import Asked, Ids, variable
from smallprint.prove.numbers import ZERO, Facts, cent, over, times
from smallprint.prove.terms import (
    NO,
    YES,
    Listed,
    Outside,
    Tables,
    Term,
    Value,
    both,
    choose,
    compared,
    constant,
    dollars,
    either,
    fraction,
    in_turn,
    of_cents,
)
from smallprint.scope import Scope, scope_of
from smallprint.situations import Days
from smallprint.uses import template_names


@dataclass
class World:
    """What all terms of one question share: the other rules, the numbers of ids, and what holds of named results."""

    rules: Mapping[str, Rule]
    ids: Ids
    facts: Facts = field(default_factory=Facts)

    def __post_init__(self) -> None:
        self.months = Months(self.facts)


class Translation:
    """The members of one scope as terms. `days` is a stretch on which no figure changes, where the day is in one."""

    def __init__(self, scope: Scope, inputs: Mapping[str, Asked], days: Days | None, world: World) -> None:
        self.scope = scope
        self.inputs = inputs
        self.days = days
        self.world = world
        self.members: dict[str, Term] = {}
        self.tested: frozenset[str] = frozenset()  # inputs whose conditions are being tested already

    def term(self, tree: Tree) -> Term:
        """What a formula is."""
        match tree:
            case Name(id=name):
                return self.member(name)
            case Number(value=value):
                return of_cents(z3.IntVal(100 * value))
            case Quoted(text=text):
                return Term(self.world.ids.number(text))
            case Call():
                return self._call(tree)
            case Arithmetic():
                return self._arithmetic(tree)
            case Compare(op=op, left=left, right=right):
                first, second = self.term(left), self.term(right)
                return in_turn((first, second), compared(op, first, second))
            case Logic(op=op, parts=parts):
                return self._logic(op, [self.term(part) for part in parts])
            case Not(part=part):
                term = self.term(part)
                return replace(term, value=z3.simplify(z3.Not(term.truth)))
            case Choose(when=when, then=then, otherwise=otherwise):
                return choose(self.term(when), self.term(then), self.term(otherwise))
        assert_never(tree)

    def member(self, name: str) -> Term:
        """What an input, figure or step is."""
        found = self.members.get(name)
        if found is None:
            found = self.members[name] = self._member(name)
        return found

    def _member(self, name: str) -> Term:
        if name in self.scope.steps:
            return self._step(self.scope.steps[name])
        if name in self.scope.figures:
            return self._figure(self.scope.figures[name])
        return self._input(name)

    def _input(self, name: str) -> Term:
        asked = self.inputs.get(name)
        if asked is None:  # an input of an applied rule that this one does not ask for
            return Term(variable(self.scope.inputs[name], self.world.ids).value, NO, YES)
        term = Term(asked.value, asked.given, z3.simplify(z3.Not(asked.given)), cents=asked.cents)
        musts = self.scope.inputs[name].musts
        if name in self.tested or not musts:
            return term
        testing = Translation(self.scope, self.inputs, self.days, self.world)
        testing.tested = self.tested | {name}
        tests = [testing.term(must.that.tree) for must in musts]
        # A condition that cannot be tested yet, for lack of an input, does not stop anything.
        held = [Term(ZERO, either(t.missing, both(t.known, t.truth)), NO, t.stuck) for t in tests]
        return in_turn((term, *held), term.value, term.cents)

    def _figure(self, figure: Figure) -> Term:
        """The value of the day; a stretch of days has one, other days have the one of several that holds on them."""
        on = self.member(str(self.scope.rule.dated_by))
        value: Value | None = None
        known = NO
        for version in figure.versions:
            holds = self._holds(version, on.number)
            if version.value is None or z3.is_false(holds):
                continue
            known = either(known, holds)
            found = _constant(version.value, self.world.ids)
            value = found if value is None else _or_else(holds, found, value)
        if value is None:
            value = Tables(()) if figure.kind == "bands" else ZERO
        return in_turn((on, Term(ZERO, known)), value, _whole(value))

    def _holds(self, version: Version, on: z3.ArithRef) -> z3.BoolRef:
        """Whether the version is in force on the day."""
        first, last = version.start, version.until or date.max
        if self.days is not None and (last < self.days.first or self.days.last < first):
            return NO
        if self.days is not None and first <= self.days.first and self.days.last <= last:
            return YES
        return both(on >= first.toordinal(), on <= last.toordinal())

    def _arithmetic(self, tree: Arithmetic) -> Term:
        left, right = self.term(tree.left), self.term(tree.right)
        first, second = left.number, right.number
        match tree.op:
            case "+":
                return _summed(left, right, 1)
            case "-":
                return _summed(left, right, -1)
            case "*":
                return in_turn((left, right), times(first, second, self.world.facts))
        divided = Term(ZERO, z3.simplify(second != ZERO), NO, z3.simplify(second == ZERO))
        return in_turn((left, right, divided), over(first, second, self.world.facts))

    def _logic(self, op: str, terms: list[Term]) -> Term:
        """Parts after the one that decides are not worked out."""
        if op == "and":
            return reduce(lambda later, part: choose(part, later, Term(NO)), reversed(terms[:-1]), terms[-1])
        return reduce(lambda later, part: choose(part, Term(YES), later), reversed(terms[:-1]), terms[-1])

    def _call(self, tree: Call) -> Term:
        if tree.function == "given":
            name = tree.arguments[0]
            assert isinstance(name, Name)
            asked = self.inputs.get(name.id)
            given = asked.given if asked is not None else NO
            return choose(Term(given), replace(self.member(name.id), value=YES), Term(NO))
        return call(tree, [self.term(a) for a in tree.arguments if not isinstance(a, Quoted)], self.world.months)

    def _step(self, step: Step) -> Term:
        match step.how:
            case Cases():
                return self._cases(step.how, step.round == "cent")
            case Requirements():
                return self._requirements(step.how)
            case Detect():
                return self._detected(step.how)
            case Apply(rule=other, step=taken, instead=instead):
                terms = {str(name): self.term(formula.tree) for name, formula in instead}
                term = self._applied(str(other), terms).member(str(taken))
                return in_turn((*terms.values(), term), term.value, term.cents)
            case Solve():
                return self._solved(step.how)
        assert_never(step.how)

    def _cases(self, how: Cases, rounded: bool) -> Term:
        result: Term | None = None
        for case in reversed(how.cases):
            value = self._case(case)
            if rounded:
                cents = cent(value.number, case.place.place, self.world.facts)
                value = replace(value, value=dollars(cents), cents=cents)
            if result is not None and case.when is not None:
                value = choose(self.term(case.when.tree), value, result)
            result = value
        assert result is not None
        return result

    def _case(self, case: Case) -> Term:
        """A formula's value; a text is told from other texts only."""
        if case.gives is not None:
            return self.term(case.gives.tree)
        text = case.says or ""
        names = [self.member(name.id) for name in template_names(Text(text))]
        return in_turn(names, self.world.ids.number(f"text: {text}" if names else str(text)))

    def _detected(self, how: Detect) -> Term:
        """What detectors find in a text may be anything."""
        text = self.member(str(how.text_input))
        found = [(str(one.id), z3.Bool(f"{how.text_input} has {one.id}")) for one in how.detections]
        return in_turn((text,), Listed(tuple(found)))

    def _requirements(self, how: Requirements) -> Term:
        items, tests = [], []
        for requirement in how.requirements:
            test = self.term(requirement.that.tree)
            words = [self.member(name.id) for name in template_names(requirement.otherwise)]
            tests.append(choose(test, Term(YES), in_turn(words, YES)))
            items.append((str(requirement.id), z3.simplify(z3.Not(test.truth))))
        together = in_turn(tests, YES)
        # All of them are tested even where one lacks an input.
        missing = reduce(either, (test.missing for test in tests), NO)
        return Term(Listed(tuple(items)), together.known, missing, together.stuck)

    def _applied(self, other: str, instead: Mapping[str, Term]) -> Translation:
        """Another rule's members, with some inputs replaced by what was worked out here."""
        rule = self.world.rules[other]
        inputs = dict(self.inputs)
        for name, term in instead.items():
            assert isinstance(term.value, z3.ArithRef | z3.BoolRef)
            inputs[name] = Asked("", term.value, term.value, YES, cents=term.cents)
        ours, theirs = self.inputs.get(str(self.scope.rule.dated_by)), inputs.get(str(rule.dated_by))
        days = self.days if ours and theirs and _same(ours.value, theirs.value) else None
        return Translation(scope_of(rule), inputs, days, self.world)

    def _solved(self, how: Solve) -> Term:
        """The amount at which the step is enough, and a cent less is not; or nothing, where that is enough."""
        facts = self.world.facts
        goal = self.term(how.at_least.tree)
        cents = z3.Int(facts.name("smallest"))
        at = self._applied(str(how.rule), {str(how.unknown): of_cents(cents)}).member(str(how.step))
        below = self._applied(str(how.rule), {str(how.unknown): of_cents(cents - 1)}).member(str(how.step))
        facts.easy.append(z3.And(cents >= 0, cents <= FURTHEST))
        facts.easy.append(z3.Implies(both(goal.known, at.known), compared(">=", at, goal)))
        facts.easy.append(z3.Implies(z3.And(goal.known, below.known, cents > 0), compared("<", below, goal)))
        return in_turn((goal, at), dollars(cents), cents)


def _summed(left: Term, right: Term, sign: int) -> Term:
    """The sum, or with -1 the difference."""
    if left.cents is not None and right.cents is not None:
        cents = left.cents + right.cents * sign
        return in_turn((left, right), dollars(cents), cents)
    return in_turn((left, right), left.number + right.number * sign)


def _same(one: z3.ExprRef | None, other: z3.ExprRef | None) -> bool:
    return one is not None and other is not None and one.eq(other)


def _constant(value: Constant, ids: Ids) -> Value:
    match value:
        case date():
            return z3.IntVal(value.toordinal())
        case Decimal() | int():
            return fraction(Fraction(value))
        case str():
            return ids.number(value)
        case Bands():
            return Tables(((YES, value),))


def _whole(value: Value) -> z3.ArithRef | None:
    """A hundred times a figure that is one number, where that is whole."""
    number = constant(value) if isinstance(value, z3.ArithRef) and not value.is_int() else None
    cents = None if number is None else number * 100
    return z3.IntVal(int(cents)) if cents is not None and cents.denominator == 1 else None


def _or_else(holds: z3.BoolRef, value: Value, otherwise: Value) -> Value:
    match value, otherwise:
        case Tables(tables), Tables(others):
            return Tables((*((both(holds, when), table) for when, table in tables), *others))
        case z3.ArithRef(), z3.ArithRef():
            return z3.If(holds, value, otherwise)
    raise Outside("a table that is one only on some days")
