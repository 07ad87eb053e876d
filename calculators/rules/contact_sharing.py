"""May we swap contact details yet?

Yes, once a contract between you has started. Before that only with Enterprise clients, for legal papers or for access.

Written from policy/leaving/contact-sharing.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- announce-contact-2024: Reminder on contact sharing
- blog-beingguru-2020: Contact sharing rule
- blog-notion-notes: Notes on the terms
- help-contact-sharing: Contact information and when it may be shared

Worked examples:

    >>> from calculators.runtime.worked import worked

A contract has started:
    >>> worked(READINGS, "allowed", asked_on="2026-06-01", contract_started="yes")
    'allowed yes'

No contract yet:
    >>> worked(READINGS, "allowed", asked_on="2026-06-01", contract_started="no", exception="none")
    'allowed no'

An Enterprise client:
    >>> worked(READINGS, "allowed", asked_on="2026-06-01", contract_started="no", exception="enterprise")
    'allowed yes'

A confidentiality agreement has to be signed first:
    >>> worked(READINGS, "allowed", asked_on="2026-06-01", contract_started="no", exception="legal")
    'allowed yes'

Access to a system needs an e-mail address:
    >>> worked(READINGS, "allowed", asked_on="2026-06-01", contract_started="no", exception="system-access")
    'allowed yes'

The last day without the rule:
    >>> worked(READINGS, "allowed", asked_on="2020-06-25")
    'allowed yes'

The first day of the rule, no contract:
    >>> worked(READINGS, "allowed", asked_on="2020-06-26", contract_started="no", exception="none")
    'allowed no'

The first day of the rule, with a contract:
    >>> worked(READINGS, "allowed", asked_on="2020-06-26", contract_started="yes")
    'allowed yes'

With a contract, if contact is always a breach:
    >>> worked(READINGS, "allowed", asked_on="2026-06-01", contract_started="yes", reading="always-barred")
    'allowed no'

Before the rule, if contact is always a breach:
    >>> worked(READINGS, "allowed", asked_on="2018-06-01", reading="always-barred")
    'allowed no'

The first day that is covered:
    >>> worked(READINGS, "allowed", asked_on="2016-01-01")
    'allowed yes'

The day before that:
    >>> worked(READINGS, asked_on="2015-12-31")
    'mistake asked_on'

Whether a contract has started is asked for:
    >>> worked(READINGS, asked_on="2026-06-01")
    'missing contract_started'

Without a contract, the exception is asked for:
    >>> worked(READINGS, asked_on="2026-06-01", contract_started="no")
    'missing exception'

The day is asked for:
    >>> worked(READINGS, contract_started="yes")
    'missing asked_on'
"""

from datetime import date
from typing import ClassVar

from calculators.runtime.questions import Input
from calculators.runtime.rule import Figure, Reading, Rule, Version, step


class ContactSharing(Rule):
    """May we swap contact details yet? The reading adopted: once a contract has started."""

    id = "contact-sharing"
    question = "May we swap contact details yet?"
    short = "Yes, once a contract between you has started. Before that only with Enterprise clients, for legal papers or for access."
    sentence = "{allowed}"
    policy_file = "policy/leaving/contact-sharing.yaml"
    dated_by = "asked_on"
    answers: ClassVar[tuple[str, ...]] = ("allowed",)
    reading = Reading(
        "official",
        "Once a contract has started",
        "adopted",
        "Upwork's help page and its reminder of 2024 say so.",
        ("help-contact-sharing", "announce-contact-2024"),
        82,
    )

    asked_on = Input[date](
        "date",
        "On which day would you swap them?",
        line=12,
        noun="Day",
        why="Until 25 June 2020 there was no such rule.",
    )

    contract_started = Input[bool](
        "yesno",
        "Has a contract between you started?",
        line=18,
        noun="Contract started",
        why="It has from its start date or from the day the offer was accepted, whichever is sooner.",
    )

    exception = Input[str](
        "choice",
        "Is one of these true?",
        line=23,
        noun="Exception",
        why="Upwork allows contact details earlier in these cases.",
        options={"none": "none of them", "enterprise": "the client is an Enterprise client", "legal": "it is for a confidentiality agreement, a licence or a background check", "system-access": "an e-mail address is needed to open a system to you"},
    )

    contact_rule = Figure[str](
        "choice",
        "When contact details may be swapped",
        Version(date(2016, 1, 1), date(2020, 6, 25), "always", ("blog-beingguru-2020",), 42, note="One blog says so. No official page of those years was found."),
        Version(date(2020, 6, 26), None, "after-start", ("help-contact-sharing", "announce-contact-2024", "blog-notion-notes"), 48, note="The exception for access to a system is in newer copies, and not in the one of 2020."),
        line=35,
        options={"always": "at any time", "after-start": "once a contract has started"},
    )

    @step(
        "verdict",
        "Allowed?",
        line=55,
        options={"yes": "You may swap contact details.", "no": "You may not swap contact details yet."},
    )
    def allowed(self) -> str:
        if self.contact_rule == "always":  # line 62
            return self.so(
                "yes",
                "yes",
                "The rule began on 26 June 2020.",
                ("contact_rule",),
                ("help-contact-sharing", "blog-beingguru-2020"),
            )
        if self.contract_started:  # line 66
            return self.so(
                "yes",
                "yes",
                "A contract has started. Contact is free from then on; payment outside is not.",
                ("contact_rule", "contract_started"),
                ("help-contact-sharing", "announce-contact-2024"),
            )
        if self.exception != "none":  # line 70
            return self.so(
                "yes",
                "yes",
                "This is one of the exceptions Upwork names.",
                ("contact_rule", "contract_started", "exception"),
                ("help-contact-sharing",),
            )
        return self.so(
            "no",
            "no",
            "No contract has started, and none of the exceptions applies. Stay in Upwork's messages and calls.",
            ("contact_rule", "contract_started", "exception"),
            ("help-contact-sharing", "announce-contact-2024"),
        )


class AlwaysBarred(ContactSharing):
    """Never, not even with a contract: a reading that is contradicted."""

    reading = Reading(
        "always-barred",
        "Never, not even with a contract",
        "contradicted",
        "One writer takes an e-mail to the client of an open contract as a breach. The contract had started, and contact as such was not barred then. What the account was closed for is not known.",
        ("upwork-my-story",),
        87,
    )

    @step(
        "verdict",
        "Allowed?",
        line=95,
        options={"yes": "You may swap contact details.", "no": "You may not swap contact details yet."},
    )
    def allowed(self) -> str:
        return self.so(
            "no",
            "no",
            "The writer thinks that contact outside Upwork is always a breach.",
            (),
            ("upwork-my-story",),
        )


READINGS = (ContactSharing, AlwaysBarred)
