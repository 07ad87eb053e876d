"""How a calculator asks: one thing at a time where there are many, both ways where a reader does not know."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit

# What comes of replies is looked at here.
pytestmark = pytest.mark.natively

CHECK = "leaving/scam-signals/"


def choose(visit: Visit, option: str) -> None:
    """Answer the question that is open, and go on."""
    visit.calculator.locator("fieldset:visible").get_by_label(option, exact=True).check()
    visit.press()
    expect(visit.calculator).to_have_attribute("state", re.compile("answered|mistaken"))


def test_a_check_of_many_things_asks_one_at_a_time_and_lists_what_was_answered(visit: Visit) -> None:
    visit.open(CHECK)
    shown = visit.calculator.locator("fieldset:visible")
    past = visit.calculator.locator(".calculator-past")
    expect(shown).to_have_count(1)
    expect(visit.button).to_have_text("Continue")
    choose(visit, "Yes")
    expect(shown).to_contain_text("press you to decide")
    expect(shown).to_have_count(1)
    expect(past).to_contain_text("Is the client new, without reviews or payments? Yes")
    expect(visit.page.locator("[name=pushy]").first).to_be_focused()
    for option in ("No", "Yes", "No", "No"):
        choose(visit, option)
    visit.is_in("answered")
    expect(shown).to_have_count(0)
    expect(past.locator("li")).to_have_count(5)
    expect(visit.answer.locator(".calculator-figures")).to_be_visible()
    before = visit.answer.locator(".calculator-figures dd").inner_text()

    past.get_by_role("button", name="Change: Did the client ask at once").click()
    expect(shown).to_have_count(1)
    expect(shown.get_by_label("Yes", exact=True)).to_be_focused()
    choose(visit, "No")
    expect(visit.answer.locator(".calculator-figures dd")).not_to_have_text(before)
    expect(shown).to_have_count(0)


def test_a_calculator_that_becomes_ready_meanwhile_takes_no_step_for_its_reader(visit: Visit) -> None:
    visit.open(CHECK)
    shown = visit.calculator.locator("fieldset:visible")
    first = shown.inner_text()
    with visit.page.expect_response("**/asked"):
        shown.get_by_label("Yes", exact=True).check()
    visit.page.wait_for_timeout(200)
    expect(shown).to_have_text(first, use_inner_text=True)
    visit.press()
    expect(shown).to_contain_text("press you to decide")


def test_a_step_without_an_answer_is_said_at_the_question(visit: Visit) -> None:
    visit.open(CHECK)
    visit.press()
    visit.is_in("mistaken")
    expect(visit.question("new_client").locator(".calculator-mistake")).to_have_text("Choose an answer.")
    expect(visit.calculator.locator(".calculator-summary")).to_be_focused()
    choose(visit, "No")
    expect(visit.calculator.locator(".calculator-summary")).to_be_hidden()
    expect(visit.question("pushy")).to_be_visible()


def test_the_steps_are_taken_with_the_keyboard_alone_and_kept_over_a_reload(visit: Visit) -> None:
    visit.open(CHECK)
    visit.page.locator("[name=new_client]").first.focus()
    visit.page.keyboard.press("Space")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("[name=pushy]").first).to_be_focused()
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("[name=asks_outside_at_once]").first).to_be_focused()
    visit.page.reload()
    expect(visit.question("asks_outside_at_once")).to_be_visible()
    expect(visit.calculator.locator(".calculator-past li")).to_have_count(2)


def test_a_number_that_cannot_be_read_holds_the_step(visit: Visit) -> None:
    visit.open("standing/top-rated/")
    visit.type({"job_success_score": "1.250"})
    visit.press()
    visit.is_in("mistaken")
    expect(visit.question("job_success_score")).to_be_visible()
    visit.type({"job_success_score": "95"})
    visit.press()
    expect(visit.question("weeks_at_90")).to_be_visible()


def test_who_does_not_know_sees_what_each_reply_would_give(visit: Visit) -> None:
    visit.open("fees/service-fee/#amount=600&paid_on=2023-08-01").is_in("answered")
    visit.question("was_at_5_percent").get_by_label("I do not know").check()
    expect(visit.answer).to_contain_text("It depends on what you do not know.")
    cards = visit.answer.locator(".reading")
    expect(cards).to_have_count(2)
    expect(cards.first).to_contain_text("Yes")
    expect(cards.first).to_contain_text("$30.00")
    expect(cards.last).to_contain_text("$60.00")
    link = visit.answer.get_by_role("link", name="Link to this answer").get_attribute("href") or ""
    assert "rule.unsure=was_at_5_percent" in link
    visit.page.reload()
    expect(visit.question("was_at_5_percent").get_by_label("I do not know")).to_be_checked()
    expect(visit.answer).to_contain_text("$30.00")
    visit.question("was_at_5_percent").get_by_label("Yes").check()
    expect(visit.answer).to_contain_text("Upwork takes $30.00 of $600.00")


def test_not_knowing_in_a_step_goes_on_and_is_asked_both_ways_at_the_end(visit: Visit) -> None:
    visit.open(CHECK)
    for option in ("I do not know", "No", "No", "No", "No"):
        choose(visit, option)
    visit.is_in("answered")
    expect(visit.calculator.locator(".calculator-past")).to_contain_text("I do not know")
    expect(visit.answer.locator(".sentence").first).to_contain_text("do not know")


@pytest.mark.parametrize(
    ("page", "field", "typed", "offers"),
    [
        ("fees/service-fee/", "amount", "1.250", ["1.25", "1,250"]),
        ("leaving/free-date/", "met_on", "03/05/2023", ["3 May 2023", "5 March 2023"]),
        ("leaving/leave-or-stay/", "client_rate", "5", ["5%"]),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked_about(
    page: str, field: str, typed: str, offers: list[str], visit: Visit
) -> None:
    visit.open(f"{page}#{field}={typed}").is_in("mistaken")
    at_field = visit.question(field).locator(".calculator-mistake")
    expect(at_field.get_by_role("button")).to_have_text([f"I mean {offer}" for offer in offers])
    at_field.get_by_role("button").last.click()
    expect(visit.page.locator(f"[name={field}]")).to_have_value(offers[-1])
    expect(visit.page.locator(f"[name={field}]")).to_be_focused()
    expect(at_field).to_be_hidden()


@pytest.mark.parametrize("typed", ["1,250.50", "$1250.5", "1 250.50 USD"])
def test_amounts_are_read_kindly_and_said_as_they_were_read(typed: str, visit: Visit) -> None:
    visit.open("fees/service-fee/")
    visit.type({"amount": typed, "paid_on": "3 May 2024"})
    visit.press()
    expect(visit.answer).to_contain_text("of $1,250.50")
    read = visit.question("amount").locator(".calculator-read")
    expect(read).to_have_text("" if typed == "1,250.50" else "Read as $1,250.50")
