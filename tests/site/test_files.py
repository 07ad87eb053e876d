"""The project's own files: no registry's host in any of them, every command of the Makefile described."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from tests.conftest import ROOT

# In two parts, so that this file does not hold them itself.
HOSTS = [
    "registry." + "npmjs",
    "pypi." + "org",
    "python" + "hosted",
    "deb." + "debian",
    "cdn.js" + "delivr",
    "unpkg" + ".com",
]


def tracked() -> list[str]:
    """The paths of the files that git has, or would add."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [path for path in listed.stdout.splitlines() if (ROOT / path).is_file()]


@pytest.mark.parametrize("host", HOSTS)
def test_no_file_names_a_registry(host: str) -> None:
    assert [path for path in tracked() if host.encode() in (ROOT / path).read_bytes()] == []


def test_every_requirement_has_its_hashes() -> None:
    for name in ("requirements.txt", ".ci/uv.txt", ".ci/node.txt"):
        for requirement in re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8")):
            assert requirement.startswith("#") or "--hash=sha256:" in requirement, requirement


def test_the_npm_lock_has_hashes_and_no_addresses() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    for name, package in packages.items():
        assert not name or "integrity" in package, name
        assert "resolved" not in package, name


def test_every_make_target_is_documented_and_short() -> None:
    described = (ROOT / "docs" / "contributing" / "index.md").read_text("utf-8")
    for target, recipe in re.findall(r"^([a-z]+):.*\n((?:\t.*\n)*)", (ROOT / "Makefile").read_text("utf-8"), re.M):
        assert f"`make {target}`" in described, target
        assert recipe.count("\n") <= 3, target


def test_the_licence_is_named_alike_everywhere() -> None:
    assert "The Smallprint contributors" in (ROOT / "LICENSE").read_text("utf-8")
    assert 'license = "MIT"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert json.loads((ROOT / "package.json").read_text("utf-8"))["license"] == "MIT"
