"""Names, attributes and texts in, SVG as text out, every sign with a meaning in it escaped."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

type Number = Decimal | int

TENTH = Decimal("0.1")
# What has a meaning in markup, and the control signs that XML does not have.
ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}
ESCAPES |= dict.fromkeys(range(32), " ")


def element(name: str, *inside: str, **attributes: Number | str) -> str:
    """An element around markup already made; `class_` is its class, and `text_anchor` the attribute text-anchor.

    >>> element("text", escaped("a < b"), x=Decimal("1.25"), class_="one")
    '<text x="1.3" class="one">a &lt; b</text>'
    """
    written = "".join(f' {_attribute(key)}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def escaped(text: str) -> str:
    """A text as it stands in markup."""
    return text.translate(ESCAPES)


def place(value: Number) -> str:
    """A coordinate, to a tenth.

    >>> place(Decimal("12.04")), place(Decimal("-0.01")), place(3)
    ('12', '0', '3')
    """
    rounded = Decimal(value).quantize(TENTH, ROUND_HALF_UP)
    whole = rounded.to_integral_value()
    return f"{whole + 0:f}" if rounded == whole else f"{rounded:f}"


def wrapped(text: str, width: int, lines: int = 3) -> list[str]:
    """The text in lines of at most `width` signs, at most so many lines; what is cut off ends with an ellipsis.

    >>> wrapped("One rate for the whole payment", 16), wrapped("One rate for the whole payment", 10, 2)
    (['One rate for the', 'whole payment'], ['One rate', 'for the…'])
    """
    rows = [""]
    for word in text.split():
        joined = f"{rows[-1]} {word}".strip()
        if len(joined) <= width or not rows[-1]:
            rows[-1] = joined
        else:
            rows.append(word)
    return rows if len(rows) <= lines else [*rows[: lines - 1], f"{rows[lines - 1]}…"]


def _attribute(key: str) -> str:
    return "viewBox" if key == "viewBox" else key.rstrip("_").replace("_", "-")


def _value(value: Number | str) -> str:
    return escaped(value) if isinstance(value, str) else place(value)
