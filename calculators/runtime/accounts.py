"""Takes a text; gives where an account at a messenger or another service is named in it, or an invitation to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculators.runtime.wording import Place, Wording, Words, word_set

type Span = tuple[int, int]


def handle(text: Wording, names: Words, work: Words) -> Iterator[Span]:
    """Accounts at one of these services: "@jane on Telegram", "Discord: jane#1234", "my Skype is jane", "Skype me".

    A service right before a word of the work ("Telegram bot") is not where somebody is met.
    """
    signs = [match.span() for match in ACCOUNT_SIGN.finditer(text.raw)]
    if "skype" in names:  # its accounts name it themselves
        yield from (match.span() for match in SKYPE_ACCOUNT.finditer(text.raw))
    for place in text.places(names):
        after = range(place.last + 1, min(place.last + 2, len(text.words)))
        if text.word(place.last + 1) not in LABELS and text.has(work, after):
            continue
        start, end = text.span(place)
        if _is_short_question(text, place):
            yield start, end
        for sign in _beside(signs, start, end):
            yield min(start, sign[0]), max(end, sign[1])
        account = _account_after(text, place)
        if account is not None:
            yield start, text.ends[account]


def own_handle(text: Wording, names: Words, work: Words) -> Iterator[Span]:
    """The same, but not in a sentence about the work: for services whose accounts are often the work itself."""
    about_work = text.sentences_with(work)
    for start, end in handle(text, names, work):
        if text.sentence[text.at_word(start)] not in about_work:
            yield start, end


def account(text: Wording, names: Words, work: Words) -> Iterator[Span]:
    """Accounts right after a service whose name is an everyday word: "Signal: jane.42", "line: @jane"."""
    about_work = text.sentences_with(work)
    for place in text.places(names):
        match = NAMED_ACCOUNT.match(text.raw, text.ends[place.last])
        if match and text.sentence[place.first] not in about_work:
            yield text.starts[place.first], match.end()


def _account_after(text: Wording, place: Place) -> int | None:
    """The last word of the account named after a service: "Skype id: jane", "my Skype is jane", "Skype me"."""
    whom, speaker = text.word(place.last + 1), text.word(place.first - 1)
    if (whom in {"me", "us"} or (whom == "you" and speaker in BEFORE_VERB)) and text.between(place.last).isspace():
        return place.last + 1
    last = place.last
    while text.word(last + 1) in LABELS and not GAP_ENDS.search(text.between(last)):
        last += 1
    before = text.words[max(0, place.first - 2) : place.first]
    labelled = last > place.last or text.words[place.last] in LABELS or not LABELS.isdisjoint(before)
    mine = bool({"my", "our"} & set(text.words[max(0, place.first - 2) : place.first + 1]))
    named = bool(NAMES_IT.search(text.between(last)))
    if text.word(last + 1) == "is":
        last, named = last + 1, mine or labelled
    if last + 1 == len(text.words) or text.words[last + 1] in NOT_AN_ACCOUNT or not GAP.fullmatch(text.between(last)):
        return None
    end = last + 1
    while end + 1 < len(text.words) and JOINS_NAME.fullmatch(text.between(end)):
        end += 1
    if text.ends[end] - text.starts[last + 1] < 3:
        return None
    is_odd = end > last + 1 or MIXED.search(text.words[end]) is not None
    if not named:
        is_account = is_odd and (labelled or ACCOUNT.fullmatch(text.raw[text.starts[last + 1] : text.ends[end]]))
        return end if is_account else None
    return end if is_odd or (mine and len(text.word(end)) > 3) or text.ends_clause(end) else None


def _is_short_question(text: Wording, place: Place) -> bool:
    """Whether the service is all that is asked: "WhatsApp?", "got Telegram?", "PayPal ok?"."""
    sentence = text.near(place, 3, 3)
    return len(sentence) <= 3 and "?" in text.between(sentence[-1])


def _beside(signs: list[Span], start: int, end: int) -> Iterator[Span]:
    low, high = 0, len(signs)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if signs[middle][1] < start - NEAR else (low, middle)
    while low < len(signs) and signs[low][0] <= end + NEAR:
        yield signs[low]
        low += 1


NEAR = 24
BEFORE_VERB = word_set("i ill we well will can could would to just")
LABELS = word_set("id ids name username user handle number no address account email nick nickname tag contact here")
NOT_AN_ACCOUNT = word_set(
    "a an and not no broken down full the used using better best fine great good ok okay easier faster available "
    "connected working integrated required needed optional preferred also always on off low high new "
    "old bad sorry yes thanks please only never now then this that too same instead slow fast for to in we you i it"
)
NAMES_IT = re.compile(r"[:=]\s{0,3}$|\s[-–—]\s")
JOINS_NAME = re.compile(r"[._:#@-]{1,2}")
GAP = re.compile(r"[\s:=@\"'<(–—-]{0,6}")
GAP_ENDS = re.compile(r"[.!?;:]")
ACCOUNT = re.compile(r"[A-Za-z]{2,}\d*[._][A-Za-z][\w.]*|[a-z]{3,}\d{2,}")
MIXED = re.compile(r"\d")
SKYPE_ACCOUNT = re.compile(r"\blive:(?=[a-z]*[._\d])[\w.]{3,40}", re.IGNORECASE)
NAMED_ACCOUNT = re.compile(
    r"\s{0,2}[:=–-]\s{0,3}(?![\w.]{1,60}\.(?:py|[jt]sx?|html?|css|php|java|json|md|txt|csv|png|jpe?g|pdf|com|io|org|net)\b)"
    r"(?:@[A-Za-z][\w.]{2,31}|[A-Za-z]{2,31}\d{0,8}[._][A-Za-z\d][\w.]{0,31}(?![\w/]))(?<!\.)"
)
ACCOUNT_SIGN = re.compile(
    r"cash ?app:?\s?\$[a-z]\w{2,20}|(?<![\w@.])@[^\W_][\w.]{2,31}"
    r"|(?<!\w)[^\W_][\w.]{1,31}#\d{4}(?!\w)|\blive:[\w.]{2,40}",
    re.IGNORECASE,
)
