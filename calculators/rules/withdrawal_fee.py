"""What does it cost to withdraw?

Nothing to a US bank with a US tax address, else $2.99; $0.99 to a local bank, $2 instantly, $50 by wire.

Written from policy/fees/withdrawal-fee.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- blog-skilllinkup-2025: Upwork pricing
- blog-wise-2020: Upwork payment methods
- help-instant-pay: Instant Pay
- help-local-bank: Direct to local bank
- help-payment-fees: Payments and fees, with the text of a video
- help-us-bank: Timing and fees of Direct to U.S. Bank
- mod-wire-2023: Answer on wire transfers
- repo-catalog-review-2026: Review of the Project Catalog as a sales channel
- repo-service-fee-config-2026: Settings of service fee calculators

Worked examples:

    >>> from calculators.runtime.worked import worked

500 to a US bank, before September 2026:
    >>> worked(READINGS, "fee", "received", amount="500", method="us-bank", withdrawn_on="2026-08-31")
    'fee 0.00, received 500.00'

500 to a US bank with a US tax address, the day after:
    >>> worked(READINGS, "fee", "received", amount="500", method="us-bank", withdrawn_on="2026-09-01", us_tax_address="yes")
    'fee 0.00, received 500.00'

500 to a US bank without a US tax address:
    >>> worked(READINGS, "fee", "received", amount="500", method="us-bank", withdrawn_on="2026-09-01", us_tax_address="no")
    'fee 2.99, received 497.01'

500 by Instant Pay:
    >>> worked(READINGS, "fee", "received", amount="500", method="instant", withdrawn_on="2026-06-01")
    'fee 2.00, received 498.00'

The most by Instant Pay:
    >>> worked(READINGS, "fee", "received", amount="2999", method="instant", withdrawn_on="2026-06-01")
    'fee 2.00, received 2997.00'

A cent more than that:
    >>> worked(READINGS, amount="2999.01", method="instant", withdrawn_on="2026-06-01")
    'mistake amount'

As much by another way:
    >>> worked(READINGS, "fee", "received", amount="2999.01", method="local-bank", withdrawn_on="2026-06-01")
    'fee 0.99, received 2998.02'

500 to a local bank:
    >>> worked(READINGS, "fee", "received", amount="500", method="local-bank", withdrawn_on="2026-06-01")
    'fee 0.99, received 499.01'

500 by wire, the last day of 30:
    >>> worked(READINGS, "fee", "received", amount="500", method="wire", withdrawn_on="2024-12-31")
    'fee 30.00, received 470.00'

500 by wire, the first day of 50:
    >>> worked(READINGS, "fee", "received", amount="500", method="wire", withdrawn_on="2025-01-01")
    'fee 50.00, received 450.00'

The same, if it still costs 30:
    >>> worked(READINGS, "fee", "received", amount="500", method="wire", withdrawn_on="2025-01-01", reading="wire-30")
    'fee 30.00, received 470.00'

A wire transfer after September 2026:
    >>> worked(READINGS, "fee", "received", amount="500", method="wire", withdrawn_on="2026-10-01")
    'fee 50.00, received 450.00'

40 by wire is less than the fee:
    >>> worked(READINGS, amount="40", method="wire", withdrawn_on="2026-06-01")
    'mistake amount'

40 by wire, if it still costs 30:
    >>> worked(READINGS, "fee", "received", amount="40", method="wire", withdrawn_on="2026-06-01", reading="wire-30")
    'fee 30.00, received 10.00'

Exactly the fee leaves nothing:
    >>> worked(READINGS, "fee", "received", amount="50", method="wire", withdrawn_on="2026-06-01")
    'fee 50.00, received 0.00'

A cent less than the fee to a local bank:
    >>> worked(READINGS, amount="0.98", method="local-bank", withdrawn_on="2026-06-01")
    'mistake amount'

500 to PayPal:
    >>> worked(READINGS, "fee", "received", amount="500", method="paypal", withdrawn_on="2026-06-01")
    'fee 2.00, received 498.00'

500 to Payoneer:
    >>> worked(READINGS, "fee", "received", amount="500", method="payoneer", withdrawn_on="2026-06-01")
    'fee 2.00, received 498.00'

The first day that is covered:
    >>> worked(READINGS, "fee", "received", amount="500", method="wire", withdrawn_on="2020-02-04")
    'fee 30.00, received 470.00'

The day before that:
    >>> worked(READINGS, amount="500", method="wire", withdrawn_on="2020-02-03")
    'mistake withdrawn_on'

Since September 2026, the tax address is asked for:
    >>> worked(READINGS, amount="500", method="us-bank", withdrawn_on="2026-09-01")
    'missing us_tax_address'

The way to withdraw is asked for:
    >>> worked(READINGS, amount="500", withdrawn_on="2026-06-01")
    'missing method'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.charts import Chart, Line
from calculators.runtime.questions import Input, Must
from calculators.runtime.rule import Figure, Reading, Rule, Version, step


class WithdrawalFee(Rule):
    """What does it cost to withdraw? The reading adopted: $50 for a wire transfer since 2025."""

    id = "withdrawal-fee"
    question = "What does it cost to withdraw?"
    short = "Nothing to a US bank with a US tax address, else $2.99; $0.99 to a local bank, $2 instantly, $50 by wire."
    sentence = "Withdrawing {amount} costs {fee}; {received} arrives."
    policy_file = "policy/fees/withdrawal-fee.yaml"
    dated_by = "withdrawn_on"
    answers: ClassVar[tuple[str, ...]] = ("fee", "received")
    reading = Reading(
        "official",
        "$50 for a wire transfer since 2025",
        "adopted",
        "The list of fees on Upwork's help page says $50.",
        ("help-payment-fees", "repo-service-fee-config-2026"),
        170,
    )
    charts = (
        Chart(
            "What arrives of a small withdrawal, by way",
            "amount",
            "0",
            "600",
            ("received",),
            lines=(Line("US bank", (("method", "us-bank"), ("withdrawn_on", "2026-06-01"))), Line("Local bank", (("method", "local-bank"), ("withdrawn_on", "2026-06-01"))), Line("Instant Pay", (("method", "instant"), ("withdrawn_on", "2026-06-01"))), Line("PayPal", (("method", "paypal"), ("withdrawn_on", "2026-06-01"))), Line("Payoneer", (("method", "payoneer"), ("withdrawn_on", "2026-06-01"))), Line("Wire transfer", (("method", "wire"), ("withdrawn_on", "2026-06-01")))),
        ),
    )

    amount = Input[Decimal](
        "money",
        "How much do you withdraw?",
        line=10,
        noun="Amount",
        why="The fee comes off it.",
        musts=(Must("amount_must_1", "Instant Pay takes at most {most_by_instant} at a time. Write a smaller amount, or choose another way.", ("amount",), 16), Must("amount_must_2", "The fee alone is {fee}. Write at least that much, or choose another way.", ("amount",), 19)),
    )

    def amount_must_1(self) -> bool:
        return self.method != "instant" or self.amount <= self.most_by_instant  # line 16

    def amount_must_2(self) -> bool:
        return self.amount >= self.fee  # line 19

    method = Input[str](
        "choice",
        "How do you withdraw it?",
        line=22,
        noun="Way to withdraw",
        why="Each way has its own fee.",
        options={"us-bank": "to a US bank account", "instant": "by Instant Pay", "local-bank": "direct to a local bank", "wire": "by wire transfer", "paypal": "to PayPal", "payoneer": "to Payoneer"},
    )

    withdrawn_on = Input[date](
        "date",
        "On which day?",
        line=34,
        noun="Day of withdrawal",
        why="The fees have changed. The day decides which rules apply.",
    )

    us_tax_address = Input[bool](
        "yesno",
        "Do you have a US address in your tax information on Upwork?",
        line=40,
        noun="US tax address",
        why="Since September 2026, transfers to a US bank are free of charge only with one.",
    )

    us_bank_terms = Figure[str](
        "choice",
        "Who pays for transfers to a US bank",
        Version(date(2020, 2, 4), date(2026, 8, 31), "nobody", ("blog-wise-2020", "help-payment-fees"), 54),
        Version(date(2026, 9, 1), None, "without-us-tax-address", ("help-us-bank", "repo-service-fee-config-2026", "repo-catalog-review-2026"), 55),
        line=47,
        options={"nobody": "nobody", "without-us-tax-address": "who has no US tax address"},
    )

    us_bank_fee = Figure[Decimal](
        "money",
        "Fee to a US bank",
        Version(date(2020, 2, 4), None, Decimal("0.00"), ("blog-wise-2020", "help-payment-fees", "help-us-bank"), 62),
        line=58,
    )

    us_bank_fee_abroad = Figure[Decimal](
        "money",
        "Fee to a US bank without a US tax address",
        Version(date(2026, 9, 1), None, Decimal("2.99"), ("help-us-bank", "repo-service-fee-config-2026", "repo-catalog-review-2026"), 70),
        line=66,
    )

    instant_fee = Figure[Decimal](
        "money",
        "Fee for Instant Pay",
        Version(date(2020, 2, 4), None, Decimal("2.00"), ("help-instant-pay", "help-payment-fees"), 78),
        line=74,
    )

    most_by_instant = Figure[Decimal](
        "money",
        "Most by Instant Pay at a time",
        Version(date(2020, 2, 4), None, Decimal("2999.00"), ("help-instant-pay", "help-payment-fees"), 83),
        line=79,
    )

    local_bank_fee = Figure[Decimal](
        "money",
        "Fee to a local bank",
        Version(date(2020, 2, 4), None, Decimal("0.99"), ("help-local-bank", "help-payment-fees"), 88),
        line=84,
    )

    wire_fee = Figure[Decimal](
        "money",
        "Fee for a wire transfer",
        Version(date(2020, 2, 4), date(2024, 12, 31), Decimal("30.00"), ("blog-wise-2020", "mod-wire-2023"), 93, note="Known from 2020 to 2023. The day it became $50 is not known."),
        Version(date(2025, 1, 1), None, Decimal("50.00"), ("help-payment-fees", "repo-service-fee-config-2026"), 99, note="Seen in 2025; the day is not known, so we take 1 January 2025."),
        line=89,
    )

    paypal_fee = Figure[Decimal](
        "money",
        "Fee to PayPal",
        Version(date(2020, 2, 4), None, Decimal("2.00"), ("blog-wise-2020", "blog-skilllinkup-2025"), 108, note="Older help pages say $1. PayPal charges fees of its own on top."),
        line=104,
    )

    payoneer_fee = Figure[Decimal](
        "money",
        "Fee to Payoneer",
        Version(date(2020, 2, 4), None, Decimal("2.00"), ("blog-wise-2020", "blog-skilllinkup-2025"), 117, note="Payoneer charges fees of its own on top."),
        line=113,
    )

    @step("money", "Fee", line=124)
    def fee(self) -> Decimal:
        if self.method == "us-bank" and self.us_bank_terms == "nobody":  # line 128
            return self.so(
                self.us_bank_fee,
                "fee to a US bank",
                "Transfers to a US bank cost nobody anything until the end of August 2026.",
                ("method", "us_bank_terms", "us_bank_fee"),
                ("blog-wise-2020", "help-payment-fees"),
            )
        if self.method == "us-bank" and self.us_tax_address:  # line 132
            return self.so(
                self.us_bank_fee,
                "fee to a US bank",
                "With a US tax address, transfers to a US bank stay free of charge.",
                ("method", "us_bank_terms", "us_tax_address", "us_bank_fee"),
                ("help-us-bank", "repo-service-fee-config-2026"),
            )
        if self.method == "us-bank":  # line 136
            return self.so(
                self.us_bank_fee_abroad,
                "fee to a US bank without a US tax address",
                "Since September 2026, transfers to a US bank cost a fee without a US tax address.",
                ("method", "us_bank_terms", "us_tax_address", "us_bank_fee_abroad"),
                ("help-us-bank", "repo-service-fee-config-2026"),
            )
        if self.method == "instant":  # line 140
            return self.so(
                self.instant_fee,
                "fee for Instant Pay",
                "Instant Pay has a fixed fee.",
                ("method", "us_bank_terms", "us_tax_address", "instant_fee"),
                ("help-instant-pay", "help-payment-fees"),
            )
        if self.method == "local-bank":  # line 144
            return self.so(
                self.local_bank_fee,
                "fee to a local bank",
                "A transfer to a local bank has a fixed fee.",
                ("method", "us_bank_terms", "us_tax_address", "local_bank_fee"),
                ("help-local-bank", "help-payment-fees"),
            )
        if self.method == "wire":  # line 148
            return self.so(
                self.wire_fee,
                "fee for a wire transfer",
                "A wire transfer has a fixed fee.",
                ("method", "us_bank_terms", "us_tax_address", "wire_fee"),
                ("help-payment-fees", "mod-wire-2023"),
            )
        if self.method == "paypal":  # line 152
            return self.so(
                self.paypal_fee,
                "fee to PayPal",
                "Only unofficial sources name a fee for PayPal.",
                ("method", "us_bank_terms", "us_tax_address", "paypal_fee"),
                ("blog-wise-2020",),
            )
        return self.so(
            self.payoneer_fee,
            "fee to Payoneer",
            "Only unofficial sources name a fee for Payoneer.",
            ("method", "us_bank_terms", "us_tax_address", "payoneer_fee"),
            ("blog-wise-2020",),
        )

    @step("money", "What arrives", line=159)
    def received(self) -> Decimal:
        return self.so(
            self.amount - self.fee,
            "amount − fee",
            "The fee comes off the amount. Banks and partners may take more.",
            ("amount", "fee"),
            ("help-payment-fees",),
        )


class Wire30(WithdrawalFee):
    """$30 for a wire transfer, today as well: a reading that is disputed."""

    reading = Reading(
        "wire-30",
        "$30 for a wire transfer, today as well",
        "disputed",
        "The same help page of 2025 has $50 in its list and $30 in the text of its video.",
        ("help-payment-fees",),
        175,
        start=date(2025, 1, 1),
    )

    wire_fee = Figure[Decimal](
        "money",
        "Fee for a wire transfer",
        Version(date(2020, 2, 4), date(2024, 12, 31), None, (), 186, unknown="This reading is of the help page of 2025."),
        Version(date(2025, 1, 1), None, Decimal("30.00"), ("help-payment-fees",), 187),
        line=182,
    )


READINGS = (WithdrawalFee, Wire30)
