"""A picture's size and what its axes run over in, the frame out: where a value stands, the grid, ticks and words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import NamedTuple

from calculators.runtime.limits import DECIMALS
from calculators.runtime.scales import step_of, tick_words, ticks, to_grid
from calculators.runtime.svg import Number, element, escaped, place

# How wide a sign is, as a share of its height: these, and any other. System fonts differ; this is on the safe side.
SIGNS = {sign: Decimal(width) for signs, width in ((".,:;'|!ijlIft ()", "0.4"), ("mwMW%@", "1")) for sign in signs}
SIGN, CAPITAL, BOLD = Decimal("0.64"), Decimal("0.74"), Decimal("1.1")


class Size(NamedTuple):
    """A picture's measures: of the whole, and of the margins around the field in which lines are drawn."""

    width: int
    left: int
    right: int
    top: int
    field: int
    text: int
    x_ticks: int
    y_ticks: int


WIDE = Size(width=680, left=40, right=178, top=54, field=264, text=14, x_ticks=6, y_ticks=6)
NARROW = Size(width=288, left=32, right=22, top=54, field=200, text=13, x_ticks=4, y_ticks=5)
BELOW = 48


class Frame:
    """The field of a picture: `x` runs over numbers of a grid from `low` to `high`, `y` from `floor` to `ceiling`."""

    def __init__(self, size: Size, x_kind: str, low: int, high: int, y_kind: str, heights: Sequence[Decimal]) -> None:
        self.size = size
        self.x_kind, self.y_kind = x_kind, y_kind
        self.low, self.high = low, high
        top, floor = max(*heights, Decimal(0)), min(*heights, Decimal(0))
        step = step_of((top - floor) or Decimal(1), size.y_ticks - 1)
        self.ceiling = (top / step).to_integral_value(ROUND_CEILING) * step or step
        self.floor = (floor / step).to_integral_value(ROUND_FLOOR) * step
        self.y_ticks = ticks(y_kind, self.floor, self.ceiling, size.y_ticks)
        widest = max(text_width(tick_words(y_kind, tick, self.y_ticks), size.text) for tick in self.y_ticks)
        self.left, self.right = max(size.left, int(widest) + 12), size.width - size.right
        self.top, self.bottom = size.top, size.top + size.field

    def x(self, value: Number) -> Decimal:
        """How far from the left."""
        return self.left + (value - self.low) * Decimal(self.right - self.left) / ((self.high - self.low) or 1)

    def y(self, value: Decimal) -> Decimal:
        """How far from the top."""
        return self.bottom - (value - self.floor) * Decimal(self.bottom - self.top) / (self.ceiling - self.floor)

    def drawn(self, x_words: str, y_words: str) -> str:
        """The grid, the ticks, and what the axes are called."""
        return "".join((*self._rows(), *self._columns(), *self._titles(x_words, y_words)))

    def _rows(self) -> list[str]:
        rows = []
        for tick in self.y_ticks:
            y = self.y(tick)
            kind = "picture-base" if tick == 0 else "picture-grid"
            rows.append(element("path", d=line((Decimal(self.left), y), (Decimal(self.right), y)), class_=kind))
            words = escaped(tick_words(self.y_kind, tick, self.y_ticks))
            rows.append(element("text", words, x=self.left - 8, y=y + 4, text_anchor="end", class_="picture-quiet"))
        return rows

    def _columns(self) -> list[str]:
        found = self._x_ticks()
        while self._touch(found):
            found = found[::2]
        columns = []
        for tick in found:
            x = self._across(tick)
            d = line((x, Decimal(self.bottom)), (x, Decimal(self.bottom + 5)))
            columns.append(element("path", d=d, class_="picture-base"))
            words, left, right = self._words(tick, found)
            middle, y = (left + right) / 2, self.bottom + 20
            columns.append(element("text", escaped(words), x=middle, y=y, text_anchor="middle", class_="picture-quiet"))
        return columns

    def _across(self, tick: Decimal) -> Decimal:
        """How far from the left a tick stands."""
        return self.x(tick if self.x_kind == "date" else Decimal(to_grid(self.x_kind, tick)))

    def _words(self, tick: Decimal, ticks: list[Decimal]) -> tuple[str, Decimal, Decimal]:
        """A tick's words, and from where to where they go."""
        words = tick_words(self.x_kind, tick, ticks)
        width = text_width(words, self.size.text)
        middle = self._inside(self._across(tick), width)
        return words, middle - width / 2, middle + width / 2

    def _touch(self, ticks: list[Decimal]) -> bool:
        """Whether the words of two ticks meet."""
        found = [self._words(tick, ticks) for tick in ticks]
        return any(before[2] + 2 > after[1] for before, after in pairwise(found))

    def _x_ticks(self) -> list[Decimal]:
        scale = DECIMALS.get(self.x_kind, 0)
        low, high = (Decimal(end).scaleb(-scale) for end in (self.low, self.high))
        return ticks(self.x_kind, low, high, self.size.x_ticks - (self.x_kind == "date"))

    def _inside(self, x: Decimal, width: Decimal) -> Decimal:
        """The middle of a text of this width near `x` that stays in the picture."""
        return min(max(x, width / 2 + 2), self.size.width - width / 2 - 2)

    def _titles(self, x_words: str, y_words: str) -> list[str]:
        across = element(
            "text", escaped(x_words), x=self.right, y=self.bottom + 40, text_anchor="end", class_="picture-name"
        )
        return [element("text", escaped(y_words), x=1, y=13, class_="picture-name"), across]


def line(*points: tuple[Decimal, Decimal]) -> str:
    """The path through these points."""
    return "M" + "L".join(f"{place(x)} {place(y)}" for x, y in points)


def text_width(words: str, size: int, bold: bool = False) -> Decimal:
    """About how wide a text is.

    >>> text_width("0.64", 10), text_width("MM", 10), text_width("MM", 10, bold=True)
    (Decimal('23.20'), Decimal('20'), Decimal('22.0'))
    """
    shares = (SIGNS.get(sign, CAPITAL if sign.isupper() else SIGN) for sign in words)
    return size * sum(shares, Decimal(0)) * (BOLD if bold else 1)
