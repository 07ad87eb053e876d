"""A policy in, what its overviews show out: the pages that look across all rules, in the order of the menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from smallprint.asking import Ask
from smallprint.model import Policy
from smallprint.pages.coverage import coverage
from smallprint.pages.disputes import disputes
from smallprint.pages.register import held_against, resting_on
from smallprint.pages.timeline import timeline


def overview(name: str, policy: Policy, ask: Ask) -> Mapping[str, object]:
    """What the template of this overview takes, by name."""
    return _SHOWN[name](policy, ask)


_SHOWN: dict[str, Callable[[Policy, Ask], Mapping[str, object]]] = {
    "disputes": lambda policy, ask: {"disputes": disputes(policy, ask)},
    "timeline": lambda policy, _: {"years": timeline(policy)},
    "coverage": lambda policy, _: {"topics": coverage(policy)},
    "sources": lambda policy, _: {"resting": resting_on(policy), "held": held_against(policy)},
    "glossary": lambda policy, _: {"terms": sorted(policy.glossary, key=lambda term: term.term.casefold())},
}
OVERVIEWS = tuple(_SHOWN)
