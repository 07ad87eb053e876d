"""Sources and figures to be checked again: the oldest first, with what rests on what, and never a failure."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from smallprint.__main__ import main
from smallprint.commands.due import TITLE
from smallprint.due import DueSource, due
from smallprint.load import load
from tests.conftest import ROOT
from tests.site.made_up import DAY, made_up_policy

REGISTER = """\
late: {title: "Late [news]", publisher: P, kind: press, address: https://example.org/late, checked: 2026-01-01,
  check_by: 2026-03-01}
later: {title: Later, publisher: P, kind: press, checked: 2026-01-01, check_by: 2026-02-01}
never: {title: Not yet, publisher: P, kind: press, checked: 2026-01-01, check_by: 2027-01-01}
"""
FIGURES = """\
  least:
    label: Least [fee]
    kind: money
    checked: 2026-01-01
    check_by: 2026-02-15
    values:
      - {from: 2020-01-01, until: 2022-12-31, is: 1.00, source: never}
      - {from: 2023-01-01, is: 2.00, source: [late, later]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "policy").mkdir()
    (tmp_path / "policy" / "sources.yaml").write_text(REGISTER, "utf-8")
    return tmp_path


def test_the_day_itself_is_due_and_the_day_before_is_not() -> None:
    policy = made_up_policy()
    assert [one.id for one in due(policy, DAY)] == ["blog", "help-fee"]
    assert due(policy, date(2026, 11, 22)) == []


def test_what_rests_on_a_source_is_told() -> None:
    (fee,) = [one for one in due(made_up_policy("A text"), DAY) if one.id == "help-fee"]
    assert isinstance(fee, DueSource)
    assert "made-up" in fee.pages
    assert ("made-up", "A text") in fee.figures


def test_text_lists_the_oldest_first_with_address(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "due", "--by", "2026-03-01"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("2 sources to be checked again by 2026-03-01, the oldest first:")
    assert said.index("later: Later") < said.index("late: Late [news]")
    assert "no address is known" in said
    assert "https://example.org/late" in said
    assert "never" not in said


def test_markdown_is_an_issue_with_a_title_and_boxes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "due", "--by", "2026-03-01", "--format", "markdown"]) == 0
    title, *lines = capsys.readouterr().out.splitlines()
    assert title == f"# {TITLE}"
    assert [line[:6] for line in lines if line.startswith("- ")] == ["- [ ] ", "- [ ] "]
    assert any("[Late (news)](<https://example.org/late>), `late`" in line for line in lines)


def test_json_is_for_programs(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "due", "--by", "2026-02-01", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["by"] == "2026-02-01"
    assert [one["id"] for one in said["due"]] == ["later"]


@pytest.fixture
def with_figure(project: Path) -> Path:
    """The project with a rule that has one figure with a day of its own, and a reading that has another."""
    overlaid = "".join(f"    {line}\n" for line in FIGURES.splitlines()).replace("2026-02-15", "2026-02-20")
    (project / "policy" / "fees").mkdir()
    text = f"rule: fee\nfigures:\n{FIGURES}readings:\n  other:\n    figures:\n{overlaid}"
    (project / "policy" / "fees" / "fee.yaml").write_text(text, "utf-8")
    return project


def test_a_figure_is_listed_with_the_addresses_of_its_sources(
    with_figure: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(with_figure), "due", "--by", "2026-03-01"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("2 sources and 2 figures to be checked again by 2026-03-01, the oldest first:")
    assert re.findall(r"^[\w.]+(?=: )", said, re.MULTILINE) == ["later", "fee.least", "fee.least", "late"]
    assert (
        "fee.least: Least [fee]\n"
        "  due 2026-02-15, last checked 2026-01-01\n"
        "  policy/fees/fee.yaml:3\n"
        "  late: https://example.org/late\n"
        "  later: no address is known\n"
        "  never: no address is known\n"
    ) in said
    assert "policy/fees/fee.yaml:14, as the reading `other` has it" in said


def test_a_figure_is_listed_in_the_issue_and_for_programs(
    with_figure: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(with_figure), "due", "--by", "2026-02-15", "--format", "markdown"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("- [ ] Least (fee), `fee.least` in `policy/fees/fee.yaml:3`: due 2026-02-15, last checked")
    assert "Compare with [Late (news)](<https://example.org/late>); Later (no address is known);" in last
    assert main(["--root", str(with_figure), "due", "--by", "2026-02-15", "--format", "json"]) == 0
    source, figure = json.loads(capsys.readouterr().out)["due"]
    assert (source["kind"], source["id"]) == ("source", "later")
    assert (figure["kind"], figure["rule"], figure["line"], figure["reading"]) == ("figure", "fee", 3, "")
    assert [one["address"] for one in figure["sources"]] == ["https://example.org/late", "", ""]


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_nothing_due_is_said(form: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "due", "--by", "2020-01-01", "--format", form]) == 0
    assert re.search(r"Nothing is to be|\"due\": \[\]", capsys.readouterr().out)


def test_mistakes_elsewhere_do_not_hide_what_is_due(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "policy" / "fees").mkdir()
    (project / "policy" / "fees" / "broken.yaml").write_text("rule: broken\nfoo: [", "utf-8")
    assert main(["--root", str(project), "due", "--by", "2026-03-01"]) == 0
    assert "2 sources" in capsys.readouterr().out


def test_a_day_that_is_none_is_refused_in_words(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "due", "--by", "tomorrow"]) == 2
    assert "`tomorrow` is not a date. Write it as 2026-12-31." in capsys.readouterr().err


def test_the_real_register_can_be_listed_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "due", "--by", "9999-12-31", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)["due"]
    assert sum(one["kind"] == "source" for one in listed) == len(load(ROOT).sources)
    assert {"service-fee.highest_rate", "connects-cost.each"} <= {one["id"] for one in listed}
