"""What every check may look at: all rules, procedures and sources, before it is known whether they hold together."""

from __future__ import annotations

from dataclasses import dataclass

from smallprint.model import Rule, Source
from smallprint.model.procedures import Procedure


@dataclass(frozen=True)
class World:
    """All of `policy/`, linked but not yet checked."""

    rules: dict[str, Rule]
    procedures: dict[str, Procedure]
    sources: dict[str, Source]
