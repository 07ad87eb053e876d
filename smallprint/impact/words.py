"""What changes in, the sentences and rows that every way of telling it shares out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import assert_never

from calculators.runtime.words import long_date, show
from smallprint.impact.changes import Answered, Changes, Difference, FigureChange, Points, Range, RuleChange, Unsound
from smallprint.pages.figures import when

TURNS = {
    ("answer", "answer"): "{} otherwise",
    ("answer", "refusal"): "{} no longer answered",
    ("answer", "question"): "{} asked for more first",
    ("refusal", "answer"): "{} answered now",
    ("refusal", "question"): "{} no longer refused but asked for more",
    ("question", "answer"): "{} answered without asking more",
    ("question", "refusal"): "{} refused now",
    ("question", "question"): "{} asked for something else",
}


_PLURALS = {
    "rule": "rules",
    "procedure": "procedures",
    "claims": "documents' claims",
    "term": "terms",
    "person": "people",
    "example": "examples",
    "dashboard": "dashboards",
    "source": "sources",
}


@dataclass(frozen=True)
class Row:
    """One line of the table: who, what they are told before and after, and the difference in money, days or words."""

    who: str
    before: str
    after: str
    difference: str


def headline(changes: Changes) -> str:
    """The whole in one line."""
    rules = [rule for rule in changes.rules if rule.points.differing]
    if not rules:
        return f"No answer changes: {_besides(changes)}."
    first = min((rule.points.first for rule in rules if rule.points.first), default="")
    of = changes.alike + len(changes.rules)
    start = f"Answers change in {len(rules)} of {counted(of, 'rule')}" if of > 1 else "Answers change"
    since = f", the first on {day(first)}" if first else ""
    return f"{start}{since}. {_people(changes, rules)}{_most(rules)}"


def to_mend(found: Unsound) -> str:
    """How many mistakes a state has, and which state."""
    which = "The change" if found.side == "head" else "What it is compared with"
    return f"{which} has {counted(len(found.faults), 'mistake')} to mend."


def points(found: Points) -> str:
    """How far a rule was compared, and what that proves."""
    if not found.compared:
        return "Nothing that answers rest on changes, so they cannot."
    put = f"{counted(found.compared, 'question')} put to both"
    if not found.settled:
        put += " (there are more limits than could be tried)"
    if not found.differing:
        return f"{put}, all answered alike."
    told = f"{put}, {found.differing:,} answered otherwise"
    if not found.first:
        return f"{told}."
    earlier = f"No answer before {day(found.first)} changes: {found.earlier:,} of these questions are of earlier days."
    nothing = f"None of these questions is of a day before {day(found.first)}."
    return f"{told}, the first on {day(found.first)}. {earlier if found.earlier else nothing}"


def rows(rule: RuleChange) -> list[Row]:
    """The table of a rule: people first, then how far their amounts can go, then examples, then limits."""
    own = [one for one in rule.answered if one.origin in ("person", "day")]
    others = [one for one in rule.answered if one.origin not in ("person", "day")]
    told = [row for one in own for row in _answered(one)]
    told += [_range(one) for one in rule.ranges]
    return told + [row for one in others for row in _answered(one)]


def figure(change: FigureChange) -> str:
    """A figure's change with its days."""
    first = date.fromisoformat(change.first)
    last = date.fromisoformat(change.last) if change.last else None
    reading = f" (reading `{change.reading}`)" if change.reading else ""
    before, after = change.before or "nothing", change.after or "nothing"
    return f"{change.label}{reading}: {before} → {after}, {when(None if first == date.min else first, last)}"


def facts(rule: RuleChange) -> list[str]:
    """What a rule publishes otherwise, one sentence each: figures, readings, sources."""
    found = [figure(one) for one in rule.figures]
    for reading in rule.readings:
        match reading.what:
            case "added":
                found.append(f"Reading `{reading.id}` added, {reading.after}: {reading.title}")
            case "removed":
                found.append(f"Reading `{reading.id}` removed, it was {reading.before}: {reading.title}")
            case "changed":
                found.append(f"Reading `{reading.id}`: {reading.before} → {reading.after}")
            case _:
                assert_never(reading.what)
    if rule.cites:
        found.append(f"Now cites {listed(rule.cites)}")
    if rule.no_longer_cites:
        found.append(f"No longer cites {listed(rule.no_longer_cites)}")
    if rule.was:
        found.insert(0, f"It was called `{rule.was}`: links and programs that use that name break")
    return found


def elsewhere(changes: Changes) -> list[str]:
    """What changes beside the rules' answers, one line each."""
    found = []
    for source in changes.sources:
        keys = f" ({', '.join(source.keys)})" if source.keys else ""
        found.append(f"source {source.what}: `{source.id}`{keys}, {source.title}")
    return [*found, *(f"{other.kind} {other.what}: `{other.id}`" for other in changes.others)]


def more(difference: Difference) -> str:
    """By how much an answer differs, in words.

    >>> more(Difference("fee", "Fee", "money", "$100.00", "$120.00", "20.00"))
    '$20.00 more'
    >>> more(Difference("on", "Paid on", "date", "3 May 2026", "1 May 2026", "-2"))
    '2 days earlier'
    """
    return by(difference.kind, difference.by) if difference.by else "new" if not difference.before else "another"


def by(kind: str, amount: str) -> str:
    """An exact difference in words.

    >>> by("money", "-0.50"), by("rate", "0.025"), by("count", "3")
    ('$0.50 less', '2.5 percentage points more', '3 more')
    """
    size = abs(Decimal(amount))
    if not size:
        return "the same"
    up = Decimal(amount) > 0
    match kind:
        case "date":
            return f"{counted(int(size), 'day')} {'later' if up else 'earlier'}"
        case "rate":
            return f"{show('number', size.scaleb(2))} percentage points {'more' if up else 'less'}"
    return f"{show(kind, size)} {'more' if up else 'less'}"


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "rule"), counted(1234, "rule")
    ('1 rule', '1,234 rules')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def day(iso: str) -> str:
    """An ISO day in words."""
    return long_date(date.fromisoformat(iso))


def listed(names: Sequence[str]) -> str:
    """Names in a sentence, as code."""
    return ", ".join(f"`{name}`" for name in names)


def _people(changes: Changes, rules: Sequence[RuleChange]) -> str:
    own = [one for rule in rules for one in rule.answered if one.origin == "person" and not one.reading]
    later = {(one.who, one.about) for rule in rules for one in rule.answered if one.origin == "day" and not one.reading}
    if not own:
        then = f"; {len(later):,} would be on another day" if later else ""
        return f"None of {_asked(changes)} is answered otherwise{then}."
    turns = Counter((one.before.state, one.after.state) for one in own)
    told = ", ".join(TURNS[turn].format(number) for turn, number in turns.items())
    return f"Of {_asked(changes)}: {told}{f'; {len(later):,} more on another day' if later else ''}."


def _asked(changes: Changes) -> str:
    people = "1 person" if changes.people == 1 else f"{changes.people} people"
    return f"{counted(changes.questions, 'question')} of {people}"


def _most(rules: Sequence[RuleChange]) -> str:
    """The person whose money differs most, and the one who waits most otherwise."""
    told: dict[str, tuple[Decimal, str]] = {}
    for rule in rules:
        for one in rule.answered:
            for found in one.differences if one.origin in ("person", "day") and not one.reading else ():
                if found.kind in ("money", "date") and found.by:
                    but = f", but {one.but}" if one.but else ""
                    words = f"{one.who}, {one.about}{but}: {found.label} {by(found.kind, found.by)}"
                    _larger(told, found.kind, found.by, words)
        for reach in rule.ranges:
            for end, amount in zip(("at least", "at most"), reach.by, strict=True):
                _larger(told, "money", amount, f"{reach.who}, {reach.about}: {reach.label} {end} {by('money', amount)}")
    return f" Most for {'; for '.join(words for _, words in told.values())}." if told else ""


def _larger(told: dict[str, tuple[Decimal, str]], kind: str, amount: str, words: str) -> None:
    size = abs(Decimal(amount))
    if size and (kind not in told or size > told[kind][0]):
        told[kind] = (size, words)


def _besides(changes: Changes) -> str:
    """What there is to tell where no answer changes."""
    told = Counter((one.kind, one.what) for one in changes.others if (one.kind, one.what) != ("rule", "changed"))
    told += Counter(("source", source.what) for source in changes.sources)
    facts_changed = sum(1 for rule in changes.rules if facts(rule))
    worded = [rule for rule in changes.rules if not facts(rule)]
    words_only = len(worded) + sum(1 for one in changes.others if (one.kind, one.what) == ("rule", "changed"))
    found = [f"published facts in {counted(facts_changed, 'rule')}"] if facts_changed else []
    found += [
        f"{number} {_PLURALS[kind] if number > 1 else kind} {what}" for (kind, what), number in sorted(told.items())
    ]
    if words_only:
        found.append(f"{'other words' if found else 'wording only'} in {counted(words_only, 'rule')}")
    return ", ".join(found) or "the two say the same"


def _answered(one: Answered) -> Iterator[Row]:
    who = f"{one.who}: {one.about}" if one.about else one.who
    who += f", but {one.but}" if one.but else ""
    who += f" (reading `{one.reading}`)" if one.reading else ""
    if one.differences:
        for found in one.differences:
            yield Row(who, f"{found.label} {found.before or 'not told'}", found.after or "not told", more(found))
        return
    turn = TURNS[one.before.state, one.after.state].format("").strip()
    yield Row(who, _said(one.before.state, one.before.words), _said(one.after.state, one.after.words), turn)


def _said(state: str, words: str) -> str:
    match state:
        case "refusal":
            return f"refused: {words}"
        case "question":
            return f"asked for {words}"
    return words


def _range(one: Range) -> Row:
    who = f"{one.who}: {one.about}, whatever “{one.varied}” is"
    before, after = (f"{low} to {high}" for low, high in (one.before, one.after))
    ends = [("at least", one.by[0]), ("at most", one.by[1])]
    told = [f"{end} {by('money', amount)}" for end, amount in ends if Decimal(amount)]
    return Row(who, f"{one.label} {before}", after, ", ".join(told))
