"""The two odd nights of a year: what the rules of the clinic say, the calendar does."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from clinic import clock
from clinic.calendar.actions import book, check_place, take_time_off
from clinic.calendar.clocks import NoSuchHour, moment, settled, span_of, span_on, start_of
from clinic.calendar.models import WeeklyHours
from clinic.calendar.problem.clinic import clinic_side
from clinic.calendar.problem.stretch import Stretch
from clinic.chart.models import Person
from concordant.booking.problem import Span
from tests.clinic import build
from tests.clinic.calendar.desk import Desk

VANCOUVER, TORONTO, LORD_HOWE = (
    ZoneInfo(one) for one in ("America/Vancouver", "America/Toronto", "Australia/Lord_Howe")
)
SPRING, AUTUMN = date(2026, 3, 8), date(2026, 11, 1)


@pytest.mark.parametrize("zone", [VANCOUVER, TORONTO])
def test_the_hour_that_is_skipped_is_no_hour(zone: ZoneInfo) -> None:
    assert moment(SPRING, time(3), zone) - moment(SPRING, time(1, 45), zone) == timedelta(minutes=15)
    for at in (time(2), time(2, 30), 2 * 60 + 45):
        with pytest.raises(NoSuchHour, match="2026-03-08 the clocks skip 02:"):
            moment(SPRING, at, zone)
    with pytest.raises(NoSuchHour):
        settled(datetime(2026, 3, 8, 2, 30, tzinfo=zone))


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    zone = TORONTO
    first = moment(AUTUMN, time(1, 30), zone)
    assert first.astimezone(zone).fold == 0
    assert moment(AUTUMN, time(2), zone) - first == timedelta(minutes=90)
    # Who means the second says so with the moment itself.
    second = first + timedelta(hours=1)
    assert settled(second) == second
    assert second.astimezone(zone).time() == time(1, 30)


def test_where_the_clocks_move_by_half_an_hour() -> None:
    day = date(2026, 10, 4)
    assert moment(day, time(2, 30), LORD_HOWE) - moment(day, time(1, 45), LORD_HOWE) == timedelta(minutes=15)
    with pytest.raises(NoSuchHour):
        moment(day, time(2, 15), LORD_HOWE)


def test_where_midnight_is_skipped_the_day_starts_later() -> None:
    zone, day = ZoneInfo("Africa/Cairo"), date(2026, 4, 24)
    assert start_of(day, zone).astimezone(zone).time() == time(1)
    with pytest.raises(NoSuchHour):
        moment(day, 0, zone)


def test_an_hour_needs_its_zone() -> None:
    with pytest.raises(ValidationError, match="zone"):
        settled(datetime(2026, 1, 12, 9))  # noqa: DTZ001


@pytest.mark.parametrize("zone", ["America/Vancouver", "America/Toronto", "Australia/Sydney"])
@pytest.mark.parametrize("sunday", [SPRING, AUTUMN, date(2026, 10, 4)])
def test_a_shift_keeps_its_hours_on_the_clocks(desk: Desk, person: Person, zone: str, sunday: date) -> None:
    desk.clinic.time_zone = zone
    desk.clinic.save()
    desk.by.user.clinic.refresh_from_db()  # type: ignore[union-attr]
    before, after = sunday - timedelta(days=2), sunday + timedelta(days=1)
    with clock.set_to(start_of(before, desk.clinic.zone)):
        for day in (before, after):
            made = book(desk.by, **desk.wanted(person, moment(day, time(9), desk.clinic.zone), kind="treatment"))
            assert made.starts_at.astimezone(desk.clinic.zone).time() == time(9)
            early = desk.wanted(person, moment(day, time(8, 45), desk.clinic.zone), moving=made)
            assert [one.rule for one in check_place(desk.by, **early) if one.rule == "working_hours"]
        side = clinic_side(Stretch(desk.clinic, before, after))
    physio = next(one for one in side.clinicians if one.id == f"c{desk.physio.pk}")
    first, last = physio.shifts.values()
    assert first == last == (Span(540, 1020),)
    assert {(one.start, one.minutes) for one in side.bookings()} == {(540, 60)}


def test_a_night_shift_over_the_change_lasts_its_minutes(desk: Desk, person: Person) -> None:
    desk.clinic.time_zone = "America/Toronto"
    desk.clinic.save()
    desk.by.user.clinic.refresh_from_db()  # type: ignore[union-attr]
    WeeklyHours.objects.create(
        practice=desk.physio.practice, weekday=6, starts=time(0), ends=time(5), valid_from=date(2020, 1, 1)
    )
    starts_at = moment(SPRING, time(1, 30), desk.clinic.zone)
    made = book(desk.by, **desk.wanted(person, starts_at, kind="treatment"))
    assert made.ends_at - made.starts_at == timedelta(hours=1)
    assert made.ends_at.astimezone(desk.clinic.zone).time() == time(3, 30)


@pytest.mark.parametrize(("at", "minutes", "end"), [(90, 60, 150), (30, 120, 150), (60, 240, 300)])
def test_where_the_clocks_go_back_a_visit_lasts_at_least_its_minutes(at: int, minutes: int, end: int) -> None:
    starts_at = moment(AUTUMN, at, TORONTO)
    assert span_of(starts_at, starts_at + timedelta(minutes=minutes), TORONTO) == (AUTUMN, Span(at, end))


def test_booking_in_the_skipped_hour_is_told(desk: Desk, person: Person) -> None:
    with pytest.raises(NoSuchHour):
        book(desk.by, **desk.wanted(person, datetime(2026, 3, 8, 2, 15, tzinfo=VANCOUVER), kind="treatment"))


def test_a_visit_over_the_hour_that_comes_twice_takes_its_minutes(desk: Desk, person: Person) -> None:
    first = moment(AUTUMN, time(1, 30), TORONTO)
    assert span_of(first, first + timedelta(hours=1), TORONTO) == (AUTUMN, Span(90, 150))
    last = moment(AUTUMN, time(23, 30), TORONTO)
    assert span_of(last, last + timedelta(hours=1), TORONTO) == (AUTUMN, Span(1410, 1470))
    assert span_on(AUTUMN + timedelta(days=1), last, last + timedelta(hours=1), TORONTO) == Span(-30, 30)
    desk.clinic.time_zone = "America/Toronto"
    desk.clinic.save()
    desk.by.user.clinic.refresh_from_db()  # type: ignore[union-attr]
    book(desk.by, **desk.wanted(person, first, kind="treatment", override_reason="a night of the study"))
    take_time_off(desk.by, practice=desk.physio.practice, on=AUTUMN, starts=time(1, 45), ends=time(2), why="break")
    other = desk.wanted(build.a_person(desk.clinic), first, room=desk.second)
    assert {"clinician_taken", "break"} <= {one.rule for one in check_place(desk.by, **other)}


@given(
    at=st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2030, 1, 1)),  # noqa: DTZ001
    zone=st.sampled_from([VANCOUVER, TORONTO, LORD_HOWE]),
    minutes=st.integers(15, 240),
)
def test_every_hour_goes_there_and_back(at: datetime, zone: ZoneInfo, minutes: int) -> None:
    starts_at = at.replace(second=0, microsecond=0, tzinfo=UTC)
    day, visit = span_of(starts_at, starts_at + timedelta(minutes=minutes), zone)
    local = starts_at.astimezone(zone)
    back = moment(day, visit.start, zone)
    assert back == (starts_at if local.fold == 0 else starts_at - _twice(starts_at, zone))


def _twice(moment: datetime, zone: ZoneInfo) -> timedelta:
    """How much later the same hour comes again."""
    local = moment.astimezone(zone)
    first, second = local.replace(fold=0).utcoffset(), local.replace(fold=1).utcoffset()
    assert first is not None
    assert second is not None
    return first - second
