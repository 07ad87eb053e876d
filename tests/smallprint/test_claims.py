"""Documents and their claims: how they read, where they stand, and readings that more than one rule could have.

What is said of single mistakes stands in tests/cases/bad.
"""

from __future__ import annotations

from smallprint.check import Checked, check_loaded
from smallprint.load import REGISTER, Loaded, load_text
from tests.smallprint.cases import BASE, CASES

RULE = (CASES / f"{BASE}.yaml").read_text("utf-8")
PROCEDURE = """procedure: pay-fee
question: How do I pay it?
short: In one step.
for: [freelancer]
confidence: high
steps: [{who: freelancer, do: Pay it., rule: base-fee, source: help-fees}]
"""
DOCUMENT = """claims: blog-fees
about: A blog that explains fees.
items:
  - id: BF-01
    says: The fee is a tenth.
    standing: agrees
    touches: [base-fee, pay-fee]
    reading: official
    because: The help page says the same.
    source: [help-fees, blog-fees]
  - id: BF-02
    says: The weather was fine.
    standing: irrelevant
    because: It has nothing to do with fees.
"""


def test_a_document_becomes_data() -> None:
    policy = check(document=DOCUMENT).policy
    assert policy is not None
    (document,) = policy.documents
    assert (document.id, document.path) == ("blog-fees", "policy/claims/blog-fees.yaml")
    first, second = document.claims
    assert (first.id, first.standing, first.reading) == ("BF-01", "agrees", "official")
    assert (first.touches, first.sources) == (("base-fee", "pay-fee"), ("help-fees", "blog-fees"))
    assert (second.id, second.standing, second.reading, second.touches, second.sources) == (
        "BF-02", "irrelevant", "", (), ()
    )  # fmt: skip


def test_a_reading_has_to_be_of_one_rule() -> None:
    two = DOCUMENT.replace("[base-fee, pay-fee]", "[base-fee, other-fee]")
    assert messages(document=two) == ["`base-fee` and `other-fee` both have a reading `official`"]
    procedure = DOCUMENT.replace("[base-fee, pay-fee]", "pay-fee")
    assert messages(document=procedure) == ["no rule it touches has a reading `official`"]


def test_claims_stand_in_their_own_folder_and_nothing_else_does() -> None:
    assert messages("policy/fees/blog-fees.yaml", DOCUMENT) == ["claims stand in a folder of their own"]
    procedure = PROCEDURE.replace("pay-fee", "pay-late")
    assert messages("policy/claims/pay-late.yaml", procedure) == ["the files of this folder hold claims"]


def test_a_document_has_to_be_in_the_register() -> None:
    text = DOCUMENT.replace("claims: blog-fees", "claims: blog-feed")
    (problem,) = check("policy/claims/blog-feed.yaml", text).problems
    assert problem.message == "there is no source `blog-feed` in the register"
    assert problem.label == "did you mean `blog-fees`?"


def test_two_documents_cannot_share_an_id() -> None:
    both = {
        "policy/claims/blog-fees.yaml": DOCUMENT,
        "policy/claims/help-fees.yaml": DOCUMENT.replace("claims: blog", "claims: help"),
    }
    assert [problem.message for problem in check_files(both).problems] == [
        "two claims have the id `BF-01`", "two claims have the id `BF-02`"
    ]  # fmt: skip


def messages(path: str = "policy/claims/blog-fees.yaml", document: str = "") -> list[str]:
    """What is said of the document at `path`."""
    return [problem.message for problem in check(path, document).problems]


def check(path: str = "policy/claims/blog-fees.yaml", document: str = "") -> Checked:
    """Check the document at `path`."""
    return check_files({path: document})


def check_files(files: dict[str, str]) -> Checked:
    """Check files by path, together with two rules that have one reading, and a procedure."""
    loaded = Loaded()
    load_text(REGISTER, (CASES / "sources.yaml").read_text("utf-8"), loaded)
    load_text("policy/cases/base-fee.yaml", RULE, loaded)
    load_text("policy/cases/other-fee.yaml", RULE.replace("rule: base-fee", "rule: other-fee"), loaded)
    load_text("policy/cases/pay-fee.yaml", PROCEDURE, loaded)
    for path, text in files.items():
        load_text(path, text, loaded)
    return check_loaded(loaded)
