"""A rule that reads well in, a problem out for every example that its generated module answers otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.runtime.worked import plain
from smallprint.asking import Ask, Outcome
from smallprint.check.shown import never_shown, worked_from
from smallprint.expected import INSTEAD, expected
from smallprint.model import Example, Rule
from smallprint.places import Text
from smallprint.problems import Problem, did_you_mean

MOST_PLACES = 8


def examples(rule: Rule, ask: Ask) -> list[Problem]:
    """Every example gives what it expects; together they show how each reading differs and where each case leads."""
    problems = _alike(rule)
    outcomes: list[Outcome] = []
    for example in rule.examples:
        try:
            outcome = run(rule, example, ask)
        except Exception as error:  # whatever it is, it is the policy file that has to change
            problems.append(_broken(example, error))
            continue
        outcomes.append(outcome)
        problems += _example(rule, example, outcome)
    return problems or [*_readings_differ(rule, outcomes), *never_shown(rule, outcomes)]


def run(rule: Rule, example: Example, ask: Ask) -> Outcome:
    """The answer to an example's inputs; an example has to give its day, so today does not matter."""
    return ask(rule.id, {str(name): str(text) for name, text in example.given}, example.reading)


def _broken(example: Example, error: Exception) -> Problem:
    notes = getattr(error, "__notes__", [])
    message = f"the rule breaks off in this example: {type(error).__name__} {' '.join(notes)}".strip()
    mend = "mend the step that is named"
    return Problem("POL506", message, example.place.place, help=mend)


def _alike(rule: Rule) -> list[Problem]:
    problems: list[Problem] = []
    first: dict[object, Example] = {}
    for example in rule.examples:
        typed = (frozenset((str(name), str(text)) for name, text in example.given), str(example.reading))
        other = first.setdefault(typed, example)
        if other is not example:
            also = ((other.place.place, "this one"),)
            mend = "keep one of the two, or change what is given"
            problems.append(
                Problem("POL507", "two examples give the same inputs", example.place.place, "and this", mend, also)
            )
    return problems


def _example(rule: Rule, example: Example, outcome: Outcome) -> list[Problem]:
    if example.reading and example.reading not in [r.id for r in rule.readings]:
        known = "the readings are: " + ", ".join(r.id for r in rule.readings)
        label = did_you_mean(example.reading, [r.id for r in rule.readings])
        return [Problem("POL203", f"there is no reading `{example.reading}`", example.reading.place, label, known)]
    if outcome.get("in_force_on") and rule.dated_by not in [name for name, _ in example.given]:
        mend = f"add `{rule.dated_by}` to `given`, so that the answer stays the same tomorrow"
        return [Problem("POL502", "the example does not say its day", example.place.place, help=mend)]
    wanted = expected(example, rule)
    found = _found(outcome)
    return [
        problem
        for name, text in example.expect
        for problem in _compared(rule, name, text, wanted[str(name)], found, outcome)
    ]


def _compared(
    rule: Rule, name: Text, text: Text, wanted: str, found: dict[str, str], outcome: Outcome
) -> list[Problem]:
    if name not in found and name not in (*rule.answers, *INSTEAD):
        known = "the answers are: " + ", ".join(rule.answers)
        return [Problem("POL203", f"there is no answer `{name}`", name.place, did_you_mean(name, rule.answers), known)]
    if name in INSTEAD and set(wanted.split()) <= set(found.get(name, "").split()) and wanted:
        return []
    if found.get(name) == wanted:
        return []
    gives = f"{name} {found[name]}" if name in found else "; ".join(f"{k} {v}" for k, v in found.items() if k != "why")
    also = tuple(worked_from(rule, name, outcome))[:MOST_PLACES]
    why = f" ({found['why']})" if "why" in found else ""
    message = f"the example expects {name} {text}, the rule gives {gives}{why}"
    mend = "work it out by hand from the source, then mend the example or the rule"
    return [Problem("POL503", message, text.place, f"gives {found.get(name, 'no answer')}", mend, also)]


def _found(outcome: Outcome) -> dict[str, str]:
    errors = outcome.get("errors")
    if isinstance(errors, list):
        why = " ".join(dict.fromkeys(str(error["message"]) for error in errors))
        return {"mistake": " ".join(str(error["input"]) for error in errors), "why": why}
    missing = outcome["missing"]
    if isinstance(missing, list) and missing:
        return {"missing": " ".join(missing)}
    answers = outcome["answers"]
    assert isinstance(answers, dict)
    return {name: plain(value) for name, value in answers.items()}


def _readings_differ(rule: Rule, outcomes: Sequence[Outcome]) -> list[Problem]:
    same = {r.id for r in rule.readings if r.standing != "adopted"}
    for outcome in outcomes:
        found = outcome.get("readings", [])
        assert isinstance(found, list)
        by_id = {entry["id"]: entry["answers"] for entry in found}
        adopted = by_id.get(str(rule.adopted.id))
        same -= {id for id, answers in by_id.items() if answers and adopted and answers != adopted}
        if not adopted:
            same -= {id for id, answers in by_id.items() if answers}
    mend = "add an example in which it differs; if there is none, tell of it in `notes` instead"
    return [
        Problem("POL504", f"no example shows how the reading `{reading.id}` differs", reading.id.place, help=mend)
        for reading in rule.readings
        if reading.id in same
    ]
