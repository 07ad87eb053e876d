"""An answered question in, the answer by the rules of every other time out: periods of days on which no figure changes.

The same inputs are worked out with the figures of each period; the reader's own dates stay what they are. So two
periods differ by their figures alone, also where the day that dates the rule plays a part in the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from calculators.runtime.answer import Outcome, Put, day_of, work_out
from calculators.runtime.matters import in_short
from calculators.runtime.mistakes import Missing, Mistake, NotCovered
from calculators.runtime.rule import Figure, Rule, Step
from calculators.runtime.trace import Record
from calculators.runtime.values import Value
from calculators.runtime.words import long_date, show

DAY = timedelta(days=1)
FIXED = "figures_of"
NO_OUTCOME = Outcome({}, [], "", (), [], [], [])
NO_FIGURES: Mapping[str, Record] = {}


class Era(NamedTuple):
    """Days, both included, with one set of figures, and the answer by them; `unknown` says why there is none.

    `start` or `until` is None where nothing earlier or later is known to be otherwise. `figures` are the records of
    the figures that took part, by name.
    """

    start: date | None
    until: date | None
    outcome: Outcome = NO_OUTCOME
    unknown: str = ""
    figures: Mapping[str, Record] = NO_FIGURES


def eras(put: Put, readings: Sequence[type[Rule]], today: date) -> list[Era]:
    """The periods from the oldest to the newest; neighbours that answer alike by the same figures are one."""
    found: list[Era] = []
    cuts = sorted(boundaries(readings))
    for start, following in zip([None, *cuts], [*cuts, None], strict=True):
        if start is None and following is None:
            start = today
        inside = start if start is not None else (following or today) - DAY
        until = None if following is None else following - DAY
        era = _era(put, readings, inside, Era(start, until), today)
        if found and _alike(found[-1], era):
            found[-1] = found[-1]._replace(until=until)
        else:
            found.append(era)
    return found


def shown_eras(found: Sequence[Era], put: Put) -> list[dict[str, object]]:
    """What to show of each period, newest first: its days, its answer or why there is none, and what changed."""
    shown: list[dict[str, object]] = []
    for number, era in enumerate(found):
        before = found[number - 1] if number else None
        shown.append(
            {
                "start": era.start.isoformat() if era.start else None,
                "until": era.until.isoformat() if era.until else None,
                "when": when(era.start, era.until),
                "now": _is_now(era, put.on),
                "answers": [
                    {"name": one["name"], "label": one["label"], "text": one["text"]} for one in in_short(era.outcome)
                ],
                "missing": [{"input": name, "question": put.inputs[name].ask} for name in era.outcome.missing],
                "unknown": era.unknown,
                "figures": list(_changed(before, era)) if before else [],
            }
        )
    return shown[::-1]


def when(start: date | None, until: date | None) -> str:
    """A period in words.

    >>> when(date(2023, 5, 3), None), when(None, date(2023, 5, 2)), when(date(2022, 1, 1), date(2023, 5, 2))
    ('since 3 May 2023', 'before 3 May 2023', '1 January 2022 to 2 May 2023')
    """
    if start is None:
        return f"before {long_date(until + DAY)}" if until else "always"
    return f"since {long_date(start)}" if until is None else f"{long_date(start)} to {long_date(until)}"


def boundaries(readings: Sequence[type[Rule]]) -> set[date]:
    """Every day on which a figure, period, reading or answer of these rules and those they apply begins or ends."""
    cuts: set[date] = set()
    for rule in _with_applied(readings):
        cuts.update(_edges((one.start, one.until) for one in rule.periods))
        cuts.update(_edges([(rule.reading.start, rule.reading.until)]))
        for member in _members(rule):
            if isinstance(member, Figure):
                cuts.update(_edges((one.start, one.until) for one in member.versions))
            elif isinstance(member, Step) and member.start:
                cuts.add(member.start)
    return cuts


def by_the_rules_of(rule: type[Rule], day: date) -> type[Rule]:
    """The rule with the figures of a day, whatever day its reader gives; so too the rules that it applies."""
    return type(rule.__name__, (OfDay, rule), {"dated_by": FIXED, FIXED: day})


class OfDay(Rule):
    """A rule whose figures are those of one fixed day."""

    def ask_other[R: Rule](self, rule: type[R], **instead: Value) -> R:
        """As `Rule.ask_other`."""
        return super().ask_other(self._of_day(rule), **instead)

    def probe[T: Value](self, rule: type[Rule], member: Step[T], **instead: Value) -> T:
        """As `Rule.probe`."""
        return super().probe(self._of_day(rule), member, **instead)

    def _of_day[R: Rule](self, rule: type[R]) -> type[R]:
        made: type[R] = by_the_rules_of(rule, getattr(self, FIXED))  # type: ignore[assignment]  # a subclass of it
        return made


def _era(put: Put, readings: Sequence[type[Rule]], day: date, era: Era, today: date) -> Era:
    given: Mapping[str, Value] = {**put.given, FIXED: day}
    held = [put.main, *(rule for rule in readings if rule is not put.main)]
    main = next((rule for rule in held if (rule.reading.start or day) <= day <= (rule.reading.until or day)), None)
    if main is None:
        return era._replace(unknown="No reading of this rule is of these days.")
    rule = by_the_rules_of(main, day)
    try:
        day_of(rule, given)
    except NotCovered as stop:
        return era._replace(unknown=_why(era, stop.about[0][1]))
    outcome = work_out(rule, given, today)
    if outcome.errors:
        return era._replace(unknown=_why(era, outcome.errors[0][1]))
    return era._replace(outcome=outcome, figures=_figures(rule, given))


def _why(era: Era, message: str) -> str:
    if era.start is None:
        return "Nothing is known of these days."
    return message


def _alike(one: Era, other: Era) -> bool:
    if one.unknown or other.unknown:
        return one.unknown == other.unknown
    same = one.outcome.answers == other.outcome.answers and one.outcome.missing == other.outcome.missing
    return same and _values(one) == _values(other)


def _values(era: Era) -> dict[str, Value]:
    return {name: record[1] for name, record in era.figures.items()}


def _figures(rule: type[Rule], given: Mapping[str, Value]) -> dict[str, Record]:
    """The figures that take part, as far as the sum can be done."""
    asking = rule(given)
    for name in rule.answers:
        with suppress(Missing, Mistake, ArithmeticError):
            getattr(asking, name)
    return {record[0].name: record for record in asking.trace if record[0].published}


def _changed(before: Era, after: Era) -> Iterator[dict[str, object]]:
    """The figures that take part in both and are not the same."""
    for name, (member, value, (_, note, _, sources, _), _) in after.figures.items():
        if name in before.figures and before.figures[name][1] != value:
            yield {
                "name": name,
                "label": member.label,
                "before": show(member.kind, before.figures[name][1], member.options),
                "after": show(member.kind, value, member.options),
                "note": note,
                "sources": list(sources),
            }


def _is_now(era: Era, on: date | None) -> bool:
    return on is not None and (era.start or on) <= on <= (era.until or on)


def _edges(periods: Iterator[tuple[date, date | None]] | Sequence[tuple[date | None, date | None]]) -> Iterator[date]:
    for start, until in periods:
        if start is not None:
            yield start
        if until is not None and until < date.max:
            yield until + DAY


def _with_applied(readings: Sequence[type[Rule]]) -> list[type[Rule]]:
    """The rules themselves and, each once, those that their steps apply."""
    found: dict[type[Rule], None] = {}
    waiting = list(readings)
    while waiting:
        rule = waiting.pop()
        if rule in found:
            continue
        found[rule] = None
        for member in _members(rule):
            if isinstance(member, Step):
                names = getattr(member.work_out, "__globals__", {}).values()
                waiting += [
                    one for one in names if isinstance(one, type) and issubclass(one, Rule) and _applied(one, rule)
                ]
    return list(found)


def _applied(one: type, rule: type[Rule]) -> bool:
    return issubclass(one, Rule) and one is not Rule and one.__module__ != rule.__module__


def _members(rule: type[Rule]) -> Iterator[object]:
    for owner in rule.__mro__:
        yield from vars(owner).values()
