"""The node tree of a file in, a problem out for every text that could act as markup or hide something on the page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from smallprint import read
from smallprint.places import Text
from smallprint.problems import Problem

_TAG = re.compile(r"</?[A-Za-z!][^>]{0,200}>?")
_LINK = re.compile(r"\]\s?[(\[]|\b(?:javascript|data|vbscript)\s*:\s*\S", re.IGNORECASE)
_HIDDEN = ("Cf", "Cc", "Co", "Cn", "Cs", "Zl", "Zp")
# Formulas have `<` of their own and a grammar that is closed; examples may hold what a reader would type.
_FORMULAS = ("when", "is", "that", "at_least", "with")
_TYPED = ("given",)
_UNMARKED = frozenset({*_FORMULAS, *_TYPED})


def shape_texts(node: read.Node) -> list[Problem]:
    """No markup, no addresses that run something, no invisible or direction-changing characters, in any text or key."""
    problems: list[Problem] = []
    for text, marked in _texts(node, True, []):
        problems += _hidden(text)
        # No tag and no link is without one of these, and looking for a letter is quick.
        if marked and ("<" in text or "]" in text or ":" in text):
            problems += _markup(text)
    return problems


def _texts(node: read.Node, marked: bool, found: list[tuple[Text, bool]]) -> list[tuple[Text, bool]]:
    """Every text, and whether it could end up as markup, after those already found."""
    match node:
        case read.Scalar(text=text):
            found.append((text, marked))
        case read.Sequence(items=items):
            for item in items:
                _texts(item, marked, found)
        case read.Mapping(entries=entries):
            for key, value in entries:
                found.append((key, True))
                _texts(value, marked and key not in _UNMARKED, found)
    return found


def _markup(text: Text) -> Iterable[Problem]:
    for pattern, message in ((_TAG, "markup is not used in texts"), (_LINK, "links are not written in texts")):
        found = pattern.search(text)
        if found:
            place = text.part(found.start(), len(found[0]))
            mend = "write plain words; the page takes care of how they look, and sources carry the links"
            yield Problem("POL118", message, place, help=mend)


def _hidden(text: Text) -> Iterable[Problem]:
    if text.isprintable():
        return
    for at, character in enumerate(text):
        if character != "\n" and unicodedata.category(character) in _HIDDEN:
            name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
            mend = "delete it, and type the text anew where it was copied from elsewhere"
            yield Problem("POL119", f"an invisible character stands in this text: {name}", text.part(at, 1), help=mend)
            return
