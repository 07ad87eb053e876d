"""`new`: a folder and an id in, or answers to its questions; a file that checks and only needs filling in out."""

from __future__ import annotations

import argparse
import keyword
import re
import sys
from collections.abc import Callable, Iterable
from datetime import datetime

from smallprint.commands.command import MISTAKEN, Command
from smallprint.starts import KINDS, NoStart, start
from smallprint.written import write_whole

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")


def run(options: argparse.Namespace) -> int:
    """Write the file; exit code 2 where it cannot be written."""
    kind, topic, id = options.kind, options.topic, options.id
    if id is None:
        if not sys.stdin.isatty():
            print("Give a folder and an id, such as: python -m smallprint new fees late-fee", file=sys.stderr)
            return MISTAKEN
        try:
            kind, topic, id = _asked(kind, topic, [path.name for path in (options.root / "policy").glob("*/")])
        except (EOFError, KeyboardInterrupt):
            print("\nNothing was written.", file=sys.stderr)
            return MISTAKEN
    kind = kind or _kind_of(topic) or "amount"
    wrong = _wrong(kind, topic, id)
    if wrong:
        print(wrong, file=sys.stderr)
        return MISTAKEN
    try:
        started = start(kind, topic, id, options.root, datetime.now().astimezone().date())
    except NoStart as reason:
        print(reason, file=sys.stderr)
        return MISTAKEN
    write_whole(options.root / started.path, started.text.encode("utf-8"))
    print(started.next, file=sys.stderr)
    return 0


def _kind_of(topic: str) -> str:
    """The kind of thing that stands in a folder or register of its own."""
    return next((name for name, kind in KINDS.items() if kind.place == topic and topic), "")


def _wrong(kind: str, topic: str, id: str) -> str:
    for name in (topic, id):
        if not _usable(name):
            return f"`{name}` cannot be used: write small letters, digits and hyphens, such as late-fee."
    place = KINDS[kind].place
    if (place or _kind_of(topic)) and place != topic:
        held = KINDS[_kind_of(topic)].about if _kind_of(topic) else f"{KINDS[kind].about}, which stands in {place}"
        return f"`{topic}` and --kind {kind} do not go together: {held}."
    return ""


def _usable(id: str) -> bool:
    return bool(_ID.match(id)) and not keyword.iskeyword(id)


def _asked(kind: str | None, topic: str | None, folders: Iterable[str]) -> tuple[str, str, str]:
    """What the command's words leave open, asked one by one."""
    kind = kind or (_kind_of(topic) if topic else "")
    if not kind:
        print("What do you want to start?", file=sys.stderr)
        for number, (name, one) in enumerate(KINDS.items(), 1):
            print(f"  {number}  {name}: {one.about}", file=sys.stderr)
        names = list(KINDS)
        chosen = _until("Its number or name", lambda said: said in names or said in map(str, range(1, len(names) + 1)))
        kind = chosen if chosen in names else names[int(chosen) - 1]
    topics = sorted(set(folders) - {one.place for one in KINDS.values()})
    topic = KINDS[kind].place or topic or _until(f"Its folder, one of {', '.join(topics)} or a new one", _usable)
    what = "The document's id in policy/sources.yaml" if kind == "claims" else "Its id, such as late-fee"
    return kind, topic, _until(what, _usable)


def _until(question: str, fits: Callable[[str], bool]) -> str:
    """Ask until the answer can be used."""
    while True:
        print(f"{question}: ", end="", file=sys.stderr, flush=True)
        said = input().strip()
        if fits(said):
            return said
        print("Write small letters, digits and hyphens.", file=sys.stderr)


def _options(parser: argparse.ArgumentParser) -> None:
    places = ", ".join(kind.place for kind in KINDS.values() if kind.place)
    parser.add_argument("topic", metavar="FOLDER", nargs="?", help=f"a topic such as fees; or one of {places}")
    parser.add_argument("id", metavar="ID", nargs="?", help="the new id, such as late-fee; asked for where left out")
    about = "; ".join(f"{name}: {kind.about}" for name, kind in KINDS.items())
    parser.add_argument(
        "--kind", choices=KINDS, help=f"what to start. {about}. By default what the folder holds, or amount"
    )


NEW = Command(
    "new",
    "start a policy file",
    "Writes a policy file that already checks, with remarks that say what to put where; sources and words are added\n"
    "to their registers. What is not said in the call is asked, one question after the other.",
    "example: python -m smallprint new fees late-fee --kind amount",
    _options,
    run,
)
