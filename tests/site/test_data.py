"""What programs are given: data beside every page in its published shape, a feed, llms.txt, schema.org's words."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from calculators.ask import ask
from smallprint.asking import last_checked
from smallprint.emit.data import emit_data
from smallprint.emit.feed import ATOM, emit_feed
from smallprint.emit.llms import emit_llms
from smallprint.model import Rule
from smallprint.model.procedures import Procedure
from smallprint.pages.timeline import timeline
from smallprint.site import Site, read_site
from tests.conftest import ROOT
from tests.real import real_check, real_policy
from tests.site.made_up import HOSTILE, SITE, made_up_answer, made_up_policy

SHAPE = Draft7Validator(json.loads((ROOT / "docs" / "guide.schema.json").read_text("utf-8")))
POLICY = real_policy()
DATA = {path: json.loads(text) for path, text in emit_data(POLICY, real_check().ask, SITE).items()}
FEED = ET.fromstring(emit_feed(POLICY, SITE)["docs/changes.xml"])
PAGES: list[Rule | Procedure] = [*POLICY.rules, *POLICY.procedures]
IN = {"atom": ATOM}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.id))
def test_every_page_has_its_data_in_the_published_shape(page: Rule | Procedure) -> None:
    data = DATA[f"docs/{page.topic}/{page.id}.json"]
    assert [error.message for error in SHAPE.iter_errors(data)] == []
    assert data["data"] == f"https://guide.example/{page.topic}/{page.id}.json"


def test_the_shape_is_a_schema_and_refuses_what_it_should() -> None:
    Draft7Validator.check_schema(SHAPE.schema)
    fee = DATA["docs/fees/service-fee.json"]
    for wrong in ({**fee, "id": "Not An Id"}, {**fee, "answers": []}, {**fee, "kind": "novel"}):
        assert list(SHAPE.iter_errors(wrong))


@pytest.mark.parametrize("rule", POLICY.rules, ids=lambda rule: str(rule.id))
def test_the_examples_answers_are_those_of_the_calculator(rule: Rule) -> None:
    today = last_checked(POLICY)
    data = DATA[f"docs/{rule.topic}/{rule.id}.json"]
    for example in data["examples"]:
        answer = ask(data["id"], example.get("given", {}), today, example.get("reading"))
        assert example.get("answers", {}) == answer.get("answers", {})
        assert example.get("errors", []) == answer.get("errors", [])


def test_every_value_of_every_figure_is_there() -> None:
    for rule in POLICY.rules:
        figures = [*rule.figures, *(figure for reading in rule.readings for figure in reading.figures)]
        data = DATA[f"docs/{rule.topic}/{rule.id}.json"]["figures"]
        assert [len(one["values"]) for one in data] == [len(figure.versions) for figure in figures]


def test_a_page_is_due_with_the_first_of_what_it_rests_on() -> None:
    fee, applies = DATA["docs/fees/service-fee.json"], DATA["docs/fees/price-to-net.json"]
    (highest,) = [one for one in fee["figures"] if one["name"] == "highest_rate"]
    assert highest["checked"] < highest["check_by"] == fee["check_by"] == applies["check_by"]
    for page in PAGES:
        data = DATA[f"docs/{page.topic}/{page.id}.json"]
        days = [one["check_by"] for one in [*data["sources"], *data.get("figures", [])] if "check_by" in one]
        assert data["check_by"] <= min(days)


def test_the_index_names_every_page_and_the_register_every_source() -> None:
    index = DATA["docs/rules.json"]
    assert {one["id"] for one in index["rules"]} == {str(rule.id) for rule in POLICY.rules}
    assert {one["id"] for one in index["procedures"]} == {str(one.id) for one in POLICY.procedures}
    assert [one["id"] for one in DATA["docs/sources.json"]["sources"]] == list(POLICY.sources)
    assert index["notice"] == SITE.notice


def test_the_feed_has_an_entry_for_every_change_with_an_id_of_its_own() -> None:
    changes = [change for year in timeline(POLICY) for _, found in year.days for change in found]
    entries = FEED.findall("atom:entry", IN)
    ids = [entry.findtext("atom:id", "", IN) for entry in entries]
    assert len(entries) == len(changes) == len(set(ids))
    assert all(id.startswith("tag:guide.example,2026:") for id in ids)
    days = [entry.findtext("atom:updated", "", IN) for entry in entries]
    assert days == sorted(days, reverse=True)
    assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}T00:00:00Z", day) for day in days)


def test_the_feed_has_what_atom_requires() -> None:
    for element in [FEED, *FEED.findall("atom:entry", IN)]:
        for name in ("id", "title", "updated"):
            assert element.findtext(f"atom:{name}", "", IN), ET.tostring(element)
    assert FEED.findtext("atom:author/atom:name", "", IN) == "Smallprint"
    (own,) = [link.get("href") for link in FEED.findall("atom:link", IN) if link.get("rel") == "self"]
    assert own == "https://guide.example/changes.xml"


def test_entries_of_the_feed_lead_to_their_place_on_a_built_page(site: Path) -> None:
    for link in FEED.iterfind("atom:entry/atom:link", IN):
        path, _, place = link.get("href", "").removeprefix("https://guide.example/").partition("#")
        assert f'id="{place}"' in (site / path / "index.html").read_text("utf-8"), link.get("href")


def test_llms_txt_has_a_title_a_summary_and_a_line_for_every_page() -> None:
    lines = emit_llms(POLICY, SITE)["docs/llms.txt"].splitlines()
    assert lines[0] == "# Smallprint"
    assert lines[2] == "> Rules, worked out. Independent."
    linked = {found[1] for line in lines if (found := re.fullmatch(r"- \[[^]]+\]\((\S+)\): .+", line))}
    assert linked >= {f"https://guide.example/{page.topic}/{page.id}/" for page in PAGES}


def test_markup_in_texts_stays_text() -> None:
    policy = made_up_policy()
    made = emit_data(policy, lambda *_: made_up_answer(), SITE)
    assert json.loads(made["docs/fees/made-up.json"])["question"] == HOSTILE
    entry = ET.fromstring(emit_feed(policy, SITE)["docs/changes.xml"]).find("atom:entry/atom:category", IN)
    assert entry is not None
    assert entry.get("label") == HOSTILE
    assert "](javascript:1)" not in emit_llms(policy, SITE)["docs/llms.txt"]


def test_pages_say_in_schema_orgs_words_what_they_answer(site: Path) -> None:
    html = (site / "fees" / "service-fee" / "index.html").read_text("utf-8")
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    page, crumbs = json.loads(text)["@graph"]
    rule = POLICY.rule("service-fee")
    assert page["mainEntity"]["acceptedAnswer"]["text"] == rule.short
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", page["lastReviewed"])
    assert [one["name"] for one in crumbs["itemListElement"]] == ["Smallprint", "Fees", rule.question]
    assert '<link rel="alternate describedby" type="application/json" ' in html
    assert 'title="This page as data" href="../service-fee.json">' in html
    assert 'type="application/atom+xml"' in html


def test_all_of_it_is_published(site: Path) -> None:
    for path in ("rules.json", "sources.json", "guide.schema.json", "changes.xml", "llms.txt", "fees/service-fee.json"):
        assert (site / path).is_file(), path


def test_settings_come_from_the_environment_where_they_say_so() -> None:
    settings = 'site_name: A guide\nsite_url: !ENV [SITE, "http://127.0.0.1:8000/"]\nrepo_url: https://example.org/a/\n'
    assert read_site(settings, {}) == Site("A guide", "", "http://127.0.0.1:8000/", "https://example.org/a", "")
    assert (
        read_site(settings, {"SITE": "https://a.example/guide"}).page("fees", "x") == "https://a.example/guide/fees/x/"
    )
