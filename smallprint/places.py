"""Where a text stands in a file: every scalar read from YAML is a `Text` that remembers its `Place`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Place:
    """A stretch of one line: path relative to the project, line and column from 1, length in characters."""

    path: str
    line: int
    column: int
    length: int

    def part(self, start: int, length: int) -> Place:
        """The stretch of `length` characters that begins `start` characters into this one."""
        return Place(self.path, self.line, self.column + start, max(1, length))


NOWHERE = Place("", 0, 0, 0)


class Text(str):
    """A string with the place it was read from. `inset` is how far the value starts inside it (1 after a quote)."""

    place: Place
    inset: int

    def __new__(cls, value: str, place: Place = NOWHERE, inset: int = 0) -> Self:
        text = super().__new__(cls, value)
        text.place = place
        text.inset = inset
        return text

    def part(self, start: int, length: int) -> Place:
        """The place of `length` characters from `start` of the value; the whole place for a text of several lines."""
        return self.place.part(self.inset + start, length)
