"""`calc`: a rule and typed inputs in, its answer out, as words or as the same JSON the page gets."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime

from smallprint.commands.command import MISTAKEN, Command


def run(options: argparse.Namespace) -> int:
    """Answer; exit code 2 where something typed cannot be used."""
    from calculators.ask import ask, ask_json  # only here: `check` and `build` mend modules that cannot be imported

    typed: dict[str, str] = {}
    mistakes = []
    for pair in options.inputs:
        name, equals, value = pair.partition("=")
        if not equals:
            mistakes.append({"input": name, "message": f"Write {name}=value, without spaces around the `=`."})
        elif name in typed:
            mistakes.append({"input": name, "message": "This input is given twice. Give it once."})
        typed[name] = value
    today = datetime.now().astimezone().date()
    answer: dict[str, object] = {"errors": mistakes} if mistakes else ask(options.rule, typed, today, options.reading)
    if options.json:
        print(
            json.dumps(answer, ensure_ascii=False)
            if mistakes
            else ask_json(options.rule, typed, today, options.reading)
        )
    elif "errors" not in answer:
        print("\n".join(in_words(answer)))
    if "errors" not in answer:
        return 0
    for error in _dicts(answer["errors"]):
        if not options.json:
            print(f"{error['input']}: {error['message']}", file=sys.stderr)
    return MISTAKEN


def in_words(answer: dict[str, object]) -> list[str]:
    """An answer as lines: the sentence, how it was worked out, other readings, or what to give next."""
    missing = answer["missing"]
    assert isinstance(missing, list)
    if missing:
        return [f"Needed next: {', '.join(missing)}. Add {missing[0]}=…"]
    lines = [str(answer["sentence"])]
    if answer["in_force_on"]:
        lines.append(f"Rules in force on {answer['in_force_on']}.")
    lines += ["", "How this was worked out:"]
    for step in _dicts(answer["steps"]):
        why = f" ({step['because']})" if step["because"] else ""
        lines.append(f"  {step['label']}: {step['shown']}{why}")
    others = [reading for reading in _dicts(answer["readings"]) if reading["id"] != answer["reading"]]
    if others:
        lines += ["", "Other readings:"]
    for reading in others:
        said = reading["sentence"] or "needs " + ", ".join(str(name) for name in _list(reading.get("missing")))
        lines.append(f"  {reading['title']} ({reading['standing']}): {said}")
    return lines


def _dicts(found: object) -> list[dict[str, object]]:
    return [item for item in _list(found) if isinstance(item, dict)]


def _list(found: object) -> list[object]:
    return found if isinstance(found, list) else []


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE", help="the rule's id, such as service-fee")
    parser.add_argument("inputs", metavar="name=value", nargs="*", help="inputs as a reader would type them")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON, mistakes too")
    parser.add_argument("--reading", metavar="ID", help="make another reading the main one")


CALC = Command(
    "calc",
    "answer one rule's question",
    "Answers a rule's question for the inputs given. Where inputs are missing it names the next ones to give.",
    "example: python -m smallprint calc service-fee amount=600 paid_on=2021-06-01 billed_before=0 --json",
    _options,
    run,
)
