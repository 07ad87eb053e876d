"""Numbers as Z3 sees them: rounding to the cent, band tables, and products of two amounts that both vary.

A product is told to Z3 twice: first by what is true of any product and easy to reason with, then exactly. A proof that
needs only the first is found at once; inputs that break a law come only from the second.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

import z3

from calculators.runtime.values import Bands
from smallprint.places import Place
from smallprint.prove.terms import constant, fraction, pick

HALF = fraction(Fraction(1, 2))
ZERO = fraction(0)


class Pair(NamedTuple):
    """Two numbers that vary, and the name of their product or quotient."""

    left: z3.ArithRef
    right: z3.ArithRef
    result: z3.ArithRef


class Rounded(NamedTuple):
    """A number of cents that varies, and the name of the whole number it is rounded to."""

    exact: z3.ArithRef
    cents: z3.ArithRef
    where: Place


@dataclass
class Facts:
    """What holds of the names that stand for products, months and the like: `easy` follows from `exact`."""

    easy: list[z3.BoolRef] = field(default_factory=list)
    exact: list[z3.BoolRef] = field(default_factory=list)
    products: list[Pair] = field(default_factory=list)
    quotients: list[Pair] = field(default_factory=list)
    rounded: list[Rounded] = field(default_factory=list)
    names: int = 0

    def name(self, what: str) -> str:
        """A name that no other has."""
        self.names += 1
        return f"{what} {self.names}"


def cent(dollars: z3.ArithRef, where: Place, facts: Facts) -> z3.ArithRef:
    """How many cents these dollars are, half a cent away from zero; `where` is the place of the case that says so."""
    exact = z3.simplify(dollars * 100)
    for known in facts.rounded:
        if known.exact.eq(exact):
            return known.cents
    made = Rounded(exact, z3.Int(facts.name("cents")), where)
    up, down = z3.ToInt(exact + HALF), -z3.ToInt(HALF - exact)
    facts.exact.append(made.cents == z3.If(exact >= ZERO, up, down))
    cents = z3.ToReal(made.cents)
    facts.easy += [cents <= exact + HALF, cents >= exact - HALF]
    facts.easy += [z3.Implies(exact >= ZERO, made.cents >= 0), z3.Implies(exact <= ZERO, made.cents <= 0)]
    for other in facts.rounded:
        facts.easy += [_no_less(other, made), _no_less(made, other)]
    facts.rounded.append(made)
    return made.cents


def _no_less(less: Rounded, more: Rounded) -> z3.BoolRef:
    """Rounding keeps the order, and what was at most so many whole cents more is at most so many more when rounded."""
    ordered = less.cents <= more.cents
    if less.where == more.where:  # where one sum is compared with itself, for other inputs
        apart = -z3.ToInt(less.exact - more.exact)
        ordered = z3.And(ordered, z3.Implies(less.exact >= ZERO, more.cents - less.cents <= apart))
    return z3.Implies(less.exact <= more.exact, ordered)


def times(left: z3.ArithRef, right: z3.ArithRef, facts: Facts) -> z3.ArithRef:
    """The product; linear where one side is a number, or one of several numbers by conditions."""
    by_left = pick(left, lambda number: number * right)
    if by_left is not None:
        return by_left
    by_right = pick(right, lambda number: number * left)
    if by_right is not None:
        return by_right
    for known in facts.products:
        if known.left.eq(left) and known.right.eq(right):
            return known.result
    result = z3.Real(facts.name("product"))
    made = Pair(left, right, result)
    facts.exact.append(result == left * right)
    facts.easy += [
        z3.Implies(z3.And(left >= ZERO, right >= ZERO), result >= ZERO),
        z3.Implies(z3.And(left >= ZERO, right >= ZERO, right <= 1), result <= left),
        z3.Implies(z3.And(left >= ZERO, right >= ZERO, left <= 1), result <= right),
        z3.Implies(z3.And(left >= 1, right >= ZERO), result >= right),
        z3.Implies(z3.Or(left == ZERO, right == ZERO), result == ZERO),
        z3.Implies(z3.And(left > ZERO, right > ZERO), result > ZERO),
    ]
    for other in facts.products:
        facts.easy += [_ordered(other, made), _ordered(made, other)]
    facts.products.append(made)
    return result


def _ordered(less: Pair, more: Pair) -> z3.BoolRef:
    """Of what is not negative, larger factors make a larger product."""
    smaller = (less.left >= ZERO, less.right >= ZERO, less.left <= more.left, less.right <= more.right)
    ordered = z3.Implies(z3.And(*smaller), less.result <= more.result)
    if not less.right.eq(more.right):
        return ordered
    # A share of at most the whole grows by no more than what it is a share of.
    share = z3.And(less.right >= ZERO, less.right <= 1, less.left <= more.left)
    return z3.And(ordered, z3.Implies(share, more.result - less.result <= more.left - less.left))


def over(left: z3.ArithRef, right: z3.ArithRef, facts: Facts) -> z3.ArithRef:
    """The quotient, where the divisor is not 0."""
    divisor = constant(right)
    if divisor is not None:
        return left * fraction(1 / divisor) if divisor else left
    result = z3.Real(facts.name("quotient"))
    facts.exact.append(z3.Implies(right != ZERO, result * right == left))
    facts.easy += [
        z3.Implies(z3.And(left >= ZERO, right > ZERO), result >= ZERO),
        z3.Implies(z3.And(left <= right, right > ZERO), result <= 1),
        z3.Implies(z3.And(left >= right, right > ZERO), result >= 1),
        z3.Implies(z3.And(left >= ZERO, right >= 1), result <= left),
        z3.Implies(z3.And(left == ZERO, right != ZERO), result == ZERO),
        z3.Implies(z3.And(left < ZERO, right > ZERO), result < ZERO),
    ]
    made = Pair(left, right, result)
    for other in facts.quotients:
        facts.easy += [_ordered_quotients(other, made), _ordered_quotients(made, other)]
    facts.quotients.append(made)
    return result


def _ordered_quotients(less: Pair, more: Pair) -> z3.BoolRef:
    """Of what is not negative, less taken more times is not the larger quotient."""
    smaller = (less.left >= ZERO, less.left <= more.left, less.right >= more.right, more.right > ZERO)
    return z3.Implies(z3.And(*smaller), less.result <= more.result)


def marginal(bands: Bands, amount: z3.ArithRef, before: z3.ArithRef) -> z3.ArithRef:
    """Each band's rate on the part of the amount inside it, which lies on top of `before`."""
    reached = before + amount
    total: z3.ArithRef = ZERO
    lower: z3.ArithRef | None = None
    for row in bands.rows:
        start = before if lower is None else _larger(before, lower)
        upper = None if row.up_to is None else fraction(Fraction(row.up_to))
        end = reached if upper is None else _smaller(reached, upper)
        inside = end - start
        total = total + z3.If(inside > ZERO, inside, ZERO) * fraction(Fraction(row.rate))
        lower = upper
    return total


def band(bands: Bands, amount: z3.ArithRef) -> z3.ArithRef:
    """The rate of the band that an amount reaches."""
    *limited, rest = bands.rows
    rate: z3.ArithRef = fraction(Fraction(rest.rate))
    for row in reversed(limited):
        assert row.up_to is not None
        rate = z3.If(amount <= fraction(Fraction(row.up_to)), fraction(Fraction(row.rate)), rate)
    return rate


def _larger(left: z3.ArithRef, right: z3.ArithRef) -> z3.ArithRef:
    return z3.If(left >= right, left, right)


def _smaller(left: z3.ArithRef, right: z3.ArithRef) -> z3.ArithRef:
    return z3.If(left <= right, left, right)


def smallest(values: list[z3.ArithRef]) -> z3.ArithRef:
    """The smallest of some values."""
    found = values[0]
    for value in values[1:]:
        found = _smaller(found, value)
    return found


def largest(values: list[z3.ArithRef]) -> z3.ArithRef:
    """The largest of some values."""
    found = values[0]
    for value in values[1:]:
        found = _larger(found, value)
    return found
