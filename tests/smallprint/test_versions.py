"""A rule's version changes with what it answers, and with nothing else; its page asks few things at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from smallprint.check import check_policy
from smallprint.pages.form import form
from smallprint.pages.stretches import stretches
from smallprint.places import Text
from smallprint.versions import version_of
from tests.real import real_check, real_policy

ROOT = Path(__file__).parents[2]
MOST_FIELDS = 5
POLICY = real_policy()


def test_every_rule_has_its_own_version_and_always_the_same() -> None:
    versions = [version_of(rule, POLICY) for rule in POLICY.rules]
    assert len(set(versions)) == len(versions)
    again = check_policy(ROOT).policy
    assert again
    assert versions == [version_of(rule, again) for rule in again.rules]


def test_words_and_sources_do_not_change_it() -> None:
    rule = POLICY.rule("service-fee")
    day = date(2026, 1, 1)
    figures = tuple(
        replace(
            figure,
            versions=tuple(replace(v, note="Other words.", sources=()) for v in figure.versions),
            checked=day,
            check_by=day,
        )
        for figure in rule.figures
    )
    inputs = tuple(replace(one, ask=Text("Another question?"), why="Why not.") for one in rule.inputs)
    reworded = replace(rule, question=Text("Another?"), figures=figures, inputs=inputs, examples=(), notes=())
    assert version_of(reworded, POLICY) == version_of(rule, POLICY)


def test_a_figures_value_and_day_change_it_and_those_that_apply_the_rule() -> None:
    fees = POLICY.rule("service-fee")
    figure = next(one for one in fees.figures if one.name == "highest_rate")
    for other in (
        replace(figure.versions[0], value=Decimal("0.16")),
        replace(figure.versions[0], start=date(2025, 5, 2)),
    ):
        changed_figure = replace(figure, versions=(other,))
        changed = replace(fees, figures=tuple(changed_figure if one is figure else one for one in fees.figures))
        rules = tuple(changed if one is fees else one for one in POLICY.rules)
        world = replace(POLICY, rules=rules)
        assert version_of(changed, world) != version_of(fees, POLICY)
        assert version_of(world.rule("price-to-net"), world) != version_of(POLICY.rule("price-to-net"), POLICY)
        assert version_of(world.rule("free-date"), world) == version_of(POLICY.rule("free-date"), POLICY)


def test_a_check_of_many_things_asks_them_one_by_one() -> None:
    today = date(2026, 11, 1)
    one_by_one = {str(rule.id) for rule in POLICY.rules if form(rule, real_check().ask, today).one_by_one}
    assert one_by_one == {"close-account", "hourly-protection", "off-platform-check", "scam-signals", "top-rated"}


@pytest.mark.parametrize("rule", POLICY.rules, ids=lambda rule: str(rule.id))
def test_at_most_five_questions_are_seen_at_once_in_every_example(rule: object) -> None:
    found = next(one for one in POLICY.rules if one is rule)
    asked = form(found, real_check().ask, date(2026, 11, 1))
    if asked.one_by_one:
        return
    needed = {question.name for question in asked.needed}
    for example in found.examples:
        outcome = real_check().ask(found.id, {str(k): str(v) for k, v in example.given}, example.reading)
        seen = {name for part in ("asked", "missing") for name in _names(outcome.get(part))} & needed
        assert len(seen) <= MOST_FIELDS, (example.title, seen)


def test_the_days_of_a_rule_follow_each_other_and_fill_the_bar() -> None:
    for rule in POLICY.rules:
        found = stretches(rule, POLICY, date(2026, 11, 1))
        assert found
        assert found[0].left == 0
        assert found[-1].until is None or found[-1].state == "unknown"
        for one, other in pairwise(found):
            assert one.until is not None
            assert (other.start - one.until).days == 1
            assert one.left + one.width == other.left
        assert found[-1].left + found[-1].width == 1000


def test_days_that_are_not_known_are_said_to_be() -> None:
    words = [one.words for one in stretches(POLICY.rule("client-cost"), POLICY, date(2026, 11, 1))]
    assert any("not known" in each or "known in part" in each for each in words), words


def _names(part: object) -> list[str]:
    return [str(name) for name in part] if isinstance(part, list) else []
