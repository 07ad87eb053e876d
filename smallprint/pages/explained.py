"""A page and the glossary in, the page out with its terms explained: each a button, the first time in every section.

What a button opens stands once at the page's end, in the browser's own popover: it needs no script, opens by touch and
by keyboard, and closes by Escape. Without popovers it is a short list of words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from smallprint.model.terms import Term

# Where a button may not stand, or a word is somebody's own text.
_FIELDS = ("button", "form", "label", "legend", "option", "select", "summary", "textarea")
_LEFT_OUT = (*_FIELDS, "a", "abbr", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "q", "script", "style", "svg")
# Tags in a row, with the whole of each element that is left out; none of these stands in another of its name. Texts of
# policy files have no `<` of their own, and attributes no `>`.
_TAGS = re.compile(rf"(?:\s*(?:<({'|'.join(_LEFT_OUT)})(?![\w-])[^<>]*>.*?</\1>|<[^<>]*>))+", re.DOTALL)
# A heading of Markdown, or a fold with what is indented below it.
_WHOLE = re.compile(r"(^#{1,6} .*\n|^\?\?\? .*\n(?:(?: .*)?\n)*)", re.MULTILINE)


@dataclass
class _Words:
    """The glossary's words as one pattern, and which of them this page and this section have had."""

    pattern: re.Pattern[str]
    terms: dict[str, Term]
    here: set[str] = field(default_factory=set)
    used: dict[str, Term] = field(default_factory=dict)

    def begin(self, heading: str) -> None:
        """A section begins under a heading of the second rank; every term may be explained again."""
        if heading.startswith("## "):
            self.here.clear()

    def explain(self, text: str) -> str:
        """The text with a button for each term that the section has not had."""
        return self.pattern.sub(self._button, text)

    def _button(self, found: re.Match[str]) -> str:
        term = self.terms.get(found[0]) or self.terms[found[0][:1].lower() + found[0][1:]]
        if term.id in self.here:
            return found[0]
        self.here.add(str(term.id))
        self.used[str(term.id)] = term
        return f'<button type="button" class="term" popovertarget="term-{term.id}">{found[0]}</button>'


def explained(page: str, glossary: Iterable[Term], popovers: Callable[[list[Term]], str]) -> str:
    """The page with its terms explained; `popovers` gives what its buttons open, in the order of the page."""
    words = _words(glossary)
    if words is None:
        return page
    front, end, body = page.partition("\n---\n")
    text = "".join(_explain(body, words))
    return front + end + text + (f"\n{popovers(list(words.used.values()))}" if words.used else "")


def _words(glossary: Iterable[Term]) -> _Words | None:
    """The pattern of all words; a longer one goes before a shorter one that begins it."""
    terms = {html.escape(one): term for term in glossary for form in term.forms for one in (form, _plural(form))}
    forms = "|".join(_any_case(form) for form in sorted(terms, key=lambda form: (-len(form), form)))
    return _Words(re.compile(rf"(?<![\w&#-])(?:{forms})(?![\w-])"), terms) if forms else None


def _plural(form: str) -> str:
    """The word as it is written of several.

    >>> _plural("agency"), _plural("opt-out fee")
    ('agencies', 'opt-out fees')
    """
    return f"{form[:-1]}ies" if form.endswith("y") else f"{form}s"


def _any_case(form: str) -> str:
    """The form, its first letter also as a capital where it is a small one."""
    first, rest = form[:1], form[1:]
    return f"[{first}{first.upper()}]{re.escape(rest)}" if first.islower() else re.escape(form)


def _explain(body: str, words: _Words) -> Iterator[str]:
    """Headings begin sections; they, and folds of code, stay as they are."""
    for at, part in enumerate(_WHOLE.split(body)):
        if at % 2 == 0:
            yield from _texts(part, words)
        else:
            words.begin(part)
            yield part


def _texts(part: str, words: _Words) -> Iterator[str]:
    """The texts between tags explained, but for those inside an element that no button may stand in."""
    start = 0
    for tags in _TAGS.finditer(part):
        if start < tags.start():
            yield words.explain(part[start : tags.start()])
        yield tags[0]
        start = tags.end()
    yield words.explain(part[start:])
