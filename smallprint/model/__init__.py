"""What a checked policy is: frozen data that every emitter takes, with the place in YAML each fact came from.

`read` gives nodes, `shape` makes these classes of them one file at a time, and `check` looks at all of them together:
names, kinds, dates, readings, examples. Only a `Policy` in which `check` found no problem is ever emitted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from calculators.runtime.values import Bands
from smallprint.model.clients import Clients
from smallprint.model.documents import Document
from smallprint.model.laws import Law
from smallprint.model.people import Person
from smallprint.model.procedures import Procedure
from smallprint.model.steps import Step
from smallprint.model.terms import Term
from smallprint.model.tree import Formula
from smallprint.places import NO_TEXT, Text

type Constant = Decimal | int | bool | str | date | Bands


@dataclass(frozen=True)
class Source:
    """One entry of `policy/sources.yaml`. `dated` and `address` are empty where they are not known."""

    id: Text
    title: Text
    publisher: Text
    kind: Text
    dated: str
    address: str
    checked: date
    check_by: date
    note: str = ""

    @property
    def official(self) -> bool:
        """Whether the platform itself published it."""
        return self.kind.startswith("official")


@dataclass(frozen=True)
class Must:
    """A condition on an input, tested when the input is first needed; `otherwise` is a text with {names}."""

    that: Formula
    otherwise: Text
    about: tuple[Text, ...]


@dataclass(frozen=True)
class Input:
    """A question to the reader. Bounds are of the input's kind; `options` maps ids to words."""

    name: Text
    ask: Text
    noun: Text
    kind: str
    why: str = ""
    per: str = ""
    optional: bool = False
    default: str = ""
    prefill: str = ""
    options: dict[str, str] = field(default_factory=dict)
    at_least: Constant | None = None
    at_most: Constant | None = None
    musts: tuple[Must, ...] = ()
    shared_from: str = ""


@dataclass(frozen=True)
class Version:
    """A figure's value from `start` until `until`, both included; value None with the reason where there is none."""

    start: date
    until: date | None
    value: Constant | None
    sources: tuple[Text, ...]
    place: Text
    note: str = ""
    confidence: str = ""
    unknown: str = ""
    none: str = ""


@dataclass(frozen=True)
class Figure:
    """A published number, date, choice or band table, with its versions from the oldest on.

    `checked` and `check_by` are None where it is looked at again together with its sources.
    """

    name: Text
    label: Text
    kind: str
    versions: tuple[Version, ...]
    per: str = ""
    unit: str = ""
    table: str = ""
    options: dict[str, str] = field(default_factory=dict)
    checked: date | None = None
    check_by: date | None = None


@dataclass(frozen=True)
class Reading:
    """One way to read the rule. The adopted one overlays nothing; others replace figures or steps by name.

    `answers` and `answer` are empty where the reading gives the rule's own.
    """

    id: Text
    title: Text
    standing: str
    because: Text
    held_by: tuple[Text, ...]
    start: date | None = None
    until: date | None = None
    figures: tuple[Figure, ...] = ()
    steps: tuple[Step, ...] = ()
    answers: tuple[Text, ...] = ()
    answer: Text = NO_TEXT


@dataclass(frozen=True)
class Next:
    """A rule that answers what a reader asks next; `carry` has its inputs with what of this rule goes there."""

    rule: Text
    say: Text
    carry: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True)
class Example:
    """Inputs as a reader would type them, and the answers, missing inputs or mistaken inputs expected."""

    title: Text
    given: tuple[tuple[Text, Text], ...]
    expect: tuple[tuple[Text, Text], ...]
    reading: Text
    sources: tuple[Text, ...]
    place: Text


@dataclass(frozen=True)
class ChartLine:
    """A line of a chart that has inputs of its own, as typed."""

    label: Text
    given: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True)
class Chart:
    """The steps `of` against the input `across`, from `start` to `end` as typed; `example` names what it shows first.

    `of` is empty for the first answer, and `lines` where the lines are those of the steps or of the readings.
    """

    title: Text
    across: Text
    start: Text
    end: Text
    of: tuple[Text, ...]
    share: bool
    lines: tuple[ChartLine, ...]
    example: Text


@dataclass(frozen=True)
class Period:
    """Days on which the rule as a whole is known, or (`unknown`) known not to be known."""

    start: date
    until: date | None
    sources: tuple[Text, ...]
    place: Text
    note: str = ""
    unknown: str = ""


@dataclass(frozen=True)
class WordList:
    """A named list of words or phrases that detectors look for."""

    name: Text
    words: tuple[Text, ...]


@dataclass(frozen=True)
class Rule:
    """One policy file of kind `rule`."""

    id: Text
    topic: str
    path: str
    question: Text
    short: Text
    roles: tuple[Text, ...]
    confidence: str
    dated_by: Text
    answer: Text
    inputs: tuple[Input, ...]
    figures: tuple[Figure, ...]
    steps: tuple[Step, ...]
    answers: tuple[Text, ...]
    periods: tuple[Period, ...]
    readings: tuple[Reading, ...]
    examples: tuple[Example, ...]
    lists: tuple[WordList, ...]
    not_covered: tuple[Text, ...]
    not_known: tuple[Text, ...]
    notes: tuple[tuple[Text, tuple[Text, ...]], ...]
    laws: tuple[Law, ...] = ()
    next: tuple[Next, ...] = ()
    inputs_from: tuple[Text, tuple[Text, ...]] | None = None
    charts: tuple[Chart, ...] = ()

    @property
    def adopted(self) -> Reading:
        """The reading the file's own body is."""
        return next(r for r in self.readings if r.standing == "adopted")


@dataclass(frozen=True)
class Policy:
    """Everything under `policy/`, checked. Rules, procedures and documents in the order of their paths."""

    rules: tuple[Rule, ...]
    procedures: tuple[Procedure, ...]
    sources: dict[str, Source]
    documents: tuple[Document, ...] = ()
    glossary: tuple[Term, ...] = ()
    people: tuple[Person, ...] = ()
    clients: Clients | None = None

    def rule(self, id: str) -> Rule:
        """The rule with this id; KeyError where there is none."""
        return {str(rule.id): rule for rule in self.rules}[id]
