"""Payments with their fees in, a CSV file's text out that no spreadsheet program takes for a formula."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from calculators.statements.fees import Paid

HEADING = ("Date", "Client", "Type", "Amount", "Fee by the rules", "Fee in the file", "Note", "File", "Line")
# A cell that begins with one of these is run by spreadsheet programs: =HYPERLINK(…), @SUM(…), or after a tab.
RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def as_csv(paid: Sequence[Paid]) -> str:
    """One row for each payment and refund, under a heading."""
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(HEADING)
    for one in paid:
        row = one.row
        note = one.why or ("Not worked out yet." if one.missing else "Refund." if row.kind == "refund" else "")
        day = row.day.isoformat() if row.day else ""
        amounts = (f"{row.amount:.2f}", *("" if fee is None else f"{fee:.2f}" for fee in (one.fee, one.told)))
        writer.writerow((day, safe(one.client), safe(row.type), *amounts, safe(note), safe(row.file), row.line))
    return written.getvalue()


def safe(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet program would run it.

    >>> safe("=1+1"), safe("Acme Ltd.")
    ("'=1+1", 'Acme Ltd.')
    """
    return f"'{text}" if text.lstrip().startswith(RUN) or text.startswith(RUN) else text
