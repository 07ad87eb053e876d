"""Runs the detectors over messages as people write them (`messages.txt`), each alone, and over hostile text."""

from __future__ import annotations

import random
import time
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from calculators.runtime.detect import DETECTORS, Detection, detect
from calculators.runtime.values import Finding
from calculators.runtime.wording import spellings

HERE = Path(__file__).parent
POLICY = yaml.load((HERE.parents[1] / "policy/leaving/message-check.yaml").read_text(), yaml.BaseLoader)
LISTS: dict[str, tuple[str, ...]] = {name: tuple(words) for name, words in POLICY["lists"].items()}


def detections_of_the_policy() -> tuple[Detection, ...]:
    """The detections as the policy file has them, read without the generator."""
    made = []
    for find in POLICY["steps"]["findings"]["detect"]["find"]:
        uses = [(name, tuple(LISTS[one] for one in lists)) for use in find["with"] for name, lists in use.items()]
        made.append(Detection(find["id"], tuple(uses), find["otherwise"], ("a-source",)))
    return tuple(made)


def messages() -> list[tuple[str, frozenset[str]]]:
    """Every message of the file with the kinds that are to be found in it."""
    kinds: frozenset[str] = frozenset()
    listed = []
    for line in (HERE / "messages.txt").read_text().splitlines():
        if line.startswith("== "):
            kinds = frozenset(line.split()[1:]) - {"clear"}
        elif line and not line.startswith("#"):
            listed.append((line, kinds))
    return listed


DETECTIONS = detections_of_the_policy()


def items(text: str, *detections: Detection) -> tuple[Finding, ...]:
    return detect(text, detections or DETECTIONS).items


@cache
def found_in(message: str) -> tuple[Finding, ...]:
    return items(message)


def ids(found: tuple[Finding, ...]) -> set[str]:
    return {item.id for item in found}


def only(name: str, *lists: tuple[str, ...]) -> Detection:
    return Detection("it", ((name, lists),), "Mend it.", ("a-source",))


HEADINGS = sorted({kinds for _, kinds in messages()}, key=lambda kinds: sorted(kinds))


@pytest.mark.parametrize("kinds", HEADINGS, ids=lambda kinds: "+".join(sorted(kinds)))
def test_messages(kinds: frozenset[str]) -> None:
    """All messages of one heading, so that a failure lists every one that is read differently."""
    listed = [message for message, expected in messages() if expected == kinds]
    found = {message: found_in(message) for message in listed}
    assert {message: ids(items) for message, items in found.items() if ids(items) != kinds} == {}
    for message, its in found.items():
        assert all(item.what and message[item.start : item.end] == item.what for item in its)


@pytest.mark.parametrize("example", POLICY["examples"], ids=lambda example: example["title"])
def test_example_of_the_policy(example: dict[str, dict[str, str]]) -> None:
    if "findings" in example["expect"]:
        assert ids(items(example["given"]["message"])) == set(example["expect"]["findings"])


def test_case_and_apostrophes_do_not_matter() -> None:
    for message, kinds in messages():
        if kinds:
            assert ids(items(message.replace("'", "’").upper())) == kinds, message


def test_every_word_list_is_used_and_none_is_empty() -> None:
    used = {
        one
        for find in POLICY["steps"]["findings"]["detect"]["find"]
        for use in find["with"]
        for lists in use.values()
        for one in lists
    }
    assert used == set(LISTS)
    for name, words in LISTS.items():
        assert len(set(words)) == len(words) > 0, name


def test_every_detection_gives_each_detector_its_lists() -> None:
    for detection in DETECTIONS:
        for name, lists in detection.with_:
            assert len(lists) == DETECTORS[name].lists, name


def test_overlapping_finds_of_one_id_are_one() -> None:
    both = Detection(
        "it",
        (("phrases", (("pay me",), ())), ("phrases", (("me now",), ())), ("phrases", (("later",), ()))),
        "Mend.",
        (),
    )
    assert [item.what for item in items("Pay me now or pay me later", both)] == ["Pay me now", "pay me", "later"]


def test_finds_of_different_ids_stay_apart_in_the_order_of_the_detections() -> None:
    one = Detection("one", (("phrases", (("here",), ())),), "Mend.", ())
    two = Detection("two", (("phrases", (("pay me here",), ())),), "Mend.", ())
    assert [(item.id, item.what) for item in items("Pay me here", two, one)] == [
        ("two", "Pay me here"),
        ("one", "here"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Outside Upwork", True),
        ("out-side UpWork", True),
        ("OUTSIDE\nupwork", True),
        ("outside up work", True),
        ("outside, Upwork", False),
        ("outside. Upwork", False),
        ("outside upworks", False),
        ("suboutside upwork", False),
    ],
)
def test_phrases_are_whole_words_whatever_their_spaces(text: str, found: bool) -> None:
    assert bool(items(text, only("phrases", ("outside upwork",), ()))) == found


def test_a_starred_word_takes_the_usual_endings() -> None:
    assert {"skip", "skips", "skipped", "skipping"} <= spellings("skip*")
    assert {"move", "moves", "moved", "moving"} <= spellings("move*")
    assert {"fee", "fees"} <= spellings("fee*")
    assert {"pay", "pays", "paying"} <= spellings("pay*")
    assert "paypal" not in spellings("pay*")
    assert {"study", "studies"} <= spellings("study*")


def test_a_phrase_with_a_full_stop_has_to_end_its_clause() -> None:
    closing = only("phrases", ("continue outside.",), ())
    assert items("We continue outside, then.", closing)
    assert not items("We continue outside the box.", closing)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I cannot pay outside", False),
        ("I cannot, but my friend will pay outside", True),
        ("Why not pay outside", True),
        ("Can't we pay outside", True),
        ("Don't worry and pay outside", True),
        ("To pay outside is forbidden", False),
        ("This is forbidden. We pay outside", True),
        ("By the rules, after that, we pay outside", False),
    ],
)
def test_refusals_reach_as_far_as_their_clause(text: str, found: bool) -> None:
    refusals = ("cannot", "cant", "dont", "not", "... is forbidden", "... by the rules ...")
    assert bool(items(text, only("phrases", ("pay outside",), refusals))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I pay you by PayPal", True),
        ("I integrate PayPal and you pay me on Friday", False),
        ("Pay by PayPal", True),
        ("Pay by PayPal at the checkout", False),
        ("After you fix the checkout I pay you by PayPal", True),
        ("Pay me. PayPal is a company", False),
    ],
)
def test_a_payment_app_is_a_way_to_pay_or_the_work(text: str, found: bool) -> None:
    assert bool(items(text, only("pay_by", ("paypal",), ("pay*",), ("checkout", "integrate*"), ()))) == found


@pytest.mark.parametrize(
    "text", ["jane@upwork.com", "a@b", "x @ 5", "@jane", "me@", "react@18.2.0", "I work at cnn.com"]
)
def test_not_an_email(text: str) -> None:
    assert not items(text, only("email", ("upwork.com",), ("gmail",), ("write",)))


@pytest.mark.parametrize("host", ["https://www.upwork.com/x", "upwork.com", "support.upwork.com", "UPWORK.COM"])
def test_a_link_to_the_platform_does_not_count(host: str) -> None:
    link = only("link", ("upwork.com",), ("t.me",), ("see",), ("portfolio",))
    assert not items(f"see {host}", link)
    assert items("see notupwork.com", link)
    assert not items("see my portfolio at jane.com", link)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We keep it on Upwork, not PayPal", False),
        ("I do not accept PayPal, Venmo or cash", False),
        ("Keep the first part on Upwork, then pay me by PayPal", True),
        ("Do not worry, PayPal works for you and me", True),
    ],
)
def test_what_stays_and_what_is_listed_is_turned_down(text: str, found: bool) -> None:
    refusals = ("not", "keep ~", "~ on upwork")
    paying = ("pay", "accept", "works for you", "keep it")
    assert bool(items(text, only("pay_by", ("paypal", "venmo", "cash"), paying, ("checkout",), refusals))) == found


def test_a_phrase_with_a_capital_is_a_name() -> None:
    name = only("phrases", ("Wise",), ())
    assert items("We use Wise here", name)
    assert not items("A wise choice", name)
    assert not items("Wise people say so", name)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pay by PayPal", True),
        ("We pay by PayPal", True),
        ("Students pay by PayPal", False),
        ("My boss pays by PayPal", True),
    ],
)
def test_what_others_pay_proposes_nothing(text: str, found: bool) -> None:
    assert bool(items(text, only("pay_by", ("paypal",), ("pay*",), ("checkout",), ()))) == found


def hostile() -> list[str]:
    """Texts that make careless patterns slow: long runs, near misses, and everything the lists know at once."""
    runs = ["a", "1", "1 ", "1-", "(1)", "@", "a@", "a.", ".", " ", "\n", "_", "+", "www.", "http://", " dot ", "a at "]
    runs += [
        "p a y p a l ",
        "pay paypal ",
        "my skype is ",
        "skype id ",
        "a dot b at ",
        "a ( at ",
        "five ",
        "@abc ",
        "ﬁ",
        "a'",
        "at",
        "adot",
        "a . ",
        "signal: a.a ",
        "keep on upwork ",
        "my site contact me ",
        "i outside upwork not ",
    ]
    runs += ["a#1234 ", "paypal pay you cannot ", "www.a.com contact me ", "skype @abc ", "cannot pay outside upwork "]
    phrases = [word.strip(".* ") for words in LISTS.values() for word in words]
    shuffled = random.Random(1).choices(phrases, k=4000)
    return [run * (12_000 // len(run)) for run in runs] + [" ".join(shuffled)[:12_000]]


@pytest.mark.parametrize("text", hostile(), ids=lambda text: repr(text[:12]))
def test_hostile_text_takes_time_in_proportion_to_its_length(text: str) -> None:
    detect("", DETECTIONS)
    short, long = seconds(text[: len(text) // 4]), seconds(text)
    assert long < 12 * short + 0.5  # four times the text; twelve leaves room for a busy machine, sixteen is quadratic
    assert long < 5


def seconds(text: str) -> float:
    """Processor time, which other programs on the machine change least."""
    started = time.process_time()
    detect(text, DETECTIONS)
    return time.process_time() - started


def test_findings_do_not_overlap_within_an_id() -> None:
    for message, kinds in messages():
        for kind in kinds:
            spans = [(item.start or 0, item.end or 0) for item in found_in(message) if item.id == kind]
            assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_empty_and_strange_texts_have_no_findings() -> None:
    for text in ("", " ", "\x00", "\u200b", "🙂" * 50, "\ud800", "ÄÖÜß", "-" * 50):
        assert items(text) == ()
