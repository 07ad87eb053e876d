"""Takes a text; gives its words with their places, and where phrases of a word list stand among them.

Everything is compared by whole words, in lower case and without apostrophes. Spaces do not count ("pay pal" is
"paypal"), so a phrase is looked up by its letters, which also keeps the work linear in the length of the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import NamedTuple
from unicodedata import normalize

type Words = tuple[str, ...]


class Place(NamedTuple):
    """Where a phrase stands: its first and last word, both counted from 0."""

    first: int
    last: int


class Wording:
    """A text cut into words; `sentence` and `clause` number the sentence and the clause each word belongs to."""

    def __init__(self, raw: str) -> None:
        self.raw = raw.translate(WIDE)  # one character for one, so that the places stay those of the text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentence: list[int] = []
        self.clause: list[int] = []
        self._cut()
        # By the identity of the list, since working out the hash of a long one takes longer than looking it up.
        self._found: dict[int, list[Place]] = {}
        self._lookups: dict[int, tuple[Words, Lookup]] = {}
        self.kept: dict[int, tuple[Words, object]] = {}  # what a detector has worked out for a word list

    def places(self, phrases: Words) -> list[Place]:
        """Where any of these phrases stands, the longest one from each word on, in reading order."""
        if id(phrases) not in self._found:
            lookup = self._lookup(phrases)
            begun = [number for number, word in enumerate(self.words) if word in lookup.beginnings]
            longest = (self._longest(first, lookup) for first in begun)
            self._found[id(phrases)] = [place for place in longest if place is not None]
        return self._found[id(phrases)]

    def sentences_with(self, phrases: Words) -> frozenset[int]:
        """The numbers of the sentences in which one of these phrases stands."""
        return frozenset(self.sentence[place.first] for place in self.places(phrases))

    def outermost(self, phrases: Words) -> dict[int, Place]:
        """For each sentence with one of these phrases, the place from its first to its last one."""
        outer: dict[int, Place] = {}
        for place in self.places(phrases):
            sentence = self.sentence[place.first]
            outer[sentence] = Place(outer.get(sentence, place).first, place.last)
        return outer

    def word(self, number: int) -> str:
        """The word with this number, or nothing where the text has none."""
        return self.words[number] if 0 <= number < len(self.words) else ""

    def between(self, word: int) -> str:
        """What stands between this word and the next one, or after the last."""
        end = self.starts[word + 1] if word + 1 < len(self.words) else len(self.raw)
        return self.raw[self.ends[word] : end]

    def ends_clause(self, word: int) -> bool:
        """Whether this word is the last of its clause."""
        return word + 1 == len(self.words) or self.clause[word] != self.clause[word + 1]

    def span(self, place: Place) -> tuple[int, int]:
        """The characters from the first to the last word of a place."""
        return self.starts[place.first], self.ends[place.last]

    def at_word(self, start: int) -> int:
        """The number of the first word that ends after this character."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.ends[middle] <= start else (low, middle)
        return low

    def near(self, place: Place, before: int, after: int) -> range:
        """The words of a place with up to so many `before` and `after` it, inside its sentence."""
        first, last = place
        while first > 0 and place.first - first < before and self.sentence[first - 1] == self.sentence[place.first]:
            first -= 1
        end = len(self.words) - 1
        while last < end and last - place.last < after and self.sentence[last + 1] == self.sentence[place.last]:
            last += 1
        return range(first, last + 1)

    def has(self, phrases: Words, among: range) -> bool:
        """Whether one of these phrases starts at one of these words."""
        lookup = self._lookup(phrases)
        return any(self.words[word] in lookup.beginnings and self._longest(word, lookup) for word in among)

    def _lookup(self, phrases: Words) -> Lookup:
        if id(phrases) not in self._lookups:
            self._lookups[id(phrases)] = phrases, _lookup(phrases)
        return self._lookups[id(phrases)][1]

    def _cut(self) -> None:
        sentence = clause = 0
        for match in WORD.finditer(self.raw):
            word = plain(match.group())
            gap = self.raw[self.ends[-1] : match.start()] if self.ends else ""
            if SENTENCE_END.search(gap) and not (word[0].isdigit() and self.words[-1] in BEFORE_DIGITS):
                sentence += 1
                clause += 1
            elif CLAUSE_END.search(gap) or word in CLAUSE_STARTS:
                clause += 1
            self.words.append(word)
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.sentence.append(sentence)
            self.clause.append(clause)

    def _longest(self, first: int, lookup: Lookup) -> Place | None:
        letters, found = "", None
        for word in range(first, len(self.words)):
            if word > first and STOP.search(self.between(word - 1)):
                break
            letters += self.words[word]
            if (
                letters in lookup.anywhere
                or (letters in lookup.closing and self.ends_clause(word))
                or (letters in lookup.names and self._is_a_name(first))
            ):
                found = Place(first, word)
            if letters not in lookup.beginnings:
                break
        return found

    def _is_a_name(self, word: int) -> bool:
        """Whether this word has a capital that does not come from beginning a sentence."""
        begins = word == 0 or self.sentence[word] != self.sentence[word - 1]
        return not begins and self.raw[self.starts[word]].isupper()


class Lookup(NamedTuple):
    """A word list ready for use: phrases by their letters, of these some only at a clause's end or as names, and all
    their beginnings."""

    anywhere: frozenset[str]
    closing: frozenset[str]
    names: frozenset[str]
    beginnings: frozenset[str]


@lru_cache(maxsize=256)
def _lookup(phrases: Words) -> Lookup:
    anywhere: set[str] = set()
    closing: set[str] = set()
    names: set[str] = set()
    for phrase in phrases:
        kind = closing if phrase.endswith(".") else names if phrase[:1].isupper() else anywhere
        kind.update(spellings(phrase))
    beginnings = {word[:end] for word in anywhere | closing | names for end in range(1, len(word) + 1)}
    return Lookup(frozenset(anywhere), frozenset(closing), frozenset(names), frozenset(beginnings))


def spellings(phrase: str) -> set[str]:
    """All forms of a phrase as runs of letters; a word written with a trailing * stands for its usual endings too.

    >>> sorted(spellings("pay* me"))
    ['payedme', 'payingme', 'payme', 'paysme']
    """
    words = phrase.rstrip(".").replace("-", " ").split()
    forms = [_inflected(plain(word[:-1])) if word.endswith("*") else {plain(word)} for word in words]
    return {"".join(chosen) for chosen in product(*forms)}


def _inflected(word: str) -> set[str]:
    stem = word.removesuffix("e")
    forms = {word, word + "s", stem + "ed", stem + "ing"}
    if word.endswith(("s", "x", "ch", "sh")):
        forms.add(word + "es")
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    if word[-1:] in set("bdgklmnprt"):
        forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return forms


def plain(word: str) -> str:
    """A word as it is compared: lower case, without apostrophes, wide or ligature letters written as usual ones."""
    if word == "%":
        return "percent"
    letters = APOSTROPHES.sub("", normalize("NFKC", word).lower())
    return USUAL.get(letters, letters)


def word_set(words: str) -> frozenset[str]:
    """The words of a line, for the small closed sets that detectors know by themselves."""
    return frozenset(words.split())


# Wide forms of digits, letters and signs, as East Asian keyboards write them, and what hides between letters.
WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x3002: ".", 0xA0: " "}
# Spellings of haste, as chat has them, and the slips that hide the platform's name.
USUAL = {
    **dict.fromkeys(["u", "ya"], "you"),
    **dict.fromkeys(["upwrok", "upwrk", "upworl", "uwork", "upwerk", "upw0rk", "upowrk", "uprwork", "upwor"], "upwork"),
    **dict.fromkeys(["platfrom", "plattform", "platfom", "plateform"], "platform"),
    "outisde": "outside",
    "oustide": "outside",
    "ur": "your",
    "thru": "through",
    "paypall": "paypal",
    "watsapp": "whatsapp",
    "whatsup": "whatsapp",
    "directy": "directly",
}
APOSTROPHES = re.compile(r"['’‘ʼ`´]")
WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`´][^\W_]+)*|%")
# A single new line is a wrapped line; an empty one, like a full stop before a space, ends the sentence.
SENTENCE_END = re.compile(r"[!?;…]|\.[\"')\]]*\s|\n\s*\n")
CLAUSE_END = re.compile(r"[,:()—–]|\s-\s")
CLAUSE_STARTS = frozenset({"but", "so", "then", "and", "although", "though", "lets"})
# "No. 12", "Tel. 030 ...": a full stop between one of these and a digit ends nothing.
BEFORE_DIGITS = frozenset({"no", "nr", "tel", "ph", "mob", "ref", "ext", "inv", "approx"})
STOP = re.compile(r"[.,;:!?…]|\n\s*\n")
