"""A build of the guide goes in; a host of changing mood serves it, below a path of its own, and its next release."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from smallprint.release import write_release
from tests.serving import Handler, serve


@dataclass
class Host:
    """The guide on a host below a path of its own: `folder` is what it serves there, and may be exchanged."""

    folder: Path
    address: str

    def publish(self, site: Path) -> None:
        """Serve another build from now on."""
        new = self.folder.with_name("new")
        new.symlink_to(site)
        new.replace(self.folder)


class Moody(Handler):
    """Answers as a host does, or as the network of a station does before one has paid, or not at all."""

    mood = "well"
    # Until this is set, no release's list of its files is answered.
    lists = Event()

    def do_GET(self) -> None:  # noqa: N802  # the library's name
        """Answer in the mood of the moment."""
        if self.path.endswith("/release.json"):
            Moody.lists.wait()
        if Moody.mood == "down" or (Moody.mood == "no service" and self.path.endswith("/offline/")):
            self.send_error(503)
        elif Moody.mood == "station" and "/assets/" in self.path:
            page = b"<!doctype html><title>Welcome to our network</title>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)
        else:
            super().do_GET()


@contextmanager
def hosted(site: Path, below: Path) -> Iterator[Host]:
    """The guide at /some/guide/ of a host whose folder is made below this one."""
    folder = below / "host" / "some" / "guide"
    folder.parent.mkdir(parents=True)
    folder.symlink_to(site)
    Moody.lists.set()
    with serve(below / "host", Moody) as address:
        yield Host(folder, f"{address}/some/guide")


def release_of(site: Path) -> str:
    """The name of the release a build has."""
    (folder,) = (site / "assets").glob("release-*")
    return folder.name


def next_release(site: Path, folder: Path) -> str:
    """Write to `folder` a build in which a script, and so every page, is another; its release's name."""
    shutil.copytree(site, folder, copy_function=os.link)
    words = folder / "assets" / "calculator" / "words.mjs"
    changed = words.read_text("utf-8") + 'document.documentElement.dataset.words = "next";'
    words.unlink()
    words.write_text(changed, "utf-8")
    project = folder.with_name(f"{folder.name}-project")
    (project / "docs").mkdir(parents=True)
    (project / "docs" / "assets").symlink_to(folder / "assets")
    (project / "overrides" / "partials").mkdir(parents=True)
    old = release_of(folder)
    new = write_release(project).name
    for page in folder.rglob("*.html"):
        text = page.read_text("utf-8").replace(old, new)
        page.unlink()
        page.write_text(text, "utf-8")
    return new
