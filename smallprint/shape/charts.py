"""The node of a chart in, a draft of the chart out."""

from __future__ import annotations

from smallprint import keys, read
from smallprint.model import Chart, ChartLine
from smallprint.places import Text
from smallprint.shape.fields import Fields


def shape_chart(node: read.Node, fields: Fields) -> Chart:
    """One item of `charts`."""
    own = Fields(node, keys.CHART, fields.problems)
    return Chart(
        title=own.text("title"),
        across=own.text("across"),
        start=own.text("from"),
        end=own.text("to"),
        of=own.texts("of"),
        share=own.flag("share"),
        lines=own.each("lines", lambda item: _line(item, own)),
        example=own.text("example"),
    )


def typed(fields: Fields) -> tuple[tuple[Text, Text], ...]:
    """`given`: inputs by name, as a reader would type them."""
    return tuple((name, fields.scalar(value, f"`{name}`")) for name, value in fields.entries("given"))


def _line(node: read.Node, fields: Fields) -> ChartLine:
    own = Fields(node, keys.CHART_LINE, fields.problems)
    return ChartLine(own.text("label"), typed(own))
