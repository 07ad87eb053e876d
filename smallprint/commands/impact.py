"""`impact`: two revisions in, what the newer policy files change for whom out, as text, comment or JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from smallprint.commands.command import MISTAKEN, MISTAKES, Command
from smallprint.impact.as_annotations import as_annotations
from smallprint.impact.as_json import Misshapen, as_json, from_json
from smallprint.impact.as_markdown import as_markdown
from smallprint.impact.as_text import as_text
from smallprint.impact.changes import Found, Unsound
from smallprint.impact.revisions import UnknownRevision

MOST_BYTES = 5_000_000
FORMATS: Mapping[str, Callable[[Found], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "github": as_annotations,
}


def run(options: argparse.Namespace) -> int:
    """Report; a change is no failure, but policy files that do not check are, and so is an unknown revision."""
    from smallprint.impact.compare import compare  # only here: a check need not wait until what makes pages is loaded

    try:
        found = _told(options.told) if options.told else compare(options.root, options.base, options.head)
    except (UnknownRevision, Misshapen) as stop:
        print(stop, file=sys.stderr)
        return MISTAKEN
    print(FORMATS[options.format](found))
    return MISTAKES if isinstance(found, Unsound) or found.unsound else 0


def _told(path: Path) -> Found:
    """What the JSON of an earlier run tells; whoever made it, no more of it is taken than a report can be long."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Misshapen(f"{path} cannot be read: {error.strerror}") from None
    if len(raw) > MOST_BYTES:
        raise Misshapen(f"{path} is larger than {MOST_BYTES:,} bytes")
    return from_json(raw.decode("utf-8", "replace"))


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "base", metavar="BASE", nargs="?", default="main", help="the older revision of git (default: the branch main)"
    )
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the newer one (default: the files as they are now)")
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="how to tell it (default: text)")
    parser.add_argument("--told", type=Path, metavar="FILE", help="tell what a run with `--format json` wrote")


IMPACT = Command(
    "impact",
    "say what a change of the policy files does, to whom",
    "Reads the policy files of two revisions, asks both what people, examples and all limits ask, and tells what is\n"
    "answered otherwise: who pays or waits how much more or less, from which day on, and what else differs.",
    "example: python -m smallprint impact main",
    _options,
    run,
)
