"""Are these hours protected?

Only if all nine conditions hold, such as the desktop app, memos, activity and the weekly limit.

Written from policy/payments/hourly-protection.yaml by `python -m smallprint build`: change that file, not this one.

Worked examples:

    >>> from calculators.runtime.worked import worked

All nine conditions hold:
    >>> worked(READINGS, "protected", "failing", hourly_contract="yes", id_verified="yes", billing_verified="yes", good_standing="yes", desktop_app="yes", contract_related="yes", memos="yes", activity_level="yes", within_limit="yes", on="2026-06-01")
    'protected yes, failing'

Not an hourly contract:
    >>> worked(READINGS, "protected", "failing", hourly_contract="no", id_verified="yes", billing_verified="yes", good_standing="yes", desktop_app="yes", contract_related="yes", memos="yes", activity_level="yes", within_limit="yes", on="2026-06-01")
    'protected no, failing hourly_contract'

Identity not verified:
    >>> worked(READINGS, "protected", "failing", hourly_contract="yes", id_verified="no", billing_verified="yes", good_standing="yes", desktop_app="yes", contract_related="yes", memos="yes", activity_level="yes", within_limit="yes", on="2026-06-01")
    'protected no, failing id_verified'

The client's payment is not verified:
    >>> worked(READINGS, "protected", "failing", hourly_contract="yes", id_verified="yes", billing_verified="no", good_standing="yes", desktop_app="yes", contract_related="yes", memos="yes", activity_level="yes", within_limit="yes", on="2026-06-01")
    'protected no, failing billing_verified'

The account is not in good standing:
    >>> worked(READINGS, "protected", "failing", hourly_contract="yes", id_verified="yes", billing_verified="yes", good_standing="no", desktop_app="yes", contract_related="yes", memos="yes", activity_level="yes", within_limit="yes", on="2026-06-01")
    'protected no, failing good_standing'

Some hours were added by hand:
    >>> worked(READINGS, "protected", "failing", hourly_contract="yes", id_verified="yes", billing_verified="yes", good_standing="yes", desktop_app="no", contract_related="yes", memos="yes", activity_level="yes", within_limit="yes", on="2026-06-01")
    'protected no, failing desktop_app'

The screenshots show something else:
    >>> worked(READINGS, "protected", "failing", hourly_contract="yes", id_verified="yes", billing_verified="yes", good_standing="yes", desktop_app="yes", contract_related="no", memos="yes", activity_level="yes", within_limit="yes", on="2026-06-01")
    'protected no, failing contract_related'

No memos:
    >>> worked(READINGS, "protected", "failing", hourly_contract="yes", id_verified="yes", billing_verified="yes", good_standing="yes", desktop_app="yes", contract_related="yes", memos="no", activity_level="yes", within_limit="yes", on="2026-06-01")
    'protected no, failing memos'

Idle time:
    >>> worked(READINGS, "protected", "failing", hourly_contract="yes", id_verified="yes", billing_verified="yes", good_standing="yes", desktop_app="yes", contract_related="yes", memos="yes", activity_level="no", within_limit="yes", on="2026-06-01")
    'protected no, failing activity_level'

Over the weekly limit:
    >>> worked(READINGS, "protected", "failing", hourly_contract="yes", id_verified="yes", billing_verified="yes", good_standing="yes", desktop_app="yes", contract_related="yes", memos="yes", activity_level="yes", within_limit="no", on="2026-06-01")
    'protected no, failing within_limit'

Added by hand and without memos:
    >>> worked(READINGS, "protected", "failing", hourly_contract="yes", id_verified="yes", billing_verified="yes", good_standing="yes", desktop_app="no", contract_related="yes", memos="no", activity_level="yes", within_limit="yes", on="2026-06-01")
    'protected no, failing desktop_app memos'

Nothing holds:
    >>> worked(READINGS, "protected", "failing", hourly_contract="no", id_verified="no", billing_verified="no", good_standing="no", desktop_app="no", contract_related="no", memos="no", activity_level="no", within_limit="no", on="2026-06-01")
    'protected no, failing hourly_contract id_verified billing_verified good_standing desktop_app contract_related memos activity_level within_limit'

The first day that is covered:
    >>> worked(READINGS, "protected", "failing", hourly_contract="yes", id_verified="yes", billing_verified="yes", good_standing="yes", desktop_app="yes", contract_related="yes", memos="yes", activity_level="yes", within_limit="yes", on="2023-01-01")
    'protected yes, failing'

The day before that:
    >>> worked(READINGS, hourly_contract="yes", id_verified="yes", billing_verified="yes", good_standing="yes", desktop_app="yes", contract_related="yes", memos="yes", activity_level="yes", within_limit="yes", on="2022-12-31")
    'mistake on'

All nine are asked for, since each can add something:
    >>> worked(READINGS, hourly_contract="no", id_verified="yes", on="2026-06-01")
    'missing billing_verified good_standing desktop_app contract_related memos activity_level within_limit'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.lists import Requirement, empty, failing
from calculators.runtime.questions import Input
from calculators.runtime.rule import Period, Reading, Rule, step
from calculators.runtime.values import Findings


class HourlyProtection(Rule):
    """Are these hours protected? The reading adopted: every condition has to hold."""

    id = "hourly-protection"
    question = "Are these hours protected?"
    short = "Only if all nine conditions hold, such as the desktop app, memos, activity and the weekly limit."
    sentence = "{protected}"
    policy_file = "policy/payments/hourly-protection.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("protected", "failing")
    periods = (
        Period(
            date(2023, 1, 1),
            None,
            ("help-hourly-protection",),
            122,
            note="The help page has no date. The badge for a verified identity is only in newer copies, whose numbers belong to the series used since 2023; an older list of five conditions lacks it.",
        ),
    )
    reading = Reading(
        "official",
        "Every condition has to hold",
        "adopted",
        "Upwork's help lists the conditions and protects hours only if all of them hold.",
        ("help-hourly-protection", "help-payment-protection"),
        129,
    )

    hourly_contract = Input[bool](
        "yesno",
        "Is it an hourly contract?",
        line=10,
        noun="Hourly contract",
        why="Fixed prices are protected in another way.",
    )

    id_verified = Input[bool](
        "yesno",
        "Has Upwork verified who you are?",
        line=15,
        noun="Identity verified",
        why="Your profile shows a badge if it has.",
    )

    billing_verified = Input[bool](
        "yesno",
        "Has Upwork verified how the client pays?",
        line=20,
        noun="Client's payment verified",
        why="It is the client's way to pay that has to be verified.",
    )

    good_standing = Input[bool](
        "yesno",
        "Is your account in good standing?",
        line=25,
        noun="Good standing",
        why="An account that is on hold or suspended is not.",
    )

    desktop_app = Input[bool](
        "yesno",
        "Were all hours tracked with the desktop app?",
        line=30,
        noun="Tracked with the app",
        why="Time added by hand, and time tracked offline, is not protected.",
    )

    contract_related = Input[bool](
        "yesno",
        "Do the screenshots show work for this contract?",
        line=35,
        noun="Screenshots show the work",
        why="Hours are protected only for what the screenshots can show.",
    )

    memos = Input[bool](
        "yesno",
        "Do the hours have memos that say what you did?",
        line=40,
        noun="Memos",
        why="Memos are the labels that say what the time was for.",
    )

    activity_level = Input[bool](
        "yesno",
        "Was there enough activity, without idle time?",
        line=45,
        noun="Activity",
        why="How much activity is enough is not published.",
    )

    within_limit = Input[bool](
        "yesno",
        "Are the hours within the contract's weekly limit?",
        line=50,
        noun="Within the weekly limit",
        why="Hours over the limit are not protected.",
    )

    on = Input[date]("date", "For which day?", line=55, noun="Day", default="today")

    @step(
        "list",
        "What is missing",
        line=62,
        options={"hourly_contract": "hourly contract", "id_verified": "id verified", "billing_verified": "billing verified", "good_standing": "good standing", "desktop_app": "desktop app", "contract_related": "contract related", "memos": "memos", "activity_level": "activity level", "within_limit": "within limit"},
    )
    def failing(self) -> Findings:
        found = failing(
            self,
            Requirement("hourly_contract", lambda: self.hourly_contract, "It has to be an hourly contract. For a fixed price, look at when a milestone pays out.", ("help-hourly-protection", "qa-cambodia-protection")),
            Requirement("id_verified", lambda: self.id_verified, "Verify who you are on Upwork before you track more hours.", ("help-hourly-protection",)),
            Requirement("billing_verified", lambda: self.billing_verified, "Wait with the work until the client has a verified way to pay.", ("help-hourly-protection", "qa-cambodia-protection")),
            Requirement("good_standing", lambda: self.good_standing, "Settle what keeps your account from good standing.", ("help-hourly-protection",)),
            Requirement("desktop_app", lambda: self.desktop_app, "Track with the desktop app. Hours added by hand or tracked offline are not protected.", ("help-hourly-protection", "qa-cambodia-protection")),
            Requirement("contract_related", lambda: self.contract_related, "Work on this contract alone while the app runs, so that the screenshots show it.", ("help-hourly-protection", "qa-cambodia-protection")),
            Requirement("memos", lambda: self.memos, "Write memos that say what you did. Hours without them are not protected.", ("help-hourly-protection", "qa-cambodia-protection")),
            Requirement("activity_level", lambda: self.activity_level, "Leave out idle time. Hours without enough activity are not protected.", ("help-hourly-protection",)),
            Requirement("within_limit", lambda: self.within_limit, "Stay within the weekly limit, or ask the client to raise it first.", ("help-hourly-protection",)),
        )
        return self.so(
            found,
            "the requirements that are not met",
            "One missing condition is enough to lose the protection.",
            ("hourly_contract", "id_verified", "billing_verified", "good_standing", "desktop_app", "contract_related", "memos", "activity_level", "within_limit"),
        )

    @step(
        "verdict",
        "Are they protected?",
        line=103,
        options={"yes": "These hours are protected.", "no": "These hours are not protected."},
    )
    def protected(self) -> str:
        if empty(self.failing):  # line 110
            return self.so(
                "yes",
                "yes",
                "All nine conditions hold.",
                ("failing",),
                ("help-hourly-protection",),
            )
        return self.so(
            "no",
            "no",
            "Protection needs every condition.",
            ("failing",),
            ("help-hourly-protection",),
        )


READINGS = (HourlyProtection,)
