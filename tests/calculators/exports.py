"""Texts of exports in, what the calculators say of them out: helpers for the tests of statements."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from calculators.calls import call
from calculators.statements.terms import Layout
from smallprint.client_settings import layout
from tests.real import real_policy

HEADING = "Date,Ref ID,Type,Description,Team,Amount"
type Json = Any


@cache
def real_layout() -> Layout:
    clients = real_policy().clients
    assert clients is not None
    return layout(clients)


def read(*texts: str, whole: str = "yes", **more: object) -> Json:
    """What the calculators say of exports with these texts."""
    answers = more.pop("answers", {})
    files = [{"name": f"{n}.csv", "text": text, "answers": answers} for n, text in enumerate(texts, 1)]
    asked = {"layout": real_layout(), "files": files, "groups": {}, "before": {}, "whole": whole, "today": "2026-11-26"}
    return json.loads(call("statement", json.dumps(asked | more)))


def rows(*lines: str, heading: str = HEADING) -> str:
    return "\n".join([heading, *lines, ""])


def payments(said: Json) -> list[tuple[str, str, str | None]]:
    return [(one["on"], one["amount"]["value"], one["fee"] and one["fee"]["value"]) for one in said["payments"]]


def why(said: Json) -> list[tuple[int, str]]:
    return [(one["line"], one["why"]) for one in said["listed"]]
