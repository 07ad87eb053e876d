"""What is typed and the questions a reader cannot answer in; what each possible reply to them would give out.

Not knowing is never taken for a no: every reply is tried, and what all of them still need is asked next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import product

from calculators.ask import ask, rule_named
from calculators.runtime.questions import Input
from calculators.runtime.values import Value

# Two yes-or-no questions and one of three options are still a list that one can read.
MOST = 12
YES_NO = {"yes": "Yes", "no": "No"}


def ask_either_way(
    rule: str, typed: Mapping[str, str], today: date, reading: str | None, unsure: Sequence[str]
) -> dict[str, object]:
    """`either`: for each combination of replies that matters its `given`, `shown` and `sentence`, or its `errors`.

    `missing` names what has to be known besides, and `same` says whether all combinations give one answer. Where there
    are too many combinations, `either` is empty and `missing` names the questions themselves.
    """
    inputs = {one.name: one for one in rule_named(rule).inputs()}
    open_ones = [name for name in inputs if name in unsure and not typed.get(name, "").strip()]
    replies = [[(name, id, words) for id, words in _options(inputs[name]).items()] for name in open_ones]
    if _count(replies) > MOST:
        return {"either": [], "missing": open_ones, "same": False}
    found: dict[tuple[str, ...], dict[str, object]] = {}
    missing: dict[str, None] = {}
    for combination in product(*replies):
        outcome = ask(rule, {**typed, **{name: id for name, id, _ in combination}}, today, reading)
        missing.update(dict.fromkeys(_names(outcome, "missing")))
        # A reply that this way of working never looks at tells nothing, and is left out.
        told = [one for one in combination if "errors" in outcome or one[0] in _names(outcome, "asked")]
        found.setdefault(tuple(id for _, id, _ in told), _way(inputs, told, outcome))
    ways = list(found.values())
    same = all(way.get("answers") == ways[0].get("answers") for way in ways)
    return {"either": ways, "missing": [name for name in inputs if name in missing], "same": same}


def _options(one: Input[Value]) -> Mapping[str, str]:
    return YES_NO if one.kind == "yesno" else one.options


def _count(replies: Sequence[Sequence[object]]) -> int:
    count = 1
    for reply in replies:
        count *= len(reply)
    return count


def _names(outcome: Mapping[str, object], part: str) -> list[str]:
    names = outcome.get(part, [])
    assert isinstance(names, list)
    return names


def _way(
    inputs: Mapping[str, Input[Value]], told: Sequence[tuple[str, str, str]], outcome: Mapping[str, object]
) -> dict[str, object]:
    given = [{"name": name, "label": inputs[name].ask, "text": words} for name, _, words in told]
    kept = {part: outcome[part] for part in ("answers", "shown", "sentence", "errors") if part in outcome}
    return {"given": given, **kept}
