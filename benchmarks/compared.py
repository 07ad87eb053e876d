"""Measured times or sizes of two ways to do the same in, one line of a table out: both medians and their ratio."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

HEADINGS = ("measured", "ours", "against", "theirs", "ratio", "target", "")


class Compared(NamedTuple):
    """Two ways to do the same, measured in turn: pair by pair in `ours` and `theirs`, in `unit`.

    `target` is the greatest ratio of ours to theirs we aim at; None where the line only informs.
    """

    what: str
    ours: Sequence[float]
    against: str
    theirs: Sequence[float]
    unit: str
    target: float | None = None

    @property
    def ratio(self) -> float:
        """The median of the ratios of each pair, so that a machine that is slow for a while is slow for both."""
        return median(ours / theirs for ours, theirs in zip(self.ours, self.theirs, strict=True))

    @property
    def met(self) -> bool:
        """Whether the target, if there is one, is reached."""
        return self.target is None or self.ratio <= self.target


def table(compared: Sequence[Compared]) -> str:
    """All lines under their headings, in columns.

    >>> print(table([Compared("a fee", [2.0, 3.0, 2.0], "by hand", [1.0, 1.0, 1.0], "ms", target=2.5)]))
    measured  ours     against  theirs   ratio  target
    a fee     2.00 ms  by hand  1.00 ms  2.000  ≤ 2.5   met
    """
    rows = [HEADINGS, *(_row(one) for one in compared)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _row(one: Compared) -> tuple[str, ...]:
    return (
        one.what,
        _amount(median(one.ours), one.unit),
        one.against,
        _amount(median(one.theirs), one.unit),
        f"{one.ratio:.3f}",
        "" if one.target is None else f"≤ {one.target:g}",
        "" if one.target is None else "met" if one.met else "MISSED",
    )


def _amount(value: float, unit: str) -> str:
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:,.{digits}f} {unit}"
