"""The templates of pages in; an environment that fills them in out, with what was compiled of them kept on disk."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent / "templates"
COMPILED = Path(__file__).parents[1] / ".cache" / "templates"


class _ByName(FileSystemBytecodeCache):
    """Knows a template by its name and, as any such cache, by its text, but not by the folder the project lies in."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        del filename
        return super().get_cache_key(name)


def templates() -> Environment:
    """All templates of the generator. What is filled in is escaped, and a name that was not given is a mistake."""
    COMPILED.mkdir(parents=True, exist_ok=True)
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=_ByName(str(COMPILED)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
