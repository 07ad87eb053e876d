"""The calculator's scripts and styles in, the same in a folder named by their content out: one release of them.

A page names its release's folder, and so do the scripts in it, by their relative addresses: whatever a host or a
browser keeps from another day, no page ever runs the scripts of two. The same folder holds the release's own copy of
`bundle.mjs`, which names the files that run Python, and `release.json`, which names everything a reader's browser has
to keep for reading the page again without a connection.

A script imports others, and those import more. A browser that learns of them one by one waits once for each step, so
a page names beforehand all that its scripts will import.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath

from smallprint.packing.compressed import content_hash, write_compressed
from smallprint.written import tidy, write_whole

PARTIAL = Path("overrides/partials/release.html")
# Below docs/assets, beside what lies there itself.
FOLDERS = ("calculator", "clients", "embed")
# Seen from a release's own bundle.mjs.
BUNDLE = ('new URL(".", import.meta.url)', 'new URL("../../bundle/", import.meta.url)')
# What a script imports before it runs; what it may import later is a call, `import(...)`.
IMPORTED = re.compile(r'^(?:import|export)\b(?: [^";]*? from)? "(\.[^"]+)";', re.M)


@dataclass(frozen=True)
class Release:
    """The `name` of a release's folder, and for each script in it what it `imports`, with what those import."""

    name: str
    imports: Mapping[str, list[str]]


def write_release(root: Path, loaded: Sequence[str] = ()) -> Release:
    """Write the release of the scripts, styles and bundle under `root`/docs/assets, and return it.

    `loaded` are the scripts that every page loads, by their paths in the site. An earlier release is removed. The
    theme's templates learn of this one from a file of their own kind.
    """
    assets = root / "docs" / "assets"
    files = _files(assets)
    name = f"release-{content_hash(files['release.json'])}"
    folder = assets / name
    tidy([(root / PARTIAL).parent, *{(folder / path).parent for path in files}])
    for path, content in files.items():
        write_compressed(folder / path, content, root / ".cache" / "pack")
    release = Release(name, _imports(files))
    write_whole(root / PARTIAL, _partial(release, files, loaded).encode())
    for stale in {found for found in assets.glob("release-*") if found != folder}:
        shutil.rmtree(stale)
    return release


def _files(assets: Path) -> dict[str, bytes]:
    """Path in the release, and content, of each of its files; the last lists the others with their hashes."""
    folders, kinds = (assets, *(assets / name for name in FOLDERS)), ("*.mjs", "*.js", "*.css")
    ours = [path for folder in folders for kind in kinds for path in folder.glob(kind)]
    files = {path.relative_to(assets).as_posix(): path.read_bytes() for path in ours}
    bundle = (assets / "bundle" / "bundle.mjs").read_text("utf-8")
    files["bundle/bundle.mjs"] = bundle.replace(*BUNDLE).encode()
    large = (path for path in (assets / "bundle").iterdir() if path.suffix not in (".br", ".gz"))
    listed = {
        "page": sorted(files),
        "python": sorted(f"../bundle/{path.name}" for path in large if path.name != "bundle.mjs"),
        "hashes": {path: content_hash(content) for path, content in sorted(files.items())},
    }
    files["release.json"] = json.dumps(listed, indent=2).encode()
    return files


def _imports(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """By each script's path, the paths of all that it imports, one after the other as they are met."""
    scripts = {path: content.decode() for path, content in files.items() if path.endswith(".mjs")}
    direct = {
        path: [normpath(join(dirname(path), address)) for address in IMPORTED.findall(text)]
        for path, text in scripts.items()
    }

    def reached(path: str, met: dict[str, None]) -> dict[str, None]:
        for imported in direct.get(path, ()):
            if imported not in met:
                met[imported] = None
                reached(imported, met)
        return met

    return {path: list(reached(path, {})) for path in scripts}


def _partial(release: Release, files: Mapping[str, bytes], loaded: Sequence[str]) -> str:
    # The calculators' styles build on the site's.
    sheets = (path for path in files if path.endswith(".css") and not path.startswith("embed/"))
    styles = sorted(sheets, key=lambda path: (path != "site.css", path))
    ours = [path for path in (script.removeprefix("assets/") for script in loaded) if path in release.imports]
    coming = dict.fromkeys(further for path in ours for further in (path, *release.imports[path]))
    known = {"name": release.name, "styles": styles, "scripts": list(coming)}
    return "".join(f"{{% set {name} = {json.dumps(value)} %}}\n" for name, value in known.items())
