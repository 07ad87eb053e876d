"""Files that mean harm: each is refused, or does nothing, within a second and 200 MB, and never with a traceback."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from calculators.runtime.rule import Rule
from smallprint.problems import render
from tests.smallprint.cases import CASES, check_texts

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 1, 200
PLAIN = (CASES / "good" / "versions.yaml").read_text("utf-8").replace("rule: versions", "rule: hostile")
LISTED = (CASES / "good" / "requirements.yaml").read_text("utf-8").replace("rule: requirements", "rule: hostile")
REGISTER = (CASES / "sources.yaml").read_text("utf-8")


def steps(number: int, formula: str) -> str:
    """A chain of steps, each made from the one before."""
    made = "".join(
        f"  s{n}: {{label: S, is: '{formula.replace('LAST', f's{n - 1}' if n else 'amount')}', because: R.}}\n"
        for n in range(number)
    )
    return PLAIN.replace("steps:\n", f"steps:\n{made}").replace("is: amount * share", f"is: s{number - 1} * share")


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
FILES = {
    "alias bomb": BOMB,
    "merge keys": "a: &a {b: c}\nd: {<<: *a}\n",
    "deep lists": "rule: " + "[" * 50_000,
    "deep mappings": "rule: " + "{a: " * 20_000,
    "deep blocks": "".join(" " * n + "- \n" for n in range(500)),
    "dashes": "- " * 50_000,
    "complex keys": "? " * 50_000,
    "many keys": "".join(f"k{n}: v\n" for n in range(15_000)),
    "many unknown keys": PLAIN + "".join(f"shorts{n}: v\n" for n in range(9_000)),
    "many inputs": PLAIN.replace("inputs:\n", "inputs:\n" + "".join(f"  i{n}: {{}}\n" for n in range(9_000))),
    "many names": PLAIN.replace("is: amount * share", "is: " + " + ".join(f"x{n}" for n in range(60))),
    "too large": "rule: x\nshort: " + "x" * 300_000,
    "one long line": PLAIN + "# " + "x" * 150_000,
    "long scalar": PLAIN.replace("A tenth of the amount.", "x" * 100_000),
    "long quoted scalar": PLAIN.replace("A tenth of the amount.", '"' + "\\u0041" * 20_000 + '"'),
    "huge number": PLAIN.replace("is: 20%", "is: 1e999999999"),
    "long number": PLAIN.replace("is: 20%", "is: " + "9" * 4_000),
    "tiny number": PLAIN.replace("is: 20%", "is: 0." + "0" * 4_000 + "1%"),
    "huge amount given": PLAIN.replace("amount: 100", "amount: " + "9" * 900),
    "infinity": PLAIN.replace("is: 20%", "is: .inf"),
    "year 0": PLAIN.replace("2020-01-01", "0000-01-01"),
    "last year": PLAIN.replace("2022-12-31", "9999-12-31"),
    "long chain": steps(190, "LAST + LAST"),
    "too long a chain": steps(2_000, "LAST"),
    "wide chain": steps(40, "max(LAST, LAST, LAST) + min(LAST, LAST)"),
    "deep formula": PLAIN.replace("is: amount * share", "is: " + "(" * 190 + "amount" + ")" * 190),
    "nots": PLAIN.replace("is: amount * share", "is: " + "not " * 90 + "amount"),
    "minuses": PLAIN.replace("is: amount * share", "is: " + "-" * 390 + "amount"),
    "choices": PLAIN.replace("is: amount * share", "is: " + "amount if paid_on == paid_on else " * 10 + "amount"),
    "sums": PLAIN.replace("is: amount * share", "is: " + "a+" * 190 + "a"),
    "many conditions": LISTED.replace("that: complete", "that: " + " or ".join(f"earned > 1 * {c}" for c in "ab" * 9)),
    "nul": PLAIN.replace("A tenth", "A \0 tenth"),
    "surrogate": PLAIN.replace("A tenth of the amount.", '"\\ud800"'),
    "line separators": PLAIN.replace("A tenth", "A\u2028\u2029\x85tenth"),
    "tag": PLAIN.replace("for: [freelancer]", "for: !!python/object/apply:os.system [id]"),
    "binary": PLAIN.replace("A tenth of the amount.", "!!binary aGVsbG8="),
    "directive": "%YAML 9.9\n---\n" + PLAIN,
    "list as a key": "{[a]: b}",
    "only a scalar": "hello",
    "only a list": "- rule: x\n",
    "only a question mark": "?",
}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_or_harmless(name: str) -> None:
    checked = check_texts(hostile=FILES[name])
    text = render(checked.problems, checked.files)
    assert len(text) < 60_000
    if name not in ("one long line", "last year", "choices"):
        assert checked.problems


def test_each_within_a_second_and_200_megabytes(tmp_path: Path) -> None:
    """Every file on its own, in a process that the system itself holds to the limits."""
    folder = tmp_path / "policy" / "cases"
    folder.mkdir(parents=True)
    (tmp_path / "policy" / "sources.yaml").write_text(REGISTER, "utf-8")
    program = (
        "import sys, time; from pathlib import Path; from smallprint.__main__ import main\n"
        "for name in sys.argv[2:]:\n"
        "    Path(sys.argv[1], 'policy/cases/hostile.yaml').write_text(Path(name).read_text('utf-8'), 'utf-8')\n"
        "    start = time.process_time()\n"
        "    code = main(['--root', sys.argv[1], 'check'])\n"
        "    print(f'{code} {time.process_time() - start:.2f} {Path(name).stem}')\n"
    )
    files = []
    for number, name in enumerate(FILES):
        files.append(tmp_path / f"{number:02d}-{name}.txt")
        files[-1].write_text(FILES[name].replace("\ud800", ""), "utf-8")

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))

    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path, *files],
        cwd=ROOT, preexec_fn=limited, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    slow = [line for line in done.stdout.splitlines() if float(line.split()[1]) > SECONDS]
    assert not slow
    assert len(done.stdout.splitlines()) == len(FILES)


FORMULAS = (
    "amount.__class__", "().__class__.__bases__", "__import__('os')", "open('x')", "exec('x')", "eval('1')",
    "lambda: amount", "[amount for amount in share]", "{amount: share}", "{amount}", "f'{amount}'", "(x := amount)",
    "amount[0]", "amount if", "*amount", "await amount", "yield amount", "amount ** share", "amount // share",
    "amount % share", "amount @ share", "~amount", "amount << share", "amount is share", "amount in share",
    "b'x'", "1j", "...", "None", "True", "1e400", "0x1", "1_0", "10", "'x' 'y'", "max(*amount)",
    "max(amount, key=share)", "self.amount", "amount; share", "amount # share", "print(amount)", "globals()", "print",
    "marginal.__globals__",
    "amount\n+ __import__('os').system('id')", "given(amount)(share)", '"%s" % amount',
    '"{0.__class__}".format(amount)',
)  # fmt: skip


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_reaches_nothing_but_names_and_functions(formula: str) -> None:
    quoted = formula.replace("'", "''")
    checked = check_texts(hostile=PLAIN.replace("is: amount * share", f"is: '{quoted}'"))
    if formula == "amount # share":  # Python takes it as a remark, so it is the formula `amount`
        return
    assert any(
        problem.code in ("POL203", "POL210", "POL211", "POL212", "POL213", "POL221") for problem in checked.problems
    )


TEMPLATES = (
    "{fee.__class__}",
    "{0}",
    "{}",
    "{fee!r}",
    "{fee:>99}",
    "{__class__}",
    "{self}",
    "{fee",
    "fee}",
    "{{fee}}",
    "{ fee }",
)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_text_fills_in_names_alone(template: str) -> None:
    checked = check_texts(hostile=PLAIN.replace("answer: The fee is {fee}.", f'answer: "The fee is {template}."'))
    assert any(problem.code in ("POL120", "POL203") for problem in checked.problems)


NAMES = (
    *(name for name in (*vars(Rule), *Rule.__annotations__) if name.islower()),
    "class", "def", "lambda", "None", "self", "given", "asked", "trace", "parts", "said", "step", "date",
    "str", "int", "bool", "amount_must_1", "Decimal", "é", "名", "a b", "a-b", "a.b", "1a", "", "x" * 61,
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("old", ["amount", "share", "fee"])
def test_a_name_cannot_take_the_place_of_the_machinery(name: str, old: str) -> None:
    checked = check_texts(hostile=PLAIN.replace(f"  {old}:", f"  '{name}':").replace(f"{{{old}:", f"{{'{name}':"))
    assert any(problem.code in ("POL104", "POL202") for problem in checked.problems)


# Names that only look as if they clash: the module imports functions of these names and still works.
@pytest.mark.parametrize(
    "name", ["cent", "fill", "divide", "marginal", "min", "requirement", "match", "type", "print", "list", "x"]
)
def test_a_name_like_an_import_does_no_harm(name: str) -> None:
    text = PLAIN.replace("  fee:", f"  {name}:").replace("{fee", f"{{{name}").replace("[fee]", f"[{name}]")
    checked = check_texts(hostile=text)
    assert not checked.problems, render(checked.problems, checked.files)


TEXTS = (
    '"""', "'''", "\\", "\\\\", '\\"""', "{[(", "#", "\\N{BELL}", "\\x00", "%s %d", "$&", "`id`", "$(id)", "{% x %}",
    "import os; os.abort()", '")); import os #', ">>> import os", "&amp;", "*bold* _it_", "| a | b |", "---", "😀", "ß",
)  # fmt: skip
PLACES = (
    "question: What does it cost?", "short: A tenth of the amount.", "label: Share taken", "noun: Amount",
    "ask: How much is it?", "because: The share is taken from the amount.", "title: In 2022", "label: Fee\n",
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_text_stays_a_text(place: str) -> None:
    """Whatever stands in a text, it is refused or the module made from it still runs and says the same."""
    for text in TEXTS:
        key = place.split(": ")[0]
        quoted = "'" + text.replace("'", "''") + "'"
        checked = check_texts(hostile=PLAIN.replace(place, f"{key}: {quoted}" + ("\n" if place.endswith("\n") else "")))
        codes = {problem.code for problem in checked.problems}
        assert codes <= {"POL118", "POL119", "POL120"}, (text, codes)
        assert not codes or "{" in text, text


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\u2028", "\x07", "\ue000"])
def test_what_cannot_be_seen_is_refused_in_every_text(hidden: str) -> None:
    for place in PLACES:
        checked = check_texts(hostile=PLAIN.replace(place, place[:-1] + hidden + place[-1:]))
        assert {"POL009", "POL119"} & {problem.code for problem in checked.problems}, place


@pytest.mark.parametrize(
    "markup", ["<script>", "</p>", "<img src=x onerror=y>", "<!-- x", "[x](javascript:y)", "![x](y)", "[a][b]"]
)
def test_markup_is_refused_in_every_text(markup: str) -> None:
    for place in PLACES:
        key = place.split(": ")[0]
        checked = check_texts(
            hostile=PLAIN.replace(place, f"{key}: '{markup}'" + ("\n" if place.endswith("\n") else ""))
        )
        assert "POL118" in {problem.code for problem in checked.problems}, place


@pytest.mark.parametrize("id", ["x(Rule): pass", "a b", "A", "é", "", "x" * 61, "a--b", "-a", "official\nx"])
def test_an_id_is_an_id(id: str) -> None:
    quoted = '"' + id.replace("\n", "\\n") + '"'
    checked = check_texts(hostile=PLAIN.replace("  official:", f"  {quoted}:"))
    assert "POL104" in {problem.code for problem in checked.problems}
