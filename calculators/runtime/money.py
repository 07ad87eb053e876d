"""Amounts of dollars in, amounts in whole cents out: rounding, and the smallest amount that leaves enough."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
FURTHEST = 10**17  # in cents: 10**15 dollars


def cent(amount: Decimal) -> Decimal:
    """Round dollars to whole cents; half a cent goes away from zero.

    >>> cent(Decimal("26.664")), cent(Decimal("0.125")), cent(Decimal("7"))
    (Decimal('26.66'), Decimal('0.13'), Decimal('7.00'))
    """
    return amount.quantize(CENT, ROUND_HALF_UP)


def smallest_amount(net_of: Callable[[Decimal], Decimal], at_least: Decimal) -> Decimal:
    """The smallest amount in whole cents whose net, in dollars, is at least `at_least`.

    `net_of` must never fall as the amount grows. Raises ValueError where no amount below 10**15 dollars leaves enough.

    >>> smallest_amount(lambda amount: amount - cent(amount * Decimal("0.10")), Decimal(20))
    Decimal('22.22')
    """

    def enough(cents: int) -> bool:
        return net_of(dollars(cents)) >= at_least

    if enough(0):
        return dollars(0)
    too_little, high = 0, max(1, int((at_least / CENT).to_integral_value(ROUND_CEILING)))
    stride = max(1, high // 8)
    while not enough(high):
        if high >= FURTHEST:
            raise ValueError("no amount leaves enough")
        too_little, high, stride = high, min(high + stride, FURTHEST), stride * 2
    while high - too_little > 1:
        middle = (too_little + high) // 2
        if enough(middle):
            high = middle
        else:
            too_little = middle
    return dollars(high)


def dollars(cents: int) -> Decimal:
    """Whole cents as dollars with two decimals.

    >>> dollars(2222)
    Decimal('22.22')
    """
    return Decimal(cents).scaleb(-2)
