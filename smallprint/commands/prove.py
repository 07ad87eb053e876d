"""`prove`: the policy files in, what is proved of them, and inputs that break a law, out."""

from __future__ import annotations

import argparse
import sys

from smallprint.check import check_policy
from smallprint.commands.check import report
from smallprint.commands.command import MISTAKEN, Command
from smallprint.problems import did_you_mean

BROKEN = 1
FORMATS = ("text", "json", "markdown")


def run(options: argparse.Namespace) -> int:
    """Prove, and say what came of it; exit code 1 where something is broken, not where it is not decided."""
    from smallprint.prove import prove  # only here: no other command needs Z3
    from smallprint.prove.findings import Broken
    from smallprint.prove.report import as_json, as_markdown, as_text

    checked = check_policy(options.root)
    if checked.policy is None:
        return report(checked)
    known = [str(rule.id) for rule in checked.policy.rules]
    for id in options.rules:
        if id not in known:
            print(f"There is no rule `{id}`. {did_you_mean(id, known)}".strip(), file=sys.stderr)
            return MISTAKEN
    findings = list(prove(checked.policy, options.rules, options.seconds))
    match options.format:
        case "json":
            print(as_json(findings))
        case "markdown":
            print(as_markdown(findings))
        case _:
            print(as_text(findings, bool(options.rules)))
    return BROKEN if any(isinstance(one.verdict, Broken) for one in findings) else 0


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rules", metavar="RULE", nargs="*", help="rules to prove, in full (default: all, in short)")
    seconds = "how long Z3 may take a question (default: 2; with 0 all is only tried)"
    parser.add_argument("--seconds", type=float, default=2.0, help=seconds)
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print it (default: text)")


PROVE = Command(
    "prove",
    "prove what the rules say of themselves",
    "Proves with Z3, for all inputs that can be typed: the laws of each rule; that every case is reached; that no\n"
    "division by nothing stops an answer; and that each reading differs from the adopted one. What is broken is shown\n"
    "with inputs that break it, as the calculator works them out. What Z3 cannot decide is tried at many points:\n"
    "at the figures and right beside them, and on either side of the exact limits at which the rule turns.",
    "example: python -m smallprint prove service-fee",
    _options,
    run,
)
