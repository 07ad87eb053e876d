"""What the check tells, in each format: the same mistakes with their places, escaped, and narrowed to some files."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from smallprint.__main__ import main
from smallprint.check import check_policy
from smallprint.codes import CODES
from smallprint.report import MOST_ANNOTATED, Report, in_annotations, in_json, in_markdown, in_text
from tests.smallprint.cases import BASE, CASES, bad, check_texts

ROOT = Path(__file__).parents[2]
EVIL = """rule: evil
question: "::error::100%, 50: fifty ``` ````"
short: "|\\n::stop-commands::x\\n##[error]x"
nothing,here::x%0Aerror: |
  a
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one rule in which nothing is wrong."""
    fees = tmp_path / "policy" / "fees"
    fees.mkdir(parents=True)
    shutil.copy(CASES / "sources.yaml", tmp_path / "policy")
    shutil.copy(CASES / f"{BASE}.yaml", fees)
    (tmp_path / "mkdocs.yml").write_text("repo_url: https://git.example/guide\n", "utf-8")
    return tmp_path


def put(folder: Path, name: str, text: str) -> str:
    path = folder / "policy" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"# yaml-language-server: $schema=../schema.json\n{text}", "utf-8")
    return f"policy/{name}"


def check(folder: Path, *words: str) -> int:
    return main(["--root", str(folder), "check", *words])


def decoded(text: str) -> str:
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def marked_lines(said: str) -> list[tuple[dict[str, str], str]]:
    """The workflow commands that GitHub would obey: their properties and their message."""
    found, stopped = [], ""
    for line in said.splitlines():
        command = re.match(r"::([\w-]+)( [^:]*)?::(.*)", line)
        if command and command[1] == "stop-commands" and not stopped:
            stopped = command[3]
        elif line == f"::{stopped}::":
            stopped = ""
        elif command and not stopped:
            assert command[1] == "error", line
            pairs = [pair.split("=", 1) for pair in (command[2] or "").strip().split(",")]
            found.append(({key: decoded(value) for key, value in pairs}, decoded(command[3])))
    assert not stopped
    return found


def test_json_is_one_object_on_standard_output(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(folder, "--format", "json") == 0
    said = capsys.readouterr()
    assert not said.err
    found = json.loads(said.out)
    assert found["well"] is True
    assert found["problems"] == []
    assert found["counted"] == {
        "rule": 1, "example": 1, "procedure": 0, "claim": 0, "source": 2, "term": 0, "person": 0,
    }  # fmt: skip
    path = put(folder, "fees/late-fee.yaml", "rule: late-fee\nshrt: x\n")
    assert check(folder, "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["well"] is False
    first = found["problems"][0]
    told = (ROOT / "docs/contributing/index.md").read_text("utf-8")
    assert [key for key in (*found, *first) if f"`{key}`" not in told] == []
    assert (first["code"], first["path"], first["line"], first["column"]) == ("POL111", path, 2, 1)
    assert first["page"] == "https://git.example/guide/blob/main/docs/contributing/mistakes/pol111.md"


@pytest.mark.parametrize("case", bad(), ids=lambda case: case.stem)
def test_every_mistake_is_annotated_as_it_is_told(case: Path) -> None:
    checked = check_texts(**{case.stem: case.read_text("utf-8")})
    report = Report(checked, checked.problems)
    marked = marked_lines(in_annotations(report))
    assert len(marked) == min(len(checked.problems), MOST_ANNOTATED)
    for (properties, message), problem in zip(marked, checked.problems, strict=False):
        assert properties["file"] == problem.place.path
        assert (properties["line"], properties["col"]) == (str(problem.place.line), str(problem.place.column))
        assert properties["title"] == f"{problem.code} {problem.message}"
        assert problem.help in message
        assert f"mistakes/{problem.code.lower()}.md" in message
    assert json.loads(in_json(report))["problems"][0]["page"].endswith(f"/{checked.problems[0].code.lower()}.md")


def test_a_policys_texts_give_workflows_no_commands() -> None:
    checked = check_texts(evil=EVIL)
    marked = marked_lines(in_annotations(Report(checked, checked.problems)))
    assert len(marked) == min(len(checked.problems), MOST_ANNOTATED)
    assert any("nothing,here::x%0Aerror" in properties["title"] for properties, _ in marked)


def test_the_summary_has_what_no_annotation_shows(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = folder / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    keys = "".join(f"key{number}: x\n" for number in range(40))
    put(folder, "fees/late-fee.yaml", f"rule: late-fee\n{keys}{EVIL.partition('short')[0].partition('rule: evil')[2]}")
    assert check(folder, "--format", "github") == 1
    assert len(marked_lines(capsys.readouterr().out)) == MOST_ANNOTATED
    told = summary.read_text("utf-8")
    assert all(f"`key{number}` is not a key of a rule" in told for number in range(40))
    fence = re.search(r"^(`+)text$", told, re.MULTILINE)
    assert fence
    assert told.count(f"\n{fence[1]}\n") == 1
    assert check(folder, "--format", "json") == 1
    assert summary.read_text("utf-8") == told


def test_many_mistakes_make_no_endless_summary(folder: Path) -> None:
    for number in range(8):
        keys = "".join(f"key{key}: x\n" for key in range(40))
        put(folder, f"fees/late-{number}.yaml", f"rule: late-{number}\n{keys}")
    checked = check_policy(folder)
    told = in_markdown(Report(checked, checked.problems))
    assert f"… and {len(checked.problems) - 200} more." in told


def test_a_path_narrows_what_is_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, "fees/late-fee.yaml", "rule: late-fee\nshrt: x\n")
    put(folder, "payments/lost.yaml", "rule: lost\n")
    assert check(folder, str(folder / "policy" / "payments")) == 1
    said = capsys.readouterr().err
    assert "late-fee" not in said
    assert "policy/payments/lost.yaml:2:1" in said
    assert re.search(r"mistakes in 1 file, in \d\.\d s\. \d+ more mistakes in other files\.", said)
    assert check(folder, str(folder / "policy" / "sources.yaml")) == 0
    assert re.search(
        r"Nothing is wrong here, in \d\.\d s\. \d+ more mistakes in other files\.", capsys.readouterr().err
    )


@pytest.mark.parametrize("path", ["policy/fees/none.yaml", "mkdocs.yml", "../x"])
def test_a_path_that_is_no_policy_file_has_code_2(path: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(folder, str(folder / path)) == 2
    assert "no file or folder below policy/" in capsys.readouterr().err


def test_only_what_changed_since_a_revision(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def git(*words: str) -> None:
        who = ["-c", "user.name=x", "-c", "user.email=x@example.com"]
        subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)

    put(folder, "fees/late-fee.yaml", "rule: late-fee\n")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "x")
    assert check(folder, "--since", "HEAD") == 0
    put(folder, "payments/lost.yaml", "rule: lost\n")
    capsys.readouterr()
    assert check(folder, "--since", "HEAD") == 1
    said = capsys.readouterr().err
    assert "policy/payments/lost.yaml" in said
    assert "policy/fees/late-fee.yaml" not in said
    for revision in ("nowhere", "--output=x"):
        assert check(folder, f"--since={revision}") == 2
        assert "git cannot tell" in capsys.readouterr().err
    assert not (folder / "x").exists()


@pytest.mark.parametrize("format", ["text", "json", "github"])
def test_a_plain_terminal_is_told_too(format: str, folder: Path) -> None:
    put(folder, "fees/late-fee.yaml", 'rule: late-fee\nshort: "é \\u2028"\nquéstion: x\n')
    command = [sys.executable, "-m", "smallprint", "--root", str(folder), "check", "--format", format]
    plain = os.environ | {"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"}
    done = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    assert b"Traceback" not in done.stderr
    assert b"POL110" in done.stdout + done.stderr


def test_the_text_sums_up_what_there_is(folder: Path) -> None:
    checked = check_policy(folder)
    assert in_text(Report(checked, (), seconds=0.04)) == "All well: 1 rule, 1 example, 2 sources, in 0.0 s."


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code.lower()]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"# {code}\n\n{CODES[code]}\n")
    assert "](" not in said.splitlines()[-1]


def test_a_code_may_be_shortened_and_the_files_shown_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "302"]) == 0
    short = capsys.readouterr().out
    assert short.startswith("# POL302")
    assert "```yaml" not in short
    assert main(["explain", "302", "--whole"]) == 0
    assert capsys.readouterr().out.count("```yaml") == 2


def test_an_unknown_code_is_not_left_unanswered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "POL311"]) == 2
    assert re.search(r"There is no code POL311\. Did you mean POL3\d\d\?", capsys.readouterr().err)
    assert main(["explain", "gap"]) == 0
    assert "POL302" in capsys.readouterr().out
    assert main(["explain"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(CODES)
