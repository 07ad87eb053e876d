"""Words and where they belong in, a line out by which GitHub's workflows show them there, whatever they hold."""

from __future__ import annotations


def annotation(level: str, title: str, message: str, **where: object) -> str:
    """A workflow command. `level` is error, warning or notice; `where` has `file`, `line`, `col` and their ends."""
    said = ",".join(f"{name}={_property(str(value))}" for name, value in (where | {"title": title}).items())
    return f"::{level} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
