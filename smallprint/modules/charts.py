"""A chart of a policy file in, the source of the same chart in the rule's module out."""

from __future__ import annotations

from smallprint.model import Chart, Rule
from smallprint.modules.layout import call, quoted, strings, tuple_of


def chart(one: Chart, rule: Rule, imports: set[tuple[str, str]]) -> str:
    """The item of the class's `charts`; what it imports besides goes into `imports`."""
    arguments = [quoted(text) for text in (one.title, one.across, one.start, one.end)]
    arguments.append(strings(one.of or rule.answers[:1]))
    if one.share:
        arguments.append("share=True")
    if one.lines:
        imports.add(("calculators.runtime.charts", "Line"))
        lines = (f"Line({quoted(line.label)}, {_given(line.given)})" for line in one.lines)
        arguments.append(f"lines={tuple_of(lines)}")
    return call("Chart", arguments, "        ", ",")


def _given(given: tuple[tuple[str, str], ...]) -> str:
    return tuple_of(f"({quoted(name)}, {quoted(text)})" for name, text in given)
