"""`checked` and `check_by` of a source or a figure in, the two days out: both or neither, and in order."""

from __future__ import annotations

from datetime import date

from smallprint.shape.fields import Fields


def check_days(own: Fields) -> tuple[date | None, date | None]:
    """The day it was last looked at, and the day by which to look again; None for what is not there."""
    known = {key.name: key for key in own.shape.keys}
    for key, other in (("checked", "check_by"), ("check_by", "checked")):
        if own.has(key) and own.lacks(other) and not known[other].required:
            place = own.keys[key].place
            own.report("POL111", f"`{key}` needs `{other}` beside it", place, help=f"add it. {known[other].about}")
    checked, check_by = own.date("checked"), own.date("check_by")
    if checked and check_by and check_by < checked:
        place = own.text("check_by").place
        own.report("POL303", f"to be checked again on {check_by}, before it was", place, help="swap the two days")
    return checked, check_by
