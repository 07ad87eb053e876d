"""The real rules with one mistake put into them, of every kind and in many places: each is refused, where it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smallprint.check import Checked, check_loaded
from smallprint.load import REGISTER, Loaded, load_text
from smallprint.problems import render
from tests.smallprint.mutations import KINDS, Mutant, mutants

ROOT = Path(__file__).parents[2]
# What comes next leads to rules that lead on to others: without it each rule stands alone, with those it builds on.
NEXT = re.compile(r"^next:\n(?: +.*\n)+", re.MULTILINE)
FILES = {
    path.relative_to(ROOT).as_posix(): NEXT.sub("", path.read_text("utf-8"))
    for path in (ROOT / "policy").rglob("*.yaml")
}
# The longest rule takes longest to check, and its examples are sentences: tests of detectors look after it.
RULES = sorted(path for path in FILES if "\nrule: " in FILES[path] and "message-check" not in path)
# At each place of this many of each kind; the whole takes seconds, not minutes.
MOST = 2
# Mistakes in a value show in an example; the place of the value is then named beside the example's.
NEAR = 3
# Formulas that still make sense are wrong only because an example says otherwise, and an open quote is seen where YAML
# stops making sense: the refusal then stands in the same file, at the example or at the next line that cannot be read.
ELSEWHERE = {
    "edge of comparison",
    "turned comparison",
    "not is",
    "other amount",
    "other limit",
    "begins a day later",
    "quote not closed",
}
# These change the reason or the words beside an answer that stays the same, which no example states.
ONLY_WORDS = {
    ("policy/fees/minimum-price.yaml", '- when: contract != "hourly"'),
    ("policy/standing/suspended.yaml", '- when: hold != "identity"'),
}


def registered() -> Loaded:
    loaded = Loaded()
    load_text(REGISTER, FILES[REGISTER], loaded)
    return loaded


REGISTERED = registered()


def checked_with(path: str, text: str) -> Checked:
    """Check one rule with this text, together with the rules it builds on."""
    loaded = Loaded(sources=dict(REGISTERED.sources), files=dict(REGISTERED.files))
    for other in sorted({path, *below(path)}):
        load_text(other, text if other == path else FILES[other], loaded)
    return check_loaded(loaded)


def below(path: str) -> set[str]:
    """The rules that this one builds on, and those that they build on."""
    direct = {other for other in RULES if other != path and f"rule: {Path(other).stem}," in FILES[path]}
    return direct.union(*(below(other) for other in direct))


@pytest.mark.parametrize("path", RULES)
def test_the_rule_itself_is_well(path: str) -> None:
    checked = checked_with(path, FILES[path])
    assert not checked.problems, render(checked.problems, checked.files)


@pytest.mark.parametrize("path", RULES)
def test_every_mutation_is_refused_where_it_stands(path: str) -> None:
    wrong = [said for mutant in mutants(FILES[path], MOST) if (said := unlike(path, mutant))]
    assert not wrong, "\n".join(wrong)


def unlike(path: str, mutant: Mutant) -> str:
    """What is wrong with the refusal, or nothing."""
    checked = checked_with(path, mutant.text)
    line = mutant.text.splitlines()[mutant.line - 1].strip()
    about = f"{mutant.kind} on line {mutant.line}: {line}"
    if not checked.problems:
        return "" if (path, line) in ONLY_WORDS else f"passes: {about}"
    places = [place for p in checked.problems for place in (p.place, *(place for place, _ in p.also))]
    near = min(abs(place.line - mutant.line) for place in places if place.path == path)  # none here: ValueError
    far = near > NEAR and mutant.kind not in ELSEWHERE
    return f"far off: {about}: {checked.problems[0].message}" if far else ""


def test_every_kind_of_mutation_fits_somewhere() -> None:
    fitting = {mutant.kind for path in RULES for mutant in mutants(FILES[path], 1)}
    assert fitting == {kind for kind, _, _ in KINDS}
