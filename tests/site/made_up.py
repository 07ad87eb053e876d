"""A small policy made by hand, with a bit of everything a page can show, and texts that try to be markup."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from calculators.runtime.svg import element, escaped
from calculators.runtime.values import Band, Bands
from smallprint.model import Chart, Example, Figure, Input, Policy, Reading, Rule, Source, Version
from smallprint.model.procedures import Procedure, ProcedureStep
from smallprint.model.steps import Case, Cases, Step
from smallprint.places import Text
from smallprint.site import Site

HOSTILE = 'A <script>alert(1)</script> & [link](javascript:1) *b* `c` {{ d }} "e" </title>'
HERE = Text("2020-01-01")
DAY = date(2026, 11, 23)
SITE = Site("Smallprint", "Rules, worked out.", "https://guide.example/", "https://example.org/guide", "Independent.")


def made_up_policy(text: str = HOSTILE) -> Policy:
    """One rule with two readings, gaps and bands, and one procedure; `text` stands wherever a contributor writes."""
    said = Text(text)
    here = (Text("help-fee"),)
    sources = {
        id: Source(Text(id), said, said, Text(kind), text, "https://example.org/", DAY, DAY, text)
        for id, kind in (("help-fee", "official help"), ("blog", "blog"))
    }
    bands = Bands((Band(Decimal(500), Decimal("0.20")), Band(None, Decimal("0.05"))))
    versions = (
        Version(date(2016, 6, 21), date(2023, 5, 2), bands, here, HERE, text, "low"),
        Version(date(2023, 5, 3), date(2024, 1, 1), None, (), HERE, unknown=text),
        Version(date(2024, 1, 2), None, None, here, HERE, none=text),
    )
    step = Step(Text("fee"), said, "money", Cases((Case(None, None, said, text, here, HERE),)))
    readings = (
        Reading(Text("official"), said, "adopted", said, here),
        Reading(Text("other"), said, "contradicted", said, (Text("blog"),), date(2016, 6, 21), None, (), (step,)),
    )
    given = ((Text("amount"), Text("600")),)
    rule = Rule(
        id=Text("made-up"), topic="fees", path="policy/fees/made-up.yaml", question=said, short=said,
        roles=(Text("freelancer"),), confidence="medium", dated_by=Text("paid_on"), answer=said,
        inputs=(Input(Text("amount"), said, said, "money"),),
        figures=(Figure(Text("fee_bands"), said, "bands", versions),), steps=(step,), answers=(Text("fee"),),
        periods=(), readings=readings, examples=(Example(said, given, (), Text("official"), here, HERE),),
        lists=(), not_covered=(said,), not_known=(said,), notes=((said, here),),
        charts=(Chart(said, Text("amount"), Text("0"), Text("9"), (), False, (), said),),
    )  # fmt: skip
    steps = (ProcedureStep(said, said, Text("made-up"), text, here),)
    procedure = Procedure(
        Text("to-do"), "fees", "policy/fees/to-do.yaml", said, said, (), "high", text, steps, (said,), (), (said,)
    )
    return Policy((rule,), (procedure,), sources)


def made_up_answer(text: str = HOSTILE) -> dict[str, object]:
    """What a calculator might answer to the rule's example."""
    shown = [{"name": "fee", "label": text, "text": "$110.00"}]
    part = {"label": text, "shown": "$10.00"}
    step = {
        "name": "fee",
        "label": text,
        "value": "110.00",
        "shown": "$110.00",
        "formula": text,
        "because": text,
        "sources": ["help-fee"],
    }
    other = [{"name": "fee", "label": text, "text": "$60.00"}]
    readings = [{"id": "official", "shown": shown}, {"id": "other", "shown": other}]
    return {
        "sentence": text, "answers": {"fee": "110.00"}, "shown": shown, "steps": [{**step, "parts": [part]}],
        "read": {"amount": "$600.00"}, "readings": readings,
    }  # fmt: skip


def draw_made_up(rule: str, name: str, typed: Mapping[str, str], reading: str) -> dict[str, object]:
    """What the rule's picture might be."""
    drawing = element("svg", element("text", escaped(HOSTILE)))
    table = [[HOSTILE, HOSTILE], [HOSTILE, HOSTILE]]
    return {"title": HOSTILE, "wide": drawing, "narrow": drawing, "table": table, "notes": [HOSTILE]}
