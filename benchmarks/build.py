"""Numbers of rules in, build times out: MkDocs with our build in it against plain MkDocs on the same pages.

Each build is a process of its own, in a folder where nothing was built before. What does not depend on the rules
(Pyodide and the standard library, packed and compressed) is kept from a first build, as it is for all who build more
than once.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory

from benchmarks.compared import Compared
from benchmarks.copies import environment, project_with

# How often each number of rules is built: the more pages, the less chance has a say.
REPEATS = {10: 5, 100: 3, 1000: 1}
# The first build, which fills the cache, is of other copies than those measured, but of all that rules can do.
OTHERS = 100
MOST_ADDED = 1.25
MOST_GROWTH = 1.25

# Processor time of the build alone, of MkDocs with the build in it, and of plain MkDocs.
type Seconds = tuple[float, float, float]


def measure() -> list[Compared]:
    """Seconds a build, and how our own part of them grows from the second-largest number of rules to the largest."""
    with TemporaryDirectory() as cache:
        seconds = {n: _builds(n, times, Path(cache)) for n, times in REPEATS.items()}
    lines = [
        Compared(
            f"guide with {rules:,} rules",
            [ours for _, ours, _ in measured],
            "plain MkDocs, same pages",
            [plain for _, _, plain in measured],
            "s CPU",
            MOST_ADDED,
        )
        for rules, measured in seconds.items()
    ]
    return [*lines, _growth(seconds)]


def _growth(seconds: dict[int, list[Seconds]]) -> Compared:
    """Milliseconds of our own build a rule. Where it grows linearly they stay the same."""
    fewer, more = sorted(seconds)[-2:]
    a_rule = {n: [alone / n * 1000 for alone, _, _ in seconds[n]][: len(seconds[more])] for n in (fewer, more)}
    what = f"our build, a rule, of {more:,}"
    return Compared(what, a_rule[more], f"the same, of {fewer:,}", a_rule[fewer], "ms CPU", MOST_GROWTH)


def _builds(rules: int, times: int, cache: Path) -> list[Seconds]:
    with _project(min(rules, OTHERS), cache, OTHERS) as before:
        _run(before, "smallprint", "build")
        shutil.copytree(before / ".cache", cache, dirs_exist_ok=True)
    return [_build(rules, cache) for _ in range(times)]


def _build(rules: int, cache: Path) -> Seconds:
    with _project(rules, cache) as project:
        alone = _run(project, "smallprint", "build")
    with _project(rules, cache) as project:
        ours = _run(project, "mkdocs", "build", "--quiet", "--site-dir", "ours")
        settings = (project / "mkdocs.yml").read_text("utf-8")
        (project / "plain.yml").write_text(re.sub(r"^hooks:.*$", "", settings, flags=re.M), "utf-8")
        plain = _run(project, "mkdocs", "build", "--quiet", "--site-dir", "plain", "--config-file", "plain.yml")
    return alone, ours, plain


@contextmanager
def _project(rules: int, cache: Path, first: int = 0) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        project_with(rules, Path(folder), first)
        shutil.copytree(cache, Path(folder) / ".cache")
        yield Path(folder)


def _run(folder: Path, *module: str) -> float:
    """Seconds of processor time, those of processes it starts too: what else the machine does counts less so."""
    before = getrusage(RUSAGE_CHILDREN)
    command = [sys.executable, "-m", *module]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
