"""A rule in, a problem out for every name that stands twice or that the generated module could not carry."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable

import calculators.runtime.rule as runtime
from smallprint.check.world import World
from smallprint.model import Rule
from smallprint.model.steps import Requirements
from smallprint.modules.members import CLASSES, class_name
from smallprint.places import Text
from smallprint.problems import Problem
from smallprint.uses import steps_everywhere

# What a generated class already has, or says in its body: a member of that name would replace it.
RESERVED = (
    frozenset(vars(runtime.Rule))
    | frozenset(runtime.Rule.__annotations__)
    | {"given", "asked", "trace", "parts", "said", "self", "step", "date", "bool", "int", "str"}
)
_TEST = re.compile(r".*_must_\d+\Z")


def reserved(rule: Rule, world: World) -> list[Problem]:
    """Every name is declared once, and is one that Python can carry.

    A member may have the name of a function: formulas tell them apart by the bracket, generated code by `self.`.
    """
    problems = _twice(_members(rule), "names two things")
    for reading in rule.readings:
        own = [*(figure.name for figure in reading.figures), *(step.name for step in reading.steps)]
        problems += _twice(own, "names two things in one reading")
        problems += _other_kind(rule, own, [str(figure.name) for figure in reading.figures])
    for step in steps_everywhere(rule):
        if isinstance(step.how, Requirements):
            problems += _twice([one.id for one in step.how.requirements], "is the id of two requirements")
    problems += [_word(name) for name in _all(rule) if _is_reserved(name)]
    return problems + _class_names(rule)


def _members(rule: Rule) -> list[Text]:
    inputs = [asked.name for asked in rule.inputs if not asked.shared_from]
    figures, steps = [figure.name for figure in rule.figures], [step.name for step in rule.steps]
    return [*inputs, *figures, *steps, *(words.name for words in rule.lists)]


def _all(rule: Rule) -> Iterable[Text]:
    yield from _members(rule)
    for reading in rule.readings:
        yield from (figure.name for figure in reading.figures if figure.name not in {f.name for f in rule.figures})
        yield from (step.name for step in reading.steps if step.name not in {s.name for s in rule.steps})


def _twice(names: Iterable[Text], what: str) -> list[Problem]:
    problems: list[Problem] = []
    first: dict[str, Text] = {}
    for name in names:
        if name in first:
            also = ((first[name].place, "first here"),)
            mend = "rename one of the two"
            problems.append(Problem("POL201", f"`{name}` {what}", name.place, "and again here", mend, also))
        first.setdefault(name, name)
    return problems


def _other_kind(rule: Rule, names: Iterable[Text], figures: Iterable[str]) -> list[Problem]:
    """A reading replaces figures by figures and steps by steps, and leaves inputs and word lists alone."""
    own = {str(figure.name): figure.name for figure in rule.figures}
    steps = {str(step.name): step.name for step in rule.steps}
    others = {str(name): name for name in (*(i.name for i in rule.inputs), *(words.name for words in rule.lists))}
    problems = []
    for name in names:
        taken = others.get(name) or (steps if name in figures else own).get(name)
        if taken is not None:
            also = ((taken.place, "first here"),)
            mend = "rename it; a reading can only replace a figure by a figure and a step by a step"
            problems.append(Problem("POL201", f"`{name}` names two things", name.place, "and again here", mend, also))
    return problems


def _is_reserved(name: str) -> bool:
    return keyword.iskeyword(name) or name in RESERVED or bool(_TEST.match(name))


def _word(name: Text, instead: str = "") -> Problem:
    mend = f"choose another name, such as `{instead or f'the_{name}'}`"
    return Problem("POL202", f"`{name}` has a meaning of its own in the generated module", name.place, help=mend)


def _class_names(rule: Rule) -> list[Problem]:
    """The rule and each of its readings becomes a class of its own."""
    problems: list[Problem] = []
    first: dict[str, Text] = {}
    for id in (rule.id, *(reading.id for reading in rule.readings if reading.standing != "adopted")):
        if not id:
            continue
        name = class_name(id)
        if name in CLASSES or keyword.iskeyword(id):
            problems.append(_word(id, f"another-{id}"))
        elif name in first:
            also = ((first[name].place, "first here"),)
            mend = "rename one of the two"
            problems.append(
                Problem("POL201", f"`{id}` and `{first[name]}` are too alike", id.place, "and again here", mend, also)
            )
        first.setdefault(name, id)
    return problems
