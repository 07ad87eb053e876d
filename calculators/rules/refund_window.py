"""Can this payment still be refunded?

By the freelancer for 180 days after the payment, and through support until day 365.

Written from policy/payments/refund-window.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- help-refund: Giving a refund
- help-refund-request: Requesting a refund, and freelancers who do not answer
- how-can-i-cancel-upwork: Questions and answers on cancelling Upwork
- repo-catalog-review-2026: Review of the Project Catalog as a sales channel

Worked examples:

    >>> from calculators.runtime.worked import worked

A month after the payment:
    >>> worked(READINGS, "self_service_until", "support_until", "how", paid_on="2026-03-01", today="2026-04-01")
    'self_service_until 2026-08-28, support_until 2027-03-01, how self-service'

Day 180, the last for the freelancer:
    >>> worked(READINGS, "self_service_until", "support_until", "how", paid_on="2026-03-01", today="2026-08-28")
    'self_service_until 2026-08-28, support_until 2027-03-01, how self-service'

Day 181, through support:
    >>> worked(READINGS, "self_service_until", "support_until", "how", paid_on="2026-03-01", today="2026-08-29")
    'self_service_until 2026-08-28, support_until 2027-03-01, how support'

Day 181, if 180 days are all:
    >>> worked(READINGS, "self_service_until", "how", paid_on="2026-03-01", today="2026-08-29", reading="only-180-days")
    'self_service_until 2026-08-28, how closed'

Day 180, if 180 days are all:
    >>> worked(READINGS, "self_service_until", "how", paid_on="2026-03-01", today="2026-08-28", reading="only-180-days")
    'self_service_until 2026-08-28, how self-service'

Day 365, the last through support:
    >>> worked(READINGS, "self_service_until", "support_until", "how", paid_on="2026-03-01", today="2027-03-01")
    'self_service_until 2026-08-28, support_until 2027-03-01, how support'

Day 366, too late:
    >>> worked(READINGS, "self_service_until", "support_until", "how", paid_on="2026-03-01", today="2027-03-02")
    'self_service_until 2026-08-28, support_until 2027-03-01, how closed'

On the day of payment:
    >>> worked(READINGS, "self_service_until", "support_until", "how", paid_on="2026-03-01", today="2026-03-01")
    'self_service_until 2026-08-28, support_until 2027-03-01, how self-service'

Paid on 29 February, so that day 365 is 28 February:
    >>> worked(READINGS, "self_service_until", "support_until", "how", paid_on="2024-02-29", today="2024-03-01")
    'self_service_until 2024-08-27, support_until 2025-02-28, how self-service'

Days across 29 February, so that day 365 comes a day earlier:
    >>> worked(READINGS, "self_service_until", "support_until", "how", paid_on="2027-09-01", today="2028-03-01")
    'self_service_until 2028-02-28, support_until 2028-08-31, how support'

The first day that is covered:
    >>> worked(READINGS, "self_service_until", "support_until", "how", paid_on="2024-01-01", today="2024-01-02")
    'self_service_until 2024-06-29, support_until 2024-12-31, how self-service'

The day before that:
    >>> worked(READINGS, paid_on="2023-12-31", today="2024-01-02")
    'mistake paid_on'

A refund before the payment:
    >>> worked(READINGS, paid_on="2026-03-01", today="2026-02-28")
    'mistake today'

The day of payment is asked for:
    >>> worked(READINGS, today="2026-06-01")
    'missing paid_on'

The day of the refund is asked for:
    >>> worked(READINGS, paid_on="2026-03-01")
    'missing today'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.dates import add_days
from calculators.runtime.questions import Input, Must
from calculators.runtime.rule import Figure, Reading, Rule, Version, step


class RefundWindow(Rule):
    """Can this payment still be refunded? The reading adopted: 180 days directly, 365 through support."""

    id = "refund-window"
    question = "Can this payment still be refunded?"
    short = "By the freelancer for 180 days after the payment, and through support until day 365."
    sentence = "{how}. The freelancer can do it directly until {self_service_until}, and support until {support_until}."
    policy_file = "policy/payments/refund-window.yaml"
    dated_by = "paid_on"
    answers: ClassVar[tuple[str, ...]] = ("self_service_until", "support_until", "how")
    reading = Reading(
        "official",
        "180 days directly, 365 through support",
        "adopted",
        "The newer texts name both.",
        ("help-refund", "help-refund-request", "repo-catalog-review-2026"),
        83,
    )

    paid_on = Input[date](
        "date",
        "On which day was it paid?",
        line=10,
        noun="Day of payment",
        why="The days are counted from the payment.",
    )

    today = Input[date](
        "date",
        "On which day would it be refunded?",
        line=15,
        noun="Day of the refund",
        musts=(Must("today_must_1", "The refund cannot be before the payment ({paid_on}). Change one of the two dates.", ("today",), 21),),
    )

    def today_must_1(self) -> bool:
        return self.today >= self.paid_on  # line 21

    self_service_days = Figure[int](
        "days",
        "Days for the freelancer",
        Version(date(2024, 1, 1), None, 180, ("help-refund", "repo-catalog-review-2026", "how-can-i-cancel-upwork"), 30, note="The 180 days are older. We begin in 2024 because the way through support is not known before."),
        line=26,
    )

    support_days = Figure[int](
        "days",
        "Days through support",
        Version(date(2024, 1, 1), None, 365, ("help-refund-request", "repo-catalog-review-2026"), 39, note="Described in 2024 and 2025. The day it began is not known."),
        line=35,
    )

    @step("date", "Last day for the freelancer", line=46)
    def self_service_until(self) -> date:
        return self.so(
            add_days(self.paid_on, self.self_service_days),
            "day of payment plus days for the freelancer",
            "The freelancer can refund it directly until then, that day included.",
            ("paid_on", "self_service_days"),
            ("help-refund", "how-can-i-cancel-upwork"),
        )

    @step("date", "Last day through support", line=52)
    def support_until(self) -> date:
        return self.so(
            add_days(self.paid_on, self.support_days),
            "day of payment plus days through support",
            "Support can refund it until then, that day included.",
            ("paid_on", "support_days"),
            ("help-refund-request", "repo-catalog-review-2026"),
        )

    @step(
        "choice",
        "How it can be refunded",
        line=58,
        options={"self-service": "The freelancer can refund it directly", "support": "Only support can refund it now", "closed": "It can no longer be refunded"},
    )
    def how(self) -> str:
        if self.today <= self.self_service_until:  # line 66
            return self.so(
                "self-service",
                "self-service",
                "The freelancer's days are not over.",
                ("today", "self_service_until"),
                ("help-refund", "how-can-i-cancel-upwork"),
            )
        if self.today <= self.support_until:  # line 70
            return self.so(
                "support",
                "support",
                "The freelancer's days are over, those of support are not.",
                ("today", "self_service_until", "support_until"),
                ("help-refund-request", "repo-catalog-review-2026"),
            )
        return self.so(
            "closed",
            "closed",
            "The last day through support has passed.",
            ("today", "self_service_until", "support_until"),
            ("help-refund-request", "repo-catalog-review-2026"),
        )


class Only180Days(RefundWindow):
    """180 days, and nothing after them: a reading that is disputed."""

    answers = ("self_service_until", "how")
    sentence = "{how}. The last day is {self_service_until}."
    reading = Reading(
        "only-180-days",
        "180 days, and nothing after them",
        "disputed",
        "Several help pages, and a page of questions and answers, stop at 180 days. Ask support before you give up.",
        ("help-refund", "how-can-i-cancel-upwork"),
        88,
    )

    @step(
        "choice",
        "How it can be refunded",
        line=97,
        options={"self-service": "The freelancer can refund it directly", "support": "Only support can refund it now", "closed": "It can no longer be refunded"},
    )
    def how(self) -> str:
        if self.today <= self.self_service_until:  # line 99
            return self.so(
                "self-service",
                "self-service",
                "The freelancer's days are not over.",
                ("today", "self_service_until"),
                ("help-refund", "how-can-i-cancel-upwork"),
            )
        return self.so(
            "closed",
            "closed",
            "These texts name no way after the freelancer's days.",
            ("today", "self_service_until"),
            ("help-refund", "how-can-i-cancel-upwork"),
        )


READINGS = (RefundWindow, Only180Days)
