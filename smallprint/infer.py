"""A formula and its scope in, its kind out, with a problem and its column for every clash of kinds or units."""

from __future__ import annotations

from collections.abc import Callable

from smallprint.formula import UNREAD
from smallprint.kinds import LITERAL, NUMERIC, UNKNOWN, YESNO, Kind, added, kind_of, multiplied, unify
from smallprint.library import FUNCTIONS, WEEKDAYS
from smallprint.model.tree import Arithmetic, Call, Choose, Compare, Logic, Name, Not, Number, Quoted, Tree
from smallprint.places import Place
from smallprint.problems import Problem, did_you_mean

type Lookup = Callable[[str], Kind]


class Inference:
    """Infers kinds. `lookup` gives a name's kind, UNKNOWN for one that is not known (reported elsewhere)."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.problems: list[Problem] = []

    def kind(self, tree: Tree) -> Kind:
        """The kind of a formula; UNKNOWN where a problem was found in it."""
        match tree:
            case Name():
                return self.lookup(tree.id)
            case Number():
                return LITERAL
            case Quoted():
                return Kind("quoted", (), (tree.text,))
            case Call():
                return self._call(tree)
            case Arithmetic():
                return self._arithmetic(tree)
            case Compare():
                return self._compare(tree)
            case Logic():
                for part in tree.parts:
                    self.condition(part)
                return YESNO
            case Not():
                self.condition(tree.part)
                return YESNO
            case Choose():
                self.condition(tree.when)
                return self._same(tree.at, self.kind(tree.then), self.kind(tree.otherwise), "the two values")

    def condition(self, tree: Tree) -> None:
        """The formula has to be a yes or no."""
        found = self.kind(tree)
        if found not in (YESNO, UNKNOWN):
            self._clash(tree.at, f"a condition is yes or no, this is {found}", "compare it with something: `… > limit`")

    def _arithmetic(self, tree: Arithmetic) -> Kind:
        left, right = self.kind(tree.left), self.kind(tree.right)
        if tree.op in "+-":
            result = added(left, right)
            if result is None:
                return self._no_sum(tree, left, right)
        else:
            result = multiplied(left, right, 1 if tree.op == "*" else -1)
            if result is None:
                verb = "multiplied" if tree.op == "*" else "divided"
                mend = "only amounts, rates and counts can be, and dollars times dollars mean nothing"
                return self._clash(tree.at, f"{left} and {right} cannot be {verb}", mend)
        return result

    def _no_sum(self, tree: Arithmetic, left: Kind, right: Kind) -> Kind:
        verb = f"{left} plus {right}" if tree.op == "+" else f"{left} minus {right}"
        mend = "both sides have to be of one kind and unit"
        if "date" in (left.name, right.name):
            mend = "use add_days(date, days), add_months(date, months), days_between(a, b) or months_between(a, b)"
        if "literal" in (left.name, right.name):
            mend = "name the number: a figure with its unit, date and source"
        return self._clash(tree.at, f"{verb} is not possible", mend)

    def _compare(self, tree: Compare) -> Kind:
        left, right = self.kind(tree.left), self.kind(tree.right)
        both = unify(left, right)
        ordered = both is not None and both.name in (*NUMERIC, "date", "?")
        if both is None or (left.name in NUMERIC and not self._same_units(left, right)):
            self._clash(tree.at, f"{left} cannot be compared with {right}", "compare values of one kind and unit")
        elif tree.op not in ("==", "!=") and not ordered:
            self._clash(tree.at, f"{both} has no order", "use == or !=")
        elif both == YESNO:
            self._clash(tree.at, "a yes or no is not compared", "use the name alone, or `not` before it")
        else:
            for side, other in ((tree.left, right), (tree.right, left)):
                self._known_option(side, other)
        return YESNO

    @staticmethod
    def _same_units(left: Kind, right: Kind) -> bool:
        return "literal" in (left.name, right.name) or left.units == right.units or UNKNOWN in (left, right)

    def _known_option(self, side: Tree, other: Kind) -> None:
        if isinstance(side, Quoted) and other.name in ("choice", "verdict") and side.text not in other.options:
            known = "the options are: " + ", ".join(other.options)
            label = did_you_mean(side.text, other.options)
            self.problems.append(Problem("POL222", f'"{side.text}" is not an option', side.at, label, known))

    def _call(self, tree: Call) -> Kind:
        if tree.function == UNREAD:
            return UNKNOWN
        function = FUNCTIONS[tree.function]
        takes = function.takes
        if takes[-1].endswith("*"):
            takes = (*takes[:-1], *[takes[-1][:-1]] * (len(tree.arguments) - len(takes) + 1))
            enough = len(tree.arguments) >= 2
        else:
            enough = len(takes) == len(tree.arguments)
        if not enough:
            wanted = ", ".join(function.takes).replace("same*", "value, value …").replace("same", "value")
            return self._clash(tree.at, f"`{tree.function}` takes ({wanted})", function.about, "POL223")
        same = UNKNOWN if "same" not in takes else None
        for wanted, argument in zip(takes, tree.arguments, strict=True):
            same = self._argument(tree.function, wanted, argument, same)
        if function.gives == "quotient":
            return multiplied(same or UNKNOWN, LITERAL, -1) or UNKNOWN
        return (same or UNKNOWN) if function.gives == "same" else kind_of(function.gives)

    def _argument(self, function: str, wanted: str, argument: Tree, same: Kind | None) -> Kind | None:
        if wanted == "any":
            if not isinstance(argument, Name):
                self._clash(argument.at, f"`{function}` takes the name of an input", "write the name alone", "POL223")
            return same
        if wanted == "quoted":
            if not isinstance(argument, Quoted):
                self._clash(argument.at, f"`{function}` takes an id in quotes here", 'write it as "id"', "POL223")
            elif function == "next_weekday" and argument.text not in WEEKDAYS:
                self._clash(argument.at, f'"{argument.text}" is not a weekday', f"use one of: {', '.join(WEEKDAYS)}")
            return same
        found = self.kind(argument)
        if wanted == "same":
            if same in (None, UNKNOWN):
                return found
            assert same is not None
            return self._same(argument.at, same, found, "its values")
        if found.name not in (wanted, "?"):
            self._clash(
                argument.at, f"`{function}` takes {kind_of(wanted)} here, this is {found}", FUNCTIONS[function].about
            )
        return same

    def _same(self, at: Place, left: Kind, right: Kind, what: str) -> Kind:
        both = unify(left, right)
        if both is None:
            return self._clash(
                at, f"{what} are of different kinds: {left} and {right}", "give values of one kind and unit"
            )
        return both

    def _clash(self, at: Place, message: str, mend: str, code: str = "POL221") -> Kind:
        self.problems.append(Problem(code, message, at, help=mend))
        return UNKNOWN
