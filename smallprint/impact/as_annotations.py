"""What changes in, workflow commands for GitHub out: a notice at each changed line, an error at each mistake."""

from __future__ import annotations

from collections.abc import Iterator

from smallprint.annotations import annotation
from smallprint.impact.changes import Found, RuleChange, Spot, Unsound
from smallprint.impact.words import Row, facts, figure, headline, points, rows

MOST_ROWS = 5


def as_annotations(found: Found) -> str:
    """One command a line; the last says the whole, at no line."""
    if isinstance(found, Unsound):
        return "\n".join(_faults(found))
    lines = [line for rule in found.rules for line in _rule(rule)]
    lines += [line for one in found.unsound for line in _faults(one)]
    return "\n".join([*lines, _command("notice", None, 1, "What this changes", headline(found))])


def _rule(rule: RuleChange) -> Iterator[str]:
    told = [_row(row) for row in rows(rule)]
    hidden = [f"… and {len(told) - MOST_ROWS} more"] if len(told) > MOST_ROWS else []
    message = "\n".join([points(rule.points), *told[:MOST_ROWS], *hidden])
    for change in rule.figures:
        yield _command("notice", change.spot, 1, figure(change), message)
    if not rule.figures:
        title = "; ".join(facts(rule)) or (f"{rule.id} answers otherwise" if rule.points.differing else rule.id)
        yield _command("notice", rule.spot, 1, title, message)


def _row(row: Row) -> str:
    return f"{row.who}: {row.before} → {row.after} ({row.difference})"


def _faults(found: Unsound) -> Iterator[str]:
    for fault in found.faults:
        yield _command("error", fault.spot, fault.column, f"{fault.code} {fault.message}", fault.help or fault.message)


def _command(level: str, spot: Spot | None, column: int, title: str, message: str) -> str:
    where = {"file": spot.path, "line": spot.line, "col": column} if spot else {}
    return annotation(level, title, message, **where)
