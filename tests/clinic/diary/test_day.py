"""The diary, a day at a time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.chart.models import Entry, Person
from clinic.diary.layout import EVERY_DAY, OF_HEADACHE, day
from clinic.forms.layout import askable
from clinic.person.case import case_of
from concordant.facts import DICTIONARY, Scope
from tests.clinic import build
from tests.clinic.forms.sending import a_form, newest, signed_in, with_headaches

NOW = datetime(2026, 1, 13, 2, tzinfo=UTC)  # the evening of the 12th in Vancouver


@pytest.fixture
def address(client: Client, physio: Actor, person: Person) -> str:
    signed_in(client, physio)
    return f"/people/{person.pk}/diary/"


def send(client: Client, address: str, **answers: str) -> int:
    with clock.set_to(NOW):
        return client.post(address, a_form(**answers)).status_code


def test_the_required_questions_come_first_and_none_is_left_out() -> None:
    sections = day()
    names = [fact.name for section in sections for fact in section.facts]
    assert names[: 1 + len(OF_HEADACHE) + len(EVERY_DAY)] == ["headache_today", *OF_HEADACHE, *EVERY_DAY]
    assert sorted(names) == sorted(fact.name for fact in DICTIONARY.of_scope(Scope.DAY) if askable(fact))


def test_a_day_without_a_headache_is_a_row_too(client: Client, address: str, physio: Actor, person: Person) -> None:
    with_headaches(physio, person, "A")
    assert send(client, address, headache_today="no", neck_pain_nrs="2", exercises_done="yes") == 302
    assert newest().kind == "diary"
    assert newest().on.isoformat() == "2026-01-12"
    assert newest().content == {
        "diary": [{"date": "2026-01-12", "headache_today": False, "neck_pain_nrs": 2, "exercises_done": True}]
    }


def test_a_headache_is_named_where_there_is_one(client: Client, address: str, physio: Actor, person: Person) -> None:
    with_headaches(physio, person, "A")
    send(client, address, headache_today="yes", intensity_nrs="6", headache_hours="5")
    assert newest().content["diary"][0]["headache"] == "A"


def test_with_several_headaches_which_is_asked_and_not_sure_is_an_answer(
    client: Client, address: str, physio: Actor, person: Person
) -> None:
    with_headaches(physio, person, "A", "B")
    assert "Which headache was it?" in client.get(address).text
    send(client, address, headache_today="yes", which="B")
    assert newest().content["diary"][0]["headache"] == "B"
    send(client, address, headache_today="yes", on="2026-01-11")
    assert "headache" not in newest().content["diary"][0]
    assert send(client, address, headache_today="yes", which="Z", on="2026-01-10") == 422


def test_yes_or_no_has_to_be_said(client: Client, address: str) -> None:
    assert send(client, address, neck_pain_nrs="2") == 422
    assert Entry.objects.count() == 0


def test_a_worst_pain_of_none_contradicts_a_headache(client: Client, address: str) -> None:
    assert send(client, address, headache_today="yes", intensity_nrs="0") == 422
    assert send(client, address, headache_today="no", intensity_nrs="4") == 422


def test_what_was_entered_for_the_day_before_stays(client: Client, address: str, physio: Actor, person: Person) -> None:
    send(client, address, headache_today="yes", intensity_nrs="6", sleep_hours="6.5")
    assert send(client, address, headache_today="yes", intensity_nrs="8") == 302
    assert send(client, address, headache_today="yes", stress_nrs="3") == 302
    row = case_of(open_chart(by=physio, person_id=person.pk)).diary[0]
    assert (row.facts["intensity_nrs"], row.facts["sleep_hours"], row.facts["stress_nrs"]) == (8, 6.5, 3)


def test_a_day_with_a_headache_is_not_turned_around_in_passing(client: Client, address: str) -> None:
    send(client, address, headache_today="yes")
    with clock.set_to(NOW):
        answer = client.post(address, a_form(headache_today="no"))
    assert answer.status_code == 422
    assert "Correct that entry" in answer.text


def test_today_yesterday_the_day_before_or_another_day(client: Client, address: str) -> None:
    with clock.set_to(NOW):
        page = client.get(address).text
        for back, name in enumerate(("today, 12 Jan", "yesterday, 11 Jan", "the day before, 10 Jan")):
            on = NOW.date() - timedelta(days=back + 1)
            assert f'href="?day={on}"' in page
            assert name in page
        assert 'name="on" value="2026-01-05"' in client.get(f"{address}?day=2026-01-05").text
        assert 'name="on" value="2026-01-12"' in client.get(f"{address}?day=2027-01-05").text
        assert 'name="on" value="2026-01-12"' in client.get(f"{address}?day=x").text


def test_what_is_there_for_a_day_is_shown(client: Client, address: str) -> None:
    send(client, address, headache_today="yes", intensity_nrs="6")
    with clock.set_to(NOW):
        page = client.get(address).text
    assert "Something is entered for this day already" in page
    assert "<strong>6</strong>" in page


def test_a_warning_sign_says_what_to_do(client: Client, address: str, person: Person) -> None:
    with clock.set_to(NOW):
        sent = a_form(headache_today="yes", red_flag_today="neurological")
        page = client.post(address, sent, follow=True).text
    assert "call 9-1-1" in page


def test_patients_keep_their_own(client: Client, clinic: Clinic) -> None:
    patient, person = build.a_patient(clinic)
    signed_in(client, patient)
    assert client.get("/diary/")["Location"] == f"/people/{person.pk}/diary/"
    page = client.get(f"/people/{person.pk}/diary/").text
    assert "You write this down for" not in page
    answer = client.post(f"/people/{person.pk}/diary/", a_form(headache_today="no"), follow=True)
    assert answer.status_code == 200
    assert newest().author_role == "patient"


def test_staff_have_no_diary_of_their_own(client: Client, physio: Actor) -> None:
    assert signed_in(client, physio).get("/diary/").status_code == 403
