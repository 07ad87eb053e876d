"""What is said of terms that do not fit, character by character, and what a glossary becomes in which all do."""

from __future__ import annotations

from pathlib import Path

import pytest

from smallprint.check import Checked, check_loaded
from smallprint.load import GLOSSARY, REGISTER, Loaded, load_text
from smallprint.problems import render
from tests.smallprint.cases import BASE, CASES

GOOD = CASES / "glossary" / "good" / "glossary.yaml"
BAD = sorted((CASES / "glossary" / "bad").glob("*.yaml"))


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.stem)
def test_what_is_said_of_a_mistake(case: Path) -> None:
    assert report(case) == case.with_suffix(".out.txt").read_text("utf-8")


def test_a_glossary_becomes_data() -> None:
    policy = check(GOOD).policy
    assert policy is not None
    late, escrow = policy.glossary
    assert (late.id, late.forms, late.rule, late.sources) == (
        "late-fee", ("late fee", "surcharge"), "base-fee", ("help-fees",),
    )  # fmt: skip
    assert (escrow.forms, escrow.rule, escrow.sources) == (("escrow",), "", ())


def check(case: Path) -> Checked:
    """Check a case together with the rule and the sources that all cases share."""
    loaded = Loaded()
    load_text(REGISTER, (CASES / "sources.yaml").read_text("utf-8"), loaded)
    load_text(f"policy/cases/{BASE}.yaml", (CASES / f"{BASE}.yaml").read_text("utf-8"), loaded)
    load_text(GLOSSARY, case.read_text("utf-8"), loaded)
    return check_loaded(loaded)


def report(case: Path) -> str:
    """Everything the check says of a case, as the command line shows it."""
    checked = check(case)
    return render(checked.problems, checked.files) + "\n"


if __name__ == "__main__":  # python -m tests.smallprint.test_glossary writes every output anew, for review in the diff
    for case in BAD:
        case.with_suffix(".out.txt").write_text(report(case), "utf-8")
