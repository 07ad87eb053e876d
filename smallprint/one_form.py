"""One policy file's text in, the same in the form that all files have out: nothing it says changes, no remark is lost.

Two spaces a level; what fits on a line of 120 stays there; a longer text is folded under `>-`, a longer mapping goes
down line by line, a longer list is filled line by line; one blank line at most; the schema's line comes first.
"""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString

from smallprint import read
from smallprint.places import Text
from smallprint.problems import Problem
from smallprint.schema_line import STARTS, schema_line

WIDTH = 120
FOLDED = 118
# A text that is folded may be folded anew only where YAML makes the same of it: single spaces, no line of its own.
_FOLDABLE = re.compile(r"\S+( \S+)*\Z")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_ITEM = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,"'\[\]{}][^,\[\]{}]*)(?:, ?|\Z)""")
_LONG_LIST = re.compile(r"(?P<head>(?P<indent> *)(?:- )*(?:[\w-]+: )?)\[(?P<items>[^\[\]{}]*)\]\Z")


class _AsWritten(VersionedResolver):
    """Every value is a text: `10.00` keeps its zeros, and a day that does not exist is left to the check."""

    @property
    def versioned_resolver(self) -> dict[str, object]:
        """No value has a kind by its look."""
        return {}


class Unkept(Exception):
    """Formatting would have changed what a file says; the file is left as it is."""


def one_form(path: str, text: str) -> tuple[str, list[Problem]]:
    """The text in the one form; a text that cannot be read comes back as it is, with the problems.

    Raises `Unkept` where the result would say something else, which is a fault of this module's.
    """
    before, problems = read.read(path, text)
    if before is None or problems:
        return text, problems
    plain = re.sub(r"[ \t]+$", "", text.removeprefix("\ufeff").replace("\r\n", "\n"), flags=re.MULTILINE)
    try:
        formed = _spaced(_headed(path, _wrapped(_laid_out(plain))))
    except YAMLError as error:
        raise Unkept(f"{path} is read otherwise by another reader of YAML") from error
    after, _ = read.read(path, formed)
    if after is None or _said(before) != _said(after):
        raise Unkept(f"formatting {path} would change a value")
    if _remarks(path, text, before) != _remarks(path, formed, after):
        raise Unkept(f"formatting {path} would lose a remark")
    return formed, []


def _laid_out(text: str) -> str:
    """Every value on a line of its own, but for what is too long for one."""
    yaml = YAML(typ="rt")
    yaml.Resolver = _AsWritten
    yaml.width = 1_000_000
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    while True:
        tree = yaml.load(text)
        lines = text.splitlines()
        changed = _unflow(tree, lines) or _folded(tree, lines)
        stream = io.StringIO()
        yaml.dump(tree, stream)
        if not changed and stream.getvalue() == text:
            return text
        text = stream.getvalue()


def _unflow(tree: object, lines: list[str]) -> bool:
    """Put the outermost mappings in brackets that do not fit on their line into lines of their own."""
    if isinstance(tree, CommentedMap) and tree.fa.flow_style() and _too_long(lines, tree.lc.line):
        tree.fa.set_block_style()
        return True
    changed = False
    for _, child, _, _ in _children(tree):
        changed |= _unflow(child, lines)
    return changed


def _folded(tree: object, lines: list[str]) -> bool:
    """Fold texts that do not fit on their line, and fill the lines of those that are folded."""
    changed = False
    for key, child, line, column in _children(tree):
        if not isinstance(child, str):
            changed |= _folded(child, lines)
        elif not _in_brackets(tree) and _FOLDABLE.match(child) and not isinstance(child, LiteralScalarString):
            own = isinstance(child, FoldedScalarString)
            if own or (_too_long(lines, line) and len(child) > WIDTH // 2):
                filled = _filled(child, column)
                changed |= not own or getattr(child, "fold_pos", []) != getattr(filled, "fold_pos", [])
                _put(tree, key, filled, child)
    return changed


def _filled(text: str, indent: int) -> FoldedScalarString:
    """The text with the places at which its lines end."""
    folded: FoldedScalarString = FoldedScalarString(str(text))
    at, ends = -1, []
    for line in textwrap.wrap(str(text), FOLDED - indent, break_long_words=False, break_on_hyphens=False)[:-1]:
        at += len(line) + 1
        ends.append(at)
    folded.fold_pos = ends  # type: ignore[attr-defined]  # as its reader does
    return folded


def _put(tree: object, key: object, new: FoldedScalarString, old: str) -> None:
    """Replace a value, and keep the remark behind it."""
    comment = getattr(old, "comment", None)
    if comment is not None:
        new.comment = comment  # type: ignore[attr-defined]  # ruamel's reader sets it so
    if isinstance(tree, CommentedMap | CommentedSeq):
        tree[key] = new


def _children(tree: object) -> Iterator[tuple[object, object, int, int]]:
    """Every value with its key or number, the line it begins on, and how far a text folded there is indented."""
    if isinstance(tree, CommentedMap):
        for key, child in tree.items():
            line, column = tree.lc.key(key)
            yield key, child, line, column + 2
    elif isinstance(tree, CommentedSeq):
        for number, child in enumerate(tree):
            line, column = tree.lc.item(number)
            yield number, child, line, column


def _in_brackets(tree: object) -> bool:
    return isinstance(tree, CommentedMap | CommentedSeq) and bool(tree.fa.flow_style())


def _too_long(lines: list[str], line: int) -> bool:
    return line < len(lines) and len(_COMMENT.sub("", lines[line]).rstrip()) > WIDTH


def _wrapped(text: str) -> str:
    """Lists in brackets that do not fit on their line, filled line by line below their key."""
    return "\n".join(_wrapped_line(line) for line in text.split("\n"))


def _wrapped_line(line: str) -> str:
    found = _LONG_LIST.match(line) if len(line) > WIDTH else None
    if found is None:
        return line
    items = [item.rstrip() for item in _ITEM.findall(found["items"])]
    if " ".join(items) != found["items"]:
        return line
    out, indent = [f"{found['head']}["], " " * (len(found["indent"]) + 2)
    for item in items:
        if len(out) == 1 or len(out[-1]) + 1 + len(item) > FOLDED:
            out.append(indent + item)
        else:
            out[-1] += f" {item}"
    return "\n".join(out) + "]"


def _headed(path: str, text: str) -> str:
    """The schema's line first, and nowhere else."""
    rest = [line for line in text.split("\n") if not line.startswith(STARTS)]
    return "\n".join([schema_line(path), *rest])


def _spaced(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def _said(node: read.Node) -> object:
    """What a file says: its keys and values, in their order."""
    match node:
        case read.Scalar(text=text):
            return str(text)
        case read.Sequence(items=items):
            return [_said(item) for item in items]
        case read.Mapping(entries=entries):
            return tuple((str(key), _said(value)) for key, value in entries)


def _remarks(path: str, text: str, node: read.Node) -> list[str]:
    """Every remark in a file, in order, but for the schema's line: what follows a `#` outside of keys and values."""
    lines = read.lines_of(text)
    for scalar in _scalars(node):
        for offset, written in enumerate(scalar.written):
            at = scalar.place.line - 1 + offset
            start = scalar.place.column - 1 if offset == 0 else 0
            if not (offset == 0 and written[:1] in (">", "|")):  # a remark may stand behind these signs
                line = lines[at]
                lines[at] = line[:start] + "x" * len(written) + line[start + len(written) :]
    found = (match[0].rstrip() for line in lines for match in _COMMENT.finditer(line))
    return [remark for remark in found if not remark.startswith(STARTS)]


def _scalars(node: read.Node) -> Iterator[Text]:
    match node:
        case read.Scalar(text=text):
            yield text
        case read.Sequence(items=items):
            for item in items:
                yield from _scalars(item)
        case read.Mapping(entries=entries):
            for key, value in entries:
                yield key
                yield from _scalars(value)
