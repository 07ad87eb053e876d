"""A policy in, what a page written by hand may ask of it out: figures and answers in words, and links to calculators.

Nothing here has a number of its own: a figure is the policy's, an answer is what the rule's module works out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from markupsafe import Markup

from smallprint.asking import Ask, Outcome, last_checked
from smallprint.model import Figure, Policy, Rule, Version
from smallprint.model.procedures import Procedure
from smallprint.pages.escaped import heading
from smallprint.pages.figures import sentence_case, value_words, when
from smallprint.pages.register import Stated
from smallprint.problems import did_you_mean


class NotInPolicy(Exception):
    """A page asks for something that the policy does not have. `word` is the part of the page that asks for it."""

    def __init__(self, message: str, word: str = "", label: str = "", help: str = "") -> None:
        super().__init__(message)
        self.word, self.label, self.help = word, label, help


class Named(dict[str, Markup]):
    """Words by name; a name that is not there is said with what is meant by it."""

    def __missing__(self, name: str) -> Markup:
        raise _unknown("nothing here is called", name, self)


@dataclass(frozen=True)
class WorkedOut:
    """A question to a rule and its answer, all in words: `given` by input, `answers` by answer, `steps` by step."""

    given: Named
    answers: Named
    steps: Named
    sentence: Markup
    address: str

    def link(self, words: str) -> Markup:
        """A link to the calculator with these very inputs in its form."""
        return Markup('<a href="{}">{}</a>').format(self.address, words)

    def button(self, words: str) -> Markup:
        """Such a link, to stand out."""
        return Markup('<a class="md-button" href="{}">{}</a>').format(self.address, words)


@dataclass(frozen=True)
class Since:
    """One value of a figure, and the days on which it held; `start` as a reader would type it.

    `known` is no where nobody found the value.
    """

    start: str
    when: str
    value: Markup
    note: Markup
    known: bool


@dataclass(frozen=True)
class Facts:
    """What a page may ask. `up` is the way from the page to the guide's first folder, such as `../../`.

    `stated` has what the page asked for so far: its words rest on that. A mere link states nothing.
    """

    policy: Policy
    ask: Ask
    up: str
    stated: list[Stated] = field(default_factory=list)

    def figure(self, rule: str, name: str, on: str = "", reading: str = "") -> Markup:
        """A figure's value in words on a day, or on the day the sources were last checked.

        `reading` takes the value of another reading than the adopted one.
        """
        figure = self._figure(rule, name, reading)
        day = date.fromisoformat(on) if on else last_checked(self.policy)
        version = next((one for one in figure.versions if _holds(one, day)), None)
        if version is None or version.value is None:
            raise NotInPolicy(f"`{name}` of {rule} has no value on {day}", name, help="name another day with on=")
        self.stated.append(figure)
        return plain(value_words(version, figure))

    def versions(self, rule: str, name: str) -> list[Since]:
        """Every value a figure had, the newest first."""
        figure = self._figure(rule, name)
        self.stated.append(figure)
        return [_since(version, figure) for version in reversed(figure.versions)]

    def work(self, rule: str, reading: str = "", **typed: str) -> WorkedOut:
        """What the rule's calculator answers to these inputs, written as a reader types them."""
        self._inputs(rule, typed)
        outcome = self.ask(rule, typed, reading)
        _refuse(outcome, rule)
        self.stated.append(self._rule(rule))
        read = outcome.get("read", {})
        assert isinstance(read, dict)
        return WorkedOut(
            given=Named({name: plain(words) for name, words in read.items()}),
            answers=Named({one["name"]: plain(one["text"]) for one in _list(outcome, "shown")}),
            steps=Named({one["name"]: plain(one["shown"]) for one in _list(outcome, "steps")}),
            sentence=plain(str(outcome["sentence"])),
            address=self._address(rule, typed),
        )

    def note(self, page: str, words: str) -> Markup:
        """The one note on a rule's or procedure's page that has these words in it."""
        found = [(text, sources) for text, sources in self._page(page).notes if words in text]
        if len(found) != 1:
            raise NotInPolicy(f"{len(found)} notes of {page} have these words, and it should be one", words)
        ((text, sources),) = found
        self.stated.extend(self.policy.sources[str(id)] for id in sources)
        return plain(text)

    def question(self, page: str) -> Markup:
        """What a rule or procedure answers."""
        return plain(self._page(page).question)

    def short(self, page: str) -> Markup:
        """The short answer of a rule or procedure."""
        self.stated.append(self._page(page))
        return plain(self._page(page).short)

    def confidence(self, page: str) -> Markup:
        """How sure the page is: high, medium or low."""
        self.stated.append(self._page(page))
        return plain(self._page(page).confidence)

    def link(self, page: str, words: str = "", **typed: str) -> Markup:
        """A link to a rule or procedure, in the question's words or others; `typed` fills in the calculator's form."""
        self._page(page)
        if typed:
            self._inputs(page, typed)
            outcome = self.ask(page, typed, "")
            _refuse({"errors": outcome.get("errors", [])}, page)
        return Markup('<a href="{}">{}</a>').format(self._address(page, typed), words or self.question(page))

    def button(self, page: str, words: str, **typed: str) -> Markup:
        """Such a link, to stand out where a reader needs the calculator."""
        return Markup('<a class="md-button"{}').format(Markup(self.link(page, words, **typed).removeprefix("<a")))

    def _address(self, page: str, typed: Mapping[str, str]) -> str:
        hash = f"#{urlencode(sorted(typed.items()))}" if typed else ""
        return f"{self.up}{self._page(page).topic}/{page}/{hash}"

    def _page(self, id: str) -> Rule | Procedure:
        pages: dict[str, Rule | Procedure] = {str(one.id): one for one in self.policy.rules}
        pages |= {str(one.id): one for one in self.policy.procedures}
        if id not in pages:
            raise _unknown("there is no rule or procedure", id, pages)
        return pages[id]

    def _rule(self, id: str) -> Rule:
        page = self._page(id)
        if not isinstance(page, Rule):
            raise NotInPolicy(f"`{id}` is a procedure, and has no figures and no calculator", id)
        return page

    def _figure(self, rule: str, name: str, reading: str = "") -> Figure:
        of = self._rule(rule)
        readings = {str(one.id): one for one in of.readings}
        if reading and reading not in readings:
            raise _unknown(f"{rule} has no reading", reading, readings)
        overlaid = readings[reading].figures if reading else ()
        figures = {str(one.name): one for one in (*of.figures, *overlaid)}
        if name not in figures:
            raise _unknown(f"{rule} has no figure", name, figures)
        return figures[name]

    def _inputs(self, rule: str, typed: Mapping[str, str]) -> None:
        names = [str(one.name) for one in self._rule(rule).inputs]
        for name in typed:
            if name not in names:
                raise _unknown(f"{rule} does not ask for", name, names)


def plain(words: str) -> Markup:
    """Words from a policy, for a Markdown page: whatever marks they have, they are shown as they are."""
    return Markup(heading(words))  # every mark that HTML knows is an entity by then


def _unknown(message: str, word: str, known: Iterable[str]) -> NotInPolicy:
    known = list(known)
    return NotInPolicy(f"{message} `{word}`", word, did_you_mean(word, known), f"there is: {', '.join(known)}")


def _holds(version: Version, day: date) -> bool:
    return version.start <= day and (version.until is None or day <= version.until)


def _since(version: Version, figure: Figure) -> Since:
    days = sentence_case(when(version.start, version.until))
    value, note = plain(value_words(version, figure)), plain(version.note)
    return Since(version.start.isoformat(), days, value, note, version.value is not None)


def _refuse(outcome: Outcome, rule: str) -> None:
    """Stop where the calculator has no answer: a page may not show half of one."""
    errors = _list(outcome, "errors")
    if errors:
        raise NotInPolicy(f"{rule}: {errors[0]['message']}", errors[0]["input"])
    missing = outcome.get("missing")
    if isinstance(missing, list) and missing:
        raise NotInPolicy(f"{rule} still asks for {', '.join(map(str, missing))}", rule)


def _list(outcome: Outcome, name: str) -> list[dict[str, str]]:
    found = outcome.get(name, [])
    assert isinstance(found, list)
    return found
