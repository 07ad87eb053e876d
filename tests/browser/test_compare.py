"""Two cases side by side in Chromium: from a rule's page, from a link, by keyboard, on a phone, and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.visit import Visit
from tests.site.test_accessibility import WIDER, Scheme, metered, violations

# What follows an answer is looked at here.
pytestmark = pytest.mark.natively

SERVICE = "compare/#rule=service-fee&one.amount=600&one.billed_before=0&one.paid_on=2021-06-01"
BOTH = f"{SERVICE}&two.amount=600&two.paid_on=2024-06-01"
PLAN = "monthly_billing=1000&client_rate=5%25&met_on=2026-01-01&highest_rate=50&met_outside=no&offered_on=2026-01-02"


def compared(page: Page) -> Locator:
    return page.locator(".compare-result")


def case(page: Page, index: int) -> Locator:
    return page.locator(".compare-case").nth(index)


def is_in(page: Page, state: str) -> None:
    expect(page.locator("policy-compare")).to_have_attribute("state", state)


def plan(side: str, leaving_on: str) -> str:
    fields = f"{PLAN}&contract_rate=10%25&leaving_on={leaving_on}".split("&")
    return "&".join(f"{side}.{field}" for field in fields)


def test_a_rules_page_takes_its_answers_along_into_both_cases(visit: Visit) -> None:
    visit.open("fees/service-fee/#amount=600&billed_before=0&paid_on=2021-06-01").is_in("answered")
    visit.page.get_by_role("link", name="Compare with another case").click()
    is_in(visit.page, "answered")
    expect(compared(visit.page).get_by_role("row", name="Service fee").first).to_contain_text("The same in both.")
    case(visit.page, 1).locator("[name=paid_on]").fill("2024-06-01")
    expect(compared(visit.page)).to_contain_text("$50.00 more in “First case”.")
    expect(visit.page.get_by_role("status").first).to_contain_text("$50.00 more in “First case”.")


def test_texts_are_taken_along_and_kept_but_stand_in_no_link(visit: Visit) -> None:
    page = visit.page
    visit.open("leaving/message-check/")
    visit.type({"message": "Add me on WhatsApp."})
    visit.press()
    visit.type({"contract_started": "no"})
    expect(visit.answer).to_contain_text("This message is not allowed")
    page.get_by_role("link", name="Compare with another case").click()
    is_in(page, "answered")
    case(page, 1).locator("[name=message]").fill("Write to me here.")
    expect(compared(page)).to_contain_text("This message breaks no published rule")
    for _ in ("as typed", "as kept"):
        expect(case(page, 0).locator("[name=message]")).to_have_value("Add me on WhatsApp.")
        expect(case(page, 1).locator("[name=message]")).to_have_value("Write to me here.")
        assert "me" not in page.evaluate("location.hash").replace("message-check", "")
        page.reload()
        is_in(page, "answered")
    page.get_by_role("link", name="Every step of this case (Second case)").click()
    expect(visit.calculator.locator("[name=message]")).to_have_value("Write to me here.")
    assert "here" not in page.url


def test_a_link_restores_both_cases(visit: Visit) -> None:
    visit.page.goto(f"{visit.guide}/{BOTH}")
    is_in(visit.page, "answered")
    expect(case(visit.page, 0).locator("[name=paid_on]")).to_have_value("2021-06-01")
    expect(case(visit.page, 1).locator("[name=paid_on]")).to_have_value("2024-06-01")
    day = case(visit.page, 0).locator(".calculator-day")
    expect(day).to_have_text("Your day falls in a time that is known: 21 June 2016 to 2 May 2023.")
    expect(compared(visit.page)).to_contain_text("Read otherwise (One rate for the whole payment)")
    case(visit.page, 1).locator("[name=amount]").fill("700")
    expect(compared(visit.page)).to_contain_text("$40.00 more")
    visit.page.reload()
    is_in(visit.page, "answered")
    expect(case(visit.page, 1).locator("[name=amount]")).to_have_value("700")


def test_by_keyboard_what_is_missing_or_mistaken_takes_the_focus(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.guide}/{SERVICE}")
    is_in(page, "ready")
    case(page, 1).locator("[name=amount]").fill("1.250")
    case(page, 1).locator("[name=amount]").press("Enter")
    is_in(page, "mistaken")
    expect(case(page, 1).locator(".calculator-summary")).to_be_focused()
    expect(case(page, 1).locator(".calculator-summary")).to_contain_text("can be read in two ways")
    assert violations(page) == []
    case(page, 1).locator("[name=amount]").fill("700")
    case(page, 1).locator("[name=paid_on]").fill("2021-06-01")
    case(page, 1).locator("[name=paid_on]").press("Enter")
    expect(case(page, 1).locator("[name=billed_before]")).to_be_focused()
    page.keyboard.type("0")
    page.keyboard.press("Enter")
    expect(compared(page)).to_be_focused()
    expect(compared(page)).to_contain_text("$10.00 more in “Second case”.")


def test_stay_or_leave_puts_three_rules_together(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.guide}/compare/")
    page.get_by_role("link", name="Stay with this client on Upwork, or leave?").click()
    expect(case(page, 0)).to_contain_text("When did you and this client first meet on Upwork?")
    assert case(page, 0).locator("[name=conversion_fee]").count() == 0
    page.goto(f"{visit.guide}/compare/#compare=stay-or-leave&{plan('one', '2026-11-26')}&{plan('two', '2028-01-26')}")
    is_in(page, "answered")
    expect(compared(page).get_by_role("row", name="Conversion fee")).to_contain_text("$14,039.00 more in “Leave now”.")
    expect(compared(page).get_by_role("row", name="Saved in a month").first).to_contain_text("The same in both.")
    compared(page).get_by_role("link", name="Every step of this case (Leave now)").click()
    expect(visit.calculator).to_have_attribute("state", "answered")
    expect(visit.answer).to_contain_text("93.6")


def test_a_link_that_names_nothing_known_is_told(visit: Visit) -> None:
    visit.page.goto(f"{visit.guide}/compare/#rule=no-such-rule")
    expect(visit.page.locator(".clients-words")).to_contain_text("does not know")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_state_is_accessible_and_fits(width: int, served: str, browser: Browser) -> None:
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        with metered(browser, served, width, scheme) as page:
            page.goto(
                f"{served}/compare/#compare=stay-or-leave&{plan('one', '2026-11-26')}&{plan('two', '2028-01-26')}"
            )
            is_in(page, "answered")
            assert page.evaluate(WIDER) == []
            tops = [case(page, index).bounding_box() for index in (0, 1)]
            assert tops[0] is not None
            assert tops[1] is not None
            assert (tops[0]["y"] == tops[1]["y"]) == (width == 1280)
            assert violations(page) == []


def test_without_script_the_page_says_what_it_would_do_and_what_to_use(served: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served}/compare/")
        expect(page.get_by_text("Without JavaScript, open one question in two windows")).to_be_visible()
