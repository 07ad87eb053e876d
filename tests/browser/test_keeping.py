"""What a reader does with an answer: link, copies, calendar, paper, other readings, older rules, the next question."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from calculators.ask import ask
from calculators.unsure import ask_either_way
from tests.browser.visit import Visit

# What follows an answer is looked at here.
pytestmark = pytest.mark.natively

ROOT = Path(__file__).parent.parent.parent
FEE = "fees/service-fee/#amount=600&billed_before=0&paid_on=2021-06-01"
GIVEN = {"amount": "600", "billed_before": "0", "paid_on": "2021-06-01"}
TODAY = date.today()  # noqa: DTZ011  # the reader's own day
# Where a page is served without a lock, browsers have no clipboard for it.
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


def press(visit: Visit, name: str) -> None:
    """Press a button of the answer."""
    visit.answer.get_by_role("button", name=name, exact=True).click()


def copied(visit: Visit, name: str) -> str:
    """What is in the clipboard after the button of this name."""
    visit.page.evaluate("navigator.clipboard.writeText('')")
    press(visit, name)
    expect(visit.answer.locator(".calculator-copied")).to_have_text("Copied.")
    text: str = visit.page.evaluate("navigator.clipboard.readText()")
    return text


def test_an_answer_is_copied_as_link_text_python_and_json(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.open(FEE).is_in("answered")
    link = copied(visit, "Copy link")
    assert link.startswith(f"{visit.guide}/{FEE}&rule.version=")
    text = copied(visit, "Copy as text")
    assert "Upwork takes $110.00 of $600.00; you keep $490.00." in text
    assert "Source: Freelancer service fees, in bands" in text
    assert link in text
    program = copied(visit, "Copy as Python")
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "{'fee': '110.00', 'net': '490.00'}"
    assert json.loads(copied(visit, "Copy as JSON")) == ask("service-fee", GIVEN, TODAY)


def test_the_answer_to_each_reply_is_copied_as_text_and_as_json(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.open("fees/service-fee/#amount=600&paid_on=2023-08-01&rule.unsure=was_at_5_percent").is_in("answered")
    text = copied(visit, "Copy as text")
    for words in ("It depends on what you do not know.", "Service fee: $30.00", "Service fee: $60.00", "rule.unsure="):
        assert words in text
    given = {"amount": "600", "paid_on": "2023-08-01"}
    told = ask_either_way("service-fee", given, TODAY, None, ["was_at_5_percent"])
    assert json.loads(copied(visit, "Copy as JSON")) == {**ask("service-fee", given, TODAY), **told}


def test_without_a_clipboard_the_text_stands_there_marked(visit: Visit) -> None:
    visit.page.add_init_script(NO_CLIPBOARD)
    visit.open(FEE).is_in("answered")
    press(visit, "Copy as text")
    field = visit.answer.locator(".calculator-copied textarea")
    expect(field).to_be_focused()
    expect(field).to_have_accessible_name(re.compile("does not let a page copy"))
    marked: str = visit.page.evaluate("getSelection().toString()")
    assert "you keep $490.00" in marked


def test_dates_go_into_a_calendar_with_a_reminder(visit: Visit) -> None:
    visit.open("leaving/free-date/#met_on=2025-12-01").is_in("answered")
    days = (date(2027, 12, 1) - TODAY).days
    expect(visit.answer.locator(".calculator-about").first).to_have_text(f"a Wednesday, in {days} days")
    with visit.page.expect_download() as download:
        press(visit, "Add to calendar")
    assert download.value.suggested_filename == "free-date.ics"
    text = download.value.path().read_bytes().decode()
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert event.decoded("DTSTART") == date(2027, 12, 1)
    assert abs(event.decoded("DTSTAMP") - datetime.now().astimezone()) < timedelta(minutes=5)
    assert [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")] == [timedelta(hours=9) - timedelta(days=7)]
    assert str(event["URL"]).startswith(f"{visit.guide}/leaving/free-date/#met_on=2025-12-01")


def test_an_answer_without_dates_offers_no_calendar(visit: Visit) -> None:
    visit.open(FEE).is_in("answered")
    expect(visit.answer.get_by_role("button", name="Add to calendar")).to_have_count(0)


@pytest.mark.parametrize("page", [FEE, "leaving/conversion-fee/#met_on=2025-01-10&highest_rate=50&met_outside=no"])
def test_on_paper_it_takes_two_sheets_with_inputs_steps_sources_address_and_day(page: str, visit: Visit) -> None:
    visit.open(page).is_in("answered")
    paper = visit.page.pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 2
    visit.page.emulate_media(media="print")
    printed = visit.page.locator(".md-content").inner_text()
    for words in ("Given", "How we worked this out", "Answered on", f"{visit.guide}/{page.partition('#')[0]}#"):
        assert words in printed
    for words in ("Worked examples", "Clear my answers", "Copy link", "What comes next", "Suggest a change"):
        assert words not in printed
    expect(visit.answer.locator(".steps .cites").first).to_be_visible()


def test_another_reading_is_made_the_main_one_and_goes_into_the_link(visit: Visit) -> None:
    visit.open(FEE).is_in("answered")
    press(visit, "Use this reading")
    expect(visit.answer).to_contain_text("Worked out by another reading: One rate for the whole payment.")
    expect(visit.answer.locator(".sentence")).to_contain_text("Upwork takes $60.00")
    expect(visit.answer).to_be_focused()
    link = visit.answer.get_by_role("link", name="Link to this answer").get_attribute("href") or ""
    assert "rule.reading=whole-amount" in link
    visit.page.goto("about:blank")
    visit.open(f"fees/service-fee/{link}").is_in("answered")
    expect(visit.answer.locator(".sentence")).to_contain_text("Upwork takes $60.00")
    press(visit, "Use the reading we adopted")
    expect(visit.answer.locator(".sentence")).to_contain_text("Upwork takes $110.00")


def test_a_reading_that_is_not_of_that_day_says_so_and_can_be_left(visit: Visit) -> None:
    visit.open("fees/service-fee/#amount=600&paid_on=2024-03-01&rule.reading=whole-amount").is_in("mistaken")
    summary = visit.calculator.locator(".calculator-summary")
    expect(summary).to_contain_text("This reading is of the rules from 21 June 2016 until 2 May 2023.")
    summary.get_by_role("button", name="Use the reading we adopted").click()
    expect(visit.answer).to_contain_text("Upwork takes $60.00 of $600.00")


def test_a_link_made_under_other_rules_says_so_and_shows_both_answers(visit: Visit) -> None:
    visit.open(f"{FEE}&rule.version=0123abcd&then.fee=60.00&then.net=%3Cb%3Epay%20here").is_in("answered")
    said = visit.answer.locator(".calculator-since")
    expect(said).to_contain_text("The rules of this calculator have changed since this link was made.")
    expect(said).to_contain_text("Service fee: then $60.00, now $110.00")
    assert "pay here" not in visit.page.locator("body").inner_text()
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    then = [{"name": "fee", "label": "Service fee", "text": "$60.00"}]
    assert json.loads(copied(visit, "Copy as JSON")) == {**ask("service-fee", GIVEN, TODAY), "then": then}
    visit.type({"amount": "601"})
    expect(visit.answer).to_contain_text("$601.00")
    expect(said).to_have_count(0)


def test_a_link_of_other_rules_with_the_same_answer_says_that(visit: Visit) -> None:
    visit.open(f"{FEE}&rule.version=0123abcd&then.fee=110.00&then.net=490.00").is_in("answered")
    expect(visit.answer.locator(".calculator-since")).to_contain_text("The answer is the same.")


def test_lists_travel_in_a_link_and_are_told_when_rules_have_changed(visit: Visit) -> None:
    given = "balance=0&on=2026-06-01&open_contracts=1&open_disputes=0&owed=0&pending_proposals=0"
    then = "rule.version=0123abcd&then.can_close=no&then.to_do=end-contracts+pay-owed"
    visit.open(f"account/close-account/#{given}&{then}").is_in("answered")
    said = visit.answer.locator(".calculator-since li")
    expect(said).to_have_text(["Still to do: then end contracts, pay owed, now end contracts"])
    link = visit.answer.get_by_role("link", name="Link to this answer")
    expect(link).to_have_attribute("href", re.compile(r"then\.can_close=no&then\.to_do=end-contracts$"))


def test_a_text_stays_on_the_page_and_its_link_says_so(visit: Visit) -> None:
    """A message may be private, and somebody else's; whoever hands a link on need not think of that."""
    message = "Add me on WhatsApp, please."
    visit.open("leaving/message-check/")
    visit.type({"message": message})
    visit.press()
    visit.type({"contract_started": "no"})
    expect(visit.answer).to_contain_text("This message is not allowed")
    expect(visit.answer.locator(".sentence"), "it says no more than the verdict").to_have_count(0)
    expect(visit.answer.locator(".calculator-holds")).to_have_text(
        "The link holds your answers after its #, which no server is sent. "
        "It leaves out what you wrote under “What does the message say?”."
    )
    link = visit.answer.get_by_role("link", name="Link to this answer")
    address = str(link.evaluate("link => link.href"))
    assert "contract_started=no" in address
    assert "WhatsApp" not in address
    link.click()
    expect(visit.page).to_have_url(address)
    expect(visit.calculator.locator("[name=message]")).to_have_value(message)
    expect(visit.answer).to_contain_text("This message is not allowed")
    visit.page.evaluate("sessionStorage.clear()")
    visit.page.goto("about:blank")
    visit.open(address.removeprefix(f"{visit.guide}/"))
    expect(visit.calculator.locator("[name=message]")).to_have_value("")
    expect(visit.answer.locator(".calculator-open + ul")).to_have_text("What does the message say?")


def test_what_is_taken_for_granted_is_listed_and_leads_to_its_question(visit: Visit) -> None:
    visit.open("fees/platform-comparison/#amount=1000&contract=fixed").is_in("answered")
    listed = visit.answer.locator(".calculator-assumed")
    expect(listed).to_contain_text("Upwork's fee: not given. The contract's fee was not given")
    expect(listed).to_contain_text("Filled in: today.")
    listed.get_by_role("link", name="Upwork's fee").click()
    expect(visit.page.locator("[name=contract_rate]")).to_be_focused()
    visit.page.keyboard.type("10%")
    expect(visit.answer).to_contain_text("Upwork $100.00")
    expect(listed).not_to_contain_text("Upwork's fee")


def test_rounding_is_a_step_one_can_see(visit: Visit) -> None:
    visit.open("fees/service-fee/#amount=266.64&paid_on=2024-02-29").is_in("answered")
    expect(visit.answer.locator(".steps .rounded")).to_have_text("$26.664, rounded to the cent")


def test_amounts_go_along_to_the_next_calculators(visit: Visit) -> None:
    visit.open("leaving/free-date/#met_on=2025-01-10").is_in("answered")
    following = visit.page.locator(".calculator-next")
    expect(following).to_contain_text("Takes along: Day you met 10 January 2025.")
    following.get_by_role("link", name="What does it cost to leave before that day?").click()
    expect(visit.calculator).to_have_attribute("rule", "conversion-fee")
    visit.type({"met_outside": "no", "highest_rate": "50"})
    expect(visit.page.locator("[name=met_on]")).to_have_value("2025-01-10")
    visit.type({"leaving_on": "2026-01-10"})
    expect(visit.answer).to_contain_text("$14,040.00")
    expect(following).to_contain_text("Conversion fee $14,040.00")
    following.get_by_role("link", name="Does paying this fee pay off?").click()
    expect(visit.page.locator("[name=conversion_fee]")).to_have_value("14040.00")


def test_the_links_onward_stand_without_script_and_carry_nothing_before_an_answer(visit: Visit) -> None:
    visit.open("fees/service-fee/")
    link = visit.page.locator(".calculator-next a").first
    expect(link).to_have_attribute("href", re.compile(r"/fees/price-to-net/$"))
    expect(visit.page.locator(".calculator-carried").first).to_be_hidden()
