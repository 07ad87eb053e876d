"""The command line: `python -m smallprint check | build | calc | new`.

Answers go to standard output, messages to standard error. Exit codes: 0, 1 for mistakes in the policy files, 2 for how
the command was called or what was typed in.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from smallprint.commands import NAMES, command_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    # A check is to be quick, and what the others need takes a while to load.
    top = parser(given[:1] if given[:1] and given[0] in NAMES else NAMES)
    options, rest = top.parse_known_args(given)
    unknown = [word for word in rest if word.startswith("-") or not hasattr(options, "inputs")]
    if unknown:
        top.error(f"unrecognized arguments: {' '.join(unknown)}")
    if rest:  # argparse takes no inputs after an option; people do write them there
        options.inputs += rest
    try:
        return int(options.run(options))
    except BrokenPipeError:
        return 0


def parser(names: Sequence[str] = NAMES) -> argparse.ArgumentParser:
    """Commands with their options; the documentation's reference is tested against all of them."""
    top = argparse.ArgumentParser(
        prog="python -m smallprint",
        description="Rules as calculators: policy files in YAML become pages and calculators.",
        epilog="Exit codes: 0 all well, 1 mistakes in the policy files, 2 mistakes in the call or in what was typed.",
    )
    top.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: this one)")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for one in map(command_of, names):
        below = commands.add_parser(
            one.name,
            help=one.summary,
            description=one.description,
            epilog=one.example,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        one.options(below)
        below.set_defaults(run=one.run)
    return top


def leave(code: int) -> NoReturn:
    """End this process at once: to take everything apart first, object by object, takes a third of a check's time."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        pass  # whoever read has read enough
    os._exit(code)


if __name__ == "__main__":
    leave(main())
