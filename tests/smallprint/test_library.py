"""Every function of the language has an example in the reference, and the example is what the calculators give."""

from __future__ import annotations

import builtins
import importlib
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from calculators.runtime.questions import Input, given
from calculators.runtime.rule import Rule
from calculators.runtime.values import Band, Bands, Finding, Findings, Value
from calculators.runtime.words import plain
from smallprint.library import FUNCTIONS, Function
from smallprint.library_examples import EXAMPLES
from tests.smallprint.mistakes import pages


class Asking(Rule):
    """A rule whose only input may be left out."""

    share = Input[Decimal]("rate", "Which share?", line=1, optional=True)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_gives_what_its_example_says(name: str) -> None:
    example, function = EXAMPLES[name], FUNCTIONS[name]
    if name == "given":
        assert given(Asking({"share": Decimal("0.1")}), "share")
        assert not given(Asking({}), "share")
        return
    taken = [function.takes[min(at, len(function.takes) - 1)] for at in range(len(example.takes))]
    values: list[object] = [read(kind, text) for kind, text in zip(taken, example.takes, strict=True)]
    if name == "marginal":
        values.append([])
    assert written(function, runs(function)(*values)) == example.gives


def runs(function: Function) -> Callable[..., Value]:
    module = importlib.import_module(f"calculators.runtime.{function.module}") if function.module else builtins
    found: Callable[..., Value] = getattr(module, function.name)
    return found


def read(kind: str, text: str) -> object:
    match kind.rstrip("*"):
        case "date":
            return date.fromisoformat(text)
        case "count" | "days" | "months":
            return int(text)
        case "quoted":
            return text.strip('"')
        case "list":
            return Findings((Finding(text.strip("[]"), "Work more hours."),))
        case "bands":
            rows = re.findall(r"\[(\w+), (\d+)%\]", text)
            return Bands(tuple(Band(None if up == "rest" else Decimal(up), Decimal(of) / 100) for up, of in rows))
    return Decimal(text)


def written(function: Function, value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    assert isinstance(value, Decimal | int)
    return f"{plain(Decimal(value) * 100)}%" if function.gives == "rate" else plain(Decimal(value))


def test_every_example_stands_in_the_reference() -> None:
    language = pages()["docs/contributing/language.md"]
    assert EXAMPLES.keys() == FUNCTIONS.keys()
    assert all(f"`{name}{example}`" in language for name, example in EXAMPLES.items())
