"""What does Upwork take from this payment?

Up to 15% of each payment, at a rate fixed for each contract; 10% on contracts offered before 1 May 2025.

Written from policy/fees/service-fee.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- blog-golance-2026: Upwork fees of 2026, by a competitor
- help-service-fee-2016: Service fee (2016)
- help-service-fee-flat: Freelancer service fees, at 10%
- help-service-fee-now: Freelancer service fee, 0 to 15%
- help-service-fee-sliding: Freelancer service fees, in bands
- mod-sliding-example: Worked example of the fee
- odesk-help-fee-2013: oDesk's fee
- press-fee-2023: News of the new freelancer fee
- repo-catalog-review-2026: Review of the Project Catalog as a sales channel
- repo-fee-calculator-tests-2026: Tests of a fee calculator
- repo-service-fee-config-2026: Settings of service fee calculators

Worked examples:

    >>> from calculators.runtime.worked import worked

600 to a new client in the years of the bands:
    >>> worked(READINGS, "fee", "net", amount="600", paid_on="2021-06-01", billed_before="0")
    'fee 110.00, net 490.00'

The same payment, one rate for all of it:
    >>> worked(READINGS, "fee", "net", amount="600", paid_on="2021-06-01", billed_before="0", reading="whole-amount")
    'fee 60.00, net 540.00'

1,000 to a new client in the years of the bands:
    >>> worked(READINGS, "fee", "net", amount="1000", paid_on="2021-06-01", billed_before="0")
    'fee 150.00, net 850.00'

12,000 in one payment reaches all three bands:
    >>> worked(READINGS, "fee", "net", amount="12000", paid_on="2020-03-15", billed_before="0")
    'fee 1150.00, net 10850.00'

The same 12,000, one rate for all of it:
    >>> worked(READINGS, "fee", "net", amount="12000", paid_on="2020-03-15", billed_before="0", reading="whole-amount")
    'fee 600.00, net 11400.00'

200 on top of 400 crosses the first limit:
    >>> worked(READINGS, "fee", "net", amount="200", paid_on="2019-09-30", billed_before="400")
    'fee 30.00, net 170.00'

400 on top of 9,800 crosses the second limit:
    >>> worked(READINGS, "fee", "net", amount="400", paid_on="2022-11-11", billed_before="9800")
    'fee 30.00, net 370.00'

11,000 costs the same in bands as at a flat 10%:
    >>> worked(READINGS, "fee", "net", amount="11000", paid_on="2018-05-05", billed_before="0")
    'fee 1100.00, net 9900.00'

Exactly 500 is still in the first band:
    >>> worked(READINGS, "fee", "net", amount="500", paid_on="2017-01-31", billed_before="0")
    'fee 100.00, net 400.00'

A cent over 500 is billed at 10%, and the cent's fee rounds away:
    >>> worked(READINGS, "fee", "net", amount="500.01", paid_on="2017-01-31", billed_before="0")
    'fee 100.00, net 400.01'

Exactly 500, one rate for all of it:
    >>> worked(READINGS, "fee", "net", amount="500", paid_on="2017-01-31", billed_before="0", reading="whole-amount")
    'fee 100.00, net 400.00'

A cent over 500, one rate for all of it:
    >>> worked(READINGS, "fee", "net", amount="500.01", paid_on="2017-01-31", billed_before="0", reading="whole-amount")
    'fee 50.00, net 450.01'

Exactly 10,000 in all is still in the second band:
    >>> worked(READINGS, "fee", "net", amount="9500", paid_on="2020-02-29", billed_before="500")
    'fee 950.00, net 8550.00'

10 over 10,000 in all:
    >>> worked(READINGS, "fee", "net", amount="9510", paid_on="2020-02-29", billed_before="500")
    'fee 950.50, net 8559.50'

100 to a client already billed 500:
    >>> worked(READINGS, "fee", "net", amount="100", paid_on="2018-06-01", billed_before="500")
    'fee 10.00, net 90.00'

100 to a client already billed 10,000:
    >>> worked(READINGS, "fee", "net", amount="100", paid_on="2018-06-01", billed_before="10000")
    'fee 5.00, net 95.00'

Nothing billed, nothing taken:
    >>> worked(READINGS, "fee", "net", amount="0", paid_on="2021-06-01", billed_before="0")
    'fee 0.00, net 0.00'

An hour at 20 on oDesk:
    >>> worked(READINGS, "fee", "net", amount="20", paid_on="2013-02-03")
    'fee 2.00, net 18.00'

The day before the earliest copy:
    >>> worked(READINGS, amount="20", paid_on="2013-02-02")
    'mistake paid_on'

The last day before the bands:
    >>> worked(READINGS, "fee", "net", amount="600", paid_on="2016-06-20")
    'fee 60.00, net 540.00'

The first day of the bands:
    >>> worked(READINGS, "fee", "net", amount="600", paid_on="2016-06-21", billed_before="0")
    'fee 110.00, net 490.00'

The last day of the bands:
    >>> worked(READINGS, "fee", "net", amount="600", paid_on="2023-05-02", billed_before="0")
    'fee 110.00, net 490.00'

The first day after the bands:
    >>> worked(READINGS, "fee", "net", amount="600", paid_on="2023-05-03", was_at_5_percent="no")
    'fee 60.00, net 540.00'

A contract that kept 5% on the first day after the bands:
    >>> worked(READINGS, "fee", "net", amount="600", paid_on="2023-05-03", was_at_5_percent="yes")
    'fee 30.00, net 570.00'

A contract at 5% on the last day it was kept:
    >>> worked(READINGS, "fee", "net", amount="600", paid_on="2023-12-31", was_at_5_percent="yes")
    'fee 30.00, net 570.00'

The first day on which everybody paid 10%:
    >>> worked(READINGS, "fee", "net", amount="600", paid_on="2024-01-01")
    'fee 60.00, net 540.00'

500 at a flat 10%:
    >>> worked(READINGS, "fee", "net", amount="500", paid_on="2024-03-01")
    'fee 50.00, net 450.00'

12 hours at 22.22, on 29 February:
    >>> worked(READINGS, "fee", "net", amount="266.64", paid_on="2024-02-29")
    'fee 26.66, net 239.98'

Half a cent of fee counts as a cent:
    >>> worked(READINGS, "fee", "net", amount="0.05", paid_on="2024-03-01")
    'fee 0.01, net 0.04'

The last day of 10% for everybody:
    >>> worked(READINGS, "fee", "net", amount="1000", paid_on="2025-04-30")
    'fee 100.00, net 900.00'

An offer of 30 April 2025, paid the day after:
    >>> worked(READINGS, "fee", "net", amount="1000", paid_on="2025-05-01", offered_on="2025-04-30")
    'fee 100.00, net 900.00'

An offer of 30 April 2025, paid a year later:
    >>> worked(READINGS, "fee", "net", amount="1000", paid_on="2026-05-01", offered_on="2025-04-30")
    'fee 100.00, net 900.00'

An offer of 1 May 2025 at 15%, the highest fee:
    >>> worked(READINGS, "fee", "net", amount="1000", paid_on="2025-05-01", offered_on="2025-05-01", contract_rate="15%")
    'fee 150.00, net 850.00'

1,000 on a contract at 5%:
    >>> worked(READINGS, "fee", "net", amount="1000", paid_on="2026-06-15", offered_on="2026-06-01", contract_rate="5%")
    'fee 50.00, net 950.00'

1,000 on a contract at 0%:
    >>> worked(READINGS, "fee", "net", amount="1000", paid_on="2026-06-15", offered_on="2026-06-01", contract_rate="0%")
    'fee 0.00, net 1000.00'

800 on a contract at 12.5%:
    >>> worked(READINGS, "fee", "net", amount="800", paid_on="2026-06-15", offered_on="2026-06-01", contract_rate="12.5%")
    'fee 100.00, net 700.00'

1,000 on a contract at 12%:
    >>> worked(READINGS, "fee", "net", amount="1000", paid_on="2025-10-01", offered_on="2025-09-01", contract_rate="12%")
    'fee 120.00, net 880.00'

A fee above 15% cannot be right:
    >>> worked(READINGS, amount="1000", paid_on="2026-06-15", offered_on="2026-06-01", contract_rate="15.01%")
    'mistake contract_rate'

An offer sent after the day of payment:
    >>> worked(READINGS, amount="1000", paid_on="2026-06-15", offered_on="2026-06-16", contract_rate="10%")
    'mistake paid_on offered_on'

In the years of the bands, earlier billings are asked for:
    >>> worked(READINGS, amount="600", paid_on="2021-06-01")
    'missing billed_before'

In 2023, the old 5% is asked for:
    >>> worked(READINGS, amount="600", paid_on="2023-08-01")
    'missing was_at_5_percent'

Today, the day of the offer is asked for:
    >>> worked(READINGS, amount="600", paid_on="2026-06-15")
    'missing offered_on'

Today, a newer contract's fee is asked for:
    >>> worked(READINGS, amount="600", paid_on="2026-06-15", offered_on="2026-06-01")
    'missing contract_rate'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.bands import marginal, whole
from calculators.runtime.charts import Chart, Line
from calculators.runtime.questions import Input, Must
from calculators.runtime.rule import Figure, Reading, Rule, Version, step
from calculators.runtime.values import Band, Bands


class ServiceFee(Rule):
    """What does Upwork take from this payment? The reading adopted: each band's rate applies to its own part."""

    id = "service-fee"
    question = "What does Upwork take from this payment?"
    short = "Up to 15% of each payment, at a rate fixed for each contract; 10% on contracts offered before 1 May 2025."
    sentence = "Upwork takes {fee} of {amount}; you keep {net}."
    policy_file = "policy/fees/service-fee.yaml"
    dated_by = "paid_on"
    answers: ClassVar[tuple[str, ...]] = ("fee", "net")
    reading = Reading(
        "official",
        "Each band's rate applies to its own part",
        "adopted",
        "The worked example in Upwork's help article computes it so.",
        ("help-service-fee-sliding", "mod-sliding-example"),
        157,
    )
    charts = (
        Chart("The fee, as the payment grows", "amount", "0", "12000", ("fee",)),
        Chart(
            "What share of a new client's first payment was taken, then and now",
            "amount",
            "20",
            "12000",
            ("fee",),
            share=True,
            lines=(Line("Until June 2016", (("paid_on", "2016-06-20"),)), Line("June 2016 to May 2023", (("paid_on", "2021-06-01"), ("billed_before", "0"))), Line("May 2023 to April 2025", (("paid_on", "2024-06-01"),)), Line("Since May 2025, highest", (("paid_on", "2026-06-15"), ("offered_on", "2026-06-01"), ("contract_rate", "15%")))),
        ),
    )

    amount = Input[Decimal](
        "money",
        "How much is the client billed?",
        line=10,
        noun="Payment",
        why="Hours, milestones, bonuses and Project Catalog orders all count. The fees the client pays on top do not.",
    )

    paid_on = Input[date](
        "date",
        "On which day is it paid?",
        line=15,
        noun="Day of payment",
        why="The fee has changed several times. The day of payment decides which rules apply.",
    )

    billed_before = Input[Decimal](
        "money",
        "How much had you billed this client before, over all contracts?",
        line=20,
        noun="Billed before",
        why="The bands count everything you ever billed to this client, less refunds.",
    )

    was_at_5_percent = Input[bool](
        "yesno",
        "Was your contract with this client already at 5% on 2 May 2023?",
        line=25,
        noun="Was at 5%",
        why="It was if you had billed this client more than $10,000 by that day.",
    )

    offered_on = Input[date](
        "date",
        "When was the proposal, offer or contract sent?",
        line=30,
        noun="Day of the offer",
        why="Contracts offered before 1 May 2025 keep 10%. If several were sent, take the first.",
        musts=(Must("offered_on_must_1", "The offer has to be sent on or before the day of payment ({paid_on}). Change one of the two dates.", ("paid_on", "offered_on"), 36),),
    )

    def offered_on_must_1(self) -> bool:
        return self.offered_on <= self.paid_on  # line 36

    contract_rate = Input[Decimal](
        "rate",
        "Which fee does your contract show?",
        line=39,
        noun="Contract's fee",
        why="Upwork shows it before you send a proposal and on the contract. It stays the same as long as the contract runs.",
        musts=(Must("contract_rate_must_1", "The fee is at most {highest_rate}. Write the percentage your contract shows.", ("contract_rate",), 45),),
    )

    def contract_rate_must_1(self) -> bool:
        return self.contract_rate <= self.highest_rate  # line 45

    scheme = Figure[str](
        "choice",
        "How the fee is set",
        Version(date(2013, 2, 3), date(2016, 6, 20), "flat", ("odesk-help-fee-2013",), 59, note="The earliest copy found is of 3 February 2013. It is oDesk's page; oDesk became Upwork in 2015."),
        Version(date(2016, 6, 21), date(2023, 5, 2), "bands", ("help-service-fee-2016", "help-service-fee-sliding"), 64),
        Version(date(2023, 5, 3), date(2023, 12, 31), "flat-or-kept", ("press-fee-2023", "help-service-fee-flat"), 65),
        Version(date(2024, 1, 1), date(2025, 4, 30), "flat", ("help-service-fee-flat",), 66),
        Version(date(2025, 5, 1), None, "per-contract", ("help-service-fee-now", "repo-service-fee-config-2026"), 67),
        line=50,
        options={"flat": "one rate for everybody", "bands": "a lower rate the more you billed the client", "flat-or-kept": "one rate for everybody, but 5% where it was 5% before", "per-contract": "a rate for each contract"},
    )

    flat_rate = Figure[Decimal](
        "rate",
        "Fee for everybody",
        Version(date(2013, 2, 3), date(2016, 6, 20), Decimal("0.10"), ("odesk-help-fee-2013",), 72, note="The earliest copy found is of 3 February 2013."),
        Version(date(2016, 6, 21), date(2023, 5, 2), None, (), 77, unknown="The bands applied instead."),
        Version(date(2023, 5, 3), date(2025, 4, 30), Decimal("0.10"), ("help-service-fee-flat",), 78),
        line=68,
    )

    fee_bands = Figure[Bands](
        "bands",
        "Fee by lifetime billings",
        Version(date(2016, 6, 21), date(2023, 5, 2), Bands((Band(Decimal("500"), Decimal("0.20")), Band(Decimal("10000"), Decimal("0.10")), Band(None, Decimal("0.05")))), ("help-service-fee-sliding", "mod-sliding-example"), 83, note="Exactly $500.00 is still in the first band, and exactly $10,000.00 in the second."),
        line=79,
    )

    kept_rate = Figure[Decimal](
        "rate",
        "Fee kept through 2023",
        Version(date(2023, 5, 3), date(2023, 12, 31), Decimal("0.05"), ("press-fee-2023", "help-service-fee-flat"), 92),
        line=88,
    )

    first_day_of_rates = Figure[date](
        "date",
        "First day of a rate for each contract",
        Version(date(2025, 5, 1), None, date(2025, 5, 1), ("help-service-fee-now", "repo-service-fee-config-2026"), 97),
        line=93,
    )

    older_offer_rate = Figure[Decimal](
        "rate",
        "Fee on older offers",
        Version(date(2025, 5, 1), None, Decimal("0.10"), ("help-service-fee-now", "repo-catalog-review-2026"), 102, note="The official page was not read directly. Public repositories report it."),
        line=98,
    )

    highest_rate = Figure[Decimal](
        "rate",
        "Highest fee",
        Version(date(2025, 5, 1), None, Decimal("0.15"), ("help-service-fee-now", "repo-fee-calculator-tests-2026", "blog-golance-2026"), 113),
        line=107,
    )

    @step("money", "Fee by the bands", line=116)
    def banded_fee(self) -> Decimal:
        return self.so(
            marginal(self.fee_bands, self.amount, self.billed_before, self.parts),
            "each rate of fee by lifetime billings on its own part of payment, on top of billed before",
            "Each band's rate applies only to the part of your billings inside it.",
            ("fee_bands", "amount", "billed_before"),
            ("help-service-fee-sliding",),
        )

    @step("money", "Service fee", line=122)
    def fee(self) -> Decimal:
        if self.scheme == "bands":  # line 127
            return self.to_the_cent(
                self.banded_fee,
                "fee by the bands",
                "In these years the rate fell with what you had billed the client.",
                ("scheme", "banded_fee"),
                ("help-service-fee-sliding",),
            )
        if self.scheme == "flat-or-kept" and self.was_at_5_percent:  # line 131
            return self.to_the_cent(
                self.amount * self.kept_rate,
                "payment × fee kept through 2023",
                "Contracts that were at 5% kept it until the end of 2023.",
                ("scheme", "was_at_5_percent", "amount", "kept_rate"),
                ("press-fee-2023", "help-service-fee-flat"),
            )
        if self.scheme == "per-contract" and self.offered_on < self.first_day_of_rates:  # line 135
            return self.to_the_cent(
                self.amount * self.older_offer_rate,
                "payment × fee on older offers",
                "A contract offered before the new fee began keeps the old one.",
                ("scheme", "was_at_5_percent", "offered_on", "first_day_of_rates", "amount", "older_offer_rate"),
                ("help-service-fee-now",),
            )
        if self.scheme == "per-contract":  # line 139
            return self.to_the_cent(
                self.amount * self.contract_rate,
                "payment × contract's fee",
                "Each contract has its own rate, fixed when the proposal, offer or contract was sent.",
                ("scheme", "was_at_5_percent", "offered_on", "first_day_of_rates", "amount", "contract_rate"),
                ("help-service-fee-now",),
            )
        return self.to_the_cent(
            self.amount * self.flat_rate,
            "payment × fee for everybody",
            "Everybody paid the same rate.",
            ("scheme", "was_at_5_percent", "offered_on", "first_day_of_rates", "amount", "flat_rate"),
            ("odesk-help-fee-2013", "help-service-fee-flat"),
        )

    @step("money", "What you keep", line=146)
    def net(self) -> Decimal:
        return self.so(
            self.amount - self.fee,
            "payment − service fee",
            "The fee is taken from the payment.",
            ("amount", "fee"),
            ("help-service-fee-flat", "help-service-fee-now"),
        )


class WholeAmount(ServiceFee):
    """One rate for the whole payment: a reading that is contradicted."""

    reading = Reading(
        "whole-amount",
        "One rate for the whole payment",
        "contradicted",
        "Several blogs, calculators and members take the rate that your billings reach and apply it to the whole payment. The official example contradicts them.",
        ("blog-aricho-2023", "blog-wbi"),
        162,
        start=date(2016, 6, 21),
        until=date(2023, 5, 2),
    )

    @step("money", "Fee by the bands", line=172)
    def banded_fee(self) -> Decimal:
        return self.so(
            whole(self.fee_bands, self.amount, self.billed_before),
            "payment × the rate of fee by lifetime billings that billed before + payment reaches",
            "The rate of the band that your billings reach applies to the whole payment.",
            ("fee_bands", "amount", "billed_before"),
        )


READINGS = (ServiceFee, WholeAmount)
