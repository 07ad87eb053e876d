"""A rule's id, a picture's name and what a reader typed in, the picture as JSON out, for the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from importlib import import_module

from calculators.rules import RULES
from calculators.runtime.pictured import pictured


def picture_json(rule_id: str, name: str, typed: Mapping[str, str], today: date, reading: str, yours: bool) -> str:
    """The picture, equal to the byte wherever it is drawn; see `runtime/pictured.py`. KeyError for an unknown rule."""
    readings = import_module(f"calculators.rules.{RULES[rule_id]}").READINGS
    return json.dumps(pictured(readings, name, typed, today, reading, yours))
