"""A policy in, every rule that is read in more than one way out, each with an example worked out by them all."""

from __future__ import annotations

from dataclasses import dataclass

from smallprint.asking import Ask
from smallprint.model import Policy, Reading, Rule
from smallprint.pages.worked import Difference, Read, Shown, Worked, compared, worked


@dataclass(frozen=True)
class Side:
    """One reading of a disputed rule: what it answers to the dispute's example, label and words.

    `differs` says whether that is another answer than the adopted reading's. `elsewhere` is another example in which
    it differs, where it does not in this one.
    """

    reading: Reading
    answers: tuple[tuple[str, str], ...]
    differs: bool
    elsewhere: Difference | None


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
    differences = {str(reading.id): compared(reading, rule, examples) for reading in rule.readings}
    told = [[found.example for found in differences[str(reading.id)]] for reading in rule.readings]
    most = max(examples, key=lambda one: sum(one.example in found for found in told), default=None)
    if most is None or not any(most.example in found for found in told):
        return Dispute(rule, None, tuple(Side(reading, (), False, None) for reading in rule.readings))
    sides = (_side(reading, most, differences[str(reading.id)]) for reading in rule.readings)
    return Dispute(rule, most, tuple(sides))


def _side(reading: Reading, example: Worked, differences: list[Difference]) -> Side:
    reads: list[Read] = example.answer.get("readings", [])
    own = next((read for read in reads if read["id"] == reading.id), None)
    shown: list[Shown] = own.get("shown", []) if own else []
    differs = any(found.example == example.example for found in differences)
    elsewhere = None if differs or not differences else differences[0]
    return Side(reading, tuple((one["label"], one["text"]) for one in shown), differs, elsewhere)
