"""Real files with random damage: the check always comes back with problems that have a place, or with a policy."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smallprint.formula import parse
from smallprint.places import Place, Text
from smallprint.problems import as_json, render
from smallprint.read import read
from tests.smallprint.cases import CASES, check_texts

ROOT = Path(__file__).parents[2]
GOOD = {path.stem: path.read_text("utf-8") for path in sorted((CASES / "good").glob("*.yaml"))}
REAL = [path.read_text("utf-8") for path in sorted((ROOT / "policy").rglob("*.yaml")) if path.stem != "sources"]
QUICK = settings(max_examples=60, deadline=2_000, suppress_health_check=list(HealthCheck), derandomize=True)
BITS = st.sampled_from(
    [
        *"{}[]:-#'\"\n\t|>&*!%@`,012()é\u202e\x00",
        *(": ", "- ", " #", "  ", "is: ", "when: ", "yes", " + ", " and ", "not ", "{fee}", "amount", "max(", " if "),
    ]
)


@st.composite
def damaged(draw: st.DrawFn, texts: list[str]) -> str:
    """A text with some stretches cut out, doubled, moved or written over."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        stop = min(len(text), start + draw(st.sampled_from([0, 1, 2, 5, 40])))
        match draw(st.sampled_from(["cut", "put", "double", "move", "line"])):
            case "cut":
                text = text[:start] + text[stop:]
            case "put":
                text = text[:start] + draw(BITS) + text[stop:]
            case "double":
                text = text[:stop] + text[start:stop] + text[stop:]
            case "move":
                piece, rest = text[start:stop], text[:start] + text[stop:]
                at = draw(st.integers(0, len(rest)))
                text = rest[:at] + piece + rest[at:]
            case _:
                lines = text.split("\n")
                del lines[draw(st.integers(0, len(lines) - 1))]
                text = "\n".join(lines)
    return text


@QUICK
@given(damaged(list(GOOD.values())))
def test_a_damaged_rule_is_checked_to_the_end(text: str) -> None:
    name = next((stem for stem in GOOD if f"rule: {stem}\n" in text), "versions")
    checked = check_texts(**{name: text})
    assert (checked.policy is None) == bool(checked.problems)
    assert render(checked.problems, checked.files) or checked.policy
    for problem in checked.problems:
        place = problem.place
        assert place.line >= 1
        assert place.column >= 1
        assert place.line <= max(1, len(checked.files[place.path]))
        assert as_json(problem)["code"]


@QUICK
@given(damaged(REAL))
def test_a_damaged_file_is_read_to_the_end(text: str) -> None:
    node, problems = read("policy/fees/x.yaml", text)
    assert node is not None or problems


@QUICK
@given(st.text(max_size=300))
def test_any_text_is_read_to_the_end(text: str) -> None:
    node, problems = read("policy/fees/x.yaml", text)
    assert node is not None or problems


@settings(QUICK, max_examples=300)
@given(
    st.one_of(st.text(max_size=60), st.lists(BITS | st.sampled_from(["amount", "max(", " if ", " else "])).map("".join))
)
def test_any_formula_is_parsed_to_the_end(text: str) -> None:
    formula, problems = parse(Text(text, Place("policy/fees/x.yaml", 1, 1, max(1, len(text))), (text,)))
    assert formula.text == text
    assert all(problem.place.line == 1 for problem in problems)
