"""The site's settings in, what generated pages and data say of the site out: its name, addresses and notice."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

import yaml


@dataclass(frozen=True)
class Site:
    """What mkdocs.yml says of the guide. `address` ends with a slash, `repository` does not.

    `notice` says whose the guide is, and whose it is not; `platform` is whose rules it is about; `scripts` are the
    paths of those that every page loads.
    """

    name: str
    about: str
    address: str
    repository: str
    notice: str
    platform: str = "the platform"
    scripts: tuple[str, ...] = ()

    def page(self, topic: str, id: str) -> str:
        """The address of a rule's or a procedure's page."""
        return f"{self.address}{topic}/{id}/"

    def file(self, path: str) -> str:
        """The address at which a policy file can be read."""
        return f"{self.repository}/blob/main/{path}"


def read_site(settings: str, environment: Mapping[str, str] = os.environ) -> Site:
    """The settings' text read. A value may come from the environment, as `!ENV [NAME, otherwise]` says."""
    values = yaml.load(settings, yaml.BaseLoader)

    def value(key: str) -> str:
        written = values.get(key, "")
        if isinstance(written, list):
            *names, otherwise = written
            return next((environment[name] for name in names if name in environment), otherwise)
        return str(written)

    address = value("site_url").rstrip("/")
    return Site(
        value("site_name"),
        value("site_description"),
        f"{address}/",
        value("repo_url").rstrip("/"),
        value("copyright"),
        str(values.get("extra", {}).get("platform", Site.platform)),
        tuple(script if isinstance(script, str) else script["path"] for script in values.get("extra_javascript", ())),
    )
