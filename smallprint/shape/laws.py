"""The nodes of `laws` in, what has to hold for all inputs out."""

from __future__ import annotations

from smallprint import keys, read
from smallprint.model.laws import AtMost, FallsWith, Law, NeverNegative, RisesWith, Says, That
from smallprint.model.tree import Formula
from smallprint.places import Text
from smallprint.shape.fields import Fields, place_of

WAYS = ("never_negative", "at_most", "rises_with", "falls_with", "that")


def shape_law(node: read.Node, fields: Fields) -> Law | None:
    """One item of `laws`; None where it says nothing that can be read."""
    own = Fields(node, keys.LAW, fields.problems)
    ways = [way for way in WAYS if own.has(way)]
    if len(ways) != 1:
        if ways or not own.misspelt & set(WAYS):
            place = own.keys[ways[1]].place if ways else place_of(node)
            mend = f"give one of: {', '.join(WAYS)}"
            own.report("POL115", f"a law says {'two things' if ways else 'nothing'}", place, help=mend)
        return None
    says = _says(ways[0], own)
    if says is None:
        return None
    return Law(says, str(own.text("because")), own.texts("not_in"), own.keys[ways[0]])


def _says(way: str, own: Fields) -> Says | None:
    if way in ("never_negative", "that"):
        only = own.formula(way)
        if only is None:
            return None
        return NeverNegative(only) if way == "never_negative" else That(only)
    pair = _pair(way, own)
    if pair is None:
        return None
    of, other = pair
    if way == "at_most":
        most = own.read_formula(other)
        return AtMost(of, most) if most is not None else None
    return RisesWith(of, other) if way == "rises_with" else FallsWith(of, other)


def _pair(way: str, own: Fields) -> tuple[Formula, Text] | None:
    items = own.items(way)
    if len(items) != 2:
        if items:
            second = "what it is never more than" if way == "at_most" else "the input it changes with"
            own.report("POL103", f"`{way}` has two items", own.keys[way].place, help=f"write [a value, {second}]")
        return None
    first, second = (own.scalar(item, f"an item of `{way}`") for item in items)
    of = own.read_formula(first)
    return (of, second) if of is not None and second else None
