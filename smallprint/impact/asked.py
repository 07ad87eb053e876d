"""Questions put to one rule before and after in, those that are answered otherwise out, and how many were put."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from calculators.runtime.mistakes import Unreadable
from calculators.runtime.typed_dates import read_date
from smallprint.asking import Ask, Outcome
from smallprint.impact.changes import Answered, Points, Range
from smallprint.impact.outcomes import alike, answers, differences, other_readings, said
from smallprint.impact.questions import Question
from smallprint.impact.ranges import ranges
from smallprint.model import Rule
from smallprint.uses import steps_everywhere


@dataclass
class Asked:
    """Puts questions to both states of a rule; `needed` has the inputs that each question was asked for."""

    before: Rule
    after: Rule
    ask_before: Ask
    ask_after: Ask
    needed: dict[Question, tuple[str, ...]] = field(default_factory=dict)
    differing: list[Answered] = field(default_factory=list)
    outcomes: dict[Question, tuple[Outcome, Outcome]] = field(default_factory=dict)
    days: dict[object, date | None] = field(default_factory=dict)

    def put(self, question: Question) -> None:
        """Ask both, once."""
        if question.key in self.days:
            return
        first = _outcome(self.ask_before, self.before, question)
        second = _outcome(self.ask_after, self.after, question)
        self.outcomes[question] = first, second
        self.days[question.key] = self._day(question)
        # The day counts even where no figure asks for it: a period or a reading may begin on it.
        dated_by = [str(self.after.dated_by)]
        self.needed[question] = tuple(dict.fromkeys([*_names(first), *_names(second), *dated_by]))
        for reading, was, now in _by_reading(question, first, second):
            if not alike(was, now):
                self._note(question, reading, was, now)

    def points(self, settled: bool) -> Points:
        """How far the two were compared, and the first day on which they differ."""
        days = [day for day in self.days.values() if day is not None]
        first = min((one.on for one in self.differing if one.on), default="")
        earlier = sum(1 for day in days if first and day.isoformat() < first)
        questions = {(one.who, one.about, one.typed) for one in self.differing}
        return Points(len(self.days), len(questions), first, earlier, settled)

    def told(self) -> tuple[Answered, ...]:
        """What is worth telling: every person and example, then what is most telling at limits.

        A person who is not told otherwise on their own day is shown on the first day on which they would be.
        """
        own = [one for one in self.differing if one.origin in ("person", "example")]
        told = {(one.who, one.about, one.reading): one for one in own}
        for one in sorted((one for one in self.differing if one.origin == "day"), key=lambda one: one.on):
            told.setdefault((one.who, one.about, one.reading), one)
        known = {(*key, _turn(one)) for key, one in told.items()}
        limits = [one for one in self.differing if one.origin in ("day", "threshold")]
        news = [one for one in limits if (one.who, one.about, one.reading, _turn(one)) not in known]
        return tuple(dict.fromkeys([*own, *told.values(), *_most_telling(news)]))

    def ranges(self) -> tuple[Range, ...]:
        """How far amounts can go for each person, where that is another range now."""
        kinds = self._kinds()
        labels = {str(step.name): str(step.label) for step in self.after.steps if kinds[str(step.name)] == "money"}
        put = (
            (question, _amounts(first, kinds), _amounts(second, kinds))
            for question, (first, second) in self.outcomes.items()
        )
        return ranges(put, {name: label for name, label in labels.items() if name in self.after.answers})

    def _note(self, question: Question, reading: str, was: Outcome, now: Outcome) -> None:
        day = self.days[question.key]
        self.differing.append(
            Answered(
                origin=question.origin,
                who=question.who,
                about=question.about,
                but=question.but,
                reading=reading,
                on=day.isoformat() if day else "",
                typed=question.typed,
                before=said(was),
                after=said(now),
                differences=differences(was, now, self._kinds()),
                spot=question.spot,
            )
        )

    def _day(self, question: Question) -> date | None:
        try:
            return read_date(question.given[str(self.after.dated_by)])
        except (KeyError, Unreadable):
            return None

    def _kinds(self) -> dict[str, str]:
        return {str(step.name): step.kind for rule in (self.before, self.after) for step in steps_everywhere(rule)}


def _outcome(ask: Ask, rule: Rule, question: Question) -> Outcome:
    try:
        return ask(rule.id, question.given, question.reading)
    except Exception as error:  # a mistake in the rule, which is to be told and not to stop what else is told
        words = f"The rule breaks off: {type(error).__name__}."
        return {"errors": [{"input": str(rule.dated_by), "message": words}]}


def _by_reading(question: Question, first: Outcome, second: Outcome) -> Iterator[tuple[str, Outcome, Outcome]]:
    """The reading asked for, then, where that is the adopted one, each of the others that is there both times."""
    yield question.reading, first, second
    if not question.reading:
        after = dict(other_readings(second))
        for id, was in other_readings(first):
            if id in after:
                yield id, was, after[id]


def _most_telling(limits: Sequence[Answered]) -> Iterator[Answered]:
    """Of each turn, such as from an answer to a refusal: the earliest, a person's, and the largest sums up and down."""
    for turn in dict.fromkeys(map(_turn, limits)):
        these = sorted((one for one in limits if _turn(one) == turn), key=lambda one: one.on)
        sums = sorted(these, key=_size)
        by_people = [one for one in these if one.about]
        yield from (*these[:1], *by_people[:1], sums[0], sums[-1])


def _turn(one: Answered) -> tuple[str, str]:
    return one.before.state, one.after.state


def _size(one: Answered) -> Decimal:
    """How much more the first amount is that differs; nothing where there is none."""
    amounts = (Decimal(difference.by) for difference in one.differences if difference.kind == "money" and difference.by)
    return next(amounts, Decimal(0))


def _names(outcome: Outcome) -> list[str]:
    found = outcome.get("asked")
    return [str(name) for name in found] if isinstance(found, list) else []


def _amounts(outcome: Outcome, kinds: dict[str, str]) -> dict[str, Decimal]:
    return {name: Decimal(value) for name, value in answers(outcome).items() if kinds.get(name) == "money"}
