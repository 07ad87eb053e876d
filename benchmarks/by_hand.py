"""An amount, its day and earlier billings in, the sliding fee out: `decimal` code a careful person would write by hand.

It does what the generated rule does in these years: keeps each band's share and a record of each step, and rounds
once. It is the floor that the generated rule is measured against.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple


def service_fee(amount: Decimal, paid_on: date, billed_before: Decimal) -> tuple[Decimal, Decimal, list[Step]]:
    """Fee and net in whole cents, and the steps to them. Raises ValueError on a day without these bands."""
    if not FIRST_DAY <= paid_on <= LAST_DAY:
        raise ValueError(f"no sliding fee is known on {paid_on}")
    steps = []
    banded = NOTHING
    reached, end = billed_before, billed_before + amount
    for limit, rate, label in BANDS:
        up_to = min(end, limit)
        if reached < up_to:
            share = (up_to - reached) * rate
            steps.append(Step(label, share, EACH_BAND, ARTICLE))
            banded += share
            reached = up_to
    steps.append(Step("Fee by the bands", banded, EACH_BAND, ARTICLE))
    fee = banded.quantize(CENT, ROUND_HALF_UP)
    steps.append(Step("Service fee", fee, "In these years the rate fell with what you had billed.", ARTICLE))
    net = amount - fee
    steps.append(Step("What you keep", net, "The fee is taken from the payment.", ARTICLE))
    return fee, net, steps


class Step(NamedTuple):
    """What a reader is told of one step."""

    label: str
    value: Decimal
    because: str
    source: str


NOTHING = Decimal(0)
CENT = Decimal("0.01")
ARTICLE = "help-service-fee-sliding"
EACH_BAND = "Each band's rate applies only to the part of your billings inside it."
FIRST_DAY, LAST_DAY = date(2016, 6, 21), date(2023, 5, 2)
BANDS = (
    (Decimal(500), Decimal("0.20"), "20% up to $500"),
    (Decimal(10_000), Decimal("0.10"), "10% up to $10,000"),
    (Decimal("Infinity"), Decimal("0.05"), "5% above $10,000"),
)
