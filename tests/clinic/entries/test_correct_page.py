"""Correcting from a page: the same words as the dictionary, a reason, and a chart that can still be read."""

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.words import Action, Result
from clinic.chart.actions import open_chart
from clinic.chart.models import Entry, Person
from clinic.entries.form import CorrectionForm
from clinic.entries.leaves import leaves_of, said_anew
from clinic.person.case import case_of
from concordant.record.case import Case
from tests.clinic import build
from tests.clinic.forms.sending import a_form, newest, signed_in, with_headaches
from tests.people import asked_everything

MIXED = {
    "person": {"id": "-", "born": "1980-04-02"},
    "episode": {"started": "2026-01-05", "payer": {"kind": "icbc", "claim": "AB123456"}},
    "facts": {"cancer_history": False, "vascular_risk_factors": [], "acute_med_days_per_30d": {"nsaid": 12}},
    "injuries": [{"id": "crash", "facts": {"injury_date": "2026-01-05"}}],
    "headaches": [
        {"id": "A", "name": "neck", "facts": {"laterality": [{"date": "2026-01-06", "value": "right_always"}]}}
    ],
    **build.EXAMINATION,
    "outcomes": [{"date": "2026-01-12", "measure": "ndi", "value": 18}],
    "diary": [{"date": "2026-01-12", "headache": "A", "intensity_nrs": 6, "acute_medication": ["nsaid"]}],
    "treatments": [{"date": "2026-01-12", "discipline": "physiotherapist", "interventions": ["c1_c2_mobilisation"]}],
}


@pytest.fixture
def desk(client: Client, physio: Actor) -> Client:
    return signed_in(client, physio)


def address(person: Person, entry: Entry) -> str:
    return f"/people/{person.pk}/entries/{entry.pk}/correct/"


def filled_in(entry: Entry, **changes: object) -> dict[str, object]:
    """What a browser sends when nothing but these is changed."""
    data = dict(CorrectionForm(entry).data)
    return a_form(**{"reason": "mistyped", **data, **changes})


def the_case(physio: Actor, person: Person) -> Case:
    return case_of(open_chart(by=physio, person_id=person.pk))


@pytest.mark.parametrize("content", [MIXED, asked_everything()], ids=["mixed", "everything"])
def test_a_form_that_is_not_touched_says_the_same(content: dict[str, object]) -> None:
    leaves = leaves_of(content)
    assert len({leaf.name for leaf in leaves}) == len(leaves)
    data = {name: texts for leaf in leaves for name, texts in leaf.control.texts(leaf.name, leaf.value).items()}
    assert said_anew(content, leaves, data) == content


def test_a_mistyped_value_is_said_anew(desk: Client, physio: Actor, person: Person) -> None:
    entry = build.an_entry(physio, person)
    assert 'value="22.5"' in desk.get(address(person, entry)).text
    sent = filled_in(entry, **{"v:visits.0.findings.0.value": "32.5"})
    assert desk.post(address(person, entry), sent).status_code == 302
    assert (newest().corrects_id, newest().reason) == (entry.pk, "mistyped")
    finding = the_case(physio, person).visits[0].findings[-1]
    assert (finding.value, finding.trials) == (32.5, (21, 22, 23))
    page = desk.get(f"/people/{person.pk}/entries/").text
    assert f"Corrects entry {entry.pk}." in page
    assert address(person, entry) not in page


def test_the_wrong_side_is_put_right(desk: Client, physio: Actor, person: Person) -> None:
    entry = build.an_entry(physio, person)
    sent = filled_in(entry, **{"v:visits.0.findings.0.side": "left"})
    assert desk.post(address(person, entry), sent).status_code == 302
    assert the_case(physio, person).visits[0].findings[-1].side == "left"


def test_the_wrong_day_is_put_right_everywhere(desk: Client, physio: Actor, person: Person) -> None:
    entry = build.an_entry(physio, person)
    assert desk.post(address(person, entry), filled_in(entry, on="2026-01-11")).status_code == 302
    assert newest().on.isoformat() == newest().content["visits"][0]["date"] == "2026-01-11"


def test_what_is_taken_out_is_not_said_any_more(desk: Client, physio: Actor, person: Person) -> None:
    entry = build.an_entry(physio, person)
    sent = filled_in(entry, **{"v:visits.0.findings.0.value": "", "v:visits.0.facts.neuro_deficit_new": ""})
    assert desk.post(address(person, entry), sent).status_code == 302
    assert newest().content["visits"][0] == {
        "date": "2026-01-12",
        "by": "physiotherapist",
        "facts": {"systolic_bp_mmhg": 124},
    }


def test_a_whole_entry_is_taken_back(desk: Client, physio: Actor, person: Person) -> None:
    entry = build.an_entry(physio, person)
    assert desk.post(address(person, entry), filled_in(entry) | {"do": "take back"}).status_code == 302
    assert newest().content == {}
    assert the_case(physio, person).visits == ()


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"reason": "  "},
        {"on": "9999-01-01"},
        {"on": "x"},
        {"v:visits.0.findings.0.value": "900"},
        {"v:visits.0.findings.0.side": ""},
        {"weather": "rain"},
        {"key": "x"},
    ],
)
def test_what_is_refused_and_stays_on_the_screen(
    desk: Client, physio: Actor, person: Person, changes: dict[str, str]
) -> None:
    entry = build.an_entry(physio, person)
    answer = desk.post(address(person, entry), filled_in(entry, **changes))
    assert (answer.status_code, Entry.objects.count()) == (422, 1)
    assert 'role="alert"' in answer.text
    for text in changes.values():
        assert text in ("x", "rain") or text.strip() in answer.text


def test_a_headache_that_others_speak_of_is_not_taken_back(desk: Client, physio: Actor, person: Person) -> None:
    first = with_headaches(physio, person, "A")
    build.an_entry(physio, person, kind="diary", content=build.DIARY)
    answer = desk.post(address(person, first), filled_in(first) | {"do": "take back"})
    assert (answer.status_code, Entry.objects.count()) == (422, 2)
    assert "is no headache of this file" in answer.text


def test_a_corrected_headache_stands_before_those_who_speak_of_it(desk: Client, physio: Actor, person: Person) -> None:
    first = build.an_entry(physio, person, kind="history", content={"headaches": [{"id": "A", "name": "nekc"}]})
    build.an_entry(physio, person, kind="diary", content=build.DIARY)
    sent = filled_in(first, **{"v:headaches.0.name": "neck"})
    assert desk.post(address(person, first), sent).status_code == 302
    case = the_case(physio, person)
    assert (case.headaches[0].name, len(case.diary)) == ("neck", 1)


def test_sent_twice_it_is_one_correction(desk: Client, physio: Actor, person: Person) -> None:
    entry = build.an_entry(physio, person)
    sent = filled_in(entry, **{"v:visits.0.findings.0.value": "30"})
    for _ in range(2):
        assert desk.post(address(person, entry), sent).status_code == 302
    assert Entry.objects.count() == 2


def test_a_correction_is_corrected_by_correcting_it(desk: Client, physio: Actor, person: Person) -> None:
    entry = build.an_entry(physio, person)
    desk.post(address(person, entry), filled_in(entry, **{"v:visits.0.findings.0.value": "30"}))
    answer = desk.post(address(person, entry), filled_in(entry, **{"v:visits.0.findings.0.value": "31"}))
    assert answer.status_code == 422
    assert "corrected before" in answer.text


def test_colleagues_do_not_correct_each_other_but_the_lead_does(
    client: Client, clinic: Clinic, physio: Actor, person: Person
) -> None:
    entry = build.an_entry(physio, person)
    sent = filled_in(entry, **{"v:visits.0.findings.0.value": "30"})
    signed_in(client, build.an_actor(clinic))
    assert address(person, entry) not in client.get(f"/people/{person.pk}/entries/").text
    assert client.get(address(person, entry)).status_code == 403
    assert client.post(address(person, entry), sent).status_code == 403
    event = AuditEvent.objects.order_by("-id")[0]
    assert (event.action, event.result, event.subject_id) == (Action.CORRECT, Result.REFUSED, str(entry.pk))
    signed_in(client, build.an_actor(clinic, CLINIC_LEAD))
    assert client.post(address(person, entry), sent).status_code == 302


def test_an_entry_of_another_chart_is_not_there(desk: Client, physio: Actor, clinic: Clinic, person: Person) -> None:
    other = build.an_entry(physio, build.a_person(clinic))
    assert desk.get(address(person, other)).status_code == 404
    assert desk.get(f"/people/{person.pk}/entries/999999999999999999/correct/").status_code == 404


ANSWERED = {"outcomes": [{"date": "2026-01-12", "measure": "ndi", "items": [2, 2, 2, 2, 2, 2, 2, 2, 2, None]}]}


def test_an_answer_of_a_questionnaire_is_corrected_and_the_total_follows(
    desk: Client, physio: Actor, person: Person
) -> None:
    entry = build.an_entry(physio, person, kind="questionnaire", content=ANSWERED)
    page = desk.get(address(person, entry))
    assert "Neck disability index, raw points: item 10" in page.text
    sent = filled_in(entry, **{"v:outcomes.0.items.0": "5", "v:outcomes.0.items.9": "4"})
    assert desk.post(address(person, entry), sent).status_code == 302
    assert newest().content["outcomes"][0]["items"] == [5, 2, 2, 2, 2, 2, 2, 2, 2, 4]
    assert the_case(physio, person).outcomes[0].value == 25


def test_an_answer_that_is_taken_out_keeps_its_place(desk: Client, physio: Actor, person: Person) -> None:
    entry = build.an_entry(physio, person, kind="questionnaire", content=ANSWERED)
    sent = filled_in(entry, **{"v:outcomes.0.items.0": ""})
    assert desk.post(address(person, entry), sent).status_code == 302
    assert newest().content["outcomes"][0]["items"] == [None, 2, 2, 2, 2, 2, 2, 2, 2, None]


def test_a_corrected_answer_that_no_form_offers_is_refused(desk: Client, physio: Actor, person: Person) -> None:
    entry = build.an_entry(physio, person, kind="questionnaire", content=ANSWERED)
    answer = desk.post(address(person, entry), filled_in(entry, **{"v:outcomes.0.items.0": "6"}))
    assert answer.status_code == 422
    assert "allowed: a whole number from 0 to 5" in answer.text


def test_a_typed_total_goes_and_the_answers_stay(desk: Client, physio: Actor, person: Person) -> None:
    content = {"outcomes": [{"date": "2026-01-12", "measure": "hit6", "items": [10] * 6, "value": 60}]}
    entry = build.an_entry(physio, person, kind="questionnaire", content=content)
    sent = filled_in(entry, **{"v:outcomes.0.value": "", "v:outcomes.0.items.0": "13"})
    assert desk.post(address(person, entry), sent).status_code == 302
    assert the_case(physio, person).outcomes[0].value == 63
