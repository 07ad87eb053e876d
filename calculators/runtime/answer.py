"""A rule's readings and what a reader typed, one object ready for JSON out: answers, steps, readings, what to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from calculators.runtime.around import about_day, assumed, given_words, show_input
from calculators.runtime.inputs import read_each
from calculators.runtime.mistakes import NO_OFFERS, Missing, Mistake, NotCovered
from calculators.runtime.questions import Input
from calculators.runtime.rule import Reading, Rule
from calculators.runtime.steps import encode, shown_steps
from calculators.runtime.trace import Member, Record
from calculators.runtime.values import Value
from calculators.runtime.words import fill, long_date, nearest, show


def answer(
    readings: Sequence[type[Rule]], typed: Mapping[str, str], today: date, reading: str | None = None
) -> dict[str, object]:
    """What the readings of one rule, the adopted one first, answer on the day the inputs give.

    `reading` makes another one the main one, whose answers and steps stand at the top. Where the main reading cannot be
    worked out, the object is `{"errors": [{"input", "message"}, ...]}`; where inputs are missing, `answers` is empty.
    """
    try:
        inputs, given, on, held, main = put(readings, typed, today, reading)
    except Mistake as mistake:
        return {"errors": _errors(mistake.about, mistake.offers)}
    outcomes = {rule: work_out(rule, given, today) for rule in held}
    chosen = outcomes[main]
    if chosen.errors:
        return {"errors": _errors(chosen.errors)}
    return {
        "rule": main.id,
        "in_force_on": on.isoformat() if on else None,
        "reading": main.reading.id,
        "answers": chosen.answers,
        "steps": shown_steps(chosen.trace),
        "readings": [_reading(rule.reading, outcome) for rule, outcome in outcomes.items()],
        "asked": chosen.asked,
        "missing": chosen.missing,
        "sentence": chosen.sentence,
        "shown": chosen.shown,
        "read": {name: show_input(inputs[name], value) for name, value in given.items() if inputs[name].kind != "text"},
        "given": given_words(inputs, given),
        "assumed": assumed(inputs, typed, given, chosen.asked, chosen.trace),
        "answered_on": long_date(today),
    }


class Put(NamedTuple):
    """A question as it is put: all inputs by name, those given, the day, the readings held on it, the main one."""

    inputs: dict[str, Input[Value]]
    given: dict[str, Value]
    on: date | None
    held: list[type[Rule]]
    main: type[Rule]


def put(readings: Sequence[type[Rule]], typed: Mapping[str, str], today: date, reading: str | None) -> Put:
    """What is typed, read and put to the readings of its day; raises `Mistake` where that cannot be done."""
    inputs = {one.name: one for rule in readings for one in rule.inputs()}
    given = read_each(inputs, typed, today)
    on = day_of(readings[0], given)
    held = [rule for rule in readings if on is None or holds(rule.reading, on)]
    return Put(inputs, given, on, held, _chosen(readings, held, reading))


class Outcome(NamedTuple):
    """How one reading went: exactly one of `errors`, `missing` and `answers` has something in it."""

    answers: dict[str, object]
    shown: list[dict[str, str]]
    sentence: str
    trace: Sequence[Record]
    asked: list[str]
    missing: list[str]
    errors: list[tuple[str, str]]


def work_out(rule: type[Rule], given: Mapping[str, Value], today: date) -> Outcome:
    """Pull every answer of one reading; what is missing or mistaken is gathered over all of them.

    `today` only tells how far away a day is.
    """
    asking = rule(given)
    values: dict[str, Value] = {}
    missing: list[str] = []
    errors: list[tuple[str, str]] = []
    for name in _answers(rule, given):
        try:
            values[name] = getattr(asking, name)
        except Missing as stop:
            missing.extend(stop.names)
        except Mistake as stop:
            errors.extend(stop.about)
        except ArithmeticError as stop:
            errors.append(_about_last_number(asking, stop))
    inputs = [one.name for one in rule.inputs()]
    asked = [name for name in inputs if name in asking.asked]
    if errors:
        return Outcome({}, [], "", (), asked, [], [(n if n in inputs else rule.dated_by, words) for n, words in errors])
    if missing:
        return Outcome({}, [], "", (), asked, [name for name in inputs if name in missing] or missing, [])
    members: dict[str, Member] = {name: getattr(rule, name) for name in values}
    answers = {name: encode(members[name].kind, value) for name, value in values.items()}
    shown = [_shown(name, one, values[name], today) for name, one in members.items()]
    trace = tuple(asking.trace)  # before the sentence, which may pull more
    return Outcome(answers, shown, _sentence(asking), trace, asked, [], [])


def _shown(name: str, member: Member, value: Value, today: date) -> dict[str, str]:
    shown = {"name": name, "label": member.label, "text": show(member.kind, value, member.options)}
    if isinstance(value, date):
        shown["about"] = about_day(value, today)
    return shown


def _answers(rule: type[Rule], given: Mapping[str, Value]) -> list[str]:
    """The answers there are on the day the inputs give; all of them where they give none."""
    on = given.get(rule.dated_by)
    starts = {name: getattr(getattr(rule, name), "start", None) for name in rule.answers}
    return [name for name, start in starts.items() if not (start and isinstance(on, date) and on < start)]


def day_of(rule: type[Rule], given: Mapping[str, Value]) -> date | None:
    """The day whose rules apply, where it is given; raises `NotCovered` where the rule is not known on it."""
    on = given.get(rule.dated_by)
    if not isinstance(on, date):
        return None
    periods = rule.periods
    for period in periods:
        if period.start <= on and (period.until is None or on <= period.until):
            if period.unknown:
                raise NotCovered(rule.dated_by, f"The rules of {long_date(on)} are not known. {period.unknown}")
            return on
    if not periods:
        return on
    first, last = periods[0].start, periods[-1].until
    if on < first:
        words = f"Nothing is known before {long_date(first)}. Give that day or a later one."
    elif last and on > last:
        words = f"Nothing is known after {long_date(last)}. Give that day or an earlier one."
    else:
        words = f"The rules of {long_date(on)} are not known. Give another day."
    raise NotCovered(rule.dated_by, words)


def holds(reading: Reading, on: date) -> bool:
    """Whether it is a reading of the rules of this day."""
    return (reading.start is None or reading.start <= on) and (reading.until is None or on <= reading.until)


def _chosen(readings: Sequence[type[Rule]], held: Sequence[type[Rule]], id: str | None) -> type[Rule]:
    """The reading to stand at the top: the one asked for, else the first."""
    if id is None and held:
        return held[0]
    if id is None:
        raise Mistake(((readings[0].dated_by, "No reading of this rule is of that day. Give another day."),))
    for rule in held:
        if rule.reading.id == id:
            return rule
    for rule in readings:
        if rule.reading.id == id:
            raise Mistake((("reading", _when(rule.reading)),))
    ids = [rule.reading.id for rule in readings]
    near = nearest(id, ids)
    guess = f"Did you mean {near}? " if near else ""
    raise Mistake((("reading", f"{guess}Write one of: {', '.join(ids)}."),))


def _when(reading: Reading) -> str:
    days = [f"from {long_date(reading.start)}"] if reading.start else []
    if reading.until:
        days.append(f"until {long_date(reading.until)}")
    return f"This reading is of the rules {' '.join(days)}. Give such a day, or choose another reading."


def _about_last_number(rule: Rule, stop: ArithmeticError) -> tuple[str, str]:
    """An impossible sum (a division by nothing, a date too far) is put to the number that was asked for last."""
    numbers = (name for name in reversed(rule.asked) if type(rule.given.get(name)) in (Decimal, int))
    words = str(stop) if type(stop) is OverflowError else "Nothing can be worked out with this number."
    return (next(numbers, rule.dated_by), f"{words} Write another one.")


def _sentence(rule: Rule) -> str:
    """The answer in one sentence, or "" where it would name an input that this case has no use for."""
    try:
        return fill(rule, rule.sentence)
    except (Missing, Mistake):
        return ""


def _reading(reading: Reading, outcome: Outcome) -> dict[str, object]:
    said: dict[str, object] = {
        "id": reading.id,
        "standing": reading.standing,
        "answers": outcome.answers,
        "title": reading.title,
        "because": reading.because,
        "held_by": list(reading.held_by),
        "sentence": outcome.sentence,
        "shown": outcome.shown,
    }
    if outcome.missing:
        said["missing"] = outcome.missing
    if outcome.errors:
        said["errors"] = _errors(outcome.errors)
    return said


def _errors(
    about: Sequence[tuple[str, str]], offers: Mapping[str, tuple[str, ...]] = NO_OFFERS
) -> list[dict[str, object]]:
    first: dict[str, str] = {}
    for name, message in about:
        first.setdefault(name, message)  # one thing to do at each field: the next is said when that is done
    return [_error(name, message, offers.get(name, ())) for name, message in first.items()]


def _error(name: str, message: str, offers: tuple[str, ...]) -> dict[str, object]:
    error: dict[str, object] = {"input": name, "message": message}
    if offers:
        error["offers"] = list(offers)
    return error
