"""A rule in, a problem out for every step that needs itself."""

from __future__ import annotations

from itertools import pairwise

from smallprint.check.world import World
from smallprint.model import Rule
from smallprint.model.tree import Name
from smallprint.problems import Problem
from smallprint.scope import Scope, scopes
from smallprint.uses import applied_rules, steps_everywhere, uses


def cycles(rule: Rule, world: World) -> list[Problem]:
    """No step may lead back to itself, and no rule to itself through others."""
    problems = [problem for scope in scopes(rule) for problem in _in_scope(scope)]
    return problems + _through_rules(rule, world)


def _in_scope(scope: Scope) -> list[Problem]:
    problems: list[Problem] = []
    done: set[str] = set()

    def visit(step_name: str, path: tuple[Name, ...]) -> None:
        for name in uses(scope.steps[step_name]):
            on_path = [previous.id for previous in path]
            if name.id in on_path:
                loop = path[on_path.index(name.id) :]
                way = " → ".join([*(part.id for part in loop), name.id])
                also = tuple((part.at, f"needs `{following.id}`") for part, following in pairwise(loop))
                mend = "one of these steps has to be worked out without the others"
                problems.append(
                    Problem("POL230", f"`{name.id}` needs itself: {way}", name.at, "back to the start", mend, also)
                )
            elif name.id in scope.steps and name.id not in done:
                visit(name.id, (*path, name))
        done.add(step_name)

    for name, step in scope.steps.items():
        if name not in done:
            visit(name, (Name(name, step.name.place),))
    return problems


def _through_rules(rule: Rule, world: World) -> list[Problem]:
    seen: set[str] = set()
    frontier = [(other, str(other)) for other in applied_rules(steps_everywhere(rule))]
    while frontier:
        first, current = frontier.pop()
        if current == rule.id:
            way = "itself" if first == rule.id else f"itself through `{first}`"
            mend = "one of the rules has to do without the other"
            return [Problem("POL231", f"the rule `{rule.id}` applies {way}", first.place, help=mend)]
        if current in seen or current not in world.rules:
            continue
        seen.add(current)
        frontier += [(first, str(other)) for other in applied_rules(steps_everywhere(world.rules[current]))]
    return []
