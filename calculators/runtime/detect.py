"""Takes a text and what to look for; gives the findings, each with the words found and their place in the text.

A contributor names detectors and word lists; nobody writes patterns. The detectors know English as people write it in
messages, and err on the side of silence where the words are about the work itself ("integrate PayPal") or turn a
proposal down ("I cannot work outside Upwork").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from calculators.runtime import addresses
from calculators.runtime.addresses import Span
from calculators.runtime.values import Finding, Findings
from calculators.runtime.wording import Place, Wording, Words, word_set


class Detection(NamedTuple):
    """One kind of finding: the detectors that find it, each with its word lists, what to do about it, its sources."""

    id: str
    with_: tuple[tuple[str, tuple[Words, ...]], ...]
    otherwise: str
    sources: tuple[str, ...]


class Detector(NamedTuple):
    """A named detector: its function, how many word lists it takes, and what it finds, in one sentence."""

    find: Callable[..., Iterator[Span]]
    lists: int
    finds: str


def detect(text: str, detections: tuple[Detection, ...]) -> Findings:
    """What the detections find in a text, in their order and then the text's; overlapping finds of one id are one.

    >>> mail = Detection("contact", (("email", ((), ("gmail",))),), "Leave it out.", ("help-contact-sharing",))
    >>> [(f.id, f.what, f.start, f.end) for f in detect("Write to jane at gmail dot com.", (mail,)).items]
    [('contact', 'jane at gmail dot com', 9, 30)]
    """
    wording = Wording(text)
    found: list[Finding] = []
    for id, with_, otherwise, sources in detections:
        spans = [span for name, lists in with_ for span in DETECTORS[name].find(wording, *lists)]
        found += [Finding(id, otherwise, text[start:end], start, end, sources) for start, end in _merged(spans)]
    return Findings(tuple(found))


def phrases(text: Wording, wanted: Words, refusals: Words) -> Iterator[Span]:
    """One of the phrases, unless the same clause turns it down."""
    refused = Refusals(text, refusals)
    return (text.span(place) for place in text.places(wanted) if place not in refused)


def together(text: Wording, first: Words, second: Words, exceptions: Words, refusals: Words) -> Iterator[Span]:
    """A phrase of each of two lists close together, with no exception beside them, and not turned down."""
    refused = Refusals(text, refusals)
    for place in _pairs(text, text.places(first), text.places(second)):
        if not text.has(exceptions, text.near(place, 2, 2)) and place not in refused:
            yield text.span(place)


def later(text: Wording, first: Words, second: Words, third: Words, refusals: Words) -> Iterator[Span]:
    """A phrase of each of three lists close together, and not turned down: "send you", "my details", "later"."""
    refused = Refusals(text, refusals)
    two = _pairs(text, text.places(first), text.places(second))
    return (text.span(place) for place in _pairs(text, two, text.places(third)) if place not in refused)


def asked_for(text: Wording, things: Words, asking: Words, exceptions: Words, refusals: Words) -> Iterator[Span]:
    """Somebody's own thing asked for: "can I have your e-mail", "your WhatsApp?"; not "your e-mail template"."""
    refused = Refusals(text, refusals)
    for place in text.places(things):
        before = text.near(place, 6, 0)[: -(place.last - place.first + 1)]
        near = before[-2:] if text.words[place.first - 1] in WHICH else before[-1:]
        yours = [word for word in near if text.words[word] in YOURS]
        after = range(place.last + 1, min(place.last + 2, len(text.words)))
        if not yours or text.has(exceptions, after):
            continue
        asked = [word for word in before if word <= yours[0] and text.has(asking, range(word, word + 1))]
        whole_question = "?" in text.between(place.last) and len(before) <= 2
        whole = Place(asked[-1] if asked else yours[0], place.last)
        if (asked or whole_question) and whole not in refused:
            yield text.span(whole)


def pay_by(text: Wording, apps: Words, paying: Words, work: Words, refusals: Words) -> Iterator[Span]:
    """A payment app as a way to pay one another, not as the subject of the work.

    Where the paying has a person ("pay you by PayPal") only a work word right beside the app, or before the paying in
    the speaker's own clause, makes it the subject of the work; without one, any work word in the sentence does.
    """
    refused = Refusals(text, refusals)
    about_work = text.sentences_with(work)
    for place in _pairs(text, text.places(paying), text.places(apps)):
        personal = any(text.words[word] in PERSONS for word in range(place.first, place.last + 1))
        is_work = text.has(work, _own_words(text, place)) if personal else text.sentence[place.first] in about_work
        if not is_work and place not in refused:
            yield text.span(place)


class Refusals:
    """The places of a text that a refusal governs.

    A list's "cannot" refuses what follows it in its clause, "... is against" what precedes it there, and
    "... conversion fee ..." all of its sentence. A refusal that is part of a place itself does not count, nor one
    that only asks: "why not", "can't we", "don't worry".
    """

    def __init__(self, text: Wording, refusals: Words) -> None:
        self.text = text
        before, after, around = _directions(refusals)
        self.before = [place for place in text.places(before) if not _only_asks(text, place)]
        self.last_in_clause = {text.clause[place.first]: place.first for place in text.places(after)}
        self.around = text.outermost(around)

    def __contains__(self, place: object) -> bool:
        assert isinstance(place, Place)
        clause, sentence = self.text.clause, self.text.sentence
        around = self.around.get(sentence[place.first], place)
        if around.first < place.first or around.last > place.last:
            return True
        if self.last_in_clause.get(clause[place.last], place.last) > place.last:
            return True
        nearest = bisect_left(self.before, place.first, key=lambda refusal: refusal.first) - 1
        if nearest < 0:
            return False
        last = self.before[nearest].last
        return clause[last] == clause[place.first] and 0 < place.first - last <= REACH


def _only_asks(text: Wording, place: Place) -> bool:
    after = place.last + 1
    asks = text.word(place.first - 1) == "why" or text.word(after) in ONLY_ASKS
    return asks or text.word(after + 1) in {"problem", "issue", "secret"}


@lru_cache(maxsize=64)  # a rule has one list of refusals, and every detection of it asks
def _directions(refusals: Words) -> tuple[Words, Words, Words]:
    after = tuple(each[4:] for each in refusals if each.startswith("... ") and not each.endswith(" ..."))
    around = tuple(each[4:-4] for each in refusals if each.startswith("... ") and each.endswith(" ..."))
    return tuple(each for each in refusals if not each.startswith("... ")), after, around


def _own_words(text: Wording, place: Place) -> range:
    """The words of a place, one more after it, and those before it back to the one who speaks or is spoken to."""
    around = text.near(place, CLAUSE, 1)
    first = place.first
    while first > around.start and text.words[first] not in SPEAKERS:
        first -= 1
    return range(first, around.stop)


def _pairs(text: Wording, first: list[Place], second: list[Place]) -> list[Place]:
    """Two places with at most `GAP` words between them in one sentence, in either order, as one place each."""
    starting = {place.first: place for place in reversed(first)}
    ending = {place.last: place for place in first}
    pairs = []
    for place in second:
        for distance in range(1, GAP + 2):
            before, after = ending.get(place.first - distance), starting.get(place.last + distance)
            near = before if before is not None and _same_sentence(text, before, place) else after
            if near is not None and _same_sentence(text, near, place):
                pairs.append(Place(min(near.first, place.first), max(near.last, place.last)))
                break
    return pairs


def _same_sentence(text: Wording, one: Place, other: Place) -> bool:
    return text.sentence[one.first] == text.sentence[other.first]


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


GAP = 4
CLAUSE = 12
REACH = 5
WHICH = word_set("personal private direct best business work own current primary")
YOURS = word_set("your ur yours")
PERSONS = word_set("me us you u my your")
SPEAKERS = word_set("i im ill id ive we well wed weve were you youll lets")
ONLY_ASKS = word_set("we you u they it worry mind hesitate forget problem sure know only just")

DETECTORS: dict[str, Detector] = {
    "email": Detector(
        addresses.email, 2, "An e-mail address, also spelled out. Lists: sites not meant, mail providers."
    ),
    "phone": Detector(addresses.phone, 2, "A phone number. Lists: words before one, words before any other number."),
    "link": Detector(addresses.link, 3, "A link in a sentence with a cue. Lists: sites not meant, cues, exceptions."),
    "site": Detector(addresses.site, 1, "A link to one of the sites listed."),
    "handle": Detector(
        addresses.handle, 2, "An account at a service, or an invitation to it. Lists: services, work words."
    ),
    "phrases": Detector(phrases, 2, "One of the phrases. Lists: phrases, refusals."),
    "together": Detector(together, 4, "Two phrases close together. Lists: first, second, exceptions, refusals."),
    "later": Detector(later, 4, "Three phrases close together. Lists: first, second, third, refusals."),
    "asked_for": Detector(asked_for, 4, "Somebody's own thing asked for. Lists: things, asking, exceptions, refusals."),
    "pay_by": Detector(pay_by, 4, "A payment app used to pay. Lists: apps, words of paying, work words, refusals."),
}
