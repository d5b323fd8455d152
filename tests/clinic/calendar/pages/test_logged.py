"""Whoever looks, tries or changes something stands in the log; and nothing changes that does not."""

from collections.abc import Callable
from datetime import time

import pytest
from django.db import IntegrityError
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.accounts.roles import PHYSIOTHERAPIST
from clinic.audit.models import AuditEvent, AuditHead
from clinic.audit.words import Result
from clinic.calendar.actions import ask_list, change_status, take_time_off
from clinic.calendar.models import Away, MayCome, Practice, Room, TimeOff, VisitMail, Waiting
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, NOW, Desk, a_desk, a_series


def newest() -> tuple[str, str, int | None, str]:
    one = AuditEvent.objects.latest("id")
    return one.action, one.subject_kind, one.person_id, one.reason


@pytest.mark.parametrize(
    "address", ["/calendar/?day=2026-01-12", "/calendar/?day=2026-01-12&by=rooms", "/calendar/week/?day=2026-01-12"]
)
def test_a_page_of_many_names_the_charts(browser_of_desk: Client, desk: Desk, person: Person, address: str) -> None:
    other = build.a_person(desk.clinic)
    desk.book(person, desk.at(10))
    desk.book(other, desk.at(11))
    browser_of_desk.get(address)
    action, kind, _person, reason = newest()
    assert (action, kind) == ("list", "calendar")
    assert reason.endswith(f": {person.chart_number}, {other.chart_number}")


def test_a_week_of_one_names_theirs_alone(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(10))
    desk.book_massage(build.a_person(desk.clinic), desk.at(10))
    browser_of_desk.get(f"/calendar/week/?day=2026-01-12&practice={desk.physio.practice.pk}")
    assert newest()[3].endswith(f"2026-01-12: {person.chart_number}")


def test_the_waiting_list_and_the_series_name_them(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    Waiting.objects.create(person=person, discipline="physio", minutes=60, since=NOW)
    series = a_series(desk, person, {})
    browser_of_desk.get("/calendar/waiting/")
    assert newest() == ("list", "waiting list", None, person.chart_number)
    browser_of_desk.get("/calendar/series/")
    assert newest() == ("list", "series", None, person.chart_number)
    browser_of_desk.get(f"/calendar/series/{series.pk}/")
    assert AuditEvent.objects.filter(action="view", subject_kind="series", person_id=person.pk).exists()


def test_moving_and_filling_are_looks(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(10))
    browser_of_desk.get(f"/calendar/visit/{made.pk}/move/")
    assert newest() == ("view", "appointment", person.pk, "")
    other = build.a_person(desk.clinic)
    Waiting.objects.create(person=other, discipline="physio", minutes=60, since=NOW)
    change_status(desk.by, made.pk, version=1, status="cancelled")
    browser_of_desk.get(f"/calendar/visit/{made.pk}/fill/")
    assert newest() == ("list", "waiting list", None, other.chart_number)
    assert AuditEvent.objects.filter(action="view", subject_kind="appointment", person_id=person.pk).count() == 2


def test_the_calls_of_an_absence_are_a_look(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(10))
    off, _affected = take_time_off(
        desk.by, practice=desk.physio.practice, on=MONDAY, starts=time(9), ends=time(11), why="ill"
    )
    browser_of_desk.get(f"/calendar/absence/repair/?off={off.pk}")
    assert newest() == ("list", "calls", None, person.chart_number)


@pytest.mark.parametrize(("do", "told"), [("stop", "stopped the list"), ("drop", "dropped the list")])
def test_what_is_done_to_a_list_is_told(
    browser_of_desk: Client, desk: Desk, person: Person, do: str, told: str
) -> None:
    proposal = ask_list(desk.by, [a_series(desk, person, {}).pk])
    browser_of_desk.post("/calendar/series/step/", {"do": do, "proposal": proposal.pk})
    assert newest() == ("change", "series", None, told)


def test_who_tries_what_is_of_another_clinic_is_seen(browser_of_desk: Client, other_clinic: Clinic, desk: Desk) -> None:
    other = a_desk(other_clinic)
    whose = build.a_person(other_clinic)
    visit = other.book(whose, other.at(10))
    series = a_series(other, whose, {})
    waiting = Waiting.objects.create(person=whose, discipline="physio", minutes=60, since=NOW)
    off = TimeOff.objects.create(
        practice=other.physio.practice, on=MONDAY, starts="12:00", ends="13:00", why="away", said_by=other.physio,
        said_at=NOW,
    )  # fmt: skip
    tries = (
        (f"/calendar/visit/{visit.pk}/", "appointment", visit.pk),
        (f"/calendar/visit/{visit.pk}/move/", "appointment", visit.pk),
        (f"/calendar/visit/{visit.pk}/fill/", "appointment", visit.pk),
        (f"/calendar/series/{series.pk}/", "series", series.pk),
        (f"/calendar/book/?person={whose.pk}", "person", whose.pk),
        (f"/desk/{whose.pk}/", "person", whose.pk),
        (f"/claims/people/{whose.pk}/", "person", whose.pk),
        (f"/calendar/absence/repair/?off={off.pk}", "time off", off.pk),
    )
    for address, kind, key in tries:
        before = AuditEvent.objects.count()
        assert browser_of_desk.get(address).status_code == 404
        one = AuditEvent.objects.latest("id")
        assert (one.result, one.subject_kind, one.subject_id) == (Result.REFUSED, kind, str(key)), address
        assert one.clinic_id == desk.clinic.pk
        assert AuditEvent.objects.count() == before + 1, address
    # Where an action refuses, one event tells it, not two.
    before = AuditEvent.objects.count()
    assert (
        browser_of_desk.post(f"/calendar/visit/{visit.pk}/status/", {"version": 1, "status": "done"}).status_code == 404
    )
    assert browser_of_desk.post(f"/calendar/waiting/{waiting.pk}/end/").status_code == 404
    assert AuditEvent.objects.count() == before + 2


def the_log_refuses(clinic: Clinic) -> None:
    """From here on: its next event would follow on the same as another, which the database does not take."""
    AuditHead.objects.filter(clinic_id=clinic.pk).update(sha256="")


AWAY = {"do": "away", "first": "2026-02-01"}
HOURS = {"do": "hours", "weekday": ["0", "1"], "starts": "09:00", "ends": "12:00"}


@pytest.mark.parametrize(
    ("address", "said", "there"),
    [
        ("/desk/{person}/availability/", AWAY, Away.objects.count),
        ("/desk/{person}/availability/", HOURS, MayCome.objects.count),
        ("/calendar/hours/", {"clinician": "{new}"}, Practice.objects.count),
        ("/calendar/rooms/", {"name": "Three", "physio": "yes"}, Room.objects.count),
        ("/calendar/rooms/", {"do": "close", "room": "{room}"}, Room.objects.filter(closed_on=None).count),
        ("/calendar/waiting/{waiting}/end/", {}, Waiting.objects.filter(ended_at=None).count),
        ("/desk/{person}/mails/", {"wants": "no"}, VisitMail.objects.count),
    ],
)
def test_what_the_log_cannot_tell_does_not_happen(
    browser_of_desk: Client,
    desk: Desk,
    person: Person,
    address: str,
    said: dict[str, str | list[str]],
    there: Callable[[], int],
) -> None:
    waiting = Waiting.objects.create(person=person, discipline="physio", minutes=60, since=NOW)
    new = build.a_user(desk.clinic, PHYSIOTHERAPIST)
    names = {"person": person.pk, "new": new.pk, "room": desk.room.pk, "waiting": waiting.pk}
    filled = {key: each.format(**names) if isinstance(each, str) else each for key, each in said.items()}
    browser_of_desk.get("/calendar/")
    before = there()
    the_log_refuses(desk.clinic)
    with pytest.raises(IntegrityError):
        browser_of_desk.post(address.format(**names), filled)
    assert there() == before


@pytest.mark.parametrize("address", ["/calendar/hours/", "/calendar/rooms/"])
def test_pressed_twice_it_is_there_once(browser_of_desk: Client, desk: Desk, address: str) -> None:
    new = build.a_user(desk.clinic, PHYSIOTHERAPIST)
    said = {"clinician": new.pk, "name": "Three", "physio": "yes"}
    assert [browser_of_desk.post(address, said).status_code for _press in range(2)] in ([302, 302], [302, 404])
    assert Practice.objects.filter(clinician=new).count() + Room.objects.filter(name="Three").count() == 1
