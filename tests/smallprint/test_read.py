"""Reading: every value as it was written, with its place, also where it is folded, quoted or escaped."""

from __future__ import annotations

import pytest

from smallprint.places import Place, Text
from smallprint.read import Mapping, Scalar, Sequence, read


def value(text: str) -> Text:
    """The value of the one key of a file."""
    node, problems = read("f.yaml", text)
    assert not problems
    assert isinstance(node, Mapping)
    scalar = node.entries[0][1]
    assert isinstance(scalar, Scalar)
    return scalar.text


@pytest.mark.parametrize("written", ["no", "yes", "0123", "1e3", "~", "null", "2020-01-01", "1:30", "0x1F", ".5", "on"])
def test_nothing_is_interpreted(written: str) -> None:
    assert value(f"a: {written}\n") == written


def test_places_count_from_one() -> None:
    assert value("a: bcd\n").place == Place("f.yaml", 1, 4, 3)
    assert value("# x\na:   'bcd'\n").place == Place("f.yaml", 2, 6, 5)


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        ("a: one {two}\n", "two", (1, 9)),
        ("a: 'one {two}'\n", "two", (1, 10)),
        ('a: "one \\u0041 {two}"\n', "two", (1, 17)),
        ("a: >-\n  one\n  {two}\n", "two", (3, 4)),
        ("a: one\n  {two}\n", "two", (2, 4)),
        ("a: é {two}\n", "two", (1, 7)),
    ],
)
def test_a_part_is_found_where_it_was_written(text: str, part: str, place: tuple[int, int]) -> None:
    found = value(text)
    where = found.part(found.index(part), len(part))
    assert (where.line, where.column, where.length) == (*place, len(part))


def test_the_same_word_twice_is_told_apart() -> None:
    found = value("a: fee + fee\n")
    assert [found.part(at, 3).column for at in (0, 6)] == [4, 10]


def test_lists_and_keys_keep_their_order() -> None:
    node, _ = read("f.yaml", "b: [x, y]\na: {d: 1, c: 2}\n")
    assert isinstance(node, Mapping)
    assert [key for key, _ in node.entries] == ["b", "a"]
    first, second = (found for _, found in node.entries)
    assert isinstance(first, Sequence)
    assert isinstance(second, Mapping)
    assert second.inline
    assert [key for key, _ in second.entries] == ["d", "c"]


@pytest.mark.parametrize("text", ["a: 1 # a remark\n", "a: '#5'\n", "a: b#c\n", "# x\na: 1\n"])
def test_remarks_are_left_alone(text: str) -> None:
    assert value(text)
