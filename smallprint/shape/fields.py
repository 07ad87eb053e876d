"""One mapping read by its table of keys: typed values out, and a problem for every key or value that does not fit."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from smallprint import read
from smallprint.formula import Formula, parse
from smallprint.keys import Shape
from smallprint.places import Place, Text
from smallprint.problems import Problem, did_you_mean, nearest

MOST_TEXT = 1_000
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")


class Fields:
    """The values of one mapping, by key.

    Problems go to the list it was given; a value that does not fit reads as absent.
    """

    def __init__(self, node: read.Node, shape: Shape, problems: list[Problem], owner: Text | None = None) -> None:
        self.shape = shape
        self.problems = problems
        self.place = owner.place if owner is not None else node.place
        self.nodes: dict[str, read.Node] = {}
        self.keys: dict[str, Text] = {}
        if not isinstance(node, read.Mapping):
            what = ", ".join(shape.names()[:4])
            self.report("POL101", f"{shape.title} is a mapping with keys such as {what}", node.place)
            return
        for key, value in node.entries:
            if key in shape.names():
                self.nodes[key], self.keys[key] = value, key
            else:
                self._unknown(key)
        self._missing()

    def report(self, code: str, message: str, place: Place, label: str = "", help: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(code, message, place, label, help))

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.nodes

    def text(self, key: str) -> Text:
        """A text, or an empty one."""
        node = self.nodes.get(key)
        return self.scalar(node, f"`{key}`") if node is not None else Text("", self.place)

    def scalar(self, node: read.Node, what: str) -> Text:
        """The text of a node that has to be a plain value."""
        if not isinstance(node, read.Scalar):
            self.report("POL102", f"{what} is one value, not a list or a mapping", node.place)
            return Text("", node.place)
        if len(node.text) > MOST_TEXT:
            self.report("POL102", f"{what} has more than {MOST_TEXT:,} characters", node.place, help="shorten it")
            return Text("", node.place)
        if not node.text.strip():
            self.report("POL102", f"{what} is empty", node.place, help="write a value or remove the key")
        return node.text

    def id(self, key: str) -> Text:
        """A text of small letters, digits and hyphens."""
        text = self.text(key)
        if text and not _ID.match(text):
            self.report("POL104", f"`{text}` cannot be an id", text.place, help="use small letters, digits and hyphens")
        return text

    def one_of(self, key: str, known: tuple[str, ...], fallback: str = "") -> str:
        """One of the known words."""
        text = self.text(key)
        if text and text not in known:
            words = f"`{key}` is one of: {', '.join(known)}"
            self.report("POL105", f"`{text}` is not a {key}", text.place, did_you_mean(text, known), words)
            return fallback
        return str(text) or fallback

    def flag(self, key: str) -> bool:
        """`yes` or `no`; no where it is left out."""
        return self.one_of(key, ("yes", "no")) == "yes"

    def date(self, key: str) -> datetime.date | None:
        """A date written as 2026-01-31."""
        return self.read_date(self.text(key)) if self.has(key) else None

    def read_date(self, text: Text) -> datetime.date | None:
        """A date from its text, or a problem."""
        found = _ISO.match(text)
        try:
            if found:
                return datetime.date(*map(int, found.groups()))
        except ValueError as error:
            self.report(
                "POL106", f"{text} is not a day of the calendar", text.place, str(error), "give a day that exists"
            )
            return None
        if text:
            self.report("POL106", f"`{text}` is not a date", text.place, help="write it as year-month-day: 2026-01-31")
        return None

    def formula(self, key: str) -> Formula | None:
        """A formula."""
        return self.read_formula(self.text(key)) if self.has(key) else None

    def read_formula(self, text: Text) -> Formula | None:
        """A formula from its text."""
        if not text:
            return None
        formula, problems = parse(text)
        self.problems.extend(problems)
        return formula

    def texts(self, key: str) -> tuple[Text, ...]:
        """A list of texts, or one text."""
        node = self.nodes.get(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, read.Sequence) else (node,)
        return tuple(text for item in items if (text := self.scalar(item, f"an item of `{key}`")))

    def items(self, key: str) -> tuple[read.Node, ...]:
        """The nodes of a list."""
        node = self.nodes.get(key)
        if node is None:
            return ()
        if not isinstance(node, read.Sequence):
            self.report("POL103", f"`{key}` is a list", node.place, help="start each item with `- `")
            return ()
        return node.items

    def entries(self, key: str, named: bool = True) -> tuple[tuple[Text, read.Node], ...]:
        """The entries of a mapping; `named` ones are names that formulas can use."""
        node = self.nodes.get(key)
        if node is None:
            return ()
        if not isinstance(node, read.Mapping):
            self.report("POL103", f"`{key}` is a mapping of names", node.place, help="write `name: …` lines below it")
            return ()
        for name, _ in node.entries:
            if named and not _NAME.match(name):
                mend = "use small letters, digits and underscores, beginning with a letter"
                self.report("POL104", f"`{name}` cannot be a name", name.place, help=mend)
        return tuple(e for e in node.entries if not named or _NAME.match(e[0]))

    def options(self) -> dict[str, str]:
        """`options`: ids with their words."""
        return {str(name): str(self.scalar(node, f"`{name}`")) for name, node in self.entries("options", named=False)}

    def each[T](self, key: str, make: Callable[[read.Node], T | None]) -> tuple[T, ...]:
        """Every item of a list, made into something."""
        return tuple(made for item in self.items(key) if (made := make(item)) is not None)

    def _unknown(self, key: Text) -> None:
        known = self.shape.names()
        near = nearest(key, known)
        start = f"rename it to `{near}`. " if near else "remove it. "
        help = f"{start}{self.shape.title.capitalize()} has: {', '.join(known)}"
        self.report("POL110", f"`{key}` is not a key of {self.shape.title}", key.place, did_you_mean(key, known), help)

    def _missing(self) -> None:
        for key in self.shape.keys:
            if key.required and key.name not in self.nodes:
                self.report("POL111", f"{self.shape.title} needs `{key.name}`", self.place, help=f"add it. {key.about}")
