"""A checked file of clients in, what pages hand to the calculators with a reader's own data out, ready for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallprint.model.clients import Clients, Comparison, Given, Words

if TYPE_CHECKING:  # a check has to work where the generated modules, which these import, cannot be read
    from calculators.compare import Take as TakeSetting
    from calculators.dashboard import Kept as KeptSetting
    from calculators.dashboard import Shown
    from calculators.statements.terms import Layout


def layout(clients: Clients) -> Layout:
    """How exports are written, and which rule works out a payment's fee."""
    found = clients.statements
    fee = found.fee
    return {
        "fee": {
            "rule": str(fee.rule),
            "answer": str(fee.answer),
            "amount": str(fee.amount),
            "day": str(fee.day),
            "before": str(fee.before),
        },
        "columns": _words(found.columns),
        "kinds": _words(found.kinds),
        "sums": [str(word) for word in found.sums],
        "refers": [str(word) for word in found.refers],
    }


def keeps(clients: Clients) -> dict[str, KeptSetting]:
    """The kind and unit of what is kept of a client, by name."""
    return {str(one.name): {"kind": one.kind, "per": one.per} for one in clients.keeps}


def shows(clients: Clients) -> list[Shown]:
    """What is shown of each client."""
    return [
        {
            "rule": str(one.rule),
            "answer": str(one.answer),
            "label": str(one.label),
            "given": _given(one.given),
            "says": _given(one.says),
            "only": str(one.only),
        }
        for one in clients.shows
    ]


def takes(comparison: Comparison) -> list[TakeSetting]:
    """Inputs of a comparison's rule that other rules answer."""
    return [
        {
            "input": str(one.input),
            "rule": str(one.rule),
            "answer": str(one.answer),
            "given": _given(one.given),
            "share_of": str(one.share_of),
        }
        for one in comparison.takes
    ]


def _given(given: Given) -> dict[str, str]:
    return {str(name): str(value) for name, value in given}


def _words(words: Words) -> dict[str, list[str]]:
    return {str(name): [str(word) for word in found] for name, found in words}
