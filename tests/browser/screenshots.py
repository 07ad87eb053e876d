"""A page or a part of it goes in; pictures of it in light and in dark are written to where CI keeps them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.conftest import ROOT
from tests.site.test_accessibility import Scheme

# Ignored by git, kept by .github/workflows/test.yml, described in docs/contributing/index.md.
FOLDER = ROOT / "artefacts" / "screenshots"
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
# The header stays on top of what is scrolled; in a picture that is longer than the window it would lie across it.
STILL = ".md-header { position: static !important; }"
SETTLED = """([scheme]) => document.querySelector(`[data-md-color-scheme=${scheme}]`)
  && document.getAnimations().every(({ playState }) => playState !== "running")"""
THEMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}


def take(page: Page, name: str, part: Locator | None = None) -> None:
    """Write `<name>-<width>-<scheme>.png` for light and for dark; of the whole page where no part is given."""
    assert page.viewport_size
    width = page.viewport_size["width"]
    for scheme in SCHEMES:
        turn_to(page, scheme)
        path = FOLDER / f"{name}-{width}-{scheme}.png"
        if part:
            part.screenshot(path=path, style=STILL, animations="disabled")
        else:
            page.screenshot(path=path, full_page=True, style=STILL, animations="disabled")


def turn_to(page: Page, scheme: Scheme) -> None:
    """Turn the page light or dark, and wait until every colour has arrived."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(SETTLED, arg=[THEMES[scheme]])
