"""The glossary's terms in, a problem out for each that is written like another or points at nothing that exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smallprint.check.citations import no_source
from smallprint.check.world import World
from smallprint.model.terms import Term
from smallprint.places import Text
from smallprint.problems import Problem, did_you_mean


def glossary(terms: Sequence[Term], world: World) -> list[Problem]:
    """Every way of writing belongs to one term, every source is in the register, every rule exists."""
    problems = list(_twice(terms))
    for term in terms:
        problems += [no_source(source, world) for source in term.sources if source not in world.sources]
        if term.rule and term.rule not in world.rules:
            label, mend = did_you_mean(term.rule, world.rules), "name a rule by its id, or remove the key"
            problems.append(Problem("POL207", f"there is no rule `{term.rule}`", term.rule.place, label, mend))
    return problems


def _twice(terms: Sequence[Term]) -> Iterator[Problem]:
    """A word can only be explained in one way; capitals make no other word of it."""
    first: dict[str, Text] = {}
    for form in (form for term in terms for form in term.forms if form):
        same = first.setdefault(form.casefold(), form)
        if same is not form:
            mend = "keep one of the two"
            also = ((same.place, "first here"),)
            yield Problem("POL201", f"`{form[:60]}` stands twice in the glossary", form.place, "again", mend, also)
