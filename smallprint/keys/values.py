"""The keys of `keys` in, what may stand behind each out: a text, a date, a formula, one of some words, other keys.

Editors complete and underline by it (`emit/schema.py`), and `shape` reads files the same way; tests hold both against
the same real files and the same mistakes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from smallprint import keys
from smallprint.keys.shapes import Shape
from smallprint.shape.claims import WITHOUT_SOURCE
from smallprint.shape.laws import WAYS as LAWS
from smallprint.shape.steps import WAYS

type Value = Plain | Word | Known | Many | Pair | Named | Keys | Rows | Detectors


@dataclass(frozen=True)
class Plain:
    """One value as it is typed; `typed` is whatever the kind beside it says, or what a reader would type."""

    of: Literal["text", "id", "name", "member", "claim id", "date", "formula", "address", "typed"]


@dataclass(frozen=True)
class Word:
    """One of these words."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """An id that some policy file declares."""

    of: Literal["source", "rule", "page", "reading"]


@dataclass(frozen=True)
class Many:
    """A list; where `alone`, one item may stand without its list."""

    item: Value
    alone: bool = True


@dataclass(frozen=True)
class Pair:
    """A list of just these two."""

    first: Value
    second: Value


@dataclass(frozen=True)
class Named:
    """Values by name, or by id."""

    item: Value
    by: Literal["name", "id"] = "name"


@dataclass(frozen=True)
class Keys:
    """One mapping with the keys of a shape; where it replaces another, none of them has to be there."""

    shape: Shape
    replaces: bool = False


@dataclass(frozen=True)
class Rows:
    """A band table: limits with their rates."""


@dataclass(frozen=True)
class Detectors:
    """Names of detectors, each with its word lists."""


def value_of(shape: Shape, key: str) -> Value | None:
    """What stands behind a key of a shape; None where nobody has said yet."""
    return _OWN.get(shape, {}).get(key) or _EVERYWHERE.get(key)


@dataclass(frozen=True)
class Where:
    """Where `key` is one of `words`, or is there at all: what has to be beside it, and what must not."""

    key: str
    words: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()


# A file is known by its first key; a register by a key that all its entries have.
FILES: dict[str, Shape] = {"rule": keys.RULE, "procedure": keys.PROCEDURE, "claims": keys.CLAIMS, "person": keys.PERSON}
REGISTERS: dict[str, Shape] = {"publisher": keys.SOURCE, "says": keys.TERM}

EXACTLY_ONE: dict[Shape, tuple[str, ...]] = {
    keys.VERSION: ("is", "marginal", "whole", "unknown", "none"),
    keys.STEP: WAYS,
    keys.LAW: LAWS,
    keys.CASE: ("when", "otherwise"),
}
AT_LEAST_ONE: dict[Shape, tuple[str, ...]] = {
    keys.PERIOD: ("source", "unknown"),
    keys.CASE: ("otherwise", "is", "say"),
}


def _but(words: tuple[str, ...], *others: str) -> tuple[str, ...]:
    return tuple(word for word in words if word not in others)


TOGETHER: dict[Shape, tuple[Where, ...]] = {
    keys.INPUT: (
        Where("kind", ("choice",), needs=("options",)),
        Where("kind", _but(keys.INPUT_KINDS, "choice"), bars=("options",)),
        Where("kind", _but(keys.INPUT_KINDS, "date"), bars=("default", "prefill")),
        Where("kind", _but(keys.INPUT_KINDS, "money"), bars=("per",)),
        Where("kind", ("yesno", "choice", "text"), bars=("at_least", "at_most")),
    ),
    keys.FIGURE: (
        Where("kind", ("choice",), needs=("options",)),
        Where("kind", _but(keys.FIGURE_KINDS, "choice"), bars=("options",)),
        Where("checked", needs=("check_by",)),
        Where("check_by", needs=("checked",)),
    ),
    keys.VERSION: tuple(Where(way, needs=("source",)) for way in ("is", "marginal", "whole")),
    keys.STEP: (
        Where("kind", ("verdict", "choice"), needs=("options",)),
        Where("cases", bars=("because", "source")),
    ),
    keys.CLAIM: (
        Where("standing", ("irrelevant",), bars=("touches",)),
        Where("standing", _but(keys.CLAIM_STANDINGS, "irrelevant"), needs=("touches",)),
        Where("standing", _but(keys.CLAIM_STANDINGS, *WITHOUT_SOURCE), needs=("source",)),
    ),
}

_TEXT, _TEXTS, _DATE, _FORMULA, _TYPED = (
    Plain("text"), Many(Plain("text")), Plain("date"), Plain("formula"), Plain("typed"),
)  # fmt: skip
_NAME, _NAMES, _SOURCES, _TODAY = Plain("name"), Many(Plain("name")), Many(Known("source")), Word(("today",))
_STEPS = Named(Keys(keys.STEP))

# A key that means the same wherever it stands.
_EVERYWHERE: dict[str, Value] = {
    **dict.fromkeys(
        ("question", "short", "title", "label", "noun", "ask", "why", "note", "because", "say", "says", "otherwise"),
        _TEXT,
    ),
    **dict.fromkeys(("about", "answer", "per", "unit", "unknown", "none", "since"), _TEXT),
    **dict.fromkeys(("from", "until", "checked", "check_by"), _DATE),
    **dict.fromkeys(("source", "held_by"), _SOURCES),
    **dict.fromkeys(("not_covered", "not_known", "effects"), _TEXTS),
    "answers": _NAMES,
    "that": _FORMULA,
    "rule": Known("rule"),
    "step": _NAME,
    "for": Many(Word(keys.ROLES)),
    "confidence": Word(keys.CONFIDENCES),
    "options": Named(_TEXT, "id"),
    "notes": Many(Keys(keys.NOTE), alone=False),
    "figures": Named(Keys(keys.FIGURE)),
}
_OWN: dict[Shape, dict[str, Value]] = {
    keys.RULE: {
        "rule": Plain("id"),
        "dated_by": _NAME,
        "inputs": Named(Keys(keys.INPUT)),
        "inputs_from": Keys(keys.INPUTS_FROM),
        "lists": Named(Many(_TYPED, alone=False)),
        "steps": _STEPS,
        "periods": Many(Keys(keys.PERIOD), alone=False),
        "readings": Named(Keys(keys.READING), "id"),
        "next": Named(Keys(keys.NEXT), "id"),
        "laws": Many(Keys(keys.LAW), alone=False),
        "examples": Many(Keys(keys.EXAMPLE), alone=False),
        "charts": Many(Keys(keys.CHART), alone=False),
    },
    keys.INPUT: {
        "kind": Word(keys.INPUT_KINDS),
        "optional": Word(("yes", "no")),
        "default": _TODAY,
        "prefill": _TODAY,
        "at_least": _TYPED,
        "at_most": _TYPED,
        "must": Many(Keys(keys.MUST), alone=False),
    },
    keys.MUST: {"about": _NAMES},
    keys.INPUTS_FROM: {"except": _NAMES},
    keys.FIGURE: {"kind": Word(keys.FIGURE_KINDS), "values": Many(Keys(keys.VERSION), alone=False)},
    keys.VERSION: {"is": _TYPED, "marginal": Rows(), "whole": Rows()},
    keys.STEP: {
        "kind": Word(keys.STEP_KINDS),
        "round": Word(("cent",)),
        "is": _FORMULA,
        "cases": Many(Keys(keys.CASE), alone=False),
        "requirements": Many(Keys(keys.REQUIREMENT), alone=False),
        "detect": Keys(keys.DETECT),
        "apply": Keys(keys.APPLY),
        "solve": Keys(keys.SOLVE),
    },
    keys.CASE: {"when": _FORMULA, "otherwise": _FORMULA, "is": _FORMULA},
    keys.REQUIREMENT: {"id": Plain("member")},
    keys.DETECT: {"in": _NAME, "find": Many(Keys(keys.FIND), alone=False)},
    keys.FIND: {"id": Plain("member"), "with": Detectors()},
    keys.APPLY: {"with": Named(_FORMULA)},
    keys.SOLVE: {"for": _NAME, "at_least": _FORMULA},
    keys.READING: {"standing": Word(keys.STANDINGS), "steps": Named(Keys(keys.STEP, replaces=True))},
    keys.NEXT: {"carry": Named(_NAME)},
    keys.LAW: {
        "never_negative": _FORMULA,
        "at_most": Pair(_FORMULA, _FORMULA),
        "rises_with": Pair(_FORMULA, _NAME),
        "falls_with": Pair(_FORMULA, _NAME),
        "not_in": Many(Plain("id")),
    },
    keys.EXAMPLE: {"given": Named(_TYPED), "expect": Named(Many(_TYPED)), "reading": Plain("id")},
    keys.CHART: {
        "across": _NAME,
        "from": _TYPED,
        "to": _TYPED,
        "of": _NAMES,
        "share": Word(("yes", "no")),
        "lines": Many(Keys(keys.CHART_LINE), alone=False),
        "example": _TEXT,
    },
    keys.CHART_LINE: {"given": Named(_TYPED)},
    keys.SOURCE: {
        "publisher": _TEXT,
        "kind": Word(keys.SOURCE_KINDS),
        "dated": _TEXT,
        "address": Plain("address"),
    },
    keys.TERM: {"term": _TEXT, "also": _TEXTS},
    keys.PROCEDURE: {"procedure": Plain("id"), "steps": Many(Keys(keys.PROCEDURE_STEP), alone=False)},
    keys.PROCEDURE_STEP: {"who": Word(keys.ROLES), "do": _TEXT},
    keys.CLAIMS: {"claims": Known("source"), "items": Many(Keys(keys.CLAIM), alone=False)},
    keys.PERSON: {
        "person": Plain("id"),
        "name": _TEXT,
        "who": _TEXT,
        "asks": Many(Keys(keys.QUESTION), alone=False),
    },
    keys.QUESTION: {"given": Named(_TYPED)},
    keys.CLAIM: {
        "id": Plain("claim id"),
        "standing": Word(keys.CLAIM_STANDINGS),
        "touches": Many(Known("page")),
        "reading": Known("reading"),
    },
}
