"""A column shows every minute of a shift once: booked, off, or free to be pressed."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

import clinic
from clinic.calendar.models import Appointment, TimeOff
from clinic.calendar.pages.column import Item, items_of
from clinic.calendar.pages.frame import HOUR, Frame, frame_around, in_words
from clinic.calendar.templatetags.places import TENS, place
from concordant.booking.problem import Span

ZONE = ZoneInfo("America/Vancouver")
DAY = date(2026, 1, 12)
FRAME = Frame(6 * HOUR, 22 * HOUR)
QUARTERS = some.integers(6 * 4, 21 * 4)
SPANS = some.builds(lambda start, more: Span(start * 15, (start + more) * 15), QUARTERS, some.integers(1, 4))


def a_visit(one: Span, turnover: int) -> Appointment:
    starts = datetime.combine(DAY, time(one.start // HOUR, one.start % HOUR), ZONE)
    ends = starts + timedelta(minutes=one.end - one.start)
    return Appointment(starts_at=starts, ends_at=ends, free_at=ends + timedelta(minutes=turnover))


def time_off(one: Span) -> TimeOff:
    def hour(minute: int) -> time:
        return time(minute // HOUR % 24, minute % HOUR)

    return TimeOff(on=DAY, starts=hour(one.start), ends=hour(one.end), why="away")


def items(shifts: list[Span], visits: list[Span], off: list[Span], turnover: int) -> tuple[Item, ...]:
    return items_of(
        FRAME,
        DAY,
        ZONE,
        shifts=shifts,
        off=[time_off(one) for one in off],
        visits=[a_visit(one, turnover) for one in visits],
        pairs={},
    )


def minutes(spans: list[Span]) -> set[int]:
    return {minute for one in spans for minute in range(one.start, one.end)}


@given(
    some.lists(SPANS, max_size=3),
    some.lists(SPANS, max_size=5),
    some.lists(SPANS, max_size=2),
    some.sampled_from([0, 15]),
)
def test_each_minute_of_a_shift_is_shown_once(
    shifts: list[Span], visits: list[Span], off: list[Span], turnover: int
) -> None:
    found = items(shifts, visits, off, turnover)
    gaps = [one.span for one in found if one.kind == "gap"]
    taken = minutes([one.span for one in found if one.kind != "gap"])
    assert sum(one.end - one.start for one in gaps) == len(minutes(gaps))
    assert minutes(gaps) == minutes(shifts) - taken
    assert all(one.start < one.end for one in gaps)


@given(SPANS)
def test_rows_follow_the_clock(one: Span) -> None:
    row, rows = FRAME.row(one.start), FRAME.rows(one)
    assert (row - 1) * 5 + FRAME.first == one.start
    assert rows * 5 == one.end - one.start


@given(some.lists(SPANS, min_size=1))
def test_the_frame_holds_everything_in_full_hours(spans: list[Span]) -> None:
    frame = frame_around(spans)
    assert frame.first % HOUR == frame.last % HOUR == 0
    assert all(frame.first <= one.start and one.end <= frame.last for one in spans)


def test_the_end_of_a_day_is_twenty_four_hours() -> None:
    assert [in_words(minute) for minute in (0, 545, 24 * HOUR)] == ["00:00", "09:05", "24:00"]


@pytest.mark.parametrize(("number", "named"), [(1, "r1"), (9, "r9"), (10, "rt1 r0"), (288, "rt28 r8")])
def test_every_place_has_its_style(number: int, named: str) -> None:
    assert place(number, "r") == named
    sheet = (Path(clinic.__file__).parent / "static/clinic/calendar/places.css").read_text()
    for letter in "rs":
        for each in place(number, letter).split():
            assert f".{each}{{--" in sheet
    assert TENS == 10
