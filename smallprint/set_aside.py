"""A page's Markdown in, the same without its finished parts out; and these put back into the page made of it.

Examples, pictures and explained words are most of a rule's page. They are HTML already, and the search leaves them
out. To read through them four times took MkDocs a quarter of its time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Such a section holds no other, or its end would be looked for here and by the search in the wrong place.
FINISHED = re.compile(r"^<section [^<>]*data-search-exclude>.*?^</section>$", re.M | re.S)
PLACE = re.compile(r'<div data-set-aside="(\d+)"></div>')


def set_aside(markdown: str) -> tuple[str, list[str]]:
    """The text with a place for each finished part, and these parts in order."""
    parts: list[str] = FINISHED.findall(markdown)
    places = (f'<div data-set-aside="{number}"></div>' for number in range(len(parts)))
    return FINISHED.sub(lambda _: next(places), markdown), parts


def put_back(html: str, parts: Sequence[str]) -> str:
    """The page with each part in its place; a number without a part stays, for then it is a writer's own."""
    return PLACE.sub(lambda found: parts[int(found[1])] if int(found[1]) < len(parts) else found[0], html)
