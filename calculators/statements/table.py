"""An export's text in, its columns by role and its rows out: whatever parts the cells, wherever the heading stands."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import NamedTuple

from calculators.statements.terms import Cells

MOST_CHARACTERS = 5_000_000
MOST_ROWS = 10_000
SEPARATORS = (",", ";", "\t", "|")
# Above the heading there may be a title and an account's name.
HEADING_WITHIN = 20
NEEDED = ("date", "amount")
# A quotation mark that is never closed makes one row of all that follows.
MOST_LINES = 50


class Table(NamedTuple):
    """`columns` has for each role the places of the columns that have it, the likeliest first."""

    heading: tuple[str, ...]
    columns: Mapping[str, tuple[int, ...]]
    above: tuple[Cells, ...]
    rows: tuple[Cells, ...]
    separator: str


class NoTable(Exception):
    """The text is no export that can be read; the words say why."""


def table(text: str, columns: Mapping[str, Sequence[str]]) -> Table:
    """The table in a text. `columns` has the names a column may have, by its role.

    Raises `NoTable` where it is too large, or where no row names the columns.
    """
    if len(text) > MOST_CHARACTERS:
        raise NoTable(
            f"The file has more than {MOST_CHARACTERS // 1_000_000} million characters. Export fewer months at once."
        )
    text = text.removeprefix("\ufeff")
    for separator in SEPARATORS:
        found = _under_heading(text, separator, columns)
        if found is not None:
            return found
    if not text.strip():
        raise NoTable("The file is empty.")
    known = " and ".join(f"“{columns[role][0]}”" for role in NEEDED)
    raise NoTable(f"No row in it names the columns: there has to be one with {known}, or names like them.")


def _under_heading(text: str, separator: str, columns: Mapping[str, Sequence[str]]) -> Table | None:
    above: list[Cells] = []
    rows = _rows(text, separator)
    for row in rows:
        roles = _roles(row.cells, columns)
        if all(role in roles for role in NEEDED):
            return Table(row.cells, roles, tuple(above), tuple(_bounded(rows)), separator)
        above.append(row)
        if len(above) == HEADING_WITHIN:
            break
    return None


def _bounded(rows: Iterator[Cells]) -> Iterator[Cells]:
    for number, row in enumerate(rows):
        if number == MOST_ROWS:
            raise NoTable(f"The file has more than {MOST_ROWS:,} rows. Export fewer months at once.")
        yield row


def _rows(text: str, separator: str) -> Iterator[Cells]:
    """Every row that has something in it. What `csv` gives up on is one last row that says so by its cells."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            yield Cells(line, ("",))
            return
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield Cells(line, tuple(cell.strip() for cell in cells))
        line = reader.line_num + 1


def _roles(heading: Sequence[str], columns: Mapping[str, Sequence[str]]) -> dict[str, tuple[int, ...]]:
    places: dict[str, int] = {}
    for place, name in enumerate(heading):
        places.setdefault(plain_name(name), place)
    found = {
        role: tuple(places[plain_name(name)] for name in names if plain_name(name) in places)
        for role, names in columns.items()
    }
    return {role: tuple(dict.fromkeys(at)) for role, at in found.items() if at}


def plain_name(name: str) -> str:
    """A column's or a kind's name without what may differ: capitals, spaces, hyphens and signs at its end.

    >>> plain_name(" Fixed-Price "), plain_name("Ref. ID:")
    ('fixed price', 'ref id')
    """
    spaced = "".join(" " if sign in "-_/" else sign for sign in name.casefold() if sign not in ".:*#\ufeff")
    return " ".join(spaced.split())
