"""Who reads the log."""

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PATIENT, PHYSIOTHERAPIST, RMT, Role
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.views import PAGE_SIZE
from clinic.audit.words import Result
from clinic.chart.actions import open_chart
from clinic.chart.models import Person
from tests.clinic import build


@pytest.fixture
def lead(client: Client, clinic: Clinic) -> Client:
    client.force_login(build.a_user(clinic, CLINIC_LEAD))
    return client


def shown(client: Client, address: str = "/audit/") -> list[AuditEvent]:
    events: list[AuditEvent] = client.get(address).context["events"]
    return events


def test_the_lead_sees_what_was_done_newest_first(lead: Client, physio: Actor, person: Person) -> None:
    open_chart(by=physio, person_id=person.pk)
    page = lead.get("/audit/")
    assert [event.action for event in page.context["events"]] == ["view", "view", "sign-in"]
    assert person.chart_number in page.text
    assert person.family_name not in page.text


def test_reading_the_log_is_an_event(lead: Client) -> None:
    lead.get("/audit/")
    assert shown(lead)[1].subject_kind == "audit log"


def test_events_of_another_clinic_are_not_there(lead: Client, other_clinic: Clinic) -> None:
    elsewhere = build.an_actor(other_clinic)
    open_chart(by=elsewhere, person_id=build.a_person(other_clinic, chart_number="77777").pk)
    assert "77777" not in lead.get("/audit/").text
    assert [event for event in shown(lead, "/audit/?chart=77777") if event.subject_kind == "chart"] == []


def test_events_of_one_chart(lead: Client, physio: Actor, person: Person, clinic: Clinic) -> None:
    open_chart(by=physio, person_id=person.pk)
    open_chart(by=physio, person_id=build.a_person(clinic).pk)
    charts = {event.chart_number for event in shown(lead, f"/audit/?chart={person.chart_number}")}
    assert charts == {person.chart_number}


def test_pages_hold_every_event_once(lead: Client, physio: Actor, person: Person) -> None:
    for _ in range(PAGE_SIZE + 5):
        open_chart(by=physio, person_id=person.pk)
    first = lead.get("/audit/")
    older = shown(lead, f"/audit/?before={first.context['older_than']}")
    seen = [event.pk for event in [*first.context["events"], *older]]
    assert seen == list(AuditEvent.objects.exclude(pk=seen[0] + 1).order_by("-id").values_list("pk", flat=True))
    assert f"?before={first.context['older_than']}" in first.text


@pytest.mark.parametrize("role", [PATIENT, PHYSIOTHERAPIST, RMT, FRONT_DESK])
def test_nobody_else_reads_it_and_the_attempt_is_kept(client: Client, clinic: Clinic, role: Role) -> None:
    client.force_login(build.a_user(clinic, role))
    assert client.get("/audit/").status_code == 403
    event = AuditEvent.objects.order_by("-id")[0]
    assert (event.result, event.who_role, event.subject_id) == (Result.REFUSED, role.key, "read audit log")


def test_patients_see_who_looked_at_their_chart_and_at_no_other(client: Client, clinic: Clinic, physio: Actor) -> None:
    patient, person = build.a_patient(clinic)
    other = build.a_person(clinic, chart_number="88888")
    open_chart(by=physio, person_id=person.pk)
    open_chart(by=physio, person_id=other.pk)
    assert patient.user is not None
    client.force_login(patient.user)
    page = client.get("/audit/mine/")
    assert [event.who_id for event in page.context["events"]] == [physio.user and physio.user.pk]
    assert "88888" not in page.text


def test_a_patient_account_without_a_chart_finds_nothing(client: Client, clinic: Clinic) -> None:
    client.force_login(build.a_user(clinic, PATIENT))
    assert client.get("/audit/mine/").status_code == 404


@pytest.mark.parametrize("query", ["before=x", "before=99999999999999999999", "chart=%00", "before=-1"])
def test_odd_addresses_do_no_harm(lead: Client, query: str) -> None:
    assert lead.get(f"/audit/?{query}").status_code == 200
