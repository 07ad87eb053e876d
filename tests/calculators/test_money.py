"""Amounts are rounded half up to the cent, and the inverse is the smallest amount that leaves enough, to the cent."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.runtime.bands import marginal
from calculators.runtime.money import cent, dollars, smallest_amount
from calculators.runtime.values import Band, Bands

CENTS = st.integers(0, 10**11).map(dollars)
AMOUNTS = st.decimals(0, 10**9, places=8)
TABLE = Bands((Band(Decimal(500), Decimal("0.20")), Band(Decimal(10000), Decimal("0.10")), Band(None, Decimal("0.05"))))


@given(AMOUNTS)
def test_rounding_goes_to_the_nearest_cent_and_half_a_cent_up(amount: Decimal) -> None:
    rounded = Fraction(cent(amount))
    assert rounded * 100 == (Fraction(amount) * 100 + Fraction(1, 2)).__floor__()


@given(AMOUNTS)
def test_rounding_treats_debts_like_amounts_and_twice_like_once(amount: Decimal) -> None:
    assert cent(-amount) == -cent(amount)
    assert cent(cent(amount)) == cent(amount)
    assert cent(amount).as_tuple().exponent == -2


@given(CENTS, st.integers(0, 9900).map(lambda n: Decimal(n).scaleb(-4)))
def test_the_inverse_leaves_enough_and_a_cent_less_does_not(keep: Decimal, rate: Decimal) -> None:
    def net_of(amount: Decimal) -> Decimal:
        return amount - cent(amount * rate)

    charge = smallest_amount(net_of, keep)
    assert charge.as_tuple().exponent == -2
    assert net_of(charge) >= keep
    assert charge == 0 or net_of(charge - Decimal("0.01")) < keep


@given(st.integers(0, 3_000_000).map(dollars), st.integers(0, 2_000_000).map(dollars))
def test_the_inverse_holds_in_bands(keep: Decimal, before: Decimal) -> None:
    def net_of(amount: Decimal) -> Decimal:
        return amount - cent(marginal(TABLE, amount, before, []))

    charge = smallest_amount(net_of, keep)
    assert net_of(charge) >= keep
    assert charge == 0 or net_of(charge - Decimal("0.01")) < keep


@pytest.mark.parametrize(
    ("keep", "charge"),
    [("20", "22.22"), ("0", "0.00"), ("-5", "0.00"), ("0.01", "0.01"), ("0.001", "0.01"), ("19.995", "22.22")],
)
def test_known_inverses_at_ten_percent(keep: str, charge: str) -> None:
    assert str(smallest_amount(lambda amount: amount - cent(amount * Decimal("0.1")), Decimal(keep))) == charge


def test_dividing_and_rounding_up_would_be_a_cent_too_high() -> None:
    # 0.05 / 0.9 rounded up is 0.06; but of 0.05 the fee is 0.005, so 0.01 half up, and 0.04 is left.
    def net_of(amount: Decimal) -> Decimal:
        return amount - cent(amount * Decimal("0.1"))

    keeps = [dollars(n) for n in range(1, 2000)]
    divided = [(keep / Decimal("0.9")).quantize(Decimal("0.01"), "ROUND_CEILING") for keep in keeps]
    exact = [smallest_amount(net_of, keep) for keep in keeps]
    assert all(one <= other for one, other in zip(exact, divided, strict=True))
    assert exact != divided


def test_what_can_never_be_left_is_refused() -> None:
    with pytest.raises(ValueError, match="no amount"):
        smallest_amount(lambda amount: Decimal(0), Decimal("0.01"))
