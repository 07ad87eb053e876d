"""Two cases of one rule in, both answers and what sets them apart out, in words and amounts.

Some inputs may be answered by other rules first, as `takes` says: what leaving costs, before whether it pays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import TypedDict

from calculators.ask import ask
from calculators.rules import RULES
from calculators.runtime.rule import Rule
from calculators.runtime.typed_numbers import read_money
from calculators.runtime.words import show


class Take(TypedDict):
    """An input that another rule's answer is put in; a share of that rule's amount `share_of` where it names one."""

    input: str
    rule: str
    answer: str
    given: dict[str, str]
    share_of: str


class Asked(TypedDict):
    """The rule, what is typed in each of the two cases, and what other rules answer."""

    rule: str
    takes: list[Take]
    cases: list[dict[str, str]]
    names: list[str]
    today: str


def compare(asked: Asked) -> dict[str, object]:
    """`cases` has an object like that of `ask` for each, with `taken`; `differences` once both are answered."""
    today = date.fromisoformat(asked["today"])
    cases = [_case(typed, asked, today) for typed in asked["cases"]]
    both: dict[str, object] = {"cases": cases, "differences": [], "steps": []}
    if len(cases) == 2 and all(case.get("answers") for case in cases):
        both["differences"] = [*_taken_apart(cases, asked), *_differences(cases[0], cases[1], asked)]
        both["steps"] = _steps(cases[0], cases[1])
    return both


def _case(typed: Mapping[str, str], asked: Asked, today: date) -> dict[str, object]:
    values = dict(typed)
    first: list[dict[str, object]] = []
    taken = []
    for take in asked["takes"]:
        found, value = _taken(take, values, today)
        first.append(found)
        if value:
            values[take["input"]] = value
            taken.append({name: found[name] for name in ("rule", "sentence", "typed")} | {"input": take["input"]})
    own = {name: text for name, text in values.items() if name in _inputs(asked["rule"])}
    main = ask(asked["rule"], own, today)
    every = [*first, main]
    errors = [error for one in every for error in _list(one, "errors")]
    if errors:
        return {"errors": errors}
    answered = {take["input"] for take in asked["takes"]}
    missing = [name for one in every for name in _names(one, "missing") if name not in answered]
    names = [name for one in every for name in _names(one, "asked") if name not in answered]
    read = {name: words for one in reversed(every) for name, words in _mapping(one, "read").items()}
    return main | {
        "asked": list(dict.fromkeys(names)),
        "missing": list(dict.fromkeys(missing)),
        "answers": {} if missing else main["answers"],
        "read": read,
        "typed": own,
        "taken": taken,
        "others": [] if missing else _others(main),
    }


def _taken(take: Take, values: Mapping[str, str], today: date) -> tuple[dict[str, object], str]:
    """What the other rule answers, and the text to put in the input; "" where there is none yet."""
    inputs = _inputs(take["rule"])
    typed = {name: values[name] for name in inputs if name in values}
    typed |= {name: values[value] for name, value in take["given"].items() if value in values}
    back = take["given"]
    found = ask(take["rule"], typed, today) | {"typed": typed}
    if "errors" in found:
        named = [{**error, "input": back.get(error["input"], error["input"])} for error in _list(found, "errors")]
        return {"errors": named}, ""
    for part in ("asked", "missing"):
        found[part] = [back.get(name, name) for name in _names(found, part)]
    value = _mapping(found, "answers").get(take["answer"])
    if value is None:
        return found, ""
    if not take["share_of"]:
        return found, str(value)
    amount = read_money(typed[take["share_of"]].strip())
    return found, f"{Decimal(str(value)) / amount:.6f}" if amount else "0"


def _taken_apart(cases: Sequence[Mapping[str, object]], asked: Asked) -> Iterator[dict[str, object]]:
    """The inputs that other rules answered, as the answers are: what they are decides most of the rest."""
    inputs = {one.name: one for reading in _readings(asked["rule"]) for one in reading.inputs()}
    for name in (take["input"] for take in asked["takes"]):
        values = [_mapping(case, "typed").get(name) for case in cases]
        texts = [str(_mapping(case, "read").get(name, "not needed")) for case in cases]
        apart = _apart(inputs[name].kind, values[0], values[1], asked["names"])
        yield {"name": name, "label": inputs[name].noun, "texts": texts, **apart}


def _differences(one: Mapping[str, object], two: Mapping[str, object], asked: Asked) -> list[dict[str, object]]:
    """Every answer of either case, with what sets the two apart."""
    rule = _readings(asked["rule"])[0]
    values = _mapping(one, "answers"), _mapping(two, "answers")
    words = _shown(one), _shown(two)
    said = []
    for name in dict.fromkeys([*values[0], *values[1]]):
        member = getattr(rule, name)
        apart = _apart(member.kind, values[0].get(name), values[1].get(name), asked["names"])
        texts = [shown.get(name, "not answered") for shown in words]
        said.append({"name": name, "label": member.label, "texts": texts, **apart})
    return said


def _apart(kind: str, one: object, two: object, names: Sequence[str]) -> dict[str, object]:
    """The difference in words, and whether there is none."""
    if one == two:
        return {"same": True, "words": "The same in both."}
    if one is None or two is None:
        return {"same": False, "words": "Only one of the two has this answer."}
    match kind:
        case "money" | "rate" | "number" | "count" | "days" | "months":
            more = Decimal(str(two)) - Decimal(str(one))
            words = f"{show(kind, abs(more))} more in “{names[1] if more > 0 else names[0]}”."
        case "date":
            days = (date.fromisoformat(str(two)) - date.fromisoformat(str(one))).days
            words = f"{show('days', abs(days))} later in “{names[1] if days > 0 else names[0]}”."
        case _:
            words = "They differ."
    return {"same": False, "words": words}


def _steps(one: Mapping[str, object], two: Mapping[str, object]) -> list[dict[str, object]]:
    """The steps of both cases by label, with those that one of them does not take."""
    first, second = ({step["name"]: step for step in _list(case, "steps")} for case in (one, two))
    steps = []
    for name in dict.fromkeys([*first, *second]):
        label = (first.get(name) or second[name])["label"]
        texts = [steps_of[name]["shown"] if name in steps_of else "not needed" for steps_of in (first, second)]
        steps.append({"label": label, "texts": texts, "same": texts[0] == texts[1]})
    return steps


def _others(main: Mapping[str, object]) -> list[dict[str, object]]:
    """Readings that answer otherwise than the adopted one."""
    adopted = _mapping(main, "answers")
    readings = main.get("readings")
    listed: list[dict[str, object]] = readings if isinstance(readings, list) else []
    apart = [one for one in listed if one["answers"] and one["answers"] != adopted]
    return [{name: one[name] for name in ("title", "standing", "sentence")} for one in apart]


def _shown(case: Mapping[str, object]) -> dict[str, str]:
    return {one["name"]: one["text"] for one in _list(case, "shown")}


def _inputs(rule: str) -> set[str]:
    return {one.name for reading in _readings(rule) for one in reading.inputs()}


def _readings(rule: str) -> Sequence[type[Rule]]:
    readings: Sequence[type[Rule]] = import_module(f"calculators.rules.{RULES[rule]}").READINGS
    return readings


def _names(found: Mapping[str, object], name: str) -> list[str]:
    part = found.get(name)
    return [str(one) for one in part] if isinstance(part, list) else []


def _list(found: Mapping[str, object], name: str) -> list[dict[str, str]]:
    part = found.get(name)
    return part if isinstance(part, list) else []


def _mapping(found: Mapping[str, object], name: str) -> dict[str, object]:
    part = found.get(name)
    return part if isinstance(part, dict) else {}
