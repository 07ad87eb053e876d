"""When does a submitted milestone pay out?

14 days after you submit it, if the client says nothing. You can withdraw it 5 days later.

Written from policy/payments/fixed-price-payday.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- help-fixed-price-protection: Fixed-price protection, review of work and project funds
- help-get-paid: Ways to get paid
- help-not-approved: Money released without approval
- lancebase-2019: Thread on review, security hold and arbitration

Worked examples:

    >>> from calculators.runtime.worked import worked

Submitted on 1 March, and the client says nothing:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2026-03-01")
    'released_on 2026-03-15, available_on 2026-03-20'

Submitted again on 10 March, without being asked:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2026-03-01", resubmitted_on="2026-03-10")
    'released_on 2026-03-24, available_on 2026-03-29'

Changes asked for after 5 days, submitted again after 8:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2026-03-01", changes_requested_on="2026-03-06", resubmitted_on="2026-03-09")
    'released_on 2026-03-23, available_on 2026-03-28'

Changes asked for, and nothing since:
    >>> worked(READINGS, submitted_on="2026-03-01", changes_requested_on="2026-03-06")
    'missing resubmitted_on'

Changes asked for, then approved all the same:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2026-03-01", changes_requested_on="2026-03-06", approved_on="2026-03-25")
    'released_on 2026-03-25, available_on 2026-03-30'

Approved after three days:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2026-03-01", approved_on="2026-03-04")
    'released_on 2026-03-04, available_on 2026-03-09'

Approved on the day of submission:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2026-03-01", approved_on="2026-03-01")
    'released_on 2026-03-01, available_on 2026-03-06'

Approved the day before silence would have released it:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2026-03-01", approved_on="2026-03-14")
    'released_on 2026-03-14, available_on 2026-03-19'

Approved after silence had released it:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2026-03-01", approved_on="2026-03-16")
    'released_on 2026-03-15, available_on 2026-03-20'

Submitted again, then approved:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2026-03-01", resubmitted_on="2026-03-10", approved_on="2026-03-20")
    'released_on 2026-03-20, available_on 2026-03-25'

All four days:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2026-03-01", changes_requested_on="2026-03-06", resubmitted_on="2026-03-09", approved_on="2026-04-01")
    'released_on 2026-03-23, available_on 2026-03-28'

Changes asked for and made on the day of submission:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2026-03-01", changes_requested_on="2026-03-01", resubmitted_on="2026-03-01")
    'released_on 2026-03-15, available_on 2026-03-20'

Across 29 February:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2024-02-15")
    'released_on 2024-02-29, available_on 2024-03-05'

Across the end of February in a common year:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2025-02-15")
    'released_on 2025-03-01, available_on 2025-03-06'

Across the end of the year:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2025-12-20")
    'released_on 2026-01-03, available_on 2026-01-08'

The first day that is covered:
    >>> worked(READINGS, "released_on", "available_on", submitted_on="2019-01-01")
    'released_on 2019-01-15, available_on 2019-01-20'

The day before that:
    >>> worked(READINGS, submitted_on="2018-12-31")
    'mistake submitted_on'

Changes asked for before the work was there:
    >>> worked(READINGS, submitted_on="2026-03-01", changes_requested_on="2026-02-28", resubmitted_on="2026-03-09")
    'mistake changes_requested_on'

Submitted again before the first time:
    >>> worked(READINGS, submitted_on="2026-03-01", resubmitted_on="2026-02-28")
    'mistake resubmitted_on'

Submitted again before changes were asked for:
    >>> worked(READINGS, submitted_on="2026-03-01", changes_requested_on="2026-03-06", resubmitted_on="2026-03-05")
    'mistake resubmitted_on'

Approved before the work was there:
    >>> worked(READINGS, submitted_on="2026-03-01", approved_on="2026-02-28")
    'mistake approved_on'

The day of submission is asked for:
    >>> worked(READINGS)
    'missing submitted_on'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.dates import add_days
from calculators.runtime.questions import Input, Must, given
from calculators.runtime.rule import Figure, Reading, Rule, Version, step


class FixedPricePayday(Rule):
    """When does a submitted milestone pay out? The reading adopted: 14 days from the last submission."""

    id = "fixed-price-payday"
    question = "When does a submitted milestone pay out?"
    short = "14 days after you submit it, if the client says nothing. You can withdraw it 5 days later."
    sentence = "The money is released on {released_on}; you can withdraw it from {available_on} on."
    policy_file = "policy/payments/fixed-price-payday.yaml"
    dated_by = "submitted_on"
    answers: ClassVar[tuple[str, ...]] = ("released_on", "available_on")
    reading = Reading(
        "official",
        "14 days from the last submission",
        "adopted",
        "Upwork's help says so. That a new submission starts the 14 days again is medium sure; two others agree with it.",
        ("help-fixed-price-protection", "help-not-approved", "how-can-i-cancel-upwork"),
        121,
    )

    submitted_on = Input[date](
        "date",
        "When was the work submitted?",
        line=10,
        noun="Day of submission",
        why="The client's 14 days start when you submit the work for the milestone.",
    )

    changes_requested_on = Input[date](
        "date",
        "Did the client ask for changes, and when?",
        line=15,
        noun="Day of the request for changes",
        why="A request within the 14 days stops them. Leave it empty if nobody asked, or if the 14 days were over by then.",
        optional=True,
        musts=(Must("changes_requested_on_must_1", "Changes can be asked for on the day of submission ({submitted_on}) at the earliest. Change one of the two dates.", ("changes_requested_on",), 23),),
    )

    def changes_requested_on_must_1(self) -> bool:
        return self.changes_requested_on >= self.submitted_on  # line 23

    resubmitted_on = Input[date](
        "date",
        "When was the work submitted again?",
        line=28,
        noun="Day of the new submission",
        why="A new submission starts the 14 days again, even if nobody asked for it. Leave it empty if there was none.",
        optional=True,
        musts=(Must("resubmitted_on_must_1", "The new submission has to be on or after the first one ({submitted_on}). Change one of the two dates.", ("resubmitted_on",), 35), Must("resubmitted_on_must_2", "The new submission has to be on or after the request for changes ({changes_requested_on}). Change one of the two dates.", ("resubmitted_on",), 38)),
    )

    def resubmitted_on_must_1(self) -> bool:
        return self.resubmitted_on >= self.submitted_on  # line 35

    def resubmitted_on_must_2(self) -> bool:
        return not given(self, "changes_requested_on") or self.resubmitted_on >= self.changes_requested_on  # line 38

    approved_on = Input[date](
        "date",
        "Did the client approve it, and when?",
        line=43,
        noun="Day of approval",
        why="An approval releases the money on that day. Leave it empty if there was none.",
        optional=True,
        musts=(Must("approved_on_must_1", "The approval has to be on or after the day of submission ({submitted_on}). Change one of the two dates.", ("approved_on",), 50),),
    )

    def approved_on_must_1(self) -> bool:
        return self.approved_on >= self.submitted_on  # line 50

    review_time = Figure[int](
        "days",
        "Time for the client to answer",
        Version(date(2019, 1, 1), None, 14, ("help-fixed-price-protection", "help-not-approved"), 60),
        line=56,
    )

    security_hold = Figure[int](
        "days",
        "Security hold",
        Version(date(2019, 1, 1), None, 5, ("help-get-paid", "lancebase-2019"), 65),
        line=61,
    )

    @step("date", "Last submission", line=68)
    def last_submitted_on(self) -> date:
        if given(self, "resubmitted_on"):  # line 72
            return self.so(
                self.resubmitted_on,
                "day of the new submission",
                "A new submission starts the client's time again.",
                ("resubmitted_on",),
                ("help-fixed-price-protection", "how-can-i-cancel-upwork"),
            )
        return self.so(
            self.submitted_on,
            "day of submission",
            "The work was submitted once.",
            ("resubmitted_on", "submitted_on"),
            ("help-fixed-price-protection",),
        )

    @step("date", "Release by silence", line=79)
    def released_by_silence_on(self) -> date:
        return self.so(
            add_days(self.last_submitted_on, self.review_time),
            "last submission plus time for the client to answer",
            "When the client's time is over, silence releases the money.",
            ("last_submitted_on", "review_time"),
            ("help-fixed-price-protection", "help-not-approved"),
        )

    @step("yesno", "Waiting for the new submission", line=85)
    def stopped(self) -> bool:
        return self.so(
            given(self, "changes_requested_on") and not given(self, "resubmitted_on"),
            "day of the request for changes is given and not day of the new submission is given",
            "A request for changes stops the client's time until the work is submitted again.",
            ("changes_requested_on", "resubmitted_on"),
            ("help-fixed-price-protection", "how-can-i-cancel-upwork"),
        )

    @step("date", "Day of release", line=91)
    def released_on(self) -> date:
        if self.stopped and given(self, "approved_on"):  # line 95
            return self.so(
                self.approved_on,
                "day of approval",
                "The client approved it without waiting for a new submission.",
                ("stopped", "approved_on"),
                ("help-fixed-price-protection",),
            )
        if self.stopped:  # line 99
            return self.so(
                add_days(self.resubmitted_on, self.review_time),
                "day of the new submission plus time for the client to answer",
                "The client's time starts again with the new submission.",
                ("stopped", "approved_on", "resubmitted_on", "review_time"),
                ("help-fixed-price-protection", "how-can-i-cancel-upwork"),
            )
        if given(self, "approved_on"):  # line 103
            return self.so(
                min(self.approved_on, self.released_by_silence_on),
                "the smallest of day of approval and release by silence",
                "An approval releases the money that day, but never later than silence would have.",
                ("stopped", "approved_on", "released_by_silence_on"),
                ("help-fixed-price-protection", "help-not-approved"),
            )
        return self.so(
            self.released_by_silence_on,
            "release by silence",
            "Without an answer from the client, the money is released when the time is over.",
            ("stopped", "approved_on", "released_by_silence_on"),
            ("help-fixed-price-protection", "help-not-approved"),
        )

    @step("date", "First day to withdraw", line=110)
    def available_on(self) -> date:
        return self.so(
            add_days(self.released_on, self.security_hold),
            "day of release plus security hold",
            "Released money is held a few days before you can withdraw it.",
            ("released_on", "security_hold"),
            ("help-get-paid", "lancebase-2019"),
        )


READINGS = (FixedPricePayday,)
