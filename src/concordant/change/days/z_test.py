"""The z of two shares of days and the smallest change it detects, allowing for clustered days (retest 3.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordant.change.arguments import LONGEST_WINDOW, two_windows, whole_numbers, within
from concordant.change.days.per_28 import PER_DAYS
from concordant.change.normal import z_of

if TYPE_CHECKING:
    from concordant.change.arguments import Amount


def adjusted_z(x1: Amount, n1: Amount, x2: Amount, n2: Amount, effect: Amount) -> Amount:
    """z of the fall; positive is fewer headache days, 0 where all days are alike. Numbers or arrays.

    The design effect is 1 or more; 1 is the plain z-test. Raises ArgumentError.
    """
    x1, n1, x2, n2 = two_windows(x1, n1, x2, n2)
    mean = (x1 + x2) / (n1 + n2)
    variance = mean * (1 - mean) * within("effect", effect, 1) * (1 / n1 + 1 / n2)
    # Without variance there is no difference either: 0 over 1 instead of 0 over 0.
    z: Amount = (x1 / n1 - x2 / n2) / (variance + (variance <= 0)) ** 0.5
    return z


def detectable_days_from_none(n: Amount, effect: Amount, level: float = 0.95) -> Amount:
    """The least rise, in days per 28, that is beyond error after a window of n days without any headache.

    `detectable_days` is 0 there. This is the rise d at which `adjusted_z` reaches its limit, the mean share being d/2:
    d = c / (1 + c/2), c = z^2 effect / n. Numbers or arrays. Raises ArgumentError.
    """
    c = z_of(level) ** 2 * within("effect", effect, 1) / whole_numbers("n", n, 1, LONGEST_WINDOW)
    smallest: Amount = PER_DAYS * c / (1 + c / 2)
    return smallest


def detectable_days(p: Amount, n: Amount, effect: Amount, level: float = 0.95) -> Amount:
    """Minimal detectable change in days per 28 between two windows of n days at a share p of headache days.

    p is 0 to 1, the design effect 1 or more. Numbers or arrays. Raises ArgumentError.
    """
    share, days = within("p", p, 0, 1), whole_numbers("n", n, 1, LONGEST_WINDOW)
    smallest: Amount = z_of(level) * (2 * share * (1 - share) * within("effect", effect, 1) / days) ** 0.5
    return PER_DAYS * smallest
