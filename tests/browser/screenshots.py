"""A page or a part of it goes in; pictures of it in light and in dark are written to where CI keeps them."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import FloatRect, Locator, Page

from tests.conftest import ROOT
from tests.site.test_accessibility import Scheme, turn_to

# Ignored by git, kept by .github/workflows/test.yml, described in docs/contributing/index.md.
FOLDER = ROOT / "artefacts" / "screenshots"
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
MARGIN = 16
# The header stays on top of what is scrolled; in a picture that is longer than the window it would lie across it.
STILL = ".md-header { position: static !important; }"
PLACE = """(one, margin) => {
  const { left, top, width, height } = one.getBoundingClientRect();
  const x = Math.max(0, left + scrollX - margin);
  const right = Math.min(innerWidth, left + scrollX + width + margin);
  return { x, y: Math.max(0, top + scrollY - margin), width: right - x, height: height + 2 * margin };
}"""


def take(page: Page, name: str, part: Locator | None = None, looks: Sequence[tuple[Scheme, int]] = ()) -> None:
    """Write `<name>-<width>-<scheme>.jpg` for each of these; without any, for light and dark as wide as the page is.

    Of the whole page where no part is given.
    """
    assert page.viewport_size
    for scheme, width in looks or [(scheme, page.viewport_size["width"]) for scheme in SCHEMES]:
        turn_to(page, scheme, width)
        clip: FloatRect | None = part.evaluate(PLACE, MARGIN) if part else None
        path = FOLDER / f"{name}-{width}-{scheme}.jpg"
        page.screenshot(path=path, full_page=True, clip=clip, style=STILL, type="jpeg", quality=85)
