"""A rule's page is made again exactly where a file that it is made from changed."""

from __future__ import annotations

from pathlib import Path

from smallprint.check import Checked
from smallprint.pages.kept import Pages
from tests.smallprint.cases import CASES, check_texts

GOOD = {case.stem: case.read_text("utf-8") for case in (CASES / "good" / "apply.yaml", CASES / "good" / "cases.yaml")}


def test_the_same_files_give_the_page_made_before() -> None:
    assert made(check_texts(**GOOD)) == ["apply", "cases"]
    assert made(check_texts(**GOOD)) == []


def test_a_changed_file_makes_its_own_page_anew_and_those_that_build_on_it() -> None:
    made(check_texts(**GOOD))
    changed = GOOD | {"cases": GOOD["cases"] + "# a remark moves no line\n"}
    assert made(check_texts(**changed)) == ["cases"]
    base = check_texts(**GOOD)
    base.files["policy/cases/base-fee.yaml"].append("# a remark")
    assert made(base) == ["apply"]


def test_a_changed_source_or_question_makes_every_page_anew() -> None:
    made(check_texts(**GOOD))
    sources = check_texts(**GOOD)
    sources.files["policy/sources.yaml"].append("# a remark")
    assert made(sources) == ["apply", "cases"]
    question = GOOD | {"cases": GOOD["cases"].replace("\nquestion: ", "\nquestion: And ", 1)}
    assert made(check_texts(**question)) == ["apply", "cases"]


def test_a_policy_without_files_keeps_nothing() -> None:
    checked = check_texts(**GOOD)
    checked.files.clear()
    assert made(checked) == made(checked) == ["apply", "cases"]


def made(checked: Checked) -> list[str]:
    """The ids of the two rules whose pages had to be made."""
    assert checked.policy is not None
    pages, ids = Pages(checked.policy, checked.files, Path(__file__)), []

    def make(id: str) -> str:
        ids.append(id)
        return f"the page of {id}"

    for rule in checked.policy.rules:
        if rule.id in GOOD:
            assert pages.of(rule, lambda id=str(rule.id): make(id)) == f"the page of {rule.id}"  # type: ignore[misc]
    return sorted(ids)
