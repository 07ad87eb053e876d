"""A rule under one reading in, out: whether every case is reached, every question answered, and the reading its own."""

from __future__ import annotations

import z3

from calculators.runtime.values import Value
from smallprint.model.steps import Case, Cases, Step
from smallprint.prove.beside import Tries, sides
from smallprint.prove.days import constant_days, names_in
from smallprint.prove.findings import Broken, Proved, Verdict, Witness
from smallprint.prove.inputs import typed
from smallprint.prove.question import Question, Subject
from smallprint.prove.run import Typed
from smallprint.prove.solve import CannotTell, Nothing, Something
from smallprint.prove.terms import NO, Listed, Outside, Term, both, compared, either
from smallprint.prove.tries import points
from smallprint.scope import scope_of

TIME = "Z3 came to no end in its time"


def reached(step: Step, case: Case, subject: Subject) -> Verdict:
    """Whether some inputs lead to the case, by an example or by what Z3 finds; broken where none do."""
    assert isinstance(step.how, Cases)
    for example in subject.scope.rule.examples:
        point = {str(name): str(text) for name, text in example.given}
        if _leads_to(step, case, point, subject):
            return Proved(_witness(step, point, subject))
    names = [name for one in step.how.cases for name in names_in(one.when.names() if one.when else ())]
    why = ""
    try:
        for days in constant_days(subject.scope, names, subject.rules):
            question = Question(subject, days)
            match question.find(_leading(step.how, case, question)):
                case Something(model):
                    point = typed(question.inputs, model, question.ids)
                    if _leads_to(step, case, point, subject):
                        return Proved(_witness(step, point, subject))
                    why = "what Z3 found does not lead there when it is worked out"
                case CannotTell():
                    why = TIME
                case Nothing():
                    pass
    except Outside as outside:
        why = f"it depends on {outside}"
    return _looked_for(step, case, subject, why) if why else Broken(())


def _leading(how: Cases, case: Case, question: Question) -> list[z3.BoolRef]:
    """No case before applies, and this one does."""
    wanted: list[z3.BoolRef] = []
    for one in how.cases:
        if one.when is None:
            return wanted
        term = question.translation.term(one.when.tree)
        wanted += [term.known, term.truth if one is case else z3.Not(term.truth)]
        if one is case:
            return wanted
    return wanted


def _leads_to(step: Step, case: Case, point: Typed, subject: Subject) -> bool:
    """Whether the calculator takes this case, be it only to ask for an input that the case needs."""
    ran = subject.run(point, (str(step.name),))
    needed = {name.id for name in case.gives.names()} if case.gives is not None else set()
    return (str(step.name), case.because) in ran.reasons or bool(needed & set(ran.lacking))


def _looked_for(step: Step, case: Case, subject: Subject, why: str) -> Verdict:
    tries = Tries(points(subject.scope), sides((subject,), (str(step.name),)))
    for point in tries:
        if _leads_to(step, case, point, subject):
            return Proved(_witness(step, point, subject))
    return tries.undecided(f"no inputs were found that lead there, and {why}")


def _witness(step: Step, point: Typed, subject: Subject) -> Witness:
    asked = subject.run(point, (str(step.name),)).asked
    given = tuple((name, text) for name, text in point.items() if name in asked)
    return Witness(given, subject.shown(point, (str(step.name),)))


def answered(subject: Subject) -> Verdict:
    """Whether inputs that meet their conditions always have an answer: no division by nothing."""
    answers = tuple(str(name) for name in subject.scope.answers)
    why = ""
    for answer in answers:
        try:
            for days in constant_days(subject.scope, [answer], subject.rules):
                question = Question(subject, days)
                stuck = question.translation.member(answer).stuck
                match question.find([stuck]):
                    case Something(model):
                        point = typed(question.inputs, model, question.ids)
                        if subject.run(point, (answer,)).stopped == "nothing":
                            return Broken((Witness(tuple(point.items()), (("", f"nothing for {answer}"),)),))
                        why = "what Z3 found has an answer when it is worked out"
                    case CannotTell():
                        why = TIME
                    case Nothing():
                        pass
        except Outside as outside:
            why = f"`{answer}` depends on {outside}"
    if not why:
        return Proved()
    tries = Tries(points(subject.scope), sides((subject,), answers))
    for point in tries:
        if subject.run(point, answers).stopped == "nothing":
            return Broken((Witness(tuple(point.items()), ()),))
    return tries.undecided(why)


def differs(subject: Subject, adopted: Subject) -> Verdict:
    """Whether the reading ever answers otherwise than the adopted one; broken where it never does."""
    answers = [str(name) for name in subject.scope.answers if name in adopted.scope.answers]
    for example in subject.scope.rule.examples:
        point = {str(name): str(text) for name, text in example.given}
        if witness := _apart(point, answers, subject, adopted):
            return Proved(witness)
    why = ""
    for answer in answers:
        try:
            for days in constant_days(subject.scope, [answer], subject.rules):
                question = Question(subject, days)
                ours = question.translation.member(answer)
                theirs = question.with_inputs(question.inputs, scope_of(subject.scope.rule)).member(answer)
                match question.find([ours.known, theirs.known, unequal(ours, theirs)]):
                    case Something(model):
                        point = typed(question.inputs, model, question.ids)
                        if witness := _apart(point, answers, subject, adopted):
                            return Proved(witness)
                        why = "what Z3 found is answered alike when it is worked out"
                    case CannotTell():
                        why = TIME
                    case Nothing():
                        pass
        except Outside as outside:
            why = f"`{answer}` depends on {outside}"
    if not why:
        return Broken(())
    tries = Tries(points(subject.scope), sides((subject, adopted), tuple(answers)))
    for point in tries:
        if witness := _apart(point, answers, subject, adopted):
            return Proved(witness)
    return tries.undecided(f"no inputs were found for which it differs, and {why}")


def unequal(one: Term, other: Term) -> z3.BoolRef:
    """Where two terms of a kind have different values."""
    match one.value, other.value:
        case Listed(first), Listed(second):
            ids = dict.fromkeys(id for id, _ in (*first, *second))
            mine, yours = dict(first), dict(second)
            unlike = NO
            for id in ids:
                here, there = mine.get(id, NO), yours.get(id, NO)
                unlike = either(unlike, either(both(here, z3.Not(there)), both(there, z3.Not(here))))
            return unlike
        case z3.BoolRef(), z3.BoolRef():
            return z3.Not(z3.And(z3.Implies(one.truth, other.truth), z3.Implies(other.truth, one.truth)))
    return compared("!=", one, other)


def _apart(point: Typed, answers: list[str], subject: Subject, adopted: Subject) -> Witness | None:
    """The point with what the reading answers there, where the two answer differently."""
    for answer in answers:
        ours, theirs = subject.run(point, (answer,)), adopted.run(point, (answer,))
        values: tuple[tuple[Value, ...], tuple[Value, ...]] = (ours.values, theirs.values)
        if not ours.stopped and not theirs.stopped and values[0] != values[1]:
            given = tuple((n, t) for n, t in point.items() if n in ours.asked or n in theirs.asked)
            there = tuple((f"{name} as adopted", text) for name, text in adopted.shown(point, (answer,)))
            return Witness(given, (*subject.shown(point, (answer,)), *there))
    return None
