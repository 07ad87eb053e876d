"""The node tree of one rule's file in, a draft of the rule out."""

from __future__ import annotations

from pathlib import PurePosixPath

from smallprint import keys, read
from smallprint.model import Example, Next, Reading, Rule, WordList
from smallprint.model.steps import Step
from smallprint.places import Text
from smallprint.problems import Problem
from smallprint.shape.charts import shape_chart, typed
from smallprint.shape.fields import Fields
from smallprint.shape.figures import shape_figure, shape_input, shape_period
from smallprint.shape.laws import shape_law
from smallprint.shape.steps import shape_step


def shape_rule(path: str, node: read.Node) -> tuple[Rule, list[Problem]]:
    """The rule of `path`; what could not be read is left out of it and named in the problems."""
    fields = Fields(node, keys.RULE, [])
    rule_id = fields.id("rule")
    check_name(fields, rule_id, path)
    steps = tuple(s for name, n in fields.entries("steps") if (s := shape_step(name, n, fields)))
    by_name = {str(step.name): step for step in steps}
    rule = Rule(
        id=rule_id,
        topic=PurePosixPath(path).parent.name,
        path=path,
        question=fields.text("question"),
        short=fields.text("short"),
        roles=roles(fields),
        confidence=fields.one_of("confidence", keys.CONFIDENCES, "high"),
        dated_by=fields.text("dated_by"),
        answer=fields.text("answer"),
        inputs=tuple(shape_input(name, n, fields) for name, n in fields.entries("inputs")),
        figures=tuple(shape_figure(name, n, fields) for name, n in fields.entries("figures")),
        steps=steps,
        answers=fields.texts("answers"),
        periods=fields.each("periods", lambda item: shape_period(item, fields)),
        readings=tuple(_reading(name, n, fields, by_name) for name, n in fields.entries("readings", named=False)),
        examples=fields.each("examples", lambda item: _example(item, fields)),
        lists=tuple(_word_list(name, n, fields) for name, n in fields.entries("lists")),
        not_covered=fields.texts("not_covered"),
        not_known=fields.texts("not_known"),
        notes=notes(fields),
        laws=fields.each("laws", lambda item: shape_law(item, fields)),
        next=tuple(_next(name, n, fields) for name, n in fields.entries("next", named=False)),
        inputs_from=_inputs_from(fields),
        charts=fields.each("charts", lambda item: shape_chart(item, fields)),
    )
    return rule, fields.problems


def check_name(fields: Fields, id: Text, path: str) -> None:
    """A file's stem is the id of what it holds."""
    stem = PurePosixPath(path).stem
    if id and id != stem:
        help = f"write `{stem}`, or rename the file to {id}.yaml"
        fields.report("POL116", f"the id `{id}` is not the file's name", id.place, help=help)


def roles(fields: Fields) -> tuple[Text, ...]:
    """Whom it concerns."""
    found = fields.texts("for")
    for role in found:
        if role not in keys.ROLES:
            fields.report(
                "POL105", f"`{role}` is not a role", role.place, help=f"the roles are: {', '.join(keys.ROLES)}"
            )
    return found


def notes(fields: Fields) -> tuple[tuple[Text, tuple[Text, ...]], ...]:
    """Sentences with their sources."""

    def note(node: read.Node) -> tuple[Text, tuple[Text, ...]]:
        own = Fields(node, keys.NOTE, fields.problems)
        return own.text("say"), own.texts("source")

    return fields.each("notes", note)


def _inputs_from(fields: Fields) -> tuple[Text, tuple[Text, ...]] | None:
    if not fields.has("inputs_from"):
        return None
    own = Fields(fields.nodes["inputs_from"], keys.INPUTS_FROM, fields.problems)
    return own.id("rule"), own.texts("except")


def _reading(name: Text, node: read.Node, fields: Fields, steps: dict[str, Step]) -> Reading:
    own = Fields(node, keys.READING, fields.problems, name)
    overlaid = (shape_step(n, item, own, steps.get(n)) for n, item in own.entries("steps"))
    return Reading(
        id=name,
        title=own.text("title"),
        standing=own.one_of("standing", keys.STANDINGS, "disputed"),
        because=own.text("because"),
        held_by=own.texts("held_by"),
        start=own.date("from"),
        until=own.date("until"),
        figures=tuple(shape_figure(n, item, own) for n, item in own.entries("figures")),
        steps=tuple(step for step in overlaid if step),
        answers=own.texts("answers"),
        answer=own.text("answer"),
    )


def _next(name: Text, node: read.Node, fields: Fields) -> Next:
    own = Fields(node, keys.NEXT, fields.problems, name)
    carry = tuple((into, own.scalar(value, f"`{into}`")) for into, value in own.entries("carry"))
    return Next(name, own.text("say"), carry)


def _word_list(name: Text, node: read.Node, fields: Fields) -> WordList:
    if not isinstance(node, read.Sequence):
        fields.report("POL103", f"`{name}` is a list of words", node.place, help="write it as [first, second]")
        return WordList(name, ())
    return WordList(name, tuple(fields.scalar(item, "a word") for item in node.items))


def _example(node: read.Node, fields: Fields) -> Example:
    own = Fields(node, keys.EXAMPLE, fields.problems)
    given = typed(own)
    expect: list[tuple[Text, Text]] = []
    for name, value in own.entries("expect"):
        values = value.items if isinstance(value, read.Sequence) else (value,)
        texts = [own.scalar(item, f"`{name}`") for item in values]
        joined = Text(", ".join(texts), value.place)
        expect.append((name, joined))
    title = own.text("title")
    return Example(title, given, tuple(expect), own.text("reading"), own.texts("source"), title)
