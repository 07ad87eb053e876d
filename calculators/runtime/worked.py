"""A rule's readings and typed inputs in, the outcome in one line out, as the examples in generated modules show it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from calculators.runtime.answer import answer
from calculators.runtime.rule import Rule


def worked(readings: Sequence[type[Rule]], *names: str, reading: str | None = None, **typed: str) -> str:
    """The answers `names`, as `fee 110.00, net 490.00`; or `missing …` or `mistake …` with the inputs concerned.

    The inputs have to say the day: nothing here knows today.
    """
    outcome = answer(readings, typed, date.max, reading)
    errors = outcome.get("errors")
    if isinstance(errors, list):
        return "mistake " + " ".join(error["input"] for error in errors)
    missing = outcome["missing"]
    if isinstance(missing, list) and missing:
        return "missing " + " ".join(missing)
    answers = outcome["answers"]
    assert isinstance(answers, dict)
    return ", ".join(f"{name} {plain(answers[name])}".rstrip() for name in names)


def plain(value: object) -> str:
    """An answer of the JSON as a policy file writes it: yes and no, list items by their ids."""
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            return " ".join(item["id"] for item in value)
    return str(value)
