"""A formula in, the Python expression that works it out on a rule's object out."""

from __future__ import annotations

from typing import assert_never

from smallprint.infer import Inference
from smallprint.kinds import EXACT, UNKNOWN, Kind
from smallprint.library import FUNCTIONS
from smallprint.model.tree import Arithmetic, Call, Choose, Compare, Logic, Name, Not, Number, Quoted, Tree
from smallprint.modules.layout import quoted


class PythonFormula:
    """Writes formulas of one scope; `imports` collects what the module has to import, as (module, name)."""

    def __init__(self, inference: Inference, imports: set[tuple[str, str]]) -> None:
        self.inference = inference
        self.imports = imports

    def value(self, tree: Tree, wanted: Kind) -> str:
        """The expression, as a value of the wanted kind."""
        found = self.inference.kind(tree)
        source = self.source(tree, wanted.name in EXACT)
        if wanted.name in EXACT and found.name in ("count", "days", "months"):
            self.imports.add(("decimal", "Decimal"))
            return f"Decimal({source})"
        return source

    def source(self, tree: Tree, exact: bool = False) -> str:
        """The expression; `exact` where a plain 0 or 1 stands for a Decimal."""
        match tree:
            case Name(id=name):
                return f"self.{name}"
            case Number(value=value):
                if not exact:
                    return str(value)
                self.imports.add(("decimal", "Decimal"))
                return f"Decimal({value})"
            case Quoted(text=text):
                return quoted(text)
            case Call():
                return self._call(tree)
            case Arithmetic(op=op, left=left, right=right):
                return self._arithmetic(op, left, right)
            case Compare(op=op, left=left, right=right):
                return f"{self._inner(left)} {op} {self._inner(right)}"
            case Logic(op=op, parts=parts):
                return f" {op} ".join(self._inner(part, Logic, Choose) for part in parts)
            case Not(part=part):
                return f"not {self._inner(part, Logic, Choose, Compare)}"
            case Choose(when=when, then=then, otherwise=otherwise):
                found = self.inference.kind(tree)
                first, second = self.value(then, found), self.value(otherwise, found)
                return f"({first} if {self.source(when)} else {second})"
        assert_never(tree)

    def _arithmetic(self, op: str, left: Tree, right: Tree) -> str:
        if op == "/":
            # Python's own division of two counts would be a float.
            self.imports.add(("calculators.runtime.arithmetic", "divide"))
            return f"divide({self.source(left)}, {self.source(right)})"
        return f"{self._inner(left, Arithmetic)} {op} {self._inner(right, Arithmetic)}"

    def _inner(self, tree: Tree, *bracketed: type) -> str:
        source = self.source(tree)
        divided = isinstance(tree, Arithmetic) and tree.op == "/"
        return f"({source})" if isinstance(tree, bracketed) and not divided and not isinstance(tree, Choose) else source

    def _call(self, tree: Call) -> str:
        function = FUNCTIONS[tree.function]
        if function.module:
            self.imports.add((f"calculators.runtime.{function.module}", function.name))
        if function.name == "given":
            asked = tree.arguments[0]
            assert isinstance(asked, Name)
            return f"given(self, {quoted(asked.id)})"
        same = self.inference.kind(tree) if function.gives == "same" else UNKNOWN
        arguments = [self.value(argument, same) for argument in tree.arguments]
        if function.name == "marginal":
            arguments.append("self.parts")
        return f"{function.name}({', '.join(arguments)})"
