"""What was looked at is what is done: nobody books, stops or leaves what they did not see."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404

from clinic import clock
from clinic.calendar.actions import (
    ask_list,
    book,
    book_list,
    book_series,
    drop_list,
    propose_series,
    stop_list,
    work_out,
)
from clinic.calendar.errors import SeriesEnded, Taken
from clinic.calendar.models import Appointment, ListProposal, Waiting
from clinic.calendar.problem.fingerprint import fingerprint
from clinic.calendar.problem.series import problem_of
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, NOW, Desk, a_series
from tests.clinic.calendar.test_list import worked_out

TUESDAY = {"earliest": MONDAY + timedelta(days=1), "latest": MONDAY + timedelta(days=1)}


def test_a_list_that_nobody_looked_at_is_not_booked_nor_stopped_nor_left(desk: Desk, person: Person) -> None:
    seen = worked_out(desk, [a_series(desk, person, {})])
    drop_list(desk.by, seen.pk)
    newer = worked_out(desk, [a_series(desk, build.a_person(desk.clinic), {})])
    for do in (stop_list, drop_list, lambda by, key: book_list(by, key, 1)):
        with pytest.raises(ValidationError, match="no longer there"):
            do(desk.by, seen.pk)
    assert not Appointment.objects.exists()
    assert ListProposal.objects.get() == newer
    assert book_list(desk.by, newer.pk, 1).appointments


def test_what_a_series_asks_for_is_asked_for_once(desk: Desk, person: Person) -> None:
    series = a_series(desk, person, {"latest": MONDAY + timedelta(days=20)}, TUESDAY)
    first, second = series.visits.all()
    made = desk.book(person, desk.at(10), prescribed=first)
    with pytest.raises(Taken) as told:
        desk.book(person, desk.at(10, days=1), prescribed=first)  # too soon as well; that it has its hour comes first
    assert told.value.appointment == made
    series.ended_at = NOW
    series.save()
    with pytest.raises(SeriesEnded):
        desk.book(person, desk.at(10, days=3), prescribed=second)
    assert Appointment.objects.count() == 1


def test_what_somebody_booked_meanwhile_does_not_wait(desk: Desk, person: Person) -> None:
    series = a_series(desk, person, {}, {"earliest": MONDAY, "latest": MONDAY, "minutes": 480})
    choice = propose_series(desk.by, series).choices[0]
    (left,) = choice.unplaced
    wanted = desk.wanted(person, desk.at(9, days=20), minutes=480, prescribed=left.visit)
    book(desk.by, **wanted, kind="treatment", override_reason="a whole day of tests")
    book_series(desk.by, choice)
    assert not Waiting.objects.filter(ended_at__isnull=True).exists()


def test_an_hour_that_the_fingerprint_missed_takes_one_series_and_not_all(desk: Desk, person: Person) -> None:
    """As it would be if the fingerprint left something out."""
    series = [a_series(desk, one, TUESDAY) for one in (person, build.a_person(desk.clinic))]
    proposal = worked_out(desk, series)
    answer = proposal.ways.get(number=1).answer
    assert answer is not None
    taken = next(at for visit, _who, _room, at in answer["placed"] if visit == series[0].visits.get().pk)
    hour = datetime.fromisoformat(taken)
    desk.book(build.a_person(desk.clinic), hour)
    ListProposal.objects.update(fingerprint=fingerprint(problem_of(desk.by, series).instance))
    done = book_list(desk.by, proposal.pk, 1)
    assert done.overtaken == (series[0],)
    assert [one.person for one in done.appointments] == [series[1].person]


def test_a_list_is_worked_out_by_one_process(desk: Desk, person: Person) -> None:
    proposal = ask_list(desk.by, [a_series(desk, person, {}).pk])
    with clock.set_to(NOW + timedelta(seconds=3)):
        work_out(proposal.pk, seconds=0.2, processes=False)
        ListProposal.objects.update(ended_at=None)
        proposal.ways.update(answer=None)
        work_out(proposal.pk, seconds=0.2, processes=False)  # begun a second time
    proposal.refresh_from_db()
    assert proposal.ended_at is None
    assert not proposal.ways.filter(answer__isnull=False).exists()
    drop_list(desk.by, proposal.pk)
    work_out(proposal.pk)  # begun after it was left


def test_a_choice_of_another_series(desk: Desk, person: Person) -> None:
    mine, other = a_series(desk, person, {}), a_series(desk, build.a_person(desk.clinic), {})
    choice = propose_series(desk.by, other).choices[0]
    with pytest.raises(ValidationError, match="another series"):
        book_series(desk.by, choice, of=mine)
    assert not Appointment.objects.exists()


def test_a_visit_of_somebody_elses_series_is_not_there(desk: Desk, person: Person) -> None:
    foreign = a_series(desk, build.a_person(desk.clinic), {}).visits.get()
    with pytest.raises(Http404):
        desk.book(person, desk.at(10), prescribed=foreign)
