"""What changes between two states of the policy files: frozen data that every way of telling it takes.

Values stand in words, as a reader would see them; days are ISO dates, empty where there is none. `by` is the exact
difference, the newer less the older: dollars, days, a share of one, or a number; empty where it cannot be counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# `day` is a person's question put on another day, `threshold` any other question with one thing at a limit.
type Origin = Literal["person", "example", "day", "threshold"]
type State = Literal["answer", "refusal", "question"]
type Side = Literal["base", "head"]
type What = Literal["added", "removed", "changed"]


@dataclass(frozen=True)
class Spot:
    """A line of a policy file, of the newer state where it is still there."""

    path: str
    line: int


@dataclass(frozen=True)
class Difference:
    """One answer that is another one. A missing side is empty: the answer is new, or gone."""

    name: str
    label: str
    kind: str
    before: str
    after: str
    by: str


@dataclass(frozen=True)
class Said:
    """What a rule says to a question: its answer, a refusal with the reason, or what it would ask first."""

    state: State
    words: str


@dataclass(frozen=True)
class Answered:
    """A question that is answered otherwise. `differences` are empty unless there is an answer before and after.

    `who` is a person's name or an example's title, `about` what the person asks, and `but` what is given instead where
    this is not the question itself but one at a limit; `reading` is empty for the adopted one.
    """

    origin: Origin
    who: str
    about: str
    but: str
    reading: str
    on: str
    typed: tuple[tuple[str, str], ...]
    before: Said
    after: Said
    differences: tuple[Difference, ...]
    spot: Spot


@dataclass(frozen=True)
class Range:
    """From where to where an amount can go for one person, whatever they give for one input, before and after."""

    who: str
    about: str
    varied: str
    label: str
    before: tuple[str, str]
    after: tuple[str, str]
    by: tuple[str, str]


@dataclass(frozen=True)
class FigureChange:
    """A published value that is another one on these days; `reading` is empty for the rule's own."""

    name: str
    label: str
    reading: str
    first: str
    last: str
    before: str
    after: str
    spot: Spot


@dataclass(frozen=True)
class ReadingChange:
    """A way to read a rule that came, went, or stands otherwise."""

    id: str
    title: str
    what: What
    before: str
    after: str
    spot: Spot


@dataclass(frozen=True)
class Points:
    """How far a rule was compared: questions put to both states, and how many differ.

    `first` is the first day on which an answer differs, `earlier` the questions of earlier days, all answered alike;
    `settled` is false where there were too many limits to try them all.
    """

    compared: int
    differing: int
    first: str
    earlier: int
    settled: bool


@dataclass(frozen=True)
class RuleChange:
    """One rule that is there before and after, and not the same. `was` is its older id where it bears another now."""

    id: str
    was: str
    spot: Spot
    points: Points
    answered: tuple[Answered, ...]
    ranges: tuple[Range, ...]
    figures: tuple[FigureChange, ...]
    readings: tuple[ReadingChange, ...]
    cites: tuple[str, ...]
    no_longer_cites: tuple[str, ...]
    diff: tuple[str, ...]


@dataclass(frozen=True)
class SourceChange:
    """An entry of the register that came, went or changed; `keys` are those that differ."""

    id: str
    title: str
    what: What
    keys: tuple[str, ...]


@dataclass(frozen=True)
class FileChange:
    """Something else that came, went or changed: `kind` as in `inventory.py`."""

    kind: str
    id: str
    what: What


@dataclass(frozen=True)
class Fault:
    """One mistake in the policy files of a state that does not check, with where it stands and what to do."""

    code: str
    message: str
    help: str
    spot: Spot
    column: int


@dataclass(frozen=True)
class Unsound:
    """A state that does not check: which of the two, and its mistakes, framed too.

    Where only examples have to be mended it is compared all the same; where more is wrong, it is all there is to tell.
    """

    side: Side
    revision: str
    faults: tuple[Fault, ...]
    framed: str


@dataclass(frozen=True)
class Changes:
    """All of it. `alike` counts the rules in which nothing changed; `people` have that many `questions` together.

    `unsound` holds a state of which only examples have to be mended.
    """

    base: str
    head: str
    rules: tuple[RuleChange, ...]
    others: tuple[FileChange, ...]
    sources: tuple[SourceChange, ...]
    pages: tuple[str, ...]
    alike: int
    people: int
    questions: int
    examples: int
    unsound: tuple[Unsound, ...]

    @property
    def answers_change(self) -> bool:
        """Whether anybody is answered otherwise, by rules that are there before and after."""
        return any(rule.points.differing for rule in self.rules)


type Found = Changes | Unsound
