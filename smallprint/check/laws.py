"""A rule in, a problem out for every law about names or readings that are not there, or about what has no order."""

from __future__ import annotations

from smallprint.check.world import World
from smallprint.infer import Inference
from smallprint.kinds import NUMERIC, UNKNOWN, Kind, unify
from smallprint.link import step_kind
from smallprint.model import Rule
from smallprint.model.laws import AtMost, FallsWith, Law, NeverNegative, RisesWith, That, formulas_of
from smallprint.model.tree import Formula
from smallprint.places import Text
from smallprint.problems import Problem, did_you_mean
from smallprint.scope import Scope, scopes

ORDERED = (*NUMERIC, "date", "?")
ALONG = ("money", "rate", "number", "count", "date")


def laws(rule: Rule, world: World) -> list[Problem]:
    """Each law names what is there under every reading it is about, and compares what can be compared."""
    problems: list[Problem] = []
    readings = [str(reading.id) for reading in rule.readings]
    for law in rule.laws:
        unknown = [id for id in law.not_in if id not in readings]
        problems += [_no_reading(id, readings) for id in unknown]
        if not unknown and set(law.not_in) >= set(readings):
            mend = "leave at least one reading out of `not_in`, or remove the law"
            problems.append(Problem("POL409", "this law is about no reading", law.place.place, help=mend))
        for scope in scopes(rule):
            if _reading(scope) not in law.not_in:
                problems += _law(law, scope, world)
    return problems


def _reading(scope: Scope) -> str:
    """The id of the scope's reading; empty where none is adopted, which has its own check."""
    adopted = [reading for reading in scope.rule.readings if reading.standing == "adopted"]
    return next((str(reading.id) for reading in (scope.reading, *adopted) if reading is not None), "")


def _law(law: Law, scope: Scope, world: World) -> list[Problem]:
    known = scope.names()
    problems = [
        Problem(
            "POL203",
            f"there is no input, figure or step `{name.id}`",
            name.at,
            did_you_mean(name.id, known),
            "the names here are: " + ", ".join(known),
        )
        for formula in formulas_of(law.says)
        for name in formula.names()
        if name.id not in known
    ]
    return problems or _kinds(law, scope, world)


def _kinds(law: Law, scope: Scope, world: World) -> list[Problem]:
    inference = Inference(lambda name: step_kind(scope, name, world.rules))
    match law.says:
        case That(that):
            inference.condition(that.tree)
        case NeverNegative(of):
            _ordered(of, inference.kind(of.tree), inference, NUMERIC)
        case AtMost(of, most):
            first, second = inference.kind(of.tree), inference.kind(most.tree)
            _ordered(of, first, inference, ORDERED)
            if not inference.problems and unify(first, second) is None:
                message, mend = f"{first} cannot be compared with {second}", "compare values of one kind and unit"
                inference.problems.append(Problem("POL221", message, most.text.place, help=mend))
        case RisesWith(of, along) | FallsWith(of, along):
            _ordered(of, inference.kind(of.tree), inference, ORDERED)
            inference.problems += _along(along, scope)
    return inference.problems


def _ordered(of: Formula, found: Kind, inference: Inference, kinds: tuple[str, ...]) -> None:
    if not inference.problems and found != UNKNOWN and found.name not in kinds:
        wanted = "more or less than 0" if kinds is NUMERIC else "more or less than another"
        message, mend = f"{_a(found)} is not {wanted}", "name an amount or a number; say anything else with `that:`"
        inference.problems.append(Problem("POL221", message, of.text.place, help=mend))


def _a(kind: Kind) -> str:
    return f"a {kind}" if kind.name in ("choice", "verdict", "text", "list", "date") else str(kind)


def _along(along: Text, scope: Scope) -> list[Problem]:
    asked = scope.inputs.get(along)
    if asked is None:
        label = did_you_mean(along, scope.inputs)
        known = "the inputs are: " + ", ".join(scope.inputs)
        return [Problem("POL203", f"there is no input `{along}`", along.place, label, known)]
    if asked.kind not in ALONG:
        mend = f"name an input that is one of: {', '.join(ALONG)}"
        return [Problem("POL206", f"`{along}` is a {asked.kind}, which does not rise or fall", along.place, help=mend)]
    return []


def _no_reading(id: Text, readings: list[str]) -> Problem:
    known = "the readings are: " + ", ".join(readings)
    return Problem("POL203", f"there is no reading `{id}`", id.place, did_you_mean(id, readings), known)
