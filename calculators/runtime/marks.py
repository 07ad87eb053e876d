"""A frame and what is special in it in, its marks out: limits, days without a rule, and the case that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from calculators.runtime.curve import Curves
from calculators.runtime.frame import Frame, line, text_width
from calculators.runtime.placing import Box, Segment, free_place, segments
from calculators.runtime.scales import rounder, value_words
from calculators.runtime.svg import element, escaped
from calculators.runtime.words import show

NEAR = 3
ROW = 17
# How far from its point a text may stand, and from where on a line leads to it.
REACH, APART = 100, 22


class Limit(NamedTuple):
    """A limit's line, from the field's end up to `top`; above it the words with their middle, if they have a row."""

    x: Decimal
    top: Decimal
    words: str
    middle: Decimal
    row: int | None

    def line(self, frame: Frame) -> Iterator[Segment]:
        """The upright line."""
        return segments(((self.x, self.top), (self.x, Decimal(frame.bottom))))

    def drawn(self, frame: Frame) -> str:
        """The thin upright line and the words."""
        d = line((self.x, self.top), (self.x, Decimal(frame.bottom)))
        upright = element("path", d=d, class_="picture-limit", stroke_dasharray="2 3")
        if self.row is None:
            return upright
        y = frame.top - 8 - ROW * self.row
        text = element("text", escaped(self.words), x=self.middle, y=y, text_anchor="middle", class_="picture-word")
        return upright + text


def limits(frame: Frame, drawn: Curves) -> list[Limit]:
    """The limits, each with its value above it where there is room in one of two rows that no line goes through."""
    found: list[Limit] = []
    for limit in limits_of(drawn):
        x = frame.x(limit)
        if found and x - found[-1].x < NEAR:
            continue
        words = value_words(frame.x_kind, limit)
        half = text_width(words, frame.size.text) / 2
        middle = min(max(x, half + 2), frame.size.width - half - 2)
        row = next((row for row in (0, 1) if _has_room(found, x, middle - half, row, frame)), None)
        top = Decimal(frame.top if row is None else frame.top - 4 - ROW * row)
        found.append(Limit(x, top, words, middle, row))
    return found


def _has_room(found: Sequence[Limit], x: Decimal, left: Decimal, row: int, frame: Frame) -> bool:
    """Whether words that begin there meet no others and no line, and their own line no words below them."""
    ends = {below: Decimal(-1) for below in (0, 1)}
    for one in found:
        if one.row is not None:
            ends[one.row] = one.middle + text_width(one.words, frame.size.text) / 2
    lines = [one.x for one in found if one.row is not None and one.row > row]
    return left > ends[row] + 6 and (row == 0 or x > ends[0] + 2) and all(left > other + 2 for other in lines)


def limits_of(drawn: Curves) -> dict[int, str]:
    """Where a line bends, jumps or ends or two lines meet, by the value people know it by; with the rule's words."""
    kind = drawn.x_kind
    found: dict[int, str] = {}
    for curve in drawn.curves:
        found |= {limit: curve.known.get(limit, found.get(limit, "")) for limit in curve.limits}
        found |= {limit: words for limit, words in curve.known.items() if _meet(drawn, limit)}
    return {rounder(kind, limit - 1, limit): found[limit] for limit in sorted(found)}


def _meet(drawn: Curves, limit: int) -> bool:
    """Whether two lines change places between a value and the one before."""
    heights = [(curve.sampler.at(limit - 1).y, curve.sampler.at(limit).y) for curve in drawn.curves]
    known = [(before, after) for before, after in heights if before is not None and after is not None]
    apart = ((one[0] - other[0], one[1] - other[1]) for one, other in combinations(known, 2))
    return any(before <= 0 < after or after < 0 <= before for before, after in apart)


class Gap(NamedTuple):
    """Values without a line, as drawn; and where it says why, if it has room to."""

    drawn: str
    box: Box | None


def gap(frame: Frame, first: int, last: int, words: str) -> Gap:
    """Values without a line, and why."""
    left, right = frame.x(first), frame.x(last)
    field = element(
        "rect", x=left, y=frame.top, width=max(right - left, Decimal(2)), height=frame.bottom - frame.top,
        class_="picture-gap",
    )  # fmt: skip
    width, x, text = int(text_width(words, frame.size.text)), int((left + right) / 2), frame.size.text
    if right - left > width + 6:
        across = element("text", escaped(words), x=x, y=frame.top + 20, text_anchor="middle", class_="picture-quiet")
        return Gap(field + across, Box(x - width // 2, frame.top + 20 - text, x + width // 2, frame.top + 24))
    if right - left <= text:
        return Gap(field, None)
    turned = f"rotate(-90 {x + 5} {frame.top + 8})"
    upright = element(
        "text", escaped(words), x=x + 5, y=frame.top + 8, text_anchor="end", transform=turned, class_="picture-quiet"
    )
    return Gap(field + upright, Box(x + 5 - text, frame.top + 8, x + 9, frame.top + 8 + width))


class Here(NamedTuple):
    """The case as drawn, and its words where they have to stand below the picture."""

    drawn: str
    below: str


def here(frame: Frame, drawn: Curves, whose: str, lines: Sequence[Segment], boxes: Sequence[Box]) -> Here:
    """The case that is shown: a ring on its line, and beside it its two values, where they cover no line and no box.

    Where there is no such place, they are for below the picture.
    """
    assert drawn.here is not None
    point, main = drawn.here, next(curve for curve in drawn.curves if curve.main)
    x, y = frame.x(point.x), frame.y(point.y)
    value, answer = value_words(frame.x_kind, point.x), shown(drawn.y_kind, point.y)
    foot = (x, y), (x, Decimal(frame.bottom))
    around = [*lines, *segments(foot)]
    ways = [(whose, f"{value}: {answer}"), (whose, f"{value}:", answer)]
    if _size(frame, ways[0])[0] * 2 > frame.right - frame.left:
        ways.reverse()
    tried = ((words, _beside(frame, (x, y), words, around, boxes)) for words in ways)
    words, place = next(((words, place) for words, place in tried if place), ((), None))
    inside = [element("path", d=line(*foot), class_="picture-foot", stroke_dasharray="1 3")]
    if place and place.away_from(round(x), round(y)) > APART * APART:
        end = place.nearest_to(round(x), round(y))
        inside.append(element("path", d=line((x, y), (Decimal(end[0]), Decimal(end[1]))), class_="picture-foot"))
    inside.append(element("circle", cx=x, cy=y, r=6, class_="picture-here"))
    if place:
        for at, row in enumerate(words):
            inside.append(_mark(row, place.left, place.top + 13 + ROW * at))
    kind = f"picture-case picture-{1 if main.main else 2}"
    below = "" if place else f"{whose}, {value}: {answer}"
    return Here(element("g", *inside, class_=kind), below)


def _beside(
    frame: Frame, at: tuple[Decimal, Decimal], words: Sequence[str], lines: Sequence[Segment], boxes: Sequence[Box]
) -> Box | None:
    field = Box(frame.left + 4, frame.top, min(frame.right, frame.size.width - 2), frame.bottom - 2)
    return free_place(at, _size(frame, words), field, lines, boxes, REACH)


def _size(frame: Frame, words: Sequence[str]) -> tuple[Decimal, Decimal]:
    return max(text_width(row, frame.size.text, bold=True) for row in words), Decimal(ROW * len(words))


def _mark(words: str, x: int, y: int) -> str:
    return element("text", escaped(words), x=x, y=y, class_="picture-mark")


def shown(kind: str, y: Decimal) -> str:
    """A value of the answers' axis in words; a share to two decimals of a percent."""
    return show(kind, round(y, 4) if kind == "rate" else y)
