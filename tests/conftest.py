"""What tests share: the guide built once for all of them, a server for it, and a real browser."""

from __future__ import annotations

import fcntl
import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.serving import Hosted, Native, serve

ROOT = Path(__file__).parent.parent
# What no test needs. The last of such options counts alone, so Playwright's own list is in this one. The first two are
# pages that Chromium makes ready for its address bar, one a window: they took half a second of every test.
FEATURES = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
BROWSER_OPTIONS = (
    f"--disable-features={','.join(FEATURES)}",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# WebAssembly is compiled once, for a quick start: to compile it again, for speed, takes half a second of a processor's
# time a visit, and no test's page lives long enough to gain by it. What is measured is measured without this.
SHORT_LIVED = "--js-flags=--liftoff-only"


def pytest_collection_finish() -> None:
    """Thousands of tests stay to the end: no search for garbage need go through them, nor be made as often."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built guide. The first worker that asks builds it; the others wait."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            build_site(shared / "unfinished")
            (shared / "unfinished").rename(folder)
    return folder


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of a local server of the built guide, without a slash at its end."""
    with serve(site, Hosted) as address:
        yield address


@pytest.fixture(scope="session")
def served_natively(site: Path) -> Iterator[str]:
    """The address of the same guide, whose questions are answered in this process and not in the browser."""
    with serve(site, Native) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium: the machine's own where it has one, else the one that Playwright fetched."""
    options = [*BROWSER_OPTIONS, SHORT_LIVED, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        yield running
        running.close()


def build_site(folder: Path) -> None:
    """Build the guide with MkDocs into `folder`; any warning fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=quiet, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
