"""Every case of tests/cases says, or becomes, exactly what stands beside it; all that the check can say has a case.

`python -m tests.smallprint.cases` writes what stands beside them anew, for review in the diff.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from smallprint.problems import as_json, render
from tests.smallprint.cases import bad, check_texts, expected, good, mended, module, report

ROOT = Path(__file__).parents[2]
# These need a folder of files, or more than a file can hold in a review; see test_load.py and test_hostile.py.
ELSEWHERE = {"POL000", "POL001", "POL009", "POL012", "POL013", "POL506"}


@pytest.mark.parametrize("case", bad(), ids=lambda case: case.stem)
def test_a_mistake_is_shown_as_expected(case: Path) -> None:
    assert report(case) == expected(case).read_text("utf-8")


@pytest.mark.parametrize("case", bad(), ids=lambda case: case.stem)
def test_a_mistake_has_its_place_and_says_what_to_do(case: Path) -> None:
    checked = check_texts(**{case.stem: case.read_text("utf-8")})
    assert checked.problems
    for problem in checked.problems:
        line = checked.files[problem.place.path][problem.place.line - 1]
        assert 1 <= problem.place.column <= max(1, len(line)), problem
        assert problem.help or problem.label, problem
        said = f"{problem.message} {problem.label} {problem.help}"
        assert not re.search(r"\b(please|oops|invalid|oneOf|NoneType|Traceback|mapping values|scalar)\b", said), said
        assert set(as_json(problem)) == {
            "code", "message", "path", "line", "column", "end_column", "label", "help", "also"
        }  # fmt: skip


def test_every_code_has_a_case() -> None:
    source = "".join(path.read_text("utf-8") for path in ROOT.glob("smallprint/**/*.py"))
    used = set(re.findall(r'"(POL\d{3})"', source)) - {"POL200", "POL300"}  # these two only divide the others
    shown = set(re.findall(r"^(POL\d{3}) ", "".join(expected(case).read_text("utf-8") for case in bad()), re.MULTILINE))
    assert used - shown <= ELSEWHERE
    assert shown <= used


@pytest.mark.parametrize("case", mended(), ids=lambda case: case.stem)
def test_nothing_is_wrong_with_what_was_mended(case: Path) -> None:
    checked = check_texts(**{case.stem: case.read_text("utf-8")})
    assert not checked.problems, render(checked.problems, checked.files)
    assert case.stem in {mistaken.stem for mistaken in bad()}


@pytest.mark.parametrize("case", good(), ids=lambda case: case.stem)
def test_a_rule_becomes_its_module(case: Path) -> None:
    assert module(case) == expected(case).read_text("utf-8")


def test_modules_are_the_same_in_every_process() -> None:
    program = "from tests.smallprint.cases import good, module; print([module(case) for case in good()])"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }  # fmt: skip
    assert len(outputs) == 1
    assert outputs == {f"{[module(case) for case in good()]}\n".encode()}


def test_nothing_lies_beside_no_case() -> None:
    for folder in ("bad", "good"):
        files = {path.name for path in (ROOT / "tests" / "cases" / folder).iterdir()}
        cases = bad() if folder == "bad" else good()
        assert files == {name for case in cases for name in (case.name, expected(case).name)}
