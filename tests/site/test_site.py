"""The built guide: a page for every policy file, links that lead somewhere, nothing from another host."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urldefrag, urlsplit

from calculators.rules import RULES
from tests.conftest import ROOT

LEFT_OUT = re.compile(r"<section [^<>]*data-search-exclude>.*?</section>", re.S)


def test_mkdocs_builds_a_page_for_every_policy_file(site: Path) -> None:
    files = [path.relative_to(ROOT / "policy") for path in (ROOT / "policy").glob("*/*.yaml")]
    files = [file for file in files if file.parts[0] != "people"]  # who only asks, to show what a change does
    assert files
    for file in files:
        assert (site / file.with_suffix("") / "index.html").is_file(), file


def test_links_inside_the_guide_lead_somewhere(site: Path) -> None:
    read = {page: read_page(site / page) for page in pages(site)}
    lost = [f"{page}: {link}" for page, one in read.items() for link in one.links if not leads(link, page, site, read)]
    assert lost == []


def test_no_element_loads_from_another_host(site: Path) -> None:
    loads = {f"{page}: {address}" for page in pages(site) for address in read_page(site / page).loads}
    assert {one for one in loads if "//" in one.split(": ", 1)[1]} == set()


def test_ids_are_used_once_a_page(site: Path) -> None:
    for page in pages(site):
        ids = read_page(site / page).ids
        assert len(ids) == len(set(ids)), (page, sorted(id for id in set(ids) if ids.count(id) > 1))


def test_every_page_with_facts_says_once_by_when_to_check_them(site: Path) -> None:
    without = ("contributing/", "decisions/", "embed/", "404.html", "offline/")
    said = {page: (site / page).read_text("utf-8").count("<check-by ") for page in pages(site)}
    assert {page: count for page, count in said.items() if count != (not page.startswith(without))} == {}


def test_what_the_search_leaves_out_is_whole_on_its_page_and_not_in_the_index(site: Path) -> None:
    parts = [part for page in pages(site) for part in LEFT_OUT.findall((site / page).read_text("utf-8"))]
    assert len(parts) > len(RULES)
    assert [part[:200] for part in parts if part.count("<section") > 1] == []
    assert [page for page in pages(site) if "data-set-aside" in (site / page).read_text("utf-8")] == []
    index = (site / "search" / "search_index.json").read_text("utf-8")
    for words in ("Worked out when this page was built", "READINGS", "The numbers of this picture"):
        assert words in (site / "fees" / "service-fee" / "index.html").read_text("utf-8")
        assert words not in index


def pages(site: Path) -> set[str]:
    """The paths of a built site's pages."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def leads(link: str, page: str, site: Path, read: dict[str, Links]) -> bool:
    """Whether a link of `page` is to another host, or to a file, and a place in it, that are there."""
    address, place = urldefrag(link)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return parts.scheme in ("http", "https")
    folder = site if page == "404.html" or address.startswith("/") else (site / page).parent
    target = (folder / unquote(parts.path).lstrip("/")).resolve() if parts.path else site / page
    if target.is_dir():
        target = target / "index.html"
    if not target.is_file():
        return False
    if not place or target.suffix != ".html":
        return True
    found = read[target.relative_to(site.resolve()).as_posix()]
    if "=" in place:  # fills in the calculator's form
        return {name for name, _ in parse_qsl(place, strict_parsing=True)} <= found.inputs
    return place in found.ids


def read_page(path: Path) -> Links:
    """The links and ids of a page."""
    links = Links()
    links.feed(path.read_text("utf-8"))
    return links


class Links(HTMLParser):
    """Where a page's links lead, what it loads, its ids, and the inputs of its calculator."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.inputs: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element leads to, loads and is called."""
        if tag == "policy-compare":  # whose link says what is compared
            self.inputs |= {"rule", "compare"}
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name == "data-input" and value:
                self.inputs.add(value)
            if tag == "a" and name == "href" and value:
                self.links.append(value)
            loading = tag == "link" and dict(attrs).get("rel") in ("stylesheet", "icon", "preload", "preconnect")
            if value and ((name == "href" and loading) or (name == "src")):
                self.loads.append(value)
