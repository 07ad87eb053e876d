"""The templates of pages in; an environment that fills them in out, with what was compiled of them kept on disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

TEMPLATES = Path(__file__).parent / "templates"
COMPILED = Path(__file__).parents[1] / ".cache" / "templates"


class Settings(TypedDict):
    """What both kinds of environments are made with; the names are Jinja's."""

    loader: FileSystemLoader
    bytecode_cache: FileSystemBytecodeCache
    autoescape: bool
    undefined: type[StrictUndefined]
    trim_blocks: bool
    lstrip_blocks: bool
    keep_trailing_newline: bool


class _ByName(FileSystemBytecodeCache):
    """Knows a template by its name and, as any such cache, by its text, but not by the folder the project lies in."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        del filename
        return super().get_cache_key(name)


def templates() -> Environment:
    """All templates of the generator. What is filled in is escaped, and a name that was not given is a mistake."""
    return Environment(**_settings("pages", [TEMPLATES]))


def templates_by_hand(root: Path) -> SandboxedEnvironment:
    """The same for pages that are written by hand under `root`: what stands in them can reach nothing else."""
    return SandboxedEnvironment(**_settings("guides", [root, TEMPLATES]))


def _settings(kind: str, folders: Sequence[Path]) -> Settings:
    """Of an environment of this kind; what one kind compiles a template to is of no use to another."""
    kept = COMPILED / kind
    kept.mkdir(parents=True, exist_ok=True)
    return {
        "loader": FileSystemLoader(folders),
        "bytecode_cache": _ByName(str(kept)),
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
    }
