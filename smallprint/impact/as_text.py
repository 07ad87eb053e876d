"""What changes in, the report for a terminal out."""

from __future__ import annotations

from itertools import groupby

from smallprint.impact.changes import Found, RuleChange, Unsound
from smallprint.impact.words import elsewhere, facts, headline, points, rows, to_mend

MOST_ROWS = 60
MOST_DIFF = 60


def as_text(found: Found) -> str:
    """The report, without a line break at its end."""
    if isinstance(found, Unsound):
        return _unsound(found)
    mistakes = "".join(f"\n{to_mend(one)} They stand at the end." for one in found.unsound)
    parts = [f"From {found.base} to {found.head}:\n{headline(found)}{mistakes}"]
    parts += [_rule(rule) for rule in found.rules]
    parts += [_lines("Besides", elsewhere(found)), _lines("Pages that are not the same", list(found.pages))]
    parts += [_unsound(one) for one in found.unsound]
    return "\n\n".join(part for part in parts if part)


def _rule(rule: RuleChange) -> str:
    lines = [f"{rule.id} ({rule.spot.path})", *(f"  {fact}." for fact in facts(rule)), f"  {points(rule.points)}"]
    told = rows(rule)
    for who, found in groupby(told[:MOST_ROWS], key=lambda row: row.who):
        lines += ["", f"  {who}"]
        lines += [f"    {row.before} → {row.after} ({row.difference})" for row in found]
    if len(told) > MOST_ROWS:
        lines += ["", f"  … and {len(told) - MOST_ROWS} more."]
    if rule.diff:
        lines += ["", "  The calculator:", *(f"    {line}".rstrip() for line in rule.diff[:MOST_DIFF])]
    if len(rule.diff) > MOST_DIFF:
        lines.append(f"    … and {len(rule.diff) - MOST_DIFF} lines more.")
    return "\n".join(lines)


def _lines(title: str, lines: list[str]) -> str:
    return "\n".join([f"{title}:", *(f"  {line}" for line in lines)]) if lines else ""


def _unsound(found: Unsound) -> str:
    return f"{to_mend(found)} These are the policy files of {found.revision}.\n\n{found.framed}"
