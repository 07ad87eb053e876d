"""`due`: the policy files and a day in, the sources and figures to be checked again by then out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime

from smallprint.commands.command import MISTAKEN, Command
from smallprint.due import Due, DueFigure, DueSource, due
from smallprint.link import link
from smallprint.load import load
from smallprint.model import Policy, Source

# The weekly job finds its issue by this title.
TITLE = "Sources and figures to be checked again"


def run(options: argparse.Namespace) -> int:
    """List what is due. What is due is no mistake: the exit code is 0 whatever is listed, 2 for a day that is none."""
    try:
        by = date.fromisoformat(options.by) if options.by else datetime.now().astimezone().date()
    except ValueError:
        print(f"`{options.by}` is not a date. Write it as 2026-12-31.", file=sys.stderr)
        return MISTAKEN
    loaded = load(options.root)
    # Files with mistakes in them are no reason not to look at the rest.
    rules = tuple(link({str(rule.id): rule for rule in loaded.rules}).values())
    found = due(Policy(rules, loaded.procedures, loaded.sources, loaded.documents), by)
    print(FORMATS[options.format](found, by))
    return 0


def in_text(found: Sequence[Due], by: date) -> str:
    """A paragraph for each source and each figure."""
    if not found:
        return f"Nothing is to be checked again by {by}."
    lines = [f"{_counted(found)} to be checked again by {by}, the oldest first:"]
    for one in found:
        title = one.source.title if isinstance(one, DueSource) else one.figure.label
        lines += ["", f"{one.id}: {title}", f"  {_days(one)}"]
        if isinstance(one, DueSource):
            lines += [f"  {one.source.address or 'no address is known'}", f"  {_rests(one)}"]
        else:
            lines.append(f"  {_where(one)}{_only(one)}")
            lines += [f"  {source.id}: {source.address or 'no address is known'}" for source in one.sources]
    return "\n".join(lines)


def in_markdown(found: Sequence[Due], by: date) -> str:
    """The text of one issue, its first line the title; the boxes can be ticked."""
    lines = [f"# {TITLE}", ""]
    if not found:
        return "\n".join([*lines, f"Nothing is to be checked again by {by}."])
    lines.append(f"{_counted(found)} by {by}. Open the address and compare, then set `checked` and `check_by` anew,")
    lines.append("those of a source in `policy/sources.yaml`, those of a figure in its rule's file. Where something")
    lines.append("changed, give the old value its last day and add the new one.")
    lines.append("")
    for one in found:
        if isinstance(one, DueSource):
            lines.append(f"- [ ] {_linked(one.source)}, `{one.id}`: {_days(one)}. {_rests(one)}")
        else:
            sources = "; ".join(_linked(source) for source in one.sources)
            compare = f" Compare with {sources}." if sources else ""
            named = f"{_plain(one.figure.label)}, `{one.id}` in `{_where(one)}`{_only(one)}"
            lines.append(f"- [ ] {named}: {_days(one)}.{compare}")
    return "\n".join(lines)


def in_json(found: Sequence[Due], by: date) -> str:
    """One object, for programs."""
    listed = [_source(one) if isinstance(one, DueSource) else _figure(one) for one in found]
    return json.dumps({"by": by.isoformat(), "due": listed}, ensure_ascii=False, indent=1)


def _source(one: DueSource) -> dict[str, object]:
    return {
        "kind": "source",
        "id": one.id,
        "title": str(one.source.title),
        "address": one.source.address,
        "checked": one.checked.isoformat(),
        "check_by": one.check_by.isoformat(),
        "pages": one.pages,
        "figures": [{"rule": rule, "figure": label} for rule, label in one.figures],
    }


def _figure(one: DueFigure) -> dict[str, object]:
    place = one.figure.name.place
    sources = [{"id": str(each.id), "title": str(each.title), "address": each.address} for each in one.sources]
    return {
        "kind": "figure",
        "id": one.id,
        "title": str(one.figure.label),
        "rule": str(one.rule.id),
        "reading": one.reading,
        "path": place.path,
        "line": place.line,
        "checked": one.checked.isoformat(),
        "check_by": one.check_by.isoformat(),
        "sources": sources,
    }


FORMATS: dict[str, Callable[[Sequence[Due], date], str]] = {
    "text": in_text,
    "markdown": in_markdown,
    "json": in_json,
}


def _counted(found: Sequence[Due]) -> str:
    figures = sum(isinstance(one, DueFigure) for one in found)
    counts = ((len(found) - figures, "source"), (figures, "figure"))
    return " and ".join(f"{count} {what}{'' if count == 1 else 's'}" for count, what in counts if count)


def _days(one: Due) -> str:
    return f"due {one.check_by}, last checked {one.checked}"


def _where(one: DueFigure) -> str:
    place = one.figure.name.place
    return f"{place.path}:{place.line}"


def _only(one: DueFigure) -> str:
    return f", as the reading `{one.reading}` has it" if one.reading else ""


def _linked(source: Source) -> str:
    title = _plain(source.title)
    return f"[{title}](<{source.address}>)" if source.address else f"{title} (no address is known)"


def _plain(text: str) -> str:
    return " ".join(str(text).replace("[", "(").replace("]", ")").split())


def _rests(one: DueSource) -> str:
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
    "list the sources and figures to be checked again",
    "Lists the sources and figures whose `check_by` has come, the oldest first: a source with its address and with\n"
    "the pages and figures that rest on it, a figure with the addresses of its sources. It never fails a build: its\n"
    "exit code is 0 whatever it lists.",
    "example: python -m smallprint due --by 2027-01-31 --format markdown",
    _options,
    run,
)
