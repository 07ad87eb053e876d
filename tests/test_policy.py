"""Lints over the rules themselves: names that must stay, words that must be there, and nothing that nobody uses."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TypedDict, cast

import pytest
import yaml

from smallprint.model import Figure, Input, Rule
from smallprint.model.steps import Step
from smallprint.pages.register import held_against, resting_on
from tests.conftest import ROOT
from tests.real import real_policy


class Names(TypedDict, total=False):
    """The names of one rule that others use."""

    topic: str
    dated_by: str
    inputs: list[str]
    answers: list[str]
    choices: dict[str, list[str]]


class Contract(TypedDict):
    """What tests/cases/contract.yaml holds."""

    rules: dict[str, Names]
    procedures: list[str]


POLICY = real_policy()
CONTRACT = cast(Contract, yaml.safe_load((ROOT / "tests/cases/contract.yaml").read_text("utf-8")))
RULES = pytest.mark.parametrize("rule", POLICY.rules, ids=lambda rule: str(rule.id))


@pytest.mark.parametrize("id", CONTRACT["rules"])
def test_names_that_others_use_are_all_there(id: str) -> None:
    rule, names = POLICY.rule(id), CONTRACT["rules"][id]
    asked = {str(one.name): one for one in rule.inputs}
    steps = {str(step.name): step for step in rule.steps}
    assert (rule.topic, rule.dated_by) == (names["topic"], names["dated_by"])
    assert set(names["inputs"]) <= asked.keys()
    assert set(names["answers"]) <= {str(answer) for answer in rule.answers}
    for name, options in names.get("choices", {}).items():
        owner = asked.get(name) or steps[name]
        assert set(options) <= owner.options.keys(), name


def test_procedures_that_others_link_to_are_all_there() -> None:
    assert {str(procedure.id) for procedure in POLICY.procedures} >= set(CONTRACT["procedures"])


def test_no_source_is_an_orphan() -> None:
    rests, held = resting_on(POLICY), held_against(POLICY)
    documents = {str(document.id) for document in POLICY.documents}
    assert [id for id in POLICY.sources if not rests[id] and not held[id] and id not in documents] == []


def test_no_claim_is_an_orphan() -> None:
    """Each touches a rule or a procedure, but for those that are about no rule at all."""
    every = [claim for document in POLICY.documents for claim in document.claims]
    assert [claim.id for claim in every if not claim.touches and claim.standing != "irrelevant"] == []


@RULES
def test_every_input_has_a_question_and_a_noun(rule: Rule) -> None:
    assert [one.name for one in rule.inputs if not _asks(one)] == []


@RULES
def test_every_figure_and_step_has_a_label_and_every_value_a_source(rule: Rule) -> None:
    figures = [*rule.figures, *(figure for reading in rule.readings for figure in reading.figures)]
    steps = [*rule.steps, *(step for reading in rule.readings for step in reading.steps)]
    labelled: list[Figure | Step] = [*figures, *steps]
    assert [one.name for one in labelled if not _is_label(one)] == []
    values = [(figure, version) for figure in figures for version in figure.versions]
    assert [figure.name for figure, version in values if version.value is not None and not version.sources] == []


@RULES
def test_every_answer_is_a_sentence_and_every_reading_has_a_reason(rule: Rule) -> None:
    for sentence in (rule.answer, rule.short, *(one.because for one in rule.readings)):
        assert re.search(r"[.?!}]\Z", sentence), sentence
    assert all(one.held_by for one in rule.readings if one.standing != "adopted")


@RULES
def test_no_two_values_of_a_figure_hold_on_one_day(rule: Rule) -> None:
    for figure in (*rule.figures, *(figure for reading in rule.readings for figure in reading.figures)):
        for before, after in pairwise(figure.versions):
            assert before.until is not None, figure.name
            assert before.until < after.start, figure.name


def test_dates_are_written_year_first() -> None:
    for path in sorted((ROOT / "policy").rglob("*.yaml")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            for key, value in re.findall(r"\b(until|checked|check_by): ([^,}\s]+)", line):
                assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", value), f"{path.name}:{number} {key}: {value}"


def test_sources_are_to_be_checked_again_after_they_were_checked() -> None:
    assert [one.id for one in POLICY.sources.values() if not date(2020, 1, 1) < one.checked < one.check_by] == []


def _asks(one: Input) -> bool:
    return bool(re.search(r"\?\Z", one.ask)) and bool(re.match(r"[A-Z0-9]", one.noun)) and not one.noun.endswith("?")


def _is_label(one: Figure | Step) -> bool:
    return bool(re.match(r"[A-Z0-9$]", one.label)) and not one.label.endswith((".", "!"))
