"""The project's folder in; generated modules, pages, menu and browser bundle out, written only where they changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from smallprint.check import Checked, check_policy
from smallprint.embeds import write_embeds
from smallprint.emit.architecture import emit_architecture
from smallprint.emit.data import emit_data
from smallprint.emit.feed import emit_feed
from smallprint.emit.guides import emit_guides
from smallprint.emit.llms import emit_llms
from smallprint.emit.pages import emit_pages, navigation
from smallprint.emit.python import FOLDER
from smallprint.emit.schema import SCHEMA, emit_schema
from smallprint.model import Policy
from smallprint.modules.members import module_name
from smallprint.pack import pack
from smallprint.pages.topics import topics_of
from smallprint.release import write_release
from smallprint.site import Site, read_site
from smallprint.uncollected import uncollected
from smallprint.written import tidy, write_whole

# What is written to the folders of topics and claims, and goes when it is written no more.
GENERATED = (".md", ".json")
# The part of mkdocs.yml between two comments, both kept.
MENU = re.compile(r"(?<=by the build: change policy/ instead\.\n).*?(?= *# The end of what the build writes\.)", re.S)


@dataclass(frozen=True)
class Built:
    """What a build did: the checked policy, and the paths it wrote or removed; none where there were problems."""

    checked: Checked
    changed: tuple[Path, ...] = ()


def build(root: Path, to_publish: bool = True) -> Built:
    """Check the policy files under `root`, then write everything that is made from them.

    What is not `to_publish` is made a little sooner: it lacks the calculators' compressed copies, which hosts send.
    """
    with uncollected():
        return _build(root, to_publish)


def _build(root: Path, to_publish: bool) -> Built:
    checked = check_policy(root)
    if checked.policy is None:
        return Built(checked)
    guides = emit_guides(root, checked.policy, checked.ask)
    if guides.problems:
        return Built(replace(checked, policy=None, problems=tuple(guides.problems), files=guides.files))
    changed = write_modules(root, checked.modules)
    changed += write({root / path: text for path, text in guides.pages.items()})
    changed += write({root / SCHEMA: emit_schema(checked.policy)})
    if (root / "smallprint").is_dir():  # the software itself stands here, not only a guide made by it
        changed += write({root / path: text for path, text in emit_architecture().items()})
    site = read_site((root / "mkdocs.yml").read_text("utf-8"))
    changed += write_pages(root, checked.policy, checked, site)
    pack(checked.policy, root, root / "docs" / "assets" / "bundle", checked.compiled, to_publish)
    release = write_release(root, site.scripts)
    changed += write_embeds(root, checked.policy, site, release)
    return Built(checked, tuple(changed))


def write_modules(root: Path, modules: Mapping[str, str]) -> list[Path]:
    """The generated modules, and none besides."""
    files = {root / path: text for path, text in modules.items()}
    return write(files) + _remove(set((root / FOLDER).glob("*.py")) - files.keys())


def write_pages(root: Path, policy: Policy, checked: Checked, site: Site) -> list[Path]:
    """The pages and the menu; pages of rules that are gone go too."""
    settings = root / "mkdocs.yml"
    menu = settings.read_text("utf-8")
    by_rule = {str(rule.id): checked.modules[f"{FOLDER}/{module_name(rule.id)}.py"] for rule in policy.rules}
    made = emit_pages(policy, by_rule, checked.ask, checked.draw, site, checked.files, checked.around)
    made |= emit_data(policy, checked.ask, site) | emit_feed(policy, site) | emit_llms(policy, site)
    pages = {root / path: text for path, text in made.items()}
    folders = ["claims", *(topic.folder for topic in topics_of(policy))]
    written = {path for folder in folders for path in (root / "docs" / folder).glob("*") if path.suffix in GENERATED}
    pages[settings] = MENU.sub(lambda _: _menu(policy), menu)
    return write(pages) + _remove(written - pages.keys())


def write(files: dict[Path, str]) -> list[Path]:
    """Write the files that differ from what is on disk, each in one move, and say which those were."""
    tidy({path.parent for path in files})
    return [path for path, text in files.items() if write_whole(path, text.encode())]


def _remove(paths: set[Path]) -> list[Path]:
    for path in paths:
        path.unlink()
    return sorted(paths)


def _menu(policy: Policy) -> str:
    indented = yaml.safe_dump(navigation(policy), sort_keys=False, allow_unicode=True, width=1000)
    return "".join(f"  {line}\n" for line in indented.splitlines())
