"""The nodes of steps in, drafts of them out: one formula, cases, requirements, detectors, or another rule's step."""

from __future__ import annotations

from smallprint import keys, read
from smallprint.model.steps import Apply, Case, Cases, Detect, Detection, How, Requirement, Requirements, Solve, Step
from smallprint.model.tree import Formula
from smallprint.places import Text
from smallprint.shape.fields import Fields

WAYS = ("is", "say", "cases", "requirements", "detect", "apply", "solve")


def shape_step(name: Text, node: read.Node, fields: Fields, inherited: Step | None = None) -> Step | None:
    """One entry of `steps`; a reading's step takes label, kind, options and rounding from the one it replaces."""
    own = Fields(node, keys.STEP, fields.problems, name)
    if inherited is not None:
        fields.problems[:] = [p for p in fields.problems if not (p.code == "POL111" and p.place == name.place)]
    ways = [way for way in WAYS if own.has(way)]
    if not ways and own.misspelt:
        return None
    if len(ways) != 1:
        place = own.keys[ways[1]].place if ways else own.place
        mend = f"give one of: {', '.join(WAYS)}"
        own.report("POL115", f"the step `{name}` says {'two things' if ways else 'nothing'}", place, help=mend)
        return None
    how = _how(name, ways[0], own)
    if how is None:
        return None
    default_kind = {"requirements": "list", "detect": "list", "say": "text", "solve": "money"}.get(ways[0], "")
    kind = own.one_of("kind", keys.STEP_KINDS) or default_kind
    return Step(
        name=name,
        label=own.text("label") if own.has("label") or inherited is None else inherited.label,
        kind=kind or (inherited.kind if inherited else ""),
        how=how,
        round=own.one_of("round", ("cent",)) or (inherited.round if inherited else ""),
        options=own.options() or (inherited.options if inherited else {}),
        start=own.date("from") or (inherited.start if inherited else None),
    )


def _how(name: Text, way: str, own: Fields) -> How | None:
    because, sources = str(own.text("because")), own.texts("source")
    match way:
        case "is" | "say":
            gives, says = own.formula("is"), own.text("say") if own.has("say") else None
            if gives is None and says is None:
                return None
            return Cases((Case(None, gives, says, because, sources, name),))
        case "cases":
            _said_inside(own)
            return Cases(own.each("cases", lambda item: _case(item, own)))
        case "requirements":
            requirements = own.each("requirements", lambda item: _requirement(item, own))
            return Requirements(requirements, because, sources)
        case "detect":
            detect = Fields(own.nodes["detect"], keys.DETECT, own.problems)
            found = detect.each("find", lambda item: _detection(item, detect))
            return Detect(detect.text("in"), found, because, sources)
        case "apply":
            applied = Fields(own.nodes["apply"], keys.APPLY, own.problems)
            instead = tuple((key, f) for key, node in applied.entries("with") if (f := _formula(node, applied)))
            return Apply(applied.id("rule"), applied.text("step"), instead, because, sources)
    solved = Fields(own.nodes["solve"], keys.SOLVE, own.problems)
    at_least = solved.formula("at_least")
    if at_least is None:
        return None
    return Solve(solved.id("rule"), solved.text("step"), solved.text("for"), at_least, because, sources)


def _said_inside(own: Fields) -> None:
    """Each case has its own reason; one beside `cases` would be lost."""
    for key in ("because", "source"):
        if own.has(key):
            mend = "write it inside each case"
            own.report("POL115", f"a step with `cases` has no `{key}` of its own", own.keys[key].place, help=mend)


def _formula(node: read.Node, fields: Fields) -> Formula | None:
    return fields.read_formula(fields.scalar(node, "a formula"))


def _case(node: read.Node, fields: Fields) -> Case | None:
    own = Fields(node, keys.CASE, fields.problems)
    branch = own.has("when")
    if branch == own.has("otherwise"):
        mend = "give each case `when:` with a condition, and the last one `otherwise:`"
        own.report("POL115", "a case has `when` or `otherwise`, one of the two", own.place, help=mend)
        return None
    place = own.keys["when" if branch else "otherwise"]
    says = own.text("say") if own.has("say") else None
    if not branch and (says is not None or own.has("is")) and own.text("otherwise") not in ("yes", ""):
        mend = "write `otherwise: formula`, or `otherwise: yes` beside `is` or `say`"
        own.report("POL115", "this case says two things", place.place, help=mend)
        return None
    value = "is" if branch or own.has("is") else "otherwise"
    gives = None if says is not None else own.formula(value)
    if branch and own.lacks("is") and own.lacks("say"):
        own.report("POL115", "a case without a value", place.place, help="add `is: formula` or `say: text`")
    when = own.formula("when")
    if (branch and when is None) or (gives is None and says is None):
        return None
    return Case(when, gives, says, str(own.text("because")), own.texts("source"), place)


def _requirement(node: read.Node, fields: Fields) -> Requirement | None:
    own = Fields(node, keys.REQUIREMENT, fields.problems)
    that = own.formula("that")
    id = own.member_id("id")
    return Requirement(id, that, own.text("otherwise"), own.texts("source")) if that and id else None


def _detection(node: read.Node, fields: Fields) -> Detection | None:
    own = Fields(node, keys.FIND, fields.problems)
    detectors: list[tuple[Text, tuple[Text, ...]]] = []
    for item in own.items("with"):
        if not isinstance(item, read.Mapping) or len(item.entries) != 1:
            own.report(
                "POL103", "a detector is one name with its word lists", item.place, help="write it as {phrases: [list]}"
            )
            continue
        name, lists = item.entries[0]
        nodes = lists.items if isinstance(lists, read.Sequence) else (lists,)
        words = [n.text for n in nodes if isinstance(n, read.Scalar) and n.text]
        detectors.append((name, tuple(words)))
    id = own.member_id("id")
    return Detection(id, tuple(detectors), own.text("otherwise"), own.texts("source"), id) if id else None
