"""What ships to the browser imports only what may: the runtime itself alone, the rules the runtime and each other."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CALCULATORS = Path(__file__).parents[2] / "calculators"
MODULES = sorted(path.relative_to(CALCULATORS).as_posix() for path in CALCULATORS.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, also inside its functions."""
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(module)):
                yield module


@pytest.mark.parametrize("module", MODULES)
def test_imports_only_what_may_ship(module: str) -> None:
    allowed = {
        "runtime": ("calculators.runtime",),
        "rules": ("calculators.runtime", "calculators.rules"),
    }.get(module.split("/")[0], ("calculators",))
    for name in imported(CALCULATORS / module):
        if name.split(".")[0] not in sys.stdlib_module_names:
            assert name.startswith(allowed), f"calculators/{module} imports {name}"


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith(("runtime/", "rules/"))])
def test_no_rule_reads_the_clock(module: str) -> None:
    calls = {"today", "now", "utcnow", "time", "localtime"}
    for node in ast.walk(ast.parse((CALCULATORS / module).read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in calls, f"calculators/{module}:{node.lineno} reads the clock"


def test_no_float_is_written_anywhere() -> None:
    for module in MODULES:
        for node in ast.walk(ast.parse((CALCULATORS / module).read_text())):
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), f"calculators/{module}"
            assert not (isinstance(node, ast.Name) and node.id == "float"), f"calculators/{module}"
