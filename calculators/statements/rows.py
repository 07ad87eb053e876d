"""One export in, its rows with their sense out: payments, refunds and fees; and every other row with why it is none.

Each row of the file comes out exactly once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from calculators.runtime.mistakes import Unreadable
from calculators.runtime.words import show
from calculators.statements.cells import (
    Mark,
    Order,
    amount_of,
    both_ways,
    day_of,
    is_two_ways,
    is_unclear,
    mark_of,
    order_of,
)
from calculators.statements.table import MOST_LINES, NoTable, Table, plain_name, table
from calculators.statements.terms import Cells, Choice, File, Kind, Layout, Read, Row

MOST_TEXT = 200
NO_COLUMN: tuple[int, ...] = ()
YES_OR_NO = (("yes", "yes"), ("no", "no"))


def rows(file: File, layout: Layout) -> Read:
    """Everything an export says, by the names and words that `layout` knows."""
    try:
        found = table(file["text"], layout["columns"])
    except NoTable as why:
        return Read(file["name"], (Row(file["name"], 1, "", "unread", str(why)),), {})
    asking = _Asking(file, layout, found)
    read = [asking.row(cells) for cells in found.rows]
    if _goes_out(read):
        words = "The payments in it are all negative. It seems to be a client's export; this page needs a freelancer's."
        read = [row._replace(kind="unread", why=words) if row.kind == "refund" else row for row in read]
    if _newest_first(read):
        read.reverse()
    above = [asking.blank(cells)._replace(why="It stands above the heading.") for cells in found.above]
    return Read(file["name"], (*above, *read), asking.columns(), tuple(asking.choices()), tuple(asking.notes()))


class _Asking:
    """One file being read."""

    def __init__(self, file: File, layout: Layout, found: Table) -> None:
        self.file, self.layout, self.table = file, layout, found
        self.kinds: dict[str, Kind] = {
            plain_name(word): _kind(kind) for kind, words in layout["kinds"].items() for word in words
        }
        self.sums = {plain_name(word) for word in layout["sums"]}
        words = "|".join(re.escape(word) for word in layout["refers"])
        self.refers = rf"(?i)\b(?:{words})\W{{0,3}}([\w-]+)" if words else r"(?!)"
        dates = [self.cell(row, "date") for row in found.rows]
        self.told_order = order_of(dates)
        self.amounts = [self.cell(row, "amount") for row in found.rows]
        self.unclear = next((cell for cell in dates if is_unclear(cell)), "")
        answers = file["answers"]
        self.order = _order(answers.get("dates", "")) or self.told_order
        self.mark = _marked(answers.get("marks", "")) or mark_of(self.amounts)
        self.unknown: dict[str, str] = {}

    def cell(self, row: Cells, role: str) -> str:
        """The first cell of this role that has something in it."""
        places = self.table.columns.get(role, NO_COLUMN)
        return next((row.cells[place] for place in places if place < len(row.cells) and row.cells[place]), "")

    def columns(self) -> dict[str, str]:
        """The heading that each role was found under."""
        return {role: self.table.heading[places[0]] for role, places in self.table.columns.items()}

    def choices(self) -> list[Choice]:
        """What only the reader can tell; answered questions stay, to be changed."""
        asked = []
        given = self.file["answers"]
        if self.unclear and (self.told_order in ("", "both") or "dates" in given):
            words = f"Which comes first in dates such as {self.unclear[:40]}?"
            asked.append(Choice("dates", words, (("day", "the day"), ("month", "the month"))))
        two_ways = next((cell for cell in self.amounts if is_two_ways(cell)), "")
        if two_ways and (mark_of(self.amounts) in ("", "both") or "marks" in given):
            asked.append(_two_amounts(two_ways))
        if self._local() and self._currencies() - {"USD"}:
            words = f"Is the column “{self.columns()['amount'][:40]}” in US dollars?"
            asked.append(Choice("dollars", words, YES_OR_NO))
        for id, word in self.unknown.items():
            asked.append(Choice(id, f"Is “{word}” a payment by a client?", YES_OR_NO))
        return asked

    def notes(self) -> list[str]:
        """What was settled by the file itself, so that a reader can see it."""
        first = {"day": "The day", "month": "The month"}.get(self.told_order)
        if first and self.unclear and "dates" not in self.file["answers"]:
            return [f"{first} comes first in its dates: one of them cannot be read otherwise."]
        return []

    def blank(self, row: Cells) -> Row:
        """A row of which only the text is known."""
        text = " · ".join(cell for cell in row.cells if cell)
        return Row(self.file["name"], row.line, text[:MOST_TEXT], "aside")

    def row(self, row: Cells) -> Row:
        """A row with its sense."""
        blank = self.blank(row)
        if why := self._broken(row):
            return blank._replace(kind="unread", why=why)
        words = self.cell(row, "type")
        type, known = words, self.kinds.get(plain_name(words))
        if known is None and self._is_sum(row):
            return blank._replace(why="It is a sum of other rows.")
        if known is None:
            known, why = self._unknown(words)
            if why:
                return blank._replace(kind="unread", why=why)
        if known == "aside":
            return blank._replace(why=f"“{words[:60]}” is no payment by a client.", type=words)
        try:
            day, amount = day_of(self.cell(row, "date"), self.order), self._amount(row)
        except Unreadable as why_not:
            return blank._replace(kind="unread", why=str(why_not), type=words)
        return self._read(blank._replace(kind=known or "aside", day=day, amount=amount, type=type), row)

    def _read(self, read: Row, row: Cells) -> Row:
        refers = re.search(self.refers, self.cell(row, "description"))
        client = self.cell(row, "client") or self.cell(row, "contract")
        read = read._replace(
            client=" ".join(client.split())[:MOST_TEXT],
            reference=self.cell(row, "reference").strip("'#")[:60],
            refers_to=refers[1] if refers else "",
        )
        if read.kind == "payment" and read.amount < 0:
            return read._replace(kind="refund")
        if read.kind == "refund" and read.amount > 0:
            return read._replace(kind="unread", why="A refund is expected to be below zero, and this amount is not.")
        return read

    def _broken(self, row: Cells) -> str:
        more = row.cells[len(self.table.heading) :]
        if row.cells == ("",):
            return "A cell in it is too long to be read. A quotation mark that is not closed may have begun it."
        if any(cell.count("\n") > MOST_LINES for cell in row.cells):
            return "A quotation mark in it is not closed, so it swallows the rows below."
        if any(more):
            there, wanted = len(row.cells), len(self.table.heading)
            return f"It has {there} cells under {wanted} columns. An amount with a comma may lack its quotation marks."
        return ""

    def _is_sum(self, row: Cells) -> bool:
        words = [plain_name(cell) for cell in row.cells]
        return any(word == total or word.startswith(f"{total} ") for word in words for total in self.sums)

    def _unknown(self, words: str) -> tuple[Kind | None, str]:
        """The kind the reader says an unknown word is, or why the row cannot be counted."""
        if not words:
            return None, "Nothing in it says what kind of payment it is."
        id = f"type {plain_name(words)}"[:80]
        self.unknown.setdefault(id, words[:60])
        match self.file["answers"].get(id):
            case "yes":
                return "payment", ""
            case "no":
                return "aside", ""
        return None, f"We do not know what “{words[:60]}” is. Say above whether it is a payment by a client."

    def _local(self) -> bool:
        return "local" in self.table.columns

    def _currencies(self) -> set[str]:
        return {cell.upper() for row in self.table.rows if (cell := self.cell(row, "currency"))}

    def _amount(self, row: Cells) -> Decimal:
        currency = self.cell(row, "currency")
        if currency and currency.upper() not in ("USD", "US$", "$"):
            if not self._local():
                raise Unreadable(f"It is in {currency[:20]}, not in US dollars; different currencies are not added up.")
            match self.file["answers"].get("dollars"):
                case "yes":
                    pass
                case "no":
                    raise Unreadable("Its amount is not in US dollars, as you say.")
                case _:
                    raise Unreadable(f"It names {currency[:20]} and has two amounts. Say above which is in US dollars.")
        return amount_of(self.cell(row, "amount"), self.mark)


def _two_amounts(cell: str) -> Choice:
    comma, point = (show("money", amount) for amount in both_ways(cell))
    return Choice("marks", f"How much is {cell[:40]}?", (("comma", comma), ("point", point)))


def _kind(word: str) -> Kind:
    match word:
        case "payment" | "refund" | "fee":
            return word
    return "aside"


def _order(word: str) -> Order:
    return "day" if word == "day" else "month" if word == "month" else ""


def _marked(word: str) -> Mark:
    return "point" if word == "point" else "comma" if word == "comma" else ""


def _goes_out(read: Sequence[Row]) -> bool:
    return any(row.kind == "refund" for row in read) and not any(row.kind == "payment" for row in read)


def _newest_first(read: Sequence[Row]) -> bool:
    days: list[date] = [row.day for row in read if row.day]
    falls = sum(later < earlier for earlier, later in pairwise(days))
    rises = sum(later > earlier for earlier, later in pairwise(days))
    return falls > rises
