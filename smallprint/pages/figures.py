"""A figure's version in, the words for its value and its days out; also `when` for anything with a start and an end."""

from __future__ import annotations

from datetime import date

from calculators.runtime.words import long_date, show
from smallprint.model import Figure, Version


def value_words(version: Version, figure: Figure) -> str:
    """The value in words, or what is known of there being none."""
    if version.value is None:
        return f"Not known. {version.unknown}".strip() if version.unknown else f"None. {version.none}".strip()
    words = show(figure.kind, version.value, figure.options, figure.per)
    return f"{words} {figure.unit}".strip()


def when(start: date | None, until: date | None) -> str:
    """The days from `start` until `until`, both included, in words.

    >>> when(date(2016, 6, 21), date(2023, 5, 2)), when(date(2025, 5, 1), None)
    ('21 June 2016 to 2 May 2023', 'since 1 May 2025')
    """
    if start and until:
        return f"{long_date(start)} to {long_date(until)}"
    if start:
        return f"since {long_date(start)}"
    return f"until {long_date(until)}" if until else "at all times"


def sentence_case(words: str) -> str:
    """The words with their first letter a capital, the others as they are.

    >>> sentence_case("since 1 May 2025")
    'Since 1 May 2025'
    """
    return words[:1].upper() + words[1:]
