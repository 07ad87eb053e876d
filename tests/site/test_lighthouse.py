"""Lighthouse on the home page and three rules' pages: accessibility, best practices and SEO at 100 each."""

from __future__ import annotations

from benchmarks.lighthouse import CATEGORIES, PAGES, audited


def test_all_but_speed_is_perfect(served: str) -> None:
    reports = audited(served, PAGES, CATEGORIES)
    lost = {
        f"/{path}: {name}": category.lost
        for path, report in reports.items()
        for name, category in report.items()
        if category.score < 1
    }
    assert lost == {}
