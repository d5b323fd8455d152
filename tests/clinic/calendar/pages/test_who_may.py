"""Who reaches the pages of the calendar, and that nothing of another clinic is reached."""

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PATIENT, PHYSIOTHERAPIST, RMT, Role
from clinic.calendar.models import Appointment, MayCome, TimeOff, Waiting
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, NOW, Desk, a_desk, a_series

PAGES = (
    "/calendar/",
    "/calendar/?by=rooms",
    "/calendar/week/",
    "/calendar/book/",
    "/calendar/waiting/",
    "/calendar/series/",
    "/calendar/absence/",
    "/calendar/hours/",
    "/desk/",
)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("role", [FRONT_DESK, CLINIC_LEAD, PHYSIOTHERAPIST, RMT], ids=lambda role: role.key)
def test_staff_see_the_calendar(client: Client, clinic: Clinic, role: Role, address: str) -> None:
    client.force_login(build.a_user(clinic, role))
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", PAGES)
def test_patients_do_not(client: Client, clinic: Clinic, address: str) -> None:
    client.force_login(build.a_user(clinic, PATIENT))
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", PAGES)
def test_strangers_are_asked_to_sign_in(client: Client, db: None, address: str) -> None:
    assert client.get(address).status_code == 302


def test_nothing_of_another_clinic_is_there(
    browser_of_desk: Client, other_clinic: Clinic, desk: Desk, person: Person
) -> None:
    other = a_desk(other_clinic)
    whose = build.a_person(other_clinic, "Faraway")
    visit = other.book(whose, other.at(10))
    series = a_series(other, whose, {})
    waiting = Waiting.objects.create(person=whose, discipline="physio", minutes=60, since=NOW)
    off = TimeOff.objects.create(
        practice=other.physio.practice, on=MONDAY, starts="12:00", ends="13:00", why="away", said_by=other.physio,
        said_at=NOW,
    )  # fmt: skip
    for address in (
        f"/calendar/visit/{visit.pk}/",
        f"/calendar/visit/{visit.pk}/move/",
        f"/calendar/visit/{visit.pk}/fill/",
        f"/calendar/check/?visit={visit.pk}&day=2026-01-12&at=11:00",
        f"/calendar/series/{series.pk}/",
        f"/calendar/week/?practice={other.physio.practice.pk}",
        f"/calendar/absence/?practice={other.physio.practice.pk}",
        f"/calendar/absence/repair/?off={off.pk}",
        f"/calendar/hours/{other.physio.practice.pk}/",
        f"/calendar/book/?person={whose.pk}",
        f"/calendar/book/?person={person.pk}&clinician={other.physio.pk}",
        f"/desk/{whose.pk}/",
    ):
        assert browser_of_desk.get(address).status_code == 404, address
    for address, said in (
        (f"/calendar/visit/{visit.pk}/status/", {"version": 1, "status": "cancelled"}),
        (f"/calendar/visit/{visit.pk}/move/", {"version": 1, "day": "2026-01-12", "at": "11:00"}),
        (f"/calendar/waiting/{waiting.pk}/end/", {}),
        (f"/calendar/absence/{off.pk}/end/", {}),
        (f"/desk/{whose.pk}/availability/", {"do": "away", "first": "2026-02-01"}),
        ("/calendar/waiting/add/", {"person": whose.pk, "discipline": "physio", "minutes": 60}),
    ):
        assert browser_of_desk.post(address, said).status_code == 404, address
    visit.refresh_from_db()
    assert (visit.version, visit.status) == (1, "booked")
    assert Waiting.objects.get().ended_at is None
    for address in PAGES:
        assert "Faraway" not in browser_of_desk.get(f"{address}{'&' if '?' in address else '?'}day=2026-01-12").text


@pytest.mark.parametrize(
    "address",
    [
        "/calendar/?day=yesterday",
        "/calendar/?day=2026-02-30",
        "/calendar/?day=0001-01-01",
        "/calendar/?day=99999-01-01",
        "/calendar/book/?at=25:00",
        "/calendar/book/?person=abc",
        "/calendar/book/?clinician=9999999999999999999999",
        "/calendar/check/?visit=1",
        "/desk/?day=2026-13-01",
    ],
)
def test_what_cannot_be_meant_is_refused(browser_of_desk: Client, address: str) -> None:
    assert browser_of_desk.get(address).status_code in (400, 404)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/calendar/visit/{visit}/status/", {"status": "cancelled"}),
        ("/calendar/visit/{visit}/status/", {"status": "cancelled", "version": "x"}),
        ("/calendar/visit/{visit}/move/", {"version": "1", "day": "soon", "at": "10:00"}),
        ("/calendar/visit/{visit}/move/", {"version": "1", "day": "2026-01-12", "at": "1000"}),
        ("/calendar/absence/", {"whose": "clinic:1", "day": "2026-01-12"}),
        ("/desk/{person}/availability/", {"do": "everything"}),
        ("/desk/{person}/availability/", {"do": "hours", "weekday": "9", "starts": "09:00", "ends": "12:00"}),
        ("/desk/{person}/availability/", {"do": "away", "first": "x"}),
        ("/calendar/waiting/add/", {"person": "{person}", "discipline": "chess", "minutes": "60"}),
    ],
)
def test_forms_that_are_not_ours(
    browser_of_desk: Client, desk: Desk, person: Person, address: str, said: dict[str, str]
) -> None:
    visit = desk.book(person, desk.at(10))
    names = {"visit": visit.pk, "person": person.pk}
    filled = {key: value.format(**names) for key, value in said.items()}
    assert browser_of_desk.post(address.format(**names), filled).status_code == 400
    assert (Appointment.objects.count(), MayCome.objects.count()) == (1, 0)


def test_only_two_roles_change_hours(client: Client, desk: Desk) -> None:
    practice = desk.physio.practice
    client.force_login(desk.physio)
    said = {"do": "add", "weekday": ["5"], "starts": "09:00", "ends": "12:00"}
    assert client.post(f"/calendar/hours/{practice.pk}/", said).status_code == 403
    assert practice.hours.count() == 5
