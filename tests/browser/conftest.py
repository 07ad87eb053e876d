"""A reader's visit to the built guide in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visit import METERED, Visit

# Python starts within a second or two; a busy machine may take several times as long.
expect.set_options(timeout=20_000)


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:
    """A fresh visit on a metered connection, where nothing starts before a touch. A request to another host fails."""
    # A service worker would fetch past the files that a test holds back; it has tests of its own.
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    context.add_init_script(METERED)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    yield Visit(context.new_page(), served)
    context.close()
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []
