"""Can I close my account?

Yes, once contracts, proposals, money and disputes are all settled. What is left to do is listed for you.

Written from policy/account/close-account.yaml by `python -m smallprint build`: change that file, not this one.

Worked examples:

    >>> from calculators.runtime.worked import worked

Everything is settled:
    >>> worked(READINGS, "can_close", "to_do", open_contracts="0", pending_proposals="0", balance="0", owed="0", open_disputes="0", on="2026-06-01")
    'can_close yes, to_do'

One contract is open:
    >>> worked(READINGS, "can_close", "to_do", open_contracts="1", pending_proposals="0", balance="0", owed="0", open_disputes="0", on="2026-06-01")
    'can_close no, to_do end-contracts'

A proposal is pending:
    >>> worked(READINGS, "can_close", "to_do", open_contracts="0", pending_proposals="1", balance="0", owed="0", open_disputes="0", on="2026-06-01")
    'can_close no, to_do withdraw-proposals'

One cent is left:
    >>> worked(READINGS, "can_close", "to_do", open_contracts="0", pending_proposals="0", balance="0.01", owed="0", open_disputes="0", on="2026-06-01")
    'can_close no, to_do withdraw-balance'

One cent is owed:
    >>> worked(READINGS, "can_close", "to_do", open_contracts="0", pending_proposals="0", balance="0", owed="0.01", open_disputes="0", on="2026-06-01")
    'can_close no, to_do pay-owed'

A dispute is open:
    >>> worked(READINGS, "can_close", "to_do", open_contracts="0", pending_proposals="0", balance="0", owed="0", open_disputes="1", on="2026-06-01")
    'can_close no, to_do settle-disputes'

Nothing is settled:
    >>> worked(READINGS, "can_close", "to_do", open_contracts="2", pending_proposals="3", balance="120.50", owed="40", open_disputes="1", on="2026-06-01")
    'can_close no, to_do end-contracts withdraw-proposals withdraw-balance pay-owed settle-disputes'

The first day that is covered:
    >>> worked(READINGS, "can_close", "to_do", open_contracts="0", pending_proposals="0", balance="0", owed="0", open_disputes="0", on="2023-01-01")
    'can_close yes, to_do'

The day before that:
    >>> worked(READINGS, open_contracts="0", pending_proposals="0", balance="0", owed="0", open_disputes="0", on="2022-12-31")
    'mistake on'

All five are asked for, since each can add something to do:
    >>> worked(READINGS, open_contracts="1", pending_proposals="0", balance="0", on="2026-06-01")
    'missing owed open_disputes'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.lists import Requirement, empty, failing
from calculators.runtime.questions import Input
from calculators.runtime.rule import Period, Reading, Rule, step
from calculators.runtime.values import Findings


class CloseAccount(Rule):
    """Can I close my account? The reading adopted: everything settled first."""

    id = "close-account"
    question = "Can I close my account?"
    short = "Yes, once contracts, proposals, money and disputes are all settled. What is left to do is listed for you."
    sentence = "{can_close}"
    policy_file = "policy/account/close-account.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("can_close", "to_do")
    periods = (
        Period(
            date(2023, 1, 1),
            None,
            ("help-close-account",),
            85,
            note="The help pages have no date. The numbers of the newer ones belong to the series used since 2023.",
        ),
    )
    reading = Reading(
        "official",
        "Everything settled first",
        "adopted",
        "Upwork's help pages for freelancers and for clients list it.",
        ("help-close-account", "how-can-i-cancel-upwork"),
        91,
    )

    open_contracts = Input[int](
        "count",
        "How many contracts are still open?",
        line=10,
        noun="Open contracts",
        why="Paused contracts count. They have to be ended first.",
    )

    pending_proposals = Input[int](
        "count",
        "How many proposals are still waiting for an answer?",
        line=15,
        noun="Pending proposals",
        why="Clients write 0 if they have sent none.",
    )

    balance = Input[Decimal](
        "money",
        "How much money is still on Upwork?",
        line=20,
        noun="Balance",
        why="Count money that is on its way to your balance too.",
    )

    owed = Input[Decimal](
        "money",
        "How much do you owe Upwork or a freelancer?",
        line=25,
        noun="Amount owed",
        why="This is mostly for clients. The weekly bill for hours has to be through.",
    )

    open_disputes = Input[int](
        "count",
        "How many disputes are still open?",
        line=30,
        noun="Open disputes",
        why="Money in dispute cannot be paid out yet.",
    )

    on = Input[date]("date", "For which day?", line=35, noun="Day", default="today")

    @step(
        "list",
        "Still to do",
        line=42,
        options={"end-contracts": "end contracts", "withdraw-proposals": "withdraw proposals", "withdraw-balance": "withdraw balance", "pay-owed": "pay owed", "settle-disputes": "settle disputes"},
    )
    def to_do(self) -> Findings:
        found = failing(
            self,
            Requirement("end-contracts", lambda: self.open_contracts == 0, "End your open contracts ({open_contracts}).", ("help-close-account",)),
            Requirement("withdraw-proposals", lambda: self.pending_proposals == 0, "Withdraw your pending proposals ({pending_proposals}).", ("help-close-account",)),
            Requirement("withdraw-balance", lambda: self.balance == 0, "Wait until all your money is there, and withdraw {balance}.", ("help-close-account",)),
            Requirement("pay-owed", lambda: self.owed == 0, "Pay the {owed} you owe.", ("help-close-account",)),
            Requirement("settle-disputes", lambda: self.open_disputes == 0, "Settle your open disputes ({open_disputes}). No source lists this; it is our conclusion.", ()),
        )
        return self.so(
            found,
            "the requirements that are not met",
            "Each of these keeps an account open.",
            ("open_contracts", "pending_proposals", "balance", "owed", "open_disputes"),
        )

    @step(
        "verdict",
        "Can you close it?",
        line=66,
        options={"yes": "You can close your account now.", "no": "You cannot close your account yet."},
    )
    def can_close(self) -> str:
        if empty(self.to_do):  # line 73
            return self.so("yes", "yes", "Nothing is left to do.", ("to_do",), ("help-close-account",))
        return self.so("no", "no", "Something is left to do first.", ("to_do",), ("help-close-account",))


READINGS = (CloseAccount,)
