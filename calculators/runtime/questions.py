"""What a rule asks its reader: read through the rule, a question gives the answer or stops the working out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, Self, overload

from calculators.runtime.mistakes import Missing, Mistake
from calculators.runtime.values import Value
from calculators.runtime.words import fill

if TYPE_CHECKING:
    from calculators.runtime.rule import Rule


class Input[T: Value]:
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
        setattr(rule, name, value)  # found before this descriptor from now on
        for must in self.musts:
            must.hold(rule)
        return value


class Must(NamedTuple):
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
