"""Exports of many makes, small and by hand: what is read of them, what is asked, and that no row is ever lost."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.statements.table import MOST_ROWS
from tests.calculators.exports import HEADING, Json, payments, read, rows, why


def test_a_transaction_history_by_the_rules_of_each_day_beside_what_it_says_itself() -> None:
    said = read(
        rows(
            '"Jun 3, 2024",41,Service Fee,Service Fee for Hourly - Ref ID 40,Acme,-$60.00',
            '"Jun 3, 2024",40,Hourly,Invoice,Acme,$600.00',
            '"Jun 1, 2021",2,Service Fee,Service Fee - Fixed Price - Ref ID 1,Acme,($100.00)',
            '"Jun 1, 2021",1,Fixed-price,Milestone,Acme,"$600.00"',
        )
    )
    assert payments(said) == [("2021-06-01", "600.00", "110.00"), ("2024-06-03", "600.00", "60.00")]
    assert [one["compared"] for one in said["payments"]] == [
        "The file says $100.00; the rules of that day give $110.00.",
        "The file says $60.00, and so do the rules of that day.",
    ]
    (acme,) = said["clients"]
    assert (acme["billed"]["value"], acme["fees"]["value"], acme["kept"]["value"]) == ("1200.00", "170.00", "1030.00")
    assert (acme["told"]["value"], acme["told_by_rules"]["value"], acme["differing"]) == ("160.00", "170.00", 1)
    assert acme["readings"] == {"whole-amount": {"value": "120.00", "shown": "$120.00"}}
    assert [(one["year"], one["fees"]["value"]) for one in said["years"]] == [(2021, "110.00"), (2024, "60.00")]


def test_what_was_billed_before_counts_by_client_and_in_the_order_of_days() -> None:
    said = read(
        rows(
            "2020-02-01,,Hourly,,Acme,400",
            "2020-01-01,,Hourly,,Acme,400",
            "2020-01-15,,Hourly,,Other,400",
            "2020-03-01,,Refund,,Acme,-400",
            "2020-04-01,,Hourly,,Acme,100",
        )
    )
    assert payments(said) == [
        ("2020-01-01", "400.00", "80.00"),
        ("2020-02-01", "400.00", "50.00"),
        ("2020-03-01", "-400.00", None),
        ("2020-04-01", "100.00", "20.00"),
        ("2020-01-15", "400.00", "80.00"),
    ]
    assert said["total"]["refunded"]["value"] == "400.00"
    assert "How much of the fee it gives back is not worked out" in said["notes"][0]


def test_of_two_payments_on_one_day_the_earlier_comes_first_in_files_of_both_orders() -> None:
    older = ["2020-01-01,,Hourly,a,Acme,10", "2020-02-01,,Hourly,b,Acme,400", "2020-02-01,,Hourly,c,Acme,200"]
    down, up = read(rows(*older)), read(rows(*reversed(older)))
    assert payments(down) == payments(up)
    assert payments(down)[1:] == [("2020-02-01", "400.00", "80.00"), ("2020-02-01", "200.00", "29.00")]


def test_without_knowing_what_was_billed_before_it_is_asked_and_never_taken_for_nothing() -> None:
    text = rows("2020-01-01,,Hourly,,Acme,400", "2024-01-01,,Hourly,,Acme,400")
    said = read(text, whole="")
    assert payments(said) == [("2020-01-01", "400.00", None), ("2024-01-01", "400.00", "40.00")]
    assert said["groups"] == [{"name": "Acme", "missing": ["billed_before"]}]
    assert said["clients"][0]["waiting"] == 1
    assert payments(read(text, whole="no", before={"Acme": "$1,000"}))[0][2] == "40.00"
    wrong = read(text, whole="no", before={"Acme": "1.250"})
    assert "can be read in two ways" in wrong["payments"][0]["why"]


def test_what_only_the_reader_knows_of_a_contract_is_asked_by_name() -> None:
    text = rows("2026-06-01,,Hourly,,Acme,1000")
    assert read(text)["groups"] == [{"name": "Acme", "missing": ["offered_on"]}]
    typed = {"offered_on": "1 May 2026", "contract_rate": "15%"}
    said = read(text, groups={"Acme": {"client": "Acme Ltd", "typed": typed}})
    assert payments(said) == [("2026-06-01", "1000.00", "150.00")]
    assert said["clients"][0]["name"] == "Acme Ltd"
    assert said["payments"][0]["typed"] == {
        "amount": "1000.00", "paid_on": "2026-06-01", "billed_before": "0.00", **typed,
    }  # fmt: skip


def test_a_weekly_summary_has_contracts_and_two_may_be_of_one_client() -> None:
    text = rows(
        "2020-01-05,Logo,10,400,Hourly",
        "2020-01-12,Site,10,400,Hourly",
        ",,,800,Total",
        heading="Date,Contract,Hours,Amount,Payment type",
    )
    apart, together = read(text), read(text, groups={n: {"client": "Acme", "typed": {}} for n in ("Logo", "Site")})
    assert [one["fees"]["value"] for one in apart["clients"]] == ["80.00", "80.00"]
    assert [(one["name"], one["fees"]["value"]) for one in together["clients"]] == [("Acme", "130.00")]
    assert why(apart) == [(4, "It is a sum of other rows.")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2024-01-01,,Hourly,,Acme,abc", "“abc” is no amount we can read."),
        ("2024-01-01,,Hourly,,Acme,", "There is no amount in it."),
        ("2024-01-01,,Hourly,,Acme,5 EUR", "“5 EUR” is not in US dollars."),
        ("2024-01-01,,Hourly,,Acme,€5", "“€5” is not in US dollars."),
        ("2024-01-01,,Hourly,,Acme,0.1234", "“0.1234” is no amount we can read."),
        ("2024-01-01,,Hourly,,Acme,0.123", "“0.123” is no amount we can read."),
        ("2024-01-01,,Hourly,,Acme,--5", "“--5” is no amount we can read."),
        ("2024-01-01,,Hourly,,Acme,99999999999", "The amount is too large to be a payment."),
        (",,Hourly,,Acme,5", "There is no date in it."),
        ("2024-02-30,,Hourly,,Acme,5", "“2024-02-30” is no day of the calendar."),
        ("31/02/2024,,Hourly,,Acme,5", "“31/02/2024” is no day of the calendar."),
        ("soon,,Hourly,,Acme,5", "“soon” is no date we can read."),
        ("2024-01-01,,,,Acme,5", "Nothing in it says what kind of payment it is."),
        ("2024-01-01,,VAT,,Acme,-5", "“VAT” is no payment by a client."),
        ("2024-01-01,,Refund,,Acme,5", "A refund is expected to be below zero, and this amount is not."),
        ("2024-01-01,,Hourly,,Acme,1,250.00", "It has 7 cells under 6 columns. An amount with a comma may lack its"),
        ("2024-01-01,,Windfall,,Acme,5", "We do not know what “Windfall” is. Say above whether it is a payment"),
    ],
)
def test_a_row_that_does_not_count_says_why(line: str, words: str) -> None:
    said = read(rows(line, "2024-05-17,,Hourly,,Acme,5"))
    assert len(said["payments"]) == 1
    ((at, told),) = why(said)
    assert at == 2
    assert told.startswith(words)


def test_the_reader_can_say_that_an_unknown_word_is_a_payment() -> None:
    text = rows("2024-01-01,,Windfall,,Acme,5")
    (choice,) = read(text)["files"][0]["choices"]
    assert choice["words"] == "Is “Windfall” a payment by a client?"
    assert payments(read(text, answers={choice["id"]: "yes"})) == [("2024-01-01", "5.00", "0.50")]
    assert why(read(text, answers={choice["id"]: "no"})) == [(2, "“Windfall” is no payment by a client.")]


def test_other_currencies_are_listed_and_two_amounts_are_asked_about() -> None:
    heading = "Date,Type,Team,Amount,Currency"
    said = read(rows("2024-01-01,Hourly,Acme,5,EUR", "2024-01-01,Hourly,Acme,6,USD", heading=heading))
    assert payments(said) == [("2024-01-01", "6.00", "0.60")]
    assert why(said) == [(2, "It is in EUR, not in US dollars; different currencies are not added up.")]
    both = rows("2024-01-01,Hourly,Acme,5,4,EUR", heading="Date,Type,Team,Amount,Amount in local currency,Currency")
    (choice,) = read(both)["files"][0]["choices"]
    assert choice["words"] == "Is the column “Amount” in US dollars?"
    assert payments(read(both, answers={"dollars": "yes"})) == [("2024-01-01", "5.00", "0.50")]
    assert payments(read(both, answers={"dollars": "no"})) == []


def test_a_payment_that_two_files_hold_counts_once_and_kinds_of_export_are_not_mixed_unsaid() -> None:
    text = rows("2024-01-01,7,Hourly,,Acme,5")
    said = read(text, text)
    assert len(said["payments"]) == 1
    assert why(said) == [(2, "It stands in 1.csv, line 2, too, and counts once.")]
    weekly = rows("2024-01-01,Logo,1,5,Hourly", heading="Date,Contract,Hours,Amount,Payment type")
    assert any("choose one of the two" in note for note in read(text, weekly)["notes"])


def test_a_clients_export_is_recognised() -> None:
    said = read(rows("2024-01-01,7,Hourly,,Acme,-5", "2024-01-08,8,Hourly,,Acme,-5"))
    assert said["payments"] == []
    assert all("It seems to be a client's export" in words for _, words in why(said))


def test_a_day_before_all_rules_is_told_with_the_payment() -> None:
    (one,) = read(rows("2001-01-01,,Hourly,,Acme,5"))["payments"]
    assert one["fee"] is None
    assert "nothing is known before" in one["why"].lower()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The file is empty."),
        (" \n\n", "The file is empty."),
        ("some words\nand more", "No row in it names the columns"),
        ("a" * 5_000_001, "more than 5 million characters"),
        (rows(*["2024-01-01,,Hourly,,Acme,5"] * (MOST_ROWS + 1)), f"more than {MOST_ROWS:,} rows"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(text: str, words: str) -> None:
    said = read(text)
    ((_, told),) = why(said)
    assert words in told


def test_a_quotation_mark_that_is_never_closed_is_told_at_its_line() -> None:
    said = read(rows("2024-01-01,,Hourly,,Acme,5", '2024-01-02,,Hourly,"never,Acme,5', *["x,,,,,"] * 60))
    assert len(said["payments"]) == 1
    assert why(said) == [(3, "A quotation mark in it is not closed, so it swallows the rows below.")]


def test_what_is_saved_runs_nothing_in_a_spreadsheet() -> None:
    said = read(rows('2024-01-01,,Hourly,,"=HYPERLINK(""x"")",5', "2024-01-01,,Hourly,,@SUM(A1),6"))
    saved = list(csv.reader(StringIO(said["csv"])))
    assert [row[1] for row in saved] == ["Client", '\'=HYPERLINK("x")', "'@SUM(A1)"]


CELL = st.one_of(
    st.sampled_from(["2024-01-01", "03/04/2021", "13/04/2021", "Hourly", "Refund", "Service Fee", "VAT", "Total"]),
    st.sampled_from(["Acme", "5", "-5.00", "(1.250)", '"1,250', "€7", "=1+1", "1.250,00", "Ref ID 7", "7", ""]),
    st.text(max_size=12),
)
LINE = st.lists(CELL, max_size=8)


@settings(max_examples=300)
@given(st.lists(LINE, max_size=8), st.sampled_from([",", ";", "\t"]), st.booleans())
def test_no_row_is_ever_lost(lines: list[list[str]], separator: str, quoted: bool) -> None:
    written = StringIO()
    writer = csv.writer(written, delimiter=separator, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    writer.writerow(HEADING.split(","))
    writer.writerows(lines)
    there = sum(any(cell.strip() for cell in line) for line in lines)
    said = read(written.getvalue())
    assert said["files"][0]["rows"] == there
    accounted(said)


@settings(max_examples=300)
@given(st.text(max_size=400), st.booleans())
def test_any_text_at_all_is_answered(text: str, headed: bool) -> None:
    accounted(read(f"{HEADING}\n{text}" if headed else text))


def accounted(said: Mapping[str, Json]) -> None:
    """Every row is counted, put aside or not read; what is not counted is listed with a line and a reason."""
    (file,) = said["files"]
    assert file["rows"] == file["counted"] + file["aside"] + file["unread"]
    assert len(said["listed"]) == file["aside"] + file["unread"]
    assert all(one["line"] >= 1 and one["why"] for one in said["listed"])
    assert len(said["payments"]) <= file["counted"]
