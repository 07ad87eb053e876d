"""A policy in, who rests on which source out: the sources of one page, and what rests on each source, page by page.

What a page says of a rule rests on the rule's sources, and on the figures that are looked at on days of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from smallprint.model import Figure, Policy, Rule, Source
from smallprint.model.documents import Claim, Document
from smallprint.model.procedures import Procedure
from smallprint.model.steps import Cases, Detect, Requirements, Step
from smallprint.model.terms import Term
from smallprint.places import Text
from smallprint.uses import applied_rules, steps_everywhere

# What a page can state something of: a rule with its answers, a figure alone, a document's claims, a word, a source.
type Stated = Rule | Procedure | Figure | Document | Term | Source

# What can rest on a source, in the order in which a page shows it, and where on the page it stands.
FIGURE, STEP, READING, PERIOD, EXAMPLE, NOTE = "figure", "step", "reading", "days", "example", "note"
PLACES = {
    STEP: "worked-examples",
    PERIOD: "days-this-rule-is-known-for",
    EXAMPLE: "worked-examples",
    NOTE: "good-to-know",
}


@dataclass(frozen=True)
class Use:
    """Something that rests on sources: what kind of thing, its words, where on its page, and which sources.

    `alone` says that it is a figure of which at least one value rests on one unofficial source and nothing else.
    """

    kind: str
    words: str
    place: str
    sources: tuple[Text, ...]
    alone: bool = False


@dataclass(frozen=True)
class Resting:
    """What rests on one source on one page, in the page's order."""

    page: Rule | Procedure
    uses: tuple[Use, ...]

    def of(self, *kinds: str) -> list[Use]:
        """Those of these kinds."""
        return [use for use in self.uses if use.kind in kinds]


def sources_of(page: Rule | Procedure, policy: Policy) -> list[Source]:
    """Every source a page names, each once, in the order of the policy file's parts."""
    named = dict.fromkeys(str(id) for use in uses_of(page, policy) for id in use.sources)
    return [policy.sources[id] for id in named if id in policy.sources]


def rests_on(stated: Iterable[Stated], policy: Policy) -> Iterator[Source | Figure]:
    """The sources and the figures with days of their own that all of this rests on, some of them several times.

    A rule rests on what the rules that it applies rest on, too, and a term on its rule.
    """
    for one in stated:
        named: Iterable[Text] = ()
        match one:
            case Source():
                yield one
            case Figure():
                yield one
                named = (id for version in one.versions for id in version.sources)
            case Rule():
                yield from sources_of(one, policy)
                yield from (figure for reading in one.readings for figure in reading.figures)
                yield from one.figures
                yield from rests_on(map(policy.rule, applied_rules(steps_everywhere(one))), policy)
            case Procedure():
                yield from sources_of(one, policy)
            case Document():
                named = (one.id, *(id for claim in one.claims for id in claim.sources))
            case Term():
                named = one.sources
                yield from rests_on([policy.rule(one.rule)] if one.rule else [], policy)
        yield from (policy.sources[str(id)] for id in named if str(id) in policy.sources)


def resting_on(policy: Policy) -> dict[str, list[Resting]]:
    """For each source id, the pages on which something rests on it."""
    found: dict[str, list[Resting]] = {id: [] for id in policy.sources}
    pages: list[Rule | Procedure] = [*policy.rules, *policy.procedures]
    for page in pages:
        uses = list(uses_of(page, policy))
        for id in dict.fromkeys(str(id) for use in uses for id in use.sources):
            found[id].append(Resting(page, tuple(_once(use for use in uses if id in use.sources))))
    return found


def held_against(policy: Policy) -> dict[str, list[tuple[Document, Claim]]]:
    """For each source id, the claims that were held against it, each with the document that makes it."""
    found: dict[str, list[tuple[Document, Claim]]] = {id: [] for id in policy.sources}
    for document in policy.documents:
        for claim in document.claims:
            for id in claim.sources:
                found[str(id)].append((document, claim))
    return found


def alone(sources: Iterable[Text], policy: Policy) -> bool:
    """Whether these are one source that is not the platform's own."""
    known = [policy.sources[str(id)] for id in sources if id in policy.sources]
    return len(known) == 1 and not known[0].official


def uses_of(page: Rule | Procedure, policy: Policy) -> Iterator[Use]:
    """Everything on a page that names sources."""
    if isinstance(page, Procedure):
        for to_do in page.steps:
            yield Use(STEP, to_do.do, "the-steps-in-order", to_do.sources)
    else:
        yield from _of_rule(page, policy)
    yield from (Use(NOTE, text, PLACES[NOTE], sources) for text, sources in page.notes)


def _of_rule(rule: Rule, policy: Policy) -> Iterator[Use]:
    yield from _of_figures(rule.figures, policy, "")
    for step in rule.steps:
        yield from (Use(STEP, step.label, PLACES[STEP], sources) for sources in _of_step(step))
    for period in rule.periods:
        yield Use(PERIOD, "Days it is known for", PLACES[PERIOD], period.sources)
    for reading in rule.readings:
        place = f"reading-{reading.id}"
        yield Use(READING, reading.title, place, reading.held_by)
        yield from _of_figures(reading.figures, policy, place)
        for step in reading.steps:
            yield from (Use(STEP, step.label, place, sources) for sources in _of_step(step))
    yield from (Use(EXAMPLE, one.title, PLACES[EXAMPLE], one.sources) for one in rule.examples)


def _of_figures(figures: Iterable[Figure], policy: Policy, place: str) -> Iterator[Use]:
    for figure in figures:
        for version in figure.versions:
            weak = alone(version.sources, policy)
            yield Use(FIGURE, figure.label, place or str(figure.name), version.sources, weak)


def _of_step(step: Step) -> Iterator[tuple[Text, ...]]:
    match step.how:
        case Cases(cases):
            yield from (case.sources for case in cases)
        case Requirements(requirements, sources=sources):
            yield sources
            yield from (requirement.sources for requirement in requirements)
        case Detect(detections=detections, sources=sources):
            yield sources
            yield from (detection.sources for detection in detections)
        case _:
            yield step.how.sources


def _once(uses: Iterable[Use]) -> Iterator[Use]:
    """Each thing once, however many of its parts rest on the source; alone where any part is."""
    found: dict[tuple[str, str, str], bool] = {}
    for use in uses:
        key = (use.kind, use.words, use.place)
        found[key] = found.get(key, False) or use.alone
    yield from (Use(*key, (), weak) for key, weak in found.items())
