"""The cases in, the pages for contributors out: the reference of the language, and a mistake with its mending by code.

`python -m tests.smallprint.mistakes` writes the pages anew, for review in the diff.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from smallprint.check import check_policy
from smallprint.emit.mistakes import Shown, emit_mistakes
from smallprint.emit.reference import emit_reference
from smallprint.problems import render
from smallprint.read import MOST_BYTES
from tests.smallprint.cases import BASE, CASES, bad, expected, mended, place_of

ROOT = CASES.parents[1]


def pages() -> dict[str, str]:
    """Every generated page for contributors by its path."""
    return {**emit_reference(), **emit_mistakes(shown_mistakes())}


def shown_mistakes() -> dict[str, Shown]:
    """For each code the mended case that says the least besides; some take a folder of files to show."""
    found: dict[str, Shown] = {}
    wrong = {case.stem: case for case in bad()}
    told = {case: expected(wrong[case.stem]).read_text("utf-8").strip() for case in mended()}
    for case in sorted(told, key=lambda case: (told[case].count("\n\n"), len(told[case]), case.stem)):
        text = wrong[case.stem].read_text("utf-8")
        for said in told[case].split("\n\n"):
            path, good = place_of(case.stem, text), _without_remark(case.read_text("utf-8"))
            found.setdefault(said.split(" ")[0], Shown(said, path, text, good))
    return found | {code: _in_a_folder(change) for code, change in FOLDERS.items()}


def _without_remark(text: str) -> str:
    """A case begins with what is wrong with it, which is mended now."""
    first, rest = text.split("\n", 1)
    return rest if first.startswith("# ") else text


def _no_file(fees: Path) -> str:
    for path in fees.parent.rglob("*.yaml"):
        path.unlink()
    return ""


def _large(fees: Path) -> str:
    (fees / "late-fee.yaml").write_text("#" * (MOST_BYTES + 1), "utf-8")
    return ""


def _bytes(fees: Path) -> str:
    (fees / "late-fee.yaml").write_bytes(b"rule: late-fee\nquestion: What does a caf\xe9 cost?\n")
    return ""


def _elsewhere(fees: Path) -> str:
    (fees / f"{BASE}.yaml").rename(fees / "base_fee.yaml")
    return ""


def _no_schema(fees: Path) -> str:
    path = fees / f"{BASE}.yaml"
    path.write_text(_without_remark(path.read_text("utf-8")), "utf-8")
    return path.name


# Each changes a folder in which nothing is wrong, and names the file to show, if there is one.
FOLDERS: dict[str, Callable[[Path], str]] = {
    "POL000": _no_file,
    "POL001": _large,
    "POL009": _bytes,
    "POL012": _elsewhere,
    "POL013": _no_schema,
}


def _in_a_folder(change: Callable[[Path], str]) -> Shown:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        fees = root / "policy" / "fees"
        fees.mkdir(parents=True)
        (root / "policy" / "sources.yaml").write_bytes((CASES / "sources.yaml").read_bytes())
        good = (CASES / f"{BASE}.yaml").read_text("utf-8")
        (fees / f"{BASE}.yaml").write_text(good, "utf-8")
        shown = change(fees)
        checked = check_policy(root)
        said = render(checked.problems, checked.files)
        return Shown(said, f"policy/fees/{shown}", (fees / shown).read_text("utf-8"), good) if shown else Shown(said)


if __name__ == "__main__":
    for path, text in pages().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, "utf-8")
