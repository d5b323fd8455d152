"""Who gives a visit, and stretches of a day."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

MINUTES_A_DAY = 24 * 60


class Discipline(StrEnum):
    """Who gives a visit."""

    PHYSIO = "physio"
    RMT = "rmt"


class Span(NamedTuple):
    """Minutes after midnight on the clocks of the clinic, the end not included; 1440 as an end is midnight."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """The whole stretch lies inside."""
        return self.start <= start and end <= self.end

    def meets(self, start: int, end: int) -> bool:
        """They share at least a minute."""
        return self.start < end and start < self.end


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Stretches in order, those that touch or overlap as one."""
    found: list[Span] = []
    for one in sorted(spans):
        if found and one.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return tuple(found)
