"""One column of a calendar: visits, gaps, turn-over and time off in the order of the clock."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from clinic.accounts.models import User
from clinic.calendar.clocks import span, span_on
from clinic.calendar.models import Appointment, Practice, Room, TimeOff
from clinic.calendar.pages.frame import HOUR, Frame, in_words
from clinic.calendar.pairs import Pair
from concordant.booking.problem.spans import Span, joined


@dataclass(frozen=True)
class Item:
    """Something that takes rows."""

    kind: str
    """``visit``, ``gap``, ``off`` or ``turnover``."""
    span: Span
    row: int
    rows: int
    visit: Appointment | None = None
    pair: Pair | None = None
    off: TimeOff | None = None

    @property
    def starts(self) -> str:
        return in_words(self.span.start)

    @property
    def ends(self) -> str:
        return in_words(self.span.end)


@dataclass(frozen=True)
class Column:
    """A clinician on a day, or a room."""

    key: str
    day: date
    items: tuple[Item, ...]
    practice: Practice | None = None
    clinician: User | None = None
    discipline: str = ""
    room: Room | None = None
    works: bool = True

    @property
    def away(self) -> list[TimeOff]:
        """What keeps the clinician away, breaks aside."""
        return [one.off for one in self.items if one.off is not None and one.off.why != TimeOff.Why.BREAK]


def items_of(
    frame: Frame,
    day: date,
    zone: ZoneInfo,
    *,
    shifts: Sequence[Span],
    off: Sequence[TimeOff],
    visits: Sequence[Appointment],
    pairs: dict[int, Pair],
) -> tuple[Item, ...]:
    """``visits``: those that stand, of this column and day; one that began the day before goes on from midnight."""
    found: list[Item] = []
    taken: list[Span] = []
    for away in off:
        one = span(away.starts, away.ends)
        taken.append(one)
        found.append(_item(frame, "off", one, off=away))
    for visit in visits:
        held = span_on(day, visit.starts_at, visit.free_at, zone)
        own = span_on(day, visit.starts_at, visit.ends_at, zone)
        taken.append(held)
        if own.end > 0:
            found.append(_item(frame, "visit", Span(max(own.start, 0), own.end), visit=visit, pair=pairs.get(visit.pk)))
        if held.end > own.end:
            found.append(_item(frame, "turnover", Span(max(own.end, 0), held.end)))
    found.extend(_item(frame, "gap", one) for gap in _free(shifts, taken) for one in _by_hours(gap))
    return tuple(sorted(found, key=lambda one: (one.span.start, one.kind != "off", one.span.end)))


def _item(frame: Frame, kind: str, one: Span, **more) -> Item:
    return Item(kind, one, frame.row(one.start), frame.rows(one), **more)


def _free(shifts: Iterable[Span], taken: Iterable[Span]) -> Iterator[Span]:
    busy = joined(taken)
    for shift in joined(shifts):
        here = shift.start
        for one in busy:
            if one.end <= here or one.start >= shift.end:
                continue
            if one.start > here:
                yield Span(here, one.start)
            here = max(here, one.end)
        if here < shift.end:
            yield Span(here, shift.end)


def _by_hours(gap: Span) -> Iterator[Span]:
    """A long gap in pieces, so that each hour of it can be pressed."""
    here = gap.start
    while here < gap.end:
        end = min((here // HOUR + 1) * HOUR, gap.end)
        # What is left before or after the hour and is short stands with its neighbour.
        if gap.end - end < HOUR // 2:
            end = gap.end
        yield Span(here, end)
        here = end
