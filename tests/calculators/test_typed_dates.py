"""What a reader may type as a date, and what each text that is no date is answered with."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.runtime.mistakes import Unreadable
from calculators.runtime.typed_dates import SUCH_AS, read_date
from calculators.runtime.words import MONTHS, long_date

DAYS = st.dates(date(1990, 1, 1), date(2200, 12, 31))
MONTH = "Write a month from 01 to 12: the date is year-month-day, such as 2021-06-01."


@given(DAYS)
def test_every_way_to_write_a_day_is_the_same_day(day: date) -> None:
    month = MONTHS[day.month - 1]
    for text in (
        day.isoformat(),
        long_date(day),
        f"{month} {day.day}, {day.year}",
        f"{month[:3].upper()} {day.day} {day.year}",
        f"{day.day:02}  {month[:3].lower()}. {day.year}",
    ):
        assert read_date(text) == day


@pytest.mark.parametrize("text", ["3rd May 2023", "3 may 2023", "May 3rd, 2023", "03 May, 2023"])
def test_days_in_words(text: str) -> None:
    assert read_date(text) == date(2023, 5, 3)


def test_leap_days_exist_when_they_do() -> None:
    assert read_date("2024-02-29") == date(2024, 2, 29)
    assert read_date("Sept 5 2020") == date(2020, 9, 5)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("03/05/2023", "Write 2023-05-03 for 3 May 2023 or 2023-03-05 for 5 March 2023."),
        ("3.5.2023", "Write 2023-05-03 for 3 May 2023 or 2023-03-05 for 5 March 2023."),
        ("13/05/2023", "Write 2023-05-13 for 13 May 2023."),
        ("05-05-2023", "Write 2023-05-05 for 5 May 2023."),
        ("32/13/2023", SUCH_AS),
        ("2021-6-1", "Write 2021-06-01 for 1 June 2021."),
        ("2021/06/01", "Write 2021-06-01 for 1 June 2021."),
        ("2021-02-29", "February 2021 has 28 days. Write a day from 1 to 28."),
        ("2100-02-29", "February 2100 has 28 days. Write a day from 1 to 28."),
        ("31 April 2023", "April 2023 has 30 days. Write a day from 1 to 30."),
        ("2023-01-00", "January 2023 has 31 days. Write a day from 1 to 31."),
        ("2023-13-01", MONTH),
        ("2023-00-10", MONTH),
        ("1989-12-31", "Write a year from 1990 to 2200."),
        ("2201-01-01", "Write a year from 1990 to 2200."),
        ("0000-01-01", "Write a year from 1990 to 2200."),
        ("3 Mai 2023", SUCH_AS),
        ("1 June 21", SUCH_AS),
        ("June 2021", SUCH_AS),
        ("20210601", SUCH_AS),
        ("2021-W22-2", SUCH_AS),
        ("2021-06-01T00:00", SUCH_AS),
        ("tomorrow", SUCH_AS),
        ("\u0662\u0660\u0662\u0661-06-01", SUCH_AS),
    ],
)
def test_what_is_no_date(text: str, message: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_date(text)
    assert str(refused.value) == message


@given(st.text(max_size=20) | st.text("0123456789/-. ", max_size=12))
def test_any_text_is_a_day_or_refused_in_words(text: str) -> None:
    try:
        day = read_date(text)
    except Unreadable as refused:
        assert "Write" in str(refused)  # noqa: PT017
    else:
        assert 1990 <= day.year <= 2200
