"""What a checked glossary is: frozen data, one `Term` for each word that a reader may not know."""

from __future__ import annotations

from dataclasses import dataclass

from smallprint.places import Text


@dataclass(frozen=True)
class Term:
    """One entry of `policy/glossary.yaml`. `rule` is the id of the rule that answers questions about it, or empty."""

    id: Text
    term: Text
    also: tuple[Text, ...]
    says: Text
    rule: Text
    sources: tuple[Text, ...]

    @property
    def forms(self) -> tuple[Text, ...]:
        """Every way in which it is written in texts, the usual one first."""
        return (self.term, *self.also)
