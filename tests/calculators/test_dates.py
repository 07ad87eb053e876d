"""Days and months: against plain counting, day by day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.runtime import dates

DAYS = st.dates(date(1990, 1, 1), date(2200, 12, 31))
MONTHS = st.integers(-600, 600)


@given(DAYS, MONTHS)
def test_months_keep_the_day_or_end_the_month(day: date, months: int) -> None:
    later = dates.add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == min(day.day, calendar.monthrange(later.year, later.month)[1])


@given(DAYS, DAYS)
def test_months_between_is_the_most_that_can_be_added(first: date, second: date) -> None:
    months = dates.months_between(first, second)
    assert dates.add_months(first, months) <= second < dates.add_months(first, months + 1)


@given(DAYS, st.integers(0, 600))
def test_months_added_have_passed_on_the_day_and_not_the_day_before(day: date, months: int) -> None:
    anniversary = dates.add_months(day, months)
    assert dates.months_between(day, anniversary) == months
    assert dates.months_between(day, anniversary - timedelta(1)) == months - 1


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2099, 2, 28), 12, date(2100, 2, 28)),
    ],
)
def test_month_ends(day: date, months: int, expected: date) -> None:
    assert dates.add_months(day, months) == expected


@given(DAYS, st.integers(-10_000, 10_000))
def test_days_added_are_days_between(day: date, days: int) -> None:
    assert dates.days_between(day, dates.add_days(day, days)) == days


@given(DAYS, st.integers(-60, 60))
def test_working_days_are_counted_one_by_one(day: date, days: int) -> None:
    counted, expected = 0, day
    while counted < abs(days):
        expected += timedelta(1 if days > 0 else -1)
        counted += expected.weekday() < 5
    assert dates.add_working_days(day, days) == expected


@given(DAYS)
def test_weeks_end_on_sunday(day: date) -> None:
    end = dates.week_end(day)
    assert end.weekday() == 6
    assert 0 <= (end - day).days <= 6


@given(DAYS, st.sampled_from(dates.WEEKDAYS))
def test_the_next_weekday_is_strictly_later(day: date, weekday: str) -> None:
    later = dates.next_weekday(day, weekday)
    assert dates.WEEKDAYS[later.weekday()] == weekday
    assert 1 <= (later - day).days <= 7


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_have_their_days(year: int, month: int) -> None:
    assert dates.days_in_month(year, month) == calendar.monthrange(year, month)[1]


@pytest.mark.parametrize("far", [10**4, 10**7, 10**12, -(10**12)])
def test_a_date_too_far_is_refused_in_words(far: int) -> None:
    day = date(2200, 1, 1)
    with pytest.raises(OverflowError, match="outside the years 1 to 9999"):
        dates.add_months(day, far * 12)
    with pytest.raises(OverflowError, match="outside the years 1 to 9999"):
        dates.add_days(day, far * 366)
    with pytest.raises(OverflowError, match="outside the years 1 to 9999"):
        dates.add_working_days(day, far * 366)
