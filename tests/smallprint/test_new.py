"""What `new` starts: every kind checks and is in the one form, nothing is overwritten, what is left out is asked."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from smallprint.__main__ import main
from smallprint.starts import KINDS
from tests.smallprint.cases import BASE, CASES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project's folder with two sources and one rule."""
    (tmp_path / "policy" / "fees").mkdir(parents=True)
    shutil.copy(CASES / "sources.yaml", tmp_path / "policy")
    shutil.copy(CASES / f"{BASE}.yaml", tmp_path / "policy" / "fees")
    return tmp_path


def new(folder: Path, *words: str) -> int:
    return main(["--root", str(folder), "new", *words])


def words_for(kind: str) -> tuple[str, str]:
    return (KINDS[kind].place or "fees", "blog-fees" if kind == "claims" else "late-fee")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_checks_and_is_in_the_one_form(kind: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    topic, id = words_for(kind)
    assert new(folder, topic, id, "--kind", kind) == 0
    said = capsys.readouterr()
    assert not said.out
    assert "python -m smallprint check policy/" in said.err
    assert main(["--root", str(folder), "check"]) == 0, capsys.readouterr().err
    assert main(["--root", str(folder), "fmt", "--check"]) == 0, capsys.readouterr().err
    capsys.readouterr()
    assert new(folder, topic, id, "--kind", kind) == 2
    assert "already" in capsys.readouterr().err


@pytest.mark.parametrize("kind", [kind for kind, one in KINDS.items() if one.place])
def test_a_folder_says_what_it_holds(kind: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    topic, id = words_for(kind)
    assert new(folder, topic, id) == 0, capsys.readouterr().err
    assert main(["--root", str(folder), "check"]) == 0, capsys.readouterr().err
    assert new(folder, topic, "other-fee", "--kind", "amount") == 2
    assert "do not go together" in capsys.readouterr().err
    assert new(folder, "fees", "other-fee", "--kind", kind) == 2
    assert "do not go together" in capsys.readouterr().err


def test_a_guide_begins_with_an_empty_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("fees", "late-fee"), ("people", "ada"), ("claims", "a-blog")):
        assert new(tmp_path, *words) == 2
        assert "python -m smallprint new" in capsys.readouterr().err
    assert new(tmp_path, "sources", "help-late") == 0
    assert new(tmp_path, "people", "ada") == 2
    assert "no rule to ask yet" in capsys.readouterr().err
    for words in (("fees", "late-fee"), ("people", "ada"), ("glossary", "late-fee"), ("claims", "help-late")):
        assert new(tmp_path, *words) == 0, capsys.readouterr().err
    assert main(["--root", str(tmp_path), "check"]) == 0, capsys.readouterr().err


def test_claims_are_of_a_document_of_the_register(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(folder, "claims", "a-blog") == 2
    assert "python -m smallprint new sources a-blog" in capsys.readouterr().err
    assert new(folder, "claims", "blog-fees") == 0
    assert "id: BF-01" in (folder / "policy/claims/blog-fees.yaml").read_text("utf-8")


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Lines that somebody types at a terminal."""
    lines: list[str] = []

    def line() -> str:
        if not lines:
            raise EOFError
        return lines.pop(0)

    monkeypatch.setattr("builtins.input", line)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    yield lines
    assert not lines


def test_what_is_left_out_is_asked(folder: Path, typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    typed += ["nothing like it", "2", "Fees!", "fees", "late fee", "late-fee"]
    assert new(folder) == 0
    said = capsys.readouterr().err
    assert all(f"{name}: {kind.about}" in said for name, kind in KINDS.items())
    assert "one of fees or a new one" in said
    assert len(re.findall("Write small letters", said)) == 3
    assert "kind: date" in (folder / "policy/fees/late-fee.yaml").read_text("utf-8")
    typed += ["term", "late"]
    assert new(folder) == 0
    typed += ["procedure", "pay-late"]
    assert new(folder, "payments") == 0
    assert (folder / "policy/payments/pay-late.yaml").exists()
    typed += ["ada"]
    assert new(folder, "people") == 0


def test_who_stops_answering_has_nothing_written(
    folder: Path, typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    typed += ["1"]
    assert new(folder) == 2
    assert "Nothing was written." in capsys.readouterr().err
    assert [path.name for path in (folder / "policy" / "fees").iterdir()] == [f"{BASE}.yaml"]


def test_without_a_terminal_nothing_is_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(folder, "fees") == 2
    assert "python -m smallprint new fees late-fee" in capsys.readouterr().err
