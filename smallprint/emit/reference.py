"""The tables of keys and functions in, the reference of the language for contributors out: language.md."""

from __future__ import annotations

from pathlib import Path

from calculators.runtime.detect import DETECTORS
from smallprint import keys
from smallprint.keys import clients as client_keys
from smallprint.keys.shapes import Shape
from smallprint.library import FUNCTIONS
from smallprint.library_examples import EXAMPLES

TEMPLATES = Path(__file__).parents[1] / "templates" / "reference"
LANGUAGE = "docs/contributing/language.md"


def emit_reference() -> dict[str, str]:
    """The page by its path."""
    language = (TEMPLATES / "language.md").read_text("utf-8")
    for name, shape in _shapes().items():
        language = language.replace(f"<!-- keys: {name} -->", _keys(shape))
    language = language.replace(
        "<!-- a whole rule -->", (TEMPLATES.parent / "new" / "amount.yaml").read_text("utf-8").strip()
    )
    language = language.replace("<!-- functions -->", _functions()).replace("<!-- detectors -->", _detectors())
    return {LANGUAGE: language}


def _shapes() -> dict[str, Shape]:
    named = vars(keys) | vars(client_keys)
    return {name: shape for name, shape in named.items() if isinstance(shape, Shape)}


def _keys(shape: Shape) -> str:
    rows = [f"| `{key.name}`{' *' if key.required else ''} | {_cell(key.about)} |" for key in shape.keys]
    return "\n".join(["| key | what it says |", "|---|---|", *rows, "", "\\* has to be there."])


def _functions() -> str:
    rows = []
    for function in FUNCTIONS.values():
        takes = ", ".join(_taken(kind) for kind in function.takes)
        gives = {"same": "the same kind", "quotient": "a quotient of it"}.get(function.gives, function.gives)
        example = f"`{function.name}{EXAMPLES[function.name]}`"
        rows.append(f"| `{function.name}({takes})` | {gives} | {_cell(function.about)} | {example} |")
    return "\n".join(["| function | gives | what it is | for example |", "|---|---|---|---|", *rows])


def _taken(kind: str) -> str:
    return {"same*": "value, value, …", "same": "value", "any": "input", "quoted": '"id"'}.get(kind, kind)


def _detectors() -> str:
    rows = [f"| `{name}` | {detector.lists} | {_cell(detector.finds)} |" for name, detector in DETECTORS.items()]
    return "\n".join(["| detector | word lists | what it finds |", "|---|---|---|", *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("{", "&#123;").replace("<", "&lt;")
