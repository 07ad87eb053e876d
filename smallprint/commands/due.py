"""`due`: the policy files and a day in, the sources to be checked again by then out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime

from smallprint.commands.calc import MISTAKEN
from smallprint.commands.command import Command
from smallprint.due import Due, due
from smallprint.link import link
from smallprint.load import load
from smallprint.model import Policy

# The weekly job finds its issue by this title.
TITLE = "Sources to be checked again"


def run(options: argparse.Namespace) -> int:
    """List what is due. What is due is no mistake: the exit code is 0 whatever is listed, 2 for a day that is none."""
    try:
        by = date.fromisoformat(options.by) if options.by else datetime.now().astimezone().date()
    except ValueError:
        print(f"`{options.by}` is not a date. Write it as 2026-12-31.", file=sys.stderr)
        return MISTAKEN
    loaded = load(options.root)
    # Files with mistakes in them are no reason not to look at sources.
    rules = tuple(link({str(rule.id): rule for rule in loaded.rules}).values())
    found = due(Policy(rules, loaded.procedures, loaded.sources, loaded.documents), by)
    print(FORMATS[options.format](found, by))
    return 0


def in_text(found: Sequence[Due], by: date) -> str:
    """A paragraph for each source."""
    if not found:
        return f"No source is to be checked again by {by}."
    lines = [f"{_counted(found)} to be checked again by {by}, the oldest first:"]
    for one in found:
        source = one.source
        lines += ["", f"{source.id}: {source.title}", f"  due {source.check_by}, last checked {source.checked}"]
        lines.append(f"  {source.address or 'no address is known'}")
        lines.append(f"  {_rests(one)}")
    return "\n".join(lines)


def in_markdown(found: Sequence[Due], by: date) -> str:
    """The text of one issue, its first line the title; the boxes can be ticked."""
    lines = [f"# {TITLE}", ""]
    if not found:
        return "\n".join([*lines, f"Nothing is to be checked again by {by}."])
    lines.append(f"{_counted(found)} by {by}. Open the address and compare, then set `checked` and `check_by` anew in")
    lines.append("`policy/sources.yaml`. Where something changed, give the old value its last day and add the new one.")
    lines.append("")
    for one in found:
        source = one.source
        title = " ".join(str(source.title).replace("[", "(").replace("]", ")").split())
        linked = f"[{title}](<{source.address}>)" if source.address else f"{title} (no address is known)"
        days = f"due {source.check_by}, last checked {source.checked}"
        lines.append(f"- [ ] {linked}, `{source.id}`: {days}. {_rests(one)}")
    return "\n".join(lines)


def in_json(found: Sequence[Due], by: date) -> str:
    """One object, for programs."""
    listed = [
        {
            "id": str(one.source.id),
            "title": str(one.source.title),
            "address": one.source.address,
            "checked": one.source.checked.isoformat(),
            "check_by": one.source.check_by.isoformat(),
            "pages": one.pages,
            "figures": [{"rule": rule, "figure": label} for rule, label in one.figures],
        }
        for one in found
    ]
    return json.dumps({"by": by.isoformat(), "due": listed}, ensure_ascii=False, indent=1)


FORMATS: dict[str, Callable[[Sequence[Due], date], str]] = {
    "text": in_text,
    "markdown": in_markdown,
    "json": in_json,
}


def _counted(found: Sequence[Due]) -> str:
    return f"{len(found)} source{'' if len(found) == 1 else 's'}"


def _rests(one: Due) -> str:
    if not one.pages:
        return "Nothing rests on it."
    figures = len(one.figures)
    counted = f" and {figures} figure{'' if figures == 1 else 's'}" if figures else ""
    return f"On it rest {', '.join(one.pages)}{counted}."


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", metavar="DATE", help="list what is due by this day (default: today)")
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="how to write it (default: text)")


DUE = Command(
    "due",
    "list the sources to be checked again",
    "Lists the sources whose `check_by` has come, the oldest first, each with its address and with the pages and\n"
    "figures that rest on it. It never fails a build: its exit code is 0 whatever it lists.",
    "example: python -m smallprint due --by 2027-01-31 --format markdown",
    _options,
    run,
)
