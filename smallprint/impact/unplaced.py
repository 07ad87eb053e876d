"""Anything of the model in, the same without its places out: two that say the same are then equal, and read alike."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import cast

from calculators.runtime.values import Band, Bands
from smallprint.places import NOWHERE, Place, Text


def unplaced[T](value: T) -> T:
    """The value as it would be if it stood nowhere, so that a line moved by a remark makes no difference."""
    return cast(T, _unplaced(value))


def _unplaced(value: object) -> object:
    match value:
        case Text():
            return Text(str(value))
        case Place():
            return NOWHERE
        case Band() | Bands():
            return value
        case tuple():
            return tuple(map(_unplaced, value))
        case dict():
            return {_unplaced(name): _unplaced(one) for name, one in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value, **{one.name: _unplaced(getattr(value, one.name)) for one in fields(value) if one.init}
            )
    return value
