"""I am suspended. What can I still do?

With a temporary hold you can finish open contracts and appeal, but not withdraw money or apply for jobs. With a permanent one you can appeal.

Written from policy/standing/suspended.yaml by `python -m smallprint build`: change that file, not this one.

Worked examples:

    >>> from calculators.runtime.worked import worked

A temporary hold:
    >>> worked(READINGS, "finish_contracts", "withdraw", "apply", "appeal", hold="temporary", on="2026-06-01")
    'finish_contracts yes, withdraw no, apply no, appeal yes'

A permanent suspension:
    >>> worked(READINGS, "finish_contracts", "withdraw", "apply", "appeal", hold="permanent", on="2026-06-01")
    'finish_contracts no, withdraw unclear, apply no, appeal yes'

A hold until your identity is verified:
    >>> worked(READINGS, "finish_contracts", "withdraw", "apply", "appeal", hold="identity", on="2026-06-01")
    'finish_contracts yes, withdraw no, apply no, appeal unclear'

A suspension for many proposals:
    >>> worked(READINGS, "finish_contracts", "withdraw", "apply", "appeal", hold="proposals", on="2026-06-01")
    'finish_contracts yes, withdraw unclear, apply no, appeal yes'

A permanent suspension, if nobody can appeal:
    >>> worked(READINGS, "finish_contracts", "withdraw", "apply", "appeal", hold="permanent", on="2026-06-01", reading="no-appeals")
    'finish_contracts no, withdraw unclear, apply no, appeal no'

A temporary hold, if open contracts are paid out:
    >>> worked(READINGS, "finish_contracts", "withdraw", "apply", "appeal", hold="temporary", on="2026-06-01", reading="may-withdraw")
    'finish_contracts yes, withdraw yes, apply no, appeal yes'

A suspension for many proposals, if open contracts are paid out:
    >>> worked(READINGS, "finish_contracts", "withdraw", "apply", "appeal", hold="proposals", on="2026-06-01", reading="may-withdraw")
    'finish_contracts yes, withdraw yes, apply no, appeal yes'

A permanent suspension under that reading:
    >>> worked(READINGS, "finish_contracts", "withdraw", "apply", "appeal", hold="permanent", on="2026-06-01", reading="may-withdraw")
    'finish_contracts no, withdraw unclear, apply no, appeal yes'

A hold for identity under that reading:
    >>> worked(READINGS, "finish_contracts", "withdraw", "apply", "appeal", hold="identity", on="2026-06-01", reading="may-withdraw")
    'finish_contracts yes, withdraw no, apply no, appeal unclear'

A temporary hold, if nothing works any more:
    >>> worked(READINGS, "finish_contracts", "withdraw", "apply", "appeal", hold="temporary", on="2026-06-01", reading="everything-stops")
    'finish_contracts no, withdraw no, apply no, appeal yes'

A permanent suspension, if nothing works any more:
    >>> worked(READINGS, "finish_contracts", "withdraw", "apply", "appeal", hold="permanent", on="2026-06-01", reading="everything-stops")
    'finish_contracts no, withdraw no, apply no, appeal yes'

The first day that is covered:
    >>> worked(READINGS, "finish_contracts", "withdraw", "apply", "appeal", hold="temporary", on="2022-01-01")
    'finish_contracts yes, withdraw no, apply no, appeal yes'

The day before that:
    >>> worked(READINGS, hold="temporary", on="2021-12-31")
    'mistake on'

The kind of hold is asked for:
    >>> worked(READINGS, on="2026-06-01")
    'missing hold'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.questions import Input
from calculators.runtime.rule import Period, Reading, Rule, step


class Suspended(Rule):
    """I am suspended. What can I still do? The reading adopted: what Upwork's pages say."""

    id = "suspended"
    question = "I am suspended. What can I still do?"
    short = "With a temporary hold you can finish open contracts and appeal, but not withdraw money or apply for jobs. With a permanent one you can appeal."
    sentence = "{finish_contracts} {withdraw} {apply} {appeal}"
    policy_file = "policy/standing/suspended.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("finish_contracts", "withdraw", "apply", "appeal")
    periods = (
        Period(
            date(2022, 1, 1),
            None,
            ("help-appeal-2022", "help-verification"),
            102,
            note="The page on appeals is of 2022. The one on verifying one's identity within 7 days is of 2025.",
        ),
    )
    reading = Reading(
        "official",
        "What Upwork's pages say",
        "adopted",
        "The page on appeals says what a hold takes away. Where it is silent, a mail that was quoted fills in.",
        ("help-appeal-2022", "help-verification"),
        107,
    )

    hold = Input[str](
        "choice",
        "What kind of hold is it?",
        line=12,
        noun="Kind of hold",
        why="The mail or notice you received names it.",
        options={"temporary": "a temporary hold", "permanent": "a permanent suspension", "identity": "a hold until your identity is verified", "proposals": "a suspension for many proposals"},
    )

    on = Input[date]("date", "For which day?", line=22, noun="Day", default="today")

    @step(
        "verdict",
        "Finish open contracts",
        line=29,
        options={"yes": "You can finish contracts that are open.", "no": "You cannot finish contracts that are open.", "unclear": "Whether you can finish contracts that are open is not clear."},
    )
    def finish_contracts(self) -> str:
        if self.hold == "permanent":  # line 37
            return self.so(
                "no",
                "no",
                "A permanent suspension takes away the login.",
                ("hold",),
                ("help-appeal-2022",),
            )
        if self.hold == "proposals":  # line 41
            return self.so(
                "yes",
                "yes",
                "The mail in the reported case says that open contracts may be finished.",
                ("hold",),
                ("dark-side-of-upwork",),
            )
        return self.so(
            "yes",
            "yes",
            "Open contracts go on during such a hold.",
            ("hold",),
            ("help-appeal-2022", "help-verification"),
        )

    @step(
        "verdict",
        "Withdraw money",
        line=48,
        options={"yes": "You can withdraw your money.", "no": "You cannot withdraw money for now.", "unclear": "Whether you can withdraw your money is not clear."},
    )
    def withdraw(self) -> str:
        if self.hold == "permanent":  # line 56
            return self.so(
                "unclear",
                "unclear",
                "No text found says what becomes of the balance. Ask support for it in writing.",
                ("hold",),
                ("help-appeal-2022",),
            )
        if self.hold == "proposals":  # line 60
            return self.so(
                "unclear",
                "unclear",
                "The mail of the reported case let people be paid, but the later text on holds blocks withdrawals.",
                ("hold",),
                ("dark-side-of-upwork", "help-appeal-2022"),
            )
        return self.so(
            "no",
            "no",
            "Withdrawals are blocked during such a hold.",
            ("hold",),
            ("help-appeal-2022", "help-verification"),
        )

    @step(
        "verdict",
        "Apply for jobs",
        line=67,
        options={"yes": "You can apply for jobs.", "no": "You cannot apply for jobs.", "unclear": "Whether you can apply for jobs is not clear."},
    )
    def apply(self) -> str:
        if self.hold == "identity":  # line 75
            return self.so(
                "no",
                "no",
                "Proposals that are open are cancelled, and new ones have to wait until you are verified.",
                ("hold",),
                ("help-verification",),
            )
        return self.so(
            "no",
            "no",
            "Nobody can send proposals while the account is held.",
            ("hold",),
            ("help-appeal-2022", "dark-side-of-upwork"),
        )

    @step(
        "verdict",
        "Appeal",
        line=82,
        options={"yes": "You can appeal.", "no": "You cannot appeal.", "unclear": "Whether you can appeal is not clear."},
    )
    def appeal(self) -> str:
        if self.hold == "identity":  # line 90
            return self.so(
                "unclear",
                "unclear",
                "There is something to do first. Verify your identity, within 7 days if you can.",
                ("hold",),
                ("help-verification",),
            )
        return self.so(
            "yes",
            "yes",
            "Upwork has a page on appealing holds and suspensions.",
            ("hold",),
            ("help-appeal-2022", "dark-side-of-upwork"),
        )


class NoAppeals(Suspended):
    """There is no appeal: a reading that is contradicted."""

    reading = Reading(
        "no-appeals",
        "There is no appeal",
        "contradicted",
        "A guide of 2025 says so, and one writer met with no way back. Upwork's own page describes how to appeal; it promises no success.",
        ("work-off-platform-guide", "upwork-my-story"),
        112,
    )

    @step(
        "verdict",
        "Appeal",
        line=120,
        options={"yes": "You can appeal.", "no": "You cannot appeal.", "unclear": "Whether you can appeal is not clear."},
    )
    def appeal(self) -> str:
        return self.so(
            "no",
            "no",
            "The guide says that nobody can appeal.",
            (),
            ("work-off-platform-guide", "upwork-my-story"),
        )


class MayWithdraw(Suspended):
    """Open contracts are finished and paid out: a reading that is disputed."""

    reading = Reading(
        "may-withdraw",
        "Open contracts are finished and paid out",
        "disputed",
        "A mail of 2015 to 2018, quoted in a blog, says so. Upwork's page of 2022 blocks withdrawals.",
        ("dark-side-of-upwork",),
        124,
    )

    @step(
        "verdict",
        "Withdraw money",
        line=130,
        options={"yes": "You can withdraw your money.", "no": "You cannot withdraw money for now.", "unclear": "Whether you can withdraw your money is not clear."},
    )
    def withdraw(self) -> str:
        if self.hold == "temporary" or self.hold == "proposals":  # line 132
            return self.so(
                "yes",
                "yes",
                "In the mail that was quoted, open contracts may be finished and paid through the site.",
                ("hold",),
                ("dark-side-of-upwork",),
            )
        if self.hold == "permanent":  # line 136
            return self.so(
                "unclear",
                "unclear",
                "The mail was not about this. No text found says what becomes of the balance.",
                ("hold",),
                ("help-appeal-2022",),
            )
        return self.so(
            "no",
            "no",
            "The mail was not about this. Withdrawals are blocked until you are verified.",
            ("hold",),
            ("help-verification",),
        )


class EverythingStops(Suspended):
    """Nothing works any more: a reading that is disputed."""

    reading = Reading(
        "everything-stops",
        "Nothing works any more",
        "disputed",
        "One person reports in 2025 that messages, hours and pay all stopped. Upwork's page says otherwise.",
        ("reddit-suspension-2025",),
        143,
    )

    @step(
        "verdict",
        "Finish open contracts",
        line=149,
        options={"yes": "You can finish contracts that are open.", "no": "You cannot finish contracts that are open.", "unclear": "Whether you can finish contracts that are open is not clear."},
    )
    def finish_contracts(self) -> str:
        return self.so(
            "no",
            "no",
            "In that report, no hours could be logged and no messages sent.",
            (),
            ("reddit-suspension-2025",),
        )

    @step(
        "verdict",
        "Withdraw money",
        line=153,
        options={"yes": "You can withdraw your money.", "no": "You cannot withdraw money for now.", "unclear": "Whether you can withdraw your money is not clear."},
    )
    def withdraw(self) -> str:
        return self.so("no", "no", "In that report, no money was paid.", (), ("reddit-suspension-2025",))


READINGS = (Suspended, NoAppeals, MayWithdraw, EverythingStops)
