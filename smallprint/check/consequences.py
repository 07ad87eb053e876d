"""All problems found in; those that only follow from another out: who mends that one has mended both.

Everything is shown at once, so a misspelt name must not bring along that the figure meant is never used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from smallprint.problems import Problem

NEAR = 8
UNSHAPED = ("POL101", "POL103", "POL104", "POL115")
UNREAD = ("POL210", "POL211", "POL213")
BRANCHES = ("POL401", "POL402", "POL407", "POL408")
_WORD = re.compile(r"[a-z][a-z0-9_]*")


def without_consequences(problems: Sequence[Problem], files: Mapping[str, Sequence[str]]) -> list[Problem]:
    """The problems that stand on their own."""
    return [problem for problem in problems if not _follows(problem, problems, files)]


def _follows(problem: Problem, problems: Sequence[Problem], files: Mapping[str, Sequence[str]]) -> bool:
    others = [other for other in problems if other is not problem and other.place.path == problem.place.path]
    line = problem.place.line
    match problem.code:
        case "POL404":  # the name stands in what could not be read
            name = problem.message.split("`")[1]
            return any(name in _mentioned(other, files) or other.code in UNSHAPED for other in others)
        case "POL203" | "POL204":  # it is declared where something could not be read
            name = problem.message.split("`")[1]
            lines_here = files.get(problem.place.path, ())
            declared = any(re.match(rf"\s+(- )?{re.escape(name)}\s*:", text) for text in lines_here)
            unread = any(other.code in UNREAD and other.place.line == line for other in others)
            return unread or (declared and any(other.code in UNSHAPED for other in others))
        case "POL305":  # what should say it could not be read
            return any(other.code < "POL200" for other in others)
        case "POL301" | "POL302" | "POL303":  # one of the two days could not be read
            lines = {line, *(place.line for place, _ in problem.also)}
            return any(other.code == "POL106" and other.place.line in lines for other in others)
        case "POL307" | "POL308" | "POL309":  # what is needed when cannot be told yet
            return any(
                other.code < "POL307" or other.code in ("POL401", "POL402", "POL407", "POL408") for other in others
            )
        case "POL401" | "POL402" | "POL407" | "POL408":  # a condition near by could not be read
            return any(other.code < "POL300" and abs(other.place.line - line) <= NEAR for other in others)
    return False


def _mentioned(problem: Problem, files: Mapping[str, Sequence[str]]) -> set[str]:
    """The words on the line of a problem, and those it suggests."""
    lines = files.get(problem.place.path, ())
    line = lines[problem.place.line - 1] if 0 < problem.place.line <= len(lines) else ""
    return set() if problem.code == "POL404" else set(_WORD.findall(f"{line} {problem.label}"))
