"""Nothing jumps: what moves by itself is less than a layout shift of 0.02; and every state passes axe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from calculators.rules import RULES
from tests.browser.visit import METERED, Visit
from tests.site.test_accessibility import WIDER, violations

MOST = 0.02
# Too small to be seen: words that are written anew where they stand.
NOTHING = 0.001
# What moves within half a second of a key or a touch is what the reader asked for, and does not count.
WATCH = """window.moved = 0; new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.moved += one.value;
}).observe({ type: "layout-shift", buffered: true })"""
FEE = "fees/service-fee/#amount=600&billed_before=0&paid_on=2021-06-01"
SHORT = "fees/service-fee/#amount=600&paid_on=2023-08-01&rule.unsure=was_at_5_percent"
# How much of the answer's place is kept for nothing: below the window's end, and at all.
KEPT = """() => {
  const place = document.querySelector(".calculator-answer");
  const { bottom } = place.getBoundingClientRect();
  const empty = bottom - place.lastElementChild.getBoundingClientRect().bottom;
  return [Math.min(empty, bottom - innerHeight), empty].map(Math.round);
}"""
# Its own padding.
NO_MORE = 30
CHECK = "#asks_outside_at_once=no&big_future_promises=no&new_client=yes&pushy=yes&small_job_first=no"


@pytest.fixture(params=[320, 1280])
def watched(request: pytest.FixtureRequest, browser: Browser, served: str) -> Iterator[Visit]:
    """A visit on a phone and on a desk, on which is measured what moves."""
    with browser.new_context(viewport={"width": request.param, "height": 800}) as context:
        context.add_init_script(METERED)
        context.add_init_script(WATCH)
        yield Visit(context.new_page(), served)


@pytest.fixture
def answered(watched: Visit, served_natively: str) -> Visit:
    """The same where the calculators answer at once: how Python starts is watched by the tests that hold it back."""
    return Visit(watched.page, served_natively)


def moved(visit: Visit) -> float:
    """How much has moved, when everything has had time to."""
    visit.page.wait_for_timeout(800)
    found: float = visit.page.evaluate("window.moved")
    return found


@pytest.mark.parametrize("page", [FEE, SHORT, f"leaving/scam-signals/{CHECK}"])
def test_a_link_that_brings_an_answer_moves_nothing(page: str, answered: Visit) -> None:
    answered.open(page).is_in("answered")
    assert moved(answered) < MOST
    assert answered.page.evaluate(KEPT)[0] <= NO_MORE
    answered.page.reload()
    answered.is_in("answered")
    assert moved(answered) < MOST
    # Neither does looking on, by which what was kept for the answer is given up.
    for way in (200, 4_000, -5_000):
        answered.page.mouse.wheel(0, way)
        answered.page.wait_for_timeout(100)
    assert moved(answered) < MOST
    assert answered.page.evaluate(KEPT)[0] <= NO_MORE
    answered.page.keyboard.press("Shift")
    assert answered.page.evaluate(KEPT)[1] <= NO_MORE


def test_an_answer_worked_out_moves_nothing(answered: Visit) -> None:
    answered.open("fees/service-fee/")
    answered.type({"amount": "1,250.50", "paid_on": "3 May 2024"})
    answered.press()
    answered.is_in("answered")
    expect(answered.answer).to_contain_text("$1,250.50")
    assert moved(answered) < MOST
    assert answered.page.evaluate(KEPT)[0] <= NO_MORE
    answered.type({"amount": "700"})
    expect(answered.answer).to_contain_text("$700.00")
    assert moved(answered) < MOST


def test_the_start_moves_nothing_on_any_page(browser: Browser, site: Path, served_natively: str) -> None:
    with browser.new_context(viewport={"width": 320, "height": 800}) as context:
        context.add_init_script(METERED)
        context.add_init_script(WATCH)
        visit = Visit(context.new_page(), served_natively)
        moving = {}
        for rule in RULES:
            visit.page.goto(f"{visit.guide}/{page_of(site, rule)}")
            expect(visit.button).to_be_enabled()
            asked = visible(visit)
            visit.calculator.dispatch_event("pointerenter")  # starts it, and is no input that would excuse a move
            visit.is_in("ready")
            visit.page.wait_for_timeout(300)
            assert visible(visit) == asked, rule
            moving[rule] = float(visit.page.evaluate("window.moved"))
        assert {rule: much for rule, much in moving.items() if much > NOTHING} == {}


def test_pressed_before_it_is_ready_and_answered_moves_nothing(watched: Visit) -> None:
    with watched.held_back("wasm"):
        watched.open("leaving/conversion-fee/")
        watched.press()
        watched.is_in("loading")
        assert moved(watched) < MOST
    watched.is_in("answered")
    assert moved(watched) < MOST
    watched.question("met_outside").get_by_label("No", exact=True).check()
    expect(watched.question("met_on")).to_be_visible()
    watched.question("met_on").locator("input").press_sequentially("1 June 2025")
    expect(watched.question("highest_rate")).to_be_visible()
    watched.question("highest_rate").locator("input").press_sequentially("50")
    expect(watched.answer).to_contain_text("$")
    assert moved(watched) < MOST


def test_a_text_pressed_before_it_is_ready_moves_nothing(watched: Visit) -> None:
    with watched.held_back("wasm"):
        watched.open("leaving/message-check/")
        watched.calculator.locator("textarea").fill("Write to me at ann@example.com, I pay by PayPal.")
        watched.press()
        watched.is_in("loading")
        assert moved(watched) < MOST
    watched.is_in("answered")
    expect(watched.answer).to_contain_text("ann@example.com")
    assert moved(watched) < MOST


def page_of(site: Path, rule: str) -> str:
    """The path of a rule's page below the guide's address."""
    (page,) = (page for page in site.glob(f"*/{rule}/index.html") if page.parts[-3] != "embed")
    return f"{page.parent.relative_to(site).as_posix()}/"


def visible(visit: Visit) -> list[str]:
    """The names of the questions that are seen, also those that wait in a closed group."""
    names: list[str] = visit.calculator.locator("[data-input]:not([hidden])").evaluate_all(
        "questions => questions.filter((one) => !one.closest('[hidden]')).map((one) => one.dataset.input)"
    )
    return names


def test_a_text_to_copy_by_hand_is_accessible(browser: Browser, served: str) -> None:
    """Where a browser lends no clipboard; the other states are looked at in test_every_state.py."""
    with browser.new_context(viewport={"width": 320, "height": 800}) as context:
        context.add_init_script(METERED)
        context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        visit = Visit(context.new_page(), served)
        visit.open(FEE).is_in("answered")
        visit.answer.get_by_role("button", name="Copy as text").click()
        expect(visit.answer.locator("textarea")).to_be_focused()
        assert visit.page.evaluate(WIDER) == []
        assert violations(visit.page) == []
