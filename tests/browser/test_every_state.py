"""Every state of a calculator, on a phone and a desk, light and dark: WCAG 2.2 AA by axe, labels, targets, pictures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.screenshots import take
from tests.browser.states import STATES
from tests.browser.visit import Visit, window
from tests.site.test_accessibility import AT_ONCE, LOOKS, UNLABELLED, WIDER, WIDTHS, turn_to, violations

# What one presses, a label with its field. Links and explained words stand in running text, which WCAG excepts.
SMALL = """() => [...document.querySelectorAll("policy-calculator :is(button, input, textarea, summary)")]
  .filter((one) => one.checkVisibility() && !one.matches(".term"))
  .map((one) => [one, (one.matches("[type=radio]") ? one.closest("label") : one).getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 24 || height < 24)
  .map(([one, { width, height }]) => `${width}x${height}: ${one.outerHTML.slice(0, 200)}`)"""

UNFOLD = """() => document.querySelectorAll(":is(policy-calculator, .pictures) details").forEach((one) => {
  one.open = true;
})"""
# What is about the reader's own case. The rest of a page is the same in every state, and tested by itself.
OWN = "policy-calculator, .pictures"
# What one state leaves behind shows in no other: folds that axe was shown the inside of, and what the tab keeps.
TIDY = """() => {
  document.querySelectorAll(":is(policy-calculator, .pictures) details").forEach((one) => { one.open = false; });
  sessionStorage.clear();
}"""


@pytest.fixture
def reader(browser: Browser, served: str) -> Iterator[Visit]:
    """One page, on which all states follow one another."""
    with window(browser) as context:
        yield Visit(context.new_page(), served)


@pytest.fixture
def answered(reader: Visit, served_natively: str) -> Visit:
    """The same where the calculators answer at once."""
    return Visit(reader.page, served_natively)


def test_a_link_leads_to_no_state_that_is_not_accessible(answered: Visit) -> None:
    found = []
    for state in STATES:
        answered.page.emulate_media(color_scheme="light")
        answered.page.set_viewport_size({"width": 1280, "height": 800})
        state.open(answered)
        found += looked_at(answered, state.name)
    assert found == []


def test_no_state_of_waiting_or_failing_is_inaccessible(reader: Visit) -> None:
    found = []
    reader.page.clock.install()
    reader.open("fees/service-fee/")
    found += looked_at(reader, "static")
    with reader.held_back("wasm"):
        ask_anew(reader)
        reader.is_in("loading")
        reader.page.clock.run_for(1_000)
        expect(reader.calculator.get_by_role("progressbar")).to_be_visible()
        found += looked_at(reader, "loading")
        reader.page.clock.run_for(8_000)
        expect(reader.words).to_contain_text("Still downloading")
        found += looked_at(reader, "slow")
        reader.page.clock.run_for(22_000)
        reader.is_in("failed")
        found += looked_at(reader, "failed-too-long")
    with reader.blocked("bundle"):
        ask_anew(reader)
        reader.is_in("failed")
        expect(reader.words).to_contain_text("could not be started")
        found += looked_at(reader, "failed-no-connection")
    assert found == []


def ask_anew(visit: Visit) -> None:
    """Load the page again, fill its form in and press."""
    visit.page.reload()
    expect(visit.button).to_be_enabled()
    visit.type({"amount": "600", "paid_on": "2021-06-01"})
    visit.press()


def looked_at(visit: Visit, name: str) -> list[str]:
    """What is wrong with the page as it stands; its pictures are taken first: for axe it is unfolded and shortened."""
    page = visit.page
    page.add_style_tag(content=AT_ONCE)
    take(page, f"state-{name}", visit.calculator, [("light", 1280), ("dark", 320)])
    wrong = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        wrong += [f"cannot be pressed easily: {one}" for one in page.evaluate(SMALL)]
        wrong += [f"has no label one can see: {one}" for one in page.evaluate(UNLABELLED)]
        wrong += [f"is wider than the window: {one}" for one in page.evaluate(WIDER)[-1:]]
    page.evaluate(UNFOLD)
    for scheme, width, rules in LOOKS:
        turn_to(page, scheme, width)
        wrong += [f"at {width} px in {scheme} {one}" for one in violations(page, rules, OWN)]
    page.evaluate(TIDY)
    return [f"{name} {one}" for one in wrong]
