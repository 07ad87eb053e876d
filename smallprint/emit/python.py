"""A checked rule in, the source of its calculator module out: the same to the byte, with every fact's YAML line."""

from __future__ import annotations

from smallprint.expected import INSTEAD, outcome
from smallprint.kinds import Kind
from smallprint.link import step_kind
from smallprint.model import Example, Policy, Reading, Rule
from smallprint.modules.charts import chart
from smallprint.modules.layout import call, literal, quoted, strings
from smallprint.modules.members import Members, class_name, module_name
from smallprint.scope import Scope, scope_of
from smallprint.uses import applied_rules, steps_everywhere

PACKAGE = "calculators.rules"
FOLDER = "calculators/rules"


def emit_python(policy: Policy) -> dict[str, str]:
    """Every file of `calculators/rules/`, by its path in the project."""
    rules = {str(rule.id): rule for rule in policy.rules}
    files = {f"{FOLDER}/{module_name(rule.id)}.py": _module(rule, rules, policy) for rule in policy.rules}
    files[f"{FOLDER}/__init__.py"] = _registry(policy)
    return dict(sorted(files.items()))


def emit_rule(rule: Rule, policy: Policy) -> str:
    """The source of one rule's module."""
    return _module(rule, {str(other.id): other for other in policy.rules}, policy)


def _module(rule: Rule, rules: dict[str, Rule], policy: Policy) -> str:
    imports = {("calculators.runtime.rule", "Reading"), ("calculators.runtime.rule", "Rule"), ("typing", "ClassVar")}
    body = [_main_class(rule, rules, imports)]
    classes = [class_name(rule.id)]
    for reading in rule.readings:
        if reading.standing != "adopted":
            body.append(_reading_class(rule, reading, rules, imports))
            classes.append(class_name(reading.id))
    for other in sorted(set(applied_rules(steps_everywhere(rule)))):
        imports.add((f"{PACKAGE}.{module_name(other)}", class_name(other)))
    ending = f"READINGS = ({', '.join(classes)}{',' if len(classes) == 1 else ''})\n"
    return "\n\n\n".join([_head(rule, policy) + "\n\n" + _imports(imports), *body, ending])


def _head(rule: Rule, policy: Policy) -> str:
    cited = sorted({str(source) for f in rule.figures for v in f.versions for source in v.sources})
    lines = [f'"""{_plain(rule.question)}', "", _plain(rule.short), ""]
    lines += [f"Written from {rule.path} by `python -m smallprint build`: change that file, not this one.", ""]
    if cited:
        lines.append("Its figures are published by:")
        lines += [f"- {source}: {_plain(policy.sources[source].title)}" for source in cited]
        lines.append("")
    lines += ["Worked examples:", "", "    >>> from calculators.runtime.worked import worked"]
    for example in rule.examples:
        lines += ["", f"{_plain(example.title)}:", *_doctest(example, rule)]
    return "\n".join([*lines, '"""'])


def _doctest(example: Example, rule: Rule) -> list[str]:
    names = [quoted(name) for name, _ in example.expect if name not in INSTEAD]
    arguments = ["READINGS", *names] + [f"{name}={quoted(value)}" for name, value in example.given]
    if example.reading:
        arguments.append(f"reading={quoted(example.reading)}")
    lines = [f"    >>> worked({', '.join(arguments)})", f"    {outcome(example, rule)!r}"]
    return [line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"') for line in lines]


def _plain(text: str) -> str:
    # A text must neither end the docstring it stands in nor be taken for an example to run.
    spaced = " ".join(str(text).split()).replace("\\", "\\\\").replace(">>>", "> > >")
    return spaced.replace('"""', "'''").rstrip('"')


def _imports(imports: set[tuple[str, str]]) -> str:
    modules: dict[str, set[str]] = {}
    for module, name in imports:
        modules.setdefault(module, set()).add(name)
    groups: list[list[str]] = [[], []]
    for module in sorted(modules):
        names = sorted(modules[module], key=lambda name: (not name.isupper(), name[0].islower(), name))
        line = f"from {module} import {', '.join(names)}"
        groups["." in module].append(line)
    return "\n\n".join("\n".join(group) for group in groups if group)


def _main_class(rule: Rule, rules: dict[str, Rule], imports: set[tuple[str, str]]) -> str:
    scope = scope_of(rule)
    members = Members(scope, rules, imports)
    parts = [_facts(rule, imports)]
    parts += [members.input(asked) for asked in rule.inputs]
    parts += [members.figure(figure) for figure in rule.figures]
    parts += [members.word_list(words) for words in rule.lists]
    parts += [members.step(step, _kind(scope, str(step.name), rules)) for step in rule.steps]
    doc = f'    """{_plain(rule.question)} The reading adopted: {_lower(rule.adopted.title)}."""'
    return "\n\n".join([f"class {class_name(rule.id)}(Rule):\n{doc}", *parts])


def _reading_class(rule: Rule, reading: Reading, rules: dict[str, Rule], imports: set[tuple[str, str]]) -> str:
    scope = scope_of(rule, reading)
    members = Members(scope, rules, imports)
    parts = ["\n".join([*_own_answers(reading), _reading(reading, imports)])]
    parts += [members.figure(figure) for figure in reading.figures]
    parts += [members.step(step, _kind(scope, str(step.name), rules)) for step in reading.steps]
    doc = f'    """{_plain(reading.title)}: a reading that is {reading.standing}."""'
    return "\n\n".join([f"class {class_name(reading.id)}({class_name(rule.id)}):\n{doc}", *parts])


def _own_answers(reading: Reading) -> list[str]:
    lines = [f"    answers = {strings(reading.answers)}"] if reading.answers else []
    return lines + ([f"    sentence = {quoted(reading.answer)}"] if reading.answer else [])


def _facts(rule: Rule, imports: set[tuple[str, str]]) -> str:
    lines = [
        f"    id = {quoted(rule.id)}",
        f"    question = {quoted(rule.question)}",
        f"    short = {quoted(rule.short)}",
        f"    sentence = {quoted(rule.answer)}",
        f"    policy_file = {quoted(rule.path)}",
        f"    dated_by = {quoted(rule.dated_by)}",
        f"    answers: ClassVar[tuple[str, ...]] = {strings(rule.answers)}",
    ]
    if rule.periods:
        imports |= {("calculators.runtime.rule", "Period"), ("datetime", "date")}
        lines.append("    periods = (")
        for period in rule.periods:
            arguments = [
                literal(period.start),
                literal(period.until),
                strings(period.sources),
                str(period.place.place.line),
            ]
            arguments += [
                f"{key}={quoted(text)}" for key, text in (("unknown", period.unknown), ("note", period.note)) if text
            ]
            lines.append(call("Period", arguments, "        ", ","))
        lines.append("    )")
    lines.append(_reading(rule.adopted, imports))
    if rule.charts:
        imports.add(("calculators.runtime.charts", "Chart"))
        lines += ["    charts = (", *(chart(one, rule, imports) for one in rule.charts), "    )"]
    return "\n".join(lines)


def _reading(reading: Reading, imports: set[tuple[str, str]]) -> str:
    arguments = [quoted(text) for text in (reading.id, reading.title, reading.standing, reading.because)]
    arguments += [strings(reading.held_by), str(reading.id.place.line)]
    for key, day in (("start", reading.start), ("until", reading.until)):
        if day is not None:
            imports.add(("datetime", "date"))
            arguments.append(f"{key}={literal(day)}")
    return call("reading = Reading", arguments, "    ")


def _kind(scope: Scope, name: str, rules: dict[str, Rule]) -> Kind:
    return step_kind(scope, name, rules)


def _lower(text: str) -> str:
    return _plain(text[:1].lower() + text[1:]).rstrip(".")


def _registry(policy: Policy) -> str:
    lines = ['"""Which module answers which rule; written by `python -m smallprint build`."""', "", "RULES = {"]
    lines += [
        f"    {quoted(rule.id)}: {quoted(module_name(rule.id))}," for rule in sorted(policy.rules, key=lambda r: r.id)
    ]
    return "\n".join([*lines, "}", ""])
