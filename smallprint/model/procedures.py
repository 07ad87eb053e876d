"""What a procedure is: ordered steps with who takes each, and no calculator."""

from __future__ import annotations

from dataclasses import dataclass

from smallprint.places import Text


@dataclass(frozen=True)
class ProcedureStep:
    """One thing to do, and who does it; `rule` is the id of a rule whose calculator helps here, or empty."""

    who: Text
    do: Text
    rule: Text
    note: str
    sources: tuple[Text, ...]


@dataclass(frozen=True)
class Procedure:
    """One policy file of kind `procedure`: ordered steps, and no calculator."""

    id: Text
    topic: str
    path: str
    question: Text
    short: Text
    roles: tuple[Text, ...]
    confidence: str
    since: str
    steps: tuple[ProcedureStep, ...]
    effects: tuple[Text, ...]
    notes: tuple[tuple[Text, tuple[Text, ...]], ...]
    not_known: tuple[Text, ...]
