"""With the keyboard alone: from the home page to an answer, on to another and back; focus is seen and never held."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.states import READINGS_DIFFER
from tests.browser.visit import Visit

# What follows an answer is looked at here.
pytestmark = pytest.mark.natively

MOST_STEPS = 1000
# Where the focus is: which element, whether it is the one that is wanted, whether one sees that it has it, whether the
# header or the window's edge hides it.
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  if (one !== window.focusedBefore) window.focusSteps = (window.focusSteps ?? 0) + 1;
  window.focusedBefore = one;
  const drawn = one.matches("[type=radio], .md-toggle") ? one.closest("label") ?? one : one;
  const { top, bottom } = drawn.getBoundingClientRect();
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
  const header = document.querySelector("header.md-header");
  return {
    step: window.focusSteps,
    there: one === window.focusWanted,
    html: one.outerHTML.slice(0, 160),
    seen: (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none",
    hidden: !header.contains(one) && !one.closest(".md-skip, .md-sidebar")
      && (bottom <= header.getBoundingClientRect().bottom || top >= innerHeight),
  };
}"""
type Focus = dict[str, object]


@pytest.fixture(params=[320, 1280])
def reader(request: pytest.FixtureRequest, visit: Visit) -> Visit:
    """A visit on a phone with a keyboard, and on a desk."""
    visit.page.set_viewport_size({"width": request.param, "height": 800})
    return visit


def test_from_the_home_page_to_an_answer_to_what_would_change_it_and_back(reader: Visit) -> None:
    page = reader.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{reader.guide}/")
    follow(page, page.get_by_role("link", name="What will this cost?", exact=True).first)
    situation = page.url
    follow(page, page.get_by_role("link", name="Use your own amount").first)
    expect(reader.calculator).to_have_attribute("rule", "service-fee")
    reader.is_in("answered")
    first = reader.answer.locator(".sentence").first.inner_text()
    change = reader.answer.locator("ul.matters a").first
    expect(change).to_be_visible()
    press(page, change)
    expect(reader.answer).to_be_focused()
    expect(reader.answer.locator(".sentence").first).not_to_have_text(first)
    press(page, reader.answer.get_by_role("button", name="Copy link"))
    expect(reader.answer.locator(".calculator-copied")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()").startswith(page.url)
    page.go_back()
    expect(reader.answer.locator(".sentence").first).to_have_text(first)
    page.go_back()
    expect(page).to_have_url(situation)


def test_nothing_holds_the_focus_and_it_is_seen_everywhere(reader: Visit) -> None:
    READINGS_DIFFER.open(reader)
    reader.page.wait_for_load_state("networkidle")
    reader.calculator.locator("[name=amount]").focus()
    steps = list(tabbed(reader.page))
    assert len(steps) < MOST_STEPS, "the end of the page is never reached"
    assert [one["html"] for one in steps if not one["seen"]] == []
    assert [one["html"] for one in steps if one["hidden"]] == []
    assert any("Copy link" in str(one["html"]) for one in steps)
    assert any("Suggest a change" in str(one["html"]) or "/edit/" in str(one["html"]) for one in steps)


def follow(page: Page, link: Locator) -> None:
    """Go to a link with the Tab key, follow it with Enter, and wait until its page is there."""
    leads_to = link.evaluate("link => link.href")
    press(page, link)
    page.wait_for_url(leads_to)


def press(page: Page, wanted: Locator) -> None:
    """Go to a link or button with the Tab key alone, and press Enter. On the way all that has the focus is seen."""
    wanted.evaluate("one => { window.focusWanted = one; }")
    steps = list(tabbed(page))
    expect(wanted).to_be_focused()
    assert [one["html"] for one in steps if one["hidden"] or not one["seen"]] == []
    page.keyboard.press("Enter")


def tabbed(page: Page) -> Iterator[Focus]:
    """Each place the focus comes to, until it is the wanted one or leaves the page. It moves with every press."""
    before: object = None
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        focus: Focus | None = page.evaluate(FOCUS)
        if focus is None:
            return
        assert focus["step"] != before, f"held by {focus['html']}"
        before = focus["step"]
        yield focus
        if focus["there"]:
            return
