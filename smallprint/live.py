"""The project's folder in, a server of the guide out in which a page is new a moment after its policy file is saved.

The first build is MkDocs' own. After that only the pages that changed are rendered, with the files, the menu and the
templates of that build; a page that comes, goes or changes its title makes everything anew. A mistake in a policy file
takes the place of every page until it is mended: the server itself goes on.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File

from smallprint.build import build
from smallprint.problems import render
from smallprint.release import PARTIAL
from smallprint.site_hook import BUILT
from smallprint.templating import templates

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

# Written by hand. What the build writes is not watched: it would set off the next build.
WATCHED = ("policy", "smallprint/templates", "overrides", "docs/contributing", "docs/decisions", "docs/guides")
SECONDS_BETWEEN_LOOKS = 0.1


def serve(root: Path, host: str, port: int) -> None:
    """Serve the guide of `root` at this address until the process is interrupted. OSError where the port is taken."""
    with TemporaryDirectory(prefix="smallprint-") as folder:
        preview = Preview(root, Path(folder), host, port)
        preview.renew()
        for path in _watched(root):
            preview.watch(str(path))
        try:
            preview.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped, as the one below
        except KeyboardInterrupt:
            pass
        finally:
            preview.shutdown()


class Preview(LiveReloadServer):
    """MkDocs' own server, which shows the mistakes of the last build where there are any."""

    def __init__(self, root: Path, folder: Path, host: str, port: int) -> None:
        super().__init__(self.renew, host, port, str(folder), polling_interval=SECONDS_BETWEEN_LOOKS)
        self.project = root
        self.folder = folder
        self.guide: Guide | None = None
        self.mistakes = b""

    def renew(self) -> None:
        """Build what changed; where the policy files have mistakes, keep the words that say what to mend."""
        built = build(self.project, to_publish=False)
        if built.checked.problems:
            self.mistakes = _page(render(built.checked.problems, built.checked.files))
            return
        self.mistakes = b""
        if self.guide is None or not self.guide.renew():
            self.guide = Guide(self.project, self.folder, self.url)

    def serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """A page of the guide, or in its place what has to be mended first."""
        path = str(environ["PATH_INFO"])
        if not self.mistakes or not path.endswith(("/", ".html")):
            return super().serve_request(environ, start_response)
        with self._epoch_cond:
            epoch = self._visible_epoch
        start_response("503 Service Unavailable", [("Content-Type", "text/html; charset=utf-8")])
        return [self._inject_js_into_html(self.mistakes, epoch)]  # type: ignore[no-untyped-call]


@dataclass
class _Kept(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # it has no settings
    """What MkDocs made of the whole guide, kept to render single pages with."""

    files: Files | None = None
    nav: Navigation | None = None
    env: Environment | None = None

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.nav, self.files = nav, files
        return nav

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        self.env = env
        return env


@dataclass
class Guide:
    """The whole guide, built into `folder`, and renewed page by page."""

    root: Path
    folder: Path
    address: str
    stamps: dict[Path, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        settings = self.root / "mkdocs.yml"
        self.config = load_config(str(settings), site_dir=str(self.folder), site_url=self.address)
        self.config.extra[BUILT] = True
        self.kept = _Kept()
        self.config.plugins["kept"] = self.kept
        self.config.plugins.on_startup(command="serve", dirty=False)
        build_site(self.config, serve_url=self.address)
        self.stamps = self._stamps()

    def renew(self) -> bool:
        """Render what changed since; False where that concerns the whole guide, and nothing was rendered."""
        files, nav, env = self.kept.files, self.kept.nav, self.kept.env
        assert files is not None
        assert nav is not None
        assert env is not None
        stamps = self._stamps()
        changed = {path for path, stamp in stamps.items() if self.stamps.get(path) != stamp}
        known = {Path(file.abs_src_path): file for file in files if file.abs_src_path}
        if stamps.keys() != self.stamps.keys() or not changed <= known.keys():
            return False
        pages = [known[path] for path in changed if known[path].page]
        for file in pages:
            if not _read(file, self.config, files):
                return False
        for file in pages:
            assert file.page is not None
            _build_page(file.page, self.config, files.documentation_pages(), nav, env)
        for path in changed:
            if known[path].page is None:
                known[path].copy_file()
        self._copy_bundle()
        self.stamps = stamps
        return True

    def _stamps(self) -> dict[Path, int]:
        """When each file that the guide is made from was last written; the bundle's names change with its content."""
        docs = self.root / "docs"
        passed_over = (_bundle(docs), *(docs / "assets").glob("release-*"))  # pages served here do not use a release
        paths = [path for path in docs.rglob("*") if path.suffix != ".jinja" and not {*passed_over} & {*path.parents}]
        whole = [self.root / "mkdocs.yml", *(self.root / "overrides").rglob("*.html")]
        whole.remove(self.root / PARTIAL)
        return {path: path.stat().st_mtime_ns for path in (*paths, *whole) if path.is_file()}

    def _copy_bundle(self) -> None:
        bundle, served = _bundle(self.root / "docs"), _bundle(self.folder)
        for path in bundle.iterdir():
            there = served / path.name
            if not there.exists() or there.stat().st_mtime_ns < path.stat().st_mtime_ns:
                shutil.copyfile(path, there)


def _read(file: File, config: MkDocsConfig, files: Files) -> bool:
    """Read a page anew; False where its title, which the menus of all pages show, is not what it was."""
    assert file.page is not None
    before = file.page.title
    _populate_page(file.page, config, files)
    return bool(file.page.title == before)


def _bundle(docs: Path) -> Path:
    return docs / "assets" / "bundle"


def _watched(root: Path) -> list[Path]:
    folders = [root / name for name in WATCHED]
    assets = [path for path in (root / "docs" / "assets").iterdir() if path.name != "bundle"]
    return [
        root / "mkdocs.yml",
        *(root / "docs").glob("*.jinja"),
        *(path for path in folders if path.exists()),
        *assets,
    ]


def _page(mistakes: str) -> bytes:
    return templates().get_template("mistakes.html").render(mistakes=mistakes).encode()
