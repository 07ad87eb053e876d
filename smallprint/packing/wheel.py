"""The calculators' sources in, two wheels out: one for pip, and the same compiled by pyodide-build for Pyodide.

`pyodide build` itself is not used: before it looks at a project, it fetches the cross-build environment of a Pyodide
release and a C compiler for WebAssembly, and a project of Python alone needs neither. What it then does is done here:
it calls the project's own build backend through `build`. The second wheel is made from the first by pyodide-build's
`py-compile`, as those of Pyodide's own packages are.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory


def build_wheels(root: Path, out: Path) -> tuple[Path, Path]:
    """Write both wheels to the folder `out`: `…-py3-none-any.whl` with sources, `…-cp313-none-any.whl` with bytecode.

    The same sources make the same first wheel, to the byte. Raises `subprocess.CalledProcessError` where a tool fails.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(root / "calculators", copy / "calculators", ignore=ignore)
        for name in ("pyproject.toml", "README.md", "LICENSE"):
            shutil.copy(root / name, copy)
        build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(copy / "dist"), str(copy)]
        # Files in a zip carry a day; this one is the first a zip can hold.
        _run(build, {"SOURCE_DATE_EPOCH": "315532800"})
        pyodide = Path(sys.executable).with_name("pyodide")
        _run([str(pyodide), "py-compile", "--keep", "--silent", *_wheels(copy / "dist")])
        out.mkdir(parents=True, exist_ok=True)
        sources, compiled = sorted(_wheels(copy / "dist"), key=lambda wheel: "-py3-" not in wheel)
        return Path(shutil.copy(sources, out)), Path(shutil.copy(compiled, out))


def _wheels(folder: Path) -> list[str]:
    return [str(wheel) for wheel in folder.glob("*.whl")]


def _run(command: list[str], settings: dict[str, str] | None = None) -> None:
    environment = {**os.environ, **(settings or {})}
    subprocess.run(command, check=True, capture_output=True, text=True, env=environment)


if __name__ == "__main__":
    for wheel in build_wheels(Path.cwd(), Path.cwd() / "dist"):
        print(wheel.relative_to(Path.cwd()))
