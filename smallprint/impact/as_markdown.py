"""What changes in, the text of a comment on a change out: one line first, then a table for each rule, then folds.

Whatever comes from policy files is escaped, so that a comment has no link, picture, mention or markup of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from smallprint.impact.changes import Found, RuleChange, Unsound
from smallprint.impact.words import Row, elsewhere, facts, headline, points, rows, to_mend

MOST_ROWS = 12
MOST_FOLDED = 80
MOST_DIFF = 80
# GitHub takes 65,536 characters in a comment.
MOST_CHARACTERS = 60_000
_MARKUP = re.compile(r"([\\`*_\[\]|~])")
_LINKS = re.compile(r"([@#]|://|\bwww\.)")


def as_markdown(found: Found) -> str:
    """The comment, never longer than `MOST_CHARACTERS`."""
    if isinstance(found, Unsound):
        return _bounded([f"**{to_mend(found)}** Nothing could be compared.", _framed(found)])
    parts = [f"**{escaped(headline(found))}**", *(f"**{to_mend(one)}**" for one in found.unsound)]
    parts += [_rule(rule) for rule in found.rules]
    parts.append(_fold("Besides", [f"- {escaped(line)}" for line in elsewhere(found)]))
    parts.append(_fold("Pages that are not the same", [f"- {escaped(page)}" for page in found.pages]))
    for rule in found.rules:
        parts.append(_fold(f"The calculator of {rule.id}", _fenced(rule.diff, "diff")))
    parts += [_fold("What to mend", [_framed(one)]) for one in found.unsound]
    parts.append(f"Compared: {escaped(found.base)} with {escaped(found.head)}.")
    return _bounded([part for part in parts if part])


def escaped(text: str) -> str:
    """A text as nothing but text, on one line.

    >>> escaped("<b>@ada</b> | [x](y)")
    '&lt;b&gt;@\\u200bada&lt;/b&gt; \\\\| \\\\[x\\\\](y)'
    """
    plain = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LINKS.sub(lambda link: f"{link[0][:1]}\u200b{link[0][1:]}", _MARKUP.sub(r"\\\1", plain))


def _rule(rule: RuleChange) -> str:
    told = rows(rule)
    lines = [
        f"### {escaped(rule.id)}",
        *([""] if facts(rule) else []),
        *(f"- {escaped(fact)}." for fact in facts(rule)),
    ]
    lines += ["", escaped(points(rule.points)), "", *_table(told[:MOST_ROWS])]
    folded = told[MOST_ROWS : MOST_ROWS + MOST_FOLDED]
    hidden = len(told) - MOST_ROWS - len(folded)
    lines += ["", _fold(f"{len(folded)} more", [*_table(folded), *([f"… and {hidden} more."] if hidden > 0 else [])])]
    return "\n".join(lines).rstrip()


def _table(told: Sequence[Row]) -> list[str]:
    if not told:
        return []
    found = ["| who | before | after | difference |", "| --- | --- | --- | --- |"]
    for row in told:
        found.append(f"| {' | '.join(map(escaped, (row.who, row.before, row.after, row.difference)))} |")
    return found


def _fold(title: str, lines: Sequence[str]) -> str:
    return "\n".join([f"<details><summary>{escaped(title)}</summary>", "", *lines, "", "</details>"]) if lines else ""


def _fenced(lines: Sequence[str], language: str = "text") -> list[str]:
    if not lines:
        return []
    hidden = [f"… and {len(lines) - MOST_DIFF} lines more"] if len(lines) > MOST_DIFF else []
    shown = [*lines[:MOST_DIFF], *hidden]
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", "\n".join(shown))), default=0))
    return [f"{fence}{language}", *shown, fence]


def _framed(found: Unsound) -> str:
    return "\n".join(_fenced(found.framed.split("\n")))


def _bounded(parts: Sequence[str]) -> str:
    """The parts that fit, whole; a comment cut in the middle of a table or a fold would not be one any more."""
    shown: list[str] = []
    room = MOST_CHARACTERS
    for part in parts:
        if len(part) + 2 > room - 100:
            shown.append("There is more than fits here: `python -m smallprint impact` tells all of it.")
            break
        shown.append(part)
        room -= len(part) + 2
    return "\n\n".join(shown)
