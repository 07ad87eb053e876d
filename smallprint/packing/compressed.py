"""A file's bytes in, a file with its .br and .gz beside it out; what was compressed once is remembered."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import brotli  # type: ignore[import-untyped]  # it ships no types

from smallprint.written import write_whole


class Effort(NamedTuple):
    """A quality of brotli, and a level of gzip."""

    br: int
    gzip: int


# The smallest files; and some a little larger, by brotli a tenth, that take a tenth of the time.
BEST, QUICK = Effort(11, 9), Effort(9, 7)


class Sizes(NamedTuple):
    """How many bytes a file has as it is and in each of its compressed copies, by the word that HTTP has for it."""

    identity: int
    br: int
    gzip: int


def write_compressed(file: Path, content: bytes, cache: Path, effort: Effort | None = BEST) -> Sizes:
    """Write `content` to `file`, and beside it as `.br` and as `.gz`, made with this `effort`. What is there stays.

    Without an effort there are no copies, and their sizes are those of the file.
    """
    write_whole(file, content)
    if effort is None:
        return Sizes(*[len(content)] * 3)
    known_by = hashlib.sha256(content).hexdigest()
    brotlied = _remembered(cache / f"{known_by}.{effort.br}.br", lambda: _brotli(content, effort.br))
    gzipped = _remembered(cache / f"{known_by}.{effort.gzip}.gz", lambda: _gzip(content, effort.gzip))
    write_whole(file.with_name(f"{file.name}.br"), brotlied)
    write_whole(file.with_name(f"{file.name}.gz"), gzipped)
    return Sizes(len(content), len(brotlied), len(gzipped))


def forget_but_newest(cache: Path, number: int) -> None:
    """Remove what was used longest ago from the cache, so that it does not grow with every change of a rule."""
    newest_first = sorted(cache.iterdir(), key=lambda entry: entry.stat().st_mtime, reverse=True)
    for old in newest_first[number:]:
        if old.is_dir():
            shutil.rmtree(old)
        else:
            old.unlink()


def content_hash(content: bytes) -> str:
    """Twelve hexadecimal digits that stand for this content in a file's name."""
    return hashlib.sha256(content).hexdigest()[:12]


def _brotli(content: bytes, quality: int) -> bytes:
    return bytes(brotli.compress(content, quality=quality))


def _gzip(content: bytes, level: int) -> bytes:
    return gzip.compress(content, compresslevel=level, mtime=0)


def _remembered(kept: Path, compress: Callable[[], bytes]) -> bytes:
    if kept.exists():
        kept.touch()
    else:
        write_whole(kept, compress())
    return kept.read_bytes()
