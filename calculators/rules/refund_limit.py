"""How much can I refund?

What the contract brought you in the last 180 days, or your balance, whichever is less.

Written from policy/payments/refund-limit.yaml by `python -m smallprint build`: change that file, not this one.

Worked examples:

    >>> from calculators.runtime.worked import worked

The balance is less:
    >>> worked(READINGS, "most", net_received="400", balance="250", on="2026-06-01")
    'most 250.00'

What was received is less:
    >>> worked(READINGS, "most", net_received="250", balance="400", on="2026-06-01")
    'most 250.00'

Both are the same:
    >>> worked(READINGS, "most", net_received="400", balance="400", on="2026-06-01")
    'most 400.00'

A cent apart:
    >>> worked(READINGS, "most", net_received="400.01", balance="400", on="2026-06-01")
    'most 400.00'

An empty balance:
    >>> worked(READINGS, "most", net_received="400", balance="0", on="2026-06-01")
    'most 0.00'

Nothing received in 180 days:
    >>> worked(READINGS, "most", net_received="0", balance="400", on="2026-06-01")
    'most 0.00'

The first day that is covered:
    >>> worked(READINGS, "most", net_received="400", balance="250", on="2021-01-01")
    'most 250.00'

The day before that:
    >>> worked(READINGS, net_received="400", balance="250", on="2020-12-31")
    'mistake on'

The balance is asked for:
    >>> worked(READINGS, net_received="400", on="2026-06-01")
    'missing balance'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.charts import Chart
from calculators.runtime.questions import Input
from calculators.runtime.rule import Period, Reading, Rule, step


class RefundLimit(Rule):
    """How much can I refund? The reading adopted: what was received, or the balance."""

    id = "refund-limit"
    question = "How much can I refund?"
    short = "What the contract brought you in the last 180 days, or your balance, whichever is less."
    sentence = "You can refund at most {most}."
    policy_file = "policy/payments/refund-limit.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("most",)
    periods = (
        Period(
            date(2021, 1, 1),
            None,
            ("help-refund", "repo-catalog-review-2026"),
            38,
            note="The older of the two copies is of about 2021.",
        ),
    )
    reading = Reading(
        "official",
        "What was received, or the balance",
        "adopted",
        "Upwork's help page names both limits.",
        ("help-refund", "repo-catalog-review-2026"),
        43,
    )
    charts = (
        Chart("The most you can refund, as the balance grows", "balance", "0", "800", ("most",)),
    )

    net_received = Input[Decimal](
        "money",
        "How much did this contract bring you in the last 180 days, after fees?",
        line=10,
        noun="Received from the contract",
        why="Count what you received net, that is after Upwork's fee.",
    )

    balance = Input[Decimal](
        "money",
        "How much money do you have on Upwork?",
        line=15,
        noun="Balance",
        why="Pending money and milestones you have submitted count too.",
    )

    on = Input[date]("date", "For which day?", line=20, noun="Day", default="today")

    @step("money", "Most you can refund", line=27)
    def most(self) -> Decimal:
        return self.so(
            min(self.net_received, self.balance),
            "the smallest of received from the contract and balance",
            "The less of the two is the limit.",
            ("net_received", "balance"),
            ("help-refund", "repo-catalog-review-2026"),
        )


READINGS = (RefundLimit,)
