"""Words in pictures: none touches a line or another word, and where there is no room for one there is no place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from calculators.ask import readings_of
from calculators.runtime.frame import NARROW, WIDE, text_width
from calculators.runtime.pictured import pictured
from calculators.runtime.placing import Box, Segment, free_place, segments
from smallprint.load import load
from smallprint.model import Rule as Written
from tests.conftest import ROOT

CHARTED = [rule for rule in load(ROOT).rules if rule.charts]
# Words may stand on the grid: it lies behind everything. The case's own line leads to its words.
BEHIND = {"picture-grid", "picture-base", "picture-foot"}
BOLD = {"picture-name", "picture-mark", "picture-letter"}
TODAY = date(2026, 11, 26)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("rule", CHARTED, ids=lambda rule: str(rule.id))
def test_no_word_in_a_chart_of_the_guide_touches_a_line_or_another_word(rule: Written) -> None:
    for example in rule.examples[::4]:
        typed = {str(name): str(text) for name, text in example.given}
        for number, chart in enumerate(rule.charts, 1):
            found = pictured(readings_of(str(rule.id)), str(number), typed, TODAY, example.reading, yours=True)
            for way, size in (("wide", WIDE), ("narrow", NARROW)):
                if found:
                    assert touched(str(found[way]), size.text) == [], f"{chart.title}, {example.title}, {way}"


def test_where_no_place_is_free_there_is_none() -> None:
    point, size, field = (Decimal(50), Decimal(50)), (Decimal(30), Decimal(10)), Box(0, 0, 100, 100)
    free = free_place(point, size, field, [], [], 40)
    assert free
    assert free.left > 60, "beside it, to the right"
    wall = list(segments([(Decimal(62), Decimal(0)), (Decimal(62), Decimal(100))]))
    assert wall == [Segment(62, 0, 62, 100)]
    other = free_place(point, size, field, wall, [], 40)
    assert other
    assert not wall[0].crosses(other)
    assert free_place(point, size, field, wall, [Box(0, 0, 61, 100)], 10) is None


def touched(svg: str, size: int) -> list[tuple[str, str]]:
    """Words and what of a line, or which other words, they touch. What is written upright is left out."""
    whole = ElementTree.fromstring(svg)
    words = [one for one in whole.iter(f"{SVG}text") if "transform" not in one.attrib]
    boxes = [(str(one.text), box_of(one, size)) for one in words]
    found = [
        (one, other) for at, (one, box) in enumerate(boxes) for other, second in boxes[at + 1 :] if box.meets(second)
    ]
    for path in whole.iter(f"{SVG}path"):
        kind = path.attrib["class"]
        places = [tuple(map(Decimal, place.split())) for place in path.attrib["d"][1:].split("L")]
        pieces = list(segments([(x, y) for x, y in places]))
        if kind not in BEHIND:
            found += [(one, kind) for one, box in boxes if any(piece.crosses(box) for piece in pieces)]
    return found


def box_of(text: ElementTree.Element, size: int) -> Box:
    """The room that the signs of a text take: what is below and above most of them is left out."""
    width = text_width(text.text or "", size, text.attrib["class"] in BOLD)
    share = {"middle": Decimal("0.5"), "end": Decimal(1)}.get(text.attrib.get("text-anchor", ""), Decimal(0))
    left, y = Decimal(text.attrib["x"]) - width * share, Decimal(text.attrib["y"])
    return Box(round(left) + 1, round(y) - size + 3, round(left + width) - 1, round(y) + 1)
