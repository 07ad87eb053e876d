"""Paths as somebody typed them in, paths as the project names them out: only what lies below its `policy/`."""

from __future__ import annotations

from pathlib import Path


class NotThere(Exception):
    """A path, or a revision, that is none."""


def below_policy(path: Path, root: Path) -> str:
    """The name of a file or folder in the project, such as `policy/fees`; raises `NotThere` where it has none."""
    whole = path.resolve()
    if not whole.exists() or not whole.is_relative_to(root.resolve() / "policy"):
        raise NotThere(f"{path} is no file or folder below policy/.")
    return whole.relative_to(root.resolve()).as_posix()
