"""The commands by their names, in the order the help lists them; each is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module

from smallprint.commands.command import Command

NAMES = ("check", "explain", "fmt", "build", "headers", "calc", "new", "impact", "prove", "serve", "due")


def command_of(name: str) -> Command:
    """The command that the module of this name holds under its name in capitals."""
    found = getattr(import_module(f"{__name__}.{name}"), name.upper())
    assert isinstance(found, Command)
    return found
