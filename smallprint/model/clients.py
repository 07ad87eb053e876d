"""What a checked `policy/clients.yaml` is: frozen data on statements, the dashboard and comparisons."""

from __future__ import annotations

from dataclasses import dataclass

from smallprint.places import Text

TODAY = "today"

# Pairs of an input's name and what it takes.
type Given = tuple[tuple[Text, Text], ...]
# Words by the role or kind they stand for.
type Words = tuple[tuple[Text, tuple[Text, ...]], ...]


@dataclass(frozen=True)
class FeeOf:
    """The rule that works out a payment's fee; `before` is empty where it has no use for earlier billings."""

    rule: Text
    answer: Text
    amount: Text
    day: Text
    before: Text


@dataclass(frozen=True)
class Statements:
    """How the platform's exports are written."""

    fee: FeeOf
    columns: Words
    kinds: Words
    sums: tuple[Text, ...]
    refers: tuple[Text, ...]


@dataclass(frozen=True)
class Kept:
    """One thing the dashboard keeps of a client. `fills` is what of a statement fills it in, or empty."""

    name: Text
    ask: Text
    noun: Text
    kind: str
    why: str
    per: str = ""
    fills: str = ""


@dataclass(frozen=True)
class Show:
    """One answer of a rule, for each client. `given` maps inputs to kept names or `today`, `says` to fixed values."""

    rule: Text
    answer: Text
    label: Text
    given: Given
    says: Given
    only: Text


@dataclass(frozen=True)
class Take:
    """An input that another rule answers; as a rate, where its answer is a share of the amount `share_of`."""

    input: Text
    rule: Text
    answer: Text
    given: Given
    share_of: Text


@dataclass(frozen=True)
class Comparison:
    """A question answered for two cases, some of whose inputs other rules answer first."""

    id: Text
    question: Text
    short: Text
    rule: Text
    takes: tuple[Take, ...]
    first: Text
    second: Text


@dataclass(frozen=True)
class Clients:
    """The whole file."""

    statements: Statements
    keeps: tuple[Kept, ...]
    shows: tuple[Show, ...]
    compares: tuple[Comparison, ...]
