"""A rule's readings, a chart and the inputs in, its lines out: exact points, jumps, gaps, limits, and where one is.

What is drawn is the reader's own case, or an example; `picture.py` only puts it on paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from calculators.runtime.charts import Chart
from calculators.runtime.inputs import read
from calculators.runtime.limits import Unsettled, crossings
from calculators.runtime.rule import Rule
from calculators.runtime.sampling import Sample, Sampler, samples
from calculators.runtime.scales import from_grid, to_grid
from calculators.runtime.values import Value

# As shares of the height: the smallest bend that is called a limit, the smallest where the rule itself names one, and
# the smallest step that is called a jump.
BEND, NAMED, JUMP = Decimal("0.02"), Decimal("0.002"), Decimal("0.004")


class Point(NamedTuple):
    """One exact point: `x` as a number of its kind's grid."""

    x: int
    y: Decimal


class Curve(NamedTuple):
    """One line of a chart. Between its `pieces` there is a jump or a gap; `limits` are the first values beyond one.

    It has several `labels` where several are one line. `known` has the words for the limits that the rule itself names.
    """

    labels: tuple[str, ...]
    main: bool
    pieces: tuple[tuple[Point, ...], ...]
    limits: tuple[int, ...]
    gaps: tuple[tuple[int, int, str], ...]
    sampler: Sampler
    known: Mapping[int, str]

    @property
    def label(self) -> str:
        """What to write at its end."""
        return "; ".join(self.labels)


class Curves(NamedTuple):
    """A chart worked out. `x_kind` and `y_kind` are the axes' kinds; `here` is the case that is shown, if it is in it.

    `same` are readings whose line is another's; `left_out` lines that cannot be drawn, each with what it would take.
    """

    chart: Chart
    x_kind: str
    y_kind: str
    x_words: str
    y_words: str
    low: int
    high: int
    curves: tuple[Curve, ...]
    here: Point | None
    same: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]


def curves(readings: Sequence[type[Rule]], chart: Chart, given: Mapping[str, Value], yours: bool) -> Curves:
    """The chart's lines for these inputs. The first of the readings is the main one; `yours` adds a line of one's own.

    A line that has no value anywhere is left out, with the reason.
    """
    main = readings[0]
    inputs = {one.name: one for one in main.inputs()}
    across = inputs[chart.across]
    step = getattr(main, chart.of[0])
    low, high = (to_grid(across.kind, read(across, text)) for text in (chart.start, chart.end))
    own = to_grid(across.kind, given[chart.across]) if chart.across in given else None
    if own is not None:
        low, high = min(low, own), max(high, own)
    drawn: list[Curve] = []
    same: list[str] = []
    known: dict[tuple[object, ...], Mapping[int, str]] = {}
    left_out: list[tuple[str, str]] = []
    for label, is_main, sampler in _lines(readings, chart, given, yours):
        case = (sampler.rule, *sampler.given.items())  # lines of several steps of one case have their limits in common
        if case not in known:
            known[case] = known_limits(sampler, low, high)
        limits = known[case]
        found = samples(sampler.at, low, high, limits)
        if not any(one.y is not None for one in found):
            left_out.append((label, _why(sampler, found)))
        elif (at := _same(drawn, found)) is not None:
            if len(chart.of) == 1 and not chart.lines:
                same.append(label)
            else:
                one = drawn[at]
                drawn[at] = one._replace(labels=(*one.labels, label), main=one.main or is_main)
        else:
            drawn.append(_curve(label, is_main, found, sampler, limits))
    return Curves(
        chart, across.kind, "rate" if chart.share else step.kind, across.noun, _y_words(main, chart), low, high,
        tuple(drawn), _here(drawn, own), tuple(same), tuple(left_out),
    )  # fmt: skip


def known_limits(sampler: Sampler, low: int, high: int) -> Mapping[int, str]:
    """The first values beyond each limit of the rule, with its words; none where they are too many to be found."""
    others = {name: value for name, value in sampler.given.items() if name != sampler.across}
    ends = (from_grid(sampler.kind, end) for end in (low, high))
    try:
        found = crossings(sampler.rule, others, sampler.across, *ends)
    except Unsettled:
        return {}
    return {to_grid(sampler.kind, one.at): one.label for one in found}


def _lines(
    readings: Sequence[type[Rule]], chart: Chart, given: Mapping[str, Value], yours: bool
) -> Iterator[tuple[str, bool, Sampler]]:
    """Each line's label, whether it is that of the case itself, and its curve."""
    main = readings[0]

    def sampler(rule: type[Rule], given: Mapping[str, Value], step: str) -> Sampler:
        return Sampler(rule, given, chart.across, step, chart.share)

    if chart.lines:
        inputs = {one.name: one for one in main.inputs()}
        known = [(line.label, {name: read(inputs[name], text) for name, text in line.given}) for line in chart.lines]
        same = [all(given.get(name) == value for name, value in fixed.items()) for _, fixed in known]
        if yours and not any(same):
            yield "Your case", True, sampler(main, given, chart.of[0])
        for (label, fixed), is_main in zip(known, same, strict=True):
            yield label, is_main, sampler(main, {**given, **fixed}, chart.of[0])
    elif len(chart.of) > 1:
        for step in chart.of:
            yield getattr(main, step).label, step == chart.of[0], sampler(main, given, step)
    else:
        for rule in readings:
            standing = "" if rule.reading.standing == "adopted" else f" ({rule.reading.standing})"
            yield rule.reading.title + standing, rule is main, sampler(rule, given, chart.of[0])


def _same(drawn: Sequence[Curve], found: Sequence[Sample]) -> int | None:
    """Which of the lines drawn already has the very same points."""
    alike = (at for at, curve in enumerate(drawn) if all(curve.sampler.at(one.x).y == one.y for one in found))
    return next(alike, None)


def _curve(label: str, main: bool, found: list[Sample], sampler: Sampler, known: Mapping[int, str]) -> Curve:
    heights = [one.y for one in found if one.y is not None]
    height = max(*heights, Decimal(0)) - min(*heights, Decimal(0))
    runs = _runs(found, height, known)
    pieces: list[list[Point]] = [[]]
    limits: list[int] = []
    gaps: list[tuple[int, int, str]] = []
    for number, run in enumerate(runs):
        before = runs[number - 1] if number else None
        if before is not None:
            jumps = _jumps(before, run, height)
            if jumps and pieces[-1]:
                pieces.append([])
            if jumps or _bends(before, run, height * (NAMED if run[0].x in known else BEND)):
                limits.append(run[0].x)
        if run[0].y is None:
            if run[0].why:
                gaps.append((run[0].x, run[-1].x, run[0].why))
        else:
            pieces[-1] += [Point(one.x, one.y) for one in run if one.y is not None]
    kept = tuple(tuple(piece) for piece in pieces if piece)
    return Curve((label,), main, kept, tuple(limits), tuple(_joined(gaps)), sampler, known)


def _runs(found: list[Sample], height: Decimal, known: Mapping[int, str]) -> list[list[Sample]]:
    """The points in stretches: worked out in one way, without a limit, and without a jump."""
    runs = [found[:1]]
    for at, (before, after) in enumerate(pairwise(found)):
        around = [_slope(found[max(at - 1, 0) : at + 1]), _slope(found[at + 1 : at + 3])]
        same = before.way == after.way and (before.y is None) == (after.y is None)
        rise = abs(_slope([before, after])) if after.x - before.x == 1 else Decimal(0)
        if same and after.x not in known and rise <= height * JUMP + 2 * max(map(abs, around)):
            runs[-1].append(after)
        else:
            runs.append([after])
    return runs


def _jumps(before: list[Sample], after: list[Sample], height: Decimal) -> bool:
    """Whether the curve is elsewhere one grid step later, by more than it rises or falls anyway."""
    last, first = before[-1].y, after[0].y
    if last is None or first is None:
        return last is not first
    usual = max(abs(_slope(before)), abs(_slope(after)))
    return abs(first - last) > usual * 2 + height * JUMP


def _bends(before: list[Sample], after: list[Sample], least: Decimal) -> bool:
    """Whether the curve goes on in another direction, so that one sees it."""
    if before[-1].y is None or after[0].y is None or len(before) < 2 or len(after) < 2:
        return False
    width = min(before[-1].x - before[0].x, after[-1].x - after[0].x)
    return abs(_slope(before) - _slope(after)) * width > least


def _slope(run: list[Sample]) -> Decimal:
    first, last = run[0], run[-1]
    if first.y is None or last.y is None or first.x == last.x:
        return Decimal(0)
    return (last.y - first.y) / (last.x - first.x)


def _joined(gaps: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Gaps of one reason that touch, as one."""
    joined: list[tuple[int, int, str]] = []
    for first, last, why in gaps:
        if joined and joined[-1][1] == first - 1 and joined[-1][2] == why:
            first = joined.pop()[0]
        joined.append((first, last, why))
    return joined


def _why(sampler: Sampler, found: list[Sample]) -> str:
    nouns = {one.name: one.noun or one.ask for one in sampler.rule.inputs()}
    if sampler.missing:
        return ", ".join(nouns[name] for name in sampler.missing)
    return next((one.why for one in found if one.why), "not read so on these days")


def _here(drawn: Sequence[Curve], own: int | None) -> Point | None:
    curve = next((curve for curve in drawn if curve.main), None)
    if curve is None or own is None:
        return None
    y = curve.sampler.at(own).y
    return None if y is None else Point(own, y)


def _y_words(rule: type[Rule], chart: Chart) -> str:
    label: str = getattr(rule, chart.of[0]).label if len(chart.of) == 1 else "US dollars"
    noun = next(one.noun for one in rule.inputs() if one.name == chart.across)
    return f"{label} as a share of: {noun}" if chart.share else label
