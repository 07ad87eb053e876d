"""The node tree of one document's claims in, a draft of the document out."""

from __future__ import annotations

import re

from smallprint import keys, read
from smallprint.documents import Claim, Document
from smallprint.places import Text
from smallprint.problems import Problem
from smallprint.shape.fields import Fields
from smallprint.shape.rule import check_name

FOLDER = "policy/claims/"
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
    return Claim(
        id=id,
        says=own.text("says"),
        standing=own.one_of("standing", keys.CLAIM_STANDINGS, "unverified"),
        touches=own.texts("touches"),
        because=own.text("because"),
        sources=own.texts("source"),
        reading=own.text("reading") if own.has("reading") else Text(""),
    )
