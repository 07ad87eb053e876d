"""A rule in, inputs to try it at out: at its examples, at its figures and bounds, and right beside them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from calculators.runtime.values import Bands
from calculators.runtime.words import plain
from smallprint.model import Constant, Input, Rule
from smallprint.scope import Scope

MOST_POINTS = 1_500
type Point = dict[str, str]


def points(scope: Scope, most: int = MOST_POINTS) -> Iterator[Point]:
    """Inputs as typed, the same ones every time; first every example with one input changed, then any mixture."""
    rule = scope.rule
    values = {str(asked.name): candidates(asked, scope) for asked in rule.inputs}
    examples = [{str(name): str(text) for name, text in example.given} for example in rule.examples]
    count = 0
    for example in examples:
        for name, texts in values.items():
            for text in texts[:6]:
                yield _with(example, name, text)
                count += 1
                if count >= most // 2:
                    break
    chance = random.Random(0)  # the same points every time
    for _ in range(most - min(count, most // 2)):
        yield {name: text for name, texts in values.items() if (text := chance.choice(texts))}


def candidates(asked: Input, scope: Scope) -> list[str]:
    """Values of one input as typed; "" leaves an optional one out."""
    found: dict[str, None] = {}
    for example in scope.rule.examples:
        found |= {str(text): None for name, text in example.given if name == asked.name}
    match asked.kind:
        case "yesno":
            found |= {"yes": None, "no": None}
        case "choice":
            found |= dict.fromkeys(asked.options)
        case "date":
            found |= {day.isoformat(): None for day in _days(scope)}
        case "money" | "rate" | "number" | "count":
            found |= dict.fromkeys(_numbers(asked, scope))
    return [*found, *([""] if asked.optional else [])] or [""]


def _days(scope: Scope) -> list[date]:
    bounds = [day for figure in scope.figures.values() for v in figure.versions for day in (v.start, v.until) if day]
    bounds += [period.start for period in scope.rule.periods]
    return sorted({near for day in bounds for near in (day - timedelta(1), day, day + timedelta(1))})


def _numbers(asked: Input, scope: Scope) -> list[str]:
    small = {"money": Decimal("0.01"), "rate": Decimal("0.0001"), "number": Decimal("0.01"), "count": Decimal(1)}
    step = small[asked.kind]
    limits = {Decimal(0), step, Decimal(1), *_limits(asked.at_least), *_limits(asked.at_most)}
    for figure in scope.figures.values():
        if figure.kind in (asked.kind, "bands", "number", "count", "money"):
            limits |= {limit for version in figure.versions for limit in _limits(version.value)}
    most = 1 if asked.kind == "rate" else 10**11
    near = sorted({value for limit in limits for value in (limit - step, limit, limit + step) if 0 <= value <= most})
    whole = [value for value in near if asked.kind != "count" or value == value.to_integral_value()]
    return [f"{value:.2f}" if asked.kind == "money" else plain(value) for value in whole]


def _limits(value: Constant | None) -> list[Decimal]:
    match value:
        case Bands(rows):
            return [row.up_to for row in rows if row.up_to is not None]
        case bool():
            return []
        case Decimal() | int():
            return [Decimal(value)]
    return []


def _with(point: Point, name: str, text: str) -> Point:
    return {key: value for key, value in {**point, name: text}.items() if value}


def rising(asked: Input, scope: Scope) -> list[str]:
    """The candidates of an input from the smallest to the largest."""
    texts = [text for text in candidates(asked, scope) if text]
    if asked.kind == "date":
        return sorted(texts)
    return sorted(texts, key=lambda text: Decimal(text.rstrip("%")) / (100 if text.endswith("%") else 1))


def inputs_of(rule: Rule) -> dict[str, Input]:
    """The inputs by name."""
    return {str(asked.name): asked for asked in rule.inputs}
