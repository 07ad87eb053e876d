"""`explain`: a code in, its page out: what it means, a file with the mistake, and what mends it."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from smallprint.codes import CODES
from smallprint.commands.command import MISTAKEN, Command
from smallprint.emit.mistakes import page_of
from smallprint.problems import nearest

ROOT = Path(__file__).parents[2]
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.S)
_WHOLE_FILES = re.compile(r"## The file with the mistake\n.*?(?=\n\[)", re.S)


def run(options: argparse.Namespace) -> int:
    """Print a code's page, every code's sentence, or those with a word; exit code 2 where nothing is found."""
    asked = str(options.code).upper()
    code = f"POL{asked}" if asked.isdecimal() else asked
    if code in CODES:
        print(page(code, whole=options.whole))
        return 0
    found = {code: text for code, text in CODES.items() if asked.lower() in text.lower()}
    if not found:
        near = nearest(code, CODES)
        label = f" Did you mean {near}?" if near else " Without a code, every code is listed."
        print(f"There is no code {options.code}.{label}", file=sys.stderr)
        return MISTAKEN
    for code, text in found.items():
        print(f"{code}  {text}")
    return 0


def page(code: str, whole: bool) -> str:
    """A code's page as the terminal shows it; `whole` with the two files, not only the lines that differ."""
    text = _FRONT_MATTER.sub("", (ROOT / page_of(code)).read_text("utf-8"))
    if not whole:
        text = _WHOLE_FILES.sub(f"The two files whole: {page_of(code)}, or --whole here.\n", text)
    return "\n".join(line for line in text.splitlines() if not line.startswith("[")).strip()


def _options(parser: argparse.ArgumentParser) -> None:
    help = "a code that the check says, such as POL103; or a word; left out, every code is listed"
    parser.add_argument("code", metavar="CODE", nargs="?", default="", help=help)
    parser.add_argument("--whole", action="store_true", help="print the whole files, with the mistake and without")


EXPLAIN = Command(
    "explain",
    "say what a code means, and what mends it",
    "Explains a code that the check says: what it means, a file with the mistake, and the same file without it.",
    "example: python -m smallprint explain POL103",
    _options,
    run,
)
