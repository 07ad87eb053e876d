"""A rule or procedure in, a problem out for every text that could act as markup or hide something on the page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import fields, is_dataclass

from smallprint.check.world import World
from smallprint.formula import Formula
from smallprint.model import Procedure, Rule
from smallprint.places import Text
from smallprint.problems import Problem

_TAG = re.compile(r"</?[A-Za-z!][^>]{0,200}>?")
_SCHEME = re.compile(r"\b(javascript|data|vbscript)\s*:", re.IGNORECASE)


def texts(rule: Rule, world: World) -> list[Problem]:
    """No markup, no script addresses, no invisible or direction-changing characters, in any text of the rule."""
    return [problem for text in _texts(rule) for problem in _text(text)]


def procedure_texts(procedure: Procedure) -> list[Problem]:
    """The same for a procedure."""
    return [problem for text in _texts(procedure) for problem in _text(text)]


def _texts(part: object) -> Iterable[Text]:
    """Every text with a place, however deep it stands; formulas have checks of their own."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple | list):
        for item in part:
            yield from _texts(item)
    elif is_dataclass(part) and not isinstance(part, Formula | type):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))


def _text(text: Text) -> list[Problem]:
    problems = []
    for pattern, message in ((_TAG, "markup is not used in texts"), (_SCHEME, "an address that runs something")):
        found = pattern.search(text)
        if found:
            place = text.part(found.start(), len(found[0]))
            mend = "write plain words; the page takes care of how they look"
            problems.append(Problem("POL118", message, place, help=mend))
    hidden = [
        character
        for character in text
        if unicodedata.category(character) in ("Cf", "Cc", "Co", "Cs") and character != "\n"
    ]
    if hidden:
        name = unicodedata.name(hidden[0], f"U+{ord(hidden[0]):04X}")
        mend = "type the text anew without it"
        problems.append(Problem("POL119", f"an invisible character stands in this text: {name}", text.place, help=mend))
    return problems
