"""The room of the intake in a chart: what the person alone can tell, and nothing that takes a danger sign away."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PHYSIOTHERAPIST, RMT
from clinic.audit.actor import Actor
from clinic.chart.actions import correct_entry, open_chart
from clinic.chart.chain import verify_chain
from clinic.chart.models import Entry, Person
from clinic.drafts.keeping import unfinished
from clinic.person.case import case_of
from concordant.assessment import assess
from concordant.record.record import Record
from tests.clinic import build
from tests.clinic.intake.telling import tell
from tests.clinic.person import story

DAY = story.TODAY
VISIT = {"date": DAY.isoformat()}
Patient = tuple[Actor, Person]
REFUSED: dict[str, dict[str, Any]] = {
    "a red flag cleared": {"facts": {"red_flag_cleared": {"snnoop_n2": {"date": DAY.isoformat(), "by": "patient"}}}},
    "what an examiner sees": {"visits": [{**VISIT, "facts": {"horner_signs": False}}]},
    "a finding with a side": {
        "visits": [{**VISIT, "findings": [{"fact": "frt_rotation_deg", "side": "right", "value": 44}]}]
    },
    "a finding by its plain name": {"visits": [{**VISIT, "findings": [{"fact": "fever", "value": False}]}]},
    "a judgement": {"headaches": [{"id": "A", "facts": {"temporal_relation_neck": True}}]},
    "consent to a thrust": {"facts": {"consent_given": {"neck_thrust": DAY.isoformat()}}},
    "who may thrust": {"facts": {"therapist_manipulation_authorised": True}},
    "a diary": {"diary": [{"date": DAY.isoformat(), "headache_today": False}]},
    "a plan": {"plans": []},
    "a score": {"outcomes": [{"date": DAY.isoformat(), "measure": "ndi", "value": 0}]},
    "in the name of a clinician": {"visits": [{**VISIT, "by": "physiotherapist", "facts": {"fever": False}}]},
    "a dated value in another's name": {
        "facts": {"cancer_history": [{"date": DAY.isoformat(), "value": False, "by": "physiotherapist"}]}
    },
    "thoughts of self-harm": {"visits": [{**VISIT, "facts": {"self_harm_thoughts": False}}]},
}


def sign(by: Actor, person: Person, content: dict[str, Any]) -> Entry:
    return build.an_entry(by, person, on=DAY, kind="intake", content=content)


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_person_cannot_tell_is_refused(patient: Patient, name: str) -> None:
    with pytest.raises((ValidationError, PermissionDenied)):
        sign(*patient, REFUSED[name])
    assert not Entry.objects.exists()


@pytest.mark.parametrize("name", ["a red flag cleared", "what an examiner sees", "a finding with a side"])
def test_nor_is_it_taken_by_the_interface_for_programs(own: Client, patient: Patient, name: str) -> None:
    entry = {"on": DAY.isoformat(), "kind": "intake", "key": str(uuid.uuid4()), "content": REFUSED[name]}
    answer = own.post(f"/api/v1/people/{patient[1].pk}/entries", entry, content_type="application/json")
    assert answer.status_code == 422
    assert not Entry.objects.exists()


@pytest.mark.parametrize("role", [PHYSIOTHERAPIST, RMT, FRONT_DESK, CLINIC_LEAD])
def test_nobody_signs_it_for_them(clinic: Clinic, patient: Patient, role: Any) -> None:
    with pytest.raises(PermissionDenied):
        sign(build.an_actor(clinic, role), patient[1], {"facts": {"cancer_history": False}})


def test_nor_for_another_person(clinic: Clinic, patient: Patient) -> None:
    other = build.a_patient(clinic)
    with pytest.raises(Exception, match="no such person"):
        sign(patient[0], other[1], {"facts": {"cancer_history": False}})


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ({"facts": {"cancer_history": True}}, {"facts": {"cancer_history": False}}),
        ({"person": {"id": "-", "born": "1950-01-01"}}, {"person": {"id": "-", "born": "1990-01-01"}}),
        (
            {"headaches": [{"id": "A", "facts": {"time_to_peak_seconds": 10}}]},
            {"headaches": [{"id": "A", "facts": {"time_to_peak_seconds": 7200}}]},
        ),
        ({"injuries": [{"id": "crash"}]}, {"injuries": []}),
        ({"headaches": [{"id": "A", "name": "theirs"}]}, {"headaches": [{"id": "A", "name": "mine"}]}),
        ({"facts": {"consent_given": {"send_to_payer": "2026-01-12"}}}, {"facts": {"consent_given": {}}}),
    ],
)
def test_what_stands_is_not_said_over(clinic: Clinic, patient: Patient, there: Any, said: Any) -> None:
    build.an_entry(build.an_actor(clinic), patient[1], on=date(2026, 1, 12), kind="history", content=there)
    with pytest.raises(ValidationError):
        sign(*patient, said)


def test_a_sign_of_a_visit_is_not_ended_from_home(own: Client, clinic: Clinic, patient: Patient) -> None:
    by, person = patient

    def at_a_visit(day: int, signs: list[str]) -> None:
        seen = {"visits": [{"date": f"2026-03-{day:02}", "facts": {"five_d": signs, "fever": False}}]}
        build.an_entry(build.an_actor(clinic), person, on=date(2026, 3, day), kind="safety", content=seen)

    at_a_visit(9, ["diplopia"])
    with pytest.raises(ValidationError, match="stands in your chart"):
        sign(by, person, {"visits": [{**VISIT, "facts": {"five_d": []}}]})
    page = own.get("/intake/danger/").text
    assert "five_d" not in page
    assert 'name="fever"' in page, "what was no sign may have become one"
    at_a_visit(10, [])
    assert "five_d" in own.get("/intake/danger/").text
    assert tell(own, "danger", five_d="diplopia").headers["Location"] == "/intake/stop/"


def test_what_was_said_from_home_of_one_day_is_not_ended_on_the_next(own: Client, patient: Patient) -> None:
    tell(own, "danger", new_red_flag_sign="yes")
    with clock.set_to(story.at(DAY.replace(day=DAY.day + 1))):
        assert "new_red_flag_sign" not in own.get("/intake/danger/").text
        with pytest.raises(ValidationError):
            sign(*patient, {"visits": [{"date": "2026-03-12", "facts": {"new_red_flag_sign": False}}]})


def test_a_danger_sign_is_not_taken_back_by_a_correction(patient: Patient) -> None:
    by, person = patient
    told = {"bladder_bowel_change": True, "any_headache_days_per_30d": 10}
    entry = sign(by, person, {"facts": told})

    def correct(content: dict[str, Any]) -> Entry:
        return correct_entry(by=by, entry_id=entry.pk, content=content, reason="a slip", idempotency_key=uuid.uuid4())

    for content in (
        {},
        {"facts": {**told, "bladder_bowel_change": False}},
        {"facts": {"any_headache_days_per_30d": 10}},
    ):
        with pytest.raises(ValidationError, match="danger signs"):
            correct(content)
    right = correct({"facts": {**told, "any_headache_days_per_30d": 12}})
    assert right.content["facts"]["any_headache_days_per_30d"] == 12
    assert verify_chain(person) is None


def test_a_correction_neither_moves_nor_says_over_what_a_clinician_noted(clinic: Clinic, patient: Patient) -> None:
    by, person = patient
    told = {"cancer_history": False, "any_headache_days_per_30d": 10}
    entry = build.an_entry(by, person, on=date(2026, 3, 9), kind="intake", content={"facts": told})
    noted = {"facts": {"cancer_history": True, "needle_phobia": True, "any_headache_days_per_30d": 11}}
    build.an_entry(build.an_actor(clinic), person, on=date(2026, 3, 10), kind="history", content=noted)

    def correct(content: dict[str, Any], on: date | None = None) -> Entry:
        key = uuid.uuid4()
        return correct_entry(by=by, entry_id=entry.pk, content=content, reason="a slip", idempotency_key=key, on=on)

    with pytest.raises(ValidationError, match="danger signs"):
        correct({"facts": {**told, "any_headache_days_per_30d": 12}}, on=DAY)
    with pytest.raises(ValidationError, match="stands in your chart"):
        correct({"facts": {**told, "needle_phobia": False}})
    correct({"facts": {**told, "any_headache_days_per_30d": 12}}, on=date(2026, 3, 9))
    record = Record(case_of(open_chart(by=by, person_id=person.pk)), DAY)
    assert record.value("cancer_history") is True
    assert record.value("any_headache_days_per_30d") == 11


def test_the_lead_puts_right_what_was_a_slip(clinic: Clinic, patient: Patient) -> None:
    entry = sign(*patient, {"facts": {"bladder_bowel_change": True}})
    lead = build.an_actor(clinic, CLINIC_LEAD)
    correct_entry(by=lead, entry_id=entry.pk, content={}, reason="said at the visit", idempotency_key=uuid.uuid4())
    assert Entry.objects.count() == 2


def test_answers_from_home_are_no_visit_and_end_no_alarm_of_the_diary(clinic: Clinic, patient: Patient) -> None:
    by, person = patient
    ticked = {"diary": [{"date": DAY.isoformat(), "headache_today": True, "red_flag_today": ["neurological"]}]}
    build.an_entry(by, person, on=DAY, kind="diary", content=ticked)
    before = assess(case_of(open_chart(by=by, person_id=person.pk)), DAY)
    sign(by, person, {"visits": [{**VISIT, "facts": {"fever": False, "new_red_flag_sign": False}}]})
    case = case_of(open_chart(by=by, person_id=person.pk))
    after = assess(case, DAY)
    record = Record(case, DAY)
    assert (len(record.visits), record.seen) == (1, ())
    assert {one.flag.id for one in before.safety.open} <= {one.flag.id for one in after.safety.open}


def test_what_is_not_sent_is_nobodys_to_discard(own: Client, clinic: Clinic, settings: Any) -> None:
    tell(own, "goal", goal="mine")
    settings.UNFINISHED_DAYS = 0
    assert unfinished(build.an_actor(clinic, CLINIC_LEAD)) == []
