"""A rule's inputs in, the names that stand for them in Z3 out; and what Z3 finds for them as a person would type it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import z3

from calculators.runtime.typed_numbers import TOO_MUCH
from calculators.runtime.words import plain
from smallprint.model import Input, Rule
from smallprint.prove.calendar import FIRST, LAST
from smallprint.prove.terms import NO, YES, Outside

# How many digits after the point each kind can be typed with.
DIGITS = {"money": 2, "rate": 6, "number": 6, "count": 0}
# What a person is likely to type: inputs are looked for among these first.
LIKELY = {"money": 100_000, "number": 1_000, "count": 100}
SOME_TEXT = "Hello"
LIKELY_DAYS = (date(2015, 1, 1), date(2027, 12, 31))


@dataclass(frozen=True)
class Asked:
    """An input in Z3: `raw` is a whole number of its smallest unit or a yes or no; `value` what formulas see of it."""

    kind: str
    raw: z3.ArithRef | z3.BoolRef
    value: z3.ArithRef | z3.BoolRef
    given: z3.BoolRef
    allowed: z3.BoolRef = YES
    likely: z3.BoolRef = YES
    cents: z3.ArithRef | None = None


class Ids:
    """Whole numbers for the ids of choices and verdicts: one id has one number everywhere."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def number(self, id: str) -> z3.IntNumRef:
        """The id's number."""
        return z3.IntVal(self.numbers.setdefault(id, len(self.numbers)))

    def id(self, number: int) -> str:
        """The id that has this number."""
        return list(self.numbers)[number]


def variables(rule: Rule, ids: Ids, copy: str = "") -> dict[str, Asked]:
    """Every input as what a reader may type; `copy` is for a second set of names."""
    return {str(asked.name): variable(asked, ids, copy) for asked in rule.inputs}


def variable(asked: Input, ids: Ids, copy: str = "") -> Asked:
    """One input that can be anything a reader may type."""
    name = f"{asked.name}{copy}"
    given = z3.Bool(f"{name} given") if asked.optional else YES
    return standing_for(asked, z3.Bool(name) if asked.kind == "yesno" else z3.Int(name), given, ids)


def standing_for(asked: Input, raw: z3.ArithRef | z3.BoolRef, given: z3.BoolRef, ids: Ids) -> Asked:
    """One input that is `raw`, where it is given."""
    if isinstance(raw, z3.BoolRef):
        return Asked(asked.kind, raw, raw, given)
    match asked.kind:
        case "text":  # which text it is, no formula looks at
            return Asked("text", raw, raw, given, raw == 0)
        case "choice":
            return Asked("choice", raw, raw, given, z3.Or(*[raw == ids.number(option) for option in asked.options], NO))
        case "date":
            allowed = _within(raw, _day(asked.at_least, FIRST), _day(asked.at_most, LAST))
            return Asked("date", raw, raw, given, allowed, _within(raw, *(day.toordinal() for day in LIKELY_DAYS)))
    return _number(asked, raw, given)


def _number(asked: Input, raw: z3.ArithRef, given: z3.BoolRef) -> Asked:
    scale = 10 ** DIGITS[asked.kind]
    most = 1 if asked.kind == "rate" else TOO_MUCH - Decimal(1) / scale
    low = asked.at_least if isinstance(asked.at_least, Decimal | int) else 0
    high = asked.at_most if isinstance(asked.at_most, Decimal | int) else most
    value = z3.ToReal(raw) if scale == 1 else z3.ToReal(raw) / scale
    allowed = _within(raw, int(Decimal(low) * scale), int(Decimal(high) * scale))
    # Whole hundredths of a percent, hundredths of a number: what people write.
    coarse = raw % max(1, scale // (10_000 if asked.kind == "rate" else 100)) == 0
    likely = z3.And(raw <= LIKELY.get(asked.kind, 1) * scale, coarse)
    cents = {"money": raw, "count": raw * 100}.get(asked.kind)
    return Asked(asked.kind, raw, value, given, allowed, likely, cents)


def _within(raw: z3.ArithRef, low: int, high: int) -> z3.BoolRef:
    return z3.And(raw >= low, raw <= high)


def _day(bound: object, otherwise: date) -> int:
    return (bound if isinstance(bound, date) else otherwise).toordinal()


def typed(inputs: Mapping[str, Asked], model: z3.ModelRef, ids: Ids) -> dict[str, str]:
    """What a person types to give these inputs; those that are not given are left out."""
    return {
        name: _text(asked, model, ids)
        for name, asked in inputs.items()
        if z3.is_true(model.eval(asked.given, model_completion=True))
    }


def _text(asked: Asked, model: z3.ModelRef, ids: Ids) -> str:
    if asked.kind == "text":
        return SOME_TEXT
    found = model.eval(asked.raw, model_completion=True)
    if asked.kind == "yesno":
        return "yes" if z3.is_true(found) else "no"
    if not isinstance(found, z3.IntNumRef):
        raise Outside("a number that Z3 does not name")
    number = found.as_long()
    if asked.kind == "choice":
        return ids.id(number)
    if asked.kind == "date":
        return date.fromordinal(number).isoformat()
    exact = Decimal(number).scaleb(-DIGITS[asked.kind])
    if asked.kind == "money":
        return f"{exact:.2f}"
    return f"{plain(exact * 100)}%" if asked.kind == "rate" else plain(exact)
