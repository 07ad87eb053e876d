"""Conditions in; that nothing meets them, what does, or that Z3 cannot tell in its time out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import z3

from smallprint.prove.numbers import Facts


@dataclass(frozen=True)
class Nothing:
    """No inputs meet the conditions: it is proved."""


@dataclass(frozen=True)
class Something:
    """Inputs that meet them, as Z3 has it."""

    model: z3.ModelRef


@dataclass(frozen=True)
class CannotTell:
    """Z3 came to no end in its time."""


type Found = Nothing | Something | CannotTell


def find(wanted: Sequence[z3.BoolRef], facts: Facts, likely: Sequence[z3.BoolRef], seconds: float) -> Found:
    """Look for inputs that meet all of `wanted`, best such as people type; without any time, it cannot tell.

    What holds of products and months in general comes first: where that is enough for a proof, it is found at once.
    """
    conditions = [z3.simplify(condition) for condition in wanted]
    if any(z3.is_false(condition) for condition in conditions):
        return Nothing()
    if seconds <= 0:
        return CannotTell()
    solver = z3.Solver()
    solver.set("timeout", max(1, int(seconds * 1000)))
    solver.add(*conditions, *facts.easy)
    found = solver.check()
    if found == z3.unsat:
        return Nothing()
    if facts.exact:
        solver.add(*facts.exact)
        found = z3.unknown
    pleasant = solver.check(*likely)
    if pleasant == z3.sat:
        return Something(solver.model())
    if found == z3.unknown:
        found = solver.check()
    if found == z3.unsat:
        return Nothing()
    if found == z3.sat:
        solver.check()
        return Something(solver.model())
    return CannotTell()
