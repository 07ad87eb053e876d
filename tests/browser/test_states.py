"""Every state a reader can meet the calculator in, and how each is left again."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.visit import FILES, RUNTIME, UNMETERED, Visit

PAGE = "fees/service-fee/"
GIVEN = {"amount": "600", "paid_on": "2021-06-01"}
ANSWER = "Upwork takes $110.00 of $600.00; you keep $490.00."

# Whether the bar stands at what all other parts together weigh, as the host sends them.
ARRIVED_ALL_BUT = """async (held) => {
  const script = document.querySelector("script[src$='/calculator.mjs']").src;
  const { sizes } = await import(script.replace("calculator/calculator.mjs", "bundle/bundle.mjs"));
  const sum = (parts) => parts.reduce((sum, part) => sum + sizes[part].br, 0);
  const parts = Object.keys(sizes);
  const share = sum(parts.filter((part) => part !== held)) / sum(parts);
  return Number(document.querySelector("policy-calculator progress").getAttribute("value")) === share;
}"""


@pytest.fixture
def visit(first_visit: Visit) -> Visit:
    """Here everything has to be fetched, or cannot be."""
    return first_visit


@pytest.fixture
def answered(visit: Visit) -> Visit:
    """A visit whose reader has an answer."""
    visit.open(f"{PAGE}#amount=600&billed_before=0&paid_on=2021-06-01").is_in("answered")
    return visit


def test_without_script_the_form_says_why_it_waits_and_sends_nothing(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/{PAGE}")
    calculator = page.locator("policy-calculator")
    expect(calculator).to_have_attribute("state", "static")
    expect(calculator.get_by_label("How much is the client billed?")).to_be_visible()
    expect(calculator.get_by_role("button", name="Work it out")).to_be_disabled()
    expect(calculator).to_contain_text("without JavaScript, use the worked examples below")
    page.locator("[name=amount]").fill("600")
    page.locator("[name=amount]").press("Enter")
    assert page.url == f"{served}/{PAGE}"
    context.close()


def test_nothing_is_fetched_before_the_first_touch(visit: Visit) -> None:
    visit.open(PAGE)
    visit.page.wait_for_load_state("networkidle")
    expect(visit.calculator).to_have_attribute("state", "static")
    assert visit.workers() == []
    visit.page.locator("[name=amount]").focus()
    visit.is_in("ready")


def test_in_view_on_an_unmetered_connection_it_starts_by_itself(browser: Browser, served: str) -> None:
    context = browser.new_context()
    context.add_init_script(UNMETERED)
    visit = Visit(context.new_page(), served).open(PAGE)
    visit.is_in("ready")
    context.close()


def test_pressed_early_it_says_that_it_waits_and_then_answers(visit: Visit) -> None:
    visit.page.clock.install()
    visit.open(PAGE)
    with visit.held_back("wasm"):
        visit.type({"amount": "600", "paid_on": "2025-06-01"})
        visit.press()
        visit.is_in("loading")
        expect(visit.words).to_have_text("Getting the calculator ready (first time only)…")
        bar = visit.calculator.get_by_role("progressbar")
        expect(bar).to_be_visible()
        expect(bar).to_have_accessible_name(re.compile(r"^Download 0\.\d of 2\.\d MB$"))
        visit.page.wait_for_function(ARRIVED_ALL_BUT, arg="wasm")
        visit.page.clock.run_for(8_000)
        expect(visit.words).to_contain_text("Still downloading; your answers are kept")
        visit.page.clock.run_for(22_000)
        visit.is_in("failed")
        expect(visit.words).to_contain_text("This is taking too long. Try again, or use")
        visit.press()
        visit.is_in("loading")
        expect(visit.page.locator("[name=amount]")).to_have_value("600")
        status = visit.calculator.get_by_role("status")
        visit.page.clock.run_for(1_000)
        expect(status).to_have_text(re.compile(r"^Still downloading; your answers are kept\. \d+% has arrived\.$"))
    visit.is_in("answered")
    expect(bar).to_be_hidden()
    expect(visit.answer).to_contain_text("When was the proposal, offer or contract sent?")


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_cannot_be_had_is_said_and_the_next_press_tries_again(visit: Visit, file: str) -> None:
    with visit.blocked(file):
        visit.open(PAGE)
        visit.type(GIVEN)
        visit.press()
        visit.is_in("failed")
        expect(visit.words).to_contain_text("could not be started")
        assert "$" not in visit.answer.inner_text()
    visit.press()
    visit.is_in("answered")


def test_a_mistake_is_told_at_its_field_and_in_the_summary_in_the_same_words(visit: Visit) -> None:
    visit.open(PAGE)
    visit.type({**GIVEN, "amount": "1.250"})
    visit.press()
    visit.is_in("mistaken")
    words = "1.250 can be read in two ways."
    expect(visit.question("amount").locator(".calculator-mistake")).to_contain_text(words)
    summary = visit.calculator.locator(".calculator-summary")
    expect(summary).to_contain_text(words)
    expect(summary).to_be_focused()
    expect(visit.page.locator("[name=amount]")).to_have_value("1.250")
    expect(visit.page.locator("[name=amount]")).to_have_attribute("aria-invalid", "true")
    summary.get_by_role("link").click()
    expect(visit.page.locator("[name=amount]")).to_be_focused()
    visit.type({"amount": "1,250", "paid_on": "1 June 2024"})
    visit.is_in("answered")
    expect(summary).to_be_hidden()
    expect(visit.question("amount").locator(".calculator-mistake")).to_be_hidden()
    expect(visit.question("paid_on").locator(".calculator-read")).to_be_hidden()
    expect(visit.answer).to_contain_text("$125.00")


def test_missing_inputs_are_asked_for_next(visit: Visit) -> None:
    visit.open(PAGE)
    expect(visit.question("billed_before")).to_be_hidden()
    visit.type(GIVEN)
    visit.press()
    visit.is_in("answered")
    expect(visit.answer).to_contain_text("How much had you billed this client before")
    expect(visit.page.locator("[name=billed_before]")).to_be_focused()
    visit.page.keyboard.type("0")
    expect(visit.answer).to_contain_text(ANSWER)


def test_a_dead_worker_is_started_again_once_and_then_it_is_said(answered: Visit) -> None:
    answered.end_worker()
    expect(answered.words).to_contain_text("stopped and is starting again")
    answered.is_in("answered")
    expect(answered.answer).to_contain_text(ANSWER)
    answered.end_worker()
    answered.is_in("failed")
    expect(answered.words).to_contain_text("The calculator stopped. Try again, or use")
    assert "$" not in answered.answer.inner_text()
    answered.press()
    answered.is_in("answered")


def test_a_worker_that_dies_while_it_starts_is_started_again(visit: Visit) -> None:
    visit.open(PAGE)
    with visit.held_back("wasm"):
        visit.type(GIVEN)
        visit.page.wait_for_function("navigator.locks.query().then(({ held }) => held.length)")
        visit.end_worker()
        expect(visit.words).to_contain_text("starting again")
    visit.press()
    visit.is_in("answered")


def test_a_worker_that_says_nothing_for_half_a_minute_is_given_up(visit: Visit) -> None:
    visit.page.clock.install()
    visit.open(f"{PAGE}#amount=600&billed_before=0&paid_on=2021-06-01").is_in("answered")
    visit.workers()[0].evaluate("setTimeout(() => { for (;;); })")
    visit.press()
    visit.page.clock.run_for(15_000)  # the clock goes on by itself, too: the other half is left to a busy machine
    visit.is_in("working")
    visit.page.clock.run_for(15_000)
    visit.is_in("failed")
    expect(visit.words).to_contain_text("The calculator stopped. Try again, or use")
    visit.press()
    visit.is_in("answered")


def test_a_late_reply_is_dropped(answered: Visit) -> None:
    answered.page.evaluate(HOLD_NEXT_REPLY)
    answered.page.locator("[name=amount]").fill("1000")
    answered.page.wait_for_function("() => Boolean(window.heldReply)")
    answered.page.locator("[name=amount]").fill("700")
    expect(answered.answer).to_contain_text("$700.00")
    answered.page.evaluate("window.heldReply()")
    answered.page.wait_for_timeout(300)
    expect(answered.answer).not_to_contain_text("$1,000.00")
    expect(answered.calculator).to_have_attribute("state", "answered")


def test_a_changed_input_marks_the_old_answer_at_once(answered: Visit) -> None:
    marked = answered.page.evaluate(
        """() => {
          const calculator = document.querySelector("policy-calculator");
          const field = calculator.querySelector("[name=amount]");
          field.value = "700";
          field.dispatchEvent(new Event("input", { bubbles: true }));
          return [calculator.getAttribute("state"), calculator.querySelector("[data-stale]") !== null];
        }"""
    )
    assert marked == ["working", True]
    expect(answered.answer).to_contain_text("$700.00")
    expect(answered.calculator.locator("[data-stale]")).to_have_count(0)


def test_what_python_cannot_answer_fails_without_a_figure_and_the_next_answer_comes(answered: Visit) -> None:
    answered.page.evaluate("document.querySelector('policy-calculator').setAttribute('rule', 'no-such-rule')")
    answered.press()
    answered.is_in("mistaken")
    with pytest.raises(Exception, match="Invalid isoformat"):
        answered.ask_worker("service-fee", {}, "no day")
    answered.page.evaluate("document.querySelector('policy-calculator').setAttribute('rule', 'service-fee')")
    answered.press()
    answered.is_in("answered")
    expect(answered.answer).to_contain_text(ANSWER)


def test_a_library_that_lacks_a_module_fails_in_words(visit: Visit) -> None:
    def without_numbers(route: Route) -> None:
        whole = zipfile.ZipFile(BytesIO(route.fetch().body()))
        with BytesIO() as file:
            with zipfile.ZipFile(file, "w") as lacking:
                for name in whole.namelist():
                    if name != "numbers.pyc":  # which `decimal` imports
                        lacking.writestr(name, whole.read(name))
            route.fulfill(body=file.getvalue())

    visit.page.context.route(FILES["library"], without_numbers)
    visit.open(PAGE)
    visit.type(GIVEN)
    visit.press()
    visit.is_in("failed")
    expect(visit.words).to_contain_text("could not be started")


# The thread's next message waits in `heldReply`; those that follow it arrive.
HOLD_NEXT_REPLY = """async () => {
  const { runtime } = await RUNTIME;
  const real = runtime.ask.bind(runtime);
  runtime.ask = async (question) => {
    runtime.ask = real;
    const answer = await real(question);
    await new Promise((resolve) => { window.heldReply = resolve; });
    return answer;
  };
}""".replace("RUNTIME", RUNTIME)


def test_what_is_typed_before_the_script_has_come_stays(visit: Visit) -> None:
    waiting: list[Route] = []
    visit.page.route(re.compile(r"/calculator\.mjs"), lambda route: waiting.append(route))
    visit.page.goto(f"{visit.guide}/{PAGE}", wait_until="commit")
    visit.type(GIVEN)
    waiting[0].continue_()
    visit.press()
    visit.is_in("answered")
    expect(visit.answer).to_contain_text("How much had you billed this client before")
