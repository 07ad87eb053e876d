"""What may import what, read from the imports: what ships imports only what ships, and flow is downward only."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = ("calculators", "smallprint", "tests", "benchmarks")
MOST_LINES = 330


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path, lazy: bool = True) -> set[str]:
    """The modules a file imports, by full name; `lazy` also those that a function imports when it is called."""
    tree = ast.parse(path.read_text("utf-8"))
    nodes = ast.walk(tree) if lazy else (node for node in tree.body)
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            found.add(node.module or "")
            folder = ROOT / (node.module or "").replace(".", "/")
            found |= {f"{node.module}.{alias.name}" for alias in node.names if (folder / f"{alias.name}.py").exists()}
    return found


def top(name: str) -> str:
    return name.split(".")[0]


@pytest.mark.parametrize("path", modules("calculators"), ids=name_of)
def test_what_ships_imports_only_the_standard_library_and_what_ships(path: Path) -> None:
    for name in imports(path):
        assert top(name) in sys.stdlib_module_names or top(name) == "calculators", name


@pytest.mark.parametrize("path", modules("calculators/runtime"), ids=name_of)
def test_the_runtime_knows_no_rule(path: Path) -> None:
    ours = {name for name in imports(path) if top(name) in OURS}
    assert all(name.startswith("calculators.runtime") for name in ours), ours


@pytest.mark.parametrize("path", modules("calculators/rules"), ids=name_of)
def test_rules_import_the_runtime_and_other_rules(path: Path) -> None:
    ours = {name for name in imports(path) if top(name) in OURS}
    assert all(name.startswith(("calculators.runtime", "calculators.rules")) for name in ours), ours


def test_emitters_do_not_import_each_other() -> None:
    emitters = {name_of(path): path for path in modules("smallprint/emit")}
    assert {"smallprint.emit.python", "smallprint.emit.pages"} <= emitters.keys()
    for name, path in emitters.items():
        assert not (imports(path) & emitters.keys()) - {name, "smallprint.emit"}


def test_flow_is_downward_only() -> None:
    """Reading and shaping know nothing of checking; checking nothing of pages, packing and commands."""
    for path in modules("smallprint/shape", "smallprint/check"):
        above = [
            "smallprint.emit.pages",
            "smallprint.pages",
            "smallprint.pack",
            "smallprint.build",
            "smallprint.commands",
        ]
        if "shape" in path.parts:
            above += ["smallprint.check", "smallprint.emit.python", "smallprint.link", "smallprint.load"]
        assert not [name for name in imports(path) if name.startswith(tuple(above))], path


def test_no_import_goes_in_a_circle() -> None:
    paths = {name_of(path): path for path in modules("calculators", "smallprint")}
    needs = {
        name: {other for other in imports(path, lazy=False) if other in paths} - {name} for name, path in paths.items()
    }
    for name, found in needs.items():
        packages = {name.rsplit(".", depth)[0] for depth in range(1, name.count(".") + 1)}
        needs[name] = found - packages  # a package's own file may list its modules
    done: set[str] = set()
    while len(done) < len(needs):
        ready = {name for name, found in needs.items() if name not in done and found <= done}
        assert ready, sorted(needs.keys() - done)
        done |= ready


@pytest.mark.parametrize("path", modules("smallprint", "calculators/runtime", "tests/smallprint"), ids=name_of)
def test_a_module_says_what_it_is_for_and_stays_small(path: Path) -> None:
    text = path.read_text("utf-8")
    if text:
        assert ast.get_docstring(ast.parse(text)), "begin with one sentence: what goes in and what comes out"
    assert text.count("\n") <= MOST_LINES
