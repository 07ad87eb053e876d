"""A kind, a folder and an id in, the text of a new policy file or of a register with a new entry out: it checks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from smallprint import keys
from smallprint.load import GLOSSARY, REGISTER, Loaded, load
from smallprint.schema_line import schema_line

TEMPLATES = Path(__file__).parent / "templates" / "new"


@dataclass(frozen=True)
class Kind:
    """Something to start: what it is in a few words, and the folder or register it stands in, if always the same."""

    about: str
    place: str = ""


KINDS: dict[str, Kind] = {
    "amount": Kind("a rule that answers with an amount"),
    "date": Kind("a rule that answers with a date"),
    "eligibility": Kind("a rule that answers yes or no, and what to do"),
    "procedure": Kind("a page with steps to take, and no calculator"),
    "claims": Kind("what a document of the register claims", "claims"),
    "person": Kind("a made-up reader, to show what a change does to whom", "people"),
    "source": Kind("an entry in the register of sources", "sources"),
    "term": Kind("a word in the glossary", "glossary"),
}
ENTRIES = {"source": REGISTER, "term": GLOSSARY}


class NoStart(Exception):
    """What cannot be started, with what to do about it."""


@dataclass(frozen=True)
class Start:
    """A file to write, by its path in the project, and the words that say what next."""

    path: str
    text: str
    next: str


def start(kind: str, topic: str, id: str, root: Path, today: date) -> Start:
    """What to write; raises `NoStart` where the id is taken, or where it would not check."""
    loaded = load(root)
    if kind in ENTRIES:
        return _entry(kind, id, root, today)
    taken = next(root.glob(f"policy/*/{id}.yaml"), None)
    if taken is not None and (taken.parent.name == topic or not KINDS[kind].place):
        there = taken.relative_to(root).as_posix()
        raise NoStart(f"{there} is there already. Choose another id, or change that file.")
    if not (root / REGISTER).exists():
        mend = "Run this in the project's folder, or begin the register: python -m smallprint new sources its-id"
        raise NoStart(f"There is no policy/sources.yaml here. {mend}")
    text = (TEMPLATES / f"{kind}.yaml").read_text("utf-8")
    text = _FILLED.get(kind, _rule)(text, id, loaded)
    path = f"policy/{topic}/{id}.yaml"
    return Start(path, text, _next(kind, path))


def _rule(text: str, id: str, loaded: Loaded) -> str:
    """Any source of the register, so that the new file checks before its own source is in."""
    source = next(iter(loaded.sources), None)
    if source is None:
        raise NoStart("The register has no source yet. Begin with one: python -m smallprint new sources its-id")
    return text.replace("new-id", id).replace("a-source-id", source)


def _claims(text: str, id: str, loaded: Loaded) -> str:
    if id not in loaded.sources:
        mend = f"Put the document into the register first: python -m smallprint new sources {id}"
        raise NoStart(f"There is no source `{id}`. {mend}")
    taken = {claim.id.split("-")[0] for document in loaded.documents for claim in document.claims}
    letters = re.sub(r"[^a-z]", "", id)
    initials = "".join(word[0] for word in id.split("-") if word[0].isalpha())
    fitting = [found.upper() for found in (initials[:4], *(letters[:n] for n in (2, 3, 4))) if len(found) > 1]
    free = next((found for found in fitting if found not in taken), "XX")
    return text.replace("a-source-id", id).replace("XX-", f"{free}-")


def _person(text: str, id: str, loaded: Loaded) -> str:
    """They ask what an example asks, so that all is given that has to be."""
    asked = next(((rule, one) for rule in loaded.rules for one in rule.examples if _complete(one.expect)), None)
    if asked is None:
        raise NoStart("There is no rule to ask yet. Begin with one: python -m smallprint new fees late-fee")
    rule, example = asked
    given = ", ".join(f"{name}: {_quoted(value)}" for name, value in example.given)
    filled = text.replace("new-id", id).replace("New-name", id.replace("-", " ").title())
    return filled.replace("a-rule-id", rule.id).replace("given: {}", f"given: {{{given}}}")


def _complete(expect: tuple[tuple[str, str], ...]) -> bool:
    return not {"missing", "mistake"} & {name for name, _ in expect}


def _quoted(value: str) -> str:
    return value if re.fullmatch(r"[\w.%-]+", value) else "'" + value.replace("'", "''") + "'"


_FILLED: dict[str, Callable[[str, str, Loaded], str]] = {"claims": _claims, "person": _person}


def _entry(kind: str, id: str, root: Path, today: date) -> Start:
    path = ENTRIES[kind]
    file = root / path
    before = file.read_text("utf-8") if file.exists() else f"{schema_line(path)}\n"
    if re.search(rf"^{re.escape(id)}:", before, re.MULTILINE):
        raise NoStart(f"{path} has `{id}` already. Choose another id, or change that entry.")
    entry = (TEMPLATES / "entries" / f"{kind}.yaml").read_text("utf-8").replace("new-id", id)
    entry = entry.replace("new word", id.replace("-", " ")).replace(
        "a-source-kind", f"or {', '.join(keys.SOURCE_KINDS)}"
    )
    entry = entry.replace("a-day", today.isoformat()).replace("a-later-day", _a_year_later(today).isoformat())
    return Start(path, f"{before.rstrip()}\n\n{entry}", _next(kind, path))


def _a_year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _next(kind: str, path: str) -> str:
    lines = [
        f"Wrote {path}." if kind not in ENTRIES else f"Added it at the end of {path}; move it to where it belongs.",
        "Fill it in, remark by remark, and remove the remarks. docs/contributing/language.md says what each key means.",
        f"  python -m smallprint check {path}  shows what is left to mend",
    ]
    if kind in ("amount", "date", "eligibility"):
        lines.append("  make serve  shows the page, calculator included")
        lines.append("  python -m smallprint build  writes its module, which is committed with it")
    elif kind not in ("person", "source"):
        lines.append("  make serve  shows the page")
    return "\n".join(lines)
