"""Reminders: none unless chosen, once a day, only while the day is not written, and never after somebody stopped."""

import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from icalendar import Calendar

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from clinic.reminders.mailing import STOP, remind
from clinic.reminders.models import Reminder, Way
from clinic.reminders.secrets import signed_key
from clinic.sync.models import SentRow
from tests.clinic import build
from tests.clinic.forms.sending import signed_in

CHOSEN = datetime(2026, 1, 5, 18, tzinfo=UTC)
EIGHT = datetime(2026, 1, 13, 4, tzinfo=UTC)  # 20:00 on the 12th in Vancouver
TODAY = date(2026, 1, 12)
HEALTH = re.compile(
    r"head|pain|ache|migraine|neck|symptom|clinic|patient|moreau|ana\b|north shore|t[êe]te|douleur", re.IGNORECASE
)


@pytest.fixture
def own(clinic: Clinic) -> tuple[Actor, Person]:
    by, person = build.a_patient(clinic)
    assert by.user is not None
    by.user.email = "ana@example.org"
    by.user.save()
    return by, person


@pytest.fixture
def patient(own: tuple[Actor, Person]) -> Person:
    return own[1]


@pytest.fixture
def phone(client: Client, own: tuple[Actor, Person]) -> Client:
    return signed_in(client, own[0])


def wanted(person: Person, way: Way = Way.MAIL, hour: int = 20, at: datetime = CHOSEN) -> Reminder:
    with clock.set_to(at):
        reminder = Reminder(person=person, chosen_at=at)
        reminder.choose(way, hour)
    return reminder


def a_feed(person: Person) -> str:
    """The key of its address."""
    with clock.set_to(CHOSEN):
        return Reminder(person=person, chosen_at=CHOSEN).choose(Way.FEED, 20)


def address_in(page: str) -> str:
    found = re.search(r"http://localhost:8000/reminders/([\w-]+)/diary.ics", page)
    assert found is not None
    return found[1]


def a_day(by: Actor, person: Person, on: date) -> None:
    content = {"diary": [{"date": on.isoformat(), "headache_today": False}]}
    build.an_entry(by, person, on=on, kind="diary", content=content)


def sent(at: datetime) -> int:
    before = len(mail.outbox)
    with clock.set_to(at):
        remind()
    return len(mail.outbox) - before


# --- choosing -------------------------------------------------------------------------------------------------


def test_nobody_is_reminded_without_a_choice(patient: Person, phone: Client) -> None:
    assert sent(EIGHT) == 0
    page = phone.get("/reminders/").text
    assert re.search(r'value="none"[^>]* checked', page)
    assert "diary.ics" not in page
    assert 'href=""' not in page  # the ways around the clinic are there as on every page
    assert "My whole diary" in page


def test_it_is_chosen_and_taken_back(patient: Person, phone: Client) -> None:
    assert phone.post("/reminders/", {"way": "mail", "hour": "7"}).status_code == 302
    reminder = Reminder.objects.get()
    assert (reminder.person, reminder.way, reminder.hour, reminder.feed_sha256) == (patient, "mail", 7, None)
    assert phone.post("/reminders/", {"way": "none", "hour": "7"}).status_code == 302
    assert Reminder.objects.get().way == "none"
    assert sent(EIGHT) == 0


@pytest.mark.parametrize(
    "wrong", [{"way": "post"}, {"hour": "24"}, {"hour": "-1"}, {"hour": "²"}, {"hour": ""}, {"way": ""}]
)
def test_what_the_page_does_not_offer_is_refused(phone: Client, wrong: dict[str, str]) -> None:
    assert phone.post("/reminders/", {"way": "feed", "hour": "20", **wrong}).status_code == 422
    assert not Reminder.objects.exclude(way="none").exists()


def test_without_an_address_there_is_no_mail_to_choose(phone: Client, own: tuple[Actor, Person]) -> None:
    user = own[0].user
    assert user is not None
    user.email = ""
    user.save()
    answer = phone.post("/reminders/", {"way": "mail", "hour": "20"})
    assert answer.status_code == 422
    assert "no e-mail address yet" in answer.text


def test_staff_have_no_reminders(client: Client, physio: Actor) -> None:
    assert signed_in(client, physio).get("/reminders/").status_code == 403
    assert Client().get("/reminders/").status_code == 302


# --- the feed -------------------------------------------------------------------------------------------------


def the_feed(key: str | None) -> Any:
    return Client().get(f"/reminders/{key}/diary.ics")


def test_the_feed_is_one_event_that_comes_back_every_day(patient: Person) -> None:
    key = a_feed(patient)
    answer = the_feed(key)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store"
    calendar: Any = Calendar.from_ical(answer.content)
    (event,) = calendar.walk("VEVENT")
    (alarm,) = event.walk("VALARM")
    assert event["DTSTART"].dt.isoformat() == "2026-01-05T20:00:00-08:00"
    assert event["DTSTART"].params["TZID"] == calendar.walk("VTIMEZONE")[0]["TZID"] == "America/Vancouver"
    assert event["RRULE"].to_ical() == b"FREQ=DAILY"
    assert alarm["TRIGGER"].dt == timedelta(0)
    assert str(event["SUMMARY"]) == "Diary"
    # The same text each time: a calendar sees that nothing has changed.
    assert the_feed(key).content == answer.content
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))


def test_neither_the_feed_nor_the_mail_says_anything_of_health(own: tuple[Actor, Person]) -> None:
    by, person = own
    for language in ("en-ca", "fr-ca"):
        assert by.user is not None
        by.user.language = language
        by.user.save()
        Reminder.objects.all().delete()
        assert not HEALTH.search(the_feed(a_feed(person)).content.decode())
        Reminder.objects.get().choose(Way.MAIL, 20)
        assert sent(EIGHT) == 1
        found = mail.outbox[-1]
        told = re.sub(r"/stop/[\w-]+/", "/stop/", f"{found.subject} {found.body} {found.extra_headers}")
        assert not HEALTH.search(told)  # a signature may spell a word
    assert mail.outbox[0].subject == "Your diary"
    assert mail.outbox[1].subject == "Votre journal"


def test_an_address_is_shown_once_and_when_withdrawn_leads_nowhere(patient: Person, phone: Client) -> None:
    old = address_in(phone.post("/reminders/", {"way": "feed", "hour": "20"}).text)
    page = phone.get("/reminders/").text
    assert old not in page
    assert "We do not keep it" in page
    assert old not in str(Reminder.objects.values().get())
    new = address_in(phone.post("/reminders/", {"do": "renew"}).text)
    assert (the_feed(old).status_code, the_feed(new).status_code) == (404, 200)
    made = AuditEvent.objects.filter(action="feed", subject_kind="diary feed")
    assert list(made.values_list("reason", flat=True)) == ["made", "made"]
    phone.post("/reminders/", {"way": "none", "hour": "20"})
    assert the_feed(new).status_code == 404
    for key in ("x", "None", "", None):
        assert the_feed(key).status_code == 404


def test_another_hour_keeps_the_address(patient: Person, phone: Client) -> None:
    key = a_feed(patient)
    assert phone.post("/reminders/", {"way": "feed", "hour": "9"}).status_code == 302
    assert b"T090000" in the_feed(key).content


def test_an_account_that_was_closed_has_no_feed(patient: Person, own: tuple[Actor, Person]) -> None:
    key = a_feed(patient)
    assert own[0].user is not None
    own[0].user.is_active = False
    own[0].user.save()
    assert the_feed(key).status_code == 404


# --- the mail -------------------------------------------------------------------------------------------------


def test_a_mail_comes_once_in_the_hour_that_was_chosen(patient: Person) -> None:
    wanted(patient)
    before, late = EIGHT - timedelta(minutes=1), EIGHT + timedelta(hours=2)
    assert [sent(at) for at in (before, EIGHT, EIGHT, EIGHT + timedelta(minutes=15), late)] == [0, 1, 0, 0, 0]
    assert sent(EIGHT + timedelta(days=1)) == 1
    assert mail.outbox[0].to == ["ana@example.org"]


def test_a_timer_that_did_not_run_wakes_nobody_at_night(patient: Person) -> None:
    wanted(patient)
    assert sent(EIGHT + timedelta(hours=2)) == 0
    assert sent(EIGHT + timedelta(hours=1, minutes=59)) == 1


def test_whoever_has_written_is_not_reminded(own: tuple[Actor, Person]) -> None:
    wanted(own[1])
    a_day(own[0], own[1], TODAY)
    assert sent(EIGHT) == 0
    assert sent(EIGHT + timedelta(days=1)) == 1


def test_a_day_with_two_answers_is_written_too(patient: Person) -> None:
    wanted(patient)
    SentRow(
        person=patient, key=uuid.uuid4(), kind="diary", day=TODAY, says=[{"headache_today": True}], based_on=[],
        written_at=EIGHT, received_at=EIGHT, device=uuid.uuid4(),
    ).save()  # fmt: skip
    assert sent(EIGHT) == 0


@pytest.mark.parametrize(("quiet", "mails"), [(13, 1), (14, 1), (15, 0), (100, 0)])
def test_whoever_has_stopped_writing_is_left_alone(own: tuple[Actor, Person], quiet: int, mails: int) -> None:
    by, person = own
    wanted(person, at=CHOSEN - timedelta(days=300))
    a_day(by, person, TODAY - timedelta(days=quiet))
    assert sent(EIGHT) == mails


@pytest.mark.parametrize(("days", "mails"), [(14, 1), (15, 0)])
def test_whoever_never_began_is_left_alone_as_well(patient: Person, days: int, mails: int) -> None:
    wanted(patient, at=EIGHT - timedelta(days=days))
    assert sent(EIGHT) == mails


def test_whoever_writes_again_is_reminded_again(own: tuple[Actor, Person]) -> None:
    by, person = own
    wanted(person, at=CHOSEN - timedelta(days=300))
    assert sent(EIGHT) == 0
    a_day(by, person, TODAY)
    assert sent(EIGHT + timedelta(days=1)) == 1


def test_the_number_of_days_is_a_setting(patient: Person, settings: Any) -> None:
    settings.REMINDER_DAYS = 3
    wanted(patient, at=EIGHT - timedelta(days=4))
    assert sent(EIGHT) == 0


def test_where_the_clocks_skip_the_hour_it_comes_once(patient: Person) -> None:
    wanted(patient, hour=2, at=datetime(2026, 3, 1, tzinfo=UTC))
    start = datetime(2026, 3, 8, 8, tzinfo=UTC)  # midnight; at 02:00 it is 03:00
    assert sum(sent(start + timedelta(minutes=15 * each)) for each in range(92)) == 1


def test_where_the_hour_comes_twice_it_comes_once(patient: Person) -> None:
    wanted(patient, hour=1, at=datetime(2026, 10, 25, tzinfo=UTC))
    start = datetime(2026, 11, 1, 7, tzinfo=UTC)
    assert sum(sent(start + timedelta(minutes=15 * each)) for each in range(96)) == 1


def test_one_mail_that_fails_stops_no_other_and_is_not_tried_again(
    clinic: Clinic, patient: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    by, other = build.a_patient(clinic)
    assert by.user is not None
    by.user.email = "second@example.org"
    by.user.save()
    wanted(patient)
    wanted(other)
    send = mail.EmailMessage.send

    def fails_for_the_first(self: mail.EmailMessage, *args: Any, **more: Any) -> int:
        if self.to == ["ana@example.org"]:
            raise ConnectionRefusedError
        return send(self, *args, **more)

    monkeypatch.setattr(mail.EmailMessage, "send", fails_for_the_first)
    with clock.set_to(EIGHT), pytest.raises(CommandError, match="1 could not be sent"):
        call_command("remind")
    assert [one.to for one in mail.outbox] == [["second@example.org"]]
    assert sent(EIGHT + timedelta(minutes=15)) == 0


def test_the_link_in_a_mail_stops_it_by_one_press_and_opening_it_does_nothing(patient: Person) -> None:
    wanted(patient)
    sent(EIGHT)
    body = str(mail.outbox[0].body)
    link = re.search(r"http://localhost:8000(/reminders/stop/\S+)", body)
    assert link is not None
    stranger = Client(enforce_csrf_checks=True)
    assert "Stop the reminders" in stranger.get(link[1]).text
    assert sent(EIGHT + timedelta(days=1)) == 1
    # As a mail program does it by itself (RFC 8058).
    assert stranger.post(link[1], {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert sent(EIGHT + timedelta(days=2)) == 0
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe"] == f"<{link[0]}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_link_that_leads_nowhere_says_the_same(patient: Person) -> None:
    key = signed_key(STOP, wanted(patient).pk)
    there, nowhere = (Client().post(f"/reminders/stop/{one}/") for one in (key, "x" * 43))
    assert there.status_code == nowhere.status_code == 200
    assert there.text.replace(key, "x" * 43) == nowhere.text
    assert Reminder.objects.get().way == Way.NONE


def test_a_link_is_good_for_one_person_and_for_these_mails_alone(clinic: Clinic, patient: Person) -> None:
    _by, other = build.a_patient(clinic)
    mine, theirs = wanted(patient), wanted(other)
    signature = signed_key(STOP, mine.pk).partition("-")[2]
    for key in (f"{theirs.pk}-{signature}", signed_key("visit mails", theirs.pk), str(theirs.pk), f"{theirs.pk}-"):
        Client().post(f"/reminders/stop/{key}/")
    assert Reminder.objects.filter(way=Way.MAIL).count() == 2


def test_an_address_that_no_mail_can_have_stops_no_other(clinic: Clinic, patient: Person) -> None:
    by, other = build.a_patient(clinic)
    assert by.user is not None
    by.user.email = "second@example.org\nBcc: third@example.org"
    by.user.save()
    wanted(other)
    wanted(patient)
    with clock.set_to(EIGHT), pytest.raises(CommandError, match="1 could not be sent"):
        call_command("remind")
    assert [one.to for one in mail.outbox] == [["ana@example.org"]]


def test_a_host_that_a_request_names_gets_into_nothing(patient: Person, phone: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS, settings.SITE_URL = ["*"], "https://clinic.example"
    wanted(patient, Way.FEED)
    page = phone.post("/reminders/", {"do": "renew"}, headers={"host": "evil.example"}).text
    assert "evil.example" not in page
    assert "https://clinic.example/reminders/" in page


def test_in_french(patient: Person, phone: Client) -> None:
    wanted(patient, Way.FEED)
    page = phone.get("/reminders/", headers={"Accept-Language": "fr"}).text
    assert "Rappels" in page
    for english in ("Reminders", "No reminder", "By e-mail", "In my own calendar", "Save<", "At this hour"):
        assert english not in page
    reminder = Reminder.objects.get()
    stop = Client().get(f"/reminders/stop/{signed_key(STOP, reminder.pk)}/", headers={"Accept-Language": "fr"}).text
    assert "Arrêter les rappels" in stop


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_timers_at_once_send_one_mail() -> None:
    by, person = build.a_patient(build.a_clinic())
    assert by.user is not None
    by.user.email = "ana@example.org"
    by.user.save()
    wanted(person)

    def run(_number: int) -> int:
        try:
            with clock.set_to(EIGHT):
                return remind().mails
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(run, range(8))) == 1
