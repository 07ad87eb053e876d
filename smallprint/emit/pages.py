"""A checked policy in, the guide's pages out: one for each rule, procedure, topic and document, and the overviews.

All text from policy files stands in HTML blocks, escaped, where Markdown has no meaning; only headings are Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, partial

from jinja2 import Environment

from calculators.runtime.words import long_date
from smallprint.asking import Ask, Draw, last_checked
from smallprint.data.linked import linked
from smallprint.model import Policy, Rule
from smallprint.model.procedures import Procedure
from smallprint.pages.age import badge, badge_line, checked, in_force_since
from smallprint.pages.around import first_around
from smallprint.pages.claims import CLAIM_STANDINGS, counts, in_document, reading_of, said_about, touched
from smallprint.pages.clients import clients_page, compare_page
from smallprint.pages.escaped import data, front, heading
from smallprint.pages.explained import explained
from smallprint.pages.figures import sentence_case, value_words, when
from smallprint.pages.form import form
from smallprint.pages.kept import Pages
from smallprint.pages.overviews import OVERVIEWS, overview
from smallprint.pages.pictures import pictures_of
from smallprint.pages.register import alone, sources_of
from smallprint.pages.stretches import stretches
from smallprint.pages.topics import topics_of
from smallprint.pages.worked import compared, things, worked
from smallprint.site import Site
from smallprint.templating import templates
from smallprint.versions import version_of

STANDINGS = {
    "adopted": "The reading we use",
    "disputed": "Disputed: a reasonable source reads it so",
    "contradicted": "Contradicted: official text says otherwise",
    "outdated": "Outdated: it was so once",
}
NO_FILES: Mapping[str, Sequence[str]] = {}


def emit_pages(
    policy: Policy,
    modules: Mapping[str, str],
    ask: Ask,
    draw: Draw,
    site: Site,
    files: Mapping[str, Sequence[str]] = NO_FILES,
    around: Ask | None = None,
) -> dict[str, str]:
    """The text of each page by its path from the project's folder, such as `docs/fees/service-fee.md`.

    `modules` has each rule's generated module as text, by rule id; `ask` answers and `draw` draws by them, as of the
    day the sources were last checked, and `around` tells of an answer what would change it. `site` is what the site's
    settings say. Rules' pages are kept, and not made again while the `files` that they are made from have the same
    lines.
    """
    topics = topics_of(policy)
    pages: dict[str, str] = {}
    for topic in topics:
        pages[f"docs/{topic.folder}/index.md"] = _render("topic.md", policy=policy, up="../", topic=topic)
    shared: dict[str, object] = {"policy": policy, "repository": site.repository, "site": site, "up": "../../"}
    kept = Pages(policy, files, site)
    for rule in policy.rules:
        made = partial(_rule_page, rule, policy, modules[rule.id], ask, draw, around, shared)
        pages[_path(rule)] = kept.of(rule, made)
    for procedure in policy.procedures:
        sources = sources_of(procedure, policy)
        said = said_about(procedure, policy)
        page = _render("procedure.md", procedure=procedure, sources=sources, said=said, **shared)
        pages[_path(procedure)] = _explained(page, policy)
    for document in policy.documents:
        source = policy.sources[str(document.id)]
        pages[f"docs/claims/{document.id}.md"] = _render("claims.md", document=document, source=source, **shared)
    return pages | _of_the_whole(policy, ask, shared | {"up": "../"})


def _of_the_whole(policy: Policy, ask: Ask, shared: Mapping[str, object]) -> dict[str, str]:
    """Pages that are about no rule alone, in the guide's first folder."""
    shown: dict[str, Mapping[str, object]] = {"claims/index": {}} if policy.documents else {}
    if policy.clients:
        for name, shown_by in (("your-clients", clients_page), ("compare", compare_page)):
            shown[name] = shown_by(policy, policy.clients, ask, "../")
    shown |= {name: overview(name, policy, ask) for name in OVERVIEWS}
    return {f"docs/{name}.md": _render(f"{name.replace('/', '-')}.md", **shared, **own) for name, own in shown.items()}


def navigation(policy: Policy) -> list[str | dict[str, list[str]]]:
    """The pages in the order of the guide's menu, as MkDocs wants them; without the hand-written ones."""
    menu: list[str | dict[str, list[str]]] = []
    for topic in topics_of(policy):
        pages = [f"{topic.folder}/{one.id}.md" for one in topic.pages]
        menu.append({topic.title: [f"{topic.folder}/index.md", *pages]})
    if policy.documents:
        menu.append({"What people say": ["claims/index.md", *(f"claims/{one.id}.md" for one in policy.documents)]})
    if policy.clients:
        menu.append({"Your own": ["your-clients.md", "compare.md"]})
    menu.append({"Evidence": [f"{name}.md" for name in OVERVIEWS]})
    return menu


def _rule_page(
    rule: Rule,
    policy: Policy,
    module: str,
    ask: Ask,
    draw: Draw,
    around: Ask | None,
    shared: Mapping[str, object],
) -> str:
    examples = worked(rule, ask)
    page = _render(
        "rule.md",
        rule=rule,
        form=form(rule, ask, last_checked(policy)),
        version=version_of(rule, policy),
        stretches=stretches(rule, policy, last_checked(policy)),
        worked=examples,
        pictures=pictures_of(rule, draw),
        around=first_around(rule, examples, around) if around else None,
        since=in_force_since(rule, policy, last_checked(policy)),
        checked=checked(rule, policy),
        compared={reading.id: compared(reading, rule, examples) for reading in rule.readings},
        said=said_about(rule, policy),
        sources=sources_of(rule, policy),
        module=module,
        fence="`" * (2 + max((len(run) for run in re.findall("`+", module)), default=1)),
        **shared,
    )
    return _explained(page, policy)


def _linked(page: Rule | Procedure, policy: Policy, site: Site) -> Mapping[str, object]:
    title = next(topic.title for topic in topics_of(policy) if topic.folder == page.topic)
    return linked(page, policy, title, site)


def _explained(page: str, policy: Policy) -> str:
    return explained(page, policy.glossary, lambda terms: _render("terms.html", terms=terms, up="../../"))


def _path(page: Rule | Procedure) -> str:
    return f"docs/{page.topic}/{page.id}.md"


def _render(template: str, **names: object) -> str:
    return _environment().get_template(template).render(names)


@cache
def _environment() -> Environment:
    environment = templates()
    environment.filters.update(
        heading=heading, front=front, data=data, long_date=long_date, sentence_case=sentence_case
    )
    environment.globals.update(when=when, value_words=value_words, things=things, standings=STANDINGS, alone=alone)
    environment.globals.update(claim_standings=CLAIM_STANDINGS, counts=counts, touched=touched)
    environment.globals.update(linked=_linked, in_document=in_document, reading_of=reading_of)
    environment.globals.update(badge=badge, badge_line=badge_line)
    return environment
