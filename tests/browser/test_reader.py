"""What a reader does with a calculator: by keyboard alone, from a link, over several pages, comparing readings."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.visit import Visit

PAGE = "fees/service-fee/"
GIVEN = {"amount": "600", "paid_on": "2021-06-01", "billed_before": "0"}
ANSWER = "Upwork takes $110.00 of $600.00; you keep $490.00."
NAMED = """[...document.querySelectorAll("link[rel=modulepreload], script[type=module][src]")]
  .map((one) => one.href ?? one.src)"""


def test_it_is_used_with_the_keyboard_alone(visit: Visit) -> None:
    visit.open("leaving/conversion-fee/")
    keys = visit.page.keyboard
    typed = {"met_on": "10 January 2025", "highest_rate": "50"}
    keys.press("Tab")
    keys.press("Enter")  # the link that skips the menu
    for _ in range(60):
        focused = visit.page.evaluate("document.activeElement.name || document.activeElement.type")
        if focused == "met_outside" and not visit.calculator.get_by_label("No", exact=True).is_checked():
            keys.press("ArrowDown")  # of two options, the second
        elif focused == "submit":
            keys.press("Enter")
            visit.is_in("answered")
            if "$" in visit.answer.inner_text():
                break
            continue  # it took the reader to the question that is still open
        else:
            keys.type(typed.pop(focused, ""))
        keys.press("Tab")
    expect(visit.answer).to_contain_text("$14,040.00")


def test_enter_in_a_field_asks(visit: Visit) -> None:
    visit.open(PAGE)
    visit.type({"amount": "600", "paid_on": "2021-06-01"})
    visit.page.locator("[name=paid_on]").press("Enter")
    visit.is_in("answered")


def test_a_link_brings_the_answers_back_and_names_what_it_does_not_know(visit: Visit) -> None:
    visit.open(f"{PAGE}#paid_on=2021-06-01&colour=red&billed_before=0&amount=600")
    visit.is_in("answered")
    expect(visit.answer).to_contain_text(ANSWER)
    expect(visit.calculator).to_contain_text("The link also gives colour, which this calculator does not know.")
    link = visit.answer.get_by_role("link", name="Link to this answer")
    href = link.get_attribute("href") or ""
    version = visit.calculator.get_attribute("version")
    assert href == (
        f"#amount=600&billed_before=0&paid_on=2021-06-01&rule.version={version}&then.fee=110.00&then.net=490.00"
    )


def test_a_link_to_a_heading_asks_nothing(visit: Visit) -> None:
    visit.open(f"{PAGE}#worked-examples")
    expect(visit.calculator).to_have_attribute("state", "static")


def test_the_answer_is_heard_once_and_whole(visit: Visit) -> None:
    visit.open(PAGE)
    status = visit.calculator.get_by_role("status")
    expect(status).to_be_empty()
    visit.type(GIVEN | {"amount": "60"})
    visit.press()
    visit.is_in("answered")
    visit.type({"amount": "600"})
    expect(status).to_have_text(ANSWER)


def test_readings_that_differ_stand_side_by_side_and_those_that_agree_are_said_to(visit: Visit) -> None:
    visit.open(f"{PAGE}#amount=600&billed_before=0&paid_on=2021-06-01").is_in("answered")
    readings = visit.answer.locator(".reading")
    expect(readings).to_have_count(2)
    expect(readings.first).to_contain_text("$110.00")
    expect(readings.last).to_contain_text("$60.00")
    expect(readings.last).to_contain_text("contradicted by official text")
    visit.type({"amount": "100"})
    expect(visit.answer).to_contain_text("All readings of this rule agree on this.")


def test_every_step_cites_its_sources(visit: Visit) -> None:
    visit.open(f"{PAGE}#amount=600&billed_before=0&paid_on=2021-06-01").is_in("answered")
    cited = visit.answer.locator(".steps .cites a")
    assert cited.count() >= 3
    expect(cited.first).to_have_attribute("href", re.compile(r"/sources/#[\w-]+$"))
    cited.first.click()
    expect(visit.page.locator(":target")).to_be_visible()


def test_only_questions_that_can_change_the_answer_are_shown(visit: Visit) -> None:
    visit.open(PAGE)
    shown = visit.calculator.locator("[data-input]:visible")
    expect(shown).to_have_count(2)
    visit.type({"amount": "600", "paid_on": "2021-06-01"})
    expect(visit.question("billed_before")).to_be_visible()
    visit.type({"paid_on": "2025-06-01"})
    expect(visit.question("offered_on")).to_be_visible()
    expect(visit.question("billed_before")).to_be_hidden()


def test_one_worker_serves_all_pages_of_a_visit(visit: Visit) -> None:
    visit.page.route("**/sitemap.xml", publish_here)
    visit.open(f"{PAGE}#amount=600&billed_before=0&paid_on=2021-06-01").is_in("answered")
    visit.page.evaluate("window.sameVisit = true")
    visit.page.get_by_role("link", name=re.compile("charge to keep")).first.click()
    expect(visit.calculator).to_have_attribute("rule", "price-to-net")
    assert visit.page.evaluate("window.sameVisit")
    visit.is_in("ready")
    visit.type({"keep": "490", "paid_on": "2021-06-01", "billed_before": "0"})
    visit.press()
    visit.is_in("answered")
    expect(visit.answer).to_contain_text("$600.00")
    assert len(visit.workers()) == 1


def publish_here(route: Route) -> None:
    """The theme goes from page to page without a reload only at the address that the site map names."""
    answer = route.fetch()
    here = re.sub(r"https?://127[^/]+/", route.request.url.removesuffix("sitemap.xml"), answer.text())
    route.fulfill(response=answer, body=here)


def test_a_link_opened_on_the_same_page_is_answered(visit: Visit) -> None:
    visit.open(PAGE)
    visit.page.evaluate("location.hash = 'amount=600&billed_before=0&paid_on=2021-06-01'")
    visit.is_in("answered")
    expect(visit.answer).to_contain_text(ANSWER)


def test_nothing_is_written_to_the_console(visit: Visit) -> None:
    said: list[str] = []
    visit.page.on("console", lambda message: said.append(message.text))
    visit.page.on("pageerror", lambda error: said.append(str(error)))
    visit.open(f"{PAGE}#amount=600&billed_before=0&paid_on=2021-06-01").is_in("answered")
    # What the tests' own blocking of the service worker says.
    assert [words for words in said if "blocked by Playwright" not in words] == []


@pytest.mark.parametrize("path", [PAGE, "embed/service-fee/", "your-clients/"])
def test_a_page_names_beforehand_every_script_that_it_will_import(path: str, visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.page.goto(f"{visit.guide}/{path}", wait_until="networkidle")
    named = visit.page.evaluate(NAMED)
    assert len(named) > 20
    ours = {url for url in asked if "/release-" in url and url.endswith(".mjs") and "/bundle/" not in url}
    # Those that only one page in the guide needs are asked for when it is clear that it is that page.
    assert {url for url in ours - set(named) if "/clients/" not in url} == set()
    assert set(named) - ours == set()
