"""A rule before and after in, what is answered otherwise, to whom and from when on, and what the rule publishes out."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Sequence
from itertools import chain, islice

from smallprint.impact.asked import Asked
from smallprint.impact.changes import RuleChange, Spot
from smallprint.impact.facts import cited_changes, figure_changes, period_changes, reading_changes
from smallprint.impact.questions import Question
from smallprint.impact.state import State
from smallprint.impact.thresholds import MOST_POINTS, at_turns, thresholds
from smallprint.model import Rule

CONTEXT = 2


def compare_rule(before: Rule, after: Rule, old: State, new: State, questions: Sequence[Question]) -> RuleChange:
    """Put every question to both, then each at its limits; the questions name the rule by its newer id."""
    asked = Asked(before, after, old.ask, new.ask)
    for question in questions:
        asked.put(question)
    seeds = list(asked.needed.items())
    own = [(question, names) for question, names in seeds if question.origin == "person"]  # turns take time to find
    states = (old.readings[str(before.id)], new.readings[str(after.id)])
    limits = chain(
        thresholds(seeds, ((before, old.policy), (after, new.policy))),
        at_turns(own or seeds, (before, after), states, new.today),
    )
    settled = True
    for limit in islice(limits, MOST_POINTS):
        if limit is None:
            settled = False
        else:
            asked.put(limit)
    cites, no_longer_cites = cited_changes(before, after)
    return RuleChange(
        id=str(after.id),
        was=str(before.id) if before.id != after.id else "",
        spot=Spot(after.path, after.id.place.line),
        points=asked.points(settled and next(limits, None) is None),
        answered=asked.told(),
        ranges=asked.ranges(),
        figures=figure_changes(before, after) + period_changes(before, after),
        readings=reading_changes(before, after),
        cites=cites,
        no_longer_cites=no_longer_cites,
        diff=module_diff(_lines(before, old), _lines(after, new)),
    )


def module_diff(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """How the code of generated modules differs, in the lines of a unified diff.

    >>> module_diff(["a = 1"], ["a = 2"])
    ('@@ -1 +1 @@', '-a = 1', '+a = 2')
    """
    return tuple(difflib.unified_diff(before, after, n=CONTEXT, lineterm=""))[2:]


class _Line(str):
    """A line of a module that is equal to one that only says another place in the policy file."""

    bare: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Line) and self.bare == other.bare

    def __hash__(self) -> int:
        return hash(self.bare)


def _lines(rule: Rule, state: State) -> list[str]:
    """The lines of a rule's module, those of its docstring empty: its examples are told elsewhere."""
    module, bare = (texts[str(rule.id)].splitlines() for texts in (state.modules, state.bare))
    if len(module) != len(bare):  # a longer number of a line can make a line of the module too long for its width
        module = bare
    opening = next(iter(ast.parse(state.bare[str(rule.id)]).body)).end_lineno or 0
    head = [_line("", "")] * opening
    return [*head, *map(_line, module[opening:], bare[opening:])]


def _line(text: str, bare: str) -> _Line:
    line = _Line(text)
    line.bare = bare
    return line
