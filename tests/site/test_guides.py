"""Pages written by hand with the policy's figures in them: what they can ask, and how a mistake in one is said."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from markdown import markdown

from calculators.runtime.values import Band, Bands
from smallprint.emit.guides import Guides, emit_guides, typed_figures
from smallprint.model import Policy
from smallprint.places import Text
from smallprint.problems import render
from tests.conftest import ROOT
from tests.site.made_up import DAY, HOSTILE, made_up_answer, made_up_policy
from tests.site.test_pages import Tags

WRITTEN = sorted((ROOT / "docs").rglob("*.md.jinja"))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("{{ figure('made-up', 'fee_bands', on='2020-01-01') }}", "20% up to $500.00, 5% above"),
        ("{% for row in versions('made-up', 'fee_bands') %}{{ row.start }} {% endfor %}", "2024-01-02 2023-05-03 2016"),
        ("{{ work('made-up', amount='600').given.amount }}", "$600.00"),
        ("{{ work('made-up', amount='600').answers.fee }}", "$110.00"),
        ("{{ link('made-up', 'ask') }}", '<a href="../../fees/made-up/">ask</a>'),
        ("{{ link('made-up', 'ask', amount='6 %') }}", '<a href="../../fees/made-up/#amount=6+%25">ask</a>'),
        ("{{ button('to-do', 'do') }}", '<a class="md-button" href="../../fees/to-do/">do</a>'),
        ("{{ note('made-up', 'Said') }}", "Said."),
        ("{{ confidence('made-up') }}", "medium"),
    ],
)
def test_a_page_asks_and_is_told(asked: str, words: str, tmp_path: Path) -> None:
    guides = made(f"---\ntitle: A\n---\n{asked}\n", tmp_path, made_up_policy("Said."))
    assert guides.problems == []
    assert words in guides.pages["docs/guides/a.md"]


@pytest.mark.parametrize(
    ("asked", "code", "message", "underlined"),
    [
        (
            "{{ figure('made-pu', 'x') }}",
            "PAG001",
            "there is no rule or procedure `made-pu`",
            "did you mean `made-up`?",
        ),
        ("{{ figure('made-up', 'fee_band') }}", "PAG001", "no figure `fee_band`", "did you mean `fee_bands`?"),
        (
            "{{ figure('made-up', 'fee_bands', on='2023-06-01') }}",
            "PAG001",
            "has no value on 2023-06-01",
            "name another",
        ),
        ("{{ figure('made-up', 'fee_bands', reading='ohter') }}", "PAG001", "no reading `ohter`", "mean `other`?"),
        ("{{ figure('to-do', 'fee_bands') }}", "PAG001", "`to-do` is a procedure", "^^^^^"),
        ("{{ link('made-up', 'a', amuont='5') }}", "PAG001", "does not ask for `amuont`", "did you mean `amount`?"),
        ("{{ work('made-up', amount='5').answers.fees }}", "PAG001", "nothing here is called `fees`", "mean `fee`?"),
        ("{{ note('made-up', 'nowhere') }}", "PAG001", "0 notes of made-up have these words", "^^^^^^^"),
        ("{{ figrue('made-up', 'fee_bands') }}", "PAG002", "'figrue' is undefined", "^^^"),
        ("{% if 1 %}", "PAG002", "endif", "^^^"),
        ("It takes 14 days.", "PAG003", "a figure is typed by hand: `14`", "^^ ask for it"),
        ("It costs $1,000.", "PAG003", "`$1,000`", "^^^^^^ ask for it"),
        ("After two years it is free.", "PAG003", "`two years`", "^^^^^^^^^ ask for it"),
    ],
)
def test_a_mistake_has_its_file_and_line(asked: str, code: str, message: str, underlined: str, tmp_path: Path) -> None:
    guides = made(f"---\ntitle: A\n---\n\n{asked}\n", tmp_path, made_up_policy("Said."))
    (problem,) = guides.problems
    told = render(guides.problems, guides.files)
    assert (problem.code, problem.place.path, problem.place.line) == (code, "docs/guides/a.md.jinja", 5)
    assert message in problem.message
    assert underlined in told


def test_a_changed_figure_changes_the_page(tmp_path: Path) -> None:
    asked = "{{ figure('made-up', 'fee_bands', on='2020-01-01') }}"
    policy = made_up_policy("Said.")
    (rule,) = policy.rules
    (figure,) = rule.figures
    other = replace(figure.versions[0], value=Bands((Band(None, Decimal("0.07")),)))
    changed = replace(
        policy, rules=(replace(rule, figures=(replace(figure, versions=(other, *figure.versions[1:])),)),)
    )
    assert made(asked, tmp_path, policy).pages["docs/guides/a.md"].startswith("20% up to $500.00, 5% above\n")
    assert made(asked, tmp_path, changed).pages["docs/guides/a.md"].startswith("7%\n")


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("{{ figure('made-up', 'fee_bands', on='2020-01-01') }}", "2026-11-23"),
        ("{{ figure('made-up', 'fee_bands', on='2020-01-01', reading='other') }}", "2026-11-01"),
        ("{% set rows = versions('made-up', 'fee_bands') %}", "2026-11-23"),
        ("{{ work('made-up', amount='600').answers.fee }}", "2026-10-01"),
        ("{{ short('to-do') }}", "2026-11-23"),
        ("{{ note('made-up', 'Said') }}", "2026-11-23"),
        ("{{ policy.rules | length }}", "2026-10-01"),
        ("{{ link('made-up', amount='6 %') }}", ""),
    ],
)
def test_a_page_says_by_when_to_check_what_it_asked_for(asked: str, due: str, tmp_path: Path) -> None:
    """A figure alone is due with its sources or sooner, an answer with its whole rule, and a link never."""
    policy = made_up_policy("Said.")
    (rule,) = policy.rules
    official, other = rule.readings
    sooner = replace(rule.figures[0], checked=DAY, check_by=date(2026, 11, 1))
    soonest = replace(sooner, name=Text("most"), check_by=date(2026, 10, 1))
    readings = (official, replace(other, figures=(sooner, soonest)))
    policy = replace(policy, rules=(replace(rule, readings=readings),))
    page = made(f"In short.\n{asked}\n\n## More\n", tmp_path, policy).pages["docs/guides/a.md"]
    found = re.findall(r'<p class="rules-line"><check-by date="(.*?)">.*</p>\n\n## More', page)
    assert found == ([due] if due else [])


def test_texts_stay_texts(tmp_path: Path) -> None:
    asked = "{{ short('made-up') }} {{ question('to-do') }} {{ link('made-up') }} {{ work('made-up').sentence }}"
    page = made(asked, tmp_path, made_up_policy()).pages["docs/guides/a.md"]
    found = Tags()
    found.feed(markdown(page))
    assert found.tags == {"p", "a", "check-by", "strong"}
    assert found.links == ["../../fees/made-up/"]
    assert found.text.count(HOSTILE) == 4


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_no_figure_is_typed(path: Path) -> None:
    assert typed_figures(path.name, path.read_text("utf-8")) == []


def made(text: str, root: Path, policy: Policy) -> Guides:
    """What comes of one page with this text."""
    folder = root / "docs" / "guides"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.md.jinja").write_text(text, "utf-8")
    said = str(policy.rules[0].short)
    return emit_guides(root, policy, lambda *_: made_up_answer(said))
