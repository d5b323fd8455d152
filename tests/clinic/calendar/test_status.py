"""The way of a visit through the day, the ways out, and back in one action."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.models import AuditEvent
from clinic.calendar.actions import change_status
from clinic.calendar.errors import Changed, Taken
from clinic.calendar.models import Appointment, AppointmentChange
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import Desk, a_desk


def through(desk: Desk, made: Appointment, *statuses: str, reason: str = "") -> Appointment:
    for status in statuses:
        made.refresh_from_db()
        made = change_status(desk.by, made.pk, version=made.version, status=status, reason=reason)
    return made


def test_the_way_through_the_day(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    with clock.set_to(desk.at(8, 55)):
        through(desk, made, "confirmed", "arrived", "in_room", "done")
    changes = AppointmentChange.objects.order_by("id")
    assert [one.what for one in changes] == ["booked", "confirmed", "arrived", "in_room", "done"]
    assert [one.after["status"] for one in changes[1:]] == ["confirmed", "arrived", "in_room", "done"]
    assert changes[4].before["status"] == "in_room"
    assert AuditEvent.objects.filter(action="change").count() == 4


def test_a_jump_is_a_correction_and_says_why(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    with clock.set_to(desk.at(11)):
        with pytest.raises(ValidationError, match="say why"):
            through(desk, made, "done")
        assert through(desk, made, "done", reason="forgot to press it").status == "done"


def test_a_wrong_arrival_is_put_right_in_one_action(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    with clock.set_to(desk.at(9)):
        through(desk, made, "arrived", "in_room", "done")
        with pytest.raises(ValidationError, match="say why"):
            through(desk, made, "booked")
        assert through(desk, made, "booked", reason="another person with this name").status == "booked"
    assert AppointmentChange.objects.latest("id").reason == "another person with this name"


@pytest.mark.parametrize(
    ("hours_before", "status"), [(24, "cancelled"), (23.9, "late_cancelled"), (-1, "late_cancelled")]
)
@pytest.mark.parametrize("said", ["cancelled", "late_cancelled"])
def test_whether_it_is_late_is_decided_by_the_hour(
    desk: Desk, person: Person, hours_before: float, status: str, said: str
) -> None:
    made = desk.book(person, desk.at(9))
    with clock.set_to(made.starts_at - timedelta(hours=hours_before)):
        assert through(desk, made, said).status == status


def test_a_clinic_that_cancels_is_never_late(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    with clock.set_to(desk.at(8)):
        assert change_status(desk.by, made.pk, version=1, status="cancelled", by_clinic=True).status == "cancelled"


def test_a_wish_is_never_cancelled_late(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    Appointment.objects.update(status="requested")
    with clock.set_to(desk.at(8)):
        assert through(desk, made, "cancelled").status == "cancelled"


def test_a_cancelled_hour_is_free_and_comes_back_only_while_it_is(desk: Desk, person: Person) -> None:
    made = through(desk, desk.book(person, desk.at(9)), "cancelled")
    assert through(desk, made, "booked", reason="pressed by mistake").status == "booked"
    through(desk, made, "cancelled")
    desk.book(build.a_person(desk.clinic), desk.at(9, 30))
    with pytest.raises(Taken):
        through(desk, made, "booked", reason="she comes after all")
    made.refresh_from_db()
    assert made.status == "cancelled"


def test_nobody_is_missed_before_the_hour_nor_there_on_a_later_day(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    with pytest.raises(ValidationError):
        through(desk, made, "arrived")
    with clock.set_to(desk.at(8, 59)), pytest.raises(ValidationError):
        through(desk, made, "no_show")
    with clock.set_to(desk.at(9, 20)):
        assert through(desk, made, "no_show").status == "no_show"


@pytest.mark.parametrize("status", ["", "gone", "booked", "x" * 500])
def test_what_is_no_way(desk: Desk, person: Person, status: str) -> None:
    with pytest.raises(ValidationError):
        through(desk, desk.book(person, desk.at(9)), status)


def test_an_older_page_changes_nothing(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    through(desk, made, "confirmed")
    with pytest.raises(Changed):
        change_status(desk.by, made.pk, version=1, status="cancelled")
    made.refresh_from_db()
    assert made.status == "confirmed"


def test_others_change_nothing(desk: Desk, person: Person, other_clinic: Clinic) -> None:
    made = desk.book(person, desk.at(9))
    with pytest.raises(Http404):
        change_status(a_desk(other_clinic).by, made.pk, version=1, status="cancelled")
    patient, _own = build.a_patient(desk.clinic)
    with pytest.raises(PermissionDenied):
        change_status(patient, made.pk, version=1, status="cancelled")
