"""What holds for every page that signs: who may, whose chart, and that nothing is signed twice or lost."""

import re
import uuid
from typing import Any

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PATIENT, PHYSIOTHERAPIST, RMT, ROLES, Role
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.words import Result
from clinic.chart.models import Entry, Person
from tests.clinic import build
from tests.clinic.conftest import Statements
from tests.clinic.forms.sending import A_AND_B, a_form, newest, signed_in, with_headaches

STAFF = {PHYSIOTHERAPIST, RMT, CLINIC_LEAD}
OWN = STAFF | {PATIENT}
PAGES: dict[str, tuple[set[Role], dict[str, str]]] = {
    "history/": (STAFF, {"cancer_history": "no"}),
    "history/episode/": (STAFF, {"goal": "Work a full day"}),
    "history/injuries/": (STAFF, {"name": "crash"}),
    "history/headaches/": (STAFF, {"name": "from the neck"}),
    "safety/": (STAFF, {"fever": "no"}),
    "safety/cleared/": (
        STAFF,
        {
            "red_flag_cleared.key": "snnoop_n1",
            "red_flag_cleared.of.date": "2026-01-10",
            "red_flag_cleared.of.by": "GP",
            "red_flag_cleared.of.how": "MRI",
        },
    ),
    "examine/": (STAFF, {"frt_rotation_deg.right": "22", "frt_rotation_deg.right.2": "22"}),
    "diary/": (OWN, {"headache_today": "no"}),
    "outcomes/": (OWN, {"ndi_score": "18"}),
}
READ_ONLY = {"entries/": OWN, "export/": {PHYSIOTHERAPIST, CLINIC_LEAD, PATIENT}}


@pytest.fixture
def client_of(client: Client, physio: Actor) -> Client:
    return signed_in(client, physio)


@pytest.mark.parametrize("page", [*PAGES, *READ_ONLY])
@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.key)
def test_who_may_open_a_page(client: Client, clinic: Clinic, page: str, role: Role) -> None:
    by, person = build.a_patient(clinic)
    if role is not PATIENT:
        by = build.an_actor(clinic, role)
    may = (PAGES[page][0] if page in PAGES else READ_ONLY[page]) - {FRONT_DESK}
    answer = signed_in(client, by).get(f"/people/{person.pk}/{page}")
    assert answer.status_code == (200 if role in may else 403)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.key)
def test_who_may_sign(client: Client, clinic: Clinic, page: str, role: Role) -> None:
    by, person = build.a_patient(clinic)
    if role is not PATIENT:
        by = build.an_actor(clinic, role)
    roles, answers = PAGES[page]
    answer = signed_in(client, by).post(f"/people/{person.pk}/{page}", a_form(**answers))
    if role in roles:
        assert (answer.status_code, Entry.objects.count()) == (302, 1), answer.text
        assert answer["Location"] == f"/people/{person.pk}/"
        assert newest().author == by.user
    else:
        assert (answer.status_code, Entry.objects.count()) == (403, 0)
        assert AuditEvent.objects.order_by("-id")[0].result == Result.REFUSED


@pytest.mark.parametrize("page", [*PAGES, *READ_ONLY])
def test_another_clinic_is_not_there(client_of: Client, other_clinic: Clinic, page: str) -> None:
    leaking = build.a_person(other_clinic, "Leak")
    build.an_entry(build.an_actor(other_clinic), leaking, kind="history", content=A_AND_B)
    address = f"/people/{leaking.pk}/{page}"
    assert client_of.get(address).status_code == 404
    if page in PAGES:
        for answers in (PAGES[page][1], {"weather": "rain"}, {}):
            answer = client_of.post(address, a_form(**answers))
            assert answer.status_code == 404
            assert "from the neck" not in answer.text
    assert Entry.objects.filter(person=leaking).count() == 1


@pytest.mark.parametrize("page", PAGES)
def test_patients_sign_in_no_other_chart(client: Client, clinic: Clinic, person: Person, page: str) -> None:
    patient, _own = build.a_patient(clinic)
    answer = signed_in(client, patient).post(f"/people/{person.pk}/{page}", a_form(**PAGES[page][1]))
    assert answer.status_code in (403, 404)
    assert Entry.objects.count() == 0


@pytest.mark.parametrize("page", PAGES)
def test_a_form_sent_twice_is_signed_once(client_of: Client, person: Person, page: str) -> None:
    sent = a_form(**PAGES[page][1])
    for _ in range(2):
        answer = client_of.post(f"/people/{person.pk}/{page}", sent)
        assert answer.status_code == 302
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["plain", "htmx"])
def test_what_the_form_does_not_have_is_refused_in_sight(
    client_of: Client, person: Person, page: str, headers: dict[str, str]
) -> None:
    answer = client_of.post(
        f"/people/{person.pk}/{page}", a_form(**PAGES[page][1], facts="{}", concordant="1"), headers=headers
    )
    assert answer.status_code == 422
    assert "no field “facts”" in answer.text
    assert 'role="alert"' in answer.text
    assert Entry.objects.count() == 0


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("key", ["", "x", "0" * 99, None])
def test_a_form_without_its_key_is_not_signed(client_of: Client, person: Person, page: str, key: str | None) -> None:
    sent = a_form(**PAGES[page][1])
    sent = {name: text for name, text in sent.items() if name != "key"} | ({} if key is None else {"key": key})
    answer = client_of.post(f"/people/{person.pk}/{page}", sent)
    assert (answer.status_code, Entry.objects.count()) == (422, 0)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("on", ["9999-01-01", "yesterday", "2026-02-31", "0001-01-01", "\x00"])
def test_odd_days_do_no_harm(client_of: Client, person: Person, page: str, on: str) -> None:
    answer = client_of.post(f"/people/{person.pk}/{page}", a_form(**PAGES[page][1], on=on))
    assert answer.status_code in (302, 422)
    if on != "0001-01-01":
        assert (answer.status_code, Entry.objects.count()) == (422, 0)


def test_errors_stand_beside_their_field_and_what_was_typed_stays(client_of: Client, person: Person) -> None:
    sent = a_form(**{"frt_rotation_deg.right": "22 or so", "frt_rotation_deg.left": "31", "pain_now_nrs": "3"})
    answer = client_of.post(f"/people/{person.pk}/examine/", sent)
    page = answer.text
    assert answer.status_code == 422
    assert 'value="22 or so"' in page
    assert 'value="31"' in page
    assert 'href="#f-frt_5frotation_5fdeg_2eright"' in page
    assert re.search(r'id="f-frt_5frotation_5fdeg_2eright-t"[^>]*aria-invalid="true"', page)
    assert 'id="f-frt_5frotation_5fdeg_2eright-error"' in page
    assert f'value="{sent["key"]}"' in page
    assert "allowed: a number from" in page


def test_what_was_typed_is_never_markup(client_of: Client, person: Person) -> None:
    sent = a_form(**{"frt_rotation_deg.right": "<script>alert(1)</script>", "<b>x": "<i>"})
    page = client_of.post(f"/people/{person.pk}/examine/", sent).text
    assert "<script>alert" not in page
    assert "<b>x" not in page


@pytest.mark.parametrize(
    ("page", "answers", "most"),
    [
        # An examination reads the chart once more before it is signed: what locks a test may have been signed since.
        # And what was kept of it goes.
        ("examine/", {"ccft_activation_mmhg": "24"}, 10),
        ("diary/", {"headache_today": "yes", "intensity_nrs": "6"}, 8),
    ],
)
def test_saving_takes_few_statements_however_long_the_chart(
    client_of: Client,
    person: Person,
    physio: Actor,
    statements: Statements,
    page: str,
    answers: dict[str, Any],
    most: int,
) -> None:
    with_headaches(physio, person, "A")
    for _ in range(10):
        build.an_entry(physio, person)
    before = len(statements.texts)
    assert client_of.post(f"/people/{person.pk}/{page}", a_form(**answers)).status_code == 302
    # session, reader, headaches of the chart, turn to write, person with newest seal, entry, event, end of the log
    assert len(statements.texts) - before <= most


@pytest.mark.parametrize("page", ["examine/", "safety/", "diary/", "history/"])
def test_opening_a_page_takes_as_many_for_a_long_chart_as_for_a_short_one(
    client_of: Client, person: Person, physio: Actor, statements: Statements, page: str
) -> None:
    counts = []
    for _ in range(2):
        for _ in range(5):
            build.an_entry(physio, person, idempotency_key=uuid.uuid4())
        before = len(statements.texts)
        answer = client_of.get(f"/people/{person.pk}/{page}")
        counts.append(len(statements.texts) - before)
        assert answer.status_code == 200
    assert counts[0] == counts[1] <= 10


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_light(client_of: Client, person: Person, page: str) -> None:
    import gzip

    assert len(gzip.compress(client_of.get(f"/people/{person.pk}/{page}").content)) < 30_000


def test_dates_are_shown_as_people_write_them(client_of: Client, person: Person, physio: Actor) -> None:
    build.an_entry(physio, person)
    page = client_of.get(f"/people/{person.pk}/examine/").text
    assert "<strong>22.5°</strong>, 12 Jan 2026, physiotherapist" in page
    assert 'value="22.5"' not in page  # shown beside the field, not said anew
