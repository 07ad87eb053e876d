"""A checked policy in, findings out: each law, case, answer and reading proved, broken, or tried at many points.

Z3 is asked about the formulas as the calculators work them out. Inputs that it finds are given to the calculator
itself before anything is said of them, so what is called broken is broken.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator

from smallprint.model import Policy, Rule
from smallprint.model.laws import law_in_words
from smallprint.model.steps import Case, Cases, Step
from smallprint.places import Place
from smallprint.prove.cases import answered, differs, reached
from smallprint.prove.findings import About, Finding, Verdict
from smallprint.prove.laws import prove_law
from smallprint.prove.question import Subject
from smallprint.prove.run import Calculators
from smallprint.scope import Scope, scopes

SECONDS = 2.0


def prove(policy: Policy, wanted: Collection[str] = (), seconds: float = SECONDS) -> Iterator[Finding]:
    """The findings of the wanted rules, or of all; Z3 may take so many seconds for each question."""
    rules = {str(rule.id): rule for rule in policy.rules}
    calculators = Calculators(policy)
    for rule in policy.rules:
        if not wanted or rule.id in wanted:
            subjects = [Subject(scope, rules, calculators, seconds) for scope in scopes(rule)]
            for subject in subjects:
                yield from _laws(rule, subject)
            for subject in subjects:
                yield from _structure(subject, subjects[0])


def _laws(rule: Rule, subject: Subject) -> Iterator[Finding]:
    for number, law in enumerate(rule.laws):
        if subject.reading not in law.not_in:
            says = law_in_words(law.says, lambda name: label(subject.scope, name))
            decide = _later(prove_law, number, law, subject)
            yield _timed(subject, "law", says, law.place.place, decide)


def _structure(subject: Subject, adopted: Subject) -> Iterator[Finding]:
    """That every case is reached, that what can be asked is answered, and that the reading differs."""
    scope = subject.scope
    for step in scope.steps.values() if scope.reading is None else scope.reading.steps:
        for case in step.how.cases if isinstance(step.how, Cases) and len(step.how.cases) > 1 else ():
            decide = _later(reached, step, case, subject)
            yield _timed(subject, "case", _case(step, case), case.place.place, decide)
    says = "inputs that meet their conditions have an answer"
    place = scope.rule.id.place if scope.reading is None else scope.reading.id.place
    yield _timed(subject, "answers", says, place, _later(answered, subject))
    if scope.reading is not None and (scope.reading.figures or scope.reading.steps):
        says = f"the reading `{subject.reading}` differs from the adopted one"
        yield _timed(subject, "reading", says, place, _later(differs, subject, adopted))


def label(scope: Scope, name: str) -> str:
    """How a reader knows a member."""
    if name in scope.inputs:
        return str(scope.inputs[name].noun)
    return str(scope.figures[name].label if name in scope.figures else scope.steps[name].label)


def _case(step: Step, case: Case) -> str:
    return f"some inputs lead to this case of `{step.name}`: {case.because.rstrip('.')}"


def _later[**P](decide: Callable[P, Verdict], *words: P.args, **keys: P.kwargs) -> Callable[[], Verdict]:
    return lambda: decide(*words, **keys)


def _timed(subject: Subject, about: About, says: str, place: Place, decide: Callable[[], Verdict]) -> Finding:
    started = time.monotonic()
    verdict = decide()
    rule = str(subject.scope.rule.id)
    return Finding(rule, subject.reading, about, says, place, verdict, round(time.monotonic() - started, 3))
