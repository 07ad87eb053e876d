"""Two states of the policy files in, what changes from the one to the other out, or which of them does not check."""

from __future__ import annotations

from pathlib import Path

from smallprint.asking import last_checked
from smallprint.check import Checked, check_loaded
from smallprint.impact.changes import Changes, Fault, Found, RuleChange, Side, Spot, Unsound
from smallprint.impact.inventory import other_changes, renamed_rules, source_changes
from smallprint.impact.pages import pages_touched
from smallprint.impact.questions import Question, questions
from smallprint.impact.revisions import load_revision
from smallprint.impact.rules import compare_rule
from smallprint.impact.state import State, state_of
from smallprint.model import Rule
from smallprint.problems import Problem, render
from smallprint.uses import applied_rules, steps_everywhere


def compare(root: Path, base: str, head: str | None) -> Found:
    """Compare what `policy/` below `root` is in the git revision `base` with what it is in `head`, or on the disk.

    Both are read and checked by this generator. Raises `UnknownRevision`.
    """
    (base_name, old), (head_name, new) = load_revision(root, base), load_revision(root, head)
    before, after = check_loaded(old), check_loaded(new)
    if before.answering is None:
        return _unsound("base", base_name, before)
    if after.answering is None:
        return _unsound("head", head_name, after)
    return compare_checked(root, base_name, before, head_name, after)


def compare_checked(root: Path, base: str, before: Checked, head: str, after: Checked) -> Changes:
    """The same for two states whose rules can be asked; the guides by hand are those below `root`."""
    assert before.answering is not None
    assert after.answering is not None
    today = max(last_checked(before.answering), last_checked(after.answering))
    old, new = state_of(before, today), state_of(after, today)
    renamed = renamed_rules(old.policy, new.policy)
    asked = questions((old.placed, new.placed), {**{id: id for id in new.rules}, **renamed})
    older = {**{id: id for id in new.rules if id in old.rules}, **{now: was for was, now in renamed.items()}}
    affected = _affected(old, new, older)
    states: tuple[tuple[Side, str, Checked], ...] = (("base", base, before), ("head", head, after))
    found = tuple(_changed(id, older[id], old, new, asked if id in affected else []) for id in older)
    rules = tuple(sorted((change for change in found if change is not None), key=_only_builds_on_another))
    told = {change.id for change in rules}
    return Changes(
        base=base,
        head=head,
        rules=rules,
        others=tuple(
            one
            for one in other_changes(old.policy, new.policy, renamed)
            if not (one.kind == "rule" and one.what == "changed" and one.id in told)
        ),
        sources=source_changes(old.policy, new.policy),
        pages=pages_touched(root, old, new),
        alike=len(older) - len(rules),
        people=len({question.who for question in asked if question.origin == "person"}),
        questions=sum(1 for question in asked if question.origin == "person"),
        examples=sum(1 for question in asked if question.origin == "example"),
        unsound=tuple(_unsound(side, name, it) for side, name, it in states if it.problems),
    )


def _changed(id: str, was: str, old: State, new: State, asked: list[Question]) -> RuleChange | None:
    """What changes in a rule, or None where nothing does; without questions it is not asked."""
    change = compare_rule(old.rules[was], new.rules[id], old, new, [one for one in asked if one.rule == id])
    told = (change.points.differing, change.figures, change.readings, change.cites, change.no_longer_cites, change.diff)
    return change if any(told) or change.was else None


def _only_builds_on_another(change: RuleChange) -> bool:
    return not (change.figures or change.readings or change.diff)


def _affected(old: State, new: State, older: dict[str, str]) -> set[str]:
    """The rules with another core, and those that build on such a rule: no other can answer otherwise."""
    found = {id for id, was in older.items() if new.cores[id] != old.cores[was]}
    while more := {id for id in older if id not in found and _applied(new.rules[id]) & found}:
        found |= more
    return found


def _applied(rule: Rule) -> set[str]:
    return {str(id) for id in applied_rules(steps_everywhere(rule))}


def _unsound(side: Side, revision: str, checked: Checked) -> Unsound:
    return Unsound(side, revision, tuple(map(_fault, checked.problems)), render(checked.problems, checked.files))


def _fault(problem: Problem) -> Fault:
    place = problem.place
    return Fault(problem.code, problem.message, problem.help, Spot(place.path, place.line), place.column)
