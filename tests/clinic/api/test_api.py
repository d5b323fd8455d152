"""The interface for programs: the same rules as the pages."""

import json
import re
import uuid
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.accounts.roles import FRONT_DESK, PATIENT, RMT
from clinic.api import endpoints
from clinic.api.endpoints import build as build_api
from clinic.api.shapes import fragment_schema
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.words import Action
from clinic.chart.models import Entry, Person
from concordant.cli import main
from concordant.criteria import RuleConflict
from concordant.facts import DICTIONARY
from tests.clinic import build
from tests.clinic.conftest import Statements
from tests.clinic.forms.sending import newest, signed_in, with_headaches
from tests.clinic.person import story


def an_entry(**more: Any) -> dict[str, Any]:
    return {"on": "2026-01-12", "kind": "examination", "key": str(uuid.uuid4()), "content": build.EXAMINATION, **more}


def post(client: Client, person: Person, entry: Any, **more: Any) -> Any:
    return client.post(f"/api/v1/people/{person.pk}/entries", entry, content_type="application/json", **more)


@pytest.fixture
def program(client: Client, physio: Actor) -> Client:
    return signed_in(client, physio)


def test_the_dictionary(program: Client) -> None:
    facts = program.get("/api/v1/facts").json()
    assert [one["name"] for one in facts] == list(DICTIONARY)
    turn = next(one for one in facts if one["name"] == "frt_rotation_deg")
    assert (turn["unit"], turn["sides"], turn["value"]["type"]) == ("deg", "left_right", "number")


def test_the_schema(program: Client) -> None:
    jsonschema.Draft202012Validator.check_schema(program.get("/api/v1/schema").json())


def test_its_description_names_every_fact_and_fetches_nothing(program: Client) -> None:
    described = program.get("/api/v1/openapi.json")
    text = json.dumps(described.json())
    assert [name for name in DICTIONARY if f'"{name}"' not in text] == []
    assert "cdn" not in text.lower()
    assert program.get("/api/v1/docs").status_code == 404


def test_the_shape_of_an_entry_fits_what_is_signed() -> None:
    jsonschema.validate(build.EXAMINATION, fragment_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"visits": [{"date": "2026-01-12", "facts": {"weather": 1}}]}, fragment_schema())


def test_a_statement_is_signed(program: Client, person: Person, physio: Actor) -> None:
    answer = post(program, person, an_entry())
    assert answer.status_code == 201
    entry = newest()
    assert answer.json() == {"id": entry.pk, "on": "2026-01-12", "kind": "examination", "sha256": entry.sha256}
    assert (entry.author, entry.content) == (physio.user, build.EXAMINATION)


def test_sent_twice_it_is_signed_once(program: Client, person: Person) -> None:
    entry = an_entry()
    assert post(program, person, entry).json() == post(program, person, entry).json()
    assert Entry.objects.count() == 1
    assert post(program, person, {**entry, "content": build.DIARY}).status_code == 422


def test_problems_have_their_path(program: Client, person: Person) -> None:
    content = {"facts": {"cancer_history": "perhaps"}, "diary": [{"date": "2026-01-12", "headache": "A"}]}
    answer = post(program, person, an_entry(kind="history", content=content))
    assert answer.status_code == 422
    assert [one["path"] for one in answer.json()["problems"]] == ["facts.cancer_history", "diary[0].headache"]
    assert Entry.objects.count() == 0


def test_headaches_of_the_chart_are_known(program: Client, person: Person, physio: Actor) -> None:
    with_headaches(physio, person, "A")
    assert post(program, person, an_entry(kind="diary", content=build.DIARY)).status_code == 201


@pytest.mark.parametrize(
    "change",
    [
        {"on": "9999-01-01"},
        {"on": "x"},
        {"kind": "kitchen"},
        {"kind": "case file"},
        {"key": "x"},
        {"content": {}},
        {"content": []},
        {"content": {"concordant": 7, "weather": 1}},
    ],
)
def test_what_is_refused(program: Client, person: Person, change: dict[str, Any]) -> None:
    assert post(program, person, an_entry(**change)).status_code == 422
    assert Entry.objects.count() == 0


def test_the_chart_and_what_follows_from_it(program: Client, person: Person, physio: Actor) -> None:
    with_headaches(physio, person, "A")
    build.an_entry(physio, person)
    case = program.get(f"/api/v1/people/{person.pk}/case").json()
    assert case["visits"][0]["date"] == "2026-01-12"
    assert AuditEvent.objects.filter(action=Action.EXPORT, reason="API").count() == 1
    answer = program.get(f"/api/v1/people/{person.pk}/assessment?as_of=2026-01-12").json()
    assert answer["as_of"] == "2026-01-12"
    assert answer["safety"]["manual_therapy"] == "stop"
    assert program.get(f"/api/v1/people/{person.pk}/assessment?as_of=x").status_code == 422


def test_the_assessment_is_that_of_the_command_line(
    program: Client, person: Person, physio: Actor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story.with_course(physio, person, diary_days=3)
    file = tmp_path / "case.json"
    file.write_text(json.dumps(program.get(f"/api/v1/people/{person.pk}/case").json()))
    assert main(["assess", str(file), "--json", "--as-of", "2026-03-11"]) == 0
    told = json.loads(capsys.readouterr().out)
    answer = program.get(f"/api/v1/people/{person.pk}/assessment?as_of=2026-03-11").json()
    assert _without_places(answer) == _without_places(told)
    assert answer["probability"][0]["low"] < answer["probability"][0]["mean"] < answer["probability"][0]["high"]
    assert answer["next_tests"]
    assert answer["beside"]


def _without_places(answer: Any) -> Any:
    """A chart says in which entry a value stands, a file in which line."""
    return json.loads(re.sub(r"(?:entry|line) \d+", "place", json.dumps(answer)))


def test_rules_that_contradict_each_other_say_nothing_but_their_names(
    program: Client, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def assess(*_: object) -> None:
        raise RuleConflict('rule 11.2.1: "a" says met, "b" says not met')

    monkeypatch.setattr(endpoints, "assess", assess)
    answer = program.get(f"/api/v1/people/{person.pk}/assessment")
    assert answer.status_code == 500
    assert answer.json() == {
        "detail": 'the rules contradict each other, so nothing is said: rule 11.2.1: "a" says met, "b" says not met'
    }


def test_the_shape_of_an_assessment_names_its_parts(program: Client) -> None:
    described = program.get("/api/v1/openapi.json").json()
    shape = described["components"]["schemas"]["AssessmentOut"]
    assert {"safety", "contradictions", "diagnoses", "sources", "probability", "next_tests", "beside"} <= set(
        shape["required"]
    )


ASKED = ["/facts", "/schema", "/people/{id}/case", "/people/{id}/assessment"]


@pytest.mark.parametrize("where", ASKED)
def test_nothing_without_signing_in(client: Client, person: Person, where: str) -> None:
    assert client.get(f"/api/v1{where.format(id=person.pk)}").status_code == 401
    assert post(client, person, an_entry()).status_code == 401


@pytest.mark.parametrize("where", ASKED[2:])
def test_another_clinic_is_not_there(program: Client, other_clinic: Clinic, where: str) -> None:
    leaking = build.a_person(other_clinic, "Leak")
    assert program.get(f"/api/v1{where.format(id=leaking.pk)}").status_code == 404
    assert post(program, leaking, an_entry()).status_code == 404
    assert Entry.objects.count() == 0


def test_a_role_without_the_right_is_refused(client: Client, clinic: Clinic, person: Person) -> None:
    signed_in(client, build.an_actor(clinic, FRONT_DESK))
    assert post(client, person, an_entry()).status_code == 403
    assert client.get(f"/api/v1/people/{person.pk}/assessment").status_code == 403
    signed_in(client, build.an_actor(clinic, RMT))
    assert client.get(f"/api/v1/people/{person.pk}/case").status_code == 403
    assert post(client, person, an_entry()).status_code == 201


def test_patients_have_their_own_and_no_other(client: Client, clinic: Clinic, person: Person) -> None:
    patient, own = build.a_patient(clinic)
    signed_in(client, patient)
    assert client.get(f"/api/v1/people/{own.pk}/case").status_code == 200
    assert client.get(f"/api/v1/people/{person.pk}/case").status_code == 404
    assert patient.user is not None
    assert patient.user.role == PATIENT.key
    assert post(client, own, an_entry()).status_code == 403


def test_another_site_cannot_sign_with_the_readers_cookie(physio: Actor, person: Person) -> None:
    strict = signed_in(Client(enforce_csrf_checks=True), physio)
    assert post(strict, person, an_entry()).status_code == 403
    assert Entry.objects.count() == 0


def test_signing_takes_eight_statements(program: Client, person: Person, statements: Statements) -> None:
    before = len(statements.texts)
    assert post(program, person, an_entry()).status_code == 201
    assert len(statements.texts) - before <= 8


def test_two_interfaces_can_be_built() -> None:
    assert build_api().get_openapi_schema() == build_api().get_openapi_schema()


PLAN = {"date": "2026-01-12", "headache": "A", "phase": "relief", "by": "physiotherapist", "items": []}


@pytest.mark.parametrize("kind", ["plan", "examination", "diary", "home"])
@pytest.mark.parametrize("section", [{"plans": [PLAN]}, {"assessments": [{"date": "2026-01-12"}]}])
def test_no_plan_is_signed_where_nothing_checks_it(
    program: Client, person: Person, physio: Actor, kind: str, section: dict[str, Any]
) -> None:
    with_headaches(physio, person, "A")
    before = Entry.objects.count()
    answer = post(program, person, an_entry(kind=kind, content=section))
    assert answer.status_code == 422
    assert "is signed on the page of the plan" in answer.json()["problems"][0]["message"]
    assert Entry.objects.count() == before


@pytest.mark.parametrize("kind", ["diary", "home", "questionnaire"])
def test_a_diary_is_no_way_to_a_treatment(client: Client, clinic: Clinic, kind: str) -> None:
    patient, own = build.a_patient(clinic)
    content = {"treatments": [{"date": "2026-01-12", "discipline": "physiotherapist"}]}
    answer = post(signed_in(client, patient), own, an_entry(kind=kind, content=content))
    assert answer.status_code == 403
    assert not Entry.objects.exists()
    assert AuditEvent.objects.filter(action=Action.SIGN, result="refused", person_id=None).exists()


def test_a_day_before_all_charts_is_refused(program: Client, person: Person) -> None:
    answer = program.get(f"/api/v1/people/{person.pk}/assessment?as_of=0001-01-01")
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["path"] == "as_of"
