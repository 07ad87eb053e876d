"""Takes a text and what to look for; gives the findings, each with the words found and their place in the text.

A contributor names detectors and word lists; nobody writes patterns. The detectors know English as people write it in
messages, and err on the side of silence where the words are about the work itself ("integrate PayPal") or turn a
proposal down ("I cannot work outside Upwork").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from calculators.runtime import accounts, addresses, phones
from calculators.runtime.addresses import Span
from calculators.runtime.refusals import pairs, refusals_of
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

    >>> mail = Detection("contact", (("email", ((), ("gmail",), ())),), "Leave it out.", ("help-contact-sharing",))
    >>> [(f.id, f.what, f.start, f.end) for f in detect("Write to jane at gmail dot com.", (mail,)).items]
    [('contact', 'jane at gmail dot com', 9, 30)]
    """
    wording = _wording(text)
    found: list[Finding] = []
    for id, with_, otherwise, sources in detections:
        spans = [span for name, lists in with_ for span in DETECTORS[name].find(wording, *lists)]
        found += [Finding(id, otherwise, text[start:end], start, end, sources) for start, end in _merged(spans)]
    return Findings(tuple(found))


# Each reading of a rule looks at the same text, one after another: it is cut into words, and searched, for all of them.
_wording = lru_cache(maxsize=1)(Wording)


def phrases(text: Wording, wanted: Words, refusals: Words) -> Iterator[Span]:
    """One of the phrases, unless the same clause turns it down."""
    refused = refusals_of(text, refusals)
    return (text.span(place) for place in text.places(wanted) if place not in refused)


def together(text: Wording, first: Words, second: Words, exceptions: Words, refusals: Words) -> Iterator[Span]:
    """A phrase of each of two lists close together, with no exception beside them, and not turned down."""
    refused = refusals_of(text, refusals)
    for place in pairs(text, text.places(first), text.places(second), GAP):
        if not text.has(exceptions, text.near(place, 2, 2)) and place not in refused:
            yield text.span(place)


def beside(text: Wording, first: Words, second: Words, exceptions: Words, refusals: Words) -> Iterator[Span]:
    """A phrase of the first list right before one of the second, with no exception after them, and not turned down."""
    refused = refusals_of(text, refusals)
    starting = {place.first: place for place in text.places(second)}
    for place in text.places(first):
        then = starting.get(place.last + 1)
        if then is None or text.sentence[then.first] != text.sentence[place.first]:
            continue
        whole = Place(place.first, then.last)
        after = range(then.last + 1, min(then.last + 3, len(text.words)))
        if not text.has(exceptions, after) and whole not in refused:
            yield text.span(whole)


def in_sentence(text: Wording, first: Words, second: Words, exceptions: Words, refusals: Words) -> Iterator[Span]:
    """A phrase of each of two lists anywhere in one sentence that has no exception, and not turned down."""
    refused = refusals_of(text, refusals)
    excepted = text.sentences_with(exceptions)
    ends = {place.first: place.last for place in (*text.places(second), *text.places(first))}
    begins = {place.last: place.first for place in (*text.places(second), *text.places(first))}
    for place in pairs(text, text.places(first), text.places(second), SENTENCE_GAP):
        turned_down = place in refused or refused.between(ends[place.first], begins[place.last])
        if text.sentence[place.first] not in excepted and not turned_down:
            yield text.span(place)


def own_place(text: Wording, nouns: Words, cues: Words, exceptions: Words, refusals: Words) -> Iterator[Span]:
    """A place of one's own ("our little website") in one sentence with a cue and no exception, and not turned down."""
    owned = []
    for place in text.places(nouns):
        before = [word for word in range(max(0, place.first - 3), place.first) if text.words[word] in OURS]
        if before and text.clause[before[-1]] == text.clause[place.first]:
            owned.append(Place(before[-1], place.last))
    refused = refusals_of(text, refusals)
    excepted = text.sentences_with(exceptions)
    for place in pairs(text, owned, text.places(cues), SENTENCE_GAP):
        if text.sentence[place.first] not in excepted and place not in refused:
            yield text.span(place)


def later(text: Wording, first: Words, second: Words, third: Words, refusals: Words) -> Iterator[Span]:
    """A phrase of each of three lists close together, and not turned down: "send you", "my details", "later"."""
    refused = refusals_of(text, refusals)
    two = pairs(text, text.places(first), text.places(second), GAP)
    return (text.span(place) for place in pairs(text, two, text.places(third), GAP) if place not in refused)


def asked_for(text: Wording, things: Words, asking: Words, exceptions: Words, refusals: Words) -> Iterator[Span]:
    """Somebody's own thing asked for: "can I have your e-mail", "your WhatsApp?"; not "your e-mail template"."""
    refused = refusals_of(text, refusals)
    for place in text.places(things):
        before = text.near(place, 6, 0)[: -(place.last - place.first + 1)]
        near = before[-2:] if text.words[place.first - 1] in WHICH else before[-1:]
        yours = [word for word in near if text.words[word] in YOURS]
        after = range(place.last + 1, min(place.last + 2, len(text.words)))
        if not yours or text.has(exceptions, after) or text.word(place.last + 1) in OTHER_NOUN:
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
    refused = refusals_of(text, refusals)
    about_work = text.sentences_with(work)
    for place in pairs(text, text.places(paying), text.places(apps), PAYING_GAP):
        personal = _is_personal(text, place)
        if personal:
            is_work = text.has(work, _own_words(text, place))
        else:
            is_work = (
                text.sentence[place.first] in about_work
                or text.words[place.last] in ITS_NOUNS
                or _others_pay(text, place)
            )
        if not is_work and place not in refused:
            yield text.span(place)


def _is_personal(text: Wording, place: Place) -> bool:
    """Whether one of the two who write pays or is paid: "pay you by PayPal", "I will send it by PayPal"."""
    if any(text.words[word] in PERSONS for word in range(place.first, place.last + 1)):
        return True
    speaks = any(text.words[word] in SPEAKERS for word in text.near(place, 2, 0)[:2])
    return speaks and text.words[place.first] in GIVES


def _others_pay(text: Wording, place: Place) -> bool:
    """Whether somebody else is the one who pays: "students pay with Venmo"."""
    before = text.near(place, 3, 0)[: -(place.last - place.first + 1)]
    if text.words[place.first] not in PAYS or not before or text.ends_clause(before[-1]):
        return False
    ours = any(text.words[word] in OURS for word in before)
    return not ours and text.words[before[-1]] not in BEFORE_PAY | SPEAKERS


def _own_words(text: Wording, place: Place) -> range:
    """The words of a place, one more after it, and those before it back to the one who speaks or is spoken to."""
    around = text.near(place, CLAUSE, 1)
    first = place.first
    while first > around.start and text.words[first] not in SPEAKERS:
        first -= 1
    return range(first, around.stop)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


GAP = 4
PAYING_GAP = 6
SENTENCE_GAP = 16
CLAUSE = 12
OURS = word_set("my our")
PAYS = word_set("pay pays paid")
BEFORE_PAY = word_set(
    "to and or then just please can could will would may might should do did lets us me also only always usually "
    "normally never rather even better happily gladly directly be get been getting is being not here"
)
ITS_NOUNS = word_set("payments transfers deposits invoices")  # "PayPal payments", as a subject
WHICH = word_set("personal private direct best business work own current primary")
OTHER_NOUN = word_set("of one")  # "your number of years"
YOURS = word_set("your ur yours")
PERSONS = word_set("me us you u my your")
GIVES = word_set("pay paying send sending transfer wire deposit settle")
SPEAKERS = word_set("i im ill id ive we well wed weve were you youll lets")

DETECTORS: dict[str, Detector] = {
    "email": Detector(
        addresses.email, 3, "An e-mail address, also spelled out. Lists: sites not meant, mail providers, cues."
    ),
    "phone": Detector(phones.phone, 2, "A phone number. Lists: words before one, words before any other number."),
    "link": Detector(
        addresses.link, 4, "A link in a sentence with a cue. Lists: sites not meant, more of them, cues, exceptions."
    ),
    "site": Detector(addresses.site, 1, "A link to one of the sites listed."),
    "own_site": Detector(addresses.own_site, 2, "A link to one's own page at a site listed. Lists: sites, work words."),
    "handle": Detector(
        accounts.handle, 2, "An account at a service, or an invitation to it. Lists: services, work words."
    ),
    "own_handle": Detector(
        accounts.own_handle, 2, "The same, in no sentence about the work. Lists: services, work words."
    ),
    "account": Detector(
        accounts.account, 2, "An account right after a service with an everyday name. Lists: services, work words."
    ),
    "phrases": Detector(phrases, 2, "One of the phrases. Lists: phrases, refusals."),
    "together": Detector(together, 4, "Two phrases close together. Lists: first, second, exceptions, refusals."),
    "beside": Detector(beside, 4, "A phrase right before another. Lists: first, second, exceptions, refusals."),
    "in_sentence": Detector(in_sentence, 4, "Two phrases in one sentence. Lists: first, second, exceptions, refusals."),
    "own_place": Detector(
        own_place, 4, "A place of one's own in a sentence with a cue. Lists: nouns, cues, exceptions, refusals."
    ),
    "later": Detector(later, 4, "Three phrases close together. Lists: first, second, third, refusals."),
    "asked_for": Detector(asked_for, 4, "Somebody's own thing asked for. Lists: things, asking, exceptions, refusals."),
    "pay_by": Detector(pay_by, 4, "A payment app used to pay. Lists: apps, words of paying, work words, refusals."),
}
