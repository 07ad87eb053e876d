"""A reader's own statements in Chromium: chosen or dropped, read, asked about, and put on the dashboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_your_clients import STATEMENT, cards, choose, opened, press, saved
from tests.browser.visit import Visit

DROP = """([text]) => {
  const files = new DataTransfer();
  files.items.add(new File([text], "history.csv", { type: "text/csv" }));
  const drop = document.querySelector(".clients-drop");
  drop.dispatchEvent(new DragEvent("dragover", { dataTransfer: files, bubbles: true, cancelable: true }));
  drop.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def page(visit: Visit) -> Page:
    return opened(visit.page, visit.guide)


def test_a_statement_is_read_its_questions_asked_and_the_dashboard_filled_in(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    choose(page)
    report = page.locator(".clients-report")
    expect(report).to_be_focused()
    expect(report).to_contain_text("“soon” is no date we can read.")
    expect(report).to_contain_text("history.csv, line 6")
    expect(report.get_by_role("row", name="Acme Ltd").first).to_contain_text("1 of 2 payments missing")
    page.locator(".clients-questions").get_by_label("Yes").check()
    page.locator(".clients-questions").get_by_label("When was the proposal, offer or contract sent?").fill("2026-05-01")
    press(page, "Work it out with this").click()
    expect(report.get_by_role("row", name="Acme Ltd").first).to_contain_text("$170.00")
    page.locator(".clients-questions").get_by_label("Which fee does your contract show?").fill("15%")
    press(page, "Work it out with this").click()
    expect(report.locator(".clients-sum")).to_have_text("$260.00 in fees on $1,800.00 billed.")
    expect(report).to_contain_text("The files themselves have the fee of 1 payment: $60.00 together.")
    report.locator("summary", has_text="Each payment: Acme Ltd").click()
    expect(report).to_contain_text("The file says $60.00, and so do the rules of that day.")
    table = saved(page, "Save the payments as a table (CSV)")
    assert "'=Blue" in table
    press(page, "Put 2 clients on the dashboard").click()
    expect(cards(page).nth(1)).to_contain_text("$170.00")
    expect(cards(page)).to_have_count(2)
    assert set(sent) == {"GET"}


def test_files_are_dropped_and_read_and_a_spreadsheet_is_refused_in_words(page: Page) -> None:
    page.evaluate(DROP, [STATEMENT])
    expect(page.locator(".clients-report")).to_contain_text("Acme Ltd")
    choose(page, "PK\x03\x04", "history.xlsx")
    expect(page.locator(".clients-report")).to_contain_text("history.xlsx: it is a spreadsheet or an archive.")


def test_a_link_from_the_payments_opens_the_calculator_with_them(page: Page) -> None:
    choose(page)
    page.locator("summary", has_text="Each payment: Acme Ltd").click()
    page.locator(".clients-report").get_by_role("link", name="$60.00").click()
    expect(page.locator("policy-calculator")).to_have_attribute("state", "answered")
    expect(page.locator(".calculator-answer")).to_contain_text("$60.00")
