"""The calculator's scripts and styles in, the same in a folder named by their content out: one release of them.

A page names its release's folder, and so do the scripts in it, by their relative addresses: whatever a host or a
browser keeps from another day, no page ever runs the scripts of two. The same folder holds the release's own copy of
`bundle.mjs`, which names the files that run Python, and `release.json`, which names everything a reader's browser has
to keep for reading the page again without a connection.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from smallprint.packing.compressed import content_hash, write_compressed
from smallprint.written import tidy, write_whole

PARTIAL = Path("overrides/partials/release.html")
# Below docs/assets, beside what lies there itself.
FOLDERS = ("calculator", "clients", "embed")
# Seen from a release's own bundle.mjs.
BUNDLE = ('new URL(".", import.meta.url)', 'new URL("../../bundle/", import.meta.url)')


def write_release(root: Path) -> str:
    """Write the release of the scripts, styles and bundle under `root`/docs/assets, and return its folder's name.

    An earlier release is removed. The theme's templates learn the name and the styles from a file of their own kind.
    """
    assets = root / "docs" / "assets"
    files = _files(assets)
    name = f"release-{content_hash(files['release.json'])}"
    folder = assets / name
    tidy([(root / PARTIAL).parent, *{(folder / path).parent for path in files}])
    for path, content in files.items():
        write_compressed(folder / path, content, root / ".cache" / "pack")
    write_whole(root / PARTIAL, _partial(name, files).encode())
    for stale in {found for found in assets.glob("release-*") if found != folder}:
        shutil.rmtree(stale)
    return name


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


def _partial(name: str, files: Mapping[str, bytes]) -> str:
    # The calculators' styles build on the site's.
    sheets = (path for path in files if path.endswith(".css") and not path.startswith("embed/"))
    styles = sorted(sheets, key=lambda path: (path != "site.css", path))
    return f"{{% set name = {json.dumps(name)} %}}\n{{% set styles = {json.dumps(styles)} %}}\n"
