"""What a document of the register says, claim by claim: frozen data, a part of `model.Policy` as rules are."""

from __future__ import annotations

from dataclasses import dataclass

from smallprint.places import NO_TEXT, Text


@dataclass(frozen=True)
class Claim:
    """One thing a document says, and how it stands against what is known.

    `standing` is a word of `keys.CLAIM_STANDINGS`; `touches` are ids of rules and procedures; `reading` is empty where
    it is no reading of one of these rules.
    """

    id: Text
    says: Text
    standing: str
    touches: tuple[Text, ...]
    because: Text
    sources: tuple[Text, ...]
    reading: Text = NO_TEXT


@dataclass(frozen=True)
class Document:
    """One policy file of kind `claims`: what the source `id` says."""

    id: Text
    path: str
    about: Text
    claims: tuple[Claim, ...]
