"""The codes and a mistaken file for each in, the pages about mistakes out: one that lists them, and one for each code.

`explain` prints a code's page, and what the check says in an editor or on a pull request links to it.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from smallprint.codes import CODES

LIST = "docs/contributing/mistakes.md"
FOLDER = "docs/contributing/mistakes"
# What the codes of a hundred have in common.
GROUPS = {
    "0": "Files",
    "1": "Keys and values",
    "2": "Names, formulas and units",
    "3": "Days",
    "4": "Cases, readings and what is not used",
    "5": "Examples",
    "6": "Sources",
    "7": "Claims",
    "8": "People",
}


@dataclass(frozen=True)
class Shown:
    """One mistake: what the check says, the file's name, and its text with the mistake and without; none for some."""

    said: str
    path: str = ""
    bad: str = ""
    good: str = ""


def emit_mistakes(shown: Mapping[str, Shown]) -> dict[str, str]:
    """The pages by their path; `shown` is by code."""
    return {LIST: _list(), **{page_of(code): _page(code, shown.get(code)) for code in CODES}}


def page_of(code: str) -> str:
    """The path of a code's page.

    >>> page_of("POL103")
    'docs/contributing/mistakes/pol103.md'
    """
    return f"{FOLDER}/{code.lower()}.md"


def _list() -> str:
    parts = [
        "# Mistakes, one by one\n",
        "`python -m smallprint check` shows every mistake with its file, line and column, the text it is about, and"
        " what to write instead. Each begins with one of these codes; `python -m smallprint explain POL103` prints its"
        " page.\n",
    ]
    for group, title in GROUPS.items():
        rows = [
            f"| [{code}](mistakes/{code.lower()}.md) | {text} |" for code, text in CODES.items() if code[3] == group
        ]
        parts.append("\n".join([f"## {title}\n", "| code | what it means |", "|---|---|", *rows, ""]))
    return "\n".join(parts)


def _page(code: str, shown: Shown | None) -> str:
    # The list is in the site's search; so many files of examples would bury everything else.
    parts = [f"---\ntitle: {code}\nsearch:\n  exclude: true\n---\n", f"# {code}\n", f"{CODES[code]}\n"]
    if shown is None:
        parts.append(
            "No file of its own shows it: other mistakes have to come together, or the generator to be wrong.\n"
        )
    else:
        parts.append(f"## What the check says\n\n{_block('text', shown.said)}")
    if shown and shown.good:
        change = "\n".join(_change(shown))
        parts.append(f"## What mends it\n\n{_block('diff', change)}")
        parts.append(f"## The file with the mistake\n\n`{shown.path}`\n\n{_block('yaml', shown.bad)}")
        parts.append(f"## The file without it\n\n{_block('yaml', shown.good)}")
    return "\n".join([*parts, "[All mistakes](../mistakes.md)\n"])


def _change(shown: Shown) -> list[str]:
    """The lines that differ, without the heads that name files."""
    bad, good = shown.bad.splitlines(), shown.good.splitlines()
    if bad[1:2] == good[:1]:  # all that differs there is the remark that says what is wrong
        del bad[0]
    lines = list(difflib.unified_diff(bad, good, lineterm="", n=1))[2:]
    return ["…" if line.startswith("@@") else line.rstrip() for line in lines][1:]


def _block(language: str, text: str) -> str:
    # Characters that cannot be seen are what some mistakes are about: a page shows that they are there.
    visible = "".join(one if one == "\n" or one.isprintable() else f"\\u{ord(one):04x}" for one in text.strip("\n"))
    return f"```{language}\n{visible}\n```\n"
