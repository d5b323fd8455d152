"""Two people press at the same moment: one has the hour, the other is told who was faster and what is free."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from clinic import clock
from clinic.audit.record import verify_log
from clinic.calendar.actions import book, change_status, move
from clinic.calendar.errors import Changed, Taken
from clinic.calendar.models import Appointment, AppointmentChange
from tests.clinic import build
from tests.clinic.calendar.desk import NOW, Desk, a_desk

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
