"""Pictures of the pages that readers come to first, as they open and in use; to be looked at, not compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.screenshots import FOLDER, take
from tests.browser.test_compare import SERVICE, is_in
from tests.browser.test_your_clients import add, cards, choose, opened
from tests.browser.visit import window
from tests.conftest import ROOT
from tests.site.test_accessibility import ALL_LOOKS

PAGES = {
    "home": "",
    "topic": "fees/",
    "rule": "fees/service-fee/",
    "rule-with-days": "leaving/free-date/",
    "guide": "guides/leaving/",
    "disputes": "disputes/",
    "compare": "compare/",
    "your-clients": "your-clients/",
}


@pytest.fixture(params=[320, 1280])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """One page on a phone and one on a desk."""
    with window(browser, request.param) as context:
        yield context.new_page()


def test_pages_as_they_open(browser: Browser, served: str) -> None:
    with window(browser) as context:
        page = context.new_page()
        for name, path in PAGES.items():
            page.goto(f"{served}/{path}")
            take(page, f"page-{name}", looks=[(scheme, width) for scheme, width, _ in ALL_LOOKS])


def test_own_clients_with_statements_and_two_cases_compared(page: Page, served_natively: str) -> None:
    opened(page, served_natively)
    add(page, "Blue Ltd", met_on="2026-01-10", submitted_on="2026-11-20", fees_paid="100")
    expect(cards(page)).to_contain_text("$100.00")
    choose(page)
    expect(page.locator(".clients-report")).to_contain_text("Acme Ltd")
    take(page, "state-your-clients-with-statements")
    page.goto(f"{served_natively}/{SERVICE}&two.amount=600&two.paid_on=2024-06-01")
    is_in(page, "answered")
    take(page, "state-compare-answered")


def test_they_are_kept_where_people_are_told_to_look() -> None:
    folder = FOLDER.relative_to(ROOT).as_posix()
    kept = re.search(r"path: (\S+)", (ROOT / ".github" / "workflows" / "test.yml").read_text("utf-8"))
    assert kept
    assert kept[1] == folder
    assert f"`{folder}/`" in (ROOT / "docs" / "contributing" / "index.md").read_text("utf-8")
    assert f"/{folder.partition('/')[0]}/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()
