"""What must I charge to keep this much?

More than you keep, since the fee comes off the charge. At 10%, keeping $90 takes a charge of $100.

Written from policy/fees/price-to-net.yaml by `python -m smallprint build`: change that file, not this one.

Worked examples:

    >>> from calculators.runtime.worked import worked

To keep 20 an hour at 10%:
    >>> worked(READINGS, "charge", "fee", "net", keep="20", paid_on="2013-02-03")
    'charge 22.22, fee 2.22, net 20.00'

To keep 490 from a new client in the years of the bands:
    >>> worked(READINGS, "charge", "fee", "net", keep="490", paid_on="2021-06-01", billed_before="0")
    'charge 600.00, fee 110.00, net 490.00'

Dividing by 90% and rounding up would be a cent too high:
    >>> worked(READINGS, "charge", "fee", "net", keep="90.04", paid_on="2024-03-01")
    'charge 100.04, fee 10.00, net 90.04'

To keep 400 from a new client, the whole first band:
    >>> worked(READINGS, "charge", "fee", "net", keep="400", paid_on="2017-01-31", billed_before="0")
    'charge 500.00, fee 100.00, net 400.00'

To keep 170 from a client billed 400 before:
    >>> worked(READINGS, "charge", "fee", "net", keep="170", paid_on="2019-09-30", billed_before="400")
    'charge 200.00, fee 30.00, net 170.00'

To keep 370 from a client billed 9,800 before:
    >>> worked(READINGS, "charge", "fee", "net", keep="370", paid_on="2022-11-11", billed_before="9800")
    'charge 400.00, fee 30.00, net 370.00'

The last day of the bands:
    >>> worked(READINGS, "charge", "fee", "net", keep="540", paid_on="2023-05-02", billed_before="0")
    'charge 655.56, fee 115.56, net 540.00'

The first day after the bands:
    >>> worked(READINGS, "charge", "fee", "net", keep="540", paid_on="2023-05-03", was_at_5_percent="no")
    'charge 600.00, fee 60.00, net 540.00'

A contract that kept 5%:
    >>> worked(READINGS, "charge", "fee", "net", keep="570", paid_on="2023-12-31", was_at_5_percent="yes")
    'charge 600.00, fee 30.00, net 570.00'

To keep 850 on a contract at 15%:
    >>> worked(READINGS, "charge", "fee", "net", keep="850", paid_on="2026-06-15", offered_on="2026-06-01", contract_rate="15%")
    'charge 1000.00, fee 150.00, net 850.00'

To keep 1,000 on a contract at 15%:
    >>> worked(READINGS, "charge", "fee", "net", keep="1000", paid_on="2026-06-15", offered_on="2026-06-01", contract_rate="15%")
    'charge 1176.47, fee 176.47, net 1000.00'

To keep 1,000 on a contract at 0%:
    >>> worked(READINGS, "charge", "fee", "net", keep="1000", paid_on="2026-06-15", offered_on="2026-06-01", contract_rate="0%")
    'charge 1000.00, fee 0.00, net 1000.00'

To keep 900 on a contract offered before May 2025:
    >>> worked(READINGS, "charge", "fee", "net", keep="900", paid_on="2026-06-15", offered_on="2025-04-30")
    'charge 1000.00, fee 100.00, net 900.00'

Nothing to keep, nothing to charge:
    >>> worked(READINGS, "charge", "fee", "net", keep="0", paid_on="2024-03-01")
    'charge 0.00, fee 0.00, net 0.00'

A day before anything is known:
    >>> worked(READINGS, keep="20", paid_on="2013-02-02")
    'mistake paid_on'

A fee above 15% cannot be right:
    >>> worked(READINGS, keep="20", paid_on="2026-06-15", offered_on="2026-06-01", contract_rate="20%")
    'mistake contract_rate'

Earlier billings are asked for in the years of the bands:
    >>> worked(READINGS, keep="490", paid_on="2021-06-01")
    'missing billed_before'

The amount to keep is asked for:
    >>> worked(READINGS, paid_on="2024-03-01")
    'missing keep'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.rules.service_fee import ServiceFee
from calculators.runtime.charts import Chart
from calculators.runtime.money import smallest_amount
from calculators.runtime.questions import Input
from calculators.runtime.rule import Reading, Rule, step


class PriceToNet(Rule):
    """What must I charge to keep this much? The reading adopted: the service fee, worked out backwards."""

    id = "price-to-net"
    question = "What must I charge to keep this much?"
    short = "More than you keep, since the fee comes off the charge. At 10%, keeping $90 takes a charge of $100."
    sentence = "Charge {charge} to keep {net}; Upwork takes {fee}."
    policy_file = "policy/fees/price-to-net.yaml"
    dated_by = "paid_on"
    answers: ClassVar[tuple[str, ...]] = ("charge", "fee", "net")
    reading = Reading(
        "official",
        "The service fee, worked out backwards",
        "adopted",
        "It has no figures of its own. The fee is the one of the service fee's page, in the reading adopted there.",
        ("help-service-fee-sliding", "help-service-fee-flat", "help-service-fee-now"),
        38,
    )
    charts = (
        Chart("What to charge, as what you keep grows", "keep", "0", "12000", ("charge", "fee")),
    )

    keep = Input[Decimal](
        "money",
        "How much do you want to keep?",
        line=10,
        noun="Amount to keep",
        why="This is what is left after Upwork's fee, before withdrawal costs and taxes.",
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
    )

    contract_rate = Input[Decimal](
        "rate",
        "Which fee does your contract show?",
        line=39,
        noun="Contract's fee",
        why="Upwork shows it before you send a proposal and on the contract. It stays the same as long as the contract runs.",
    )

    @step("money", "What to charge", line=18)
    def charge(self) -> Decimal:
        def enough(amount: Decimal) -> Decimal:
            return self.probe(ServiceFee, ServiceFee.net, amount=amount)

        return self.so(
            smallest_amount(enough, self.keep),
            "the smallest amount that leaves at least amount to keep",
            "This is the smallest charge, to the cent, that leaves you at least that much.",
            ("keep",),
        )

    @step("money", "Service fee", line=23)
    def fee(self) -> Decimal:
        return self.so(
            self.take(self.ask_other(ServiceFee, amount=self.charge), ServiceFee.fee),
            "as service fee works it out",
            "Upwork takes its service fee from the charge.",
            ("charge",),
        )

    @step("money", "What you keep", line=28)
    def net(self) -> Decimal:
        return self.so(
            self.take(self.ask_other(ServiceFee, amount=self.charge), ServiceFee.net),
            "as service fee works it out",
            "This is the charge less the fee.",
            ("charge",),
        )


READINGS = (PriceToNet,)
