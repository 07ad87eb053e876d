"""Run by Pyodide at build: the asks of all calculators go in, out come two zips with every module that answering took.

Modules of the standard library lose their docstrings and line tables, which no reader needs; the calculators keep
theirs, so that a mistake in one names its line. Where its own Python is of the version that will load them, the build
compiles the calculators itself, with `calculators_zip`.
"""

from __future__ import annotations

import importlib.util
import io
import json
import marshal
import sys
from collections.abc import Iterator, Mapping
from types import CodeType

TYPE_CHECKING = False
if TYPE_CHECKING:  # what is imported here is found loaded, and packed: only what answering takes anyway
    from pathlib import Path

type Ask = tuple[str, dict[str, object]]

# What a .pyc begins with: flags of 1 (it is never compared with its source) and no hash.
UNCHECKED = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)
# In later versions of marshal's format the bytes depend on what else is in memory, not on the code alone.
WITHOUT_REFERENCES = 2
NONE: Mapping[str, CodeType] = {}


def zips(asks: str, package: str) -> tuple[bytes, bytes]:
    """Two zips: the standard library that answering `asks`, a JSON list, takes; the calculators in folder `package`."""
    parent, _, name = package.rpartition("/")
    sys.path.insert(0, parent)
    calls = importlib.import_module(f"{name}.calls")
    for called, question in json.loads(asks):
        calls.call(called, json.dumps(question))
    standard = {path: bare(path, text) for path, text in loaded()}
    from pathlib import Path

    return zipped(standard), calculators_zip(Path(package))


def calculators_zip(package: Path, known: Mapping[str, CodeType] = NONE) -> bytes:
    """A zip of every module of our own package; those `known` by their path are not compiled again."""
    return zipped(dict(compiled(package, known)))


def codes(packed: bytes) -> dict[str, CodeType]:
    """The modules in such a zip, by their paths."""
    import zipfile

    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        names = archive.namelist()
        return {name.removesuffix("c"): marshal.loads(archive.read(name)[len(UNCHECKED) :]) for name in names}


def loaded() -> Iterator[tuple[str, str]]:
    """Path and source of each loaded module that came from the standard library's zip."""
    for name, module in sorted(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        path = (getattr(spec, "origin", None) or "").partition(".zip/")[2]
        if spec and path:
            yield path, spec.loader.get_source(name)


def bare(path: str, text: str) -> CodeType:
    """A module's code without docstrings, assertions and line tables."""
    return without_lines(compile(text, path, "exec", dont_inherit=True, optimize=2))


def without_lines(code: CodeType) -> CodeType:
    """The same code, and that of its functions and classes, with empty line tables."""
    constants = tuple(without_lines(c) if isinstance(c, CodeType) else c for c in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=constants)


def compiled(package: Path, known: Mapping[str, CodeType]) -> Iterator[tuple[str, CodeType]]:
    """Each module of our own package, compiled whole."""
    for file in package.rglob("*.py"):
        path = file.relative_to(package.parent).as_posix()
        yield path, known.get(path) or compile(file.read_text("utf-8"), path, "exec", dont_inherit=True, optimize=0)


def zipped(modules: dict[str, CodeType]) -> bytes:
    """A zip of .pyc files in the order of their names, stored, of one fixed day; the site compresses it as a whole."""
    import zipfile

    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for path, code in sorted(modules.items()):
                content = UNCHECKED + marshal.dumps(code, WITHOUT_REFERENCES)
                archive.writestr(zipfile.ZipInfo(path + "c", (1980, 1, 1, 0, 0, 0)), content)
        return file.getvalue()
