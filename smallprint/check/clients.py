"""What `policy/clients.yaml` says in, a problem out for whatever no rule has, does not fit it, or is never used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smallprint.check.world import World
from smallprint.keys.clients import COLUMNS
from smallprint.model import Input, Rule
from smallprint.model.clients import TODAY, Clients, Comparison, Kept, Show, Statements, Take
from smallprint.places import Text
from smallprint.problems import Problem, did_you_mean

NEEDED = ("date", "amount", "type")


def clients(found: Clients, world: World) -> list[Problem]:
    """Every rule, input, answer and kept value exists, and is of the kind it is used as."""
    problems = [*_statements(found.statements, world), *_unused(found)]
    kept = {str(one.name): one for one in found.keeps}
    for show in found.shows:
        problems += _show(show, kept, world)
    for comparison in found.compares:
        problems += _comparison(comparison, world)
    return problems


def _statements(found: Statements, world: World) -> Iterator[Problem]:
    fee = found.fee
    rule = world.rules.get(str(fee.rule))
    if rule is None:
        yield from _no_rule(fee.rule, world)
    else:
        yield from _answer(rule, fee.answer, "money")
        yield from _input(rule, fee.amount, "money")
        yield from _input(rule, fee.day, "date")
        yield from _input(rule, fee.before, "money") if fee.before else ()
        if fee.day and fee.day != rule.dated_by:
            mend = f"write `{rule.dated_by}`: a payment's fee is that of its own day"
            yield Problem("POL204", f"`{fee.day}` does not date {rule.id}", fee.day.place, help=mend)
    roles = [str(role) for role, _ in found.columns]
    for role in (role for role in NEEDED if found.columns and role not in roles):
        mend = f"add `{role}: [its names]`; without it no row can be read. Columns are: {', '.join(COLUMNS)}"
        yield Problem("POL111", f"no column is `{role}`", found.columns[0][0].place, help=mend)
    for words in (found.columns, found.kinds):
        yield from _twice(word for _, names in words for word in names)


def _twice(words: Iterable[Text]) -> Iterator[Problem]:
    first: dict[str, Text] = {}
    for word in words:
        same = first.setdefault(word.casefold(), word)
        if same is not word:
            also = ((same.place, "first here"),)
            mend = "keep one of the two"
            yield Problem("POL201", f"`{word[:60]}` would mean two things", word.place, "again", mend, also)


def _show(show: Show, kept: Mapping[str, Kept], world: World) -> Iterator[Problem]:
    rule = world.rules.get(str(show.rule))
    if rule is None:
        yield from _no_rule(show.rule, world)
        return
    yield from _answer(rule, show.answer)
    for name, value in show.given:
        like = Kept(value, value, value, "date", "") if value == TODAY else kept.get(str(value))
        if like is None:
            yield _undeclared("nothing kept is called", value, [*kept, TODAY])
        else:
            yield from _input(rule, name, like.kind)
    for name, value in show.says:
        yield from _input(rule, name, "choice", "yesno")
        options = _options(rule, name)
        if options and value not in options:
            mend = f"write one of: {', '.join(options)}"
            label = did_you_mean(value, options)
            yield Problem("POL222", f"`{value}` is not among the options", value.place, label, mend)
    if show.only and show.only not in kept:
        yield _undeclared("nothing kept is called", show.only, kept)


def _comparison(comparison: Comparison, world: World) -> Iterator[Problem]:
    rule = world.rules.get(str(comparison.rule))
    if rule is None:
        yield from _no_rule(comparison.rule, world)
        return
    others = [world.rules[str(take.rule)] for take in comparison.takes if str(take.rule) in world.rules]
    asked = {str(one.name) for other in (rule, *others) for one in other.inputs}
    for take in comparison.takes:
        yield from _take(take, rule, asked, world)


def _take(take: Take, rule: Rule, asked: set[str], world: World) -> Iterator[Problem]:
    other = world.rules.get(str(take.rule))
    if other is None:
        yield from _no_rule(take.rule, world)
        return
    yield from _answer(other, take.answer, "money" if take.share_of else "")
    kinds = {str(step.name): step.kind for step in other.steps}
    yield from _input(rule, take.input, "rate" if take.share_of else kinds.get(str(take.answer), ""))
    if take.share_of:
        yield from _input(other, take.share_of, "money")
    for name, value in take.given:
        yield from _input(other, name)
        if value not in asked:
            yield _undeclared("none of the rules asks for", value, asked)


def _unused(found: Clients) -> Iterator[Problem]:
    used = {str(value) for show in found.shows for _, value in show.given}
    for one in found.keeps:
        if one.name not in used:
            mend = "give it to a rule below `shows`, or remove it: nothing is kept that nothing needs"
            yield Problem("POL404", f"nothing shown needs `{one.name}`", one.name.place, help=mend)


def _no_rule(name: Text, world: World) -> Iterator[Problem]:
    if name:
        label, mend = did_you_mean(name, world.rules), "name a rule by its id"
        yield Problem("POL207", f"there is no rule `{name}`", name.place, label, mend)


def _answer(rule: Rule, name: Text, kind: str = "") -> Iterator[Problem]:
    kinds = {str(step.name): step.kind for step in rule.steps}
    answers = [str(answer) for answer in rule.answers]
    if name and name not in answers:
        yield _undeclared(f"{rule.id} does not answer with", name, answers)
    elif name and kind and kinds.get(str(name), kind) != kind:
        mend = f"take an answer that is {kind}"
        yield Problem("POL221", f"`{name}` is {kinds[str(name)]}, not {kind}", name.place, help=mend)


def _input(rule: Rule, name: Text, *kinds: str) -> Iterator[Problem]:
    inputs: dict[str, Input] = {str(one.name): one for one in rule.inputs}
    if not name:
        return
    if name not in inputs:
        yield _undeclared(f"{rule.id} does not ask for", name, inputs)
    elif any(kinds) and inputs[str(name)].kind not in kinds:
        mend = f"{rule.id} asks for `{name}` as {inputs[str(name)].kind}"
        yield Problem("POL221", f"`{name}` is not {' or '.join(kinds)}", name.place, help=mend)


def _options(rule: Rule, name: Text) -> list[str]:
    one = next((one for one in rule.inputs if one.name == name), None)
    if one is None:
        return []
    return ["yes", "no"] if one.kind == "yesno" else list(one.options)


def _undeclared(message: str, name: Text, known: Iterable[str]) -> Problem:
    known = sorted(known)
    label, mend = did_you_mean(name, known), f"there is: {', '.join(known)}"
    return Problem("POL203", f"{message} `{name}`", name.place, label, mend)
