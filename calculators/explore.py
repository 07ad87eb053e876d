"""A rule's id and what a reader typed in, what lies around the answer out: what would change it, and what it was.

It is asked after the answer, by itself, so that no answer waits for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from calculators.ask import readings_of
from calculators.rules import RULES
from calculators.runtime.explored import explored


def explore(rule_id: str, typed: Mapping[str, str], today: date, reading: str | None = None) -> dict[str, object]:
    """What would change this answer, where the readings agree, and the answer by the rules of every other time.

    The result is ready for JSON; see `explored` for what it holds. All of its lists are empty where there is no answer.
    """
    return explored(readings_of(rule_id) if rule_id in RULES else (), typed, today, reading)


def explore_json(rule_id: str, typed: Mapping[str, str], today: date, reading: str | None = None) -> str:
    """The same as JSON, equal to the byte wherever it is worked out."""
    return json.dumps(explore(rule_id, typed, today, reading))
