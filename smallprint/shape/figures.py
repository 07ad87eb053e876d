"""The nodes of inputs, figures and periods in, drafts of them out."""

from __future__ import annotations

from decimal import Decimal

from smallprint import keys, read
from smallprint.model import Constant, Figure, Input, Must, Period, Version
from smallprint.places import Text
from smallprint.problems import Problem
from smallprint.shape.check_days import check_days
from smallprint.shape.constants import bands, constant
from smallprint.shape.fields import Fields


def shape_input(name: Text, node: read.Node, fields: Fields) -> Input:
    """One entry of `inputs`."""
    own = Fields(node, keys.INPUT, fields.problems, name)
    kind = own.one_of("kind", keys.INPUT_KINDS, "text")
    options = own.options()
    if own.has("kind") and (kind == "choice") != bool(options):
        own.report(
            "POL113",
            f"a {kind} {'needs' if kind == 'choice' else 'has no'} `options`",
            own.place,
            help="options: {id: words}",
        )
    bounds = {key: _bound(own, key, kind) for key in ("at_least", "at_most")}
    _fitting(own, kind, bounds["at_least"], bounds["at_most"])
    return Input(
        name=name,
        ask=own.text("ask"),
        noun=own.text("noun"),
        kind=kind,
        why=str(own.text("why")),
        per=str(own.text("per")),
        optional=own.flag("optional"),
        default=own.one_of("default", ("today",)),
        prefill=own.one_of("prefill", ("today",)),
        options=options,
        at_least=bounds["at_least"],
        at_most=bounds["at_most"],
        musts=own.each("must", lambda item: _must(name, item, own)),
    )


def _bound(own: Fields, key: str, kind: str) -> Constant | None:
    if not own.has(key):
        return None
    if kind not in (*keys.NUMERIC, "date"):
        own.report("POL121", _only(kind, key), own.keys[key].place, help="remove it")
        return None
    return constant(own, own.text(key), kind, {})


def _fitting(own: Fields, kind: str, low: Constant | None, high: Constant | None) -> None:
    """What only some kinds have, and bounds in order."""
    if isinstance(low, Decimal | int) and isinstance(high, Decimal | int) and low > high:
        also = ((own.text("at_least").place, "the least"),)
        place = own.text("at_most").place
        own.problems.append(Problem("POL122", "`at_most` is below `at_least`", place, "the most", "swap the two", also))
    for key in ("default", "prefill"):
        if own.has(key) and kind != "date":
            own.report("POL121", _only(kind, key), own.keys[key].place, help="remove it: only a date has one")
    if own.has("per") and kind != "money":
        own.report("POL121", _only(kind, "per"), own.keys["per"].place, help="remove it: only money has one")


def _only(kind: str, key: str) -> str:
    return f"`{key}` does not go with `kind: {kind}`"


def shape_figure(name: Text, node: read.Node, fields: Fields) -> Figure:
    """One entry of `figures`."""
    own = Fields(node, keys.FIGURE, fields.problems, name)
    kind = own.one_of("kind", keys.FIGURE_KINDS, "text")
    options = own.options()
    if own.has("kind") and (kind == "choice") != bool(options):
        own.report(
            "POL113",
            f"a {kind} {'needs' if kind == 'choice' else 'has no'} `options`",
            own.place,
            help="options: {id: words}",
        )
    tables: set[str] = set()
    versions = own.each("values", lambda item: _version(name, item, own, kind, options, tables))
    checked, check_by = check_days(own)
    return Figure(
        name=name,
        label=own.text("label"),
        kind=kind,
        versions=versions,
        per=str(own.text("per")),
        unit=str(own.text("unit")),
        table=min(tables, default=""),
        options=options,
        checked=checked,
        check_by=check_by,
    )


def shape_period(node: read.Node, fields: Fields) -> Period | None:
    """One item of `periods`."""
    own = Fields(node, keys.PERIOD, fields.problems)
    start = own.date("from")
    if start is None:
        return None
    known = not own.has("unknown")
    if known and own.lacks("source"):
        own.report(
            "POL114",
            "a period without a source",
            own.place,
            help="add `source:`, or `unknown:` with why nothing is known",
        )
    return Period(
        start, own.date("until"), own.texts("source"), own.text("from"), str(own.text("note")), str(own.text("unknown"))
    )


def _must(name: Text, node: read.Node, fields: Fields) -> Must | None:
    own = Fields(node, keys.MUST, fields.problems)
    that = own.formula("that")
    return Must(that, own.text("otherwise"), own.texts("about") or (name,)) if that else None


def _version(
    name: Text, node: read.Node, fields: Fields, kind: str, options: dict[str, str], tables: set[str]
) -> Version | None:
    own = Fields(node, keys.VERSION, fields.problems)
    start = own.date("from")
    ways = [key for key in ("is", "marginal", "whole", "unknown", "none") if own.has(key)]
    if not ways and own.misspelt:
        return None
    if len(ways) != 1:
        second = own.keys[ways[1]].place if ways else own.place
        mend = "give one of: is, marginal, whole (a band table), unknown, none"
        own.report("POL115", f"a value of `{name}` says {'two things' if ways else 'nothing'}", second, help=mend)
        return None
    way = ways[0]
    value: Constant | None = None
    if way in ("marginal", "whole"):
        tables.add(way)
        value = bands(own, way)
        if kind != "bands":
            own.report(
                "POL107", f"a {kind} is not a band table", own.keys[way].place, help="use `is`, or `kind: bands`"
            )
    elif way == "is":
        value = constant(own, own.text("is"), kind, options)
    if way in ("is", "marginal", "whole") and own.lacks("source"):
        mend = "add `source:` with an id of policy/sources.yaml"
        own.report("POL114", f"this value of `{name}` has no source", own.keys[way].place, help=mend)
    if start is None or (value is None and way not in ("unknown", "none")):
        return None
    return Version(
        start,
        own.date("until"),
        value,
        own.texts("source"),
        own.text("from"),
        str(own.text("note")),
        own.one_of("confidence", keys.CONFIDENCES),
        str(own.text("unknown")),
        str(own.text("none")),
    )
