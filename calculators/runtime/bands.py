"""A band table and an amount in, dollars or a rate out: by each band's own part, or by the band that is reached."""

from __future__ import annotations

from decimal import Decimal

from calculators.runtime.values import Bands, Part

ZERO = Decimal(0)
new_part = tuple.__new__  # half the time of calling `Part`, and every banded step does it


def marginal(bands: Bands, amount: Decimal, before: Decimal, parts: list[Part]) -> Decimal:
    """Each band's rate on the part of `amount` inside that band, summed, in dollars and not rounded.

    The amount lies on top of `before` dollars. A dollar that ends exactly at a band's limit is still in that band.
    Each band that the amount touches is added to `parts`.

    >>> from calculators.runtime.values import Band
    >>> table = Bands((Band(Decimal(500), Decimal("0.20")), Band(None, Decimal("0.10"))))
    >>> marginal(table, Decimal(200), Decimal(400), parts := [])
    Decimal('30.00')
    >>> [(part.amount, part.rate) for part in parts]
    [(Decimal('100'), Decimal('0.20')), (Decimal('100'), Decimal('0.10'))]
    """
    total = above = ZERO
    start, reached = before, before + amount
    for up_to, rate in bands.rows:
        is_last = up_to is None or reached <= up_to
        end = reached if up_to is None or is_last else up_to
        if start < end:
            inside = end - start
            value = inside * rate
            total += value
            parts.append(new_part(Part, (above, up_to, inside, rate, value)))
            start = end
        if up_to is None or is_last:
            break
        above = up_to
    return total


def whole(bands: Bands, amount: Decimal, before: Decimal) -> Decimal:
    """The rate of the band that `before` plus `amount` reaches, on the whole amount; in dollars and not rounded.

    >>> from calculators.runtime.values import Band
    >>> table = Bands((Band(Decimal(500), Decimal("0.20")), Band(None, Decimal("0.10"))))
    >>> whole(table, Decimal(500), Decimal(0)), whole(table, Decimal(600), Decimal(0))
    (Decimal('100.00'), Decimal('60.00'))
    """
    return amount * band(bands, before + amount)


def band(bands: Bands, amount: Decimal) -> Decimal:
    """The rate of the band that `amount` dollars reach; exactly a limit belongs to the band it ends.

    >>> from calculators.runtime.values import Band
    >>> table = Bands((Band(Decimal(500), Decimal("0.20")), Band(None, Decimal("0.10"))))
    >>> band(table, Decimal("500.00")), band(table, Decimal("500.01"))
    (Decimal('0.20'), Decimal('0.10'))
    """
    for up_to, rate in bands.rows:
        if up_to is None or amount <= up_to:
            return rate
    raise ValueError("a band table ends with the rest")
