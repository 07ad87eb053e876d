"""Requirements in, a list of those that fail out; and the questions a formula may ask of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from calculators.runtime.mistakes import Missing
from calculators.runtime.rule import Rule
from calculators.runtime.values import Finding, Findings
from calculators.runtime.words import fill


class Requirement(NamedTuple):
    """A condition that has to hold, and what to do where it does not (a text with {names})."""

    id: str
    holds: Callable[[], bool]
    otherwise: str
    sources: tuple[str, ...] = ()


def failing(rule: Rule, *requirements: Requirement) -> Findings:
    """The requirements that do not hold, in order. Raises one `Missing` with every input that any of them lacks."""
    failed: list[Finding] = []
    missing: list[str] = []
    for requirement in requirements:
        try:
            if not requirement.holds():
                words = fill(rule, requirement.otherwise)
                failed.append(Finding(requirement.id, words, sources=requirement.sources))
        except Missing as stop:
            missing += stop.names
    if missing:
        raise Missing(tuple(missing))
    return Findings(tuple(failed))


def empty(findings: Findings) -> bool:
    """Whether the list has nothing in it.

    >>> empty(Findings(()))
    True
    """
    return not findings.items


def found(findings: Findings, id: str) -> bool:
    """Whether the list has an item with this id.

    >>> found(Findings(()), "contact")
    False
    """
    return any(finding.id == id for finding in findings.items)
