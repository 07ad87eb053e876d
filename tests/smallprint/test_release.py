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
        "calculator/calculator.mjs": 'import "./worker.mjs";',
        "calculator/worker.mjs": "",
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
    folder = project / "docs" / "assets" / write_release(project)
    listed = (folder / "release.json").read_bytes()
    assert folder.name == f"release-{content_hash(listed)}"
    release = json.loads(listed)
    assert release["hashes"] == {path: content_hash((folder / path).read_bytes()) for path in release["page"]}
    scripts = {"calculator/calculator.mjs", "calculator/worker.mjs", "bundle/bundle.mjs"}
    assert set(release["page"]) == scripts | {"calculator/calculator.css", "site.css"}
    for path in release["python"]:
        assert (folder / path).is_file()
    assert release["python"] == ["../bundle/library-0123456789ab.zip"]


def test_its_own_bundle_file_finds_the_bundle(project: Path) -> None:
    folder = project / "docs" / "assets" / write_release(project)
    manifest = (folder / "bundle" / "bundle.mjs").read_text("utf-8")
    assert 'new URL("../../bundle/", import.meta.url)' in manifest


@pytest.mark.parametrize("path", ["calculator/worker.mjs", "site.css", "bundle/bundle.mjs"])
def test_another_content_is_another_release_and_the_old_one_goes(project: Path, path: str) -> None:
    old = write_release(project)
    assert write_release(project) == old
    with (project / "docs" / "assets" / path).open("a") as file:
        file.write("/* another */")
    new = write_release(project)
    assert new != old
    assert [folder.name for folder in (project / "docs" / "assets").glob("release-*")] == [new]


def test_the_theme_is_told_its_name_and_its_styles_the_sites_first(project: Path) -> None:
    name = write_release(project)
    assert (project / PARTIAL).read_text("utf-8") == (
        f'{{% set name = "{name}" %}}\n{{% set styles = ["site.css", "calculator/calculator.css"] %}}\n'
    )
