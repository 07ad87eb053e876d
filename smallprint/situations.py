"""Conditions of one rule on some days in, the situations in which each holds out, as bits of one number.

A situation is one combination of all that the conditions look at: where each compared value lies between the limits it
is compared with, which option a choice has, whether a yes or no is yes. Figures have the value of the days. Two
conditions can then be compared exactly: one is covered by others when it has no bit that they lack.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from smallprint.model import Constant, Figure, Version
from smallprint.model.tree import Call, Choose, Compare, Logic, Name, Not, Number, Quoted, Tree, walk
from smallprint.scope import Scope

MOST_SITUATIONS = 1 << 14
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_HOLDS = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "==": "=", "!=": "<>"}


class Days(NamedTuple):
    """A stretch of days on which no figure changes, both ends included."""

    first: date
    last: date


class Situations:
    """What conditions can be on some days. `every` has a bit for each situation; it is 1 where there are too many."""

    def __init__(self, scope: Scope, days: Days, conditions: Iterable[Tree]) -> None:
        self.scope = scope
        self.days = days
        self.limits: dict[str, list[Decimal]] = {}
        self.places: dict[str, tuple[int, int]] = {}  # how many situations one value spans, and how many values
        conditions = list(conditions)
        sizes = self._sizes(conditions)
        count = 1
        for key, size in sizes.items():
            self.places[key] = (count, size)
            count *= size
            if count > MOST_SITUATIONS:
                break
        self.known = count <= MOST_SITUATIONS
        self.every = (1 << count) - 1 if self.known else 1
        for tree in conditions if self.known else ():
            for part in walk(tree):
                if isinstance(part, Compare) and _key(side := (self._against(part) or (part,))[0]) in self.limits:
                    self.every &= self._possible(side, _key(side))

    def when(self, tree: Tree) -> int:
        """The situations in which the condition holds."""
        match tree:
            case Logic(op=op, parts=parts):
                found = [self.when(part) for part in parts]
                result = found[0]
                for one in found[1:]:
                    result = result & one if op == "and" else result | one
                return result
            case Not(part=part):
                return self.every & ~self.when(part)
            case Choose(when=when, then=then, otherwise=otherwise):
                first = self.when(when)
                return (first & self.when(then)) | (self.every & ~first & self.when(otherwise))
            case Compare():
                return self.every & self._compare(tree)
        return self.every & self._value(_key(tree), (0,))

    def always(self, tree: Tree) -> bool:
        """Whether it holds in every situation."""
        return self.known and self.when(tree) == self.every

    def never(self, tree: Tree) -> bool:
        """Whether it holds in none."""
        return self.known and self.when(tree) == 0

    def lacks(self, name: str) -> bool:
        """Whether it is a figure that has no value on these days."""
        figure = self.scope.figures.get(name)
        if figure is None:
            return False
        published = in_force(figure, self.days.first)
        return published is None or published.value is None

    def _sizes(self, conditions: Iterable[Tree]) -> dict[str, int]:
        sizes: dict[str, int] = {}
        for tree in conditions:
            for atom in _atoms(tree):
                if not isinstance(atom, Compare):
                    sizes[_key(atom)] = 2
                elif self._settled(atom) is not None:
                    continue
                elif (against := self._against(atom)) is not None:
                    limits = self.limits.setdefault(_key(against[0]), [])
                    if against[2] not in limits:
                        limits.append(against[2])
                        limits.sort()
                    sizes[_key(against[0])] = 2 * len(limits) + 1
                elif (options := self._options(atom)) is not None:
                    sizes[_key(options[0])] = len(options[1])
                else:
                    sizes[_pair(atom)[0]] = 3
        return sizes

    def _compare(self, tree: Compare) -> int:
        settled = self._settled(tree)
        if settled is not None:
            return self.every if settled else 0
        if (against := self._against(tree)) is not None:
            side, op, limit = against
            key = _key(side)
            at = 2 * self.limits[key].index(limit) + 1
            return self._value(key, [place for place in range(2 * len(self.limits[key]) + 1) if _is(place, op, at)])
        if (options := self._options(tree)) is not None:
            name, known, wanted = options
            chosen = [place for place, option in enumerate(known) if (option == wanted) == (tree.op == "==")]
            return self._value(_key(name), chosen)
        key, op = _pair(tree)
        return self._value(key, [place for place in range(3) if "<=>"[place] in _HOLDS[op]])

    def _value(self, key: str, values: Iterable[int]) -> int:
        """The situations in which what `key` stands for has one of these values."""
        if key not in self.places:
            return self.every
        width, size = self.places[key]
        if not self.known:
            return self.every
        count = 1
        for _, other in self.places.values():
            count *= other
        repeated = ((1 << count) - 1) // ((1 << (width * size)) - 1)
        return sum((((1 << width) - 1) << (value * width)) * repeated for value in values)

    def _against(self, tree: Compare) -> tuple[Tree, str, Decimal] | None:
        """A value that varies, compared with a number or day that is known."""
        left, right = self.constant(tree.left), self.constant(tree.right)
        if isinstance(right, Decimal) and left is None:
            return tree.left, tree.op, right
        if isinstance(left, Decimal) and right is None:
            return tree.right, _TURNED[tree.op], left
        return None

    def _settled(self, tree: Compare) -> bool | None:
        """Whether a comparison holds on these days whatever the reader says; None where that depends."""
        left, right = self.constant(tree.left), self.constant(tree.right)
        if any(isinstance(part, Name) and self.lacks(part.id) for part in (tree.left, tree.right)):
            return False  # nothing can be worked out on these days, so nothing follows from it
        if isinstance(left, Decimal) and isinstance(right, Decimal):
            sign = "<" if left < right else "=" if left == right else ">"
            return sign in _HOLDS[tree.op]
        if isinstance(left, str) and isinstance(right, str):
            return (left == right) == (tree.op == "==")
        return "=" in _HOLDS[tree.op] if _key(tree.left) == _key(tree.right) else None

    def _options(self, tree: Compare) -> tuple[Name, tuple[str, ...], str] | None:
        for name, option in ((tree.left, tree.right), (tree.right, tree.left)):
            if isinstance(name, Name) and isinstance(option, Quoted) and self.constant(name) is None:
                kind = self.scope.declared(name.id)
                if kind is not None and option.text in kind.options:
                    return name, kind.options, option.text
        return None

    def constant(self, tree: Tree) -> Decimal | str | None:
        """What a formula is on these days whatever the reader says: a number, a day as a number, an option."""
        match tree:
            case Number(value=value):
                return Decimal(value)
            case Quoted(text=text):
                return text
            case Name(id=name) if name in self.scope.figures:
                published = in_force(self.scope.figures[name], self.days.first)
                return None if published is None else _comparable(published.value)
        return None

    def _possible(self, side: Tree, key: str) -> int:
        """The situations that the kind and the bounds of an input allow."""
        low, high, whole = self._bounds(side)
        limits = self.limits[key]
        allowed = []
        for place in range(2 * len(limits) + 1):
            if place % 2:
                fits = (low is None or limits[place // 2] >= low) and (high is None or limits[place // 2] <= high)
            else:
                below = limits[place // 2 - 1] if place else None
                above = limits[place // 2] if place // 2 < len(limits) else None
                fits = _room(below, above, low, high, whole)
            if fits:
                allowed.append(place)
        return self._value(key, allowed)

    def _bounds(self, side: Tree) -> tuple[Decimal | None, Decimal | None, bool]:
        asked = self.scope.inputs.get(side.id) if isinstance(side, Name) else None
        if asked is None:
            return None, None, False
        if asked.name == self.scope.rule.dated_by:
            return Decimal(self.days.first.toordinal()), Decimal(self.days.last.toordinal()), True
        if asked.kind not in ("money", "rate", "number", "count"):
            return None, None, False
        low = asked.at_least if isinstance(asked.at_least, Decimal | int) else 0
        high = asked.at_most if isinstance(asked.at_most, Decimal | int) else 1 if asked.kind == "rate" else None
        return Decimal(low), None if high is None else Decimal(high), asked.kind == "count"


def _comparable(value: Constant | None) -> Decimal | str | None:
    match value:
        case date():
            return Decimal(value.toordinal())
        case Decimal() | str():
            return value
        case int():
            return Decimal(value)
    return None


def in_force(figure: Figure, day: date) -> Version | None:
    """The version of a day."""
    return next((v for v in figure.versions if v.start <= day and (v.until is None or day <= v.until)), None)


def stretches(bounds: Iterable[tuple[date, date | None]]) -> list[Days]:
    """The days of all time, cut at the first and after the last day of each of these."""
    cuts = {date.min}
    for first, last in bounds:
        cuts.add(first)
        if last is not None and last < date.max:
            cuts.add(last + timedelta(days=1))
    firsts = sorted(cuts)
    lasts = [following - timedelta(days=1) for following in firsts[1:]]
    return [Days(first, last) for first, last in zip(firsts, [*lasts, date.max], strict=True)]


def _atoms(tree: Tree) -> Iterable[Tree]:
    match tree:
        case Logic(parts=parts):
            for part in parts:
                yield from _atoms(part)
        case Not(part=part):
            yield from _atoms(part)
        case Choose(when=when, then=then, otherwise=otherwise):
            for part in (when, then, otherwise):
                yield from _atoms(part)
        case _:
            yield tree


def _is(place: int, op: str, at: int) -> bool:
    return ("<" if place < at else "=" if place == at else ">") in _HOLDS[op]


def _room(below: Decimal | None, above: Decimal | None, low: Decimal | None, high: Decimal | None, whole: bool) -> bool:
    """Whether a value can lie between two limits, itself within its bounds."""
    if above is not None and low is not None and above <= low:
        return False
    if below is not None and high is not None and below >= high:
        return False
    return not (whole and below is not None and above is not None and below // 1 + 1 >= above)


def _pair(tree: Compare) -> tuple[str, str]:
    """Two varying values compared, under one key whichever stands first."""
    left, right = _key(tree.left), _key(tree.right)
    return (f"{left} ? {right}", tree.op) if left < right else (f"{right} ? {left}", _TURNED[tree.op])


def _key(tree: Tree) -> str:
    """The formula without its places, so that two that say the same are equal."""
    match tree:
        case Name(id=text):
            return text
        case Quoted(text=text):
            return repr(text)
        case Number(value=value):
            return str(value)
        case Not(part=part):
            return f"not({_key(part)})"
        case Logic(op=op, parts=parts):
            return f"({f' {op} '.join(_key(part) for part in parts)})"
        case Call(function=function, arguments=arguments):
            return f"{function}({', '.join(_key(argument) for argument in arguments)})"
        case Choose(when=when, then=then, otherwise=otherwise):
            return f"({_key(then)} if {_key(when)} else {_key(otherwise)})"
    return f"({_key(tree.left)} {tree.op} {_key(tree.right)})"
