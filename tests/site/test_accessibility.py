"""Every page in a real browser, light and dark, wide and narrow: WCAG 2.2 AA by axe, labels, no sideways scroll."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TypedDict

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visit import KINDS, no_other_host, window
from tests.serving import AXE_PATH

# Of each kind of fold the first two are unfolded; of parts of one kind side by side, in menus, tables and code too, two
# are kept: the rest is made alike, by the same templates, and would take minutes. Forms stay whole, and so does the row
# of a page's own sections, which may be written by hand.
SHORTEN = """const seen = {};
  document.querySelectorAll("details:not(form *)").forEach((one) => {
    seen[one.className] = (seen[one.className] ?? 0) + 1;
    one.open = seen[one.className] <= 2;
    if (!one.open) one.remove();
  });
  document.querySelectorAll("body :not(.md-content__inner, form, form *, svg *)").forEach((whole) => {
    const alike = Map.groupBy([...whole.children], (part) => `${part.localName} ${part.className}`);
    alike.forEach((parts) => parts.slice(2).forEach((part) => part.remove()));
  });"""
RUN_AXE = f"""async ([within, runOnly, without]) => {{
  {SHORTEN}
  const rules = Object.fromEntries(without.map((rule) => [rule, {{ enabled: false }}]));
  const {{ violations }} = await axe.run(within, {{ runOnly, rules, resultTypes: ["violations"], preload: false }});
  const told = (id, node) => ({{ id, target: String(node.target), html: node.html }});
  return violations.flatMap(({{ id, nodes }}) => nodes.map((node) => told(id, node)));
}}"""
# Axe's rules, or tags of them, and what of those is left out.
type Rules = tuple[Sequence[str], Sequence[str]]
# Those that look at colours, which take longest.
COLOURS = ("color-contrast", "link-in-text-block")
ALL_RULES: Rules = (("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"), ())
COLOUR_RULES: Rules = (COLOURS, ())
OTHER_RULES: Rules = (ALL_RULES[0], COLOURS)
PARTS = 4
WIDTHS = (1280, 320)
UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
# In the page's own part: the label of the theme's search field is its magnifying glass.
UNLABELLED = """() => [...document.querySelectorAll(".md-content :is(input, select, textarea)")]
  .filter((field) => field.type !== "hidden" && !field.hidden)
  .filter((field) => ![...field.labels].some((label) => label.textContent.trim()))
  .map((field) => field.outerHTML)"""
WIDER = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 200))"""

type Scheme = Literal["light", "dark"]

# What the theme calls them.
THEMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
# Between light and dark nothing changes but colours, and between wide and narrow what changes is seldom a colour. Each
# turn costs a layout: one of width.
LOOKS: tuple[tuple[Scheme, int, Rules], ...] = (
    ("light", 320, OTHER_RULES),
    ("dark", 320, COLOUR_RULES),
    ("light", 1280, ALL_RULES),
)
# So one page of each kind is looked at in every way.
ALL_LOOKS: tuple[tuple[Scheme, int, Rules], ...] = (
    ("light", 320, ALL_RULES),
    ("dark", 320, COLOUR_RULES),
    ("dark", 1280, COLOUR_RULES),
    ("light", 1280, ALL_RULES),
)
# A page's own part. What frames it is looked at on every page wide and light, and on one page in every look.
OWN = ".md-content, main.md-typeset"
# Turned to another colour or width, a page fades for a third of a second, in which axe sees colours that do not stay.
AT_ONCE = "*, ::before, ::after { transition: none !important; animation: none !important; }"
# The theme lets the keyboard reach what can be scrolled, a moment after it can.
SETTLED = """(scheme) => document.querySelector(`[data-md-color-scheme=${scheme}]`)
  && document.getAnimations().every(({ playState }) => playState !== "running")
  && [...document.querySelectorAll("pre > code")]
    .every(({ scrollWidth, clientWidth, tabIndex }) => scrollWidth <= clientWidth || tabIndex >= 0)"""


class Violation(TypedDict):
    """One rule of axe that one element breaks."""

    id: str
    target: str
    html: str


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_accessible_and_asks_no_other_host(part: int, site: Path, served: str, browser: Browser) -> None:
    with metered(browser, served, WIDTHS[0], "light") as page:
        found = [problem for path in paths(site)[part::PARTS] for problem in problems(page, served, path)]
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_menu_and_search_are_accessible_while_open(scheme: Scheme, served: str, browser: Browser) -> None:
    with metered(browser, served, 320, scheme) as page:
        for opener, opened in (("__drawer", ".md-sidebar--primary"), ("__search", ".md-search__output")):
            page.goto(f"{served}/fees/service-fee/")
            page.locator(f"label[for={opener}].md-header__button").click()
            page.locator(opened).wait_for()
            page.wait_for_timeout(500)
            assert violations(page) == []


def test_without_script_the_page_has_answer_examples_and_versions(served: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served}/fees/service-fee/")
        assert page.locator(".rule-head .short").is_visible()
        assert page.locator("details.example .sentence").first.is_visible()
        assert page.locator("ol.versions").first.is_visible()
        assert page.get_by_text("without JavaScript").is_visible()


def test_tabbing_back_never_hides_a_field_under_the_header(served: str, browser: Browser) -> None:
    with metered(browser, served, 1280, "light") as page:
        page.goto(f"{served}/fees/service-fee/")
        page.locator(".suggest a").first.focus()
        header = page.locator("header.md-header").bounding_box()
        assert header is not None
        for _ in range(30):
            page.keyboard.press("Shift+Tab")
            page.wait_for_timeout(20)
            top = page.evaluate("document.activeElement.getBoundingClientRect().top")
            inside = page.evaluate("document.activeElement.closest('main') !== null")
            assert not inside or top >= header["height"] - 1


def paths(site: Path) -> list[str]:
    """The addresses of the pages below the site's own."""
    folders = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    of_codes = [folder for folder in folders if folder.startswith("contributing/mistakes/")]
    bare = [folder for folder in folders if folder.startswith("embed/")]
    folders = [folder for folder in folders if folder not in of_codes[4:] + bare[2:]]  # one template makes them all
    return ["/" if folder == "." else f"/{folder}/" for folder in folders] + ["/404.html"]


@contextmanager
def metered(browser: Browser, served: str, width: int, scheme: Scheme) -> Iterator[Page]:
    """A page for a reader whose connection is metered: no calculator starts by itself. No other host may be asked."""
    with window(browser, width, scheme) as context, no_other_host(context, served):
        yield context.new_page()


def problems(page: Page, served: str, path: str) -> list[str]:
    """What is wrong with a page, wide and narrow, in light and in dark, in words that say where."""
    page.emulate_media(color_scheme="light")
    page.goto(served + path)
    page.add_style_tag(content=AT_ONCE)
    page.evaluate(UNFOLD)
    wrong = [f"{path} has no label one can see: {field}" for field in page.evaluate(UNLABELLED)]
    wrong += [f"{path} is wider than {width} px: {one}" for width, one in wider(page)]
    for scheme, width, rules in ALL_LOOKS if path.removeprefix("/") in KINDS else LOOKS:
        turn_to(page, scheme, width)
        within = "html" if path == "/" or (scheme, width) == ("light", 1280) else OWN
        wrong += [f"{path} at {width} px in {scheme}: {one}" for one in violations(page, rules, within)]
    return wrong


def wider(page: Page) -> list[tuple[int, str]]:
    """The last element that is wider than the window, at each width at which there is one."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += [(width, one) for one in page.evaluate(WIDER)[-1:]]
    return found


def turn_to(page: Page, scheme: Scheme, width: int) -> None:
    """Turn the page light or dark, wide or narrow, and wait until all of it has arrived."""
    if not page.viewport_size or page.viewport_size["width"] != width:
        page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(SETTLED, arg=THEMES[scheme])


def violations(page: Page, rules: Rules = ALL_RULES, within: str = "html") -> list[str]:
    """What axe finds on a page as it stands, or in a part of it, with its folds unfolded."""
    with_axe(page)
    found: list[Violation] = page.evaluate(RUN_AXE, [within, *rules])
    return [f"{one['id']}: {one['target']} {one['html'][:300]}" for one in found]


def with_axe(page: Page) -> None:
    """Have axe in a page of the guide, if it is not there yet."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(url=AXE_PATH)
