"""`fmt`: policy files in, the same in one form out, or with --check the names of those that are not in it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from smallprint.commands.below_policy import NotThere, below_policy
from smallprint.commands.command import MISTAKEN, MISTAKES, Command
from smallprint.problems import render
from smallprint.read import MOST_BYTES, lines_of
from smallprint.written import write_whole


def run(options: argparse.Namespace) -> int:
    """Write what is not in the one form, or name it; exit code 1 where something is named or cannot be read."""
    root = options.root.resolve()
    try:
        files = sorted(set(_files(options.paths, root)))
    except NotThere as not_there:
        print(not_there, file=sys.stderr)
        return MISTAKEN
    if not files:
        print(
            "There is no policy file here. Run this in the project's folder, or name it with --root.", file=sys.stderr
        )
        return MISTAKEN
    said = [_formatted(root / name, name, options.check) for name in files]
    lines = [line for line, _ in said if line]
    todo = sum(wrong for _, wrong in said)
    print("\n".join(lines or [f"In form: {len(files):,} file{'' if len(files) == 1 else 's'}."]), file=sys.stderr)
    if todo and options.check:
        print("`python -m smallprint fmt` writes what can be written.", file=sys.stderr)
    return MISTAKES if todo else 0


def _files(paths: list[str], root: Path) -> Iterator[str]:
    """The policy files at or below what was typed, or all."""
    for name in [below_policy(Path(path), root) for path in paths] or ["policy"]:
        found = [root / name] if (root / name).is_file() else (root / name).rglob("*.yaml")
        yield from (path.relative_to(root).as_posix() for path in found if path.is_file() and not path.is_symlink())


def _formatted(path: Path, name: str, only_check: bool) -> tuple[str, bool]:
    """What to say of one file, and whether something is left to do."""
    from smallprint.one_form import Unkept, one_form  # only here: other commands need not wait until ruamel is loaded

    with path.open("rb") as file:
        raw = file.read(MOST_BYTES + 1)
    try:
        before = raw.decode("utf-8")
        after, problems = one_form(name, before)
    except UnicodeDecodeError:
        return f"{name} is left as it is: it is no UTF-8 text", True
    except Unkept as unkept:
        return f"{unkept}, so it is left as it is. Mend first what the check says.", True
    if problems:
        return render(problems, {name: lines_of(before)}), True
    if after == before:
        return "", False
    if only_check:
        return f"{name}:{_first_line(before, after)} is not in the one form", True
    write_whole(path, after.encode("utf-8"))
    return f"wrote {name}", False


def _first_line(before: str, after: str) -> int:
    """The number of the first line that differs."""
    pairs = zip_longest(before.split("\n"), after.split("\n"))
    return next(number for number, (old, new) in enumerate(pairs, 1) if old != new)


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", help="only these files or folders below policy/")
    parser.add_argument("--check", action="store_true", help="write nothing; name what is not in the one form")


FMT = Command(
    "fmt",
    "bring policy files into one form",
    "Lays policy files out in one way: indentation, line length, brackets, blank lines and the schema's line. What a\n"
    "file says stays the same, and so do its remarks; where that cannot be kept, the file is left as it is.",
    "example: python -m smallprint fmt --check policy/fees",
    _options,
    run,
)
