"""The log as the person reads it: who, in what role, when, what; the same thing again and again in one line."""

from datetime import UTC, datetime, timedelta

from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.told import Looked, looked_at
from clinic.audit.words import Action
from clinic.chart.actions import open_chart
from clinic.chart.models import Person
from tests.clinic import build

NOON = datetime(2026, 3, 11, 20, tzinfo=UTC)


def opened(by: Actor, person: Person, *minutes: int) -> None:
    for each in minutes:
        with clock.set_to(NOON + timedelta(minutes=each)):
            open_chart(by=by, person_id=person.pk)


def told(person: Person, own: int = 0) -> list[Looked]:
    return list(looked_at(AuditEvent.objects.filter(person_id=person.pk).order_by("-id"), own))


def test_the_same_thing_several_times_is_one_line(physio: Actor, person: Person) -> None:
    opened(physio, person, 0, 5, 40)
    (line,) = told(person)
    assert (line.times, line.role) == (3, "Physiotherapist")
    assert line.what == "opened the chart, 3 times"
    assert line.when == "11 Mar 2026, 13:00 to 13:40"


def test_somebody_in_between_makes_it_two(physio: Actor, person: Person, clinic: Clinic) -> None:
    other = build.an_actor(clinic)
    opened(physio, person, 0)
    opened(other, person, 1)
    opened(physio, person, 2)
    assert [line.times for line in told(person)] == [1, 1, 1]


def test_the_next_day_begins_anew_by_the_clocks_of_the_clinic(physio: Actor, person: Person) -> None:
    opened(physio, person, 0, 10 * 60, 11 * 60)  # noon plus ten hours is 23:00 in Vancouver, plus eleven the next day
    assert [line.times for line in told(person)] == [1, 2]


def test_oneself_is_you(person: Person, clinic: Clinic) -> None:
    patient, own = build.a_patient(clinic)
    opened(patient, own, 0)
    assert patient.user is not None
    (line,) = told(own, patient.user.pk)
    assert (line.who, line.role, line.is_you) == ("you", "", True)


def test_a_refusal_says_so_and_stands_apart(physio: Actor, person: Person) -> None:
    opened(physio, person, 0)
    event = AuditEvent.objects.get(person_id=person.pk)
    event.pk, event.result = None, "refused"
    first, second = looked_at([event, AuditEvent.objects.get(person_id=person.pk)], 0)
    assert first.what == "tried, and was refused: opened the chart"
    assert second.what == "opened the chart"


def test_what_has_no_plainer_words_is_said_as_the_log_has_it(physio: Actor, person: Person) -> None:
    opened(physio, person, 0)
    event = AuditEvent.objects.get(person_id=person.pk)
    event.action, event.subject_kind = Action.PASSWORD, "account"
    (line,) = looked_at([event], 0)
    assert line.what == "changed the password"


def test_the_page_holds_no_raw_word_of_the_log(client: Client, clinic: Clinic, physio: Actor) -> None:
    patient, person = build.a_patient(clinic)
    build.an_entry(physio, person)
    assert patient.user is not None
    client.force_login(patient.user)
    text = client.get("/audit/mine/").text
    assert "wrote something into the chart" in text
    assert "signed an entry" not in text
