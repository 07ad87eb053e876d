"""An example of each function of the language, for the reference: its values as policy files write them, what it gives.

A test works each of them out.
"""

from __future__ import annotations

from typing import NamedTuple


class Worked(NamedTuple):
    """The values a function is given, and what it gives; a list is the ids of its items."""

    takes: tuple[str, ...]
    gives: str

    def __str__(self) -> str:
        return f"({', '.join(self.takes)}) is {self.gives}"


BANDS = "[[500, 20%], [rest, 10%]]"
EXAMPLES: dict[str, Worked] = {
    "min": Worked(("30", "20", "50"), "20"),
    "max": Worked(("30", "20", "50"), "50"),
    "clamp": Worked(("7", "10", "50"), "10"),
    "average": Worked(("90", "85"), "87.5"),
    "whole_times": Worked(("20", "6"), "3"),
    "left_over": Worked(("20", "6"), "2"),
    "marginal": Worked((BANDS, "200", "400"), "30"),
    "whole": Worked((BANDS, "200", "400"), "20"),
    "band": Worked((BANDS, "500"), "20%"),
    "months_between": Worked(("2024-02-29", "2026-02-27"), "23"),
    "days_between": Worked(("2024-02-28", "2024-03-01"), "2"),
    "add_days": Worked(("2024-02-28", "2"), "2024-03-01"),
    "add_months": Worked(("2024-02-29", "24"), "2026-02-28"),
    "add_working_days": Worked(("2026-11-20", "1"), "2026-11-23"),
    "week_end": Worked(("2026-11-23",), "2026-11-29"),
    "next_weekday": Worked(("2026-11-20", '"friday"'), "2026-11-27"),
    "given": Worked(("share",), "yes where a share was typed"),
    "empty": Worked(("[too-few-hours]",), "no"),
    "found": Worked(("[too-few-hours]", '"too-few-hours"'), "yes"),
}
