"""From the database through the booking library and back: what is proposed can be booked as it stands."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from clinic.accounts.models import Clinic
from clinic.audit.record import verify_log
from clinic.calendar.actions import (
    accept_repair,
    ask_list,
    book_series,
    change_status,
    check_place,
    fill_cancelled,
    propose_absence,
    propose_series,
    take_time_off,
)
from clinic.calendar.actions.time_off import affected_by
from clinic.calendar.errors import Broken
from clinic.calendar.models import Appointment, MayCome, Series, TimeOff, Waiting
from clinic.calendar.prescribing.saving import prescribe
from clinic.chart.models import Person
from concordant.plan.interventions import Discipline
from concordant.plan.visits import Week
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, NOW, Desk, a_desk, a_practice, a_series
from tests.clinic.calendar.test_payer import a_claim

COUNTS = ((2, 1), (2, 1), (1, 1), (2, 1))
PLAN = tuple(
    Week(
        MONDAY + timedelta(weeks=number),
        {Discipline.PHYSIOTHERAPIST: physio, Discipline.RMT: rmt},
        retest=number == len(COUNTS) - 1,
    )
    for number, (physio, rmt) in enumerate(COUNTS)
)


def a_course(desk: Desk, person: Person) -> Series:
    series = Series.objects.create(person=person, starts=MONDAY, requested_at=NOW, requested_by=desk.physio)
    prescribe(series, PLAN, is_first=True)
    return series


def check_again(desk: Desk, one: Appointment) -> tuple[Broken, ...]:
    return check_place(
        desk.by,
        person=one.person_id,
        clinician=one.clinician_id,
        room=one.room_id,
        starts_at=one.starts_at,
        discipline=one.discipline,
        minutes=60,
        moving=one.pk,
    )


def test_every_choice_says_of_every_visit_where_or_why_not(desk: Desk, person: Person) -> None:
    MayCome.objects.create(person=person, weekday=0, starts=time(9), ends=time(12))
    series = a_course(desk, person)
    proposal = propose_series(desk.by, series)
    assert 1 <= len(proposal.choices) <= 3
    for choice in proposal.choices:
        told = {one.visit.pk for one in choice.placed} | {one.visit.pk for one in choice.unplaced}
        assert told == set(series.visits.values_list("pk", flat=True))
        assert all(one.reasons for one in choice.unplaced)
        assert choice.placed
        assert choice.unplaced  # two a week for somebody who can come on Mondays
    # What would help is said of the first way: another hour of theirs, say.
    assert any(one.helps for one in proposal.choices[0].unplaced)
    assert not Appointment.objects.exists()


def test_what_is_proposed_breaks_no_rule_and_is_booked_as_it_stands(desk: Desk, person: Person) -> None:
    for hour in (9, 10, 13):
        for day in range(0, 19, 2):
            if (day % 7) < 5:
                desk.book(build.a_person(desk.clinic), desk.at(hour, days=day))
    series = a_course(desk, person)
    (choice, *_others) = propose_series(desk.by, series).choices
    assert choice.unplaced == ()
    made = book_series(desk.by, choice.token)
    assert [one.starts_at for one in made] == [one.starts_at for one in choice.placed]
    for one in made:
        assert check_again(desk, one) == ()
    assert propose_series(desk.by, series).choices == ()
    assert verify_log(desk.clinic.pk) is None


def test_a_closed_room_is_not_used(desk: Desk, person: Person) -> None:
    for day in range(28):
        on = MONDAY + timedelta(days=day)
        take_time_off(desk.by, room=desk.room, on=on, starts=time(0), ends=time(0), why="closed")
    (choice, *_others) = propose_series(desk.by, a_course(desk, person)).choices
    assert {one.room for one in choice.placed} == {desk.second}


def test_a_payer_who_ends_leaves_the_rest_waiting_with_the_reason(desk: Desk, person: Person) -> None:
    a_claim(desk, person)  # until the Friday of the first week
    series = a_course(desk, person)
    (choice, *_others) = propose_series(desk.by, series).choices
    book_series(desk.by, choice)
    last = MONDAY + timedelta(days=4)
    zone = desk.clinic.zone
    assert all(one.starts_at.astimezone(zone).date() <= last for one in Appointment.objects.all())
    reasons = {each["code"] for one in Waiting.objects.all() for each in one.reasons}
    assert "cover_ended" in reasons


def test_an_illness_becomes_a_list_of_calls(desk: Desk) -> None:
    other = build.a_user(desk.clinic)
    a_practice(other)
    people = [build.a_person(desk.clinic) for _ in range(3)]
    made = []
    for number, person in enumerate(people):
        visit = a_series(desk, person, {}).visits.get()
        made.append(desk.book(person, desk.at(9 + number), prescribed=visit))
    off, affected = take_time_off(
        desk.by, practice=desk.physio.practice, on=MONDAY, starts=time(9), ends=time(0), why="ill"
    )
    assert list(affected) == made
    proposal = propose_absence(desk.by, [off.pk])
    assert {one.appointment.pk for one in proposal.calls} == {one.pk for one in made}
    assert all(one.new is not None for one in proposal.calls)
    done = accept_repair(desk.by, proposal.token)
    assert not set(affected) & set(_touched(desk))
    assert {one.version for one in done} == {2}


def _touched(desk: Desk) -> tuple[Appointment, ...]:
    return affected_by(desk.by, list(TimeOff.objects.all()))


def test_a_cancelled_hour_is_offered_to_who_can_use_it(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(10))
    can, cannot = build.a_person(desk.clinic), build.a_person(desk.clinic)
    MayCome.objects.create(person=cannot, weekday=3, starts=time(9), ends=time(17))
    for one in (cannot, can):
        Waiting.objects.create(person=one, discipline="physio", minutes=60, since=NOW)
    change_status(desk.by, made.pk, version=1, status="cancelled")
    assert [one.person for one in fill_cancelled(desk.by, made.pk)] == [can]


def test_others_ask_for_nothing(desk: Desk, person: Person, other_clinic: Clinic) -> None:
    series = a_course(desk, person)
    there = a_desk(other_clinic).by
    patient, _own = build.a_patient(desk.clinic)
    for ask in (propose_series, lambda by, one: ask_list(by, [one.pk])):
        with pytest.raises(Http404):
            ask(there, series)
        with pytest.raises(PermissionDenied):
            ask(patient, series)
