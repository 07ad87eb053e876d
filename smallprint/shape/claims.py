"""The node tree of one document's claims in, a draft of the document out."""

from __future__ import annotations

import re

from smallprint import keys, read
from smallprint.model.documents import Claim, Document
from smallprint.places import NO_TEXT
from smallprint.problems import Problem
from smallprint.shape.fields import Fields
from smallprint.shape.rule import check_name

FOLDER = "policy/claims/"
# One person's account has nothing to be held against, and what is irrelevant needs nothing.
WITHOUT_SOURCE = ("unverified", "irrelevant")
_ID = re.compile(r"[A-Z]{2,4}-[0-9]{2,3}\Z")


def shape_claims(path: str, node: read.Node) -> tuple[Document, list[Problem]]:
    """The document of `path`."""
    fields = Fields(node, keys.CLAIMS, [])
    id = fields.id("claims")
    check_name(fields, id, path)
    if not path.startswith(FOLDER):
        mend = f"move the file to {FOLDER}"
        fields.report("POL012", "claims stand in a folder of their own", id.place, help=mend)
    items = fields.each("items", lambda item: _claim(item, fields))
    return Document(id, path, fields.text("about"), items), fields.problems


def _claim(node: read.Node, fields: Fields) -> Claim:
    own = Fields(node, keys.CLAIM, fields.problems)
    id = own.text("id")
    if id and not _ID.match(id):
        mend = "write two to four capital letters, a hyphen and two or three digits: DS-01"
        own.report("POL104", f"`{id[:60]}` cannot be the id of a claim", id.place, help=mend)
    claim = Claim(
        id=id,
        says=own.text("says"),
        standing=own.one_of("standing", keys.CLAIM_STANDINGS),
        touches=own.texts("touches"),
        because=own.text("because"),
        sources=own.texts("source"),
        reading=own.text("reading") if own.has("reading") else NO_TEXT,
    )
    _fits(claim, own)
    return claim


def _fits(claim: Claim, own: Fields) -> None:
    """What a claim has to have beside its standing; one whose standing could not be read has said enough."""
    if claim.standing == "irrelevant" and claim.touches:
        mend = "remove `touches`, or say how it stands; what is irrelevant is not shown with a rule"
        own.report("POL702", "an irrelevant claim touches nothing", claim.touches[0].place, help=mend)
    if claim.standing not in ("", "irrelevant") and own.lacks("touches"):
        mend = "add `touches` with the rules and procedures it is about, or give it `standing: irrelevant`"
        own.report("POL701", f"the claim `{claim.id}` touches nothing", claim.id.place, help=mend)
    if claim.standing not in ("", *WITHOUT_SOURCE) and own.lacks("source"):
        mend = f"add `source`; only a claim that is {' or '.join(WITHOUT_SOURCE)} may go without"
        own.report("POL703", f"nothing says what the claim `{claim.id}` was held against", claim.id.place, help=mend)
