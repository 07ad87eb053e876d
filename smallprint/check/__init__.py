"""The folder `policy/` in, a checked `Policy` or all its problems out.

Each pass is one module with one function of its name. All of them run over every rule that could be read; the examples
only run on rules in which nothing else is wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

from smallprint.asking import Ask, Draw, last_checked
from smallprint.check.branches import branches
from smallprint.check.charts import charts, drawn
from smallprint.check.citations import citations, procedure_citations
from smallprint.check.claims import claims
from smallprint.check.clients import clients
from smallprint.check.consequences import without_consequences
from smallprint.check.cycles import cycles
from smallprint.check.days import days
from smallprint.check.examples import examples
from smallprint.check.following import following
from smallprint.check.generated import asking, drawing, exploring, readings_of
from smallprint.check.glossary import glossary
from smallprint.check.laws import laws
from smallprint.check.names import names
from smallprint.check.people import answered, people
from smallprint.check.readings import readings
from smallprint.check.reserved import reserved
from smallprint.check.units import units
from smallprint.check.unused import unused
from smallprint.check.versions import versions
from smallprint.check.world import World
from smallprint.emit.python import emit_python
from smallprint.link import link
from smallprint.load import Loaded, load
from smallprint.model import Policy, Rule
from smallprint.problems import Problem, in_order
from smallprint.uncollected import uncollected
from smallprint.uses import applied_rules, steps_everywhere

PASSES: tuple[Callable[[Rule, World], list[Problem]], ...] = (
    reserved,
    names,
    cycles,
    units,
    versions,
    branches,
    days,
    readings,
    citations,
    unused,
    laws,
    following,
    charts,
)

# What is wrong with a file and changes no answer.
OF_FORM = ("POL013",)


@dataclass(frozen=True)
class Checked:
    """What came of a check: the policy where nothing is wrong, else the problems; `files` holds the lines to show.

    `modules` are the sources of the rules that are sound, by their paths in the project, and `compiled` is what they
    compile to; `ask` answers and `draw` draws by them, on the day the sources were last checked, and `around` tells
    what would change an answer and what it was at other times. `answering` is the policy where at most examples,
    people's questions and forms have to be mended, so that every rule can be asked.
    """

    policy: Policy | None
    problems: tuple[Problem, ...]
    files: dict[str, list[str]]
    modules: dict[str, str]
    compiled: dict[str, CodeType]
    ask: Ask
    draw: Draw
    around: Ask
    answering: Policy | None


def check_policy(root: Path) -> Checked:
    """Read and check everything under `root/policy`."""
    with uncollected():
        return check_loaded(load(root))


def check_loaded(loaded: Loaded) -> Checked:
    """Check what has been read."""
    rules = link({str(rule.id): rule for rule in loaded.rules})
    procedures = {str(procedure.id): procedure for procedure in loaded.procedures}
    world = World(rules, procedures, loaded.sources)
    problems = list(loaded.problems)
    for rule in rules.values():
        for check in PASSES:
            problems += check(rule, world)
    problems += check_others(loaded, world)
    telling = [problem for problem in problems if problem.code not in OF_FORM]
    sound = Policy(_sound(world, telling), (), world.sources)
    modules = emit_python(sound)
    compiled = {path: compile(text, path, "exec", dont_inherit=True, optimize=0) for path, text in modules.items()}
    classes, today = readings_of(sound, compiled), last_checked(sound)
    ask, draw, around = asking(classes, today), drawing(classes, today), exploring(classes, today)
    for rule in sound.rules:
        problems += examples(rule, ask) or drawn(rule, ask, draw)
    wrong = {problem.place.path for problem in problems}
    problems += answered([one for one in loaded.people if one.path not in wrong], sound.rules, ask)
    ordered = tuple(in_order(without_consequences(problems, loaded.files)))
    policy = Policy(
        tuple(rules.values()),
        loaded.procedures,
        loaded.sources,
        loaded.documents,
        loaded.glossary,
        loaded.people,
        loaded.clients,
    )
    whole = None if ordered else policy
    answering = None if telling else policy
    return Checked(whole, ordered, loaded.files, modules, compiled, ask, draw, around, answering)


def check_others(loaded: Loaded, world: World) -> list[Problem]:
    """What is wrong with all that is read and is no rule."""
    problems = [problem for one in loaded.procedures for problem in procedure_citations(one, world)]
    problems += claims(loaded.documents, world)
    problems += glossary(loaded.glossary, world)
    problems += people(loaded.people, world)
    return problems + (clients(loaded.clients, world) if loaded.clients else [])


def _sound(world: World, problems: list[Problem]) -> tuple[Rule, ...]:
    wrong = {problem.place.path for problem in problems}
    return tuple(rule for rule in world.rules.values() if rule.path not in wrong and _stands_alone(rule, wrong, world))


def _stands_alone(rule: Rule, wrong: set[str], world: World) -> bool:
    """Whether every rule it builds on is sound too."""
    others = [world.rules[str(id)] for id in applied_rules(steps_everywhere(rule)) if id in world.rules]
    return all(other.path not in wrong and _stands_alone(other, wrong, world) for other in others)
