"""A chart's lines in, a table of exact values and a description out, for those who do not see the picture."""

from __future__ import annotations

from decimal import Decimal

from calculators.runtime.curve import Curve, Curves
from calculators.runtime.limits import DECIMALS
from calculators.runtime.marks import limits_of, shown
from calculators.runtime.scales import from_grid, ticks, to_grid
from calculators.runtime.words import show

MOST_LIMITS = 12


def rows(drawn: Curves, whose: str) -> list[list[str]]:
    """The table, its head first: round values, both sides of every limit, both ends, and the case that is shown."""
    head = [drawn.x_words, *(curve.label for curve in drawn.curves)]
    if len(drawn.curves) == 1:
        head[1] = drawn.y_words
    here = drawn.here.x if drawn.here else None
    return [head, *(_row(drawn, x, whose if x == here else "") for x in sorted(_values(drawn)))]


def in_words(drawn: Curves, whose: str) -> str:
    """What one would see, in a few sentences."""
    low, high = (show(drawn.x_kind, from_grid(drawn.x_kind, end)) for end in (drawn.low, drawn.high))
    said = [f"{drawn.y_words} by {drawn.x_words.lower()}, from {low} to {high}."]
    for curve in drawn.curves:
        first, last = curve.pieces[0][0], curve.pieces[-1][-1]
        name = f"{curve.label}: " if len(drawn.curves) > 1 else ""
        said.append(f"{name}from {shown(drawn.y_kind, first.y)} to {shown(drawn.y_kind, last.y)}.")
    if found := list(limits_of(drawn))[:MOST_LIMITS]:
        words = ", ".join(show(drawn.x_kind, from_grid(drawn.x_kind, x)) for x in found)
        said.append(f"It changes at {words}.")
    if drawn.here is not None:
        value = show(drawn.x_kind, from_grid(drawn.x_kind, drawn.here.x))
        said.append(f"{whose}: {value}, {shown(drawn.y_kind, drawn.here.y)}.")
    return " ".join(said)


def _values(drawn: Curves) -> set[int]:
    sides = {x for curve in drawn.curves for limit in curve.limits[:MOST_LIMITS] for x in (limit - 1, limit)}
    sides |= set(limits_of(drawn))
    scale = DECIMALS.get(drawn.x_kind, 0)
    low, high = (Decimal(end).scaleb(-scale) for end in (drawn.low, drawn.high))
    even = (
        int(tick) if drawn.x_kind == "date" else to_grid(drawn.x_kind, tick)
        for tick in ticks(drawn.x_kind, low, high, 6)
    )
    here = {drawn.here.x} if drawn.here else set()
    return {drawn.low, drawn.high, *sides, *even, *here}


def _row(drawn: Curves, x: int, mark: str) -> list[str]:
    value = show(drawn.x_kind, from_grid(drawn.x_kind, x))
    return [f"{value} ({mark.lower()})" if mark else value, *(_cell(drawn, curve, x) for curve in drawn.curves)]


def _cell(drawn: Curves, curve: Curve, x: int) -> str:
    found = curve.sampler.at(x)
    return (found.why or "–") if found.y is None else shown(drawn.y_kind, found.y)
