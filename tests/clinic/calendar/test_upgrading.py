"""Upgrading a clinic: hours that were told and addresses that are out there hold."""

from datetime import date, time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client

from clinic import clock
from clinic.audit.actor import Actor
from clinic.calendar.feeds.keys import renew_feed
from clinic.calendar.models import CalendarFeed, VisitMail
from clinic.calendar.reminding.stopping import gets_mails, mails_of
from clinic.chart.models import Person
from clinic.reminders.models import Reminder, Way
from tests.clinic import build
from tests.clinic.calendar.desk import NOW, a_desk
from tests.clinic.calendar.told.test_told_hours import DECEMBER
from tests.clinic.old_zones import by_old_data, old_data

FEED, DIARY, STOP, STOP_DIARY = ("a-feed", "a_diary-feed", "12-a-stop", "b-stop")


def _plain(statement: str, *values: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.django_db(transaction=True)
def test_what_stood_before_the_upgrade_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with clock.set_to(NOW):
        desk = a_desk()
        patient, person = build.a_patient(desk.clinic)
        with by_old_data(tmp_path):
            made = desk.book(person, desk.at(9, days=DECEMBER))
        renew_feed(patient)
        mails_of(person)
        reminder = Reminder(person=person, chosen_at=NOW)
        reminder.choose(Way.FEED, 20)
        monkeypatch.setenv("PYTHONTZPATH", str(old_data(tmp_path)))
        try:
            call_command("migrate", "reminders", "0001", verbosity=0)
            call_command("migrate", "calendar", "0003", verbosity=0)
            _plain("UPDATE calendar_calendarfeed SET key = %s", FEED)
            _plain("UPDATE calendar_visitmail SET stop_key = %s", STOP)
            _plain("UPDATE reminders_reminder SET feed_key = %s, stop_key = %s", DIARY, STOP_DIARY)
        finally:
            call_command("migrate", verbosity=0)
        made.refresh_from_db()
        assert (made.told_day, made.told_hour) == (date(2026, 12, 7), time(9))
        assert made.starts_at.astimezone(desk.clinic.zone).time() == time(10)
        kept = str([*CalendarFeed.objects.values(), *VisitMail.objects.values(), *Reminder.objects.values()])
        assert not any(f"'{key}'" in kept for key in (FEED, DIARY, STOP, STOP_DIARY))
        client = Client()
        assert client.get(f"/calendar-feed/{FEED}/visits.ics").status_code == 200
        assert client.get(f"/reminders/{DIARY}/diary.ics").status_code == 200
        client.post(f"/calendar-feed/stop/{STOP}/")
        assert not gets_mails(Person.objects.get())
        client.post(f"/reminders/stop/{STOP_DIARY}/")
        assert Reminder.objects.get().way == Way.NONE
        # The table of appointments is the same, with what keeps them apart.
        made.pk = None
        with pytest.raises(IntegrityError, match="appointment_one_at_a_time"), transaction.atomic():
            made.save(force_insert=True)


@pytest.mark.django_db
def test_nobody_guesses_by_the_hash(client: Client) -> None:
    desk = a_desk()
    with clock.set_to(NOW):
        renew_feed(Actor(desk.physio))
    kept = CalendarFeed.objects.get().key_sha256
    assert client.get(f"/calendar-feed/{kept}/visits.ics").status_code == 404
