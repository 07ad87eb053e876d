"""The rules' finished pages in, a bare page for each calculator out, to stand in a frame on another site.

A bare page holds the very calculator of the rule's page, cut out of it: what one can do, the other can.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from smallprint.model import Policy
from smallprint.release import Release
from smallprint.site import Site
from smallprint.templating import templates
from smallprint.written import tidy, write_whole

FOLDER = Path("docs/embed")
CALCULATOR = ("<policy-calculator", "</policy-calculator>")
NEXT = ('<nav class="calculator-next"', "</nav>")
SCRIPTS = ("calculator/calculator.mjs", "embed/framed.mjs")
STYLES = ("site.css", "calculator/calculator.css", "embed/embed.css")


def write_embeds(root: Path, policy: Policy, site: Site, release: Release) -> list[Path]:
    """Write `docs/embed/<rule>/index.html` for every rule, and say which changed; those of rules that are gone go.

    The rules' pages must be on disk. `release` is that of their scripts.
    """
    template = templates().get_template("embed.html")
    imports = dict.fromkeys(path for script in SCRIPTS for path in release.imports[script])
    scripts = {"release": release.name, "scripts": SCRIPTS, "imports": list(imports), "styles": STYLES}
    pages: dict[Path, str] = {}
    for rule in policy.rules:
        page = (root / "docs" / rule.topic / f"{rule.id}.md").read_text("utf-8")
        parts = {"calculator": _cut(page, *CALCULATOR), "next": _cut(page, *NEXT) if rule.next else ""}
        known = {"id": rule.id, "question": rule.question, "topic": rule.topic, **parts}
        told = {"name": site.name, "notice": site.notice}
        pages[root / FOLDER / rule.id / "index.html"] = template.render({**known, **told, **scripts})
    tidy(path.parent for path in pages)
    for stale in set((root / FOLDER).glob("*")) - {path.parent for path in pages}:
        shutil.rmtree(stale)
    return [path for path, text in pages.items() if write_whole(path, text.encode())]


def _cut(page: str, start: str, end: str) -> str:
    """The part of a page that begins and ends so."""
    return page[page.index(start) : page.index(end, page.index(start)) + len(end)]
