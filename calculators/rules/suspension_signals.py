"""Could my proposals get me suspended?

No limit is published. Three people report a suspension for many proposals with few contracts; you can compare yourself with the one that gives numbers.

Written from policy/standing/suspension-signals.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- dark-side-of-upwork: Dark Side of Upwork

Worked examples:

    >>> from calculators.runtime.worked import worked

The blog's own case, as slow as it can have been:
    >>> worked(READINGS, "verdict", proposals="10", days="14", hires="0", on="2018-06-01")
    'verdict like-a-reported-case'

One proposal fewer:
    >>> worked(READINGS, "verdict", proposals="9", days="14", hires="0", on="2026-06-01")
    'verdict no-published-limit'

Nine proposals on one day are still fewer than ten:
    >>> worked(READINGS, "verdict", proposals="9", days="1", hires="0", on="2026-06-01")
    'verdict no-published-limit'

One day slower:
    >>> worked(READINGS, "verdict", proposals="10", days="15", hires="0", on="2026-06-01")
    'verdict no-published-limit'

Twice as many in twice the time:
    >>> worked(READINGS, "verdict", proposals="20", days="28", hires="0", on="2026-06-01")
    'verdict like-a-reported-case'

Twice as many, a day slower:
    >>> worked(READINGS, "verdict", proposals="20", days="29", hires="0", on="2026-06-01")
    'verdict no-published-limit'

One contract came of them:
    >>> worked(READINGS, "verdict", proposals="10", days="14", hires="1", on="2026-06-01")
    'verdict no-published-limit'

Nothing sent:
    >>> worked(READINGS, "verdict", proposals="0", days="14", hires="0", on="2026-06-01")
    'verdict no-published-limit'

The first day that is covered:
    >>> worked(READINGS, "verdict", proposals="10", days="10", hires="0", on="2016-01-01")
    'verdict like-a-reported-case'

The day before that:
    >>> worked(READINGS, proposals="10", days="10", hires="0", on="2015-12-31")
    'mistake on'

With a contract, the rest is not asked for:
    >>> worked(READINGS, "verdict", hires="1", on="2026-06-01")
    'verdict no-published-limit'

Without a contract, the proposals are asked for:
    >>> worked(READINGS, hires="0", on="2026-06-01")
    'missing proposals'

With ten or more, the days are asked for:
    >>> worked(READINGS, proposals="10", hires="0", on="2026-06-01")
    'missing days'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.questions import Input
from calculators.runtime.rule import Figure, Reading, Rule, Version, step
from calculators.runtime.words import fill


class SuspensionSignals(Rule):
    """Could my proposals get me suspended? The reading adopted: compared with the reported cases."""

    id = "suspension-signals"
    question = "Could my proposals get me suspended?"
    short = "No limit is published. Three people report a suspension for many proposals with few contracts; you can compare yourself with the one that gives numbers."
    sentence = "{verdict}"
    policy_file = "policy/standing/suspension-signals.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("verdict", "reported_cases")
    reading = Reading(
        "reported-cases",
        "Compared with the reported cases",
        "adopted",
        "There is no official number. We chose to compare with the one report that gives numbers.",
        ("dark-side-of-upwork", "habr-suspension", "hubpages-suspension-2017"),
        88,
    )

    proposals = Input[int](
        "count",
        "How many proposals have you sent lately?",
        line=12,
        noun="Proposals sent",
        why="Choose a stretch of days, such as the last two weeks, and count the proposals in it.",
    )

    days = Input[int](
        "count",
        "In how many days did you send them?",
        line=17,
        noun="Days",
        why="Proposals and days together give the pace.",
    )

    hires = Input[int](
        "count",
        "How many contracts came of them so far?",
        line=22,
        noun="Contracts",
        why="The reports are all of few or no contracts.",
    )

    on = Input[date]("date", "For which day?", line=27, noun="Day", default="today")

    reported_proposals = Figure[int](
        "count",
        "Proposals in the reported case",
        Version(date(2016, 1, 1), None, 10, ("dark-side-of-upwork",), 38, note="The blog has no date; by its content it is of 2015 to 2018."),
        line=34,
    )

    reported_days = Figure[int](
        "count",
        "Days in the reported case",
        Version(date(2016, 1, 1), None, 14, ("dark-side-of-upwork",), 47, note="The blog says less than two weeks. We take all of them."),
        line=43,
    )

    @step("yesno", "At least as fast as the reported case", line=54)
    def as_fast(self) -> bool:
        return self.so(
            self.proposals * self.reported_days >= self.days * self.reported_proposals,
            "proposals sent × days in the reported case is at least days × proposals in the reported case",
            "The blog's writer sent 10 proposals in under two weeks. This compares the two paces.",
            ("proposals", "reported_days", "days", "reported_proposals"),
            ("dark-side-of-upwork",),
        )

    @step(
        "choice",
        "How it compares",
        line=60,
        options={"no-published-limit": "No limit is published, and this does not look like the reported case.", "like-a-reported-case": "No limit is published, but this looks like a case in which somebody was suspended."},
    )
    def verdict(self) -> str:
        if self.hires == 0 and self.proposals >= self.reported_proposals and self.as_fast:  # line 67
            return self.so(
                "like-a-reported-case",
                "like-a-reported-case",
                "No contract, as many proposals and as fast a pace as in the case with numbers. It is no promise either way.",
                ("hires", "proposals", "reported_proposals", "as_fast"),
                ("dark-side-of-upwork", "habr-suspension", "hubpages-suspension-2017"),
            )
        return self.so(
            "no-published-limit",
            "no-published-limit",
            "Upwork publishes no limit, and the case with numbers was another one. It is no promise either way.",
            ("hires", "proposals", "reported_proposals", "as_fast"),
            ("help-violations", "dark-side-of-upwork"),
        )

    @step("text", "The reported cases", line=75)
    def reported_cases(self) -> str:
        return self.so(
            fill(self, "One blog: 10 proposals (20 of 60 Connects) in under two weeks, no contract yet, three talks open. One question on a Russian site: at most 30 Connects a month. One article of 2017: suspended after more than $600 earned in three months."),
            "",
            "Three people tell of a mail that gives many proposals without many contracts or earnings as the reason.",
            (),
            ("dark-side-of-upwork", "habr-suspension", "hubpages-suspension-2017"),
        )


READINGS = (SuspensionSignals,)
