"""`new`: a topic and an id in, a policy file that checks and only needs filling in out."""

from __future__ import annotations

import argparse
import keyword
import re
import sys
from pathlib import Path

from smallprint.commands.calc import MISTAKEN
from smallprint.commands.command import Command

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
KINDS = ("amount", "date", "eligibility", "procedure")
TEMPLATES = Path(__file__).parent.parent / "templates" / "new"


def run(options: argparse.Namespace) -> int:
    """Write the file; exit code 2 where it cannot be written."""
    for id in (options.topic, options.id):
        if not _ID.match(id) or keyword.iskeyword(id):
            print(f"`{id}` cannot be used: write small letters, digits and hyphens, such as late-fee.", file=sys.stderr)
            return MISTAKEN
    path = options.root / "policy" / options.topic / f"{options.id}.yaml"
    taken = next(options.root.glob(f"policy/*/{options.id}.yaml"), None)
    if taken is not None:
        there = taken.relative_to(options.root)
        print(f"{there} is there already. Choose another id, or change that file.", file=sys.stderr)
        return MISTAKEN
    register = options.root / "policy" / "sources.yaml"
    if not register.exists():
        print("There is no policy/sources.yaml here. Run this in the project's folder.", file=sys.stderr)
        return MISTAKEN
    text = (TEMPLATES / f"{options.kind}.yaml").read_text("utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("new-id", options.id).replace("a-source-id", _first_source(register)), "utf-8")
    print(f"Wrote {path.relative_to(options.root)}. Fill it in, then run: python -m smallprint check", file=sys.stderr)
    return 0


def _first_source(register: Path) -> str:
    """Any source of the register, so that the new file checks before its own source is in."""
    found = re.search(r"^([a-z][a-z0-9-]*):", register.read_text("utf-8"), re.MULTILINE)
    return found[1] if found else "a-source-id"


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("topic", metavar="TOPIC", help="the folder under policy/, such as fees")
    parser.add_argument("id", metavar="ID", help="the new rule's id, such as late-fee")
    parser.add_argument("--kind", choices=KINDS, default="amount", help="what it answers with (default: amount)")


NEW = Command(
    "new",
    "start a policy file",
    "Writes a policy file that already checks, with comments that say what to put where.",
    "example: python -m smallprint new fees late-fee --kind amount",
    _options,
    run,
)
