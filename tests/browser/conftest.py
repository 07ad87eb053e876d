"""A reader's visit to the built guide in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.visit import Visit, no_other_host, window

# Python starts within a second or two; a busy machine may take several times as long.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest, served: str, served_natively: str) -> str:
    """The guide's address; for a file with the mark `natively`, where its questions are answered in this process."""
    return served_natively if request.node.get_closest_marker("natively") else served


@pytest.fixture(scope="module")
def browsing(browser: Browser) -> Iterator[BrowserContext]:
    """A window in which is still there what earlier tests of the file had to fetch and to compile."""
    with window(browser) as context:
        yield context


@pytest.fixture
def visit(browsing: BrowserContext, served: str) -> Iterator[Visit]:
    """A visit on a metered connection, where nothing starts before a touch, by one of whom nothing is kept."""
    with no_other_host(browsing, served):
        visit = Visit(browsing.new_page(), served)
        yield visit
        for page in browsing.pages[1:]:
            page.close()
        forget = {"origin": served, "storageTypes": "local_storage"}
        browsing.new_cdp_session(visit.page).send("Storage.clearDataForOrigin", forget)
        browsing.unroute_all()
        browsing.clear_permissions()
        visit.page.close()


@pytest.fixture
def first_visit(browser: Browser, served: str) -> Iterator[Visit]:
    """The same by one who has never been there: everything is fetched."""
    with window(browser) as context, no_other_host(context, served):
        yield Visit(context.new_page(), served)
