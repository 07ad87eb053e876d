"""What the browser is sent: named by content, compressed, the same from the same, and all that answering takes."""

from __future__ import annotations

import ast
import gzip
import json
import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it ships no types
import pytest

from smallprint.model import Policy
from smallprint.pack import bundle_of, pack
from smallprint.packing.asks import Ask
from smallprint.packing.compressed import content_hash
from smallprint.packing.stand_ins import STAND_INS
from tests.real import real_policy

ROOT = Path(__file__).parent.parent.parent
PYODIDE = ROOT / "node_modules" / "pyodide"
CACHE = ROOT / ".cache" / "pack"


@pytest.fixture(scope="module")
def policy() -> Policy:
    return real_policy()


@pytest.fixture
def packed(policy: Policy, tmp_path: Path) -> Path:
    """The folder of the whole bundle."""
    pack(policy, ROOT, tmp_path / "bundle")
    return tmp_path / "bundle"


def test_each_file_is_named_by_its_content_and_lies_there_compressed_too(packed: Path) -> None:
    files = [file for file in packed.iterdir() if file.suffix not in (".br", ".gz") and file.name != "bundle.mjs"]
    assert len(files) == 5
    for file in files:
        content = file.read_bytes()
        assert content_hash(content) in file.name
        assert brotli.decompress(Path(f"{file}.br").read_bytes()) == content
        assert gzip.decompress(Path(f"{file}.gz").read_bytes()) == content
    manifest = (packed / "bundle.mjs").read_text("utf-8")
    sizes = json.loads(re.findall(r"export const sizes = ({.*?\n});", manifest, re.S)[0])
    on_disk = [[Path(f"{file}{suffix}").stat().st_size for suffix in ("", ".br", ".gz")] for file in files]
    assert sorted([size["identity"], size["br"], size["gzip"]] for size in sizes.values()) == sorted(on_disk)
    named = set(re.findall(r'": "([^"]+-[0-9a-f]{12}\.\w+)"', manifest))
    assert named == {file.name for file in files}


def test_what_is_not_published_lacks_the_copies_of_the_calculators_until_it_is(policy: Policy, tmp_path: Path) -> None:
    def copied() -> set[str]:
        return {file.name.partition("-")[0] for suffix in (".br", ".gz") for file in tmp_path.glob(f"*{suffix}")}

    pack(policy, ROOT, tmp_path, to_publish=False)
    assert copied() == {"library", "pyodide", "pyodide.asm"}
    pack(policy, ROOT, tmp_path)
    assert copied() == {"library", "pyodide", "pyodide.asm", "calculators"}


def test_packing_again_starts_no_pyodide_and_touches_nothing(
    policy: Policy, packed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {file: file.stat().st_mtime_ns for file in packed.iterdir()}
    monkeypatch.delattr(subprocess, "run")
    pack(policy, ROOT, packed)
    assert {file: file.stat().st_mtime_ns for file in packed.iterdir()} == before


def test_what_an_earlier_bundle_left_is_removed(policy: Policy, packed: Path) -> None:
    (packed / "library-0123456789ab.zip.br").write_bytes(b"")
    pack(policy, ROOT, packed)
    assert not (packed / "library-0123456789ab.zip.br").exists()


def test_the_same_calculators_make_the_same_bytes(tmp_path: Path) -> None:
    calculators = made_up(tmp_path / "calculators", "return question")
    first, second = (bundle_of([ASK], calculators, PYODIDE, tmp_path / name) for name in ("one", "two"))
    assert first == second


def test_the_standard_library_is_stripped_and_the_calculators_are_not(packed: Path) -> None:
    library, calculators = (zipped(packed, name) for name in ("library", "calculators"))
    assert "enum.pyc" in library.namelist()
    assert b"This method is called to decide" not in library.read("enum.pyc")
    assert b"What a reader typed" not in b"".join(library.read(name) for name in library.namelist())
    assert b"a rule's id and what a reader typed" in calculators.read("calculators/ask.pyc").lower()
    assert all(entry.compress_type == zipfile.ZIP_STORED for entry in (*library.infolist(), *calculators.infolist()))
    assert all(name.endswith(".pyc") for name in (*library.namelist(), *calculators.namelist()))


def test_a_module_that_only_one_ask_loads_is_packed_with_it_and_is_missing_without(tmp_path: Path) -> None:
    calculators = made_up(tmp_path / "calculators", "import colorsys; return question")
    asked = bundle_of([ASK], calculators, PYODIDE, tmp_path / "cache")
    not_asked = bundle_of([], calculators, PYODIDE, tmp_path / "cache")
    assert "colorsys.pyc" in namelist(asked.files, "library")
    assert "colorsys.pyc" not in namelist(not_asked.files, "library")


def test_no_calculator_imports_what_a_stand_in_replaces() -> None:
    replaced = {name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in STAND_INS}
    for file in (ROOT / "calculators").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not [name for name in names if name.startswith(tuple(replaced))], file


def test_calculators_that_cannot_answer_in_pyodide_are_not_packed(tmp_path: Path) -> None:
    calculators = made_up(tmp_path / "calculators", "import tkinter; return question")
    with pytest.raises(subprocess.CalledProcessError):
        bundle_of([ASK], calculators, PYODIDE, tmp_path / "cache")


ASK: Ask = ("ask", {"rule": "a-rule"})


def made_up(folder: Path, body: str) -> Path:
    """A package that answers every ask with this body."""
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "calls.py").write_text(f"def call(name, question):\n    {body}\n")
    return folder


def zipped(folder: Path, name: str) -> zipfile.ZipFile:
    (file,) = folder.glob(f"{name}-*.zip")
    return zipfile.ZipFile(file)


def namelist(files: dict[str, bytes], name: str) -> list[str]:
    (content,) = (content for file, content in files.items() if file.startswith(f"{name}-"))
    return zipfile.ZipFile(BytesIO(content)).namelist()
