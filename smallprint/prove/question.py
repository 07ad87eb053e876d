"""A rule under one reading in, one question to Z3 about it out: its inputs, its formulas, the days they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import z3

from smallprint.model import Rule
from smallprint.prove.days import known_days
from smallprint.prove.inputs import Asked, Ids, variables
from smallprint.prove.run import Calculators, Ran, Typed
from smallprint.prove.solve import Found, find
from smallprint.prove.translate import Translation, World
from smallprint.scope import Scope
from smallprint.situations import Days


@dataclass(frozen=True)
class Subject:
    """What is asked about: a rule under one reading, its calculator, and how long Z3 may take for each question."""

    scope: Scope
    rules: Mapping[str, Rule]
    calculators: Calculators
    seconds: float

    @property
    def reading(self) -> str:
        """The id of the reading."""
        return str((self.scope.reading or self.scope.rule.adopted).id)

    def run(self, typed: Typed, steps: Sequence[str]) -> Ran:
        """Work steps out by the calculator itself."""
        return self.calculators.run(str(self.scope.rule.id), self.reading, typed, tuple(steps))

    def shown(self, typed: Typed, steps: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Steps in words, as the calculator gives them."""
        return self.calculators.shown(str(self.scope.rule.id), self.reading, typed, tuple(steps))


class Question:
    """One question, on days without a change of figures, or (None) on all days that the rule knows."""

    def __init__(self, subject: Subject, days: Days | None) -> None:
        self.subject = subject
        self.days = days
        self.ids = Ids()
        self.world = World(subject.rules, self.ids)
        self.inputs = variables(subject.scope.rule, self.ids)
        self.translation = self.with_inputs(self.inputs)

    def with_inputs(self, inputs: Mapping[str, Asked], scope: Scope | None = None) -> Translation:
        """The formulas, of these inputs; of another reading where a scope is given."""
        return Translation(scope or self.subject.scope, inputs, self.days, self.world)

    def find(self, wanted: Iterable[z3.BoolRef], second: Mapping[str, Asked] | None = None) -> Found:
        """Inputs that are like this, on these days, and that can be typed; `second` are further inputs it is about."""
        inputs = [*self.inputs.values(), *(second or {}).values()]
        allowed = [asked.allowed for asked in inputs] + self._on_these_days()
        if second:
            allowed += self._on_these_days(second)
        likely = [asked.likely for asked in inputs]
        return find([*wanted, *allowed], self.world.facts, likely, self.subject.seconds)

    def _on_these_days(self, inputs: Mapping[str, Asked] | None = None) -> list[z3.BoolRef]:
        asked = (inputs or self.inputs).get(str(self.subject.scope.rule.dated_by))
        if asked is None or not isinstance(asked.raw, z3.ArithRef):  # such as a day that does not matter
            return []
        windows = known_days(self.subject.scope) if self.days is None else [self.days]
        raw = asked.raw
        return [z3.Or(*[z3.And(raw >= one.first.toordinal(), raw <= one.last.toordinal()) for one in windows])]
