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
