"""The two runs that a proposed change has, one after the other, with repositories and a `gh` of our own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.smallprint.revisions import commit, git

ROOT = Path(__file__).parents[2]
FEE = "policy/fees/service-fee.yaml"
HEAD = "0123456789abcdef0123456789abcdef01234567"
# Answers what the scripts ask, and keeps what they send.
GH = """#!/usr/bin/env bash
echo "$*" >> "$GH_LOG"
case "$*" in
  *--input*) cat > "$GH_SENT" ;;
  *pulls/7*) echo "$GH_HEAD" ;;
  *comments*) printf '%s' "$GH_COMMENT" ;;
esac
"""


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with this project as it is here."""
    folder = tmp_path_factory.mktemp("origin") / "project"
    names = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")
    commit(folder)
    return folder


@pytest.fixture
def base(origin: Path, tmp_path: Path) -> Path:
    """A checkout of the branch a change is for, set up."""
    folder = tmp_path / "base"
    git(origin, "clone", "--quiet", "--depth=1", f"file://{origin}", str(folder))
    (ROOT / ".cache").mkdir(exist_ok=True)
    for name in (".venv", "node_modules", ".cache"):  # what was packed before need not be packed again
        (folder / name).symlink_to((ROOT / name).resolve())
    return folder


def proposed(origin: Path, *edits: tuple[str, str], hostile: str = "") -> str:
    """The commit that GitHub makes of a change and the branch it is for; `hostile` is code that must never run."""
    git(origin, "checkout", "--quiet", "--force", "-B", "change", "main")
    text = (origin / FEE).read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    (origin / FEE).write_text(text, "utf-8")
    for name in ("calculators/ask.py", "smallprint/__init__.py", "calculators/rules/service_fee.py") if hostile else ():
        (origin / name).write_text(hostile, "utf-8")
    commit(origin)
    git(origin, "checkout", "--quiet", "-B", "merged", "main")
    git(origin, "merge", "--quiet", "--no-ff", "--message", "As GitHub merges it", "change")
    merged = git(origin, "rev-parse", "HEAD")
    git(origin, "checkout", "--quiet", "main")
    return merged


def request(base: Path, commit: str, out: Path) -> subprocess.CompletedProcess[str]:
    """The untrusted run."""
    given = {"REQUEST": commit, "NUMBER": "7", "OUT": str(out), "GITHUB_STEP_SUMMARY": str(out.parent / "summary.md")}
    return subprocess.run(
        [".ci/request"], cwd=base, env=os.environ | given, capture_output=True, text=True, check=False
    )


def comment(into: Path, folder: Path, there: str = "", head: str = HEAD) -> tuple[int, str, list[str], str]:
    """The trusted run: its exit code, its words, what it asked of GitHub, and the comment that it sent."""
    tools = into / "tools"
    tools.mkdir(parents=True, exist_ok=True)
    (tools / "gh").write_text(GH, "utf-8")
    (tools / "gh").chmod(0o755)
    log, sent = into / "log", into / "sent"
    for path in (log, sent):
        path.unlink(missing_ok=True)
    given = {
        "PATH": f"{tools}:{os.environ['PATH']}", "IN": str(folder), "HEAD": HEAD, "REPOSITORY": "smallprint/guide",
        "GH_LOG": str(log), "GH_SENT": str(sent), "GH_HEAD": head, "GH_COMMENT": there,
    }  # fmt: skip
    ran = subprocess.run([".ci/comment"], cwd=ROOT, env=os.environ | given, capture_output=True, text=True, check=False)
    asked = log.read_text("utf-8").splitlines() if log.exists() else []
    body = json.loads(sent.read_text("utf-8"))["body"] if sent.exists() else ""
    return ran.returncode, ran.stderr, asked, body


def test_a_figure_changed_in_the_web_editor(origin: Path, base: Path, tmp_path: Path) -> None:
    """By somebody who could not run anything: the examples are not mended, and the modules not generated anew."""
    merged = proposed(origin, ("is: 15%,", "is: 12%,"), hostile="raise SystemExit(77)\n")
    out = tmp_path / "out"
    ran = request(base, merged, out)
    assert ran.returncode == 1, ran.stderr
    assert "::error file=policy/fees/service-fee.yaml" in ran.stdout
    assert "::notice file=policy/fees/service-fee.yaml,line=" in ran.stdout
    assert "Answers change in 2 of" in (tmp_path / "summary.md").read_text("utf-8")
    assert (out / "generated.patch").read_text("utf-8") == ""

    code, said, asked, body = comment(tmp_path / "trusted", out)
    assert (code, said) == (0, "")
    assert asked[-1] == "api --method POST repos/smallprint/guide/issues/7/comments --input - --silent"
    assert body.startswith("<!-- what this change does -->\n**Answers change in 2 of")
    assert "| Service fee $0.00 to $90.00 | $0.00 to $72.00 | at most $18.00 less |" in body
    assert "**The change has " in body

    code, _, asked, again = comment(tmp_path / "trusted", out, there="4711\n4712\n")
    assert code == 0
    assert asked[-1] == "api --method PATCH repos/smallprint/guide/issues/comments/4711 --input - --silent"
    assert again == body


def test_modules_that_the_author_could_not_generate_are_offered(origin: Path, base: Path, tmp_path: Path) -> None:
    merged = proposed(origin, ("short: Up to 15%", "short:    At most 15%"))
    out = tmp_path / "out"
    ran = request(base, merged, out)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "git apply generated.patch" in ran.stdout
    clone = tmp_path / "author"
    git(origin, "clone", "--quiet", f"file://{origin}", str(clone))
    git(clone, "checkout", "--quiet", "change")
    git(clone, "apply", str(out / "generated.patch"))
    changed = git(clone, "status", "--porcelain").splitlines()
    assert [line.strip() for line in changed] == ["M calculators/rules/service_fee.py", f"M {FEE}"]
    assert "\nshort: At most 15%" in (clone / FEE).read_text("utf-8")
    assert "At most 15%" in (clone / "calculators/rules/service_fee.py").read_text("utf-8")
    *_, body = comment(tmp_path / "trusted", out)
    assert "No answer changes: wording only in 1 rule." in body


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("impact.json", '{"version": 1, "found": "changes", "rules": []}', "another shape"),
        ("impact.json", "x" * 5_000_001, "larger than"),
        ("number", "7; touch /tmp/x", "not a number"),
        ("number", "7" * 30, "larger than"),
        ("number", "", "not a number"),
    ],
)
def test_what_the_untrusted_run_leaves_is_not_trusted(name: str, content: str, words: str, tmp_path: Path) -> None:
    folder = tmp_path / "impact"
    folder.mkdir()
    unsound = {"version": 1, "found": "unsound", "side": "head", "revision": "x", "faults": [], "framed": "@all <b>"}
    (folder / "impact.json").write_text(json.dumps(unsound), "utf-8")
    (folder / "number").write_text("7\n", "utf-8")
    assert comment(tmp_path / "trusted", folder)[0] == 0
    (folder / name).write_text(content, "utf-8")
    code, said, asked, body = comment(tmp_path / "trusted", folder)
    assert code == 1
    assert words in said
    assert not body
    assert not [one for one in asked if "--input" in one]


def test_a_link_in_the_artefact_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "impact"
    folder.mkdir()
    (folder / "number").write_text("7\n", "utf-8")
    (folder / "impact.json").symlink_to("/etc/passwd")
    code, said, _, body = comment(tmp_path / "trusted", folder)
    assert (code, body) == (1, "")
    assert "is not a file" in said


def test_a_request_that_has_moved_on_gets_no_old_comment(tmp_path: Path) -> None:
    folder = tmp_path / "impact"
    folder.mkdir()
    (folder / "number").write_text("7\n", "utf-8")
    (folder / "impact.json").write_text("{}", "utf-8")
    code, said, _, body = comment(tmp_path / "trusted", folder, head="f" * 40)
    assert (code, body) == (1, "")
    assert "not at" in said
