"""Laws proved and broken: a sound rule is proved, and each of its broken copies is caught with inputs that break it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smallprint.__main__ import main
from smallprint.link import link
from smallprint.load import REGISTER, Loaded, load_text
from smallprint.model import Policy
from smallprint.prove import prove
from smallprint.prove.findings import Broken, Finding, Proved, Undecided
from smallprint.prove.report import as_json, as_markdown, as_text
from smallprint.turns import Unfollowed
from tests.real import real_policy
from tests.smallprint.cases import CASES

ROOT = Path(__file__).parents[2]
SOUND = """
rule: tested
question: What does it cost?
short: A tenth of the amount.
for: [freelancer]
confidence: high
dated_by: paid_on

inputs:
  amount: {ask: How much is it?, noun: Amount, kind: money}
  before: {ask: How much before?, noun: Before, kind: money}
  contract: {ask: What kind is it?, noun: Contract, kind: choice, options: {hourly: by the hour, fixed: fixed price}}
  share: {ask: Which share?, noun: Share, kind: rate, optional: yes}
  met_on: {ask: When did you meet?, noun: Met, kind: date}
  paid_on: {ask: On which day?, noun: Day, kind: date}
  pieces: {ask: In how many parts?, noun: Parts, kind: count, must: [{that: pieces > 0, otherwise: At least one.}]}

figures:
  bands:
    label: Bands
    kind: bands
    values:
      - {from: 2020-01-01, until: 2022-12-31, marginal: [[500, 20%], [10000, 10%], [rest, 5%]], source: help-fees}
      - {from: 2023-01-01, marginal: [[500, 15%], [rest, 5%]], source: help-fees}
  least: {label: Least, kind: money, values: [{from: 2020-01-01, is: 1, source: help-fees}]}
  time: {label: Time, kind: months, values: [{from: 2020-01-01, is: 24, source: help-fees}]}
  days: {label: Days, kind: days, values: [{from: 2020-01-01, is: 5, source: help-fees}]}

steps:
  by_bands: {label: By the bands, kind: money, is: "marginal(bands, amount, before)"}
  fee:
    label: Fee
    kind: money
    round: cent
    cases:
      - {when: amount < least, is: 0, because: Small amounts are free.}
      - {when: given(share), is: amount * share, because: A share was agreed.}
      - {when: contract == "hourly", is: by_bands, because: Hours pay by the bands.}
      - {otherwise: "min(amount, by_bands + least)", because: The rest pays the least on top.}
  net: {label: Net, kind: money, is: amount - fee}
  each: {label: Each part, kind: money, round: cent, is: net / pieces}
  free_on: {label: Free on, kind: date, is: "add_months(met_on, time)"}
  paid_out_on: {label: Paid out, kind: date, is: "add_working_days(week_end(paid_on), days)"}

answers: [fee, net, each, free_on, paid_out_on]
answer: The fee is {fee}.

readings:
  official: {title: As published, standing: adopted, held_by: [help-fees], because: The source says so.}
  by-the-bands:
    title: By the bands
    standing: disputed
    held_by: [help-fees]
    because: It is disputed.
    steps:
      fee: {is: by_bands, because: It is said so.}

laws:
  - {never_negative: fee}
  - {at_most: [fee, amount]}
  - {rises_with: [fee, amount], not_in: by-the-bands}
  - {rises_with: [net, amount], not_in: official}
  - {falls_with: [by_bands, before]}
  - {rises_with: [fee, share]}
  - {falls_with: [each, pieces]}
  - {that: free_on > met_on}
  - {rises_with: [free_on, met_on]}
  - {rises_with: [paid_out_on, paid_on]}
  - {that: fee + net == amount}

examples:
  - title: None
    given: {amount: 100, before: 0, contract: hourly, met_on: 2020-01-31, paid_on: 2024-01-01, pieces: 1}
    expect: {fee: 15.00}
"""
# What is written instead of what, and how what is then broken begins.
REST = "min(amount, by_bands + least)"
HOURS = "some inputs lead to this case of `fee`: Hours"
NEVER_LATER = "add_days(week_end(paid_on), days_between(paid_on, week_end(paid_on)))"
MUTANTS = {
    "a flipped comparison": ("amount < least", "amount > least", "fee never falls as amount rises"),
    "a fee over the amount": (REST, "by_bands + amount", "fee is never more than amount"),
    "a fee below nothing": (REST, "by_bands - least", "fee is never negative"),
    "a least fee on small amounts": (REST, "by_bands + least", "fee is never more than amount"),
    "a band that rises": ("[[500, 15%], [rest, 5%]]", "[[500, 5%], [rest, 15%]]", "by the bands never rises as before"),
    "the reached rate on all": ("marginal(bands, amount, before)", "whole(bands, amount, before)", "fee never falls"),
    "a share that lowers": ("is: amount * share", "is: amount * (1 - share)", "fee never falls as share rises"),
    "a fee taken twice": ("is: amount - fee}", "is: amount - fee - fee}", "fee + net is amount"),
    "a time of no months": ("is: 24", "is: 0", "free on is more than met"),
    "a day that falls": ("add_working_days(week_end(paid_on), days)", NEVER_LATER, "paid out never falls as day rises"),
    "an unreachable case": ('contract == "hourly"', '"max(amount, least) < least"', HOURS),
    "a case that leaves nothing": ("given(share)", "amount >= least", HOURS),
    "equal readings": ("fee: {is: by_bands", 'by_bands: {is: "marginal(bands, amount, before)"', "the reading `by"),
    "a division by nothing": ("pieces > 0", "pieces >= 0", "inputs that meet their conditions"),
    "more for more parts": ("is: net / pieces", "is: net - net / (pieces + 1)", "each part never rises"),
}


def policy_of(text: str) -> Policy:
    """A policy of this rule as it is: broken rules do not pass the check, and are proved all the same."""
    loaded = Loaded()
    load_text(REGISTER, (CASES / "sources.yaml").read_text("utf-8"), loaded)
    load_text("policy/cases/tested.yaml", text.strip(), loaded)
    assert not loaded.problems, loaded.problems
    return Policy(tuple(link({str(rule.id): rule for rule in loaded.rules}).values()), (), loaded.sources)


def test_the_sound_rule_is_proved() -> None:
    findings = list(prove(policy_of(SOUND), seconds=20))
    assert [one for one in findings if not isinstance(one.verdict, Proved)] == []
    assert {one.about for one in findings} == {"law", "case", "answers", "reading"}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_broken_rule_is_caught(name: str) -> None:
    old, new, says = MUTANTS[name]
    assert SOUND.count(old) == 1, SOUND.count(old)
    broken = [one for one in prove(policy_of(SOUND.replace(old, new)), seconds=2) if isinstance(one.verdict, Broken)]
    assert any(one.says.startswith(says) for one in broken), [one.says for one in broken]


def test_what_breaks_a_law_can_be_typed_and_is_what_the_calculator_gives() -> None:
    old, new, _ = MUTANTS["a fee over the amount"]
    findings = prove(policy_of(SOUND.replace(old, new)), seconds=2)
    broken = next(one for one in findings if isinstance(one.verdict, Broken))
    assert isinstance(broken.verdict, Broken)
    typed, gives = dict(broken.verdict.witnesses[0].typed), dict(broken.verdict.witnesses[0].gives)
    assert {"amount", "before", "contract", "paid_on"} <= typed.keys()
    assert float(gives["fee"].replace("$", "").replace(",", "")) > float(typed["amount"])


def test_what_breaks_only_beside_a_limit_is_found_without_z3(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is worked out and no figure, so trying the figures and their neighbours alone does not find it."""
    text = (CASES / "good" / "laws-beside-limits.yaml").read_text("utf-8").replace("laws-beside-limits", "tested")
    most, rises, never, answers = prove(policy_of(text), seconds=0)
    assert amounts(most) == amounts(answers) == ["472.00"]
    assert amounts(rises) == ["472.00", "472.01"]
    assert isinstance(never.verdict, Undecided)
    assert never.verdict.beside > 0
    monkeypatch.setattr("smallprint.prove.beside.turns", lambda *_: iter(()))
    found = [one.verdict for one in prove(policy_of(text), seconds=0)]
    assert [one.beside for one in found if isinstance(one, Undecided)] == [0, 0, 0, 0]


def test_limits_that_cannot_be_found_leave_the_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> None:
        raise Unfollowed

    monkeypatch.setattr("smallprint.prove.beside.turns", lost)
    first = next(iter(prove(policy_of(SOUND), seconds=0))).verdict
    assert isinstance(first, Undecided)
    assert (first.points > 0, first.beside) == (True, 0)


def amounts(finding: Finding) -> list[str]:
    """What is typed for the amount in what breaks it."""
    assert isinstance(finding.verdict, Broken), finding
    return [dict(one.typed)["amount"] for one in finding.verdict.witnesses]


RULES = real_policy()


@pytest.mark.parametrize("rule", [str(rule.id) for rule in RULES.rules])
def test_a_rule_of_the_guide_breaks_nothing(rule: str) -> None:
    """Most is proved; what a busy machine leaves no time for is tried instead, and is no failure."""
    for one in prove(RULES, [rule], seconds=3):
        assert not isinstance(one.verdict, Broken), one


FINDINGS = (
    Finding("a", "official", "law", "fee is never negative", RULES.rules[0].id.place, Proved()),
    Finding("a", "official", "law", "fee | net", RULES.rules[0].id.place, Undecided("it is too hard", 1200)),
    Finding("a", "official", "law", "net", RULES.rules[0].id.place, Undecided("it is too hard", 1200, 12)),
    Finding("b", "official", "case", "some inputs lead there", RULES.rules[0].id.place, Broken(())),
)


def test_findings_as_text() -> None:
    place = RULES.rules[0].id.place
    assert as_text(FINDINGS, False) == (
        "a: 1 proved, 0 broken, 2 not decided.\n"
        "  not decided fee | net [official]\n"
        "              it is too hard; tried at 1,200 points, none breaks it\n"
        "  not decided net [official]\n"
        "              it is too hard; "
        "tried at 1,200 points, 12 of them right beside a limit of the rule, none breaks it\n"
        "b: 0 proved, 1 broken, 0 not decided.\n"
        "  BROKEN      some inputs lead there [official]\n"
        "              no inputs do\n"
        f"              {place.path}:{place.line}\n"
        "\n"
        "2 rules: 1 proved, 1 broken, 2 not decided."
    )
    assert "  proved      fee is never negative [official]" in as_text(FINDINGS, True)


def test_findings_as_markdown_and_json() -> None:
    markdown = as_markdown(FINDINGS)
    assert "| `a` | official | fee \\| net | it is too hard; tried at 1,200 points, none breaks it |" in markdown
    assert "fee is never negative" not in markdown
    assert [one["verdict"] for one in json.loads(as_json(FINDINGS))] == ["proved", "undecided", "undecided", "broken"]
    assert [one.get("beside_limits") for one in json.loads(as_json(FINDINGS))] == [None, 0, 12, None]


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prove", "refund-limit"]) == 0
    assert capsys.readouterr().out.startswith("refund-limit: 5 proved, 0 broken, 0 not decided.\n  proved      ")
    assert main(["prove", "refund-limt"]) == 2
    assert "did you mean `refund-limit`?" in capsys.readouterr().err
    assert main(["prove", "refund-limit", "--format", "json"]) == 0
    assert {one["rule"] for one in json.loads(capsys.readouterr().out)} == {"refund-limit"}
