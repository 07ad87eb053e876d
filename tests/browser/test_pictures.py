"""Pictures in a real browser: there before any script, drawn again with the reader's own case, and nothing jumps."""

from __future__ import annotations

import json
from datetime import date

import pytest
from playwright.sync_api import Browser, expect

from calculators.calls import call
from tests.browser.visit import RUNTIME, Visit

# What follows an answer is looked at here.
pytestmark = pytest.mark.natively

BANDS = {"amount": "600", "paid_on": "2021-06-01", "billed_before": "0"}
SHIFTS = """() => {
  window.shifts = [];
  const note = (one) => one.hadRecentInput || window.shifts.push(one.value);
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: "layout-shift", buffered: true });
}"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".picture-svg text")]
  .filter((text) => text.checkVisibility())
  .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""
DRAW = f"""async ([question]) => {{
  const {{ runtime }} = await {RUNTIME};
  return runtime.call("picture", question);
}}"""
HOSTILE = "<b>bold</b><script>window.ran = true</script>"
# The worker's words replaced by such as it never says: markup in every text, and in the first picture no drawing.
CHANGED = f"""async ([texts]) => {{
  const {{ runtime }} = await {RUNTIME};
  const call = runtime.call.bind(runtime);
  runtime.call = async (name, question) => {{
    const text = await call(name, question);
    if (name !== "picture") return text;
    const said = JSON.parse(text);
    const wide = question.picture === "1" ? "<p>no drawing" : said.wide;
    return JSON.stringify({{ ...said, title: texts, notes: [texts], table: [[texts], [texts]], wide }});
  }};
}}"""


@pytest.mark.parametrize("width", [320, 1280])
def test_without_script_pictures_stand_there_with_their_numbers(width: int, served: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{served}/fees/service-fee/")
        drawings = page.locator(".picture .picture-svg:visible")
        expect(drawings).to_have_count(page.locator(".picture").count())
        assert ("picture-wide" in str(drawings.first.get_attribute("class"))) == (width == 1280)
        page.get_by_text("The numbers of this picture").first.click()
        expect(page.locator(".picture table").first).to_contain_text("$600.00 (the example)")


def test_an_answer_draws_the_readers_own_case_as_python_does_here(visit: Visit) -> None:
    visit.open("fees/service-fee/")
    first = visit.page.locator(".picture").first
    expect(first).to_contain_text("The example")
    visit.page.evaluate(SHIFTS)
    visit.type({**BANDS, "amount": "11000"})
    visit.press()
    visit.is_in("answered")
    expect(first.locator(".picture-svg:visible")).to_contain_text("You are here")
    expect(first.locator(".picture-svg:visible")).to_contain_text("$11,000: $1,100.00")
    expect(first.locator(".picture-about")).to_have_text("Your case.")
    today = date.today().isoformat()  # noqa: DTZ011  # the reader's own day
    question: dict[str, object] = {
        "rule": "service-fee",
        "typed": {**BANDS, "amount": "11000"},
        "today": today,
        "reading": "",
    }
    question |= {"picture": "1", "yours": True}
    native = call("picture", json.dumps(question))
    assert visit.page.evaluate(DRAW, [question]) == native
    assert sum(visit.page.evaluate("window.shifts")) <= 0.02


def test_what_is_typed_next_marks_the_picture_and_a_mistake_brings_the_example_back(visit: Visit) -> None:
    visit.open("fees/service-fee/")
    visit.type(BANDS)
    visit.press()
    first = visit.page.locator(".picture").first
    expect(first).to_contain_text("You are here")
    visit.calculator.locator("[name=amount]").press_sequentially("0")
    expect(first).to_contain_text("$6,000")
    visit.type({"amount": "1.250"})
    expect(first).to_have_attribute("data-stale", "")
    visit.is_in("mistaken")
    expect(first).to_contain_text("The example")
    expect(first).not_to_have_attribute("data-stale", "")


def test_days_are_drawn_with_the_readers_today(visit: Visit) -> None:
    visit.open("leaving/free-date/")
    visit.type({"met_on": str(date.today().replace(day=1, month=1))})  # noqa: DTZ011  # the reader's own day
    visit.press()
    expect(visit.page.locator(".picture[data-picture=days] .picture-svg:visible")).to_contain_text("Today")


@pytest.mark.parametrize("width", [320, 680, 1280])
def test_texts_in_pictures_are_at_least_twelve_pixels_high(width: int, visit: Visit) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    for path in ("fees/platform-comparison/", "leaving/free-date/"):
        visit.page.goto(f"{visit.guide}/{path}")
        assert visit.page.evaluate(SMALLEST) >= 12
        assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_markup_in_a_picture_is_refused_and_in_its_texts_stays_text(visit: Visit) -> None:
    """The worker's words are put into the page as a drawing; what is no drawing leaves the example where it is."""
    visit.open("fees/service-fee/")
    visit.page.evaluate(CHANGED, [HOSTILE])
    visit.type(BANDS)
    visit.press()
    second = visit.page.locator(".picture").nth(1)
    expect(second.locator(".picture-title")).to_have_text(HOSTILE)
    expect(visit.page.locator(".picture").first).to_contain_text("The example")
    assert visit.page.locator(".picture b, .picture script").count() == 0
    assert visit.page.evaluate("window.ran") is None
