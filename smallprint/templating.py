"""The templates of pages in; an environment that fills them in out, with what was compiled of them kept on disk."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent / "templates"
COMPILED = Path(__file__).parents[1] / ".cache" / "templates"


class _ByName(FileSystemBytecodeCache):
    """Knows a template by its name and, as any such cache, by its text, but not by the folder the project lies in."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        del filename
        return super().get_cache_key(name)


def compiled(kind: str) -> BytecodeCache:
    """What is kept of templates for one kind of environment; those of another are compiled to something else."""
    folder = COMPILED / kind
    folder.mkdir(parents=True, exist_ok=True)
    return _ByName(str(folder))


def templates() -> Environment:
    """All templates of the generator. What is filled in is escaped, and a name that was not given is a mistake."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=compiled("pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
