"""Amounts in, microseconds a changed amount out, for each way in Python to work out the same sliding fee.

The very same file runs natively and in Pyodide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from time import perf_counter

from benchmarks import by_hand
from calculators.ask import ask, ask_json
from calculators.rules.service_fee import ServiceFee

BILLED_BEFORE = Decimal(400)
PAID_ON = date(2021, 6, 1)
TYPED = {"paid_on": "2021-06-01", "billed_before": "400"}
TODAY = date(2026, 1, 1)


def one_round(amounts: Sequence[str], repeats: int) -> dict[str, float]:
    """Each way in turn works out every amount `repeats` times; the time of one, by the way's name."""
    read = [Decimal(amount) for amount in amounts]
    # What takes long is repeated less: every way gets a like share of the round.
    return {
        "by hand": _timed(_by_hand, read, repeats),
        "rule": _timed(_rule, read, repeats),
        "ask": _timed(_ask, amounts, max(1, repeats // 15)),
        "ask_json": _timed(_ask_json, amounts, max(1, repeats // 15)),
    }


def answers(amounts: Sequence[str]) -> dict[str, list[str]]:
    """Fee and net of each amount, by the way's name: they have to be the same."""
    hand = [by_hand.service_fee(Decimal(amount), PAID_ON, BILLED_BEFORE) for amount in amounts]
    rules = [ServiceFee(_given(Decimal(amount))) for amount in amounts]
    asked = [ask("service-fee", {**TYPED, "amount": amount}, TODAY)["answers"] for amount in amounts]
    return {
        "by hand": [f"{fee} {net}" for fee, net, _ in hand],
        "rule": [f"{rule.fee} {rule.net}" for rule in rules],
        "ask": [" ".join(answer.values()) if isinstance(answer, dict) else "" for answer in asked],
    }


def _timed[Amount](way: Callable[[Amount], object], amounts: Sequence[Amount], repeats: int) -> float:
    start = perf_counter()
    for _ in range(repeats):
        for amount in amounts:
            way(amount)
    return (perf_counter() - start) / repeats / len(amounts) * 1e6


def _by_hand(amount: Decimal) -> object:
    return by_hand.service_fee(amount, PAID_ON, BILLED_BEFORE)


def _rule(amount: Decimal) -> object:
    rule = ServiceFee(_given(amount))
    return rule.fee, rule.net, rule.trace


def _given(amount: Decimal) -> Mapping[str, Decimal | date]:
    return {"amount": amount, "paid_on": PAID_ON, "billed_before": BILLED_BEFORE}


def _ask(amount: str) -> object:
    return ask("service-fee", {**TYPED, "amount": amount}, TODAY)


def _ask_json(amount: str) -> object:
    return ask_json("service-fee", {**TYPED, "amount": amount}, TODAY)
