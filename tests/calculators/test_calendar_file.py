"""Dates become an iCalendar file that another library reads back, whatever stands in their words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar.cal import Component

from calculators.calendar_file import Event, calendar_file, dates_of, stable_uid

STAMP = datetime(2026, 11, 26, 11, 30, 15, tzinfo=UTC)
TODAY = date(2026, 11, 26)
ADDRESS = "https://guide.example/leaving/free-date/#met_on=2025-01-10"


def events(text: str) -> list[Component]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_a_rules_date_becomes_a_day_with_a_reminder() -> None:
    made = dates_of("free-date", {"met_on": "2025-01-10"}, TODAY, None, ADDRESS)
    text = calendar_file(made, STAMP)
    (event,) = events(text)
    assert event.decoded("DTSTART") == date(2027, 1, 10)
    assert "DTSTART;VALUE=DATE:20270110\r\n" in text
    assert event.decoded("DTSTAMP") == STAMP
    assert event["URL"] == ADDRESS
    assert "When am I free to work with this client directly?" in str(event["SUMMARY"])
    assert "not legal advice" in str(event["DESCRIPTION"])
    (alarm,) = event.walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert alarm.decoded("TRIGGER") == timedelta(hours=9) - timedelta(days=7)
    assert "VTIMEZONE" not in text


def test_a_rule_of_several_dates_gives_an_event_for_each() -> None:
    made = dates_of("hourly-payday", {"worked_on": "2026-11-20"}, TODAY, None, "")
    found = events(calendar_file(made, STAMP))
    assert len(found) == 4
    assert len({event["UID"] for event in found}) == 4


@pytest.mark.parametrize(("days", "remind"), [(8, 7), (7, 1), (1, 1), (0, 0), (-5, 0)])
def test_the_reminder_comes_a_week_before_or_the_day_before_or_not_at_all(days: int, remind: int) -> None:
    (event,) = dates_of("offer-expiry", {"sent_on": "2026-01-01", "enterprise": "no"}, TODAY, None, "")
    (again,) = dates_of(
        "offer-expiry", {"sent_on": "2026-01-01", "enterprise": "no"}, event.day - timedelta(days), None, ""
    )
    assert again.remind == remind


@pytest.mark.parametrize("typed", [{}, {"met_on": "nonsense"}])
def test_where_there_is_no_answer_there_is_no_event(typed: dict[str, str]) -> None:
    assert dates_of("free-date", typed, TODAY, None, "") == ()
    assert events(calendar_file((), STAMP)) == []


def test_an_answer_that_is_no_date_is_no_event() -> None:
    typed = {"amount": "600", "paid_on": "2024-03-01"}
    assert dates_of("service-fee", typed, TODAY, None, "") == ()


def test_the_same_question_keeps_its_name_in_the_calendar_on_another_day() -> None:
    (first,) = dates_of("free-date", {"met_on": "2025-01-10"}, TODAY, None, "")
    (later,) = dates_of("free-date", {"met_on": "2025-01-10"}, TODAY + timedelta(5), None, "")
    (other,) = dates_of("free-date", {"met_on": "2025-01-11"}, TODAY, None, "")
    assert first.uid == later.uid != other.uid


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200) | st.text(
    alphabet=";,\\:\"'{}\néß漢字🙂 ", max_size=200
)


@given(st.lists(TEXTS, min_size=1, max_size=3), st.dates(date(1990, 1, 1), date(2200, 12, 31)))
def test_any_words_come_back_as_they_were_in_lines_of_75_bytes(words: list[str], day: date) -> None:
    made = [Event(stable_uid(str(number), text), day, text, text) for number, text in enumerate(words)]
    text = calendar_file(made, STAMP)
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    for event, found in zip(made, events(text), strict=True):
        assert found["SUMMARY"] == event.summary
        assert found["UID"] == event.uid
        assert found.decoded("DTSTART") == day


def test_the_moment_is_told_in_universal_time() -> None:
    abroad = datetime.fromisoformat("2026-11-26T02:30:15+09:00")
    assert "DTSTAMP:20261125T173015Z\r\n" in calendar_file([Event("a", TODAY, "A day")], abroad)


def test_what_cannot_be_seen_is_left_out() -> None:
    text = calendar_file([Event("a", TODAY, "One\x00\x1b\x7f day", "\x08", "https://x.example/\r\nBEGIN:V")], STAMP)
    assert len(events(text)) == 1
    assert "SUMMARY:One day\r\n" in text
