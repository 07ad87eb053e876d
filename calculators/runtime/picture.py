"""A chart's lines in, a picture of them out: SVG as text, the same to the byte wherever it is drawn.

It has no style of its own: colours are classes, so that a page's light and dark schemes hold in it. Lines are told
apart by dashes and by words at their ends; on a phone, by letters there and words below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from calculators.runtime.curve import Curve, Curves, Point
from calculators.runtime.frame import BELOW, NARROW, WIDE, Frame, Size, line, text_width
from calculators.runtime.marks import gap, here, limits
from calculators.runtime.placing import Box, Segment, segments
from calculators.runtime.sheet import sheet
from calculators.runtime.svg import element, escaped, wrapped

DASHES = ("", "8 5", "2 4", "11 4 2 4", "5 3", "14 5 5 5", "1 6", "7 3 1 3 1 3")
LETTERS = "ABCDEFGHIJKLMNOP"
ROW = 17
ALONE = 26
FLAT = Decimal("0.2")


def picture(drawn: Curves, id: str, wide: bool, said: str, whose: str) -> str:
    """The picture, for a wide page or for a phone. `said` describes it in words, `whose` names the case it marks."""
    size = WIDE if wide else NARROW
    if len(drawn.curves) < 2:
        size = size._replace(right=ALONE)
    heights = [point.y for curve in drawn.curves for piece in curve.pieces for point in piece]
    frame = Frame(size, drawn.x_kind, drawn.low, drawn.high, drawn.y_kind, heights or [Decimal(0)])
    inside = [frame.drawn(drawn.x_words, drawn.y_words)]
    main = next((one for one in drawn.curves if one.main), drawn.curves[0])
    gaps = [gap(frame, *one) for one in main.gaps]
    uprights = limits(frame, drawn)
    inside += [*(one.drawn for one in gaps), *(one.drawn(frame) for one in uprights)]
    numbers = _numbers(drawn.curves)
    order = sorted(zip(numbers, drawn.curves, strict=True), reverse=True)  # the case's own line lies on top
    inside += [_curve(frame, number, curve) for number, curve in order]
    below = frame.bottom + BELOW
    boxes = [one.box for one in gaps if one.box]
    if len(drawn.curves) > 1 and wide:
        inside += _labels(frame, drawn.curves, numbers)
    elif len(drawn.curves) > 1:
        letters = _letters(frame, drawn.curves, numbers)
        inside += (letter for letter, _ in letters)
        boxes += (box for _, box in letters)
        key, below = _key(size, drawn.curves, numbers, below)
        inside += key
    if drawn.here is not None:
        lines = [one for curve in drawn.curves for one in _along(frame, curve)]
        lines += (one for limit in uprights for one in limit.line(frame))
        case = here(frame, drawn, whose, lines, boxes)
        inside.append(case.drawn)
        if case.below:
            inside.append(_case(case.below, below))
            below += ALONE
    return sheet(id, size, below, drawn.chart.title, said, wide, inside)


def _numbers(curves: Sequence[Curve]) -> list[int]:
    """A number for each line, which decides its colour and its dashes; the case's own line has the first."""
    first = next((at for at, curve in enumerate(curves) if curve.main), 0)
    return [0 if at == first else at + (at < first) for at in range(len(curves))]


def _curve(frame: Frame, number: int, curve: Curve) -> str:
    """One line: its pieces, and between two of them, where it jumps, a thin line that is not part of it."""
    inside = []
    for before, after in pairwise(curve.pieces):
        if after[0].x - before[-1].x == 1:
            inside.append(_jump(frame, before[-1], after[0]))
    dash = {"stroke_dasharray": DASHES[number % len(DASHES)]} if number else {}
    for piece in curve.pieces:
        d = line(*_flattened([(frame.x(point.x), frame.y(point.y)) for point in piece]))
        inside.append(element("path", d=d, class_="picture-line", **dash))
    return element("g", *inside, class_=f"picture-{number % len(DASHES) + 1}")


def _jump(frame: Frame, before: Point, after: Point) -> str:
    places = [(frame.x(point.x), frame.y(point.y)) for point in (before, after)]
    ends = (element("circle", cx=x, cy=y, r=3, class_="picture-end") for x, y in places)
    return element("path", d=line(*places), class_="picture-jump", stroke_dasharray="1 3") + "".join(ends)


def _flattened(places: list[tuple[Decimal, Decimal]]) -> list[tuple[Decimal, Decimal]]:
    """The same line without the points that lie on it anyway."""
    kept = places[:1]
    for middle, after in pairwise(places[1:]):
        (x0, y0), (x1, y1) = kept[-1], after
        straight = y0 + (y1 - y0) * (middle[0] - x0) / (x1 - x0) if x1 != x0 else y1
        if abs(middle[1] - straight) > FLAT:
            kept.append(middle)
    return kept + places[1:][-1:] or places


def _labels(frame: Frame, curves: Sequence[Curve], numbers: Sequence[int]) -> Iterator[str]:
    """What each line is, in words at its end."""
    rows = [wrapped(curve.label, 17 if curve.main else 19) for curve in curves]
    ends = [frame.y(curve.pieces[-1][-1].y) for curve in curves]
    heights = [len(words) * ROW + 6 for words in rows]
    top, bottom = Decimal(frame.top - 30), Decimal(frame.bottom + 6)
    if sum(heights) > bottom - top:
        bottom += BELOW - 6  # too many to stay clear of the axis's words
    middles = _spread(ends, heights, top, bottom)
    for curve, number, words, end, middle in zip(curves, numbers, rows, ends, middles, strict=True):
        x = frame.x(curve.pieces[-1][-1].x)
        lead = line((x, end), (Decimal(frame.right + 10), middle), (Decimal(frame.right + 24), middle))
        swatch = element("path", d=lead, class_="picture-lead")
        first = middle - (len(words) - 1) * Decimal(ROW) / 2 + 5
        texts = (_text(row, frame.right + 28, first + at * ROW, curve.main) for at, row in enumerate(words))
        yield element("g", swatch, *texts, class_=f"picture-{number % len(DASHES) + 1}")


def _along(frame: Frame, curve: Curve) -> Iterator[Segment]:
    """All that is drawn of a line, its jumps too."""
    places = [[(frame.x(point.x), frame.y(point.y)) for point in piece] for piece in curve.pieces]
    for piece in places:
        yield from segments(_flattened(piece))
    for (before, after), (one, other) in zip(pairwise(curve.pieces), pairwise(places), strict=True):
        if after[0].x - before[-1].x == 1:
            yield from segments((one[-1], other[0]))


def _case(words: str, top: int) -> str:
    """The case in words below the picture, with the ring that marks it above."""
    ring = element("circle", cx=8, cy=top + 7, r=6, class_="picture-here")
    return ring + element("text", escaped(words), x=20, y=top + 12, class_="picture-mark")


def _letters(frame: Frame, curves: Sequence[Curve], numbers: Sequence[int]) -> list[tuple[str, Box]]:
    """A letter at each line's end, and the room it takes."""
    letters = []
    ends = [frame.y(curve.pieces[-1][-1].y) for curve in curves]
    middles = _spread(ends, [15] * len(ends), Decimal(frame.top - 8), Decimal(frame.bottom + 8))
    for at, (curve, number, middle) in enumerate(zip(curves, numbers, middles, strict=True)):
        x = frame.x(curve.pieces[-1][-1].x) + 6
        letter = element("text", LETTERS[at % len(LETTERS)], x=x, y=middle + 5, class_="picture-letter")
        box = Box(int(x), int(middle) - 7, int(x) + 11, int(middle) + 7)
        letters.append((element("g", letter, class_=f"picture-{number % len(DASHES) + 1}"), box))
    return letters


def _key(size: Size, curves: Sequence[Curve], numbers: Sequence[int], top: int) -> tuple[list[str], int]:
    """What each letter stands for, below the picture; and where that ends."""
    parts, y = [], top + 12
    for at, (curve, number) in enumerate(zip(curves, numbers, strict=True)):
        letter = element("text", LETTERS[at % len(LETTERS)], x=2, y=y, class_="picture-letter")
        dash = {"stroke_dasharray": DASHES[number % len(DASHES)]} if number else {}
        middle = Decimal(y - 5)
        sample = element("path", d=line((Decimal(18), middle), (Decimal(48), middle)), class_="picture-line", **dash)
        rows = wrapped(curve.label, int((size.width - 56) / text_width("n", size.text)), 4)
        texts = [_text(row, 56, Decimal(y + number_of * ROW), curve.main) for number_of, row in enumerate(rows)]
        parts.append(element("g", letter, sample, *texts, class_=f"picture-{number % len(DASHES) + 1}"))
        y += len(rows) * ROW + 5
    return parts, y - 8


def _text(words: str, x: int, y: Decimal, main: bool) -> str:
    return element("text", escaped(words), x=x, y=y, class_="picture-name" if main else "picture-word")


def _spread(wanted: Sequence[Decimal], heights: Sequence[int], top: Decimal, bottom: Decimal) -> list[Decimal]:
    """Places near those wanted at which things of these heights do not cover each other."""
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    placed: dict[int, Decimal] = {}
    free = top
    for at in order:
        half = Decimal(heights[at]) / 2
        placed[at] = max(wanted[at], free + half)
        free = placed[at] + half
    free = bottom
    for at in reversed(order):
        half = Decimal(heights[at]) / 2
        placed[at] = min(placed[at], free - half)
        free = placed[at] - half
    return [placed[at] for at in range(len(wanted))]
