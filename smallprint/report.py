"""What a check found in, what to print out: text for people, JSON for programs, annotations for GitHub's workflows."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from smallprint.annotations import annotation
from smallprint.check import Checked
from smallprint.emit.mistakes import page_of
from smallprint.model import Policy
from smallprint.problems import Problem, as_json, in_order, render

# GitHub shows so many annotations of one step; the summary has them all.
MOST_ANNOTATED = 10
MOST_SUMMARISED = 200


@dataclass(frozen=True)
class Report:
    """A check as it is told: what to show of it, how many mistakes lie elsewhere, and how long it took.

    `pages` is where the pages about mistakes are read, up to their path in the project.
    """

    checked: Checked
    shown: tuple[Problem, ...]
    elsewhere: int = 0
    seconds: float | None = None
    pages: str = ""

    @property
    def well(self) -> bool:
        """Whether there is nothing to show."""
        return not self.shown


def in_text(report: Report) -> str:
    """Framed mistakes, then a line that sums up and says where to read more."""
    if report.well:
        return summary(report)
    first = in_order(report.shown)[0].code
    framed = render(report.shown, report.checked.files)
    return f"{framed}\n\n{summary(report)}\n`python -m smallprint explain {first}` says more."


def in_json(report: Report) -> str:
    """One object: every mistake with its place, what was read, and how long it took."""
    policy, seconds = report.checked.policy, report.seconds
    problems = [as_json(problem) | {"page": f"{report.pages}{page_of(problem.code)}"} for problem in report.shown]
    found: dict[str, object] = {"well": report.well, "problems": problems, "elsewhere": report.elsewhere}
    found["files"] = len(report.checked.files)
    found["counted"] = {} if policy is None else {noun: number for number, noun, _ in counted(policy)}
    found["seconds"] = None if seconds is None else round(seconds, 3)
    return json.dumps(found)  # in ASCII, which every terminal and every pipe can take


def in_annotations(report: Report) -> str:
    """Workflow commands that mark the lines of a change, then the whole text, in which no command is obeyed."""
    lines = [_annotation(problem, report) for problem in in_order(report.shown)[:MOST_ANNOTATED]]
    if not report.well:
        word = secrets.token_hex(16)  # texts of policy files follow; nobody can guess what ends them
        lines += [f"::stop-commands::{word}", in_text(report), f"::{word}::"]
    else:
        lines.append(summary(report))
    return "\n".join(lines)


def in_markdown(report: Report) -> str:
    """The summary of a workflow's run: every mistake in full, with its page."""
    if report.well:
        return f"{summary(report)}\n"
    ordered = in_order(report.shown)
    some = ordered[:MOST_SUMMARISED]
    text = "\n\n".join(render([problem], report.checked.files) for problem in some)
    if len(ordered) > len(some):
        text += f"\n\n… and {len(ordered) - len(some)} more."
    fence = "`" * max(3, 1 + max(len(run) for run in _runs(text)))
    codes = ", ".join(f"[{code}]({report.pages}{page_of(code)})" for code in sorted({one.code for one in some}))
    return f"### {summary(report)}\n\n{fence}text\n{text}\n{fence}\n\nWhat they mean: {codes}\n"


def summary(report: Report) -> str:
    """One line: that all is well with so much, or how many mistakes there are."""
    time = "" if report.seconds is None else f", in {report.seconds:.1f} s"
    elsewhere = f" {_number(report.elsewhere, 'more mistake', 'more mistakes')} in other files."
    if not report.well:
        files = len({problem.place.path for problem in report.shown})
        told = f"{_number(len(report.shown), 'mistake', 'mistakes')} in {_number(files, 'file', 'files')}{time}."
        return told + (elsewhere if report.elsewhere else "")
    policy = report.checked.policy
    if policy is None:
        return f"Nothing is wrong here{time}.{elsewhere}"
    parts = [_number(number, *nouns) for number, *nouns in counted(policy) if number]
    return f"All well: {', '.join(parts)}{time}."


def counted(policy: Policy) -> list[tuple[int, str, str]]:
    """How many there are of what, with the word for one and for several."""
    return [
        (len(policy.rules), "rule", "rules"),
        (sum(len(rule.examples) for rule in policy.rules), "example", "examples"),
        (len(policy.procedures), "procedure", "procedures"),
        (sum(len(document.claims) for document in policy.documents), "claim", "claims"),
        (len(policy.sources), "source", "sources"),
        (len(policy.glossary), "term", "terms"),
        (len(policy.people), "person", "people"),
    ]


def pages_of(root: Path) -> str:
    """Where the pages about mistakes are read: in the repository that the project's settings name."""
    settings = root / "mkdocs.yml"
    lines = settings.read_text("utf-8").splitlines() if settings.exists() else []
    url = next((line.removeprefix("repo_url: ").strip() for line in lines if line.startswith("repo_url: ")), "")
    return f"{url}/blob/main/" if url else ""


def _annotation(problem: Problem, report: Report) -> str:
    place = problem.place
    told = [text for text in (problem.label, problem.help) if text]
    told += [f"{other.path}:{other.line}: {label}" for other, label in problem.also]
    told.append(f"What it means: {report.pages}{page_of(problem.code)}")
    ends = {"endLine": place.line, "col": place.column, "endColumn": place.column + place.length}
    title, message = f"{problem.code} {problem.message}", "\n".join(told)
    return annotation("error", title, message, file=place.path, line=place.line, **ends)


def _runs(text: str) -> list[str]:
    """Every row of backticks, and an empty one."""
    return ["", *("`" * len(run) for run in "".join(c if c == "`" else " " for c in text).split())]


def _number(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
