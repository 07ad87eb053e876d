"""A rule of two readings, written by hand in the shape of a generated module, for the runtime's own tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from calculators.runtime.bands import marginal, whole
from calculators.runtime.money import cent
from calculators.runtime.questions import Input, Must
from calculators.runtime.rule import Figure, Reading, Rule, Version, step
from calculators.runtime.values import Band, Bands

BANDS_END = date(2023, 5, 2)


class SlidingFee(Rule):
    """A fee that falls with what was billed before, then one rate for everybody, then a rate for each contract."""

    id = "sliding-fee"
    question = "What does the market take from this payment?"
    short = "Up to 20% of each payment."
    sentence = "The market takes {fee} of {amount}; you keep {net}."
    policy_file = "policy/fees/sliding-fee.yaml"
    dated_by = "paid_on"
    answers = ("fee", "net")

    amount = Input[Decimal]("money", "How much is the client billed?", line=11, noun="Payment")
    paid_on = Input[date]("date", "On which day is it paid?", line=12, noun="Day of payment")
    billed_before = Input[Decimal]("money", "How much had you billed before?", line=13, noun="Billed before")
    offered_on = Input[date](
        "date",
        "When was the offer sent?",
        line=14,
        musts=(
            Must(
                "offered_on_must_1",
                "The offer comes on or before the day of payment ({paid_on}). Change one of the two dates.",
                ("paid_on", "offered_on"),
                line=15,
            ),
        ),
    )

    def offered_on_must_1(self) -> bool:
        """The offer comes on or before the payment."""
        return self.offered_on <= self.paid_on

    scheme = Figure[str](
        "choice",
        "How the fee is set",
        Version(date(2013, 2, 3), date(2016, 6, 20), "flat", ("help-2013",), line=20, note="Day of the earliest copy."),
        Version(date(2016, 6, 21), BANDS_END, "bands", ("help-bands",), line=21),
        Version(date(2023, 5, 3), date(2025, 4, 30), "flat", ("help-flat",), line=22),
        Version(date(2025, 5, 1), None, "offer", ("help-now",), line=23),
        line=19,
        options={"flat": "one rate for everybody", "bands": "less the more was billed", "offer": "by the offer"},
    )
    flat_rate = Figure[Decimal](
        "rate",
        "Fee for everybody",
        Version(date(2013, 2, 3), date(2016, 6, 20), Decimal("0.10"), ("help-2013",), line=25),
        Version(date(2016, 6, 21), BANDS_END, None, (), line=26, unknown="The bands applied instead."),
        Version(date(2023, 5, 3), None, Decimal("0.10"), ("help-flat",), line=27),
        line=24,
    )
    fee_bands = Figure[Bands](
        "bands",
        "Fee by lifetime billings",
        Version(
            date(2016, 6, 21),
            BANDS_END,
            Bands(
                (
                    Band(Decimal("500"), Decimal("0.20")),
                    Band(Decimal("10000"), Decimal("0.10")),
                    Band(None, Decimal("0.05")),
                )
            ),
            ("help-bands",),
            line=29,
        ),
        line=28,
    )

    @step("money", "Fee by the bands", line=31)
    def banded_fee(self) -> Decimal:
        """Each band's rate on its own part."""
        return self.so(
            marginal(self.fee_bands, self.amount, self.billed_before, self.parts),
            "bands on the payment, on top of what was billed before",
            "Each rate applies only to the part inside its band.",
            ("fee_bands", "amount", "billed_before"),
        )

    @step("money", "Service fee", line=35)
    def fee(self) -> Decimal:
        """The fee, to the cent."""
        if self.scheme == "bands":
            return self.so(cent(self.banded_fee), "Fee by the bands, to the cent", "", ("scheme", "banded_fee"))
        if self.scheme == "offer" and self.offered_on >= date(2025, 5, 1):
            return self.so(Decimal(0), "nothing", "New offers are free.", ("scheme", "offered_on"), ("help-now",))
        return self.so(cent(self.amount * self.flat_rate), "Payment x Fee for everybody", "", ("amount", "flat_rate"))

    @step("money", "What you keep", line=40)
    def net(self) -> Decimal:
        """What is left."""
        return self.so(self.amount - self.fee, "Payment - Service fee", "The fee comes off.", ("amount", "fee"))

    reading = Reading("official", "Each rate on its part", "adopted", "The example says so.", ("help-bands",), line=50)


class WholeAmount(SlidingFee):
    """One rate for the whole payment."""

    reading = Reading(
        "whole-amount",
        "One rate for the whole payment",
        "contradicted",
        "The example contradicts it.",
        ("blog-a", "blog-b"),
        line=55,
        start=date(2016, 6, 21),
        until=BANDS_END,
    )

    @step("money", "Fee by the bands", line=60)
    def banded_fee(self) -> Decimal:
        """The rate of the band reached, on everything."""
        return self.so(
            whole(self.fee_bands, self.amount, self.billed_before),
            "rate of the band reached x Payment",
            "",
            ("fee_bands", "amount", "billed_before"),
        )


READINGS = (SlidingFee, WholeAmount)
