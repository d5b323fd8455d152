"""Taking the history: only what is said anew is stated."""

import pytest
from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.chart.models import Entry, Person
from clinic.forms.layout import askable
from clinic.history.adding import next_letter
from clinic.history.layout import of_headache, of_injury, of_person
from clinic.person.case import case_of
from concordant.facts import DICTIONARY, Room, Scope
from concordant.record.case import Case
from tests.clinic import build
from tests.clinic.forms.sending import a_form, newest, signed_in, with_headaches


@pytest.fixture
def chart(client: Client, physio: Actor, person: Person) -> str:
    signed_in(client, physio)
    return f"/people/{person.pk}/history/"


def the_case(physio: Actor, person: Person) -> Case:
    return case_of(open_chart(by=physio, person_id=person.pk))


def test_every_fact_of_person_injury_and_headache_has_a_page() -> None:
    rooms = (Room.HISTORY, Room.SAFETY, Room.DIARY)
    for scope, sections in (
        (Scope.PERSON, of_person()),
        (Scope.INJURY, of_injury("x")),
        (Scope.HEADACHE, of_headache("A")),
    ):
        asked = {fact for section in sections for fact in section.facts}
        wanted = {fact for fact in DICTIONARY.of_scope(scope) if askable(fact) and fact.room in rooms}
        assert wanted <= asked


def test_what_is_left_blank_is_not_stated(client: Client, chart: str) -> None:
    client.post(chart, a_form(on="2026-01-12", cancer_history="no", birth_date="1980-04-02", sex="female"))
    assert newest().content == {
        "person": {"id": "-", "born": "1980-04-02", "sex": "female"},
        "facts": {"cancer_history": False},
    }


def test_what_is_known_stands_beside_its_field_and_a_change_is_true_from_its_day(
    client: Client, chart: str, physio: Actor, person: Person
) -> None:
    client.post(chart, a_form(on="2026-01-12", cancer_history="no"))
    page = client.get(chart).text
    assert "<strong>no</strong>, 12 Jan 2026, physiotherapist" in page
    assert 'id="f-cancer_5fhistory-0" checked' in page
    client.post(chart, a_form(on="2026-02-01", cancer_history="yes"))
    said = the_case(physio, person).facts["cancer_history"]
    assert [(one.on.isoformat() if one.on else "", one.value) for one in said] == [
        ("2026-01-12", False),
        ("2026-02-01", True),
    ]


def test_headaches_get_the_next_letter(client: Client, chart: str) -> None:
    for name in ("from the neck", ""):
        client.post(f"{chart}headaches/", a_form(name=name))
    contents = [entry.content["headaches"][0] for entry in Entry.objects.order_by("id")]
    assert contents == [{"id": "A", "name": "from the neck"}, {"id": "B"}]


@pytest.mark.parametrize(("taken", "free"), [([], "A"), (["A", "B"], "C"), (["B"], "A"), (["right"], "A")])
def test_letters(taken: list[str], free: str) -> None:
    assert next_letter(taken) == free


def test_letters_do_not_run_out() -> None:
    assert next_letter("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "H27"


def test_a_headache_by_its_sections(client: Client, chart: str, physio: Actor, person: Person) -> None:
    with_headaches(physio, person, "A/1 & co")
    address = f"{chart}headaches/A/1 & co/"
    assert client.get(address).status_code == 200
    answers = {
        "laterality@A/1 & co": "right_always",
        "attack_duration_minutes@A/1 & co.low": "240",
        "attack_duration_minutes@A/1 & co.high": "1440",
        "pain_regions@A/1 & co": ["occipital", "neck"],
    }
    answer = client.post(address, a_form(**answers))
    assert answer.status_code == 302, answer.text
    assert newest().content["headaches"] == [
        {
            "id": "A/1 & co",
            "facts": {
                "attack_duration_minutes": [240, 1440],
                "laterality": "right_always",
                "pain_regions": ["occipital", "neck"],
            },
        }
    ]


@pytest.mark.parametrize("where", ["headaches/Z/", "injuries/Z/"])
def test_what_is_not_there_is_not_found(client: Client, chart: str, where: str) -> None:
    assert client.get(chart + where).status_code == 404


def test_nobody_adds_a_headache_by_stating_its_facts(client: Client, chart: str) -> None:
    assert client.post(f"{chart}headaches/Z/", a_form(**{"nausea@Z": "none"})).status_code == 404
    assert Entry.objects.count() == 0


def test_no_injury_is_an_answer(client: Client, chart: str, physio: Actor, person: Person) -> None:
    assert not the_case(physio, person).no_injury
    assert client.post(f"{chart}injuries/", a_form(do="none")).status_code == 302
    assert newest().content == {"injuries": []}
    assert the_case(physio, person).no_injury
    assert "there was no injury" in client.get(f"{chart}injuries/").text


def test_an_injury_needs_a_name_and_has_its_own_page(client: Client, chart: str) -> None:
    assert client.post(f"{chart}injuries/", a_form(name="  ")).status_code == 422
    client.post(f"{chart}injuries/", a_form(name="crash"))
    answers = {"injury_date@crash": "2026-01-05", "whiplash_occurred@crash": "yes", "wad_grade@crash": "II"}
    assert client.post(f"{chart}injuries/crash/", a_form(**answers)).status_code == 302
    assert newest().content["injuries"][0]["facts"]["whiplash_occurred"] is True
    assert "II" in client.get(f"{chart}injuries/crash/").text


def test_a_payer_is_completed_by_what_is_known(client: Client, chart: str, physio: Actor, person: Person) -> None:
    address = f"{chart}episode/"
    assert client.post(address, a_form(claim_number="AB12345-6")).status_code == 422
    client.post(address, a_form(payer_kind="icbc", claim_accident_date="2026-01-05", episode_start_date="2026-01-12"))
    assert client.post(address, a_form(claim_number="AB12345-6")).status_code == 302
    payer = the_case(physio, person).episode.payer
    assert payer is not None
    assert (payer.kind, str(payer.accident_date), payer.claim) == ("icbc", "2026-01-05", "AB123456")


def test_someone_else_may_have_taken_the_history(client: Client, chart: str, physio: Actor, person: Person) -> None:
    build.an_entry(physio, person, kind="case file", content={"facts": {"needle_phobia": True}})
    assert "<strong>yes</strong>, 12 Jan 2026, physiotherapist" in client.get(chart).text
