"""What the steps of a rule are: values worked out from others, each in one of five ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from smallprint.kinds import Units
from smallprint.model.tree import Formula
from smallprint.places import Text


@dataclass(frozen=True)
class Case:
    """One branch of a step. `when` is None for the last; exactly one of `gives` (formula) and `says` (text) is set."""

    when: Formula | None
    gives: Formula | None
    says: Text | None
    because: str
    sources: tuple[Text, ...]
    place: Text


@dataclass(frozen=True)
class Requirement:
    """A condition that has to hold, and what to do where it does not."""

    id: Text
    that: Formula
    otherwise: Text
    sources: tuple[Text, ...]


@dataclass(frozen=True)
class Detection:
    """Detectors run over a text input; each match becomes a finding `id` with `otherwise` as what to do."""

    id: Text
    detectors: tuple[tuple[Text, tuple[Text, ...]], ...]
    otherwise: Text
    sources: tuple[Text, ...]
    place: Text


@dataclass(frozen=True)
class Cases:
    """A step of one case (`is:`) or several (`cases:`)."""

    cases: tuple[Case, ...]


@dataclass(frozen=True)
class Requirements:
    """A step that lists the requirements that fail."""

    requirements: tuple[Requirement, ...]
    because: str = ""
    sources: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Detect:
    """A step that lists what detectors find in the text input named `text_input`."""

    text_input: Text
    detections: tuple[Detection, ...]
    because: str = ""
    sources: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Apply:
    """A step that takes `step` of another rule, with some inputs replaced by formulas."""

    rule: Text
    step: Text
    instead: tuple[tuple[Text, Formula], ...]
    because: str = ""
    sources: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Solve:
    """The smallest cent amount for the money input `unknown` that brings another rule's `step` to `at_least`."""

    rule: Text
    step: Text
    unknown: Text
    at_least: Formula
    because: str = ""
    sources: tuple[Text, ...] = ()


type How = Cases | Requirements | Detect | Apply | Solve


@dataclass(frozen=True)
class Step:
    """A value worked out from others. `round` is "" or "cent"; `options` are a verdict's or a choice's ids and words.

    `kind` is empty until `link` infers it, together with its `units`. Before `start` there is no such answer.
    """

    name: Text
    label: Text
    kind: str
    how: How
    round: str = ""
    options: dict[str, str] = field(default_factory=dict)
    units: Units = ()
    start: date | None = None
