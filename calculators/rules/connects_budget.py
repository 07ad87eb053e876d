"""How many proposals can I send?

As often as the job post's number of Connects goes into yours.

Written from policy/connects/connects-budget.yaml by `python -m smallprint build`: change that file, not this one.

Worked examples:

    >>> from calculators.runtime.worked import worked

60 Connects at 2 each, a month's worth before May 2019:
    >>> worked(READINGS, "proposals", "left", connects="60", per_proposal="2", on="2018-06-01")
    'proposals 30, left 0'

20 Connects for 10 jobs, as one blog tells:
    >>> worked(READINGS, "proposals", "left", connects="20", per_proposal="2", on="2018-06-01")
    'proposals 10, left 0'

10 Connects at 6 each:
    >>> worked(READINGS, "proposals", "left", connects="10", per_proposal="6", on="2020-06-01")
    'proposals 1, left 4'

100 Connects at 16 each:
    >>> worked(READINGS, "proposals", "left", connects="100", per_proposal="16", on="2026-06-01")
    'proposals 6, left 4'

Just enough for one:
    >>> worked(READINGS, "proposals", "left", connects="16", per_proposal="16", on="2026-06-01")
    'proposals 1, left 0'

One Connect too few:
    >>> worked(READINGS, "proposals", "left", connects="15", per_proposal="16", on="2026-06-01")
    'proposals 0, left 15'

No Connects at all:
    >>> worked(READINGS, "proposals", "left", connects="0", per_proposal="6", on="2026-06-01")
    'proposals 0, left 0'

A proposal that takes none:
    >>> worked(READINGS, connects="100", per_proposal="0", on="2026-06-01")
    'mistake per_proposal'

The first day that is covered:
    >>> worked(READINGS, "proposals", "left", connects="60", per_proposal="2", on="2016-01-01")
    'proposals 30, left 0'

The day before that:
    >>> worked(READINGS, connects="60", per_proposal="2", on="2015-12-31")
    'mistake on'

The post's number is asked for:
    >>> worked(READINGS, connects="60", on="2026-06-01")
    'missing per_proposal'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.arithmetic import left_over, whole_times
from calculators.runtime.questions import Input, Must
from calculators.runtime.rule import Period, Reading, Rule, step


class ConnectsBudget(Rule):
    """How many proposals can I send? The reading adopted: the number that the job post shows."""

    id = "connects-budget"
    question = "How many proposals can I send?"
    short = "As often as the job post's number of Connects goes into yours."
    sentence = "You can send this many proposals: {proposals}. Connects left after that: {left}."
    policy_file = "policy/connects/connects-budget.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("proposals", "left")
    periods = (
        Period(
            date(2016, 1, 1),
            None,
            ("help-connects-old", "help-connects-2023", "help-connects-2025"),
            48,
            note="The day it began is not known. What is said of the years until 2022 is surer than what is said of later years.",
        ),
    )
    reading = Reading(
        "official",
        "The number that the job post shows",
        "adopted",
        "Upwork's help says so for all years. Only the usual numbers have changed.",
        ("help-connects-old", "announce-connects-2019", "help-connects-2023", "help-connects-2025"),
        53,
    )

    connects = Input[int]("count", "How many Connects do you have?", line=10, noun="Your Connects")

    per_proposal = Input[int](
        "count",
        "How many Connects does a proposal take?",
        line=14,
        noun="Connects for a proposal",
        why="Each job post shows its own number. It can change while the post is up.",
        musts=(Must("per_proposal_must_1", "Write 1 or more. Invitations, direct offers and pools of Enterprise clients take no Connects, so for those there is nothing to count.", ("per_proposal",), 20),),
    )

    def per_proposal_must_1(self) -> bool:
        return self.per_proposal > 0  # line 20

    on = Input[date]("date", "For which day?", line=25, noun="Day", default="today")

    @step("count", "Proposals", line=32)
    def proposals(self) -> int:
        return self.so(
            whole_times(self.connects, self.per_proposal),
            "how many times connects for a proposal goes into your Connects",
            "Each proposal takes the number of Connects that its job post shows.",
            ("connects", "per_proposal"),
            ("help-connects-old", "help-connects-2023", "help-connects-2025"),
        )

    @step("count", "Connects left", line=38)
    def left(self) -> int:
        return self.so(
            left_over(self.connects, self.per_proposal),
            "what is left of your Connects after taking connects for a proposal as often as it goes",
            "What is left does not reach for one more proposal.",
            ("connects", "per_proposal"),
        )


READINGS = (ConnectsBudget,)
