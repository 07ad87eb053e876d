"""Documents' pages and the claims on rules' pages: what they say, that texts stay texts, that every claim is there."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import markdown

from smallprint.emit.pages import emit_pages, navigation
from smallprint.keys import CLAIM_STANDINGS
from smallprint.model import Policy
from smallprint.model.documents import Claim, Document
from smallprint.pages.claims import CLAIM_STANDINGS as WORDS
from smallprint.places import Text
from tests.conftest import ROOT
from tests.real import real_policy
from tests.site.made_up import HOSTILE, SITE, draw_made_up, made_up_answer, made_up_policy
from tests.site.test_pages import MODULE, Tags

EXPECTED = ROOT / "tests" / "cases" / "pages"
DOCUMENT = "docs/claims/blog.md"
INDEX = "docs/claims/index.md"


def policy_with_claims(text: str = HOSTILE) -> Policy:
    """The policy made by hand with a document that has every standing twice; `text` for what a contributor writes."""
    said = Text(text)
    here = (Text("help-fee"),)

    def claim(number: int, standing: str) -> Claim:
        touches = () if standing == "irrelevant" else (Text("made-up"), Text("to-do"))
        reading = Text("other" if standing == "contradicted" else "")
        return Claim(Text(f"BF-{number:02}"), said, standing, touches, said, here, reading)

    claims = tuple(claim(number, standing) for number, standing in enumerate(CLAIM_STANDINGS * 2, 1))
    document = Document(Text("blog"), "policy/claims/blog.yaml", said, claims)
    return replace(made_up_policy(text), documents=(document,))


def pages(text: str = HOSTILE) -> dict[str, str]:
    """The pages of that policy."""
    return emit_pages(
        policy_with_claims(text), {"made-up": MODULE}, lambda *_: made_up_answer(text), draw_made_up, SITE
    )


def test_every_standing_has_words() -> None:
    assert sorted(WORDS) == sorted(CLAIM_STANDINGS)


def test_documents_have_pages_and_stand_in_the_menu() -> None:
    made = pages()
    assert DOCUMENT in made
    assert INDEX in made
    assert {"What people say": ["claims/index.md", "claims/blog.md"]} in navigation(policy_with_claims())


@pytest.mark.parametrize("path", [DOCUMENT, INDEX])
def test_the_whole_page(path: str) -> None:
    assert pages("As they say.")[path] == expected(path).read_text("utf-8")


@pytest.mark.parametrize("path", ["docs/fees/made-up.md", "docs/fees/to-do.md"])
def test_a_page_lists_what_is_said_of_it_first_what_misleads(path: str) -> None:
    page = pages("As they say.")[path].split("## What people say about it")[1].split("\n## ")[0]
    shown = re.findall(r'<li class="claim (\w+)">', page)
    assert shown == [standing for standing in WORDS if standing != "irrelevant" for _ in range(2)]
    assert len(re.findall(r'href="../../claims/blog/#BF-\d\d"', page)) == len(shown)
    assert page.index('<details class="more">') > page.index('class="claim outdated"')


def test_a_page_that_nothing_is_said_of_has_no_such_part() -> None:
    made = emit_pages(made_up_policy(), {"made-up": MODULE}, lambda *_: made_up_answer(), draw_made_up, SITE)
    assert "What people say about it" not in made["docs/fees/made-up.md"]
    assert not [path for path in made if path.startswith("docs/claims/")]


@pytest.mark.parametrize("path", [DOCUMENT, INDEX, "docs/fees/made-up.md", "docs/fees/to-do.md"])
def test_texts_stay_texts(path: str) -> None:
    body = pages()[path].split("---\n", 2)[2]
    found = Tags()
    found.feed(markdown(body, extensions=["pymdownx.details", "pymdownx.superfences"]))
    assert not found.tags & {"script", "b", "em", "title"}
    assert not [link for link in found.links if link.startswith("javascript:")]
    assert HOSTILE in found.text


def test_the_built_guide_has_every_claim(site: Path) -> None:
    policy = real_policy()
    topics = {str(rule.id): rule.topic for rule in policy.rules}
    topics |= {str(procedure.id): procedure.topic for procedure in policy.procedures}
    assert policy.documents
    for document in policy.documents:
        page = (site / "claims" / document.id / "index.html").read_text("utf-8")
        for claim in document.claims:
            assert f'id="{claim.id}"' in page, claim.id
            for name in map(str, claim.touches):
                about = (site / topics[name] / name / "index.html").read_text("utf-8")
                assert f"claims/{document.id}/#{claim.id}" in about, (claim.id, name)


def expected(path: str) -> Path:
    """The file that holds a whole page."""
    return EXPECTED / {DOCUMENT: "document.md.txt", INDEX: "documents.md.txt"}[path]


if __name__ == "__main__":  # python -m tests.site.test_claims writes the whole pages anew, for review in the diff
    for path in (DOCUMENT, INDEX):
        expected(path).write_text(pages("As they say.")[path], "utf-8")
