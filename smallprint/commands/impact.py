"""`impact`: two revisions in, what the newer policy files change for whom out, as text, comment or JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping

from smallprint.commands.calc import MISTAKEN
from smallprint.commands.check import MISTAKES
from smallprint.commands.command import Command
from smallprint.impact.as_annotations import as_annotations
from smallprint.impact.as_json import as_json
from smallprint.impact.as_markdown import as_markdown
from smallprint.impact.as_text import as_text
from smallprint.impact.changes import Found, Unsound
from smallprint.impact.compare import compare
from smallprint.impact.revisions import UnknownRevision

FORMATS: Mapping[str, Callable[[Found], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "github": as_annotations,
}


def run(options: argparse.Namespace) -> int:
    """Report; a change is no failure, but policy files that do not check are, and so is an unknown revision."""
    try:
        found = compare(options.root, options.base, options.head)
    except UnknownRevision as unknown:
        print(unknown, file=sys.stderr)
        return MISTAKEN
    print(FORMATS[options.format](found))
    return MISTAKES if isinstance(found, Unsound) or found.unsound else 0


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("base", metavar="BASE", help="the older revision: a commit, a branch or a tag of git")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the newer one (default: the files as they are now)")
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="how to tell it (default: text)")


IMPACT = Command(
    "impact",
    "say what a change of the policy files does, to whom",
    "Reads the policy files of two revisions, asks both what people, examples and all limits ask, and tells what is\n"
    "answered otherwise: who pays or waits how much more or less, from which day on, and what else differs.",
    "example: python -m smallprint impact main",
    _options,
    run,
)
