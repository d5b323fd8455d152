"""Two people press at the same moment: one has the hour, the other is told who was faster and what is free."""

import threading
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from clinic import clock
from clinic.audit.models import AuditEvent
from clinic.audit.record import verify_log
from clinic.calendar.actions import ask_list, book, book_list, change_status, move, protect_continuity, work_out
from clinic.calendar.errors import Changed, Taken
from clinic.calendar.models import Appointment, AppointmentChange, Continuity, ListProposal, Practice, Room
from tests.clinic import build
from tests.clinic.calendar.desk import NOW, Desk, a_desk, a_lead, a_series

WRITERS = 4


def at_once(work: Callable[[int], object]) -> list[object]:
    """Run `work` in several threads that start together; gives what each answered."""
    answers: list[object] = []
    start = threading.Barrier(WRITERS)

    def run(number: int) -> None:
        try:
            with clock.set_to(NOW):
                start.wait()
                answers.append(work(number))
        except Exception as error:  # noqa: BLE001  told to the test, which is in another thread
            answers.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def told(answers: list[object], kind: type[Exception]) -> list[Exception]:
    found = [one for one in answers if isinstance(one, kind)]
    assert len(found) == len(answers) - 1, answers
    return found


@pytest.mark.django_db(transaction=True)
def test_one_hour_booked_at_once_is_given_once() -> None:
    desk: Desk = a_desk()
    people = [build.a_person(desk.clinic) for _ in range(WRITERS)]
    wanted = [desk.wanted(one, desk.at(10), kind="treatment") for one in people]
    answers = at_once(lambda number: book(desk.by, **wanted[number]))
    for one in told(answers, Taken):
        assert isinstance(one, Taken)
        assert one.appointment == Appointment.objects.get()
        assert desk.at(9) in [place.starts_at for place in one.next_best]
    assert AppointmentChange.objects.count() == 1
    assert verify_log(desk.clinic.pk) is None


@pytest.mark.django_db(transaction=True)
def test_one_visit_changed_at_once_is_changed_once() -> None:
    desk = a_desk()
    made = desk.book(build.a_person(desk.clinic), desk.at(10))

    def change(number: int) -> object:
        if number % 2:
            return move(desk.by, made.pk, version=1, starts_at=desk.at(11 + number))
        return change_status(desk.by, made.pk, version=1, status="confirmed")

    told(at_once(change), Changed)
    made.refresh_from_db()
    assert made.version == 2
    assert AppointmentChange.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_what_comes_first_is_set_at_once() -> None:
    lead = a_lead(a_desk())
    answers = at_once(lambda number: protect_continuity(lead, Decimal(number + 1)))
    assert answers == [None] * WRITERS
    assert Continuity.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_who_treats_and_one_room_are_added_at_once() -> None:
    desk = a_desk()
    assert desk.by.user is not None
    new = build.a_user(desk.clinic)
    clients = [Client(raise_request_exception=False) for _ in range(WRITERS)]
    for each in clients:
        each.force_login(desk.by.user)
    posted = [("/calendar/hours/", {"clinician": new.pk}), ("/calendar/rooms/", {"name": "Three", "physio": "yes"})]
    for address, said in posted:
        answers = at_once(lambda number: clients[number].post(address, said).status_code)  # noqa: B023
        assert answers == [302] * WRITERS
    assert Practice.objects.filter(clinician=new).count() == Room.objects.filter(name="Three").count() == 1
    assert AuditEvent.objects.filter(subject_kind__in=("practice", "room"), reason="added").count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_list_that_was_cut_off_is_booked_or_asked_for_anew() -> None:
    desk = a_desk()
    key = a_series(desk, build.a_person(desk.clinic), {}).pk
    with clock.set_to(NOW):
        proposal = ask_list(desk.by, [key])
        work_out(proposal.pk, seconds=0.2, processes=False)
    ListProposal.objects.update(ended_at=None, heard_at=NOW - timedelta(minutes=5))

    def press(number: int) -> object:
        return ask_list(desk.by, [key]) if number % 2 else book_list(desk.by, proposal.pk, 1)

    told = [one for one in at_once(press) if isinstance(one, Exception)]
    assert all(isinstance(one, ValidationError) for one in told), told
    assert len(told) in (2, 3)  # booked and then asked for, or asked for alone
    assert verify_log(desk.clinic.pk) is None
