"""A rule or procedure in, a problem out for every source, word list, detector or rule it names that does not exist."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from calculators.runtime.detect import DETECTORS
from smallprint.check.world import World
from smallprint.model import Rule
from smallprint.model.procedures import Procedure
from smallprint.model.steps import Apply, Cases, Detect, Detection, Requirements, Solve, Step
from smallprint.places import Text
from smallprint.problems import Problem, did_you_mean
from smallprint.uses import steps_everywhere


def citations(rule: Rule, world: World) -> list[Problem]:
    """Every id of a source is in the register, every word list in the file, every detector in the runtime."""
    problems = [no_source(source, world) for source in cited(rule) if source not in world.sources]
    for step in steps_everywhere(rule):
        if isinstance(step.how, Detect):
            for detection in step.how.detections:
                problems += _detectors(detection, rule)
    return problems


def procedure_citations(procedure: Procedure, world: World) -> list[Problem]:
    """The same for a procedure, and for the rules its steps point at."""
    cited = [source for step in procedure.steps for source in step.sources]
    cited += [source for _, sources in procedure.notes for source in sources]
    problems = [no_source(source, world) for source in cited if source not in world.sources]
    for step in procedure.steps:
        if step.rule and step.rule not in world.rules:
            label, mend = did_you_mean(step.rule, world.rules), "name another rule by its id"
            problems.append(Problem("POL207", f"there is no rule `{step.rule}`", step.rule.place, label, mend))
    return problems


def cited(rule: Rule) -> Iterable[Text]:
    """Every source that the rule names, as often as it does."""
    for figure in (*rule.figures, *(f for reading in rule.readings for f in reading.figures)):
        for version in figure.versions:
            yield from version.sources
    for period in rule.periods:
        yield from period.sources
    for reading in rule.readings:
        yield from reading.held_by
    for step in steps_everywhere(rule):
        yield from _step(step)
    for example in rule.examples:
        yield from example.sources
    for _, sources in rule.notes:
        yield from sources


def _step(step: Step) -> Iterable[Text]:
    match step.how:
        case Cases(cases):
            for case in cases:
                yield from case.sources
        case Requirements(requirements, sources=sources):
            yield from sources
            for requirement in requirements:
                yield from requirement.sources
        case Detect(detections=detections, sources=sources):
            yield from sources
            for detection in detections:
                yield from detection.sources
        case Apply(sources=sources) | Solve(sources=sources):
            yield from sources
        case _:
            assert_never(step.how)


def no_source(source: Text, world: World) -> Problem:
    """The problem of a source that is not in the register."""
    mend = "name a source of policy/sources.yaml, or add it there first"
    label = did_you_mean(source, world.sources)
    return Problem("POL601", f"there is no source `{source}` in the register", source.place, label, mend)


def _detectors(detection: Detection, rule: Rule) -> list[Problem]:
    problems = []
    lists = [str(words.name) for words in rule.lists]
    for name, named in detection.detectors:
        if name not in DETECTORS:
            known = "the detectors are: " + ", ".join(DETECTORS)
            problems.append(
                Problem("POL208", f"there is no detector `{name}`", name.place, did_you_mean(name, DETECTORS), known)
            )
            continue
        wanted = DETECTORS[name].lists
        if wanted != len(named):
            mend = f"write {{{name}: [{', '.join(['list'] * wanted)}]}}" if wanted else f"write {{{name}: }}"
            problems.append(
                Problem("POL208", f"`{name}` takes {_lists(wanted)}, not {len(named)}", name.place, help=mend)
            )
        for words in named:
            if words not in lists:
                known = "the lists are: " + ", ".join(lists)
                problems.append(
                    Problem(
                        "POL203", f"there is no word list `{words}`", words.place, did_you_mean(words, lists), known
                    )
                )
    return problems


def _lists(number: int) -> str:
    return {0: "no word list", 1: "one word list"}.get(number, f"{number} word lists")
