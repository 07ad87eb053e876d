"""A point, the size of a text and what is drawn in; out comes the nearest place where the text covers none of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

type Point = tuple[Decimal, Decimal]

# How far a text stays from what is drawn, how far from its point's ring, and the steps in which places are tried.
AWAY, RING, STEP = 3, 10, 8


class Box(NamedTuple):
    """A part of a picture, in whole units: lines are wider than what is rounded off."""

    left: int
    top: int
    right: int
    bottom: int

    def wider(self, by: int) -> Box:
        """The same with so much around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: Box) -> bool:
        """Whether the two have a part in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def away_from(self, x: int, y: int) -> int:
        """The square of how far a point is from it."""
        across = max(self.left - x, 0, x - self.right)
        down = max(self.top - y, 0, y - self.bottom)
        return across * across + down * down

    def nearest_to(self, x: int, y: int) -> tuple[int, int]:
        """Its point that is nearest to another."""
        return min(max(x, self.left), self.right), min(max(y, self.top), self.bottom)


class Segment(NamedTuple):
    """A straight piece of a line."""

    x0: int
    y0: int
    x1: int
    y1: int

    def crosses(self, box: Box) -> bool:
        """Whether any of it lies in the box: their shadows meet on both axes, and its line parts the box's corners."""
        if max(self.x0, self.x1) <= box.left or box.right <= min(self.x0, self.x1):
            return False
        if max(self.y0, self.y1) <= box.top or box.bottom <= min(self.y0, self.y1):
            return False
        dx, dy = self.x1 - self.x0, self.y1 - self.y0
        sides = [dx * (y - self.y0) - dy * (x - self.x0) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        return min(sides) < 0 < max(sides) or not any(sides)


def segments(places: Sequence[Point]) -> Iterator[Segment]:
    """The pieces of the line through these places."""
    whole = [(round(x), round(y)) for x, y in places]
    return (Segment(*one, *other) for one, other in pairwise(whole))


def free_place(
    at: Point, size: Point, field: Box, lines: Iterable[Segment], boxes: Iterable[Box], reach: int
) -> Box | None:
    """The nearest place in the field for a text of this size where it crosses no line and meets no box.

    It is no farther from the point than `reach`; None where there is no such place.
    """
    x, y = round(at[0]), round(at[1])
    width, height = (int(measure) + 1 for measure in size)
    around = Box(x - reach - width, y - reach - height, x + reach + width, y + reach + height)
    ring = Box(x, y, x, y).wider(RING)
    near_lines = [one for one in lines if _shadow(one).wider(1).meets(around)]
    near_boxes = [*(one for one in boxes if one.meets(around)), ring]
    for place in _places(x, y, width, height, field, reach):
        wide = place.wider(AWAY)
        if not any(wide.meets(one) for one in near_boxes) and not any(one.crosses(wide) for one in near_lines):
            return place
    return None


def _places(x: int, y: int, width: int, height: int, field: Box, reach: int) -> Iterator[Box]:
    """Places in the field by how far they are from a point; of two that are as far, the one to the right and above.

    How far away a place is adds up from its column and its row: of the hundreds of places few have to be made.
    """
    lefts = [x + RING + AWAY, x - RING - AWAY - width, *range(x + reach, x - reach - width - 1, -STEP)]
    tops = [y - RING - height, y + RING, *range(y - reach - height, y + reach + 1, STEP)]
    columns = {min(max(one, field.left), field.right - width) for one in lefts}
    rows = {min(max(one, field.top), field.bottom - height) for one in tops}
    across = [(max(left - x, 0, x - left - width) ** 2, left) for left in columns]
    down = [(max(top - y, 0, y - top - height) ** 2, top) for top in rows]
    most = reach * reach
    near = [(aside + away, -left, top) for aside, left in across for away, top in down if aside + away <= most]
    return (Box(-left, top, width - left, top + height) for _, left, top in sorted(near))


def _shadow(one: Segment) -> Box:
    return Box(min(one.x0, one.x1), min(one.y0, one.y1), max(one.x0, one.x1), max(one.y0, one.y1))
