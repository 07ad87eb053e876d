"""What lies around an answer, in the page: it comes after the answer, goes with it, and its links ask anew."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.visit import METERED, RUNTIME, Visit
from tests.site.test_accessibility import WIDER, Scheme, violations

# What follows an answer is looked at here.
pytestmark = pytest.mark.natively

PAGE = "leaving/conversion-fee/"
LEAVING = "#met_on=2025-03-05&leaving_on=2027-01-23&highest_rate=50&met_outside=no"
LATER = "Day of leaving: 41 days later, on 5 March 2027"


def around(visit: Visit) -> Locator:
    return visit.answer.locator(".calculator-around")


def test_what_would_change_the_answer_is_told_and_a_link_changes_it(visit: Visit) -> None:
    visit.open(f"{PAGE}{LEAVING}").is_in("answered")
    expect(around(visit).get_by_role("heading")).to_have_text(
        ["What would change this", "Where the readings agree", "What changed over the years"]
    )
    later = around(visit).get_by_role("listitem").filter(has_text=LATER)
    expect(later).to_contain_text("Conversion fee $1.00")
    visit.page.keyboard.press("Tab")
    later.get_by_role("link").focus()
    visit.page.keyboard.press("Enter")
    expect(visit.answer.locator(".calculator-figures dd").first).to_have_text("$1.00")
    expect(visit.calculator.locator("[name=leaving_on]")).to_have_value(re.compile("2027-03-05|5 March 2027"))
    expect(visit.answer).to_be_focused()
    expect(around(visit)).to_contain_text("Day of leaving: 1 day earlier, on 4 March 2027")
    visit.page.go_back()
    expect(visit.answer.locator(".calculator-figures dd").first).to_have_text("$14,040.00")


def test_it_was_otherwise_over_the_years_and_says_what_changed(visit: Visit) -> None:
    visit.open(f"{PAGE}{LEAVING}").is_in("answered")
    rows = around(visit).locator("ol.versions > li")
    expect(rows).to_have_count(3)
    expect(rows.nth(0)).to_contain_text("Since 1 May 2022 (your day)")
    expect(rows.nth(0)).to_contain_text("Share of a year's work: 13.5% instead of 12%.")
    expect(rows.nth(1)).to_contain_text("Conversion fee $12,480.00")
    expect(rows.nth(2)).to_contain_text("Not known.")


def test_typing_comes_first_and_what_was_told_goes_with_its_answer(visit: Visit) -> None:
    visit.open(f"{PAGE}{LEAVING}").is_in("answered")
    expect(around(visit)).to_contain_text(LATER)
    visit.type({"leaving_on": "2027-01-24"})
    expect(around(visit)).to_contain_text("Day of leaving: 40 days later, on 5 March 2027")
    expect(around(visit)).to_have_count(1)
    assert LATER not in around(visit).inner_text()


def test_an_answer_does_not_wait_for_it_and_nothing_is_told_of_a_mistake(visit: Visit) -> None:
    visit.open(f"{PAGE}{LEAVING}").is_in("answered")
    visit.page.evaluate(
        f"""async () => {{
          const {{ runtime }} = await {RUNTIME};
          const call = runtime.call.bind(runtime);
          runtime.call = (name, question) => name === "explore" ? new Promise(() => {{}}) : call(name, question);
        }}"""
    )
    visit.type({"leaving_on": "2027-03-05"})
    expect(visit.answer).to_contain_text("$1.00")
    expect(around(visit)).to_have_text("")
    visit.type({"leaving_on": "2024-01-01"})
    visit.is_in("mistaken")
    expect(around(visit)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_accessible_light_and_dark_wide_and_narrow(
    browser: Browser, served: str, scheme: Scheme, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    context.add_init_script(METERED)
    visit = Visit(context.new_page(), served).open(f"{PAGE}{LEAVING}")
    expect(around(visit)).to_contain_text(LATER)
    assert visit.page.evaluate(WIDER) == []
    # The parts above it have tests of their own.
    assert violations(visit.page, within=".calculator-around") == []
    context.close()
