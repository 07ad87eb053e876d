"""A policy in, every rule that is read in more than one way out, each with an example worked out by them all."""

from __future__ import annotations

from dataclasses import dataclass

from smallprint.asking import Ask
from smallprint.model import Policy, Reading, Rule
from smallprint.pages.worked import Read, Shown, Worked, compared, worked


@dataclass(frozen=True)
class Side:
    """One reading of a disputed rule: what it answers to the dispute's example, label and words.

    `differs` says whether that is another answer than the adopted reading's. Where it is not, or there is no answer,
    `elsewhere` is another example, and what the reading and the adopted one answer to that, if they do.
    """

    reading: Reading
    answers: tuple[tuple[str, str], ...]
    differs: bool
    elsewhere: Elsewhere | None


@dataclass(frozen=True)
class Elsewhere:
    """An example, what a reading answers to it, and what the adopted one does; empty where that has no answer."""

    example: Worked
    own: tuple[tuple[str, str], ...]
    adopted: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Dispute:
    """A rule with more than one reading, and the example that tells most of them apart; None where none does."""

    rule: Rule
    example: Worked | None
    sides: tuple[Side, ...]


def disputes(policy: Policy, ask: Ask) -> list[Dispute]:
    """The disputes, in the order of the rules."""
    return [_dispute(rule, worked(rule, ask)) for rule in policy.rules if len(rule.readings) > 1]


def _dispute(rule: Rule, examples: list[Worked]) -> Dispute:
    told = [[found.example for found in compared(reading, rule, examples)] for reading in rule.readings]
    most = max(examples, key=lambda one: sum(one.example in found for found in told), default=None)
    if most is None or not any(most.example in found for found in told):
        return Dispute(rule, None, tuple(Side(reading, (), False, None) for reading in rule.readings))
    sides = []
    for reading, found in zip(rule.readings, told, strict=True):
        differs = most.example in found
        others = [one for one in examples if one.example in found] or examples
        elsewhere = None if differs or reading == rule.adopted else _elsewhere(reading, rule, others)
        sides.append(Side(reading, _answers(reading, most), differs, elsewhere))
    return Dispute(rule, most, tuple(sides))


def _elsewhere(reading: Reading, rule: Rule, examples: list[Worked]) -> Elsewhere | None:
    """The first of these examples to which the reading has an answer that the adopted one has not."""
    for one in examples:
        own, adopted = _answers(reading, one), _answers(rule.adopted, one)
        if own and own != adopted:
            return Elsewhere(one, own, adopted)
    return None


def _answers(reading: Reading, example: Worked) -> tuple[tuple[str, str], ...]:
    reads: list[Read] = example.answer.get("readings", [])
    shown: list[Shown] = next((read.get("shown", []) for read in reads if read["id"] == reading.id), [])
    return tuple((one["label"], one["text"]) for one in shown)
