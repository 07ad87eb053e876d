"""Numbers in, a number out: what the formula language has beyond plus, minus, times and divided by."""

from __future__ import annotations

from decimal import Decimal


def clamp[N: (Decimal, int)](x: N, low: N, high: N) -> N:
    """`x`, but not under `low` and not over `high`.

    >>> clamp(Decimal(7), Decimal(10), Decimal(50))
    Decimal('10')
    """
    return max(low, min(x, high))


def average(*xs: Decimal | int) -> Decimal:
    """The sum of the numbers divided by how many there are.

    >>> average(90, 85)
    Decimal('87.5')
    """
    return sum(map(Decimal, xs), Decimal(0)) / len(xs)


def divide(a: Decimal | int, b: Decimal | int) -> Decimal:
    """`a` divided by `b`, to 28 digits where it does not end. Raises ArithmeticError where `b` is 0.

    >>> divide(1, 8)
    Decimal('0.125')
    """
    return Decimal(a) / Decimal(b)


def whole_times[N: (Decimal, int)](a: N, b: N) -> N:
    """How many whole times `b` fits into `a`; neither is negative. Raises ArithmeticError where `b` is 0.

    >>> whole_times(20, 6)
    3
    """
    return a // b


def left_over[N: (Decimal, int)](a: N, b: N) -> N:
    """What is left of `a` after taking `b` out as often as it fits. Raises ArithmeticError where `b` is 0.

    >>> left_over(20, 6)
    2
    """
    return a % b
