"""The safety screen."""

import re
from typing import Any

import pytest
from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from clinic.forms.layout import askable
from clinic.safety.layout import EMERGENCY, REST, STARRED, screen
from concordant.facts import DICTIONARY, Room, Scope
from concordant.safety import FLAGS
from tests.clinic import build
from tests.clinic.forms.sending import a_form, newest, signed_in, with_headaches
from tests.people import asked_everything


@pytest.fixture
def address(client: Client, physio: Actor, person: Person) -> str:
    signed_in(client, physio)
    return f"/people/{person.pk}/safety/"


def test_every_question_of_the_room_is_on_the_page_once() -> None:
    asked = [fact for section in screen(has_headaches=True) for fact in section.facts]
    scopes = (Scope.PERSON, Scope.HEADACHE, Scope.VISIT, Scope.COURSE)
    wanted = [fact for fact in DICTIONARY.of_scope(*scopes) if fact.room is Room.SAFETY and askable(fact)]
    assert sorted(fact.name for fact in asked) == sorted(fact.name for fact in wanted)


def test_all_no_fills_in_sight_and_signs_nothing(client: Client, address: str) -> None:
    page = client.post(address, a_form(do="no:today", fever="yes")).text
    assert 'id="f-fever-1" checked' in page
    assert 'id="f-painful_5fred_5feye-2" checked' in page
    assert 'id="f-self_5fharm_5fthoughts-0" checked' in page
    assert Entry.objects.count() == 0


def test_the_screen_is_signed_as_one_statement(client: Client, address: str, physio: Actor, person: Person) -> None:
    with_headaches(physio, person, "A")
    answers = {"on": "2026-01-12", "fever": "no", "cancer_history": "no", "pattern_change": "no", "five_d": "none"}
    assert client.post(address, a_form(**answers)).status_code == 302
    assert newest().kind == "safety"
    assert newest().content == {
        "visits": [{"date": "2026-01-12", "facts": {"fever": False, "five_d": []}}],
        "facts": {"cancer_history": False},
        "headaches": [{"id": "A", "facts": {"pattern_change": False}}],
    }


def test_without_a_headache_nothing_is_asked_of_one(client: Client, address: str) -> None:
    page = client.get(address).text
    assert "No headache is described yet" in page
    assert "pattern_change" not in page
    assert client.post(address, a_form(pattern_change="no")).status_code == 422


def test_clearing_a_flag_keeps_those_that_were_cleared_before(client: Client, address: str) -> None:
    for flag in ("snnoop_n1", "cord"):
        answers = {"key": flag, "of.date": "2026-01-10", "of.by": "GP", "of.how": "MRI"}
        sent = a_form(**{f"red_flag_cleared.{name}": text for name, text in answers.items()})
        assert client.post(f"{address}cleared/", sent).status_code == 302
    assert set(newest().content["facts"]["red_flag_cleared"]) == {"snnoop_n1", "cord"}


def test_only_a_flag_that_exists_is_cleared(client: Client, address: str) -> None:
    answers = {"key": "weather", "of.date": "2026-01-10", "of.by": "GP", "of.how": "MRI"}
    sent = a_form(**{f"red_flag_cleared.{name}": text for name, text in answers.items()})
    assert client.post(f"{address}cleared/", sent).status_code == 422
    assert Entry.objects.count() == 0


@pytest.mark.parametrize("missing", ["key", "of.date", "of.by", "of.how"])
def test_clearing_needs_flag_day_who_and_how(client: Client, address: str, missing: str) -> None:
    answers = {"key": "snnoop_n1", "of.date": "2026-01-10", "of.by": "GP", "of.how": "MRI"}
    sent = a_form(**{f"red_flag_cleared.{name}": text for name, text in answers.items() if name != missing})
    assert client.post(f"{address}cleared/", sent).status_code == 422
    assert Entry.objects.count() == 0


# --- only what is needed, in the order of danger ---------------------------------------------------------------


def sections(answer: Any) -> dict[str, list[str]]:
    return {one.key: [fact.name for fact in one.facts] for one in answer.context["form"].sections}


def shown(answer: Any) -> list[str]:
    """The questions that a clinician meets: all but those folded away."""
    return [name for key, names in sections(answer).items() if key != REST for name in names]


@pytest.fixture
def calm(physio: Actor, person: Person) -> Person:
    """One headache described, asked whether there was an injury, and nothing of the screen."""
    facts = {"headache_onset_date": "2022-01-10"}
    content = {"headaches": [{"id": "A", "facts": facts}], "injuries": [], "person": {"id": "-", "born": "1984-03-01"}}
    build.an_entry(physio, person, kind="history", content=content)
    return person


def test_emergency_signs_come_first_and_have_no_button_that_answers_them_all(
    client: Client, address: str, calm: Person
) -> None:
    answer = client.get(address)
    key, names = next(iter(sections(answer).items()))
    assert key == "emergency"
    assert names == [fact.name for fact in EMERGENCY]
    assert 'id="no-emergency"' not in answer.text


def test_what_a_calm_person_without_an_injury_is_asked(client: Client, address: str, calm: Person) -> None:
    answer = client.get(address)
    asked = shown(answer)
    assert len(asked) == 48
    # Nothing of an injury, no ligament test, and nothing that only matters once something else is there.
    for name in ("sitting_position", "intoxicated", "sharp_purser", "severe_stiff_neck_pain", "new_neck_pain"):
        assert name in sections(answer)[REST]


def test_nothing_is_answered_beforehand(client: Client, address: str, calm: Person) -> None:
    form = client.get(address).context["form"]
    assert form.said() == []
    assert all(each.not_said.checked for group in form.groups for item in group.items for each in item.fields)


def test_how_many_are_left_is_said_and_goes_down(client: Client, address: str, calm: Person) -> None:
    before = client.get(address).context["state"].left
    answers = {"fever": "no", "cancer_active": "no", "cancer_history": "no"}
    answer = client.post(address, a_form(do="look", **answers))
    assert answer.context["state"].left == before - 3
    assert f"<b>{before - 3} questions</b> left on this page." in answer.text
    assert Entry.objects.count() == 1


def test_a_question_that_an_answer_makes_necessary_is_asked(client: Client, address: str, calm: Person) -> None:
    answer = client.post(address, a_form(do="look", fever="yes"))
    assert "severe_stiff_neck_pain" in shown(answer)


def test_it_stops_at_the_first_emergency_and_loses_no_answer(client: Client, address: str, calm: Person) -> None:
    answer = client.post(address, a_form(do="look", neuro_deficit_new="yes", cancer_history="no"))
    assert answer.context["state"].alarms[0].name.startswith("New neurological deficit")
    text = answer.text
    assert text.index("Stop here and act") < text.index("Call emergency services") < text.index('class="waiting"')
    assert "Check what is left" not in text
    signed = client.post(address, a_form(neuro_deficit_new="yes", cancer_history="no"))
    assert signed.status_code == 302
    assert newest().content["facts"] == {"cancer_history": False}


def test_at_a_later_visit_only_what_can_change_is_asked(client: Client, address: str, physio: Actor) -> None:
    case = story_of_everything_asked()
    person_id = int(address.split("/")[2])
    build.an_entry(physio, Person.objects.get(pk=person_id), kind="history", content=case)
    answer = client.get(address)
    assert answer.context["state"].is_again
    assert sorted(shown(answer)) == sorted(fact.name for fact in STARRED)
    assert "asked again at every visit" in answer.text
    everything = client.get(f"{address}?ask=everything")
    assert REST not in sections(everything)


def story_of_everything_asked() -> dict[str, Any]:
    case = asked_everything(person={"id": "-", "born": "1984-03-01", "sex": "female"})
    return {name: value for name, value in case.items() if name != "concordant"}


def test_what_other_pages_ask_is_linked(client: Client, address: str, person: Person) -> None:
    page = client.get(address).text
    assert "Asked on other pages:" in page
    assert f"/people/{person.pk}/history/injuries/" in page


def test_every_fact_of_every_flag_is_reachable(client: Client, address: str, calm: Person) -> None:
    here = {name for names in sections(client.get(address)).values() for name in names}
    facts = {fact for flag in FLAGS for level in flag.levels for fact in level.when.facts()}
    visit_and_person = (Scope.PERSON, Scope.HEADACHE, Scope.VISIT, Scope.COURSE)
    lost = [
        fact.name
        for fact in facts
        if fact.room is Room.SAFETY and fact.scope in visit_and_person and askable(fact) and fact.name not in here
    ]
    assert lost == []


def test_answering_all_that_is_shown_leaves_nothing(client: Client, address: str, calm: Person) -> None:
    """The screen, filled in as a calm person would, is complete: what is left is asked on other pages."""
    calm_answers = dict.fromkeys(shown(client.get(address)), "no")
    calm_answers |= {"alert_gcs_15": "yes", "plausible_mechanical_explanation": "yes", "time_to_peak_seconds": "3600"}
    calm_answers |= {"systolic_bp_mmhg": "124", "diastolic_bp_mmhg": "78", "orthostatic_pattern": "none"}
    for name in (
        "five_d",
        "three_n",
        "systemic_symptoms",
        "vascular_risk_factors",
        "uci_risk_conditions",
        "uci_symptoms",
    ):
        calm_answers[name] = "none"
    answer = client.post(address, a_form(do="look", **calm_answers))
    assert answer.context["state"].left == 0
    assert answer.context["state"].elsewhere == ("acute_med_days_per_30d",)
    assert client.post(address, a_form(**calm_answers)).status_code == 302


# --- first on every page ---------------------------------------------------------------------------------------

PAGES = ("safety/", "history/", "history/injuries/", "examine/", "diary/", "outcomes/", "entries/", "export/")


@pytest.mark.parametrize("page", ["", *PAGES])
def test_every_page_of_a_chart_begins_with_what_warns(
    client: Client, address: str, physio: Actor, person: Person, page: str
) -> None:
    content = {"facts": {"seizure_new": True}}
    build.an_entry(physio, person, kind="history", content=content)
    text = client.get(f"/people/{person.pk}/{page}").text
    seen = re.sub(r"<[^>]+>", " ", text[text.index('class="band who"') :])
    assert seen.index("Emergency") < seen.index("New neurological deficit")
    assert re.search(r"Not screened", seen)
    if page:
        assert text.index('class="warning stop"') < text.index("<main")


def test_where_there_is_nothing_to_warn_of_there_is_no_band(
    client: Client, address: str, physio: Actor, person: Person
) -> None:
    build.an_entry(physio, person, kind="history", content=story_of_everything_asked())
    assert 'class="warning' not in client.get(f"/people/{person.pk}/diary/").text
