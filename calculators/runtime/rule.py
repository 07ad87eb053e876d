"""A rule: inputs, dated figures and steps, pulled lazily from the answer; every value pulled leaves a record.

A generated module is one class with a member for each input, figure and step of its policy file. Reading a member for
the first time works it out, records it and keeps it. Another reading of the rule is a subclass.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import ClassVar, NamedTuple, Self, overload

from calculators.runtime.charts import Chart
from calculators.runtime.mistakes import Missing, Mistake, NotCovered
from calculators.runtime.money import cent
from calculators.runtime.questions import Input
from calculators.runtime.trace import NOTHING_SAID, Member, Record, Said
from calculators.runtime.values import Part, Value
from calculators.runtime.words import long_date


class Rule:
    """One question about `given` inputs, answered by the members named in `answers`.

    `given` maps input names to values already read (see `inputs.py`); nothing here reads text or the clock.
    Raises `Missing` when a needed input was not given, `Mistake` when one breaks a condition, and `NotCovered` when no
    published figure covers the date.
    """

    id: ClassVar[str]
    question: ClassVar[str]
    short: ClassVar[str] = ""
    sentence: ClassVar[str] = ""
    policy_file: ClassVar[str]
    dated_by: ClassVar[str]
    answers: ClassVar[tuple[str, ...]]
    periods: ClassVar[tuple[Period, ...]] = ()
    reading: ClassVar[Reading]
    charts: ClassVar[tuple[Chart, ...]] = ()

    replaced: frozenset[str] = frozenset()
    _inputs: ClassVar[tuple[Input[Value], ...]] = ()
    _input_names: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, given: Mapping[str, Value]) -> None:
        self.given = given
        self.asked: dict[str, None] = {}
        self.trace: list[Record] = []
        self.parts: list[Part] = []
        self.said: Said = NOTHING_SAID

    def __init_subclass__(cls) -> None:
        members: dict[str, object] = {}
        for owner in reversed(cls.__mro__):
            members.update(vars(owner))
        cls._inputs = tuple(one for one in members.values() if isinstance(one, Input))
        cls._input_names = frozenset(one.name for one in cls._inputs)

    @property
    def in_force_on(self) -> date:
        """The day whose rules apply: the value of the input that dates this rule."""
        on: date = getattr(self, self.dated_by)
        return on

    def so[T: Value](
        self,
        value: T,
        words: str,
        because: str = "",
        uses: tuple[str, ...] = (),
        sources: tuple[str, ...] = (),
    ) -> T:
        """Give a step's `value` back, and keep what is to be said about it: its formula in words, why, what it used."""
        self.said = (words, because, uses, sources, None)
        return value

    def to_the_cent(
        self,
        amount: Decimal,
        words: str,
        because: str = "",
        uses: tuple[str, ...] = (),
        sources: tuple[str, ...] = (),
    ) -> Decimal:
        """The same for an amount that a step rounds; what it was before is kept where rounding changes it."""
        value = cent(amount)
        self.said = (words, because, uses, sources, amount if value != amount else None)
        return value

    def ask_other[R: Rule](self, rule: type[R], **instead: Value) -> R:
        """Ask another rule with this one's inputs, some of them replaced by values worked out here."""
        applied: dict[object, Rule] = self.__dict__.setdefault("_applied", {})
        key = (rule, *instead.items())
        other = applied.get(key)
        if other is None:
            other = applied[key] = rule({**self.given, **instead})
            other.replaced = frozenset(instead)
        assert isinstance(other, rule)
        return other

    def take[T: Value](self, other: Rule, member: Step[T]) -> T:
        """A step's value from another rule; what it asked of the reader and how it went become part of this record."""
        started = len(other.trace)
        try:
            value: T = getattr(other, member.name)
        finally:
            self._asked_by(other)
        self.trace.extend(other.trace[started:])
        return value

    def probe[T: Value](self, rule: type[Rule], member: Step[T], **instead: Value) -> T:
        """A step's value from another rule, as one of many tries: how it went is not recorded."""
        other = rule({**self.given, **instead})
        other.replaced = frozenset(instead)
        try:
            value: T = getattr(other, member.name)
        finally:
            self._asked_by(other)
        return value

    def _asked_by(self, other: Rule) -> None:
        ours = self._input_names - other.replaced
        self.asked.update({name: None for name in other.asked if name in ours})

    @classmethod
    def inputs(cls) -> tuple[Input[Value], ...]:
        """The rule's inputs, in the order the policy file declares them."""
        return cls._inputs


class Period(NamedTuple):
    """Days, both included, on which the rule is known (`unknown` empty) or known to be unknown, and why."""

    start: date
    until: date | None
    sources: tuple[str, ...]
    line: int
    unknown: str = ""
    note: str = ""


class Version[T: Value](NamedTuple):
    """A figure from `start` until `until`, both included; `value` is None where there is none (`unknown` says why)."""

    start: date
    until: date | None
    value: T | None
    sources: tuple[str, ...]
    line: int
    note: str = ""
    unknown: str = ""


class Figure[T: Value](Member):
    """A published number, date or choice with its dated versions. Read through a rule: the one in force."""

    published = True

    def __init__(
        self, kind: str, label: str, *versions: Version[T], line: int, options: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(kind, label, line, options)
        self.versions = versions
        self.newest_first = tuple((v.start, v.until or date.max, v.value, self._record(v)) for v in reversed(versions))

    @overload
    def __get__(self, rule: None, owner: type[Rule]) -> Self: ...
    @overload
    def __get__(self, rule: Rule, owner: type[Rule]) -> T: ...
    def __get__(self, rule: Rule | None, owner: type[Rule]) -> Self | T:
        if rule is None:
            return self
        on: date = getattr(rule, rule.dated_by)
        for start, until, value, record in self.newest_first:
            if start <= on:
                if value is None or on > until:
                    break
                setattr(rule, self.name, value)
                rule.trace.append(record)
                return value
        raise NotCovered(rule.dated_by, self._not_known_on(on))

    def _record(self, version: Version[T]) -> Record:
        value = "" if version.value is None else version.value  # of a version without a value no record is ever written
        return (self, value, ("", version.note, (), version.sources, None), ())

    def _not_known_on(self, on: date) -> str:
        first, last = self.versions[0], self.versions[-1]
        if on < first.start:
            return f"{self.label}: nothing is known before {long_date(first.start)}. Give that day or a later one."
        if last.until is not None and on > last.until:
            return f"{self.label}: nothing is known after {long_date(last.until)}. Give that day or an earlier one."
        why = next((one.unknown for one in reversed(self.versions) if one.start <= on), "")
        return f"{self.label}: not known on {long_date(on)}. {why}".strip()


class Step[T: Value](Member):
    """A value worked out from others, by the method it decorates; before `start` no answer has it."""

    def __init__(
        self,
        work_out: Callable[..., T],
        kind: str,
        label: str,
        line: int,
        options: Mapping[str, str] | None,
        start: date | None = None,
    ) -> None:
        super().__init__(kind, label, line, options)
        self.work_out = work_out
        self.start = start

    @overload
    def __get__(self, rule: None, owner: type[Rule]) -> Self: ...
    @overload
    def __get__(self, rule: Rule, owner: type[Rule]) -> T: ...
    def __get__(self, rule: Rule | None, owner: type[Rule]) -> Self | T:
        if rule is None:
            return self
        parts = rule.parts
        others = len(parts)
        try:
            value = self.work_out(rule)
        except (Missing, Mistake):
            raise
        except Exception as error:
            # Whoever sees this has to mend the policy file, not the module made from it.
            error.add_note(f"{rule.policy_file}:{self.line}: in the step `{self.name}`")
            raise
        mine: tuple[Part, ...] = ()
        if len(parts) > others:
            mine = tuple(parts[others:])
            del parts[others:]
        setattr(rule, self.name, value)
        rule.trace.append((self, value, rule.said, mine))
        return value


def step[T: Value](
    kind: str, label: str, *, line: int, options: Mapping[str, str] | None = None, start: date | None = None
) -> Callable[[Callable[..., T]], Step[T]]:
    """Make a method a step of its rule, with the label a reader sees and the policy file's line."""
    return lambda work_out: Step(work_out, kind, label, line, options, start)


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
