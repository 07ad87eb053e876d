"""What would the same job cost elsewhere?

From nothing at Contra to 20% at Fiverr for the freelancer; Upwork takes 0 to 15%.

Written from policy/fees/platform-comparison.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- blog-gsm-peopleperhour: PeoplePerHour fees
- contra-faq: Questions and answers on fees (copy)
- fiverr-help: Fees for buyers and sellers
- freelancer-com-fees: Project fees (three regional copies)
- guru-blog: Coming change of transaction fees
- help-service-fee-now: Freelancer service fee, 0 to 15%
- peopleperhour-help: Service fees since 2018-07-01
- repo-market-research-2026: Market research on arbitration, Contra and client fees
- repo-service-fee-config-2026: Settings of service fee calculators

Worked examples:

    >>> from calculators.runtime.worked import worked

1,000 by the hour, at Upwork's highest fee:
    >>> worked(READINGS, "upwork", "upwork_client", "fiverr", "fiverr_client", "freelancer_com", "freelancer_com_client", "contra", "contra_client", "guru", "peopleperhour", amount="1000", contract="hourly", on="2026-06-01")
    'upwork 150.00, upwork_client 50.00, fiverr 200.00, fiverr_client 55.00, freelancer_com 100.00, freelancer_com_client 30.00, contra 0.00, contra_client 29.00, guru 90.00, peopleperhour 106.25'

1,000 on an Upwork contract at 10%:
    >>> worked(READINGS, "upwork", "fiverr", "freelancer_com", "contra", "guru", "peopleperhour", amount="1000", contract="hourly", contract_rate="10%", on="2026-06-01")
    'upwork 100.00, fiverr 200.00, freelancer_com 100.00, contra 0.00, guru 90.00, peopleperhour 106.25'

An Upwork contract at 0%:
    >>> worked(READINGS, "upwork", amount="1000", contract="hourly", contract_rate="0%", on="2026-06-01")
    'upwork 0.00'

Upwork's highest fee, written out:
    >>> worked(READINGS, "upwork", amount="1000", contract="hourly", contract_rate="15%", on="2026-06-01")
    'upwork 150.00'

More than Upwork's highest fee:
    >>> worked(READINGS, amount="1000", contract="hourly", contract_rate="15.01%", on="2026-06-01")
    'mistake contract_rate'

40 at a fixed price, where least fees count:
    >>> worked(READINGS, "upwork", "fiverr", "fiverr_client", "freelancer_com", "freelancer_com_client", "contra", "contra_client", "guru", "peopleperhour", amount="40", contract="fixed", on="2026-06-01")
    'upwork 6.00, fiverr 8.00, fiverr_client 5.20, freelancer_com 5.00, freelancer_com_client 3.00, contra 0.00, contra_client 15.00, guru 3.60, peopleperhour 8.00'

40 by the hour, without least fees:
    >>> worked(READINGS, "freelancer_com", "freelancer_com_client", amount="40", contract="hourly", on="2026-06-01")
    'freelancer_com 4.00, freelancer_com_client 1.20'

50 at a fixed price, where 10% is just the least fee at Freelancer.com:
    >>> worked(READINGS, "freelancer_com", "freelancer_com_client", amount="50", contract="fixed", on="2026-06-01")
    'freelancer_com 5.00, freelancer_com_client 3.00'

A little more than 50:
    >>> worked(READINGS, "freelancer_com", "freelancer_com_client", amount="50.10", contract="fixed", on="2026-06-01")
    'freelancer_com 5.01, freelancer_com_client 3.00'

100 at a fixed price, where 3% is just the client's least fee at Freelancer.com:
    >>> worked(READINGS, "freelancer_com", "freelancer_com_client", "fiverr_client", amount="100", contract="fixed", on="2026-06-01")
    'freelancer_com 10.00, freelancer_com_client 3.00, fiverr_client 5.50'

A little more than 100:
    >>> worked(READINGS, "freelancer_com", "freelancer_com_client", "fiverr_client", amount="101", contract="fixed", on="2026-06-01")
    'freelancer_com 10.10, freelancer_com_client 3.03, fiverr_client 5.56'

A cent less than 100 is a small order at Fiverr:
    >>> worked(READINGS, "fiverr_client", amount="99.99", contract="fixed", on="2026-06-01")
    'fiverr_client 8.50'

Exactly 500 is not yet a large payment at Contra:
    >>> worked(READINGS, "contra_client", amount="500", contract="fixed", on="2026-06-01")
    'contra_client 15.00'

A cent over 500 is:
    >>> worked(READINGS, "contra_client", amount="500.01", contract="fixed", on="2026-06-01")
    'contra_client 29.00'

Exactly 250 is still in PeoplePerHour's first band:
    >>> worked(READINGS, "peopleperhour", amount="250", contract="fixed", on="2026-06-01")
    'peopleperhour 50.00'

10 over 250:
    >>> worked(READINGS, "peopleperhour", amount="260", contract="fixed", on="2026-06-01")
    'peopleperhour 50.75'

Exactly 5,000 is still in PeoplePerHour's second band:
    >>> worked(READINGS, "peopleperhour", amount="5000", contract="fixed", on="2026-06-01")
    'peopleperhour 406.25'

100 over 5,000:
    >>> worked(READINGS, "peopleperhour", amount="5100", contract="fixed", on="2026-06-01")
    'peopleperhour 409.75'

The first day that is covered:
    >>> worked(READINGS, "upwork", "freelancer_com", amount="1000", contract="fixed", on="2025-05-01")
    'upwork 150.00, freelancer_com 100.00'

The day before that:
    >>> worked(READINGS, amount="1000", contract="fixed", on="2025-04-30")
    'mistake on'

The kind of contract is asked for:
    >>> worked(READINGS, amount="1000", on="2026-06-01")
    'missing contract'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.rules.client_cost import ClientCost
from calculators.runtime.bands import marginal
from calculators.runtime.charts import Chart
from calculators.runtime.questions import Input, Must, given
from calculators.runtime.rule import Figure, Reading, Rule, Version, step
from calculators.runtime.values import Band, Bands
from calculators.runtime.words import fill


class PlatformComparison(Rule):
    """What would the same job cost elsewhere? The reading adopted: the fees as they are published."""

    id = "platform-comparison"
    question = "What would the same job cost elsewhere?"
    short = "From nothing at Contra to 20% at Fiverr for the freelancer; Upwork takes 0 to 15%."
    sentence = "{in_words}"
    policy_file = "policy/fees/platform-comparison.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("upwork", "upwork_client", "fiverr", "fiverr_client", "freelancer_com", "freelancer_com_client", "contra", "contra_client", "guru", "peopleperhour")
    reading = Reading(
        "published",
        "The fees as they are published",
        "adopted",
        "Each platform's own pages, or who reports them, were taken as found by 2026. Not all of them are recent.",
        ("repo-service-fee-config-2026", "fiverr-help", "freelancer-com-fees", "contra-faq", "guru-blog", "peopleperhour-help"),
        272,
    )
    charts = (
        Chart(
            "The freelancer's fee, by platform",
            "amount",
            "5",
            "2000",
            ("upwork", "fiverr", "freelancer_com", "contra", "guru", "peopleperhour"),
        ),
        Chart(
            "The client's fee, by platform",
            "amount",
            "5",
            "2000",
            ("upwork_client", "fiverr_client", "freelancer_com_client", "contra_client"),
        ),
    )

    amount = Input[Decimal](
        "money",
        "How much is the job worth?",
        line=10,
        noun="Payment",
        why="We compare one payment of this amount, the first by this client.",
    )

    contract = Input[str](
        "choice",
        "Is it paid by the hour or at a fixed price?",
        line=15,
        noun="Kind of contract",
        why="Freelancer.com has a least fee at a fixed price.",
        options={"hourly": "by the hour", "fixed": "at a fixed price"},
    )

    contract_rate = Input[Decimal](
        "rate",
        "Which fee would Upwork take on this contract?",
        line=23,
        noun="Upwork's fee",
        why="Upwork shows it before you send a proposal. Left out, we take the highest.",
        optional=True,
        musts=(Must("contract_rate_must_1", "Upwork's fee is at most {upwork_highest_rate}. Write the percentage that Upwork shows, or leave it empty.", ("contract_rate",), 30),),
    )

    def contract_rate_must_1(self) -> bool:
        return self.contract_rate <= self.upwork_highest_rate  # line 30

    on = Input[date]("date", "For which day?", line=34, noun="Day", default="today")

    upwork_highest_rate = Figure[Decimal](
        "rate",
        "Upwork, highest fee",
        Version(date(2025, 5, 1), None, Decimal("0.15"), ("help-service-fee-now", "repo-service-fee-config-2026"), 45),
        line=41,
    )

    fiverr_rate = Figure[Decimal](
        "rate",
        "Fiverr",
        Version(date(2025, 5, 1), None, Decimal("0.20"), ("fiverr-help", "repo-service-fee-config-2026"), 50),
        line=46,
    )

    fiverr_client_rate = Figure[Decimal](
        "rate",
        "Fiverr, client's share",
        Version(date(2025, 5, 1), None, Decimal("0.055"), ("fiverr-help", "repo-service-fee-config-2026"), 55, note="An older text has 5%."),
        line=51,
    )

    fiverr_small_order_fee = Figure[Decimal](
        "money",
        "Fiverr, client's fee on small orders",
        Version(date(2025, 5, 1), None, Decimal("3.00"), ("fiverr-help", "repo-service-fee-config-2026"), 64, note="An older text has $2."),
        line=60,
    )

    fiverr_small_order_limit = Figure[Decimal](
        "money",
        "Fiverr, orders below this are small",
        Version(date(2025, 5, 1), None, Decimal("100"), ("fiverr-help", "repo-service-fee-config-2026"), 73, note="Also said to be about $50, or $200; an older text has $40."),
        line=69,
    )

    freelancer_com_rate = Figure[Decimal](
        "rate",
        "Freelancer.com",
        Version(date(2025, 5, 1), None, Decimal("0.10"), ("freelancer-com-fees",), 82),
        line=78,
    )

    freelancer_com_least = Figure[Decimal](
        "money",
        "Freelancer.com, least fee at a fixed price",
        Version(date(2025, 5, 1), None, Decimal("5.00"), ("freelancer-com-fees",), 87),
        line=83,
    )

    freelancer_com_client_rate = Figure[Decimal](
        "rate",
        "Freelancer.com, client's share",
        Version(date(2025, 5, 1), None, Decimal("0.03"), ("freelancer-com-fees",), 92),
        line=88,
    )

    freelancer_com_client_least = Figure[Decimal](
        "money",
        "Freelancer.com, client's least fee at a fixed price",
        Version(date(2025, 5, 1), None, Decimal("3.00"), ("freelancer-com-fees",), 97),
        line=93,
    )

    contra_fee = Figure[Decimal](
        "money",
        "Contra",
        Version(date(2025, 5, 1), None, Decimal("0.00"), ("contra-faq", "repo-market-research-2026"), 102),
        line=98,
    )

    contra_client_fee = Figure[Decimal](
        "money",
        "Contra, client's fee for a payment",
        Version(date(2025, 5, 1), None, Decimal("15.00"), ("contra-faq", "repo-market-research-2026"), 107, note="An older text has $29 for each contract, or each month."),
        line=103,
    )

    contra_large_payment = Figure[Decimal](
        "money",
        "Contra, payments above this are large",
        Version(date(2025, 5, 1), None, Decimal("500"), ("contra-faq", "repo-market-research-2026"), 116),
        line=112,
    )

    contra_client_large_fee = Figure[Decimal](
        "money",
        "Contra, client's fee for a large payment",
        Version(date(2025, 5, 1), None, Decimal("29.00"), ("contra-faq", "repo-market-research-2026"), 121),
        line=117,
    )

    guru_rate = Figure[Decimal](
        "rate",
        "Guru, Basic members",
        Version(date(2025, 5, 1), None, Decimal("0.09"), ("guru-blog",), 126, note="The figure is of about 2011. Paying members had 4.5 to 5%."),
        line=122,
    )

    peopleperhour_bands = Figure[Bands](
        "bands",
        "PeoplePerHour",
        Version(date(2025, 5, 1), None, Bands((Band(Decimal("250"), Decimal("0.20")), Band(Decimal("5000"), Decimal("0.075")), Band(None, Decimal("0.035")))), ("peopleperhour-help", "blog-gsm-peopleperhour"), 135, note="Since 1 July 2018, over all that one client has paid you. The limits are in pounds; we apply them to the dollars as they stand, without an exchange rate."),
        line=131,
    )

    peopleperhour_billed_before = Figure[Decimal](
        "money",
        "PeoplePerHour, billed before",
        Version(date(2025, 5, 1), None, Decimal("0.00"), ("peopleperhour-help",), 146, note="We compare a first payment by a new client."),
        line=142,
    )

    @step("money", "Upwork", line=152)
    def upwork(self) -> Decimal:
        if given(self, "contract_rate"):  # line 157
            return self.to_the_cent(
                self.amount * self.contract_rate,
                "payment × upwork's fee",
                "This is the fee that the contract shows.",
                ("contract_rate", "amount"),
                ("help-service-fee-now",),
            )
        return self.to_the_cent(
            self.amount * self.upwork_highest_rate,
            "payment × upwork, highest fee",
            "The contract's fee was not given, so this is the most that Upwork takes.",
            ("contract_rate", "amount", "upwork_highest_rate"),
            ("help-service-fee-now", "repo-service-fee-config-2026"),
        )

    @step("money", "Upwork, the client on the Basic plan", line=164)
    def upwork_client(self) -> Decimal:
        return self.so(
            self.take(self.ask_other(ClientCost, paid_on=self.on, plan="basic"), ClientCost.marketplace_fee),
            "as client cost works it out",
            "The client's fee by the plan table, for Basic, without the fee for a new contract.",
            ("on",),
        )

    @step("money", "Fiverr", line=169)
    def fiverr(self) -> Decimal:
        return self.to_the_cent(
            self.amount * self.fiverr_rate,
            "payment × fiverr",
            "Fiverr keeps the same share of every order.",
            ("amount", "fiverr_rate"),
            ("fiverr-help", "repo-service-fee-config-2026"),
        )

    @step("money", "Fiverr, the client", line=176)
    def fiverr_client(self) -> Decimal:
        if self.amount < self.fiverr_small_order_limit:  # line 181
            return self.to_the_cent(
                (self.amount * self.fiverr_client_rate) + self.fiverr_small_order_fee,
                "(payment × fiverr, client's share) + fiverr, client's fee on small orders",
                "Small orders cost the client a fixed fee besides the percentage.",
                ("amount", "fiverr_small_order_limit", "fiverr_client_rate", "fiverr_small_order_fee"),
                ("fiverr-help", "repo-service-fee-config-2026"),
            )
        return self.to_the_cent(
            self.amount * self.fiverr_client_rate,
            "payment × fiverr, client's share",
            "On larger orders the client pays the percentage alone.",
            ("amount", "fiverr_small_order_limit", "fiverr_client_rate"),
            ("fiverr-help", "repo-service-fee-config-2026"),
        )

    @step("money", "Freelancer.com", line=188)
    def freelancer_com(self) -> Decimal:
        if self.contract == "hourly":  # line 193
            return self.to_the_cent(
                self.amount * self.freelancer_com_rate,
                "payment × freelancer.com",
                "Hourly work has a percentage and no least fee.",
                ("contract", "amount", "freelancer_com_rate"),
                ("freelancer-com-fees",),
            )
        return self.to_the_cent(
            max(self.amount * self.freelancer_com_rate, self.freelancer_com_least),
            "the largest of payment × freelancer.com and freelancer.com, least fee at a fixed price",
            "At a fixed price, the percentage or the least fee is due, whichever is more.",
            ("contract", "amount", "freelancer_com_rate", "freelancer_com_least"),
            ("freelancer-com-fees",),
        )

    @step("money", "Freelancer.com, the client", line=200)
    def freelancer_com_client(self) -> Decimal:
        if self.contract == "hourly":  # line 205
            return self.to_the_cent(
                self.amount * self.freelancer_com_client_rate,
                "payment × freelancer.com, client's share",
                "For hourly work the client pays a percentage and no least fee.",
                ("contract", "amount", "freelancer_com_client_rate"),
                ("freelancer-com-fees",),
            )
        return self.to_the_cent(
            max(self.amount * self.freelancer_com_client_rate, self.freelancer_com_client_least),
            "the largest of payment × freelancer.com, client's share and freelancer.com, client's least fee at a fixed price",
            "At a fixed price the client pays the percentage or the least fee, whichever is more.",
            ("contract", "amount", "freelancer_com_client_rate", "freelancer_com_client_least"),
            ("freelancer-com-fees",),
        )

    @step("money", "Contra", line=212)
    def contra(self) -> Decimal:
        return self.so(
            self.contra_fee,
            "contra",
            "Contra takes nothing from the freelancer.",
            ("contra_fee",),
            ("contra-faq", "repo-market-research-2026"),
        )

    @step("money", "Contra, the client", line=218)
    def contra_client(self) -> Decimal:
        if self.amount > self.contra_large_payment:  # line 222
            return self.so(
                self.contra_client_large_fee,
                "contra, client's fee for a large payment",
                "Large payments cost the client more.",
                ("amount", "contra_large_payment", "contra_client_large_fee"),
                ("contra-faq", "repo-market-research-2026"),
            )
        return self.so(
            self.contra_client_fee,
            "contra, client's fee for a payment",
            "Each payment costs the client a fixed fee.",
            ("amount", "contra_large_payment", "contra_client_fee"),
            ("contra-faq", "repo-market-research-2026"),
        )

    @step("money", "Guru", line=229)
    def guru(self) -> Decimal:
        return self.to_the_cent(
            self.amount * self.guru_rate,
            "payment × guru, Basic members",
            "This is the share of Basic members in the only text found, which is old.",
            ("amount", "guru_rate"),
            ("guru-blog",),
        )

    @step("money", "PeoplePerHour", line=236)
    def peopleperhour(self) -> Decimal:
        return self.to_the_cent(
            marginal(self.peopleperhour_bands, self.amount, self.peopleperhour_billed_before, self.parts),
            "each rate of peoplePerHour on its own part of payment, on top of peoplePerHour, billed before",
            "Each band's rate applies to its own part of what the client has paid you.",
            ("peopleperhour_bands", "amount", "peopleperhour_billed_before"),
            ("peopleperhour-help", "blog-gsm-peopleperhour"),
        )

    @step("text", "The answer in words", line=243)
    def in_words(self) -> str:
        if given(self, "contract_rate"):  # line 247
            return self.so(
                fill(self, "Of {amount}, Upwork takes {upwork}, Fiverr {fiverr}, Freelancer.com {freelancer_com}, Contra {contra}, Guru {guru} and PeoplePerHour {peopleperhour}."),
                "",
                "Upwork's fee is given.",
                ("contract_rate",),
            )
        return self.so(
            fill(self, "Of {amount}, Upwork takes at most {upwork}, Fiverr {fiverr}, Freelancer.com {freelancer_com}, Contra {contra}, Guru {guru} and PeoplePerHour {peopleperhour}."),
            "",
            "Upwork's fee differs from contract to contract.",
            ("contract_rate",),
        )


READINGS = (PlatformComparison,)
