"""A policy in, who rests on which source out: the sources of one page, and the figures of each source."""

from __future__ import annotations

from collections.abc import Iterator

from smallprint.model import Cases, Detect, Figure, Policy, Procedure, Requirements, Rule, Source, Step


def sources_of(page: Rule | Procedure, policy: Policy) -> list[Source]:
    """Every source a page names, each once, in the order of the policy file's parts."""
    named = _named_by_rule(page) if isinstance(page, Rule) else _named_by_procedure(page)
    return [policy.sources[id] for id in dict.fromkeys(str(id) for id in named) if id in policy.sources]


def figures_by_source(policy: Policy) -> dict[str, list[tuple[Rule, Figure]]]:
    """For each source id, the figures with a version that rests on it, and the rule they stand in."""
    resting: dict[str, list[tuple[Rule, Figure]]] = {id: [] for id in policy.sources}
    for rule in policy.rules:
        for figure in rule.figures:
            for id in dict.fromkeys(str(id) for version in figure.versions for id in version.sources):
                resting[id].append((rule, figure))
    return resting


def _named_by_rule(rule: Rule) -> Iterator[str]:
    for figure in rule.figures:
        yield from (id for version in figure.versions for id in version.sources)
    for step in rule.steps:
        yield from _named_by_step(step)
    for period in rule.periods:
        yield from period.sources
    for reading in rule.readings:
        yield from reading.held_by
        for step in reading.steps:
            yield from _named_by_step(step)
    for example in rule.examples:
        yield from example.sources
    yield from (id for _, sources in rule.notes for id in sources)


def _named_by_step(step: Step) -> Iterator[str]:
    match step.how:
        case Cases(cases):
            yield from (id for case in cases for id in case.sources)
        case Requirements(requirements):
            yield from (id for requirement in requirements for id in requirement.sources)
        case Detect(detections=detections):
            yield from (id for detection in detections for id in detection.sources)


def _named_by_procedure(procedure: Procedure) -> Iterator[str]:
    yield from (id for step in procedure.steps for id in step.sources)
    yield from (id for _, sources in procedure.notes for id in sources)
