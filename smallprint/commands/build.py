"""`build`: the policy files in, generated modules, pages and the browser's bundle out."""

from __future__ import annotations

import argparse
import sys

from smallprint.commands.check import report
from smallprint.commands.command import MISTAKEN, Command


def run(options: argparse.Namespace) -> int:
    """Build, and say what was written; nothing is written where the policy files have mistakes."""
    from smallprint.build import build  # only here: a check need not wait until what makes pages is loaded

    try:
        built = build(options.root)
    except FileNotFoundError as error:
        lacking = f"The build needs {error.filename} and did not find it."
        print(f"{lacking} `make build` fetches and finds it.", file=sys.stderr)
        return MISTAKEN
    code = report(built.checked)
    if code == 0:
        for path in built.changed:
            print(f"wrote {path.relative_to(options.root).as_posix()}", file=sys.stderr)
    return code


def _options(parser: argparse.ArgumentParser) -> None:
    del parser  # it has none


BUILD = Command(
    "build",
    "write modules, pages and the browser's bundle",
    "Checks the policy files, then writes what is made from them: calculators/rules/*.py, docs/<topic>/*.md, the menu\n"
    "and the bundle that runs in the browser. `mkdocs build` then makes the site of them.",
    "example: python -m smallprint build",
    _options,
    run,
)
