"""By when a page's sources are to be checked again: said at build, and by the reader's own day said to have passed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

PASSED = "That day has passed"


@pytest.mark.parametrize("path", ["leaving/free-date/", "leaving/convert-contract/"])
def test_a_page_says_by_when_and_that_it_has_passed(path: str, browser: Browser, served: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.clock.set_fixed_time("2026-11-26T12:00:00")
        page.goto(f"{served}/{path}")
        badge = page.locator("check-by")
        expect(badge).to_contain_text("To be checked again by")
        expect(badge).not_to_contain_text(PASSED)
        page.clock.set_fixed_time("2031-01-01T12:00:00")
        page.reload()
        expect(badge).to_contain_text(PASSED)
        expect(badge).to_have_attribute("overdue", "")


def test_it_is_said_without_script_too(browser: Browser, served: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served}/leaving/free-date/")
        expect(page.locator("check-by")).to_contain_text("To be checked again by")
