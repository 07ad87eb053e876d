"""The node trees of the source register and of procedures in, drafts of them out."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

from smallprint import keys, read
from smallprint.model import Source
from smallprint.model.procedures import Procedure, ProcedureStep
from smallprint.places import Text
from smallprint.problems import Problem
from smallprint.shape.check_days import check_days
from smallprint.shape.fields import Fields
from smallprint.shape.rule import check_name, notes, roles


def shape_sources(node: read.Node) -> tuple[dict[str, Source], list[Problem]]:
    """`policy/sources.yaml`: every source by its id."""
    problems: list[Problem] = []
    if not isinstance(node, read.Mapping):
        return {}, [Problem("POL101", "the register is a mapping of source ids", node.place)]
    sources = {str(name): _source(name, item, problems) for name, item in node.entries}
    return sources, problems


def shape_procedure(path: str, node: read.Node) -> tuple[Procedure, list[Problem]]:
    """The procedure of `path`."""
    fields = Fields(node, keys.PROCEDURE, [])
    id = fields.id("procedure")
    check_name(fields, id, path)
    procedure = Procedure(
        id=id,
        topic=PurePosixPath(path).parent.name,
        path=path,
        question=fields.text("question"),
        short=fields.text("short"),
        roles=roles(fields),
        confidence=fields.one_of("confidence", keys.CONFIDENCES, "high"),
        since=str(fields.text("since")),
        steps=fields.each("steps", lambda item: _step(item, fields)),
        effects=fields.texts("effects"),
        notes=notes(fields),
        not_known=fields.texts("not_known"),
    )
    return procedure, fields.problems


def _source(name: Text, node: read.Node, problems: list[Problem]) -> Source:
    own = Fields(node, keys.SOURCE, problems, name)
    own.is_id(name)
    address = own.text("address")
    if address and not address.startswith(("https://", "http://")):
        own.report(
            "POL117",
            f"`{address}` is not a web address",
            address.place,
            help="write it from https:// on, or leave it out",
        )
    checked, check_by = check_days(own)
    return Source(
        id=name,
        title=own.text("title"),
        publisher=own.text("publisher"),
        kind=Text(own.one_of("kind", keys.SOURCE_KINDS, "blog")),
        dated=str(own.text("dated")),
        address=str(address),
        checked=checked or date.min,
        check_by=check_by or date.min,
        note=str(own.text("note")),
    )


def _step(node: read.Node, fields: Fields) -> ProcedureStep:
    own = Fields(node, keys.PROCEDURE_STEP, fields.problems)
    who = Text(own.one_of("who", keys.ROLES, "anyone"), own.text("who").place)
    return ProcedureStep(who, own.text("do"), own.text("rule"), str(own.text("note")), own.texts("source"))
