"""Text of one YAML file in, a tree of nodes out: every scalar kept as the writer's own text, with its place.

Nothing is interpreted here (`no` stays "no", `0123` stays "0123"). Files that could harm or mislead are refused:
aliases and anchors, tags, several documents, deep nesting, duplicate keys, and anything over the limits below.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

import yaml

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
    """Keys with their nodes, in file order; each key once."""

    entries: tuple[tuple[Text, Node], ...]
    place: Place


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
        return None, [Problem("POL001", f"the file is too large: {size:,} bytes, at most {MOST_BYTES:,}", whole)]
    reader = _Reader(path, text)
    try:
        node = reader.document()
    except _Refused as refused:
        return None, [refused.problem]
    except yaml.YAMLError as error:
        return None, [_not_yaml(path, error)]
    if node is None:
        return None, [Problem("POL002", "the file is empty", Place(path, 1, 1, 1), help="start it with `rule:`")]
    return node, reader.problems


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Reader:
    """Builds nodes from the parser's events, one file at a time."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
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
            self.refuse("POL001", f"the file has more than {MOST_NODES:,} values", event, "split it")
        if depth > MOST_DEPTH:
            self.refuse(
                "POL004", f"nested deeper than {MOST_DEPTH} levels", event, "no part of the language needs this"
            )
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self.refuse("POL005", "`&` and `*` (anchors and aliases) are not used here", event, "write the value out")
        tag = getattr(event, "tag", None)
        if tag:
            self.refuse("POL006", f"the tag `{tag}` is not used here", event, "remove it")
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(self.scalar(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, depth)
        return self.sequence(event, depth)

    def mapping(self, start: yaml.Event, depth: int) -> Mapping:
        """A mapping; a key that stands twice is a problem with both places."""
        entries: dict[Text, tuple[Text, Node]] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.refuse("POL007", "a key has to be a plain word", event, "quote values that hold `{`, `[` or `*`")
            key = self.scalar(event)
            node = self.node(next(self.events), depth + 1)
            if key in entries:
                also = ((entries[key][0].place, "first here"),)
                self.problems.append(
                    Problem("POL010", f"`{key}` stands twice", key.place, "again here", "keep one of the two", also)
                )
                continue
            entries[key] = (key, node)
        return Mapping(tuple(entries.values()), self.place(start))

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
        return Text(event.value, self.place(event), 1 if event.style in ("'", '"') else 0)

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


def _not_yaml(path: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Place(path, mark.line + 1, mark.column + 1, 1) if mark else Place(path, 1, 1, 1)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    advice = (
        "look at this line and the one above: a missing quote or bracket, a tab, or a `:` or `,` inside a text that is"
        " not quoted"
    )
    return Problem("POL008", f"this is not YAML here: {said}", place, help=advice)
