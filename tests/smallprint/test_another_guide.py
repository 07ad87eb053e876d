"""A guide to another platform, from three policy files in an empty folder: it builds, answers and becomes a site.

It does what docs/contributing/another-guide.md says.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = """# yaml-language-server: $schema=schema.json
help-commission:
  title: What we take
  publisher: Taskhouse
  kind: official-help
  checked: 2026-11-01
  check_by: 2027-05-01
"""
COMMISSION = """# yaml-language-server: $schema=../schema.json
rule: commission
question: What does Taskhouse take?
short: An eighth of the price.
for: [freelancer]
dated_by: sold_on

inputs:
  price: {ask: What is the price?, noun: Price, kind: money}
  sold_on: {ask: On which day is it sold?, noun: Day of sale, kind: date}

figures:
  share: {label: Share taken, kind: rate, values: [{from: 2024-01-01, is: 12.5%, source: help-commission}]}

steps:
  commission:
    label: Commission
    kind: money
    round: cent
    is: price * share
    because: The share is taken from the price.
  kept: {label: What you keep, kind: money, is: price - commission, because: The rest is yours.}

answers: [commission, kept]
answer: Taskhouse takes {commission}; you keep {kept}.

readings:
  official: {title: As published, standing: adopted, held_by: [help-commission], because: Taskhouse says so.}

laws:
  - {at_most: [commission, price]}

examples:
  - title: A hundred
    given: {price: 100, sold_on: 2026-05-01}
    expect: {commission: 12.50, kept: 87.50}
"""
PRICE = """# yaml-language-server: $schema=../schema.json
rule: price-to-keep
question: What must the price be?
short: A seventh more than you want to keep.
for: [freelancer]
dated_by: sold_on

inputs:
  keep: {ask: What do you want to keep?, noun: To keep, kind: money}
inputs_from: {rule: commission, except: [price]}

steps:
  price:
    label: Price
    solve: {rule: commission, step: kept, for: price, at_least: keep}
    because: It is the least that leaves enough.

answers: [price]
answer: Ask for {price}.

periods:
  - {from: 2024-01-01, source: help-commission}

readings:
  official: {title: As published, standing: adopted, held_by: [help-commission], because: Taskhouse says so.}

examples:
  - title: To keep 87.50
    given: {keep: 87.50, sold_on: 2026-05-01}
    expect: {price: 100.00}
"""
LEFT_OUT = shutil.ignore_patterns("__pycache__", "bundle", "release-*", "release.html", "*.jinja", "*.unfinished")
HOME = "# Taskhouse, worked out\n\n[What does Taskhouse take?](fees/commission.md)\n"


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the other guide, built."""
    folder = tmp_path_factory.mktemp("taskhouse")
    for name in ("calculators", "smallprint", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=LEFT_OUT)
    for name in ("assets", "contributing", "decisions"):
        shutil.copytree(ROOT / "docs" / name, folder / "docs" / name, ignore=LEFT_OUT)
    for name in ("guide.schema.json", "offline.md", "service-worker.js"):
        shutil.copy(ROOT / "docs" / name, folder / "docs" / name)
    for path in (folder / "calculators" / "rules").glob("*.py"):
        path.unlink()
    if (ROOT / ".cache" / "pack").exists():  # compressing the same files again takes half a minute
        shutil.copytree(ROOT / ".cache" / "pack", folder / ".cache" / "pack")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    (folder / "mkdocs.yml").write_text(settings((ROOT / "mkdocs.yml").read_text("utf-8")), "utf-8")
    (folder / "docs" / "index.md").write_text(HOME, "utf-8")
    texts = {"sources": SOURCES, "fees/commission": COMMISSION, "fees/price-to-keep": PRICE}
    (folder / "policy" / "fees").mkdir(parents=True)
    for name, text in texts.items():
        (folder / "policy" / f"{name}.yaml").write_text(text, "utf-8")
    ran(folder, "-m", "smallprint", "build")
    return folder


def settings(ours: str) -> str:
    """This guide's settings as the other guide has them."""
    theirs = re.sub(r"  - Guides:\n(    - .*\n)+", "", ours)
    theirs = re.sub(r"site_description: .*", "site_description: What Taskhouse takes, worked out.", theirs)
    return theirs.replace("site_name: Smallprint", "site_name: Taskhouse, worked out").replace("Upwork", "Taskhouse")


def ran(folder: Path, *words: str) -> str:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment["NO_MKDOCS_2_WARNING"] = "1"
    done = subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_has_its_own_rules_and_no_others(guide: Path) -> None:
    modules = {path.stem for path in (guide / "calculators" / "rules").glob("*.py")}
    assert modules == {"__init__", "commission", "price_to_keep"}
    said = ran(guide, "-m", "smallprint", "calc", "price-to-keep", "keep=175", "sold_on=2026-11-26", "--json")
    assert json.loads(said)["answers"] == {"price": "200.00"}


def test_its_laws_are_proved(guide: Path) -> None:
    assert "0 broken" in ran(guide, "-m", "smallprint", "prove")


def test_it_becomes_a_site_that_names_no_other_platform(guide: Path) -> None:
    ran(guide, "-m", "mkdocs", "build", "--strict", "--quiet")
    pages = [path for path in (guide / "site").rglob("*.html") if "contributing" not in path.parts]
    pages = [path for path in pages if "decisions" not in path.parts]
    assert (guide / "site" / "fees" / "price-to-keep" / "index.html") in pages
    naming = [path.relative_to(guide).as_posix() for path in pages if "Upwork" in path.read_text("utf-8")]
    assert naming == []
