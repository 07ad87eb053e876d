"""What a table of keys is: the name of a kind of mapping, and its keys, each with its meaning in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Key:
    """One key: its meaning in a sentence, and whether it must be there."""

    name: str
    about: str
    required: bool = False


@dataclass(frozen=True)
class Shape:
    """A kind of mapping: what to call it in a message, and its keys in the order they are best written."""

    title: str
    keys: tuple[Key, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All its keys."""
        return tuple(key.name for key in self.keys)

    @cached_property
    def filled(self) -> frozenset[str]:
        """The keys whose texts have {names} that are filled in."""
        return frozenset(key.name for key in self.keys if "{names}" in key.about)

    @classmethod
    def of(cls, title: str, *keys: str) -> Shape:
        """Keys written as `name: meaning`, a required one as `name!: meaning`."""
        made = []
        for key in keys:
            name, about = key.split(": ", 1)
            made.append(Key(name.rstrip("!"), about, name.endswith("!")))
        return cls(title, tuple(made))
