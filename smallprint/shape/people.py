"""The node tree of one person's file in, a draft of the person out."""

from __future__ import annotations

from smallprint import keys, read
from smallprint.model.people import Person, Question
from smallprint.problems import Problem
from smallprint.shape.fields import Fields
from smallprint.shape.rule import check_name

FOLDER = "policy/people/"


def shape_person(path: str, node: read.Node) -> tuple[Person, list[Problem]]:
    """The person of `path`."""
    fields = Fields(node, keys.PERSON, [])
    id = fields.id("person")
    check_name(fields, id, path)
    if not path.startswith(FOLDER):
        fields.report("POL012", "people stand in a folder of their own", id.place, help=f"move the file to {FOLDER}")
    asks = fields.each("asks", lambda item: _question(item, fields))
    return Person(id, path, fields.text("name"), fields.text("who"), asks), fields.problems


def _question(node: read.Node, fields: Fields) -> Question:
    own = Fields(node, keys.QUESTION, fields.problems)
    given = tuple((name, own.scalar(value, f"`{name}`")) for name, value in own.entries("given"))
    return Question(own.text("title"), own.id("rule"), given)
