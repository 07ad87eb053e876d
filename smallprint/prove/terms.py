"""What a formula is to Z3: its value, when it has one, and when it comes to a division by nothing.

Numbers are exact fractions, days are ordinals, the ids of choices and verdicts are whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import z3

from calculators.runtime.values import Bands


class Outside(Exception):
    """What Z3 is not asked about, in words for the report: texts, what detectors find."""


@dataclass(frozen=True)
class Listed:
    """A list of requirements: for each id whether it is in the list, which it is when it does not hold."""

    items: tuple[tuple[str, z3.BoolRef], ...]


@dataclass(frozen=True)
class Tables:
    """A band table with the condition under which it is the one that counts, for each that can be."""

    tables: tuple[tuple[z3.BoolRef, Bands], ...]


type Value = z3.ArithRef | z3.BoolRef | Tables | Listed

YES = z3.BoolVal(True)
NO = z3.BoolVal(False)


@dataclass(frozen=True)
class Term:
    """A value; `known` says when there is one.

    Otherwise working it out stops: `missing` at an input that is not given, `stuck` at a division by nothing, and
    without either at a condition that an input has to meet, or on a day without a figure. `cents` is a hundred times
    the value, where that is always a whole number: Z3 is quick with these.
    """

    value: Value
    known: z3.BoolRef = YES
    missing: z3.BoolRef = NO
    stuck: z3.BoolRef = NO
    cents: z3.ArithRef | None = None

    @property
    def number(self) -> z3.ArithRef:
        """The value of a formula that is a number, a day or an id."""
        assert isinstance(self.value, z3.ArithRef)
        return self.value

    @property
    def truth(self) -> z3.BoolRef:
        """The value of a condition."""
        assert isinstance(self.value, z3.BoolRef)
        return self.value


def dollars(cents: z3.ArithRef) -> z3.ArithRef:
    """A number from a hundred times itself."""
    return z3.ToReal(cents) / 100


def of_cents(cents: z3.ArithRef) -> Term:
    """A number that is always whole cents, from these."""
    return Term(dollars(cents), cents=cents)


def compared(op: str, left: Term, right: Term) -> z3.BoolRef:
    """A comparison, in whole cents where both sides are that; settled where both are known."""
    whole = left.cents is not None and right.cents is not None
    first, second = (left.cents, right.cents) if whole else (left.number, right.number)
    assert first is not None
    assert second is not None
    match op:
        case "==":
            found = first == second
        case "!=":
            found = first != second
        case "<":
            found = first < second
        case "<=":
            found = first <= second
        case ">":
            found = first > second
        case _:
            found = first >= second
    return z3.simplify(found)


def fraction(number: Fraction | int) -> z3.RatNumRef:
    """An exact number."""
    exact = Fraction(number)
    return z3.Q(exact.numerator, exact.denominator)


def constant(value: z3.ArithRef) -> Fraction | None:
    """The number that an expression is, or None where it varies."""
    simple = z3.simplify(value)
    match simple:
        case z3.RatNumRef():
            return Fraction(simple.numerator_as_long(), simple.denominator_as_long())
        case z3.IntNumRef():
            return Fraction(simple.as_long())
    return None


def in_turn(terms: Sequence[Term], value: Value, cents: z3.ArithRef | None = None) -> Term:
    """A value worked out from all of these, one after the other."""
    known, missing, stuck = YES, NO, NO
    for term in terms:
        missing = either(missing, both(known, term.missing))
        stuck = either(stuck, both(known, term.stuck))
        known = both(known, term.known)
    return Term(value, known, missing, stuck, cents)


def choose(when: Term, then: Term, otherwise: Term) -> Term:
    """The one or the other, of which only the one chosen is worked out."""
    condition = when.truth
    if z3.is_true(condition):
        return in_turn((when, then), then.value, then.cents)
    if z3.is_false(condition):
        return in_turn((when, otherwise), otherwise.value, otherwise.cents)
    cents = None
    if then.cents is not None and otherwise.cents is not None:
        cents = z3.If(condition, then.cents, otherwise.cents)
    branch = Term(
        dollars(cents) if cents is not None else chosen(condition, then.value, otherwise.value),
        z3.simplify(z3.If(condition, then.known, otherwise.known)),
        z3.simplify(z3.If(condition, then.missing, otherwise.missing)),
        z3.simplify(z3.If(condition, then.stuck, otherwise.stuck)),
    )
    return in_turn((when, branch), branch.value, cents)


def chosen(condition: z3.BoolRef, then: Value, otherwise: Value) -> Value:
    """One of two values of a kind."""
    match then, otherwise:
        case z3.BoolRef(), z3.BoolRef():
            return z3.simplify(z3.If(condition, then, otherwise))
        case z3.ArithRef(), z3.ArithRef():
            return z3.If(condition, then, otherwise)
        case Listed(), Listed():
            ids = dict.fromkeys([id for id, _ in (*then.items, *otherwise.items)])
            first, second = dict(then.items), dict(otherwise.items)
            return Listed(tuple((id, z3.If(condition, first.get(id, NO), second.get(id, NO))) for id in ids))
    raise Outside("a table that is chosen by a condition")


def both(first: z3.BoolRef, second: z3.BoolRef) -> z3.BoolRef:
    """Both hold; kept short where one is known."""
    if z3.is_true(first) or z3.is_false(second):
        return second
    if z3.is_true(second) or z3.is_false(first):
        return first
    return z3.And(first, second)


def either(first: z3.BoolRef, second: z3.BoolRef) -> z3.BoolRef:
    """At least one holds; kept short where one is known."""
    if z3.is_false(first) or z3.is_true(second):
        return second
    if z3.is_false(second) or z3.is_true(first):
        return first
    return z3.Or(first, second)


def pick(value: z3.ArithRef, change: Callable[[z3.ArithRef], z3.ArithRef]) -> z3.ArithRef | None:
    """`change` made to each constant of a value that is one of several by conditions; None where it is not that."""
    if constant(value) is not None:
        return change(value)
    if not z3.is_app_of(value, z3.Z3_OP_ITE):
        return None
    condition, first, second = value.arg(0), value.arg(1), value.arg(2)
    assert isinstance(condition, z3.BoolRef)
    assert isinstance(first, z3.ArithRef)
    assert isinstance(second, z3.ArithRef)
    then, otherwise = pick(first, change), pick(second, change)
    return None if then is None or otherwise is None else z3.If(condition, then, otherwise)
