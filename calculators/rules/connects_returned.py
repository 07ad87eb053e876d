"""Do I get my Connects back?

Yes, if the client closes the job before hiring anybody, or Upwork removes the post. Otherwise no.

Written from policy/connects/connects-returned.yaml by `python -m smallprint build`: change that file, not this one.

Worked examples:

    >>> from calculators.runtime.worked import worked

The client closed the job:
    >>> worked(READINGS, "returned", outcome="client-cancelled", on="2026-06-01")
    'returned yes'

The same, if only a removed post counts:
    >>> worked(READINGS, "returned", outcome="client-cancelled", on="2026-06-01", reading="only-post-removed")
    'returned no'

Upwork removed the post:
    >>> worked(READINGS, "returned", outcome="post-removed", on="2026-06-01")
    'returned yes'

The other reading says so too:
    >>> worked(READINGS, "returned", outcome="post-removed", on="2026-06-01", reading="only-post-removed")
    'returned yes'

The proposal was turned down:
    >>> worked(READINGS, "returned", outcome="rejected", on="2026-06-01")
    'returned no'

Somebody else was hired:
    >>> worked(READINGS, "returned", outcome="someone-else-hired", on="2026-06-01")
    'returned no'

Nobody was hired before the post ran out:
    >>> worked(READINGS, "returned", outcome="expired", on="2026-06-01")
    'returned no'

The proposal was withdrawn:
    >>> worked(READINGS, "returned", outcome="withdrew", on="2026-06-01")
    'returned no'

A hold on the account cancelled the proposals:
    >>> worked(READINGS, "returned", outcome="hold", on="2026-06-01")
    'returned no'

The other reading gives nothing back for a proposal that was turned down either:
    >>> worked(READINGS, "returned", outcome="rejected", on="2026-06-01", reading="only-post-removed")
    'returned no'

The first day that is covered:
    >>> worked(READINGS, "returned", outcome="client-cancelled", on="2017-01-01")
    'returned yes'

The day before that:
    >>> worked(READINGS, outcome="client-cancelled", on="2016-12-31")
    'mistake on'

What happened is asked for:
    >>> worked(READINGS, on="2026-06-01")
    'missing outcome'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.questions import Input
from calculators.runtime.rule import Period, Reading, Rule, step
from calculators.runtime.words import fill


class ConnectsReturned(Rule):
    """Do I get my Connects back? The reading adopted: if the client closes the job, or the post is removed."""

    id = "connects-returned"
    question = "Do I get my Connects back?"
    short = "Yes, if the client closes the job before hiring anybody, or Upwork removes the post. Otherwise no."
    sentence = "{in_words}"
    policy_file = "policy/connects/connects-returned.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("returned",)
    periods = (
        Period(
            date(2017, 1, 1),
            None,
            ("help-connects-old", "announce-connects-2019", "help-connects-2025"),
            74,
            note="The earliest copy found is of about 2017.",
        ),
    )
    reading = Reading(
        "official",
        "If the client closes the job, or the post is removed",
        "adopted",
        "Upwork's help pages list both.",
        ("help-connects-2025", "help-connects-old"),
        79,
    )

    outcome = Input[str](
        "choice",
        "What became of the job or your proposal?",
        line=10,
        noun="What happened",
        options={"client-cancelled": "The client closed the job before anybody was hired.", "post-removed": "Upwork removed the post because it broke the terms.", "rejected": "The client turned my proposal down.", "someone-else-hired": "Somebody else was hired.", "expired": "The post ran out and nobody was hired.", "withdrew": "I withdrew my proposal.", "hold": "Upwork cancelled my proposals because my account was held to verify who I am."},
    )

    on = Input[date]("date", "For which day?", line=22, noun="Day", default="today")

    @step("yesno", "Do they come back?", line=29)
    def returned(self) -> bool:
        return self.so(
            self.outcome == "client-cancelled" or self.outcome == "post-removed",
            "what happened is client-cancelled or what happened is post-removed",
            "Connects come back if the client closes the job before any contract, or the post is removed for breaking the terms; in no other case.",
            ("outcome",),
            ("help-connects-2025", "help-connects-old", "announce-connects-2019"),
        )

    @step("text", "The answer in words", line=37)
    def in_words(self) -> str:
        if self.outcome == "client-cancelled":  # line 41
            return self.so(
                fill(self, "Yes. They come back, because the client closed the job before any contract."),
                "",
                "The client closed the job.",
                ("outcome",),
                ("help-connects-2025",),
            )
        if self.outcome == "post-removed":  # line 45
            return self.so(
                fill(self, "Yes. They come back, because the post was removed for breaking the terms."),
                "",
                "The post was removed.",
                ("outcome",),
                ("help-connects-2025",),
            )
        if self.outcome == "rejected":  # line 49
            return self.so(
                fill(self, "No. A proposal that is turned down keeps its Connects."),
                "",
                "The proposal was turned down.",
                ("outcome",),
                ("help-connects-2025",),
            )
        if self.outcome == "someone-else-hired":  # line 53
            return self.so(
                fill(self, "No. Once somebody was hired, the Connects of all proposals are spent."),
                "",
                "Somebody else was hired.",
                ("outcome",),
                ("help-connects-2025",),
            )
        if self.outcome == "expired":  # line 57
            return self.so(
                fill(self, "No. If the post runs out without a hire, nothing comes back."),
                "",
                "The post ran out.",
                ("outcome",),
                ("help-connects-2025",),
            )
        if self.outcome == "withdrew":  # line 61
            return self.so(
                fill(self, "No. Who withdraws a proposal does not get the Connects back."),
                "",
                "The proposal was withdrawn.",
                ("outcome",),
                ("help-connects-2025",),
            )
        return self.so(
            fill(self, "No. When proposals are cancelled by a hold on the account, their Connects are spent."),
            "",
            "The account was on hold.",
            ("outcome",),
            ("help-verification",),
        )


class OnlyPostRemoved(ConnectsReturned):
    """Only if the post is removed: a reading that is outdated."""

    reading = Reading(
        "only-post-removed",
        "Only if the post is removed",
        "outdated",
        "A moderator's answer named only the removal of a post. The help pages list the closed job too.",
        ("announce-connects-2019",),
        84,
    )

    @step("yesno", "Do they come back?", line=90)
    def returned(self) -> bool:
        return self.so(
            self.outcome == "post-removed",
            "what happened is post-removed",
            "The answer named only posts that are removed for breaking the terms.",
            ("outcome",),
            ("announce-connects-2019",),
        )

    @step("text", "The answer in words", line=94)
    def in_words(self) -> str:
        if self.outcome == "post-removed":  # line 96
            return self.so(
                fill(self, "Yes. They come back, because the post was removed for breaking the terms."),
                "",
                "The post was removed.",
                ("outcome",),
                ("announce-connects-2019",),
            )
        return self.so(
            fill(self, "No. By that answer they come back only if the post is removed."),
            "",
            "The post was not removed.",
            ("outcome",),
            ("announce-connects-2019",),
        )


READINGS = (ConnectsReturned, OnlyPostRemoved)
