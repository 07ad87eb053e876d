"""Bands: each dollar falls into one, a limit belongs to the band it ends, splitting a payment changes nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.runtime.bands import band, marginal, whole
from calculators.runtime.money import dollars
from calculators.runtime.values import Band, Bands, Part

D = Decimal
SLIDING = Bands((Band(D(500), D("0.20")), Band(D(10000), D("0.10")), Band(None, D("0.05"))))
FLAT = Bands((Band(None, D("0.10")),))
AMOUNTS = st.integers(0, 3_000_000).map(dollars)
RATES = st.integers(0, 100).map(lambda n: D(n).scaleb(-2))


@st.composite
def tables(draw: st.DrawFn) -> Bands:
    limits = sorted(draw(st.sets(st.integers(1, 2_500_000), max_size=4)))
    return Bands((*(Band(dollars(limit), draw(RATES)) for limit in limits), Band(None, draw(RATES))))


def fee(amount: str, before: str = "0") -> Decimal:
    return marginal(SLIDING, D(amount), D(before), [])


@pytest.mark.parametrize(
    ("amount", "before", "expected"),
    [
        ("600", "0", "110"),
        ("1000", "0", "150"),
        ("12000", "0", "1150"),
        ("400", "9800", "30"),
        ("200", "400", "30"),
        ("11000", "0", "1100"),
        ("500.00", "0", "100"),
        ("500.01", "0", "100.001"),
        ("0.01", "500", "0.001"),
        ("0.01", "10000", "0.0005"),
        ("0.01", "9999.99", "0.001"),
        ("0", "0", "0"),
        ("0", "500", "0"),
    ],
)
def test_known_fees(amount: str, before: str, expected: str) -> None:
    assert fee(amount, before) == D(expected)


@given(tables(), AMOUNTS, AMOUNTS, AMOUNTS)
def test_two_payments_cost_what_one_costs(table: Bands, before: Decimal, one: Decimal, other: Decimal) -> None:
    together = marginal(table, one + other, before, [])
    assert marginal(table, one, before, []) + marginal(table, other, before + one, []) == together


@given(tables(), AMOUNTS, AMOUNTS)
def test_the_parts_add_up(table: Bands, amount: Decimal, before: Decimal) -> None:
    parts: list[Part] = []
    total = marginal(table, amount, before, parts)
    assert sum((part.value for part in parts), D(0)) == total
    assert sum((part.amount for part in parts), D(0)) == amount
    assert all(part.value == part.amount * part.rate and part.amount > 0 for part in parts)
    assert [part.above for part in parts] == sorted(part.above for part in parts)


@given(tables(), AMOUNTS)
def test_each_cent_is_charged_at_the_rate_of_the_band_it_ends_in(table: Bands, before: Decimal) -> None:
    cent = D("0.01")
    assert marginal(table, cent, before, []) == cent * band(table, before + cent)


@given(AMOUNTS, AMOUNTS)
def test_one_band_is_a_flat_rate_either_way(amount: Decimal, before: Decimal) -> None:
    assert marginal(FLAT, amount, before, []) == whole(FLAT, amount, before) == amount * D("0.10")


@pytest.mark.parametrize(
    ("reached", "rate"),
    [("0", "0.20"), ("500", "0.20"), ("500.01", "0.10"), ("10000", "0.10"), ("10000.01", "0.05")],
)
def test_a_limit_belongs_to_the_band_it_ends(reached: str, rate: str) -> None:
    assert band(SLIDING, D(reached)) == D(rate)
    assert whole(SLIDING, D(reached), D(0)) == D(reached) * D(rate)
