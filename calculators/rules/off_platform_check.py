"""May I do this?

Contact and calls are fine once a contract has started. To pay or hire outside Upwork with somebody you met there takes a conversion first.

Written from policy/leaving/off-platform-check.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- announce-ua-2022: Updates of the User Agreement and terms, April 2022
- taking-freelancers-off-upwork: Taking Freelancers Off Upwork

Worked examples:

    >>> from calculators.runtime.worked import worked

Met somewhere else first; nothing more is asked:
    >>> worked(READINGS, "verdict", "do_next", met="outside-first", on="2026-06-01")
    'verdict allowed, do_next Go ahead, on Upwork or outside. Keep something that shows you knew each other before.'

The client found my site and wants to pay there:
    >>> worked(READINGS, "verdict", met="found-my-site", request="pay-outside", on="2026-06-01")
    'verdict gray-area'

The client found my site and wants to hire me:
    >>> worked(READINGS, "verdict", met="found-my-site", request="hire-directly", on="2026-06-01")
    'verdict gray-area'

The client found my site and asks for my number:
    >>> worked(READINGS, "verdict", met="found-my-site", request="share-contact", on="2026-06-01")
    'verdict allowed'

The client found my site and wants to call:
    >>> worked(READINGS, "verdict", met="found-my-site", request="call-or-meet", on="2026-06-01")
    'verdict allowed'

Paid outside, after the conversion fee:
    >>> worked(READINGS, "verdict", request="pay-outside", met="on-upwork", fee_paid="yes", on="2026-06-01")
    'verdict allowed'

Hired directly, after the conversion fee:
    >>> worked(READINGS, "verdict", request="hire-directly", met="on-upwork", fee_paid="yes", on="2026-06-01")
    'verdict allowed'

Paid outside, 24 months after you met:
    >>> worked(READINGS, "verdict", request="pay-outside", met="on-upwork", fee_paid="no", two_years_passed="yes", on="2026-06-01")
    'verdict after-conversion'

Hired directly, 24 months after you met:
    >>> worked(READINGS, "verdict", request="hire-directly", met="on-upwork", fee_paid="no", two_years_passed="yes", on="2026-06-01")
    'verdict after-conversion'

Hired directly before that:
    >>> worked(READINGS, "verdict", request="hire-directly", met="on-upwork", fee_paid="no", two_years_passed="no", on="2026-06-01")
    'verdict after-conversion'

Paid outside before that:
    >>> worked(READINGS, "verdict", request="pay-outside", met="on-upwork", fee_paid="no", two_years_passed="no", on="2026-06-01")
    'verdict not-allowed'

Contact details before a contract:
    >>> worked(READINGS, "verdict", request="share-contact", met="on-upwork", contract="none", on="2026-06-01")
    'verdict not-allowed'

Contact details during a contract:
    >>> worked(READINGS, "verdict", "do_next", request="share-contact", met="on-upwork", contract="active", on="2026-06-01")
    'verdict allowed, do_next Go ahead. Keep payment, and agreements about it, on Upwork.'

Contact details after a contract:
    >>> worked(READINGS, "verdict", request="share-contact", met="on-upwork", contract="ended", on="2026-06-01")
    'verdict allowed'

A call before a contract:
    >>> worked(READINGS, "verdict", request="call-or-meet", met="on-upwork", contract="none", on="2026-06-01")
    'verdict not-allowed'

A call during a contract, all work billed on Upwork:
    >>> worked(READINGS, "verdict", request="call-or-meet", met="on-upwork", contract="active", bills_on_upwork="yes", on="2026-06-01")
    'verdict allowed'

A call during a contract, some work billed elsewhere:
    >>> worked(READINGS, "verdict", request="call-or-meet", met="on-upwork", contract="active", bills_on_upwork="no", on="2026-06-01")
    'verdict not-allowed'

A meeting after a contract:
    >>> worked(READINGS, "verdict", request="call-or-meet", met="on-upwork", contract="ended", on="2026-06-01")
    'verdict allowed'

24 months after you met and of silence, in the guide's count:
    >>> worked(READINGS, "verdict", request="pay-outside", met="on-upwork", fee_paid="no", two_years_passed="yes", silent_two_years="yes", on="2026-06-01", reading="last-paid-and-silent")
    'verdict allowed'

24 months after you met, but a message last year, in the guide's count:
    >>> worked(READINGS, "verdict", request="pay-outside", met="on-upwork", fee_paid="no", two_years_passed="yes", silent_two_years="no", on="2026-06-01", reading="last-paid-and-silent")
    'verdict not-allowed'

Hired directly with a message last year, in the guide's count:
    >>> worked(READINGS, "verdict", request="hire-directly", met="on-upwork", fee_paid="no", two_years_passed="yes", silent_two_years="no", on="2026-06-01", reading="last-paid-and-silent")
    'verdict after-conversion'

Less than 24 months, in the guide's count:
    >>> worked(READINGS, "verdict", request="pay-outside", met="on-upwork", fee_paid="no", two_years_passed="no", on="2026-06-01", reading="last-paid-and-silent")
    'verdict not-allowed'

After the fee, in the guide's count:
    >>> worked(READINGS, "verdict", request="pay-outside", met="on-upwork", fee_paid="yes", on="2026-06-01", reading="last-paid-and-silent")
    'verdict allowed'

Silence does not count officially:
    >>> worked(READINGS, "verdict", request="pay-outside", met="on-upwork", fee_paid="no", two_years_passed="yes", silent_two_years="no", on="2026-06-01")
    'verdict after-conversion'

The first day that is covered:
    >>> worked(READINGS, "verdict", met="outside-first", on="2022-05-01")
    'verdict allowed'

The day before that:
    >>> worked(READINGS, met="outside-first", on="2022-04-30")
    'mistake on'

How you met is asked first:
    >>> worked(READINGS, request="pay-outside", on="2026-06-01")
    'missing met'

Then what you want to do:
    >>> worked(READINGS, met="on-upwork", on="2026-06-01")
    'missing request'

For payment, whether the fee is paid:
    >>> worked(READINGS, request="pay-outside", met="on-upwork", on="2026-06-01")
    'missing fee_paid'

If not, whether 24 months have passed:
    >>> worked(READINGS, request="hire-directly", met="on-upwork", fee_paid="no", on="2026-06-01")
    'missing two_years_passed'

For contact details, only the contract:
    >>> worked(READINGS, request="share-contact", met="on-upwork", on="2026-06-01")
    'missing contract'

For a call, the contract:
    >>> worked(READINGS, request="call-or-meet", met="on-upwork", on="2026-06-01")
    'missing contract'

During a contract, whether all work is billed on Upwork:
    >>> worked(READINGS, request="call-or-meet", met="on-upwork", contract="active", on="2026-06-01")
    'missing bills_on_upwork'

The guide's count needs the silence:
    >>> worked(READINGS, request="pay-outside", met="on-upwork", fee_paid="no", two_years_passed="yes", on="2026-06-01", reading="last-paid-and-silent")
    'missing silent_two_years'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.rules.reply_to_client import ReplyToClient
from calculators.runtime.questions import Input
from calculators.runtime.rule import Figure, Period, Reading, Rule, Version, step
from calculators.runtime.words import fill


class OffPlatformCheck(Rule):
    """May I do this? The reading adopted: what Upwork's pages say."""

    id = "off-platform-check"
    question = "May I do this?"
    short = "Contact and calls are fine once a contract has started. To pay or hire outside Upwork with somebody you met there takes a conversion first."
    sentence = "{verdict} {do_next}"
    policy_file = "policy/leaving/off-platform-check.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("verdict", "do_next")
    periods = (
        Period(
            date(2022, 5, 1),
            None,
            ("announce-ua-2022", "help-paid-directly", "help-contact-sharing"),
            276,
            note="Since then the terms require the form even after two years. Most of the rest is older.",
        ),
    )
    reading = Reading(
        "official",
        "What Upwork's pages say",
        "adopted",
        "Upwork's own pages decide payment and contact. On meetings they say less, and a guide fills in.",
        ("help-paid-directly", "announce-contact-2024", "help-policies", "help-contact-sharing", "help-convert-contract", "help-any-hire"),
        281,
    )

    met = Input[str](
        "choice",
        "How did you find each other?",
        line=12,
        noun="How you met",
        why="The rules bind people who found each other on Upwork.",
        options={"on-upwork": "on Upwork", "outside-first": "somewhere else, before Upwork", "found-my-site": "the client found my website or profile elsewhere"},
    )

    request = Input[str](
        "choice",
        "What does one of you want to do?",
        line=21,
        noun="Wish",
        why="Contact, calls, payment and hiring have rules of their own.",
        options={"pay-outside": "pay or be paid outside Upwork", "share-contact": "swap contact details", "call-or-meet": "call each other or meet", "hire-directly": "hire or be hired directly"},
    )

    contract = Input[str](
        "choice",
        "Is there a contract between you on Upwork?",
        line=31,
        noun="Contract",
        why="Contact is free from the start of a contract.",
        options={"none": "none so far", "active": "one that is open", "ended": "one that has ended"},
    )

    bills_on_upwork = Input[bool](
        "yesno",
        "Is all the work billed on Upwork?",
        line=40,
        noun="Billed on Upwork",
        why="Calls and meetings are fine while the work goes through Upwork.",
    )

    two_years_passed = Input[bool](
        "yesno",
        "Have 24 months passed since you met on Upwork?",
        line=45,
        noun="24 months passed",
        why="They run from the start of your relationship, not from the last contract.",
    )

    fee_paid = Input[bool](
        "yesno",
        "Has the conversion fee been paid and confirmed?",
        line=50,
        noun="Conversion fee paid",
        why="After a conversion you are free.",
    )

    silent_two_years = Input[bool](
        "yesno",
        "Have 24 months passed since the last payment and the last message on Upwork?",
        line=55,
        noun="24 months of silence",
        why="Only one of the other readings uses it.",
        optional=True,
    )

    on = Input[date]("date", "For which day?", line=61, noun="Day", default="today")

    after_two_years = Figure[Decimal](
        "money",
        "Fee once 24 months have passed",
        Version(date(2022, 5, 1), None, Decimal("1.00"), ("announce-ua-2022", "taking-freelancers-off-upwork"), 72),
        line=68,
    )

    @step("yesno", "About payment or hiring", line=75)
    def about_money(self) -> bool:
        return self.so(
            self.request == "pay-outside" or self.request == "hire-directly",
            "wish is pay-outside or wish is hire-directly",
            "Payment and hiring have one set of rules, contact and calls another.",
            ("request",),
            ("help-paid-directly", "help-contact-sharing"),
        )

    @step(
        "choice",
        "What leaving still takes",
        line=81,
        options={"nothing": "nothing more", "form": "the conversion form and its small fee", "full-fee": "the conversion form and the full fee"},
    )
    def way_out(self) -> str:
        if self.fee_paid:  # line 89
            return self.so(
                "nothing",
                "nothing",
                "The conversion is done, so the rule no longer binds the two of you.",
                ("fee_paid",),
                ("help-convert-contract", "help-after-conversion"),
            )
        if self.two_years_passed:  # line 93
            return self.so(
                "form",
                "form",
                "After 24 months you may leave, but the form and its small fee are still due.",
                ("fee_paid", "two_years_passed"),
                ("announce-ua-2022", "taking-freelancers-off-upwork"),
            )
        return self.so(
            "full-fee",
            "full-fee",
            "People who met on Upwork are bound to it for 24 months, unless the conversion fee is paid.",
            ("fee_paid", "two_years_passed"),
            ("help-paid-directly", "help-convert-contract"),
        )

    @step(
        "choice",
        "Your case",
        line=100,
        options={"met-outside": "you knew each other before Upwork", "site-payment": "the client found you elsewhere, and it is about money or hiring", "site-contact": "the client found you elsewhere, and it is about contact", "nothing-due": "you met on Upwork, and nothing is due any more", "form-due": "you met on Upwork, and 24 months have passed", "hire-early": "you met on Upwork, and want to hire before the 24 months are over", "pay-early": "you met on Upwork, and want to pay outside before the 24 months are over", "contact-early": "contact details before any contract", "contact-open": "contact details after a contract started", "call-early": "a call or meeting before any contract", "call-billed": "a call or meeting during a contract, with all work billed on Upwork", "call-unbilled": "a call or meeting during a contract, with work billed elsewhere", "call-after": "a call or meeting after a contract"},
    )
    def branch(self) -> str:
        if self.met == "outside-first":  # line 118
            return self.so(
                "met-outside",
                "met-outside",
                "The rules bind people who found each other on Upwork. You did not.",
                ("met",),
                ("help-any-hire", "work-off-platform-guide"),
            )
        if self.met == "found-my-site" and self.about_money:  # line 122
            return self.so(
                "site-payment",
                "site-payment",
                "If you never wrote to each other on Upwork, you are free. If you first met there, the visit to a website changes nothing.",
                ("met", "about_money"),
                ("work-off-platform-guide", "help-paid-directly"),
            )
        if self.met == "found-my-site":  # line 128
            return self.so(
                "site-contact",
                "site-contact",
                "The client had your details from your own site already.",
                ("met", "about_money"),
                ("work-off-platform-guide",),
            )
        if self.about_money and self.way_out == "nothing":  # line 132
            return self.so(
                "nothing-due",
                "nothing-due",
                "You met on Upwork, but nothing is due any more.",
                ("met", "about_money", "way_out"),
                ("help-convert-contract", "help-after-conversion"),
            )
        if self.about_money and self.way_out == "form":  # line 136
            return self.so(
                "form-due",
                "form-due",
                "You met on Upwork, and only the form and its small fee are left.",
                ("met", "about_money", "way_out"),
                ("announce-ua-2022", "taking-freelancers-off-upwork"),
            )
        if self.request == "hire-directly":  # line 140
            return self.so(
                "hire-early",
                "hire-early",
                "You may hire at any time, but before the 24 months are over the full conversion fee is due first.",
                ("met", "about_money", "way_out", "request"),
                ("help-convert-contract", "help-contract-to-hire"),
            )
        if self.request == "pay-outside":  # line 144
            return self.so(
                "pay-early",
                "pay-early",
                "People who met on Upwork pay and are paid only there for 24 months.",
                ("met", "about_money", "way_out", "request"),
                ("help-paid-directly", "help-policies"),
            )
        if self.request == "share-contact" and self.contract == "none":  # line 148
            return self.so(
                "contact-early",
                "contact-early",
                "Contact details may be swapped once a contract has started.",
                ("met", "about_money", "way_out", "request", "contract"),
                ("help-contact-sharing", "announce-contact-2024"),
            )
        if self.request == "share-contact":  # line 152
            return self.so(
                "contact-open",
                "contact-open",
                "A contract has started, so contact is free.",
                ("met", "about_money", "way_out", "request", "contract"),
                ("help-contact-sharing", "announce-contact-2024"),
            )
        if self.contract == "none":  # line 156
            return self.so(
                "call-early",
                "call-early",
                "Before a contract, calls stay in Upwork's own messages.",
                ("met", "about_money", "way_out", "request", "contract"),
                ("help-contact-sharing", "announce-contact-2024"),
            )
        if self.contract == "ended":  # line 160
            return self.so(
                "call-after",
                "call-after",
                "Contact is free from the start of a contract on. That it stays so afterwards is our reading.",
                ("met", "about_money", "way_out", "request", "contract"),
                ("help-contact-sharing",),
            )
        if self.bills_on_upwork:  # line 164
            return self.so(
                "call-billed",
                "call-billed",
                "With a contract and all work billed on Upwork, calls and meetings are fine.",
                ("met", "about_money", "way_out", "request", "contract", "bills_on_upwork"),
                ("help-contact-sharing", "work-off-platform-guide"),
            )
        return self.so(
            "call-unbilled",
            "call-unbilled",
            "Work that is paid elsewhere is the breach. A call about it does not mend it.",
            ("met", "about_money", "way_out", "request", "contract", "bills_on_upwork"),
            ("help-paid-directly", "work-off-platform-guide"),
        )

    @step(
        "verdict",
        "May you?",
        line=171,
        options={"allowed": "Yes, you may.", "not-allowed": "No, that is not allowed.", "after-conversion": "Yes, after a conversion.", "gray-area": "It depends; this is a gray area."},
    )
    def verdict(self) -> str:
        if self.branch == "site-payment":  # line 180
            return self.so(
                "gray-area",
                "gray-area",
                "The answer depends on where you first wrote to each other.",
                ("branch",),
                ("work-off-platform-guide",),
            )
        if self.branch == "form-due" or self.branch == "hire-early":  # line 184
            return self.so(
                "after-conversion",
                "after-conversion",
                "The official way out is open to you, and it has to come first.",
                ("branch",),
                ("help-convert-contract", "announce-ua-2022"),
            )
        if self.branch == "pay-early" or self.branch == "contact-early" or self.branch == "call-early" or self.branch == "call-unbilled":  # line 188
            return self.so(
                "not-allowed",
                "not-allowed",
                "Upwork's rules bar this, for both of you.",
                ("branch",),
                ("help-paid-directly", "help-contact-sharing"),
            )
        return self.so(
            "allowed",
            "allowed",
            "Nothing in Upwork's rules bars this.",
            ("branch",),
            ("help-contact-sharing", "help-any-hire"),
        )

    @step("text", "A reply to send", line=195)
    def refusal(self) -> str:
        return self.so(
            self.take(self.ask_other(ReplyToClient, situation="decline"), ReplyToClient.reply),
            "as reply to client works it out",
            "A friendly no that keeps the work on Upwork.",
        )

    @step("text", "What to do next", line=200)
    def do_next(self) -> str:
        if self.branch == "met-outside":  # line 204
            return self.so(
                fill(self, "Go ahead, on Upwork or outside. Keep something that shows you knew each other before."),
                "",
                "You are free, but may have to show it.",
                ("branch",),
                ("help-any-hire",),
            )
        if self.branch == "site-payment":  # line 208
            return self.so(
                fill(self, "Look where you first wrote to each other. If it was never on Upwork, go ahead and keep the proof. If it was on Upwork first, answer these questions again as people who met there."),
                "",
                "The first contact decides.",
                ("branch",),
                ("work-off-platform-guide",),
            )
        if self.branch == "site-contact":  # line 214
            return self.so(
                fill(self, "Go ahead. If you meet on Upwork as well, keep payment there."),
                "",
                "Only payment could become a question.",
                ("branch",),
                ("work-off-platform-guide",),
            )
        if self.branch == "nothing-due":  # line 218
            return self.so(
                fill(self, "Go ahead. Keep what shows that you may, such as Upwork's confirmation, and agree in writing how you will work and pay."),
                "",
                "It shows that you left in the official way.",
                ("branch",),
                ("help-convert-contract", "help-after-conversion"),
            )
        if self.branch == "form-due":  # line 224
            return self.so(
                fill(self, "Have the client send the conversion form, accept it and wait for the confirmation; the fee is {after_two_years}. Until then, stay. The page on converting a contract has the steps, and the one on the free date has the day."),
                "",
                "The form and its small fee are due even now.",
                ("branch",),
                ("announce-ua-2022", "taking-freelancers-off-upwork"),
            )
        if self.branch == "hire-early":  # line 231
            return self.so(
                fill(self, "Work out the conversion fee and your free date, then choose. Either convert now and pay the full fee, or stay on Upwork until the 24 months are over and convert for {after_two_years}."),
                "",
                "Waiting is cheaper, converting is sooner.",
                ("branch",),
                ("help-convert-contract", "announce-ua-2022"),
            )
        if self.branch == "pay-early":  # line 237
            return self.so(
                fill(self, "Stay on Upwork, or convert first; look up the conversion fee and your free date. You can answer like this: {refusal}"),
                "",
                "To propose it is barred too, so say no in Upwork's messages.",
                ("branch",),
                ("help-paid-directly", "work-off-platform-guide"),
            )
        if self.branch == "contact-early":  # line 243
            return self.so(
                fill(self, "Keep to Upwork's messages and calls until a contract starts. The page on contact details has the exceptions. You can answer like this: {refusal}"),
                "",
                "It is only a matter of time, unless an exception applies.",
                ("branch",),
                ("help-contact-sharing",),
            )
        if self.branch == "contact-open":  # line 249
            return self.so(
                fill(self, "Go ahead. Keep payment, and agreements about it, on Upwork."),
                "",
                "Contact is free, payment outside is not.",
                ("branch",),
                ("help-contact-sharing", "announce-contact-2024"),
            )
        if self.branch == "call-early":  # line 253
            return self.so(
                fill(self, "Offer a call in Upwork's own messages, which is allowed. You can answer like this: {refusal}"),
                "",
                "Upwork's own calls need no contact details.",
                ("branch",),
                ("help-contact-sharing", "announce-contact-2024"),
            )
        if self.branch == "call-billed":  # line 258
            return self.so(
                fill(self, "Go ahead. Write down on Upwork what you agreed on."),
                "",
                "What is on record there helps in a dispute.",
                ("branch",),
                ("work-off-platform-guide",),
            )
        if self.branch == "call-after":  # line 262
            return self.so(
                fill(self, "Go ahead. New work for this client still goes through Upwork until you are free."),
                "",
                "The end of a contract does not end the 24 months.",
                ("branch",),
                ("help-contact-sharing", "help-paid-directly"),
            )
        return self.so(
            fill(self, "Bring the work back to Upwork first, then call. You can answer like this: {refusal}"),
            "",
            "With all work billed there, the call is fine.",
            ("branch",),
            ("help-paid-directly", "work-off-platform-guide"),
        )


class LastPaidAndSilent(OffPlatformCheck):
    """Free after 24 months without payment or message: a reading that is contradicted."""

    reading = Reading(
        "last-paid-and-silent",
        "Free after 24 months without payment or message",
        "contradicted",
        "A guide of 2025 counts from the last payment and the last message, and names no form. No official text found does either.",
        ("work-off-platform-guide",),
        288,
    )

    @step(
        "choice",
        "What leaving still takes",
        line=296,
        options={"nothing": "nothing more", "form": "the conversion form and its small fee", "full-fee": "the conversion form and the full fee"},
    )
    def way_out(self) -> str:
        if self.fee_paid:  # line 298
            return self.so(
                "nothing",
                "nothing",
                "After its fee, the guide sets you free as well.",
                ("fee_paid",),
                ("work-off-platform-guide",),
            )
        if self.two_years_passed and self.silent_two_years:  # line 302
            return self.so(
                "nothing",
                "nothing",
                "The guide sets you free after 24 months without payment or message, and without a form.",
                ("fee_paid", "two_years_passed", "silent_two_years"),
                ("work-off-platform-guide",),
            )
        return self.so(
            "full-fee",
            "full-fee",
            "Before that the guide has its fee due.",
            ("fee_paid", "two_years_passed", "silent_two_years"),
            ("work-off-platform-guide",),
        )


READINGS = (OffPlatformCheck, LastPaidAndSilent)
