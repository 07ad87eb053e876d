"""What of a folder is read as policy, and what is refused before it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from smallprint.check import check_policy
from smallprint.load import load
from smallprint.problems import MOST_SHOWN, render
from smallprint.schema_line import schema_line
from tests.smallprint.cases import CASES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "policy" / "fees").mkdir(parents=True)
    (tmp_path / "policy" / "sources.yaml").write_bytes((CASES / "sources.yaml").read_bytes())
    (tmp_path / "policy" / "fees" / "base-fee.yaml").write_bytes((CASES / "base-fee.yaml").read_bytes())
    return tmp_path


def codes(root: Path) -> list[str]:
    return [problem.code for problem in check_policy(root).problems]


def test_a_whole_folder(folder: Path) -> None:
    loaded = load(folder)
    assert [str(rule.id) for rule in loaded.rules] == ["base-fee"]
    assert set(loaded.sources) == {"help-fees", "blog-fees"}
    assert codes(folder) == []


@pytest.mark.parametrize(
    "name",
    [
        "fees/late_fee.yaml",
        "fees/late-fee.yml",
        "late-fee.yaml",
        "fees/deep/late-fee.yaml",
        "Fees/x.yaml",
        'f"""/x.yaml',
    ],
)
def test_a_file_stands_in_a_topics_folder(name: str, folder: Path) -> None:
    path = folder / "policy" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("rule: late-fee\n", "utf-8")
    assert codes(folder) == ["POL012"]


@pytest.mark.parametrize(
    ("first", "line", "column"),
    [
        ("", 1, 1),
        ("# yaml-language-server: $schema=schema.json\n", 1, 1),
        ("# A remark.\n# yaml-language-server: $schema=../schema.json\n", 2, 1),
    ],
)
def test_the_first_line_leads_editors_to_the_schema(first: str, line: int, column: int, folder: Path) -> None:
    path = folder / "policy" / "fees" / "base-fee.yaml"
    whole = path.read_text("utf-8")
    expected, rest = whole.split("\n", 1)
    path.write_text(first + rest, "utf-8")
    (problem,) = check_policy(folder).problems
    assert (problem.code, problem.place.line, problem.place.column) == ("POL013", line, column)
    assert problem.help.endswith(f": {expected}")


def test_a_rule_without_the_line_still_has_its_examples_run(folder: Path) -> None:
    path = folder / "policy" / "fees" / "base-fee.yaml"
    path.write_text(path.read_text("utf-8").split("\n", 1)[1].replace("10.00", "11.00"), "utf-8")
    assert codes(folder) == ["POL013", "POL503"]


def test_a_link_is_not_followed(folder: Path) -> None:
    (folder / "secret").write_text("rule: [\n", "utf-8")
    (folder / "policy" / "fees" / "late-fee.yaml").symlink_to(folder / "secret")
    (folder / "policy" / "fees" / "zero.yaml").symlink_to("/dev/zero")
    assert codes(folder) == ["POL012", "POL012"]


def test_a_file_of_bytes_is_not_text(folder: Path) -> None:
    (folder / "policy" / "fees" / "late-fee.yaml").write_bytes(b"rule: late-fee\nshort: \xff\xfe\n")
    problem = check_policy(folder).problems[0]
    assert (problem.code, problem.place.line, problem.place.column) == ("POL009", 2, 8)


def test_a_large_file_is_said_to_be_large(folder: Path) -> None:
    (folder / "policy" / "fees" / "late-fee.yaml").write_bytes("é".encode() * 200_001)
    assert codes(folder) == ["POL001"]


def test_line_ends_of_other_systems_and_a_mark_at_the_front(folder: Path) -> None:
    path = folder / "policy" / "fees" / "base-fee.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert codes(folder) == []


def test_one_id_in_two_topics(folder: Path) -> None:
    other = folder / "policy" / "payments" / "base-fee.yaml"
    other.parent.mkdir()
    other.write_bytes((CASES / "base-fee.yaml").read_bytes())
    problem = check_policy(folder).problems[0]
    assert problem.code == "POL201"
    assert problem.also[0][0].path == "policy/fees/base-fee.yaml"


def test_a_mistake_in_one_file_leaves_the_others_checked(folder: Path) -> None:
    for name in ("one", "two"):
        (folder / "policy" / "fees" / f"{name}.yaml").write_text(f"rule: {name}\nshrt: x\n", "utf-8")
    assert {problem.place.path for problem in check_policy(folder).problems} == {
        "policy/fees/one.yaml",
        "policy/fees/two.yaml",
    }


def test_at_most_twenty_are_shown_and_the_rest_counted(folder: Path) -> None:
    keys = "".join(f"key{number}: x\n" for number in range(40))
    (folder / "policy" / "fees" / "late-fee.yaml").write_text(f"rule: late-fee\n{keys}", "utf-8")
    checked = check_policy(folder)
    shown = render(checked.problems, checked.files)
    assert shown.count("\n --> ") == MOST_SHOWN
    assert f"… and {len(checked.problems) - MOST_SHOWN} more" in shown


PERSON = """# yaml-language-server: $schema=../schema.json
person: ada
name: Ada
who: Ada draws.
asks:
  - {title: one, rule: base-fee, given: {amount: 1, paid_on: 2024-01-01}}
"""


def test_people_stand_in_their_own_folder_and_nothing_else_does(folder: Path) -> None:
    (folder / "policy" / "people").mkdir()
    (folder / "policy" / "people" / "ada.yaml").write_text(PERSON, "utf-8")
    assert codes(folder) == []
    (folder / "policy" / "fees" / "ada.yaml").write_text(PERSON, "utf-8")
    (folder / "policy" / "people" / "bob.yaml").write_text(
        f"{schema_line('policy/people/bob.yaml')}\nprocedure: bob\n", "utf-8"
    )
    said = [problem.message for problem in check_policy(folder).problems]
    assert said == ["people stand in a folder of their own", "the files of this folder hold people"]
