"""When am I free to work with this client directly?

24 months after you first met on Upwork. The conversion form and $1 are still due then.

Written from policy/leaving/free-date.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- blog-egregious-terms: Criticism of the terms of service, by J. Addington
- mod-opt-out-2020: Changes to the agreement, ways to opt out

Worked examples:

    >>> from calculators.runtime.worked import worked

Met in March 2024:
    >>> worked(READINGS, "free_on", met_on="2024-03-15")
    'free_on 2026-03-15'

Met on 29 February:
    >>> worked(READINGS, "free_on", met_on="2024-02-29")
    'free_on 2026-02-28'

Met on 28 February, two years before a leap year:
    >>> worked(READINGS, "free_on", met_on="2022-02-28")
    'free_on 2024-02-28'

Met on the last day of a month:
    >>> worked(READINGS, "free_on", met_on="2023-01-31")
    'free_on 2025-01-31'

Met on New Year's Eve:
    >>> worked(READINGS, "free_on", met_on="2024-12-31")
    'free_on 2026-12-31'

More than two years:
    >>> worked(READINGS, "free_on", met_on="2024-03-15", reading="over-two-years")
    'free_on 2026-03-16'

More than two years, met on 29 February:
    >>> worked(READINGS, "free_on", met_on="2024-02-29", reading="over-two-years")
    'free_on 2026-03-01'

The last message was later than the last payment:
    >>> worked(READINGS, "free_on", met_on="2023-01-10", last_paid_on="2024-05-31", last_message_on="2024-06-20", reading="last-paid-and-silent")
    'free_on 2026-06-20'

The last payment was later than the last message:
    >>> worked(READINGS, "free_on", met_on="2023-01-10", last_paid_on="2024-08-31", last_message_on="2024-06-20", reading="last-paid-and-silent")
    'free_on 2026-08-31'

The official day does not depend on payments or messages:
    >>> worked(READINGS, "free_on", met_on="2023-01-10", last_paid_on="2024-08-31", last_message_on="2024-06-20", first_contract_on="2023-02-01")
    'free_on 2025-01-10'

Counted from the first contract:
    >>> worked(READINGS, "free_on", met_on="2023-01-10", first_contract_on="2023-02-01", reading="first-contract")
    'free_on 2025-02-01'

Counted from a first contract on 29 February:
    >>> worked(READINGS, "free_on", met_on="2024-01-10", first_contract_on="2024-02-29", reading="first-contract")
    'free_on 2026-02-28'

A first contract on the day you met:
    >>> worked(READINGS, "free_on", met_on="2024-01-10", first_contract_on="2024-01-10", reading="first-contract")
    'free_on 2026-01-10'

A first contract before you met:
    >>> worked(READINGS, met_on="2024-01-10", first_contract_on="2024-01-09", reading="first-contract")
    'mistake first_contract_on'

The last payment and message on the day you met:
    >>> worked(READINGS, "free_on", met_on="2024-01-10", last_paid_on="2024-01-10", last_message_on="2024-01-10", reading="last-paid-and-silent")
    'free_on 2026-01-10'

A last payment before you met:
    >>> worked(READINGS, met_on="2024-01-10", last_paid_on="2024-01-09", last_message_on="2024-02-01", reading="last-paid-and-silent")
    'mistake last_paid_on'

The first day that is covered:
    >>> worked(READINGS, "free_on", met_on="2015-01-01")
    'free_on 2017-01-01'

The day before that:
    >>> worked(READINGS, met_on="2014-12-31")
    'mistake met_on'

The day you met is asked for:
    >>> worked(READINGS)
    'missing met_on'

The other reading asks for the last payment:
    >>> worked(READINGS, met_on="2024-01-10", reading="last-paid-and-silent")
    'missing last_paid_on'

The other reading asks for the first contract:
    >>> worked(READINGS, met_on="2024-01-10", reading="first-contract")
    'missing first_contract_on'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.dates import add_days, add_months
from calculators.runtime.questions import Input, Must
from calculators.runtime.rule import Figure, Reading, Rule, Version, step


class FreeDate(Rule):
    """When am I free to work with this client directly? The reading adopted: 24 months from the start of the relationship."""

    id = "free-date"
    question = "When am I free to work with this client directly?"
    short = "24 months after you first met on Upwork. The conversion form and $1 are still due then."
    sentence = "You are free from {free_on} on, through the conversion form and its $1."
    policy_file = "policy/leaving/free-date.yaml"
    dated_by = "met_on"
    answers: ClassVar[tuple[str, ...]] = ("free_on",)
    reading = Reading(
        "official",
        "24 months from the start of the relationship",
        "adopted",
        "The agreement, as quoted, says at least two years from the start of the relationship.",
        ("mod-opt-out-2020", "blog-egregious-terms", "repo-disintermediation-2026", "repo-escrow-terms-2026"),
        71,
    )

    met_on = Input[date](
        "date",
        "When did you and this client first meet on Upwork?",
        line=10,
        noun="Day you met",
        why="The 24 months run from the start of your relationship there.",
    )

    last_paid_on = Input[date](
        "date",
        "When was the last payment on Upwork?",
        line=15,
        noun="Day of the last payment",
        why="Only one of the other readings uses it.",
        optional=True,
        musts=(Must("last_paid_on_must_1", "The last payment cannot be before the day you met ({met_on}). Change one of the two dates.", ("last_paid_on",), 22),),
    )

    def last_paid_on_must_1(self) -> bool:
        return self.last_paid_on >= self.met_on  # line 22

    last_message_on = Input[date](
        "date",
        "When was the last message on Upwork?",
        line=25,
        noun="Day of the last message",
        why="Only one of the other readings uses it.",
        optional=True,
        musts=(Must("last_message_on_must_1", "The last message cannot be before the day you met ({met_on}). Change one of the two dates.", ("last_message_on",), 32),),
    )

    def last_message_on_must_1(self) -> bool:
        return self.last_message_on >= self.met_on  # line 32

    first_contract_on = Input[date](
        "date",
        "When did your first contract start?",
        line=35,
        noun="Start of the first contract",
        why="Only one of the other readings uses it.",
        optional=True,
        musts=(Must("first_contract_on_must_1", "The first contract cannot start before the day you met ({met_on}). Change one of the two dates.", ("first_contract_on",), 42),),
    )

    def first_contract_on_must_1(self) -> bool:
        return self.first_contract_on >= self.met_on  # line 42

    lock_in = Figure[int](
        "months",
        "Time bound to Upwork",
        Version(date(2015, 1, 1), None, 24, ("mod-opt-out-2020", "blog-egregious-terms"), 51, note="The text is of 2020. Upwork has had its name since 2015. An older wording, known from another site only, also has 24 months."),
        line=47,
    )

    @step("date", "Free from", line=60)
    def free_on(self) -> date:
        return self.so(
            add_months(self.met_on, self.lock_in),
            "day you met plus time bound to Upwork",
            "The date keeps its day of the month; 29 February becomes 28 February.",
            ("met_on", "lock_in"),
            ("mod-opt-out-2020", "blog-egregious-terms"),
        )


class OverTwoYears(FreeDate):
    """The day after 24 months: a reading that is disputed."""

    reading = Reading(
        "over-two-years",
        "The day after 24 months",
        "disputed",
        "Upwork's announcement of 2022 says over two years, so the day itself would not be enough.",
        ("announce-ua-2022",),
        76,
    )

    one_day_more = Figure[int](
        "days",
        "Days beyond the 24 months",
        Version(date(2015, 1, 1), None, 1, ("announce-ua-2022",), 86),
        line=82,
    )

    @step("date", "Free from", line=88)
    def free_on(self) -> date:
        return self.so(
            add_days(add_months(self.met_on, self.lock_in), self.one_day_more),
            "day you met plus time bound to Upwork plus days beyond the 24 months",
            "More than two years have to pass, so the day after is the first free one.",
            ("met_on", "lock_in", "one_day_more"),
            ("announce-ua-2022",),
        )


class LastPaidAndSilent(FreeDate):
    """24 months after the last payment and the last message: a reading that is contradicted."""

    reading = Reading(
        "last-paid-and-silent",
        "24 months after the last payment and the last message",
        "contradicted",
        "A guide of 2025 counts from the later of the two, with no work on Upwork since. No official text found restarts the time, and the guide contradicts itself.",
        ("work-off-platform-guide",),
        92,
    )

    @step("date", "Free from", line=100)
    def free_on(self) -> date:
        return self.so(
            add_months(max(self.last_paid_on, self.last_message_on), self.lock_in),
            "the largest of day of the last payment and day of the last message plus time bound to Upwork",
            "The guide counts 24 months without payment and without messages.",
            ("last_paid_on", "last_message_on", "lock_in"),
            ("work-off-platform-guide",),
        )


class FirstContract(FreeDate):
    """24 months after the first contract: a reading that is disputed."""

    reading = Reading(
        "first-contract",
        "24 months after the first contract",
        "disputed",
        "The same guide's reply to a client counts from the first contract. That is close to the agreement, but people can meet before they sign.",
        ("work-off-platform-guide",),
        104,
    )

    @step("date", "Free from", line=112)
    def free_on(self) -> date:
        return self.so(
            add_months(self.first_contract_on, self.lock_in),
            "start of the first contract plus time bound to Upwork",
            "The guide's reply counts from the start of the first contract.",
            ("first_contract_on", "lock_in"),
            ("work-off-platform-guide",),
        )


READINGS = (FreeDate, OverTwoYears, LastPaidAndSilent, FirstContract)
