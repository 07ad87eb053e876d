"""The editors' schema: it takes every real file, underlines what is wrong in one place, and says the reference's words.

Files are read as YAML 1.2 has it, as the language server does: `yes` and a date are texts, `10.00` is a number.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from smallprint import keys
from smallprint.emit.schema import SCHEMA, emit_schema
from smallprint.keys import clients as client_keys
from smallprint.keys.client_values import FILES, value_of
from smallprint.keys.shapes import Shape
from smallprint.keys.values import REGISTERS
from smallprint.library import FUNCTIONS
from tests.real import real_policy
from tests.smallprint.cases import CASES, bad, check_texts, expected, good
from tests.smallprint.mutations import mutants

ROOT = Path(__file__).parents[2]
POLICY = sorted((ROOT / "policy").rglob("*.yaml"))
SHAPES = {name: shape for name, shape in (vars(keys) | vars(client_keys)).items() if isinstance(shape, Shape)}
# Mistakes of shape that take more than one place of one file to see.
UNSEEN = {
    "POL109": "an order of numbers",
    "POL116": "the file's name",
    "POL118": "the words of a text",
    "POL119": "the words of a text",
    "POL122": "one value compared with another",
}
# Kinds of mistake that `mutations` puts into real files, and that one place of one file shows.
SEEN = {
    "misspelt key", "misspelt key inline", "unknown key", "misspelt source", "no source", "impossible day", "slashes",
    "percent lost", "unknown kind", "no label",
}  # fmt: skip


class Core(yaml.CSafeLoader):
    """YAML 1.2's core schema."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 the library's own attribute


for tag, pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
}.items():
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), None)


def schema(**texts: str) -> Draft7Validator:
    """The schema of the cases' policy with these rules in it."""
    policy = check_texts(**texts).policy
    assert policy is not None
    return Draft7Validator(json.loads(emit_schema(policy)))


WRITTEN = json.loads((ROOT / SCHEMA).read_text("utf-8"))
REAL = Draft7Validator(WRITTEN)
CASES_ONLY = schema()


def codes(case: Path) -> set[str]:
    return set(re.findall(r"^(POL\d{3}) ", expected(case).read_text("utf-8"), re.MULTILINE))


def complaints(validator: Draft7Validator, text: str) -> list[str]:
    return [error.message for error in validator.iter_errors(yaml.load(text, Core))]


def test_the_schema_is_one_of_draft_7() -> None:
    Draft7Validator.check_schema(WRITTEN)
    assert WRITTEN["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_the_schema_is_as_the_language_and_the_policy_are() -> None:
    assert (ROOT / SCHEMA).read_text("utf-8") == emit_schema(real_policy()), "run `python -m smallprint build`"


@pytest.mark.parametrize("path", POLICY, ids=lambda path: path.stem)
def test_every_real_file_fits(path: Path) -> None:
    assert complaints(REAL, path.read_text("utf-8")) == []


@pytest.mark.parametrize("case", good(), ids=lambda case: case.stem)
def test_every_good_case_fits(case: Path) -> None:
    text = case.read_text("utf-8")
    assert complaints(schema(**{case.stem: text}), text) == []


@pytest.mark.parametrize("case", bad(), ids=lambda case: case.stem)
def test_a_mistake_of_shape_is_underlined(case: Path) -> None:
    seen = {code for code in codes(case) if code.startswith("POL1")} - UNSEEN.keys()
    if seen and case.stem != "reading-replaces-an-input":  # which is seen beside the rule's own steps alone
        assert complaints(CASES_ONLY, case.read_text("utf-8")), seen


def test_what_is_said_to_be_unseen_is_so() -> None:
    for code in UNSEEN:
        alone = [
            case for case in bad() if set(re.findall(r"^(POL\d+) ", expected(case).read_text("utf-8"), re.M)) == {code}
        ]
        assert alone, code
        assert any(not complaints(CASES_ONLY, case.read_text("utf-8")) for case in alone), code


@pytest.mark.parametrize("path", POLICY, ids=lambda path: path.stem)
def test_mistakes_put_into_real_files_are_underlined(path: Path) -> None:
    if path.parent.name not in ("policy", "claims"):  # those are checked by other mutations
        for mutant in mutants(path.read_text("utf-8"), 2):
            line = mutant.text.splitlines()[mutant.line - 1]
            if mutant.kind in SEEN and " expect: " not in line:  # what an example expects is typed freely
                assert complaints(REAL, mutant.text), f"{mutant.kind}: {line}"


@pytest.mark.parametrize("name", SHAPES)
def test_a_key_is_explained_in_the_references_words(name: str) -> None:
    shape = SHAPES[name]
    made = WRITTEN["definitions"][shape.title.removeprefix("a ").removeprefix("an ")]
    assert made["additionalProperties"] is False
    assert {key: value["description"] for key, value in made["properties"].items()} == {
        key.name: key.about for key in shape.keys
    }


@pytest.mark.parametrize("name", SHAPES)
def test_it_is_known_what_stands_behind_each_key(name: str) -> None:
    missing = [key.name for key in SHAPES[name].keys if value_of(SHAPES[name], key.name) is None]
    assert not missing, "say in smallprint/keys/values.py what stands behind them"


def test_every_kind_of_file_is_known() -> None:
    """A file that is read but not known here would be underlined from its first line on."""
    texts = [path.read_text("utf-8") for path in POLICY]
    first = {next(iter(yaml.load(text, Core))) for text in texts}
    entries = {"sources", "glossary"}
    known = [path for path in POLICY if path.stem in entries]
    assert len(known) == len(REGISTERS)
    assert {key for key in first if key in FILES} == FILES.keys()


def test_ids_and_functions_are_completed() -> None:
    definitions = WRITTEN["definitions"]
    policy = real_policy()
    assert definitions["source here"]["enum"] == sorted(policy.sources)
    assert set(definitions["rule here"]["enum"]) == {rule.id for rule in policy.rules}
    assert {snippet["label"] for snippet in definitions["formula"]["defaultSnippets"]} == FUNCTIONS.keys()


def test_a_policy_without_rules_has_a_schema_too() -> None:
    policy = check_texts().policy
    assert policy is not None
    text = (CASES / "base-fee.yaml").read_text("utf-8")
    assert complaints(CASES_ONLY, text) == []


def test_the_editors_settings_name_the_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {SCHEMA: "policy/**/*.yaml"}
    assert settings["yaml.yamlVersion"] == "1.2"
    extensions = json.loads((ROOT / ".vscode/extensions.json").read_text("utf-8"))
    assert "redhat.vscode-yaml" in extensions["recommendations"]


def test_the_editors_task_reads_what_the_check_says() -> None:
    """Mistakes that only the check sees are listed in the editor too: its patterns fit the check's first two lines."""
    tasks = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    first, second = (pattern["regexp"] for pattern in tasks[0]["problemMatcher"]["pattern"])
    for case in bad():
        lines = expected(case).read_text("utf-8").splitlines()
        for above, below in pairwise(lines):
            if re.match(first, above):
                assert re.match(second, below), below
