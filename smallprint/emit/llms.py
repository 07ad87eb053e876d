"""A checked policy in, `llms.txt` out: the guide's questions with their short answers, for programs that read text."""

from __future__ import annotations

from collections.abc import Iterator

from smallprint.model import Policy
from smallprint.pages.topics import topics_of
from smallprint.site import Site

PATH = "docs/llms.txt"
# What the overviews and the data are, in the order of the menu.
OVERVIEWS = {
    "disputes/": "Every rule that is read in more than one way, and what each reading comes to.",
    "timeline/": "Every change of every figure, newest first.",
    "coverage/": "How far each rule is known, with its gaps.",
    "sources/": "Every source, and what rests on it.",
    "glossary/": "What words mean.",
    "rules.json": "All rules and procedures, each with the address of its data.",
    "sources.json": "The register of sources as data.",
    "changes.xml": "A feed of changes.",
}


def emit_llms(policy: Policy, site: Site) -> dict[str, str]:
    """The file's text by its path from the project's folder; its form is that of llmstxt.org."""
    return {PATH: "\n".join(_lines(policy, site)) + "\n"}


def _lines(policy: Policy, site: Site) -> Iterator[str]:
    yield f"# {site.name}"
    yield ""
    yield f"> {site.about} {site.notice}"
    yield ""
    yield "Every figure has its days and its sources. Where people read a rule differently, each reading is shown."
    yield "A short answer is the common case; the page has the rules of every day, and the data beside it all of them."
    for topic in topics_of(policy):
        yield from ("", f"## {topic.title}", "")
        for page in topic.pages:
            yield f"- [{_plain(page.question)}]({site.page(page.topic, page.id)}): {_plain(page.short)}"
    yield from ("", "## Evidence and data", "")
    for path, about in OVERVIEWS.items():
        yield f"- [{path.removesuffix('/').capitalize()}]({site.address}{path}): {about}"


def _plain(text: str) -> str:
    return " ".join(text.replace("[", "(").replace("]", ")").split())
