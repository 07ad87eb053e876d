"""A rule's readings and what a reader typed in, one object ready for JSON out: all that lies around the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from calculators.runtime.agreement import agreement
from calculators.runtime.answer import put, work_out
from calculators.runtime.eras import Era, eras, shown_eras, when
from calculators.runtime.matters import matters
from calculators.runtime.mistakes import Mistake
from calculators.runtime.rule import Rule


def explored(
    readings: Sequence[type[Rule]], typed: Mapping[str, str], today: date, reading: str | None = None
) -> dict[str, object]:
    """What would change the answer (`matters`), where readings agree (`agree`), what it was (`changed`), and `periods`.

    `changed` has the answer to the same inputs by the rules of each period, newest first; `periods` has the days the
    rule is known for, oldest first, as parts of a bar. All four are empty where there is no answer.
    """
    nothing: dict[str, object] = {"matters": [], "agree": [], "changed": [], "periods": []}
    if not readings:
        return nothing
    try:
        question = put(readings, typed, today, reading)
    except Mistake:
        return nothing
    outcomes = {rule: work_out(rule, question.given, today) for rule in question.held}
    now = outcomes[question.main]
    if not now.answers:
        return nothing
    ordered = {question.main: now, **outcomes}
    times = eras(question, readings, today)
    return {
        "matters": matters(question, now, today),
        "agree": agreement(question, ordered, today),
        "changed": shown_eras(times, question),
        "periods": _bar(times, question.on or today, today),
    }


def _bar(times: Sequence[Era], on: date, today: date) -> list[dict[str, object]]:
    """The periods as parts of a bar of a thousand units: where each begins and how wide it is.

    Those without a beginning or an end take as much as shows that they go on.
    """
    starts = [era.start for era in times if era.start]
    first, last = min([*starts, on]), max([today, on, *starts])
    margin = max(1, (last - first).days // 12)
    begin, end = first.toordinal() - margin, last.toordinal() + margin
    parts: list[dict[str, object]] = []
    for era in times:
        since = era.start.toordinal() if era.start else begin
        until = era.until.toordinal() + 1 if era.until else end
        at = (since - begin) * 1000 // (end - begin)
        parts.append(
            {
                "when": when(era.start, era.until),
                "state": "unknown" if era.unknown else "asks" if era.outcome.missing else "known",
                "at": at,
                "width": max(1, (until - begin) * 1000 // (end - begin) - at),
                "now": (era.start or on) <= on <= (era.until or on),
            }
        )
    return parts
