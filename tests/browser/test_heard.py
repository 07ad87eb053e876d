"""What those who hear the page are given of an answer, a mistake and a wait: the accessibility tree, in words."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.states import FEE, READINGS_DIFFER
from tests.browser.visit import Visit

FORM = """
- form "Calculator":
  - text: How much is the client billed? US dollars
  - paragraph: /Hours, milestones, bonuses/
  - textbox "How much is the client billed? US dollars": "600"
  - text: On which day is it paid? such as 1 June 2021
  - paragraph: /The day of payment decides/
  - textbox "On which day is it paid? such as 1 June 2021": 2021-06-01
"""
ANSWER = """
- region "Answer":
  - term: Service fee
  - definition: $110.00
  - term: What you keep
  - definition: $490.00
  - paragraph: Upwork takes $110.00 of $600.00; you keep $490.00.
  - paragraph:
    - text: By the rules in force on
    - strong: 1 June 2021
    - text: .
    - link "Change the day"
  - heading "Not everybody reads this alike" [level=2]
  - heading "Each band's rate applies to its own part" [level=3]
  - paragraph: the reading we use
  - term: Service fee
  - definition: $110.00
  - heading "One rate for the whole payment" [level=3]
  - paragraph: contradicted by official text
  - term: Service fee
  - definition: $60.00
  - button "Use this reading"
  - heading "How we worked this out" [level=2]
  - list:
    - listitem: /How the fee is set a lower rate/
    - listitem: /Fee by lifetime billings 20% up to \\$500\\.00/
    - listitem:
      - text: Fee by the bands $110.00
      - list:
        - listitem: 20% of $500.00, the part up to $500.00 $100.00
        - listitem: 10% of $100.00, the part above $500.00 up to $10,000.00 $10.00
  - region "Keep this answer":
    - link "Link to this answer"
    - button "Copy link"
    - button "Print"
  - heading "What would change this" [level=2]
  - list:
    - listitem:
      - 'link "Payment: $100.00 less ($500.00)"'
      - text: Service fee
      - strong: $100.00
  - heading "Where the readings agree" [level=2]
  - heading "What changed over the years" [level=2]
"""
NEXT = """
- navigation "What comes next":
  - list:
    - listitem:
      - link "What must I charge to keep this much?"
      - text: /Takes along/
"""
MISTAKE = """
- form "Calculator":
  - paragraph:
    - strong: There is something to change
  - list:
    - listitem:
      - link "1.250 can be read in two ways. Write 1.25 or 1250."
  - text: How much is the client billed? US dollars
  - paragraph:
    - text: 1.250 can be read in two ways. Write 1.25 or 1250.
    - button "I mean 1.25"
    - button "I mean 1,250"
  - textbox "How much is the client billed? US dollars" [invalid]: "1.250"
  - button "Work it out"
- region "Answer":
  - paragraph: The answer appears here.
"""
LOADING = """
- button "Work it out"
- button "Clear my answers"
- paragraph: /^(Getting the calculator ready \\(first time only\\)…|Still downloading; your answers are kept\\.)$/
- text: Download
- progressbar /Download \\d\\.\\d of \\d\\.\\d MB/
- status: /Getting the calculator ready|Still downloading/
"""


def test_an_answer_is_heard_with_its_readings_its_steps_and_what_lies_around_it(visit: Visit) -> None:
    READINGS_DIFFER.open(visit)
    expect(visit.calculator).to_match_aria_snapshot(FORM)
    expect(visit.calculator).to_match_aria_snapshot(ANSWER)
    expect(visit.page.locator("main")).to_match_aria_snapshot(NEXT)
    expect(visit.calculator.get_by_role("status")).to_have_text("Upwork takes $110.00 of $600.00; you keep $490.00.")
    expect(visit.calculator).not_to_match_aria_snapshot(ANSWER.replace("$490.00", "$491.00"))


def test_a_mistake_is_heard_in_the_summary_and_at_its_field_and_nothing_else_is_said(visit: Visit) -> None:
    visit.open(FEE)
    visit.type({"amount": "1.250", "paid_on": "2021-06-01"})
    visit.press()
    visit.is_in("mistaken")
    expect(visit.calculator).to_match_aria_snapshot(MISTAKE)
    amount = visit.page.locator("[name=amount]")
    expect(amount).to_have_accessible_description(re.compile(r"Hours, milestones.*1\.250 can be read in two ways"))
    # The summary took the focus; that the calculator was got ready is over, and is not heard after it.
    expect(visit.calculator.locator(".calculator-summary")).to_be_focused()
    visit.page.wait_for_timeout(1_200)
    expect(visit.calculator.get_by_role("status")).to_be_empty()


def test_waiting_is_heard_with_how_much_has_come_and_keeps_what_was_typed(visit: Visit) -> None:
    with visit.held_back("wasm"):
        visit.open(FEE)
        visit.type({"amount": "600", "paid_on": "2021-06-01"})
        visit.press()
        visit.is_in("loading")
        expect(visit.calculator).to_match_aria_snapshot(FORM)
        expect(visit.calculator.locator("form")).to_match_aria_snapshot(LOADING)
        expect(visit.answer).to_have_text("The answer appears here.")
