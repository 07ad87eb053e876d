"""A rule's page says before any script what would change its first example, and what that was over the years."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from calculators.rules import RULES


def page_of(site: Path, rule: str) -> str:
    (page,) = (path for path in site.glob(f"*/{rule}/index.html") if path.parts[-3] != "embed")
    return page.read_text("utf-8")


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_tells_of_its_first_example(site: Path, rule: str) -> None:
    page = page_of(site, rule)
    assert "What would change the answer" in page
    assert "What it was over the years" in page


def test_changes_and_years_are_in_money(site: Path) -> None:
    said = " ".join(unescape(re.sub(r"<[^>]+>", "", page_of(site, "conversion-fee"))).split())
    assert "Day of leaving: 365 days later, on 10 January 2027 Conversion fee $1.00" in said
    assert "3 April 2020 to 30 April 2022 Conversion fee $12,480.00" in said
    assert "Share of a year's work: 13.5% instead of 12%." in said
