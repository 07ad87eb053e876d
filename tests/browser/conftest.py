"""A reader's visit to the built guide in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Request, expect

from tests.browser.visit import METERED, Visit

# Python starts within a second or two; a busy machine may take several times as long.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def browsing(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has fetched and compiled what earlier tests needed; they run twice as fast in one."""
    context = metered(browser)
    yield context
    context.close()


@pytest.fixture
def visit(browsing: BrowserContext, served: str) -> Iterator[Visit]:
    """A visit on a metered connection, where nothing starts before a touch, by one of whom nothing is kept."""
    with watched(browsing, served) as visit:
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
    context = metered(browser)
    with watched(context, served) as visit:
        yield visit
        context.close()


def metered(browser: Browser) -> BrowserContext:
    """A browser window of a reader with a metered connection."""
    # A service worker would fetch past the files that a test holds back; it has tests of its own.
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    context.add_init_script(METERED)
    return context


@contextmanager
def watched(context: BrowserContext, served: str) -> Iterator[Visit]:
    """A visit in this window. A request to another host fails."""
    asked: list[str] = []

    def asking(request: Request) -> None:
        asked.append(request.url)

    context.on("request", asking)
    yield Visit(context.new_page(), served)
    context.remove_listener("request", asking)
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []
