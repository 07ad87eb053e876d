"""Sources, claims, procedures, glossary, people and clients with one mistake in them: each is refused at its line."""

from __future__ import annotations

import re

import pytest

from smallprint.check import check_others
from smallprint.check.citations import citations
from smallprint.check.world import World
from smallprint.link import link
from smallprint.load import REGISTER, Loaded, load, load_text
from smallprint.places import Place
from smallprint.problems import Problem
from tests.conftest import ROOT
from tests.smallprint.mutations import Change, Mutant, mutants_of

FILES = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / "policy").rglob("*.yaml")}
OTHERS = sorted(path for path in FILES if "\nrule: " not in FILES[path])
ALL = load(ROOT)
RULES = link({str(rule.id): rule for rule in ALL.rules})
PROCEDURES = {str(procedure.id): procedure for procedure in ALL.procedures}
# At each place of this many of each kind.
MOST = 3
# A block that lost a key is pointed at where it begins, a text that never ends where YAML gives up.
NEAR = 8
FAR = {"quote opened", "bracket opened"}


def _swapped(match: re.Match[str]) -> str | None:
    """Two letters of a key swapped."""
    before, key, after = match.groups()
    return None if key[1] == key[2] else f"{before}{key[0]}{key[2]}{key[1]}{key[3:]}{after}"


KEYS = "says|standing|because|title|publisher|kind|checked|check_by|term|question|short|steps|rule|given|who"
KINDS: tuple[tuple[str, str, Change], ...] = (
    ("misspelt key", rf"^( *(?:- )?|.*[{{,] )({KEYS})(: )", _swapped),
    ("unknown key", r"^( +)(title|says|do|term): ", lambda m: f"{m[1]}colour: red\n{m[0]}"),
    ("unknown key above", r"^(claims|procedure|person): .*$", lambda m: f"{m[0]}\ncolour: red"),
    ("duplicate key", r"^( +)(says|checked|do|who|term): (?!>-).*$", lambda m: f"{m[0]}\n{m[1]}{m[2]}: again"),
    ("misspelt source", r"((?:source|held_by): \[?)([a-z][\w-]+)", lambda m: f"{m[1]}{m[2]}x"),
    ("misspelt rule", r"((?:touches|rule): \[?)([a-z][\w-]+)", lambda m: f"{m[1]}{m[2]}x"),
    ("unknown standing", r"^( +standing: )(\w+)$", lambda m: f"{m[1]}{m[2]}s"),
    ("unknown role", r"^( +- who: )(\w+)$", lambda m: f"{m[1]}{m[2]}s"),
    ("unknown kind", r"^(  kind: )([\w-]+)$", lambda m: f"{m[1]}{m[2]}s"),
    ("impossible day", r"^(  check(?:ed|_by): \d{4}-\d{2}-)(\d{2})$", lambda m: f"{m[1]}32"),
    ("other notation", r"^(  check(?:ed|_by): )(\d{4})-(\d{2})-(\d{2})$", lambda m: f"{m[1]}{m[4]}.{m[3]}.{m[2]}"),
    ("checked after it is due", r"^(  checked: )(\d{4})", lambda m: f"{m[1]}2090"),
    ("address of no page", r"^(  address: )(https?://)(.*)$", lambda m: f"{m[1]}javascript:{m[3]}"),
    ("lost key", r"^ +(?:says|because|publisher|standing|check_by): (?!>-).*\n", lambda m: ""),
    ("same id twice", r"^  - id: (\w+)-(\d+)\n", lambda m: None if m[2] == "01" else f"  - id: {m[1]}-01\n"),
    ("id with a space", r"^(claims|procedure|person): ([\w-]+)$", lambda m: f"{m[1]}: {m[2]} x"),
    ("unknown input", r"(given: \{)(\w+)(: )", lambda m: f"{m[1]}{m[2]}x{m[3]}"),
    ("a date that cannot be read", r"(given: \{.*?\w+_on: )\d{4}-\d{2}-\d{2}", lambda m: f"{m[1]}2026-02-30"),
    ("markup", r"^( +(?:do|says|because): )(?=[A-Z])", lambda m: f"{m[1]}<b>"),
    ("tab", r"^  +(?=(?:says|do|title|publisher|short|rule): )", lambda m: "\t"),
    ("colon in text", r"^( +(?:do|says): [A-Z]\w+) (?=\w)", lambda m: f"{m[1]}: "),
    ("quote opened", r"^( +(?:do|says|title): )(?=[A-Z])", lambda m: f'{m[1]}"'),
    ("bracket opened", r"^( +(?:do|says|title): )(?=[A-Z])", lambda m: f"{m[1]}["),
)  # fmt: skip


@pytest.mark.parametrize("path", OTHERS)
def test_the_file_itself_is_well(path: str) -> None:
    assert problems(path, FILES[path]) == []


@pytest.mark.parametrize("path", OTHERS)
def test_every_mutation_is_refused_where_it_stands(path: str) -> None:
    wrong = [said for mutant in mutants_of(KINDS, FILES[path], MOST) if (said := unlike(path, mutant))]
    assert not wrong, "\n".join(wrong)


def test_every_kind_of_mutation_fits_somewhere() -> None:
    fitting = {mutant.kind for path in OTHERS for mutant in mutants_of(KINDS, FILES[path], 1)}
    assert fitting == {kind for kind, _, _ in KINDS}


def problems(path: str, text: str) -> list[Problem]:
    """What is said of this file among all others, without the rules' own checks."""
    loaded = Loaded() if path == REGISTER else Loaded(sources=dict(ALL.sources))
    load_text(path, text, loaded)
    world = World(RULES, PROCEDURES, loaded.sources)
    cited = [found for rule in RULES.values() for found in citations(rule, world)] if path == REGISTER else []
    return [*loaded.problems, *check_others(loaded, world), *cited]


def unlike(path: str, mutant: Mutant) -> str:
    """What is wrong with the refusal, or nothing."""
    found = problems(path, mutant.text)
    line = mutant.text.splitlines()[min(mutant.line, mutant.text.count("\n")) - 1].strip()
    about = f"{mutant.kind} on line {mutant.line}: {line}"
    if not found:
        return f"passes: {about}"
    places: list[Place] = [place for one in found for place in (one.place, *(place for place, _ in one.also))]
    here = [abs(place.line - mutant.line) for place in places if place.path == path]
    if not here or (min(here) > NEAR and mutant.kind not in FAR):
        return f"far off: {about}: {found[0].message}"
    return "" if all(one.help or one.label for one in found) else f"says not what to do: {about}"
