"""What a law of a rule is: frozen data that says what has to hold for all inputs, and how to say it in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from smallprint.in_words import in_words
from smallprint.model.tree import Formula
from smallprint.places import Text


@dataclass(frozen=True)
class NeverNegative:
    """A value is 0 or more."""

    of: Formula


@dataclass(frozen=True)
class AtMost:
    """A value is never above another."""

    of: Formula
    most: Formula


@dataclass(frozen=True)
class RisesWith:
    """A value never falls while the input `along` rises and every other input stays as it is."""

    of: Formula
    along: Text


@dataclass(frozen=True)
class FallsWith:
    """A value never rises while the input `along` rises and every other input stays as it is."""

    of: Formula
    along: Text


@dataclass(frozen=True)
class That:
    """A condition holds."""

    that: Formula


type Says = NeverNegative | AtMost | RisesWith | FallsWith | That


@dataclass(frozen=True)
class Law:
    """One law; it has to hold under every reading but those named in `not_in`."""

    says: Says
    because: str
    not_in: tuple[Text, ...]
    place: Text


def formulas_of(says: Says) -> tuple[Formula, ...]:
    """The formulas a law compares."""
    match says:
        case NeverNegative(of) | RisesWith(of, _) | FallsWith(of, _):
            return (of,)
        case AtMost(of, most):
            return (of, most)
        case That(that):
            return (that,)
    assert_never(says)


def law_in_words(says: Says, label: Callable[[str], str]) -> str:
    """The law as a sentence without its full stop; `label` gives a name's label."""
    match says:
        case NeverNegative(of):
            return f"{in_words(of.tree, label)} is never negative"
        case AtMost(of, most):
            return f"{in_words(of.tree, label)} is never more than {in_words(most.tree, label)}"
        case RisesWith(of, along):
            return f"{in_words(of.tree, label)} never falls as {_small(label(along))} rises"
        case FallsWith(of, along):
            return f"{in_words(of.tree, label)} never rises as {_small(label(along))} rises"
        case That(that):
            return in_words(that.tree, label)
    assert_never(says)


def _small(label: str) -> str:
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
