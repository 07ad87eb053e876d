"""Pages from a policy made by hand: what they say, that they are the same every time, that texts stay texts."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from markdown import markdown

from smallprint.emit.pages import emit_pages, navigation
from tests.site.made_up import HOSTILE, SITE, draw_made_up, made_up_answer, made_up_policy

PAGE = "docs/fees/made-up.md"
MODULE = '"""Fences ``` and ```` in a text."""\n'


def pages(text: str = HOSTILE) -> dict[str, str]:
    """The pages of the policy made by hand, with `text` for every text a contributor writes."""
    return emit_pages(made_up_policy(text), {"made-up": MODULE}, lambda *_: made_up_answer(text), draw_made_up, SITE)


def test_pages_are_the_same_every_time() -> None:
    assert pages() == pages()


def test_every_topic_rule_and_procedure_has_a_page_and_stands_in_the_menu() -> None:
    made = pages()
    assert sorted(made) == [
        "docs/coverage.md", "docs/disputes.md", "docs/fees/index.md", "docs/fees/made-up.md", "docs/fees/to-do.md",
        "docs/glossary.md", "docs/sources.md", "docs/timeline.md",
    ]  # fmt: skip
    menu = [{"Fees": ["fees/index.md", "fees/made-up.md", "fees/to-do.md"]}]
    assert navigation(made_up_policy())[:-1] == menu


def test_gaps_are_said_in_words() -> None:
    page = pages("As published.")[PAGE]
    assert "3 May 2023 to 1 January 2024" in page
    assert "Not known. As published." in page
    assert "None. As published." in page


def test_bands_and_dates_are_in_words() -> None:
    page = pages("As published.")[PAGE]
    assert "20% up to $500.00, 5% above" in page
    assert "21 June 2016 to 2 May 2023" in page
    assert "Sources checked on <strong>23 November 2026</strong>" in page


def test_a_reading_is_compared_where_it_differs() -> None:
    page = pages("Fee")[PAGE]
    assert "Fee <strong>$60.00</strong>, not $110.00" in page


def test_a_page_says_where_to_change_it() -> None:
    assert "https://example.org/guide/edit/main/policy/fees/made-up.yaml" in pages()[PAGE]


@pytest.mark.parametrize("path", [PAGE, "docs/fees/to-do.md", "docs/fees/index.md", "docs/sources.md"])
def test_texts_stay_texts(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    body = pages()[path].split("---\n", 2)[2]
    found = Tags()
    found.feed(markdown(body, extensions=["pymdownx.details", "pymdownx.superfences"]))
    assert not found.tags & {"script", "b", "em", "title"}
    assert not [link for link in found.links if link.startswith("javascript:")]
    assert HOSTILE in found.text


def test_front_matter_cannot_be_left() -> None:
    page = pages('A "quote" \\ and a # sign')[PAGE]
    assert page.split("\n")[1] == 'title: "A &quot;quote&quot; \\\\ and a # sign"'


class Tags(HTMLParser):
    """The names of a page's elements, its links, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element, and where it leads; a script of our own is no markup of a contributor's."""
        if not (tag == "script" and dict(attrs).get("src") == "../../assets/calculator/early.js"):
            self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self.text += data
