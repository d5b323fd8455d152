"""The safety screen."""

import pytest
from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from clinic.forms.layout import askable
from clinic.safety.layout import screen
from concordant.facts import DICTIONARY, Room, Scope
from tests.clinic.forms.sending import a_form, newest, signed_in, with_headaches


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
    assert 'id="f-new_5fred_5fflag_5fsign-2" checked' in page
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
