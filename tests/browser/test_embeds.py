"""A calculator on another site, by one line or a plain frame: it answers there, and tells its height and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from smallprint.headers import content_security_policy
from tests.conftest import ROOT
from tests.serving import Handler, serve

RULE = "service-fee"
GIVEN = {"amount": "600", "paid_on": "2021-06-01", "billed_before": "0"}
BY_SCRIPT = '<script async src="{guide}/embed.mjs" data-rule="service-fee"></script>'
BY_MODULE = '<script type="module" src="{guide}/embed.mjs" data-rule="service-fee"></script>'
ELEMENT = '<smallprint-calculator rule="service-fee"></smallprint-calculator>'
BY_ELEMENT = '<script async src="{guide}/embed.mjs"></script>' + ELEMENT
BY_FRAME = '<iframe src="{guide}/embed/service-fee/" title="Fee" width="100%" height="700"></iframe>'
HEARD = "window.heard = []; addEventListener('message', ({ data, origin }) => window.heard.push([origin, data]));"


class Guide(Handler):
    """The guide's host: sends the policy for its pages, and lets other sites load scripts as modules."""

    policy = ""

    def end_headers(self) -> None:
        """Add both to every answer."""
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


@pytest.fixture
def guide(site: Path) -> Iterator[str]:
    """The address of the guide's host. A bare page has no script of its own inside it, so that none need be named."""
    Guide.policy = content_security_policy([(site / "embed" / RULE / "index.html").read_text("utf-8")])
    assert "sha256" not in Guide.policy
    with serve(site, Guide) as address:
        yield address


@pytest.fixture
def elsewhere(tmp_path: Path, browser: Browser) -> Iterator[Page]:
    """A page of another site, not yet written. What is said on its console fails the test."""
    said: list[str] = []
    with serve(tmp_path) as address, browser.new_context(viewport={"width": 900, "height": 700}) as context:
        context.add_init_script(HEARD)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{address}/favicon.ico")
        (tmp_path / "index.html").write_text("<!doctype html><title>Somebody's page</title><p>Before</p>", "utf-8")
        said.clear()
        page.goto(address)
        yield page
    assert [words for words in said if "favicon" not in words and "404" not in words] == []


@pytest.mark.parametrize("line", [BY_SCRIPT, BY_MODULE, BY_ELEMENT, BY_FRAME])
def test_it_answers_on_another_site(line: str, guide: str, elsewhere: Page) -> None:
    write(elsewhere, line.format(guide=guide))
    frame = elsewhere.frame_locator("iframe")
    ask(frame)
    expect(frame.locator(".calculator-answer")).to_contain_text("Upwork takes $110.00 of $600.00; you keep $490.00.")
    expect(frame.get_by_role("navigation", name="What comes next")).to_contain_text("Amount to keep $490.00")
    if line != BY_FRAME:
        elsewhere.wait_for_function("document.querySelector('iframe').clientHeight > 750")
        inside = frame.locator("body").evaluate("body => body.getBoundingClientRect().height")
        assert abs(elsewhere.locator("iframe").evaluate("frame => frame.clientHeight") - inside) <= 1
    heard = elsewhere.evaluate("window.heard")
    assert heard
    assert {origin for origin, _ in heard} == {guide}
    assert {tuple(data) for _, data in heard} == {("smallprintHeight",)}


def test_only_its_own_frame_tells_a_height(guide: str, elsewhere: Page) -> None:
    write(elsewhere, BY_SCRIPT.format(guide=guide))
    frame = elsewhere.frame_locator("iframe")
    expect(frame.locator("policy-calculator")).to_be_attached()
    elsewhere.wait_for_function("document.querySelector('iframe').style.height.endsWith('px')")
    before = elsewhere.locator("iframe").evaluate("frame => frame.style.height")
    elsewhere.evaluate("postMessage({ smallprintHeight: 5 }, '*')")
    write(elsewhere, f'<iframe src="{guide}/embed/free-date/" title="Another"></iframe>')
    elsewhere.wait_for_function("window.heard.length > 2")
    assert elsewhere.locator("iframe").first.evaluate("frame => frame.style.height") == before


def test_a_link_to_an_answer_leads_to_the_guide(guide: str, elsewhere: Page) -> None:
    write(elsewhere, BY_SCRIPT.format(guide=guide))
    frame = elsewhere.frame_locator("iframe")
    ask(frame)
    with elsewhere.context.expect_page() as opened:
        frame.get_by_role("link", name="Link to this answer").click()
    assert opened.value.url.startswith(f"{guide}/fees/{RULE}/#amount=600&")


def test_a_copied_link_leads_to_the_guide(guide: str, elsewhere: Page) -> None:
    elsewhere.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    write(elsewhere, BY_FRAME.format(guide=guide))
    frame = elsewhere.frame_locator("iframe")
    ask(frame)
    frame.get_by_role("button", name="Copy link").click()
    expect(frame.locator(".calculator-copied textarea")).to_have_value(re.compile(f"^{guide}/fees/{RULE}/#amount=600&"))


def test_bare_pages_are_kept_out_of_search_engines(site: Path) -> None:
    pages = list((site / "embed").glob("*/index.html"))
    assert len(pages) == len(list((ROOT / "calculators" / "rules").glob("[a-z]*.py")))
    for page in pages:
        assert '<meta name="robots" content="noindex">' in page.read_text("utf-8")
    assert "/embed/" not in (site / "sitemap.xml").read_text("utf-8")


def write(page: Page, line: str) -> None:
    """Put a line into somebody's page, as its author would."""
    page.evaluate("line => document.body.append(document.createRange().createContextualFragment(line))", line)


def ask(frame: FrameLocator) -> None:
    """Fill the form in the frame and press; what is asked then is filled in too."""
    calculator = frame.locator("policy-calculator")
    for name in ("amount", "paid_on"):
        frame.locator(f"[name={name}]").fill(GIVEN[name])
    frame.get_by_role("button", name="Work it out").click()
    expect(calculator).to_have_attribute("state", "answered", timeout=60_000)
    frame.locator("[name=billed_before]").fill(GIVEN["billed_before"])
