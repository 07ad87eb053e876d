"""Takes a text and the words that turn a proposal down; gives the places of the text that a refusal governs."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from calculators.runtime.wording import Place, Wording, Words, word_set


class Directions(NamedTuple):
    """A list of refusals by where they work: on what follows, on what precedes, on the sentence, and in two halves."""

    before: Words
    after: Words
    around: Words
    first_halves: Words
    second_halves: Words


class Refusals:
    """The places of a text that a refusal governs.

    A list's "cannot" refuses what follows it in its clause, "... is against" what precedes it there, and
    "... conversion fee ..." all of its sentence. "keep ~" and "~ on upwork" close together refuse the clause they
    stand in and what precedes it in the sentence. A refusal that is part of a place itself does not count, nor one
    that only asks: "why not", "can't we", "don't worry".
    """

    def __init__(self, text: Wording, refusals: Words) -> None:
        self.text = text
        directions = _directions(refusals)
        self.before = [place for place in text.places(directions.before) if not _only_asks(text, place)]
        self.firsts = [place.first for place in self.before]
        self.last_in_clause = {text.clause[place.first]: place.first for place in text.places(directions.after)}
        self.around = text.outermost(directions.around)
        self.stays = self._stays(directions)

    def __contains__(self, place: object) -> bool:
        assert isinstance(place, Place)
        clause, sentence = self.text.clause, self.text.sentence
        around = self.around.get(sentence[place.first], place)
        if around.first < place.first or around.last > place.last:
            return True
        if self.last_in_clause.get(clause[place.last], place.last) > place.last:
            return True
        stay = self.stays.get(sentence[place.first])
        if stay is not None and (place.first <= stay.last or clause[stay.last] == clause[place.first]):
            return True
        nearest = bisect_left(self.firsts, place.first) - 1
        if nearest < 0:
            return False
        return self._reaches(self.before[nearest].last, place.first)

    def between(self, end: int, begin: int) -> bool:
        """Whether a refusal stands between two words, close before the second one and in its clause."""
        around = self.around.get(self.text.sentence[begin])
        if around is not None and end < around.last and around.first < begin:
            return True
        nearest = bisect_left(self.firsts, begin) - 1
        if nearest < 0:
            return False
        first, last = self.before[nearest]
        same_clause = self.text.clause[last] == self.text.clause[begin]
        return end < first and last < begin and same_clause and begin - last <= REACH

    def _reaches(self, last: int, first: int) -> bool:
        """Whether a refusal that ends at one word governs what begins at another: "not PayPal, Venmo or cash"."""
        text = self.text
        if text.clause[last] == text.clause[first]:
            return first - last <= REACH
        among = set(text.words[last + 1 : min(first + 3, len(text.words))])
        listed = "or" in among or "nor" in among
        return (
            listed
            and first - last <= 2 * REACH
            and text.sentence[last] == text.sentence[first]
            and among.isdisjoint(NEW_CLAUSE)
        )

    def _stays(self, directions: Directions) -> dict[int, Place]:
        text = self.text
        stays: dict[int, Place] = {}
        for place in pairs(text, text.places(directions.first_halves), text.places(directions.second_halves), STAY):
            if not text.has(directions.first_halves, range(place.first, place.first + 1)):
                continue
            negated = {text.word(place.first - back) for back in (1, 2, 3)} & NEGATIONS
            if not negated and not any(text.words[word] in NEGATIONS for word in range(place.first, place.last)):
                stays[text.sentence[place.first]] = place
        return stays


def refusals_of(text: Wording, refusals: Words) -> Refusals:
    """The refusals of a text; worked out once for each list, for every detector asks."""
    if id(refusals) not in text.kept:
        text.kept[id(refusals)] = refusals, Refusals(text, refusals)
    kept = text.kept[id(refusals)][1]
    assert isinstance(kept, Refusals)
    return kept


def pairs(text: Wording, first: list[Place], second: list[Place], gap: int) -> list[Place]:
    """Two places with at most `gap` words between them in one sentence, in either order, as one place each."""
    starting = {place.first: place for place in reversed(first)}
    ending = {place.last: place for place in reversed(first)}
    found = []
    for place in second:
        for distance in range(1, gap + 2):
            before, after = ending.get(place.first - distance), starting.get(place.last + distance)
            near = before if before is not None and _same_sentence(text, before, place) else after
            if near is not None and _same_sentence(text, near, place):
                found.append(Place(min(near.first, place.first), max(near.last, place.last)))
                break
    return found


def _same_sentence(text: Wording, one: Place, other: Place) -> bool:
    return text.sentence[one.first] == text.sentence[other.first]


def _only_asks(text: Wording, place: Place) -> bool:
    after = place.last + 1
    asks = text.word(place.first - 1) == "why" or text.word(after) in ONLY_ASKS
    return asks or text.word(after + 1) in {"problem", "issue", "secret"}


@lru_cache(maxsize=64)
def _directions(refusals: Words) -> Directions:
    after = tuple(each[4:] for each in refusals if each.startswith("... ") and not each.endswith(" ..."))
    around = tuple(each[4:-4] for each in refusals if each.startswith("... ") and each.endswith(" ..."))
    first_halves = tuple(each[:-2] for each in refusals if each.endswith(" ~"))
    second_halves = tuple(each[2:] for each in refusals if each.startswith("~ "))
    before = tuple(each for each in refusals if not each.startswith(("... ", "~ ")) and not each.endswith(" ~"))
    return Directions(before, after, around, first_halves, second_halves)


REACH = 5
STAY = 4
NEW_CLAUSE = word_set("but so then lets i you we can could please just instead is are if")
NEGATIONS = word_set("not dont cant cannot wont never no without stop why rather instead wouldnt")
ONLY_ASKS = word_set("we you u they it worry mind hesitate forget problem sure know only just")
