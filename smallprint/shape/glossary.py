"""The node tree of `policy/glossary.yaml` in, a draft of every term out."""

from __future__ import annotations

from smallprint import keys, read
from smallprint.model.terms import Term
from smallprint.places import Text
from smallprint.problems import Problem
from smallprint.shape.fields import Fields, place_of


def shape_glossary(node: read.Node) -> tuple[tuple[Term, ...], list[Problem]]:
    """The terms, in the order of the file."""
    problems: list[Problem] = []
    if not isinstance(node, read.Mapping):
        mend = "write each term's id with its keys below"
        return (), [Problem("POL101", "the glossary is a mapping of terms by id", place_of(node), help=mend)]
    return tuple(_term(name, item, problems) for name, item in node.entries), problems


def _term(name: Text, node: read.Node, problems: list[Problem]) -> Term:
    own = Fields(node, keys.TERM, problems, name)
    own.is_id(name)
    return Term(name, own.text("term"), own.texts("also"), own.text("says"), own.text("rule"), own.texts("source"))
