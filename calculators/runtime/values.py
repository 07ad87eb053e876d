"""What a value can be: one Python type for each kind of the policy language, all of them exact."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Band(NamedTuple):
    """One row of a band table: its rate holds up to and including `up_to` dollars; None is "the rest"."""

    up_to: Decimal | None
    rate: Decimal


class Bands(NamedTuple):
    """A band table, rows from the lowest up; the last row is the rest."""

    rows: tuple[Band, ...]


class Finding(NamedTuple):
    """One item of a list answer. `what` and `start`..`end` (characters of the text read) are set by text detectors."""

    id: str
    text: str
    what: str = ""
    start: int | None = None
    end: int | None = None
    sources: tuple[str, ...] = ()


class Findings(NamedTuple):
    """A list answer, in the order a reader should take it."""

    items: tuple[Finding, ...]


# money, rate and number are Decimal; count, days and months int; yesno bool; choice, verdict and text str.
type Value = Decimal | int | bool | str | date | Bands | Findings


class Part(NamedTuple):
    """One band's share of a banded amount: the dollars of the amount inside it, its rate, and their product.

    `above` and `up_to` are the band's limits, `up_to` None for the rest.
    """

    above: Decimal
    up_to: Decimal | None
    amount: Decimal
    rate: Decimal
    value: Decimal
