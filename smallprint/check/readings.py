"""A rule in, a problem out where its readings do not stand as readings should."""

from __future__ import annotations

from smallprint.check.world import World
from smallprint.model import Rule
from smallprint.problems import Problem


def readings(rule: Rule, world: World) -> list[Problem]:
    """Exactly one reading is adopted, and it is the file's own body; every other one changes something."""
    problems: list[Problem] = []
    adopted = [reading for reading in rule.readings if reading.standing == "adopted"]
    if not adopted:
        mend = "give one of them `standing: adopted`"
        problems.append(Problem("POL405", "no reading is adopted", rule.id.place, help=mend))
    for second in adopted[1:]:
        also = ((adopted[0].id.place, "adopted here"),)
        mend = "choose one; the other is disputed, contradicted or outdated"
        problems.append(Problem("POL405", "two readings are adopted", second.id.place, "and here", mend, also))
    for reading in rule.readings:
        changes = bool(reading.figures or reading.steps)
        if reading.standing == "adopted" and changes:
            mend = "put its figures and steps into the file's own"
            problems.append(
                Problem("POL406", f"the adopted reading `{reading.id}` changes the rule", reading.id.place, help=mend)
            )
        if reading.standing != "adopted" and not changes:
            mend = "add the `figures` or `steps` it changes; what computes nothing else belongs in `notes`"
            problems.append(
                Problem("POL406", f"the reading `{reading.id}` changes nothing", reading.id.place, help=mend)
            )
    return problems
