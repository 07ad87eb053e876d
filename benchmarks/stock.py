"""A folder in, a page in it out that asks a calculator in the usual way: stock Pyodide, micropip and a wheel.

Everything is served from the same host and compressed as well as the guide is: the lock file is Pyodide's own, with
micropip's wheel and that of the package it needs packed again from what is installed here.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from importlib.metadata import distribution
from pathlib import Path

from smallprint.packing.compressed import write_compressed
from smallprint.packing.wheel import build_wheels

FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
PACKAGES = ("micropip", "packaging")

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Stock Pyodide</title>
<script type="module">
window.ask = async (rule, typed, today) => {{
  const {{ loadPyodide }} = await import("./pyodide.mjs");
  const pyodide = await loadPyodide({{ packageBaseUrl: new URL(".", location).href }});
  await pyodide.loadPackage("micropip");
  await pyodide.pyimport("micropip").install(new URL("{wheel}", location).href);
  pyodide.runPython(`
from datetime import date
from calculators.ask import ask_json
def ask(rule, typed, today):
    return ask_json(rule, typed.to_py(), date.fromisoformat(today))
`);
  return pyodide.globals.get("ask")(rule, typed, today);
}};
</script>"""


def write_stock(root: Path, folder: Path) -> None:
    """Write the page and all it fetches to `folder`."""
    pyodide, cache = root / "node_modules" / "pyodide", root / ".cache" / "pack"
    for name in FILES:
        write_compressed(folder / name, (pyodide / name).read_bytes(), cache)
    lock = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))
    for name in PACKAGES:
        locked = lock["packages"][name]
        packed = packed_again(name, folder / locked["file_name"])
        locked["sha256"] = hashlib.sha256(packed).hexdigest()
    write_compressed(folder / "pyodide-lock.json", json.dumps(lock).encode(), cache)
    wheel, _ = build_wheels(root, folder)
    (folder / "index.html").write_text(PAGE.format(wheel=wheel.name), "utf-8")


def packed_again(name: str, wheel: Path) -> bytes:
    """Write the wheel of an installed package, without what installing it added; its bytes."""
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in distribution(name).files or ():
            if file.suffix != ".pyc" and ".." not in file.parts:
                archive.write(Path(str(file.locate())), file.as_posix())
    return wheel.read_bytes()
