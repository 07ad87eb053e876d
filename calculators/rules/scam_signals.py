"""Does this offer look like a scam?

If a client asks at once to work outside Upwork and shows any other of these signs, walk away and report it.

Written from policy/leaving/scam-signals.yaml by `python -m smallprint build`: change that file, not this one.

Worked examples:

    >>> from calculators.runtime.worked import worked

None of the signs:
    >>> worked(READINGS, "verdict", "seen", new_client="no", pushy="no", asks_outside_at_once="no", big_future_promises="no", small_job_first="no", on="2026-06-01")
    'verdict none-seen, seen'

A new client, and nothing else:
    >>> worked(READINGS, "verdict", "seen", new_client="yes", pushy="no", asks_outside_at_once="no", big_future_promises="no", small_job_first="no", on="2026-06-01")
    'verdict careful, seen new_client'

Outside at once, and nothing else:
    >>> worked(READINGS, "verdict", "seen", new_client="no", pushy="no", asks_outside_at_once="yes", big_future_promises="no", small_job_first="no", on="2026-06-01")
    'verdict careful, seen asks_outside_at_once'

A new client who wants to leave at once:
    >>> worked(READINGS, "verdict", "seen", new_client="yes", pushy="no", asks_outside_at_once="yes", big_future_promises="no", small_job_first="no", on="2026-06-01")
    'verdict walk-away, seen new_client asks_outside_at_once'

A pressing client who wants to leave at once:
    >>> worked(READINGS, "verdict", "seen", new_client="no", pushy="yes", asks_outside_at_once="yes", big_future_promises="no", small_job_first="no", on="2026-06-01")
    'verdict walk-away, seen pushy asks_outside_at_once'

Big promises, and outside at once:
    >>> worked(READINGS, "verdict", "seen", new_client="no", pushy="no", asks_outside_at_once="yes", big_future_promises="yes", small_job_first="no", on="2026-06-01")
    'verdict walk-away, seen asks_outside_at_once big_future_promises'

A small job first, then outside at once:
    >>> worked(READINGS, "verdict", "seen", new_client="no", pushy="no", asks_outside_at_once="yes", big_future_promises="no", small_job_first="yes", on="2026-06-01")
    'verdict walk-away, seen asks_outside_at_once small_job_first'

Every other sign, but no wish to leave:
    >>> worked(READINGS, "verdict", "seen", new_client="yes", pushy="yes", asks_outside_at_once="no", big_future_promises="yes", small_job_first="yes", on="2026-06-01")
    'verdict careful, seen new_client pushy big_future_promises small_job_first'

All five signs:
    >>> worked(READINGS, "verdict", "seen", new_client="yes", pushy="yes", asks_outside_at_once="yes", big_future_promises="yes", small_job_first="yes", on="2026-06-01")
    'verdict walk-away, seen new_client pushy asks_outside_at_once big_future_promises small_job_first'

The first day that is covered:
    >>> worked(READINGS, "verdict", "seen", new_client="no", pushy="no", asks_outside_at_once="no", big_future_promises="no", small_job_first="no", on="2016-01-01")
    'verdict none-seen, seen'

The day before that:
    >>> worked(READINGS, new_client="no", pushy="no", asks_outside_at_once="no", big_future_promises="no", small_job_first="no", on="2015-12-31")
    'mistake on'

All five are asked for, since each can be a sign:
    >>> worked(READINGS, new_client="yes", asks_outside_at_once="yes", on="2026-06-01")
    'missing pushy big_future_promises small_job_first'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.lists import Requirement, empty, failing
from calculators.runtime.questions import Input
from calculators.runtime.rule import Period, Reading, Rule, step
from calculators.runtime.values import Findings


class ScamSignals(Rule):
    """Does this offer look like a scam? The reading adopted: the signs one guide names."""

    id = "scam-signals"
    question = "Does this offer look like a scam?"
    short = "If a client asks at once to work outside Upwork and shows any other of these signs, walk away and report it."
    sentence = "{verdict}"
    policy_file = "policy/leaving/scam-signals.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("verdict", "seen")
    periods = (
        Period(
            date(2016, 1, 1),
            None,
            ("work-off-platform-guide",),
            87,
            note="This is advice, not a rule of Upwork, and tied to no day. The guide is of October 2025.",
        ),
    )
    reading = Reading(
        "guide",
        "The signs one guide names",
        "adopted",
        "No official list was found. The guide's writer worked on Upwork for over four years; it is one person's opinion.",
        ("work-off-platform-guide",),
        92,
    )

    new_client = Input[bool](
        "yesno",
        "Is the client new, without reviews or payments?",
        line=10,
        noun="New client",
    )

    pushy = Input[bool]("yesno", "Does the client press you to decide?", line=14, noun="Pressing")

    asks_outside_at_once = Input[bool](
        "yesno",
        "Did the client ask at once to work or pay outside Upwork?",
        line=18,
        noun="Outside at once",
    )

    big_future_promises = Input[bool](
        "yesno",
        "Does the client promise big projects later?",
        line=22,
        noun="Big promises",
    )

    small_job_first = Input[bool](
        "yesno",
        "Was there a small first job, paid fast and praised, before a bigger one outside?",
        line=26,
        noun="Small job first",
        why="In the accounts of it, the first job is of about $50 to $200.",
    )

    on = Input[date]("date", "For which day?", line=31, noun="Day", default="today")

    @step(
        "list",
        "Signs seen",
        line=38,
        options={"new_client": "new client", "pushy": "pushy", "asks_outside_at_once": "asks outside at once", "big_future_promises": "big future promises", "small_job_first": "small job first"},
    )
    def seen(self) -> Findings:
        found = failing(
            self,
            Requirement("new_client", lambda: not self.new_client, "The client is new. Look at the reviews and at whether payment is verified.", ("work-off-platform-guide",)),
            Requirement("pushy", lambda: not self.pushy, "The client presses you. Take your time; an honest client can wait a day.", ("work-off-platform-guide",)),
            Requirement("asks_outside_at_once", lambda: not self.asks_outside_at_once, "The client wants to leave Upwork at once. Outside, nobody protects your payment.", ("work-off-platform-guide",)),
            Requirement("big_future_promises", lambda: not self.big_future_promises, "The client promises big projects. A promise is worth nothing until its money is in escrow.", ("work-off-platform-guide",)),
            Requirement("small_job_first", lambda: not self.small_job_first, "A small job paid fast, then a bigger one outside. This is how the bait works.", ("work-off-platform-guide",)),
        )
        return self.so(
            found,
            "the requirements that are not met",
            "Each of these was named by somebody who was asked to leave many times. One alone proves nothing.",
            ("new_client", "pushy", "asks_outside_at_once", "big_future_promises", "small_job_first"),
        )

    @step(
        "verdict",
        "How it looks",
        line=63,
        options={"none-seen": "None of the known signs is there. Stay on Upwork all the same.", "careful": "Be careful. Keep everything on Upwork, and wait until the money is in escrow.", "walk-away": "Walk away. Decline politely, and report it."},
    )
    def verdict(self) -> str:
        if empty(self.seen):  # line 71
            return self.so(
                "none-seen",
                "none-seen",
                "You saw none of the five signs.",
                ("seen",),
                ("work-off-platform-guide",),
            )
        if self.asks_outside_at_once and (self.new_client or self.pushy or self.big_future_promises or self.small_job_first):  # line 75
            return self.so(
                "walk-away",
                "walk-away",
                "A wish to leave at once, together with another sign, is how the reported scams began.",
                ("seen", "asks_outside_at_once", "new_client", "pushy", "big_future_promises", "small_job_first"),
                ("work-off-platform-guide",),
            )
        return self.so(
            "careful",
            "careful",
            "There is a sign, but not the combination that the reported scams began with.",
            ("seen", "asks_outside_at_once", "new_client", "pushy", "big_future_promises", "small_job_first"),
            ("work-off-platform-guide",),
        )


READINGS = (ScamSignals,)
