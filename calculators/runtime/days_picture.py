"""Days and what happens on them in, a picture of them in their order out: along a line, or on a phone down a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from calculators.runtime.dates import WEEKDAYS
from calculators.runtime.events import Event
from calculators.runtime.frame import NARROW, WIDE, line
from calculators.runtime.scales import value_words
from calculators.runtime.sheet import sheet
from calculators.runtime.svg import element, escaped, wrapped
from calculators.runtime.words import show

# A day beside another takes so much room; with more of them they stand below each other.
COLUMN = 150
MOST_ALONG = 4
ROW = 17
SIDE = 14


def days_picture(found: Sequence[Event], id: str, wide: bool, title: str, said: str) -> str:
    """The picture of at least two days, for a wide page or for a phone."""
    along = wide and len(found) <= MOST_ALONG
    inside, height = _along(found) if along else _down(found, 70 if wide else 30)
    return sheet(id, WIDE if wide else NARROW, height, title, said, wide, inside)


def short_day(day: date) -> str:
    """The day with its weekday.

    >>> short_day(date(2026, 11, 26))
    'Thu 26 Nov 2026'
    """
    return f"{WEEKDAYS[day.weekday()][:3].capitalize()} {value_words('date', day.toordinal())}"


def _along(found: Sequence[Event]) -> tuple[list[str], int]:
    """From left to right, further apart the more days lie between."""
    labels = [wrapped("; ".join(event.labels), 19, 5) for event in found]
    top = max(len(rows) for rows in labels) * ROW + 18
    places = _places(found)
    inside = []
    for (one, other), (x0, x1) in zip(pairwise(found), pairwise(places), strict=True):
        inside.append(element("path", d=line((x0, Decimal(top)), (x1, Decimal(top))), class_="picture-days"))
        words = show("days", (other.day - one.day).days)
        middle = (x0 + x1) / 2
        inside.append(element("text", words, x=middle, y=top + 22, text_anchor="middle", class_="picture-quiet"))
    for event, x, rows in zip(found, places, labels, strict=True):
        inside += _texts(rows, x, top - 14 - ROW * (len(rows) - 1), "middle", event.sort)
        inside.append(_mark(event, x, Decimal(top)))
        day = escaped(short_day(event.day))
        inside.append(element("text", day, x=x, y=top + 44, text_anchor="middle", class_="picture-name"))
    return inside, top + 54


def _places(found: Sequence[Event]) -> list[Decimal]:
    """Where the days stand: a column apart at least, what is left over shared out by the days between."""
    free = WIDE.width - COLUMN * len(found)
    whole = (found[-1].day - found[0].day).days
    before = [(event.day - found[0].day).days for event in found]
    start = Decimal(COLUMN) / 2
    return [start + COLUMN * at + Decimal(free) * days / whole for at, days in enumerate(before)]


def _down(found: Sequence[Event], signs: int) -> tuple[list[str], int]:
    """Below each other, with the days between beside the line."""
    inside: list[str] = []
    marks: list[str] = []
    y = 18
    for event, after in zip(found, [*found[1:], None], strict=True):
        day = escaped(short_day(event.day))
        inside.append(element("text", day, x=SIDE + 22, y=y + 5, class_="picture-name"))
        rows = wrapped("; ".join(event.labels), signs, 5)
        inside += _texts(rows, Decimal(SIDE + 22), y + 5 + ROW, "start", event.sort)
        marks.append(_mark(event, Decimal(SIDE), Decimal(y)))
        end = y + 5 + ROW * len(rows)
        if after is not None:
            words = f"{show('days', (after.day - event.day).days)} later"
            inside.append(element("text", words, x=SIDE + 22, y=end + 26, class_="picture-quiet"))
            d = line((Decimal(SIDE), Decimal(y)), (Decimal(SIDE), Decimal(end + 48)))
            inside.insert(0, element("path", d=d, class_="picture-days"))
            y = end + 48
        else:
            y = end + 10
    return inside + marks, y


def _texts(rows: Sequence[str], x: Decimal, y: int, anchor: str, sort: str) -> Iterator[str]:
    kind = "picture-word" if sort == "answer" else "picture-quiet"
    for at, row in enumerate(rows):
        yield element("text", escaped(row), x=x, y=y + ROW * at, text_anchor=anchor, class_=kind)


def _mark(event: Event, x: Decimal, y: Decimal) -> str:
    """Answers are full, what was given is a ring; today is a square, another reading's day a broken ring."""
    match event.sort:
        case "answer":
            return element("circle", cx=x, cy=y, r=7, class_="picture-answer")
        case "today":
            return element("rect", x=x - 6, y=y - 6, width=12, height=12, class_="picture-today")
        case "other":
            return element("circle", cx=x, cy=y, r=7, class_="picture-other", stroke_dasharray="3 3")
    return element("circle", cx=x, cy=y, r=7, class_="picture-given")
