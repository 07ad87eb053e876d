"""One mapping read by its table of keys: typed values out, and a problem for every key or value that does not fit."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from smallprint import read
from smallprint.formula import parse
from smallprint.keys.shapes import Shape
from smallprint.model.tree import Formula
from smallprint.places import Place, Text
from smallprint.problems import Problem, did_you_mean, nearest
from smallprint.shape.dates import meant_date, why_not

MOST_TEXT = 1_000
MOST_ID = 60
MOST_ENTRIES = 200
MOST_SUGGESTED = 100
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_BRACES = re.compile(r"\{[^{}]*\}?|\}")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)


class Fields:
    """The values of one mapping, by key.

    Problems go to the list it was given; a value that does not fit reads as absent.
    """

    def __init__(self, node: read.Node, shape: Shape, problems: list[Problem], owner: Text | None = None) -> None:
        self.shape = shape
        self.problems = problems
        self.place = owner.place if owner is not None else place_of(node)
        self.nodes: dict[str, read.Node] = {}
        self.keys: dict[str, Text] = {}
        self.misspelt: set[str] = set()
        if not isinstance(node, read.Mapping):
            what = ", ".join(shape.names[:4])
            mend = f"write `{shape.names[0]}: …` and its other keys below, or {{{shape.names[0]}: …}}"
            self.report("POL101", f"{shape.title} has keys such as {what}", node.place, help=mend)
            return
        for key, value in node.entries:
            if key in shape.names:
                self.nodes[key], self.keys[key] = value, key
            elif len(problems) < MOST_SUGGESTED:
                self._unknown(key, node.inline and isinstance(value, read.Scalar) and not value.text)
        self._missing()

    def report(self, code: str, message: str, place: Place, label: str = "", help: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(code, message, place, label, help))

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.nodes

    def lacks(self, key: str) -> bool:
        """Whether the key is not there, not even misspelt."""
        return key not in self.nodes and key not in self.misspelt

    def text(self, key: str) -> Text:
        """A text, or an empty one."""
        node = self.nodes.get(key)
        if node is None:
            return Text("", self.place)
        if isinstance(node, read.Scalar) and not node.text.strip():
            self._nothing(key)
            return Text("", self.keys[key].place)
        text = self.scalar(node, f"`{key}`")
        self._braces(text, key in self.shape.filled)
        return text

    def scalar(self, node: read.Node, what: str) -> Text:
        """The text of a node that has to be a plain value."""
        if not isinstance(node, read.Scalar):
            written = "a list" if isinstance(node, read.Sequence) else "keys with values"
            mend = "write one value; put a text that begins with `{` or `[` in quotes"
            self.report("POL102", f"{what} is one value, not {written}", node.place, help=mend)
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
        return text if text and self.is_id(text) else Text("", text.place)

    def member_id(self, key: str) -> Text:
        """A text that is an id, or the name of an input that the item is about."""
        text = self.text(key)
        return text if _NAME.match(text) and len(text) <= MOST_ID else self.id(key)

    def is_id(self, text: Text) -> bool:
        """Whether a text can be an id; a problem where it cannot."""
        if not (ID.match(text) and len(text) <= MOST_ID):
            mend = f"use small letters, digits and hyphens, at most {MOST_ID}"
            self.report("POL104", f"`{text[:MOST_ID]}` cannot be an id", text.place, help=mend)
            return False
        return True

    def one_of(self, key: str, known: tuple[str, ...], fallback: str = "") -> str:
        """One of the known words."""
        text = self.text(key)
        if text and text not in known:
            message, words = f"`{text[:60]}` is not a word for `{key}`", f"`{key}` is one of: {', '.join(known)}"
            self.report("POL105", message, text.place, did_you_mean(text, known), words)
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
        except ValueError:
            assert found is not None
            self.report(
                "POL106", f"{text} is not a day of the calendar", text.place, why_not(found), "give a day that exists"
            )
            return None
        if text:
            label = f"did you mean `{meant}`?" if (meant := meant_date(text)) else ""
            mend = "write it as year-month-day: 2026-01-31"
            self.report("POL106", f"`{text[:60]}` is not a date", text.place, label, mend)
        return None

    def formula(self, key: str) -> Formula | None:
        """A formula."""
        if not self.has(key):
            return None
        node = self.nodes[key]
        if isinstance(node, read.Scalar) and not node.text.strip():
            self._nothing(key)
            return None
        return self.read_formula(self.scalar(node, f"`{key}`"))

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
        items = self.items(key) if isinstance(node, read.Sequence) else (node,)
        found: dict[Text, Text] = {}
        for item in items:
            text = self.scalar(item, f"an item of `{key}`")
            self._braces(text, False)
            if text in found:
                also = ((found[text].place, "first here"),)
                mend = "keep one of the two"
                self.problems.append(
                    Problem("POL010", f"`{text[:60]}` stands twice", text.place, "again here", mend, also)
                )
            elif text:
                found[text] = text
        return tuple(found)

    def _braces(self, text: Text, filled: bool) -> None:
        """Only some texts have their {names} filled in; in others a reader would see the braces."""
        if "{" not in text and "}" not in text:  # as nearly all are, and looking for a letter is quick
            return
        if filled and (at := _unpaired(text)) is not None:
            mend = "write a name alone in braces: {fee}"
            self.report("POL120", "a brace without its partner", text.part(at, 1), help=mend)
        elif not filled and (found := _BRACES.search(text)):
            mend = "say it without; names are filled in only in `answer`, `say` and what to do `otherwise`"
            self.report("POL120", "nothing is filled in here", text.part(found.start(), len(found[0])), help=mend)

    def items(self, key: str) -> tuple[read.Node, ...]:
        """The nodes of a list."""
        node = self.nodes.get(key)
        if node is None:
            return ()
        if not isinstance(node, read.Sequence):
            if isinstance(node, read.Scalar) and not node.text:
                self._nothing(key)
                return ()
            mend = "begin each item below it with `- `, or write [first, second]"
            self.report("POL103", f"`{key}` is a list", node.place, help=mend)
            return ()
        return self._bounded(key, node.items)

    def _nothing(self, key: str) -> None:
        about = next(one.about for one in self.shape.keys if one.name == key)
        self.report("POL102", f"`{key}` is empty", self.keys[key].place, help=f"fill it or remove the key. {about}")

    def _bounded[T](self, key: str, found: tuple[T, ...]) -> tuple[T, ...]:
        if not found and key != "given":
            self._nothing(key)
        if len(found) > MOST_ENTRIES:
            mend = f"split the rule; at most {MOST_ENTRIES} can stand here"
            self.report("POL001", f"`{key}` has {len(found):,} entries", self.keys[key].place, help=mend)
        return found[:MOST_ENTRIES]

    def entries(self, key: str, named: bool = True) -> tuple[tuple[Text, read.Node], ...]:
        """The entries of a mapping; `named` ones are names that formulas can use."""
        node = self.nodes.get(key)
        if node is None:
            return ()
        if not isinstance(node, read.Mapping):
            if isinstance(node, read.Scalar) and not node.text:
                self._nothing(key)
                return ()
            mend = "write `name: …` lines below it, without `- `"
            self.report("POL103", f"`{key}` has names with what belongs to each", node.place, help=mend)
            return ()
        entries = self._bounded(key, node.entries)
        if not named:
            return tuple(entry for entry in entries if self.is_id(entry[0]))
        for name, _ in entries:
            if not _NAME.match(name) or len(name) > MOST_ID:
                mend = "use small letters, digits and underscores, beginning with a letter"
                self.report("POL104", f"`{name[:MOST_ID]}` cannot be a name", name.place, help=mend)
        return tuple(entry for entry in entries if _NAME.match(entry[0]) and len(entry[0]) <= MOST_ID)

    def options(self) -> dict[str, str]:
        """`options`: ids with their words."""
        return {str(id): str(self.scalar(node, f"`{id}`")) for id, node in self.entries("options", named=False)}

    def each[T](self, key: str, make: Callable[[read.Node], T | None]) -> tuple[T, ...]:
        """Every item of a list, made into something."""
        return tuple(made for item in self.items(key) if (made := make(item)) is not None)

    def _unknown(self, key: Text, alone: bool) -> None:
        """`alone` is a key without a value in curly brackets, where a comma or a missing space has cut a text."""
        known = self.shape.names
        near = nearest(key, known)
        self.misspelt.add(near)
        start = f"rename it to `{near}`. " if near else "remove it. "
        label = did_you_mean(key, known)
        before, colon, after = key.partition(":")
        if colon and before in known:
            label, start = "a space is missing after the colon", f"write `{before}: {after.strip()}`. "
            self.misspelt.add(before)
        elif alone and not near:
            label = "cut off by a comma"
            start = "inside { } a comma begins another key: put a text or formula that has one in quotes. "
        help = f"{start}{self.shape.title.capitalize()} has: {', '.join(known)}"
        self.report("POL110", f"`{key[:60]}` is not a key of {self.shape.title}", key.place, label, help)

    def _missing(self) -> None:
        for key in self.shape.keys:
            if key.required and self.lacks(key.name):
                self.report("POL111", f"{self.shape.title} needs `{key.name}`", self.place, help=f"add it. {key.about}")


def place_of(node: read.Node) -> Place:
    """Where a node is best pointed at: a mapping at its first key."""
    return node.entries[0][0].place if isinstance(node, read.Mapping) and node.entries else node.place


def _unpaired(text: str) -> int | None:
    """Where a brace opens or closes without its partner."""
    opened: int | None = None
    for at, character in enumerate(text):
        if character == "{":
            if opened is not None:
                return opened
            opened = at
        elif character == "}":
            if opened is None:
                return at
            opened = None
    return opened
