"""What a formula is made of: a small tree of frozen parts, each with its place in the policy file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from smallprint.places import Place, Text


@dataclass(frozen=True)
class Name:
    """An input, figure or step."""

    id: str
    at: Place


@dataclass(frozen=True)
class Number:
    """0 or 1, the only numbers a formula may hold."""

    value: int
    at: Place


@dataclass(frozen=True)
class Quoted:
    """The id of a choice, a verdict, a finding or a weekday."""

    text: str
    at: Place


@dataclass(frozen=True)
class Call:
    """A function of the library with its arguments."""

    function: str
    arguments: tuple[Tree, ...]
    at: Place


@dataclass(frozen=True)
class Arithmetic:
    """`left op right`, op one of + - * /."""

    op: str
    left: Tree
    right: Tree
    at: Place


@dataclass(frozen=True)
class Compare:
    """`left op right`, op one of == != < <= > >=."""

    op: str
    left: Tree
    right: Tree
    at: Place


@dataclass(frozen=True)
class Logic:
    """Parts joined by `and` or `or`."""

    op: str
    parts: tuple[Tree, ...]
    at: Place


@dataclass(frozen=True)
class Not:
    """The opposite of a condition."""

    part: Tree
    at: Place


@dataclass(frozen=True)
class Choose:
    """`then if when else otherwise`."""

    when: Tree
    then: Tree
    otherwise: Tree
    at: Place


type Tree = Name | Number | Quoted | Call | Arithmetic | Compare | Logic | Not | Choose


@dataclass(frozen=True)
class Formula:
    """A formula as written, and its tree."""

    text: Text
    tree: Tree

    def names(self) -> tuple[Name, ...]:
        """Every name in it, in the order they stand."""
        return tuple(part for part in walk(self.tree) if isinstance(part, Name))


def walk(tree: Tree) -> Iterator[Tree]:
    """The tree and all its parts, outermost first, in reading order."""
    yield tree
    for part in parts_of(tree):
        yield from walk(part)


def parts_of(tree: Tree) -> tuple[Tree, ...]:
    """What a formula is directly made of."""
    match tree:
        case Call():
            return tree.arguments
        case Arithmetic() | Compare():
            return (tree.left, tree.right)
        case Logic():
            return tree.parts
        case Not():
            return (tree.part,)
        case Choose():
            return (tree.then, tree.when, tree.otherwise)
    return ()
