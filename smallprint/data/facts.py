"""A part of the policy in, the same as data ready for JSON out; keys that say nothing are left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from calculators.runtime.steps import encode
from calculators.runtime.words import show
from smallprint.asking import Ask
from smallprint.model import Constant, Figure, Input, Period, Reading, Rule, Source, Version
from smallprint.model.steps import Step
from smallprint.pages.figures import value_words
from smallprint.pages.worked import worked
from smallprint.places import Text

type Data = Mapping[str, object]


def of_input(one: Input) -> Data:
    """A question to the reader: its kind, its bounds, its options."""
    return said(
        name=str(one.name),
        ask=str(one.ask),
        noun=str(one.noun),
        kind=one.kind,
        per=one.per,
        why=one.why,
        optional=one.optional,
        default=one.default,
        prefill=one.prefill,
        options=one.options,
        at_least=_bound(one, one.at_least),
        at_most=_bound(one, one.at_most),
    )


def of_answer(step: Step) -> Data:
    """What the rule answers: a name, its words, its kind."""
    return said(name=str(step.name), label=str(step.label), kind=step.kind, options=step.options)


def of_figure(figure: Figure, reading: Reading | None = None) -> Data:
    """A published figure with its dated values; `reading` where only that reading has it."""
    return said(
        name=str(figure.name),
        label=str(figure.label),
        kind=figure.kind,
        per=figure.per,
        unit=figure.unit,
        table=figure.table,
        reading=str(reading.id) if reading else "",
        options=figure.options,
        checked=figure.checked and figure.checked.isoformat(),
        check_by=figure.check_by and figure.check_by.isoformat(),
        values=[_version(version, figure) for version in figure.versions],
    )


def of_period(period: Period) -> Data:
    """Days on which the rule is known, or known not to be known."""
    return said(
        **{"from": period.start.isoformat()},
        until=period.until and period.until.isoformat(),
        unknown=period.unknown,
        note=period.note,
        sources=texts(period.sources),
    )


def of_reading(reading: Reading) -> Data:
    """One way to read the rule, who holds it and why."""
    return said(
        id=str(reading.id),
        title=str(reading.title),
        standing=reading.standing,
        because=str(reading.because),
        held_by=texts(reading.held_by),
        **{"from": reading.start and reading.start.isoformat()},
        until=reading.until and reading.until.isoformat(),
    )


def of_examples(rule: Rule, ask: Ask) -> list[Data]:
    """Each example with what is typed in it and what comes of it, by every reading."""
    found = []
    for one in worked(rule, ask):
        answer, example = one.answer, one.example
        readings = {str(read["id"]): read.get("answers", {}) for read in answer.get("readings", [])}
        found.append(
            said(
                title=str(example.title),
                given={str(name): str(value) for name, value in example.given},
                reading=str(example.reading),
                answers=answer.get("answers", {}),
                sentence=answer.get("sentence", ""),
                readings={id: answers for id, answers in readings.items() if answers},
                missing=one.missing,
                errors=list(answer.get("errors", [])),
                sources=texts(example.sources),
            )
        )
    return found


def of_notes(notes: Iterable[tuple[Text, tuple[Text, ...]]]) -> list[Data]:
    """What is good to know, each with its sources."""
    return [said(say=str(say), sources=texts(sources)) for say, sources in notes]


def of_source(source: Source) -> Data:
    """One entry of the register."""
    return said(
        id=str(source.id),
        title=str(source.title),
        publisher=str(source.publisher),
        kind=str(source.kind),
        official=source.official,
        dated=source.dated,
        address=source.address,
        checked=source.checked.isoformat(),
        check_by=source.check_by.isoformat(),
        note=source.note,
    )


def figures_of(rule: Rule) -> list[Data]:
    """The rule's figures, then those that only some of its readings have."""
    own = [of_figure(figure) for figure in rule.figures]
    return own + [of_figure(figure, reading) for reading in rule.readings for figure in reading.figures]


def answers_of(rule: Rule) -> list[Data]:
    """What the adopted reading answers."""
    steps = {str(step.name): step for step in rule.steps}
    return [of_answer(steps[str(name)]) for name in rule.answers]


def texts(found: Iterable[Text]) -> list[str]:
    """Texts without their places."""
    return [str(text) for text in found]


def said(**values: object) -> Data:
    """Only what says something: neither nothing nor "" nor no."""
    return {key: value for key, value in values.items() if value or (value == 0 and value is not False)}


def _version(version: Version, figure: Figure) -> Data:
    days = said(**{"from": version.start.isoformat()}, until=version.until and version.until.isoformat())
    value = {}
    if version.value is not None:
        value = {"value": encode(figure.kind, version.value), "shown": value_words(version, figure)}
    about = said(
        unknown=version.unknown,
        none=version.none,
        note=version.note,
        confidence=version.confidence,
        sources=texts(version.sources),
    )
    return {**days, **value, **about}


def _bound(one: Input, bound: Constant | None) -> Data | None:
    return None if bound is None else {"value": encode(one.kind, bound), "shown": show(one.kind, bound, one.options)}
