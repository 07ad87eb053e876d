"""Nothing typed is lost by a reload, a way back, another page or a link; all of it goes when the reader says so."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.test_reader import publish_here
from tests.browser.visit import Visit

PAGE = "fees/service-fee/"
GIVEN = {"amount": "600", "paid_on": "2021-06-01", "billed_before": "0"}
LINK = "#amount=600&billed_before=0&paid_on=2021-06-01"
OTHER = "#amount=100&paid_on=2024-03-01"
ANSWER = "Upwork takes $110.00 of $600.00; you keep $490.00."
BLOCKED = (
    "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
)

# What follows an answer is looked at here.
pytestmark = pytest.mark.natively


def kept(visit: Visit) -> dict[str, dict[str, str]]:
    """What the browser keeps of this rule for this tab."""
    text = visit.page.evaluate("sessionStorage.getItem('smallprint service-fee')")
    found: dict[str, dict[str, str]] = json.loads(text) if text else {}
    return found


def test_a_reload_brings_the_answers_and_the_answer_back(visit: Visit) -> None:
    visit.open(PAGE)
    visit.type({"amount": "600", "paid_on": "2021-06-01"})
    visit.press()
    visit.is_in("answered")
    visit.type({"billed_before": "0"})
    expect(visit.answer).to_contain_text(ANSWER)
    visit.page.reload()
    for name, value in GIVEN.items():
        expect(visit.page.locator(f"[name={name}]")).to_have_value(value)
    expect(visit.answer).to_contain_text(ANSWER)


def test_what_was_typed_before_the_first_press_is_kept_too(visit: Visit) -> None:
    visit.open("leaving/message-check/")
    words = 'Write me at "me (at) example.com"\nand <b>pay</b> me there\n'
    visit.type({"message": words})
    visit.page.reload()
    expect(visit.page.locator("[name=message]")).to_have_value(words)
    expect(visit.answer).to_contain_text("The answer appears here.")


def test_it_is_kept_over_other_pages_and_the_way_back(visit: Visit) -> None:
    visit.page.route("**/sitemap.xml", publish_here)
    visit.open(PAGE)
    visit.type({"amount": "600", "paid_on": "2021-06-01"})
    visit.page.evaluate("window.sameVisit = true")
    visit.page.get_by_role("link", name=re.compile("charge to keep")).first.click()
    expect(visit.calculator).to_have_attribute("rule", "price-to-net")
    expect(visit.page.locator("[name=paid_on]")).to_have_value("")
    visit.page.go_back()
    expect(visit.calculator).to_have_attribute("rule", "service-fee")
    expect(visit.page.locator("[name=amount]")).to_have_value("600")
    assert visit.page.evaluate("window.sameVisit")


def test_a_link_replaces_what_was_typed_and_that_can_be_brought_back(visit: Visit) -> None:
    visit.open(PAGE)
    visit.type({"amount": "77", "paid_on": "2024-03-01"})
    visit.page.evaluate(f"location.hash = '{LINK}'")
    expect(visit.answer).to_contain_text(ANSWER)
    visit.calculator.get_by_role("button", name="Bring back what I had typed").click()
    expect(visit.page.locator("[name=amount]")).to_have_value("77")
    expect(visit.answer).to_contain_text("$77.00")
    visit.calculator.get_by_role("button", name="Fill in the link's answers again").click()
    expect(visit.answer).to_contain_text(ANSWER)


def test_a_change_to_what_a_link_filled_in_survives_a_reload(visit: Visit) -> None:
    visit.open(PAGE + LINK).is_in("answered")
    visit.type({"amount": "700"})
    expect(visit.answer).to_contain_text("$700.00")
    visit.page.reload()
    expect(visit.answer).to_contain_text("$700.00")
    visit.calculator.get_by_role("button", name="Fill in the link's answers again").click()
    expect(visit.answer).to_contain_text(ANSWER)


def test_another_link_to_the_same_page_is_followed(visit: Visit) -> None:
    visit.open(PAGE + LINK).is_in("answered")
    visit.page.goto(f"{visit.guide}/{PAGE}{OTHER}")
    expect(visit.answer).to_contain_text("Upwork takes $10.00 of $100.00")


def test_the_reader_clears_it_all(visit: Visit) -> None:
    visit.open(PAGE + LINK).is_in("answered")
    visit.calculator.get_by_role("button", name="Clear my answers").click()
    expect(visit.page.locator("[name=amount]")).to_have_value("")
    expect(visit.question("billed_before")).to_be_hidden()
    expect(visit.answer).to_contain_text("The answer appears here.")
    expect(visit.words).to_contain_text(re.compile("cleared|kept in this tab only"))
    assert kept(visit) == {}
    assert "#" not in visit.page.url
    visit.page.reload()
    expect(visit.page.locator("[name=amount]")).to_have_value("")


def test_it_says_where_it_is_kept_and_keeps_no_day_that_filled_itself_in(visit: Visit) -> None:
    visit.open("fees/withdrawal-fee/")
    expect(visit.words).to_contain_text("kept in this tab only, until you close or clear it, and is sent nowhere")
    visit.type({"amount": "600"})
    text = visit.page.evaluate("sessionStorage.getItem('smallprint withdrawal-fee')")
    assert json.loads(text)["typed"] == {"amount": "600"}
    expect(visit.page.locator("[name=withdrawn_on]")).to_have_value(date.today().isoformat())  # noqa: DTZ011
    assert visit.page.evaluate("localStorage.length") <= 1  # the theme's own choice of colours
    assert visit.page.context.cookies() == []


def test_where_nothing_may_be_kept_it_works_all_the_same(visit: Visit) -> None:
    said: list[str] = []
    visit.page.on("pageerror", lambda error: said.append(str(error)))
    visit.page.add_init_script(BLOCKED)
    visit.open(PAGE)
    visit.type({"amount": "100", "paid_on": "2024-03-01"})
    visit.press()
    expect(visit.answer).to_contain_text("Upwork takes $10.00 of $100.00")
    assert [words for words in said if "smallprint" in words or "calculator" in words] == []
