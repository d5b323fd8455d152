"""A whole list of series: worked out in two ways without a lock, and booked in one of them whole or not at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.record import verify_log
from clinic.calendar import optimiser
from clinic.calendar.actions import (
    Booked,
    ask_list,
    book,
    book_list,
    drop_list,
    protect_continuity,
    protected_with,
    stop_list,
    work_out,
)
from clinic.calendar.models import Appointment, AppointmentChange, ListProposal, ListWay, Series, Waiting
from clinic.calendar.pages.list_shown import list_in
from clinic.calendar.problem.fingerprint import fingerprint
from clinic.calendar.problem.series import problem_of
from concordant.booking.problem import Instance
from concordant.booking.solution import Solution
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, NOW, Desk, a_desk, a_lead, a_series
from tests.clinic.calendar.test_proposals import a_course, check_again
from tests.clinic.conftest import Statements

SECONDS = 0.2


def worked_out(desk: Desk, series: Sequence[Series]) -> ListProposal:
    proposal = ask_list(desk.by, [one.pk for one in series])
    work_out(proposal.pk, seconds=SECONDS, processes=False)
    proposal.refresh_from_db()
    return proposal


def booked_together(desk: Desk, series: Sequence[Series], way: int = 1) -> Booked:
    return book_list(desk.by, worked_out(desk, series).pk, way)


@pytest.mark.parametrize("way", [1, 2])
def test_a_whole_list_is_booked_at_once(desk: Desk, way: int) -> None:
    series = [a_course(desk, build.a_person(desk.clinic)) for _ in range(4)]
    proposal = worked_out(desk, series)
    done = book_list(desk.by, proposal.pk, way)
    assert done.overtaken == ()
    booked = {one.prescribed_id for one in done.appointments}
    waiting = {one.pk for one in done.waiting}
    every = {key for one in series for key in one.visits.values_list("pk", flat=True)}
    assert booked | waiting == every
    assert not booked & waiting
    assert len(booked) > len(every) * 0.8
    assert Appointment.objects.count() == AppointmentChange.objects.count() == len(booked)
    assert set(Waiting.objects.values_list("prescribed", flat=True)) == waiting
    assert verify_log(desk.clinic.pk) is None
    for one in done.appointments:
        assert check_again(desk, one) == ()
    assert not ListProposal.objects.exists()
    with pytest.raises(ValidationError, match="no longer there"):
        book_list(desk.by, proposal.pk, way)


def test_nothing_is_booked_before_a_way_is_chosen(desk: Desk) -> None:
    proposal = worked_out(desk, [a_course(desk, build.a_person(desk.clinic))])
    assert not Appointment.objects.exists()
    assert not Waiting.objects.exists()
    assert proposal.ended_at is not None
    assert [way.continuity for way in proposal.ways.all()] == [None, Decimal(3)]
    assert all(way.unplaced == len(way.answer["waiting"]) for way in proposal.ways.all() if way.answer)
    drop_list(desk.by, proposal.pk)
    assert not ListWay.objects.exists()
    assert not Appointment.objects.exists()


def test_a_longer_list_asks_no_more_statements_to_write(desk: Desk, statements: Statements) -> None:
    def asked(many: int) -> int:
        proposal = worked_out(desk, [a_course(desk, build.a_person(desk.clinic)) for _ in range(many)])
        before = len(statements.texts)
        done = book_list(desk.by, proposal.pk, 1)
        assert len(done.appointments) >= many
        return len(statements.texts) - before

    assert max(asked(many) for many in (1, 5)) <= 40


def test_what_was_taken_while_a_list_was_worked_out_is_asked_again(desk: Desk) -> None:
    series = [a_course(desk, build.a_person(desk.clinic)) for _ in range(2)]
    proposal = worked_out(desk, series)
    answer = proposal.ways.get(number=1).answer
    assert answer is not None
    mine = set(series[0].visits.values_list("pk", flat=True))
    _visit, who, room, at = next(one for one in answer["placed"] if one[0] in mine)
    taken = desk.massage if who == desk.rmt.pk else desk.wanted
    wanted = taken(build.a_person(desk.clinic), datetime.fromisoformat(at), clinician=who, room=room)
    book(desk.by, **wanted, kind="treatment")
    done = book_list(desk.by, proposal.pk, 1)
    assert done.overtaken == (series[0],)
    assert {one.person for one in done.appointments} == {series[1].person}
    assert verify_log(desk.clinic.pk) is None


def test_a_series_that_a_newer_plan_ended_meanwhile_is_not_booked(desk: Desk) -> None:
    series = [a_course(desk, build.a_person(desk.clinic)) for _ in range(2)]
    proposal = worked_out(desk, series)
    Series.objects.filter(pk=series[0].pk).update(ended_at=NOW)
    done = book_list(desk.by, proposal.pk, 1)
    assert done.overtaken == (series[0],)
    assert {one.person for one in done.appointments} == {series[1].person}


def test_one_list_at_a_time(desk: Desk) -> None:
    first, second = (a_course(desk, build.a_person(desk.clinic)) for _ in range(2))
    proposal = ask_list(desk.by, [first.pk])
    with pytest.raises(ValidationError, match="already"):
        ask_list(desk.by, [second.pk])
    drop_list(desk.by, proposal.pk)
    ask_list(desk.by, [second.pk])


def test_a_list_whose_process_is_gone_stands_in_nobodys_way(desk: Desk) -> None:
    one = a_course(desk, build.a_person(desk.clinic))
    ask_list(desk.by, [one.pk])
    with clock.set_to(NOW + timedelta(seconds=31)):
        shown = list_in(desk.clinic)
        assert shown is not None
        assert shown.is_cut_off
        assert not shown.is_working
        ask_list(desk.by, [one.pk])


def test_an_old_answer_is_not_booked(desk: Desk) -> None:
    proposal = worked_out(desk, [a_course(desk, build.a_person(desk.clinic))])
    with clock.set_to(NOW + timedelta(hours=13)):
        assert list_in(desk.clinic) is None
        with pytest.raises(ValidationError, match="no longer there"):
            book_list(desk.by, proposal.pk, 1)
    assert not Appointment.objects.exists()


def test_stop_takes_the_best_so_far(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    proposal = ask_list(desk.by, [a_course(desk, build.a_person(desk.clinic)).pk])
    book_all = optimiser.book_all

    def somebody_stops(instance: Instance, **how: Any) -> Solution:
        stop_list(desk.by, proposal.pk)
        return book_all(instance, **how)

    monkeypatch.setattr(optimiser, "book_all", somebody_stops)
    monkeypatch.setattr("clinic.calendar.actions.list_working.WRITES_EVERY", 0.0)
    work_out(proposal.pk, seconds=600, processes=False)
    first, second = proposal.ways.all()
    assert first.answer is not None
    assert first.seconds < 60
    assert second.answer is None  # not begun any more
    assert book_list(desk.by, proposal.pk, 1).appointments


def test_a_dropped_list_ends_its_work(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    proposal = ask_list(desk.by, [a_course(desk, build.a_person(desk.clinic)).pk])
    book_all = optimiser.book_all

    def somebody_drops(instance: Instance, **how: Any) -> Solution:
        drop_list(desk.by, proposal.pk)
        return book_all(instance, **how)

    monkeypatch.setattr(optimiser, "book_all", somebody_drops)
    monkeypatch.setattr("clinic.calendar.actions.list_working.WRITES_EVERY", 0.0)
    work_out(proposal.pk, seconds=600, processes=False)
    assert not ListProposal.objects.exists()


def test_an_error_ends_the_wait(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    proposal = ask_list(desk.by, [a_course(desk, build.a_person(desk.clinic)).pk])

    def broken(*_args: object, **_how: object) -> Solution:
        raise RuntimeError("no memory")

    monkeypatch.setattr(optimiser, "book_all", broken)
    with pytest.raises(RuntimeError):
        work_out(proposal.pk)
    shown = list_in(desk.clinic)
    assert shown is not None
    assert not shown.is_working
    assert shown.answers == ()


def test_the_clinics_way_comes_first(desk: Desk) -> None:
    lead = a_lead(desk)
    assert protected_with(desk.by) is None
    protect_continuity(lead, Decimal("2.5"))
    assert protected_with(desk.by) == Decimal("2.5")
    proposal = ask_list(desk.by, [a_course(desk, build.a_person(desk.clinic)).pk])
    assert [way.continuity for way in proposal.ways.all()] == [Decimal("2.5"), None]
    protect_continuity(lead, None)
    assert protected_with(desk.by) is None
    for wrong in (Decimal("0.9"), Decimal("20.1")):
        with pytest.raises(ValidationError):
            protect_continuity(lead, wrong)
    with pytest.raises(PermissionDenied):
        protect_continuity(Actor(desk.physio), None)


def test_too_many_is_said_at_once_and_in_whose_hours(desk: Desk) -> None:
    desk.physio.practice.max_minutes_per_day = 60
    desk.physio.practice.save()
    days = {"earliest": MONDAY + timedelta(days=1), "latest": MONDAY + timedelta(days=5)}
    series = [a_series(desk, build.a_person(desk.clinic), days) for _ in range(6)]
    proposal = worked_out(desk, series)
    (said,) = proposal.shortages
    assert "360 minutes are asked" in said
    assert desk.physio.display_name in said


def test_a_fingerprint_is_of_everything_that_matters(desk: Desk) -> None:
    series = a_course(desk, build.a_person(desk.clinic))
    instance = problem_of(desk.by, [series]).instance
    again = problem_of(desk.by, [series]).instance
    assert again == instance
    assert fingerprint(again) == fingerprint(instance)
    series.person.may_come.create(weekday=3, starts=time(9), ends=time(12))
    assert fingerprint(problem_of(desk.by, [series]).instance) != fingerprint(instance)
    (first, *others) = instance.clinicians
    fewer = replace(instance, clinicians=(replace(first, skills=frozenset({"a"})), *others))
    assert fingerprint(fewer) != fingerprint(instance)


def test_the_list_of_another_clinic_is_not_there(desk: Desk, other_clinic: Clinic) -> None:
    proposal = worked_out(desk, [a_course(desk, build.a_person(desk.clinic))])
    there = a_desk(other_clinic)
    assert list_in(there.clinic) is None
    for do in (drop_list, stop_list, lambda by, key: book_list(by, key, 1)):
        with pytest.raises(ValidationError, match="no longer there"):
            do(there.by, proposal.pk)
    assert ListProposal.objects.get().stop_asked_at is None
