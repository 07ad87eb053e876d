"""Documents with their claims in, a problem out for every id that stands twice or that nothing here has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from smallprint.check.citations import no_source
from smallprint.check.world import World
from smallprint.model import Rule
from smallprint.model.documents import Claim, Document
from smallprint.places import Text
from smallprint.problems import Problem, did_you_mean


def claims(documents: Sequence[Document], world: World) -> list[Problem]:
    """Documents and sources are in the register, claims have ids of their own, and are about what is there."""
    problems = [no_source(document.id, world) for document in documents if document.id not in world.sources]
    every = [claim for document in documents for claim in document.claims]
    problems += _twice(every)
    for claim in every:
        problems += [no_source(source, world) for source in claim.sources if source not in world.sources]
        problems += _touches(claim, world)
        problems += _reading(claim, world)
    return problems


def _twice(every: Iterable[Claim]) -> Iterator[Problem]:
    first: dict[Text, Text] = {}
    for claim in every:
        if claim.id in first:
            also = ((first[claim.id].place, "first here"),)
            yield Problem(
                "POL201", f"two claims have the id `{claim.id}`", claim.id.place, "again", "number one anew", also
            )
        elif claim.id:
            first[claim.id] = claim.id


def _touches(claim: Claim, world: World) -> Iterator[Problem]:
    known = {**world.rules, **world.procedures}
    for name in claim.touches:
        if name not in known:
            mend = "name a rule or a procedure by its id"
            message = f"there is no rule or procedure `{name}`"
            yield Problem("POL207", message, name.place, did_you_mean(name, known), mend)


def _reading(claim: Claim, world: World) -> Iterator[Problem]:
    if not claim.reading:
        return
    touched = [world.rules[str(name)] for name in claim.touches if name in world.rules]
    holding = [rule for rule in touched if claim.reading in _readings(rule)]
    if len(holding) == 1:
        return
    if holding:
        mend = "let the claim touch only the rule whose reading it is"
        names = " and ".join(f"`{rule.id}`" for rule in holding)
        yield Problem("POL203", f"{names} both have a reading `{claim.reading}`", claim.reading.place, help=mend)
        return
    known = [id for rule in touched for id in _readings(rule)]
    mend = f"the readings of what it touches are: {', '.join(known)}" if known else "let it touch the reading's rule"
    message = f"no rule it touches has a reading `{claim.reading}`"
    yield Problem("POL203", message, claim.reading.place, did_you_mean(claim.reading, known), mend)


def _readings(rule: Rule) -> list[str]:
    return [str(reading.id) for reading in rule.readings]
