"""A policy in, everything out that the calculators are asked at build to learn which modules answering takes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from calculators.runtime.pictured import DAYS
from smallprint.check.charts import dated_example, example_of
from smallprint.model import Policy, Rule
from smallprint.modules.members import module_name
from smallprint.packing.client_asks import client_asks

# A call's name (see calculators/calls.py) and its question.
type Ask = tuple[str, dict[str, object]]

# Any day will do: it stands for a reader's today, and no module is loaded for one day only.
TODAY = date(2026, 1, 1).isoformat()
ADDRESS = "https://guide.example/"
IMPORT = re.compile(r"^from calculators\.runtime.*", re.M)


def asks(policy: Policy) -> list[Ask]:
    """Each rule's examples, and the ways to go wrong: nothing given, nonsense, misspelt names."""
    of_rules = [_ask("no-such-rule", {}), *(ask for rule in policy.rules for ask in _asks_of(rule))]
    return of_rules + (list(client_asks(policy.clients)) if policy.clients else [])


def unlike(asked: list[Ask], calculators: Path) -> dict[str, Ask]:
    """One ask of each sort, by what tells them apart: which of the runtime's names the rule uses, and what is typed.

    What modules an answer loads depends on these, not on the rule's numbers and texts.
    """
    rules = {str(question.get("rule", "")) for _, question in asked}
    uses = {rule: _imports(calculators / "rules" / f"{module_name(rule)}.py") for rule in rules}
    return {_sort(call, question, uses): (call, question) for call, question in reversed(asked)}


def _sort(call: str, question: dict[str, object], uses: dict[str, list[str]]) -> str:
    rule = str(question.get("rule", ""))
    return json.dumps([call, question | {"rule": uses[rule]}])


def _imports(module: Path) -> list[str]:
    return IMPORT.findall(module.read_text("utf-8")) if module.exists() else []


def _asks_of(rule: Rule) -> Iterator[Ask]:
    for example in rule.examples:
        yield _ask(rule.id, {str(name): str(value) for name, value in example.given}, example.reading)
    yield from _kept(rule)
    yield from _pictures(rule)
    yield _ask(rule.id, {})
    yield _ask(rule.id, {"no_such_input": "1"})
    yield _ask(rule.id, {}, "no-such-reading")
    for nonsense in ("12abc", "1.250", "31 February 2021"):
        yield _ask(rule.id, {str(i.name): nonsense for i in rule.inputs})


def _ask(rule: str, typed: dict[str, str], reading: str = "") -> Ask:
    return "ask", {"rule": str(rule), "typed": typed, "today": TODAY, "reading": str(reading)}


def _kept(rule: Rule) -> Iterator[Ask]:
    """What a reader does with an answer, and where one cannot be had: the first example stands for all."""
    first = rule.examples[0]
    typed = {str(name): str(value) for name, value in first.given}
    _, asked = _ask(rule.id, typed, first.reading)
    yield "calendar", {**asked, "address": ADDRESS, "stamp": f"{TODAY}T12:00:00+00:00"}
    yield "text", {**asked, "address": ADDRESS, "unsure": [], "sources": {}}
    yield "python", asked
    yield "explore", asked
    unsure = [str(one.name) for one in rule.inputs if one.kind in ("yesno", "choice")]
    without = {name: value for name, value in typed.items() if name not in unsure}
    yield "unsure", {**asked, "typed": without, "unsure": unsure[:1]}
    yield "text", {**asked, "typed": without, "address": ADDRESS, "unsure": unsure[:1], "sources": {}}
    yield "then", {"rule": str(rule.id), "answers": {str(name): "1" for name in rule.answers}}


def _pictures(rule: Rule) -> Iterator[Ask]:
    """Each picture of an example, and as a reader's own."""
    shown = [(str(number), example_of(chart, rule)) for number, chart in enumerate(rule.charts, 1)]
    for picture, example in [*shown, (DAYS, dated_example(rule))]:
        if example is not None:
            _, asked = _ask(rule.id, {str(name): str(text) for name, text in example.given}, example.reading)
            for yours in (False, True):
                yield "picture", {**asked, "picture": picture, "yours": yours}
