"""A page's Markdown in, the same without its finished parts out; and these put back into the page made of it.

Examples, pictures and explained words are most of a rule's page. They are HTML already, and the search leaves them
out, as it does the rule's module. MkDocs would read through all that four times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import dedent

from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.python import PythonLexer

# Such a section holds no other, or its end would be looked for here and by the search in the wrong place.
SECTION = r"^<section [^<>]*data-search-exclude>(?s:.*?)^</section>$"
# A fold with nothing in it but a module, whose end is the first line that is not indented.
FOLD = r'^\?\?\? note "(?P<title>[\w ]+)"\n\n    ``` python\n(?P<module>(?:    .*\n|\n)*?)    ```$'
FINISHED = re.compile(f"{SECTION}|{FOLD}", re.M)
PLACE = re.compile(r'<div data-set-aside="(\d+)"></div>')


def set_aside(markdown: str) -> tuple[str, list[str]]:
    """The text with a place for each finished part, and these parts in order."""
    parts: list[str] = []

    def aside(found: re.Match[str]) -> str:
        parts.append(found[0] if found["module"] is None else _folded(found["title"], dedent(found["module"])))
        return f'<div data-set-aside="{len(parts) - 1}"></div>'

    return FINISHED.sub(aside, markdown), parts


def put_back(html: str, parts: Sequence[str]) -> str:
    """The page with each part in its place; a number without a part stays, for then it is a writer's own."""
    return PLACE.sub(lambda found: parts[int(found[1])] if int(found[1]) < len(parts) else found[0], html)


def _folded(title: str, module: str) -> str:
    """What Markdown's extensions make of the same fold, but for the search, which leaves it out."""
    code = highlight(module, PythonLexer(), HtmlFormatter(cssclass="highlight", wrapcode=True)).rstrip()
    return f'<details class="note" data-search-exclude>\n<summary>{title}</summary>\n{code}\n</details>'
