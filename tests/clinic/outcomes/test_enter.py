"""Questionnaire scores."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client, override_settings

from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.chart.models import Person
from clinic.person.case import case_of
from concordant.measures.questionnaires.health_today import PROFILES, ValueSetError
from tests.clinic.forms.sending import a_form, newest, signed_in


def test_several_scores_of_one_day(client: Client, physio: Actor, person: Person) -> None:
    signed_in(client, physio)
    sent = a_form(on="2026-01-12", ndi_score="18", hit6_score="60", acceptable_state="no")
    assert client.post(f"/people/{person.pk}/outcomes/", sent).status_code == 302
    assert newest().kind == "questionnaire"
    assert [(one["measure"], one["value"]) for one in newest().content["outcomes"]] == [
        ("ndi", 18),
        ("hit6", 60),
        ("acceptable_state", False),
    ]
    case = case_of(open_chart(by=physio, person_id=person.pk))
    assert {one.fact: one.value for one in case.outcomes}["ndi_score"] == 18


def test_the_goal_of_the_course_is_rated_where_its_other_ratings_are(
    client: Client, physio: Actor, person: Person
) -> None:
    signed_in(client, physio)
    assert client.post(f"/people/{person.pk}/outcomes/", a_form(goal_met="yes", ndi_score="9")).status_code == 302
    case = case_of(open_chart(by=physio, person_id=person.pk))
    assert case.facts["goal_met"][0].value is True
    assert case.outcomes[0].value == 9


def test_a_score_out_of_range_names_its_range(client: Client, physio: Actor, person: Person) -> None:
    signed_in(client, physio)
    answer = client.post(f"/people/{person.pk}/outcomes/", a_form(ndi_score="51"))
    assert answer.status_code == 422
    assert "allowed: a number from 0 to 50" in answer.text


def boxes(measure: str, *answers: object) -> dict[str, str]:
    return {f"{measure}.{place}": str(answer) for place, answer in enumerate(answers, 1) if answer is not None}


def test_the_total_is_worked_out_from_the_answers(client: Client, physio: Actor, person: Person) -> None:
    signed_in(client, physio)
    answers = boxes("ndi_score", 2, 2, 2, 2, 2, 2, 2, 2, 2)  # driving left blank
    sent = a_form(on="2026-01-12", **answers)
    answer = client.post(f"/people/{person.pk}/outcomes/", sent, follow=True)
    assert newest().content["outcomes"] == [{"date": "2026-01-12", "measure": "ndi", "items": [*[2] * 9, None]}]
    assert "Neck Disability Index, 20, 40 %, moderate (item 10 of 10 left blank" in answer.text
    case = case_of(open_chart(by=physio, person_id=person.pk))
    assert case.outcomes[0].value == 20


def test_worked_out_before_anything_is_signed(client: Client, physio: Actor, person: Person) -> None:
    signed_in(client, physio)
    answer = client.post(
        f"/people/{person.pk}/outcomes/", a_form("score", **boxes("hit6_score", 10, 10, 10, 10, 10, 10))
    )
    assert answer.status_code == 200
    assert "HIT-6, 60, severe impact (all 6 items answered)" in answer.text
    assert not case_of(open_chart(by=physio, person_id=person.pk)).outcomes


def test_an_answer_that_no_form_offers_is_named(client: Client, physio: Actor, person: Person) -> None:
    signed_in(client, physio)
    sent = a_form(**boxes("hit6_score", 6, 6, 6, 6, 6, 7))
    answer = client.post(f"/people/{person.pk}/outcomes/", sent)
    assert answer.status_code == 422
    assert "item 6: 7 is not allowed; allowed: one of 6, 8, 10, 11, 13" in answer.text


def test_answers_and_total_that_disagree_are_refused(client: Client, physio: Actor, person: Person) -> None:
    signed_in(client, physio)
    sent = a_form(hit6_score="61", **boxes("hit6_score", 10, 10, 10, 10, 10, 10))
    answer = client.post(f"/people/{person.pk}/outcomes/", sent)
    assert answer.status_code == 422
    assert "the answers come to 60, yet a total of 61 was typed" in answer.text


def test_too_many_blanks_are_confirmed_once(client: Client, physio: Actor, person: Person) -> None:
    signed_in(client, physio)
    sent = a_form(**boxes("ndi_score", 1, 2, 3, 4, 5, 0, 1))
    answer = client.post(f"/people/{person.pk}/outcomes/", sent)
    assert answer.status_code == 422
    assert "No total: items 8, 9, 10 of 10 left blank; a total needs at least 8 answers" in answer.text
    confirmed = {**sent, "confirm": "ndi_score=1,2,3,4,5,0,1,,,"}
    assert f'value="{confirmed["confirm"]}"' in answer.text
    assert client.post(f"/people/{person.pk}/outcomes/", confirmed).status_code == 302
    assert case_of(open_chart(by=physio, person_id=person.pk)).outcomes[0].items[:2] == (1, 2)


def test_a_positive_screen_asks_for_a_talk(client: Client, physio: Actor, person: Person) -> None:
    signed_in(client, physio)
    sent = a_form(**boxes("phq4_score", 0, 1, 2, 1))
    answer = client.post(f"/people/{person.pk}/outcomes/", sent, follow=True)
    assert "The screen for low mood is positive" in answer.text
    assert "The screen for worry" not in answer.text


def test_a_version_is_asked_where_there_are_several(client: Client, physio: Actor, person: Person) -> None:
    signed_in(client, physio)
    answers = boxes("isi_score", 1, 1, 1, 1, 1, 1, 1)
    answer = client.post(f"/people/{person.pk}/outcomes/", a_form(**answers))
    assert answer.status_code == 422
    assert "say which version was used: two_weeks, month" in answer.text
    sent = a_form(**answers, **{"isi_score.version": "month"})
    assert client.post(f"/people/{person.pk}/outcomes/", sent).status_code == 302
    assert newest().content["outcomes"][0]["version"] == "month"


def test_a_version_without_a_score_is_not_lost_in_silence(client: Client, physio: Actor, person: Person) -> None:
    signed_in(client, physio)
    answer = client.post(f"/people/{person.pk}/outcomes/", a_form(**{"mtoq_score.version": "4"}))
    assert answer.status_code == 422


def test_boxes_at_the_end_that_a_form_may_do_without(client: Client, physio: Actor, person: Person) -> None:
    signed_in(client, physio)
    sent = a_form(**boxes("midas_score", 2, 3, 1, 4, 0), **boxes("psfs_score", 3, 4, 5))
    assert client.post(f"/people/{person.pk}/outcomes/", sent).status_code == 302
    by_measure = {one["measure"]: one["items"] for one in newest().content["outcomes"]}
    assert by_measure == {"midas": [2, 3, 1, 4, 0], "psfs": [3, 4, 5]}


def test_what_may_be_shown_is_asked_in_its_words(client: Client, physio: Actor, person: Person) -> None:
    signed_in(client, physio)
    page = client.get(f"/people/{person.pk}/outcomes/").text
    assert "<li>Not being able to stop or control worrying</li>" in page
    assert "3: Nearly every day" in page
    assert "No permission required to reproduce" in page
    assert "Name three things that are hard for you to do" in page


@pytest.fixture
def value_set(tmp_path: Path) -> Iterator[Path]:
    """Made up: no population said this."""
    file = tmp_path / "made-up-2026.csv"
    worth = (f"{key},{1 - sum(int(level) - 1 for level in key) / 80:.4f}" for key in sorted(PROFILES))
    file.write_text("\n".join(["profile,index", *worth]), "utf-8")
    with override_settings(EQ5D5L_VALUE_SET=str(file)):
        yield file


def test_the_index_comes_out_of_the_value_set_of_the_clinic(
    client: Client, physio: Actor, person: Person, value_set: Path
) -> None:
    signed_in(client, physio)
    address, answers = f"/people/{person.pk}/outcomes/", boxes("eq5d5l_index", 1, 2, 1, 3, 1)
    page = client.post(address, a_form("score", **answers)).text
    told = "EQ-5D-5L, 0.9625 (profile 12131, index from the value set made-up-2026)"
    assert told in page
    answer = client.post(address, a_form(on="2026-01-12", **answers), follow=True)
    assert told in answer.text
    # Answers and index both: whoever reads the file has another value set, or none.
    row = {"date": "2026-01-12", "measure": "eq5d5l_index", "items": [1, 2, 1, 3, 1], "value": 0.9625}
    assert newest().content["outcomes"] == [row]
    with override_settings(EQ5D5L_VALUE_SET=""):
        case = case_of(open_chart(by=physio, person_id=person.pk))
    assert case.outcomes[0].value == 0.9625


@pytest.mark.parametrize(("typed", "status"), [("0.9625", 302), ("0.962", 302), ("0.9619", 422), ("0.85", 422)])
def test_an_index_typed_beside_the_answers_has_to_agree(
    client: Client, physio: Actor, person: Person, value_set: Path, typed: str, status: int
) -> None:
    signed_in(client, physio)
    sent = a_form(eq5d5l_index=typed, **boxes("eq5d5l_index", 1, 2, 1, 3, 1))
    answer = client.post(f"/people/{person.pk}/outcomes/", sent)
    assert answer.status_code == status
    if status == 422:
        assert f"index from the value set made-up-2026, is 0.9625, yet {typed} was typed" in answer.text


def test_without_a_value_set_the_answers_stand_without_an_index(client: Client, physio: Actor, person: Person) -> None:
    signed_in(client, physio)
    answers = boxes("eq5d5l_index", 1, 2, 1, 3, 1)
    assert client.post(f"/people/{person.pk}/outcomes/", a_form(on="2026-01-12", **answers)).status_code == 302
    row = {"date": "2026-01-12", "measure": "eq5d5l_index", "items": [1, 2, 1, 3, 1]}
    assert newest().content["outcomes"] == [row]


def test_a_blank_answer_has_no_index(client: Client, physio: Actor, person: Person, value_set: Path) -> None:
    signed_in(client, physio)
    page = client.post(
        f"/people/{person.pk}/outcomes/", a_form("score", **boxes("eq5d5l_index", 1, 2, None, 3, 1))
    ).text
    assert "EQ-5D-5L, no total" in page


def test_a_value_set_that_cannot_be_read_stops_the_program(value_set: Path) -> None:
    value_set.write_text("profile,index\n11111,1", "utf-8")
    with pytest.raises(ValueSetError, match="3124 of 3125 profiles are missing"):
        apps.get_app_config("outcomes").ready()
