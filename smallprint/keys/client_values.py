"""The keys of `keys.clients` in, what may stand behind each out; for every other key what `keys.values` says."""

from __future__ import annotations

from smallprint.keys import clients as keys
from smallprint.keys import values
from smallprint.keys.shapes import Shape
from smallprint.keys.values import Keys, Known, Many, Named, Plain, Value, Word
from smallprint.shape.clients import KINDS

FILES: dict[str, Shape] = {**values.FILES, "statements": keys.CLIENTS}


def value_of(shape: Shape, key: str) -> Value | None:
    """What stands behind a key of a shape; None where nobody has said yet."""
    return _OWN.get(shape, {}).get(key) or values.value_of(shape, key)


_TEXT, _NAME, _NAMES = Plain("text"), Plain("name"), Named(Plain("name"))
_WORDS = Named(Many(Plain("typed")))
_OWN: dict[Shape, dict[str, Value]] = {
    keys.CLIENTS: {
        "statements": Keys(keys.STATEMENTS),
        "keeps": Named(Keys(keys.KEPT)),
        "shows": Many(Keys(keys.SHOW), alone=False),
        "compares": Many(Keys(keys.COMPARISON), alone=False),
    },
    keys.STATEMENTS: {
        "fee": Keys(keys.FEE_OF),
        "columns": _WORDS,
        "kinds": _WORDS,
        "sums": Many(_TEXT),
        "refers": Many(_TEXT),
    },
    keys.FEE_OF: {"answer": _NAME, "amount": _NAME, "day": _NAME, "before": _NAME},
    keys.KEPT: {"kind": Word(KINDS), "fills": Word(keys.FILLED)},
    keys.SHOW: {"answer": _NAME, "with": _NAMES, "say": Named(Plain("typed")), "only": _NAME},
    keys.COMPARISON: {"id": Plain("id"), "takes": Named(Keys(keys.TAKE)), "first": _TEXT, "second": _TEXT},
    keys.TAKE: {"rule": Known("rule"), "answer": _NAME, "with": _NAMES, "share_of": _NAME},
}
