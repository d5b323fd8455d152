"""Everything of getting in can be read in French."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.test import Client

import clinic
from clinic.accounts.models import Clinic, User
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.access.conftest import FRENCH, born, invited, link_for

LOCALE = Path(clinic.__file__).parent / "locale"
TEMPLATES = Path(clinic.__file__).parent / "templates"
OF_STAFF = {"person.html", "invitations.html"}


def catalogue(area: str = "account") -> dict[str, str]:
    messages = []
    for source in LOCALE.glob(f"{area}/fr/LC_MESSAGES/django.po"):
        with source.open("rb") as file:
            messages += [one for one in read_po(file, locale="fr") if one.id]
    return {one.id if isinstance(one.id, str) else one.id[0]: str(one.string) for one in messages}


def assert_french(page: str, *, but: tuple[str, ...] = ()) -> None:
    """No sentence of the catalogue stands there in English."""
    said = re.sub(r"\s+", " ", re.sub(r"<(script|style).*?</\1>", "", page, flags=re.S))
    left = [one for one in catalogue() if len(one) > 9 and "%(" not in one and f">{one}" in said and one not in but]
    assert left == []


def test_every_sentence_of_these_templates_is_in_the_catalogue() -> None:
    known = set(catalogue("*"))
    missing = set()
    for folder in ("access", "access/mail", "clinics", "account", "accounts"):
        for template in TEMPLATES.glob(f"{folder}/*.*"):
            if template.name not in OF_STAFF:
                text = template.read_text()
                missing |= {one or other for one, other in re.findall(r"{% translate (?:\"([^\"]*)\"|'([^']*)')", text)}
                for block in re.findall(r"{% blocktranslate[^%]*%}(.*?)(?:{% plural|{% endblock)", text, re.S):
                    missing.add(re.sub(r"\{\{\s*(\w+)\s*\}\}", r"%(\1)s", block))
    assert missing - known == set()


@pytest.mark.parametrize(
    "address", ["/sign-in/", "/sign-in/passkey/", "/sign-in/link/", "/sign-in/link/sent/", "/welcome/"]
)
def test_before_signing_in(client: Client, db: None, address: str) -> None:
    assert_french(client.get(address, headers=FRENCH).text)


def test_the_page_of_a_clinic(client: Client, clinic: Clinic) -> None:
    text = client.get(f"/c/{clinic.slug}/", headers=FRENCH).text
    assert_french(text)
    assert "Comment prendre rendez-vous" in text


def test_a_link_and_what_follows(client: Client, patient: User) -> None:
    link = link_for(client)
    assert_french(client.get(link, headers=FRENCH).text)
    client.post(link)
    for address in ("/account/", "/account/ways/", "/account/address/", "/account/passkeys/add/"):
        assert_french(client.get(address, headers=FRENCH).text)
    assert_french(client.post(link, headers=FRENCH).text)


def test_an_invitation(client: Client, desk: Actor, person: Person) -> None:
    address = invited(desk, person)
    assert_french(client.get(address, headers=FRENCH).text)
    wrong = client.post(address, {**born(), "year": "1901"}, headers=FRENCH).text
    assert_french(wrong)
    assert "Il vous reste 4 essais." in wrong
    assert_french(client.get("/welcome/nothing/", headers=FRENCH).text)


def test_the_pause(client: Client, db: None) -> None:
    for _ in range(4):
        answer = client.post("/sign-in/link/", {"email": "a@example.org"}, headers=FRENCH)
    assert answer.status_code == 429
    assert "Trop d’essais" in answer.text


@pytest.mark.parametrize("address", ["/handout/", "/handout/poster/"])
def test_what_is_handed_out_is_in_the_language_of_its_readers(client: Client, clinic: Clinic, address: str) -> None:
    client.force_login(build.a_user(clinic))
    assert "Check your headache" in client.get("/handout/").text
    text = client.get(address, {"in": "fr-ca"}).text
    assert_french(text)
    assert 'lang="fr-ca"' in text
    assert client.get(address, {"in": "de"}).status_code == 404
