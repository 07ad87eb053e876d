"""What do I risk for what I save?

You save one fee and risk a year's income. Above a small chance of being caught you lose money.

Written from policy/leaving/cost-of-circumventing.yaml by `python -m smallprint build`: change that file, not this one.

Worked examples:

    >>> from calculators.runtime.worked import worked

5,000 outside at 10%, against 30,000 a year:
    >>> worked(READINGS, "saved", "at_risk", amount="5000", fee_rate="10%", yearly_income="30000", on="2026-06-01")
    'saved 500.00, at_risk 30000.00'

5,000 outside at 20%, against 100,000 a year:
    >>> worked(READINGS, "saved", "at_risk", "break_even_chance", amount="5000", fee_rate="20%", yearly_income="100000", on="2020-06-01")
    'saved 1000.00, at_risk 100000.00, break_even_chance 0.01'

5,000 outside at 10%, against 50,000 a year:
    >>> worked(READINGS, "saved", "at_risk", "break_even_chance", amount="5000", fee_rate="10%", yearly_income="50000", on="2026-06-01")
    'saved 500.00, at_risk 50000.00, break_even_chance 0.01'

5,000 outside at 15%, today's highest fee:
    >>> worked(READINGS, "saved", "at_risk", "break_even_chance", amount="5000", fee_rate="15%", yearly_income="40000", on="2026-06-01")
    'saved 750.00, at_risk 40000.00, break_even_chance 0.01875'

No fee, nothing saved:
    >>> worked(READINGS, "saved", "at_risk", "break_even_chance", amount="5000", fee_rate="0%", yearly_income="40000", on="2026-06-01")
    'saved 0.00, at_risk 40000.00, break_even_chance 0'

As much saved as a year brings:
    >>> worked(READINGS, "saved", "at_risk", "break_even_chance", amount="10000", fee_rate="10%", yearly_income="1000", on="2026-06-01")
    'saved 1000.00, at_risk 1000.00, break_even_chance 1'

A chance is never more than 100%:
    >>> worked(READINGS, "saved", "at_risk", "break_even_chance", amount="10000", fee_rate="10%", yearly_income="500", on="2026-06-01")
    'saved 1000.00, at_risk 500.00, break_even_chance 1'

Half a cent counts as a cent:
    >>> worked(READINGS, "saved", "at_risk", "break_even_chance", amount="0.05", fee_rate="10%", yearly_income="1", on="2026-06-01")
    'saved 0.01, at_risk 1.00, break_even_chance 0.01'

No income to compare with:
    >>> worked(READINGS, amount="5000", fee_rate="10%", yearly_income="0", on="2026-06-01")
    'mistake yearly_income'

The first day that is covered:
    >>> worked(READINGS, "saved", "at_risk", "break_even_chance", amount="5000", fee_rate="10%", yearly_income="50000", on="2016-01-01")
    'saved 500.00, at_risk 50000.00, break_even_chance 0.01'

The day before that:
    >>> worked(READINGS, amount="5000", fee_rate="10%", yearly_income="50000", on="2015-12-31")
    'mistake on'

Everything is asked for:
    >>> worked(READINGS, amount="5000", on="2026-06-01")
    'missing fee_rate yearly_income'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.arithmetic import divide
from calculators.runtime.charts import Chart
from calculators.runtime.questions import Input, Must
from calculators.runtime.rule import Period, Reading, Rule, step


class CostOfCircumventing(Rule):
    """What do I risk for what I save? The reading adopted: what is saved against a year's income."""

    id = "cost-of-circumventing"
    question = "What do I risk for what I save?"
    short = "You save one fee and risk a year's income. Above a small chance of being caught you lose money."
    sentence = "You save {saved} and risk {at_risk}. It loses money as soon as the chance of being caught is above {break_even_chance}."
    policy_file = "policy/leaving/cost-of-circumventing.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("saved", "at_risk", "break_even_chance")
    periods = (
        Period(
            date(2016, 1, 1),
            None,
            ("work-off-platform-guide",),
            60,
            note="This is plain arithmetic. The fees you enter have changed over the years.",
        ),
    )
    reading = Reading(
        "arithmetic",
        "What is saved against a year's income",
        "adopted",
        "It is our own arithmetic with the amounts you enter. No official text has it.",
        ("work-off-platform-guide",),
        65,
    )
    charts = (
        Chart("What is saved, against what is risked", "amount", "0", "40000", ("at_risk", "saved")),
        Chart(
            "The chance of being caught at which it loses money",
            "amount",
            "0",
            "40000",
            ("break_even_chance",),
        ),
    )

    amount = Input[Decimal]("money", "How much would be paid outside?", line=10, noun="Paid outside")

    fee_rate = Input[Decimal](
        "rate",
        "Which fee would you save?",
        line=14,
        noun="Fee saved",
        why="Your contract shows it. It lies between 0% and 15% on newer contracts.",
    )

    yearly_income = Input[Decimal](
        "money",
        "How much do you earn on Upwork in a year?",
        line=19,
        noun="Income in a year",
        why="It is what a closed account would cost you in its first year.",
        musts=(Must("yearly_income_must_1", "Write what you earn on Upwork in a year. It has to be more than nothing to be compared with.", ("yearly_income",), 25),),
    )

    def yearly_income_must_1(self) -> bool:
        return self.yearly_income > 0  # line 25

    on = Input[date]("date", "For which day?", line=27, noun="Day", default="today")

    @step("money", "What you save", line=34)
    def saved(self) -> Decimal:
        return self.to_the_cent(
            self.amount * self.fee_rate,
            "paid outside × fee saved",
            "This is the fee that Upwork would have taken.",
            ("amount", "fee_rate"),
            ("work-off-platform-guide",),
        )

    @step("money", "What you risk", line=41)
    def at_risk(self) -> Decimal:
        return self.so(
            self.yearly_income,
            "income in a year",
            "An account can be closed for good. This counts one year only.",
            ("yearly_income",),
            ("help-paid-directly", "work-off-platform-guide"),
        )

    @step("rate", "Chance at which it loses money", line=47)
    def break_even_chance(self) -> Decimal:
        return self.so(
            min(Decimal(1), divide(self.saved, self.at_risk)),
            "the smallest of 1 and what you save ÷ what you risk",
            "If the chance of being caught is higher than this, you lose more than you save on average.",
            ("saved", "at_risk"),
            ("work-off-platform-guide",),
        )


READINGS = (CostOfCircumventing,)
