"""A policy and the generated calculators in, the files that run them in a reader's browser out.

The browser gets four files of Pyodide's own kind, each named by its content: its loader, its glue, its WebAssembly and
a standard library cut down to what the calculators load; then the calculators, and `bundle.mjs`, which names them all.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType

from smallprint.model import Policy
from smallprint.packing.asks import Ask, asks, unlike
from smallprint.packing.compressed import (
    BEST,
    QUICK,
    Sizes,
    content_hash,
    forget_but_newest,
    write_compressed,
)
from smallprint.packing.inside import calculators_zip, codes
from smallprint.packing.stand_ins import write_with_stand_ins
from smallprint.written import tidy, write_whole

NONE: Mapping[str, CodeType] = {}


def pack(
    policy: Policy, root: Path, out: Path, compiled: Mapping[str, CodeType] = NONE, to_publish: bool = True
) -> Bundle:
    """Write the bundle of `root`/calculators to the folder `out`, and remove what an earlier one left there.

    `compiled` are modules that need not be compiled once more, by their paths below `root`. What is not `to_publish`
    lacks the compressed copy of the calculators.

    A moment when only rules changed; some seconds when what they can do did, and half a minute the first time, for
    compressing. Raises `subprocess.CalledProcessError` when the calculators cannot answer in Pyodide.
    """
    pyodide, cache = root / "node_modules" / "pyodide", root / ".cache" / "pack"
    tidy([out])
    bundle = bundle_of(asks(policy), root / "calculators", pyodide, cache, compiled)
    sizes: dict[str, Sizes] = {}
    for part, name in bundle.names.items():
        # The calculators are another file after every change of a rule; the others stay what they are for months.
        changing = QUICK if to_publish else None
        effort = changing if part == "calculators" else BEST
        sizes[part] = write_compressed(out / name, bundle.files[name], cache, effort)
    manifest = MANIFEST.format(
        names=json.dumps(bundle.names, indent=2),
        sizes=json.dumps({part: size._asdict() for part, size in sizes.items()}, indent=2),
        lock=json.dumps(bundle.lock),
    )
    write_whole(out / "bundle.mjs", manifest.encode())
    kept = {name + suffix for name in bundle.files for suffix in ("", ".br", ".gz")} | {"bundle.mjs"}
    for stale in {file.name for file in out.iterdir()} - kept:
        (out / stale).unlink()
    forget_but_newest(cache, KEPT)
    return bundle


# A bundle takes eleven entries of the cache, a release of the scripts two for each file.
KEPT = 200


@dataclass(frozen=True)
class Bundle:
    """The files' names by part, their contents by name, and the list of packages that Pyodide reads."""

    names: dict[str, str]
    files: dict[str, bytes]
    lock: dict[str, object]


def bundle_of(
    asked: list[Ask], calculators: Path, pyodide: Path, cache: Path, compiled: Mapping[str, CodeType] = NONE
) -> Bundle:
    """The bundle of these calculators for the Pyodide in the folder `pyodide`, not yet written or compressed."""
    lock = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))
    same_bytecode = lock["info"]["python"].split(".")[:2] == [str(part) for part in sys.version_info[:2]]
    made = _made_inside(asked, calculators, pyodide, cache, except_rules=same_bytecode)
    # The same bytecode serves all releases of a Python version, such as 3.13: then it need not be made inside.
    ours = (made / "calculators.zip").read_bytes()
    if same_bytecode:
        # Nor need what the rules run on be compiled anew here: it is what it was when that zip was made.
        known = {path: code for path, code in codes(ours).items() if Path(path).parent.name != "rules"}
        ours = calculators_zip(calculators, {**known, **compiled})
    parts = {
        "loader": ("pyodide.mjs", _without_map((pyodide / "pyodide.mjs").read_bytes())),
        "glue": ("pyodide.asm.js", (pyodide / "pyodide.asm.js").read_bytes()),
        "wasm": ("pyodide.asm.wasm", (pyodide / "pyodide.asm.wasm").read_bytes()),
        "library": ("library.zip", (made / "library.zip").read_bytes()),
        "calculators": ("calculators.zip", ours),
    }
    names = {part: _named(name, content) for part, (name, content) in parts.items()}
    # Pyodide reads its list of packages at every start; ours is empty, and need not be fetched.
    no_packages = {"info": lock["info"], "packages": {}}
    return Bundle(names, {names[part]: content for part, (_, content) in parts.items()}, no_packages)


MANIFEST = """\
// Written by the build: the files that run the calculators, each named by its content, and their sizes in bytes.
export const base = new URL(".", import.meta.url).href;
export const files = {names};
export const sizes = {sizes};
export const lock = {lock};
"""


def _named(name: str, content: bytes) -> str:
    stem, suffix = name.rsplit(".", 1)
    return f"{stem}-{content_hash(content)}.{suffix}"


def _without_map(loader: bytes) -> bytes:
    # It points to a file that is not served, and would make developer tools complain.
    return loader.partition(b"\n//# sourceMappingURL")[0] + b"\n"


def _made_inside(asked: list[Ask], calculators: Path, pyodide: Path, cache: Path, except_rules: bool) -> Path:
    """The folder with library.zip and calculators.zip, made by Pyodide in node unless made before from the like.

    Where calculators.zip is not used, rules' modules may differ: only what they can do tells what the library needs.
    """
    inside = Path(__file__).parent / "packing"
    sources = [file for file in sorted(calculators.rglob("*.py")) if not (except_rules and file.parent.name == "rules")]
    distinct = unlike(asked, calculators)
    made_from = hashlib.sha256(json.dumps(sorted(distinct)).encode())
    ways = (inside / name for name in ("inside.py", "inside.mjs", "stand_ins.py"))
    for file in (*sources, *ways, pyodide / "package.json"):
        made_from.update(f"{file.name}\n".encode() + file.read_bytes())
    made = cache / made_from.hexdigest()
    if (made / "calculators.zip").exists():
        made.touch()
    else:
        cache.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=cache) as folder:
            unfinished = Path(folder) / "made"
            unfinished.mkdir()
            (unfinished / "asks.json").write_text(json.dumps(list(distinct.values())), "utf-8")
            write_with_stand_ins(pyodide / "python_stdlib.zip", unfinished / "lean.zip")
            subprocess.run(["node", inside / "inside.mjs", pyodide, calculators, unfinished], check=True)
            (unfinished / "lean.zip").unlink()
            shutil.rmtree(made, ignore_errors=True)
            unfinished.rename(made)
    return made
