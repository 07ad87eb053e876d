"""Days, amounts and separators of exports, however they are written; what can be two is settled or asked."""

from __future__ import annotations

import pytest

from tests.calculators.exports import payments, read, rows, why


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separators_marks_and_line_ends(separator: str, mark: str, end: str) -> None:
    lines = ["Weekly", "", *rows("2024-01-01,7,Hourly,x,Acme,500").splitlines(), "", ""]
    said = read(mark + end.join(lines).replace(",", separator))
    assert payments(said) == [("2024-01-01", "500.00", "50.00")]
    assert why(said) == [(1, "It stands above the heading.")]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ('"Mar 5, 2024"', "2024-03-05"),
        ("5 March 2024", "2024-03-05"),
        ("2024-03-05T10:00:00Z", "2024-03-05"),
        ("2024-03-05 10:00:00.123 +00:00", "2024-03-05"),
        ("25/03/2024", "2024-03-25"),
        ("03/25/2024 9:15 PM", "2024-03-25"),
        ("5.5.2024", "2024-05-05"),
    ],
)
def test_days_however_they_are_written(written: str, day: str) -> None:
    assert [one[0] for one in payments(read(rows(f"{written},,Hourly,,Acme,5")))] == [day]


def test_a_day_that_can_be_two_is_settled_by_another_row_or_asked() -> None:
    unclear = "03/04/2024,,Hourly,,Acme,5"
    alone = read(rows(unclear))
    assert payments(alone) == []
    assert why(alone) == [(2, "“03/04/2024” can be 3 April 2024 or 4 March 2024.")]
    assert alone["files"][0]["choices"] == [
        {"id": "dates", "words": "Which comes first in dates such as 03/04/2024?",
         "options": [["day", "the day"], ["month", "the month"]]},
    ]  # fmt: skip
    for order, day in (("day", "2024-04-03"), ("month", "2024-03-04")):
        assert payments(read(rows(unclear), answers={"dates": order}))[0][0] == day
    settled = read(rows(unclear, "13/04/2024,,Hourly,,Acme,5"))
    assert [one[0] for one in payments(settled)] == ["2024-04-03", "2024-04-13"]
    assert settled["files"][0]["choices"] == []
    assert settled["files"][0]["notes"] == ["The day comes first in its dates: one of them cannot be read otherwise."]
    torn = read(rows(unclear, "13/04/2024,,Hourly,,Acme,5", "04/13/2024,,Hourly,,Acme,5"))
    assert [one[0] for one in payments(torn)] == ["2024-04-13", "2024-04-13"]
    assert len(torn["files"][0]["choices"]) == 1


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("5", "5.00"),
        ("$5.5", "5.50"),
        ('"$1,250.00"', "1250.00"),
        ('"1.250,50"', "1250.50"),
        ('"12,50"', "12.50"),
        ('"1 250,50"', "1250.50"),
        ("1'250.50", "1250.50"),
        ('"1,234,567"', "1234567.00"),
        ("USD 7.00", "7.00"),
        ("+5.00", "5.00"),
        ('"$5,123"', "5123.00"),
        (".50", "0.50"),
    ],
)
def test_amounts_however_they_are_written(written: str, amount: str) -> None:
    assert [one[1] for one in payments(read(rows(f"2024-01-01,,Hourly,,Acme,{written}")))] == [amount]


@pytest.mark.parametrize("written", ["-5.00", "(5.00)", "-$5.00", "$-5.00", "5.00-", "($5.00)", "\u22125.00"])
def test_amounts_below_zero_are_refunds(written: str) -> None:
    said = read(rows("2024-01-01,,Hourly,,Acme,50", f"2024-01-02,,Hourly,,Acme,{written}"))
    assert [one[1] for one in payments(said)] == ["50.00", "-5.00"]


def test_an_amount_that_can_be_two_is_settled_by_another_row_or_asked() -> None:
    unclear = '2024-01-01,,Hourly,,Acme,"1,250"'
    alone = read(rows(unclear))
    assert why(alone) == [(2, "“1,250” can be read in two ways.")]
    (choice,) = alone["files"][0]["choices"]
    assert choice["options"] == [["comma", "$1.25"], ["point", "$1,250.00"]]
    assert read(rows(unclear), answers={"marks": "point"})["payments"][0]["amount"]["value"] == "1250.00"
    settled = read(rows(unclear, "2024-01-02,,Hourly,,Acme,0.50"))
    assert [one[1] for one in payments(settled)] == ["1250.00", "0.50"]
