"""The mail before a visit: once, in time, to who wants it, and never of health."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.models import AuditEvent
from clinic.calendar.actions import book, change_status, move
from clinic.calendar.models import SentReminder, VisitMail
from clinic.calendar.reminding.due import due
from clinic.calendar.reminding.mailing import remind_of_visits
from clinic.calendar.reminding.stopping import gets_mails, want_mails
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import Desk, a_desk
from tests.clinic.calendar.test_feeds import HEALTH


@pytest.fixture
def patient(desk: Desk) -> Person:
    by, person = build.a_patient(desk.clinic)
    assert by.user is not None
    by.user.email = "ana@example.org"
    by.user.save()
    return person


def sent(at: datetime) -> list[str]:
    before = len(mail.outbox)
    with clock.set_to(at):
        remind_of_visits()
    return [str(one.body) for one in mail.outbox[before:]]


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def test_it_comes_once_two_days_before(desk: Desk, patient: Person) -> None:
    start = desk.at(9, days=7)
    desk.book(patient, start)
    assert sent(start - hours(48.1)) == []
    (text,) = sent(start - hours(48))
    assert "Monday 19 January 2026 at 09:00" in text
    assert "24 hours before" in text
    assert sent(start - hours(47)) == []
    assert SentReminder.objects.count() == 1


def test_it_says_nothing_of_health_nor_of_whom(desk: Desk, patient: Person) -> None:
    desk.clinic.phone = "604-555-0142"
    desk.clinic.save()
    start = desk.at(9, days=7)
    desk.book(patient, start)
    sent(start - hours(48))
    (one,) = mail.outbox
    assert "604-555-0142" in one.body
    # A key is drawn by chance, and may spell a word.
    assert not HEALTH.search(re.sub(r"/stop/\S+", "/stop/", f"{one.subject} {one.body}"))
    assert "North Shore" not in one.body
    assert one.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_first_visit_is_told_twice(desk: Desk, patient: Person) -> None:
    start = desk.at(9, days=14)
    book(desk.by, **desk.wanted(patient, start, kind="initial"))
    assert len(sent(start - hours(121))) == 0
    assert len(sent(start - hours(120))) == 1
    assert len(sent(start - hours(100))) == 0
    assert len(sent(start - hours(48))) == 1
    assert SentReminder.objects.filter(is_extra=True).count() == 1


def test_a_visit_that_moved_is_told_anew(desk: Desk, patient: Person) -> None:
    start = desk.at(9, days=7)
    made = desk.book(patient, start)
    assert len(sent(start - hours(48))) == 1
    with clock.set_to(start - hours(40)):
        move(desk.by, made.pk, version=1, starts_at=start + timedelta(days=2))
    assert sent(start - hours(39)) == []
    assert len(sent(start + timedelta(days=2) - hours(48))) == 1


def test_who_has_just_booked_needs_no_reminder(desk: Desk, patient: Person) -> None:
    start = desk.at(9, days=7)
    with clock.set_to(start - hours(30)):
        desk.book(patient, start)
    assert sent(start - hours(29)) == []


def test_nobody_is_startled_at_the_last_moment(desk: Desk, patient: Person) -> None:
    start = desk.at(9, days=7)
    desk.book(patient, start)
    assert sent(start - hours(2)) == []
    assert sent(start + hours(1)) == []


def test_a_cancelled_visit_is_not_told(desk: Desk, patient: Person) -> None:
    start = desk.at(9, days=7)
    made = desk.book(patient, start)
    change_status(desk.by, made.pk, version=1, status="cancelled")
    assert sent(start - hours(48)) == []


def another(desk: Desk, email: str) -> Person:
    by, person = build.a_patient(desk.clinic)
    assert by.user is not None
    by.user.email = email
    by.user.save()
    return person


@pytest.mark.parametrize("what", ["cancelled", "moved", "stopped"])
def test_what_changes_while_mails_go_out_is_not_told(
    desk: Desk, patient: Person, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    second = another(desk, "second@example.org")
    start = desk.at(9, days=7)
    desk.book(patient, start)
    made = desk.book(second, start + hours(1))
    send = mail.EmailMessage.send

    def while_it_leaves(self: mail.EmailMessage, *args: Any, **more: Any) -> int:
        if what == "cancelled":
            change_status(desk.by, made.pk, version=1, status="cancelled")
        elif what == "moved":
            move(desk.by, made.pk, version=1, starts_at=start + hours(4))
        else:
            want_mails(desk.by, second, wants=False)
        return send(self, *args, **more)

    monkeypatch.setattr(mail.EmailMessage, "send", while_it_leaves)
    assert len(sent(start - hours(46))) == 1
    assert [one.to for one in mail.outbox] == [["ana@example.org"]]
    assert SentReminder.objects.count() == 1


def test_an_address_that_no_mail_can_have_stops_no_other(desk: Desk, patient: Person) -> None:
    start = desk.at(9, days=7)
    desk.book(another(desk, "x@example.org\nBcc: y@example.org"), start)
    desk.book(patient, start + hours(1))
    with clock.set_to(start - hours(46)), pytest.raises(CommandError, match="1 could not be sent"):
        call_command("remind")
    assert [one.to for one in mail.outbox] == [["ana@example.org"]]


def test_the_person_switches_mails_off_and_on_again(client: Client, desk: Desk, patient: Person) -> None:
    start = desk.at(9, days=7)
    desk.book(patient, start)
    assert patient.user is not None
    client.force_login(patient.user)
    assert "You get an e-mail before each visit." in client.get("/mine/visits/").text
    assert client.post("/mine/visits/mails/", {"wants": "no"}).status_code == 302
    assert sent(start - hours(48)) == []
    assert "Les envoyer de nouveau" in client.get("/mine/visits/", headers={"accept-language": "fr"}).text
    client.post("/mine/visits/mails/", {"wants": "yes"})
    assert len(sent(start - hours(48))) == 1
    told = AuditEvent.objects.filter(subject_kind="visit mails", person_id=patient.pk)
    assert list(told.values_list("reason", flat=True)) == ["wants none", "wants them"]
    assert client.post("/mine/visits/mails/", {"wants": "perhaps"}).status_code == 400


def test_the_front_desk_switches_them_on_again(
    client: Client, desk: Desk, patient: Person, other_clinic: Clinic
) -> None:
    want_mails(desk.by, patient, wants=False)
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    assert "They want none." in client.get(f"/desk/{patient.pk}/").text
    assert client.post(f"/desk/{patient.pk}/mails/", {"wants": "yes"}).status_code == 302
    assert gets_mails(Person.objects.get(pk=patient.pk))
    assert "They get one before each visit." in client.get(f"/desk/{patient.pk}/").text
    theirs = build.a_person(other_clinic)
    assert client.post(f"/desk/{theirs.pk}/mails/", {"wants": "no"}).status_code == 404
    assert client.post(f"/desk/{patient.pk}/mails/").status_code == 400
    assert patient.user is not None
    client.force_login(patient.user)
    assert client.post(f"/desk/{patient.pk}/mails/", {"wants": "no"}).status_code == 403


def test_who_has_no_address_or_no_account_gets_none(desk: Desk, patient: Person, person: Person) -> None:
    assert patient.user is not None
    patient.user.email = ""
    patient.user.save()
    start = desk.at(9, days=7)
    desk.book(patient, start)
    desk.book(person, start + hours(2))
    assert sent(start - hours(47)) == []


def test_the_link_stops_it_by_one_press_and_opening_it_does_nothing(
    client: Client, desk: Desk, patient: Person
) -> None:
    start = desk.at(9, days=7)
    desk.book(patient, start)
    desk.book(patient, start + timedelta(days=2))
    (text,) = sent(start - hours(48))
    found = re.search(r"/calendar-feed/stop/\S+", text)
    assert found
    assert client.get(found[0]).status_code == 200
    assert VisitMail.objects.get().stopped_at is None
    unsigned = Client(enforce_csrf_checks=True)
    assert unsigned.post(found[0], {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert sent(start) == []
    want_mails(desk.by, patient, wants=True)
    assert len(sent(start)) == 1
    assert client.post("/calendar-feed/stop/nobody/").status_code == 200


def test_two_timers_at_once_send_one(desk: Desk, patient: Person) -> None:
    start = desk.at(9, days=7)
    made = desk.book(patient, start)
    SentReminder.objects.create(appointment=made, starts_at=start, sent_at=start - hours(48))
    assert sent(start - hours(48)) == []


def test_the_command_sends_both_kinds_and_says_what_failed(
    desk: Desk, patient: Person, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    start = desk.at(9, days=7)
    desk.book(patient, start)
    desk.book(patient, start + timedelta(days=2))
    with clock.set_to(start - hours(48)):
        call_command("remind")
    assert capsys.readouterr().out == "0 reminders of the diary sent, 1 of visits.\n"

    def fails(self: mail.EmailMessage, *args: object, **kwargs: object) -> int:
        raise OSError("no server")

    monkeypatch.setattr(mail.EmailMessage, "send", fails)
    with clock.set_to(start), pytest.raises(CommandError, match="1 could not be sent"):
        call_command("remind")


def test_it_is_in_the_language_of_the_person(desk: Desk, patient: Person) -> None:
    assert patient.user is not None
    patient.user.language = "fr-ca"
    patient.user.save()
    start = desk.at(9, days=7)
    desk.book(patient, start)
    (text,) = sent(start - hours(48))
    assert text.startswith("Vous avez une visite le lundi 19 janvier 2026 à 09:00.")


def test_many_visits_ask_no_more_statements_to_find(
    desk: Desk, patient: Person, django_assert_num_queries: Any
) -> None:
    for day in (0, 2, 4):
        desk.book(patient, desk.at(9, days=7 + day))
    with clock.set_to(desk.at(9, days=9)), django_assert_num_queries(1):
        assert len(list(due())) == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_timers_that_run_at_once_send_one_mail() -> None:
    desk = a_desk()
    start = desk.at(9, days=7)
    desk.book(another(desk, "ana@example.org"), start)

    def run(_number: int) -> int:
        try:
            with clock.set_to(start - hours(48)):
                return remind_of_visits().mails
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(run, range(8))) == 1
    assert SentReminder.objects.count() == 1
