"""What a rule writes down as it works: one record for each figure and step pulled, in the order they were done.

Records are plain tuples because one is written at every pull; they are taken apart by `steps.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from calculators.runtime.values import Part, Value


class Member:
    """What figures and steps have in common: a name, a label for readers, the kind of value, the policy file's line.

    `options` are the words of a choice's, a verdict's or a list's ids; `published` tells a figure from a step.
    """

    published = False
    name = ""

    def __init__(self, kind: str, label: str, line: int, options: Mapping[str, str] | None) -> None:
        self.kind = kind
        self.label = label
        self.line = line
        self.options = dict(options or {})

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name


# What is said of a value: its formula in words, the reason, the names of the members it used, its own sources, and
# what it was before it was rounded, where rounding changed it.
type Said = tuple[str, str, tuple[str, ...], tuple[str, ...], Decimal | None]

# The member pulled, its value, what is said of it, and its parts where it was banded.
type Record = tuple[Member, Value, Said, tuple[Part, ...]]

NOTHING_SAID: Said = ("", "", (), (), None)
