"""How many carry over to next month?

All of them, as seen in 2025. Before that at most 200, for agencies 400. They still expire after a year.

Written from policy/connects/connects-rollover.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- announce-connects-2020: More Connects for members
- help-connects-2025: Getting, using, buying, returning and carrying over Connects
- help-connects-old: Using Connects (older)
- mod-rollover-2021: Membership upgrade

Worked examples:

    >>> from calculators.runtime.worked import worked

Today all of them carry over:
    >>> worked(READINGS, "carried", left_over="500", month_ends_on="2026-06-30")
    'carried 500'

Plus, up to the limit of 140:
    >>> worked(READINGS, "carried", left_over="140", month_ends_on="2018-06-30", plan="plus")
    'carried 140'

Plus, one more than 140:
    >>> worked(READINGS, "carried", left_over="141", month_ends_on="2018-06-30", plan="plus")
    'carried 140'

Basic carried nothing over before May 2019:
    >>> worked(READINGS, "carried", left_over="40", month_ends_on="2018-06-30", plan="basic")
    'carried 0'

An agency, up to the limit of 160:
    >>> worked(READINGS, "carried", left_over="160", month_ends_on="2018-06-30", plan="agency")
    'carried 160'

An agency, one more than 160:
    >>> worked(READINGS, "carried", left_over="161", month_ends_on="2018-06-30", plan="agency")
    'carried 160'

Fewer than the limit:
    >>> worked(READINGS, "carried", left_over="30", month_ends_on="2018-06-30", plan="plus")
    'carried 30'

Nothing left, nothing carried:
    >>> worked(READINGS, "carried", left_over="0", month_ends_on="2018-06-30", plan="plus")
    'carried 0'

The last day of the first limits:
    >>> worked(READINGS, "carried", left_over="300", month_ends_on="2019-04-30", plan="plus")
    'carried 140'

The first day of which nothing is known:
    >>> worked(READINGS, left_over="300", month_ends_on="2019-05-01", plan="plus")
    'mistake month_ends_on'

The last day of which nothing is known:
    >>> worked(READINGS, left_over="300", month_ends_on="2020-11-30", plan="plus")
    'mistake month_ends_on'

Basic on the first day of the limit of 200:
    >>> worked(READINGS, "carried", left_over="300", month_ends_on="2020-12-01", plan="basic")
    'carried 200'

Plus, up to the limit of 200:
    >>> worked(READINGS, "carried", left_over="200", month_ends_on="2021-02-28", plan="plus")
    'carried 200'

Plus, one more than 200:
    >>> worked(READINGS, "carried", left_over="201", month_ends_on="2021-02-28", plan="plus")
    'carried 200'

An agency, up to the limit of 400:
    >>> worked(READINGS, "carried", left_over="400", month_ends_on="2024-02-29", plan="agency")
    'carried 400'

An agency, one more than 400:
    >>> worked(READINGS, "carried", left_over="401", month_ends_on="2024-02-29", plan="agency")
    'carried 400'

The last day of the limit of 200:
    >>> worked(READINGS, "carried", left_over="300", month_ends_on="2024-12-31", plan="basic")
    'carried 200'

The first day without a limit:
    >>> worked(READINGS, "carried", left_over="300", month_ends_on="2025-01-01")
    'carried 300'

The first day that is covered:
    >>> worked(READINGS, "carried", left_over="300", month_ends_on="2017-01-01", plan="plus")
    'carried 140'

The day before that:
    >>> worked(READINGS, left_over="300", month_ends_on="2016-12-31", plan="plus")
    'mistake month_ends_on'

Before 2025, the membership is asked for:
    >>> worked(READINGS, left_over="300", month_ends_on="2021-02-28")
    'missing plan'

Without a limit, only the number is asked for:
    >>> worked(READINGS, month_ends_on="2026-06-30")
    'missing left_over'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.charts import Chart, Line
from calculators.runtime.questions import Input
from calculators.runtime.rule import Figure, Reading, Rule, Version, step


class ConnectsRollover(Rule):
    """How many carry over to next month? The reading adopted: the limits Upwork published, and none since 2025."""

    id = "connects-rollover"
    question = "How many carry over to next month?"
    short = "All of them, as seen in 2025. Before that at most 200, for agencies 400. They still expire after a year."
    sentence = "Of {left_over} Connects, {carried} carry over."
    policy_file = "policy/connects/connects-rollover.yaml"
    dated_by = "month_ends_on"
    answers: ClassVar[tuple[str, ...]] = ("carried",)
    reading = Reading(
        "official",
        "The limits Upwork published, and none since 2025",
        "adopted",
        "Upwork's texts name a limit of 200 first and none later. They do not say when that changed, so the older limit is kept until the newer text was seen.",
        ("help-connects-old", "announce-connects-2020", "mod-rollover-2021", "help-connects-2025"),
        107,
    )
    charts = (
        Chart(
            "How many carry over, by what is left",
            "left_over",
            "0",
            "500",
            ("carried",),
            lines=(Line("Plus, until April 2019", (("plan", "plus"), ("month_ends_on", "2018-06-30"))), Line("Agencies, until April 2019", (("plan", "agency"), ("month_ends_on", "2018-06-30"))), Line("Basic and Plus, 2020 to 2024", (("plan", "plus"), ("month_ends_on", "2021-02-28"))), Line("Agencies, 2020 to 2024", (("plan", "agency"), ("month_ends_on", "2021-02-28"))), Line("Since 2025", (("month_ends_on", "2026-06-30"),))),
        ),
    )

    left_over = Input[int](
        "count",
        "How many Connects are left over?",
        line=10,
        noun="Connects left over",
        why="Count what you have not used on the last day of the month.",
    )

    month_ends_on = Input[date](
        "date",
        "On which day does the month end?",
        line=15,
        noun="End of the month",
        why="The month is your billing cycle. The day decides which rules apply.",
    )

    plan = Input[str](
        "choice",
        "Which membership do you have?",
        line=20,
        noun="Membership",
        why="Before 2025, each membership had a limit of its own.",
        options={"basic": "Freelancer Basic", "plus": "Freelancer Plus", "agency": "an agency's membership"},
    )

    limit = Figure[str](
        "choice",
        "Whether there is a limit",
        Version(date(2017, 1, 1), date(2019, 4, 30), "by-membership", ("help-connects-old",), 38),
        Version(date(2019, 5, 1), date(2020, 11, 30), None, (), 39, unknown="Nothing was found on these months, in which Connects began to cost money. Give a day until 30 April 2019 or from 1 December 2020 on."),
        Version(date(2020, 12, 1), date(2024, 12, 31), "by-membership", ("announce-connects-2020", "mod-rollover-2021"), 44, note="The month is known, the day is not."),
        Version(date(2025, 1, 1), None, "no-limit", ("help-connects-2025",), 50, note="Seen in 2025; it may be older."),
        line=31,
        options={"by-membership": "a limit for each membership", "no-limit": "no limit"},
    )

    most_basic = Figure[int](
        "count",
        "Most on Freelancer Basic",
        Version(date(2017, 1, 1), date(2019, 4, 30), 0, ("help-connects-old",), 59),
        Version(date(2019, 5, 1), date(2020, 11, 30), None, (), 60, unknown="Nothing was found on these months."),
        Version(date(2020, 12, 1), date(2024, 12, 31), 200, ("announce-connects-2020", "mod-rollover-2021"), 61),
        line=55,
    )

    most_plus = Figure[int](
        "count",
        "Most on Freelancer Plus",
        Version(date(2017, 1, 1), date(2019, 4, 30), 140, ("help-connects-old",), 66, note="Twice the 70 of a month."),
        Version(date(2019, 5, 1), date(2020, 11, 30), None, (), 67, unknown="Nothing was found on these months."),
        Version(date(2020, 12, 1), date(2024, 12, 31), 200, ("announce-connects-2020", "mod-rollover-2021"), 68),
        line=62,
    )

    most_agency = Figure[int](
        "count",
        "Most for an agency",
        Version(date(2017, 1, 1), date(2019, 4, 30), 160, ("help-connects-old",), 73, note="Not named as such. It is twice the 80 of a month, as 140 is twice the 70 of Plus."),
        Version(date(2019, 5, 1), date(2020, 11, 30), None, (), 79, unknown="Nothing was found on these months."),
        Version(date(2020, 12, 1), date(2024, 12, 31), 400, ("announce-connects-2020", "mod-rollover-2021"), 80),
        line=69,
    )

    @step("count", "Carried over", line=83)
    def carried(self) -> int:
        if self.limit == "no-limit":  # line 87
            return self.so(
                self.left_over,
                "connects left over",
                "There is no limit any more, so all of them carry over.",
                ("limit", "left_over"),
                ("help-connects-2025",),
            )
        if self.plan == "basic":  # line 91
            return self.so(
                min(self.left_over, self.most_basic),
                "the smallest of connects left over and most on Freelancer Basic",
                "All of them carry over, up to the limit of Freelancer Basic.",
                ("limit", "plan", "left_over", "most_basic"),
                ("help-connects-old", "announce-connects-2020"),
            )
        if self.plan == "plus":  # line 95
            return self.so(
                min(self.left_over, self.most_plus),
                "the smallest of connects left over and most on Freelancer Plus",
                "All of them carry over, up to the limit of Freelancer Plus.",
                ("limit", "plan", "left_over", "most_plus"),
                ("help-connects-old", "announce-connects-2020"),
            )
        return self.so(
            min(self.left_over, self.most_agency),
            "the smallest of connects left over and most for an agency",
            "All of them carry over, up to the limit of agencies.",
            ("limit", "plan", "left_over", "most_agency"),
            ("help-connects-old", "announce-connects-2020"),
        )


READINGS = (ConnectsRollover,)
