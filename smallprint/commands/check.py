"""`check`: the policy files in, every mistake with its place out."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from smallprint.check import Checked, check_policy
from smallprint.commands.below_policy import NotThere, below_policy
from smallprint.commands.command import MISTAKEN, MISTAKES, Command
from smallprint.problems import Problem
from smallprint.report import Report, in_annotations, in_json, in_markdown, in_text, pages_of

# What is for people goes to standard error, what is for programs to standard output.
FORMATS: dict[str, Callable[[Report], str]] = {"text": in_text, "json": in_json, "github": in_annotations}


def run(options: argparse.Namespace) -> int:
    """Check, and say what was found; exit code 2 where a path or a revision is none."""
    try:
        only = _only(options)
    except NotThere as not_there:
        print(not_there, file=sys.stderr)
        return MISTAKEN
    start = time.perf_counter()
    checked = check_policy(options.root)
    seconds = time.perf_counter() - start
    shown = tuple(problem for problem in checked.problems if only is None or _within(problem, only))
    elsewhere = len(checked.problems) - len(shown)
    return tell(Report(checked, shown, elsewhere, seconds, pages_of(options.root)), options.format)


def report(checked: Checked) -> int:
    """Write the problems, or that there are none, to standard error; the exit code is 0 or 1."""
    return tell(Report(checked, checked.problems), "text")


def tell(told: Report, format: str) -> int:
    """Print a report in one of the formats; one for GitHub also goes to the summary of the workflow that runs this."""
    stream = sys.stderr if format == "text" else sys.stdout
    encoding = stream.encoding or "utf-8"  # a policy file may hold what a terminal cannot show
    print(FORMATS[format](told).encode(encoding, "backslashreplace").decode(encoding), file=stream)
    summary = os.environ.get("GITHUB_STEP_SUMMARY", "") if format == "github" else ""
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(in_markdown(told))
    return 0 if told.well else MISTAKES


def _only(options: argparse.Namespace) -> set[str] | None:
    """The paths to report on, as problems name them; None for all."""
    if not options.paths and options.since is None:
        return None
    root = options.root.resolve()
    only = {below_policy(Path(path), root) for path in options.paths}
    return only | (set() if options.since is None else set(_changed(options.since, root)))


def _changed(revision: str, root: Path) -> Iterable[str]:
    """The policy files that differ from a revision, those besides that git does not know yet."""
    differ = [
        "diff",
        "--name-only",
        "--relative",
        "--diff-filter=d",
        "-z",
        "--end-of-options",
        revision,
        "--",
        "policy",
    ]
    new = ["ls-files", "--others", "--exclude-standard", "-z", "--", "policy"]
    for words in (differ, new):
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise NotThere(f"git cannot tell what changed since {revision}: {done.stderr.strip()}")
        yield from (path for path in done.stdout.split("\0") if path)


def _within(problem: Problem, only: set[str]) -> bool:
    """Whether a mistake is in one of these files or folders, itself or by the other place it names."""
    places = [problem.place.path, *(place.path for place, _ in problem.also)]
    return any(place == path or place.startswith(f"{path}/") for place in places for path in only)


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="show only mistakes in these files or folders; all are read"
    )
    parser.add_argument("--since", metavar="REVISION", help="show only mistakes in files changed since, such as HEAD")
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="text for people, json, or annotations for github"
    )


CHECK = Command(
    "check",
    "find every mistake in the policy files",
    "Reads everything under policy/, and shows every mistake with its file, line, column and what to write instead.\n"
    "In a workflow on GitHub, --format github marks the lines, and adds all of it to the run's summary.",
    "example: python -m smallprint check --format json policy/fees",
    _options,
    run,
)
