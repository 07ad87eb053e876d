"""Kinds of values with their units: which two can be added, compared or multiplied, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

type Units = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Kind:
    """A kind of value. `units` are powers of dollar, day, month, hour …; `options` the ids of a choice or verdict."""

    name: str
    units: Units = ()
    options: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The kind in words, as a message says it."""
        over = [unit for unit, power in self.units if power < 0]
        if self.name == "money" and over:
            return f"money per {over[0]}"
        if self.name == "number" and self.units:
            return "a number of " + " × ".join(f"{unit}s" for unit, power in self.units if power > 0)
        return _WORDS.get(self.name, self.name)


_WORDS = {
    "literal": "a plain number",
    "quoted": "an id in quotes",
    "yesno": "yes or no",
    "number": "a number",
    "count": "a count",
}
UNKNOWN = Kind("?")
LITERAL = Kind("literal")
YESNO = Kind("yesno")
NUMERIC = ("money", "rate", "number", "count", "days", "months", "literal")
EXACT = ("money", "rate", "number")
_OWN_UNIT = {"money": "dollar", "days": "day", "months": "month"}
_PLAIN = ("rate", "number", "count", "literal")


def kind_of(name: str, per: str = "", unit: str = "", options: tuple[str, ...] = ()) -> Kind:
    """The kind an input, figure or step declares."""
    units: dict[str, int] = {}
    if name in _OWN_UNIT:
        units[_OWN_UNIT[name]] = 1
    if unit:
        units[_singular(unit)] = 1
    if per:
        units[_singular(per)] = -1
    return Kind(name, _sorted(units), options)


def unify(left: Kind, right: Kind) -> Kind | None:
    """The kind both can be taken as, or None where they clash."""
    if UNKNOWN in (left, right):
        return UNKNOWN
    if left == right:
        return left
    if left.name == "literal" and right.name in NUMERIC:
        return right
    if right.name == "literal" and left.name in NUMERIC:
        return left
    if {left.name, right.name} <= set(_PLAIN) and left.units == right.units:
        return Kind("number", left.units)
    if left.name == "quoted" and right.name == "quoted":
        return Kind("quoted", (), left.options + right.options)
    if left.name == "quoted" and right.name in ("choice", "verdict", "text"):
        return right
    if right.name == "quoted" and left.name in ("choice", "verdict", "text"):
        return left
    if left.name == right.name and left.name in ("choice", "verdict") and set(left.options) == set(right.options):
        return left
    return None


def added(left: Kind, right: Kind) -> Kind | None:
    """What a sum or difference of the two is, or None where they cannot be added."""
    if UNKNOWN in (left, right):
        return UNKNOWN
    if left.name not in NUMERIC or right.name not in NUMERIC or left.units != right.units:
        return None
    both = unify(left, right)
    return both if both is None or both.name != "literal" else Kind("count")


def multiplied(left: Kind, right: Kind, power: int) -> Kind | None:
    """What a product (`power` 1) or quotient (-1) of the two is, or None where it means nothing."""
    if UNKNOWN in (left, right):
        return UNKNOWN
    if left.name not in NUMERIC or right.name not in NUMERIC:
        return None
    units = dict(left.units)
    for unit, exponent in right.units:
        units[unit] = units.get(unit, 0) + power * exponent
    names = {left.name, right.name} - {"literal"}
    return _named(_sorted(units), names, power)


def fits(found: Kind, declared: Kind) -> bool:
    """Whether a value found to be of one kind can stand for a declared one."""
    if UNKNOWN in (found, declared):
        return True
    if found.name == "quoted" and declared.name in ("choice", "verdict"):
        return all(option in declared.options for option in found.options)
    if found.name == "literal" and declared.name in NUMERIC:
        return True
    if found.name in _PLAIN and declared.name in ("rate", "number"):
        return found.units == declared.units or declared.units == ()
    if found.name == "choice" and declared.name in ("choice", "verdict"):
        return set(found.options) <= set(declared.options)
    return unify(found, declared) == declared and found.name == declared.name


def _named(units: Units, names: set[str], power: int) -> Kind | None:
    match units:
        case ():
            if names == {"count"} and power > 0:
                return Kind("count")
            return Kind("rate") if names == {"rate"} else Kind("number")
        case (("dollar", 1),):
            return Kind("money", units)
        case (("dollar", 1), (_, -1)) | ((_, -1), ("dollar", 1)):
            return Kind("money", units)
        case (("day", 1),) if names <= {"days", "count"} and power > 0:
            return Kind("days", units)
        case (("month", 1),) if names <= {"months", "count"} and power > 0:
            return Kind("months", units)
    return None if dict(units).get("dollar", 0) > 1 else Kind("number", units)


def _sorted(units: dict[str, int]) -> Units:
    return tuple(sorted((unit, power) for unit, power in units.items() if power))


def _singular(unit: str) -> str:
    return unit.removesuffix("s")
