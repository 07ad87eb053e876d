"""The folder `policy/` in, its files read and shaped out: rules, procedures, claims, sources, problems so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from smallprint.model import Rule, Source
from smallprint.model.clients import Clients
from smallprint.model.documents import Document
from smallprint.model.people import Person
from smallprint.model.procedures import Procedure
from smallprint.model.terms import Term
from smallprint.places import Place, Text
from smallprint.problems import Problem, did_you_mean
from smallprint.read import MOST_BYTES, Mapping, Node, lines_of, read
from smallprint.schema_line import lacks_schema_line
from smallprint.shape import claims, people
from smallprint.shape.claims import shape_claims
from smallprint.shape.clients import shape_clients
from smallprint.shape.fields import place_of
from smallprint.shape.glossary import shape_glossary
from smallprint.shape.people import shape_person
from smallprint.shape.register import shape_procedure, shape_sources
from smallprint.shape.rule import shape_rule
from smallprint.shape.texts import shape_texts

REGISTER = "policy/sources.yaml"
GLOSSARY = "policy/glossary.yaml"
CLIENTS = "policy/clients.yaml"
# Folders whose files hold something else than rules and procedures, and what that is.
_HOLDS = {claims.FOLDER: ("claims", "claims: the-source-id"), people.FOLDER: ("people", "person: their-id")}
# Names of folders and files end up in generated modules and in addresses, so they are as plain as ids.
_STANDS = re.compile(r"policy/(sources|glossary|clients|[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*)\.yaml\Z")


@dataclass
class Loaded:
    """What could be read, file by file; `files` holds the lines of each, to show problems in."""

    rules: tuple[Rule, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    glossary: tuple[Term, ...] = ()
    people: tuple[Person, ...] = ()
    clients: Clients | None = None
    problems: list[Problem] = field(default_factory=list)
    files: dict[str, list[str]] = field(default_factory=dict)


def load(root: Path) -> Loaded:
    """Read every YAML file below `root/policy`, in the order of their paths."""
    loaded = Loaded()
    paths = sorted(path for path in (root / "policy").rglob("*") if is_policy_file(path.name))
    if not paths:
        mend = "run this in the project's folder, or name it with --root"
        loaded.problems.append(Problem("POL000", "there is no policy file here", Place("policy", 1, 1, 1), help=mend))
    for path in paths:
        _file(path, path.relative_to(root).as_posix(), loaded)
    return loaded


def is_policy_file(name: str) -> bool:
    """Whether a file is read at all, going by its name."""
    return name.lower().endswith((".yaml", ".yml"))


def load_text(path: str, text: str, loaded: Loaded) -> bool:
    """Read one file's text as if it stood at `path`, add what it holds, and say whether it could be read."""
    loaded.files[path] = lines_of(text)
    node, found = _nodes(path, text)
    loaded.problems += found
    if node is None:
        return False
    if path == REGISTER:
        loaded.sources, problems = shape_sources(node)
    elif path == GLOSSARY:
        loaded.glossary, problems = shape_glossary(node)
    elif path == CLIENTS:
        loaded.clients, problems = shape_clients(node)
    else:
        problems = _kind(path, node, loaded)
    loaded.problems += problems
    return True


@lru_cache(maxsize=500)
def _nodes(path: str, text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The file as nodes, and what is wrong with it so far; kept, for servers and tests read the same files often."""
    node, problems = read(path, text)
    return node, (*problems, *(shape_texts(node) if node is not None else ()))


def _file(path: Path, name: str, loaded: Loaded) -> None:
    if path.is_symlink() or not path.is_file():
        load_bytes(name, None, loaded)
        return
    with path.open("rb") as file:
        was_read = load_bytes(name, file.read(MOST_BYTES + 1), loaded)
    if was_read:
        loaded.problems += lacks_schema_line(name, loaded.files[name])


def load_bytes(name: str, raw: bytes | None, loaded: Loaded) -> bool:
    """Read what a file holds, as far as `MOST_BYTES` and one more; None where it is a link or no file at all.

    Whether it could be read comes back.
    """
    if raw is None or not _STANDS.match(name):
        mend = "name it policy/<topic>/<id>.yaml, in small letters, digits and hyphens; a file of its own, not a link"
        shown = Place(name.encode("ascii", "backslashreplace").decode(), 1, 1, 1)
        loaded.problems.append(Problem("POL012", "a policy file cannot stand here", shown, help=mend))
        return False
    try:
        text = raw.decode("utf-8", "replace" if len(raw) > MOST_BYTES else "strict")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        place = Place(name, before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1, 1)
        mend = "save the file as UTF-8"
        loaded.problems.append(Problem("POL009", "this is not UTF-8 text", place, help=mend))
        return False
    return load_text(name, text, loaded)


def _kind(path: str, node: Node, loaded: Loaded) -> list[Problem]:
    keys = [str(key) for key, _ in node.entries[:50]] if isinstance(node, Mapping) else []
    if "claims" in keys:
        document, problems = shape_claims(path, node)
        loaded.documents += (document,)
        return problems
    if "person" in keys:
        person, problems = shape_person(path, node)
        loaded.people += (person,)
        return problems
    for folder, (held, beginning) in _HOLDS.items():
        if path.startswith(folder):
            mend = f"begin with `{beginning}`; rules and procedures stand in the folders of their topics"
            return [Problem("POL012", f"the files of this folder hold {held}", place_of(node), help=mend)]
    if "procedure" in keys:
        procedure, problems = shape_procedure(path, node)
        problems += _taken(procedure.id, loaded)
        loaded.procedures += (procedure,)
        return problems
    if "rule" in keys:
        rule, problems = shape_rule(path, node)
        problems += _taken(rule.id, loaded)
        loaded.rules += (rule,)
        return problems
    label = next((guess for key in keys if (guess := did_you_mean(key, ("rule", "procedure", "claims", "person")))), "")
    mend = "begin with `rule: its-id` or `procedure: its-id`"
    return [Problem("POL101", "the file is neither a rule nor a procedure", place_of(node), label, mend)]


def _taken(id: Text, loaded: Loaded) -> list[Problem]:
    ids = [*(rule.id for rule in loaded.rules), *(procedure.id for procedure in loaded.procedures)]
    taken = next((other for other in ids if other == id and id), None)
    if taken is None:
        return []
    also = ((taken.place, "first here"),)
    return [Problem("POL201", f"two files hold `{id}`", id.place, "again", "rename one of the two", also)]
