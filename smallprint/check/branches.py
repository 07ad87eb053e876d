"""A rule in, a problem out for every case that can never be reached, and every step whose cases do not end."""

from __future__ import annotations

from decimal import Decimal

from smallprint.check.world import World
from smallprint.formula import Compare, Formula, Logic, Name, Not, Number, Quoted, Tree
from smallprint.model import Case, Cases, Rule, Step
from smallprint.problems import Problem
from smallprint.scope import Scope, scopes

_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


def branches(rule: Rule, world: World) -> list[Problem]:
    """Every case can be reached, the last is `otherwise`, and no two cases give the same reason."""
    problems: list[Problem] = []
    for scope in scopes(rule):
        for step in scope.steps.values() if scope.reading is None else scope.reading.steps:
            if isinstance(step.how, Cases):
                problems += _step(step, step.how.cases, scope)
    return problems


def _step(step: Step, cases: tuple[Case, ...], scope: Scope) -> list[Problem]:
    problems: list[Problem] = []
    for number, case in enumerate(cases):
        earlier = cases[:number]
        covering = _covering(case, earlier, scope)
        if covering is not None:
            also = ((covering.place.place, "this one already covers it"),)
            mend = "remove it, or move it before the other"
            problems.append(
                Problem(
                    "POL401", f"a case of `{step.name}` is never reached", case.place.place, "never reached", mend, also
                )
            )
        problems += _reason(step, case, earlier)
    if cases and cases[-1].when is not None:
        mend = "end with `- otherwise: …`, so that every situation has a value"
        problems.append(
            Problem("POL402", f"the cases of `{step.name}` do not end", cases[-1].place.place, "the last one", mend)
        )
    return problems


def _reason(step: Step, case: Case, earlier: tuple[Case, ...]) -> list[Problem]:
    for other in earlier:
        if case.because and case.because == other.because:
            also = ((other.place.place, "the same reason"),)
            mend = "say what is different about this case"
            return [Problem("POL403", f"two cases of `{step.name}` give one reason", case.place.place, "", mend, also)]
    return []


def _covering(case: Case, earlier: tuple[Case, ...], scope: Scope) -> Case | None:
    for other in earlier:
        if other.when is None or (case.when is not None and _implies(case.when.tree, other.when.tree, scope)):
            return other
    conditions = [other.when for other in earlier if other.when is not None]
    if case.when is None and _exhausted(conditions, scope):
        return earlier[-1]
    return None


def _implies(later: Tree, earlier: Tree, scope: Scope) -> bool:
    """Whether `earlier` surely holds wherever `later` does; False where that cannot be told."""
    if _key(later) == _key(earlier):
        return True
    if isinstance(earlier, Logic):
        found = [_implies(later, part, scope) for part in earlier.parts]
        return any(found) if earlier.op == "or" else all(found)
    if isinstance(later, Logic):
        found = [_implies(part, earlier, scope) for part in later.parts]
        return any(found) if later.op == "and" else all(found)
    if isinstance(later, Compare) and isinstance(earlier, Compare):
        return _threshold_implies(later, earlier, scope)
    return False


def _threshold_implies(later: Compare, earlier: Compare, scope: Scope) -> bool:
    """`x > 10` implies `x > 5`: the same left side against two known limits."""
    first, second = _normal(later, scope), _normal(earlier, scope)
    if first is None or second is None or first[0] != second[0]:
        return False
    _, op, limits = first
    _, weaker, others = second
    pairs = [(limit, other) for limit in limits for other in others]
    match op, weaker:
        case (">" | ">=", ">=") | (">", ">"):
            return all(limit >= other for limit, other in pairs)
        case ">=", ">":
            return all(limit > other for limit, other in pairs)
        case ("<" | "<=", "<=") | ("<", "<"):
            return all(limit <= other for limit, other in pairs)
        case "<=", "<":
            return all(limit < other for limit, other in pairs)
    return False


def _normal(tree: Compare, scope: Scope) -> tuple[str, str, tuple[Decimal, ...]] | None:
    right = _limits(tree.right, scope)
    if right:
        return _key(tree.left), tree.op, right
    left = _limits(tree.left, scope)
    return (_key(tree.right), _TURNED[tree.op], left) if left else None


def _limits(tree: Tree, scope: Scope) -> tuple[Decimal, ...]:
    """Every number the side can be, when it is a figure or a plain number."""
    if isinstance(tree, Number):
        return (Decimal(tree.value),)
    if not isinstance(tree, Name) or tree.id not in scope.figures:
        return ()
    values = [version.value for version in scope.figures[tree.id].versions if version.value is not None]
    numbers = [Decimal(value) for value in values if isinstance(value, Decimal | int)]
    return tuple(numbers) if len(numbers) == len(values) else ()


def _exhausted(conditions: list[Formula], scope: Scope) -> bool:
    """Whether the conditions together leave nothing: a condition and its opposite, or every option of a choice."""
    keys = {_key(condition.tree) for condition in conditions}
    if any(_key(_opposite(condition.tree)) in keys for condition in conditions):
        return True
    asked: dict[str, set[str]] = {}
    for condition in conditions:
        match condition.tree:
            case Compare(op="==", left=Name(id=name), right=Quoted(text=option)):
                asked.setdefault(name, set()).add(option)
    return any((kind := scope.declared(name)) is not None and set(kind.options) == seen for name, seen in asked.items())


def _opposite(tree: Tree) -> Tree:
    if isinstance(tree, Not):
        return tree.part
    if isinstance(tree, Compare):
        return Compare(_OPPOSITE[tree.op], tree.left, tree.right, tree.at)
    return Not(tree, tree.at)


def _key(tree: Tree) -> str:
    """The formula without its places, so that two that say the same are equal."""
    match tree:
        case Name(id=text) | Quoted(text=text):
            return repr(text) if isinstance(tree, Quoted) else text
        case Number(value=value):
            return str(value)
        case Not(part=part):
            return f"not({_key(part)})"
        case Logic(op=op, parts=parts):
            return f"{op}({','.join(sorted(_key(part) for part in parts))})"
        case Compare(op=op, left=left, right=right):
            if op in (">", ">="):
                return f"({_key(right)}{_TURNED[op]}{_key(left)})"
            return f"({_key(left)}{op}{_key(right)})"
    return _written(tree)


def _written(tree: Tree) -> str:
    parts = [getattr(tree, field) for field in ("function", "op") if hasattr(tree, field)]
    below = getattr(tree, "arguments", None) or [
        getattr(tree, field) for field in ("left", "right", "when", "then", "otherwise") if hasattr(tree, field)
    ]
    return f"{''.join(parts)}({','.join(_key(part) for part in below)})"
