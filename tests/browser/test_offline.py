"""A visited page without a connection, a new release after an old one, and networks that answer with something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.hosts import Host, Moody, hosted, next_release, release_of
from tests.browser.visit import METERED, Visit

PAGE = "fees/service-fee/"
LINK = f"{PAGE}#amount=600&billed_before=0&paid_on=2021-06-01"
ANSWER = "Upwork takes $110.00 of $600.00; you keep $490.00."
KEPT = """async () => {
  const kept = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) kept.push(url);
  }
  return kept;
}"""
KEPT_TEXT = """async () => {
  const texts = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      texts.push(JSON.stringify([request.url, [...request.headers]]) + (await (await cache.match(request)).text()));
    }
  }
  return texts.join("\\n");
}"""


@pytest.fixture(autouse=True)
def well() -> None:
    """Every test begins with a host that answers."""
    Moody.mood = "well"


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """A host of one test's own."""
    with hosted(site, tmp_path) as host:
        yield host


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has never been to the guide."""
    with browser.new_context() as context:
        context.add_init_script(METERED)
        yield context


@pytest.fixture
def visit(context: BrowserContext, host: Host) -> Visit:
    """A page that has been opened, answered, and kept, with its calculator."""
    return opened_and_kept(context, host)


def opened_and_kept(context: BrowserContext, host: Host) -> Visit:
    """Open a page and wait until it is kept."""
    visit = Visit(context.new_page(), host.address)
    visit.open(LINK).is_in("answered")
    is_kept(visit.page, f"{host.address}/{PAGE}", ".wasm")
    return visit


@pytest.fixture(scope="module")
def earlier(browser: Browser, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A visit, of which everything is kept, for tests that come after it and change nothing of that."""
    with hosted(site, tmp_path_factory.mktemp("earlier")) as host, browser.new_context() as context:
        context.add_init_script(METERED)
        yield opened_and_kept(context, host)


@pytest.fixture
def later(earlier: Visit) -> Iterator[Visit]:
    """Another page in the window of that visit."""
    visit = Visit(earlier.page.context.new_page(), earlier.guide)
    yield visit
    visit.page.context.set_offline(False)
    visit.page.close()


def test_a_visited_page_answers_without_a_connection(later: Visit) -> None:
    later.page.context.set_offline(True)
    later.open(LINK).is_in("answered")
    expect(later.answer).to_contain_text(ANSWER)
    later.type({"amount": "1000"})
    expect(later.answer).to_contain_text("$1,000.00")


def test_what_is_kept_starts_by_itself_on_a_metered_connection_too(later: Visit) -> None:
    later.open("fees/price-to-net/").is_in("ready")
    assert later.page.evaluate("navigator.connection.saveData")


def test_a_page_never_visited_says_so_in_words_and_leads_back(later: Visit) -> None:
    later.page.context.set_offline(True)
    later.page.goto(f"{later.guide}/leaving/free-date/")
    expect(later.page.get_by_role("heading", level=1)).to_have_text("You have no connection")
    later.page.context.set_offline(False)
    later.page.get_by_role("link", name="try again").click()
    expect(later.page).to_have_url(f"{later.guide}/leaving/free-date/")
    expect(later.page.locator("h1")).to_contain_text("free to work")


def test_a_host_that_is_down_or_slow_does_not_keep_a_visited_page_from_its_reader(later: Visit) -> None:
    Moody.mood = "down"
    later.open(LINK).is_in("answered")
    expect(later.answer).to_contain_text(ANSWER)


def test_nothing_a_reader_types_is_kept(later: Visit) -> None:
    later.open(LINK).is_in("answered")
    later.type({"amount": "61234.56"})
    expect(later.answer).to_contain_text("$61,234.56")
    later.page.goto(f"{later.guide}/{PAGE}?from=somewhere#amount=71234.56&paid_on=2021-06-01&billed_before=0")
    later.page.reload()
    later.is_in("answered")
    expect(later.answer).to_contain_text("$71,234.56")
    kept = later.page.evaluate(KEPT_TEXT)
    assert PAGE in kept
    for typed in ("61234", "61,234", "71234", "71,234", "from=somewhere"):
        assert typed not in kept, typed
    assert later.page.context.cookies() == []


def test_a_new_release_replaces_the_old_one_whole(visit: Visit, host: Host, site: Path, tmp_path: Path) -> None:
    old, new = release_of(site), next_release(site, tmp_path / "next")
    visit.page.goto(f"{host.address}/fees/price-to-net/")
    is_kept(visit.page, "/fees/price-to-net/")
    host.publish(tmp_path / "next")
    Moody.lists.clear()
    visit.page.goto(f"{host.address}/{LINK}")
    visit.page.reload()
    visit.is_in("answered")
    expect(visit.page.locator("html")).to_have_attribute("data-words", "next")
    assert scripts_of(visit.page) == {new}
    # By now the page has said that it was opened, and its release is not yet kept.
    visit.page.wait_for_timeout(500)
    Moody.lists.set()
    is_gone(visit.page, old)
    visit.page.context.set_offline(True)
    for page in (LINK, "fees/price-to-net/"):
        visit.page.goto(f"{host.address}/{page}")
        expect(visit.page.locator("html")).to_have_attribute("data-words", "next")
        assert scripts_of(visit.page) == {new}


def test_going_from_page_to_page_never_runs_the_scripts_of_two_releases(
    browser: Browser, host: Host, site: Path, tmp_path: Path
) -> None:
    new = next_release(site, tmp_path / "next")
    with browser.new_context(service_workers="block") as context:
        context.add_init_script(METERED)
        page = context.new_page()
        # The theme goes from page to page without a reload only at the address that the site map names.
        map = (site / "sitemap.xml").read_text("utf-8").replace("http://127.0.0.1:8000", host.address)
        page.route("**/sitemap.xml", lambda route: route.fulfill(body=map, content_type="text/xml"))
        visit = Visit(page, host.address).open(PAGE)
        page.wait_for_load_state("networkidle")
        page.evaluate("window.sameVisit = true")
        host.publish(tmp_path / "next")
        page.get_by_role("link", name=re.compile("charge to keep")).first.click()
        expect(visit.calculator).to_have_attribute("rule", "price-to-net")
        page.wait_for_function("!window.sameVisit")
        expect(visit.button).to_be_enabled()
        assert scripts_of(page) == {new}


def test_an_installation_that_fails_does_no_harm_and_is_tried_again(context: BrowserContext, host: Host) -> None:
    Moody.mood = "no service"
    visit = Visit(context.new_page(), host.address)
    visit.open(LINK).is_in("answered")
    expect(visit.answer).to_contain_text(ANSWER)
    visit.page.wait_for_function(
        "performance.getEntriesByType('resource').some(({ name }) => name.includes('search_index'))"
    )
    visit.page.wait_for_timeout(1_500)
    assert visit.page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert visit.page.evaluate(KEPT) == []
    Moody.mood = "well"
    visit.page.reload()
    visit.is_in("answered")
    is_kept(visit.page, f"{host.address}/{PAGE}", ".wasm")


def test_a_network_that_answers_with_its_own_page_is_not_believed(visit: Visit) -> None:
    Moody.mood = "station"
    # What the browser itself kept would still be right.
    visit.page.context.new_cdp_session(visit.page).send("Network.clearBrowserCache")
    visit.page.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    visit.page.goto(f"{visit.guide}/fees/price-to-net/")
    visit.page.wait_for_timeout(1_500)
    assert "Welcome to our network" not in visit.page.evaluate(KEPT_TEXT)
    assert not [url for url in visit.page.evaluate(KEPT) if "price-to-net" in url]
    Moody.mood = "well"
    visit.open(LINK).is_in("answered")
    is_kept(visit.page, f"{visit.guide}/{PAGE}", ".wasm")


def is_kept(page: Page, *ends: str) -> None:
    """Wait until something is kept whose address ends like each of these."""
    until(page, lambda kept: all(any(url.endswith(end) for url in kept) for end in ends))


def is_gone(page: Page, part: str) -> None:
    """Wait until nothing is kept whose address has this in it."""
    until(page, lambda kept: not any(part in url for url in kept))


def until(page: Page, so: Callable[[list[str]], bool]) -> None:
    """Wait until it is so for the addresses that are kept."""
    for _ in range(200):
        kept = page.evaluate(KEPT)
        if so(kept):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"kept for long: {kept}")


def scripts_of(page: Page) -> set[str]:
    """The releases that the page's scripts and styles came from."""
    loaded = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    return {found[0] for url in loaded for found in [re.search(r"release-\w+", url)] if found}
