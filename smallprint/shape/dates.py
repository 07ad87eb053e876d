"""A text that is no date as the language writes them in, what was meant or why there is no such day out."""

from __future__ import annotations

import datetime
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\Z", re.ASCII)
_NAMED = re.compile(r"(?:(\d{1,2})\.? ([a-z]{3,9})|([a-z]{3,9})\.? (\d{1,2})),? (\d{4})\Z", re.ASCII | re.IGNORECASE)


def meant_date(text: str) -> str:
    """The date as it should be written, where only one can be meant: `2023/5/3` and `3 May 2023`, but not `03/05/2023`.

    >>> meant_date("2023/5/3"), meant_date("May 3, 2023"), meant_date("03/05/2023")
    ('2023-05-03', '2023-05-03', '')
    """
    text = text.strip()[:40]
    if found := _YEAR_FIRST.match(text):
        year, month, day = map(int, found.groups())
    elif (found := _NAMED.match(text)) and (name := (found[2] or found[3])[:3].lower()) in _MONTHS:
        year, month, day = int(found[5]), _MONTHS.index(name) + 1, int(found[1] or found[4])
    else:
        return ""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


def why_not(found: re.Match[str]) -> str:
    year, month, day = map(int, found.groups())
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    return f"that month has no day {day}" if year else "there is no year 0"
