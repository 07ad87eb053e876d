"""A rule, its inputs and one of them to vary in, the exact values out at which the way to the answer changes.

Nothing is sampled. The rule is worked out for a whole stretch of values at once; where a comparison comes out one way
for a part of them and the other way for the rest, the stretch is cut, down to a single cent or day if need be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple, cast

from calculators.runtime.decisions import Decision, Number, Split, Words
from calculators.runtime.lifted import Days, OnSpans, lifted, ordered
from calculators.runtime.mistakes import Missing, Mistake
from calculators.runtime.questions import Input
from calculators.runtime.rule import Rule
from calculators.runtime.spans import Span, Trail, moving
from calculators.runtime.values import Findings, Value
from calculators.runtime.words import long_date

MOST_TRIES = 5_000
# How many decimals a reader can type: a rate's are those of a percentage with four.
DECIMALS = {"money": 2, "rate": 6, "number": 6, "count": 0}
LARGEST = Decimal(10) ** 12
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2200, 12, 31)


class Unsettled(Exception):
    """The limits were not found in a bearable number of tries."""


class Way(NamedTuple):
    """How an answer comes about, the same for every value of a stretch.

    `versions` are the periods and versions taken and `decisions` the comparisons made, as far as the input plays a
    part in them, `said` the step, formula and reason of every
    step, `answers` those that are no amounts, `missing` and `mistaken` the inputs that stop it.
    """

    versions: tuple[Decision, ...]
    decisions: tuple[Decision, ...]
    said: tuple[tuple[str, str, str], ...]
    answers: tuple[tuple[str, object], ...]
    missing: tuple[str, ...]
    mistaken: tuple[str, ...]


class Stretch(NamedTuple):
    """Values of an input, both ends included, that all go one way."""

    first: Value
    last: Value
    way: Way


class Crossing(NamedTuple):
    """Where the way changes: `at` is the first value on the far side, `before` the last one on the near side.

    `label` says it in a few words for a picture, `words` the comparison in full; `step` is the member of the rule it
    stands in (an input for a condition on it, a figure for a new version), `line` its line in the policy file.
    """

    at: Value
    before: Value
    label: str
    words: str
    step: str
    line: int
    near: Way
    far: Way


def crossings(rule: type[Rule], given: Mapping[str, Value], name: str, low: Value, high: Value) -> tuple[Crossing, ...]:
    """Every value from above `low` to `high` of the input `name` at which the way changes, in order.

    `given` are the other inputs. Raises `Unsettled` where that takes too many tries.
    """
    found = stretches(rule, given, name, low, high)
    return tuple(_crossing(near, far) for near, far in pairwise(found))


def stretches(rule: type[Rule], given: Mapping[str, Value], name: str, low: Value, high: Value) -> tuple[Stretch, ...]:
    """The values from `low` to `high` in the fewest stretches that each go one way, in order, without a gap."""
    one = input_of(rule, name)
    try:
        found = through(one, low, high, way_of(rule, given, name))
    except Unsettled:
        raise Unsettled(f"{rule.id}: {name}") from None
    return tuple(Stretch(*each) for each in found)


def way_of(rule: type[Rule], given: Mapping[str, Value], name: str) -> Callable[[Span, Trail], Way]:
    """What tells the way for a stretch of the input `name`; `given` are the other inputs."""
    others = on_spans(rule, given)

    def way(moved: Span, trail: Trail) -> Way:
        return work_out_on_spans(rule, {**others, name: cast("Value", moved)}, trail)[1]

    return way


def through[T](
    one: Input[Value], low: Value, high: Value, of: Callable[[Span, Trail], T], most: int = MOST_TRIES
) -> list[tuple[Value, Value, T]]:
    """What `of` gives for the stretches of an input from `low` to `high`: where it raises `Split`, they are cut in two.

    Neighbours for which it gives the same are joined. Raises `Unsettled` after `most` tries.
    """
    found: list[tuple[int, int, T]] = []
    for first, last, given in along(one, place_of(one, low), place_of(one, high), of, most):
        if found and found[-1][2] == given:
            first = found.pop()[0]
        found.append((first, last, given))
    return [(value_at(one, first), value_at(one, last), given) for first, last, given in found]


def along[T](
    one: Input[Value], start: int, end: int, of: Callable[[Span, Trail], T], most: int = MOST_TRIES
) -> Iterator[tuple[int, int, T]]:
    """The same piece by piece from one place to another, smaller or larger; places in a piece are in their own order.

    Whoever looks for the nearest change stops there, and nothing beyond it is worked out. Neighbours are not joined.
    """
    waiting = [(min(start, end), max(start, end), 0)]
    tries = 0
    while waiting:
        first, last, stuck = waiting.pop()
        tries += 1
        if tries > most:
            raise Unsettled(one.name)
        try:
            trail = Trail()
            given = of(_varied(one, first, last, trail), trail)
        except Split as split:
            # The middle now and then keeps it from creeping up on a limit from one side.
            cut = split.cut(first, last) if stuck < 2 else (first + last) // 2
            most_of_it = stuck + 1 if stuck < 2 else 0
            small = (last - first) // 2
            left = first, cut, most_of_it if cut - first > small else 0
            right = cut + 1, last, most_of_it if last - cut - 1 > small else 0
            waiting += [right, left] if start <= end else [left, right]
            continue
        yield first, last, given


def on_spans(rule: type[Rule], given: Mapping[str, Value]) -> dict[str, Value]:
    """Values as spans that bear the names of their inputs."""
    return {name: cast("Value", ordered(value, _noun(rule, name))) for name, value in given.items()}


def bounds(one: Input[Value]) -> tuple[Value, Value]:
    """The smallest and the largest value of a number or day that a reader can type."""
    low, high = one.at_least, one.at_most
    if one.kind == "date":
        return (low if isinstance(low, date) else FIRST_DAY), (high if isinstance(high, date) else LAST_DAY)
    largest = Decimal(1) if one.kind == "rate" else LARGEST - Decimal(1).scaleb(-DECIMALS[one.kind])
    least: Value = 0 if low is None else low
    most: Value = largest if high is None else high
    return value_at(one, place_of(one, least)), value_at(one, place_of(one, most))


def place_of[T: Value](one: Input[T], value: Value) -> int:
    """Which of the input's values in order this is: its day, cent, or last decimal that can be typed."""
    if isinstance(value, date):
        return value.toordinal()
    assert isinstance(value, Decimal | int)
    return int(Decimal(value).scaleb(DECIMALS[one.kind]))


def value_at[T: Value](one: Input[T], place: int) -> Value:
    """The value at such a place."""
    if one.kind == "date":
        return date.fromordinal(place)
    if one.kind == "count":
        return place
    return Decimal(place).scaleb(-DECIMALS[one.kind])


def input_of(rule: type[Rule], name: str) -> Input[Value]:
    """The input of this name."""
    return next(one for one in rule.inputs() if one.name == name)


def in_words(words: Words) -> str:
    """An expression as a sentence has it.

    >>> in_words(("×", "Highest hourly rate", "Share of a year's work"))
    "highest hourly rate × share of a year's work"
    """
    if isinstance(words, str):
        return words if words[1:2].isupper() else words[:1].lower() + words[1:]
    sign, left, right = words
    return f"{in_words(left)} {sign} {in_words(right)}"


def _noun(rule: type[Rule], name: str) -> str:
    return next((one.noun or one.ask for one in rule.inputs() if one.name == name), name)


def _varied(one: Input[Value], first: int, last: int, trail: Trail) -> Span:
    low, high = value_at(one, first), value_at(one, last)
    is_day = one.kind == "date"
    ends = cast("tuple[Number, Number]", (first, last) if is_day else (low, high))
    return moving(*ends, one.noun or one.ask, trail, is_day)


def work_out_on_spans(rule: type[Rule], given: Mapping[str, Value], trail: Trail) -> tuple[OnSpans, Way]:
    """The rule with every answer pulled, and the way that this went; raises `Split` where there is more than one."""
    asking = lifted(rule)(given)
    asking.trail = trail
    answers: list[tuple[str, object]] = []
    missing: list[str] = []
    mistaken: list[str] = []
    for name in _answers(asking):
        try:
            value = getattr(asking, name)
            if isinstance(value, bool | str | Findings):
                answers.append((name, _said_of(value)))
        except Missing as stop:
            missing += stop.names
        except Mistake as stop:
            mistaken += [about for about, _ in stop.about]
        except ArithmeticError:
            mistaken.append(name)
    records = [
        (member.name, words, because) for member, _, (words, because, *_), _ in asking.trace if not member.published
    ]
    way = Way(
        tuple(trail.since), tuple(trail.decisions), tuple(records), tuple(answers), tuple(missing), tuple(mistaken)
    )
    return asking, way


def _said_of(value: bool | str | Findings) -> object:
    return tuple(item.id for item in value.items) if isinstance(value, Findings) else value


def _answers(asking: OnSpans) -> list[str]:
    """The answers there are on the rule's day; none where the rule or the reading is not of that day."""
    day = cast("Span | None", asking.given.get(asking.dated_by))
    if day is None:
        return list(asking.answers)
    reading = asking.reading
    if asking.periods:
        known = Days("", 0, [(one.start, one.until) for one in asking.periods]).at(day)
        if known is None or asking.periods[known].unknown:
            return []
    if Days("", reading.line, [(reading.start or date.min, reading.until)]).at(day) is None:
        return []
    steps = {name: getattr(type(asking), name) for name in asking.answers}
    return [
        name
        for name, step in steps.items()
        if not step.start or Days(name, step.line, [(step.start, None)]).at(day) is not None
    ]


def _crossing(near: Stretch, far: Stretch) -> Crossing:
    one = _turned(near.way, far.way)
    at, before = far.first, near.last
    if one is None:
        return Crossing(at, before, "", "", "", 0, near.way, far.way)
    if one.sign == "since":
        label = f"Rules of {long_date(date.fromordinal(int(str(one.right))))}"
        return Crossing(at, before, label, label, one.step, one.line, near.way, far.way)
    words = f"{in_words(one.left)} {COMPARED[one.sign, bool(one.holds)]} {in_words(one.right)}"
    label = f"{in_words(one.fixed)} reached" if one.fixed else words
    return Crossing(at, before, label[:1].upper() + label[1:], words, one.step, one.line, near.way, far.way)


def _turned(near: Way, far: Way) -> Decision | None:
    """What came out another way first: a newer version of what both took, else a comparison."""
    before = {(one.step, one.line): one.holds for one in near.versions}
    for one in far.versions:
        if before.get((one.step, one.line), one.holds) != one.holds:
            return one
    pairs = zip(near.decisions, far.decisions, strict=False)
    return next((after for one, after in pairs if one != after), None)


COMPARED = {
    ("<", True): "is less than", ("<", False): "is at least", ("<=", True): "is at most", ("<=", False): "is more than",
    (">", True): "is more than", (">", False): "is at most", (">=", True): "is at least", (">=", False): "is less than",
    ("==", True): "is", ("==", False): "is not", ("!=", True): "is not", ("!=", False): "is",
}  # fmt: skip
