"""The policy that the build writes for hosts: every page works under it, and no other script or host does."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from smallprint.headers import NAME, inline_scripts
from tests.browser.visit import KINDS, METERED, Visit
from tests.serving import Handler, serve

LINK = "fees/service-fee/#amount=600&billed_before=0&paid_on=2021-06-01"


class AsTold(Handler):
    """Sends every page with the policy that the site's own `_headers` tells."""

    policy = ""

    def end_headers(self) -> None:
        """Add the policy to every answer."""
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()


@contextmanager
def under_policy(site: Path, browser: Browser, said: list[str]) -> Iterator[Visit]:
    """A visit under the policy; `said` gets what the console gets. No cookie may be set, no other host asked."""
    AsTold.policy = told(site)
    asked: list[str] = []
    with serve(site, AsTold) as address, browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        context.add_init_script(METERED)
        # The theme goes from page to page without a reload only at the address that the site map names.
        sites = re.sub(r"http://[^/]+", address, (site / "sitemap.xml").read_text("utf-8"))
        context.route("**/sitemap.xml", lambda route: route.fulfill(body=sites, content_type="text/xml"))
        context.on("console", lambda message: said.append(f"{message.location['url']}: {message.text}"))
        context.on("request", lambda request: asked.append(request.url))
        yield Visit(context.new_page(), address)
        assert context.cookies() == []
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


@pytest.fixture
def visit(site: Path, browser: Browser) -> Iterator[Visit]:
    """A visit under the policy, of pages that write nothing to the console."""
    said: list[str] = []
    with under_policy(site, browser, said) as visit:
        yield visit
    assert said == []


def test_it_allows_nothing_by_a_broad_name(site: Path) -> None:
    policy = told(site)
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy.replace("'wasm-unsafe-eval'", "")
    assert "*" not in policy
    assert policy.startswith("default-src 'none'; ")


def test_pages_have_no_inline_styles_and_no_handlers_in_attributes(site: Path) -> None:
    """No hash would allow these."""
    forbidden = re.compile(r"<style\b|<[a-z][^<>]*?\s(?:style|on[a-z]+)\s*=", re.I)
    for page in site.rglob("*.html"):
        markup = re.sub(r"<script\b.*?</script>|<code>.*?</code>", "", page.read_text("utf-8"), flags=re.S)
        assert not forbidden.findall(markup), page


def test_every_kind_of_page_keeps_to_it(visit: Visit) -> None:
    for path in KINDS:
        visit.page.goto(f"{visit.guide}/{path}")
        visit.page.wait_for_load_state("networkidle")


def test_a_reader_searches_changes_colours_goes_from_page_to_page_and_calculates(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.guide}/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.sameVisit = true")
    page.get_by_title("Use light colours").click()
    page.get_by_title("Use dark colours").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("textbox", name="Search").press_sequentially("conversion")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_function("location.pathname.length > 1")
    page.locator("a[href*='free-date/']:visible").first.click()
    expect(visit.calculator).to_have_attribute("rule", "free-date")
    assert page.evaluate("window.sameVisit")
    visit.open(LINK).is_in("answered")
    expect(visit.answer).to_contain_text("you keep $490.00")


def test_it_is_enforced(site: Path, browser: Browser) -> None:
    said: list[str] = []
    with under_policy(site, browser, said) as visit:
        visit.page.goto(f"{visit.guide}/offline/")
        assert visit.page.evaluate(BREAK) == ["script-src-elem", "style-src-attr", "connect-src"]
        assert visit.page.evaluate("window.ran") is None
    assert len(said) >= 3


# What a policy is for: a script, a style and a request that are not the guide's.
BREAK = """async () => {
  const blocked = [];
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => blocked.push(effectiveDirective));
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  document.head.append(script);
  document.body.setAttribute("style", "color: red");
  await fetch("http://other.invalid/").catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 200));
  return blocked;
}"""


def told(site: Path) -> str:
    """The policy in a site's `_headers`."""
    found = re.search(r"Content-Security-Policy: (.*)", (site / NAME).read_text("utf-8"))
    assert found
    return found[1]


def test_every_inline_script_is_named(site: Path) -> None:
    policy = told(site)
    for page in site.rglob("*.html"):
        for script in inline_scripts(page.read_text("utf-8")):
            digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy, page
