"""What changes, as text, comment, JSON and notices: nothing lost, nothing run, nothing longer than it may be."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from smallprint.__main__ import main
from smallprint.impact import changes as shapes
from smallprint.impact.as_annotations import as_annotations
from smallprint.impact.as_json import Misshapen, as_json, from_json
from smallprint.impact.as_markdown import MOST_CHARACTERS, as_markdown
from smallprint.impact.as_text import as_text
from smallprint.impact.changes import Changes, Found, Unsound
from smallprint.impact.compare import compare
from tests.smallprint.revisions import FEE, SMALL, changes, edited, repository, write

ROOT = Path(__file__).parents[2]
TENTH = "{from: 2020-01-01, is: 10%, source: help-fees}"


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the small guide."""
    return repository(tmp_path_factory.mktemp("guide"), SMALL)


@pytest.fixture(scope="module")
def found(guide: Path) -> Changes:
    """What it changes to take 12% instead of 10%, with the example still to be mended."""
    return changes(edited(guide, FEE, (TENTH, TENTH.replace("10%", "12%"))))


@pytest.fixture(scope="module")
def unsound(guide: Path) -> Found:
    """A state that has more wrong than examples."""
    write(guide, {FEE: SMALL[FEE].replace("label: Share taken", "lable: Share taken")})
    return compare(guide, "HEAD", None)


def test_as_text(found: Changes) -> None:
    lines = as_text(found).splitlines()
    assert lines[1].startswith("Answers change, the first on 1 January 2020.")
    assert lines[2] == "The change has 2 mistakes to mend. They stand at the end."
    assert "  Ada: a week in 2024" in lines
    assert "    Fee $10.00 → $12.00 ($2.00 more)" in lines
    assert any(line.startswith('    +        Version(date(2020, 1, 1), None, Decimal("0.12")') for line in lines)
    assert "  docs/fees/base-fee.md" in lines


def test_as_a_comment(found: Changes) -> None:
    text = as_markdown(found)
    first, *_ = text.splitlines()
    assert first.startswith("**Answers change")
    assert "| who | before | after | difference |" in text
    assert "| Ada: a week in 2024 | Fee $10.00 | $12.00 | $2.00 more |" in text
    assert text.count("<details>") == text.count("</details>") == 3
    assert "```diff" in text


def test_as_notices_at_the_changed_lines(found: Changes) -> None:
    lines = as_annotations(found).splitlines()
    line = SMALL[FEE].splitlines().index("      - " + TENTH) + 1
    assert lines[0].startswith(f"::notice file={FEE},line={line},col=1,title=Share taken%3A 10%25 → 12%25%2C")
    assert "%0AAda: a week in 2024: Fee $10.00 → $12.00 ($2.00 more)" in lines[0]
    assert [part.split(" ")[0] for part in lines] == ["::notice", "::error", "::error", "::notice"]


def test_a_state_that_does_not_check(unsound: Found) -> None:
    assert isinstance(unsound, Unsound)
    assert as_text(unsound).startswith("The change has 1 mistake to mend.")
    assert as_markdown(unsound).startswith("**The change has 1 mistake to mend.** Nothing could be compared.")
    assert as_annotations(unsound).startswith(f"::error file={FEE},line=")


@pytest.mark.parametrize("which", ["found", "unsound"])
def test_as_json_and_back(which: str, request: pytest.FixtureRequest) -> None:
    told = request.getfixturevalue(which)
    text = as_json(told)
    assert json.loads(text)["version"] == 1
    assert from_json(text) == told
    assert as_markdown(from_json(text)) == as_markdown(told)


def test_json_of_another_shape_is_refused(found: Changes) -> None:
    good = json.loads(as_json(found))
    edits: tuple[dict[str, object], ...] = (
        {"version": 2},
        {"found": "nothing"},
        {"base": 5},
        {"people": "13"},
        {"people": True},
        {"rules": {}},
        {"pages": [1]},
        {"others": [{"kind": "rule", "id": "x", "what": "burnt"}]},
        {"more": ""},
    )
    for edit in edits:
        with pytest.raises(Misshapen):
            from_json(json.dumps({**good, **edit}))
    for text in ("", "[]", "null", "[" * 100_000, json.dumps({"version": 1, "found": "changes"})):
        with pytest.raises(Misshapen):
            from_json(text)


def test_a_comment_has_no_markup_of_others(found: Changes) -> None:
    hostile = "@ada <img src=x> [x](https://evil.example) | `a` **b** #12 ![p](q) www.evil.example\n\n# Head"
    rule = found.rules[0]
    answered = tuple(replace(one, who=hostile, about=hostile) for one in rule.answered)
    figure = replace(rule.figures[0], label=hostile)
    poisoned = replace(rule, id=hostile, answered=answered, figures=(figure,), diff=("```", "@ada", "````"))
    text = as_markdown(replace(found, base=hostile, rules=(poisoned,), pages=(hostile,), unsound=()))
    outside = re.sub(r"^(`{3,})diff\n.*?^\1$", "", text, flags=re.DOTALL | re.MULTILINE)
    assert "`````diff" in text
    assert not re.search(r"[@#](?=[a-z0-9])|://|www\.|<img|(?<!\\)\]\(|(?<!\\)`", outside)
    cells = [line for line in outside.splitlines() if line.startswith("| ")]
    assert cells
    assert all(len(re.findall(r"(?<!\\)\|", line)) == 5 for line in cells)


def test_a_comment_is_never_too_long(found: Changes) -> None:
    rule = found.rules[0]
    long = replace(rule, answered=rule.answered * 200, diff=("+" + "x" * 300,) * 500)
    text = as_markdown(replace(found, rules=(long,) * 40, pages=tuple(f"docs/{n}.md" for n in range(9000))))
    assert len(text) <= MOST_CHARACTERS
    assert "There is more than fits here" in text
    assert text.count("<details>") == text.count("</details>")


def test_the_shape_is_documented() -> None:
    page = (ROOT / "docs" / "contributing" / "impact.md").read_text("utf-8")
    for shape in vars(shapes).values():
        for one in fields(shape) if isinstance(shape, type) and is_dataclass(shape) else ():
            assert f"`{one.name}`" in page, (shape, one.name)


def test_the_command_and_its_exit_codes(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(guide, {FEE: SMALL[FEE]})
    root = ["--root", str(guide), "impact"]
    assert main([*root, "main"]) == 0
    assert "No answer changes: the two say the same." in capsys.readouterr().out
    write(
        guide,
        {FEE: SMALL[FEE].replace("is: 10%", "is: 12%").replace("fee: 10.00, net: 90.00", "fee: 12.00, net: 88.00")},
    )
    for format, start in (("text", "From main"), ("markdown", "**Answers"), ("json", "{"), ("github", "::notice ")):
        assert main([*root, "main", "--format", format]) == 0
        assert capsys.readouterr().out.startswith(start)
    write(guide, {FEE: SMALL[FEE].replace("is: 10%", "is: 12%")})
    assert main([*root, "main"]) == 1
    assert main([*root, "nowhere"]) == 2
    assert "no revision `nowhere`" in capsys.readouterr().err
