"""A formula and the labels of its names in, the formula as a reader would say it out."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from smallprint.library import FUNCTIONS
from smallprint.model.tree import Arithmetic, Call, Choose, Compare, Logic, Name, Not, Number, Quoted, Tree

_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}  # the signs a reader knows from school
_COMPARED = {
    "==": "is",
    "!=": "is not",
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
}


def in_words(tree: Tree, label: Callable[[str], str]) -> str:
    """The formula in words; `label` gives a name's label."""
    match tree:
        case Name(id=name):
            return _lowered(label(name))
        case Number(value=value):
            return str(value)
        case Quoted(text=text):
            return text
        case Call(function=function, arguments=arguments):
            said = [in_words(argument, label) for argument in arguments]
            return FUNCTIONS[function].words.format(*said, all=" and ".join(said))
        case Arithmetic(op=op, left=left, right=right):
            first = in_words(left, label) if _goes_on(left, op) else _inner(left, label)
            return f"{first} {_SIGNS[op]} {_inner(right, label)}"
        case Compare(op=op, left=left, right=right):
            return f"{in_words(left, label)} {_COMPARED[op]} {in_words(right, label)}"
        case Logic(op=op, parts=parts):
            return f" {op} ".join(in_words(part, label) for part in parts)
        case Not(part=part):
            return f"not {in_words(part, label)}"
        case Choose(when=when, then=then, otherwise=otherwise):
            first, second = in_words(then, label), in_words(otherwise, label)
            return f"{first} if {in_words(when, label)}, else {second}"
    assert_never(tree)


def _goes_on(left: Tree, op: str) -> bool:
    """Whether what stands to the left of a sign is read first anyway, as in a + b - c."""
    return isinstance(left, Arithmetic) and {left.op, op} in ({"+"}, {"-"}, {"+", "-"}, {"*"})


def _inner(tree: Tree, label: Callable[[str], str]) -> str:
    said = in_words(tree, label)
    return f"({said})" if isinstance(tree, Arithmetic | Choose | Logic) else said


def _lowered(label: str) -> str:
    """A label inside a sentence: without its capital, unless it is a short form such as JSS."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
