"""The text of a real policy file in, the same with one mistake in it out: every place at which each mistake fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

DAY = r"\d{4}-\d{2}-\d{2}"


class Mutant(NamedTuple):
    """A file's text with one mistake, the mistake in a word, and the line it is on."""

    kind: str
    text: str
    line: int


type Change = Callable[[re.Match[str]], str | None]


def mutants(text: str, most: int = 6) -> Iterator[Mutant]:
    """At most so many of each kind of a rule's mistakes, spread over the file."""
    return mutants_of(KINDS, text, most)


def mutants_of(kinds: Sequence[tuple[str, str, Change]], text: str, most: int) -> Iterator[Mutant]:
    """At most so many of each of these kinds."""
    for kind, pattern, change in kinds:
        found = [
            made for match in re.finditer(pattern, text, re.MULTILINE) if (made := _made(kind, text, match, change))
        ]
        step = max(1, len(found) // most)
        yield from found[::step][:most]


def _made(kind: str, text: str, match: re.Match[str], change: Change) -> Mutant | None:
    new = change(match)
    if new is None or new == match[0]:
        return None
    return Mutant(kind, text[: match.start()] + new + text[match.end() :], text.count("\n", 0, match.start()) + 1)


def _keys(match: re.Match[str]) -> str | None:
    """Two letters of a key swapped."""
    key = match[2]
    return None if key[1] == key[2] else f"{match[1]}{key[0]}{key[2]}{key[1]}{key[3:]}:"


def _moved(days: int) -> Change:
    def change(match: re.Match[str]) -> str:
        return f"{match[1]}{date.fromisoformat(match[2]) + timedelta(days=days)}"

    return change


_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_EDGED = {"<": "<=", ">": ">=", "<=": "<", ">=": ">"}

# In lines of figures and examples alone, where a number or a word means what it says.
KINDS: tuple[tuple[str, str, Change], ...] = (
    ("misspelt key", r"^( *(?:- )?)(label|kind|because|source|title|question|noun|cases|values|given|expect):", _keys),
    ("misspelt key inline", r"([{,] ?)(source|until|label|because|when|otherwise|title|unknown):(?= )", _keys),
    ("unknown key", r"^( +)(kind: )(?=\w)", lambda m: f"{m[1]}colour: red\n{m[1]}{m[2]}"),
    ("duplicate key", r"^( +)(kind: \w+)$", lambda m: f"{m[0]}\n{m[0]}"),
    ("misspelt source", r"(source: \[?)([a-z][\w-]+)", lambda m: f"{m[1]}{m[2]}x"),
    ("no source", r"(is: [^,}\n]+), source: (?:\[[^\]]*\]|[\w-]+)", lambda m: m[1]),
    ("impossible day", rf"((?:from|until): )({DAY})", lambda m: f"{m[1]}{m[2][:8]}32"),
    ("impossible day of a check", rf"^( +check(?:ed|_by): )({DAY})$", lambda m: f"{m[1]}{m[2][:8]}32"),
    ("checked after it is due", r"^( +checked: )(\d{4})", lambda m: f"{m[1]}2090"),
    ("checked and never due", rf"^( +checked: {DAY})\n +check_by: {DAY}$", lambda m: m[1]),
    ("slashes", rf"((?:from|until): )({DAY})", lambda m: f"{m[1]}{m[2].replace('-', '/')}"),
    ("begins a day later", rf"(\{{from: )({DAY})(?=, (?:until: {DAY}, )?is:)", _moved(1)),
    ("begins a day earlier", rf"(\{{from: )({DAY})(?=, (?:until: {DAY}, )?is:)", _moved(-1)),
    ("ends a day earlier", rf"(\{{from: {DAY}, until: )({DAY})(?=, is:)", _moved(-1)),
    ("ends a day later", rf"(\{{from: {DAY}, until: )({DAY})(?=, is:)", _moved(1)),
    ("no end", rf"(\{{from: {DAY}), until: {DAY}(?=, is:)", lambda m: m[1]),
    ("percent lost", r"(is: )(\d+(?:\.\d+)?)%", lambda m: f"{m[1]}{m[2]}" if float(m[2]) > 1 else None),
    ("other rate", r"(is: )(\d+)(?:\.\d+)?%", lambda m: f"{m[1]}{int(m[2]) + 1}%"),
    ("other amount", r"(is: )(\d+)(?=, source)", lambda m: f"{m[1]}{int(m[2]) + 1}"),
    ("bands swapped", r"\[\[(\d+), (\d+%)\], \[(\d+), (\d+%)\]", lambda m: f"[[{m[3]}, {m[2]}], [{m[1]}, {m[4]}]"),
    ("band rates swapped", r"\[\[(\d+), (\d+%)\], \[(\d+), (\d+%)\]", lambda m: f"[[{m[1]}, {m[4]}], [{m[3]}, {m[2]}]"),
    ("other limit", r"\[\[(\d+), ", lambda m: f"[[{int(m[1]) + 1}, "),
    ("unknown name", r"^( +(?:- )?(?:is|when|that|otherwise): )(\w+) ([*+<>=-])", lambda m: f"{m[1]}{m[2]}s {m[3]}"),
    ("bare number", r"^( +(?:is|otherwise): \w+ )\* (\w+)$", lambda m: f"{m[1]}* 0.1"),
    ("other operator", r"^( +(?:- )?(?:is|otherwise): \w+) \* (\w+)$", lambda m: f"{m[1]} + {m[2]}"),
    ("minus for plus", r"^( +is: \w+) - (\w+)$", lambda m: f"{m[1]} + {m[2]}"),
    ("turned comparison", r"^( +(?:- )?(?:when|that): .*?) (<=|>=|<|>) ", lambda m: f"{m[1]} {_TURNED[m[2]]} "),
    ("edge of comparison", r"^( +(?:- )?(?:when|that): .*?) (<=|>=|<|>) ", lambda m: f"{m[1]} {_EDGED[m[2]]} "),
    ("not is", r"^( +- when: \w+) == ", lambda m: f"{m[1]} != "),
    ("wrong id", r'(when: \w+ == ")([a-z-]+)"', lambda m: f'{m[1]}{m[2]}x"'),
    ("wrong verdict", r"""(is: ')"([a-z-]+)"'""", lambda m: f"""{m[1]}"{m[2]}x"'"""),
    (
        "wrong function",
        r"\b(add_days|add_months|months_between|next_weekday|marginal|max|min)\(",
        lambda m: f"{m[1]}s(",
    ),
    ("too few values", r"\b(add_days|add_months|months_between)\((\w+), \w+\)", lambda m: f"{m[1]}({m[2]})"),
    ("order of values", r"\b(add_days|add_months)\((\w+), (\w+)\)", lambda m: f"{m[1]}({m[3]}, {m[2]})"),
    ("wrong example", r"(expect: \{\w+: )(\d+)(\.\d\d)", lambda m: f"{m[1]}{int(m[2]) + 1}{m[3]}"),
    ("wrong day expected", rf"(expect: {{\w+: )({DAY})", _moved(1)),
    ("wrong verdict expected", r"(expect: \{can_close: )(yes|no)", lambda m: m[1] + ("no" if m[2] == "yes" else "yes")),
    ("unknown input", r"(given: \{)(\w+)(: )", lambda m: f"{m[1]}{m[2]}x{m[3]}"),
    ("unknown answer", r"(expect: \{)(\w+)(: )", lambda m: f"{m[1]}{m[2]}x{m[3]}"),
    ("unused input", r"^inputs:\n", lambda m: f"{m[0]}  shoe_size: {{ask: Which size?, noun: Size, kind: count}}\n"),
    (
        "needs itself",
        r"^  (\w+):\n(    label: .*\n    kind: \w+\n    is: )(\w+)\b(?!\()",
        lambda m: f"  {m[1]}:\n{m[2]}{m[1]}",
    ),
    ("unknown kind", r"(kind: )(money|rate|date|count|days|months)\b", lambda m: f"{m[1]}{m[2]}y"),
    ("two adopted", r"standing: (?:disputed|contradicted|outdated)", lambda m: "standing: adopted"),
    ("none adopted", r"standing: adopted", lambda m: "standing: disputed"),
    ("unknown name in text", r"^(answer: .*\{)(\w+)\}", lambda m: f"{m[1]}{m[2]}x}}"),
    ("tab", r"^    (label: )", lambda m: f"\t{m[1]}"),
    ("no space", r"^( +)(label|kind|title): ", lambda m: f"{m[1]}{m[2]}:"),
    ("one space more", r"^( +)(kind: \w+)$", lambda m: f"{m[1]} {m[2]}"),
    ("one space less", r"^( +)(kind: \w+)$", lambda m: f"{m[1][1:]}{m[2]}"),
    ("colon in text", r"^( +because: \w+) (?=\w)", lambda m: f"{m[1]}: "),
    ("quote not closed", r"^(answer: \".*)\"$", lambda m: m[1]),
    ("bracket not closed", r"^(for: \[.*)\]$", lambda m: m[1]),
    ("curly quotes", r'(when: \w+ == )"([a-z-]+)"', lambda m: f"{m[1]}“{m[2]}”"),
    ("no label", r"^    label: .*\n", lambda m: ""),
    ("markup", r"^(short: )", lambda m: f"{m[1]}<b>"),
)
