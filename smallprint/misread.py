"""What stopped the YAML parser in, a problem in plain words out: what stands there, and what to write instead.

The parser's own words ("mapping values are not allowed in this context") help nobody who writes policies, and its place
is where it gave up, which is often a line below the mistake.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from smallprint.places import Place
from smallprint.problems import Problem

_BARRED = re.compile(r"[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_KEY = re.compile(r"\s*(?:- +)?[\w-]+:(?:\s|$)")
_OPENS = re.compile(r"""\s*(?:- +)?[\w-]+: +("(?:[^"\\]|\\.)*|'[^']*(?:''[^']*)*)$""")
_UNSPACED = re.compile(r"\s*(?:- +)?(\w+):(\S.*)")
QUOTE = "put the whole text in quotes"


def unreadable(path: str, lines: Sequence[str]) -> Problem | None:
    """The first character that no text file should hold, if there is one."""
    for number, line in enumerate(lines, 1):
        found = _BARRED.search(line) if not line.isascii() or not line.isprintable() else None
        if found:
            message = f"a character that cannot be shown (U+{ord(found[0]):04X})"
            mend = "delete it; it may have come along when the text was copied"
            return Problem("POL009", message, Place(path, number, found.start() + 1, 1), help=mend)
    return None


def misread(path: str, lines: Sequence[str], error: yaml.YAMLError) -> Problem:
    """The problem to show for a parser's error."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", "") or "")
    at = _spot(lines, mark)
    start = _spot(lines, context) if context is not None else at
    line, column, message, mend = _tabs(lines, at) or _open_quote(lines, at) or _explained(said, lines, at, start)
    return Problem("POL008", message, Place(path, line + 1, column + 1, 1), help=mend)


type _Spot = tuple[int, int]
type _Said = tuple[int, int, str, str]


def _spot(lines: Sequence[str], mark: yaml.Mark | None) -> _Spot:
    """Where a mark stands; one behind the end of the file moves to the last line with something on it."""
    if mark is None:
        return 0, 0
    line, column = mark.line, mark.column
    while line >= len(lines) or (line > 0 and not lines[line].strip()):
        line -= 1
        column = len(lines[line].rstrip()) - 1
    return line, max(0, min(column, len(lines[line])))


def _tabs(lines: Sequence[str], at: _Spot) -> _Said | None:
    """A tab on the line or before it, where spaces belong."""
    for line in (at[0], at[0] - 1):
        if line >= 0 and "\t" in lines[line][: len(lines[line]) - len(lines[line].lstrip())]:
            return line, lines[line].index("\t"), "a tab stands here", "indent with spaces, two for each level"
    return None


def _open_quote(lines: Sequence[str], at: _Spot) -> _Said | None:
    """A quote that opens on a line and swallows the ones below it, up to the next quote."""
    for line, text in enumerate(lines[: at[0]]):
        found = _OPENS.match(text)
        if found and _KEY.match(lines[line + 1]):
            return line, found.start(1), "a quote opens here and is not closed", "close it at the end of the text"
    return None


def _explained(said: str, lines: Sequence[str], at: _Spot, start: _Spot) -> _Said:
    line, column = at
    text = lines[line]
    if "mapping values are not allowed" in said:
        return _colon(lines, at)
    if "could not find expected ':'" in said:
        return _no_colon(lines, start)
    if "scanning a quoted scalar" in said or "unexpected end of stream" in said:
        return *start, "a quote opens here and is not closed", "close it at the end of the text"
    if "unknown escape character" in said:
        mend = "use single quotes around the text, or write two backslashes for one"
        return line, column, "a backslash means something special inside double quotes", mend
    if "expected ',' or" in said:
        return _bracket(said, lines, at, start)
    if "cannot start any token" in said:
        return line, column, f"a text cannot begin with `{text[column : column + 1]}`", QUOTE
    if "alphabetic or numeric" in said:
        return *start, f"a text cannot begin with `{text[start[1] : start[1] + 1]}`", QUOTE
    if "block scalar" in said or "comment or line break" in said:
        return *start, f"a text cannot begin with `{lines[start[0]][start[1] : start[1] + 1]}`", QUOTE
    if "expected node content" in said:
        mend = f"remove it, or {QUOTE}"
        return line, column, f"`{text[column : column + 1]}` does not belong here", mend
    if "document start" in said or "directive" in said:
        return line, 0, "this line does not belong in a policy file", "remove it"
    return _block(said, lines, at, start)


def _colon(lines: Sequence[str], at: _Spot) -> _Said:
    line, column = at
    before = lines[line][:column]
    if re.search(r"[^\s:]:\s", before):
        shown = re.sub(r"^\s*(- +)?[\w-]+:\s+", "", lines[line]).strip()
        mend = f'put the text in quotes: "{shown}"' if '"' not in shown else f"{QUOTE}, single ones: '…'"
        return line, column, "a `:` with a space after it stands inside a text", mend
    joined = line - 1
    while joined > 0 and not lines[joined].strip():
        joined -= 1
    unspaced = _UNSPACED.match(lines[joined])
    if unspaced:
        mend = f"write `{unspaced[1]}: {unspaced[2].strip()}`"
        return joined, unspaced.start(2) - 1, "there is no space after the colon", mend
    own, above = _indent(lines[line]), _indent(lines[joined])
    if own > above:
        mend = f"begin it in column {above + 1}, like the line above; or put what stands above it in quotes"
        return line, own, "this line begins further right than the one above, which has its value already", mend
    return line, column, "this `:` cannot stand here", "begin keys that belong together in the same column"


def _no_colon(lines: Sequence[str], start: _Spot) -> _Said:
    line = start[0]
    unspaced = _UNSPACED.match(lines[line])
    if unspaced:
        mend = f"write `{unspaced[1]}: {unspaced[2].strip()}`"
        return line, unspaced.start(2) - 1, "there is no space after the colon", mend
    mend = "write `key: value`; indent it further if it goes on with the text above"
    return line, _indent(lines[line]), "this line is no `key: value`", mend


def _bracket(said: str, lines: Sequence[str], at: _Spot, start: _Spot) -> _Said:
    line, column = at
    close = "]" if "']'" in said else "}"
    text = lines[line]
    open = lines[start[0]][start[1] : start[1] + 1]
    if line != start[0] and close not in lines[start[0]][start[1] :]:
        return *start, f"`{open}` opens here and is not closed", f"add `{close}`"
    if text[column : column + 1] == ":" or (column and text[column - 1 : column] == ":"):
        return line, column, "a `:` with a space after it stands inside a text", f"{QUOTE} that holds `:` or `,`"
    if line != start[0] or column >= len(text.rstrip()) - 1:
        return *start, f"`{open}` opens here and is not closed", f"add `{close}`"
    return line, column, f"a `,` or the closing `{close}` is missing before this", f"add it, or {QUOTE}"


def _block(said: str, lines: Sequence[str], at: _Spot, start: _Spot) -> _Said:
    line, column = at
    text = lines[line]
    if text[:column].strip() and _KEY.match(text):
        value = re.sub(r"^\s*(- +)?[\w-]+:\s+", "", text).strip()
        if value[:1] in "\"'":
            mend = "put the whole text in one pair of quotes; inside single quotes write '' for an apostrophe"
            return line, column, "something follows a text that is in quotes already", mend
        if value[:1] in "{[":
            return line, column, "something follows the closing bracket", f"remove it, or {QUOTE}"
    if "'-' indicator" in said:
        mend = "begin each item with `- `, or move this line to the left, under the key it belongs to"
        return line, column, "a list stands above, and this is no item of it", mend
    if text.lstrip().startswith("- "):
        return line, column, "a list item stands among keys", "move it under the key it belongs to, two spaces in"
    mend = f"begin it in the column of the lines it belongs to, such as column {start[1] + 1} of line {start[0] + 1}"
    return line, column, "this line begins in a column where nothing else begins", mend


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
