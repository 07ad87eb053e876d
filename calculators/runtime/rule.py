"""A rule: inputs, dated figures and steps, pulled lazily from the answer; every value pulled leaves a record in the trace.

A generated module is one class with a member for each input, figure and step of its policy file. Reading a member for
the first time works it out, records it and keeps it. Another reading of the rule is a subclass.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Generic, NamedTuple, Self, TypeVar, overload

from calculators.runtime.mistakes import Missing, Mistake, NotCovered
from calculators.runtime.values import Part, Value
from calculators.runtime.words import fill, long_date

T = TypeVar("T", bound=Value)
R = TypeVar("R", bound="Rule")


class Rule:
    """One question about `given` inputs, answered by the members named in `answers`.

    `given` maps input names to values already read (see `inputs.py`); nothing here reads text or the clock.
    Raises `Missing` when a needed input was not given, `Mistake` when one breaks a condition, and `NotCovered` when no
    published figure covers the date.
    """

    id: ClassVar[str]
    question: ClassVar[str]
    policy_file: ClassVar[str]
    dated_by: ClassVar[str]
    answers: ClassVar[tuple[str, ...]]
    periods: ClassVar[tuple[Period, ...]] = ()
    reading: ClassVar[Reading]

    def __init__(self, given: Mapping[str, Value]) -> None:
        self.given = given
        self.asked: dict[str, None] = {}
        self.trace: list[Record] = []
        self.parts: list[Part] = []
        self._said: Said = NOTHING_SAID
        self._applied: dict[tuple[type[Rule], tuple[tuple[str, Value], ...]], Rule] = {}

    @property
    def in_force_on(self) -> date:
        """The day whose rules apply: the value of the input that dates this rule."""
        on = getattr(self, self.dated_by)
        assert isinstance(on, date)
        return on

    def so(
        self,
        value: T,
        words: str,
        because: str = "",
        uses: tuple[str, ...] = (),
        sources: tuple[str, ...] = (),
    ) -> T:
        """Give a step's `value` back, and keep what is to be said about it: its formula in words, why, what it used."""
        self._said = Said(words, because, uses, sources)
        return value

    def apply(self, rule: type[R], **instead: Value) -> R:
        """Ask another rule with this one's inputs, some of them replaced by values worked out here."""
        key = (rule, tuple(instead.items()))
        other = self._applied.get(key)
        if other is None:
            other = self._applied[key] = rule({**self.given, **instead})
        assert isinstance(other, rule)
        return other

    def take(self, other: Rule, name: str) -> Value:
        """The value of another rule's step; what it asked and how it went become part of this rule's record."""
        started = len(other.trace)
        try:
            value: Value = getattr(other, name)
        finally:
            self.asked.update(dict.fromkeys(n for n in other.asked if n in type(self).input_names()))
        self.trace.extend(other.trace[started:])
        return value

    @classmethod
    def inputs(cls) -> tuple[Input[Value], ...]:
        """The rule's inputs, in the order the policy file declares them."""
        return tuple(m for m in cls._members().values() if isinstance(m, Input))

    @classmethod
    def figures(cls) -> tuple[Figure[Value], ...]:
        """The rule's figures, in declared order."""
        return tuple(m for m in cls._members().values() if isinstance(m, Figure))

    @classmethod
    def input_names(cls) -> frozenset[str]:
        """The names of the rule's inputs."""
        return frozenset(i.name for i in cls.inputs())

    @classmethod
    def _members(cls) -> dict[str, object]:
        found: dict[str, object] = {}
        for owner in reversed(cls.__mro__):
            found.update(vars(owner))
        return found


class Input(Generic[T]):
    """A question to the reader. Read through a rule it gives the answer, or raises `Missing`."""

    def __init__(
        self,
        kind: str,
        ask: str,
        *,
        line: int,
        noun: str = "",
        why: str = "",
        per: str = "",
        optional: bool = False,
        default: str = "",
        options: Mapping[str, str] | None = None,
        at_least: T | None = None,
        at_most: T | None = None,
        musts: tuple[Must, ...] = (),
    ) -> None:
        self.kind = kind
        self.ask = ask
        self.line = line
        self.noun = noun
        self.why = why
        self.per = per
        self.optional = optional
        self.default = default
        self.options = dict(options or {})
        self.at_least = at_least
        self.at_most = at_most
        self.musts = musts

    def __set_name__(self, owner: type[Rule], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, rule: None, owner: type[Rule]) -> Self: ...
    @overload
    def __get__(self, rule: Rule, owner: type[Rule]) -> T: ...
    def __get__(self, rule: Rule | None, owner: type[Rule]) -> Self | T:
        if rule is None:
            return self
        name = self.name
        rule.asked[name] = None
        if name not in rule.given:
            raise Missing((name,))
        value: T = rule.given[name]  # type: ignore[assignment]  # read by the same Input, so of its kind
        rule.__dict__[name] = value
        for must in self.musts:
            must.hold(rule)
        return value


@dataclass(frozen=True)
class Must:
    """A condition an input has to meet: the method that tests it, what to do otherwise, and the inputs it is about."""

    test: str
    otherwise: str
    about: tuple[str, ...]
    line: int

    def hold(self, rule: Rule) -> None:
        """Raise `Mistake`, at each input this is about, unless the condition holds or cannot be tested yet."""
        try:
            held: bool = getattr(rule, self.test)()
        except Missing:
            return
        if not held:
            raise Mistake(tuple((name, fill(rule, self.otherwise)) for name in self.about))


def given(rule: Rule, name: str) -> bool:
    """Whether the reader gave this input. Asking counts as touching it, and its conditions are tested."""
    rule.asked[name] = None
    if name not in rule.given:
        return False
    getattr(rule, name)
    return True


class Period(NamedTuple):
    """Days, both included, on which the rule is known (`unknown` empty) or known to be unknown, and why."""

    start: date
    until: date | None
    sources: tuple[str, ...]
    line: int
    unknown: str = ""
    note: str = ""


class Version(NamedTuple, Generic[T]):
    """What a figure was from `start` until `until`, both included; `value` is None where it is not known (`unknown`)."""

    start: date
    until: date | None
    value: T | None
    sources: tuple[str, ...]
    line: int
    note: str = ""
    unknown: str = ""


class Figure(Generic[T]):
    """A published number, date or choice with its dated versions. Read through a rule: the one in force."""

    def __init__(
        self, kind: str, label: str, *versions: Version[T], line: int, options: Mapping[str, str] | None = None
    ) -> None:
        self.kind = kind
        self.label = label
        self.line = line
        self.options = dict(options or {})
        self.versions = versions

    def __set_name__(self, owner: type[Rule], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, rule: None, owner: type[Rule]) -> Self: ...
    @overload
    def __get__(self, rule: Rule, owner: type[Rule]) -> T: ...
    def __get__(self, rule: Rule | None, owner: type[Rule]) -> Self | T:
        if rule is None:
            return self
        version = self.in_force(rule)
        value = version.value
        assert value is not None
        rule.__dict__[self.name] = value
        rule.trace.append(Record(self, value, Said("", version.note, (), version.sources), ()))
        return value

    def in_force(self, rule: Rule) -> Version[T]:
        """The version in force on the rule's day; raises `NotCovered` in words where there is none."""
        on = rule.in_force_on
        for version in reversed(self.versions):
            if version.start <= on and (version.until is None or on <= version.until):
                if version.value is None:
                    raise NotCovered(rule.dated_by, f"{self.label}: not known on {long_date(on)}. {version.unknown}".strip())
                return version
        raise NotCovered(rule.dated_by, self._no_version_on(on))

    def _no_version_on(self, on: date) -> str:
        first, last = self.versions[0], self.versions[-1]
        if on < first.start:
            return f"{self.label}: nothing is known before {long_date(first.start)}. Give that day or a later one."
        assert last.until is not None
        return f"{self.label}: nothing is known after {long_date(last.until)}. Give that day or an earlier one."


class Step(Generic[R, T]):
    """A value worked out from others, by the method it decorates."""

    def __init__(self, work_out: Callable[[R], T], kind: str, label: str, line: int, options: Mapping[str, str]) -> None:
        self.work_out = work_out
        self.kind = kind
        self.label = label
        self.line = line
        self.options = dict(options)
        self.name = work_out.__name__

    @overload
    def __get__(self, rule: None, owner: type[R]) -> Self: ...
    @overload
    def __get__(self, rule: R, owner: type[R]) -> T: ...
    def __get__(self, rule: R | None, owner: type[R]) -> Self | T:
        if rule is None:
            return self
        outer, rule.parts = rule.parts, []
        value = self.work_out(rule)
        parts, rule.parts = rule.parts, outer
        rule.__dict__[self.name] = value
        rule.trace.append(Record(self, value, rule._said, tuple(parts)))
        return value


def step(
    kind: str, label: str, *, line: int, options: Mapping[str, str] | None = None
) -> Callable[[Callable[[R], T]], Step[R, T]]:
    """Make a method a step of its rule, with the label a reader sees and the policy file's line."""

    def decorate(work_out: Callable[[R], T]) -> Step[R, T]:
        return Step(work_out, kind, label, line, options or {})

    return decorate


class Said(NamedTuple):
    """What a step says about its value: the formula in words, the reason, the members it used, its own sources."""

    words: str
    because: str
    uses: tuple[str, ...]
    sources: tuple[str, ...]


NOTHING_SAID = Said("", "", (), ())


class Record(NamedTuple):
    """One line of the trace: the member pulled, its value, what is said of it, and its parts where it was banded."""

    member: Figure[Value] | Step[Rule, Value]  # type: ignore[type-var]
    value: Value
    said: Said
    parts: tuple[Part, ...]


class Reading(NamedTuple):
    """One way to read the rule: who holds it, how it stands, and why; in force on all days unless dated."""

    id: str
    title: str
    standing: str
    because: str
    held_by: tuple[str, ...]
    line: int
    start: date | None = None
    until: date | None = None
