"""The pages for contributors say what the language has: every key, function, detector, code and command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smallprint import client_keys, keys
from smallprint.__main__ import parser
from smallprint.check import check_loaded
from smallprint.codes import CODES
from smallprint.commands import COMMANDS
from smallprint.emit_reference import emit_reference
from smallprint.library import FUNCTIONS
from smallprint.load import load
from tests.smallprint.cases import examples_of_mistakes

ROOT = Path(__file__).parents[2]
PAGES = emit_reference(examples_of_mistakes())


@pytest.mark.parametrize("path", PAGES)
def test_the_page_is_as_the_language_is(path: str) -> None:
    again = "run `python -m tests.smallprint.cases`"
    assert (ROOT / path).read_text("utf-8") == PAGES[path], again


def test_every_key_and_function_is_told() -> None:
    language = PAGES["docs/contributing/language.md"]
    assert "<!--" not in language
    for shape in (vars(keys) | vars(client_keys)).values():
        for key in shape.keys if isinstance(shape, keys.Shape) else ():
            assert f"| `{key.name}`" in language, key
    for name in FUNCTIONS:
        assert f"| `{name}(" in language


def test_every_code_is_told_and_used() -> None:
    files = [path for path in ROOT.glob("smallprint/**/*.py") if path.name not in ("codes.py", "consequences.py")]
    used = set(re.findall(r'"(POL\d{3})"', "".join(path.read_text("utf-8") for path in files)))
    assert used == CODES.keys()


def test_every_key_is_used_by_a_rule() -> None:
    """The tables are no wish list: the real rules and the cases use what they have, but for a few."""
    texts = [
        path.read_text("utf-8") for folder in ("policy", "tests/cases/good") for path in (ROOT / folder).rglob("*.yaml")
    ]
    written = "\n".join(texts)
    for shape in (vars(keys) | vars(client_keys)).values():
        for key in shape.keys if isinstance(shape, keys.Shape) else ():
            assert re.search(rf"(^|[\s{{,-]){key.name}: ", written, re.MULTILINE) or f"{key.name}:\n" in written, key


def test_every_command_is_documented() -> None:
    written = "\n".join(
        path.read_text("utf-8") for path in [ROOT / "docs/contributing/language.md", *ROOT.glob("*.md")]
    )
    written += (ROOT / "docs/contributing/index.md").read_text("utf-8")
    missing = [command.name for command in COMMANDS if f"smallprint {command.name}" not in written]
    assert not missing


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_commands_example_can_be_called(command: object) -> None:
    example = getattr(command, "example", "")
    words = example.split("python -m smallprint ", 1)[1].split()
    options = parser().parse_args(words)
    assert options.command == getattr(command, "name", "")


def test_what_stands_in_the_repository_is_well() -> None:
    checked = check_loaded(load(ROOT))
    assert not checked.problems
