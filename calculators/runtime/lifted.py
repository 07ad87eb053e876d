"""A rule's class in, a class out that answers for whole stretches of an input at once: the same steps, run on spans.

A step's code stays what the generator wrote. Only what it calls is exchanged, each for its counterpart on spans: the
functions in `on_spans.py`, and other rules.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from types import FunctionType
from typing import cast

from calculators.runtime.decisions import Decision, Split
from calculators.runtime.mistakes import Missing, Mistake, NotCovered
from calculators.runtime.money import cent
from calculators.runtime.on_spans import ALIKE, COUNTERPARTS
from calculators.runtime.questions import Input, Must
from calculators.runtime.rule import Figure, Rule, Step
from calculators.runtime.spans import Span, Trail, span
from calculators.runtime.trace import NOTHING_SAID
from calculators.runtime.values import Band, Bands, Value
from calculators.runtime.words import show


def lifted(rule: type[Rule]) -> type[OnSpans]:
    """The rule on spans. Make one of `given` values, spans among them, set its `trail`, and read its members."""
    made: type[OnSpans] | None = vars(rule).get(KEPT)
    if made is None:
        made = _made(rule)
        setattr(rule, KEPT, made)  # so that it lives as long as the rule and no longer
    return made


KEPT = "__on_spans__"


def _made(rule: type[Rule]) -> type[OnSpans]:
    members: dict[str, object] = {}
    spaces: Spaces = {}
    for owner in reversed(rule.__mro__[: rule.__mro__.index(Rule)]):
        own = {name: member for name, member in vars(owner).items() if not name.startswith("__")}
        members.update({name: _lift(member, spaces) for name, member in own.items()})
    return cast("type[OnSpans]", type(f"{rule.__name__}OnSpans", (OnSpans, rule), members))


class OnSpans(Rule):
    """What a rule does otherwise on spans: it tells the rules that it applies where to write down what is decided."""

    trail: Trail

    def to_the_cent(
        self,
        amount: Decimal,
        words: str,
        because: str = "",
        uses: tuple[str, ...] = (),
        sources: tuple[str, ...] = (),
    ) -> Decimal:
        """As `Rule.to_the_cent`, but what it was before is kept always: whether rounding changes it is no decision."""
        self.said = (words, because, uses, sources, amount)
        return cent(amount)

    def ask_other[R: Rule](self, rule: type[R], **instead: Value) -> R:
        """As `Rule.ask_other`."""
        other = super().ask_other(rule, **instead)
        cast("OnSpans", other).trail = self.trail
        return other

    def probe[T: Value](self, rule: type[Rule], member: Step[T], **instead: Value) -> T:
        """As `Rule.probe`, but with whatever is open taken both ways: tries cut no stretch."""

        def value() -> Span:
            other = cast("OnSpans", rule({**self.given, **instead}))
            other.replaced, other.trail = frozenset(instead), self.trail
            try:
                return cast("Span", getattr(other, member.name))
            finally:
                self._asked_by(other)

        return cast("T", self.trail.hull(value))


class SpanInput:
    """An input read through a rule on spans."""

    def __init__(self, one: Input[Value]) -> None:
        self.one = one
        self.name = one.name

    def __get__(self, rule: OnSpans | None, owner: type[Rule]) -> object:
        if rule is None:
            return self.one
        rule.asked[self.name] = None
        if self.name not in rule.given:
            raise Missing((self.name,))
        value = ordered(rule.given[self.name], self.one.noun or self.one.ask)
        setattr(rule, self.name, value)
        for must in self.one.musts:
            self._hold(must, rule)
        return value

    def _hold(self, must: Must, rule: OnSpans) -> None:
        rule.trail.members.append((self.name, must.line))
        try:
            held: bool = getattr(rule, must.test)()
        except Missing:
            return
        finally:
            rule.trail.members.pop()
        if not held:
            raise Mistake(tuple((name, "") for name in must.about))


class SpanFigure:
    """A figure read through a rule on spans: one version for the whole stretch, or the stretch is cut."""

    def __init__(self, one: Figure[Value]) -> None:
        self.one = one
        self.days = Days(one.name, one.line, [(version.start, version.until) for version in one.versions])
        self.values = [None if one.value is None else self._on_spans(one.value) for one in one.versions]

    def __get__(self, rule: OnSpans | None, owner: type[Rule]) -> object:
        if rule is None:
            return self.one
        at = self.days.at(getattr(rule, rule.dated_by))
        value = None if at is None else self.values[at]
        plain = None if at is None else self.one.versions[at].value
        if plain is None:
            raise NotCovered(rule.dated_by, "")
        setattr(rule, self.one.name, value)
        rule.trace.append((self.one, plain, NOTHING_SAID, ()))
        return value

    def _on_spans(self, value: Value) -> object:
        return _named_rows(value) if isinstance(value, Bands) else ordered(value, self.one.label)


class SpanStep:
    """A step read through a rule on spans; its record has the value and what is said of it."""

    def __init__(self, one: Step[Value], work_out: FunctionType) -> None:
        self.one = one
        self.name = one.name
        self.work_out = work_out

    def __get__(self, rule: OnSpans | None, owner: type[Rule]) -> object:
        if rule is None:
            return self.one
        trail = rule.trail
        trail.members.append((self.name, self.one.line))
        try:
            value = ordered(self.work_out(rule), self.one.label)
        finally:
            trail.members.pop()
        rule.parts.clear()
        setattr(rule, self.name, value)
        rule.trace.append((self.one, cast("Value", value), rule.said, ()))
        return value


def ordered(value: object, words: str) -> object:
    """A number or a day as a span of this name; yes, no, texts and lists as they are."""
    match value:
        case Span():
            return value.named(words)
        case bool():
            return value
        case Decimal() | int() | date():
            return span(value, words)
    return value


class Days:
    """Periods of one member of a rule, oldest first, each with its first and last day."""

    def __init__(self, name: str, line: int, periods: Sequence[tuple[date, date | None]]) -> None:
        self.name = name
        self.line = line
        edges = [(start.toordinal(), (until or date.max).toordinal()) for start, until in periods]
        self.cuts = sorted({cut for start, until in edges for cut in (start, until + 1)})
        starts = {start: number for number, (start, _) in enumerate(edges)}
        self.numbers = [None, *(starts.get(cut) for cut in self.cuts)]

    def at(self, on: Span) -> int | None:
        """Which of the periods a day is in, or None; for the whole stretch, or it is cut at the first that begins."""
        at = bisect_right(self.cuts, on.low)
        if on.trail is None:
            return self.numbers[at]
        if bisect_right(self.cuts, on.high) != at:
            raise Split(on.first - self.cuts[at], on.last - self.cuts[at])
        decision = Decision(self.name, self.line, on.words, "since", str(self.cuts[at - 1] if at else 0), "", at)
        on.trail.since[decision] = None
        return self.numbers[at]


# What names mean in each module, with counterparts in place.
type Spaces = dict[str, dict[str, object]]


def _rebound(function: FunctionType, spaces: Spaces) -> FunctionType:
    """The function with what it calls exchanged for counterparts on spans."""
    module = function.__module__
    if module not in spaces:
        space = spaces[module] = dict(function.__globals__)
        called = {name: value for name, value in space.items() if callable(value)}
        space.update({name: _counterpart(value, module, spaces) for name, value in called.items()})
    return FunctionType(function.__code__, spaces[module], function.__name__)


def _counterpart(value: Callable[..., object], module: str, spaces: Spaces) -> object:
    if isinstance(value, type) and issubclass(value, Rule):
        return lifted(value) if value is not Rule and value.__module__ != module else value
    if value in ALIKE:
        return _rebound(cast("FunctionType", value), spaces)
    return COUNTERPARTS.get(value, value)


def _lift(member: object, spaces: Spaces) -> object:
    match member:
        case Input():
            return SpanInput(member)
        case Figure():
            return SpanFigure(member)
        case Step(work_out=work_out):
            assert isinstance(work_out, FunctionType)
            return SpanStep(member, _rebound(work_out, spaces))
        case FunctionType():
            return _rebound(member, spaces)
    return member


def _named_rows(table: Bands) -> Bands:
    """A band table whose limits are spans that say what they are."""
    rows = [(row, None if row.up_to is None else span(row.up_to, show("money", row.up_to))) for row in table.rows]
    return Bands(tuple(Band(cast("Decimal | None", limit), row.rate) for row, limit in rows))
