"""The tables of keys and a checked policy in, `policy/schema.json` out: by it editors complete, explain and underline.

What hovers over a key is the sentence of the reference. The schema (draft 7) sees what can be seen in one place of one
file; all else is left to `check`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import assert_never

from calculators.runtime.detect import DETECTORS
from smallprint import keys
from smallprint.formula import MOST_CHARACTERS
from smallprint.keys import clients as client_keys
from smallprint.keys.client_values import FILES, value_of
from smallprint.keys.shapes import Key, Shape
from smallprint.keys.values import (
    AT_LEAST_ONE,
    EXACTLY_ONE,
    REGISTERS,
    TOGETHER,
    Detectors,
    Keys,
    Known,
    Many,
    Named,
    Pair,
    Plain,
    Rows,
    Value,
    Where,
    Word,
)
from smallprint.library import FUNCTIONS, Function
from smallprint.model import Policy
from smallprint.shape.fields import MOST_ENTRIES, MOST_ID, MOST_TEXT

SCHEMA = "policy/schema.json"

type Json = dict[str, object]


def emit_schema(policy: Policy) -> str:
    """The schema of every kind of policy file, with the ids that this policy has."""
    shapes = {_name(shape): _mapping(shape) for shape in _shapes()}
    replacing = {f"{_name(keys.STEP)}, replaced": _mapping(keys.STEP, replaces=True)}
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A policy file",
        "$comment": "Written by the build: change smallprint/ instead. docs/contributing/language.md says the same.",
        **_file(),
        "definitions": {**shapes, **replacing, **_known(policy), **_PLAIN},
    }
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _shapes() -> list[Shape]:
    return [shape for shape in (vars(keys) | vars(client_keys)).values() if isinstance(shape, Shape)]


def _file() -> Json:
    """Which kind a file is of, by its first key or by what its entries have; one that has none yet is offered all."""
    none: Json = {
        "type": "object",
        "properties": {key: {"markdownDescription": f"Begins {shape.title}."} for key, shape in FILES.items()},
        "anyOf": [{"required": [key]} for key in FILES],
    }
    for key, shape in reversed(REGISTERS.items()):
        some: Json = {"not": {"additionalProperties": {"not": {"type": "object", "required": [key]}}}}
        none = {"if": {"type": "object", **some}, "then": _named(_ref(_name(shape)), "id"), "else": none}
    for key, shape in reversed(FILES.items()):
        none = {"if": {"type": "object", "required": [key]}, "then": _ref(_name(shape)), "else": none}
    return none


def _mapping(shape: Shape, replaces: bool = False) -> Json:
    made: Json = {
        "title": shape.title,
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: _property(shape, key) for key in shape.keys},
    }
    required = [key.name for key in shape.keys if key.required and not replaces]
    if required:
        made["required"] = required
    conditions = [*_ways(shape), *(_where(where, replaces) for where in TOGETHER.get(shape, ())), *_by_kind(shape)]
    if conditions:
        made["allOf"] = conditions
    return made


def _property(shape: Shape, key: Key) -> Json:
    """The words over a key are the reference's; only where they have marks is it said that they are Markdown."""
    words = {"description": key.about} | ({"markdownDescription": key.about} if "`" in key.about else {})
    value = value_of(shape, key.name)
    if value == Plain("text") and key.name in shape.filled:
        return words | _ref("text with {names}")
    return words | ({} if value is None else _value(value))


def _value(value: Value) -> Json:
    match value:
        case Plain(of=of):
            return _ref(of)
        case Word(words=words):
            return {"type": "string", "enum": list(words)}
        case Known(of=of):
            return _ref(f"{of} here")
        case Keys(shape=shape, replaces=replaces):
            return _ref(_name(shape) + (", replaced" if replaces else ""))
        case Many(item=item, alone=alone):
            typed = isinstance(item, Plain) and item.of == "typed"  # words of a list, answers that may be none
            bounds: Json = {} if typed else {"minItems": 1, "maxItems": MOST_ENTRIES, "uniqueItems": True}
            listed: Json = {"type": "array", "items": _value(item), **bounds}
            return {"anyOf": [_value(item), listed]} if alone else listed
        case Pair(first=first, second=second):
            return {"type": "array", "items": [_value(first), _value(second)], "minItems": 2, "maxItems": 2}
        case Named(item=item, by=by):
            return _named(_value(item), by)
        case Rows():
            row: Json = {"type": "array", "items": [_ref("limit"), _ref("rate")], "minItems": 2, "maxItems": 2}
            return {"type": "array", "items": row, "minItems": 1}
        case Detectors():
            names = {name: {"description": one.finds} | _lists(one.lists) for name, one in DETECTORS.items()}
            detector: Json = {"type": "object", "properties": names, "additionalProperties": False}
            return {"type": "array", "items": detector | {"minProperties": 1, "maxProperties": 1}, "minItems": 1}
        case unknown:
            assert_never(unknown)


def _lists(number: int) -> Json:
    """The names of so many word lists; one may stand alone, and none may be left empty."""
    many: Json = {"type": "array", "items": _ref("name"), "minItems": number, "maxItems": number}
    few: dict[int, Json] = {0: {"type": "null"}, 1: _ref("name")}
    alone = few.get(number)
    return {"anyOf": [alone, many]} if alone else many


def _named(item: Json, by: str) -> Json:
    return {"type": "object", "propertyNames": _PLAIN[by], "additionalProperties": item, "maxProperties": MOST_ENTRIES}


def _ways(shape: Shape) -> Iterable[Json]:
    if shape in EXACTLY_ONE:
        yield {"oneOf": [{"required": [key]} for key in EXACTLY_ONE[shape]]}
    if shape in AT_LEAST_ONE:
        yield {"anyOf": [{"required": [key]} for key in AT_LEAST_ONE[shape]]}


def _where(where: Where, replaces: bool) -> Json:
    then: Json = {}
    if where.needs and not replaces:
        then["required"] = list(where.needs)
    if where.bars:
        then["properties"] = dict.fromkeys(where.bars, False)
    return _if(where.key, where.words) | {"then": then}


def _if(key: str, words: tuple[str, ...]) -> Json:
    holds: Json = {"properties": {key: {"enum": list(words)}}} if words else {}
    return {"if": {"required": [key], **holds}}


def _by_kind(shape: Shape) -> Iterable[Json]:
    """Values of inputs and figures are written as their kind is."""
    if shape == keys.INPUT:
        for kind in (*keys.NUMERIC, "date"):
            yield _if("kind", (kind,)) | {"then": {"properties": dict.fromkeys(("at_least", "at_most"), _ref(kind))}}
    if shape == keys.FIGURE:
        for kind in keys.FIGURE_KINDS:
            value: object = False if kind == "bands" else _ref("id" if kind == "choice" else kind)
            tables = {} if kind == "bands" else {"marginal": False, "whole": False}
            items = {"items": {"properties": {"is": value, **tables}}}
            yield _if("kind", (kind,)) | {"then": {"properties": {"values": items}}}


def _known(policy: Policy) -> Json:
    rules = {str(rule.id): str(rule.question) for rule in policy.rules}
    pages = rules | {str(procedure.id): str(procedure.question) for procedure in policy.procedures}
    readings = {str(reading.id): str(reading.title) for rule in policy.rules for reading in rule.readings}
    sources = {id: str(source.title) for id, source in policy.sources.items()}
    everything = {"source": sources, "rule": rules, "page": pages, "reading": readings}
    return {f"{of} here": _one_of(of, words) for of, words in everything.items()}


def _one_of(of: str, words: Mapping[str, str]) -> Json:
    """An id that is declared somewhere; one declared since is known after the next build."""
    if not words:
        return _ref("id")
    ids = sorted(words)
    return {
        "type": "string",
        "enum": ids,
        "enumDescriptions": [words[id] for id in ids],
        "errorMessage": f"There was no such {of} when the schema was last written (python -m smallprint build).",
    }


def _name(shape: Shape) -> str:
    return shape.title.removeprefix("a ").removeprefix("an ")


def _ref(name: str) -> Json:
    return {"$ref": f"#/definitions/{name}"}


def _snippet(function: Function) -> Json:
    """A call to complete, with a stop for each value."""
    stops = ", ".join(f"${{{number}:{_taken(kind)}}}" for number, kind in enumerate(function.takes, 1))
    return {"label": function.name, "description": function.about, "body": f"{function.name}({stops})"}


def _taken(kind: str) -> str:
    return {"same*": "value, value", "same": "value", "any": "input", "quoted": '"id"'}.get(kind, kind)


def _written(pattern: str, mend: str, types: tuple[str, ...] = ("string",), **more: object) -> Json:
    return {
        "type": list(types) if len(types) > 1 else types[0],
        "pattern": pattern,
        "patternErrorMessage": mend,
        **more,
    }


# YAML gives a text of digits or `true` as a number or a yes; `check` reads both as they are written.
_ANY = ("string", "number", "boolean")
_NUMBER = ("string", "number")
_WHOLE = ("string", "integer")
_IDS = "^[a-z0-9]+(-[a-z0-9]+)*$"
_FILLED: Json = {"type": list(_ANY), "minLength": 1, "maxLength": MOST_TEXT}
_PLAIN: dict[str, Json] = {
    "text": _FILLED | {"pattern": r"^[^{}]*[^{}\s][^{}]*$", "patternErrorMessage": "Write words; no braces here."},
    "text with {names}": _FILLED
    | {"pattern": r"^([^{}]|\{[^{}]*\})*$", "patternErrorMessage": "Close each brace: {fee}."},
    "typed": {"type": list(_ANY)},
    "id": _written(_IDS, "Small letters, digits and hyphens.", _WHOLE, maxLength=MOST_ID),
    "name": _written("^[a-z][a-z0-9_]*$", "Small letters, digits and underscores.", maxLength=MOST_ID),
    "member": _written("^[a-z0-9]+([-_][a-z0-9]+)*$", "Small letters, digits and hyphens.", maxLength=MOST_ID),
    "claim id": _written("^[A-Z]{2,4}-[0-9]{2,3}$", "Two to four capitals, a hyphen, a number: DS-01."),
    "date": _written(r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", "Year-month-day: 2026-01-31.", format="date"),
    "address": _written("^https?://", "From https:// on."),
    "formula": {
        "type": ["string", "integer"],
        "minLength": 1,
        "maxLength": MOST_CHARACTERS,
        "defaultSnippets": [_snippet(function) for function in FUNCTIONS.values()],
    },
    "money": _written(r"^\d{1,12}(\.\d{2})?$", "Dollars, or dollars and cents: 14.99.", _NUMBER, minimum=0),
    "limit": _written(r"^(\d{1,12}(\.\d{2})?|rest)$", "Dollars, or `rest`.", _NUMBER, minimum=0),
    "rate": _written(r"^((100(\.0+)?|\d{1,2}(\.\d{1,6})?) ?%|0?\.\d+|[01])$", "A share: 12.5%.", _NUMBER)
    | {"minimum": 0, "maximum": 1},
    "number": _written(r"^-?\d{1,15}(\.\d{1,10})?$", "Digits: 2080.", _NUMBER),
    **{kind: _written(r"^\d{1,6}$", "Digits only: 14.", _WHOLE, minimum=0) for kind in ("count", "days", "months")},
}
