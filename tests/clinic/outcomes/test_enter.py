"""Questionnaire scores."""

from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.chart.models import Person
from clinic.person.case import case_of
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
