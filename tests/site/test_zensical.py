"""The theme's successor builds the same guide from the same folder, and a calculator works in it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import ROOT
from tests.serving import serve


def test_zensical_builds_the_same_pages(site: Path, zensical_site: Path) -> None:
    assert pages(zensical_site) == pages(site)


def test_a_calculator_works_in_it(zensical_site: Path, browser: Browser) -> None:
    with serve(zensical_site) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/fees/service-fee/#amount=600&billed_before=0&paid_on=2021-06-01")
        calculator = page.locator("policy-calculator")
        expect(calculator).to_have_attribute("state", "answered", timeout=60_000)
        expect(calculator).to_contain_text("$110.00")


@pytest.fixture(scope="module")
def zensical_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The guide built by Zensical from the pages that `site` left on disk."""
    assert site.is_dir()
    folder = tmp_path_factory.mktemp("zensical")
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    command = [str(Path(sys.executable).parent / "zensical"), "build", "--strict"]
    built = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    yield folder / "site"
    shutil.rmtree(folder)


def pages(site: Path) -> dict[str, int]:
    """The paths of a built site's pages, and how many calculators each has."""
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8").count("<policy-calculator")
        for path in site.rglob("*.html")
    }
