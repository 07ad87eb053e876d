"""Overviews of a policy made by hand: disputes, changes, gaps, what rests on what; texts stay texts on each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from markdown import markdown

from smallprint.emit.pages import emit_pages, navigation
from smallprint.model import Figure, Policy, Version
from smallprint.model.documents import Claim, Document
from smallprint.model.steps import Apply, Step
from smallprint.model.terms import Term
from smallprint.pages.coverage import coverage
from smallprint.pages.disputes import disputes
from smallprint.pages.overviews import OVERVIEWS
from smallprint.pages.register import FIGURE, READING, held_against, resting_on
from smallprint.pages.timeline import Change, timeline
from smallprint.pages.worked import compared, worked
from smallprint.places import Text
from tests.site.made_up import HERE, HOSTILE, SITE, draw_made_up, made_up_answer, made_up_policy
from tests.site.test_pages import MODULE, Tags

OFFICIAL, BLOG = (Text("help-fee"),), (Text("blog"),)


def policy_with(*versions: Version, text: str = "Fee") -> Policy:
    """The policy made by hand, with a figure of these versions alone, and a glossary of one term."""
    policy = made_up_policy(text)
    figure = Figure(Text("rate"), Text("Rate"), "count", versions)
    term = Term(Text("surcharge"), Text(text), (), Text(text), Text("made-up"), OFFICIAL)
    rule = replace(policy.rules[0], figures=(figure,)) if versions else policy.rules[0]
    return replace(policy, rules=(rule,), glossary=(term,))


def pages(policy: Policy, text: str = "Fee") -> dict[str, str]:
    """All pages of a policy."""
    return emit_pages(policy, {"made-up": MODULE}, lambda *_: made_up_answer(text), draw_made_up, SITE)


def known(start: str, until: str, value: int, sources: tuple[Text, ...] = OFFICIAL) -> Version:
    """A version with a value."""
    return Version(date.fromisoformat(start), date.fromisoformat(until) if until else None, value, sources, HERE)


def gap(start: str, until: str) -> Version:
    """A version of which nothing is known."""
    last = date.fromisoformat(until) if until else None
    return Version(date.fromisoformat(start), last, None, (), HERE, unknown="No copy.")


@pytest.mark.parametrize("name", OVERVIEWS)
def test_texts_stay_texts(name: str) -> None:
    body = pages(policy_with(text=HOSTILE), HOSTILE)[f"docs/{name}.md"].split("---\n", 2)[2]
    found = Tags()
    found.feed(markdown(body, extensions=["pymdownx.details", "pymdownx.superfences"]))
    assert not found.tags & {"script", "b", "em", "title"}
    assert not [link for link in found.links if link.startswith("javascript:")]
    assert HOSTILE in found.text


def test_overviews_stand_in_the_menu() -> None:
    menu = navigation(made_up_policy())
    assert menu[-1] == {"Evidence": [f"{name}.md" for name in OVERVIEWS]}


def test_a_dispute_has_every_reading_and_what_each_comes_to() -> None:
    (dispute,) = disputes(policy_with(), lambda *_: made_up_answer("Fee"))
    assert dispute.example is not None
    assert [(side.reading.id, side.answers, side.differs) for side in dispute.sides] == [
        ("official", (("Fee", "$110.00"),), False),
        ("other", (("Fee", "$60.00"),), True),
    ]


def test_a_dispute_that_no_example_shows_says_so() -> None:
    answer = made_up_answer("Fee") | {"readings": []}
    (dispute,) = disputes(policy_with(), lambda *_: answer)
    assert dispute.example is None
    made = emit_pages(policy_with(), {"made-up": MODULE}, lambda *_: answer, draw_made_up, SITE)
    assert "No worked example of the rule tells its readings apart." in made["docs/disputes.md"]


def test_a_reading_that_has_no_answer_here_is_shown_in_another_example() -> None:
    """As where a reading asks for something that the example does not give."""
    policy = policy_with()
    one = policy.rules[0].examples[0]
    third = replace(policy.rules[0].readings[1], id=Text("third"))
    other = replace(one, title=Text("Other"), given=((Text("amount"), Text("700")),))
    readings = (*policy.rules[0].readings, third)
    rule = replace(policy.rules[0], readings=readings, examples=(one, other))
    shown = {"official": "$110.00", "other": "$60.00", "third": "$7.00"}

    def ask(_: str, typed: Mapping[str, str], __: str) -> dict[str, object]:
        ids = ("third",) if typed["amount"] == "700" else ("official", "other")
        reads = [{"id": id, "shown": [{"name": "fee", "label": "Fee", "text": shown[id]}]} for id in ids]
        return made_up_answer("Fee") | {"readings": reads}

    (dispute,) = disputes(replace(policy, rules=(rule,)), ask)
    assert dispute.example is not None
    assert dispute.example.example == one
    side = dispute.sides[2]
    assert (side.answers, side.differs) == ((), False)
    assert side.elsewhere is not None
    assert side.elsewhere.example.example == other
    assert (side.elsewhere.own, side.elsewhere.adopted) == ((("Fee", "$7.00"),), ())


def test_answers_are_compared_by_name() -> None:
    """A reading may give fewer answers than the rule."""
    rule = policy_with().rules[0]
    net = {"name": "net", "label": "Net", "text": "$490.00"}
    fee = {"name": "fee", "label": "Fee", "text": "$110.00"}
    reads = [{"id": "official", "shown": [fee, net]}, {"id": "other", "shown": [net]}]
    examples = worked(rule, lambda *_: made_up_answer("Fee") | {"readings": reads})
    assert compared(rule.readings[1], rule, examples) == []


def test_every_change_is_told_newest_first() -> None:
    versions = (
        known("2016-06-21", "2018-12-31", 10),
        gap("2019-01-01", "2019-06-30"),
        known("2019-07-01", "2023-05-02", 12),
        known("2023-05-03", "2023-12-31", 12),
        known("2024-01-01", "2025-12-31", 15),
    )
    found = [(str(one.day), one.kind, one.before, one.after) for one in changes(policy_with(*versions))]
    assert found == [
        ("2026-01-01", "ended", "15", ""),
        ("2024-01-01", "changed", "12", "15"),
        ("2023-05-03", "same", "12", "12"),
        ("2019-07-01", "changed", "not known", "12"),
        ("2019-01-01", "unknown", "10", "Not known. No copy."),
        ("2016-06-21", "first", "", "10"),
    ]


def test_the_timeline_is_grouped_by_year_and_leads_to_the_figure() -> None:
    policy = policy_with(known("2016-06-21", "2016-12-31", 10), known("2017-01-01", "", 12))
    assert [year.year for year in timeline(policy)] == [2017, 2016]
    page = pages(policy)["docs/timeline.md"]
    assert page.index("## 2017") < page.index("## 2016")
    assert '<a href="../fees/made-up/#rate">Rate</a>' in page
    assert '<time datetime="2017-01-01">1 January 2017</time>' in page


def test_changes_of_a_reading_lead_to_it() -> None:
    policy = policy_with(known("2016-06-21", "", 10))
    official, other = policy.rules[0].readings
    figure = Figure(Text("rate"), Text("Rate"), "count", (known("2020-01-01", "", 9, BLOG),))
    rule = replace(policy.rules[0], readings=(official, replace(other, figures=(figure,))))
    newest = changes(replace(policy, rules=(rule,)))[0]
    assert (newest.after, newest.place) == ("9", "reading-other")


def test_coverage_counts_what_is_official_and_what_rests_on_one_source_alone() -> None:
    versions = (
        known("2016-06-21", "2018-12-31", 10),
        known("2019-01-01", "2019-12-31", 11, BLOG),
        gap("2020-01-01", "2020-12-31"),
        known("2021-01-01", "", 12, (*BLOG, *OFFICIAL)),
    )
    ((cover,),) = (topic.covers for topic in coverage(policy_with(*versions)))
    assert (cover.values, cover.official, cover.weak, cover.share) == (3, 2, 1, "66%")
    assert cover.since == date(2016, 6, 21)
    assert [(one.what, one.start, one.until, one.why) for one in cover.gaps] == [
        ("Rate", date(2020, 1, 1), date(2020, 12, 31), "No copy.")
    ]


def test_a_rule_without_figures_is_covered_by_its_periods() -> None:
    policy = policy_with()
    rule = replace(policy.rules[0], figures=())
    ((cover,),) = (topic.covers for topic in coverage(replace(policy, rules=(rule,))))
    assert (cover.values, cover.since) == (0, None)
    assert "no figures" in pages(replace(policy, rules=(rule,)))["docs/coverage.md"]


def test_what_rests_on_a_source_is_listed_with_its_page() -> None:
    policy = policy_with(known("2016-06-21", "2018-12-31", 10), known("2019-01-01", "", 11, BLOG))
    resting = resting_on(policy)
    official, procedure = resting["help-fee"]
    assert (official.page.id, procedure.page.id) == ("made-up", "to-do")
    assert {use.kind for use in official.uses} == {"figure", "step", "reading", "example", "note"}
    (blog,) = resting["blog"]
    assert [(use.words, use.place, use.alone) for use in blog.of(FIGURE)] == [("Rate", "rate", True)]
    assert [use.place for use in blog.of(READING)] == ["reading-other"]


def test_claims_stand_with_what_they_were_held_against_and_with_their_document() -> None:
    claim = Claim(Text("BF-01"), Text("Fee"), "agrees", (Text("made-up"),), Text("Fee"), OFFICIAL, Text(""))
    document = Document(Text("blog"), "policy/claims/blog.yaml", Text("Fee"), (claim,))
    policy = replace(policy_with(), documents=(document,))
    assert held_against(policy) == {"help-fee": [(document, claim)], "blog": []}
    page = pages(policy)["docs/sources.md"]
    assert '<a href="../claims/blog/#BF-01">BF-01</a>' in page
    assert '<a href="../claims/blog/">What it claims itself' in page


def test_a_figure_on_one_unofficial_source_alone_says_so_here_and_there() -> None:
    made = pages(policy_with(known("2016-06-21", "2018-12-31", 10), known("2019-01-01", "", 11, BLOG)))
    assert made["docs/fees/made-up.md"].count("This rests on one source alone") == 1
    assert made["docs/sources.md"].count("(some of it on this alone)") == 1


def test_every_overview_and_rule_says_by_when_to_check_it() -> None:
    """By the sources of what it shows, or by the day of a figure that is looked at sooner, of an applied rule too."""
    policy = policy_with(known("2016-06-21", "", 10))
    (rule,) = policy.rules
    figure = replace(rule.figures[0], checked=date(2026, 10, 1), check_by=date(2026, 11, 1))
    own = replace(rule, figures=(figure,))
    applied = Step(Text("fee"), Text("Fee"), "money", Apply(Text("made-up"), Text("fee"), ()))
    other = replace(rule, id=Text("other"), figures=(), steps=(applied,), next=())
    with_both = replace(policy, rules=(own, other))
    made = emit_pages(with_both, {"made-up": MODULE, "other": MODULE}, lambda *_: made_up_answer(), draw_made_up, SITE)
    due = {path: re.findall(r'<check-by date="(.*?)">', page) for path, page in made.items()}
    later = ["docs/fees/to-do.md", "docs/sources.md"]
    assert due == {path: ["2026-11-23"] if path in later else ["2026-11-01"] for path in made}
    compared = "Compared with its sources on 1 October 2026; to be checked again by 1 November 2026."
    assert made["docs/fees/made-up.md"].count(compared) == 1


def test_the_glossary_leads_to_the_rule_and_says_where_to_change_it() -> None:
    page = pages(policy_with())["docs/glossary.md"]
    assert '<div id="surcharge">' in page
    assert '<a href="../fees/made-up/">Fee</a>' in page
    assert "https://example.org/guide/edit/main/policy/glossary.yaml" in page


def changes(policy: Policy) -> list[Change]:
    """The changes of a policy's timeline, one after the other."""
    return [change for year in timeline(policy) for _, found in year.days for change in found]
