"""A call of a function of the language with its arguments as terms in, its value as a term out."""

from __future__ import annotations

from datetime import date

import z3

from smallprint.model.tree import Call, Quoted
from smallprint.prove import calendar
from smallprint.prove.calendar import Months
from smallprint.prove.numbers import ZERO, Facts, band, largest, marginal, over, smallest, times
from smallprint.prove.terms import NO, YES, Listed, Outside, Tables, Term, constant, dollars, fraction, in_turn

FIRST, LAST = date.min.toordinal(), date.max.toordinal()


def call(tree: Call, terms: list[Term], months: Months) -> Term:
    """The value; `terms` are the arguments without ids in quotes."""
    quoted = [argument.text for argument in tree.arguments if isinstance(argument, Quoted)]
    match tree.function:
        case "min" | "max" | "clamp" | "average":
            return _of_many(tree.function, terms, months.facts)
        case "whole_times" | "left_over":
            return _shared_out(tree.function, terms[0], terms[1], months.facts)
        case "marginal" | "whole" | "band":
            return _banded(tree.function, terms, months.facts)
        case "empty" | "found":
            return _listed(tree.function, terms[0], quoted)
    return _days(tree.function, terms, quoted, months)


def _of_many(function: str, terms: list[Term], facts: Facts) -> Term:
    cents = [term.cents for term in terms if term.cents is not None]
    if function != "average":
        if len(cents) == len(terms):
            found = _extreme(function, cents)
            return in_turn(terms, dollars(found), found)
        return in_turn(terms, _extreme(function, [term.number for term in terms]))
    total = terms[0].number
    for term in terms[1:]:
        total = total + term.number
    return in_turn(terms, over(total, fraction(len(terms)), facts))


def _extreme(function: str, numbers: list[z3.ArithRef]) -> z3.ArithRef:
    match function:
        case "min":
            return smallest(numbers)
        case "max":
            return largest(numbers)
    value, low, high = numbers
    return largest([low, smallest([value, high])])


def _shared_out(function: str, whole: Term, part: Term, facts: Facts) -> Term:
    """How often the one goes into the other, and what is left: whole numbers that are not negative."""
    divided = Term(ZERO, z3.simplify(part.number != ZERO), NO, z3.simplify(part.number == ZERO))
    terms = (whole, part, divided)
    by = constant(part.number)
    if by is not None:
        goes = z3.ToReal(z3.ToInt(whole.number) / int(by)) if by else ZERO
        left = whole.number - goes * fraction(by)
        return in_turn(terms, goes if function == "whole_times" else left)
    name = facts.name("times")
    goes, left = z3.ToReal(z3.Int(name)), z3.Real(f"{name} left")
    taken = times(goes, part.number, facts)
    facts.easy.append(
        z3.Implies(
            z3.And(whole.number >= ZERO, part.number > ZERO),
            z3.And(taken + left == whole.number, left >= ZERO, left < part.number, goes >= ZERO),
        )
    )
    return in_turn(terms, goes if function == "whole_times" else left)


def _banded(function: str, terms: list[Term], facts: Facts) -> Term:
    tables, numbers = terms[0].value, [term.number for term in terms[1:]]
    assert isinstance(tables, Tables)
    found: z3.ArithRef = ZERO
    for when, table in reversed(tables.tables):
        match function:
            case "marginal":
                one = marginal(table, numbers[0], numbers[1])
            case "whole":
                one = times(numbers[0], band(table, numbers[1] + numbers[0]), facts)
            case _:
                one = band(table, numbers[0])
        found = one if z3.is_true(when) else z3.If(when, one, found)
    return in_turn(terms, found)


def _listed(function: str, term: Term, quoted: list[str]) -> Term:
    assert isinstance(term.value, Listed)
    if function == "found":
        return in_turn((term,), dict(term.value.items).get(quoted[0], NO))
    return in_turn((term,), z3.simplify(z3.Not(z3.Or(*[there for _, there in term.value.items], NO))))


def _days(function: str, terms: list[Term], quoted: list[str], months: Months) -> Term:
    first = terms[0].number
    second = terms[1].number if len(terms) > 1 else ZERO
    match function:
        case "days_between":
            return in_turn(terms, z3.ToReal(second - first))
        case "months_between":
            return in_turn(terms, z3.ToReal(months.count(first, second)))
        case "add_days":
            found = first + z3.ToInt(second)
        case "add_months":
            found = months.add(first, second)
        case "add_working_days":
            found = calendar.add_working_days(first, z3.ToInt(second))
        case "week_end":
            found = calendar.week_end(first)
        case "next_weekday":
            found = calendar.next_weekday(first, quoted[0])
        case _:
            raise Outside(f"`{function}`")
    there = Term(found, z3.And(found >= FIRST, found <= LAST) if function == "add_days" else YES)
    return in_turn((*terms, there), found)
