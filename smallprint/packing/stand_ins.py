"""Python's standard library as Pyodide ships it in, the same with some modules replaced by next to nothing out.

At its start Pyodide loads what awaiting, fetching, unpacking packages and calling JavaScript takes: many modules, for
things that a calculator never does. Each stand-in has just what is still asked of it. Calculators must not
import any of them; a test sees to that, and whatever else would miss one fails where Pyodide answers all examples.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

STAND_INS = {
    # Imported by the C side for its name; nothing here is ever awaited.
    "asyncio/__init__.py": "",
    # Pyodide would run an event loop on the browser's; its host calls us, and we answer.
    "pyodide/webloop.py": "def _initialize_event_loop():\n    pass\n",
    # Pyodide would install packages here; there are none.
    "pyodide/_package_loader.py": """
class _Folder:
    def __str__(self):
        return "/lib/site-packages"

SITE_PACKAGES = DSO_DIR = _Folder()

def init_loaded_packages():
    pass
""",
    # Python calls no function of the page's: how one would be called need not be worked out from signatures.
    "_pyodide/jsbind.py": "no_default = default_signature = None\n",
    # Nobody reads the help of Pyodide's own methods, which it would write from their signatures.
    "_pyodide/docstring.py": """
def dedent_docstring(text):
    return text

def get_cmeth_docstring(method):
    return ""
""",
    # Those two need it whole; the C side asks whether a function is to be awaited.
    "inspect.py": "def iscoroutinefunction(one):\n    return False\n",
    # How JavaScript has code run; the rest of it is for calls with more arguments than a function takes, by signatures.
    "pyodide/code.py": "from _pyodide._base import eval_code\n",
    # Imported by `importlib.abc` for the case that somebody reads a package's files.
    "importlib/resources/__init__.py": "",
    "importlib/resources/abc.py": "",
}


def write_with_stand_ins(stock: Path, lean: Path) -> None:
    """Write the zip `lean`: the zip `stock` with the stand-ins for its own modules. KeyError where it lacks one."""
    with zipfile.ZipFile(stock) as old, zipfile.ZipFile(lean, "w") as new:
        for name in STAND_INS:
            old.getinfo(name)
        for entry in old.infolist():
            new.writestr(entry, STAND_INS.get(entry.filename, old.read(entry)))
