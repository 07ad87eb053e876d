"""A rule in, a problem out for every case that is never reached and every condition that never or always holds."""

from __future__ import annotations

from collections.abc import Iterator

from smallprint.check.world import World
from smallprint.model import Rule
from smallprint.model.steps import Case, Cases, Requirements, Step
from smallprint.model.tree import Choose, Formula, Name, Tree, walk
from smallprint.problems import Problem
from smallprint.scope import Scope, scope_of, scopes
from smallprint.situations import Situations, stretches
from smallprint.uses import formulas

MOST_STRETCHES = 60


def branches(rule: Rule, world: World) -> list[Problem]:
    """Every case can be reached, the last is `otherwise`, every condition can turn out both ways."""
    problems: list[Problem] = []
    for asked in rule.inputs:
        for must in asked.musts:
            problems += _one_way(must.that, must.that.tree, scope_of(rule))
    for scope in scopes(rule):
        for step in scope.steps.values() if scope.reading is None else scope.reading.steps:
            if isinstance(step.how, Cases):
                problems += _cases(step, step.how.cases, scope)
            if isinstance(step.how, Requirements):
                for requirement in step.how.requirements:
                    problems += _one_way(requirement.that, requirement.that.tree, scope)
            for formula in formulas(step):
                chosen = [part.when for part in walk(formula.tree) if isinstance(part, Choose)]
                problems += [problem for tree in chosen for problem in _one_way(formula, tree, scope)]
    return problems


def _cases(step: Step, cases: tuple[Case, ...], scope: Scope) -> list[Problem]:
    problems: list[Problem] = []
    conditions = [case.when.tree for case in cases if case.when is not None]
    situations = list(_everywhere(conditions, scope))
    for number, case in enumerate(cases):
        alone = _one_way(case.when, case.when.tree, scope) if case.when is not None else []
        problems += alone or _reached(step, case, cases[:number], situations)
        problems += _reason(step, case, cases[:number])
    if cases and cases[-1].when is not None:
        mend = "end with `- otherwise: …`, so that every situation has a value"
        problems.append(
            Problem("POL402", f"the cases of `{step.name}` do not end", cases[-1].place.place, "the last one", mend)
        )
    return problems


def _reached(step: Step, case: Case, earlier: tuple[Case, ...], everywhere: list[Situations]) -> list[Problem]:
    """A problem where the cases before leave nothing to this one, on any day."""
    left = [_bits(case, here) & ~_together(earlier, here) for here in everywhere]
    if not earlier or any(left) or not all(here.known for here in everywhere):
        return []
    covering = [other for other in earlier if not any(_bits(case, here) & ~_bits(other, here) for here in everywhere)]
    if covering:
        also: tuple[Case, ...] = (covering[0],)
        label = "this one already covers it"
    else:
        also, label = earlier, "covered by this one and the others"
    mend = "remove it, move it before the other, or mend the condition"
    places = tuple((other.place.place, label) for other in also[:4])
    place = case.place.place
    return [Problem("POL401", f"a case of `{step.name}` is never reached", place, "never reached", mend, places)]


def _bits(case: Case, here: Situations) -> int:
    return here.every if case.when is None else here.when(case.when.tree)


def _together(cases: tuple[Case, ...], here: Situations) -> int:
    covered = 0
    for case in cases:
        covered |= _bits(case, here)
    return covered


def _one_way(formula: Formula, tree: Tree, scope: Scope) -> list[Problem]:
    """A problem where a condition never holds, or always."""
    names = [part.id for part in walk(tree) if isinstance(part, Name)]
    situations = [here for here in _everywhere([tree], scope) if not any(here.lacks(name) for name in names)]
    if not situations:
        return []
    if all(here.never(tree) for here in situations):
        mend = "mend it, or remove what it guards"
        return [Problem("POL407", "this condition can never hold", tree.at, "on no day, whatever is typed", mend)]
    if all(here.always(tree) for here in situations):
        mend = "mend it, or leave the condition out"
        return [Problem("POL408", "this condition always holds", tree.at, "on every day, whatever is typed", mend)]
    return []


def _everywhere(conditions: list[Tree], scope: Scope) -> Iterator[Situations]:
    """The situations of every stretch of days that these conditions can tell apart."""
    names = {part.id for tree in conditions for part in walk(tree) if isinstance(part, Name)}
    figures = [scope.figures[name] for name in sorted(names & scope.figures.keys())]
    bounds = [(version.start, version.until) for figure in figures for version in figure.versions]
    for days in stretches(bounds)[:MOST_STRETCHES]:
        yield Situations(scope, days, conditions)


def _reason(step: Step, case: Case, earlier: tuple[Case, ...]) -> list[Problem]:
    for other in earlier:
        if case.because and case.because == other.because:
            also = ((other.place.place, "the same reason"),)
            mend = "say what is different about this case"
            return [Problem("POL403", f"two cases of `{step.name}` give one reason", case.place.place, "", mend, also)]
    return []
