"""Takes a text; gives where an e-mail address or a link stands in it.

Every pattern has bounded repetitions and cannot start inside a run it has already refused, so that the time grows
with the length of the text only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculators.runtime.wording import Place, Wording, Words, plain, word_set

type Span = tuple[int, int]


def email(text: Wording, own_sites: Words, mail_providers: Words, cues: Words) -> Iterator[Span]:
    """E-mail addresses, also spelled out, but not those at the platform's own sites.

    "@" makes an address of any name and domain, and so does "at" in brackets. A bare "at" does so before a mail
    provider, or where the name or a cue near it says so: people also work "at booking.com".
    """
    at = 0
    while match := EMAIL.search(text.raw, at):
        if _is_email(text, match, mail_providers, cues) and not _is_at(_host(match["host"]), own_sites):
            yield match.span()
            at = match.end()
        else:
            at = match.start("at")  # what looked like the domain may be the name: "me at jane at gmail.com"
    yield from (match.span() for match in GLUED_EMAIL.finditer(text.raw))
    yield from (match.span() for match in SPACED_EMAIL.finditer(text.raw))


def link(text: Wording, own_sites: Words, other_sites: Words, cues: Words, exceptions: Words) -> Iterator[Span]:
    """Links in a sentence with one of the cues and none of the exceptions; to any site but those of the two lists."""
    wanted = text.sentences_with(cues)
    outer = text.outermost(exceptions)
    addresses = [match.span() for match in EMAIL.finditer(text.raw) if _is_odd(match)]
    for match in LINK.finditer(text.raw):
        host = _host(match["host"]).removeprefix("www.")
        if (not match["scheme"] and host.rpartition(".")[2] not in ENDINGS) or _is_at(host, own_sites):
            continue
        if _leads_to(match, other_sites) or any(start < match.start() < end for start, end in addresses):
            continue
        sentence = text.sentence[text.at_word(match.start())]
        exception = outer.get(sentence)
        excepted = exception and (text.span(exception)[0] < match.start() or text.span(exception)[1] > match.end())
        if sentence in wanted and not excepted:
            yield match.span()


def site(text: Wording, sites: Words) -> Iterator[Span]:
    """Links to one of these sites; "linkedin.com/in" stands for that part of the site only."""
    return (match.span() for match in LINK.finditer(text.raw) if _leads_to(match, sites))


def own_site(text: Wording, sites: Words, work: Words) -> Iterator[Span]:
    """The same, but not in a sentence about the work: for sites whose pages are often the work itself."""
    about_work = text.sentences_with(work)
    for start, end in site(text, sites):
        words = text.near(Place(text.at_word(start), text.at_word(end - 1)), 12, 12)
        named = any(text.words[word] in {"my", "me", "our", "us", "mine"} for word in words)
        alone = text.raw.strip() == text.raw[start:end]
        if (named or alone) and text.sentence[text.at_word(start)] not in about_work:
            yield start, end


def _is_email(text: Wording, match: re.Match[str], mail_providers: Words, cues: Words) -> bool:
    local, at, host = plain(match["local"]), match["at"], _host(match["host"])
    name, _, ending = host.rpartition(".")
    in_a_sentence = local in NOT_A_NAME and (" " in at or "\n" in at)
    if not name:
        return ending in SURE_PROVIDERS and not in_a_sentence
    if "@" in at:
        is_git_address = local == "git" and text.raw[match.end() : match.end() + 1] == ":"
        return ending.isalpha() and not in_a_sentence and not is_git_address
    if BRACKET.search(at):
        return ending.isalpha()
    if in_a_sentence or not ending.isalpha():
        return False
    if plain(name.partition(".")[0]).replace(" ", "") in mail_providers or ODD.search(local):
        return ending in ENDINGS
    first = text.at_word(match.start())
    if "." not in match["host"]:  # the dot is spelled out, which few do for a site they only speak of
        nearby = text.near(Place(first, text.at_word(match.end() - 1)), 8, 8)
        return text.has(cues, nearby) or text.raw.strip(" .!") == match.group()
    announced = text.word(first - 1) in ANNOUNCES or text.raw[: match.start()].rstrip().endswith(":")
    return ending in ENDINGS and announced and text.has(cues, text.near(Place(first, first), 5, 0))


def _is_odd(match: re.Match[str]) -> bool:
    """Whether this is surely no name before a site: "jane (at) ...", "jane.doe at ..."."""
    return bool(SIGN_OR_BRACKET.search(match["at"]) or ODD.search(match["local"]))


def _leads_to(match: re.Match[str], sites: Words) -> bool:
    host = _host(match["host"]).removeprefix("www.")
    path = (match["path"] or "").lower()
    parts = (wanted.partition("/") for wanted in sites)
    return any(_is_at(host, (of_host,)) and path.startswith(slash + of_path) for of_host, slash, of_path in parts)


def _host(written: str) -> str:
    """A domain as it is usually written: "Gmail dot COM" is gmail.com."""
    return SPELLED_DOT.sub(".", written.lower()).strip(".")


def _is_at(host: str, sites: Words) -> bool:
    return any(host == own or host.endswith("." + own) for own in sites)


# Endings common in addresses people exchange; a longer list would only find more words with a full stop in them.
ENDINGS = word_set(
    "com net org io co dev me app info biz us uk de fr es it nl in pk bd ph ua ru pl ca au eu ai xyz site online "
    "design studio agency tech pro link chat gg ly to be ch at br mx za ng ke ae sg id vn lk np tr rs ro gr pt se "
    "no dk fi cz sk hu bg hr lt lv ee ie nz jp kr cn tw hk ar cl pe il eg ma gh tz ug th my work works digital "
    "email mail team group company consulting solutions software systems cloud"
)
SURE_PROVIDERS = word_set("gmail googlemail hotmail protonmail")
ANNOUNCES = word_set("to is on via email mail address under using")
# Words that stand before "at" in an ordinary sentence: "I worked at ...", "look at ...", "available at ...".
NOT_A_NAME = word_set(
    "a all and am are available be been being build built but buy can check developer designer employed engineer "
    "experience find for found good he her here him hosted i in intern is it job join joined lead live located look "
    "looked looking manager me meet not of on or order position project role see sell she sold start started team "
    "that them there they this time up us was we were with work worked working years you staging shop store page "
    "code docs files version data running online reachable below above listed posted shown published clients "
    "client details form"
)

_OPEN, _CLOSE = r"[\s(\[{<*_\"'-]", r"[\s)\]}>*_\"'-]"
_LOOSE = r"[\s(\[{<*_,\"'-]"
_AT = (
    rf"{_OPEN}{{0,4}}@{_CLOSE}{{0,4}}"
    rf"|{_LOOSE}{{1,4}}(?:at the rate of|at the rate|at|arroba){_CLOSE}{{1,4}}"
    r"|\s?[(\[{]\s?a\s?[)\]}]\s?"
)
_SPELLED_DOT = rf"{_LOOSE}{{1,3}}(?:dot|punto){_CLOSE}{{1,3}}"
_DOT = rf"\.|\s\.\s?|\s?[(\[{{<]\s?\.\s?[)\]}}>]\s?|{_SPELLED_DOT}"
SPELLED_DOT = re.compile(rf"{_SPELLED_DOT}|[\s(\[{{<]{{0,3}}\.[\s)\]}}>]{{0,3}}")
EMAIL = re.compile(
    rf"(?<![\w.+%-])(?P<local>[^\W_][\w.+%-]{{0,63}}?)(?P<at>{_AT})"
    rf"(?P<host>(?:(?:g|hot|proton|ya)\s(?=mail|hoo))?[^\W_][a-z0-9-]{{0,62}}(?:(?:{_DOT})[a-z0-9-]{{2,63}}){{0,4}})",
    re.IGNORECASE,
)
# "janeATgmailDOTcom" and "j a n e @ g m a i l . c o m".
GLUED_EMAIL = re.compile(
    r"(?<![\w.+-])[^\W_][\w.+-]{1,40}?at[a-z0-9-]{2,40}?dot(?:com|net|org|co|io|de|uk|in|me)(?![\w-])", re.IGNORECASE
)
SPACED_EMAIL = re.compile(r"(?<!\S)(?:[\w.]\s){2,40}(?:@|\(at\)|a\st)(?:\s\w){2,40}\s(?:\.|d\so\st)(?:\s\w){2,8}(?!\S)")
ODD = re.compile(r"[\d._+-]")
SIGN_OR_BRACKET = re.compile(r"[@(\[{<*_-]")
BRACKET = re.compile(r"[(\[{<*_-]")
LINK = re.compile(
    r"(?<![\w@.-])(?P<scheme>https?://|www\.)?(?P<host>(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24})(?![\w@-])"
    r"(?P<path>/[^\s<>\"]{0,300})?",
    re.IGNORECASE,
)
