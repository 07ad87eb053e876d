"""A rule in, a problem out for every next question that is not there, or to which something goes that does not fit."""

from __future__ import annotations

from smallprint.check.names import no_other_rule
from smallprint.check.world import World
from smallprint.kinds import Kind
from smallprint.link import step_kind
from smallprint.model import Next, Rule
from smallprint.places import Text
from smallprint.problems import Problem, did_you_mean
from smallprint.scope import scope_of


def following(rule: Rule, world: World) -> list[Problem]:
    """Each next rule exists, and each of its inputs named is given an input or an answer of its own kind."""
    return [problem for one in rule.next for problem in _next(one, rule, world)]


def _next(one: Next, rule: Rule, world: World) -> list[Problem]:
    other = world.rules.get(one.rule)
    if other is None or one.rule == rule.id:
        return [no_other_rule(one.rule, world, without=str(rule.id))]
    problems = []
    for into, name in one.carry:
        problems += _not_there(into, name, rule, other) or _does_not_fit(into, name, rule, other, world)
    return problems


def _not_there(into: Text, name: Text, rule: Rule, other: Rule) -> list[Problem]:
    problems = []
    inputs = [str(asked.name) for asked in other.inputs]
    if into not in inputs:
        known = f"`{other.id}` asks for: {', '.join(inputs)}"
        label = did_you_mean(into, inputs)
        problems.append(Problem("POL203", f"`{other.id}` has no input `{into}`", into.place, label, known))
    carried = [*(str(asked.name) for asked in rule.inputs), *map(str, rule.answers)]
    if name not in carried:
        known = "what can go along: " + ", ".join(carried)
        label = did_you_mean(name, carried)
        problems.append(Problem("POL203", f"there is no input or answer `{name}`", name.place, label, known))
    return problems


def _does_not_fit(into: Text, name: Text, rule: Rule, other: Rule, world: World) -> list[Problem]:
    own = step_kind(scope_of(rule), name, world.rules)
    wanted = step_kind(scope_of(other), into, world.rules)
    if _fits(own, wanted):
        return []
    message = f"`{name}` cannot go to `{into}` of `{other.id}`: {_words(own)} is not {_words(wanted)}"
    mend = f"carry something that is {_words(wanted)}, or leave `{into}` out"
    return [Problem("POL221", message, name.place, help=mend)]


def _fits(own: Kind, wanted: Kind) -> bool:
    """Whether every value of one kind is one that a reader could type for the other."""
    if wanted.name == "choice":
        return own.name in ("choice", "verdict") and set(own.options) <= set(wanted.options)
    if wanted.name == "number":
        return own.name in ("number", "count") and own.units == wanted.units
    return (own.name, own.units) == (wanted.name, wanted.units)


def _words(kind: Kind) -> str:
    return f"a choice of {', '.join(kind.options)}" if kind.options else str(kind)
