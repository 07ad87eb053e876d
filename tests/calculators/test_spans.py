"""A rule worked out for a whole stretch decides as it does at each of its values, whatever its formulas call."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.runtime import arithmetic, bands, dates, lists, money, questions, words
from calculators.runtime.arithmetic import average, clamp, divide, left_over, whole_times
from calculators.runtime.bands import band, marginal, whole
from calculators.runtime.dates import (
    add_days,
    add_months,
    add_working_days,
    days_between,
    months_between,
    next_weekday,
    week_end,
)
from calculators.runtime.decisions import Split
from calculators.runtime.limits import place_of, stretches, value_at
from calculators.runtime.mistakes import Missing, Mistake
from calculators.runtime.money import cent
from calculators.runtime.on_spans import ALIKE, COUNTERPARTS
from calculators.runtime.questions import Input
from calculators.runtime.rule import Figure, Reading, Rule, Version, step
from calculators.runtime.spans import Span, Trail, moving, span
from calculators.runtime.values import Band, Bands, Value
from smallprint.library import FUNCTIONS

D = Decimal
TABLE = Bands((Band(D(5), D("0.20")), Band(D(9), D("0.10")), Band(None, D("0.05"))))


class Everything(Rule):
    """A comparison of each sort: `found` says how they all go."""

    id = "everything"
    policy_file = "policy/fees/everything.yaml"
    dated_by = "day"
    answers = ("found",)
    reading = Reading("official", "", "adopted", "", (), line=1)
    day = Input[date]("date", "Which day?", line=1, noun="Day")
    other = Input[date]("date", "Which other day?", line=2, noun="Other day")
    amount = Input[Decimal]("money", "How much?", line=3, noun="Amount")
    count = Input[int]("count", "How many?", line=4, noun="Count")
    rate = Input[Decimal]("rate", "Which share?", line=5, noun="Share")

    limit = Figure[Decimal](
        "money",
        "Limit",
        Version(date(1990, 1, 1), date(2024, 1, 31), D("0.50"), (), 7),
        Version(date(2024, 2, 1), date(2024, 3, 3), None, (), 8, unknown="Nobody knows."),
        Version(date(2024, 3, 4), None, D("0.75"), (), 9),
        line=6,
    )

    @step("money", "Fee", line=10)
    def fee(self) -> Decimal:
        """Rises with bends, is rounded, and is clamped."""
        return cent(clamp(marginal(TABLE, self.amount, D(2), self.parts), D("0.30"), D("1.20")))

    @step("text", "Found", line=11)
    def found(self) -> str:
        """One sign for each comparison that holds."""
        held = (
            self.fee > self.limit,
            self.amount - self.fee >= D(4),
            self.amount * self.rate > self.fee,
            whole(TABLE, self.amount, D(1)) > self.limit,
            band(TABLE, self.amount + self.count) == D("0.10"),
            average(self.count, self.amount) > 4,
            whole_times(self.count, 3) == 2,
            left_over(self.count, 3) != 1,
            divide(self.amount, self.count) < 2,
            days_between(self.other, self.day) > self.count,
            months_between(self.other, self.day) >= 1,
            add_days(self.day, self.count) <= self.other,
            add_months(self.other, self.count) > self.day,
            add_working_days(self.day, self.count) >= self.other,
            week_end(self.day) == week_end(self.other),
            next_weekday(self.day, "friday") > self.other,
            min(self.count, 4) + max(self.count, 6) == 10,
        )
        return "".join("+" if one else "-" for one in held)


def outcome(values: dict[str, Value]) -> object:
    try:
        return Everything(values).found
    except ArithmeticError:
        return "nothing"
    except Mistake as stop:
        return stop.about[0][0]
    except Missing as stop:
        return stop.names


DAYS = st.dates(date(2024, 1, 1), date(2024, 4, 30))
VALUES = st.fixed_dictionaries(
    {
        "day": DAYS,
        "other": DAYS,
        "amount": st.decimals(0, 14, places=2),
        "count": st.integers(0, 9),
        "rate": st.decimals(0, D("0.30"), places=2),
    }
)
RANGES: dict[str, tuple[Value, Value]] = {
    "day": (date(2024, 1, 1), date(2024, 4, 30)),
    "other": (date(2024, 1, 1), date(2024, 4, 30)),
    "amount": (D(0), D(14)),
    "count": (0, 40),
    "rate": (D(0), D("0.002")),
}


@pytest.mark.parametrize("name", RANGES)
@settings(max_examples=20)
@given(values=VALUES)
def test_every_value_decides_as_its_stretch_does(name: str, values: dict[str, Value]) -> None:
    one = getattr(Everything, name)
    last: object = None
    for stretch in stretches(Everything, values, name, *RANGES[name]):
        places = range(place_of(one, stretch.first), place_of(one, stretch.last) + 1)
        found = {outcome({**values, name: value_at(one, place)}) for place in places}
        assert len(found) == 1
        said = dict(stretch.way.answers).get("found")
        assert said is None or found == {said}
        assert (stretch.way.mistaken != ()) == (said is None)
        assert stretch.way != last
        last = stretch.way


def test_every_function_of_the_language_is_known_on_spans() -> None:
    """A new function needs a counterpart, or has to be one that works on spans as it is."""
    plain = {questions.given, lists.empty, lists.found}  # which take inputs' names and lists
    modules = {"arithmetic": arithmetic, "bands": bands, "dates": dates, "lists": lists, "questions": questions}
    for one in FUNCTIONS.values():
        if one.module:
            function = getattr(modules[one.module], one.name)
            assert function in COUNTERPARTS or function in ALIKE or function in plain, one.name
    assert {money.cent} <= ALIKE
    assert {money.smallest_amount, words.fill} <= COUNTERPARTS.keys()


def test_a_date_too_far_is_told_from_one_that_is_not() -> None:
    values: dict[str, Value] = {"day": date(9998, 12, 1), "other": date(9998, 12, 1), "amount": D(1), "rate": D(0)}
    found = stretches(Everything, values, "count", 1, 40)
    gone = next(stretch for stretch in found if stretch.way.mistaken)
    assert isinstance(gone.first, int)
    first = gone.first
    assert outcome({**values, "count": first}) == "nothing"
    assert outcome({**values, "count": first - 1}) != "nothing"


def test_what_moves_with_the_input_is_known_as_well_as_the_input() -> None:
    trail = Trail()
    amount = moving(D(0), D(1_000), "Amount", trail, is_day=False)
    apart = (amount + D(5)) - amount
    assert (apart.low, apart.high) == (D(5), D(5))
    net = amount - cent(amount * D("0.10"))  # type: ignore[arg-type]  # a span in a number's place
    assert isinstance(net, Span)
    assert (net.first, net.last) == (D(0), D(900))
    assert net < amount + D("0.02")
    with pytest.raises(Split):
        _ = net > D(450)


def test_a_comparison_is_written_down_with_the_words_of_its_sides() -> None:
    trail = Trail()
    amount = moving(D(10), D(20), "Amount", trail, is_day=False)
    assert amount > span(D(5), "Limit")
    assert span(D(5), "Limit") < span(D(6), "More")
    (made,) = trail.decisions
    assert (made.left, made.sign, made.right, made.fixed, made.holds) == ("Amount", ">", "Limit", "Limit", True)


def test_open_comparisons_are_taken_both_ways_inside_a_hull() -> None:
    trail = Trail()
    amount = moving(D(0), D(20), "Amount", trail, is_day=False)

    def fee() -> Span:
        return amount if amount <= D(10) else span(D(3))

    around = trail.hull(fee)
    assert (around.low, around.high) == (D(0), D(20))
    assert trail.decisions == []


def test_a_way_that_stops_inside_a_hull_cuts_the_stretch() -> None:
    trail = Trail()
    amount = moving(D(0), D(20), "Amount", trail, is_day=False)

    def fee() -> Span:
        if amount > D(10):
            raise Mistake((("amount", ""),))
        return amount

    with pytest.raises(Split) as cut:
        trail.hull(fee)
    assert (cut.value.first, cut.value.last) == (D(-10), D(10))


def test_a_day_apart() -> None:
    trail = Trail()
    first = date(2024, 2, 28)
    day = moving(first.toordinal(), (first + timedelta(days=2)).toordinal(), "Day", trail, is_day=True)
    with pytest.raises(Split):
        _ = day >= span(date(2024, 2, 29))
    assert day > span(date(2024, 2, 27))
