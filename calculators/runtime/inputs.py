"""Text as a reader typed it in, values of the inputs' kinds out, or one `Mistake` that says at each what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from calculators.runtime.mistakes import Mistake, Unreadable
from calculators.runtime.questions import Input
from calculators.runtime.rule import Rule
from calculators.runtime.typed_dates import read_date
from calculators.runtime.typed_numbers import read_count, read_money, read_number, read_rate
from calculators.runtime.values import Value
from calculators.runtime.words import long_date, nearest, show

LONGEST = 60
LONGEST_TEXT = 20_000

READERS: dict[str, Callable[[str], Value]] = {
    "money": read_money,
    "rate": read_rate,
    "number": read_number,
    "count": read_count,
    "date": read_date,
}


def read_inputs(rule: type[Rule], typed: Mapping[str, str], today: date) -> dict[str, Value]:
    """The values of a rule's inputs by name, in declared order. An empty text counts as not given.

    Raises one `Mistake` about every input that cannot be read, unknown names among them.
    """
    return read_each({one.name: one for one in rule.inputs()}, typed, today)


def read_each(inputs: Mapping[str, Input[Value]], typed: Mapping[str, str], today: date) -> dict[str, Value]:
    """The same for any inputs, such as those of all readings of a rule together."""
    values: dict[str, Value] = {}
    mistakes: list[tuple[str, str]] = []
    offers: dict[str, tuple[str, ...]] = {}
    for name, one in inputs.items():
        text = typed.get(name, "")
        try:
            if text.strip():
                values[name] = read(one, text)
            elif one.default == "today":
                values[name] = today
            elif one.default:
                values[name] = read(one, one.default)
        except Unreadable as why:
            mistakes.append((name, str(why)))
            offers[name] = why.offers
    mistakes.extend((name, _unknown(name, inputs)) for name in typed if name not in inputs)
    if mistakes:
        raise Mistake(tuple(mistakes), offers)
    return values


def read(one: Input[Value], text: str) -> Value:
    """The value of one input; raises `Unreadable` with what to write instead."""
    if one.kind == "text":
        if len(text) > LONGEST_TEXT:
            raise Unreadable(f"Write at most {LONGEST_TEXT:,} characters; this has {len(text):,}.")
        return text  # as it stands: what is found in it is told by its place
    text = text.strip()
    if len(text) > LONGEST:
        raise Unreadable(f"Write at most {LONGEST} characters.")
    if one.kind == "yesno":
        return _yes_or_no(text)
    if one.kind == "choice":
        return _choice(text, one.options)
    value = READERS[one.kind](text)
    _within_bounds(one, value)
    return value


def _yes_or_no(text: str) -> bool:
    if text.lower() not in ("yes", "no"):
        raise Unreadable("Write yes or no.")
    return text.lower() == "yes"


def _choice(text: str, options: Mapping[str, str]) -> str:
    if text not in options:
        near = nearest(text, options)
        raise Unreadable((f"Did you mean {near}? " if near else "") + f"Write one of: {', '.join(options)}.")
    return text


def _within_bounds(one: Input[Value], value: Value) -> None:
    """Raise `Unreadable` where a value is beyond its input's bounds, which are of the same kind."""
    low, high = one.at_least, one.at_most
    if isinstance(value, date):
        if isinstance(low, date) and value < low:
            raise Unreadable(f"Write {long_date(low)} or a later day.")
        if isinstance(high, date) and value > high:
            raise Unreadable(f"Write {long_date(high)} or an earlier day.")
        return
    if low is not None and value < low:  # type: ignore[operator]
        raise Unreadable(f"Write at least {show(one.kind, low, per=one.per)}.")
    if high is not None and value > high:  # type: ignore[operator]
        raise Unreadable(f"Write at most {show(one.kind, high, per=one.per)}.")


def _unknown(name: str, inputs: Mapping[str, Input[Value]]) -> str:
    near = nearest(name, inputs)
    if near:
        return f"This rule has no input of that name. Did you mean {near}?"
    return f"This rule has no input of that name. It has: {', '.join(inputs)}."
