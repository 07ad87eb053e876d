"""Where a text stands in a file: every scalar read from YAML is a `Text` that remembers its `Place`."""

from __future__ import annotations

from typing import NamedTuple, Self


class Place(NamedTuple):
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
    """A string with the place it was read from, and the lines of the file that it was read from, cut to what it covers.

    A value does not always stand in its file as it is: it may be folded over several lines or hold escapes.
    """

    place: Place
    written: tuple[str, ...]

    def __new__(cls, value: str, place: Place = NOWHERE, written: tuple[str, ...] = ()) -> Self:
        text = super().__new__(cls, value)
        text.place = place
        text.written = written
        return text

    def part(self, start: int, length: int) -> Place:
        """The place of `length` characters from `start` of the value; the whole text's where they cannot be found."""
        fragment = self[start : start + length]
        earlier = self.count(fragment, 0, start) if fragment else 0
        for offset, line in enumerate(self.written):
            for at in _all(line, fragment):
                if earlier == 0:
                    return self._on_line(offset, at, length)
                earlier -= 1
        return self.place

    def _on_line(self, offset: int, at: int, length: int) -> Place:
        column = self.place.column + at if offset == 0 else at + 1
        return Place(self.place.path, self.place.line + offset, column, max(1, length))


NO_TEXT = Text("")


def _all(line: str, fragment: str) -> list[int]:
    """Where the fragment begins in the line, each time."""
    found, at = [], line.find(fragment) if fragment else -1
    while at >= 0:
        found.append(at)
        at = line.find(fragment, at + len(fragment))
    return found
