"""A published value's text in, an exact constant of its kind out: money, rates, counts, dates, choices, band tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from calculators.runtime.values import Band, Bands
from smallprint import read
from smallprint.model import Constant
from smallprint.places import Text
from smallprint.problems import did_you_mean
from smallprint.shape.fields import Fields

_PLAIN = re.compile(r"-?\d{1,15}(\.\d{1,10})?\Z", re.ASCII)
_MONEY = re.compile(r"\d{1,12}(\.\d{2})?\Z", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3}(\.\d{1,6})?)\s?%\Z", re.ASCII)
_WHOLE = re.compile(r"\d{1,6}\Z", re.ASCII)
_UNIT = re.compile(r"(us)?\$|usd|days?|months?|hours?|dollars?|[\s,_]", re.IGNORECASE)


def constant(fields: Fields, text: Text, kind: str, options: Mapping[str, str]) -> Constant | None:
    """The value of `kind` that `text` writes, or None with a problem that says how to write it."""
    if not text:
        return None
    match kind:
        case "money":
            return _matched(
                fields, text, _MONEY, "an amount of money", "write dollars, or dollars and two digits of cents: 14.99"
            )
        case "rate":
            return _rate(fields, text)
        case "number":
            return _matched(fields, text, _PLAIN, "a number", "write digits: 2080")
        case "count" | "days" | "months":
            whole = _matched(fields, text, _WHOLE, "a whole number", "write digits only: 14")
            return None if whole is None else int(whole)
        case "date":
            day: date | None = fields.read_date(text)
            return day
        case "yesno":
            return text == "yes" if _is_one_of(fields, text, ("yes", "no"), "neither yes nor no") else None
        case "choice" | "verdict":
            return str(text) if _is_one_of(fields, text, tuple(options), "not an option here") else None
        case "bands" | "list":
            message = f"a value of kind {kind} is not written with `is`"
            fields.report("POL107", message, text.place, help="use `marginal` or `whole`")
            return None
    return str(text)


def _is_one_of(fields: Fields, text: Text, known: tuple[str, ...], otherwise: str) -> bool:
    if text in known:
        return True
    listed = "write `yes` or `no`" if known == ("yes", "no") else "the options are: " + ", ".join(known)
    label = "" if known == ("yes", "no") else did_you_mean(text, known)
    fields.report("POL107", f"`{text[:60]}` is {otherwise}", text.place, label, listed)
    return False


def bands(fields: Fields, key: str) -> Bands | None:
    """The table under `marginal` or `whole`: rows of limit and rate, limits rising, `rest` last."""
    rows: list[Band] = []
    places: list[Text] = []
    for node in fields.items(key):
        row = _row(fields, node)
        if row is None:
            return None
        limit, rate = row
        amount = None if limit == "rest" else constant(fields, limit, "money", {})
        share = _rate(fields, rate)
        if share is None or (limit != "rest" and not isinstance(amount, Decimal)):
            return None
        rows.append(Band(amount if isinstance(amount, Decimal) else None, share))
        places.append(limit)
    return Bands(tuple(rows)) if _in_order(fields, rows, places, key) else None


def _row(fields: Fields, node: read.Node) -> tuple[Text, Text] | None:
    if isinstance(node, read.Sequence) and len(node.items) == 2:
        limit, rate = (fields.scalar(item, "a band's value") for item in node.items)
        return (limit, rate) if limit and rate else None
    fields.report(
        "POL108", "a band is a limit and a rate", node.place, help="write it as [500, 20%], the last as [rest, 5%]"
    )
    return None


def _in_order(fields: Fields, rows: list[Band], places: list[Text], key: str) -> bool:
    if not rows or rows[-1].up_to is not None:
        place = places[-1].place if places else fields.keys[key].place
        fields.report("POL109", "the last band has to be the rest", place, help="end the table with [rest, …%]")
        return False
    for previous, row, text in zip(rows, rows[1:], places[1:], strict=False):
        if previous.up_to is None:
            fields.report(
                "POL109", "`rest` is the last band", text.place, "a band after the rest", "move [rest, …] to the end"
            )
            return False
        if row.up_to is not None and row.up_to <= previous.up_to:
            mend = "write the bands from the lowest limit up"
            label = f"not above {previous.up_to}, the limit before it"
            fields.report("POL109", "the bands are out of order", text.place, label, mend)
            return False
    return True


def _rate(fields: Fields, text: Text) -> Decimal | None:
    percent = _PERCENT.match(text)
    if percent:
        share = Decimal(percent[1]).scaleb(-2)
    elif _PLAIN.match(text):
        share = Decimal(text)
    else:
        fields.report("POL107", f"`{text[:60]}` is not a rate", text.place, help="write a percentage: 12.5%")
        return None
    if not 0 <= share <= 1:
        mend = "a rate lies between 0% and 100%"
        label = ""
        if not percent and share > 1:
            mend, label = f"write {text}% if you mean {text} of every hundred", f"did you mean {text}%?"
        message = f"{text} is below zero" if share < 0 else f"{text} is more than the whole"
        if not percent and share > 1:
            message = f"{text} as a rate is {share * 100:f}%, more than the whole"
        fields.report("POL112", message, text.place, label, mend)
        return None
    return share


def _matched(fields: Fields, text: Text, pattern: re.Pattern[str], what: str, mend: str) -> Decimal | None:
    if not pattern.match(text):
        bare = _UNIT.sub("", text[:60])
        label = f"did you mean `{bare}`?" if bare != text and pattern.match(bare) else ""
        if _PERCENT.match(text):
            label = "a percentage is of `kind: rate`"
        fields.report("POL107", f"`{text[:60]}` is not {what}", text.place, label, mend)
        return None
    return Decimal(text)
