"""Claims in, what the pages say of them out: how many stand how, what each is about, which are about one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from smallprint.model import Policy, Rule
from smallprint.model.documents import Claim, Document
from smallprint.model.procedures import Procedure

# How a claim stands, in a word and in a sentence; in the order in which a reader should meet them on a rule's page.
CLAIM_STANDINGS = {
    "contradicted": ("Contradicted", "Better sources say otherwise."),
    "conflict": ("In conflict", "Another source says otherwise, and both may be partly right."),
    "outdated": ("Outdated", "It was so once."),
    "agrees": ("Agrees", "Official text says the same."),
    "unverified": ("Unverified", "One person's account or opinion; nobody else says so, and nobody says otherwise."),
    "irrelevant": ("Not about the rules", "Nothing to check."),
}


@dataclass(frozen=True)
class Said:
    """A claim that is about a page, and the document that makes it."""

    claim: Claim
    document: Document
    title: str


@dataclass(frozen=True)
class Link:
    """A place in the guide: its address from the site's top, and the words to show."""

    address: str
    words: str


def said_about(page: Rule | Procedure, policy: Policy) -> list[Said]:
    """The claims about a rule or a procedure: first those that mislead, then those that hold."""
    said = [
        Said(claim, document, policy.sources[str(document.id)].title)
        for document in policy.documents
        for claim in document.claims
        if page.id in claim.touches
    ]
    return sorted(said, key=lambda one: list(CLAIM_STANDINGS).index(one.claim.standing))


def counts(claims: Iterable[Claim]) -> dict[str, int]:
    """How many claims stand how, those words left out that no claim has."""
    standings = [claim.standing for claim in claims]
    return {standing: standings.count(standing) for standing in CLAIM_STANDINGS if standing in standings}


def in_document(document: Document, relevant: bool) -> list[Claim]:
    """The document's claims about the rules, or the others."""
    return [claim for claim in document.claims if (claim.standing != "irrelevant") == relevant]


def touched(claim: Claim, policy: Policy) -> list[Link]:
    """The pages of what the claim is about, by their questions."""
    pages: dict[str, Rule | Procedure] = {str(rule.id): rule for rule in policy.rules}
    pages |= {str(procedure.id): procedure for procedure in policy.procedures}
    return [Link(f"{pages[name].topic}/{name}/", pages[name].question) for name in map(str, claim.touches)]


def reading_of(claim: Claim, policy: Policy) -> Link | None:
    """The reading that the claim is, on its rule's page."""
    for rule in policy.rules:
        for reading in rule.readings if rule.id in claim.touches else ():
            if reading.id == claim.reading:
                return Link(f"{rule.topic}/{rule.id}/#reading-{reading.id}", reading.title)
    return None
