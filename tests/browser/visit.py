"""A page of the guide in Chromium, in the words of a test: open a rule, type, press, hold a file, end the worker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Request,
    Route,
    TimeoutError,
    ViewportSize,
    Worker,
    expect,
)

METERED = "Object.defineProperty(navigator, 'connection', {value: {saveData: true, effectiveType: '4g'}})"
UNMETERED = "Object.defineProperty(navigator, 'connection', {value: {saveData: false, effectiveType: '4g'}})"

# One page of each kind.
KINDS = (
    "",
    "leaving/conversion-fee/",
    "leaving/convert-contract/",
    "guides/leaving/",
    "fees/",
    "disputes/",
    "timeline/",
    "coverage/",
    "sources/",
    "glossary/",
    "claims/",
    "your-clients/",
    "contributing/language/",
    "offline/",
    "404.html",
)

# What each file of the bundle is called, whatever its content.
FILES = {
    "bundle": re.compile(r"/bundle\.mjs"),
    "worker": re.compile(r"/worker\.mjs"),
    "loader": re.compile(r"/pyodide-\w+\.mjs"),
    "glue": re.compile(r"/pyodide\.asm-\w+\.js"),
    "wasm": re.compile(r"\.wasm"),
    "library": re.compile(r"/library-\w+\.zip"),
    "calculators": re.compile(r"/calculators-\w+\.zip"),
}


@dataclass
class Visit:
    """One reader's visit. `page` is Playwright's; `guide` is the address of the guide, without a slash at its end."""

    page: Page
    guide: str

    def open(self, path: str) -> Visit:
        """Open a page of the guide and wait until its calculator has its script."""
        self.page.goto(f"{self.guide}/{path}")
        expect(self.button).to_be_enabled()
        return self

    @property
    def calculator(self) -> Locator:
        """The element."""
        return self.page.locator("policy-calculator")

    @property
    def button(self) -> Locator:
        """The button that asks."""
        return self.calculator.locator("[type=submit]")

    @property
    def answer(self) -> Locator:
        """The answer's place."""
        return self.calculator.locator(".calculator-answer")

    @property
    def words(self) -> Locator:
        """What the calculator says about itself."""
        return self.calculator.locator(".calculator-words")

    def question(self, name: str) -> Locator:
        """The part of the form that asks for this input."""
        return self.calculator.locator(f"[data-input={name}]")

    def type(self, given: Mapping[str, str]) -> None:
        """Fill the fields of these names, as a reader does."""
        for name, value in given.items():
            field = self.calculator.locator(f"[name={name}]")
            if field.first.get_attribute("type") == "radio":
                self.calculator.locator(f"[name={name}][value={value}]").check()
            else:
                field.fill(value)

    def press(self) -> None:
        """Press the button."""
        self.button.click()

    def is_in(self, state: str) -> None:
        """Wait until the calculator is in this state. Seen at once, where `expect` looks twice a second at last."""
        try:
            self.page.wait_for_function(IN_STATE, arg=state, timeout=20_000)
        except TimeoutError:
            expect(self.calculator).to_have_attribute("state", state, timeout=1)

    def ask_worker(self, rule: str, typed: Mapping[str, str], today: str, reading: str = "") -> str:
        """The JSON that the worker answers, with no form in between."""
        question = {"rule": rule, "typed": dict(typed), "today": today, "reading": reading}
        return str(self.page.evaluate(ASK_WORKER, [question]))

    def end_worker(self) -> None:
        """End the calculators' thread as a browser short of memory does: without a word."""
        (worker,) = self.workers()
        worker.evaluate("close()")

    def workers(self) -> list[Worker]:
        """The calculators' threads that run; the search has one of its own."""
        return [worker for worker in self.page.workers if FILES["worker"].search(worker.url)]

    @contextmanager
    def held_back(self, file: str) -> Iterator[None]:
        """Until the block ends, a file of the bundle does not arrive."""
        waiting: list[Route] = []
        self.page.context.route(FILES[file], lambda route: waiting.append(route))
        yield
        for route in waiting:
            route.continue_()
        self.page.context.unroute(FILES[file])

    @contextmanager
    def blocked(self, file: str) -> Iterator[None]:
        """Until the block ends, a file of the bundle cannot be had."""
        self.page.context.route(FILES[file], lambda route: route.abort())
        yield
        self.page.context.unroute(FILES[file])


IN_STATE = "(state) => document.querySelector('policy-calculator')?.getAttribute('state') === state"
# The page's own runtime: its scripts' address names their release.
RUNTIME = (
    """import(document.querySelector("script[src$='/calculator.mjs']").src.replace(/calculator.mjs$/, "runtime.mjs"))"""
)
ASK_WORKER = f"""async ([question]) => {{
  const {{ runtime }} = await {RUNTIME};
  return runtime.ask(question);
}}"""


def window(browser: Browser, width: int = 1280, scheme: Literal["light", "dark"] = "light") -> BrowserContext:
    """A browser's window of a reader with a metered connection, in which no calculator starts by itself."""
    # A service worker would fetch past the files that a test holds back; it has tests of its own.
    size: ViewportSize = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, color_scheme=scheme, service_workers="block")
    context.add_init_script(METERED)
    return context


@contextmanager
def no_other_host(context: BrowserContext, served: str) -> Iterator[None]:
    """Until the block ends, a request from this window to another host fails."""
    asked: list[str] = []

    def asking(request: Request) -> None:
        asked.append(request.url)

    context.on("request", asking)
    yield
    context.remove_listener("request", asking)
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []
