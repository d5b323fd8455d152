"""A day as one whole number: the bit of a tick is 1 where something is true of it.

Shifting such a number compares a whole day with itself in one step, so that all starts of a visit are found at once.
"""

from __future__ import annotations

from collections.abc import Iterator


def stretch(start: int, end: int) -> int:
    """The ticks from ``start`` up to ``end``, the end not included."""
    return ((1 << (end - start)) - 1) << start if end > start else 0


def starts_inside(free: int, length: int) -> int:
    """Starts from which ``length`` ticks in a row are free."""
    have = 1
    while have < length:
        step = min(have, length - have)
        free &= free >> step
        have += step
    return free


def starts_meeting(taken: int, length: int) -> int:
    """Starts from which at least one of ``length`` ticks is taken."""
    have = 1
    while have < length:
        step = min(have, length - have)
        taken |= taken >> step
        have += step
    return taken


def ticks_of(mask: int) -> Iterator[int]:
    """The ticks whose bit is set, the earliest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
