"""Does paying the conversion fee pay off?

Divide the conversion fee by the fees you both save in a month. That many months have to follow before it pays.

Written from policy/leaving/leave-or-stay.yaml by `python -m smallprint build`: change that file, not this one.

Worked examples:

    >>> from calculators.runtime.worked import worked

1,000 a month at 10% and 5%:
    >>> worked(READINGS, "saved_per_month", "break_even_months", monthly_billing="1000", freelancer_rate="10%", client_rate="5%", conversion_fee="14040", on="2026-06-01")
    'saved_per_month 150.00, break_even_months 93.6'

The same once two years have passed, for $1:
    >>> worked(READINGS, "saved_per_month", monthly_billing="1000", freelancer_rate="10%", client_rate="5%", conversion_fee="1", on="2026-06-01")
    'saved_per_month 150.00'

8,000 a month at the highest fees:
    >>> worked(READINGS, "saved_per_month", "break_even_months", monthly_billing="8000", freelancer_rate="15%", client_rate="10%", conversion_fee="5616", on="2026-06-01")
    'saved_per_month 2000.00, break_even_months 2.808'

Nothing to pay, so it pays at once:
    >>> worked(READINGS, "saved_per_month", "break_even_months", monthly_billing="1000", freelancer_rate="10%", client_rate="5%", conversion_fee="0", on="2026-06-01")
    'saved_per_month 150.00, break_even_months 0'

Only the client pays a fee:
    >>> worked(READINGS, "saved_per_month", "break_even_months", monthly_billing="200", freelancer_rate="0%", client_rate="5%", conversion_fee="1000", on="2026-06-01")
    'saved_per_month 10.00, break_even_months 100'

The saving is rounded to the cent:
    >>> worked(READINGS, "saved_per_month", "break_even_months", monthly_billing="0.50", freelancer_rate="10%", client_rate="5%", conversion_fee="1", on="2026-06-01")
    'saved_per_month 0.08, break_even_months 12.5'

Nothing is billed:
    >>> worked(READINGS, monthly_billing="0", freelancer_rate="10%", client_rate="5%", conversion_fee="1000", on="2026-06-01")
    'mistake monthly_billing'

Nobody pays a fee:
    >>> worked(READINGS, monthly_billing="1000", freelancer_rate="0%", client_rate="0%", conversion_fee="1000", on="2026-06-01")
    'mistake monthly_billing'

Less than half a cent is saved:
    >>> worked(READINGS, monthly_billing="0.01", freelancer_rate="10%", client_rate="5%", conversion_fee="1000", on="2026-06-01")
    'mistake monthly_billing'

The first day that is covered:
    >>> worked(READINGS, "saved_per_month", "break_even_months", monthly_billing="1000", freelancer_rate="10%", client_rate="0%", conversion_fee="1000", on="2016-01-01")
    'saved_per_month 100.00, break_even_months 10'

The day before that:
    >>> worked(READINGS, monthly_billing="1000", freelancer_rate="10%", client_rate="0%", conversion_fee="1000", on="2015-12-31")
    'mistake on'

The rest is asked for:
    >>> worked(READINGS, monthly_billing="1000", on="2026-06-01")
    'missing freelancer_rate conversion_fee'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.arithmetic import divide
from calculators.runtime.charts import Chart
from calculators.runtime.questions import Input, Must
from calculators.runtime.rule import Period, Reading, Rule, step


class LeaveOrStay(Rule):
    """Does paying the conversion fee pay off? The reading adopted: fee divided by what is saved."""

    id = "leave-or-stay"
    question = "Does paying the conversion fee pay off?"
    short = "Divide the conversion fee by the fees you both save in a month. That many months have to follow before it pays."
    sentence = "Leaving saves {saved_per_month} a month for both of you together, so the fee is earned back after {break_even_months} months."
    policy_file = "policy/leaving/leave-or-stay.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("saved_per_month", "break_even_months")
    periods = (
        Period(
            date(2016, 1, 1),
            None,
            ("work-off-platform-guide",),
            69,
            note="This is plain arithmetic. The rates you enter have changed over the years.",
        ),
    )
    reading = Reading(
        "arithmetic",
        "Fee divided by what is saved",
        "adopted",
        "It is our own arithmetic with the amounts you enter. No official text has it.",
        ("work-off-platform-guide",),
        74,
    )
    charts = (
        Chart(
            "Months until the fee pays off, by what is billed in a month",
            "monthly_billing",
            "250",
            "8000",
            ("break_even_months",),
        ),
        Chart(
            "Months until the fee pays off, by the fee",
            "conversion_fee",
            "0",
            "20000",
            ("break_even_months",),
        ),
    )

    monthly_billing = Input[Decimal](
        "money",
        "How much is billed in a usual month?",
        line=10,
        noun="Billed in a month",
        why="Take an average of the last months, and only if you expect it to go on.",
    )

    freelancer_rate = Input[Decimal](
        "rate",
        "What share does Upwork take from the freelancer?",
        line=15,
        noun="Freelancer's fee",
        why="The contract shows it. It lies between 0% and 15% on newer contracts.",
    )

    client_rate = Input[Decimal](
        "rate",
        "What share does the client pay on top?",
        line=20,
        noun="Client's fee",
        why="The client's payments show it. It depends on the client's plan.",
    )

    conversion_fee = Input[Decimal](
        "money",
        "What would the conversion cost?",
        line=25,
        noun="Conversion fee",
        why="The conversion fee's own page works it out.",
        musts=(Must("conversion_fee_must_1", "With these amounts leaving saves nothing ({saved_per_month} in a month), so the fee never pays off. Write a larger amount billed, or larger fees.", ("monthly_billing",), 31),),
    )

    def conversion_fee_must_1(self) -> bool:
        return self.saved_per_month > 0  # line 31

    on = Input[date]("date", "For which day?", line=36, noun="Day", default="today")

    @step("rate", "Both fees together", line=43)
    def both_rates(self) -> Decimal:
        return self.so(
            self.freelancer_rate + self.client_rate,
            "freelancer's fee + client's fee",
            "Leaving saves what either of you pays to Upwork.",
            ("freelancer_rate", "client_rate"),
            ("work-off-platform-guide",),
        )

    @step("money", "Saved in a month", line=49)
    def saved_per_month(self) -> Decimal:
        return self.to_the_cent(
            self.monthly_billing * self.both_rates,
            "billed in a month × both fees together",
            "This much goes to Upwork in a usual month, from both of you.",
            ("monthly_billing", "both_rates"),
            ("work-off-platform-guide",),
        )

    @step("number", "Months until it pays", line=56)
    def break_even_months(self) -> Decimal:
        return self.so(
            divide(self.conversion_fee, self.saved_per_month),
            "conversion fee ÷ saved in a month",
            "The fee is paid once, the saving comes each month. Count a started month as a whole one.",
            ("conversion_fee", "saved_per_month"),
            ("work-off-platform-guide",),
        )


READINGS = (LeaveOrStay,)
