"""The command line: what each command prints, on which stream, and its exit code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from smallprint.__main__ import main
from smallprint.commands import NAMES

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project's folder with the cases' sources and no rule."""
    (tmp_path / "policy").mkdir()
    shutil.copy(ROOT / "tests" / "cases" / "sources.yaml", tmp_path / "policy" / "sources.yaml")
    return tmp_path


def ran(*words: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    command = [sys.executable, "-m", "smallprint", "--root", str(root), *words]
    path = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=root, env=path, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("kind", ["amount", "date", "eligibility", "procedure"])
def test_a_new_file_checks(kind: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(folder), "new", "fees", "late-fee", "--kind", kind]) == 0
    assert "policy/fees/late-fee.yaml" in capsys.readouterr().err
    assert main(["--root", str(folder), "check"]) == 0, capsys.readouterr().err
    said = capsys.readouterr()
    assert said.err.startswith("All well")
    assert not said.out


@pytest.mark.parametrize(
    "words", [("Fees", "x"), ("fees", "late_fee"), ("fees", "../x"), ("..", "x"), ("fees", "class")]
)
def test_a_new_file_needs_an_id(words: tuple[str, str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(folder), "new", *words]) == 2
    assert "such as late-fee" in capsys.readouterr().err


def test_a_new_file_leaves_others_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(folder), "new", "fees", "late-fee"]) == 0
    assert main(["--root", str(folder), "new", "fees", "late-fee"]) == 2
    assert main(["--root", str(folder), "new", "payments", "late-fee"]) == 2
    assert "there already" in capsys.readouterr().err


def test_mistakes_go_to_standard_error_with_code_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "policy" / "fees" / "x.yaml"
    path.parent.mkdir()
    path.write_text("rule: y\n", "utf-8")
    assert main(["--root", str(folder), "check"]) == 1
    said = capsys.readouterr()
    assert "policy/fees/x.yaml:1:7" in said.err
    assert not said.out


def test_no_policy_is_a_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 1
    assert "POL000" in capsys.readouterr().err


@pytest.mark.parametrize("words", [(), ("chek",), ("check", "--fast"), ("calc",), ("new", "fees", "x", "--kind", "y")])
def test_a_wrong_call_has_code_2(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(list(words))
    assert stop.value.code == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize("command", [None, *NAMES])
def test_help_tells_what_for_and_an_example(command: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*([command] if command else []), "--help"])
    assert stop.value.code == 0
    said = capsys.readouterr().out
    assert "usage: python -m smallprint" in said
    assert "example: python -m smallprint" in said if command else all(name in said for name in NAMES)


SLIDING = ("calc", "service-fee", "amount=600", "paid_on=2021-06-01", "billed_before=0")


def test_calc_prints_the_object_of_the_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SLIDING, "--json"]) == 0
    said = capsys.readouterr()
    answer = json.loads(said.out)
    assert said.out.count("\n") == 1
    assert not said.err
    assert answer["rule"] == "service-fee"
    assert answer["in_force_on"] == "2021-06-01"
    assert answer["reading"] == "official"
    assert answer["answers"] == {"fee": "110.00", "net": "490.00"}
    assert answer["asked"] == ["amount", "paid_on", "billed_before"]
    assert answer["missing"] == []
    assert {"name", "label", "value", "formula", "because", "sources"} <= answer["steps"][0].keys()
    assert {"id", "standing", "answers"} <= answer["readings"][0].keys()


def test_calc_takes_another_reading_wherever_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([*SLIDING, "--reading", "whole-amount"], ["calc", "--reading", "whole-amount", *SLIDING[1:]]):
        assert main([*words, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["answers"]["fee"] == "60.00"


def test_calc_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SLIDING]) == 0
    said = capsys.readouterr()
    assert "Upwork takes $110.00 of $600.00; you keep $490.00." in said.out
    assert not said.err


def test_missing_inputs_are_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calc", "service-fee", "amount=600", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["answers"] == {}
    assert answer["missing"] == ["paid_on"]
    assert main(["calc", "service-fee", "amount=600"]) == 0
    assert "paid_on" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "input"),
    [
        (["service-fee", "amount=lots"], "amount"),
        (["service-fee", "amonut=1"], "amonut"),
        (["service-fee", "amount"], "amount"),
        (["service-fee", "amount=1", "amount=2"], "amount"),
        (["service-fee", "amount=1", "paid_on=2000-01-01"], "paid_on"),
        (["service-fee", "amount=1", "--reading", "none"], "reading"),
        (["servise-fee"], "rule"),
    ],
)
def test_what_cannot_be_used_has_code_2(words: list[str], input: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The errors are on standard output with --json, and the same words on standard error without it."""
    assert main(["calc", *words, "--json"]) == 2
    said = capsys.readouterr()
    errors = json.loads(said.out)["errors"]
    assert not said.err
    assert input in [error["input"] for error in errors]
    assert main(["calc", *words]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert said.err.splitlines() == [f"{error['input']}: {error['message']}" for error in errors]


def test_check_does_not_need_the_generated_modules(tmp_path: Path) -> None:
    """A merge that left conflict marks in them must not keep anybody from checking, and from writing them anew."""
    for name in ("policy", "smallprint", "calculators"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for module in (tmp_path / "calculators" / "rules").glob("*.py"):
        module.write_text("<<<<<<< ours\n=======\n>>>>>>> theirs\n", "utf-8")
    write = (
        "import sys; from pathlib import Path; from smallprint.build import write_modules\n"
        "from smallprint.check import check_policy; from smallprint.emit.python import emit_python\n"
        "write_modules(Path('.'), emit_python(check_policy(Path('.')).policy))"
    )
    for words in (["-m", "smallprint", "check"], ["-c", write], ["-m", "smallprint", *SLIDING]):
        done = subprocess.run([sys.executable, *words], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    for module in (ROOT / "calculators" / "rules").glob("*.py"):
        assert (tmp_path / "calculators" / "rules" / module.name).read_text("utf-8") == module.read_text("utf-8")


def test_in_a_process_of_its_own() -> None:
    done = ran(*SLIDING, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["answers"]["fee"] == "110.00"
