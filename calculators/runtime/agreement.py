"""An answered question in, the exact ranges of one input out over which all readings of the rule give one answer.

The readings are worked out for whole stretches of values (see `limits.py`). Two answers are one where the same step
has the same values to work on, or where two are the same straight line before they are rounded. Where they are apart
everywhere on a stretch, they differ. What is neither is cut in two, down to single values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import cast

from calculators.runtime.answer import Outcome, Put, day_of, holds, work_out
from calculators.runtime.around import show_input
from calculators.runtime.decisions import Split
from calculators.runtime.lifted import OnSpans
from calculators.runtime.limits import (
    Unsettled,
    along,
    bounds,
    on_spans,
    place_of,
    through,
    value_at,
    work_out_on_spans,
)
from calculators.runtime.mistakes import NotCovered
from calculators.runtime.questions import Input
from calculators.runtime.rule import Rule
from calculators.runtime.spans import Span, Trail
from calculators.runtime.trace import Record
from calculators.runtime.values import Value

# Where two readings meet, a few values around it have to be looked at singly. Where many have, there is no
# end to it: then as many are looked at on each side of the reader's own value, and it is said how far that was.
MOST_SINGLE = 12
MOST_RANGES = 3
ALL = "all readings"
ORDERED = ("money", "rate", "number", "count", "date")

type Range = tuple[Value, Value]


def agreement(put: Put, outcomes: Mapping[type[Rule], Outcome], today: date) -> list[dict[str, object]]:
    """For each number and day that was asked, the `ranges` over which the readings agree, and a sentence about them.

    Compared are the readings that answer these inputs. `here` says whether they agree on the reader's own value.
    `looked` has the first and the last value that were looked at: beyond them nothing is known.
    """
    compared = [rule for rule, outcome in outcomes.items() if outcome.answers]
    if len(compared) < 2:
        return []
    asked = {name: None for rule in compared for name in outcomes[rule].asked}
    inputs = [one for name, one in put.inputs.items() if name in asked and name in put.given and one.kind in ORDERED]
    whole = len(compared) == len(outcomes)
    return [_of_input(put, one, compared, ALL if whole else "the readings compared", today) for one in inputs]


def _of_input(put: Put, one: Input[Value], readings: Sequence[type[Rule]], who: str, today: date) -> dict[str, object]:
    others = {name: value for name, value in put.given.items() if name != one.name}
    low, high = bounds(one)
    spans = on_spans(readings[0], others)
    single: list[Value] = []

    def agree(moved: Span, trail: Trail) -> bool | None:
        if moved.first != moved.last:
            return _agree_over(readings, {**spans, one.name: cast("Value", moved)}, trail)
        value = value_at(one, int(moved.first)) if moved.is_day else moved.first
        single.append(value)
        if len(single) > MOST_SINGLE:
            raise Unsettled(one.name)
        return _agree_at(readings, {**others, one.name: value}, today)

    place = place_of(one, put.given[one.name])
    try:
        found = through(one, low, high, agree)
    except Unsettled:
        found = []
        for end in (low, high):
            single.clear()
            found += _outward(one, place, place_of(one, end), agree)
        found = _joined(one, found)
    ranges = [(first, last) for first, last, same in found if same]
    here = any(place_of(one, first) <= place <= place_of(one, last) for first, last in ranges)
    known = [(first, last) for first, last, same in found if same is not None]
    edges = (known[0][0], known[-1][1]) if known else (low, high)
    looked = (found[0][0], found[-1][1]) if found else (low, high)
    seen = "" if looked == (low, high) else _range(one, looked, (low, high))
    return {
        "input": one.name,
        "noun": one.noun or one.ask,
        "here": here,
        "ranges": [_plain(one, each) for each in ranges],
        "looked": _plain(one, looked),
        "text": _sentence(one, ranges, edges, place, who, seen) if known else "",
    }


def _outward(
    one: Input[Value], place: int, end: int, agree: Callable[[Span, Trail], bool | None]
) -> list[tuple[Value, Value, bool | None]]:
    """The pieces from a place towards an end, as far as can be told."""
    found: list[tuple[Value, Value, bool | None]] = []
    with suppress(Unsettled):
        for first, last, same in along(one, place, end, agree):
            found.append((value_at(one, first), value_at(one, last), same))
    return found


def _joined(
    one: Input[Value], pieces: Sequence[tuple[Value, Value, bool | None]]
) -> list[tuple[Value, Value, bool | None]]:
    """Pieces in order, without the value both sides began with, and neighbours that are alike as one."""
    joined: list[tuple[Value, Value, bool | None]] = []
    for first, last, same in sorted(pieces, key=lambda piece: (place_of(one, piece[0]), place_of(one, piece[1]))):
        if joined and joined[-1][2] == same:
            before = joined.pop()
            first, last = before[0], max(before[1], last, key=lambda value: place_of(one, value))
        joined.append((first, last, same))
    return joined


def _agree_at(readings: Sequence[type[Rule]], given: Mapping[str, Value], today: date) -> bool | None:
    """Whether all that answer give the same; None where fewer than two do, or the first of them does not."""
    outcomes = [_answers(rule, given, today) for rule in readings]
    answered = [answers for answers in outcomes if answers]
    if len(answered) < 2 or not outcomes[0]:
        return None
    return all(answers == answered[0] for answers in answered)


def _answers(rule: type[Rule], given: Mapping[str, Value], today: date) -> dict[str, object]:
    try:
        on = day_of(rule, given)
    except NotCovered:
        return {}
    return work_out(rule, given, today).answers if on is None or holds(rule.reading, on) else {}


def _agree_over(readings: Sequence[type[Rule]], given: Mapping[str, Value], trail: Trail) -> bool | None:
    """The same for a whole stretch, or `Split` where it is not alike for all of it."""
    worked = [work_out_on_spans(rule, given, trail) for rule in readings]
    answered = [asking for asking, way in worked if way.said and not way.missing and not way.mistaken]
    if len(answered) < 2 or answered[0] is not worked[0][0]:
        return None
    same = [_same_answers(answered[0], other) for other in answered[1:]]
    return False not in same


def _same_answers(one: OnSpans, other: OnSpans) -> bool:
    """Whether two readings answer alike; `Split` where that is open."""
    if one.answers != other.answers:
        return False
    compared = Compared(one, other)
    still_open: Split | None = None
    for name in one.answers:
        if name not in compared.own and name not in compared.others:
            continue
        if compared.same(name):
            continue
        apart = compared.apart(name)
        if apart is None:
            return False
        still_open = apart
    if still_open is not None:
        raise still_open
    return True


class Compared:
    """What two readings worked out, step by step."""

    def __init__(self, one: OnSpans, other: OnSpans) -> None:
        self.own: dict[str, Record] = {record[0].name: record for record in one.trace}
        self.others: dict[str, Record] = {record[0].name: record for record in other.trace}
        self._known: dict[str, bool] = {}

    def same(self, name: str) -> bool:
        """Whether a member is surely the same in both. What neither pulled is; inputs are."""
        if name not in self._known:
            self._known[name] = True  # a member never uses itself
            self._known[name] = self._same(name)
        return self._known[name]

    def _same(self, name: str) -> bool:
        one, other = self.own.get(name), self.others.get(name)
        if one is None or other is None:
            return one is other
        if one[0].published or other[0].published:
            return one[1] == other[1]
        if _alike(one[1], other[1]) or _alike(one[2][4], other[2][4]):
            return True
        (words, _, uses, _, _), (other_words, _, other_uses, _, _) = one[2], other[2]
        worked_alike = one[0] is other[0] and words == other_words and uses == other_uses and words != ""
        return worked_alike and all(self.same(used) for used in uses)

    def apart(self, name: str) -> Split | None:
        """None where a member surely differs, else what to cut by."""
        one, other = self.own.get(name), self.others.get(name)
        if one is None or other is None:
            return None
        first, second = cast("object", one[1]), cast("object", other[1])
        if isinstance(first, Span) and isinstance(second, Span):
            between = first - second
            surely = between.low > 0 or between.high < 0
            return None if surely else Split(between.first, between.last)
        return Split(0, 0) if first == second else None


def _alike(one: object, other: object) -> bool:
    """Whether two values are the same on the whole stretch, as far as that can be told from them alone."""
    if isinstance(one, Span) and isinstance(other, Span):
        return one.line == other.line and one.rest == other.rest and one.rest[0] == one.rest[1]
    return type(one) is type(other) and isinstance(one, bool | str) and one == other and "{" not in str(one)


def _plain(one: Input[Value], ends: Range) -> dict[str, str]:
    first, last = (end.isoformat() if isinstance(end, date) else str(end) for end in ends)
    return {"from": first, "to": last}


def _sentence(one: Input[Value], ranges: Sequence[Range], edges: Range, place: int, who: str, seen: str) -> str:
    """The ranges nearest to the reader's value, in the order of their values; `seen` where not all was looked at."""
    noun = one.noun or one.ask
    if not ranges:
        never = f"{'the readings' if who == ALL else who} agree {'on no day' if one.kind == 'date' else 'at no value'}."
        return f"{noun} {seen}: {never} We looked no farther." if seen else f"{noun}: {never}"
    if ranges == [edges] and not seen:
        return f"{noun}: {who} agree, whatever it is."

    def away(each: Range) -> int:
        first, last = place_of(one, each[0]), place_of(one, each[1])
        return max(first - place, place - last, 0)

    near = sorted(sorted(ranges, key=away)[:MOST_RANGES], key=lambda each: place_of(one, each[0]))
    said = [_range(one, each, None if seen else edges) for each in near]
    listed = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    return f"{noun} {listed}: {who} agree." + (f" We looked {seen}." if seen else "")


def _range(one: Input[Value], each: Range, edges: Range | None = None) -> str:
    first, last = (show_input(one, value) for value in each)
    if each[0] == each[1]:
        return f"{'on' if one.kind == 'date' else 'at'} {first}"
    if edges and each[0] == edges[0]:
        return f"up to {last}"
    return f"from {first} on" if edges and each[1] == edges[1] else f"from {first} to {last}"
