"""What do Connects cost?

$0.15 each since May 2019.

Written from policy/connects/connects-cost.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- announce-connects-2019: Change of Connects, rollout and questions
- blog-skilllinkup-2025: Upwork pricing
- help-connects-2025: Getting, using, buying, returning and carrying over Connects
- help-connects-old: Using Connects (older)
- press-connects-2019: Connects to cost money (several articles)

Worked examples:

    >>> from calculators.runtime.worked import worked

A bundle of 10:
    >>> worked(READINGS, "cost", connects="10", bought_on="2019-06-01")
    'cost 1.50'

A bundle of 20:
    >>> worked(READINGS, "cost", connects="20", bought_on="2019-06-01")
    'cost 3.00'

A bundle of 40:
    >>> worked(READINGS, "cost", connects="40", bought_on="2019-06-01")
    'cost 6.00'

A bundle of 60:
    >>> worked(READINGS, "cost", connects="60", bought_on="2019-06-01")
    'cost 9.00'

A bundle of 80:
    >>> worked(READINGS, "cost", connects="80", bought_on="2019-06-01")
    'cost 12.00'

A number that is no bundle of 2019:
    >>> worked(READINGS, "cost", connects="33", bought_on="2026-06-01")
    'cost 4.95'

The last day of a dollar each:
    >>> worked(READINGS, "cost", connects="10", bought_on="2019-04-30")
    'cost 10.00'

The first day of 15 cents each:
    >>> worked(READINGS, "cost", connects="10", bought_on="2019-05-01")
    'cost 1.50'

On 29 February:
    >>> worked(READINGS, "cost", connects="100", bought_on="2024-02-29")
    'cost 15.00'

None bought:
    >>> worked(READINGS, "cost", connects="0", bought_on="2026-06-01")
    'cost 0.00'

The first day that is covered:
    >>> worked(READINGS, "cost", connects="10", bought_on="2017-01-01")
    'cost 10.00'

The day before that:
    >>> worked(READINGS, connects="10", bought_on="2016-12-31")
    'mistake bought_on'

The number is asked for:
    >>> worked(READINGS, bought_on="2026-06-01")
    'missing connects'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.charts import Chart, Line
from calculators.runtime.questions import Input
from calculators.runtime.rule import Figure, Reading, Rule, Version, step


class ConnectsCost(Rule):
    """What do Connects cost? The reading adopted: the price Upwork announced."""

    id = "connects-cost"
    question = "What do Connects cost?"
    short = "$0.15 each since May 2019."
    sentence = "{connects} Connects cost {cost}."
    policy_file = "policy/connects/connects-cost.yaml"
    dated_by = "bought_on"
    answers: ClassVar[tuple[str, ...]] = ("cost",)
    reading = Reading(
        "official",
        "The price Upwork announced",
        "adopted",
        "Upwork's help and its announcement name it, and nobody was found who says otherwise.",
        ("help-connects-old", "announce-connects-2019", "help-connects-2025"),
        55,
    )
    charts = (
        Chart(
            "What Connects cost",
            "connects",
            "0",
            "200",
            ("cost",),
            lines=(Line("Until April 2019", (("bought_on", "2019-04-30"),)), Line("Since May 2019", (("bought_on", "2026-06-01"),))),
        ),
    )

    connects = Input[int](
        "count",
        "How many Connects do you buy?",
        line=10,
        noun="Connects",
        why="They are sold in bundles. The bundles have changed, so we take any number.",
    )

    bought_on = Input[date](
        "date",
        "On which day?",
        line=15,
        noun="Day of purchase",
        why="The price has changed once.",
    )

    each = Figure[Decimal](
        "money",
        "Price of one",
        Version(date(2017, 1, 1), date(2019, 4, 30), Decimal("1.00"), ("help-connects-old",), 29, note="Only Plus members could buy them. The earliest copy found is of about 2017."),
        Version(date(2019, 5, 1), None, Decimal("0.15"), ("announce-connects-2019", "press-connects-2019", "help-connects-2025", "blog-skilllinkup-2025"), 35, note="The price is sure, the day is less so. It was announced on 2 April 2019 and came to everybody in May and June 2019; new members paid it from the end of April. It was still the price in 2025 and 2026."),
        line=23,
    )

    @step("money", "Price", line=44)
    def cost(self) -> Decimal:
        return self.so(
            self.connects * self.each,
            "connects × price of one",
            "Every Connect costs the same.",
            ("connects", "each"),
            ("help-connects-old", "announce-connects-2019", "help-connects-2025"),
        )


READINGS = (ConnectsCost,)
