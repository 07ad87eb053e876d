"""Lighthouse on the home page and three rules' pages: accessibility, best practices and SEO at 100 each."""

from __future__ import annotations

import pytest

from benchmarks.lighthouse import CATEGORIES, PAGES, audited


@pytest.mark.parametrize("path", PAGES)
def test_all_but_speed_is_perfect(path: str, served: str) -> None:
    report = audited(f"{served}/{path}", CATEGORIES)
    lost = {name: category.lost for name, category in report.items() if category.score < 1}
    assert lost == {}
