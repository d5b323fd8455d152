"""Standard error of measurement and minimal detectable change (retest 1.1; Jacobson & Truax 1991, recalled)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordant.change.arguments import within
from concordant.change.normal import z_of

if TYPE_CHECKING:
    from concordant.change.arguments import Amount

_TWO_SCORES = 2**0.5
"""The error of a difference of two scores, over that of one."""


def standard_error_of_measurement(sd: Amount, icc: Amount) -> Amount:
    """SEM = SD sqrt(1 - ICC), in points of the scale, of one number or arrays.

    The SD is that of the sample in which the ICC (0 to 1) was found. Raises ArgumentError.
    """
    error: Amount = within("sd", sd, 0) * (1 - within("icc", icc, 0, 1)) ** 0.5
    return error


def minimal_detectable_change(sem: Amount, level: float = 0.95) -> Amount:
    """MDC = z sqrt(2) SEM, in points of the scale; the level is 0.95 or 0.90 in the papers. Raises ArgumentError."""
    return z_of(level) * _TWO_SCORES * within("sem", sem, 0)


def sem_of_published(mdc: Amount, level: float = 0.95) -> Amount:
    """The SEM behind a published MDC of that level, in points. Raises ArgumentError."""
    return within("mdc", mdc, 0) / (z_of(level) * _TWO_SCORES)
