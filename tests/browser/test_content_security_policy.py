"""The calculator needs no inline script, no eval and no other host: a policy may forbid all three."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Route, expect

from tests.browser.visit import Visit

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; "
    "style-src 'self'; form-action 'none'; base-uri 'none'"
)
BARE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A calculator on a page of its own</title>
<link rel="stylesheet" href="/assets/calculator/calculator.css">
<script type="module" src="/assets/calculator/calculator.mjs"></script>
<body class="md-typeset"><div>"""


def test_it_answers_under_a_strict_content_security_policy(visit: Visit, site: Path) -> None:
    page = (site / "fees" / "service-fee" / "index.html").read_text("utf-8")
    start, end = page.index("<policy-calculator"), page.index("</policy-calculator>")
    bare = f"{BARE}{page[start:end]}</policy-calculator></div>"

    def with_policy(route: Route) -> None:
        if route.request.url.endswith("/bare/page/"):
            route.fulfill(body=bare, headers=HEADERS)
        else:
            answer = route.fetch()
            route.fulfill(response=answer, headers={**HEADERS, **answer.headers})

    said: list[str] = []
    visit.page.on("console", lambda message: said.append(message.text))
    visit.page.context.route("**/*", with_policy)
    visit.open("bare/page/")
    visit.type({"amount": "600", "paid_on": "2021-06-01"})
    visit.press()
    visit.is_in("answered")
    visit.type({"billed_before": "0"})
    expect(visit.answer).to_contain_text("you keep $490.00")
    assert said == []


def test_that_policy_is_enforced(visit: Visit) -> None:
    visit.page.context.route(
        "**/bare/page/", lambda route: route.fulfill(body="<script>window.ran = true</script>", headers=HEADERS)
    )
    visit.page.goto(f"{visit.guide}/bare/page/")
    assert visit.page.evaluate("window.ran") is None


HEADERS = {"content-security-policy": POLICY, "content-type": "text/html; charset=utf-8"}
