"""What the dashboard says of a reader's clients: days, fees, what it still needs, and one calendar file for all."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from calculators.calls import call
from smallprint.client_settings import keeps, shows
from smallprint.model.clients import Clients
from tests.real import real_policy

type Json = Any
TODAY = "2026-11-26"


def real() -> Clients:
    clients = real_policy().clients
    assert clients is not None
    return clients


def question(*clients: dict[str, str]) -> str:
    named = [{"id": str(n), "name": f"Client; {n}", "values": values} for n, values in enumerate(clients, 1)]
    stamp = f"{TODAY}T12:00:00+00:00"
    return json.dumps(
        {"keeps": keeps(real()), "shows": shows(real()), "clients": named, "today": TODAY, "stamp": stamp}
    )


def dashboard(**values: str) -> Json:
    (client,) = json.loads(call("dashboard", question(values)))["clients"]
    return client


def shown(client: Json) -> dict[str, Json]:
    return {one["rule"]: one for one in client["shown"]}


def test_days_and_fees_with_how_far_away_they_are_and_how_others_read_the_rule() -> None:
    client = dashboard(met_on="10 January 2026", highest_rate="$50", met_outside="no", submitted_on="2026-11-20")
    answers = shown(client)
    assert (answers["free-date"]["text"], answers["free-date"]["away"]) == ("10 January 2028", "in 410 days")
    assert [one["text"] for one in answers["free-date"]["others"]] == ["11 January 2028"]
    assert answers["conversion-fee"]["text"] == "$14,040.00"
    assert answers["conversion-fee"]["typed"]["leaving_on"] == TODAY
    assert answers["fixed-price-payday"]["away"] == "in 13 days"
    assert client["read"]["highest_rate"] == "$50.00 per hour"


def test_what_is_missing_is_named_and_what_nobody_asked_is_left_out() -> None:
    client = dashboard(met_on="2026-01-10")
    assert shown(client)["conversion-fee"]["missing"] == ["met_outside"]
    assert set(shown(client)) == {"free-date", "conversion-fee"}
    assert shown(dashboard())["free-date"]["missing"] == ["met_on"]


def test_what_cannot_be_read_is_told_at_its_field() -> None:
    client = dashboard(met_on="01/02/2020", fees_paid="1.250")
    assert [one["input"] for one in client["errors"]] == ["met_on", "fees_paid"]
    assert shown(dashboard(met_on="2001-01-01"))["free-date"]["errors"]


def test_one_calendar_file_has_the_days_to_come_of_all_clients() -> None:
    first = {"met_on": "2026-01-10", "worked_on": "2026-11-24", "last_paid_on": "2020-01-01"}
    text = call("reminders", question(first, {"met_on": "2020-01-01"}, {"met_on": "2026-02-10"}))
    events = Calendar.from_ical(text).walk("VEVENT")
    assert [(str(one["SUMMARY"]), one.decoded("DTSTART")) for one in events] == [
        ("Pay for the hours available: Client; 1", date(2026, 12, 9)),
        ("Free to work directly: Client; 1", date(2028, 1, 10)),
        ("Free to work directly: Client; 3", date(2028, 2, 10)),
    ]
    assert all(len(one.walk("VALARM")) == 1 for one in events)
    assert text == call("reminders", question(first, {"met_on": "2020-01-01"}, {"met_on": "2026-02-10"}))


@given(st.dictionaries(st.sampled_from([str(one.name) for one in real().keeps]), st.text(max_size=20)))
def test_anything_kept_is_answered(values: dict[str, str]) -> None:
    client = dashboard(**values)
    assert {one["rule"] for one in client["shown"]} >= {"free-date", "conversion-fee"}
    assert Calendar.from_ical(call("reminders", question(values)))


@given(st.dates(date(2020, 5, 1), date(2026, 11, 26)))
def test_the_conversion_fee_ends_when_the_client_is_free(met_on: date) -> None:
    answers = shown(dashboard(met_on=met_on.isoformat(), highest_rate="50", met_outside="no"))
    free = date.fromisoformat(answers["free-date"]["on"])
    assert (answers["conversion-fee"]["text"] == "$1.00") == (free <= date.fromisoformat(TODAY))
    assert free - met_on > timedelta(days=729)
