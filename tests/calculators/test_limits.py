"""Limits are found to the cent and the day: every value in a window goes the way that the rule itself goes there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.rules import RULES
from calculators.rules.conversion_fee import ConversionFee
from calculators.rules.price_to_net import PriceToNet
from calculators.rules.service_fee import ServiceFee, WholeAmount
from calculators.runtime.inputs import read_each
from calculators.runtime.limits import Crossing, Way, bounds, crossings, input_of, place_of, stretches, value_at
from calculators.runtime.mistakes import Missing, Mistake
from calculators.runtime.rule import Rule
from calculators.runtime.values import Findings, Value
from smallprint.link import link
from smallprint.load import load

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 26)
ORDERED = ("money", "rate", "number", "count", "date")
NEAR = 3
D = Decimal

type Seen = tuple[tuple[tuple[str, str, str], ...], tuple[tuple[str, object], ...], tuple[str, ...], tuple[str, ...]]


def situations() -> Iterator[tuple[type[Rule], dict[str, Value], str]]:
    """Each reading of each rule with the inputs of each example that can be read, and each of them to vary."""
    for rule in link({str(rule.id): rule for rule in load(ROOT).rules}).values():
        readings: tuple[type[Rule], ...] = import_module(f"calculators.rules.{RULES[str(rule.id)]}").READINGS
        for example in rule.examples:
            typed = {str(name): str(text) for name, text in example.given}
            try:
                values = read_each({one.name: one for one in readings[0].inputs()}, typed, TODAY)
            except Mistake:
                continue
            for reading in readings:
                for name in values:
                    if input_of(reading, name).kind in ORDERED:
                        yield reading, values, name


SITUATIONS = list(situations())


@pytest.mark.parametrize("rule_id", RULES)
def test_no_value_near_a_limit_or_an_example_goes_another_way_than_was_found(rule_id: str) -> None:
    """The rule itself, asked at each value, changes where the limits are and nowhere else."""
    for rule, values, name in SITUATIONS:
        if rule.id != rule_id:
            continue
        one = input_of(rule, name)
        low, high = (place_of(one, bound) for bound in bounds(one))
        found = stretches(rule, values, name, *bounds(one))
        assert (found[0].first, found[-1].last) == bounds(one)
        near = {place_of(one, values[name]), *(place_of(one, stretch.first) for stretch in found)}
        places = sorted({place + step for place in near for step in range(-NEAR, NEAR + 1)})
        ways = iter(found)
        stretch = next(ways)
        for place in places:
            if not low <= place <= high:
                continue
            value = value_at(one, place)
            while place_of(one, stretch.last) < place:
                stretch = next(ways)
            asked = {**values, name: value}
            assert seen(rule, asked) == of(stretch.way, rule), (rule.id, rule.reading.id, asked)
            assert stretches(rule, values, name, value, value)[0].way == stretch.way, (rule.id, asked)


def seen(rule: type[Rule], values: dict[str, Value]) -> Seen:
    """How the rule itself goes with these inputs."""
    on = values.get(rule.dated_by)
    asking = rule(values)
    answers: list[tuple[str, object]] = []
    missing: list[str] = []
    mistaken: list[str] = []
    for name in rule.answers:
        start = getattr(rule, name).start
        if isinstance(on, date) and (not in_force(rule, on) or (start and on < start)):
            continue
        try:
            answers.append((name, getattr(asking, name)))
        except Missing as stop:
            missing += stop.names
        except Mistake as stop:
            mistaken += [about for about, _ in stop.about]
        except ArithmeticError:
            mistaken.append(name)
    said = tuple((step.name, words, why) for step, _, (words, why, *_), _ in asking.trace if not step.published)
    return said, plain_answers(answers, rule), tuple(missing), tuple(mistaken)


def of(way: Way, rule: type[Rule]) -> Seen:
    """The same of a way that was found."""
    return way.said, plain_answers(way.answers, rule), way.missing, way.mistaken


def plain_answers(
    answers: list[tuple[str, object]] | tuple[tuple[str, object], ...], rule: type[Rule]
) -> tuple[tuple[str, object], ...]:
    """Those that are no amounts and no texts: what a text says between its braces differs from value to value."""
    ids = {name: tuple(one.id for one in found.items) for name, found in answers if isinstance(found, Findings)}
    kinds = ("yesno", "choice", "verdict", "list")
    return tuple((name, ids.get(name, found)) for name, found in answers if getattr(rule, name).kind in kinds)


def in_force(rule: type[Rule], on: date) -> bool:
    """Whether the rule is known on this day and the reading is one of that day."""
    reading = rule.reading
    holds = (reading.start or on) <= on <= (reading.until or on)
    known = [period for period in rule.periods if period.start <= on <= (period.until or on)]
    return holds and (not rule.periods or (bool(known) and not known[0].unknown))


def at(found: tuple[Crossing, ...]) -> list[tuple[Value, str]]:
    return [(one.at, one.label) for one in found]


LEAVING: dict[str, Value] = {
    "met_on": date(2025, 1, 10),
    "leaving_on": date(2026, 1, 10),
    "highest_rate": D(50),
    "met_outside": False,
}


def test_a_clamp_has_two_limits_with_names() -> None:
    found = crossings(ConversionFee, LEAVING, "highest_rate", D(0), D(1_000))
    assert at(found) == [(D("3.57"), "Lowest fee reached"), (D("178.07"), "Highest fee reached")]
    assert [one.before for one in found] == [D("3.56"), D("178.06")]
    assert {(one.step, one.line) for one in found} == {("fee", ConversionFee.fee.line)}
    assert found[0].words == "a year of full-time work × share of a year's work is more than lowest fee"


def test_days_are_found_to_the_day_and_periods_are_limits_too() -> None:
    found = crossings(ConversionFee, LEAVING, "leaving_on", date(2020, 1, 1), date(2030, 1, 1))
    assert at(found) == [
        (date(2020, 4, 3), "Rules of 3 April 2020"),
        (date(2025, 1, 10), "Day you met reached"),
        (date(2027, 1, 10), "Two years after you met reached"),
    ]


def test_a_month_that_is_shorter_is_taken_as_it_is() -> None:
    met_on_29_february = {**LEAVING, "met_on": date(2024, 2, 29)}
    found = crossings(ConversionFee, met_on_29_february, "leaving_on", date(2025, 1, 1), date(2027, 1, 1))
    assert at(found) == [(date(2026, 2, 28), "Two years after you met reached")]


BILLED: dict[str, Value] = {"amount": D(600), "paid_on": date(2021, 6, 1), "billed_before": D(0)}


def test_bands_on_their_own_part_bend_and_bands_on_the_whole_jump() -> None:
    for reading in (ServiceFee, WholeAmount):
        found = crossings(reading, BILLED, "amount", D(0), D(1_000_000))
        assert at(found) == [(D("500.01"), "$500.00 reached"), (D("10000.01"), "$10,000.00 reached")]


def test_versions_are_limits_of_the_day() -> None:
    found = crossings(ServiceFee, BILLED, "paid_on", date(2010, 1, 1), date(2030, 1, 1))
    days = [date(2013, 2, 3), date(2016, 6, 21), date(2023, 5, 3), date(2024, 1, 1), date(2025, 5, 1)]
    assert [one.at for one in found] == days


def test_a_solved_step_has_the_limits_of_the_rule_it_solves() -> None:
    given = {**BILLED, "keep": D(600)}
    found = crossings(PriceToNet, given, "keep", D(0), D(100_000))
    assert [one.at for one in found] == [D("400.01"), D("8950.01")]
    found = crossings(PriceToNet, given, "billed_before", D(0), D(100_000))
    assert [one.at for one in found] == [D(500), D("9333.34"), D(10_000)]


def test_nothing_in_between_means_no_limit() -> None:
    assert crossings(ConversionFee, LEAVING, "highest_rate", D(100), D(170)) == ()
    assert len(stretches(ConversionFee, LEAVING, "highest_rate", D(100), D(100))) == 1


DAYS = st.dates(date(2019, 1, 1), date(2028, 12, 31))


@settings(max_examples=60)
@given(DAYS, DAYS, st.decimals(0, 400, places=2), st.booleans())
def test_every_day_and_every_reading_of_the_conversion_fee(met: date, leave: date, rate: Decimal, known: bool) -> None:
    values: dict[str, Value] = {"met_on": met, "leaving_on": leave, "highest_rate": rate, "met_outside": known}
    start = met - timedelta(days=5)
    for stretch in stretches(ConversionFee, values, "leaving_on", start, met + timedelta(days=760)):
        first, last = (place_of(ConversionFee.leaving_on, day) for day in (stretch.first, stretch.last))
        for place in range(first, last + 1, 1 if last - first < 40 else 7):
            day = value_at(ConversionFee.leaving_on, place)
            assert seen(ConversionFee, {**values, "leaving_on": day}) == of(stretch.way, ConversionFee), day


CENTS = st.integers(0, 1_200_000)


@settings(max_examples=40)
@given(CENTS, CENTS)
def test_the_fee_is_a_straight_line_between_limits(amount: int, before: int) -> None:
    """Between two limits the fee of the bands, before it is rounded, rises evenly: no kink was missed."""
    values = {**BILLED, "amount": D(amount) / 100, "billed_before": D(before) / 100}
    for stretch in stretches(ServiceFee, values, "amount", D(0), D(20_000)):
        first, last = stretch.first, stretch.last
        assert isinstance(first, Decimal)
        assert isinstance(last, Decimal)
        middle = ((first + last) / 2).quantize(D("0.01"))
        fees = [ServiceFee({**values, "amount": each}).banded_fee for each in (first, middle, last)]
        if last > first:
            assert (fees[1] - fees[0]) * (last - first) == (fees[2] - fees[0]) * (middle - first)
