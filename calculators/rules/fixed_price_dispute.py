"""By when must I dispute?

Within 7 days of the contract's end. The client then has 5 days to answer.

Written from policy/payments/fixed-price-dispute.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- announce-disputes-2023: Shorter dispute process
- help-escrow-disputes: Escrow disputes
- help-non-release: Refusing or accepting an escrow refund

Worked examples:

    >>> from calculators.runtime.worked import worked

Ended on a Tuesday:
    >>> worked(READINGS, "file_by", "client_answers_by", "freelancer_silent", "client_silent", ended_on="2026-03-03")
    'file_by 2026-03-10, client_answers_by 2026-03-15, freelancer_silent client, client_silent freelancer'

The same, with 7 days for the client:
    >>> worked(READINGS, "file_by", "client_answers_by", "freelancer_silent", "client_silent", ended_on="2026-03-03", reading="seven-days-to-answer")
    'file_by 2026-03-10, client_answers_by 2026-03-17, freelancer_silent client, client_silent freelancer'

Ended on a Thursday, with 5 business days for the client:
    >>> worked(READINGS, "file_by", "client_answers_by", "freelancer_silent", "client_silent", ended_on="2026-03-05", reading="five-business-days")
    'file_by 2026-03-12, client_answers_by 2026-03-19, freelancer_silent client, client_silent freelancer'

Ended on a Saturday, with 5 business days for the client:
    >>> worked(READINGS, "file_by", "client_answers_by", ended_on="2026-03-07", reading="five-business-days")
    'file_by 2026-03-14, client_answers_by 2026-03-20'

Ended on a Monday, where 7 days and 5 business days are the same:
    >>> worked(READINGS, "file_by", "client_answers_by", ended_on="2026-03-02", reading="five-business-days")
    'file_by 2026-03-09, client_answers_by 2026-03-16'

Across 29 February:
    >>> worked(READINGS, "file_by", "client_answers_by", "freelancer_silent", "client_silent", ended_on="2024-02-25")
    'file_by 2024-03-03, client_answers_by 2024-03-08, freelancer_silent client, client_silent freelancer'

Across the end of February in a common year:
    >>> worked(READINGS, "file_by", "client_answers_by", "freelancer_silent", "client_silent", ended_on="2025-02-25")
    'file_by 2025-03-04, client_answers_by 2025-03-09, freelancer_silent client, client_silent freelancer'

Across the end of the year:
    >>> worked(READINGS, "file_by", "client_answers_by", "freelancer_silent", "client_silent", ended_on="2025-12-28")
    'file_by 2026-01-04, client_answers_by 2026-01-09, freelancer_silent client, client_silent freelancer'

The first day that is covered:
    >>> worked(READINGS, "file_by", "client_answers_by", "freelancer_silent", "client_silent", ended_on="2023-12-05")
    'file_by 2023-12-12, client_answers_by 2023-12-17, freelancer_silent client, client_silent freelancer'

The day before that:
    >>> worked(READINGS, ended_on="2023-12-04")
    'mistake ended_on'

The day of the end is asked for:
    >>> worked(READINGS)
    'missing ended_on'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.dates import add_days, add_working_days
from calculators.runtime.questions import Input
from calculators.runtime.rule import Figure, Reading, Rule, Version, step


class FixedPriceDispute(Rule):
    """By when must I dispute? The reading adopted: 5 days for the client's answer."""

    id = "fixed-price-dispute"
    question = "By when must I dispute?"
    short = "Within 7 days of the contract's end. The client then has 5 days to answer."
    sentence = "File the dispute until {file_by}; if you do not, the money goes to {freelancer_silent}. If you file on that day, the client has to answer until {client_answers_by}; without an answer, the money goes to {client_silent}."
    policy_file = "policy/payments/fixed-price-dispute.yaml"
    dated_by = "ended_on"
    answers: ClassVar[tuple[str, ...]] = ("file_by", "client_answers_by", "freelancer_silent", "client_silent")
    reading = Reading(
        "official",
        "5 days for the client's answer",
        "adopted",
        "Upwork announced it on 5 December 2023, and the newer help page has it too.",
        ("announce-disputes-2023", "help-escrow-disputes"),
        66,
    )

    ended_on = Input[date](
        "date",
        "On which day did the contract end?",
        line=10,
        noun="End of the contract",
        why="The freelancer's 7 days start when the client ends the contract and asks for the money back.",
    )

    file_time = Figure[int](
        "days",
        "Days to file a dispute",
        Version(date(2023, 12, 5), None, 7, ("announce-disputes-2023", "help-escrow-disputes", "help-non-release"), 21),
        line=17,
    )

    answer_time = Figure[int](
        "days",
        "Days for the client's answer",
        Version(date(2023, 12, 5), None, 5, ("announce-disputes-2023", "help-escrow-disputes"), 26),
        line=22,
    )

    @step("date", "Last day to file", line=29)
    def file_by(self) -> date:
        return self.so(
            add_days(self.ended_on, self.file_time),
            "end of the contract plus days to file a dispute",
            "The freelancer has this long to file the dispute.",
            ("ended_on", "file_time"),
            ("announce-disputes-2023", "help-escrow-disputes"),
        )

    @step("date", "Last day for the client's answer", line=35)
    def client_answers_by(self) -> date:
        return self.so(
            add_days(self.file_by, self.answer_time),
            "last day to file plus days for the client's answer",
            "The client's days start when the dispute is filed. We count from the last day to file it.",
            ("file_by", "answer_time"),
            ("announce-disputes-2023", "help-escrow-disputes"),
        )

    @step(
        "choice",
        "Who gets the money if the freelancer files nothing",
        line=41,
        options={"client": "the client", "freelancer": "the freelancer"},
    )
    def freelancer_silent(self) -> str:
        return self.so(
            "client",
            "client",
            "Without a dispute, the money goes back to the client.",
            (),
            ("help-non-release", "help-escrow-disputes"),
        )

    @step(
        "choice",
        "Who gets the money if the client does not answer",
        line=50,
        options={"client": "the client", "freelancer": "the freelancer"},
    )
    def client_silent(self) -> str:
        return self.so(
            "freelancer",
            "freelancer",
            "If the client does not answer the dispute, the money is released.",
            (),
            ("announce-disputes-2023", "help-escrow-disputes"),
        )


class SevenDaysToAnswer(FixedPriceDispute):
    """7 days for the client's answer: a reading that is outdated."""

    reading = Reading(
        "seven-days-to-answer",
        "7 days for the client's answer",
        "outdated",
        "An older text had 7 days. When they ended is not known.",
        ("help-escrow-disputes", "announce-dispute-facts-2016"),
        71,
    )

    answer_time = Figure[int](
        "days",
        "Days for the client's answer",
        Version(date(2023, 12, 5), None, 7, ("help-escrow-disputes", "announce-dispute-facts-2016"), 81),
        line=77,
    )


class FiveBusinessDays(FixedPriceDispute):
    """5 business days for the client's answer: a reading that is outdated."""

    reading = Reading(
        "five-business-days",
        "5 business days for the client's answer",
        "outdated",
        "A later text had 5 business days, before the change of 2023.",
        ("help-escrow-disputes", "announce-dispute-facts-2016"),
        82,
    )

    @step("date", "Last day for the client's answer", line=88)
    def client_answers_by(self) -> date:
        return self.so(
            add_working_days(self.file_by, self.answer_time),
            "last day to file plus days for the client's answer, Monday to Friday only",
            "Only Mondays to Fridays were counted.",
            ("file_by", "answer_time"),
            ("help-escrow-disputes", "announce-dispute-facts-2016"),
        )


READINGS = (FixedPriceDispute, SevenDaysToAnswer, FiveBusinessDays)
