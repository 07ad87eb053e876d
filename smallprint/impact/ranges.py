"""Questions with one number at its limits in, how far an amount could and can go for each person out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from calculators.runtime.words import money_digits, show
from smallprint.impact.changes import Range
from smallprint.impact.questions import Question

type Amounts = dict[str, Decimal]
type Pair = tuple[Amounts, Amounts]


def ranges(put: Iterable[tuple[Question, Amounts, Amounts]], labels: dict[str, str]) -> tuple[Range, ...]:
    """For each person's question and each number moved, each amount whose least or most is another one now.

    `put` are all questions with the amounts that both states answer with, none where there is no answer. Whoever is
    told of by their own question's amounts is left out: what else they might have typed adds nothing.
    """
    own: dict[tuple[str, str], Pair] = {}
    moved: dict[tuple[str, str, str], list[Pair]] = {}
    nouns: dict[str, str] = {}
    for question, before, after in put:
        if question.origin == "person":
            own[question.who, question.about] = (before, after)
        elif question.number and (question.who, question.about) in own:
            moved.setdefault((question.who, question.about, question.moved), []).append((before, after))
            nouns[question.moved] = question.number
    found: list[Range] = []
    for (who, about, name), pairs in moved.items():
        first, second = own[who, about]
        if first == second or not (first and second):
            pairs = [(first, second), *pairs]
            found += [
                Range(who, about, nouns[name], labels[answer], *both)
                for answer in labels
                if (both := _ends(answer, pairs)) is not None
            ]
    return tuple(found)


def _ends(answer: str, pairs: list[Pair]) -> tuple[tuple[str, str], tuple[str, str], tuple[str, str]] | None:
    """The least and the most in words, before and after, and by how much each differs; None where neither does."""
    old, new = (sorted(amounts[answer] for amounts in side if answer in amounts) for side in zip(*pairs, strict=True))
    if not old or not new or (old[0], old[-1]) == (new[0], new[-1]):
        return None
    before, after = ((show("money", side[0]), show("money", side[-1])) for side in (old, new))
    return before, after, (money_digits(new[0] - old[0]), money_digits(new[-1] - old[-1]))
