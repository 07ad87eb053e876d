"""A policy file's path and lines in, a problem out where its first line does not lead editors to the schema."""

from __future__ import annotations

from collections.abc import Sequence

from smallprint.places import Place
from smallprint.problems import Problem

STARTS = "# yaml-language-server:"


def schema_line(path: str) -> str:
    """The line by which editors find the schema from `path`.

    >>> schema_line("policy/fees/service-fee.yaml")
    '# yaml-language-server: $schema=../schema.json'
    """
    return f"{STARTS} $schema={'../' * (path.count('/') - 1)}schema.json"


def lacks_schema_line(path: str, lines: Sequence[str]) -> list[Problem]:
    """One problem, or none; editors read the line wherever it stands, people look for it at the top."""
    expected = schema_line(path)
    if lines[0].rstrip() == expected:
        return []
    at = next((number for number, line in enumerate(lines, 1) if line.startswith(STARTS)), None)
    if at is None:
        message, place, label = "editors do not find the schema of this file", Place(path, 1, 1, 1), ""
        mend = f"add this above the first line: {expected}"
    else:
        message, place = "this line does not lead editors to the schema", Place(path, at, 1, len(lines[at - 1]))
        label = "this belongs in the first line" if at > 1 else "the schema is elsewhere"
        mend = f"make the first line: {expected}"
    return [Problem("POL013", message, place, label, mend)]
