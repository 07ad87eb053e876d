"""When are my hours paid?

The Wednesday ten days after the week's Sunday. The client can dispute until the Friday before.

Written from policy/payments/hourly-payday.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- help-get-paid: Ways to get paid
- help-hourly-disputes: Disputes about hours
- mod-hourly-2020: Answer on hourly work

Worked examples:

    >>> from calculators.runtime.worked import worked

Worked on a Monday:
    >>> worked(READINGS, "week_ends_on", "billed_on", "dispute_until", "available_on", worked_on="2026-11-02")
    'week_ends_on 2026-11-08, billed_on 2026-11-09, dispute_until 2026-11-13, available_on 2026-11-18'

Worked on a Wednesday:
    >>> worked(READINGS, "week_ends_on", "billed_on", "dispute_until", "available_on", worked_on="2026-11-04")
    'week_ends_on 2026-11-08, billed_on 2026-11-09, dispute_until 2026-11-13, available_on 2026-11-18'

Worked on the Sunday:
    >>> worked(READINGS, "week_ends_on", "billed_on", "dispute_until", "available_on", worked_on="2026-11-08")
    'week_ends_on 2026-11-08, billed_on 2026-11-09, dispute_until 2026-11-13, available_on 2026-11-18'

The Monday after is the next week:
    >>> worked(READINGS, "week_ends_on", "billed_on", "dispute_until", "available_on", worked_on="2026-11-09")
    'week_ends_on 2026-11-15, billed_on 2026-11-16, dispute_until 2026-11-20, available_on 2026-11-25'

If disputes end as Friday begins:
    >>> worked(READINGS, "week_ends_on", "billed_on", "dispute_until", "available_on", worked_on="2026-11-02", reading="midnight-as-friday-begins")
    'week_ends_on 2026-11-08, billed_on 2026-11-09, dispute_until 2026-11-12, available_on 2026-11-18'

A week with 29 February:
    >>> worked(READINGS, "week_ends_on", "billed_on", "dispute_until", "available_on", worked_on="2024-02-29")
    'week_ends_on 2024-03-03, billed_on 2024-03-04, dispute_until 2024-03-08, available_on 2024-03-13'

Worked on 28 February of a common year:
    >>> worked(READINGS, "week_ends_on", "billed_on", "dispute_until", "available_on", worked_on="2025-02-28")
    'week_ends_on 2025-03-02, billed_on 2025-03-03, dispute_until 2025-03-07, available_on 2025-03-12'

A week across the end of the year:
    >>> worked(READINGS, "week_ends_on", "billed_on", "dispute_until", "available_on", worked_on="2025-12-31")
    'week_ends_on 2026-01-04, billed_on 2026-01-05, dispute_until 2026-01-09, available_on 2026-01-14'

The first day that is covered:
    >>> worked(READINGS, "week_ends_on", "billed_on", "dispute_until", "available_on", worked_on="2016-01-01")
    'week_ends_on 2016-01-03, billed_on 2016-01-04, dispute_until 2016-01-08, available_on 2016-01-13'

The day before that:
    >>> worked(READINGS, worked_on="2015-12-31")
    'mistake worked_on'

The day of work is asked for:
    >>> worked(READINGS)
    'missing worked_on'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.dates import add_days, week_end
from calculators.runtime.questions import Input
from calculators.runtime.rule import Figure, Reading, Rule, Version, step


class HourlyPayday(Rule):
    """When are my hours paid? The reading adopted: disputes until the end of Friday."""

    id = "hourly-payday"
    question = "When are my hours paid?"
    short = "The Wednesday ten days after the week's Sunday. The client can dispute until the Friday before."
    sentence = "The week ends on {week_ends_on} and is billed on {billed_on}. The client can dispute until {dispute_until}; you can withdraw the money from {available_on} on."
    policy_file = "policy/payments/hourly-payday.yaml"
    dated_by = "worked_on"
    answers: ClassVar[tuple[str, ...]] = ("week_ends_on", "billed_on", "dispute_until", "available_on")
    reading = Reading(
        "official",
        "Disputes until the end of Friday",
        "adopted",
        "The newer texts name Friday, 23:59 UTC.",
        ("mod-hourly-2020", "help-hourly-disputes"),
        67,
    )

    worked_on = Input[date](
        "date",
        "On which day were the hours worked?",
        line=10,
        noun="Day of work",
        why="A week runs from Monday 00:00 to Sunday 23:59 UTC. Late on a Sunday or early on a Monday, look up the day in UTC.",
    )

    billed_after = Figure[int](
        "days",
        "Days until the bill",
        Version(date(2016, 1, 1), None, 1, ("mod-hourly-2020", "help-get-paid"), 23),
        line=19,
    )

    dispute_time = Figure[int](
        "days",
        "Days for a dispute",
        Version(date(2016, 1, 1), None, 5, ("mod-hourly-2020", "help-hourly-disputes"), 28),
        line=24,
    )

    available_after = Figure[int](
        "days",
        "Days until the money is free",
        Version(date(2016, 1, 1), None, 10, ("mod-hourly-2020", "help-get-paid"), 33),
        line=29,
    )

    @step("date", "End of the week", line=36)
    def week_ends_on(self) -> date:
        return self.so(
            week_end(self.worked_on),
            "the Sunday that ends the week of day of work",
            "A week runs from Monday to Sunday.",
            ("worked_on",),
            ("mod-hourly-2020",),
        )

    @step("date", "Day of the bill", line=42)
    def billed_on(self) -> date:
        return self.so(
            add_days(self.week_ends_on, self.billed_after),
            "end of the week plus days until the bill",
            "Upwork bills the week on Monday at noon UTC. You can correct your hours until a minute before.",
            ("week_ends_on", "billed_after"),
            ("mod-hourly-2020",),
        )

    @step("date", "Last day for a dispute", line=48)
    def dispute_until(self) -> date:
        return self.so(
            add_days(self.week_ends_on, self.dispute_time),
            "end of the week plus days for a dispute",
            "The client has until Friday, 23:59 UTC.",
            ("week_ends_on", "dispute_time"),
            ("mod-hourly-2020", "help-hourly-disputes"),
        )

    @step("date", "First day to withdraw", line=54)
    def available_on(self) -> date:
        return self.so(
            add_days(self.week_ends_on, self.available_after),
            "end of the week plus days until the money is free",
            "The money is free on the Wednesday after, once the time for disputes and the security hold are over.",
            ("week_ends_on", "available_after"),
            ("mod-hourly-2020", "help-get-paid"),
        )


class MidnightAsFridayBegins(HourlyPayday):
    """Disputes until the midnight before Friday: a reading that is disputed."""

    reading = Reading(
        "midnight-as-friday-begins",
        "Disputes until the midnight before Friday",
        "disputed",
        "An older text says Friday at midnight, which can mean the night before, and one moderator wrote of the time before Friday. Then Thursday is the last day.",
        ("help-hourly-disputes", "mod-hourly-2016"),
        72,
    )

    dispute_time = Figure[int](
        "days",
        "Days for a dispute",
        Version(date(2016, 1, 1), None, 4, ("help-hourly-disputes", "mod-hourly-2016"), 84),
        line=80,
    )


READINGS = (HourlyPayday, MidnightAsFridayBegins)
