"""The guide in Chromium: from a reader's first touch to the first answer, against stock Pyodide, on three visits each.

Both come from one local server, with brotli and the same headers. Every row of visits has a browser with an empty cache
of its own; the later visits of a row find in it what the first one left. On the second visit the guide may start by
itself, as it does where nothing need be fetched; on the third it is touched as soon as it comes into view.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from benchmarks.compared import Compared
from benchmarks.stock import write_stock
from tests.conftest import BROWSER_OPTIONS, build_site
from tests.serving import Handler, serve

ROOT = Path(__file__).parent.parent
PAIRS = 7
# In a window of this height in pixels one sees of a page no more than its header, and no calculator.
HEADER = 60
# The path of everything the server sent since this was cleared, and its bytes.
SENT: dict[str, int] = {}
QUESTION = ["service-fee", {"amount": "600", "paid_on": "2021-06-01", "billed_before": "0"}, "2026-01-01"]
ANSWER = "110.00"

# On a metered connection the guide starts at the first touch, not before.
METERED = "Object.defineProperty(navigator, 'connection', {value: {saveData: true, effectiveType: '4g'}})"
UPGRADED = "Boolean(document.querySelector('policy-calculator button:enabled'))"
OURS = """async ([rule, typed]) => {
  const calculator = document.querySelector("policy-calculator");
  const form = calculator.querySelector("form");
  const answered = new Promise((resolve) => calculator.addEventListener("answered", resolve, { once: true }));
  const started = performance.now();
  form.elements.amount.focus();
  for (const [name, value] of Object.entries(typed)) form.elements[name].value = value;
  form.requestSubmit();
  const { detail } = await answered;
  return [performance.now() - started, detail.answers.fee];
}"""
KEPT = """async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
  .flat().some(({ url }) => url.endsWith(".wasm"))"""
STOCK = """async ([rule, typed, today]) => {
  const started = performance.now();
  const answer = JSON.parse(await window.ask(rule, typed, today));
  return [performance.now() - started, answer.answers.fee];
}"""


class Way:
    """One way to the first answer: its page, the script that asks there, where it fetches, and what was measured."""

    def __init__(self, path: str, loaded: str, script: str, fetches: tuple[str, ...]) -> None:
        self.path = path
        self.loaded = loaded
        self.script = script
        self.fetches = fetches
        self.first: list[float] = []
        self.second: list[float] = []
        self.third: list[float] = []
        self.kilobytes: list[float] = []


def measure() -> list[Compared]:
    """Times of three visits in milliseconds, and what the first one fetched to answer."""
    ours = Way("fees/service-fee/", UPGRADED, OURS, ("/assets/bundle/", "/assets/release-"))
    stock = Way("stock/", "Boolean(window.ask)", STOCK, ("/stock/",))
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build_site(site)
        write_stock(ROOT, site / "stock")
        with serve(site, Cached) as address, sync_playwright() as playwright:
            for _ in range(PAIRS):
                for way in (ours, stock):
                    visit_thrice(playwright, address, way)
    against = "stock Pyodide, micropip, wheel"
    return [
        Compared("touch to answer, first visit", ours.first, against, stock.first, "ms", target=0.45),
        Compared("touch to answer, second visit", ours.second, against, stock.second, "ms", target=0.3),
        Compared("the same, touched once in view", ours.third, against, stock.third, "ms", target=0.3),
        Compared("fetched for it, first visit", ours.kilobytes, against, stock.kilobytes, "kB", target=0.6),
    ]


def visit_thrice(playwright: Playwright, address: str, way: Way) -> None:
    """Visit, ask, close the page; then twice again with what the browser kept."""
    with TemporaryDirectory() as profile:
        options = [*BROWSER_OPTIONS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=shutil.which("chromium"), args=options
        )
        context.add_init_script(METERED)
        SENT.clear()
        way.first.append(ask(context.new_page(), address, way))
        way.kilobytes.append(sum(size for path, size in SENT.items() if path.startswith(way.fetches)) / 1000)
        wait_until_kept(context, address, way)
        way.second.append(ask(context.new_page(), address, way))
        unseen = context.new_page()
        unseen.set_viewport_size({"width": 1280, "height": HEADER})
        way.third.append(ask(unseen, address, way))
        context.close()


def wait_until_kept(context: BrowserContext, address: str, way: Way) -> None:
    """A reader stays for a while: what a service worker keeps of the visit, where there is one, is kept then."""
    page = context.new_page()
    page.goto(f"{address}/{way.path}")
    for _ in range(50):
        if page.evaluate(KEPT) or way.script is STOCK:
            break
        page.wait_for_timeout(200)
    page.wait_for_timeout(500)
    page.close()


def ask(page: Page, address: str, way: Way) -> float:
    """The milliseconds from the first touch to the answer on a page that has loaded."""
    page.goto(f"{address}/{way.path}", wait_until="networkidle")
    page.wait_for_function(way.loaded)
    took, fee = page.evaluate(way.script, QUESTION)
    assert fee == ANSWER, fee
    page.close()
    return float(took)


class Cached(Handler):
    """Lets a browser keep what it got, as a host of the guide does for files named by their content."""

    def end_headers(self) -> None:
        """Add the permission to every answer."""
        self.send_header("Cache-Control", "max-age=86400")
        super().end_headers()

    def send_header(self, keyword: str, value: str) -> None:
        """Note how much is sent: a browser does not tell it of what a worker fetched."""
        if keyword == "Content-Length":
            SENT[self.path] = int(value)
        super().send_header(keyword, value)
