"""Who gets the money when a client ends the contract?

The client, unless the freelancer objects within 7 days. Silence counts as a yes.

Written from policy/payments/escrow-refund.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- help-escrow-refund: Requesting an escrow refund
- help-non-release: Refusing or accepting an escrow refund
- how-can-i-cancel-upwork: Questions and answers on cancelling Upwork
- member-dormant-2017: Ending a fixed-price contract

Worked examples:

    >>> from calculators.runtime.worked import worked

The freelancer says nothing:
    >>> worked(READINGS, "decides_on", "goes_to", asked_on="2026-03-02", reply="none")
    'decides_on 2026-03-09, goes_to client'

The freelancer agrees:
    >>> worked(READINGS, "decides_on", "goes_to", asked_on="2026-03-02", reply="approves")
    'decides_on 2026-03-09, goes_to client'

The freelancer objects:
    >>> worked(READINGS, "decides_on", "goes_to", asked_on="2026-03-02", reply="disputes")
    'decides_on 2026-03-09, goes_to dispute'

Across 29 February:
    >>> worked(READINGS, "decides_on", "goes_to", asked_on="2024-02-25", reply="none")
    'decides_on 2024-03-03, goes_to client'

Across the end of February in a common year:
    >>> worked(READINGS, "decides_on", "goes_to", asked_on="2025-02-25", reply="none")
    'decides_on 2025-03-04, goes_to client'

Across the end of the year:
    >>> worked(READINGS, "decides_on", "goes_to", asked_on="2025-12-28", reply="none")
    'decides_on 2026-01-04, goes_to client'

The first day that is covered:
    >>> worked(READINGS, "decides_on", "goes_to", asked_on="2017-08-10", reply="none")
    'decides_on 2017-08-17, goes_to client'

The day before that:
    >>> worked(READINGS, asked_on="2017-08-09", reply="none")
    'mistake asked_on'

The freelancer's answer is asked for:
    >>> worked(READINGS, asked_on="2026-03-02")
    'missing reply'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.dates import add_days
from calculators.runtime.questions import Input
from calculators.runtime.rule import Figure, Reading, Rule, Version, step
from calculators.runtime.words import fill


class EscrowRefund(Rule):
    """Who gets the money when a client ends the contract? The reading adopted: 7 days, and silence refunds."""

    id = "escrow-refund"
    question = "Who gets the money when a client ends the contract?"
    short = "The client, unless the freelancer objects within 7 days. Silence counts as a yes."
    sentence = "{in_words}"
    policy_file = "policy/payments/escrow-refund.yaml"
    dated_by = "asked_on"
    answers: ClassVar[tuple[str, ...]] = ("decides_on", "goes_to")
    reading = Reading(
        "official",
        "7 days, and silence refunds",
        "adopted",
        "Upwork's help says so, and everybody else agrees.",
        ("help-escrow-refund", "help-non-release", "how-can-i-cancel-upwork", "gethuman", "member-dormant-2017"),
        79,
    )

    asked_on = Input[date](
        "date",
        "When did the client ask for the money back?",
        line=10,
        noun="Day of the request",
        why="The freelancer's 7 days start then.",
    )

    reply = Input[str](
        "choice",
        "What does the freelancer answer?",
        line=15,
        noun="Freelancer's answer",
        why="The answer decides where the money goes.",
        options={"none": "nothing", "approves": "I agree", "disputes": "I object"},
    )

    time_to_answer = Figure[int](
        "days",
        "Time to answer",
        Version(date(2017, 8, 10), None, 7, ("help-escrow-refund", "help-non-release", "how-can-i-cancel-upwork", "member-dormant-2017"), 30, note="The earliest text found is a thread of 10 August 2017 that quotes the terms."),
        line=26,
    )

    @step("date", "Last day to answer", line=36)
    def decides_on(self) -> date:
        return self.so(
            add_days(self.asked_on, self.time_to_answer),
            "day of the request plus time to answer",
            "The freelancer has this long to agree or object.",
            ("asked_on", "time_to_answer"),
            ("help-escrow-refund", "how-can-i-cancel-upwork"),
        )

    @step(
        "choice",
        "Where the money goes",
        line=42,
        options={"client": "to the client", "freelancer": "to the freelancer", "dispute": "into a dispute"},
    )
    def goes_to(self) -> str:
        if self.reply == "disputes":  # line 50
            return self.so(
                "dispute",
                "dispute",
                "An objection stops the refund, and the dispute decides.",
                ("reply",),
                ("help-escrow-refund", "help-non-release"),
            )
        if self.reply == "approves":  # line 54
            return self.so(
                "client",
                "client",
                "The freelancer agrees to the refund.",
                ("reply",),
                ("help-escrow-refund", "help-non-release"),
            )
        return self.so(
            "client",
            "client",
            "Silence counts as a yes.",
            ("reply",),
            ("help-escrow-refund", "how-can-i-cancel-upwork"),
        )

    @step("text", "The answer in words", line=61)
    def in_words(self) -> str:
        if self.reply == "disputes":  # line 65
            return self.so(
                fill(self, "The money goes into a dispute. Object on Upwork until {decides_on}."),
                "",
                "The freelancer objects.",
                ("reply",),
            )
        if self.reply == "approves":  # line 68
            return self.so(
                fill(self, "The money goes back to the client."),
                "",
                "The freelancer agrees.",
                ("reply",),
            )
        return self.so(
            fill(self, "Without an answer until {decides_on}, the money goes back to the client."),
            "",
            "The freelancer says nothing.",
            ("reply",),
        )


READINGS = (EscrowRefund,)
