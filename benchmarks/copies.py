"""The project and a number in, a folder out that holds the project with that many rules: the real ones, then copies."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from compileall import compile_dir
from itertools import count, islice
from pathlib import Path

ROOT = Path(__file__).parent.parent
NEEDED = ("smallprint", "calculators", "docs", "overrides", "mkdocs.yml")
# What a build writes is left out, but for what is committed.
# Guides written by hand go too: they show figures of rules that a smaller number of rules may lack.
WRITTEN = (
    "__pycache__",
    "bundle",
    "*.jinja",
    "claims",
    "fees",
    "connects",
    "payments",
    "standing",
    "leaving",
    "account",
)
# What a reader may ask next goes too: those rules may be lacking.
NEXT = re.compile(r"^next:\n(?:(?: .*)?\n)+", re.M)
NAMED = re.compile(r"\b(?P<key>rule: )(?P<id>[a-z0-9-]+)")


def project_with(rules: int, folder: Path, first: int = 0) -> None:
    """Write the project to `folder`, with so many rules: the real ones, or without them, from the `first` copies on."""
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns(*WRITTEN))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    for name in ("smallprint", "calculators"):  # as after any first run of the generator
        compile_dir(folder / name, quiet=2)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    for path, text in islice(_copies(first), rules):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    shutil.copy(ROOT / "policy" / "sources.yaml", folder / "policy")


def environment() -> dict[str, str]:
    """This process's own, in which Python keeps what it compiled, as it does for all who do not forbid it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1"}


def _copies(first: int) -> Iterator[tuple[str, str]]:
    """Path and text of the real rule files, then of their first copies with ids of their own, and so on."""
    originals = {path: NEXT.sub("", path.read_text("utf-8")) for path in sorted((ROOT / "policy").glob("*/*.yaml"))}
    rules = {path: text for path, text in originals.items() if re.search(r"^rule: ", text, re.M)}
    # A rule that builds on another comes after it, so that however many are taken, none lacks what it builds on.
    ordered = sorted(rules, key=lambda path: (len(_named(rules[path])), path))
    for number in count(first):
        ending = f"-{number}" if number else ""
        for path in ordered:
            renamed = NAMED.sub(rf"\g<key>\g<id>{ending}", rules[path])
            yield f"policy/{path.parent.name}/{path.stem}{ending}.yaml", renamed


def _named(text: str) -> set[str]:
    return {found["id"] for found in NAMED.finditer(text)}
