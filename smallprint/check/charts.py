"""A rule in, a problem out for every chart of it that cannot be drawn as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.runtime.inputs import read
from calculators.runtime.mistakes import Unreadable
from calculators.runtime.values import Value
from smallprint.asking import Ask, Draw
from smallprint.check.people import runtime_input
from smallprint.check.world import World
from smallprint.expected import INSTEAD
from smallprint.kinds import UNKNOWN
from smallprint.model import Chart, ChartLine, Example, Input, Rule
from smallprint.places import NO_TEXT, Text
from smallprint.problems import Problem, did_you_mean
from smallprint.scope import Scope, scope_of

ACROSS = ("money", "rate", "number", "count", "date")
type Given = tuple[tuple[Text, Text], ...]

DRAWN = ("money", "rate", "number", "count", "days", "months")


def charts(rule: Rule, world: World) -> list[Problem]:
    """What a chart names is there and can stand on an axis, and what it gives can be typed."""
    return [problem for chart in rule.charts for problem in _chart(chart, rule)]


def drawn(rule: Rule, ask: Ask, draw: Draw) -> Iterator[Problem]:
    """Every chart of a sound rule draws a line for its example, and each line that it lists.

    A line with an answer somewhere is there; only where the ends and the example have none is it drawn to see.
    """
    for number, chart in enumerate(rule.charts, 1):
        example = example_of(chart, rule)
        assert example is not None
        if all(_answers(rule, chart, example, line.given, ask) for line in chart.lines or (ChartLine(NO_TEXT, ()),)):
            continue
        typed = {str(name): str(text) for name, text in example.given}
        found = draw(rule.id, str(number), typed, example.reading).get("lines")
        labels = found if isinstance(found, list) else []
        if not labels:
            mend = "name an example that has an answer, or another range"
            yield Problem("POL508", "the example gives this chart no line", chart.example.place, help=mend)
        for line in chart.lines if labels else ():
            if line.label not in labels:
                mend = "give all that is asked on its day, and a day of which something is known"
                yield Problem("POL508", "this line cannot be drawn", line.label.place, help=mend)


def _answers(rule: Rule, chart: Chart, example: Example, given: Given, ask: Ask) -> bool:
    typed = {str(name): str(text) for name, text in (*example.given, *given)}
    here = typed.get(str(chart.across), "")
    tried = ({**typed, str(chart.across): str(across)} for across in (here, chart.end, chart.start) if across)
    return any(ask(rule.id, one, example.reading).get("answers") for one in tried)


def example_of(chart: Chart, rule: Rule) -> Example | None:
    """The example that the chart names."""
    return next((example for example in rule.examples if example.title == chart.example), None)


def dated_example(rule: Rule) -> Example | None:
    """The example whose days are shown: the first with an answer, where the rule answers with dates."""
    if not any(step.kind == "date" for step in rule.steps if step.name in rule.answers):
        return None
    answered = (one for one in rule.examples if not {str(name) for name, _ in one.expect} & set(INSTEAD))
    return next((one for one in answered if one.reading in ("", rule.adopted.id)), None)


def _chart(chart: Chart, rule: Rule) -> Iterator[Problem]:
    scope = scope_of(rule)
    yield from _across(chart, scope)
    yield from _steps(chart, scope)
    titles = [str(example.title) for example in rule.examples]
    if chart.example and example_of(chart, rule) is None:
        label = did_you_mean(chart.example, titles)
        mend = "write an example's title as it stands below `examples`"
        yield Problem("POL203", f"no example is called `{chart.example[:60]}`", chart.example.place, label, mend)
    if chart.lines and len(chart.of) > 1:
        mend = "draw one step, or leave `lines` out"
        message = "a chart has lines of its own, or a line for each step"
        yield Problem("POL225", message, chart.of[1].place, help=mend)
    for line in chart.lines:
        for name, text in line.given:
            yield from _given(name, text, scope)


def _across(chart: Chart, scope: Scope) -> Iterator[Problem]:
    asked = scope.inputs.get(str(chart.across))
    if asked is None:
        if chart.across:
            yield _no_input(chart.across, scope)
        return
    if asked.kind not in ACROSS or (chart.share and asked.kind != "money"):
        message = f"`{asked.name}` is {'no amount' if chart.share else 'nothing that runs along an axis'}"
        wanted = "an amount: the share is of it" if chart.share else "an amount, a rate, a number, a count or a date"
        yield Problem("POL225", message, chart.across.place, f"it is a {asked.kind}", f"name {wanted}")
        return
    ends: list[Value] = []
    for text in (chart.start, chart.end):
        try:
            ends += [read(runtime_input(asked), text)] if text else []
        except Unreadable as why:
            yield Problem("POL802", f"a reader could not type `{text[:60]}` here", text.place, help=str(why))
    if len(ends) == 2 and not ends[0] < ends[1]:  # type: ignore[operator]  # both are of the input's kind
        also = ((chart.start.place, "from here"),)
        yield Problem(
            "POL303", "the chart ends where it begins, or before", chart.end.place, "to here", "swap the two", also
        )


def _steps(chart: Chart, scope: Scope) -> Iterator[Problem]:
    first: Text | None = None
    for name in chart.of or scope.rule.answers[:1]:
        step = scope.steps.get(str(name))
        if step is None:
            if chart.of:
                label = did_you_mean(name, scope.steps)
                yield Problem("POL203", f"there is no step `{name}`", name.place, label, "a chart draws steps")
            continue
        kind = scope.declared(str(name)) or UNKNOWN
        place = name.place if chart.of else chart.title.place
        if kind.name not in DRAWN or (chart.share and kind.name != "money"):
            mend = "name a step that is an amount" if chart.share else "name a step that is an amount or another number"
            yield Problem("POL225", f"`{name}` is of kind {kind.name}, which a chart cannot draw", place, help=mend)
        elif first is not None and (other := scope.declared(str(first))) != kind:
            also = ((first.place, f"this is of kind {other and other.name}"),)
            mend = "give each its own chart"
            message = f"`{name}` is of kind {kind.name}, and cannot share an axis"
            yield Problem("POL225", message, place, "with this", mend, also)
        first = first or name


def _given(name: Text, text: Text, scope: Scope) -> Iterator[Problem]:
    asked: Input | None = scope.inputs.get(str(name))
    if asked is None:
        yield _no_input(name, scope)
        return
    try:
        read(runtime_input(asked), text)
    except Unreadable as why:
        yield Problem("POL802", f"a reader could not type `{text[:60]}` here", text.place, help=str(why))


def _no_input(name: Text, scope: Scope) -> Problem:
    known = "the inputs are: " + ", ".join(scope.inputs)
    return Problem("POL203", f"there is no input `{name}`", name.place, did_you_mean(name, scope.inputs), known)
