"""Python in the page answers every example and every mistake as Python on this machine does, to the byte."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from calculators.ask import ask_json
from calculators.calls import call
from smallprint.packing.asks import asks
from tests.browser.visit import RUNTIME, Visit
from tests.real import real_policy

ROOT = Path(__file__).parent.parent.parent
ASK_ALL = f"""async (questions) => {{
  const {{ runtime }} = await {RUNTIME};
  return Promise.all(questions.map(([call, question]) => runtime.call(call, question)));
}}"""


def test_every_example_and_every_mistake_is_answered_alike_to_the_byte(visit: Visit) -> None:
    asked = asks(real_policy())
    visit.open("fees/service-fee/")
    in_page = visit.page.evaluate(ASK_ALL, [list(one) for one in asked])
    for (name, question), answer in zip(asked, in_page, strict=True):
        assert answer == call(name, json.dumps(question)), (name, question)


@pytest.mark.parametrize("given", [{"amount": "600", "paid_on": "2021-06-01"}, {"amount": "1.250"}])
def test_the_elements_events_carry_the_same_object(visit: Visit, given: dict[str, str]) -> None:
    visit.open("fees/service-fee/")
    visit.page.evaluate(
        """() => ["answered", "mistaken"].forEach((kind) =>
          addEventListener(kind, ({ detail }) => { window.heard = [kind, JSON.stringify(detail)]; }))"""
    )
    visit.type(given)
    visit.press()
    visit.page.wait_for_function("window.heard")
    kind, heard = visit.page.evaluate("window.heard")
    native = json.loads(ask_json("service-fee", given, date.today()))  # noqa: DTZ011  # the reader's own day
    assert json.loads(heard) == native
    assert kind == ("mistaken" if "errors" in native else "answered")
