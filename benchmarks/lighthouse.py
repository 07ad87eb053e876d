"""Pages' addresses in, Lighthouse's scores of them out; as a benchmark, the speed of four pages, which nothing asserts.

Lighthouse runs from npm in the machine's own Chromium, as a phone on a slow connection that it simulates.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import brotli  # type: ignore[import-untyped]  # it ships no types

from benchmarks.compared import Compared
from tests.conftest import BROWSER_OPTIONS, build_site
from tests.serving import serve

ROOT = Path(__file__).parent.parent
PAGES = ("", "fees/service-fee/", "leaving/conversion-fee/", "standing/top-rated/")
CATEGORIES = ("accessibility", "best-practices", "seo")
SPEED = "performance"
RUNS = 3
TEXTS = (".html", ".css", ".js", ".json", ".xml")
# What hosts take for what they compress while they send it.
QUALITY = 5


@dataclass(frozen=True)
class Category:
    """A score from 0 to 1, and the audits that cost something, with what Lighthouse says of them."""

    score: float
    lost: dict[str, str]


def measure() -> list[Compared]:
    """The median of three runs on each page, of 100."""
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build_site(site)
        _compress(site)
        with serve(site) as address:
            runs = [audited(address, PAGES, [SPEED]) for _ in range(RUNS)]
    return [_speed(path, [run[path][SPEED].score for run in runs]) for path in PAGES]


def _compress(site: Path) -> None:
    """Give texts a compressed copy: hosts send them so, and the build leaves those that change every day to them."""
    for file in [file for file in site.rglob("*") if file.suffix in TEXTS]:
        packed = file.with_name(f"{file.name}.br")
        if not packed.exists():
            packed.write_bytes(brotli.compress(file.read_bytes(), quality=QUALITY))


def _speed(path: str, scores: Sequence[float]) -> Compared:
    return Compared(f"Lighthouse's speed of /{path}", [100 * median(scores)], "the best there is", [100.0], "of 100")


def audited(served: str, paths: Sequence[str], categories: Sequence[str]) -> dict[str, dict[str, Category]]:
    """The categories' scores of each path. Raises `subprocess.CalledProcessError` where Lighthouse could not run."""
    options = [*BROWSER_OPTIONS, "--headless=new", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    script = ROOT / "benchmarks" / "in_lighthouse.mjs"
    command = ["node", str(script), json.dumps(categories), json.dumps(options)]
    command += [f"{served}/{path}" for path in paths]
    chromium = shutil.which("chromium")
    environment = os.environ | ({"CHROME_PATH": chromium} if chromium else {})
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    reports = [json.loads(line) for line in ran.stdout.splitlines()]
    return {
        path: {name: _category(report, name) for name in categories}
        for path, report in zip(paths, reports, strict=True)
    }


def _category(report: dict[str, dict[str, dict[str, object]]], name: str) -> Category:
    category = report["categories"][name]
    audits = report["audits"]
    lost: dict[str, str] = {}
    for reference in _list(category["auditRefs"]):
        audit = audits[str(reference["id"])]
        if reference["weight"] and audit["score"] not in (None, 1):
            lost[str(reference["id"])] = f"{audit['title']}: {json.dumps(audit.get('details'))[:600]}"
    score = category["score"]
    assert isinstance(score, int | float)
    return Category(float(score), lost)


def _list(value: object) -> list[dict[str, object]]:
    assert isinstance(value, list)
    return value
