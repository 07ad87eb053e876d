"""The pages written by hand with the policy's figures in them, `docs/**/*.md.jinja`, in; the finished pages out.

Such a page asks for every figure (see `smallprint/pages/facts.py`), so a policy file that changes changes it too. One
that asks for something the policy does not have, or has a figure typed into it, is a problem with its file and line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import SandboxedEnvironment

from calculators.runtime.words import long_date
from smallprint.asking import Ask, last_checked
from smallprint.model import Policy
from smallprint.pages.age import badge_line
from smallprint.pages.facts import Facts, NotInPolicy
from smallprint.pages.topics import topics_of
from smallprint.places import Place
from smallprint.problems import Problem
from smallprint.templating import templates_by_hand

SUFFIX = ".jinja"
# What is no prose: expressions, remarks, tags and addresses. Blanked out, so that lines and columns stay.
NOT_PROSE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<[^>]*>|\]\([^)]*\)|^ *\d+\. ", re.DOTALL | re.MULTILINE)
# A page that takes one of these looks across all there is, and rests on all of it.
WHOLE = {"policy", "topics", "checked"}
NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|twenty|thirty|sixty|ninety|hundred"
UNITS = "day|week|month|year|hour|minute|percent|dollar|cent|Connect"
TYPED = re.compile(
    rf"[$£€]?\d[\d,.]*\b%?|\b({NUMBERS})[ -]((business|working|calendar) )?({UNITS})s?\b",
    re.IGNORECASE,
)


@dataclass
class Guides:
    """The finished pages by path, or what is wrong with them; `files` has the lines of each, to show problems in."""

    pages: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    files: dict[str, list[str]] = field(default_factory=dict)


def emit_guides(root: Path, policy: Policy, ask: Ask) -> Guides:
    """Finish every page below `root/docs` that is written by hand and asks for figures."""
    guides = Guides()
    environment = templates_by_hand(root)
    for path in sorted((root / "docs").rglob(f"*.md{SUFFIX}")):
        name = path.relative_to(root).as_posix()
        text = path.read_text("utf-8")
        guides.files[name] = text.splitlines()
        guides.problems += typed_figures(name, text)
        try:
            guides.pages[name.removesuffix(SUFFIX)] = _render(environment, name, text, policy, ask)
        except (NotInPolicy, TemplateError, TypeError, ValueError) as error:
            guides.problems.append(_problem(error, name, guides.files))
    return guides


def typed_figures(path: str, text: str) -> list[Problem]:
    """The figures that stand in a page's prose instead of being asked for.

    >>> [problem.place.line for problem in typed_figures("a.md", "It is {{ figure('a', 'b') }}.\\nOr 14 days.")]
    [2]
    """
    prose = NOT_PROSE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    problems = []
    for number, line in enumerate(prose.splitlines(), 1):
        for found in TYPED.finditer(line):
            place = Place(path, number, found.start() + 1, len(found[0]))
            mend = "ask for it, as in {{ figure('conversion-fee', 'share_of_year') }}; see docs/contributing/guides.md"
            problems.append(Problem("PAG003", f"a figure is typed by hand: `{found[0]}`", place, "ask for it", mend))
    return problems


def _render(environment: SandboxedEnvironment, name: str, text: str, policy: Policy, ask: Ask) -> str:
    facts = Facts(policy, ask, _way_up(name))
    helpers = ("figure", "versions", "work", "note", "question", "short", "confidence", "link", "button")
    names: dict[str, object] = {helper: getattr(facts, helper) for helper in helpers}
    page = environment.get_template(name).render(
        names, up=facts.up, policy=policy, topics=topics_of(policy), checked=long_date(last_checked(policy))
    )
    whole = WHOLE & find_undeclared_variables(environment.parse(text))
    return with_badge(page, badge_line([*policy.rules, *policy.sources.values()] if whole else facts.stated, policy))


def with_badge(page: str, line: str) -> str:
    """The page with the line at the end of what stands before its first section.

    >>> with_badge("# A\\n\\nIn short.\\n\\n## B\\n", "<p>Check.</p>")
    '# A\\n\\nIn short.\\n\\n<p>Check.</p>\\n\\n## B\\n'
    """
    if not line:
        return page
    before, section, after = page.partition("\n## ")
    return f"{before.rstrip()}\n\n{line}\n{section}{after}"


def _way_up(name: str) -> str:
    """From the page to the first folder, as a browser goes: a page has a folder of its own, but for an index.

    >>> _way_up("docs/index.md.jinja"), _way_up("docs/about.md.jinja"), _way_up("docs/guides/fees.md.jinja")
    ('', '../', '../../')
    """
    folders = name.count("/") - 1
    return "../" * (folders if name.endswith(f"/index.md{SUFFIX}") else folders + 1)


def _problem(error: Exception, name: str, files: Mapping[str, list[str]]) -> Problem:
    line = error.lineno if isinstance(error, TemplateSyntaxError) else _line(error.__traceback__, name)
    text = files[name][line - 1] if 1 <= line <= len(files[name]) else ""
    word, label, mend = (error.word, error.label, error.help) if isinstance(error, NotInPolicy) else ("", "", "")
    column = text.find(word) + 1 if word in text else len(text) - len(text.lstrip()) + 1
    place = Place(name, line, column, len(word) if word and word in text else max(1, len(text.strip())))
    code = "PAG001" if isinstance(error, NotInPolicy) else "PAG002"
    message = str(error) if code == "PAG001" else f"the page cannot be made: {error}"
    return Problem(code, message, place, label, mend)


def _line(trace: TracebackType | None, name: str) -> int:
    """The line of the page at which it stopped: Jinja gives its frames the page's own path and lines."""
    line = 1
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(name):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
