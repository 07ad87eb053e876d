"""A release is named by its content, lists what a reader's browser has to keep, and is alone in its folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smallprint.packing.compressed import content_hash
from smallprint.release import PARTIAL, write_release


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two scripts, two styles and a bundle."""
    texts = {
        "calculator/calculator.mjs": 'import "./form.mjs";\nimport { day } from "./day.mjs";\nimport("./later.mjs");',
        "calculator/day.mjs": "",
        "calculator/form.mjs": 'import {\n  name,\n} from "../clients/names.mjs";\nexport * from "./day.mjs";',
        "clients/names.mjs": 'import { back } from "../calculator/form.mjs";',
        "calculator/calculator.css": "",
        "site.css": "",
        "bundle/bundle.mjs": 'export const base = new URL(".", import.meta.url).href;',
        "bundle/library-0123456789ab.zip": "",
        "bundle/library-0123456789ab.zip.br": "",
    }
    for path, text in texts.items():
        file = tmp_path / "docs" / "assets" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (tmp_path / PARTIAL).parent.mkdir(parents=True)
    return tmp_path


def test_its_name_stands_for_every_file_in_it(project: Path) -> None:
    folder = project / "docs" / "assets" / write_release(project).name
    listed = (folder / "release.json").read_bytes()
    assert folder.name == f"release-{content_hash(listed)}"
    release = json.loads(listed)
    assert release["hashes"] == {path: content_hash((folder / path).read_bytes()) for path in release["page"]}
    scripts = {"calculator/calculator.mjs", "calculator/day.mjs", "calculator/form.mjs", "clients/names.mjs"}
    assert set(release["page"]) == scripts | {"bundle/bundle.mjs", "calculator/calculator.css", "site.css"}
    for path in release["python"]:
        assert (folder / path).is_file()
    assert release["python"] == ["../bundle/library-0123456789ab.zip"]


def test_its_own_bundle_file_finds_the_bundle(project: Path) -> None:
    folder = project / "docs" / "assets" / write_release(project).name
    manifest = (folder / "bundle" / "bundle.mjs").read_text("utf-8")
    assert 'new URL("../../bundle/", import.meta.url)' in manifest


@pytest.mark.parametrize("path", ["calculator/form.mjs", "site.css", "bundle/bundle.mjs"])
def test_another_content_is_another_release_and_the_old_one_goes(project: Path, path: str) -> None:
    old = write_release(project)
    assert write_release(project) == old
    with (project / "docs" / "assets" / path).open("a") as file:
        file.write("/* another */")
    new = write_release(project)
    assert new != old
    assert [folder.name for folder in (project / "docs" / "assets").glob("release-*")] == [new.name]


def test_it_knows_what_each_script_imports_at_once_and_what_that_imports(project: Path) -> None:
    assert write_release(project).imports == {
        "bundle/bundle.mjs": [],
        "calculator/calculator.mjs": ["calculator/form.mjs", "clients/names.mjs", "calculator/day.mjs"],
        "calculator/day.mjs": [],
        "calculator/form.mjs": ["clients/names.mjs", "calculator/form.mjs", "calculator/day.mjs"],
        "clients/names.mjs": ["calculator/form.mjs", "clients/names.mjs", "calculator/day.mjs"],
    }


def test_the_theme_is_told_its_name_its_styles_the_sites_first_and_the_scripts_to_come(project: Path) -> None:
    release = write_release(project, ["assets/clients/names.mjs", "assets/calculator/day.mjs", "extra.js"])
    name, styles, scripts = (project / PARTIAL).read_text("utf-8").splitlines()
    assert name == f'{{% set name = "{release.name}" %}}'
    assert styles == '{% set styles = ["site.css", "calculator/calculator.css"] %}'
    assert scripts == '{% set scripts = ["clients/names.mjs", "calculator/form.mjs", "calculator/day.mjs"] %}'
