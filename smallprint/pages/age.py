"""What a page states in, its ages out: since when its newest rules hold, when its sources were checked, and by when to
check again, as the line that every page with facts on it has."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from calculators.runtime.words import long_date
from smallprint.model import Policy, Rule
from smallprint.model.steps import Apply, Solve
from smallprint.pages.register import Stated, rests_on, sources_of


def in_force_since(rule: Rule, policy: Policy, day: date) -> date | None:
    """The first day of the newest value among those in force on `day`, of this rule and those it applies."""
    rules = [rule, *(policy.rule(id) for id in applied(rule))]
    starts = [version.start for one in rules for figure in one.figures for version in figure.versions]
    starts += [period.start for one in rules for period in one.periods]
    return max((start for start in starts if start <= day), default=None)


def applied(rule: Rule) -> list[str]:
    """The ids of the rules that this one's steps apply, each once."""
    return list(dict.fromkeys(str(step.how.rule) for step in rule.steps if isinstance(step.how, Apply | Solve)))


def to_check_by(stated: Iterable[Stated], policy: Policy) -> date | None:
    """The first day by which something that all of this rests on is to be checked again; None where that is nothing."""
    return min((one.check_by for one in rests_on(stated, policy) if one.check_by), default=None)


def badge(stated: Iterable[Stated], policy: Policy) -> Markup:
    """That day in words; a script adds when it has passed. Nothing where there is none."""
    day = to_check_by(stated, policy)
    words = Markup('<check-by date="{}">To be checked again by <strong>{}</strong>.</check-by>')
    return words.format(day.isoformat(), long_date(day)) if day else Markup("")


def badge_line(stated: Iterable[Stated], policy: Policy) -> Markup:
    """The same as a line of its own."""
    found = badge(stated, policy)
    return Markup('<p class="rules-line">{}</p>').format(found) if found else found


def checked(rule: Rule, policy: Policy) -> tuple[date, date] | None:
    """The first and the last day on which the rule's sources were checked; None where it names no source."""
    days = [source.checked for source in sources_of(rule, policy)]
    return (min(days), max(days)) if days else None
