"""What an edit of policy files changes for whom: found in a small guide of one rule and one person."""

from __future__ import annotations

from pathlib import Path

import pytest

from smallprint.impact.as_text import as_text
from smallprint.impact.changes import Answered, FileChange, Spot, Unsound
from smallprint.impact.compare import compare
from smallprint.impact.revisions import UnknownRevision
from smallprint.impact.words import headline
from tests.smallprint.revisions import ADA, FEE, SMALL, SOURCES, changes, commit, edited, only_rule, repository, write

TENTH = "{from: 2020-01-01, is: 10%, source: help-fees}"
EXAMPLE = "expect: {fee: 10.00, net: 90.00}"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A repository with the small guide."""
    return repository(tmp_path, SMALL)


def by_person(answered: tuple[Answered, ...]) -> dict[str, dict[str, tuple[str, str, str]]]:
    """What people are told otherwise: before, after and by how much, by answer."""
    return {
        one.about: {d.name: (d.before, d.after, d.by) for d in one.differences}
        for one in answered
        if one.origin == "person"
    }


def test_a_changed_rate_says_in_money_for_whom(guide: Path) -> None:
    found = edited(guide, FEE, (TENTH, TENTH.replace("10%", "12%")), (EXAMPLE, "expect: {fee: 12.00, net: 88.00}"))
    rule = only_rule(found)
    assert by_person(rule.answered) == {
        "a week in 2024": {"fee": ("$10.00", "$12.00", "2.00"), "net": ("$90.00", "$88.00", "-2.00")},
        "a week in 2021": {"fee": ("$10.00", "$12.00", "2.00"), "net": ("$90.00", "$88.00", "-2.00")},
    }
    (figure,) = rule.figures
    assert (figure.label, figure.before, figure.after, figure.first, figure.last) == (
        "Share taken", "10%", "12%", "2020-01-01", "",
    )  # fmt: skip
    line = SMALL[FEE].splitlines().index("      - " + TENTH) + 1
    assert figure.spot == Spot(FEE, line)
    assert rule.points.settled
    assert rule.points.first == "2020-01-01"
    assert headline(changes(found)) == (
        "Answers change, the first on 1 January 2020. Of 2 questions of 1 person: 2 otherwise. "
        "Most for Ada, a week in 2024: Fee $2.00 more."
    )


def test_a_new_version_leaves_earlier_days_alone(guide: Path) -> None:
    ended = TENTH.replace("is:", "until: 2023-12-31, is:")
    newer = TENTH.replace("2020-01-01", "2024-01-01").replace("10%", "12.5%")
    example = (
        "  - title: In 2023\n    given: {amount: 100, paid_on: 2023-12-31}\n    expect: {fee: 10.00, net: 90.00}\n"
    )
    found = edited(
        guide, FEE, (TENTH, f"{ended}\n      - {newer}"), (EXAMPLE, f"expect: {{fee: 12.50, net: 87.50}}\n{example}")
    )
    rule = only_rule(found)
    assert list(by_person(rule.answered)) == ["a week in 2024"]
    assert by_person(rule.answered)["a week in 2024"]["fee"] == ("$10.00", "$12.50", "2.50")
    assert rule.points.first == "2024-01-01"
    assert rule.points.earlier >= 4
    (figure,) = rule.figures
    assert (figure.first, figure.last, figure.before, figure.after) == ("2024-01-01", "", "10%", "12.5%")
    assert FileChange("example", "base-fee: In 2023", "added") in changes(found).others


def test_a_moved_date_turns_answers_into_refusals_and_back(guide: Path) -> None:
    later = edited(guide, FEE, (TENTH, TENTH.replace("2020-01-01", "2022-01-01")))
    rule = only_rule(later)
    (one,) = [one for one in rule.answered if one.origin == "person"]
    assert (one.about, one.before.state, one.after.state) == ("a week in 2021", "answer", "refusal")
    assert "1 January 2022" in one.after.words
    assert rule.points.first == "2020-01-01"
    (figure,) = rule.figures
    assert (figure.first, figure.last, figure.before, figure.after) == ("2020-01-01", "2021-12-31", "10%", "")
    commit(guide)
    earlier = only_rule(edited(guide, FEE, (TENTH.replace("2020-01-01", "2022-01-01"), TENTH)))
    (back,) = [one for one in earlier.answered if one.origin == "person"]
    assert (back.before.state, back.after.state) == ("refusal", "answer")


def test_wording_changes_no_answer(guide: Path) -> None:
    found = edited(guide, FEE, ("label: Share taken", "label: The share"), ("# A rule", "# One more remark.\n# A rule"))
    assert only_rule(found).points.differing == 0
    assert only_rule(found).points.compared > 10
    assert "published facts" not in headline(changes(found))
    assert any("The share" in line for line in only_rule(found).diff)


def test_what_no_answer_rests_on_is_not_asked_about(guide: Path) -> None:
    found = edited(guide, FEE, ("What is the fee?", "How much is the fee?"))
    assert only_rule(found).points.compared == 0
    assert headline(changes(found)) == "No answer changes: wording only in 1 rule."
    assert "so they cannot" in as_text(found)
    note = "notes:\n  - {say: It was once lower., source: help-fees}\n\nexamples:"
    commit(guide)
    found = edited(guide, FEE, ("examples:", note))
    assert [(one.kind, one.what) for one in changes(found).others] == [("rule", "changed")]
    assert headline(changes(found)) == "No answer changes: wording only in 1 rule."


def test_a_remark_changes_nothing_at_all(guide: Path) -> None:
    found = changes(edited(guide, FEE, ("inputs:", "# A remark moves every line.\n\ninputs:")))
    assert (found.rules, found.others, found.sources, found.pages) == ((), (), (), ())
    assert headline(found) == "No answer changes: the two say the same."


def test_a_removed_source_is_told_where_it_was_cited(guide: Path) -> None:
    both = TENTH.replace("help-fees", "[help-fees, blog-fees]")
    found = edited(guide, FEE, (TENTH, both))
    assert only_rule(found).cites == ("blog-fees",)
    commit(guide)
    found = edited(guide, FEE, (both, TENTH))
    rule = only_rule(found)
    assert (rule.cites, rule.no_longer_cites, rule.points.differing) == ((), ("blog-fees",), 0)
    assert headline(changes(found)) == "No answer changes: published facts in 1 rule."


def test_the_register_of_sources(guide: Path) -> None:
    text = SMALL[SOURCES]
    added = text + "another-source:" + text.split("help-fees:")[1].split("\nblog-fees:")[0] + "\n"
    write(guide, {SOURCES: added})
    found = changes(compare(guide, "HEAD", None))
    assert [(one.id, one.what) for one in found.sources] == [("another-source", "added")]
    commit(guide)
    write(guide, {SOURCES: text.replace("title: ", "title: The ", 1)})
    found = changes(compare(guide, "HEAD", None))
    assert sorted((one.what, one.keys) for one in found.sources) == [("changed", ("title",)), ("removed", ())]


def test_a_new_reading_changes_no_answer_of_the_adopted_one(guide: Path) -> None:
    reading = (
        "  flat:\n    title: Always a tenth of a thousand\n    standing: disputed\n    held_by: [blog-fees]\n"
        "    because: A blog says so.\n    steps: {fee: {is: amount, because: All of it.}}\n"
    )
    found = edited(guide, FEE, ("\nexamples:", f"{reading}\nexamples:"))
    rule = only_rule(found)
    assert [(one.id, one.what, one.after) for one in rule.readings] == [("flat", "added", "disputed")]
    assert rule.points.differing == 0
    commit(guide)
    found = edited(
        guide, FEE, ("standing: disputed", "standing: contradicted"), ("{is: amount,", "{is: amount + amount,")
    )
    rule = only_rule(found)
    assert [(one.before, one.after) for one in rule.readings] == [("disputed", "contradicted")]
    assert {one.reading for one in rule.answered} == {"flat"}
    assert by_person(rule.answered)["a week in 2024"]["fee"] == ("$100.00", "$200.00", "100.00")


def test_a_renamed_rule_is_compared_under_both_names(guide: Path) -> None:
    text = SMALL[FEE].replace("rule: base-fee", "rule: new-fee").replace("is: 10%", "is: 11%")
    text = text.replace(EXAMPLE, "expect: {fee: 11.00, net: 89.00}")
    write(guide, {FEE: "", "policy/fees/new-fee.yaml": text, ADA: SMALL[ADA].replace("base-fee", "new-fee")})
    rule = only_rule(compare(guide, "HEAD", None))
    assert (rule.id, rule.was) == ("new-fee", "base-fee")
    assert by_person(rule.answered)["a week in 2024"]["fee"] == ("$10.00", "$11.00", "1.00")


def test_rules_that_come_and_go(guide: Path) -> None:
    other = SMALL[FEE].replace("rule: base-fee", "rule: late-fee").replace("What is the fee?", "What if I pay late?")
    other = other.replace("amount:", "owed:").replace("amount *", "owed *").replace("amount -", "owed -")
    other = other.replace("amount", "owed")
    write(guide, {"policy/fees/late-fee.yaml": other})
    found = changes(compare(guide, "HEAD", None))
    assert FileChange("rule", "late-fee", "added") in found.others
    assert "docs/fees/late-fee.md" in found.pages
    assert headline(found) == "No answer changes: 1 example added, 1 rule added."
    commit(guide)
    write(guide, {"policy/fees/late-fee.yaml": ""})
    assert FileChange("rule", "late-fee", "removed") in changes(compare(guide, "HEAD", None)).others


def test_examples_still_to_be_mended_do_not_hide_what_changes(guide: Path) -> None:
    found = changes(edited(guide, FEE, (TENTH, TENTH.replace("10%", "12%"))))
    (unsound,) = found.unsound
    assert (unsound.side, {fault.code for fault in unsound.faults}) == ("head", {"POL503"})
    assert by_person(found.rules[0].answered)["a week in 2024"]["fee"] == ("$10.00", "$12.00", "2.00")


@pytest.mark.parametrize("side", ["base", "head"])
def test_more_than_examples_wrong_is_said_and_nothing_compared(guide: Path, side: str) -> None:
    wrong = SMALL[FEE].replace("label: Share taken", "lable: Share taken")
    write(guide, {FEE: wrong})
    if side == "base":
        commit(guide)
        write(guide, {FEE: SMALL[FEE]})
    found = compare(guide, "HEAD", None)
    assert isinstance(found, Unsound)
    assert found.side == side
    assert found.faults[0].spot.path == FEE
    assert "did you mean `label`?" in found.framed


def test_two_revisions_of_git_and_an_unknown_one(guide: Path) -> None:
    first = commit(guide)
    edited(guide, FEE, (TENTH, TENTH.replace("10%", "12%")), (EXAMPLE, "expect: {fee: 12.00, net: 88.00}"))
    second = commit(guide)
    write(guide, {FEE: "rule: half written"})
    assert changes(compare(guide, first, second)).rules
    assert changes(compare(guide, second[:10], first)).base == second[:10]
    for name in ("nowhere", "--help", "-x", ""):
        with pytest.raises(UnknownRevision, match="no revision"):
            compare(guide, name, None)


def test_nothing_of_a_revision_but_texts_is_read(guide: Path) -> None:
    (guide / "policy" / "fees" / "link.yaml").symlink_to("/etc/passwd")
    (guide / "smallprint").mkdir()
    (guide / "smallprint" / "__init__.py").write_text("raise SystemExit('run')", "utf-8")
    commit(guide)
    found = compare(guide, "HEAD", None)
    assert isinstance(found, Unsound)
    assert [fault.code for fault in found.faults] == ["POL012"]
    assert "root:" not in found.framed


def test_the_guide_may_lie_below_the_repositorys_folder(tmp_path: Path) -> None:
    repository(tmp_path, {f"site/{name}": text for name, text in SMALL.items()})
    found = edited(tmp_path / "site", FEE, (TENTH, TENTH.replace("10%", "12%")))
    assert only_rule(found).figures[0].spot.path == FEE


def test_the_same_every_time(guide: Path) -> None:
    first = edited(guide, FEE, (TENTH, TENTH.replace("10%", "12%")))
    assert compare(guide, "HEAD", None) == first


def test_a_rule_that_is_known_since_another_day(tmp_path: Path) -> None:
    """Though no figure asks for the day."""
    rule = (
        SMALL[FEE].split("figures:")[0]
        + """periods:
  - {from: 2020-01-01, source: help-fees}

steps:
  fee: {label: Fee, kind: money, is: amount, because: All of it.}

answers: [fee]
answer: The fee is {fee}.

readings:
  official: {title: As published, standing: adopted, held_by: [help-fees], because: The source says so.}

examples:
  - title: A round amount
    given: {amount: 100, paid_on: 2024-01-01}
    expect: {fee: 100.00}
"""
    )
    guide = repository(tmp_path, {SOURCES: SMALL[SOURCES], FEE: rule, ADA: SMALL[ADA]})
    found = edited(guide, FEE, ("from: 2020-01-01", "from: 2019-01-01"))
    changed = only_rule(found)
    assert (changed.points.first, changed.points.differing > 0) == ("2019-01-01", True)
    (period,) = changed.figures
    assert (period.label, period.first, period.last, period.before, period.after) == (
        "The rule", "2019-01-01", "2019-12-31", "not known", "known",
    )  # fmt: skip
    assert {one.before.state for one in changed.answered} == {"refusal"}
