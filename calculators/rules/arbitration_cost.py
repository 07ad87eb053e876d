"""Is arbitration worth it?

Your share is $337.50, or was $291.00 until 2023. It pays only if you can expect to win more than that.

Written from policy/payments/arbitration-cost.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- blog-gigradar-2026: Payment protection at fixed prices
- lancebase-2019: Thread on review, security hold and arbitration
- member-arbitration: Arbitration at $291 a side
- mod-arbitration-2018: Answer on arbitration
- repo-market-research-2026: Market research on arbitration, Contra and client fees

Worked examples:

    >>> from calculators.runtime.worked import worked

100 at stake cannot be worth 291:
    >>> worked(READINGS, "cost", "worth_it", at_stake="100", filed_on="2019-06-01")
    'cost 291.00, worth_it no'

1,000 at stake, in the best case:
    >>> worked(READINGS, "cost", "worth_it", at_stake="1000", filed_on="2019-06-01")
    'cost 291.00, worth_it yes'

Just as much as the share is not worth it:
    >>> worked(READINGS, "cost", "worth_it", at_stake="291", filed_on="2019-06-01")
    'cost 291.00, worth_it no'

A cent more is:
    >>> worked(READINGS, "cost", "worth_it", at_stake="291.01", filed_on="2019-06-01")
    'cost 291.00, worth_it yes'

An even chance of twice the share is not worth it:
    >>> worked(READINGS, "cost", "worth_it", at_stake="582", chance="50%", filed_on="2019-06-01")
    'cost 291.00, worth_it no'

An even chance of a little more is:
    >>> worked(READINGS, "cost", "worth_it", at_stake="582.01", chance="50%", filed_on="2019-06-01")
    'cost 291.00, worth_it yes'

Without any chance it is never worth it:
    >>> worked(READINGS, "cost", "worth_it", at_stake="10000", chance="0%", filed_on="2019-06-01")
    'cost 291.00, worth_it no'

Sure to win is the same as leaving the chance out:
    >>> worked(READINGS, "cost", "worth_it", at_stake="1000", chance="100%", filed_on="2019-06-01")
    'cost 291.00, worth_it yes'

Just as much as today's share:
    >>> worked(READINGS, "cost", "worth_it", at_stake="337.50", filed_on="2026-06-01")
    'cost 337.50, worth_it no'

A cent more than today's share:
    >>> worked(READINGS, "cost", "worth_it", at_stake="337.51", filed_on="2026-06-01")
    'cost 337.50, worth_it yes'

Three chances in ten of 1,125 come to today's share:
    >>> worked(READINGS, "cost", "worth_it", at_stake="1125", chance="30%", filed_on="2026-06-01")
    'cost 337.50, worth_it no'

A cent below the largest claim with a known fee:
    >>> worked(READINGS, "cost", "worth_it", at_stake="19999.99", filed_on="2026-06-01")
    'cost 337.50, worth_it yes'

A claim whose fee is not known:
    >>> worked(READINGS, at_stake="20000", filed_on="2026-06-01")
    'mistake at_stake'

As much in earlier years:
    >>> worked(READINGS, "cost", "worth_it", at_stake="20000", filed_on="2019-06-01")
    'cost 291.00, worth_it yes'

The last day of 291:
    >>> worked(READINGS, "cost", "worth_it", at_stake="1000", filed_on="2023-12-04")
    'cost 291.00, worth_it yes'

The first day of which nothing is known:
    >>> worked(READINGS, at_stake="1000", filed_on="2023-12-05")
    'mistake filed_on'

The last day of which nothing is known:
    >>> worked(READINGS, at_stake="1000", filed_on="2026-03-31")
    'mistake filed_on'

The first day of 337.50:
    >>> worked(READINGS, "cost", "worth_it", at_stake="1000", filed_on="2026-04-01")
    'cost 337.50, worth_it yes'

The first day that is covered:
    >>> worked(READINGS, "cost", "worth_it", at_stake="1000", filed_on="2017-01-01")
    'cost 291.00, worth_it yes'

The day before that:
    >>> worked(READINGS, at_stake="1000", filed_on="2016-12-31")
    'mistake filed_on'

The money at stake is asked for:
    >>> worked(READINGS, filed_on="2026-06-01")
    'missing at_stake'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.charts import Chart
from calculators.runtime.questions import Input, Must, given
from calculators.runtime.rule import Figure, Reading, Rule, Version, step
from calculators.runtime.words import fill


class ArbitrationCost(Rule):
    """Is arbitration worth it? The reading adopted: a share for each side."""

    id = "arbitration-cost"
    question = "Is arbitration worth it?"
    short = "Your share is $337.50, or was $291.00 until 2023. It pays only if you can expect to win more than that."
    sentence = "{in_words}"
    policy_file = "policy/payments/arbitration-cost.yaml"
    dated_by = "filed_on"
    answers: ClassVar[tuple[str, ...]] = ("cost", "worth_it")
    reading = Reading(
        "official",
        "A share for each side",
        "adopted",
        "Upwork's help says that each side pays a share. The amounts come from members, a moderator and a blog. Nobody was found who says otherwise.",
        ("help-arbitration", "help-escrow-disputes", "member-arbitration", "mod-arbitration-2018"),
        117,
    )
    charts = (
        Chart(
            "What you can expect to win, against your share of the cost",
            "at_stake",
            "0",
            "1500",
            ("expected", "cost"),
        ),
    )

    at_stake = Input[Decimal](
        "money",
        "How much money is at stake?",
        line=10,
        noun="At stake",
        why="This is the money that is still in the contract.",
        musts=(Must("at_stake_must_1", "The fee is known only for less than {claims_below}. Write a smaller amount, or ask for the fee before you file.", ("at_stake",), 16),),
    )

    def at_stake_must_1(self) -> bool:
        return self.claim_limit == "none-found" or self.at_stake < self.claims_below  # line 16

    chance = Input[Decimal](
        "rate",
        "How likely are you to win?",
        line=21,
        noun="Chance to win",
        why="A guess will do, such as 50%. Left out, we take the best case, that you win for sure.",
        optional=True,
    )

    filed_on = Input[date](
        "date",
        "On which day is arbitration demanded?",
        line=27,
        noun="Day of the demand",
        why="The fee has changed.",
    )

    per_side = Figure[Decimal](
        "money",
        "Each side's share",
        Version(date(2017, 1, 1), date(2023, 12, 4), Decimal("291.00"), ("member-arbitration", "mod-arbitration-2018", "lancebase-2019"), 41, note="Known from 2017 to 2021. The provider was AAA. The client, the freelancer and Upwork paid a share each."),
        Version(date(2023, 12, 5), date(2026, 3, 31), None, (), 47, unknown="Disputes were changed on 5 December 2023, and no fee was found from then until March 2026. Give a day until 4 December 2023 or from 1 April 2026 on."),
        Version(date(2026, 4, 1), None, Decimal("337.50"), ("blog-gigradar-2026", "repo-market-research-2026"), 52, note="One blog of April 2026 names it, and one other source repeats it. The provider is BRIEF."),
        line=35,
    )

    claim_limit = Figure[str](
        "choice",
        "Whether the fee depends on the amount",
        Version(date(2017, 1, 1), date(2023, 12, 4), "none-found", ("member-arbitration", "mod-arbitration-2018"), 64),
        Version(date(2023, 12, 5), date(2026, 3, 31), None, (), 65, unknown="Nothing was found on these days."),
        Version(date(2026, 4, 1), None, "below-a-limit", ("blog-gigradar-2026", "repo-market-research-2026"), 66),
        line=57,
        options={"none-found": "no limit was found", "below-a-limit": "known only below a limit"},
    )

    claims_below = Figure[Decimal](
        "money",
        "Known for claims below",
        Version(date(2017, 1, 1), date(2026, 3, 31), None, (), 71, unknown="No limit was found on these days."),
        Version(date(2026, 4, 1), None, Decimal("20000.00"), ("blog-gigradar-2026", "repo-market-research-2026"), 72),
        line=67,
    )

    @step("money", "Your share", line=75)
    def cost(self) -> Decimal:
        return self.so(
            self.per_side,
            "each side's share",
            "Each side pays its share.",
            ("per_side",),
            ("help-arbitration", "member-arbitration"),
        )

    @step("money", "What you can expect to win", line=81)
    def expected(self) -> Decimal:
        if given(self, "chance"):  # line 85
            return self.so(
                self.at_stake * self.chance,
                "at stake × chance to win",
                "The money at stake counts as much as you are likely to win it.",
                ("chance", "at_stake"),
            )
        return self.so(
            self.at_stake,
            "at stake",
            "The chance was left out, so this is the best case, in which you win for sure.",
            ("chance", "at_stake"),
        )

    @step(
        "verdict",
        "Is it worth it?",
        line=90,
        options={"yes": "The cost is less than you can expect to win, so it can pay.", "no": "The cost is not less than you can expect to win, so it does not pay."},
    )
    def worth_it(self) -> str:
        if self.expected > self.cost:  # line 97
            return self.so(
                "yes",
                "yes",
                "You can expect to win more than your share costs.",
                ("expected", "cost"),
            )
        return self.so(
            "no",
            "no",
            "You cannot expect to win more than your share costs.",
            ("expected", "cost"),
        )

    @step("text", "The answer in words", line=102)
    def in_words(self) -> str:
        if given(self, "chance"):  # line 106
            return self.so(
                fill(self, "Arbitration costs you {cost}. {worth_it}"),
                "",
                "The chance was given.",
                ("chance",),
            )
        return self.so(
            fill(self, "Arbitration costs you {cost}. If you were sure to win, you would get {expected}. {worth_it}"),
            "",
            "The best case was taken.",
            ("chance",),
        )


READINGS = (ArbitrationCost,)
