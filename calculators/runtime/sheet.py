"""What a picture is made of in, the whole picture out: with its name, its description, and its measures."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.runtime.frame import Size
from calculators.runtime.svg import element, escaped


def sheet(id: str, size: Size, height: int, title: str, said: str, wide: bool, inside: Sequence[str]) -> str:
    """The picture itself, with its name and its description for those who do not see it."""
    return element(
        "svg",
        element("title", escaped(title), id=f"{id}-title"),
        element("desc", escaped(said), id=f"{id}-desc"),
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {size.width} {height}",
        width=size.width,
        height=height,
        font_size=size.text,
        role="img",
        aria_labelledby=f"{id}-title",
        aria_describedby=f"{id}-desc",
        class_=f"picture-svg {'picture-wide' if wide else 'picture-narrow'}",
    )
