"""The states that a link brings a calculator into: name, link, the element's state, and what stands there."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import expect

from tests.browser.visit import Visit

FEE = "fees/service-fee/"
BANDS = f"{FEE}#amount=600&billed_before=0&paid_on=2021-06-01"
UNSURE = "rule.unsure=was_at_5_percent"
OLDER = "rule.version=0123abcd&then.fee=1.00"
CHECK = "leaving/scam-signals/#new_client=yes&pushy=yes"


@dataclass(frozen=True)
class State:
    """`path` leads there; `state` is the element's attribute; `shows` stands in the calculator when all has come."""

    name: str
    path: str
    state: str
    shows: str

    def open(self, visit: Visit) -> None:
        """Bring the visit there, from an empty page: a link to another answer of the same page would not load it."""
        visit.page.goto("about:blank")
        visit.open(self.path).is_in(self.state)
        expect(visit.calculator).to_contain_text(self.shows)


READINGS_DIFFER = State("answered-readings-differ", BANDS, "answered", "What changed over the years")
STATES = (
    READINGS_DIFFER,
    State(
        "answered-conversion-fee",
        "leaving/conversion-fee/#met_on=2025-03-05&leaving_on=2027-01-23&highest_rate=50&met_outside=no",
        "answered",
        "What changed over the years",
    ),
    State("answered-date", "leaving/free-date/#met_on=2025-12-01", "answered", "Add to calendar"),
    State("answered-readings-agree", BANDS.replace("600", "100"), "answered", "agree on this"),
    State("answered-both-ways", f"{FEE}#amount=600&paid_on=2023-08-01&{UNSURE}", "answered", "It depends"),
    State("answered-link-of-older-rules", f"{BANDS}&{OLDER}", "answered", "have changed since"),
    State("answered-link-names-unknown", f"{BANDS}&colour=red", "answered", "does not know"),
    State("something-missing", f"{FEE}#amount=600&paid_on=2021-06-01", "answered", "To work this out, answer"),
    State("one-by-one-past-answers", CHECK, "answered", "Is the client new, without reviews or payments? Yes"),
    State(
        "one-by-one-verdict",
        f"{CHECK}&asks_outside_at_once=no&big_future_promises=no&small_job_first=no",
        "answered",
        "How we worked this out",
    ),
    State("embedded", f"embed/{BANDS.removeprefix('fees/')}", "answered", "What changed over the years"),
    State("mistaken", f"{FEE}#amount=lots&paid_on=2023-02-30", "mistaken", "There is something to change"),
    State("ambiguous", f"{FEE}#amount=1.250&paid_on=03/05/2023", "mistaken", "I mean 1.25"),
)
