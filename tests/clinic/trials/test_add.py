"""Looking at a trial: what was read, what it would move; nothing is stored, nothing that was typed is lost."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.accounts.roles import FRONT_DESK, PATIENT
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.trials.models import TrialEntry
from concordant.evidence.living import EXAMPLE, SCHEMA
from tests.clinic import build
from tests.clinic.conftest import Statements
from tests.clinic.trials.conftest import a_trial, kept, with_second

ADDRESS = "/evidence/add/"


def look(desk: Client, text: str, **more: object):
    return desk.post(ADDRESS, {"text": text, "do": "look", **more})


def words(page) -> str:
    """What a reader sees, without the pictures."""
    text = re.sub(r"<svg.*?</svg>", " ", page.text, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def typed(page) -> str:
    found = re.search(r'<textarea id="text"[^>]*>\n(.*?)</textarea>', page.text, re.DOTALL)
    assert found
    return unescape(found[1])


def test_the_way_there(desk: Client) -> None:
    assert f'href="{ADDRESS}"' in desk.get("/evidence/").text
    page = desk.get(ADDRESS)
    assert page.status_code == 200
    assert "What was read" not in page.text


def test_what_was_read_stands_in_a_table(desk: Client) -> None:
    told = words(look(desk, with_second(time_weeks=24, outcome="headache intensity", scale="NPRS 0-10")))
    assert "What was read: Example 2027" in told
    assert "1 headache frequency days per 4 weeks; lower is better; final week 12 mean 6.1, SD 4, 40 people" in (
        told.replace(" ;", ";")
    )
    assert "mean 8.9, SD 4.4, 41 people MD −2.8 (−4.63 to −0.9696)" in told


def test_before_and_after_are_metafors(desk: Client) -> None:
    """tests/evidence/living/test_moving.py has the R lines: −3.3 (−5.55 to −1.05) alone, with it −3.00 (−12.20 to
    6.20) under REML with the guarded Knapp-Hartung, −3.00 (−4.42 to −1.58) under one effect and z."""
    told = words(look(desk, a_trial()))
    assert "What it would move: 1 question " in told
    assert "Before −3.30 (−5.55 to −1.05) About 3.3 headache days in four weeks fewer" in told
    assert "After −3.00 (−12.20 to 6.20) About three headache days in four weeks fewer" in told
    assert "The interval is wider than before" in told
    assert "Trials 1 2 Pooled effect −3.3 −2.999 95 % interval −5.547 to −1.053 −12.2 to 6.201" in told
    narrow = words(look(desk, a_trial(), model="FE", test="z"))
    assert "After −3.00 (−4.42 to −1.58)" in narrow
    assert "The interval is wider" not in narrow


def test_the_picture_has_both_summaries_and_the_table_its_numbers(desk: Client) -> None:
    page = look(desk, a_trial())
    (picture,) = re.findall(r"<svg.*?</svg>", page.text, re.DOTALL)
    drawn = unescape(re.sub(r"<[^>]+>", "\n", picture.partition("</desc>")[2]))
    told = words(page)
    for line in ("Haas 2018", "Example 2027 (new)", "Before (1 trial)", "After (2 trials)"):
        assert line in drawn, line
    figures = re.findall(r"−?\d+\.\d\d \(.*?\)", drawn)
    assert len(figures) == 4
    assert [one for one in figures if one not in told] == []


def test_the_advice_that_moves_is_linked(desk: Client) -> None:
    page = look(desk, a_trial())
    for one in ("manual-therapy-early", "spinal-manipulation"):
        assert f'href="/evidence/advice/{one}/"' in page.text


def test_why_results_enter_nothing(desk: Client) -> None:
    told = words(look(desk, with_second(time_weeks=30)))
    assert "Result 2 , headache frequency, week 30" in told
    assert "another time: week 30, asked are weeks 4 to 13" in told
    near = words(look(desk, with_second(time_weeks=5)))
    assert "Result 2 , headache frequency, week 5: one row of each trial: week 12 is nearer" in near
    nothing = words(look(desk, a_trial(population="migraine")))
    assert "Nothing: none of its results answers a question of the clinic" in nothing
    unit = words(look(desk, a_trial(result={"scale": "episodes per week"})))
    assert "cannot be said in headache days per 4 weeks; row 1; column scale; value 'MD, episodes per week'" in unit


def test_looking_stores_nothing(desk: Client) -> None:
    before = AuditEvent.objects.count()
    look(desk, a_trial())
    assert (TrialEntry.objects.count(), AuditEvent.objects.count()) == (0, before)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            a_trial(result={"control": {"n": 1, "mean": 8.9, "sd": 4.4}}),
            "Result 1, control.n: cannot be used (found: 1)",
        ),
        (
            with_second(time_weeks="soon"),
            "Result 2, time_weeks: cannot be used (found: soon); allowed: weeks, 0 or more",
        ),
        (a_trial(doi=None), "doi: is missing"),
        (a_trial(trial_id="haas2018"), "trial_id: is in the library already (Haas 2018): it would count twice"),
        ("a: &a 1\nb: *a", "a: line 1: anchors (&) and aliases (*) are not allowed"),
        ("[" * 90_000, "nested deeper than 6 levels"),
        ("\x00", "Not readable as YAML"),
        ("<script>alert(1)</script>: 1", "trial_id: is missing"),
    ],
)
def test_what_is_wrong_is_told_beside_the_field(desk: Client, text: str, says: str) -> None:
    page = look(desk, text)
    assert page.status_code == 422
    (problem,) = re.findall(r'<ul class="errorlist" id="text-error"><li>(.*?)</li>', page.text)
    assert says in unescape(problem)
    assert 'aria-invalid="true" aria-describedby="text-error"' in page.text
    assert typed(page) == text
    assert "<script>alert" not in page.text


def test_what_was_chosen_and_typed_is_not_lost(desk: Client) -> None:
    page = look(desk, "trial_id: 1\r\n\r\n  kept as typed", model="XY", test="z")
    assert page.status_code == 422
    assert typed(page) == "trial_id: 1\n\n  kept as typed"
    assert '<option value="z" selected>' in page.text
    wrong = look(desk, a_trial(), model="XY")
    assert "no such model" in wrong.text
    assert typed(wrong) == a_trial()


def test_nothing_sent_is_said(desk: Client) -> None:
    page = look(desk, " ")
    assert page.status_code == 422
    assert "Choose a file, or paste its text." in page.text


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_is_read_however_it_was_saved(desk: Client, ends: str, mark: str) -> None:
    data = (mark + a_trial().replace("\n", ends)).encode()
    page = desk.post(ADDRESS, {"file": SimpleUploadedFile("trial.yaml", data), "text": ""})
    assert "What was read" in page.text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xff\xfe\x00", "The file is no text in UTF-8: byte 1"),
        (b"x" * 100_001, "The file is too long (found: 100001); allowed: 100000 bytes at most"),
        (b"x" * 1_000_000, "The file is too long"),
        (b"PK\x03\x04" + bytes(200), "Not readable as YAML"),
        (b"", "is no set of names and values"),
    ],
)
def test_files_that_are_none(desk: Client, data: bytes, says: str) -> None:
    page = desk.post(ADDRESS, {"file": SimpleUploadedFile("trial.yaml", data), "text": ""})
    assert page.status_code == 422
    assert says in unescape(page.text)


def test_a_form_that_is_too_large_is_refused_kindly(desk: Client) -> None:
    page = look(desk, "x" * 3_000_000)
    assert page.status_code == 413
    assert "too large" in page.text


def test_a_refused_file_stands_in_the_field_to_be_mended(desk: Client) -> None:
    data = a_trial(doi=None).encode()
    page = desk.post(ADDRESS, {"file": SimpleUploadedFile("my.yaml", data), "text": ""})
    assert typed(page) == data.decode()
    assert "The text of my.yaml stands here" in page.text


@pytest.mark.parametrize("name", ["عمر", "=HYPERLINK(1)", "<script>alert(1)</script>", "O’Neil & Łoś 🧠", "no"])
def test_names_are_shown_as_text(desk: Client, name: str) -> None:
    page = look(desk, a_trial(first_author=name))
    assert page.status_code == 200
    assert f"What was read: {name} 2027" in words(page)
    assert "<script>alert" not in page.text


def test_a_long_name_does_not_run_out_of_the_picture(desk: Client) -> None:
    name = "Wolfeschlegelsteinhausen-" * 10
    page = look(desk, a_trial(first_author=name))
    (picture,) = re.findall(r"<svg.*?</svg>", page.text, re.DOTALL)
    drawn = picture.partition("</desc>")[2]
    assert name not in drawn
    assert f"{name[:28]}… (new)" in drawn
    assert name in words(page)


@pytest.mark.parametrize("role", [PATIENT, FRONT_DESK], ids=lambda role: role.key)
def test_whoever_reads_the_evidence_may_look_and_not_keep(client: Client, clinic: Clinic, role) -> None:
    client.force_login(build.a_user(clinic, role))
    page = look(client, a_trial())
    assert page.status_code == 200
    assert "A clinician of the clinic can keep it" in page.text
    assert 'value="keep"' not in page.text


def test_strangers_sign_in_first(client: Client) -> None:
    for address in ("", "example.yaml", "schema.json", "kept/", "kept/1/", "kept/1/file/"):
        assert client.get(ADDRESS + address).status_code == 302


def test_the_example_and_the_schema_can_be_had(desk: Client) -> None:
    example, schema = desk.get(f"{ADDRESS}example.yaml"), desk.get(f"{ADDRESS}schema.json")
    assert (example.content.decode(), schema.content.decode()) == (EXAMPLE, SCHEMA)
    assert all("attachment" in one["Content-Disposition"] for one in (example, schema))
    page = look(desk, EXAMPLE)
    assert "It can be looked at, and not kept" in page.text
    assert 'value="keep"' not in page.text


def test_the_form_stands_on_the_page_in_words(desk: Client) -> None:
    told = words(desk.get(ADDRESS))
    for name in ("trial_id", "intervention_class", "time_weeks", "events", "ci_low optional"):
        assert name in told, name


def test_a_kept_trial_stands_before_the_next_one(desk: Client, physio: Actor) -> None:
    kept(physio)
    told = words(look(desk, a_trial(2)))
    assert "Before −3.00 (−12.20 to 6.20)" in told


def test_what_is_kept_already_is_refused(desk: Client, physio: Actor) -> None:
    kept(physio)
    page = look(desk, a_trial(2, doi="10.1234/EXAMPLE.1"))
    assert page.status_code == 422
    assert "doi: is kept in this clinic already (Example 2027): it would count twice" in unescape(page.text)


def test_looking_asks_the_database_little(desk: Client, physio: Actor, statements: Statements) -> None:
    def asked() -> int:
        before = len(statements.texts)
        assert look(desk, a_trial(99)).status_code == 200
        return len(statements.texts) - before

    few = asked()
    for number in range(1, 6):
        kept(physio, a_trial(number))
    assert asked() == few <= 4
