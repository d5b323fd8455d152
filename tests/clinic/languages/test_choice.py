"""Who reads which language."""

import pytest
from django.test import Client

from clinic.accounts.models import Clinic, User
from tests.clinic import build

FRENCH = {"Accept-Language": "fr-FR,fr;q=0.9,en;q=0.5"}


def lang(page: str) -> str:
    return page.split('<html lang="', 1)[1].split('"', 1)[0]


@pytest.mark.django_db
def test_whoever_has_no_account_reads_the_language_of_their_browser(client: Client) -> None:
    assert lang(client.get("/self-check/").content.decode()) == "en-ca"
    answer = client.get("/self-check/", headers=FRENCH)
    assert lang(answer.content.decode()) == "fr-ca"
    assert "Accept-Language" in answer.headers["Vary"]
    assert lang(client.get("/self-check/", headers={"Accept-Language": "ja"}).content.decode()) == "en-ca"


@pytest.mark.django_db
def test_what_was_chosen_stands_over_the_browser_and_no_cookie_comes_unasked(client: Client) -> None:
    assert not client.get("/self-check/", headers=FRENCH).cookies
    chosen = client.post("/language/", {"language": "fr-ca", "next": "/self-check/"})
    assert chosen.headers["Location"] == "/self-check/"
    assert lang(client.get("/self-check/").content.decode()) == "fr-ca"


@pytest.mark.parametrize("language", ["", "fr", "de", "fr-ca\x00"])
@pytest.mark.django_db
def test_another_language_is_refused(client: Client, language: str) -> None:
    assert client.post("/language/", {"language": language}).status_code == 400


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
@pytest.mark.django_db
def test_the_way_back_stays_here(client: Client, back: str) -> None:
    assert client.post("/language/", {"language": "fr-ca", "next": back}).headers["Location"] == "/"


def test_it_is_kept_with_the_account_of_a_patient_and_staff_read_english(client: Client, clinic: Clinic) -> None:
    actor, person = build.a_patient(clinic)
    patient = actor.user
    assert patient is not None
    client.force_login(patient)
    client.post("/language/", {"language": "fr-ca"})
    del client.cookies["django_language"]
    assert lang(client.get(f"/people/{person.pk}/").content.decode()) == "fr-ca"
    assert User.objects.get(pk=patient.pk).language == "fr-ca"
    client.force_login(build.a_user(clinic))
    assert lang(client.get(f"/people/{person.pk}/", headers=FRENCH).content.decode()) == "en-ca"


@pytest.mark.django_db
def test_each_language_is_offered_by_its_own_name(client: Client) -> None:
    assert ">Français</button>" in client.get("/self-check/").text
    assert ">English</button>" in client.get("/self-check/", headers=FRENCH).text
