"""My plan: what was signed, in plain words, and nothing that is only proposed."""

import re

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from clinic.mine.plan import how_often
from clinic.mine.treatments import TREATMENTS
from concordant.plan.interventions import BY_ID
from tests.clinic import build
from tests.clinic.conftest import Statements
from tests.clinic.home.plans import a_plan
from tests.clinic.person import story
from tests.facts.test_reading_grade import grade

FRENCH = {"Accept-Language": "fr-CA"}


def seen(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text[text.index("<main") : text.index("</main")]))


def test_every_treatment_of_the_catalogue_can_be_said_plainly() -> None:
    assert set(TREATMENTS) == set(BY_ID)


@pytest.mark.parametrize("id", sorted(TREATMENTS))
def test_it_is_said_at_grade_7(id: str) -> None:
    one = TREATMENTS[id]
    assert grade(str(one.meant_to)) <= 8
    assert not re.search(r"C\d|mobilis|manipul|Maitland|suboccip|trapez", f"{one.name} {one.meant_to}")


def test_what_was_signed_stands_there_in_plain_words(own: Client) -> None:
    text = seen(own.get("/mine/plan/").text)
    assert "First: ease the pain" in text
    assert "Gentle moves of the second neck joint, by hand" in text
    assert "Steady pressure on the muscles below the back of your head" in text
    assert "How much: 1 set × 10 times × 10 seconds, 2 times a day" in text
    assert "Drive for an hour" in text
    assert "Physiotherapy: 1 visit a week" in text
    assert "Massage therapy: one visit every 2 weeks" in text
    assert "We measure again about 6 Apr 2026." in text
    assert "no stronger than 4 of 10 in the last 7 days" in text


def test_what_is_known_comes_with_its_interval_and_its_certainty(own: Client) -> None:
    text = seen(own.get("/mine/plan/").text)
    assert "The true average is likely to lie between" in text
    assert "(moderate certainty)" in text or "(low certainty)" in text
    assert "Whether it lasts to a year" in text


def test_nothing_that_is_for_clinicians(own: Client) -> None:
    text = seen(own.get("/mine/plan/").text)
    for word in ("11.2.1", "proposed", "proposal", "Maitland", "criteri", "block matrix"):
        assert word.lower() not in text.lower(), word


def test_a_proposal_that_nobody_signed_is_not_shown(client: Client, clinic: Clinic, physio: Actor) -> None:
    patient, person = build.a_patient(clinic)
    story.with_course(physio, person)
    assert patient.user is not None
    client.force_login(patient.user)
    text = seen(client.get("/mine/plan/").text)
    assert "No plan is signed yet." in text
    assert not any(str(one.name) in text for one in TREATMENTS.values())


def test_the_newest_plan_stands_in_the_place_of_the_older(
    own: Client, patient: tuple[Actor, Person], physio: Actor
) -> None:
    story.sign(physio, patient[1], story.RETEST, "treatment", a_plan(on=story.RETEST) | {})
    text = seen(own.get("/mine/plan/").text)
    assert "How much: 1 set × 10 times × 10 seconds, 2 times a day" not in text
    assert "Gentle moves of the second neck joint, by hand" in text


def test_an_alarm_stands_over_the_plan(own: Client, patient: tuple[Actor, Person], physio: Actor) -> None:
    visit = {"date": story.RETEST.isoformat(), "facts": {"neuro_deficit_new": True}}
    story.sign(physio, patient[1], story.RETEST, "safety", {"visits": [visit]})
    assert "This plan waits. A doctor should see you today." in seen(own.get("/mine/plan/").text)


def test_looking_is_an_event_of_the_log(own: Client, patient: tuple[Actor, Person]) -> None:
    own.get("/mine/plan/")
    newest = AuditEvent.objects.order_by("-id")[0]
    assert (newest.action, newest.person_id) == ("view", patient[1].pk)


@pytest.mark.parametrize(
    "address", ["/mine/plan/", "/mine/visits/", "/mine/letters/", "/mine/bills/", "/mine/data/", "/mine/pages/"]
)
def test_staff_and_accounts_without_a_chart_have_no_such_pages(client: Client, clinic: Clinic, address: str) -> None:
    client.force_login(build.a_user(clinic))
    assert client.get(address).status_code == 403
    patient, _person = build.a_patient(clinic)
    _person.user = None
    _person.save()
    assert patient.user is not None
    client.force_login(patient.user)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (1, "1 visit a week"),
        (2, "2 visits a week"),
        (1.5, "1.5 visits a week"),
        (0.5, "one visit every 2 weeks"),
        (0.4, "one visit every 2.5 weeks"),
        (0.25, "one visit every 4 weeks"),
    ],
)
def test_how_often_as_one_counts(rate: float, said: str) -> None:
    assert how_often(rate) == said


@pytest.mark.parametrize(("address", "most"), [("/mine/plan/", 11), ("/mine/visits/", 11), ("/mine/data/", 4)])
def test_statements_do_not_grow_with_the_chart(own: Client, statements: Statements, address: str, most: int) -> None:
    own.get(address)
    before = len(statements.texts)
    own.get(address)
    assert len(statements.texts) - before <= most
