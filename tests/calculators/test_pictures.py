"""Pictures of rules: exact at limits and jumps, gaps as gaps, the case marked, lines told apart, texts escaped."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from calculators.rules.client_cost import READINGS as CLIENT_COST
from calculators.rules.conversion_fee import READINGS as CONVERSION_FEE
from calculators.rules.free_date import READINGS as FREE_DATE
from calculators.rules.leave_or_stay import READINGS as LEAVE_OR_STAY
from calculators.rules.service_fee import READINGS as SERVICE_FEE
from calculators.rules.withdrawal_fee import READINGS as WITHDRAWAL_FEE
from calculators.runtime.charts import Chart, Line
from calculators.runtime.curve import Curves, curves
from calculators.runtime.events import events
from calculators.runtime.inputs import read_each
from calculators.runtime.marks import limits_of
from calculators.runtime.picture import picture
from calculators.runtime.pictured import DAYS, pictured
from calculators.runtime.rule import Rule
from calculators.runtime.scales import from_grid
from calculators.runtime.tabled import rows
from calculators.runtime.values import Value

TODAY = date(2026, 11, 26)
SVG = "{http://www.w3.org/2000/svg}"
BANDS = {"amount": "600", "paid_on": "2021-06-01", "billed_before": "0"}
YEAR_IN = {"met_on": "2025-01-10", "leaving_on": "2026-01-10", "highest_rate": "50", "met_outside": "no"}
HOSTILE = """</title><script>alert(1)</script> & "quoted" 'text' \x00\x1b <b>"""

type Readings = tuple[type[Rule], ...]


def given(readings: Readings, typed: dict[str, str]) -> dict[str, Value]:
    return read_each({one.name: one for rule in readings for one in rule.inputs()}, typed, TODAY)


def drawn(readings: Readings, chart: Chart, typed: dict[str, str], yours: bool = True) -> Curves:
    return curves(readings, chart, given(readings, typed), yours)


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_a_bend_is_found_to_the_cent() -> None:
    found = drawn(SERVICE_FEE, Chart("", "amount", "0", "12000", ("fee",)), BANDS)
    main = found.curves[0]
    assert len(main.pieces) == 1
    points = {point.x: point.y for point in main.pieces[0]}
    assert (points[50_000], points[1_000_000]) == (Decimal(100), Decimal(1050))
    assert list(limits_of(found)) == [50_000, 1_000_000]


def test_a_jump_is_drawn_as_one_with_the_last_value_before_and_the_first_after() -> None:
    other = drawn(SERVICE_FEE, Chart("", "amount", "0", "12000", ("fee",)), BANDS).curves[1]
    first, second, third = other.pieces
    assert (first[-1], second[0]) == ((50_000, Decimal(100)), (50_001, Decimal("50.00")))
    assert (second[-1], third[0]) == ((1_000_000, Decimal(1000)), (1_000_001, Decimal("500.00")))


def test_both_ends_of_a_clamp_are_limits_with_their_words() -> None:
    found = limits_of(drawn(CONVERSION_FEE, Chart("", "highest_rate", "3", "250", ("fee",)), YEAR_IN))
    assert found == {357: "Lowest fee reached", 17807: "Highest fee reached"}


def test_a_day_on_which_the_rule_changes_is_a_jump_from_one_day_to_the_next() -> None:
    chart = Chart("", "leaving_on", "2025-01-10", "2027-12-31", ("fee",))
    main = drawn(CONVERSION_FEE, chart, YEAR_IN).curves[0]
    before, after = main.pieces[0][-1], main.pieces[1][0]
    assert (date.fromordinal(before.x), before.y) == (date(2027, 1, 9), Decimal("14040.00"))
    assert (date.fromordinal(after.x), after.y) == (date(2027, 1, 10), Decimal("1.00"))


def test_days_of_which_nothing_is_known_are_gaps_with_a_word() -> None:
    typed = {"amount": "1000", "paid_on": "2026-06-01", "plan": "basic", "new_contract": "no"}
    chart = Chart("", "paid_on", "2016-01-01", "2026-12-31", ("marketplace_fee",))
    found = drawn(CLIENT_COST, chart, typed)
    gaps = [(date.fromordinal(first), date.fromordinal(last), why) for first, last, why in found.curves[0].gaps]
    assert gaps == [
        (date(2016, 1, 1), date(2016, 6, 20), "not known"),
        (date(2022, 5, 1), date(2024, 12, 31), "not known"),
    ]
    assert texts(picture(found, "p", True, "", "")).count("not known") == 2
    xs = [point.x for piece in found.curves[0].pieces for point in piece]
    assert not [x for x in xs for first, last, _ in found.curves[0].gaps if first <= x <= last]


def test_what_an_input_cannot_be_is_a_gap_too() -> None:
    typed = {"amount": "500", "method": "instant", "withdrawn_on": "2026-06-01"}
    found = drawn(WITHDRAWAL_FEE, Chart("", "amount", "0", "5000", ("received",)), typed)
    assert found.curves[0].gaps == ((0, 199, "not possible"), (299_901, 500_000, "not possible"))


def test_a_curve_is_followed_until_straight_lines_show_no_difference() -> None:
    typed = {"monthly_billing": "1000", "freelancer_rate": "10%", "client_rate": "5%", "conversion_fee": "14040"}
    chart = Chart("", "monthly_billing", "250", "8000", ("break_even_months",))
    points = drawn(LEAVE_OR_STAY, chart, {**typed, "on": "2026-06-01"}).curves[0].pieces[0]
    height = points[0].y - points[-1].y
    for one, other in pairwise(points):
        middle = Decimal(one.x + other.x) / 200
        exact = Decimal(14040) / (middle * Decimal("0.15"))
        assert abs((one.y + other.y) / 2 - exact) < height / 100


def test_every_point_is_what_the_rule_answers() -> None:
    found = drawn(SERVICE_FEE, Chart("", "amount", "0", "12000", ("fee",)), BANDS)
    for point in found.curves[0].pieces[0]:
        asking = SERVICE_FEE[0](given(SERVICE_FEE, BANDS) | {"amount": from_grid("money", point.x)})
        assert asking.fee == point.y


def test_the_case_is_marked_where_it_is_and_the_range_reaches_it() -> None:
    found = drawn(SERVICE_FEE, Chart("", "amount", "0", "12000", ("fee",)), {**BANDS, "amount": "20000"})
    assert found.here == (2_000_000, Decimal("1550.00"))
    assert found.high == 2_000_000
    assert {"You are here", "$20,000: $1,550.00"} <= set(texts(picture(found, "p", True, "", "You are here")))


def test_a_share_is_the_answer_divided_by_the_amount() -> None:
    found = drawn(SERVICE_FEE, Chart("", "amount", "20", "12000", ("fee",), share=True), BANDS)
    assert found.y_kind == "rate"
    assert found.here is not None
    assert round(found.here.y, 6) == Decimal("0.183333")


LINES = (
    Line("Bands", (("paid_on", "2021-06-01"), ("billed_before", "0"))),
    Line("Flat", (("paid_on", "2024-06-01"),)),
    Line("As flat", (("paid_on", "2015-06-01"),)),
)


@pytest.mark.parametrize("paid_on", ["2021-06-01", "2024-02-01"])
def test_a_line_of_ones_own_is_drawn_where_none_of_the_lines_is_it(paid_on: str) -> None:
    chart = Chart("", "amount", "0", "12000", ("fee",), lines=LINES)
    found = drawn(SERVICE_FEE, chart, {**BANDS, "paid_on": paid_on})
    labels = [(curve.label, curve.main) for curve in found.curves]
    if paid_on == "2021-06-01":
        assert labels == [("Bands", True), ("Flat; As flat", False)]
    else:
        assert labels == [("Your case; Flat; As flat", True), ("Bands", False)]


def test_lines_are_told_apart_without_colour() -> None:
    chart = Chart("", "amount", "0", "12000", ("fee",), lines=LINES)
    for wide in (True, False):
        svg = picture(drawn(SERVICE_FEE, chart, BANDS), "p", wide, "", "")
        dashes = re.findall(r'class="picture-line"(?: stroke-dasharray="([^"]+)")?', svg)
        assert len(set(dashes)) == 2
        assert {"Bands", "Flat; As flat"} <= set(texts(svg))
        assert ({"A", "B"} <= set(texts(svg))) == (not wide)


def test_readings_that_need_more_or_draw_the_same_are_named() -> None:
    found = pictured(CONVERSION_FEE, "1", YEAR_IN, TODAY, "", yours=True)
    notes = found["notes"]
    assert isinstance(notes, list)
    assert notes[0] == "$3.57: Lowest fee reached; $178.07: Highest fee reached."
    assert notes[1].startswith("The same line by: More than two years (disputed)")
    assert "Service fees paid" in notes[2]


def test_another_reading_can_be_the_main_one() -> None:
    found = drawn(tuple(reversed(SERVICE_FEE)), Chart("", "amount", "0", "12000", ("fee",)), BANDS)
    assert found.here == (60_000, Decimal("60.00"))
    assert pictured(SERVICE_FEE, "1", BANDS, TODAY, "whole-amount", yours=True)["wide"] != pictured(
        SERVICE_FEE, "1", BANDS, TODAY, "", yours=True
    )["wide"]  # fmt: skip


def test_the_table_has_both_sides_of_a_jump_exactly() -> None:
    table = rows(drawn(SERVICE_FEE, Chart("", "amount", "0", "12000", ("fee",)), BANDS), "You are here")
    assert ["$500.00", "$100.00", "$100.00"] in table
    assert ["$500.01", "$100.00", "$50.00"] in table
    assert ["$600.00 (you are here)", "$110.00", "$60.00"] in table


@pytest.mark.parametrize("wide", [True, False])
def test_a_picture_is_named_described_and_without_style_or_script(wide: bool) -> None:
    svg = picture(drawn(SERVICE_FEE, Chart("The fee", "amount", "0", "12000", ("fee",)), BANDS), "p", wide, "Said", "")
    root = ElementTree.fromstring(svg)
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == root[0].attrib["id"]
    assert (root[0].text, root[1].text) == ("The fee", "Said")
    assert not re.search(r"style|script|href|<image|url\(| on\w+=", svg)
    assert int(root.attrib["font-size"]) >= 13


@pytest.mark.parametrize("wide", [True, False])
def test_markup_in_texts_stays_text(wide: bool) -> None:
    lines = (Line(HOSTILE, LINES[0].given), Line("Flat", LINES[1].given))
    svg = picture(
        drawn(SERVICE_FEE, Chart(HOSTILE, "amount", "0", "12000", ("fee",), lines=lines), BANDS),
        "p",
        wide,
        HOSTILE,
        HOSTILE,
    )
    root = ElementTree.fromstring(svg)
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "path", "text", "circle", "rect"}
    assert "<script>" in (root[0].text or "")


def test_pictures_are_the_same_every_time() -> None:
    one, other = (pictured(CONVERSION_FEE, "2", YEAR_IN, TODAY, "", yours=True) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("typed", [{}, {"amount": "1.250"}, {"amount": "600"}, {**BANDS, "paid_on": "2001-01-01"}])
def test_nothing_is_drawn_of_what_has_no_answer(typed: dict[str, str]) -> None:
    assert pictured(SERVICE_FEE, "1", typed, TODAY, "", yours=True) == {}


def test_days_stand_in_their_order_with_other_readings_and_today() -> None:
    found = events(FREE_DATE, given(FREE_DATE, {"met_on": "2025-03-15"}), TODAY)
    assert [(event.day, event.labels, event.sort) for event in found] == [
        (date(2025, 3, 15), ("Day you met",), "given"),
        (TODAY, ("Today",), "today"),
        (date(2027, 3, 15), ("Free from",), "answer"),
        (date(2027, 3, 16), ("Free from (The day after 24 months)",), "other"),
    ]


def test_today_is_left_out_where_it_is_far_away_or_the_case_is_an_example() -> None:
    long_ago = given(FREE_DATE, {"met_on": "2015-03-15"})
    assert "today" not in {event.sort for event in events(FREE_DATE, long_ago, TODAY)}
    assert "today" not in {event.sort for event in events(FREE_DATE, given(FREE_DATE, {"met_on": "2025-03-15"}), None)}


def test_days_say_how_far_they_are_apart() -> None:
    found = pictured(FREE_DATE, DAYS, {"met_on": "2024-03-15"}, TODAY, "", yours=False)
    for size in ("wide", "narrow"):
        said = " ".join(texts(str(found[size])))
        assert "730 days" in said
        assert "Fri 15 Mar 2024" in said
    assert found["table"][1] == ["Fri 15 Mar 2024", "Day you met", "0"]  # type: ignore[index]
