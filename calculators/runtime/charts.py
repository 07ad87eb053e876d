"""What a policy file says of its charts: two axes and the lines. Data alone; `curve.py` works it out."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A line of a chart that has inputs of its own: its label, and those inputs as typed, by name."""

    label: str
    given: tuple[tuple[str, str], ...]


class Chart(NamedTuple):
    """The steps `of` against the input `across`, from `start` to `end` as typed.

    With `share` what is drawn is the step divided by the input. `lines` are drawn with inputs of their own; without
    them there is a line for each step, and where there is one step, for each reading of the rule.
    """

    title: str
    across: str
    start: str
    end: str
    of: tuple[str, ...]
    share: bool = False
    lines: tuple[Line, ...] = ()
