"""A day as one whole number, looked at with a handful of operations. Where a bit is a minute, bit 495 stands for 08:15;
the same holds for longer steps: in quarters of an hour bit 33 does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from concordant.booking.problem.spans import MINUTES_A_DAY


def stretch(start: int, end: int) -> int:
    """The minutes from start up to end, cut to the day; nothing where it ends before it starts."""
    start, end = max(start, 0), min(end, MINUTES_A_DAY)
    return ((1 << (end - start)) - 1) << start if start < end else 0


def of_spans(spans: Iterable[tuple[int, int]]) -> int:
    """The minutes of several stretches."""
    found = 0
    for start, end in spans:
        found |= stretch(start, end)
    return found


@lru_cache(maxsize=1024)
def _steps(length: int) -> tuple[int, ...]:
    """Shifts by which one bit grows to so many: 1, 2, 4 and so on, and the rest."""
    found = []
    have = 1
    while have < length:
        found.append(min(have, length - have))
        have += found[-1]
    return tuple(found)


def starts_within(free: int, length: int) -> int:
    """Starts from which so many minutes are all free."""
    for step in _steps(length):
        free &= free >> step
    return free


def starts_meeting(taken: int, length: int) -> int:
    """Starts from which so many minutes meet something that is taken."""
    for step in _steps(length):
        taken |= taken >> step
    return taken


def up_to_later(starts: int, minutes: int) -> int:
    """Every minute that lies 0 to so many minutes after one of them."""
    for step in _steps(minutes + 1):
        starts |= starts << step
    return starts


def each(starts: int) -> Iterator[int]:
    """The minutes, earliest first."""
    while starts:
        lowest = starts & -starts
        yield lowest.bit_length() - 1
        starts ^= lowest


def first(starts: int) -> int:
    """The earliest of at least one."""
    return (starts & -starts).bit_length() - 1
