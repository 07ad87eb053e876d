"""A question and the readings of a rule in, the exact values of one input out at which the way to the answer turns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from calculators.runtime.inputs import read_each
from calculators.runtime.limits import bounds, crossings, input_of
from calculators.runtime.mistakes import Mistake
from calculators.runtime.rule import Rule as RuntimeRule
from calculators.runtime.values import Value

MOVABLE = ("money", "rate", "number", "count", "date")


class Unfollowed(Exception):
    """The turns could not be found."""


def turns(
    readings: Sequence[type[RuntimeRule]], typed: Mapping[str, str], name: str, today: date
) -> Iterator[tuple[Value, Value]]:
    """The last value before each turn and the first after it, all else being as typed. Raises `Unfollowed`."""
    for rule in readings:
        one = next((asked for asked in rule.inputs() if asked.name == name), None)
        if one is None or one.kind not in MOVABLE:
            continue
        others = {key: text for key, text in typed.items() if key != name}
        try:
            given = read_each({asked.name: asked for asked in rule.inputs() if asked.name != name}, others, today)
            found = crossings(rule, given, name, *bounds(input_of(rule, name)))
        except Mistake:
            continue
        except Exception as error:  # whatever stops the search must not stop what else there is to tell
            raise Unfollowed(f"{rule.id}: {name}") from error
        for crossing in found:
            yield crossing.before, crossing.at


def as_typed(kind: str, value: Value) -> str:
    """The value as a reader would type it.

    >>> as_typed("rate", Decimal("0.1201")), as_typed("money", Decimal("500.01")), as_typed("date", date(2025, 5, 1))
    ('12.01%', '500.01', '2025-05-01')
    """
    match value:
        case date():
            return value.isoformat()
        case Decimal() if kind == "rate":
            return f"{value.scaleb(2).normalize():f}%"
        case Decimal():
            return f"{value:f}" if kind == "money" else f"{value.normalize():f}"
    return str(value)
