"""A rule under one reading in, its members by name out: which inputs, figures and steps a formula there can see."""

from __future__ import annotations

from dataclasses import dataclass, replace

from smallprint.kinds import Kind, kind_of
from smallprint.model import Figure, Input, Reading, Rule
from smallprint.model.steps import Step
from smallprint.places import Text
from smallprint.uses import uses


@dataclass(frozen=True)
class Scope:
    """The members of a rule as a reading leaves them."""

    rule: Rule
    reading: Reading | None
    inputs: dict[str, Input]
    figures: dict[str, Figure]
    steps: dict[str, Step]

    @property
    def answers(self) -> tuple[Text, ...]:
        """The steps that answer the question under this reading."""
        return (self.reading and self.reading.answers) or self.rule.answers

    @property
    def answer(self) -> Text:
        """The sentence that says them."""
        return (self.reading and self.reading.answer) or self.rule.answer

    def names(self) -> tuple[str, ...]:
        """Every name a formula can use."""
        return (*self.inputs, *self.figures, *self.steps)

    def declared(self, name: str) -> Kind | None:
        """The kind that the file says a member has; None for an unknown name or a step that leaves it open."""
        if name in self.inputs:
            asked = self.inputs[name]
            return kind_of(asked.kind, per=asked.per, options=tuple(asked.options))
        if name in self.figures:
            figure = self.figures[name]
            return kind_of(figure.kind, figure.per, figure.unit, tuple(figure.options))
        step = self.steps.get(name)
        if step is None or not step.kind:
            return None
        declared = kind_of(step.kind, options=tuple(step.options))
        return replace(declared, units=step.units) if step.units else declared


def scope_of(rule: Rule, reading: Reading | None = None) -> Scope:
    """The rule's own body, overlaid by a reading's figures and steps."""
    figures = {str(f.name): f for f in rule.figures}
    steps = {str(s.name): s for s in rule.steps}
    if reading is not None:
        figures.update({str(f.name): f for f in reading.figures})
        steps.update({str(s.name): s for s in reading.steps})
    return Scope(rule, reading, {str(i.name): i for i in rule.inputs}, figures, steps)


def scopes(rule: Rule) -> tuple[Scope, ...]:
    """The rule's own body first, then every reading that overlays it."""
    others = tuple(scope_of(rule, r) for r in rule.readings if r.figures or r.steps or r.answers or r.answer)
    return (scope_of(rule), *others)


def foundations_first(scope: Scope) -> list[str]:
    """The names of the steps, each after those it uses; in a circle of steps, one comes before what it uses."""
    ordered: dict[str, None] = {}
    opened: set[str] = set()
    waiting = list(reversed(scope.steps))
    while waiting:
        name = waiting[-1]
        if name in opened:
            ordered.setdefault(waiting.pop())
            continue
        opened.add(name)
        waiting += [used.id for used in uses(scope.steps[name]) if used.id in scope.steps and used.id not in opened]
    return list(ordered)
