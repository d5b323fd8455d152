"""The page that is kept on devices: nobody's data in it, small, and everything it needs with it."""

import gzip
import json
from typing import Any

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.diary.layout import day
from clinic.today import shell
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


def test_it_asks_what_the_diary_asks_first(client: Client, db: None) -> None:
    page = client.get("/today/").text
    for section in day()[: shell.SECTIONS]:
        for fact in section.facts:
            assert f'name="{fact.name}"' in page


def test_every_question_is_read_in_one_way(db: None) -> None:
    page = Client().get("/today/").text
    facts = json.loads(page.split('<script id="facts" type="application/json">')[1].split("</script>")[0])
    asked = {fact.name for section in day()[: shell.SECTIONS] for fact in section.facts}
    assert set(facts["kinds"]) == asked
    assert set(facts["kinds"].values()) == {"flag", "number", "one", "any"}


def test_another_page_makes_another_worker(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    before = client.get("/today/worker.js").text
    assert client.get("/today/worker.js").text == before
    monkeypatch.setattr(shell, "shell", lambda: "another page")
    assert client.get("/today/worker.js").text != before


def test_a_home_screen_can_take_it(client: Client, db: None) -> None:
    told = json.loads(body(client.get("/today/app.webmanifest")))
    assert (told["start_url"], told["scope"], told["display"]) == ("/today/", "/today/", "standalone")


def test_it_is_light(client: Client, db: None) -> None:
    sizes = {address: len(gzip.compress(body(client.get(address)))) for address in shell.precached()}
    sizes["/today/worker.js"] = len(gzip.compress(body(client.get("/today/worker.js"))))
    assert sum(sizes.values()) < PAGE_BYTES, sizes
    assert sum(size for address, size in sizes.items() if address.endswith(".js")) < SCRIPT_BYTES, sizes
