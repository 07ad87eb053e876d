"""A rule in, the short name of what it works out: another one whenever an answer can be another, whatever the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256

from smallprint.model import Policy, Rule
from smallprint.model.tree import Formula
from smallprint.uses import applied_rules, steps_everywhere

# What counts of a rule: links made before any of it changed may have been answered otherwise.
PARTS = ("dated_by", "inputs", "figures", "lists", "steps", "answers", "periods", "readings")
# Words for a reader, where they come from and where they stand: they change no answer.
WORDS = frozenset(
    {"ask", "noun", "why", "label", "note", "unit", "because", "otherwise", "title", "answer", "about"}
    | {"held_by", "standing", "confidence", "sources", "place", "checked", "check_by"}
)
DIGITS = 8


def version_of(rule: Rule, policy: Policy) -> str:
    """Eight hexadecimal digits for a rule's inputs, figures, steps and readings, and for the rules it applies."""
    return sha256("\n".join(_rule(rule, policy)).encode()).hexdigest()[:DIGITS]


def _rule(rule: Rule, policy: Policy) -> Iterator[str]:
    yield str(rule.id)
    for part in PARTS:
        yield part
        yield from _value(getattr(rule, part))
    for other in sorted(set(applied_rules(steps_everywhere(rule)))):
        yield from _rule(policy.rule(other), policy)


def _value(value: object) -> Iterator[str]:
    if isinstance(value, Formula):
        yield " ".join(value.text.split())
    elif is_dataclass(value):
        yield type(value).__name__
        for name in _counting(value.__class__):
            yield name
            yield from _value(getattr(value, name))
    elif isinstance(value, dict):
        yield from map(str, value)  # an option's words can change, its id not
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _value(item)
        yield "."
    else:
        yield str(value)


@cache
def _counting(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass that count."""
    return tuple(field.name for field in fields(kind) if field.name not in WORDS)
