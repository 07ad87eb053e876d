"""The page of a reader's own clients in Chromium: kept, changed, saved, taken in, deleted."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from tests.browser.visit import Visit
from tests.site.test_accessibility import WIDER, Scheme, metered, violations

# What follows an answer is looked at here.
pytestmark = pytest.mark.natively

PAGE = "your-clients/"
STATEMENT = """\ufeff"Date","Ref ID","Type","Description","Team","Amount"
"Jun 3, 2024","42","Service Fee","Service Fee for Hourly - Ref ID 40","Acme Ltd","-$60.00"
"Jun 3, 2024","40","Hourly","Invoice","Acme Ltd","$600.00"
"Jun 1, 2021","1","Fixed Price","Milestone","Acme Ltd","600.00"
"Jun 1, 2026","9","Fixed Price","Milestone","=Blue","600.00"
"soon","10","Fixed Price","Milestone","Acme Ltd","600.00"
"""
BLOCKED = "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new Error('blocked'); }"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
READ = """async ([text, upgrades]) => {
  const { read } = await import("/assets/clients/store.mjs");
  const upgrade = (older) => ({ ...older, clients: older.people });
  const made = Object.fromEntries(upgrades.map((version) => [version, upgrade]));
  try { return read(text, "The file", made); } catch (problem) { return problem.message; }
}"""


@pytest.fixture
def page(visit: Visit) -> Page:
    return opened(visit.page, visit.guide)


def opened(page: Page, guide: str) -> Page:
    page.goto(f"{guide}/{PAGE}")
    expect(press(page, "Add a client")).to_be_enabled()
    return page


def press(page: Page, name: str) -> Locator:
    return page.locator("policy-clients").get_by_role("button", name=name, exact=True)


def add(page: Page, name: str, **values: str) -> None:
    """Fill in the form for a new client and keep it."""
    press(page, "Add a client").click()
    form = page.locator(".clients-form")
    form.locator("details").evaluate("one => { one.open = true; }")
    form.locator("[name=name]").fill(name)
    for field, value in values.items():
        if value in ("yes", "no"):
            form.locator(f"[name={field}][value={value}]").check()
        else:
            form.locator(f"[name={field}]").fill(value)
    press(page, "Keep this client").click()
    expect(form).to_be_hidden()


def cards(page: Page) -> Locator:
    return page.locator(".clients-card")


def choose(page: Page, text: str = STATEMENT, name: str = "history.csv") -> None:
    page.locator("#statement-files").set_input_files(file(name, text))
    expect(page.locator(".clients-report")).to_be_visible()


def file(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def unfold(page: Page) -> None:
    page.locator("summary", has_text="Calendar, copies").click()


def saved(page: Page, name: str) -> str:
    with page.expect_download() as download:
        press(page, name).click()
    return Path(download.value.path()).read_text("utf-8")


def test_a_client_is_added_by_keyboard_alone_and_stays_after_the_page_is_loaded_again(page: Page) -> None:
    press(page, "Add a client").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#client-name")).to_be_focused()
    page.keyboard.type("Blue Ltd")
    page.keyboard.press("Tab")
    page.keyboard.type("10 January 2026")
    page.keyboard.press("Enter")
    expect(cards(page)).to_contain_text("10 January 2028")
    expect(press(page, "Add a client")).to_be_focused()
    expect(page.get_by_role("status").first).to_have_text("Blue Ltd is kept.")
    page.reload()
    expect(cards(page)).to_contain_text("Blue Ltd")
    expect(cards(page)).to_contain_text("Read otherwise (The day after 24 months): 11 January 2028")


def test_what_is_missing_leads_to_its_field_and_an_answer_leads_to_its_calculator(page: Page) -> None:
    add(page, "Blue Ltd", met_on="2026-01-10", highest_rate="50")
    cards(page).get_by_role("button", name="Did you know each other before?").click()
    expect(page.locator("#client-met_outside")).to_be_focused()
    page.locator("[name=met_outside][value=no]").check()
    press(page, "Keep this client").click()
    expect(cards(page)).to_contain_text("$14,040.00")
    cards(page).get_by_role("link", name="How this is worked out (Free to work directly, Blue Ltd)").click()
    expect(page.locator("policy-calculator")).to_have_attribute("state", "answered")
    expect(page.locator(".calculator-answer")).to_contain_text("10 January 2028")


def test_a_mistake_is_told_at_its_field_and_in_a_summary_and_nothing_is_kept_meanwhile(page: Page) -> None:
    press(page, "Add a client").click()
    press(page, "Keep this client").click()
    summary = page.locator(".clients-form .calculator-summary")
    expect(summary).to_contain_text("Write a name")
    page.locator("#client-name").fill("Blue Ltd")
    page.locator("#client-met_on").fill("03/04/2020")
    press(page, "Keep this client").click()
    expect(summary).to_be_focused()
    words = "Write 2020-04-03 for 3 April 2020"
    expect(summary).to_contain_text(words)
    expect(page.locator("[data-input=met_on] .calculator-mistake")).to_contain_text(words)
    expect(page.locator("#client-met_on")).to_have_attribute("aria-invalid", "true")
    assert violations(page) == []
    summary.get_by_role("link").click()
    expect(page.locator("#client-met_on")).to_be_focused()
    expect(page.locator("#client-met_on")).to_have_value("03/04/2020")
    expect(cards(page)).to_have_count(0)


def test_removing_and_deleting_can_be_undone(page: Page) -> None:
    add(page, "Blue Ltd")
    add(page, "Green Ltd")
    press(page, "Remove Blue Ltd").click()
    expect(cards(page)).to_have_count(1)
    expect(press(page, "Undo the last change")).to_be_focused()
    press(page, "Undo the last change").click()
    expect(cards(page)).to_have_count(2)
    unfold(page)
    press(page, "Delete all clients").click()
    expect(cards(page)).to_have_count(0)
    assert page.evaluate("localStorage.getItem('policy-clients')") is None
    press(page, "Undo the last change").click()
    expect(cards(page)).to_have_count(2)
    expect(press(page, "Undo the last change")).to_be_hidden()


def test_a_copy_is_saved_and_taken_in_again(page: Page) -> None:
    add(page, "Blue Ltd", met_on="2026-01-10", fees_paid="100")
    unfold(page)
    text = saved(page, "Save a copy")
    before = page.evaluate("localStorage.getItem('policy-clients')")
    press(page, "Delete all clients").click()
    page.locator(".clients-import").set_input_files(file("copy.json", text))
    expect(cards(page)).to_contain_text("$100.00")
    assert page.evaluate("localStorage.getItem('policy-clients')") == before == text
    expect(page.locator(".clients-words")).to_contain_text("1 client taken in from copy.json, 0 of them in place")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no json", "is no JSON"),
        ("[]", "is no list of clients"),
        ('{"format": "other"}', "was not saved from this page"),
        ('{"format": "policy-clients"}', "does not say its “version”"),
        ('{"format": "policy-clients", "version": 9}', "is of a later version"),
        ('{"format": "policy-clients", "version": 0}', "is of version 0, which this page cannot read"),
        ('{"format": "policy-clients", "version": 1}', "has no list under “clients”"),
        ('{"format": "policy-clients", "version": 1, "clients": [{"id": "a"}]}', "client 1 has no “name”"),
        ('{"format": "policy-clients", "version": 1, "clients": [{"name": "A"}]}', "client 1 has no “id”"),
        (
            '{"format": "policy-clients", "version": 1, "clients": [{"id": "a", "name": "A", "values": {"on": 5}}]}',
            "client 1: “on” is not a text",
        ),
    ],
)
def test_a_copy_that_cannot_be_read_says_what_is_wrong_and_changes_nothing(page: Page, text: str, words: str) -> None:
    page.locator(".clients-import").set_input_files(file("copy.json", text))
    expect(page.locator(".clients-trouble")).to_contain_text(f"copy.json {words}" if words[0] == "i" else words)
    assert page.evaluate("localStorage.getItem('policy-clients')") is None


def test_a_copy_of_an_older_version_is_brought_up_to_the_newest(page: Page) -> None:
    people = [{"id": "a", "name": "A", "values": {}}]
    older = json.dumps({"format": "policy-clients", "version": 1, "people": people})
    assert page.evaluate(READ, [older, [1]]) == people
    assert page.evaluate(READ, [older, []]) == "The file has no list under “clients”."


@pytest.mark.parametrize(
    ("script", "words"), [(BLOCKED, "keeps nothing for this page"), (FULL, "room for this page is full")]
)
def test_a_browser_that_keeps_nothing_is_told_and_the_page_works_on(visit: Visit, script: str, words: str) -> None:
    visit.page.add_init_script(script)
    page = opened(visit.page, visit.guide)
    add(page, "Blue Ltd", met_on="2026-01-10")
    expect(page.locator(".clients-trouble")).to_contain_text(words)
    expect(cards(page)).to_contain_text("10 January 2028")


def test_what_another_version_kept_stays_as_it_is(page: Page) -> None:
    kept = {
        "format": "policy-clients",
        "version": 1,
        "clients": [{"id": "a", "name": "A", "values": {"shoe_size": "42"}}],
    }
    page.evaluate("([text]) => localStorage.setItem('policy-clients', text)", [json.dumps(kept)])
    page.reload()
    press(page, "Change A").click()
    page.locator("#client-met_on").fill("2026-01-10")
    press(page, "Keep this client").click()
    expect(cards(page)).to_contain_text("10 January 2028")
    assert "shoe_size" in page.evaluate("localStorage.getItem('policy-clients')")


def test_one_calendar_file_has_every_clients_days_to_come(first_visit: Visit) -> None:
    first_visit.page.clock.install(time="2026-11-26T12:00:00Z")  # for all later pages of its window, too
    page = opened(first_visit.page, first_visit.guide)
    add(page, "Blue; Ltd", met_on="2026-01-10")
    add(page, "Green Ltd", met_on="2026-02-10", submitted_on="2026-11-20")
    expect(cards(page)).to_have_count(2)
    expect(page.locator(".clients-days li")).to_have_count(3)
    unfold(page)
    events = Calendar.from_ical(saved(page, "Save a calendar file")).walk("VEVENT")
    assert [(one.decoded("DTSTART"), str(one["SUMMARY"])) for one in events] == [
        (date(2026, 12, 9), "Fixed-price money available: Green Ltd"),
        (date(2028, 1, 10), "Free to work directly: Blue; Ltd"),
        (date(2028, 2, 10), "Free to work directly: Green Ltd"),
    ]


def test_two_tabs_show_the_same(page: Page) -> None:
    other = opened(page.context.new_page(), page.url.removesuffix(f"/{PAGE}"))
    add(page, "Blue Ltd")
    expect(cards(other)).to_contain_text("Blue Ltd")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_state_is_accessible_and_fits(width: int, served: str, browser: Browser) -> None:
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        with metered(browser, served, width, scheme) as page:
            opened(page, served)
            add(page, "Averylongnamewithoutanyspaceinit GmbH", met_on="2026-01-10", submitted_on="2026-11-20")
            expect(cards(page)).to_be_visible()
            choose(page)
            press(page, "Add a client").click()
            assert page.evaluate(WIDER) == []  # before axe, for which the page is shortened
            assert violations(page) == []


def test_without_script_the_page_says_what_it_would_do_and_what_to_use(served: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served}/{PAGE}")
        expect(page.get_by_text("Without JavaScript, use the calculators below")).to_be_visible()
        expect(page.locator(".questions a").first).to_be_visible()
        expect(press(page, "Add a client")).to_be_disabled()
        expect(page.locator("#statement-files")).to_be_disabled()
