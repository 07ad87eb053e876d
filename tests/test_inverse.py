"""`price-to-net` undoes `service-fee` exactly: the charge leaves enough, and a cent less does not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.rules.price_to_net import PriceToNet
from calculators.rules.service_fee import ServiceFee
from calculators.runtime.mistakes import Missing
from calculators.runtime.values import Value

CENT = Decimal("0.01")
AMOUNTS = st.decimals(0, 60_000, places=2)
YEARS: st.SearchStrategy[dict[str, Value]] = st.one_of(
    st.fixed_dictionaries({"paid_on": st.dates(date(2013, 2, 3), date(2016, 6, 20))}),
    st.fixed_dictionaries({"paid_on": st.dates(date(2016, 6, 21), date(2023, 5, 2)), "billed_before": AMOUNTS}),
    st.fixed_dictionaries(
        {"paid_on": st.dates(date(2023, 5, 3), date(2023, 12, 31)), "was_at_5_percent": st.booleans()}
    ),
    st.fixed_dictionaries(
        {
            "paid_on": st.dates(date(2025, 5, 1), date(2030, 12, 31)),
            "offered_on": st.dates(date(2024, 5, 1), date(2025, 5, 1)),
            "contract_rate": st.decimals(0, Decimal("0.15"), places=4),
        }
    ),
)


@given(YEARS, AMOUNTS)
def test_the_charge_is_the_smallest_that_leaves_enough(year: dict[str, Value], keep: Decimal) -> None:
    charge = PriceToNet({**year, "keep": keep}).charge
    assert ServiceFee({**year, "amount": charge}).net >= keep
    assert charge == 0 or ServiceFee({**year, "amount": charge - CENT}).net < keep


@given(YEARS, AMOUNTS)
def test_fee_and_net_are_those_of_the_charge(year: dict[str, Value], keep: Decimal) -> None:
    rule = PriceToNet({**year, "keep": keep})
    fee = ServiceFee({**year, "amount": rule.charge})
    assert (rule.fee, rule.net) == (fee.fee, fee.net)


@given(YEARS, AMOUNTS)
def test_charging_a_cent_more_never_leaves_less(year: dict[str, Value], amount: Decimal) -> None:
    less, more = (ServiceFee({**year, "amount": each}).net for each in (amount, amount + CENT))
    assert less <= more <= less + CENT


@given(YEARS, AMOUNTS)
def test_fee_and_net_are_whole_cents_that_make_up_the_amount(year: dict[str, Value], amount: Decimal) -> None:
    rule = ServiceFee({**year, "amount": amount})
    assert rule.fee + rule.net == amount
    assert rule.fee == rule.fee.quantize(CENT)
    assert 0 <= rule.fee <= amount


@given(st.dates(date(2016, 6, 21), date(2023, 5, 2)), AMOUNTS)
def test_nothing_is_taken_for_granted_about_an_input_that_is_missing(paid_on: date, keep: Decimal) -> None:
    with pytest.raises(Missing) as stop:
        PriceToNet({"paid_on": paid_on, "keep": keep}).charge  # noqa: B018  # reading it is the test
    assert stop.value.names == ("billed_before",)
