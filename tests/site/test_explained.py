"""Words of the glossary on a page: where they become buttons, where never, and that they open for everybody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from smallprint.model.terms import Term
from smallprint.pages.explained import explained
from smallprint.places import Text
from tests.site.test_accessibility import metered

FRONT = "---\ntitle: Escrow\n---\n"


def term(id: str, *forms: str) -> Term:
    """A term of these ways of writing it."""
    first, *also = map(Text, forms)
    return Term(Text(id), first, tuple(also), Text("What it means."), Text(""), ())


GLOSSARY = [term("escrow", "escrow", "project funds"), term("connects", "Connects"), term("fee", "fee"),
            term("late-fee", "late fee"), term("agency", "agency"), term("r-and-d", "R&D")]  # fmt: skip


def explain(body: str) -> str:
    """The body with its terms explained, each button shortened to `[its term: its words]`."""
    page = explained(FRONT + body, GLOSSARY, ids)
    assert page.startswith(FRONT)
    button = r'<button type="button" class="term" popovertarget="term-([a-z-]+)">([^<]*)</button>'
    return re.sub(button, r"[\1: \2]", page.removeprefix(FRONT))


def ids(terms: Sequence[Term]) -> str:
    return " ".join(term.id for term in terms)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<p>In escrow.</p>", "<p>In [escrow: escrow].</p>\nescrow"),
        ("<p>Escrow is kept.</p>", "<p>[escrow: Escrow] is kept.</p>\nescrow"),
        ("<p>The project funds.</p>", "<p>The [escrow: project funds].</p>\nescrow"),
        ("<p>A late fee, a fee.</p>", "<p>A [late-fee: late fee], a [fee: fee].</p>\nlate-fee fee"),
        ("<p>Two agencies pay fees.</p>", "<p>Two [agency: agencies] pay [fee: fees].</p>\nagency fee"),
        ("<p>R&amp;D</p>", "<p>[r-and-d: R&amp;D]</p>\nr-and-d"),
        ("<p>It connects. Connects.</p>", "<p>It connects. [connects: Connects].</p>\nconnects"),
        ("<p>Coffee, fee-free, prefee</p>", "<p>Coffee, fee-free, prefee</p>"),
        ("<p>a < escrow", "<p>a < [escrow: escrow]\nescrow"),
    ],
)
def test_words_are_found_as_they_are_written(body: str, shown: str) -> None:
    assert explain(body) == shown


def test_a_term_is_explained_once_a_section_and_told_once_a_page() -> None:
    shown = explain("<p>fee fee</p>\n\n## Fee\n\n<p>fee</p>\n\n### More\n\n<p>fee</p>\n")
    assert shown == "<p>[fee: fee] fee</p>\n\n## Fee\n\n<p>[fee: fee]</p>\n\n### More\n\n<p>fee</p>\n\nfee"


@pytest.mark.parametrize(
    "body",
    [
        "# A fee\n",
        "<h3>A fee <em>fee</em> fee</h3>",
        '<a href="fee/">The <em>fee</em> fee</a>',
        "<form><p>A fee</p><label>Fee</label></form>",
        "<summary>A fee</summary>",
        "<code>fee</code>",
        '<p title="fee">No</p>',
        '??? note "fee"\n\n    ``` python\n    fee = 1\n\n    fee < 2\n    ```\n',
    ],
)
def test_headings_links_code_and_forms_stay_as_they_are(body: str) -> None:
    assert explain(body) == body


def test_after_a_fold_words_are_explained_again() -> None:
    assert explain('??? note "fee"\n\n    fee\n\n<p>fee</p>\n').endswith("<p>[fee: fee]</p>\n\nfee")


def test_without_a_glossary_the_page_stays_as_it_is() -> None:
    assert explained(FRONT + "<p>fee</p>", [], ids) == FRONT + "<p>fee</p>"


def test_a_word_opens_and_closes_by_keyboard_and_by_touch(served: str, browser: Browser) -> None:
    with metered(browser, served, 320, "light") as page:
        page.goto(f"{served}/payments/fixed-price-payday/")
        word = page.locator("button.term").first
        says = page.locator(f"#{word.get_attribute('popovertarget')}")
        expect(says).to_be_hidden()
        word.focus()
        page.keyboard.press("Enter")
        expect(says).to_be_visible()
        page.keyboard.press("Tab")
        expect(says.locator("a")).to_be_focused()
        page.keyboard.press("Escape")
        expect(says).to_be_hidden()
        expect(word).to_be_focused()
        word.click()
        expect(says).to_be_visible()
        box = says.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        page.mouse.click(5, 300)
        expect(says).to_be_hidden()


def test_a_word_opens_without_script(served: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served}/payments/fixed-price-payday/")
        page.locator("button.term").first.click()
        expect(page.locator(".term-says:popover-open")).to_have_count(1)


def test_what_words_mean_is_not_found_by_search(site: Path) -> None:
    assert "More in the glossary" not in (site / "search" / "search_index.json").read_text("utf-8")
