"""The name of a case of tests/cases in; what the check says of it, or the module made from it, out."""

from __future__ import annotations

from pathlib import Path

from smallprint.check import Checked, check_loaded
from smallprint.emit.python import emit_rule
from smallprint.load import REGISTER, Loaded, load_text
from smallprint.problems import render

CASES = Path(__file__).parents[1] / "cases"
BASE = "base-fee"


def check_texts(**texts: str) -> Checked:
    """Check these rules, by id, together with the cases' sources and the rule they build on."""
    loaded = Loaded()
    load_text(REGISTER, (CASES / "sources.yaml").read_text("utf-8"), loaded)
    load_text(f"policy/cases/{BASE}.yaml", (CASES / f"{BASE}.yaml").read_text("utf-8"), loaded)
    for name, text in texts.items():
        load_text(place_of(name, text), text, loaded)
    return check_loaded(loaded)


def place_of(name: str, text: str) -> str:
    """Where the text would stand; a document's name is always that of a source."""
    if name == "sources":
        return REGISTER
    if "\nperson: " in text:
        return f"policy/people/{name}.yaml"
    return "policy/claims/blog-fees.yaml" if "\nclaims: " in text else f"policy/cases/{name}.yaml"


def report(case: Path) -> str:
    """Everything the check says of a case, as the command line shows it."""
    checked = check_texts(**{case.stem: case.read_text("utf-8")})
    return render(checked.problems, checked.files) + "\n"


def module(case: Path) -> str:
    """The module made from a case in which nothing is wrong."""
    checked = check_texts(**{case.stem: case.read_text("utf-8")})
    assert checked.policy is not None, render(checked.problems, checked.files)
    return emit_rule(checked.policy.rule(case.stem), checked.policy)


def bad() -> list[Path]:
    """The cases that are refused."""
    return sorted((CASES / "bad").glob("*.yaml"))


def good() -> list[Path]:
    """The cases in which nothing is wrong."""
    return sorted((CASES / "good").glob("*.yaml"))


def expected(case: Path) -> Path:
    """The file beside a case that holds its whole output."""
    return case.with_suffix(".out.txt" if case.parent.name == "bad" else ".py.txt")


def mended() -> list[Path]:
    """Cases that are refused, with their mistake mended: each stands for a code on the pages about mistakes."""
    return sorted((CASES / "mended").glob("*.yaml"))


if __name__ == "__main__":  # python -m tests.smallprint.cases writes every output anew, for review in the diff
    for case in bad():
        expected(case).write_text(report(case), "utf-8")
    for case in good():
        expected(case).write_text(module(case), "utf-8")
