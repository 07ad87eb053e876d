"""What is the least a contract may pay?

$3.00 an hour, or $5.00 for a fixed price and for each of its milestones.

Written from policy/fees/minimum-price.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- help-minimum-rates: Minimum rates
- help-payment-protection: Payment protection in short

Worked examples:

    >>> from calculators.runtime.worked import worked

Paid by the hour:
    >>> worked(READINGS, "minimum", contract="hourly", on="2026-06-01")
    'minimum 3.00'

By the hour, hours that are demanded change nothing:
    >>> worked(READINGS, "minimum", contract="hourly", hours_required="10", on="2026-06-01")
    'minimum 3.00'

At a fixed price:
    >>> worked(READINGS, "minimum", contract="fixed", on="2026-06-01")
    'minimum 5.00'

A fixed price for 10 hours of work:
    >>> worked(READINGS, "minimum", contract="fixed", hours_required="10", on="2026-06-01")
    'minimum 30.00'

A fixed price for one hour is still 5:
    >>> worked(READINGS, "minimum", contract="fixed", hours_required="1", on="2026-06-01")
    'minimum 5.00'

1.66 hours come to 4.98, so 5 is due:
    >>> worked(READINGS, "minimum", contract="fixed", hours_required="1.66", on="2026-06-01")
    'minimum 5.00'

1.67 hours come to a cent more than 5:
    >>> worked(READINGS, "minimum", contract="fixed", hours_required="1.67", on="2026-06-01")
    'minimum 5.01'

Two and a half hours:
    >>> worked(READINGS, "minimum", contract="fixed", hours_required="2.5", on="2026-06-01")
    'minimum 7.50'

No hours demanded, written as 0:
    >>> worked(READINGS, "minimum", contract="fixed", hours_required="0", on="2026-06-01")
    'minimum 5.00'

The first day that is covered:
    >>> worked(READINGS, "minimum", contract="fixed", on="2023-01-01")
    'minimum 5.00'

The day before that:
    >>> worked(READINGS, contract="fixed", on="2022-12-31")
    'mistake on'

The kind of contract is asked for:
    >>> worked(READINGS, on="2026-06-01")
    'missing contract'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.charts import Chart
from calculators.runtime.questions import Input, given
from calculators.runtime.rule import Figure, Reading, Rule, Version, step
from calculators.runtime.words import fill


class MinimumPrice(Rule):
    """What is the least a contract may pay? The reading adopted: the least prices of the help pages."""

    id = "minimum-price"
    question = "What is the least a contract may pay?"
    short = "$3.00 an hour, or $5.00 for a fixed price and for each of its milestones."
    sentence = "{in_words}"
    policy_file = "policy/fees/minimum-price.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("minimum",)
    reading = Reading(
        "official",
        "The least prices of the help pages",
        "adopted",
        "Upwork's help pages name them, and nobody was found who says otherwise.",
        ("help-minimum-rates", "help-payment-protection"),
        87,
    )
    charts = (
        Chart(
            "The least a fixed price may be, by the hours required",
            "hours_required",
            "0",
            "40",
            ("minimum",),
        ),
    )

    contract = Input[str](
        "choice",
        "Is it paid by the hour or at a fixed price?",
        line=10,
        noun="Kind of contract",
        options={"hourly": "by the hour", "fixed": "at a fixed price"},
    )

    hours_required = Input[Decimal](
        "number",
        "How many hours of work does the job post ask for?",
        line=17,
        noun="Hours required",
        why="A fixed price has to pay for hours that the post demands. Leave it empty if it demands none.",
        optional=True,
    )

    on = Input[date]("date", "For which day?", line=23, noun="Day", default="today")

    lowest_for_an_hour = Figure[Decimal](
        "money",
        "Least for an hour",
        Version(date(2023, 1, 1), None, Decimal("3.00"), ("help-minimum-rates", "help-payment-protection"), 34, note="The help page has no date. Its number belongs to the series used since 2023."),
        line=30,
    )

    lowest_fixed_price = Figure[Decimal](
        "money",
        "Least for a project or milestone",
        Version(date(2023, 1, 1), None, Decimal("5.00"), ("help-minimum-rates", "help-payment-protection"), 42, note="The help page has no date. Its number belongs to the series used since 2023."),
        line=38,
    )

    lowest_for_a_required_hour = Figure[Decimal](
        "money",
        "Least for an hour that the post demands",
        Version(date(2023, 1, 1), None, Decimal("3.00"), ("help-minimum-rates",), 50, note="The help page has no date. Its number belongs to the series used since 2023."),
        line=46,
    )

    @step("money", "Least it may pay", line=56)
    def minimum(self) -> Decimal:
        if self.contract == "hourly":  # line 61
            return self.to_the_cent(
                self.lowest_for_an_hour,
                "least for an hour",
                "Every hour has to pay at least this much.",
                ("contract", "lowest_for_an_hour"),
                ("help-minimum-rates", "help-payment-protection"),
            )
        if given(self, "hours_required"):  # line 65
            return self.to_the_cent(
                max(self.lowest_fixed_price, self.lowest_for_a_required_hour * self.hours_required),
                "the largest of least for a project or milestone and least for an hour that the post demands × hours required",
                "Hours that the post demands have to be paid for, and the price cannot be below the least.",
                ("contract", "hours_required", "lowest_fixed_price", "lowest_for_a_required_hour"),
                ("help-minimum-rates",),
            )
        return self.to_the_cent(
            self.lowest_fixed_price,
            "least for a project or milestone",
            "A fixed price without demanded hours has one least price.",
            ("contract", "hours_required", "lowest_fixed_price"),
            ("help-minimum-rates", "help-payment-protection"),
        )

    @step("text", "The answer in words", line=72)
    def in_words(self) -> str:
        if self.contract == "hourly":  # line 76
            return self.so(
                fill(self, "The contract has to pay at least {minimum} an hour."),
                "",
                "It is paid by the hour.",
                ("contract",),
            )
        return self.so(
            fill(self, "The project has to pay at least {minimum}, and each milestone at least {lowest_fixed_price}."),
            "",
            "It has a fixed price.",
            ("contract",),
        )


READINGS = (MinimumPrice,)
