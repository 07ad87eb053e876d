"""Takes a text; gives where phone numbers stand in it: in digits, in a usual grouping, or spelled in words.

The pattern has bounded repetitions and cannot start inside a run it has already refused, so that the time grows with
the length of the text only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculators.runtime.wording import Place, Wording, Words, word_set

type Span = tuple[int, int]


def phone(text: Wording, phone_words: Words, other_numbers: Words) -> Iterator[Span]:
    """Phone numbers: with a country code, in a usual local grouping, spelled in words, or bare after a phone word.

    A number that follows a word such as "invoice" or "order", or a currency sign, is never one.
    """
    for match in NUMBER.finditer(text.raw):
        number = match.group().rstrip(" .-(/")
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
    if "/" in number:
        return False
    if number.startswith(("+", "(0)", "(+")) or digits.startswith("00"):
        return len(digits) >= 9
    groups = [len(group) for group in re.findall(r"\d+", number)]
    north_american = groups in ([3, 3, 4], [1, 3, 3, 4]) and digits[-10] not in "01"
    national = digits.startswith("0") and 9 <= len(digits) <= 11 and groups[0] != 1 and "." not in number
    one_by_one = set(groups) == {1} and 10 <= len(digits) <= 12 and len(set(digits)) > 3
    return north_american or national or one_by_one


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


WORDS_BEFORE_NUMBER = 5
WORDS_AFTER_NUMBER = 3
DIGIT_WORDS = word_set("zero oh one two three four five six seven eight nine double triple")
CODE_BEFORE = re.compile(r"#\s?$|[A-Za-z]{2,6}[-_/]$")
NUMBER = re.compile(r"(?<![\w.,/#])[+(]{0,2}\d(?:[\d()]|[ ./-]{1,3}(?=[\d(])){5,24}(?<=\d)(?![\w/])(?!:\d)")
MONEY_BEFORE = re.compile(r"(?:[$€£₹¥]|USD|EUR|GBP|INR|Rs\.?)\s{0,2}$", re.IGNORECASE)
MONEY_AFTER = re.compile(r"\s?(?:[$€£₹¥%]|USD|EUR|GBP|dollars?|euros?|k\b|px|users|rows|records)", re.IGNORECASE)
DATE_AT_START = re.compile(
    r"(?:19|20)\d\d[ ./-]?[01]\d[ ./-]?[0-3]\d(?!\d)|[0-3]?\d[ ./-][01]?\d[ ./-](?:19|20)\d\d(?!\d)"
    r"|\d\d?/\d\d?/\d\d(?!\d)"
)
