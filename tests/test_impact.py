"""The real guide with an edited value: the report says, in money and days, for whom, before any example is mended."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from smallprint.impact.changes import Changes, RuleChange
from smallprint.impact.words import headline, rows
from tests.smallprint.revisions import changes, edited, repository

ROOT = Path(__file__).parents[1]
FEE = "policy/fees/service-fee.yaml"


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the real policy files and the guides by hand."""
    folder = tmp_path_factory.mktemp("guide")
    shutil.copytree(ROOT / "policy", folder / "policy")
    for path in (ROOT / "docs").rglob("*.jinja"):
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    return repository(folder, {})


def after(committed: Path, path: str, *edits: tuple[str, str]) -> Changes:
    """What the edits change, which are then undone."""
    text = (committed / path).read_text("utf-8")
    try:
        return changes(edited(committed, path, *edits))
    finally:
        (committed / path).write_text(text, "utf-8")


def of_people(rule: RuleChange) -> set[tuple[str, str, str, str]]:
    """The rows of the table that are about people."""
    return {(row.who, row.before, row.after, row.difference) for row in rows(rule) if ": " in row.who}


def test_the_fee_range_of_2025_overwritten_in_the_web_editor(committed: Path) -> None:
    found = after(committed, FEE, ("is: 15%,", "is: 18%,"))
    assert {rule.id for rule in found.rules} == {"service-fee", "price-to-net"}
    fee = found.rules[0]
    assert (fee.id, fee.points.first) == ("service-fee", "2025-05-01")
    assert fee.points.earlier > 300
    assert [(one.label, one.before, one.after, one.first) for one in fee.figures] == [
        ("Highest fee", "15%", "18%", "2025-05-01")
    ]
    who = "Ines: a logo at 10%, whatever “Contract's fee” is"
    assert (who, "Service fee $0.00 to $37.50", "$0.00 to $45.00", "at most $7.50 more") in of_people(fee)
    assert "Most for Noor, what to charge to keep 12000: What to charge at most $516.50 more." in headline(found)


def test_ten_percent_for_older_contracts_becomes_twelve(committed: Path) -> None:
    old = "      - from: 2025-05-01\n        is: 10%"
    found = after(committed, FEE, (old, old.replace("10%", "12%")))
    fee = found.rules[0]
    assert ("Tomas: a week on his old contract", "Service fee $380.00", "$456.00", "$76.00 more") in of_people(fee)
    assert "Of 94 questions of 13 people: 1 otherwise." in headline(found)


def test_money_that_comes_later_is_told_in_days(committed: Path) -> None:
    path = "policy/payments/fixed-price-payday.yaml"
    text = (committed / path).read_text("utf-8")
    days = next(line for line in text.splitlines() if "is: 14" in line)
    found = after(committed, path, (days, days.replace("is: 14", "is: 16")))
    told = of_people(found.rules[0])
    assert {difference for *_, difference in told} == {"2 days later"}
    assert any(who.startswith("Ines: a logo nobody answered for") for who, *_ in told)
    assert "2 days later" in headline(found)


def test_a_version_that_begins_later_is_shown_on_its_first_day(committed: Path) -> None:
    version = "from: 2025-05-01\n        is: 10%"
    newer = "      - {from: 2027-01-01, is: 12%, source: help-service-fee-now}\n"
    found = after(
        committed,
        FEE,
        (version, version.replace("is:", "until: 2026-12-31\n        is:")),
        ("  highest_rate:\n    label", f"{newer}  highest_rate:\n    label"),
    )
    fee = found.rules[0]
    assert fee.points.first == "2027-01-01"
    assert fee.points.earlier > 1_000
    who = "Tomas: a week on his old contract, but Day of payment 1 January 2027"
    assert (who, "Service fee $380.00", "$456.00", "$76.00 more") in of_people(fee)
    assert "None of 94 questions of 13 people is answered otherwise; 1 would be on another day." in headline(found)
    assert [fault.code for one in found.unsound for fault in one.faults] == ["POL505"]
