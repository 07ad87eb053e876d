"""What do I answer?

Thank them, stay on Upwork, say why it is good for both. Four replies are here to send or to change.

Written from policy/leaving/reply-to-client.yaml by `python -m smallprint build`: change that file, not this one.

Worked examples:

    >>> from calculators.runtime.worked import worked

Declining:
    >>> worked(READINGS, "reply", situation="decline", client_name="Ana", on="2026-06-01")
    'reply Hello Ana, thank you for your trust. I prefer to keep our work on Upwork. It protects us both: the payment is safe, there is help if we ever disagree, and everything we agree on is on record. I am glad to go on with you there.'

Declining, without a name:
    >>> worked(READINGS, "reply", situation="decline", on="2026-06-01")
    'reply Hello, thank you for your trust. I prefer to keep our work on Upwork. It protects us both: the payment is safe, there is help if we ever disagree, and everything we agree on is on record. I am glad to go on with you there.'

About fees:
    >>> worked(READINGS, "reply", situation="fee-concern", client_name="Ana", on="2026-06-01")
    'reply Hello Ana, I understand, fees add up for both of us. For me they buy security of payment; for you the work diary and the tracked hours that show what you pay for. I would like to stay on Upwork. If the budget is tight, let us talk about a slightly different rate or a smaller first part.'

Two years, with the day you met:
    >>> worked(READINGS, "reply", situation="two-years", client_name="Ana", met_on="2024-03-15", on="2026-01-10")
    "reply Hello Ana, I would be glad to work with you for a long time. Upwork's terms bind us to the site for 24 months from the day we met there. From 15 March 2026 on we can move to a direct contract, through Upwork's conversion form and its fee of $1. Until then, let us go on here."

Two years, once they have passed:
    >>> worked(READINGS, "reply", situation="two-years", client_name="Ana", met_on="2024-03-15", on="2026-03-15")
    "reply Hello Ana, I would be glad to work with you for a long time. The 24 months from the day we met on Upwork ended on 15 March 2026. We can move to a direct contract now, through Upwork's conversion form and its fee of $1. Until that is done, let us go on here."

Two years, met on 29 February:
    >>> worked(READINGS, "reply", situation="two-years", client_name="Ana", met_on="2024-02-29", on="2026-01-10")
    "reply Hello Ana, I would be glad to work with you for a long time. Upwork's terms bind us to the site for 24 months from the day we met there. From 28 February 2026 on we can move to a direct contract, through Upwork's conversion form and its fee of $1. Until then, let us go on here."

Two years, without the day:
    >>> worked(READINGS, "reply", situation="two-years", on="2026-06-01")
    "reply Hello, I would be glad to work with you for a long time. Upwork's terms bind us to the site for 24 months from the day we met there. After that we can move to a direct contract, through Upwork's conversion form and its fee of $1. Until then, let us go on here."

Ending the talk:
    >>> worked(READINGS, "reply", situation="report", client_name="Ana", on="2026-06-01")
    'reply Hello Ana, thank you, but no. I work on Upwork only, and I am closing the matter here. I wish you well.'

A day before Upwork had its rule:
    >>> worked(READINGS, situation="two-years", met_on="2014-12-31", on="2026-06-01")
    'mistake met_on'

The first day that is covered:
    >>> worked(READINGS, "reply", situation="report", on="2016-01-01")
    'reply Hello, thank you, but no. I work on Upwork only, and I am closing the matter here. I wish you well.'

The day before that:
    >>> worked(READINGS, situation="report", on="2015-12-31")
    'mistake on'

The situation is asked for:
    >>> worked(READINGS, client_name="Ana", on="2026-06-01")
    'missing situation'
"""

from datetime import date
from typing import ClassVar

from calculators.rules.free_date import FreeDate
from calculators.runtime.questions import Input, given
from calculators.runtime.rule import Period, Reading, Rule, step
from calculators.runtime.words import fill


class ReplyToClient(Rule):
    """What do I answer? The reading adopted: after one guide's advice."""

    id = "reply-to-client"
    question = "What do I answer?"
    short = "Thank them, stay on Upwork, say why it is good for both. Four replies are here to send or to change."
    sentence = "{reply}"
    policy_file = "policy/leaving/reply-to-client.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("reply",)
    periods = (
        Period(
            date(2016, 1, 1),
            None,
            ("work-off-platform-guide",),
            104,
            note="This is advice, not a rule, and tied to no day. Since May 2022 the form and its $1 are due after two years.",
        ),
    )
    reading = Reading(
        "guide",
        "After one guide's advice",
        "adopted",
        "The guide of October 2025 has a reply for each. The words here are our own; the rules in them are official.",
        ("work-off-platform-guide",),
        109,
    )

    situation = Input[str](
        "choice",
        "What do you want to say?",
        line=10,
        noun="Situation",
        options={"decline": "no, thank you, to working outside", "fee-concern": "something about fees that are too high", "two-years": "when working directly is possible", "report": "no, and that you will report it"},
    )

    client_name = Input[str](
        "text",
        "What is the client's name?",
        line=19,
        noun="Client's name",
        why="The reply then begins with it. Leave out e-mail addresses and numbers. It stays in your browser.",
        optional=True,
    )

    met_on = Input[date](
        "date",
        "When did you and this client first meet on Upwork?",
        line=25,
        noun="Day you met",
        why="The reply about two years then names the day from which you are free.",
        optional=True,
    )

    on = Input[date]("date", "For which day?", line=31, noun="Day", default="today")

    @step("text", "Greeting", line=38)
    def greeting(self) -> str:
        if given(self, "client_name"):  # line 42
            return self.so(
                fill(self, "Hello {client_name},"),
                "",
                "You gave the client's name.",
                ("client_name",),
            )
        return self.so(fill(self, "Hello,"), "", "No name was given.", ("client_name",))

    @step("date", "Free from", line=48)
    def free_on(self) -> date:
        return self.so(
            self.take(self.ask_other(FreeDate, met_on=self.met_on), FreeDate.free_on),
            "as free date works it out",
            "Working directly is possible 24 months after you met on Upwork.",
            ("met_on",),
        )

    @step("text", "Your reply", line=53)
    def reply(self) -> str:
        if self.situation == "decline":  # line 57
            return self.so(
                fill(self, "{greeting} thank you for your trust. I prefer to keep our work on Upwork. It protects us both: the payment is safe, there is help if we ever disagree, and everything we agree on is on record. I am glad to go on with you there."),
                "",
                "A friendly no with its reasons leaves the door open, and proposes nothing that is barred.",
                ("situation",),
                ("work-off-platform-guide", "how-can-i-cancel-upwork"),
            )
        if self.situation == "fee-concern":  # line 64
            return self.so(
                fill(self, "{greeting} I understand, fees add up for both of us. For me they buy security of payment; for you the work diary and the tracked hours that show what you pay for. I would like to stay on Upwork. If the budget is tight, let us talk about a slightly different rate or a smaller first part."),
                "",
                "It takes the worry seriously and offers something that is allowed, namely another price on Upwork.",
                ("situation",),
                ("work-off-platform-guide",),
            )
        if self.situation == "two-years" and given(self, "met_on") and self.free_on <= self.on:  # line 71
            return self.so(
                fill(self, "{greeting} I would be glad to work with you for a long time. The 24 months from the day we met on Upwork ended on {free_on}. We can move to a direct contract now, through Upwork's conversion form and its fee of $1. Until that is done, let us go on here."),
                "",
                "The 24 months have passed, so only the form and its small fee are left.",
                ("situation", "met_on", "free_on", "on"),
                ("mod-opt-out-2020", "announce-ua-2022"),
            )
        if self.situation == "two-years" and given(self, "met_on"):  # line 78
            return self.so(
                fill(self, "{greeting} I would be glad to work with you for a long time. Upwork's terms bind us to the site for 24 months from the day we met there. From {free_on} on we can move to a direct contract, through Upwork's conversion form and its fee of $1. Until then, let us go on here."),
                "",
                "With the day you met, the reply names the day from which you are free.",
                ("situation", "met_on", "free_on", "on"),
                ("mod-opt-out-2020", "announce-ua-2022", "work-off-platform-guide"),
            )
        if self.situation == "two-years":  # line 85
            return self.so(
                fill(self, "{greeting} I would be glad to work with you for a long time. Upwork's terms bind us to the site for 24 months from the day we met there. After that we can move to a direct contract, through Upwork's conversion form and its fee of $1. Until then, let us go on here."),
                "",
                "Without the day you met, the reply says only how the time is counted.",
                ("situation", "met_on", "free_on", "on"),
                ("mod-opt-out-2020", "announce-ua-2022"),
            )
        return self.so(
            fill(self, "{greeting} thank you, but no. I work on Upwork only, and I am closing the matter here. I wish you well."),
            "",
            "It is short and ends the talk. Then flag the message or tell support, and end the contract if the pressure goes on.",
            ("situation", "met_on", "free_on", "on"),
            ("work-off-platform-guide", "how-can-i-cancel-upwork"),
        )


READINGS = (ReplyToClient,)
