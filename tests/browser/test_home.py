"""From the home page to the answer, on a phone: each of the six questions takes at most three steps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visit import METERED

# What follows an answer is looked at here.
pytestmark = pytest.mark.natively

MOST_STEPS = 3
WIDTH = 320

# The question, the links that a reader follows from there, and what stands there then: in the calculator's answer where
# the last link fills in its form, else in the page's first sentence.
WAYS = [
    ("A client wants to leave the platform", ["Use your own date"], "10 February 2027"),
    ("When do I get my money?", ["Use your own date"], "withdraw it from 21 November 2026"),
    ("What will this cost?", ["Use your own amount"], "Upwork takes $150.00 of $1,000.00"),
    ("I am suspended", ["A temporary hold"], "Withdraw money"),
    ("My client went silent", ["When does silence pay me?"], "if the client says nothing"),
    ("Is this a scam?", [], "walk away"),
]


@pytest.fixture
def phone(browser: Browser, served: str) -> Iterator[Page]:
    """The home page on the narrowest phone, on a metered connection. No other host may be asked."""
    with browser.new_context(viewport={"width": WIDTH, "height": 640}, has_touch=True) as context:
        context.add_init_script(METERED)
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.goto(f"{served}/")
        yield page
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []


@pytest.mark.parametrize(("question", "links", "answer"), WAYS, ids=[question for question, *_ in WAYS])
def test_the_answer_is_at_most_three_steps_away(question: str, links: list[str], answer: str, phone: Page) -> None:
    steps = [question, *links]
    assert len(steps) <= MOST_STEPS
    for step in steps:
        link = phone.locator(".md-content").get_by_role("link", name=step, exact=True).first
        leads_to = link.evaluate("link => link.href")
        link.tap()
        phone.wait_for_url(leads_to)
    filled_in = "=" in phone.url
    place = phone.locator(".calculator-answer" if filled_in else ".rule-head .short")
    expect(place).to_contain_text(answer, timeout=30_000)
    assert phone.evaluate("document.documentElement.scrollWidth") <= WIDTH


def test_the_questions_stand_first_and_keep_their_place(phone: Page) -> None:
    """A worried reader sees the first on the first screen, and finds each as a link of its own."""
    first = phone.locator(".md-content").get_by_role("link").first
    expect(first).to_have_accessible_name(WAYS[0][0])
    expect(first).to_be_in_viewport()
    asked = phone.locator("ul.starts").get_by_role("link").all_inner_texts()
    assert asked == [question for question, *_ in WAYS]


def test_a_guide_opened_at_its_part_shows_that_part(phone: Page) -> None:
    phone.get_by_role("link", name="My client went silent", exact=True).tap()
    expect(phone.get_by_role("heading", name="Your client went silent")).to_be_in_viewport()
