"""A rule in, its form out: which questions are asked, in what way, and which of them a reader sees first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from smallprint.asking import Ask
from smallprint.model import Input, Rule
from smallprint.model.steps import Apply, Solve
from smallprint.uses import template_names, uses

# So many questions to one verdict are asked one by one.
MANY = 4
# Whoever does not know which of so many options it is can still read what each would give.
MOST_UNSURE = 4

# One line of text, a browser's own date field, one of several options, or a long text.
type Control = Literal["line", "day", "options", "text"]


@dataclass(frozen=True)
class Question:
    """One input as the form asks it. `first`: it is seen before anything was worked out.

    `unsure`: a reader may say not to know, and is told what each reply would give.
    """

    name: str
    noun: str
    ask: str
    why: str
    unit: str
    control: Control
    inputmode: str
    prefill: str
    options: tuple[tuple[str, str], ...]
    first: bool
    unsure: bool


@dataclass(frozen=True)
class Form:
    """The questions that answer the rule as adopted, those that may be left out, and those only other readings need.

    `one_by_one`: they are asked one at a time, since there are many and the answer is a verdict.
    """

    needed: tuple[Question, ...]
    optional: tuple[Question, ...]
    comparing: tuple[Question, ...]
    one_by_one: bool


def form(rule: Rule, ask: Ask, today: date) -> Form:
    """The form of the rule. A question is seen first if the running calculator shows it when nothing was typed yet.

    So nothing moves when that has started.
    """
    first = _seen_first(rule, ask, today)
    adopted = _used(rule)
    needed, optional, comparing = [], [], []
    for one in rule.inputs:
        question = _question(one, one.name in first)
        if one.name not in adopted:
            comparing.append(question)
        elif one.optional:
            optional.append(question)
        else:
            needed.append(question)
    one_by_one = _one_by_one(rule, needed)
    if one_by_one:
        opening = next(question.name for question in needed if not question.prefill)
        needed = [replace(one, first=bool(one.prefill) or one.name == opening) for one in needed]
    return Form(tuple(needed), tuple(optional), tuple(comparing), one_by_one)


def _one_by_one(rule: Rule, needed: list[Question]) -> bool:
    """Whether it is a check of many things: whoever worries then has one thing to think about at a time."""
    kinds = {step.kind for step in rule.steps if step.name in rule.answers}
    return "verdict" in kinds and sum(not question.prefill for question in needed) >= MANY


def _question(one: Input, first: bool) -> Question:
    options = tuple(one.options.items()) if one.kind == "choice" else (("yes", "Yes"), ("no", "No"))
    prefill = _prefill(one)
    return Question(
        name=one.name,
        noun=one.noun,
        ask=one.ask,
        why=one.why,
        unit=_unit(one),
        control=_control(one.kind, prefill),
        inputmode={"money": "decimal", "rate": "decimal", "number": "decimal", "count": "numeric"}.get(one.kind, ""),
        prefill=prefill,
        options=options if one.kind in ("choice", "yesno") else (),
        first=first,
        unsure=one.kind == "yesno" or (one.kind == "choice" and len(options) <= MOST_UNSURE),
    )


def _control(kind: str, prefill: str) -> Control:
    if kind in ("choice", "yesno"):
        return "options"
    if kind == "text":
        return "text"
    # A calendar is quick near today; a day that has to be remembered is typed faster than it is paged to.
    return "day" if kind == "date" and prefill else "line"


def _unit(one: Input) -> str:
    units = {
        "money": "US dollars",
        "rate": "such as 15%",
        "count": "a whole number",
        "date": "such as 1 June 2021" if not (one.prefill or one.default) else "",
    }
    unit = units.get(one.kind, "")
    return f"{unit} per {one.per}".strip() if one.per else unit


def _prefill(one: Input) -> str:
    return "today" if "today" in (one.prefill, one.default) else ""


def _seen_first(rule: Rule, ask: Ask, today: date) -> set[str]:
    """What starts with today's date, what is asked then, and what other readings lack (see `#askWhatMatters`)."""
    prefilled = {str(one.name): today.isoformat() for one in rule.inputs if _prefill(one)}
    answer = ask(rule.id, prefilled, "")
    readings = answer.get("readings")
    compared = [reading for reading in readings if isinstance(reading, dict)] if isinstance(readings, list) else []
    lacking = (name for reading in compared for name in _names(reading.get("missing")))
    asked = {*_names(answer.get("asked")), *_names(answer.get("missing")), *lacking}
    return asked | set(prefilled) if asked else {str(one.name) for one in rule.inputs}


def _names(part: object) -> list[str]:
    return [str(name) for name in part] if isinstance(part, list) else []


def _used(rule: Rule) -> set[str]:
    """The inputs that the rule's own body can touch, other readings left out."""
    steps = {str(step.name): step for step in rule.steps}
    inputs = {str(one.name): one for one in rule.inputs}
    used = {str(rule.dated_by)}
    to_look_at = [*map(str, rule.answers), *(name.id for name in template_names(rule.answer))]
    looked_at: set[str] = set()
    while to_look_at:
        name = to_look_at.pop()
        if name in looked_at:
            continue
        looked_at.add(name)
        if name in inputs:
            used.add(name)
            to_look_at.extend(used_name.id for must in inputs[name].musts for used_name in must.that.names())
        elif name in steps:
            to_look_at.extend(used_name.id for used_name in uses(steps[name]))
            if isinstance(steps[name].how, Apply | Solve):
                used |= {str(one.name) for one in rule.inputs if one.shared_from}
    return used
