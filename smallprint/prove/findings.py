"""What comes of a proof: one finding for each thing that has to hold, rendered elsewhere as text, JSON or Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from smallprint.places import Place

type About = Literal["law", "answers", "case", "reading"]


@dataclass(frozen=True)
class Witness:
    """Inputs as a person types them, and what the calculator gives for them, by the names of its steps."""

    typed: tuple[tuple[str, str], ...]
    gives: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Proved:
    """It holds for all inputs; or, of what only has to be possible, these inputs show it."""

    shown_by: Witness | None = None


@dataclass(frozen=True)
class Broken:
    """It does not hold: the calculator itself, given these inputs, breaks it. None where nothing is ever reached."""

    witnesses: tuple[Witness, ...]


@dataclass(frozen=True)
class Undecided:
    """It is neither proved nor broken, because of `why`; it was tried at so many points, and held at each.

    So many of them lie right `beside` a limit of the rule.
    """

    why: str
    points: int
    beside: int = 0


type Verdict = Proved | Broken | Undecided


@dataclass(frozen=True)
class Finding:
    """One thing that has to hold, under one reading of one rule, and what came of it; `seconds` is what it took."""

    rule: str
    reading: str
    about: About
    says: str
    place: Place
    verdict: Verdict
    seconds: float = 0.0
