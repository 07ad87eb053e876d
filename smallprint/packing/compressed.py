"""A file's bytes in, a file with its .br and .gz beside it out; what was compressed once is remembered."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it ships no types


def write_compressed(file: Path, content: bytes, cache: Path) -> None:
    """Write `content` to `file`, and beside it as `.br` and `.gz`, the best that each can do. What is there stays."""
    write_changed(file, content)
    known_by = hashlib.sha256(content).hexdigest()
    for suffix, compress in COMPRESSIONS.items():
        write_changed(file.with_name(file.name + suffix), _remembered(content, cache / (known_by + suffix), compress))


def write_changed(file: Path, content: bytes) -> None:
    """Write the file unless it already holds this: who watches the folder sees only what changed."""
    if not file.exists() or file.read_bytes() != content:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def content_hash(content: bytes) -> str:
    """Twelve hexadecimal digits that stand for this content in a file's name."""
    return hashlib.sha256(content).hexdigest()[:12]


def _brotli(content: bytes) -> bytes:
    return bytes(brotli.compress(content, quality=11))


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)


COMPRESSIONS: dict[str, Callable[[bytes], bytes]] = {".br": _brotli, ".gz": _gzip}


def _remembered(content: bytes, kept: Path, compress: Callable[[bytes], bytes]) -> bytes:
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        half = kept.with_name(f"{kept.name}.half")
        half.write_bytes(compress(content))
        half.replace(kept)
    return kept.read_bytes()
