"""A policy in, everything out that the calculators are asked at build to learn which modules answering takes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smallprint.model import Policy, Rule

type Ask = tuple[str, dict[str, str], str, str | None]

# Any day will do: it stands for a reader's today, and no module is loaded for one day only.
TODAY = date(2026, 1, 1).isoformat()


def asks(policy: Policy) -> list[Ask]:
    """Each rule's examples, and the ways to go wrong: nothing given, nonsense, misspelt names."""
    return [("no-such-rule", {}, TODAY, None), *(ask for rule in policy.rules for ask in _asks_of(rule))]


def _asks_of(rule: Rule) -> Iterator[Ask]:
    for example in rule.examples:
        yield rule.id, {str(name): str(value) for name, value in example.given}, TODAY, example.reading or None
    yield rule.id, {}, TODAY, None
    yield rule.id, {"no_such_input": "1"}, TODAY, None
    yield rule.id, {}, TODAY, "no-such-reading"
    for nonsense in ("12abc", "1.250", "31 February 2021"):
        yield rule.id, {str(i.name): nonsense for i in rule.inputs}, TODAY, None
