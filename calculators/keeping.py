"""An answered question in, what a reader keeps of it out: the answer as plain text, or as Python that works it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from calculators.ask import ask, rule_named
from calculators.unsure import ask_either_way


def as_text(
    rule: str,
    typed: Mapping[str, str],
    today: date,
    reading: str | None,
    address: str,
    sources: Mapping[str, str],
    unsure: Sequence[str] = (),
) -> str:
    """Question, answer, what was given and assumed, steps and readings, on lines; "" where there is no answer.

    `address` leads back to the answer, and `sources` has the title of each source by its id. Where the answer waits for
    what the reader does not know, which is `unsure`, it is told for each reply.
    """
    outcome = ask(rule, typed, today, reading)
    if _waits_for(outcome, unsure):
        parts = [[rule_named(rule).question], *_either_way(rule, typed, today, reading, unsure), _end(outcome, address)]
        return _text(parts) if len(parts) > 2 else ""
    if not outcome.get("answers"):
        return ""
    parts = [
        [rule_named(rule).question, str(outcome["sentence"])],
        _listed("Answer", outcome["shown"]),
        _listed("Given", outcome["given"]),
        _listed("Taken for granted", outcome["assumed"]),
        _steps(outcome["steps"], sources),
        _readings(outcome["readings"], str(outcome["reading"])),
        _end(outcome, address),
    ]
    return _text(parts)


def as_python(rule: str, typed: Mapping[str, str], today: date, reading: str | None) -> str:
    """A program that works the answer out with the calculators' wheel installed, and prints it.

    >>> print(as_python("offer-expiry", {"sent_on": "2026-01-01"}, date(2026, 1, 2), None))
    # When does this offer expire?
    from datetime import date
    <BLANKLINE>
    from calculators.ask import ask
    <BLANKLINE>
    typed = {
        'sent_on': '2026-01-01',
    }
    answer = ask('offer-expiry', typed, today=date(2026, 1, 2))
    print(answer["answers"])
    <BLANKLINE>
    """
    lines = [f"    {name!r}: {value!r}," for name, value in typed.items()]
    chosen = f", reading={reading!r}" if reading else ""
    day = f"date({today.year}, {today.month}, {today.day})"
    return "\n".join(
        [
            f"# {rule_named(rule).question}",
            "from datetime import date",
            "",
            "from calculators.ask import ask",
            "",
            "typed = {",
            *lines,
            "}",
            f"answer = ask({rule!r}, typed, today={day}{chosen})",
            'print(answer["answers"])',
            "",
        ]
    )


def _text(parts: Sequence[Sequence[str]]) -> str:
    return "\n\n".join("\n".join(line for line in part if line) for part in parts if part) + "\n"


def _end(outcome: Mapping[str, object], address: str) -> list[str]:
    return [f"Answered on {outcome['answered_on']} by an independent guide; not legal advice.", address]


def _waits_for(outcome: Mapping[str, object], unsure: Sequence[str]) -> bool:
    missing = outcome.get("missing", [])
    return isinstance(missing, list) and not set(missing).isdisjoint(unsure)


def _either_way(
    rule: str, typed: Mapping[str, str], today: date, reading: str | None, unsure: Sequence[str]
) -> list[list[str]]:
    """The replies that can be given, each with its answers and sentence; none where more has to be known first."""
    told = ask_either_way(rule, typed, today, reading, unsure)
    ways = told["either"]
    assert isinstance(ways, list)
    if told["missing"] or not ways:
        return []
    if told["same"]:
        words = "What you do not know makes no difference."
        return [[ways[0].get("sentence", ""), words], _listed("Answer", ways[0].get("shown", []))]
    return [["It depends on what you do not know."], *map(_way, ways)]


def _way(way: Mapping[str, list[dict[str, str]]]) -> list[str]:
    """One reply, or several that belong together, and what then is so."""
    replies = [f"{one['label']} {one['text']}" for one in way["given"]]
    answers = [f"- {row['label']}: {row['text']}{_after(row)}" for row in way.get("shown", [])]
    return [*replies, *answers, str(way.get("sentence", "")), *(one["message"] for one in way.get("errors", []))]


def _listed(title: str, rows: object) -> list[str]:
    assert isinstance(rows, list)
    return [title, *(f"- {row['label']}: {row['text']}{_after(row)}" for row in rows)] if rows else []


def _after(row: Mapping[str, str]) -> str:
    about, because = row.get("about"), row.get("because")
    return (f", {about}" if about else "") + (f". {because}" if because else "")


def _steps(steps: object, sources: Mapping[str, str]) -> list[str]:
    assert isinstance(steps, list)
    lines = ["How it was worked out"]
    for number, step in enumerate(steps, 1):
        formula = step["formula"]
        how = f" = {formula}" if formula and formula != "published" else ""
        lines.append(f"{number}. {step['label']}{how}: {step['shown']}")
        lines += [f"   {part['label']}: {part['shown']}" for part in step.get("parts", [])]
        if "unrounded" in step:
            lines.append(f"   {step['unrounded']['shown']}, rounded to the cent")
        lines += [f"   {step['because']}"] if step["because"] else []
        cited = "; ".join(sources.get(id, id) for id in step["sources"])
        lines += [f"   Source: {cited}"] if cited else []
    return lines


def _readings(readings: object, main: str) -> list[str]:
    assert isinstance(readings, list)
    if len(readings) == 1:
        return []
    lines = ["How others read it" if readings[0]["id"] == main else "How it is read"]
    for reading in readings:
        if reading["id"] == main and readings[0]["id"] == main:
            continue
        found = "; ".join(f"{one['label']}: {one['text']}" for one in reading["shown"]) or "more has to be known"
        lines.append(f"- {reading['title']} ({reading['standing']}): {found}")
    return lines
