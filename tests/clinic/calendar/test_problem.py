"""The database as a problem of booking, and an answer back as hours: nothing is lost on the way, at any fullness."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.calendar.actions import change_status, take_time_off
from clinic.calendar.models import Away, MayCome, Practice, Room, Series, Waiting
from clinic.calendar.problem.absence import problem_of as absence_of
from clinic.calendar.problem.back import hour_of
from clinic.calendar.problem.series import problem_of
from clinic.calendar.problem.waiting import FreeHour, queue_of
from clinic.chart.models import Person
from concordant.booking.problem import Cover, Discipline, PairRule, Span, VisitKind
from concordant.booking.solution import Placed
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, NOW, Desk, a_desk, a_series
from tests.clinic.calendar.test_payer import a_claim
from tests.clinic.conftest import Statements

FRIDAY = MONDAY - timedelta(days=3)


def ids(desk: Desk) -> tuple[str, str, str, str]:
    return f"c{desk.physio.pk}", f"c{desk.rmt.pk}", f"r{desk.room.pk}", f"r{desk.second.pk}"


def test_the_clinics_side(desk: Desk, person: Person) -> None:
    physio, rmt, room, second = ids(desk)
    Practice.objects.filter(clinician=desk.physio).update(skills=["needling"])
    take_time_off(desk.by, practice=desk.physio.practice, on=MONDAY, starts=time(12), ends=time(12, 30), why="break")
    take_time_off(desk.by, practice=desk.physio.practice, on=MONDAY, starts=time(12, 30), ends=time(0), why="away")
    take_time_off(desk.by, room=desk.second, on=MONDAY, starts=time(9), ends=time(10), why="closed")
    Room.objects.filter(pk=desk.room.pk).update(for_rmt=False)
    found = problem_of(desk.by, [a_series(desk, person, {})]).instance
    assert (found.first_day, found.last_day) == (FRIDAY - timedelta(days=3), MONDAY + timedelta(days=6))
    assert found.grid_minutes == 15
    first = found.clinician(physio)
    assert (first.discipline, first.skills, first.turnover_minutes) == (Discipline.PHYSIO, frozenset({"needling"}), 0)
    assert first.shifts[MONDAY] == (Span(540, 1020),)
    assert MONDAY + timedelta(days=5) not in first.shifts
    assert first.off == {MONDAY: (Span(720, 1440),)}
    assert found.clinician(rmt).turnover_minutes == 15
    assert {one.id: one.serves for one in found.rooms} == {
        room: {Discipline.PHYSIO},
        second: {Discipline.PHYSIO, Discipline.RMT},
    }
    (closed,) = found.bookings
    assert (closed.room, closed.person, closed.day, closed.start, closed.minutes) == (second, None, MONDAY, 540, 60)


def test_a_room_that_is_given_up_is_taken_from_that_day_on(desk: Desk, person: Person) -> None:
    Room.objects.filter(pk=desk.second.pk).update(closed_on=MONDAY + timedelta(days=5))
    found = problem_of(desk.by, [a_series(desk, person, {})]).instance
    assert [(one.day, one.start, one.minutes) for one in found.bookings] == [
        (MONDAY + timedelta(days=5), 0, 1440),
        (MONDAY + timedelta(days=6), 0, 1440),
    ]


def test_the_persons_side(desk: Desk, person: Person) -> None:
    MayCome.objects.create(person=person, weekday=0, starts=time(9), ends=time(11))
    MayCome.objects.create(person=person, weekday=0, starts=time(11), ends=time(12))
    MayCome.objects.create(person=person, weekday=2, starts=time(15), ends=time(17), is_wish=True)
    Away.objects.create(person=person, first=MONDAY, last=MONDAY + timedelta(days=1))
    series = a_series(
        desk,
        person,
        {"kind": "initial", "urgent_by": MONDAY},
        {"discipline": "rmt", "minutes": 45, "earliest": MONDAY + timedelta(days=2)},
        {"needs": ["needling"], "earliest": MONDAY + timedelta(days=2)},
    )
    initial, massage, treatment = series.visits.all()
    massage.before = treatment
    massage.save()
    found = problem_of(desk.by, [series]).instance
    (one,) = found.people
    assert one.id == f"p{person.pk}"
    assert dict(one.available) == {0: (Span(540, 720),)}
    assert dict(one.prefers) == {2: (Span(900, 1020),)}
    assert one.unavailable[MONDAY] == one.unavailable[MONDAY + timedelta(days=1)] == (Span(0, 1440),)
    assert one.min_days == {Discipline.PHYSIO: 2, Discipline.RMT: 3}
    assert [each.id for each in one.visits] == [f"v{each.pk}" for each in (initial, massage, treatment)]
    first, second, third = one.visits
    assert (first.kind, first.urgent_by, first.minutes) == (VisitKind.INITIAL, MONDAY, 60)
    assert (second.discipline, second.minutes, second.earliest) == (Discipline.RMT, 45, MONDAY + timedelta(days=2))
    assert third.needs == {"needling"}
    (pair,) = one.pairs
    assert (pair.rmt, pair.physio, pair.tight_max, pair.loose_max) == (second.id, third.id, 30, 120)
    assert pair.rule is PairRule.PREFER


def test_nothing_is_put_into_the_past_nor_at_too_short_notice(desk: Desk, person: Person) -> None:
    with clock.set_to(desk.at(9, 20)):
        (one,) = problem_of(desk.by, [a_series(desk, person, {})]).instance.people
    assert one.unavailable == {
        **{MONDAY - timedelta(days=day): (Span(0, 1440),) for day in (1, 2, 3)},
        MONDAY: (Span(0, 11 * 60 + 30),),
    }


def test_what_stands_is_fixed_and_the_rest_of_the_plan_keeps_its_order(desk: Desk, person: Person) -> None:
    series = a_series(desk, person, {}, {}, {})
    first, middle, last = series.visits.all()
    made = desk.book(person, desk.at(9, days=2), prescribed=middle)
    other = desk.book(build.a_person(desk.clinic), desk.at(9))
    gone = desk.book(build.a_person(desk.clinic), desk.at(14))
    change_status(desk.by, gone.pk, version=1, status="cancelled")
    problem = problem_of(desk.by, [series])
    (one,) = problem.instance.people
    assert [(each.id, each.earliest, each.latest) for each in one.visits] == [
        (f"v{first.pk}", MONDAY, MONDAY + timedelta(days=1)),
        (f"v{last.pk}", MONDAY + timedelta(days=3), MONDAY + timedelta(days=6)),
    ]
    assert {each.id for each in problem.instance.bookings} == {f"a{made.pk}", f"a{other.pk}"}
    mine = next(each for each in problem.instance.bookings if each.id == f"a{made.pk}")
    assert (mine.person, mine.start, mine.minutes) == (f"p{person.pk}", 540, 60)
    assert one.usual == {Discipline.PHYSIO: f"c{desk.physio.pk}"}


def test_covers_count_what_a_solver_does_not_see(desk: Desk, person: Person) -> None:
    a_claim(desk, person, elsewhere=20)
    desk.book(person, desk.at(9, days=-4), override_reason="written down afterwards")  # not in the chart: used
    desk.book(person, desk.at(9))  # a booking of the problem: the solver counts it
    (one,) = problem_of(desk.by, [a_series(desk, person, {})]).instance.people
    window = {"first": FRIDAY, "last": MONDAY + timedelta(days=4)}
    assert one.covers == (
        Cover(discipline=Discipline.PHYSIO, count=4, **window),
        Cover(discipline=Discipline.RMT, count=0, **window),
    )


def test_who_ended_asks_for_nothing_and_other_clinics_stay_out(
    desk: Desk, person: Person, other_clinic: Clinic
) -> None:
    there = a_desk(other_clinic)
    there.book(build.a_person(other_clinic), there.at(9))
    series = a_series(desk, person, {})
    found = problem_of(desk.by, [series])
    assert found.instance.bookings == ()
    assert len(found.instance.clinicians) == len(found.instance.rooms) == 2
    series.ended_at = NOW
    assert problem_of(desk.by, [series]).visits == {}


def test_off_the_grid_a_visit_keeps_the_whole_quarter(desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(9, 10), minutes=50)
    (booking,) = problem_of(desk.by, [a_series(desk, build.a_person(desk.clinic), {})]).instance.bookings
    assert (booking.start, booking.minutes) == (540, 60)
    desk.book(build.a_person(desk.clinic), desk.at(13, 5))
    (_first, booking) = problem_of(desk.by, [a_series(desk, build.a_person(desk.clinic), {})]).instance.bookings
    assert (booking.start, booking.minutes) == (780, 75)


def test_who_has_left_and_what_is_closed_is_there_without_hours(desk: Desk, person: Person) -> None:
    made = desk.book_massage(person, desk.at(9))
    desk.rmt.is_active = False
    desk.rmt.save()
    take_time_off(desk.by, room=desk.room, on=MONDAY, starts=time(9), ends=time(10), why="closed")
    found = problem_of(desk.by, [a_series(desk, build.a_person(desk.clinic), {})]).instance
    without = {one.id: (one.discipline, dict(one.shifts)) for one in found.clinicians if not one.shifts}
    assert without == {
        f"c{made.clinician_id}": (Discipline.RMT, {}),
        f"closed-r{desk.room.pk}": (Discipline.PHYSIO, {}),
    }
    assert {one.clinician for one in found.bookings} == set(without)


def test_a_place_becomes_an_hour(desk: Desk, person: Person) -> None:
    problem = problem_of(desk.by, [a_series(desk, person, {})])
    physio, _rmt, _room, second = ids(desk)
    hour = hour_of(problem.side, Placed("v1", physio, second, MONDAY, 9 * 60 + 15))
    assert (hour.practice.clinician, hour.room, hour.starts_at) == (desk.physio, desk.second, desk.at(9, 15))


def test_an_absence_frees_what_may_move_and_fixes_the_rest(desk: Desk, person: Person) -> None:
    series = a_series(desk, person, {"discipline": "rmt"}, {})
    massage, physio = series.visits.all()
    massage.before = physio
    massage.save()
    first = desk.book_massage(person, desk.at(9), prescribed=massage)
    second = desk.book(person, desk.at(10), prescribed=physio)
    alone = desk.book(build.a_person(desk.clinic), desk.at(11))
    came = desk.book(build.a_person(desk.clinic), desk.at(14, days=-3))
    with clock.set_to(desk.at(14, days=-3)):
        change_status(desk.by, came.pk, version=1, status="arrived")
    off, affected = take_time_off(
        desk.by, practice=desk.physio.practice, on=MONDAY, starts=time(9), ends=time(0), why="ill"
    )
    assert affected == (second, alone)
    found = absence_of(desk.by, [off], affected, may_move=False)
    assert set(found.movable) == {f"a{one.pk}" for one in (first, second, alone)}
    assert [one.id for one in found.instance.bookings] == [f"a{came.pk}"]
    assert found.instance.visits.keys() == found.movable.keys()
    window = found.instance.visits[f"a{second.pk}"]
    assert (window.earliest, window.latest) == (MONDAY, MONDAY + timedelta(days=6))
    own_day = found.instance.visits[f"a{alone.pk}"]
    assert (own_day.earliest, own_day.latest) == (MONDAY, MONDAY)
    assert found.instance.pair_of[f"a{second.pk}"].rmt == f"a{first.pk}"
    event = found.event
    assert event.known_at == datetime(2026, 1, 9, 10)  # noqa: DTZ001  on the clocks of the clinic
    assert (event.notice_minutes, event.may_move, event.grace_days) == (120, False, 7)
    (absence,) = event.off
    assert (absence.clinician, absence.day, absence.start, absence.end) == (f"c{desk.physio.pk}", MONDAY, 540, 1440)
    assert Placed(f"a{second.pk}", f"c{desk.physio.pk}", f"r{desk.room.pk}", MONDAY, 600) in event.previous
    assert found.instance.last_day == MONDAY + timedelta(days=13)


def test_whose_room_is_closed_has_no_place_to_stay_in(desk: Desk, person: Person) -> None:
    here, there = desk.book(person, desk.at(9)), desk.book_massage(build.a_person(desk.clinic), desk.at(9))
    off, affected = take_time_off(desk.by, room=desk.room, on=MONDAY, starts=time(9), ends=time(0), why="closed")
    assert affected == (here,)
    found = absence_of(desk.by, [off], affected, may_move=True)
    assert [one.visit for one in found.event.previous] == [f"a{there.pk}"]
    assert found.event.off == ()
    assert set(found.stands) == set(found.movable) == {f"a{here.pk}", f"a{there.pk}"}


def test_who_waits_for_an_hour(desk: Desk) -> None:
    def waits(**more: Any) -> Waiting:
        said: dict[str, Any] = {
            "discipline": "physio",
            "minutes": 60,
            "since": NOW,
            "person": build.a_person(desk.clinic),
        }
        return Waiting.objects.create(**(said | more))

    plain, short = waits(), waits(minutes=45)
    person = build.a_person(desk.clinic)
    inside = waits(person=person, prescribed=a_series(desk, person, {}).visits.get())
    waits(minutes=75)
    waits(discipline="rmt")
    waits(until=FRIDAY)
    waits(ended_at=NOW)
    late = build.a_person(desk.clinic)
    waits(person=late, prescribed=a_series(desk, late, {}, starts=MONDAY + timedelta(days=7)).visits.get())
    hour = FreeHour(desk.physio.pk, desk.room.pk, "physio", desk.at(10), desk.at(11))
    found = queue_of(desk.by, hour)
    assert set(found.waiting.values()) == {plain, short, inside}
    assert found.instance.visits.keys() == found.waiting.keys()
    assert (found.hour.day, found.hour.start) == (MONDAY, 600)


@pytest.mark.parametrize("mode", ["series", "absence", "waiting"])
def test_a_fuller_calendar_asks_no_more_statements(desk: Desk, statements: Statements, mode: str) -> None:
    series = [a_series(desk, build.a_person(desk.clinic), {}, {})]
    off, _affected = take_time_off(
        desk.by, practice=desk.physio.practice, on=MONDAY + timedelta(days=30), starts=time(9), ends=time(0), why="ill"
    )
    hour = FreeHour(desk.physio.pk, desk.room.pk, "physio", desk.at(16), desk.at(17))

    def wait(person: Person) -> None:
        Waiting.objects.create(person=person, discipline="physio", minutes=60, since=NOW)

    def asked() -> int:
        rows = list(Series.objects.filter(pk__in=[one.pk for one in series]).select_related("person__clinic"))
        before = len(statements.texts)
        if mode == "series":
            problem_of(desk.by, rows)
        elif mode == "absence":
            absence_of(desk.by, [off], (), may_move=True)
        else:
            queue_of(desk.by, hour)
        return len(statements.texts) - before

    wait(build.a_person(desk.clinic))
    desk.book(build.a_person(desk.clinic), desk.at(9))
    few = asked()
    for number in range(4):
        person = build.a_person(desk.clinic)
        series.append(a_series(desk, person, {}, {}))
        desk.book(person, desk.at(10 + number))
        wait(person)
        MayCome.objects.create(person=person, weekday=0, starts=time(9), ends=time(11))
        Away.objects.create(person=person, first=date(2026, 2, 1), last=date(2026, 2, 2))
    assert asked() == few <= 12
