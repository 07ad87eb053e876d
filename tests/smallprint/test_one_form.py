"""Files in one form: what they say stays, their remarks stay, and a second time changes nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallprint.__main__ import main
from smallprint.one_form import FOLDED, WIDTH, Unkept, one_form
from smallprint.read import Mapping, Node, Scalar, read
from smallprint.starts import TEMPLATES
from tests.smallprint.cases import BASE, CASES, bad, good
from tests.smallprint.mutations import mutants

ROOT = Path(__file__).parents[2]
PATH = "policy/fees/x.yaml"
HEAD = "# yaml-language-server: $schema=../schema.json\n"
REAL = sorted((ROOT / "policy").rglob("*.yaml"))


def formed(text: str) -> str:
    after, problems = one_form(PATH, HEAD + text)
    assert not problems
    assert one_form(PATH, after) == (after, [])
    return after.removeprefix(HEAD)


def said(node: Node | None) -> object:
    match node:
        case None:
            return None
        case Scalar(text=text):
            return str(text)
        case Mapping(entries=entries):
            return [(str(key), said(value)) for key, value in entries]
    return [said(item) for item in node.items]


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_the_real_files_are_in_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert one_form(path.relative_to(ROOT).as_posix(), text) == (text, []), "run `python -m smallprint fmt`"


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.yaml")), ids=lambda path: path.stem)
def test_new_files_are_in_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert one_form(PATH, text) == (text, [])


@pytest.mark.parametrize("case", [*good(), *bad()], ids=lambda case: case.stem)
def test_every_case_says_the_same_after(case: Path) -> None:
    text = case.read_text("utf-8")
    before, wrong = read(PATH, text)
    try:
        after, problems = one_form(PATH, text)
    except Unkept:
        assert case.parent.name == "bad"
        return
    if problems:
        assert problems == wrong
        assert after == text
        return
    assert said(read(PATH, after)[0]) == said(before)
    assert one_form(PATH, after) == (after, [])
    assert [line for line in text.splitlines() if line.startswith("# ")] == [
        line for line in after.splitlines() if line.startswith("# ") and line + "\n" != HEAD
    ]


@pytest.mark.parametrize("path", REAL[::12], ids=lambda path: path.stem)
def test_mistaken_real_files_say_the_same_after(path: Path) -> None:
    for mutant in mutants(path.read_text("utf-8"), 1):
        before, _ = read(PATH, mutant.text)
        try:
            after, problems = one_form(PATH, mutant.text)
        except Unkept:
            continue
        assert problems or said(read(PATH, after)[0]) == said(before), mutant.kind


def test_what_fits_stays_and_what_does_not_goes_down() -> None:
    assert formed("a:   {b: 1,  c: [x,y]}\n") == "a: {b: 1, c: [x, y]}\n"
    long = ", ".join(f"key_{number}: {number}" for number in range(12))
    assert formed(f"a: {{{long}}}\n") == "a:\n" + "".join(f"  key_{n}: {n}\n" for n in range(12))
    inner = formed(f"a:\n  - {{title: x, given: {{{long.partition(', key_10')[0]}}}}}\n")
    assert inner.startswith("a:\n  - title: x\n    given: {key_0: 0, ")
    assert max(map(len, inner.splitlines())) <= WIDTH


def test_long_texts_and_lists_are_filled() -> None:
    words = " ".join(f"word{number}" for number in range(30))
    text = formed(f"a:\n  b: {words}\n")
    assert text.startswith("a:\n  b: >-\n    word0 ")
    assert max(map(len, text.splitlines())) <= FOLDED
    short = formed("a: >-\n  one\n  two\n")
    assert short == "a: >-\n  one two\n"
    items = formed(f"a: [{words.replace(' ', ', ')}]\n")
    assert items.startswith("a: [\n  word0, word1, ")
    assert items.endswith("word29]\n")
    quoted = ", ".join(f'"a, {number}"' for number in range(30))
    assert said(read(PATH, HEAD + formed(f"a: [{quoted}]\n"))[0]) == [("a", [f"a, {number}" for number in range(30)])]


def test_remarks_quotes_and_zeros_stay() -> None:
    text = (
        "# At the top.\n\na: 10.00 # behind\n# between\nb: [1, 2]   # list\n"
        "c: >-  # folded\n  x y\nd: 'it''s'\ne: \"# no remark\"\nf: 007\ng: 2026-02-31\nh: no\n# At the end.\n"
    )
    after = formed(text)
    assert re.findall(r"# .*", text) == re.findall(r"# .*", after)
    assert said(read(PATH, HEAD + text)[0]) == said(read(PATH, HEAD + after)[0])
    for kept in ("a: 10.00", "d: 'it''s'", "f: 007", "g: 2026-02-31", "h: no"):
        assert f"{kept}\n" in re.sub(r" +# behind", "", after)


def test_blanks_ends_of_lines_and_the_schemas_line() -> None:
    path = "policy/sources.yaml"
    text = "\ufeff\r\na:\r\n  b: x  \r\n\r\n\r\n\r\n  c: y"
    expected = "# yaml-language-server: $schema=schema.json\na:\n  b: x\n\n  c: y\n"
    assert one_form(path, text) == (expected, [])
    moved = "# Mine.\n# yaml-language-server: $schema=../schema.json\na: x\n"
    assert one_form(PATH, moved) == (f"{HEAD}# Mine.\na: x\n", [])


WORDS = st.text("ab :#'\"-,{}[]>|&*!%@`\\é?", min_size=1, max_size=40)
TREES = st.recursive(
    st.sampled_from(["x", "10.00", "no", "2026-01-31", "''", '"a: b"', "'#'", "a long text " * 14]) | st.none(),
    lambda below: (
        st.lists(below, min_size=1, max_size=4) | st.dictionaries(st.sampled_from("abcdef"), below, min_size=1)
    ),
    max_leaves=20,
)


def written(tree: object, indent: int = 0) -> str:
    """A tree as somebody might write it, in lines."""
    pad = " " * indent
    if isinstance(tree, dict):
        return "".join(f"{pad}{key}:{_below(value, indent)}" for key, value in tree.items())
    if isinstance(tree, list):
        return "".join(f"{pad}-{_below(value, indent)}" for value in tree)
    return f"{pad}{tree}\n"


def _below(value: object, indent: int) -> str:
    if isinstance(value, dict | list):
        return f"  # {indent}\n{written(value, indent + 3)}"
    return f"   {'' if value is None else str(value).strip()}\n"


@given(TREES.filter(lambda tree: isinstance(tree, dict)), WORDS)
def test_whatever_is_written_says_the_same_after(tree: object, words: str) -> None:
    text = f"{written(tree)}last: {words}\n"
    before, wrong = read(PATH, text)
    try:
        after, problems = one_form(PATH, text)
    except Unkept:
        return
    if problems:
        assert problems == wrong
        return
    assert said(read(PATH, after)[0]) == said(before)
    assert one_form(PATH, after) == (after, [])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "policy" / "fees").mkdir(parents=True)
    shutil.copy(CASES / f"{BASE}.yaml", tmp_path / "policy" / "fees")
    return tmp_path


def test_the_command_writes_or_only_names(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "policy" / "fees" / f"{BASE}.yaml"
    text = path.read_text("utf-8")
    assert main(["--root", str(folder), "fmt"]) == 0
    assert capsys.readouterr().err == "In form: 1 file.\n"
    path.write_text(text.replace("rule: base-fee", "rule:   base-fee"), "utf-8")
    assert main(["--root", str(folder), "fmt", "--check", str(folder / "policy" / "fees")]) == 1
    assert f"policy/fees/{BASE}.yaml:3 is not in the one form" in capsys.readouterr().err
    assert main(["--root", str(folder), "fmt", str(path)]) == 0
    assert path.read_text("utf-8") == text


def test_the_command_leaves_what_it_cannot_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, raw in (("a", b"rule: [\n"), ("b", b"rule: \xff\n"), ("c", b"rule: x\nrule: y\n")):
        (folder / "policy" / "fees" / f"{name}.yaml").write_bytes(raw)
        assert main(["--root", str(folder), "fmt"]) == 1
        assert f"policy/fees/{name}.yaml" in capsys.readouterr().err
        assert (folder / "policy" / "fees" / f"{name}.yaml").read_bytes() == raw
    assert main(["--root", str(folder), "fmt", str(folder)]) == 2
    assert main(["--root", str(folder / "policy"), "fmt"]) == 2
