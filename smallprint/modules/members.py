"""The inputs, figures and steps of one scope in, their source as members of a generated class out."""

from __future__ import annotations

from typing import assert_never

from smallprint.in_words import in_words
from smallprint.infer import Inference
from smallprint.kinds import UNKNOWN, Kind
from smallprint.link import step_kind
from smallprint.model import Figure, Input, Rule, Version, WordList
from smallprint.model.steps import Apply, Case, Cases, Detect, How, Requirements, Solve, Step
from smallprint.model.tree import Formula, Number
from smallprint.modules.formula import PythonFormula
from smallprint.modules.layout import WIDTH, call, literal, mapping, quoted, strings, tuple_of
from smallprint.places import Text
from smallprint.scope import Scope

_TYPES = {
    "money": "Decimal",
    "rate": "Decimal",
    "number": "Decimal",
    "count": "int",
    "days": "int",
    "months": "int",
    "date": "date",
    "yesno": "bool",
    "choice": "str",
    "verdict": "str",
    "text": "str",
    "bands": "Bands",
    "list": "Findings",
}
_HOME = {
    "Decimal": "decimal",
    "date": "datetime",
    "Bands": "calculators.runtime.values",
    "Findings": "calculators.runtime.values",
}
# The classes a generated module can import: no rule or reading can be one of them.
CLASSES = frozenset(
    (
        *("Decimal", "Bands", "Band", "Findings", "Rule", "Input", "Figure", "Step", "Version", "Period", "Reading"),
        *("Must", "Requirement", "Detection", "Chart", "Line"),
    )
)
_RULE = "calculators.runtime.rule"
_QUESTIONS = "calculators.runtime.questions"
_VALUES = "calculators.runtime.values"
INDENT = "    "
DEEP = INDENT * 2


def class_name(id: str) -> str:
    """`service-fee` as `ServiceFee`; a digit at the start gets a letter before it."""
    name = "".join(part.capitalize() for part in id.split("-"))
    return name if name[:1].isalpha() else f"R{name}"


def module_name(id: str) -> str:
    """`service-fee` as `service_fee`."""
    return id.replace("-", "_")


class Members:
    """Writes members; what they need imported goes into `imports` as (module, name)."""

    def __init__(self, scope: Scope, rules: dict[str, Rule], imports: set[tuple[str, str]]) -> None:
        self.scope = scope
        self.imports = imports
        self.formula = PythonFormula(Inference(lambda name: step_kind(scope, name, rules)), imports)

    def input(self, asked: Input) -> str:
        """One input, and the methods that test its conditions."""
        arguments = [
            quoted(asked.kind),
            quoted(asked.ask),
            f"line={asked.name.place.line}",
            f"noun={quoted(asked.noun)}",
        ]
        for key in ("why", "per", "default"):
            if getattr(asked, key):
                arguments.append(f"{key}={quoted(getattr(asked, key))}")
        if asked.optional:
            arguments.append("optional=True")
        if asked.options:
            arguments.append(f"options={mapping(asked.options)}")
        for key in ("at_least", "at_most"):
            if getattr(asked, key) is not None:
                arguments.append(f"{key}={self.constant(getattr(asked, key))}")
        tests = []
        if asked.musts:
            self.imports.add((_QUESTIONS, "Must"))
            rows = []
            for number, must in enumerate(asked.musts, 1):
                test = f"{asked.name}_must_{number}"
                line = must.that.text.place.line
                rows.append(f"Must({quoted(test)}, {quoted(must.otherwise)}, {strings(must.about)}, {line})")
                held = self.formula.source(must.that.tree)
                tests.append(f"{INDENT}def {test}(self) -> bool:\n{DEEP}return {held}  # line {line}")
            arguments.append(f"musts={tuple_of(rows)}")
        self.imports.add((_QUESTIONS, "Input"))
        return "\n\n".join([call(f"{asked.name} = Input[{self.type(asked.kind)}]", arguments, INDENT), *tests])

    def figure(self, figure: Figure) -> str:
        """One figure with its versions."""
        self.imports |= {(_RULE, "Figure"), (_RULE, "Version"), ("datetime", "date")}
        arguments = [quoted(figure.kind), quoted(figure.label)]
        arguments += [self.version(version) for version in figure.versions]
        arguments.append(f"line={figure.name.place.line}")
        if figure.options:
            arguments.append(f"options={mapping(figure.options)}")
        return call(f"{figure.name} = Figure[{self.type(figure.kind)}]", arguments, INDENT)

    def version(self, version: Version) -> str:
        """One dated value."""
        value = "None" if version.value is None else self.constant(version.value)
        parts = [
            literal(version.start),
            literal(version.until),
            value,
            strings(version.sources),
            str(version.place.place.line),
        ]
        if version.note:
            parts.append(f"note={quoted(version.note)}")
        if version.value is None:
            parts.append(f"unknown={quoted(version.unknown or version.none)}")
        return f"Version({', '.join(parts)})"

    def constant(self, value: object) -> str:
        """A literal, with what it needs imported."""
        source = literal(value)
        for name in ("Decimal", "date", "Bands", "Band"):
            if f"{name}(" in source:
                self.imports.add((_HOME.get(name, _VALUES), name))
        return source

    def word_list(self, words: WordList) -> str:
        """A word list, as a constant of the class."""
        line = f"{INDENT}{words.name} = {strings(words.words)}"
        return line if len(line) <= WIDTH else call(f"{words.name} = ", [quoted(word) for word in words.words], INDENT)

    def step(self, step: Step, kind: Kind) -> str:
        """One step as a decorated method."""
        self.imports.add((_RULE, "step"))
        arguments = [quoted(step.kind), quoted(step.label), f"line={step.name.place.line}"]
        if options := step.options or _items(step.how):
            arguments.append(f"options={mapping(options)}")
        if step.start is not None:
            self.imports.add(("datetime", "date"))
            arguments.append(f"start={literal(step.start)}")
        head = call("@step", arguments, INDENT)
        return f"{head}\n{INDENT}def {step.name}(self) -> {self.type(step.kind)}:\n{self.body(step, kind)}"

    def body(self, step: Step, kind: Kind) -> str:
        """The method's statements."""
        match step.how:
            case Cases(cases):
                return self.cases(cases, step, kind)
            case Requirements():
                return self.requirements(step.how)
            case Detect():
                return self.detect(step.how)
            case Apply(rule=other, step=taken, instead=instead, because=because, sources=sources):
                pairs = [f"{key}={self.formula.source(formula.tree)}" for key, formula in instead]
                applied = call("self.ask_other", [class_name(other), *pairs], "").strip()
                value = f"self.take({applied}, {class_name(other)}.{taken})"
                names = tuple(name.id for _, formula in instead for name in formula.names())
                words = f"as {_spoken(other)} works it out"
                return self.so(DEEP, value, words, because, names, sources)
            case Solve():
                return self.solve(step.how)
        assert_never(step.how)

    def solve(self, how: Solve) -> str:
        """The smallest amount for which another rule's step is enough."""
        self.imports |= {("calculators.runtime.money", "smallest_amount"), ("decimal", "Decimal")}
        other = class_name(how.rule)
        lines = [
            f"{DEEP}def enough(amount: Decimal) -> Decimal:",
            f"{DEEP}{INDENT}return self.probe({other}, {other}.{how.step}, {how.unknown}=amount)",
            "",
        ]
        goal = self.formula.source(how.at_least.tree)
        words = f"the smallest amount that leaves at least {self.words(how.at_least)}"
        names = tuple(name.id for name in how.at_least.names())
        said = self.so(DEEP, f"smallest_amount(enough, {goal})", words, how.because, names, how.sources)
        return "\n".join([*lines, said])

    def cases(self, cases: tuple[Case, ...], step: Step, kind: Kind) -> str:
        """Branches in order; the first that applies counts."""
        lines = []
        seen: list[Formula] = []
        for case in cases:
            indent = DEEP
            if case.when is not None:
                seen.append(case.when)
                lines.append(f"{DEEP}if {self.formula.source(case.when.tree)}:  # line {case.place.place.line}")
                indent += INDENT
            value = self.case_value(case, kind)
            formulas = [*seen, *([case.gives] if case.gives else [])]
            used = tuple(dict.fromkeys(name.id for formula in formulas for name in formula.names()))
            words = self.words(case.gives, kind) if case.gives else ""
            rounded = step.round == "cent" and case.gives is not None
            lines.append(self.so(indent, value, words, case.because, used, case.sources, rounded))
        return "\n".join(lines)

    def case_value(self, case: Case, kind: Kind) -> str:
        """The expression of one branch."""
        if case.says is not None:
            self.imports.add(("calculators.runtime.words", "fill"))
            return f"fill(self, {quoted(case.says)})"
        assert case.gives is not None
        return self.formula.value(case.gives.tree, kind)

    def requirements(self, how: Requirements) -> str:
        """Every requirement is tested, so that all that is missing is asked at once."""
        self.imports |= {("calculators.runtime.lists", "failing"), ("calculators.runtime.lists", "Requirement")}
        rows = []
        for requirement in how.requirements:
            test = f"lambda: {self.formula.source(requirement.that.tree)}"
            parts = [quoted(requirement.id), test, quoted(requirement.otherwise), strings(requirement.sources)]
            rows.append(f"Requirement({', '.join(parts)})")
        names = tuple(dict.fromkeys(n.id for r in how.requirements for n in r.that.names()))
        found = call("found = failing", ["self", *rows], DEEP)
        words = "the requirements that are not met"
        return f"{found}\n{self.so(DEEP, 'found', words, how.because, names, how.sources)}"

    def detect(self, how: Detect) -> str:
        """Detectors run over a text input."""
        self.imports |= {("calculators.runtime.detect", "detect"), ("calculators.runtime.detect", "Detection")}
        rows = []
        for detection in how.detections:
            pairs = tuple_of(
                f"({quoted(name)}, {tuple_of(f'self.{words}' for words in lists)})"
                for name, lists in detection.detectors
            )
            parts = [quoted(detection.id), pairs, quoted(detection.otherwise), strings(detection.sources)]
            rows.append(f"Detection({', '.join(parts)})")
        found = call("found = detect", [f"self.{how.text_input}", tuple_of(rows)], DEEP)
        words = f"what stands in {self.label(str(how.text_input))}"
        return f"{found}\n{self.so(DEEP, 'found', words, how.because, (str(how.text_input),), how.sources)}"

    def so(
        self,
        indent: str,
        value: str,
        words: str,
        because: str,
        names: tuple[str, ...],
        sources: tuple[Text, ...],
        rounded: bool = False,
    ) -> str:
        """`return self.so(...)`, or `to_the_cent` where the value is rounded; trailing empty arguments are left out."""
        arguments = [value, quoted(words), quoted(because), strings(names), strings(sources)]
        while arguments[-1] in ('""', "()") and len(arguments) > 2:
            arguments.pop()
        return call(f"return self.{'to_the_cent' if rounded else 'so'}", arguments, indent)

    def words(self, formula: Formula, kind: Kind = UNKNOWN) -> str:
        """A formula as a reader would say it; a plain number of dollars as money."""
        if isinstance(formula.tree, Number) and kind.name == "money":
            return f"${formula.tree.value}.00"
        return in_words(formula.tree, self.label)

    def label(self, name: str) -> str:
        """How a reader knows a member."""
        if name in self.scope.inputs:
            return str(self.scope.inputs[name].noun)
        if name in self.scope.figures:
            return str(self.scope.figures[name].label)
        return str(self.scope.steps[name].label)

    def type(self, kind: str) -> str:
        """The Python type of a kind, imported."""
        found = _TYPES[kind]
        if found in _HOME:
            self.imports.add((_HOME[found], found))
        return found


def _items(how: How) -> dict[str, str]:
    """What a list can have in it: the ids, each in words."""
    match how:
        case Requirements(requirements=listed) | Detect(detections=listed):
            return {str(one.id): _spoken(one.id) for one in listed}
    return {}


def _spoken(id: str) -> str:
    return id.replace("-", " ").replace("_", " ")
