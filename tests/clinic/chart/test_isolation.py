"""Nobody reaches a chart that is not theirs to see. Every case has something that could leak."""

import re
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client

import clinic
from clinic.accounts.models import Clinic, User
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PATIENT, PHYSIOTHERAPIST, RMT, Role
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.words import Result
from clinic.chart.actions import Fragment, export_chart, find_people, import_case_file, open_chart
from clinic.chart.models import Person
from tests.clinic import build

STAFF = [PHYSIOTHERAPIST, RMT, CLINIC_LEAD]
REACH: dict[str, Callable[[Actor, Person], object]] = {
    "open": lambda by, person: open_chart(by=by, person_id=person.pk),
    "export": lambda by, person: export_chart(by=by, person_id=person.pk),
    "sign": lambda by, person: build.an_entry(by, person, kind="diary", content=build.DIARY),
    "import": lambda by, person: import_case_file(
        by=by,
        person_id=person.pk,
        fragments=[Fragment(build.DAY, build.DIARY)],
        source="x",
        idempotency_key=uuid.uuid4(),
    ),
}


@pytest.fixture
def leaking(other_clinic: Clinic) -> Person:
    """Someone with a chart in another clinic."""
    person = build.a_person(other_clinic, "Moreau")
    build.an_entry(build.an_actor(other_clinic), person)
    return person


@pytest.mark.parametrize("way", REACH)
def test_another_clinic_is_not_there(physio: Actor, leaking: Person, way: str) -> None:
    with pytest.raises(Http404):
        REACH[way](physio, leaking)
    event = AuditEvent.objects.order_by("-id")[0]
    assert (event.clinic_id, event.result, event.subject_id) == (
        physio.clinic_id,
        Result.REFUSED,
        str(leaking.pk),
    )
    assert event.chart_number == ""


def test_not_there_and_nowhere_are_told_alike(physio: Actor, leaking: Person) -> None:
    told = []
    for person_id in (leaking.pk, 10**9):
        with pytest.raises(Http404) as answer:
            open_chart(by=physio, person_id=person_id)
        told.append(str(answer.value))
    assert told[0] == told[1]


@pytest.mark.parametrize("way", ["open", "export", "sign"])
def test_patients_reach_their_own_chart(clinic: Clinic, way: str) -> None:
    patient, person = build.a_patient(clinic)
    assert REACH[way](patient, person)


@pytest.mark.parametrize("way", ["open", "export", "sign"])
def test_patients_reach_no_other_chart(clinic: Clinic, person: Person, way: str) -> None:
    patient, _own = build.a_patient(clinic)
    with pytest.raises(Http404):
        REACH[way](patient, person)


def test_the_front_desk_finds_people_and_opens_no_chart(clinic: Clinic, person: Person) -> None:
    desk = build.an_actor(clinic, FRONT_DESK)
    assert list(find_people(by=desk)) == [person]
    with pytest.raises(PermissionDenied):
        open_chart(by=desk, person_id=person.pk)


@pytest.mark.parametrize("role", STAFF, ids=lambda role: role.key)
def test_clinical_staff_open_charts_of_their_clinic(clinic: Clinic, person: Person, role: Role) -> None:
    by = build.an_actor(clinic, role)
    build.an_entry(by, person)
    assert len(open_chart(by=by, person_id=person.pk).entries) == 1


def test_a_patient_who_moved_to_another_clinic_does_not_take_the_key_along(
    clinic: Clinic, other_clinic: Clinic
) -> None:
    patient, person = build.a_patient(clinic)
    assert patient.user is not None
    patient.user.clinic = other_clinic
    patient.user.save()
    with pytest.raises(Http404):
        open_chart(by=patient, person_id=person.pk)


def test_those_without_a_clinic_see_nobody(person: Person) -> None:
    keeper = User.objects.create_superuser("keeper", password=build.PASSWORD)
    assert list(Person.objects.visible_to(keeper)) == []
    assert list(Person.objects.visible_to(AnonymousUser())) == []
    with pytest.raises(Http404):
        open_chart(by=Actor(keeper), person_id=person.pk)


def test_opening_a_chart_leaves_an_event(physio: Actor, person: Person) -> None:
    open_chart(by=physio, person_id=person.pk)
    event = AuditEvent.objects.get()
    assert (event.action, event.result, event.person_id, event.chart_number) == (
        "view",
        Result.DONE,
        person.pk,
        person.chart_number,
    )
    assert (event.address, event.device) == (physio.address, physio.device)


@pytest.mark.parametrize("address", ["/people/", "/people/register/", "/audit/", "/audit/mine/", "/account/", "/"])
def test_no_page_without_signing_in(client: Client, person: Person, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("address", ["/people/", "/people/register/"])
def test_patients_have_no_list_of_people(client: Client, clinic: Clinic, person: Person, address: str) -> None:
    client.force_login(build.a_user(clinic, PATIENT))
    answer = client.get(address)
    assert answer.status_code == 403
    assert person.family_name not in answer.text


def test_pages_reach_people_through_visible_to_alone() -> None:
    """A convention that is not checked is none."""
    sources = Path(clinic.__file__).parent.rglob("*.py")
    wrong = [
        f"{source.name}: {match}"
        for source in sources
        if source.name in {"views.py", "forms.py", "reach.py", "reading.py"}
        for match in re.findall(r"(?:Person|Entry)\.objects\.(?!visible_to|filter\(person=)\w+", source.read_text())
    ]
    assert wrong == []
