"""Questions and the figures of both states in, the same questions with one input moved to a limit out.

An input is moved to each published value of its kind and one step to either side, a day to each first and last day of
whatever is dated, a choice to each of its options, and a number or a day to wherever the calculators turn another way:
where states differ, they begin to differ at such a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from calculators.runtime.rule import Rule as RuntimeRule
from calculators.runtime.values import Bands
from calculators.runtime.words import show
from smallprint.impact.changes import Origin
from smallprint.impact.questions import Question
from smallprint.model import Constant, Figure, Input, Policy, Rule
from smallprint.turns import Unfollowed, as_typed, turns
from smallprint.uses import applied_rules, steps_everywhere

MOST_POINTS = 12_000
STEPS = {"money": Decimal("0.01"), "number": Decimal("0.01"), "rate": Decimal("0.0001"), "count": Decimal(1)}
# Which figures an input of a kind may be compared with.
LIKE = {"money": ("money", "bands"), "rate": ("rate",), "count": ("count", "number"), "number": ("number", "count")}


type Seeds = Iterable[tuple[Question, Iterable[str]]]


def thresholds(seeds: Seeds, rules: Sequence[tuple[Rule, Policy]]) -> Iterator[Question]:
    """For each question, with the inputs that it was asked for, one with each of these at each of its limits.

    `rules` are the two states of the rule. Questions may come twice.
    """
    inputs = {str(one.name): one for rule, _ in rules for one in rule.inputs}
    dated_by = str(rules[-1][0].dated_by)
    texts = {name: _texts(one, rules) for name, one in inputs.items()}
    for seed, asked in seeds:
        for name in asked:
            yield from (moved(seed, inputs[name], *text, dated_by) for text in texts.get(name, ()))


def at_turns(
    seeds: Seeds, rules: Sequence[Rule], states: Sequence[tuple[type[RuntimeRule], ...]], today: date
) -> Iterator[Question | None]:
    """The same with each input at the exact values around which the way to the answer turns in one of the states.

    None stands for an input whose turns could not be found.
    """
    inputs = {str(one.name): one for rule in rules for one in rule.inputs}
    dated_by = str(rules[-1].dated_by)
    for seed, asked in seeds:
        for name in (name for name in asked if name in inputs):
            one = inputs[name]
            try:
                found = {
                    value for readings in states for turn in turns(readings, seed.given, name, today) for value in turn
                }
            except Unfollowed:
                yield None
                continue
            for value in sorted(found, key=lambda value: (str(type(value)), value)):
                yield moved(seed, one, as_typed(one.kind, value), show(one.kind, value, per=one.per), dated_by)


def moved(seed: Question, one: Input, text: str, words: str, dated_by: str) -> Question:
    """The question with another value for one input, `words` being that value in words."""
    origin: Origin = "day" if seed.origin == "person" and one.name == dated_by else "threshold"
    typed = tuple({**seed.given, str(one.name): text}.items())
    number = str(one.noun) if one.kind in STEPS else ""
    but = f"{one.noun} {words}"
    return replace(seed, origin=origin, typed=typed, but=but, moved=str(one.name), number=number)


def figures_behind(rule: Rule, policy: Policy) -> tuple[Figure, ...]:
    """The figures of a rule and its readings, and of all that it builds on."""
    own = (*rule.figures, *(figure for reading in rule.readings for figure in reading.figures))
    below = (policy.rule(id) for id in dict.fromkeys(map(str, applied_rules(steps_everywhere(rule)))))
    return (*own, *(figure for other in below for figure in figures_behind(other, policy)))


def days_behind(rule: Rule, policy: Policy) -> set[date]:
    """Each first day of something dated, and each day after a last one."""
    spans: list[tuple[date | None, date | None]] = []
    for figure in figures_behind(rule, policy):
        spans += [(version.start, version.until) for version in figure.versions]
        spans += [(version.value, None) for version in figure.versions if isinstance(version.value, date)]
    spans += [(period.start, period.until) for period in rule.periods]
    spans += [(reading.start, reading.until) for reading in rule.readings]
    spans += [(step.start, None) for step in rule.steps]
    return {first for first, _ in spans if first} | {last + timedelta(days=1) for _, last in spans if last}


def _texts(one: Input, rules: Sequence[tuple[Rule, Policy]]) -> list[tuple[str, str]]:
    """What could be typed at the limits of an input, and the same in words."""
    match one.kind:
        case "yesno":
            return [("yes", "yes"), ("no", "no")]
        case "choice":
            return [(id, one.options[id]) for id in one.options]
        case "date":
            firsts = sorted(set().union(*(days_behind(rule, policy) for rule, policy in rules)))
            days = sorted({day for first in firsts for day in (first - timedelta(days=1), first)})
            return [(day.isoformat(), show("date", day)) for day in days]
        case "text":
            return []
    numbers = {Decimal(0), *(number for rule, policy in rules for number in _numbers(one, rule, policy))}
    near = sorted({number + step for number in numbers for step in (-STEPS[one.kind], Decimal(0), STEPS[one.kind])})
    return [(as_typed(one.kind, number), show(one.kind, number, per=one.per)) for number in near if _fits(one, number)]


def _numbers(one: Input, rule: Rule, policy: Policy) -> Iterator[Decimal]:
    for figure in figures_behind(rule, policy):
        for version in figure.versions if figure.kind in LIKE[one.kind] else ():
            yield from _limits(version.value)
    yield from _limits(one.at_least)
    yield from _limits(one.at_most)


def _limits(value: Constant | None) -> Iterator[Decimal]:
    match value:
        case Bands(rows):
            yield from (row.up_to for row in rows if row.up_to is not None)
        case bool() | str() | date() | None:
            return
        case _:
            yield Decimal(value)


def _fits(one: Input, number: Decimal) -> bool:
    return number >= 0 and (one.kind != "count" or number == int(number)) and (one.kind != "rate" or number <= 1)
