"""What does the client pay on top?

3 to 10% of each payment, by plan, and $0.99 to $14.99 once for each new contract.

Written from policy/fees/client-cost.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- blog-golance-2026: Upwork fees of 2026, by a competitor
- blog-skilllinkup-2025: Upwork pricing
- help-client-fee-275: Client payment processing fees, 2.75%
- help-client-fee-3: Client payment processing fees, 3%
- help-client-plans-2019: Changes to client membership plans
- help-initiation-fee: Contract initiation fee
- repo-catalog-review-2026: Review of the Project Catalog as a sales channel

Worked examples:

    >>> from calculators.runtime.worked import worked

1,000 in the years of 2.75%:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2018-05-05")
    'marketplace_fee 27.50, initiation 0.00, total 1027.50'

100 in the years of 2.75%:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="100", paid_on="2018-05-05")
    'marketplace_fee 2.75, initiation 0.00, total 102.75'

1,000 in the years of 3%:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2020-05-05")
    'marketplace_fee 30.00, initiation 0.00, total 1030.00'

100 in the years of 3%:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="100", paid_on="2020-05-05")
    'marketplace_fee 3.00, initiation 0.00, total 103.00'

910 a month, about where a flat 25 was worth it:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="910", paid_on="2018-05-05")
    'marketplace_fee 25.03, initiation 0.00, total 935.03'

The day before anything is known:
    >>> worked(READINGS, amount="1000", paid_on="2016-06-20")
    'mistake paid_on'

The first day that is covered:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2016-06-21")
    'marketplace_fee 27.50, initiation 0.00, total 1027.50'

The last day of 2.75%:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2019-06-11")
    'marketplace_fee 27.50, initiation 0.00, total 1027.50'

The first day of 3%:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2019-06-12")
    'marketplace_fee 30.00, initiation 0.00, total 1030.00'

On 29 February:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="33.33", paid_on="2020-02-29")
    'marketplace_fee 1.00, initiation 0.00, total 34.33'

The last day before the fees were worded anew:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2022-04-30")
    'marketplace_fee 30.00, initiation 0.00, total 1030.00'

The first day of which nothing is known:
    >>> worked(READINGS, amount="1000", paid_on="2022-05-01", plan="basic", new_contract="no")
    'mistake paid_on'

The last day of which nothing is known:
    >>> worked(READINGS, amount="1000", paid_on="2024-12-31", plan="basic", new_contract="no")
    'mistake paid_on'

The first day of the fee by plan:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2025-01-01", plan="basic", new_contract="no")
    'marketplace_fee 50.00, initiation 0.00, total 1050.00'

1,000 on Basic, a contract that goes on:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2026-06-01", plan="basic", new_contract="no")
    'marketplace_fee 50.00, initiation 0.00, total 1050.00'

The same, if Basic pays up to 7.99%:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2026-06-01", plan="basic", new_contract="no", reading="checkout-maximum")
    'marketplace_fee 79.90, initiation 0.00, total 1079.90'

1,000 on Basic from a US checking account:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2026-06-01", plan="basic-us-checking", new_contract="no")
    'marketplace_fee 30.00, initiation 0.00, total 1030.00'

The other reading leaves that as it is:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2026-06-01", plan="basic-us-checking", new_contract="no", reading="checkout-maximum")
    'marketplace_fee 30.00, initiation 0.00, total 1030.00'

1,000 on Business Plus:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2026-06-01", plan="business-plus", new_contract="no")
    'marketplace_fee 100.00, initiation 0.00, total 1100.00'

1,000 on Business Plus, eligible for the lower fee:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2026-06-01", plan="business-plus-eligible", new_contract="no")
    'marketplace_fee 80.00, initiation 0.00, total 1080.00'

A new contract of 150 with a fee of 2.95 of its own:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="150", paid_on="2025-06-01", plan="basic", new_contract="yes", initiation_fee="2.95")
    'marketplace_fee 7.50, initiation 2.95, total 160.45'

A new contract whose fee is not given counts the highest:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2026-06-01", plan="basic", new_contract="yes")
    'marketplace_fee 50.00, initiation 14.99, total 1064.99'

The same, if Basic pays up to 7.99%:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2026-06-01", plan="basic", new_contract="yes", reading="checkout-maximum")
    'marketplace_fee 79.90, initiation 14.99, total 1094.89'

The lowest fee for a new contract:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2026-06-01", plan="basic", new_contract="yes", initiation_fee="0.99")
    'marketplace_fee 50.00, initiation 0.99, total 1050.99'

The highest fee for a new contract:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="1000", paid_on="2026-06-01", plan="basic", new_contract="yes", initiation_fee="14.99")
    'marketplace_fee 50.00, initiation 14.99, total 1064.99'

A fee below the lowest:
    >>> worked(READINGS, amount="1000", paid_on="2026-06-01", plan="basic", new_contract="yes", initiation_fee="0.98")
    'mistake initiation_fee'

A fee above the highest:
    >>> worked(READINGS, amount="1000", paid_on="2026-06-01", plan="basic", new_contract="yes", initiation_fee="15.00")
    'mistake initiation_fee'

Half a cent of fee counts as a cent:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="0.10", paid_on="2026-06-01", plan="basic", new_contract="no")
    'marketplace_fee 0.01, initiation 0.00, total 0.11'

Nothing paid, nothing on top:
    >>> worked(READINGS, "marketplace_fee", "initiation", "total", amount="0", paid_on="2018-05-05")
    'marketplace_fee 0.00, initiation 0.00, total 0.00'

Since 2025, the plan and a new contract are asked for:
    >>> worked(READINGS, amount="1000", paid_on="2026-06-01")
    'missing plan new_contract'

Before 2025, the amount is all that is asked for:
    >>> worked(READINGS, paid_on="2018-05-05")
    'missing amount'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.charts import Chart, Line
from calculators.runtime.questions import Input, Must, given
from calculators.runtime.rule import Figure, Reading, Rule, Version, step
from calculators.runtime.words import fill


class ClientCost(Rule):
    """What does the client pay on top? The reading adopted: the percentages of the plan table."""

    id = "client-cost"
    question = "What does the client pay on top?"
    short = "3 to 10% of each payment, by plan, and $0.99 to $14.99 once for each new contract."
    sentence = "{in_words}"
    policy_file = "policy/fees/client-cost.yaml"
    dated_by = "paid_on"
    answers: ClassVar[tuple[str, ...]] = ("marketplace_fee", "initiation", "total")
    reading = Reading(
        "plan-table",
        "The percentages of the plan table",
        "adopted",
        "Upwork's pricing page has a table of plans. Two sources of 2026, independent of each other, report the same percentages from it. Look at the checkout before you pay.",
        ("repo-catalog-review-2026", "blog-golance-2026"),
        196,
    )
    charts = (
        Chart(
            "The fee on the payment, by plan",
            "amount",
            "0",
            "5000",
            ("marketplace_fee",),
            lines=(Line("Business Plus", (("plan", "business-plus"), ("paid_on", "2026-06-01"), ("new_contract", "no"))), Line("Business Plus, eligible", (("plan", "business-plus-eligible"), ("paid_on", "2026-06-01"), ("new_contract", "no"))), Line("Basic", (("plan", "basic"), ("paid_on", "2026-06-01"), ("new_contract", "no"))), Line("Basic, US checking", (("plan", "basic-us-checking"), ("paid_on", "2026-06-01"), ("new_contract", "no")))),
        ),
        Chart(
            "The fee on the same payment, over the years",
            "paid_on",
            "2016-01-01",
            "2026-12-31",
            ("marketplace_fee",),
        ),
    )

    amount = Input[Decimal](
        "money",
        "How much is the freelancer paid?",
        line=10,
        noun="Payment",
        why="A week's hours, money put into a milestone and a bonus all count.",
    )

    paid_on = Input[date](
        "date",
        "On which day does the client pay?",
        line=15,
        noun="Day of payment",
        why="The fee has changed several times. The day of payment decides which rules apply.",
    )

    plan = Input[str](
        "choice",
        "Which plan does the client have?",
        line=20,
        noun="Client's plan",
        why="Each plan has its own percentage. The client's settings and the checkout show the plan.",
        options={"basic": "Basic", "basic-us-checking": "Basic, paid from a US checking account", "business-plus": "Business Plus", "business-plus-eligible": "Business Plus, eligible for the lower fee"},
    )

    new_contract = Input[bool](
        "yesno",
        "Is this the first payment of a new contract?",
        line=30,
        noun="New contract",
        why="A fee is due once for each new contract, even with a freelancer who was hired before.",
    )

    initiation_fee = Input[Decimal](
        "money",
        "Which fee for the new contract does the checkout show?",
        line=35,
        noun="Fee for the new contract",
        why="It differs from contract to contract. Left out, we take the highest, so that the total is never too low.",
        optional=True,
        musts=(Must("initiation_fee_must_1", "The fee for a new contract is between {lowest_initiation} and {highest_initiation}. Write the one the checkout shows, or leave it empty.", ("initiation_fee",), 42),),
    )

    def initiation_fee_must_1(self) -> bool:
        return self.initiation_fee >= self.lowest_initiation and self.initiation_fee <= self.highest_initiation  # line 42

    scheme = Figure[str](
        "choice",
        "How the client's fee is set",
        Version(date(2016, 6, 21), date(2022, 4, 30), "one-rate", ("help-client-fee-275", "help-client-fee-3"), 56),
        Version(date(2022, 5, 1), date(2024, 12, 31), None, (), 57, unknown="Terms of 1 May 2022 worded the client's fees anew, and the day the fee by plan began is not known. Give a day until 30 April 2022 or from 1 January 2025 on."),
        Version(date(2025, 1, 1), None, "by-plan", ("help-initiation-fee", "blog-skilllinkup-2025", "repo-catalog-review-2026"), 62, note="Described in 2025 and 2026. The day it began is not known, so we take 1 January 2025."),
        line=49,
        options={"one-rate": "one percentage for everybody", "by-plan": "a percentage for each plan, and a fee for each new contract"},
    )

    processing_rate = Figure[Decimal](
        "rate",
        "Fee for everybody",
        Version(date(2016, 6, 21), date(2019, 6, 11), Decimal("0.0275"), ("help-client-fee-275",), 71),
        Version(date(2019, 6, 12), date(2022, 4, 30), Decimal("0.03"), ("help-client-fee-3", "help-client-plans-2019"), 76, note="The percentage is sure. The day is that of the announcement of new plans; newer clients paid 3% a little earlier in 2019."),
        line=67,
    )

    basic_rate = Figure[Decimal](
        "rate",
        "Fee on Basic",
        Version(date(2025, 1, 1), None, Decimal("0.05"), ("repo-catalog-review-2026", "blog-golance-2026"), 90),
        line=84,
    )

    basic_us_checking_rate = Figure[Decimal](
        "rate",
        "Fee on Basic, from a US checking account",
        Version(date(2025, 1, 1), None, Decimal("0.03"), ("repo-catalog-review-2026", "blog-golance-2026"), 95),
        line=91,
    )

    business_plus_rate = Figure[Decimal](
        "rate",
        "Fee on Business Plus",
        Version(date(2025, 1, 1), None, Decimal("0.10"), ("repo-catalog-review-2026", "blog-golance-2026"), 100),
        line=96,
    )

    business_plus_eligible_rate = Figure[Decimal](
        "rate",
        "Fee on Business Plus, if eligible",
        Version(date(2025, 1, 1), None, Decimal("0.08"), ("repo-catalog-review-2026", "blog-golance-2026"), 105),
        line=101,
    )

    lowest_initiation = Figure[Decimal](
        "money",
        "Lowest fee for a new contract",
        Version(date(2025, 1, 1), None, Decimal("0.99"), ("help-initiation-fee",), 110, note="Seen in 2025; the day is not known."),
        line=106,
    )

    highest_initiation = Figure[Decimal](
        "money",
        "Highest fee for a new contract",
        Version(date(2025, 1, 1), None, Decimal("14.99"), ("help-initiation-fee",), 119, note="Seen in 2025; the day is not known."),
        line=115,
    )

    @step("money", "Fee on the payment", line=126)
    def marketplace_fee(self) -> Decimal:
        if self.scheme == "one-rate":  # line 131
            return self.to_the_cent(
                self.amount * self.processing_rate,
                "payment × fee for everybody",
                "In these years every client paid the same percentage.",
                ("scheme", "amount", "processing_rate"),
                ("help-client-fee-275", "help-client-fee-3"),
            )
        if self.plan == "basic":  # line 135
            return self.to_the_cent(
                self.amount * self.basic_rate,
                "payment × fee on Basic",
                "This is the plan table's percentage for Basic.",
                ("scheme", "plan", "amount", "basic_rate"),
                ("repo-catalog-review-2026", "blog-golance-2026"),
            )
        if self.plan == "basic-us-checking":  # line 139
            return self.to_the_cent(
                self.amount * self.basic_us_checking_rate,
                "payment × fee on Basic, from a US checking account",
                "The plan table has a lower percentage for payments from a US checking account.",
                ("scheme", "plan", "amount", "basic_us_checking_rate"),
                ("repo-catalog-review-2026", "blog-golance-2026"),
            )
        if self.plan == "business-plus":  # line 143
            return self.to_the_cent(
                self.amount * self.business_plus_rate,
                "payment × fee on Business Plus",
                "This is the plan table's percentage for Business Plus.",
                ("scheme", "plan", "amount", "business_plus_rate"),
                ("repo-catalog-review-2026", "blog-golance-2026"),
            )
        return self.to_the_cent(
            self.amount * self.business_plus_eligible_rate,
            "payment × fee on Business Plus, if eligible",
            "The plan table has a lower percentage on Business Plus for those who are eligible.",
            ("scheme", "plan", "amount", "business_plus_eligible_rate"),
            ("repo-catalog-review-2026", "blog-golance-2026"),
        )

    @step("money", "Fee for the new contract", line=150)
    def initiation(self) -> Decimal:
        if self.scheme == "one-rate":  # line 154
            return self.so(
                Decimal(0),
                "$0.00",
                "New contracts had no fee of their own in these years.",
                ("scheme",),
                ("help-client-fee-275", "help-client-fee-3"),
            )
        if not self.new_contract:  # line 158
            return self.so(
                Decimal(0),
                "$0.00",
                "The fee is due once for each contract, and this one goes on.",
                ("scheme", "new_contract"),
                ("help-initiation-fee",),
            )
        if given(self, "initiation_fee"):  # line 162
            return self.so(
                self.initiation_fee,
                "fee for the new contract",
                "This is the fee the checkout shows.",
                ("scheme", "new_contract", "initiation_fee"),
                ("help-initiation-fee",),
            )
        return self.so(
            self.highest_initiation,
            "highest fee for a new contract",
            "The fee was not given, so we take the highest. The checkout may show less.",
            ("scheme", "new_contract", "initiation_fee", "highest_initiation"),
            ("help-initiation-fee",),
        )

    @step("money", "On top of the payment", line=169)
    def on_top(self) -> Decimal:
        return self.so(
            self.marketplace_fee + self.initiation,
            "fee on the payment + fee for the new contract",
            "The client pays both fees on top.",
            ("marketplace_fee", "initiation"),
        )

    @step("money", "What the client pays in all", line=174)
    def total(self) -> Decimal:
        return self.so(
            self.amount + self.on_top,
            "payment + on top of the payment",
            "The freelancer's payment and the fees together.",
            ("amount", "on_top"),
        )

    @step("text", "The answer in words", line=179)
    def in_words(self) -> str:
        if self.scheme == "by-plan" and self.new_contract and not given(self, "initiation_fee"):  # line 183
            return self.so(
                fill(self, "The client pays at most {on_top} on top of {amount}, so at most {total} in all. The checkout shows the exact fee for the new contract."),
                "",
                "The highest fee for a new contract was taken.",
                ("scheme", "new_contract", "initiation_fee"),
            )
        return self.so(
            fill(self, "The client pays {on_top} on top of {amount}, so {total} in all."),
            "",
            "All fees are known.",
            ("scheme", "new_contract", "initiation_fee"),
        )


class CheckoutMaximum(ClientCost):
    """Up to 7.99% on Basic: a reading that is disputed."""

    reading = Reading(
        "checkout-maximum",
        "Up to 7.99% on Basic",
        "disputed",
        "The questions below the same table, and the help article, say that Basic pays up to 7.99%. Both are Upwork's own words, so we show both. The checkout shows what is due.",
        ("help-client-marketplace-fee", "repo-market-research-2026"),
        203,
        start=date(2025, 1, 1),
    )

    basic_rate = Figure[Decimal](
        "rate",
        "Highest fee on Basic",
        Version(date(2025, 1, 1), None, Decimal("0.0799"), ("help-client-marketplace-fee",), 218),
        line=212,
    )

    @step("text", "The answer in words", line=220)
    def in_words(self) -> str:
        if self.plan == "basic" or (self.new_contract and not given(self, "initiation_fee")):  # line 222
            return self.so(
                fill(self, "The client pays at most {on_top} on top of {amount}, so at most {total} in all. The checkout shows the exact fee."),
                "",
                "What is known is only the most that can be due.",
                ("plan", "new_contract", "initiation_fee"),
            )
        return self.so(
            fill(self, "The client pays {on_top} on top of {amount}, so {total} in all."),
            "",
            "All fees are known.",
            ("plan", "new_contract", "initiation_fee"),
        )


READINGS = (ClientCost, CheckoutMaximum)
