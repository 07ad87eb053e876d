"""A rule's trace in, its steps ready for JSON out: each value as data and in words, its formula, reason and sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from calculators.runtime.trace import Record
from calculators.runtime.values import Bands, Finding, Findings, Part, Value
from calculators.runtime.words import money_digits, part_words, plain, show


def shown_steps(trace: Sequence[Record]) -> list[dict[str, object]]:
    """What was worked out, in order. A step's sources are its own and those of the figures it used, each once."""
    published: dict[str, tuple[str, ...]] = {}
    steps = []
    for record in trace:
        member, _, (_, _, uses, sources, _), _ = record
        if member.published:
            published[member.name] = sources
        else:
            sources = sum((published.get(name, ()) for name in uses), sources)
        steps.append(_step(record, list(dict.fromkeys(sources))))
    return steps


def encode(kind: str, value: Value) -> object:
    """A value of this kind as JSON has it: exact numbers as text, counts as whole numbers, days as year-month-day.

    >>> encode("money", Decimal(490)), encode("rate", Decimal("0.1350")), encode("count", 3), encode("yesno", True)
    ('490.00', '0.135', 3, True)
    """
    match value:
        case bool() | str():
            return value
        case Decimal() | int():
            if kind == "money":
                return money_digits(value)
            return int(value) if kind in ("count", "days", "months") else plain(value)
        case date():
            return value.isoformat()
        case Bands():
            return [
                {"up_to": None if row.up_to is None else money_digits(row.up_to), "rate": plain(row.rate)}
                for row in value.rows
            ]
        case Findings():
            return [_finding(item) for item in value.items]


def _step(record: Record, sources: list[str]) -> dict[str, object]:
    member, value, (formula, because, _, _, unrounded), parts = record
    step: dict[str, object] = {
        "name": member.name,
        "label": member.label,
        "value": encode(member.kind, value),
        "formula": "published" if member.published else formula,
        "because": because,
        "sources": sources,
        "shown": show(member.kind, value, member.options),
        "kind": "figure" if member.published else "step",
        "line": member.line,
    }
    if unrounded is not None:
        step["unrounded"] = {"shown": show(member.kind, unrounded), "value": money_digits(unrounded)}
    if parts:
        step["parts"] = [_part(part) for part in parts]
    return step


def _part(part: Part) -> dict[str, str]:
    return {"label": part_words(part), "shown": show("money", part.value), "value": money_digits(part.value)}


def _finding(item: Finding) -> dict[str, object]:
    found: dict[str, object] = {"id": item.id, "text": item.text}
    if item.what:
        found["what"] = item.what
    if item.start is not None:
        found["start"], found["end"] = item.start, item.end
    if item.sources:
        found["sources"] = list(item.sources)
    return found
