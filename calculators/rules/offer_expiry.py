"""When does this offer expire?

30 days after it was sent. Until about 2023 it was 7 days, and 30 only for Enterprise clients.

Written from policy/account/offer-expiry.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- help-offers: Offers and when they expire

Worked examples:

    >>> from calculators.runtime.worked import worked

An offer of March 2026:
    >>> worked(READINGS, "expires_on", sent_on="2026-03-10")
    'expires_on 2026-04-09'

An offer sent at the end of January:
    >>> worked(READINGS, "expires_on", sent_on="2026-01-31")
    'expires_on 2026-03-02'

An offer sent at the end of January in a leap year:
    >>> worked(READINGS, "expires_on", sent_on="2024-01-31")
    'expires_on 2024-03-01'

An offer of March 2020:
    >>> worked(READINGS, "expires_on", sent_on="2020-03-10", enterprise="no")
    'expires_on 2020-03-17'

An Enterprise client's offer of March 2020:
    >>> worked(READINGS, "expires_on", sent_on="2020-03-10", enterprise="yes")
    'expires_on 2020-04-09'

Seven days across 29 February:
    >>> worked(READINGS, "expires_on", sent_on="2020-02-25", enterprise="no")
    'expires_on 2020-03-03'

The last day of 7 days:
    >>> worked(READINGS, "expires_on", sent_on="2022-12-31", enterprise="no")
    'expires_on 2023-01-07'

An Enterprise client's offer of that day:
    >>> worked(READINGS, "expires_on", sent_on="2022-12-31", enterprise="yes")
    'expires_on 2023-01-30'

The first day of 30 days for everybody:
    >>> worked(READINGS, "expires_on", sent_on="2023-01-01")
    'expires_on 2023-01-31'

Since then it makes no difference who sends it:
    >>> worked(READINGS, "expires_on", sent_on="2023-01-01", enterprise="yes")
    'expires_on 2023-01-31'

The first day that is covered:
    >>> worked(READINGS, "expires_on", sent_on="2016-01-01", enterprise="no")
    'expires_on 2016-01-08'

The day before that:
    >>> worked(READINGS, sent_on="2015-12-31", enterprise="no")
    'mistake sent_on'

The day of the offer is asked for:
    >>> worked(READINGS)
    'missing sent_on'

Before 2023, the kind of client is asked for:
    >>> worked(READINGS, sent_on="2022-12-31")
    'missing enterprise'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.dates import add_days
from calculators.runtime.questions import Input
from calculators.runtime.rule import Figure, Reading, Rule, Version, step


class OfferExpiry(Rule):
    """When does this offer expire? The reading adopted: what the help pages say."""

    id = "offer-expiry"
    question = "When does this offer expire?"
    short = "30 days after it was sent. Until about 2023 it was 7 days, and 30 only for Enterprise clients."
    sentence = "The offer expires on {expires_on}."
    policy_file = "policy/account/offer-expiry.yaml"
    dated_by = "sent_on"
    answers: ClassVar[tuple[str, ...]] = ("expires_on",)
    reading = Reading(
        "official",
        "What the help pages say",
        "adopted",
        "Both are Upwork's own pages, an older and a newer one.",
        ("help-offers",),
        69,
    )

    sent_on = Input[date](
        "date",
        "When was the offer sent?",
        line=10,
        noun="Day of the offer",
        why="The days run from there, and the rules have changed.",
    )

    enterprise = Input[bool](
        "yesno",
        "Is it from an Enterprise client?",
        line=15,
        noun="Enterprise client",
        why="In earlier years their offers stayed open longer.",
    )

    days_open = Figure[int](
        "days",
        "Days to accept",
        Version(date(2016, 1, 1), date(2022, 12, 31), 7, ("help-offers",), 26, note="The older help page has no date. Upwork has had its name since 2015."),
        Version(date(2023, 1, 1), None, 30, ("help-offers",), 31, note="The day of the change is not known. The newer help page's number belongs to the series used since 2023."),
        line=22,
    )

    enterprise_days_open = Figure[int](
        "days",
        "Days to accept an Enterprise client's offer",
        Version(date(2016, 1, 1), date(2022, 12, 31), 30, ("help-offers",), 41),
        line=37,
    )

    who_has_longer = Figure[str](
        "choice",
        "Whose offers stay open longer",
        Version(date(2016, 1, 1), date(2022, 12, 31), "enterprise", ("help-offers",), 49),
        Version(date(2023, 1, 1), None, "nobody", ("help-offers",), 50),
        line=42,
        options={"enterprise": "those of Enterprise clients", "nobody": "nobody's"},
    )

    @step("date", "Expires on", line=53)
    def expires_on(self) -> date:
        if self.who_has_longer == "enterprise" and self.enterprise:  # line 57
            return self.so(
                add_days(self.sent_on, self.enterprise_days_open),
                "day of the offer plus days to accept an Enterprise client's offer",
                "In these years an Enterprise client's offer stayed open longer than others.",
                ("who_has_longer", "enterprise", "sent_on", "enterprise_days_open"),
                ("help-offers",),
            )
        return self.so(
            add_days(self.sent_on, self.days_open),
            "day of the offer plus days to accept",
            "An offer that is not accepted in this time ends by itself.",
            ("who_has_longer", "enterprise", "sent_on", "days_open"),
            ("help-offers",),
        )


READINGS = (OfferExpiry,)
