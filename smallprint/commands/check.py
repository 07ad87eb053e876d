"""`check`: the policy files in, every mistake with its place out."""

from __future__ import annotations

import argparse
import sys

from smallprint.check import Checked, check_policy
from smallprint.commands.command import Command
from smallprint.problems import render

MISTAKES = 1


def run(options: argparse.Namespace) -> int:
    """Check, and say what was found."""
    return report(check_policy(options.root))


def report(checked: Checked) -> int:
    """Write the problems, or that there are none, to standard error; the exit code is 0 or 1."""
    if checked.problems:
        print(render(checked.problems, checked.files), file=sys.stderr)
        files = len({problem.place.path for problem in checked.problems})
        print(f"\n{_counted(len(checked.problems), 'mistake')} in {_counted(files, 'file')}.", file=sys.stderr)
        return MISTAKES
    policy = checked.policy
    assert policy is not None
    examples = sum(len(rule.examples) for rule in policy.rules)
    rules, procedures = _counted(len(policy.rules), "rule"), _counted(len(policy.procedures), "procedure")
    people = f", {len(policy.people)} {'person' if len(policy.people) == 1 else 'people'}" if policy.people else ""
    print(f"All well: {rules}, {procedures}, {_counted(examples, 'example')}{people}.", file=sys.stderr)
    return 0


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _options(parser: argparse.ArgumentParser) -> None:
    del parser  # it has none


CHECK = Command(
    "check",
    "find every mistake in the policy files",
    "Reads everything under policy/, and shows every mistake with its file, line, column and what to write instead.",
    "example: python -m smallprint check",
    _options,
    run,
)
