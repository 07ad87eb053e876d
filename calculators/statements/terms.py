"""What goes into reading exports and comes out of each stage: settings from the policy, files, rows, payments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, TypedDict


class FeeOf(TypedDict):
    """Which rule works out a payment's fee: its answer, and its inputs for the amount, the day and the running total.

    `before` is "" where the rule has no use for what was billed to the client before.
    """

    rule: str
    answer: str
    amount: str
    day: str
    before: str


class Layout(TypedDict):
    """How the exports are written, as `policy/clients.yaml` says: columns' names by role, words by kind of row."""

    fee: FeeOf
    columns: dict[str, list[str]]
    kinds: dict[str, list[str]]
    sums: list[str]
    refers: list[str]


class File(TypedDict):
    """One export as text, and what the reader answered about it, by the question's id."""

    name: str
    text: str
    answers: dict[str, str]


class Group(TypedDict):
    """What the reader said of a client or contract named in the files: whose it is, and inputs of the fee's rule."""

    client: str
    typed: dict[str, str]


class Asked(TypedDict):
    """The whole question. `whole` is "yes" where the files begin with the first payment of every client."""

    layout: Layout
    files: list[File]
    groups: dict[str, Group]
    before: dict[str, str]
    whole: str
    today: str


class Choice(NamedTuple):
    """A question about a file that only the reader can answer: options are pairs of id and words."""

    id: str
    words: str
    options: tuple[tuple[str, str], ...]


type Kind = Literal["payment", "refund", "fee", "aside", "unread"]


class Cells(NamedTuple):
    """One row of a table: the line it begins on, and its cells as they stand."""

    line: int
    cells: tuple[str, ...]


class Row(NamedTuple):
    """A row with its sense. `why` says why it counts as no payment, or cannot be read; then the rest may be missing."""

    file: str
    line: int
    text: str
    kind: Kind
    why: str = ""
    day: date | None = None
    amount: Decimal = Decimal(0)
    client: str = ""
    type: str = ""
    reference: str = ""
    refers_to: str = ""


class Read(NamedTuple):
    """A file with its rows in the order of their days, its columns by role, and what has to be asked about it."""

    name: str
    rows: tuple[Row, ...]
    columns: dict[str, str]
    choices: tuple[Choice, ...] = ()
    notes: tuple[str, ...] = ()
