"""Two policies in, what came, went or changed beside answers out: rules, procedures, sources and the like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from smallprint.impact.changes import FileChange, SourceChange
from smallprint.model import Policy, Rule, Source
from smallprint.scope import scope_of


def other_changes(before: Policy, after: Policy, renamed: Mapping[str, str]) -> tuple[FileChange, ...]:
    """Rules, procedures, claims, people, terms and examples; `renamed` has the new ids of rules by their old ones."""
    old, new = _things(before), _things(after)
    found = []
    for kind in new:
        for id in sorted(new[kind].keys() | old[kind].keys()):
            if kind == "rule" and (id in renamed or id in renamed.values()):
                continue
            if id not in old[kind]:
                found.append(FileChange(kind, id, "added"))
            elif id not in new[kind]:
                found.append(FileChange(kind, id, "removed"))
            elif old[kind][id] != new[kind][id]:
                found.append(FileChange(kind, id, "changed"))
    return tuple(found)


def source_changes(before: Policy, after: Policy) -> tuple[SourceChange, ...]:
    """Entries of the register, by id."""
    found = []
    for id in sorted(after.sources.keys() | before.sources.keys()):
        was, now = before.sources.get(id), after.sources.get(id)
        if was is None and now is not None:
            found.append(SourceChange(id, str(now.title), "added", ()))
        elif now is None and was is not None:
            found.append(SourceChange(id, str(was.title), "removed", ()))
        elif was is not None and now is not None and was != now:
            found.append(SourceChange(id, str(now.title), "changed", _keys(was, now)))
    return tuple(found)


def renamed_rules(before: Policy, after: Policy) -> dict[str, str]:
    """The new id by the old one, of rules that are gone under one name and there under another.

    They are taken for the same where they ask the same question, or have the same inputs and answers.
    """
    gone = [rule for rule in before.rules if rule.id not in [other.id for other in after.rules]]
    come = [rule for rule in after.rules if rule.id not in [other.id for other in before.rules]]
    found: dict[str, str] = {}
    for rule in gone:
        same = [other for other in come if _is(rule, other) and str(other.id) not in found.values()]
        if same:
            found[str(rule.id)] = str(same[0].id)
    return found


def _is(rule: Rule, other: Rule) -> bool:
    return rule.question == other.question or _face(rule) == _face(other)


def _face(rule: Rule) -> tuple[object, ...]:
    scope = scope_of(rule)
    return (*scope.inputs, "", *scope.answers)


def _things(policy: Policy) -> dict[str, dict[str, object]]:
    """Everything by kind and id, examples by their rule and title."""
    examples = {f"{rule.id}: {one.title}": one for rule in policy.rules for one in rule.examples}
    return {
        "rule": {str(rule.id): replace(rule, examples=()) for rule in policy.rules},
        "procedure": {str(one.id): one for one in policy.procedures},
        "claims": {str(one.id): one for one in policy.documents},
        "term": {str(one.id): one for one in policy.glossary},
        "person": {str(one.id): one for one in policy.people},
        "example": dict(examples),
        "dashboard": {} if policy.clients is None else {"clients": policy.clients},
    }


def _keys(was: Source, now: Source) -> tuple[str, ...]:
    return tuple(one.name for one in fields(Source) if getattr(was, one.name) != getattr(now, one.name))
