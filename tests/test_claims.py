"""The claims themselves: all of the five founding documents, in order, with reasons that fit and no private names."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from smallprint.keys import CLAIM_STANDINGS
from smallprint.load import load
from smallprint.model.documents import Claim, Document
from tests.conftest import ROOT

DOCUMENTS = {str(document.id): document for document in load(ROOT).documents}
FOUNDING = {
    "dark-side-of-upwork": ("DS", 18),
    "upwork-my-story": ("MS", 12),
    "how-can-i-cancel-upwork": ("QA", 16),
    "taking-freelancers-off-upwork": ("CT", 16),
    "work-off-platform-guide": ("OG", 48),
}
CLAIMS = [claim for document in DOCUMENTS.values() for claim in document.claims]

# Every word with a capital that may stand inside a sentence: platforms, places and menus, months, and no person.
PUBLIC = {
    *("Upwork", "UpWork", "Elance", "oDesk", "Fiverr", "PayPal", "Venmo", "US", "Connects", "Top", "Rated", "Agency"),
    *("April", "May", "June", "October", "November", "December", "English"),
    *("Settings", "Contact", "Info", "Close", "My", "Jobs", "Open", "All", "Contracts", "Edit", "Delete", "Profile"),
    *("Find", "Work", "Roster"),
}


@pytest.mark.parametrize("id", FOUNDING)
def test_every_claim_is_here_and_in_order(id: str) -> None:
    prefix, number = FOUNDING[id]
    assert [claim.id for claim in DOCUMENTS[id].claims] == [f"{prefix}-{n:02}" for n in range(1, number + 1)]


def test_there_are_no_other_documents() -> None:
    assert sorted(DOCUMENTS) == sorted(FOUNDING)


def test_every_standing_is_in_use() -> None:
    assert sorted({claim.standing for claim in CLAIMS}) == sorted(CLAIM_STANDINGS)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: str(claim.id))
def test_a_claim_is_one_or_more_sentences_and_its_reason_too(claim: Claim) -> None:
    for text in (claim.says, claim.because):
        assert re.fullmatch(r"[A-Z].*\.", text), text


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=lambda document: str(document.id))
def test_no_private_person_is_named(document: Document) -> None:
    # A sentence begins with a capital too: there, what is written small elsewhere is no name.
    small = {word for path in (ROOT / "policy").glob("*/*.yaml") for word in re.findall(r"[a-z]+", path.read_text())}
    source = load(ROOT).sources[str(document.id)]
    texts = [document.about, source.publisher, *(t for claim in document.claims for t in (claim.says, claim.because))]
    named = set()
    for sentence in (part for text in texts for part in re.split(r"(?<=[.?])\s+", text)):
        first, *rest = re.findall(r"@?[A-Za-z]+(?!-\d|[A-Za-z])", sentence) or [""]
        named |= {word for word in rest if not word.islower()} | ({first} if first.lower() not in small else set())
    assert named - PUBLIC == set()


def test_a_claim_that_is_a_reading_is_held_by_its_document() -> None:
    rules = {str(rule.id): rule for rule in load(ROOT).rules}
    lost = []
    for document in DOCUMENTS.values():
        for claim in document.claims:
            readings = [r for name in claim.touches if name in rules for r in rules[name].readings]
            held = [reading for reading in readings if reading.id == claim.reading]
            if claim.reading and not any(document.id in reading.held_by for reading in held):
                lost.append((str(claim.id), str(claim.reading)))
    assert lost == []


def test_nothing_is_said_twice() -> None:
    said = Counter(str(claim.says) for claim in CLAIMS)
    assert [text for text, times in said.items() if times > 1] == []
