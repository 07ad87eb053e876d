"""Takes a text; gives where an address stands in it: an e-mail, a phone number, a link, an account of a messenger.

Every pattern has bounded repetitions and cannot start inside a run it has already refused, so that the time grows
with the length of the text only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculators.runtime.wording import Place, Wording, Words, plain, word_set

type Span = tuple[int, int]


def email(text: Wording, own_sites: Words, mail_providers: Words) -> Iterator[Span]:
    """E-mail addresses, also spelled out, but not those at the platform's own sites.

    "@" makes an address of any name and domain. A bare "at" does so only before a mail provider or where "dot" is
    spelled out as well, for people also work "at booking.com".
    """
    at = 0
    while match := EMAIL.search(text.raw, at):
        if _is_email(text.raw, match, mail_providers) and not _is_at(_host(match["host"]), own_sites):
            yield match.span()
            at = match.end()
        else:
            at = match.start("at")  # what looked like the domain may be the name: "me at jane at gmail.com"


def phone(text: Wording, phone_words: Words, other_numbers: Words) -> Iterator[Span]:
    """Phone numbers: with a country code, in a usual local grouping, spelled in words, or bare after a phone word.

    A number that follows a word such as "invoice" or "order", or a currency sign, is never one.
    """
    for match in NUMBER.finditer(text.raw):
        number = match.group().rstrip(" .-(")
        digits = re.sub(r"\D", "", number)
        before = text.raw[max(0, match.start() - 5) : match.start()]
        if not 7 <= len(digits) <= 15 or MONEY_BEFORE.search(before) or MONEY_AFTER.match(text.raw, match.end()):
            continue
        if DATE_AT_START.match(number):
            continue
        called = _called(text, match.start(), phone_words, other_numbers)
        if called == "phone" or (called == "" and _looks_like_a_phone(number, digits)):
            yield match.start(), match.start() + len(number)
    yield from _spelled_numbers(text)


def link(text: Wording, own_sites: Words, cues: Words, exceptions: Words) -> Iterator[Span]:
    """Links to any site but the platform's own, in a sentence with one of the cues and none of the exceptions."""
    wanted = text.sentences_with(cues)
    outer = text.outermost(exceptions)
    for match in LINK.finditer(text.raw):
        host = _host(match["host"]).removeprefix("www.")
        if (not match["scheme"] and host.rpartition(".")[2] not in ENDINGS) or _is_at(host, own_sites):
            continue
        sentence = text.sentence[text.at_word(match.start())]
        exception = outer.get(sentence)
        excepted = exception and (text.span(exception)[0] < match.start() or text.span(exception)[1] > match.end())
        if sentence in wanted and not excepted:
            yield match.span()


def site(text: Wording, sites: Words) -> Iterator[Span]:
    """Links to one of these sites; "linkedin.com/in" stands for that part of the site only."""
    for match in LINK.finditer(text.raw):
        host = _host(match["host"]).removeprefix("www.")
        path = (match["path"] or "").lower()
        for wanted in sites:
            wanted_host, slash, wanted_path = wanted.partition("/")
            if _is_at(host, (wanted_host,)) and path.startswith(slash + wanted_path):
                yield match.span()
                break


def handle(text: Wording, names: Words, work: Words) -> Iterator[Span]:
    """Accounts at one of these services: "@jane on Telegram", "Discord: jane#1234", "my Skype is jane", "Skype me".

    A service right before a word of the work ("Telegram bot") is not where somebody is met.
    """
    signs = [match.span() for match in ACCOUNT_SIGN.finditer(text.raw)]
    if "skype" in names:  # its accounts name it themselves
        yield from (match.span() for match in SKYPE_ACCOUNT.finditer(text.raw))
    for place in text.places(names):
        if text.has(work, range(place.last + 1, min(place.last + 2, len(text.words)))):
            continue
        start, end = text.span(place)
        if _is_short_question(text, place):
            yield start, end
        for sign in _beside(signs, start, end):
            yield min(start, sign[0]), max(end, sign[1])
        account = _account_after(text, place)
        if account is not None:
            yield start, text.ends[account]


def _is_email(raw: str, match: re.Match[str], mail_providers: Words) -> bool:
    local, at, host = plain(match["local"]), match["at"], _host(match["host"])
    name, _, ending = host.rpartition(".")
    in_a_sentence = local in NOT_A_NAME and (" " in at or "\n" in at)
    if not name:
        return ending in SURE_PROVIDERS and not in_a_sentence
    if "@" in at:
        is_git_address = local == "git" and raw[match.end() : match.end() + 1] == ":"
        return ending.isalpha() and not in_a_sentence and not is_git_address
    if BRACKET.search(at):
        return ending in ENDINGS
    return ending in ENDINGS and not in_a_sentence and (plain(name) in mail_providers or "." not in match["host"])


def _account_after(text: Wording, place: Place) -> int | None:
    """The last word of the account named after a service: "Skype id: jane", "my Skype is jane", "Skype me"."""
    whom, speaker = text.word(place.last + 1), text.word(place.first - 1)
    if (whom in {"me", "us"} or (whom == "you" and speaker in BEFORE_VERB)) and text.between(place.last).isspace():
        return place.last + 1
    last = place.last
    while text.word(last + 1) in LABELS and not GAP_ENDS.search(text.between(last)):
        last += 1
    mine = bool({"my", "our"} & set(text.words[max(0, place.first - 2) : place.first]))
    if text.word(last + 1) == "is" and (mine or last > place.last):
        last += 1
    elif not NAMES_IT.search(text.between(last)):
        return None
    if len(text.word(last + 1)) < 3 or text.word(last + 1) in NOT_AN_ACCOUNT:
        return None
    end = last + 1
    while end + 1 < len(text.words) and JOINS_NAME.fullmatch(text.between(end)):
        end += 1
    is_odd = end > last + 1 or any(letter.isdigit() for letter in text.words[end])
    return end if is_odd or mine or text.ends_clause(end) else None


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


def _called(text: Wording, start: int, phone_words: Words, other_numbers: Words) -> str:
    """What the words around a number make of it: "phone", "other" or "", the nearest before it deciding."""
    at = text.at_word(start)
    if CODE_BEFORE.search(text.raw[max(0, start - 8) : start]):
        return "other"
    for word in reversed(text.near(Place(at, at), WORDS_BEFORE_NUMBER, 0)[:-1]):
        just = range(word, word + 1)
        if text.has(other_numbers, just):
            return "other"
        if text.has(phone_words, just):
            return "phone"
    after = text.near(Place(at, at), 0, WORDS_AFTER_NUMBER + 4)
    return "phone" if text.has(phone_words, after[-WORDS_AFTER_NUMBER:]) else ""


def _looks_like_a_phone(number: str, digits: str) -> bool:
    if number.startswith("+") or digits.startswith("00"):
        return len(digits) >= 9
    groups = [len(group) for group in re.findall(r"\d+", number)]
    north_american = groups in ([3, 3, 4], [1, 3, 3, 4]) and digits[-10] not in "01"
    national = digits.startswith("0") and 9 <= len(digits) <= 11 and groups[0] != 1 and "." not in number
    return north_american or national


def _spelled_numbers(text: Wording) -> Iterator[Span]:
    """Runs of at least seven digits of which three or more are written as words."""
    first, digits, spelled = 0, 0, 0
    for at, word in enumerate([*text.words, ""]):
        if word in DIGIT_WORDS or (word.isdigit() and len(word) <= 4):
            if digits == 0:
                first = at
            digits += len(word) if word.isdigit() else 1
            spelled += word in DIGIT_WORDS
            continue
        if digits >= 7 and spelled >= 3:
            yield text.span(Place(first, at - 1))
        digits = spelled = 0


def _host(written: str) -> str:
    """A domain as it is usually written: "Gmail dot COM" is gmail.com."""
    return SPELLED_DOT.sub(".", written.lower()).strip(".")


def _is_at(host: str, sites: Words) -> bool:
    return any(host == own or host.endswith("." + own) for own in sites)


NEAR = 24
WORDS_BEFORE_NUMBER = 5
WORDS_AFTER_NUMBER = 3
# Endings common in addresses people exchange; a longer list would only find more words with a full stop in them.
ENDINGS = word_set(
    "com net org io co dev me app info biz us uk de fr es it nl in pk bd ph ua ru pl ca au eu ai xyz site online "
    "design studio agency tech pro link chat gg ly to be ch at br mx za ng ke ae sg id vn lk np tr rs ro gr pt se "
    "no dk fi"
)
SURE_PROVIDERS = word_set("gmail googlemail hotmail protonmail")
# Words that stand before "at" in an ordinary sentence: "I worked at ...", "look at ...", "available at ...".
NOT_A_NAME = word_set(
    "a all and am are available be been being build built but buy can check developer designer employed engineer "
    "experience find for found good he her here him hosted i in intern is it job join joined lead live located look "
    "looked looking manager me meet not of on or order position project role see sell she sold start started team "
    "that them there they this time up us was we were with work worked working years you"
)
BEFORE_VERB = word_set("i ill we well will can could would to just")
LABELS = word_set("id ids name username user handle number no address account email nick nickname tag contact here")
NOT_AN_ACCOUNT = word_set(
    "a an and not no broken down full the used using better best fine great good ok okay easier faster available "
    "connected working integrated required needed optional preferred also always on off for to in we you i it"
)
DIGIT_WORDS = word_set("zero oh one two three four five six seven eight nine double triple")

_OPEN, _CLOSE = r"[\s(\[{<*_\"'-]", r"[\s)\]}>*_\"'-]"
_LOOSE = r"[\s(\[{<*_,\"'-]"
_AT = (
    rf"{_OPEN}{{0,4}}@{_CLOSE}{{0,4}}"
    rf"|{_LOOSE}{{1,4}}(?:at the rate of|at the rate|at|arroba){_CLOSE}{{1,4}}"
    r"|\s?[(\[{]\s?a\s?[)\]}]\s?"
)
_SPELLED_DOT = rf"{_LOOSE}{{1,3}}(?:dot|punto){_CLOSE}{{1,3}}"
_DOT = rf"\.|\s\.\s?|{_SPELLED_DOT}"
SPELLED_DOT = re.compile(rf"{_SPELLED_DOT}|\s{{0,2}}\.\s{{0,1}}")
EMAIL = re.compile(
    rf"(?<![\w.+%-])(?P<local>[^\W_][\w.+%-]{{0,63}}?)(?P<at>{_AT})"
    rf"(?P<host>[^\W_][a-z0-9-]{{0,62}}(?:(?:{_DOT})[a-z0-9-]{{2,63}}){{0,4}})",
    re.IGNORECASE,
)
BRACKET = re.compile(r"[(\[{<*_-]")
CODE_BEFORE = re.compile(r"#\s?$|[A-Za-z]{2,6}[-_/]$")
NAMES_IT = re.compile(r"[:=]\s{0,3}$|\s[-–—]\s")
JOINS_NAME = re.compile(r"[._:#@-]{1,2}")
GAP_ENDS = re.compile(r"[.!?,;:]")
NUMBER = re.compile(r"(?<![\w.,/#])[+(]{0,2}\d(?:[\d()]|[ .-]{1,2}(?=[\d(])){5,24}(?<=\d)(?![\w/])(?!:\d)")
MONEY_BEFORE = re.compile(r"(?:[$€£₹¥]|USD|EUR|GBP|INR|Rs\.?)\s{0,2}$", re.IGNORECASE)
MONEY_AFTER = re.compile(r"\s?(?:[$€£₹¥%]|USD|EUR|GBP|dollars?|euros?|k\b|px|users|rows|records)", re.IGNORECASE)
DATE_AT_START = re.compile(r"(?:19|20)\d\d[ .-]?[01]\d[ .-]?[0-3]\d(?!\d)|[0-3]?\d[ .-][01]?\d[ .-](?:19|20)\d\d(?!\d)")
LINK = re.compile(
    r"(?<![\w@.-])(?P<scheme>https?://|www\.)?(?P<host>(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24})(?![\w@-])"
    r"(?P<path>/[^\s<>\"]{0,300})?",
    re.IGNORECASE,
)
SKYPE_ACCOUNT = re.compile(r"\blive:(?=[a-z]*[._\d])[\w.]{3,40}", re.IGNORECASE)
ACCOUNT_SIGN = re.compile(
    r"(?<![\w@.])@[^\W_][\w.]{2,31}|(?<!\w)[^\W_][\w.]{1,31}#\d{4}(?!\w)|\blive:[\w.]{2,40}", re.IGNORECASE
)
