"""A reader's exports in, one object ready for JSON out: fees by client and year, every payment, every row not counted.

Nothing is guessed and nothing is dropped: each row of each file is a payment, a refund or a fee, or it is listed with
its line and why it is none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from calculators.runtime.words import long_date, show
from calculators.statements.export import as_csv
from calculators.statements.fees import NOTHING, Paid, client_of, fees
from calculators.statements.rows import rows
from calculators.statements.table import MOST_ROWS
from calculators.statements.terms import Asked, Read, Row

MOST_FILES = 30


def statement(asked: Asked) -> dict[str, object]:
    """What the files say and what the rules give; `listed` has the rows that are in no sum.

    Amounts are texts in dollars and cents, beside them in words; what only the reader knows stands in `choices` of a
    file and in `missing` of a group.
    """
    read = [rows(file, asked["layout"]) for file in asked["files"][:MOST_FILES]]
    every = _once([row for one in read for row in one.rows])
    paid = fees(every, asked)
    by_client: dict[str, list[Paid]] = {}
    for one in sorted(paid, key=lambda one: one.client.casefold()):
        by_client.setdefault(one.client, []).append(one)
    charged = [row for row in every if row.kind == "fee"]
    return {
        "files": [_file(one, every) for one in read],
        "notes": _notes(read, every),
        "clients": [_client(name, own, charged, asked) for name, own in by_client.items()],
        "groups": _groups(paid),
        "years": _years(paid),
        "total": _sums(paid),
        "payments": [_payment(one) for one in paid],
        "listed": [
            {"file": row.file, "line": row.line, "text": row.text, "why": row.why, "kind": row.kind}
            for row in every
            if row.why
        ],
        "csv": as_csv(paid),
    }


def _once(every: Sequence[Row]) -> list[Row]:
    """The same rows, where one that another file has too counts once."""
    seen: dict[tuple[object, ...], Row] = {}
    kept: list[Row] = []
    for number, row in enumerate(every):
        if number >= MOST_ROWS:
            row = row._replace(kind="unread", why=f"There are more than {MOST_ROWS:,} rows in all. Choose fewer files.")
        elif row.reference and row.kind in ("payment", "refund", "fee"):
            same = seen.setdefault((row.reference, row.kind, row.day, row.amount), row)
            if same is not row and same.file != row.file:
                row = row._replace(
                    kind="aside", why=f"It stands in {same.file}, line {same.line}, too, and counts once."
                )
        kept.append(row)
    return kept


def _file(one: Read, every: Sequence[Row]) -> dict[str, object]:
    own = [row.kind for row in every if row.file == one.name]
    choices = [{"id": asked.id, "words": asked.words, "options": asked.options} for asked in one.choices]
    return {
        "name": one.name,
        "columns": one.columns,
        "choices": choices,
        "notes": list(one.notes),
        "rows": len(own),
        "counted": sum(kind in ("payment", "refund", "fee") for kind in own),
        "aside": own.count("aside"),
        "unread": own.count("unread"),
    }


def _notes(read: Sequence[Read], every: Sequence[Row]) -> list[str]:
    told = []
    if len(read) == MOST_FILES:
        told.append(f"At most {MOST_FILES} files are read at once.")
    known = {one.name: any(row.reference for row in one.rows) for one in read if any(row.day for row in one.rows)}
    if len(set(known.values())) > 1:
        told.append(
            "Some of these files have reference numbers and some have none. A weekly summary and a transaction history"
            " of the same days hold the same payments: choose one of the two, or they count twice."
        )
    if any(row.kind == "refund" for row in every):
        told.append(
            "A refund lowers what counts as billed to its client. How much of the fee it gives back is not worked out."
        )
    return told


def _client(name: str, own: Sequence[Paid], charged: Sequence[Row], asked: Asked) -> dict[str, object]:
    days = sorted(one.row.day for one in own if one.row.day)
    return {
        "name": name,
        "groups": sorted({one.row.client for one in own}),
        "first_on": days[0].isoformat(),
        "last_on": days[-1].isoformat(),
        "first": long_date(days[0]),
        "last": long_date(days[-1]),
        "years": _years(own),
        "missing": sorted({name for one in own for name in one.missing}),
        **_sums(own),
        "charged": _money(-sum((row.amount for row in charged if client_of(row, asked["groups"]) == name), NOTHING)),
    }


def _groups(paid: Sequence[Paid]) -> list[dict[str, object]]:
    """The clients or contracts that the files name, each with the inputs its payments still need."""
    found: dict[str, dict[str, None]] = {}
    for one in paid:
        found.setdefault(one.row.client, {}).update(dict.fromkeys(one.missing))
    return [{"name": name, "missing": list(missing)} for name, missing in found.items()]


def _years(paid: Sequence[Paid]) -> list[dict[str, object]]:
    by_year: dict[int, list[Paid]] = {}
    for one in sorted(paid, key=lambda one: one.row.day.year if one.row.day else 0):
        by_year.setdefault(one.row.day.year if one.row.day else 0, []).append(one)
    return [{"year": year, **_sums(own)} for year, own in by_year.items()]


def _sums(paid: Sequence[Paid]) -> dict[str, object]:
    """Billed, refunded, fees and what is kept; fees count only payments that the rules could work out."""
    payments = [one for one in paid if one.row.kind == "payment"]
    known = [one for one in payments if one.fee is not None]
    fee = _sum(one.fee for one in known)
    both = [one for one in known if one.told is not None]
    others = {id for one in known for id in one.readings or {}}
    readings = {id: _sum((one.readings or {}).get(id, one.fee) for one in known) for id in sorted(others)}
    return {
        "payments": len(payments),
        "waiting": len(payments) - len(known),
        "billed": _money(_sum(one.row.amount for one in payments)),
        "refunded": _money(-_sum(one.row.amount for one in paid if one.row.kind == "refund")),
        "fees": _money(fee),
        "kept": _money(_sum(one.row.amount for one in known) - fee),
        "told": _money(_sum(one.told for one in both)),
        "told_by_rules": _money(_sum(one.fee for one in both)),
        "compared": len(both),
        "differing": sum(one.told != one.fee for one in both),
        "readings": {id: _money(total) for id, total in readings.items() if total != fee},
    }


def _payment(one: Paid) -> dict[str, object]:
    row = one.row
    return {
        "file": row.file,
        "line": row.line,
        "client": one.client,
        "type": row.type,
        "on": row.day.isoformat() if row.day else "",
        "day": long_date(row.day) if row.day else "",
        "amount": _money(row.amount),
        "fee": None if one.fee is None else _money(one.fee),
        "told": None if one.told is None else _money(one.told),
        "compared": _compared(one),
        "missing": list(one.missing),
        "why": one.why,
        "typed": dict(one.typed),
    }


def _compared(one: Paid) -> str:
    if one.told is None or one.fee is None:
        return ""
    told, fee = show("money", one.told), show("money", one.fee)
    if one.told == one.fee:
        return f"The file says {told}, and so do the rules of that day."
    return f"The file says {told}; the rules of that day give {fee}."


def _money(amount: Decimal) -> dict[str, str]:
    return {"value": f"{amount:.2f}", "shown": show("money", amount)}


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), NOTHING)
