"""Fifty rules in, how long a check of them takes out, with the start of its process: it is to stay under a second."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory

from benchmarks.compared import Compared
from benchmarks.copies import environment, project_with

RULES = 50
REPEATS = 7
A_SECOND = 1.0


def measure() -> list[Compared]:
    """Seconds of processor time, as what else a machine does takes none of it."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "project"
        project_with(RULES, folder)
        _checked(folder)  # what is imported is compiled by then
        seconds = [_checked(folder) for _ in range(REPEATS)]
    return [Compared(f"check of {RULES} rules", seconds, "a second", [A_SECOND] * REPEATS, "s CPU", 1)]


def _checked(folder: Path) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "smallprint", "check"]
    subprocess.run(command, cwd=folder, env=environment(), check=True, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
