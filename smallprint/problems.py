"""Mistakes in policy files, and how they look: found once as `Problem`s, rendered as framed text or as JSON."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from smallprint.places import Place

MOST_SHOWN = 20
MOST_SAID = 500
WIDTH = 160


@dataclass(frozen=True)
class Problem:
    """One mistake: a stable code, the mistake in a sentence, where it stands, and what to do about it.

    `label` is written under the underlined text, `help` below the frame; `also` are further places with their labels,
    for two things that clash.
    """

    code: str
    message: str
    place: Place
    label: str = ""
    help: str = ""
    also: tuple[tuple[Place, str], ...] = ()


def render(problems: Sequence[Problem], files: Mapping[str, Sequence[str]]) -> str:
    """All problems, sorted by place, at most twenty in full; `files` maps a path to its lines."""
    ordered = in_order(problems)
    shown = [_frame(problem, files) for problem in ordered[:MOST_SHOWN]]
    hidden = len(ordered) - len(shown)
    if hidden:
        shown.append(f"… and {hidden} more. Mend these first, then check again.")
    return "\n\n".join(shown)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file, line and column, each once."""
    return sorted(set(problems), key=lambda p: (p.place.path, p.place.line, p.place.column, p.code, p.message))


def as_json(problem: Problem) -> dict[str, object]:
    """A problem as plain data: code, message, path, line, column, end_column, help, also."""
    place = problem.place
    return {
        "code": problem.code,
        "message": problem.message,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_column": place.column + place.length,
        "label": problem.label,
        "help": problem.help,
        "also": [{"path": p.path, "line": p.line, "column": p.column, "label": label} for p, label in problem.also],
    }


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or an empty string where none is like it."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A label that suggests the nearest known word, or nothing."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else ""


def _frame(problem: Problem, files: Mapping[str, Sequence[str]]) -> str:
    lines = [f"{problem.code} {_cut(problem.message)}"]
    lines += _excerpt(problem.place, problem.label, files, context=1)
    for place, label in problem.also:
        lines += _excerpt(place, label, files, context=0)
    if problem.help:
        lines.append(f"help: {_cut(problem.help)}")
    return "\n".join(lines)


def _excerpt(place: Place, label: str, files: Mapping[str, Sequence[str]], context: int) -> list[str]:
    head = f" --> {place.path}:{place.line}:{place.column}"
    source = files.get(place.path, ())
    if not 1 <= place.line <= len(source):
        return [f"{head} {label}".rstrip()]
    wide = len(str(place.line))
    edge = " " * wide + " |"
    first = max(1, place.line - context)
    out = [head, edge]
    # A line too long for a screen is shown from a little before the place on.
    left = max(0, place.column - WIDTH // 2) if len(source[place.line - 1]) > WIDTH else 0
    out += [
        f"{number:>{wide}} | {_window(source[number - 1], left)}".rstrip() for number in range(first, place.line + 1)
    ]
    column = place.column - 1 - left + (2 if left else 0)
    room = max(1, min(len(source[place.line - 1]) - place.column + 1, WIDTH - column))
    carets = "^" * min(place.length, room)
    out.append(f"{edge} {' ' * column}{carets} {label}".rstrip())
    return out


def _window(line: str, left: int) -> str:
    cut = line[left : left + WIDTH]
    return f"{'… ' if left else ''}{cut}{' …' if len(line) > left + WIDTH else ''}"


def _cut(text: str) -> str:
    whole = " ".join(text.splitlines())  # a value over several lines stays on the one line of its message
    return whole if len(whole) <= MOST_SAID else f"{whole[:MOST_SAID].rsplit(' ', 1)[0]} …"
