"""People with what they ask in, a problem out for every question that cannot be put as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from calculators.runtime.inputs import read
from calculators.runtime.mistakes import Unreadable
from calculators.runtime.questions import Input as RuntimeInput
from calculators.runtime.values import Value
from smallprint.asking import Ask
from smallprint.check.world import World
from smallprint.model import Input, Rule
from smallprint.model.people import Person, Question
from smallprint.problems import Problem, did_you_mean


def people(found: Sequence[Person], world: World) -> list[Problem]:
    """Every question is to a rule that exists, gives inputs it has, as a reader could type them, and says its day."""
    problems: list[Problem] = []
    for person in found:
        first: dict[object, Question] = {}
        for question in person.asks:
            rule = world.rules.get(str(question.rule))
            if rule is not None:
                problems += _given(question, rule)
            elif question.rule:
                label = did_you_mean(question.rule, world.rules)
                message, mend = f"there is no rule `{question.rule}`", "name a rule by its id"
                problems.append(Problem("POL207", message, question.rule.place, label, mend))
            problems += _alike(question, first)
    return problems


def answered(found: Iterable[Person], rules: Iterable[Rule], ask: Ask) -> Iterator[Problem]:
    """A problem for every question to one of these rules that lacks something the rule would ask for."""
    known = {str(rule.id) for rule in rules}
    for question in (question for person in found for question in person.asks if question.rule in known):
        missing = ask(question.rule, {str(name): str(text) for name, text in question.given}, "").get("missing")
        if isinstance(missing, list) and missing:
            lacking = ", ".join(f"`{name}`" for name in missing)
            message, mend = f"`{question.rule}` would ask for {lacking} too", f"add `{missing[0]}` to `given`"
            yield Problem("POL801", message, question.rule.place, help=mend)


def _given(question: Question, rule: Rule) -> Iterator[Problem]:
    inputs = {str(one.name): one for one in rule.inputs}
    for name, text in question.given:
        asked = inputs.get(str(name))
        if asked is None:
            message, known = f"`{rule.id}` has no input `{name}`", "its inputs are: " + ", ".join(inputs)
            yield Problem("POL203", message, name.place, did_you_mean(name, inputs), known)
            continue
        try:
            read(runtime_input(asked), text)
        except Unreadable as why:
            yield Problem("POL802", f"a reader could not type `{text[:60]}` here", text.place, help=str(why))
    if question.given and rule.dated_by in inputs and rule.dated_by not in [name for name, _ in question.given]:
        mend = f"add `{rule.dated_by}` to `given`, so that the answer stays the same tomorrow"
        yield Problem("POL502", "the question does not say its day", question.rule.place, help=mend)


def _alike(question: Question, first: dict[object, Question]) -> Iterator[Problem]:
    typed = (str(question.rule), frozenset((str(name), str(text)) for name, text in question.given))
    other = first.setdefault(typed, question)
    if other is not question:
        also = ((other.title.place, "this one"),)
        message, mend = "one person asks the same twice", "keep one of the two, or change what is given"
        yield Problem("POL507", message, question.title.place, "and this", mend, also)


def runtime_input(asked: Input) -> RuntimeInput[Value]:
    """The input as the calculator has it, as far as reading goes."""
    return RuntimeInput(
        asked.kind,
        asked.ask,
        line=0,
        per=asked.per,
        options=asked.options,
        at_least=asked.at_least,
        at_most=asked.at_most,
    )
