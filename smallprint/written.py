"""A path and content in, a file on disk out, whole or as it was: an interrupted build leaves no half of one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write_whole(file: Path, content: bytes) -> bool:
    """Write the file in one move, unless it holds this already: who watches its folder sees only what changed."""
    if file.exists() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
    return True


def tidy(folders: Iterable[Path]) -> None:
    """Remove what a build that was killed could not remove itself."""
    for folder in folders:
        for left in folder.glob(".*.unfinished"):
            left.unlink(missing_ok=True)
