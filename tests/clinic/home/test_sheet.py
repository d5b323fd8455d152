"""The whole programme on one sheet of paper, letter and A4."""

import io
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from clinic.accounts.models import User
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.home.plans import FOUR, MOBILITY, STRENGTH, sign_plan
from tests.clinic.person import story
from tests.clinic.signing_in import sign_in

BAND: dict[str, Any] = {
    "intervention": "neck_strength_resistance",
    "dose": {
        "sets": [1, 3], "reps": 15, "per_week": 3, "load": "band in 4 directions, dumbbells at 15 repetition maximum",
        "highest_rise_nrs": 2,
    },
}  # fmt: skip
LONG = (BAND, MOBILITY, STRENGTH, {"intervention": "sensorimotor_training", "dose": {"sets": 3, "reps": 10}})


@pytest.fixture
def sheet(page: Page, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The sheet of somebody with these items, as it is printed on each paper."""
    clinic = build.a_clinic()
    clinic.phone = "604-555-0142"
    clinic.save()
    physio = Actor(build.a_user(clinic, username="ana"))

    def printed(items: tuple[dict[str, Any], ...], *papers: str) -> list[PdfReader]:
        person: Person = build.a_person(clinic, given_name="Wilhelmina-Alexandrina", family_name="Featherstonehaugh")
        story.sign(physio, person, story.STARTED, "history", story.history())
        sign_plan(physio, person, items=items)
        monkeypatch.setattr("clinic.clock.now", lambda: story.at(story.TODAY))
        sign_in(page, live_server.url, "ana")
        page.goto(f"{live_server.url}/people/{person.pk}/home/sheet/")
        return [PdfReader(io.BytesIO(page.pdf(format=paper))) for paper in papers]

    return printed


@pytest.mark.parametrize("items", [FOUR, LONG], ids=["four", "long"])
def test_four_items_are_one_page(sheet: Any, items: tuple[dict[str, Any], ...]) -> None:
    for pdf in sheet(items, "Letter", "A4"):
        assert len(pdf.pages) == 1
        text = " ".join(pdf.pages[0].extract_text().split())
        assert "604-555-0142" in text
        assert "Wilhelmina-Alexandrina Featherstonehaugh" in text
        assert text.count("Stop sign:") == 5  # active mobility has two exercises
        assert "Week 4" in text
        assert "Call an ambulance now, or go to the emergency room" in text
        assert "A face, arm or leg that is weak or numb." in text
        for word in ("Sign out", "Evidence", "Print"):
            assert word not in text


def test_it_is_one_page_in_french_too(page: Page, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """French is longer by a fifth."""
    patient, person = build.a_patient(build.a_clinic())
    physio = Actor(build.a_user(person.clinic))
    story.sign(physio, person, story.STARTED, "history", story.history())
    sign_plan(physio, person, items=LONG)
    monkeypatch.setattr("clinic.clock.now", lambda: story.at(story.TODAY))
    assert patient.user is not None
    sign_in(page, live_server.url, patient.user.username)
    User.objects.filter(pk=patient.user.pk).update(language="fr-ca")
    page.goto(f"{live_server.url}/people/{person.pk}/home/sheet/")
    pdf = PdfReader(io.BytesIO(page.pdf(format="Letter")))
    assert len(pdf.pages) == 1
    assert "Asseyez-vous bien droit" in " ".join(pdf.pages[0].extract_text().split())
