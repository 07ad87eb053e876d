"""A checked file of clients in, everything out that the calculators are asked at build about a reader's own data."""

from __future__ import annotations

from collections.abc import Iterator

from smallprint.client_settings import keeps, layout, shows, takes
from smallprint.model.clients import Clients

TODAY = "2026-01-01"
DAYS = ("Jan 31, 2021", "2022-03-01", "03/04/2021 10:00", "never")
AMOUNTS = ('"$1,250.00"', "(5.00)", "1.250", "€7")


def client_asks(clients: Clients) -> Iterator[tuple[str, dict[str, object]]]:
    """A small export with every oddity, a client with everything kept and one with nonsense, each comparison."""
    found = layout(clients)
    for separator in (",", ";"):
        texts = _texts(found["columns"], found["kinds"], separator)
        files = [{"name": "a.csv", "text": text, "answers": {}} for text in texts]
        yield "statement", {"layout": found, "files": files, "groups": {}, "before": {}, "whole": "yes", "today": TODAY}
    kinds = {"date": "2025-06-30", "money": "50", "rate": "10%", "yesno": "no"}
    whole = {name: kinds[one["kind"]] for name, one in keeps(clients).items()}
    kept = [whole, dict.fromkeys(whole, "1.2x")]
    people = [{"id": str(number), "name": "=A", "values": values} for number, values in enumerate(kept)]
    asked: dict[str, object] = {"keeps": keeps(clients), "shows": shows(clients), "clients": people, "today": TODAY}
    for call in ("dashboard", "reminders"):
        yield call, asked | {"stamp": f"{TODAY}T12:00:00+00:00"}
    for comparison in clients.compares:
        cases: list[dict[str, str]] = [{}, {"no_such_input": "1"}]
        yield (
            "compare",
            {
                "rule": str(comparison.rule),
                "takes": takes(comparison),
                "cases": cases,
                "names": ["a", "b"],
                "today": TODAY,
            },
        )


def _texts(columns: dict[str, list[str]], kinds: dict[str, list[str]], separator: str) -> Iterator[str]:
    """Exports with a column of every role, and a row of every kind for each way to write days and amounts."""
    heading = {role: names[0] for role, names in columns.items()}
    rows = [
        {**dict.fromkeys(heading, "Acme"), "date": day, "type": words[0], "amount": amount, "currency": "USD"}
        for words in kinds.values()
        for day, amount in zip(DAYS, AMOUNTS, strict=True)
    ]
    yield "\n".join(
        [separator.join(heading.values()), *(separator.join(row[role] for role in heading) for row in rows)]
    )
    yield "nothing,to,see\n"
