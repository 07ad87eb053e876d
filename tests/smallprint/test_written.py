"""What a build leaves on disk: the same bytes from any folder, and no half of a file when it is interrupted."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.copies import project_with
from smallprint.written import tidy, write_whole
from tests.conftest import ROOT

MADE = ("docs", "calculators", "policy", "mkdocs.yml")
RULES = 6


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some rules, and nothing built of them yet."""
    folder = tmp_path_factory.mktemp("project") / "one"
    project_with(RULES, folder)
    (folder / ".cache").symlink_to(ROOT / ".cache")
    return folder


def test_two_checkouts_build_the_same_bytes(project: Path, tmp_path: Path) -> None:
    folders = []
    for name, seed in (("a", "0"), ("another/folder", "12345")):
        folder = tmp_path / name
        shutil.copytree(project, folder, symlinks=True)
        for path in folder.rglob("*.yaml"):
            os.utime(path, (1, 1) if seed == "0" else None)
        assert build(folder, seed).wait() == 0
        folders.append(folder)
    one, other = (contents(folder) for folder in folders)
    assert {str(path) for path in one} >= {"policy/schema.json", "docs/assets/bundle/bundle.mjs"}
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


def test_a_build_killed_at_any_moment_leaves_whole_files_and_the_next_one_ends_as_ever(
    project: Path, tmp_path: Path
) -> None:
    before, whole = tmp_path / "before", tmp_path / "whole"
    shutil.copytree(project, before, symlinks=True)
    shutil.copytree(project, whole, symlinks=True)
    started = time.monotonic()
    assert build(whole).wait() == 0
    seconds = time.monotonic() - started
    old, new = contents(before), contents(whole)
    for part in (0.5, 0.7, 0.8, 0.9):
        folder = tmp_path / f"killed-{part}"
        shutil.copytree(before, folder, symlinks=True)
        running = build(folder)
        time.sleep(seconds * part)
        running.send_signal(signal.SIGKILL)
        running.wait()
        left = contents(folder)
        halves = {path: content for path, content in left.items() if content not in (old.get(path), new.get(path))}
        assert all(path.name.endswith(".unfinished") for path in halves), sorted(halves)
        assert build(folder).wait() == 0
        assert contents(folder) == new


def test_a_file_whose_writing_breaks_off_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "page.md"
    assert write_whole(file, b"old")
    assert not write_whole(file, b"old")

    def interrupted(path: Path, content: bytes) -> int:
        with path.open("wb") as half:
            half.write(content[:2])
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(file, b"new and longer")
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]
    assert file.read_bytes() == b"old"


def test_what_a_killed_build_left_goes_with_the_next(tmp_path: Path) -> None:
    (tmp_path / ".page.md.unfinished").write_bytes(b"ne")
    (tmp_path / "page.md").write_bytes(b"old")
    tidy([tmp_path])
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def build(folder: Path, seed: str = "0") -> subprocess.Popen[bytes]:
    """A build that runs in a process of its own."""
    command = [sys.executable, "-m", "smallprint", "build"]
    return subprocess.Popen(command, cwd=folder, env=os.environ | {"PYTHONHASHSEED": seed}, stderr=subprocess.DEVNULL)


def contents(folder: Path) -> dict[Path, bytes]:
    """Every file that a build may have written, by its path below the folder."""
    paths = [path for name in MADE for path in (folder / name, *(folder / name).rglob("*")) if path.is_file()]
    return {path.relative_to(folder): path.read_bytes() for path in paths if "__pycache__" not in path.parts}
