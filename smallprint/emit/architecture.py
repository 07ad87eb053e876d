"""The modules' own first lines in, the page on how the software is built out: what each folder and module is for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

PAGE = "docs/contributing/architecture.md"
ROOT = Path(__file__).parents[2]


class Folder(NamedTuple):
    """A folder of modules, what it is for, and what its modules may import of ours."""

    path: str
    about: str
    may_import: str


FOLDERS = (
    Folder("calculators", "What answers, for the command line, programs and the browser. It ships.", "each other"),
    Folder("calculators/runtime", "How amounts, days and answers are worked out, whatever the rule.", "each other"),
    Folder(
        "calculators/statements", "Reads what a reader exports from the platform, and works its fees out.", "each other"
    ),
    Folder("smallprint", "The generator: reads, checks and writes. It never ships.", "the runtime, each other"),
    Folder("smallprint/model", "What a checked policy is: frozen data that all the others take.", "each other"),
    Folder("smallprint/keys", "The keys of the policy language, and what may stand behind each.", "shapes, each other"),
    Folder(
        "smallprint/shape", "Makes rules of the nodes of files, one file at a time.", "what stands before the checks"
    ),
    Folder("smallprint/check", "Finds mistakes: a pass for each kind.", "no pages, packing, building or commands"),
    Folder("smallprint/emit", "What is written of a checked policy, one module a kind.", "not each other"),
    Folder("smallprint/modules", "The parts of generated modules.", "what stands before the checks"),
    Folder("smallprint/pages", "The parts of pages.", "no commands"),
    Folder("smallprint/data", "The parts of the data for programs.", "no commands"),
    Folder("smallprint/packing", "The parts of the browser's bundle and of the wheels.", "no commands"),
    Folder("smallprint/impact", "What a change of the policy files does to whom.", "no commands"),
    Folder("smallprint/prove", "Proofs of what rules say of themselves.", "no pages, packing, building or commands"),
    Folder("smallprint/commands", "The commands of the command line, one module each.", "all of these"),
)
# A module of ours says first what it is for; to parse all of them for that would take as long as reading all rules.
_DOCSTRING = re.compile(r'"""(.*?)"""', re.S)
HEAD = Path(__file__).parents[1] / "templates" / "reference" / "architecture.md"


def emit_architecture() -> dict[str, str]:
    """The page by its path."""
    return {PAGE: "\n".join([HEAD.read_text("utf-8"), *(_section(folder) for folder in all_folders())])}


def all_folders() -> list[Folder]:
    """Those named above, and after them any other that has modules by hand, with what it says of itself."""
    named = {folder.path for folder in FOLDERS} | {"calculators/rules"}
    found = sorted({path.parent for top in ("calculators", "smallprint") for path in (ROOT / top).rglob("*.py")})
    others = [path for path in found if path.relative_to(ROOT).as_posix() not in named]
    said = [(path.relative_to(ROOT).as_posix(), _first_sentence(path / "__init__.py")) for path in others]
    return [*FOLDERS, *(Folder(path, about, "what stands below it in the figure") for path, about in said)]


def modules_in(folder: str) -> list[Path]:
    """The modules of a folder that say what they are for."""
    return [path for path in sorted((ROOT / folder).glob("*.py")) if _first_sentence(path)]


def _section(folder: Folder) -> str:
    rows = [f"| `{_name(path)}` | {_cell(_first_sentence(path))} |" for path in modules_in(folder.path)]
    head = [f"## {folder.path}/", "", f"{folder.about} Of ours, its modules may import: {folder.may_import}.", ""]
    return "\n".join([*head, "| module | what it is for |", "|---|---|", *rows, ""])


def _name(path: Path) -> str:
    return path.parent.name if path.stem == "__init__" else path.stem


def _first_sentence(path: Path) -> str:
    """The first line of the module's docstring, with those that it runs on to."""
    if not path.exists():
        return ""
    said = _DOCSTRING.match(path.read_text("utf-8"))
    return " ".join(said[1].split("\n\n")[0].split()) if said else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("{", "&#123;")
