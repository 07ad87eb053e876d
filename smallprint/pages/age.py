"""A rule in, its two ages out: the day its newest rules are from, and the days its sources were checked."""

from __future__ import annotations

from datetime import date

from smallprint.model import Policy, Rule
from smallprint.pages.register import sources_of
from smallprint.procedures import Procedure
from smallprint.steps import Apply, Solve


def in_force_since(rule: Rule, policy: Policy, day: date) -> date | None:
    """The first day of the newest value among those in force on `day`, of this rule and those it applies."""
    rules = [rule, *(policy.rule(id) for id in applied(rule))]
    starts = [version.start for one in rules for figure in one.figures for version in figure.versions]
    starts += [period.start for one in rules for period in one.periods]
    return max((start for start in starts if start <= day), default=None)


def applied(rule: Rule) -> list[str]:
    """The ids of the rules that this one's steps apply, each once."""
    return list(dict.fromkeys(str(step.how.rule) for step in rule.steps if isinstance(step.how, Apply | Solve)))


def to_check_by(page: Rule | Procedure, policy: Policy) -> date | None:
    """The first day by which one of the page's sources is to be checked again; None where it names no source."""
    return min((source.check_by for source in sources_of(page, policy)), default=None)


def checked(rule: Rule, policy: Policy) -> tuple[date, date] | None:
    """The first and the last day on which the rule's sources were checked; None where it names no source."""
    days = [source.checked for source in sources_of(rule, policy)]
    return (min(days), max(days)) if days else None
