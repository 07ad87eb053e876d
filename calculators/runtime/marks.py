"""A frame and what is special in it in, its marks out: limits, days without a rule, and the case that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from calculators.runtime.curve import Curves
from calculators.runtime.frame import Frame, line, text_width
from calculators.runtime.scales import rounder, value_words
from calculators.runtime.svg import element, escaped
from calculators.runtime.words import show

type Box = tuple[Decimal, Decimal, Decimal, Decimal]

NEAR = 3
# How far apart places on a line are taken, when a text looks for room.
CLOSE = 8


def limits(frame: Frame, drawn: Curves) -> str:
    """A thin upright line at each limit, with the value above it where there is room in one of two rows."""
    parts: list[str] = []
    rows: list[Decimal] = [Decimal(-1), Decimal(-1)]
    last: Decimal | None = None
    for limit in limits_of(drawn):
        x = frame.x(limit)
        if last is not None and x - last < NEAR:
            continue
        last = x
        words = value_words(frame.x_kind, limit)
        width = text_width(words, frame.size.text)
        middle = min(max(x, width / 2 + 2), frame.size.width - width / 2 - 2)
        row = next((at for at, end in enumerate(rows) if end < middle - width / 2), None)
        upper = frame.top if row is None else frame.top - 4 - 17 * row
        d = line((x, Decimal(upper)), (x, Decimal(frame.bottom)))
        parts.append(element("path", d=d, class_="picture-limit", stroke_dasharray="2 3"))
        if row is not None:
            rows[row] = middle + width / 2 + 6
            at = frame.top - 8 - 17 * row
            parts.append(element("text", escaped(words), x=middle, y=at, text_anchor="middle", class_="picture-word"))
    return "".join(parts)


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


def gap(frame: Frame, first: int, last: int, words: str) -> str:
    """Values without a line, and why."""
    left, right = frame.x(first), frame.x(last)
    box = element(
        "rect", x=left, y=frame.top, width=max(right - left, Decimal(2)), height=frame.bottom - frame.top,
        class_="picture-gap",
    )  # fmt: skip
    width, x = text_width(words, frame.size.text), (left + right) / 2
    if right - left > width + 6:
        return box + element(
            "text", escaped(words), x=x, y=frame.top + 20, text_anchor="middle", class_="picture-quiet"
        )
    place, y = int(x) + 5, frame.top + 8
    turned = f"rotate(-90 {place} {y})"
    upright = element("text", escaped(words), x=place, y=y, text_anchor="end", transform=turned, class_="picture-quiet")
    return box + (upright if right - left > frame.size.text else "")


def here(frame: Frame, drawn: Curves, whose: str) -> str:
    """The case that is shown: a ring on its line, and its two values beside it."""
    assert drawn.here is not None
    point, main = drawn.here, next(curve for curve in drawn.curves if curve.main)
    x, y = frame.x(point.x), frame.y(point.y)
    value, answer = value_words(frame.x_kind, point.x), shown(drawn.y_kind, point.y)
    words = [whose, f"{value}: {answer}"]
    if text_width(words[1], frame.size.text) * 2 > frame.right - frame.left:
        words = [whose, f"{value}:", answer]
    size = max(text_width(row, frame.size.text) for row in words), Decimal(17 * len(words) + 4)
    left, top = _free(frame, (x, y), size, list(_along(frame, drawn)))
    foot = element("path", d=line((x, y), (x, Decimal(frame.bottom))), class_="picture-foot", stroke_dasharray="1 3")
    ring = element("circle", cx=x, cy=y, r=6, class_="picture-here")
    texts = [
        element("text", escaped(row), x=left, y=top + 14 + 17 * at, class_="picture-mark")
        for at, row in enumerate(words)
    ]
    return element("g", foot, ring, *texts, class_=f"picture-case picture-{1 if main.main else 2}")


def shown(kind: str, y: Decimal) -> str:
    """A value of the answers' axis in words; a share to two decimals of a percent."""
    return show(kind, round(y, 4) if kind == "rate" else y)


def _along(frame: Frame, drawn: Curves) -> Iterator[tuple[Decimal, Decimal]]:
    """Places on the lines, close together."""
    for piece in (piece for curve in drawn.curves for piece in curve.pieces):
        places = [(frame.x(point.x), frame.y(point.y)) for point in piece]
        yield from places
        for (x0, y0), (x1, y1) in pairwise(places):
            parts = int(max(abs(x1 - x0), abs(y1 - y0)) / CLOSE)
            yield from ((x0 + (x1 - x0) * at / parts, y0 + (y1 - y0) * at / parts) for at in range(1, parts))


def _free(
    frame: Frame, at: tuple[Decimal, Decimal], size: tuple[Decimal, Decimal], lines: Sequence[tuple[Decimal, Decimal]]
) -> tuple[Decimal, Decimal]:
    """Where a text beside a point covers least of the lines, inside the field."""
    (x, y), (width, height) = at, size
    last = max(Decimal(frame.left + 4), min(frame.right, frame.size.width - 2) - width)
    places = [
        (min(max(left, Decimal(frame.left + 4)), last), min(max(top, Decimal(frame.top)), frame.bottom - height))
        for left in (x + 12, x - width - 12, x - width / 2)
        for top in (y - height - 8, y + 8, y - height / 2, y - height * 2, y + height)
    ]

    def covered(place: tuple[Decimal, Decimal]) -> int:
        left, top = place
        ring = left - 9 < x < left + width + 9 and top - 9 < y < top + height + 9
        on = sum(left - 4 <= px <= left + width + 4 and top <= py <= top + height for px, py in lines)
        return on + 100 * ring

    return min(places, key=covered)
