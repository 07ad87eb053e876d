"""What is said of claims that do not fit, character by character, and how a document reads in which all of them do."""

from __future__ import annotations

from pathlib import Path

import pytest

from smallprint.check import Checked, check_loaded
from smallprint.load import load, load_text
from smallprint.problems import render

CASES = Path(__file__).parents[1] / "cases" / "claims"
BAD = sorted((CASES / "bad").glob("*.yaml"))
# Where a case stands, if not where it should.
ELSEWHERE = {
    "outside-its-folder": "policy/fees/blog-fees.yaml",
    "not-in-the-register": "policy/claims/blog-feed.yaml",
    "procedure-among-claims": "policy/claims/pay-fee.yaml",
}


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.stem)
def test_what_is_said_of_a_mistake(case: Path) -> None:
    assert report(case) == case.with_suffix(".out.txt").read_text("utf-8")


def test_a_document_becomes_data() -> None:
    policy = check(CASES / "good" / "blog-fees.yaml").policy
    assert policy is not None
    (document,) = policy.documents
    assert document.path == "policy/claims/blog-fees.yaml"
    assert [claim.id for claim in document.claims] == ["BF-01", "BF-02", "BF-03", "BF-04", "BF-05", "BF-06"]
    second = document.claims[1]
    assert second.standing == "contradicted"
    assert second.reading == "whole-amount"
    assert second.touches == ("late-fee",)
    assert second.sources == ("help-fees",)


def test_two_documents_cannot_share_an_id() -> None:
    text = (CASES / "good" / "blog-fees.yaml").read_text("utf-8")
    loaded = load(CASES / "base")
    load_text("policy/claims/blog-fees.yaml", text, loaded)
    load_text("policy/claims/help-fees.yaml", text.replace("claims: blog-fees", "claims: help-fees"), loaded)
    assert {problem.message for problem in check_loaded(loaded).problems} == {
        f"two claims have the id `BF-0{number}`" for number in range(1, 7)
    }


def check(case: Path) -> Checked:
    """Check a case together with the rules, the procedure and the sources that all of them share."""
    loaded = load(CASES / "base")
    load_text(ELSEWHERE.get(case.stem, "policy/claims/blog-fees.yaml"), case.read_text("utf-8"), loaded)
    return check_loaded(loaded)


def report(case: Path) -> str:
    """Everything the check says of a case, as the command line shows it."""
    checked = check(case)
    return render(checked.problems, checked.files) + "\n"


if __name__ == "__main__":  # python -m tests.smallprint.test_claims writes every output anew, for review in the diff
    for case in BAD:
        case.with_suffix(".out.txt").write_text(report(case), "utf-8")
