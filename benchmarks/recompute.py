"""Changed inputs in, the time each takes out: our generated sliding fee against hand-written code and publicodes.

Natively here; in Pyodide, and publicodes, in one node beside it (`in_node.mjs`). Rounds take turns, all stay warm.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks.compared import Compared
from benchmarks.sliding_fee import answers, one_round

# From inside the first band to beyond the last limit; only the amount changes, as when a reader types. No fee of these
# ends on half a cent, which publicodes, in floats, may round either way.
AMOUNTS = [f"{dollars}.40" for dollars in range(20, 14_000, 350)]
REPEATS = {"natively": 60, "pyodide": 24, "publicodes": 2}
ROUNDS, WARM_UP = 21, 3

# Where it ran and which way it was; the microseconds a changed input of each round.
type Times = dict[tuple[str, str], list[float]]


def measure() -> list[Compared]:
    """Each way of ours against one of others, in microseconds a changed input."""
    times: Times = {}
    for one in list(_rounds())[WARM_UP:]:
        for way, took in one.items():
            times.setdefault(way, []).append(took)

    def compared(ours: tuple[str, str], theirs: tuple[str, str], target: float | None = None) -> Compared:
        return Compared(_named(ours), times[ours], _named(theirs), times[theirs], "µs", target)

    by_hand, publicodes = ("natively", "by hand"), ("in node", "publicodes")
    return [
        compared(("natively", "rule"), by_hand, target=2.5),
        compared(("in Pyodide", "rule"), by_hand, target=5),
        compared(("in Pyodide", "rule"), ("in Pyodide", "by hand")),
        compared(("natively", "rule"), publicodes, target=0.05),
        compared(("in Pyodide", "rule"), publicodes),
        compared(("natively", "ask_json"), publicodes),
        compared(("in Pyodide", "ask"), publicodes),
        compared(("in Pyodide", "ask_json"), publicodes),
    ]


def _named(way: tuple[str, str]) -> str:
    names = {
        "by hand": "fee by hand with steps",
        "rule": "fee, net and trace",
        "ask": "typed text to answer",
        "ask_json": "typed text to JSON",
        "publicodes": "publicodes fee, net",
    }
    return f"{names[way[1]]}, {way[0]}"


def _rounds() -> Iterator[dict[tuple[str, str], float]]:
    """Round by round, each way's time; what they answer is compared in the first."""
    node = subprocess.Popen(
        ["node", Path(__file__).with_name("in_node.mjs")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert node.stdin is not None
    assert node.stdout is not None
    with node:
        for number in range(WARM_UP + ROUNDS):
            natively = one_round(AMOUNTS, REPEATS["natively"])
            print(json.dumps({"amounts": AMOUNTS, "repeats": REPEATS}), file=node.stdin, flush=True)
            in_node = json.loads(node.stdout.readline())
            if number == 0:
                _must_agree(answers(AMOUNTS) | in_node["answers"])
            yield {
                **{("natively", way): took for way, took in natively.items()},
                **{("in Pyodide", way): took for way, took in in_node["pyodide"].items()},
                ("in node", "publicodes"): in_node["publicodes"],
            }
        node.stdin.close()


def _must_agree(answers: dict[str, list[str]]) -> None:
    first, *others = answers.items()
    for other in others:
        assert first[1] == other[1], f"{first[0]} and {other[0]} answer differently"
