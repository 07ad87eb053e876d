"""Findings in, what is printed out: as text, as JSON, or as Markdown for a comment on a change."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import assert_never

from smallprint.prove.findings import Broken, Finding, Proved, Undecided, Verdict, Witness


def as_text(findings: Sequence[Finding], everything: bool) -> str:
    """A block for each rule: how much is proved, then what is not; `everything` lists what is proved, too."""
    blocks = [_block(rule, own, everything) for rule, own in _by_rule(findings).items()]
    return "\n".join([*blocks, "", total(findings)])


def as_markdown(findings: Sequence[Finding]) -> str:
    """A line of totals, then a table of what is broken or not decided."""
    rows = [
        f"| `{one.rule}` | {one.reading} | {_cell(one.says)} | {_cell(_said(one.verdict))} |"
        for one in findings
        if not isinstance(one.verdict, Proved)
    ]
    head = ["| rule | reading | what has to hold | what came of it |", "|---|---|---|---|"]
    return "\n".join(["## Proofs", "", total(findings), *(["", *head, *rows] if rows else [])])


def as_json(findings: Sequence[Finding]) -> str:
    """Every finding as data."""
    return json.dumps([_data(one) for one in findings], ensure_ascii=False, indent=2)


def total(findings: Sequence[Finding]) -> str:
    """How many were proved, broken and only tried, in one line."""
    rules = len({one.rule for one in findings})
    proved = sum(isinstance(one.verdict, Proved) for one in findings)
    broken = sum(isinstance(one.verdict, Broken) for one in findings)
    tried = len(findings) - proved - broken
    return f"{rules} {'rule' if rules == 1 else 'rules'}: {proved} proved, {broken} broken, {tried} not decided."


def _by_rule(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for one in findings:
        found.setdefault(one.rule, []).append(one)
    return found


def _block(rule: str, findings: Sequence[Finding], everything: bool) -> str:
    lines = [f"{rule}: {total(findings).split(': ', 1)[1]}"]
    for one in findings:
        if everything or not isinstance(one.verdict, Proved):
            lines.append(f"  {_word(one.verdict):<11} {one.says} [{one.reading}]")
            lines += [f"              {line}" for line in _details(one)]
    return "\n".join(lines)


def _word(verdict: Verdict) -> str:
    match verdict:
        case Proved():
            return "proved"
        case Broken():
            return "BROKEN"
        case Undecided():
            return "not decided"
    assert_never(verdict)


def _details(finding: Finding) -> list[str]:
    match finding.verdict:
        case Proved(shown_by):
            return [] if shown_by is None else [_witness(shown_by)]
        case Broken(witnesses):
            place = f"{finding.place.path}:{finding.place.line}"
            return [*map(_witness, witnesses), place] if witnesses else ["no inputs do", place]
        case Undecided():
            return [_said(finding.verdict)]
    assert_never(finding.verdict)


def _said(verdict: Verdict) -> str:
    match verdict:
        case Proved():
            return "proved"
        case Broken(witnesses):
            return "broken by " + "; and ".join(map(_witness, witnesses)) if witnesses else "broken: no inputs do"
        case Undecided(why, points, beside):
            limits = f", {beside:,} of them right beside a limit of the rule" if beside else ""
            return f"{why}; tried at {points:,} points{limits}, none breaks it"
    assert_never(verdict)


def _witness(witness: Witness) -> str:
    """As `calc` takes it, then what it gives."""
    typed = " ".join(f"{name}={value}" for name, value in witness.typed)
    gives = ", ".join(f"{name} {value}".strip() for name, value in witness.gives)
    return f"{typed or 'whatever is typed'}{' gives ' if gives else ''}{gives}"


def _data(finding: Finding) -> dict[str, object]:
    data: dict[str, object] = {
        "rule": finding.rule,
        "reading": finding.reading,
        "about": finding.about,
        "says": finding.says,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "seconds": finding.seconds,
    }
    match finding.verdict:
        case Proved(shown_by):
            return {**data, "verdict": "proved", "shown_by": None if shown_by is None else _pairs(shown_by)}
        case Broken(witnesses):
            return {**data, "verdict": "broken", "witnesses": [_pairs(one) for one in witnesses]}
        case Undecided(why, points, beside):
            tried = {"points": points, "beside_limits": beside}
            return {**data, "verdict": "undecided", "why": why, **tried}
    assert_never(finding.verdict)


def _pairs(witness: Witness) -> dict[str, dict[str, str]]:
    return {"typed": dict(witness.typed), "gives": dict(witness.gives)}


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
