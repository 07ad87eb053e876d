"""A rule pulls only what it needs, works each thing out once, and writes down what it did."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from calculators.runtime.mistakes import Missing, Mistake, NotCovered
from calculators.runtime.questions import Input, given
from calculators.runtime.rule import Reading, Rule, step
from calculators.runtime.values import Value
from tests.calculators.sample import SlidingFee, WholeAmount

D = Decimal


def fee_on(day: date, **more: Decimal | date) -> SlidingFee:
    return SlidingFee({"amount": D("600.00"), "paid_on": day, **more})


def test_what_is_not_needed_is_not_asked() -> None:
    flat = fee_on(date(2024, 1, 1))
    assert flat.fee == D("60.00")
    assert list(flat.asked) == ["paid_on", "amount"]
    banded = fee_on(date(2020, 1, 1))
    with pytest.raises(Missing) as stopped:
        _ = banded.fee
    assert stopped.value.names == ("billed_before",)
    assert list(banded.asked) == ["paid_on", "amount", "billed_before"]


def test_everything_is_worked_out_and_written_down_once() -> None:
    rule = fee_on(date(2020, 1, 1), billed_before=D(0))
    assert (rule.fee, rule.net, rule.fee) == (D("110.00"), D("490.00"), D("110.00"))
    assert [member.name for member, *_ in rule.trace] == ["scheme", "fee_bands", "banded_fee", "fee", "net"]


def test_parts_belong_to_the_step_that_has_the_bands() -> None:
    rule = fee_on(date(2020, 1, 1), billed_before=D(0))
    assert rule.net == D("490.00")
    assert {member.name: len(parts) for member, _, _, parts in rule.trace if parts} == {"banded_fee": 2}


def test_a_reading_changes_only_what_it_says() -> None:
    inputs: dict[str, Value] = {"amount": D(600), "paid_on": date(2020, 1, 1), "billed_before": D(0)}
    assert SlidingFee(inputs).fee == D("110.00")
    assert WholeAmount(inputs).fee == D("60.00")
    assert WholeAmount.inputs() == SlidingFee.inputs()


@pytest.mark.parametrize(
    ("day", "scheme"),
    [
        (date(2013, 2, 3), "flat"),
        (date(2016, 6, 20), "flat"),
        (date(2016, 6, 21), "bands"),
        (date(2023, 5, 2), "bands"),
        (date(2023, 5, 3), "flat"),
        (date(2025, 5, 1), "offer"),
        (date(2200, 12, 31), "offer"),
    ],
)
def test_the_version_of_the_day_counts(day: date, scheme: str) -> None:
    assert fee_on(day).scheme == scheme


def test_a_day_without_a_version_is_refused_in_words() -> None:
    for day, words in (
        (date(2013, 2, 2), "nothing is known before 3 February 2013. Give that day or a later one."),
        (date(2023, 5, 3), "nothing is known after 2 May 2023. Give that day or an earlier one."),
    ):
        rule = fee_on(day)
        with pytest.raises(NotCovered) as stopped:
            _ = rule.scheme if day.year == 2013 else rule.fee_bands
        assert stopped.value.about[0][0] == "paid_on"
        assert stopped.value.about[0][1].endswith(words)
    with pytest.raises(NotCovered) as stopped:
        _ = fee_on(date(2020, 1, 1)).flat_rate
    assert stopped.value.about == (
        ("paid_on", "Fee for everybody: not known on 1 January 2020. The bands applied instead."),
    )


def test_a_condition_is_tested_when_its_input_is_needed() -> None:
    late = {"offered_on": date(2025, 6, 2)}
    assert fee_on(date(2024, 1, 1), **late).fee == D("60.00")
    assert fee_on(date(2025, 6, 2), **late).fee == D(0)
    with pytest.raises(Mistake) as stopped:
        _ = fee_on(date(2025, 6, 1), **late).fee
    message = "The offer comes on or before the day of payment (1 June 2025). Change one of the two dates."
    assert stopped.value.about == (("paid_on", message), ("offered_on", message))


class Charge(Rule):
    """What to charge so as to have this left, and what it costs."""

    id = "charge"
    dated_by = "day"
    answers = ("cost",)
    reading = Reading("official", "", "adopted", "", (), line=1)
    day = Input[date]("date", "When?", line=1)
    amount = Input[Decimal]("money", "How much?", line=2)
    billed_before = Input[Decimal]("money", "How much before?", line=3, optional=True)

    @step("money", "Cost", line=4)
    def cost(self) -> Decimal:
        """The fee for twice the amount."""
        other = self.ask_other(SlidingFee, amount=self.amount * 2, paid_on=self.day)
        return self.so(self.take(other, SlidingFee.fee), "the fee for twice the amount")

    @step("yesno", "Billed before", line=5)
    def is_known_client(self) -> bool:
        """Whether anything was billed before."""
        return self.so(given(self, "billed_before"), "billed before is given")


def test_another_rule_is_asked_with_this_ones_inputs() -> None:
    rule = Charge({"day": date(2020, 1, 1), "amount": D(300), "billed_before": D(0)})
    assert rule.cost == D("110.00")
    assert list(rule.asked) == ["amount", "day", "billed_before"]
    assert [member.name for member, *_ in rule.trace] == ["scheme", "fee_bands", "banded_fee", "fee", "cost"]


def test_what_another_rule_lacks_is_asked_here() -> None:
    rule = Charge({"day": date(2020, 1, 1), "amount": D(300)})
    with pytest.raises(Missing) as stopped:
        _ = rule.cost
    assert stopped.value.names == ("billed_before",)
    assert "billed_before" in rule.asked


def test_many_tries_of_another_rule_leave_no_trace() -> None:
    rule = Charge({"day": date(2024, 1, 1), "amount": D(300)})
    fees = [rule.probe(SlidingFee, SlidingFee.fee, amount=D(n), paid_on=date(2024, 1, 1)) for n in (10, 20)]
    assert fees == [D("1.00"), D("2.00")]
    assert rule.trace == []
    assert rule.asked == {}


def test_whether_an_input_is_given_counts_as_asking() -> None:
    rule = Charge({})
    assert rule.is_known_client is False
    assert list(rule.asked) == ["billed_before"]
    assert Charge({"billed_before": D(0)}).is_known_client is True
