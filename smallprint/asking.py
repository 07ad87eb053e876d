"""A rule's id and typed inputs in, an outcome out: how checks and pages ask the calculators made from a policy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from smallprint.model import Policy

# The object that `calculators.ask` answers with.
type Outcome = dict[str, object]

# A rule's id, what is typed by input name, and the reading to stand at the top, or "" for the adopted one.
type Ask = Callable[[str, Mapping[str, str], str], Outcome]

# A rule's id, a picture's name, what is typed, and the reading to stand at the top: the picture of that example.
type Draw = Callable[[str, str, Mapping[str, str], str], Outcome]


def last_checked(policy: Policy) -> date:
    """The day that stands for today: the last one on which a source was checked."""
    return max((source.checked for source in policy.sources.values()), default=date.min)
