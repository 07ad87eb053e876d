"""What is said of a file of clients that does not fit, character by character, and what one that fits becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from smallprint.check import Checked, check_loaded
from smallprint.load import CLIENTS, REGISTER, Loaded, load_text
from smallprint.problems import render
from tests.smallprint.cases import BASE, CASES

GOOD = CASES / "clients" / "good" / "clients.yaml"
BAD = sorted((CASES / "clients" / "bad").glob("*.yaml"))


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.stem)
def test_what_is_said_of_a_mistake(case: Path) -> None:
    assert report(case) == case.with_suffix(".out.txt").read_text("utf-8")


def test_a_file_of_clients_becomes_data() -> None:
    policy = check(GOOD).policy
    assert policy is not None
    assert policy.clients is not None
    fee, columns = policy.clients.statements.fee, policy.clients.statements.columns
    assert (fee.rule, fee.answer, fee.amount, fee.day, fee.before) == ("base-fee", "fee", "amount", "paid_on", "")
    assert columns[1] == ("amount", ("Amount", "Amount $"))
    assert [(one.name, one.kind, one.fills) for one in policy.clients.keeps] == [
        ("paid_on", "date", "last-payment"), ("price", "money", ""),
    ]  # fmt: skip
    (show,) = policy.clients.shows
    assert (dict(show.given), show.only) == ({"amount": "price", "paid_on": "paid_on"}, "price")
    (comparison,) = policy.clients.compares
    assert [(take.input, take.rule, take.answer) for take in comparison.takes] == [("amount", "base-fee", "fee")]


def check(case: Path) -> Checked:
    """Check a case together with the rule and the sources that all cases share."""
    loaded = Loaded()
    load_text(REGISTER, (CASES / "sources.yaml").read_text("utf-8"), loaded)
    load_text(f"policy/cases/{BASE}.yaml", (CASES / f"{BASE}.yaml").read_text("utf-8"), loaded)
    load_text(CLIENTS, case.read_text("utf-8"), loaded)
    return check_loaded(loaded)


def report(case: Path) -> str:
    """Everything the check says of a case, as the command line shows it."""
    checked = check(case)
    return render(checked.problems, checked.files) + "\n"


if __name__ == "__main__":  # python -m tests.smallprint.test_clients writes every output anew, for review in the diff
    for case in BAD:
        case.with_suffix(".out.txt").write_text(report(case), "utf-8")
