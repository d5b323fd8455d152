"""Feeds: at a secret address, said as RFC 5545 wants it, and nothing that others need not know."""

import re
from datetime import UTC, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from icalendar import Calendar

from clinic import clock
from clinic.accounts.models import Clinic, User
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.calendar.actions import change_status, move
from clinic.calendar.clocks import moment
from clinic.calendar.feeds.keys import renew_feed, withdraw_feed
from clinic.calendar.models import Appointment, CalendarFeed
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, NOW, Desk

HEALTH = re.compile(r"head|pain|ache|migraine|neck|physio|massage|rmt|clinic|patient|moreau|ana\b|treat", re.IGNORECASE)


@pytest.fixture
def own(desk: Desk) -> tuple[Actor, Person]:
    return build.a_patient(desk.clinic)


def path_of(address: str) -> str:
    return "/calendar-feed/" + address.split("/calendar-feed/")[1]


def events(client: Client, address: str) -> list[Any]:
    answer = client.get(path_of(address))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store"
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_a_patients_feed_says_when_and_nothing_of_health(client: Client, desk: Desk, own: tuple[Actor, Person]) -> None:
    by, person = own
    made = desk.book(person, desk.at(9))
    desk.book(build.a_person(desk.clinic), desk.at(10))
    feed = renew_feed(by)
    (event,) = events(client, feed)
    assert (event["SUMMARY"], event["STATUS"], event["SEQUENCE"]) == ("Visit", "CONFIRMED", 0)
    assert event["UID"] == f"visit-{made.pk}@concordant"
    assert (event.start, event.end) == (desk.at(9), desk.at(10))
    assert event["DTSTART"].params["TZID"] == "America/Vancouver"
    assert event["DTSTAMP"].dt == NOW
    text = client.get(path_of(feed)).content.decode()
    assert "BEGIN:VTIMEZONE" in text
    assert not HEALTH.search(text.replace("America/Vancouver", ""))


def test_a_change_counts_up_and_what_is_cancelled_says_so(
    client: Client, desk: Desk, own: tuple[Actor, Person]
) -> None:
    by, person = own
    made, feed = desk.book(person, desk.at(9)), renew_feed(by)
    later = NOW + timedelta(hours=1)
    with clock.set_to(later):
        move(desk.by, made.pk, version=1, starts_at=desk.at(11))
    (event,) = events(client, feed)
    assert (event["SEQUENCE"], event.start, event["DTSTAMP"].dt) == (1, desk.at(11), later)
    change_status(desk.by, made.pk, version=2, status="cancelled")
    (event,) = events(client, feed)
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == (f"visit-{made.pk}@concordant", 2, "CANCELLED")


def test_a_clinicians_feed_names_nobody(client: Client, desk: Desk) -> None:
    person = build.a_person(desk.clinic, given_name="Ana", preferred_name="Nan", chart_number="00077")
    desk.book(person, desk.at(9))
    desk.book_massage(person, desk.at(9, days=1))
    feed = renew_feed(Actor(desk.physio))
    (event,) = events(client, feed)
    assert (event["SUMMARY"], event["LOCATION"]) == ("NM 00077", "One")
    assert "Moreau" not in client.get(path_of(feed)).content.decode()


def test_an_address_is_renewed_and_withdrawn(client: Client, desk: Desk, own: tuple[Actor, Person]) -> None:
    by, _person = own
    first = path_of(renew_feed(by))
    second = path_of(renew_feed(by))
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200
    withdraw_feed(by)
    withdraw_feed(by)
    assert client.get(second).status_code == 404
    made = AuditEvent.objects.filter(action="feed")
    assert list(made.values_list("reason", flat=True)) == [
        "made",
        "made",
        "withdrawn",
    ]


def test_an_address_follows_nobody_into_another_clinic_or_role(
    client: Client, desk: Desk, person: Person, other_clinic: Clinic
) -> None:
    desk.book(person, desk.at(9))
    path = path_of(renew_feed(Actor(desk.physio)))
    assert client.get(path).status_code == 200
    for change in ({"clinic": other_clinic}, {"clinic": desk.clinic, "role": CLINIC_LEAD.key}):
        User.objects.filter(pk=desk.physio.pk).update(**change)
        assert client.get(path).status_code == 404
    User.objects.filter(pk=desk.physio.pk).update(clinic=other_clinic)
    new = path_of(renew_feed(Actor(User.objects.get(pk=desk.physio.pk))))
    assert person.chart_number not in client.get(new).content.decode()


def test_a_reading_stands_in_the_log_once_a_day(client: Client, desk: Desk, own: tuple[Actor, Person]) -> None:
    by, person = own
    path = path_of(renew_feed(by))
    for at in (NOW, NOW + timedelta(hours=1), NOW + timedelta(days=1)):
        with clock.set_to(at):
            client.get(path, headers={"user-agent": "a phone"})
    read = AuditEvent.objects.filter(action="view", subject_kind="calendar feed")
    assert list(read.values_list("person_id", "who_id", "device")) == [(person.pk, None, "a phone")] * 2
    # Whoever holds a new address is seen on the same day.
    client.get(path_of(renew_feed(by)))
    assert read.count() == 2 + 1
    assert by.user is not None
    client.force_login(by.user)
    assert "read your visits at the address of your calendar" in client.get("/audit/mine/").text


def test_who_did_not_come_holds_no_hour(client: Client, desk: Desk, own: tuple[Actor, Person]) -> None:
    by, person = own
    made, feed = desk.book(person, desk.at(9)), renew_feed(by)
    with clock.set_to(desk.at(10)):
        change_status(desk.by, made.pk, version=1, status="no_show")
        (event,) = events(client, feed)
    assert (event["STATUS"], event["TRANSP"]) == ("CANCELLED", "TRANSPARENT")


def test_who_left_has_no_feed(client: Client, desk: Desk) -> None:
    path = path_of(renew_feed(Actor(desk.physio)))
    desk.physio.is_active = False
    desk.physio.save()
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("key", ["", "x", "../etc", "%00", "é" * 30, "a" * 4000])
def test_an_address_of_nobody(client: Client, db: None, key: str) -> None:
    assert client.get(f"/calendar-feed/{key}/visits.ics").status_code == 404


def test_who_has_no_visits_has_no_feed(desk: Desk) -> None:
    with pytest.raises(PermissionDenied):
        renew_feed(build.an_actor(desk.clinic, FRONT_DESK))
    assert not CalendarFeed.objects.exists()


def test_it_is_in_the_language_of_the_person(client: Client, desk: Desk, own: tuple[Actor, Person]) -> None:
    by, person = own
    assert by.user is not None
    by.user.language = "fr-ca"
    by.user.save()
    desk.book(person, desk.at(9))
    (event,) = events(client, renew_feed(by))
    assert event["SUMMARY"] == "Visite"


def test_the_second_of_an_hour_that_comes_twice_is_told_in_utc(
    client: Client, desk: Desk, own: tuple[Actor, Person]
) -> None:
    by, person = own
    desk.clinic.time_zone = "America/Toronto"
    desk.clinic.save()
    first = moment(MONDAY.replace(month=11, day=1), 90, desk.clinic.zone)
    made, feed = desk.book(person, desk.at(9)), renew_feed(by)
    for begins in (first, first + timedelta(hours=1)):
        ends = begins + timedelta(minutes=30)
        Appointment.objects.filter(pk=made.pk).update(starts_at=begins, ends_at=ends, free_at=ends)
        (event,) = events(client, feed)
        assert event.start.astimezone(UTC) == begins


def test_a_full_feed_asks_no_more_statements(client: Client, desk: Desk, django_assert_max_num_queries: Any) -> None:
    feed = renew_feed(Actor(desk.physio))
    for day in range(5):
        for hour in (9, 11, 13):
            desk.book(build.a_person(desk.clinic), desk.at(hour, days=day))
    assert events(client, feed)  # the first reading of a day is written down
    with django_assert_max_num_queries(4):
        assert len(events(client, feed)) == 15
