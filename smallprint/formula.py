"""A formula's text in, a small tree out: a closed subset of Python's expressions, parsed, never run as text."""

from __future__ import annotations

import ast
import re

from smallprint.library import FUNCTIONS
from smallprint.model.tree import Arithmetic, Call, Choose, Compare, Formula, Logic, Name, Not, Number, Quoted, Tree
from smallprint.places import Place, Text
from smallprint.problems import Problem, did_you_mean

MOST_CHARACTERS = 400
MOST_NESTING = 6
MOST_DEPTH = 60
UNREAD = ""  # the function of a formula that could not be read


def parse(text: Text) -> tuple[Formula, list[Problem]]:
    """The formula and what is wrong with it; one that cannot be read is `UNREAD` of the names that stand in it."""
    tree, problems = _parsed(text)
    if tree is None or problems:
        words = re.finditer(r"(?<![\w.\"'])[a-z]\w*(?![\w(\"'])", text[:MOST_CHARACTERS])
        tree = Call(UNREAD, tuple(Name(word[0], text.part(word.start(), len(word[0]))) for word in words), text.place)
    return Formula(text, tree), problems


def _parsed(text: Text) -> tuple[Tree | None, list[Problem]]:
    if len(text) > MOST_CHARACTERS:
        return None, [_wrong(text, f"a formula of more than {MOST_CHARACTERS} characters", "split it into steps")]
    if _nesting(text) > MOST_NESTING:
        return None, [_wrong(text, f"brackets nested deeper than {MOST_NESTING}", "split it into steps")]
    if any(sign in text for sign in "“”„‘’%"):  # Python would read some of them
        return None, [_not_a_formula(text, ValueError())]
    try:
        parsed = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        return None, [_not_a_formula(text, error)]
    if _depth(parsed) > MOST_DEPTH:
        return None, [_wrong(text, f"parts nested deeper than {MOST_DEPTH}", "split it into steps")]
    lowering = _Lowering(text)
    return lowering.lower(parsed), lowering.problems


def _depth(parsed: ast.AST) -> int:
    """How deep Python's tree is, found without going deep."""
    depth, level = 0, [parsed]
    while level:
        depth += 1
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return depth


_ARITHMETIC: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_COMPARE: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}


class _Lowering:
    """Turns Python's tree into ours; everything not listed here is refused with its place."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.indent = len(text) - len(text.lstrip())
        self.problems: list[Problem] = []

    def lower(self, node: ast.expr) -> Tree | None:
        at = self.place(node)
        match node:
            case ast.Name(id=name):
                return Name(name, at)
            case ast.Constant(value=value):
                return self.constant(value, at, self.written(node))
            case ast.Call():
                return self.call(node, at)
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _ARITHMETIC:
                return self.pair(Arithmetic, _ARITHMETIC[type(operator)], left, right, at)
            case ast.Compare(left=left, ops=[only], comparators=[right]) if type(only) in _COMPARE:
                return self.pair(Compare, _COMPARE[type(only)], left, right, at)
            case ast.Compare():
                return self.refuse(at, "one comparison at a time", "join two with `and`: `a <= b and b <= c`")
            case ast.BoolOp(op=joined, values=values):
                parts = [self.lower(value) for value in values]
                return Logic("and" if isinstance(joined, ast.And) else "or", tuple(p for p in parts if p), at)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                part = self.lower(operand)
                return Not(part, at) if part else None
            case ast.IfExp(test=test, body=body, orelse=orelse):
                when, then, otherwise = self.lower(test), self.lower(body), self.lower(orelse)
                return Choose(when, then, otherwise, at) if when and then and otherwise else None
        mend = "a formula has names, + - * /, comparisons, and, or, not, `a if c else b`, and the language's functions"
        return self.refuse(at, f"`{self.written(node)}` is not part of the formula language", mend)

    def constant(self, value: object, at: Place, written: str) -> Tree | None:
        if isinstance(value, str):
            return Quoted(value, at)
        if type(value) is int and written in ("0", "1"):
            return Number(value, at)
        if isinstance(value, bool):
            return self.refuse(at, f"`{value}` is not used here", "leave the case's condition out, or name an input")
        mend = f"name it: add a figure with `is: {written}`, its date and its source, and use the name here"
        return self.refuse(at, f"the bare number {written} has no date and no source", mend, "POL212")

    def call(self, node: ast.Call, at: Place) -> Tree | None:
        if not isinstance(node.func, ast.Name):
            return self.refuse(at, f"`{self.written(node.func)}` is not a function of the language", "write a name")
        name = node.func.id
        if name not in FUNCTIONS:
            place = self.place(node.func)
            known = "the functions are: " + ", ".join(sorted(FUNCTIONS))
            self.problems.append(
                Problem("POL213", f"there is no function `{name}`", place, did_you_mean(name, FUNCTIONS), known)
            )
            return None
        if node.keywords or any(isinstance(a, ast.Starred) for a in node.args):
            return self.refuse(at, f"`{name}` takes its values in order, without `=` or `*`", "leave the names out")
        arguments = [self.lower(argument) for argument in node.args]
        return Call(name, tuple(a for a in arguments if a), at)

    def pair(
        self, kind: type[Arithmetic] | type[Compare], op: str, left: ast.expr, right: ast.expr, at: Place
    ) -> Tree | None:
        first, second = self.lower(left), self.lower(right)
        return kind(op, first, second, at) if first and second else None

    def refuse(self, at: Place, message: str, mend: str, code: str = "POL211") -> Tree | None:
        self.problems.append(Problem(code, message, at, help=mend))
        return None

    def written(self, node: ast.expr) -> str:
        return (ast.get_source_segment(self.text.strip(), node) or "")[:60]

    def place(self, node: ast.expr) -> Place:
        start = _characters(self.text.strip(), node.lineno, node.col_offset)
        end = _characters(self.text.strip(), node.end_lineno or node.lineno, node.end_col_offset or 0)
        return self.text.part(self.indent + start, end - start)


def _characters(text: str, line: int, utf8_offset: int) -> int:
    """Python counts columns in UTF-8 bytes from the line's start; we count characters from the text's start."""
    lines = text.split("\n")
    before = sum(len(previous) + 1 for previous in lines[: line - 1])
    return before + len(lines[line - 1].encode()[:utf8_offset].decode(errors="ignore"))


def _nesting(text: str) -> int:
    depth = deepest = 0
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        deepest = max(deepest, depth)
    return deepest


def _wrong(text: Text, message: str, mend: str) -> Problem:
    return Problem("POL211", message, text.place, help=mend)


_SIGNS = {
    "“": 'straight quotes: `"`', "”": 'straight quotes: `"`', "„": 'straight quotes: `"`', "‘": 'straight quotes: `"`',
    "’": 'straight quotes: `"`', "×": "`*`", "÷": "`/`", "−": "`-`", "–": "`-`", "≤": "`<=`", "≥": "`>=`", "≠": "`!=`",
    "%": "the name of a figure: `amount * share`", "$": "the name of a figure", "^": "`*`", "&": "`and`", "|": "`or`",
}  # fmt: skip
_ADVICE = 'write it like `amount * flat_rate`; put ids in quotes: `contract == "hourly"`'


def _not_a_formula(text: Text, error: BaseException) -> Problem:
    for at, character in enumerate(text):
        if character in _SIGNS:
            message = f"`{character}` is not used in formulas"
            return Problem("POL210", message, text.part(at, 1), help=f"write {_SIGNS[character]}")
    single = re.search(r"(?<![=<>!])=(?!=)", text)
    if single:
        return Problem("POL210", "one `=` compares nothing", text.part(single.start(), 1), help="write two: `==`")
    if text.count("(") > text.count(")"):
        mend = "close it; inside { } put a formula that has a comma in quotes"
        return Problem("POL210", "a bracket is not closed", text.part(text.rindex("("), 1), help=mend)
    if "\n" not in text and isinstance(error, SyntaxError) and error.offset:
        start = min(max(0, error.offset - 1), max(0, len(text) - 1))
        return Problem("POL210", "this formula cannot be read from here on", text.part(start, 1), help=_ADVICE)
    return Problem("POL210", "this formula cannot be read", text.place, help=_ADVICE)
