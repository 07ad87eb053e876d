"""Names of benchmarks in (all of them if there is none), one table of ratios out.

Each line is our way and another that does the same work, measured in turn in this run, so that the ratio holds on any
machine. Every figure is a median; the ratio is the median of the ratios of each pair.
"""

from __future__ import annotations

import sys
from importlib import import_module

from benchmarks.compared import Compared, table

# Each is a module of this folder with `measure() -> list[Compared]`.
BENCHMARKS = ("boot", "lighthouse", "recompute", "build", "check")


def main(names: list[str]) -> int:
    """Measure and print; the exit code is 1 where a target is missed, 2 where a name is not known."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}. There are: {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    lines: list[Compared] = []
    for name in names or BENCHMARKS:
        print(f"measuring {name} …", file=sys.stderr)
        lines += import_module(f"benchmarks.{name}").measure()
    print(table(lines))
    return 0 if all(line.met for line in lines) else 1


sys.exit(main(sys.argv[1:]))
