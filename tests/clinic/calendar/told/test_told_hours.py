"""A visit keeps the hour that people were told, whatever a law does to the clocks meanwhile."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.record import verify_log
from clinic.calendar.actions import book_series, change_status, move
from clinic.calendar.feeds.keys import renew_feed
from clinic.calendar.models import Appointment, SentReminder
from clinic.calendar.reminding.mailing import remind_of_visits
from clinic.calendar.told.differing import differing
from clinic.calendar.told.putting_back import put_back, would_go_back
from clinic.chart.models import Person
from clinic.zones import RELEASE
from tests.clinic import build
from tests.clinic.calendar.desk import Desk, a_desk, a_series
from tests.clinic.calendar.test_series import a_choice
from tests.clinic.old_zones import by_old_data

DECEMBER = 329
"""Days from the Monday of the desk to Monday 7 December 2026: at -8 by the old rules, at -7 by the new."""


@pytest.fixture
def early(desk: Desk, tmp_path: Path) -> Callable[..., Appointment]:
    """A visit that was booked before the clinic got the new rules."""

    def booked(person: Person, hour: int, minute: int = 0, *, massage: bool = False, days: int = 0) -> Appointment:
        with by_old_data(tmp_path):
            book = desk.book_massage if massage else desk.book
            return book(person, desk.at(hour, minute, days=DECEMBER + days))

    return booked


def hour_of(one: Appointment) -> time:
    one.refresh_from_db()
    return one.starts_at.astimezone(one.clinic.zone).time()


def told_hours(*options: str) -> str:
    """What the command says, its complaint included."""
    out = StringIO()
    try:
        call_command("told_hours", *options, stdout=out)
    except CommandError as error:
        out.write(f"! {error}")
    return out.getvalue()


def test_an_hour_that_the_law_has_moved_is_found_and_put_back(
    desk: Desk, person: Person, early: Callable[..., Appointment]
) -> None:
    made = early(person, 9)
    assert (made.told_hour, hour_of(made)) == (time(9), time(10))
    said = told_hours()
    assert f"chart {person.chart_number} {person.name}" in said
    assert "told 2026-12-07 09:00, by the clocks 2026-12-07 10:00" in said
    assert f"! Time zone data {RELEASE}: not at the hour that was told: 1. With --yes 1 go back; to call: 0." in said
    assert hour_of(made) == time(10)
    assert "put back to the hour that was told: 1; nobody has to be called" in told_hours("--yes")
    assert hour_of(made) == time(9)
    assert made.ends_at - made.starts_at == made.free_at - made.starts_at == timedelta(hours=1)
    assert "every visit to come stands" in told_hours()


def test_it_is_a_change_that_stands_in_the_log(desk: Desk, person: Person, early: Callable[..., Appointment]) -> None:
    made = early(person, 9)
    put_back(desk.clinic)
    made.refresh_from_db()
    change = made.changes.latest("id")
    assert (made.version, change.what, change.by) == (2, "hour kept", None)
    assert change.reason == f"told 2026-12-07 09:00; by time zone data {RELEASE} it had come to stand at 10:00"
    assert (change.before["starts_at"], change.after["starts_at"]) == (
        "2026-12-07T17:00+00:00",
        "2026-12-07T16:00+00:00",
    )
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.person_id, event.who_name) == ("change", person.pk, "")
    assert verify_log(desk.clinic.pk) is None


def test_visits_that_follow_on_each_other_go_back_together(desk: Desk, early: Callable[..., Appointment]) -> None:
    made = [early(build.a_person(desk.clinic), hour) for hour in (9, 10, 11, 12)]
    done = put_back(desk.clinic)
    assert (len(done.back), done.to_call) == (4, ())
    assert [hour_of(one) for one in made] == [time(9), time(10), time(11), time(12)]
    assert {one.status for one in made} == {"booked"}


def test_whose_hour_is_taken_by_now_has_to_be_called(
    desk: Desk, person: Person, early: Callable[..., Appointment]
) -> None:
    blocked, behind, free = (early(build.a_person(desk.clinic), hour) for hour in (9, 10, 13))
    late = desk.book(person, desk.at(9, days=DECEMBER))
    done = put_back(desk.clinic)
    # The second stays as well: the first has nowhere to go, and keeps the hour that the second was told.
    assert [one.visit for one in done.to_call] == [blocked, behind]
    assert [one.visit for one in done.back] == [free]
    assert [hour_of(one) for one in (late, blocked, behind, free)] == [time(9), time(10), time(11), time(13)]
    said = told_hours("--yes")
    assert f"to call: their hour is another one now:\n  chart {blocked.person.chart_number}" in said
    assert f"! Time zone data {RELEASE}: put back to the hour that was told: 0; to call: 2." in said


def test_once_they_were_called_the_hour_is_told(
    client: Client, desk: Desk, person: Person, early: Callable[..., Appointment]
) -> None:
    made = early(build.a_person(desk.clinic), 9)
    desk.book(person, desk.at(9, days=DECEMBER))
    put_back(desk.clinic)
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    # On the page, to the very hour at which it stands.
    said = {"version": made.version, "day": "2026-12-07", "at": "10:00"}
    assert client.post(f"/calendar/visit/{made.pk}/move/", said).status_code == 302
    made.refresh_from_db()
    assert made.told == datetime(2026, 12, 7, 10)  # noqa: DTZ001
    assert would_go_back(desk.clinic).to_call == ()


def test_an_hour_that_the_clocks_skip_by_now_has_to_be_called(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    Appointment.objects.update(told_day=datetime(2026, 3, 8).date(), told_hour=time(2, 30))  # noqa: DTZ001
    done = put_back(desk.clinic)
    assert ([one.visit for one in done.to_call], done.back) == ([made], ())
    assert hour_of(made) == time(9)


def test_what_is_over_or_cancelled_stays_as_it_is(
    desk: Desk, person: Person, early: Callable[..., Appointment]
) -> None:
    gone = early(person, 9)
    change_status(desk.by, gone.pk, version=1, status="cancelled")
    was = early(person, 11)
    assert [one.visit for one in differing(desk.clinic)] == [was]
    with clock.set_to(was.ends_at):
        assert differing(desk.clinic) == ()


def test_a_clinic_that_had_the_wrong_zone_is_put_right_as_well(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    desk.clinic.time_zone = "America/Toronto"
    desk.clinic.save()
    assert hour_of(made) == time(12)
    put_back(Clinic.objects.get())
    assert hour_of(made) == time(9)


def test_another_clinic_is_not_touched(
    desk: Desk, person: Person, other_clinic: Clinic, early: Callable[..., Appointment]
) -> None:
    made = early(person, 9)
    assert put_back(other_clinic).back == ()
    assert hour_of(made) == time(10)


def test_every_way_to_an_hour_tells_it(desk: Desk, person: Person) -> None:
    series = a_series(desk, person, {}, {}, {})
    book_series(desk.by, a_choice(desk, series, 0, 2).token)
    one = desk.book(build.a_person(desk.clinic), desk.at(15))
    move(desk.by, one.pk, version=1, starts_at=desk.at(16, days=1))
    assert Appointment.objects.count() == 3
    for each in Appointment.objects.all():
        assert each.told == each.starts_at.astimezone(desk.clinic.zone).replace(tzinfo=None)


def test_a_change_of_status_tells_nothing(desk: Desk, person: Person, early: Callable[..., Appointment]) -> None:
    made = early(person, 9)
    change_status(desk.by, made.pk, version=1, status="confirmed")
    made.refresh_from_db()
    assert made.told_hour == time(9)


# --- what people and their calendars are told ----------------------------------------------------------------


@pytest.fixture
def patient(desk: Desk) -> Person:
    by, person = build.a_patient(desk.clinic)
    assert by.user is not None
    by.user.email = "ana@example.org"
    by.user.save()
    return person


def test_nobody_is_reminded_of_an_hour_that_is_not_theirs(
    desk: Desk, patient: Person, early: Callable[..., Appointment]
) -> None:
    made = early(patient, 9)
    at = datetime(2026, 12, 5, 18, tzinfo=UTC)
    with clock.set_to(at):
        with pytest.raises(CommandError, match=r"nobody was reminded: 1\. Run python -m clinic told_hours"):
            call_command("remind")
        assert mail.outbox == []
        put_back(desk.clinic)
        assert remind_of_visits().mails == 1
    assert "7 December 2026 at 09:00" in mail.outbox[0].body
    assert SentReminder.objects.get().appointment == made


def test_who_was_reminded_before_the_upgrade_is_not_reminded_again(
    desk: Desk, patient: Person, early: Callable[..., Appointment], tmp_path: Path
) -> None:
    early(patient, 9)
    at = datetime(2026, 12, 5, 18, tzinfo=UTC)
    with clock.set_to(at):
        with by_old_data(tmp_path):
            assert remind_of_visits().mails == 1
        put_back(desk.clinic)
        assert remind_of_visits().mails == 0
    (text,) = (one.body for one in mail.outbox)
    assert "at 09:00" in text


def test_a_feed_says_the_hour_and_the_rules_that_go_with_it(
    client: Client, desk: Desk, patient: Person, early: Callable[..., Appointment]
) -> None:
    early(patient, 9)
    put_back(desk.clinic)
    assert patient.user is not None
    address = renew_feed(Actor(patient.user))
    text = client.get(address.removeprefix("http://localhost:8000")).content
    assert b"DTSTART;TZID=America/Vancouver:20261207T090000" in text
    (zone,) = Calendar.from_ical(text).walk("VTIMEZONE")
    # From November on at -7 for good.
    assert re.findall(rb"TZOFFSETTO:(-\d+)", zone.to_ical())[-1] == b"-0700"
    assert b"SEQUENCE:1" in text


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_stands_in_the_way_nobody_loses_an_hour_to_another(
    db: None, tmp_path: Path, data: st.DataObject
) -> None:
    desk = a_desk()
    hours = st.lists(st.sampled_from((9, 10, 11, 12, 13, 14)), unique=True, max_size=5)
    with by_old_data(tmp_path):
        for hour in data.draw(hours, "booked before"):
            desk.book(build.a_person(desk.clinic), desk.at(hour, days=DECEMBER))
    for hour in data.draw(hours, "booked after"):
        starts_at = desk.at(hour, days=DECEMBER)
        if not Appointment.objects.filter(clinic=desk.clinic, starts_at=starts_at).exists():
            desk.book(build.a_person(desk.clinic), starts_at)
    before = dict(Appointment.objects.filter(clinic=desk.clinic).values_list("pk", "starts_at"))
    done = put_back(desk.clinic)
    for one in Appointment.objects.filter(clinic=desk.clinic):
        assert one.status == "booked"
        shown = one.starts_at.astimezone(desk.clinic.zone).replace(tzinfo=None)
        is_left = one.pk in {each.visit.pk for each in done.to_call}
        assert is_left == (shown != one.told)
        if is_left:
            assert one.starts_at == before[one.pk]
