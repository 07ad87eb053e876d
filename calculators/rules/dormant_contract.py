"""What happens to a contract nobody touches?

It is dormant 90 days after its last milestone was due. Upwork writes to both on days 76 and 83.

Written from policy/payments/dormant-contract.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- help-dormant: Dormant contracts
- member-dormant-2017: Ending a fixed-price contract

Worked examples:

    >>> from calculators.runtime.worked import worked

Due on 10 March:
    >>> worked(READINGS, "first_notice_on", "second_notice_on", "dormant_on", last_due_on="2026-03-10")
    'first_notice_on 2026-05-25, second_notice_on 2026-06-01, dormant_on 2026-06-08'

Across 29 February:
    >>> worked(READINGS, "first_notice_on", "second_notice_on", "dormant_on", last_due_on="2023-12-10")
    'first_notice_on 2024-02-24, second_notice_on 2024-03-02, dormant_on 2024-03-09'

Across the end of February in a common year:
    >>> worked(READINGS, "first_notice_on", "second_notice_on", "dormant_on", last_due_on="2024-12-10")
    'first_notice_on 2025-02-24, second_notice_on 2025-03-03, dormant_on 2025-03-10'

Due on 29 February:
    >>> worked(READINGS, "first_notice_on", "second_notice_on", "dormant_on", last_due_on="2024-02-29")
    'first_notice_on 2024-05-15, second_notice_on 2024-05-22, dormant_on 2024-05-29'

Across the end of the year:
    >>> worked(READINGS, "first_notice_on", "second_notice_on", "dormant_on", last_due_on="2025-10-31")
    'first_notice_on 2026-01-15, second_notice_on 2026-01-22, dormant_on 2026-01-29'

The first day that is covered:
    >>> worked(READINGS, "first_notice_on", "second_notice_on", "dormant_on", last_due_on="2022-01-01")
    'first_notice_on 2022-03-18, second_notice_on 2022-03-25, dormant_on 2022-04-01'

The day before that:
    >>> worked(READINGS, last_due_on="2021-12-31")
    'mistake last_due_on'

The due date is asked for:
    >>> worked(READINGS)
    'missing last_due_on'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.dates import add_days
from calculators.runtime.questions import Input
from calculators.runtime.rule import Figure, Reading, Rule, Version, step


class DormantContract(Rule):
    """What happens to a contract nobody touches? The reading adopted: 90 days from the last due date."""

    id = "dormant-contract"
    question = "What happens to a contract nobody touches?"
    short = "It is dormant 90 days after its last milestone was due. Upwork writes to both on days 76 and 83."
    sentence = "If nobody touches it, Upwork writes on {first_notice_on} and {second_notice_on}; the contract is dormant on {dormant_on}."
    policy_file = "policy/payments/dormant-contract.yaml"
    dated_by = "last_due_on"
    answers: ClassVar[tuple[str, ...]] = ("first_notice_on", "second_notice_on", "dormant_on")
    reading = Reading(
        "official",
        "90 days from the last due date",
        "adopted",
        "Upwork's help page counts from the due date of the last milestone.",
        ("help-dormant", "member-dormant-2017"),
        62,
    )

    last_due_on = Input[date](
        "date",
        "When was the last milestone due?",
        line=10,
        noun="Last due date",
        why="The 90 days are counted from it. Money has to be in the contract.",
    )

    first_notice_after = Figure[int](
        "days",
        "Days until the first notice",
        Version(date(2022, 1, 1), None, 76, ("help-dormant",), 21),
        line=17,
    )

    second_notice_after = Figure[int](
        "days",
        "Days until the second notice",
        Version(date(2022, 1, 1), None, 83, ("help-dormant",), 26),
        line=22,
    )

    dormant_after = Figure[int](
        "days",
        "Days until it is dormant",
        Version(date(2022, 1, 1), None, 90, ("help-dormant", "member-dormant-2017"), 31, note="Texts of 2017 and 2020 have the 90 days too, but other notices."),
        line=27,
    )

    @step("date", "First notice", line=37)
    def first_notice_on(self) -> date:
        return self.so(
            add_days(self.last_due_on, self.first_notice_after),
            "last due date plus days until the first notice",
            "Upwork sends a first notice two weeks before.",
            ("last_due_on", "first_notice_after"),
            ("help-dormant",),
        )

    @step("date", "Second notice", line=43)
    def second_notice_on(self) -> date:
        return self.so(
            add_days(self.last_due_on, self.second_notice_after),
            "last due date plus days until the second notice",
            "Upwork sends a second notice a week before.",
            ("last_due_on", "second_notice_after"),
            ("help-dormant",),
        )

    @step("date", "Dormant", line=49)
    def dormant_on(self) -> date:
        return self.so(
            add_days(self.last_due_on, self.dormant_after),
            "last due date plus days until it is dormant",
            "By then nobody has touched it for this long.",
            ("last_due_on", "dormant_after"),
            ("help-dormant", "member-dormant-2017"),
        )


READINGS = (DormantContract,)
