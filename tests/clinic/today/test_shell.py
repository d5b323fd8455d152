"""The page that is kept on devices: nobody's data in it, small, and everything it needs with it."""

import gzip
import json
from typing import Any

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.diary.layout import day
from clinic.today import quick, shell
from tests.clinic import build
from tests.clinic.forms.sending import signed_in

PAGE_BYTES = 60_000
SCRIPT_BYTES = 15_000


def body(answer: Any) -> bytes:
    found = b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)
    answer.close()
    return found


def test_it_is_the_same_for_everybody(client: Client, clinic: Clinic) -> None:
    nobody = client.get("/today/")
    patient, person = build.a_patient(clinic)
    mine = signed_in(client, patient).get("/today/")
    assert mine.content == nobody.content
    assert b"csrfmiddlewaretoken" not in mine.content
    assert person.family_name.encode() not in mine.content


@pytest.mark.parametrize("address", shell.precached())
def test_all_that_is_kept_opens_without_sign_in(client: Client, db: None, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert body(answer)


ASKED = {fact.name for section in day() if section.is_open for fact in section.facts}
"""What is folded away is what a clinician may ask for besides; it stays on the diary's own form."""


def test_it_asks_what_the_diary_asks_first(client: Client, db: None) -> None:
    page = client.get("/today/").text
    assert [name for name in ASKED if f'name="{name}"' not in page] == []


@pytest.mark.parametrize("one", list(quick.every()), ids=lambda one: one.name)
def test_each_answer_of_one_tap_is_one_that_the_dictionary_allows(one: quick.Quick) -> None:
    kind = one.fact.kind
    for word, _said in one.options:
        kind.read([word] if one.shape == "any" else word)
    if one.shape == "scale":
        assert [kind.read(number) for number in one.scale] == list(one.scale)
    if one.name == "headache_hours":
        assert [kind.read(float(hours)) for hours in quick.HOURS]


def test_every_question_is_read_in_one_way(db: None) -> None:
    page = Client().get("/today/").text
    facts = json.loads(page.split('<script id="facts" type="application/json">')[1].split("</script>")[0])
    assert set(facts["kinds"]) == ASKED
    assert set(facts["kinds"].values()) == {"flag", "number", "one", "any"}


def test_another_page_makes_another_worker(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    before = client.get("/today/worker.js").text
    assert client.get("/today/worker.js").text == before
    monkeypatch.setattr(shell, "shell", lambda language: f"another page in {language}")
    assert client.get("/today/worker.js").text != before


def test_it_is_kept_in_each_language_whoever_asks(client: Client, db: None) -> None:
    french = {"Accept-Language": "fr-CA,fr;q=0.9"}
    for language in shell.LANGUAGES:
        address = f"/today/{language}/"
        assert address in shell.precached()
        page = client.get(address)
        assert f'<html lang="{language}">' in page.text
        assert page.headers["Content-Language"] == language
        assert client.get(address, headers=french).content == page.content
    assert client.get("/today/", headers=french).content == client.get("/today/fr-ca/").content
    assert client.get("/today/worker.js", headers=french).content == client.get("/today/worker.js").content
    assert client.get("/today/de/").status_code == 404


def test_in_french_nothing_of_the_page_is_left_in_english(client: Client, db: None) -> None:
    page = client.get("/today/fr-ca/").text
    for words in (
        "Mon journal des maux de tête",
        "Enregistrer la journée",
        "aujourd’hui",
        "Mes exercices",
        "Tout est envoyé.",
    ):
        assert words in page
    for words in ("Save the day", "yesterday", "My exercises", "Sign in", "waits on this phone", "warning sign"):
        assert words not in page


def size_of(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def test_the_icon_of_a_home_screen_is_an_opaque_small_picture(client: Client, db: None) -> None:
    page = client.get("/today/").text
    icon = page.split('<link rel="apple-touch-icon" href="')[1].split('"')[0]
    assert size_of(body(client.get(icon))) == (180, 180)
    told = json.loads(body(client.get("/today/app.webmanifest")))
    for one in told["icons"]:
        picture = body(client.get(one["src"]))
        assert len(picture) < 25_000
        if one["type"] == "image/png":
            assert "{}x{}".format(*size_of(picture)) == one["sizes"]


def test_a_home_screen_can_take_it(client: Client, db: None) -> None:
    told = json.loads(body(client.get("/today/app.webmanifest")))
    assert (told["start_url"], told["scope"], told["display"]) == ("/today/", "/today/", "standalone")


def test_it_is_light(client: Client, db: None) -> None:
    sizes = {address: len(gzip.compress(body(client.get(address)))) for address in shell.precached()}
    sizes["/today/worker.js"] = len(gzip.compress(body(client.get("/today/worker.js"))))
    assert sum(sizes.values()) < PAGE_BYTES, sizes
    assert sum(size for address, size in sizes.items() if address.endswith(".js")) < SCRIPT_BYTES, sizes
