"""A law of one reading in; that it is proved, inputs that break it, or the points it was tried at out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import z3

from calculators.runtime.values import Value
from smallprint.model.laws import AtMost, FallsWith, Law, NeverNegative, RisesWith, That, formulas_of
from smallprint.prove.beside import Tries, limits
from smallprint.prove.days import constant_days, names_in
from smallprint.prove.findings import Broken, Proved, Verdict, Witness
from smallprint.prove.inputs import Asked, typed, variable
from smallprint.prove.question import Question, Subject
from smallprint.prove.run import Ran, Typed, measured
from smallprint.prove.solve import CannotTell, Nothing, Something
from smallprint.prove.terms import Outside, Term, compared, of_cents
from smallprint.prove.tries import candidates, points, rising
from smallprint.situations import Days

NOTHING = of_cents(z3.IntVal(0))


def prove_law(number: int, law: Law, subject: Subject) -> Verdict:
    """Prove it on each stretch of days, or break it on one."""
    why = ""
    try:
        for days in _stretches(law, subject):
            verdict = _on(days, number, law, subject)
            if isinstance(verdict, Broken):
                return verdict
            why = why or verdict
    except Outside as outside:
        why = f"it depends on {outside}"
    return _tried(number, law, subject, why) if why else Proved()


def _stretches(law: Law, subject: Subject) -> list[Days | None]:
    """A law about a change of the day itself is put to all days at once."""
    dated_by = str(subject.scope.rule.dated_by)
    if isinstance(law.says, RisesWith | FallsWith) and law.says.along == dated_by:
        return [None]
    names = [name for formula in formulas_of(law.says) for name in names_in(formula.names())]
    return list(constant_days(subject.scope, names, subject.rules))


def _on(days: Days | None, number: int, law: Law, subject: Subject) -> Broken | str:
    """Inputs that break it on these days; else why that is not known, or nothing where there are none."""
    question = Question(subject, days)
    first, second, wanted = _broken(law, question)
    match question.find(wanted, second):
        case Nothing():
            return ""
        case CannotTell():
            return "Z3 came to no end in its time"
        case Something(model):
            found = [typed(inputs, model, question.ids) for inputs in (first, second) if inputs]
            witnesses = breaks(number, law, subject, found)
            return Broken(witnesses) if witnesses else "what Z3 found does not break it when it is worked out"


def _broken(law: Law, question: Question) -> tuple[dict[str, Asked], dict[str, Asked], list[z3.BoolRef]]:
    """The inputs, a second set of them where two are compared, and what they are like when they break the law."""
    terms = [question.translation.term(formula.tree) for formula in formulas_of(law.says)]
    known = [term.known for term in terms]
    match law.says:
        case NeverNegative():
            return question.inputs, {}, [*known, compared("<", terms[0], NOTHING)]
        case AtMost():
            return question.inputs, {}, [*known, compared(">", terms[0], terms[1])]
        case That():
            return question.inputs, {}, [*known, z3.Not(terms[0].truth)]
        case RisesWith(of, along) | FallsWith(of, along):
            more = dict(question.inputs)
            more[str(along)] = variable(question.subject.scope.inputs[str(along)], question.ids, " more")
            other = question.with_inputs(more).term(of.tree)
            rises = _rise(question.inputs[str(along)], more[str(along)])
            against = _against(law, terms[0], other)
            return question.inputs, more, [*known, other.known, rises, against]


def _rise(first: Asked, second: Asked) -> z3.BoolRef:
    assert isinstance(first.raw, z3.ArithRef)
    assert isinstance(second.raw, z3.ArithRef)
    return z3.And(first.given, second.given, first.raw < second.raw)


def _against(law: Law, first: Term, second: Term) -> z3.BoolRef:
    return compared(">" if isinstance(law.says, RisesWith) else "<", first, second)


def breaks(number: int, law: Law, subject: Subject, found: Sequence[Typed]) -> tuple[Witness, ...]:
    """The inputs with what the calculator gives for them, where they do break the law; nothing where they do not."""
    steps = tuple(measured(number, part) for part in range(len(formulas_of(law.says))))
    ran = [subject.run(one, steps) for one in found]
    if any(one.stopped for one in ran) or not _violated(law, [one.values for one in ran]):
        return ()
    return tuple(_witness(law, subject, one, result) for one, result in zip(found, ran, strict=True))


def _violated(law: Law, values: Sequence[Sequence[Value]]) -> bool:
    match law.says:
        case NeverNegative():
            return values[0][0] < 0  # type: ignore[operator]  # the check has seen that it is a number
        case AtMost():
            return values[0][0] > values[0][1]  # type: ignore[operator]
        case That():
            return values[0][0] is False
        case RisesWith():
            return values[0][0] > values[1][0]  # type: ignore[operator]
        case FallsWith():
            return values[0][0] < values[1][0]  # type: ignore[operator]


def _witness(law: Law, subject: Subject, one: Typed, ran: Ran) -> Witness:
    """What was typed of what was asked, and the steps that the law names with what it is about."""
    names = dict.fromkeys(name for formula in formulas_of(law.says) for name in names_in(formula.names()))
    steps = tuple(name for name in names if name in subject.scope.steps)
    asked = tuple((name, one[name]) for name in one if name in ran.asked)
    return Witness(asked, subject.shown(one, steps))


def _tried(number: int, law: Law, subject: Subject, why: str) -> Verdict:
    """Try it where something changes; what breaks it there breaks it."""
    steps = tuple(measured(number, part) for part in range(len(formulas_of(law.says))))
    tries = Tries(_pairs(law, subject), _pairs_beside(law, subject, steps))
    for found in tries:
        if witnesses := breaks(number, law, subject, found):
            return Broken(witnesses)
    return tries.undecided(why)


def _pairs(law: Law, subject: Subject) -> Iterator[tuple[Typed, ...]]:
    """One set of inputs for each try, or two that differ in the input that rises."""
    if not isinstance(law.says, RisesWith | FallsWith):
        yield from ((point,) for point in points(subject.scope))
        return
    most = len(candidates(subject.scope.inputs[str(law.says.along)], subject.scope)) + 60
    for point in points(subject.scope, most):
        yield from _rising(law.says, point, subject)


def _pairs_beside(law: Law, subject: Subject, steps: tuple[str, ...]) -> Iterator[tuple[Typed, ...]]:
    """The same on either side of each limit; where it is one of the input that rises, from one side to the other."""
    for limit in limits((subject,), steps):
        if not isinstance(law.says, RisesWith | FallsWith):
            yield from ((side,) for side in limit.sides)
        elif limit.name == law.says.along:
            yield limit.sides
        else:
            for side in limit.sides:
                yield from _rising(law.says, side, subject)


def _rising(says: RisesWith | FallsWith, point: Typed, subject: Subject) -> Iterator[tuple[Typed, ...]]:
    """The point with each two neighbours among the values of the input that rises."""
    along = str(says.along)
    for low, high in pairwise(rising(subject.scope.inputs[along], subject.scope)):
        yield {**point, along: low}, {**point, along: high}
