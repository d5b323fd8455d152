"""What a clinic hands out on paper, and its page for everybody."""

import pytest
from django.test import Client, override_settings
from django.urls import Resolver404, resolve

from clinic.access.addresses import to_type
from clinic.access.views.handed_out import FOR_EVERYBODY, FOR_PATIENTS
from clinic.accounts.models import Clinic
from clinic.accounts.roles import FRONT_DESK, PATIENT
from tests.clinic import build


def there(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


@override_settings(SITE_URL="https://clinic.example", ALLOWED_HOSTS=["*"])
def test_every_address_that_is_served_is_printed(client: Client, clinic: Clinic) -> None:
    client.force_login(build.a_user(clinic, FRONT_DESK))
    page = client.get("/handout/", headers={"host": "evil.example"})
    served = [path for *_words, path in (FOR_EVERYBODY, *FOR_PATIENTS) if there(path)]
    assert {"/self-check/", "/today/", "/sign-in/"} <= set(served)
    for path in (*served, f"/c/{clinic.slug}/"):
        assert f'class="typed">{to_type("https://clinic.example" + path)}<' in page.text
    assert page.text.count("<svg") == len(served) + 1
    assert "evil" not in page.text
    assert "<?xml" not in page.text


def test_the_poster_has_one_square(client: Client, clinic: Clinic) -> None:
    client.force_login(build.a_user(clinic, FRONT_DESK))
    assert client.get("/handout/poster/").text.count("<svg") == 1


def test_patients_do_not_print_it(client: Client, clinic: Clinic) -> None:
    client.force_login(build.a_user(clinic, PATIENT))
    assert client.get("/handout/").status_code == 403


def test_a_clinic_has_a_page_for_everybody(client: Client, clinic: Clinic) -> None:
    clinic.phone = "604-555-0142"
    clinic.save()
    page = client.get(f"/c/{clinic.slug}/")
    for said in (clinic.name, 'href="tel:604-555-0142"', 'href="/self-check/"', 'href="/sign-in/"', 'href="/welcome/"'):
        assert said in page.text
    clinic.phone = ""
    clinic.save()
    assert "Ask at the front desk." in client.get(f"/c/{clinic.slug}/").text
    assert client.get("/c/nowhere/").status_code == 404


@pytest.mark.parametrize("slug", ["..", "%00", "é"])
def test_what_is_no_clinic(client: Client, db: None, slug: str) -> None:
    assert client.get(f"/c/{slug}/").status_code == 404
