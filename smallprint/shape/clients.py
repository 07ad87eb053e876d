"""The node tree of `policy/clients.yaml` in, a draft of what it says out."""

from __future__ import annotations

from smallprint import read
from smallprint.keys import clients as keys
from smallprint.model.clients import Clients, Comparison, FeeOf, Given, Kept, Show, Statements, Take, Words
from smallprint.places import Text
from smallprint.problems import Problem, did_you_mean
from smallprint.shape.fields import Fields

KINDS = ("date", "money", "rate", "yesno")


def shape_clients(node: read.Node) -> tuple[Clients, list[Problem]]:
    """The whole file; what does not fit is left out of it and a problem."""
    fields = Fields(node, keys.CLIENTS, [])
    clients = Clients(
        statements=_statements(fields),
        keeps=tuple(_kept(name, item, fields) for name, item in fields.entries("keeps")),
        shows=fields.each("shows", lambda item: _show(item, fields)),
        compares=fields.each("compares", lambda item: _comparison(item, fields)),
    )
    return clients, fields.problems


def _statements(fields: Fields) -> Statements:
    node = fields.nodes.get("statements", read.Mapping((), fields.place))
    problems = fields.problems if fields.has("statements") else []
    own = Fields(node, keys.STATEMENTS, problems, fields.keys.get("statements"))
    inner = own.nodes.get("fee", read.Mapping((), own.place))
    fee = Fields(inner, keys.FEE_OF, problems if own.has("fee") else [], own.keys.get("fee"))
    return Statements(
        fee=FeeOf(fee.text("rule"), fee.text("answer"), fee.text("amount"), fee.text("day"), fee.text("before")),
        columns=_words(own, "columns", keys.COLUMNS),
        kinds=_words(own, "kinds", keys.ROWS),
        sums=own.texts("sums"),
        refers=own.texts("refers"),
    )


def _words(own: Fields, key: str, known: tuple[str, ...]) -> Words:
    found: list[tuple[Text, tuple[Text, ...]]] = []
    for name, node in own.entries(key):
        if name not in known:
            message, mend = f"`{name}` is not a word for `{key}`", f"`{key}` has: {', '.join(known)}"
            own.report("POL105", message, name.place, did_you_mean(name, known), mend)
            continue
        items = node.items if isinstance(node, read.Sequence) else (node,)
        found.append((name, tuple(own.scalar(item, f"an item of `{name}`") for item in items)))
    return tuple(found)


def _kept(name: Text, node: read.Node, fields: Fields) -> Kept:
    own = Fields(node, keys.KEPT, fields.problems, name)
    return Kept(
        name=name,
        ask=own.text("ask"),
        noun=own.text("noun"),
        kind=own.one_of("kind", KINDS, "date"),
        why=str(own.text("why")),
        per=str(own.text("per")),
        fills=own.one_of("fills", keys.FILLED) if own.has("fills") else "",
    )


def _show(node: read.Node, fields: Fields) -> Show:
    own = Fields(node, keys.SHOW, fields.problems)
    return Show(
        rule=own.text("rule"),
        answer=own.text("answer"),
        label=own.text("label"),
        given=_given(own, "with"),
        says=_given(own, "say"),
        only=own.text("only"),
    )


def _comparison(node: read.Node, fields: Fields) -> Comparison:
    own = Fields(node, keys.COMPARISON, fields.problems)
    return Comparison(
        id=own.id("id"),
        question=own.text("question"),
        short=own.text("short"),
        rule=own.text("rule"),
        takes=tuple(_take(name, item, own) for name, item in own.entries("takes")),
        first=own.text("first"),
        second=own.text("second"),
    )


def _take(name: Text, node: read.Node, fields: Fields) -> Take:
    own = Fields(node, keys.TAKE, fields.problems, name)
    return Take(name, own.text("rule"), own.text("answer"), _given(own, "with"), own.text("share_of"))


def _given(own: Fields, key: str) -> Given:
    return tuple((name, own.scalar(node, f"`{name}`")) for name, node in own.entries(key))
