"""The hours that a page shows, as rows of a grid. Styles name the rows, because no page carries a style of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from concordant.booking.problem.spans import MINUTES_A_DAY, Span

STEP = 5
"""Minutes of one row."""
HOUR = 60
USUAL = Span(8 * HOUR, 18 * HOUR)
"""Shown where nobody works."""


@dataclass(frozen=True)
class Frame:
    """From the first full hour to the last, in minutes after midnight."""

    first: int
    last: int

    def row(self, minute: int) -> int:
        """Rows begin with 1."""
        return (min(max(minute, self.first), self.last) - self.first) // STEP + 1

    def rows(self, span: Span) -> int:
        """At least one, whatever ends within a row takes all of it."""
        end = -(-(min(max(span.end, self.first), self.last) - self.first) // STEP) + 1
        return max(end - self.row(span.start), 1)

    @property
    def hours(self) -> list[tuple[int, str]]:
        """Row and words of each full hour."""
        return [(self.row(minute), in_words(minute)) for minute in range(self.first, self.last, HOUR)]

    @property
    def length(self) -> int:
        """Hours in all."""
        return (self.last - self.first) // HOUR


def frame_around(spans: Iterable[Span]) -> Frame:
    found = list(spans)
    first = min((one.start for one in found), default=USUAL.start)
    last = min(max((one.end for one in found), default=USUAL.end), MINUTES_A_DAY)
    return Frame(first // HOUR * HOUR, -(-last // HOUR) * HOUR)


def in_words(minute: int) -> str:
    """Midnight at the end of a day is 24:00."""
    return f"{minute // HOUR:02}:{minute % HOUR:02}"
