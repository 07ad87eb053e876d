"""The page on how the software is built names every folder and every module, each with its own first sentence."""

from __future__ import annotations

from pathlib import Path

from smallprint.emit.architecture import PAGE, all_folders, emit_architecture, modules_in

ROOT = Path(__file__).parents[2]


def test_every_module_stands_on_the_page() -> None:
    page = emit_architecture()[PAGE]
    folders = {path.parent for top in ("calculators", "smallprint") for path in (ROOT / top).rglob("*.py")}
    assert folders - {ROOT / folder.path for folder in all_folders()} == {ROOT / "calculators" / "rules"}
    for folder in all_folders():
        section = page.split(f"\n## {folder.path}/\n")[1].split("\n## ")[0]
        for path in modules_in(folder.path):
            name = path.parent.name if path.stem == "__init__" else path.stem
            assert f"| `{name}` | " in section, path


def test_a_sentence_is_the_modules_own() -> None:
    page = emit_architecture()[PAGE]
    said = "A formula's text in, a small tree out: a closed subset of Python's expressions, parsed, never run as text."
    assert f"| `formula` | {said} |" in page
