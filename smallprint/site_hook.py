"""MkDocs' part in the build: build from policy/ before each site, write its headers after; watch policy/ too."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

# The `mkdocs` command does not look for modules in the folder it is run in.
sys.path.insert(0, str(Path(__file__).parent.parent))

from smallprint.build import build
from smallprint.headers import write_headers
from smallprint.problems import render

# Set among the settings' extras by those who have built already.
BUILT = "policy_is_built"


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


def on_post_build(config: MkDocsConfig) -> None:
    """Write beside the pages what a host should send for them."""
    write_headers(Path(config.site_dir))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    """Build anew when a policy file or a template changes."""
    root = Path(config.config_file_path).parent
    for folder in ("policy", "smallprint/templates"):
        server.watch(str(root / folder))
