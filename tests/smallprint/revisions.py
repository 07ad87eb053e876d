"""Policy files by path in, a git repository with them as its one revision out; then edits in, what they change out."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from smallprint.impact.changes import Changes, Found, RuleChange
from smallprint.impact.compare import compare
from tests.smallprint.cases import CASES

FEE = "policy/fees/base-fee.yaml"
ADA = "policy/people/ada.yaml"
SOURCES = "policy/sources.yaml"
SMALL = {
    SOURCES: (CASES / "sources.yaml").read_text("utf-8"),
    FEE: (CASES / "base-fee.yaml").read_text("utf-8"),
    ADA: """# yaml-language-server: $schema=../schema.json
person: ada
name: Ada
who: Ada draws for $100 a week.

asks:
  - {title: a week in 2024, rule: base-fee, given: {amount: 100, paid_on: 2024-03-01}}
  - {title: a week in 2021, rule: base-fee, given: {amount: 100, paid_on: 2021-03-01}}
""",
}
_AUTHOR = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.com",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.com",
}


def git(folder: Path, *words: str) -> str:
    """What git says."""
    ran = subprocess.run(
        ["git", "-C", str(folder), *words], env=os.environ | _AUTHOR, capture_output=True, text=True, check=True
    )
    return ran.stdout.strip()


def repository(folder: Path, files: Mapping[str, str]) -> Path:
    """The folder, made a repository of these files with one commit."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    write(folder, files)
    commit(folder)
    return folder


def commit(folder: Path) -> str:
    """Commit whatever lies there; the commit's name."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "As it is")
    return git(folder, "rev-parse", "HEAD")


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write these files; an empty one is removed."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text:
            path.write_text(text, "utf-8")
        else:
            path.unlink()


def edited(folder: Path, path: str, *edits: tuple[str, str]) -> Found:
    """What it changes to replace each first text by its second in a file that is otherwise as committed."""
    text = (folder / path).read_text("utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    (folder / path).write_text(text, "utf-8")
    return compare(folder, "HEAD", None)


def changes(found: Found) -> Changes:
    """The changes; fails where nothing could be compared."""
    assert isinstance(found, Changes), found
    return found


def only_rule(found: Found) -> RuleChange:
    """The one rule that changed."""
    (rule,) = changes(found).rules
    return rule
