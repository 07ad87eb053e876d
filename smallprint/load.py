"""The folder `policy/` in, every file of it read and shaped out: rules, procedures, sources, problems so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from smallprint.model import Procedure, Rule, Source
from smallprint.places import Place
from smallprint.problems import Problem, did_you_mean
from smallprint.read import MOST_BYTES, Mapping, Node, read
from smallprint.shape.register import shape_procedure, shape_sources
from smallprint.shape.rule import shape_rule

REGISTER = "policy/sources.yaml"


@dataclass
class Loaded:
    """What could be read, file by file; `files` holds the lines of each, to show problems in."""

    rules: tuple[Rule, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    files: dict[str, list[str]] = field(default_factory=dict)


def load(root: Path) -> Loaded:
    """Read every YAML file below `root/policy`, in the order of their paths."""
    loaded = Loaded()
    paths = sorted(path for path in (root / "policy").rglob("*") if path.suffix in (".yaml", ".yml"))
    if not paths:
        loaded.problems.append(Problem("POL000", "there is no policy file here", Place("policy", 1, 1, 1)))
    for path in paths:
        _file(path, path.relative_to(root).as_posix(), loaded)
    return loaded


def load_text(path: str, text: str, loaded: Loaded) -> None:
    """Read one file's text as if it stood at `path`, and add what it holds."""
    loaded.files[path] = text.splitlines()
    node, problems = read(path, text)
    loaded.problems += problems
    if node is None:
        return
    if path == REGISTER:
        loaded.sources, problems = shape_sources(node)
    else:
        problems = _kind(path, node, loaded)
    loaded.problems += problems


def _file(path: Path, name: str, loaded: Loaded) -> None:
    try:
        raw = path.read_bytes()[: MOST_BYTES + 1]
        load_text(name, raw.decode("utf-8"), loaded)
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        place = Place(name, before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1, 1)
        mend = "save the file as UTF-8"
        loaded.problems.append(Problem("POL009", "this is not UTF-8 text", place, help=mend))


def _kind(path: str, node: Node, loaded: Loaded) -> list[Problem]:
    keys = [str(key) for key, _ in node.entries] if isinstance(node, Mapping) else []
    if "procedure" in keys:
        procedure, problems = shape_procedure(path, node)
        loaded.procedures += (procedure,)
        return problems
    if "rule" in keys:
        rule, problems = shape_rule(path, node)
        taken = next((other for other in loaded.rules if other.id == rule.id and rule.id), None)
        if taken is not None:
            also = ((taken.id.place, "first here"),)
            problems.append(
                Problem("POL201", f"two files hold the rule `{rule.id}`", rule.id.place, "again", "rename one", also)
            )
        loaded.rules += (rule,)
        return problems
    label = next((guess for key in keys if (guess := did_you_mean(key, ("rule", "procedure")))), "")
    mend = "begin with `rule: its-id` or `procedure: its-id`"
    return [Problem("POL101", "the file is neither a rule nor a procedure", node.place, label, mend)]
