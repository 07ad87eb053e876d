"""Payments in, each with its fee by the rules of its day out: client by client, in the order of the days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import NamedTuple

from calculators.rules import RULES
from calculators.runtime.answer import answer
from calculators.runtime.rule import Rule
from calculators.statements.terms import Asked, FeeOf, Group, Row

NOTHING = Decimal("0.00")


class Paid(NamedTuple):
    """A payment or refund, the fee that the rules of its day give, and the one that the file says.

    `fee` is None where inputs are `missing`, where the rule refuses (`why`), and for refunds. `readings` has the fee by
    every other reading's id that has one.
    """

    row: Row
    client: str
    typed: Mapping[str, str]
    fee: Decimal | None = None
    told: Decimal | None = None
    missing: tuple[str, ...] = ()
    why: str = ""
    readings: Mapping[str, Decimal] | None = None


def fees(rows: Sequence[Row], asked: Asked) -> list[Paid]:
    """Every payment and refund among `rows`, by client and then by day; of two on one day the first in the file."""
    of = asked["layout"]["fee"]
    told = _told(rows)
    clients: dict[str, list[Row]] = {}
    for row in rows:
        if row.kind in ("payment", "refund"):
            clients.setdefault(client_of(row, asked["groups"]), []).append(row)
    paid: list[Paid] = []
    for client, own in clients.items():
        own.sort(key=lambda row: row.day or date.max)
        paid += _client(client, own, of, asked, told)
    return paid


def client_of(row: Row, groups: Mapping[str, Group]) -> str:
    """Whose payment it is: as the reader says, else as the file does."""
    group = groups.get(row.client)
    return (group["client"].strip() if group else "") or row.client


def _client(client: str, own: Iterable[Row], of: FeeOf, asked: Asked, told: Mapping[int, Decimal]) -> Iterable[Paid]:
    before = _before(client, asked)
    for row in own:
        group = asked["groups"].get(row.client)
        typed = dict(group["typed"]) if group else {}
        typed |= {of["amount"]: f"{abs(row.amount):f}", of["day"]: row.day.isoformat() if row.day else ""}
        if of["before"]:
            # A text that cannot be read goes on as it is: the rule says what to write.
            typed[of["before"]] = before if isinstance(before, str) else f"{max(before, NOTHING):f}"
        if row.kind == "payment":
            yield _fee(row, client, typed, of, told.get(id(row)))
        else:
            yield Paid(row, client, {})
        if isinstance(before, Decimal):
            before += row.amount


def _before(client: str, asked: Asked) -> Decimal | str:
    """What was billed to the client before the files begin; a text where it is not known or cannot be read."""
    if asked["whole"] == "yes":
        return NOTHING
    text = asked["before"].get(client, "").strip()
    plain = text.replace(",", "").removeprefix("$").strip()
    whole, _, cents = plain.partition(".")
    if plain and (whole + cents).isascii() and (whole + cents).isdigit() and len(plain) < 15 and len(cents) in (0, 2):
        return Decimal(plain)
    return text


def _fee(row: Row, client: str, typed: Mapping[str, str], of: FeeOf, told: Decimal | None) -> Paid:
    readings = _readings(of["rule"])
    inputs = {one.name for rule in readings for one in rule.inputs()}
    typed = {name: text for name, text in typed.items() if text and name in inputs}
    found = answer(readings, typed, row.day or date.max)
    errors, missing = found.get("errors"), found.get("missing")
    if isinstance(errors, list):
        return Paid(row, client, typed, told=told, why=" ".join(str(error["message"]) for error in errors))
    if isinstance(missing, list) and missing:
        return Paid(row, client, typed, told=told, missing=tuple(map(str, missing)))
    by_reading = _by_reading(found.get("readings"), of["answer"])
    fee = by_reading.pop(str(found["reading"]), None)
    return Paid(row, client, typed, fee, told, readings=by_reading)


def _by_reading(readings: object, name: str) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for reading in readings if isinstance(readings, list) else []:
        value = reading["answers"].get(name)
        if isinstance(value, str):
            found[str(reading["id"])] = Decimal(value)
    return found


def _readings(rule: str) -> Sequence[type[Rule]]:
    readings: Sequence[type[Rule]] = import_module(f"calculators.rules.{RULES[rule]}").READINGS
    return readings


def _told(rows: Sequence[Row]) -> dict[int, Decimal]:
    """The fee that the files say of a payment, by the payment's row: several rows of fees for one are added up.

    A fee names its payment's reference, or it is the only one of its client and day beside the only payment.
    """
    payments = [row for row in rows if row.kind == "payment"]
    by_reference = {row.reference: row for row in payments if row.reference}
    by_day: dict[tuple[str, date | None], list[Row]] = {}
    for row in payments:
        by_day.setdefault((row.client, row.day), []).append(row)
    loose: dict[tuple[str, date | None], list[Row]] = {}
    told: dict[int, Decimal] = {}
    for row in rows:
        if row.kind != "fee":
            continue
        named = by_reference.get(row.refers_to)
        if named is not None:
            told[id(named)] = told.get(id(named), NOTHING) - row.amount
        elif not row.refers_to:
            loose.setdefault((row.client, row.day), []).append(row)
    for at, charged in loose.items():
        alone = by_day.get(at, [])
        if len(charged) == 1 and len(alone) == 1 and id(alone[0]) not in told:
            told[id(alone[0])] = -charged[0].amount
    return told
