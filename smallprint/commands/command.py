"""What a command is: its name, its help, its options, and the function that runs it and gives the exit code."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

# Exit codes: for mistakes in the policy files, and for those in the call or in what was typed.
MISTAKES, MISTAKEN = 1, 2


@dataclass(frozen=True)
class Command:
    """One command of the command line."""

    name: str
    summary: str
    description: str
    example: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
