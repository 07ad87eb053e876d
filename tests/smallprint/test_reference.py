"""The pages for contributors say what the language has: every key, function, detector, code and command."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from pathlib import Path

import pytest

from smallprint import keys
from smallprint.__main__ import parser
from smallprint.check import check_loaded
from smallprint.codes import CODES
from smallprint.commands import NAMES, command_of
from smallprint.emit.mistakes import FOLDER, LIST, page_of
from smallprint.keys import clients as client_keys
from smallprint.keys.shapes import Shape
from smallprint.library import FUNCTIONS
from smallprint.load import load
from tests.smallprint.mistakes import pages, shown_mistakes

ROOT = Path(__file__).parents[2]
PAGES = pages()


@pytest.mark.parametrize("path", PAGES)
def test_the_page_is_as_the_language_is(path: str) -> None:
    again = "run `python -m tests.smallprint.mistakes`"
    assert (ROOT / path).read_text("utf-8") == PAGES[path], again


def test_every_key_and_function_is_told() -> None:
    language = PAGES["docs/contributing/language.md"]
    assert "<!--" not in language
    for shape in (vars(keys) | vars(client_keys)).values():
        for key in shape.keys if isinstance(shape, Shape) else ():
            assert f"| `{key.name}`" in language, key
    for name in FUNCTIONS:
        assert f"| `{name}(" in language


def test_every_code_is_told_and_used() -> None:
    files = [path for path in ROOT.glob("smallprint/**/*.py") if path.name not in ("codes.py", "consequences.py")]
    used = set(re.findall(r'"(POL\d{3})"', "".join(path.read_text("utf-8") for path in files)))
    assert used == CODES.keys()


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_page_with_a_mistake_and_its_mending(code: str) -> None:
    page = PAGES[page_of(code)]
    assert f"({Path(FOLDER).name}/{code.lower()}.md) | {CODES[code]} |" in PAGES[LIST]
    assert CODES[code] in page
    if code in ("POL000", "POL001", "POL009", "POL012"):
        assert f"```text\n{code} " in page  # what mends these is not inside a file
    elif code != "POL506":  # which only a fault of ours can bring about
        assert code in shown_mistakes(), "mend one of its cases in tests/cases/mended"
        assert f"```text\n{code} " in page
        assert "```diff\n" in page
        assert page.count("```yaml\n") == 2


def test_no_page_is_left_of_a_code_that_is_gone() -> None:
    assert {path.name for path in (ROOT / FOLDER).iterdir()} == {Path(page_of(code)).name for code in CODES}


def test_every_key_is_used_by_a_rule() -> None:
    """The tables are no wish list: the real rules and the cases use what they have, but for a few."""
    texts = [
        path.read_text("utf-8") for folder in ("policy", "tests/cases/good") for path in (ROOT / folder).rglob("*.yaml")
    ]
    written = "\n".join(texts)
    for shape in (vars(keys) | vars(client_keys)).values():
        for key in shape.keys if isinstance(shape, Shape) else ():
            assert re.search(rf"(^|[\s{{,-]){key.name}: ", written, re.MULTILINE) or f"{key.name}:\n" in written, key


def test_every_command_is_documented() -> None:
    written = "\n".join(
        path.read_text("utf-8") for path in [ROOT / "docs/contributing/language.md", *ROOT.glob("*.md")]
    )
    written += (ROOT / "docs/contributing/index.md").read_text("utf-8")
    missing = [name for name in NAMES if f"smallprint {name}" not in written]
    assert not missing


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_documented(name: str) -> None:
    """The table of commands has a row for each, with all its options."""
    below = ArgumentParser(add_help=False)
    command_of(name).options(below)
    options = [word for action in below._actions for word in action.option_strings]
    rows = (ROOT / "docs/contributing/index.md").read_text("utf-8").splitlines()
    row = next((row for row in rows if re.match(rf"\| `python -m smallprint {name}\b", row)), "")
    assert row, "give it a row"
    assert not [option for option in options if f"`{option}" not in row]


@pytest.mark.parametrize("name", NAMES)
def test_every_commands_example_can_be_called(name: str) -> None:
    words = command_of(name).example.split("python -m smallprint ", 1)[1].split()
    options = parser().parse_args(words)
    assert options.command == name


def test_what_stands_in_the_repository_is_well() -> None:
    checked = check_loaded(load(ROOT))
    assert not checked.problems
