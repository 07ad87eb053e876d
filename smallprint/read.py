"""Text of one YAML file in, a tree of nodes out: every scalar kept as the writer's own text, with its place.

Nothing is interpreted here (`no` stays "no", `0123` stays "0123"). Files that could harm or mislead are refused:
aliases and anchors, tags, several documents, deep nesting, duplicate keys, and anything over the limits below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

import yaml

from smallprint.misread import misread, unreadable
from smallprint.places import Place, Text
from smallprint.problems import Problem

MOST_BYTES = 200_000
MOST_DEPTH = 12
MOST_NODES = 20_000
MOST_SCALAR = 5_000

type Node = Scalar | Mapping | Sequence


@dataclass(frozen=True)
class Scalar:
    """One value as written."""

    text: Text

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.text.place


@dataclass(frozen=True)
class Mapping:
    """Keys with their nodes, in file order; each key once. `inline` is one written in curly brackets."""

    entries: tuple[tuple[Text, Node], ...]
    place: Place
    inline: bool = False


@dataclass(frozen=True)
class Sequence:
    """Nodes in file order."""

    items: tuple[Node, ...]
    place: Place


def read(path: str, text: str) -> tuple[Node | None, list[Problem]]:
    """The file's node tree, or None with the problem that stopped the reading."""
    size = len(text.encode("utf-8", "replace"))
    if size > MOST_BYTES:
        whole = Place(path, 1, 1, 1)
        mend = "split it into several rules"
        return None, [Problem("POL001", f"the file is larger than {MOST_BYTES:,} bytes", whole, help=mend)]
    lines = lines_of(text)
    barred = unreadable(path, lines)
    if barred is not None:
        return None, [barred]
    reader = _Reader(path, text, lines)
    try:
        node = reader.document()
    except _Refused as refused:
        return None, [refused.problem]
    except yaml.YAMLError as error:
        return None, [misread(path, lines, error)]
    if node is None:
        return None, [Problem("POL002", "the file is empty", Place(path, 1, 1, 1), help="start it with `rule:`")]
    return node, reader.problems


def lines_of(text: str) -> list[str]:
    """The lines of a file, divided where YAML divides them."""
    return re.split(r"\r\n|\n|\r", text.removeprefix("\ufeff"))


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Reader:
    """Builds nodes from the parser's events, one file at a time."""

    def __init__(self, path: str, text: str, lines: list[str]) -> None:
        self.path = path
        self.lines = lines
        self.hashed = {number for number, line in enumerate(lines) if "#" in line}
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events: Iterator[yaml.Event] = yaml.parse(text.removeprefix("\ufeff"), Loader=loader)
        self.problems: list[Problem] = []
        self.nodes = 0

    def document(self) -> Node | None:
        """The one document of the file."""
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    self.refuse("POL003", "a file holds one document; `---` starts another", event, "remove the line")
                node = self.node(next(self.events), 1)
        return node

    def node(self, event: yaml.Event, depth: int) -> Node:
        """The node that this event starts."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.refuse("POL001", f"the file has more than {MOST_NODES:,} values", event, "split it into several rules")
        if depth > MOST_DEPTH:
            mend = "no part of the language needs this: remove brackets or spaces before it"
            self.refuse("POL004", f"nested deeper than {MOST_DEPTH} levels", event, mend)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            mend = "write the value out; put a text that begins with `&` or `*` in quotes"
            self.refuse("POL005", "`&` and `*` (anchors and aliases) are not used here", event, mend)
        tag = getattr(event, "tag", None)
        if tag:
            mend = "remove it; put a text that begins with `!` in quotes"
            self.refuse("POL006", f"the tag `{tag[:60]}` is not used here", event, mend)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(self.scalar(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, depth)
        return self.sequence(event, depth)

    def mapping(self, start: yaml.MappingStartEvent, depth: int) -> Mapping:
        """A mapping; a key that stands twice is a problem with both places."""
        entries: dict[Text, tuple[Text, Node]] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                mend = "put a text that begins with `{` or `[` in quotes"
                self.refuse("POL007", "a key has to be a plain word", event, mend)
            if event.anchor or event.tag:
                self.refuse("POL007", "a key has to be a plain word", event, "remove what stands before it")
            key = self.scalar(event)
            node = self.node(next(self.events), depth + 1)
            if key in entries:
                also = ((entries[key][0].place, "first here"),)
                message, mend = f"`{key[:60]}` stands twice", "keep one of the two"
                self.problems.append(Problem("POL010", message, key.place, "again here", mend, also))
                continue
            entries[key] = (key, node)
        return Mapping(tuple(entries.values()), self.place(start), bool(start.flow_style))

    def sequence(self, start: yaml.Event, depth: int) -> Sequence:
        """A list."""
        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return Sequence(tuple(items), self.place(start))

    def scalar(self, event: yaml.ScalarEvent) -> Text:
        """A value as text, kept exactly as YAML gives it."""
        if len(event.value) > MOST_SCALAR:
            self.refuse("POL001", f"a value of more than {MOST_SCALAR:,} characters", event, "shorten it")
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Text(event.value, self.place(event))
        if start.line == end.line < len(self.lines):  # as nearly all are, and files have thousands
            line, column = start.line, start.column
            text = str.__new__(Text, event.value)  # past two functions that would take half of the time
            text.place = tuple.__new__(Place, (self.path, line + 1, column + 1, max(1, end.column - column)))
            text.written = (self.lines[line][column : end.column],)
        else:
            written = self.written((start.line, start.column), (end.line, end.column))
            text = Text(event.value, self.place(event), written)
        if end.line in self.hashed and event.style in (None, "", "'", '"'):
            self.commented(text, end.line, end.column)
        return text

    def commented(self, text: Text, line: int, column: int) -> None:
        """A `#` with no space after it was hardly meant to hide the rest of the line."""
        rest = self.lines[line][column:]
        cut = re.match(r"\s*[ \t](#[^\s#])", rest)
        if cut and text:
            place = Place(self.path, line + 1, column + cut.start(1) + 1, len(self.lines[line]) - column - cut.start(1))
            mend = "put the whole text in quotes; or write a space after the `#` if this is a remark for other writers"
            self.problems.append(Problem("POL011", "from `#` on, the line is not read", place, "left out here", mend))

    def written(self, start: tuple[int, int], end: tuple[int, int]) -> tuple[str, ...]:
        """The stretch of the file between two places (line and column from 0), line by line."""
        lines = self.lines[start[0] : end[0] + 1]
        if not lines:
            return ()
        if end[0] - start[0] < len(lines):
            lines[-1] = lines[-1][: end[1]]
        lines[0] = lines[0][start[1] :]
        return tuple(lines)

    def place(self, event: yaml.Event) -> Place:
        """The first line of what the event covers."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Place(self.path, 1, 1, 1)
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        stop = end.column if end.line == start.line else len(line)
        return Place(self.path, start.line + 1, start.column + 1, max(1, stop - start.column))

    def refuse(self, code: str, message: str, event: yaml.Event, mend: str) -> NoReturn:
        """Stop reading this file."""
        raise _Refused(Problem(code, message, self.place(event), help=mend))
