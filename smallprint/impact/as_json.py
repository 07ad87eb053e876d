"""What changes in, one JSON object out, and back: the shape is that of `changes.py`, key for key."""

from __future__ import annotations

import json
import types
import typing
from dataclasses import asdict, fields, is_dataclass
from typing import cast

from smallprint.impact.changes import Changes, Found, Unsound

VERSION = 1
_KINDS: dict[str, type] = {"changes": Changes, "unsound": Unsound}


class Misshapen(Exception):
    """A text that is no such object; the words say where it is not."""


def as_json(found: Found) -> str:
    """The object, with `version` and with `found`, which is `changes` or `unsound`, before all else."""
    kind = "unsound" if isinstance(found, Unsound) else "changes"
    return json.dumps({"version": VERSION, "found": kind, **asdict(found)}, ensure_ascii=False, indent=1)


def from_json(text: str) -> Found:
    """What such a text tells, every key and type of it tested. Raises `Misshapen`."""
    try:
        read: object = json.loads(text)
    except (ValueError, RecursionError):
        raise Misshapen("this is not JSON") from None
    if not isinstance(read, dict) or read.pop("version", None) != VERSION:
        raise Misshapen(f"`version` is not {VERSION}")
    kind = read.pop("found", None)
    if kind not in ("changes", "unsound"):
        raise Misshapen("`found` is neither `changes` nor `unsound`")
    return cast(Found, _as(_KINDS[kind], read, kind))


def _as(wanted: object, value: object, where: str) -> object:
    """The value as what is wanted: a text, a number, one of some words, several of these, or an object of them."""
    origin = typing.get_origin(wanted)
    if isinstance(wanted, typing.TypeAliasType):
        return _as(wanted.__value__, value, where)
    if origin is typing.Literal and value in typing.get_args(wanted):
        return value
    if wanted in (str, int, bool) and type(value) is wanted:
        return value
    if origin is tuple and isinstance(value, list):
        kinds = typing.get_args(wanted)
        if kinds[-1] is types.EllipsisType or kinds[-1] is ...:
            return tuple(_as(kinds[0], item, f"{where}[{at}]") for at, item in enumerate(value))
        if len(kinds) == len(value):
            pairs = enumerate(zip(kinds, value, strict=True))
            return tuple(_as(kind, item, f"{where}[{at}]") for at, (kind, item) in pairs)
    if isinstance(wanted, type) and is_dataclass(wanted) and isinstance(value, dict):
        hints = typing.get_type_hints(wanted)
        names = [one.name for one in fields(wanted)]
        if sorted(value) == sorted(names):
            return wanted(**{name: _as(hints[name], value[name], f"{where}.{name}") for name in names})
    raise Misshapen(f"`{where[:200]}` has another shape")
