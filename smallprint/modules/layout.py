"""Values in, Python source out, laid out the same way every time: literals, and calls that wrap when they are long."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from calculators.runtime.values import Bands

WIDTH = 110
# Made once: `json.dumps` makes one anew at every call that wants other letters than English ones kept.
in_json = json.JSONEncoder(ensure_ascii=False).encode


def literal(value: object) -> str:
    """The source of a constant."""
    match value:
        case bool() | int() | None:
            return repr(value)
        case Decimal():
            return f'Decimal("{value:f}")'
        case date():
            return f"date({value.year}, {value.month}, {value.day})"
        case Bands(rows):
            return f"Bands({tuple_of(f'Band({literal(row.up_to)}, {literal(row.rate)})' for row in rows)})"
    return quoted(str(value))


def quoted(text: str) -> str:
    """A string literal; JSON's escapes are Python's too."""
    return in_json(str(text)).replace("\u2028", "\\u2028").replace("\x7f", "\\x7f")


def tuple_of(sources: Iterable[str]) -> str:
    """A tuple of expressions."""
    items = list(sources)
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"


def strings(texts: Iterable[str]) -> str:
    """A tuple of string literals."""
    return tuple_of(quoted(text) for text in texts)


def mapping(pairs: Mapping[str, str]) -> str:
    """A dict of string literals."""
    return "{" + ", ".join(f"{quoted(key)}: {quoted(value)}" for key, value in pairs.items()) + "}"


def call(head: str, arguments: Iterable[str], indent: str, tail: str = "") -> str:
    """`head(arguments)tail` on one line where it fits, else one argument a line."""
    items = list(arguments)
    line = f"{indent}{head}({', '.join(items)}){tail}"
    if len(line) <= WIDTH and "\n" not in line:
        return line
    inner = indent + "    "
    body = "".join(f"{inner}{item},\n" for item in items)
    return f"{indent}{head}(\n{body}{indent}){tail}"
