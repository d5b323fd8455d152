"""Interval of a share of days, and of the difference of two (retest 3.2).

Wilson 1927, doi:10.1080/01621459.1927.10502953; Newcombe 1998,
doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordant.change.arguments import days_of_window, two_windows
from concordant.change.days.per_28 import PER_DAYS
from concordant.change.normal import z_of

if TYPE_CHECKING:
    from concordant.change.arguments import Amount


def wilson(x: Amount, n: Amount, level: float = 0.95) -> tuple[Amount, Amount]:
    """Lower and upper limit of the share x/n, 0 to 1. Numbers or arrays. Raises ArgumentError."""
    return _wilson(*days_of_window("", x, n), z_of(level))


def newcombe(x1: Amount, n1: Amount, x2: Amount, n2: Amount, level: float = 0.95) -> tuple[Amount, Amount, Amount]:
    """Change of headache days per 28 with its lower and upper limit; a fall is negative, -28 to 28.

    Without clustering: the interval of independent days. Numbers or arrays. Raises ArgumentError.
    """
    x1, n1, x2, n2 = two_windows(x1, n1, x2, n2)
    (l1, u1), (l2, u2) = _wilson(x1, n1, z_of(level)), _wilson(x2, n2, z_of(level))
    p1, p2 = x1 / n1, x2 / n2
    change = p2 - p1
    low = change - ((p2 - l2) ** 2 + (u1 - p1) ** 2) ** 0.5
    high = change + ((u2 - p2) ** 2 + (p1 - l1) ** 2) ** 0.5
    return PER_DAYS * change, PER_DAYS * low, PER_DAYS * high


def _wilson(x: Amount, n: Amount, z: float) -> tuple[Amount, Amount]:
    p = x / n
    centre = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * (p * (1 - p) / n + z**2 / (4 * n**2)) ** 0.5 / (1 + z**2 / n)
    return centre - half, centre + half
