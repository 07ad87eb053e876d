"""A policy in, its topics out: the folders under `policy/` with a title, in the order of the guide's menu."""

from __future__ import annotations

from dataclasses import dataclass

from smallprint.model import Policy, Rule
from smallprint.model.procedures import Procedure

TITLES = {
    "fees": ("Fees", "What it costs to work through the platform."),
    "connects": ("Connects", "What it costs to apply for work."),
    "payments": ("Payments", "When money moves, and who gets it."),
    "standing": ("Standing", "How the platform scores and sanctions."),
    "leaving": ("Leaving", "Working with a client outside the platform."),
    "account": ("Account", "Closing, ending, reporting."),
}


@dataclass(frozen=True)
class Topic:
    """A folder of pages: rules first, then procedures, each in the order of their paths."""

    folder: str
    title: str
    about: str
    rules: tuple[Rule, ...]
    procedures: tuple[Procedure, ...]

    @property
    def pages(self) -> tuple[Rule | Procedure, ...]:
        """Rules and procedures, in the order of the menu."""
        return (*self.rules, *self.procedures)


def topics_of(policy: Policy) -> list[Topic]:
    """The topics that have pages; a folder without a title here comes last, under its own name."""
    folders = {rule.topic for rule in policy.rules} | {procedure.topic for procedure in policy.procedures}
    return [_topic(folder, policy) for folder in [*TITLES, *sorted(folders - TITLES.keys())] if folder in folders]


def _topic(folder: str, policy: Policy) -> Topic:
    title, about = TITLES.get(folder, (folder.replace("-", " ").capitalize(), ""))
    rules = tuple(rule for rule in policy.rules if rule.topic == folder)
    return Topic(folder, title, about, rules, tuple(one for one in policy.procedures if one.topic == folder))
