"""MkDocs' part in the build: build from policy/ before each site, spare it what is finished, write headers after."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page

# The `mkdocs` command does not look for modules in the folder it is run in.
sys.path.insert(0, str(Path(__file__).parent.parent))

from smallprint.build import build
from smallprint.headers import write_headers
from smallprint.problems import render
from smallprint.set_aside import put_back, set_aside

# Set among the settings' extras by those who have built already.
BUILT = "policy_is_built"
# The finished parts of each page, by its file, until the page around them is made.
_PARTS: dict[str, list[str]] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build; a mistake in a policy file ends this build with what to mend."""
    if BUILT in config.extra:
        return config
    settings = Path(config.config_file_path)
    built = build(settings.parent)
    if built.checked.problems:
        raise PluginError("\n" + render(built.checked.problems, built.checked.files))
    config.nav = yaml.load(settings.read_text("utf-8"), yaml.BaseLoader)["nav"]
    return config


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Set the finished parts of a page aside."""
    rest, _PARTS[page.file.src_uri] = set_aside(markdown)
    return rest


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Put the finished parts back."""
    return put_back(output, _PARTS.get(page.file.src_uri, ()))


def on_post_build(config: MkDocsConfig) -> None:
    """Write beside the pages what a host should send for them."""
    write_headers(Path(config.site_dir))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    """Build anew when a policy file or a template changes."""
    root = Path(config.config_file_path).parent
    for folder in ("policy", "smallprint/templates"):
        server.watch(str(root / folder))


def on_shutdown() -> None:
    """Spare the end of the process a search through all that is left, which the system takes back anyway."""
    gc.freeze()
