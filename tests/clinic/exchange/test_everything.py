"""Everything that is held about a person: to read, and to take along; made on demand, nothing left behind."""

import csv
import io
import json
import uuid
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from clinic.drafts.models import Draft
from clinic.exchange.bundle import log_as_csv
from clinic.exchange.printed import printed
from clinic.intake.models import FirstVisit
from concordant.letters.letter import Letter, Paragraph, Section
from concordant.letters.people import Paper
from concordant.record.read import read_text
from tests.clinic import build
from tests.clinic.mine.letter import DOCUMENT, a_letter
from tests.clinic.mine.test_visits import NOTE
from tests.clinic.person import story

ZIP, PDF = {"form": "zip"}, {"form": "pdf"}


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    caches["verdicts"].clear()
    with clock.set_to(story.at(story.TODAY)):
        yield


@pytest.fixture
def patient(clinic: Clinic, physio: Actor) -> tuple[Actor, Person]:
    actor, person = build.a_patient(clinic)
    story.with_course(physio, person)
    story.sign(physio, person, story.TODAY, "treatment", {"treatments": [NOTE]})
    story.sign(actor, person, story.TODAY, "diary", story.diary_day(story.TODAY, 4))
    return actor, person


@pytest.fixture
def own(client: Client, patient: tuple[Actor, Person]) -> Client:
    assert patient[0].user is not None
    client.force_login(patient[0].user)
    return client


def unpacked(answer: Any) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


def texts_of(letter: Letter) -> str:
    def walk(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            for each in value:
                yield from walk(each)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                yield from walk(getattr(value, name))

    return "\n".join(walk(letter))


@pytest.fixture
def document(monkeypatch: pytest.MonkeyPatch) -> list[Letter]:
    """What is printed, before it is."""
    made: list[Letter] = []

    def note(letter: Letter) -> bytes:
        made.append(letter)
        return b"%PDF-"

    monkeypatch.setattr("clinic.exchange.views.printed", note)
    return made


def test_the_zip_holds_all_of_it(own: Client, patient: tuple[Actor, Person], physio: Actor) -> None:
    letter = a_letter(physio, patient[1])
    answer = own.post("/mine/data/everything/", ZIP)
    assert answer["Content-Type"] == "application/zip"
    assert answer["Cache-Control"] == "no-store"
    assert patient[1].family_name not in answer["Content-Disposition"]
    files = unpacked(answer)
    assert set(files) == {
        "READ-ME.txt", "everything.pdf", "chart.yaml", "log.csv", "sent-rows.json", "not-signed.json",
        f"letters/2026-03-11-progress-{letter.pk}.pdf",
    }  # fmt: skip
    assert files["everything.pdf"].startswith(b"%PDF-")
    assert files[f"letters/2026-03-11-progress-{letter.pk}.pdf"] == DOCUMENT
    assert read_text(files["chart.yaml"], name="chart.yaml").diary
    assert json.loads(files["sent-rows.json"]) == []
    assert json.loads(files["not-signed.json"]) == {"self_checks": [], "begun": []}
    rows = list(csv.reader(io.StringIO(files["log.csv"].decode("utf-8-sig"))))
    assert len(rows) == 1 + AuditEvent.objects.filter(person_id=patient[1].pk).count()


def test_the_zip_holds_what_is_not_signed_of_oneself_and_of_nobody_else(
    own: Client, patient: tuple[Actor, Person], physio: Actor
) -> None:
    by, person = patient
    assert by.user is not None
    assert physio.user is not None
    for author, said in ((by.user, "mine"), (physio.user, "hers")):
        Draft.objects.create(
            person=person, author=author, kind="intake", key=uuid.uuid4(), window=uuid.uuid4(), revision=1,
            data={"said": [said]}, kept_at=clock.now(),
        )  # fmt: skip
    for whose, name in ((person, "Ana"), (None, "Stranger")):
        FirstVisit.objects.create(
            clinic=person.clinic, key=uuid.uuid4(), code=f"CODE{name[:4]}", given_name=name, family_name="M",
            answers={"cancer_history": False}, checked_on=clock.now().date(), agreed_to="All of it.",
            made_at=clock.now(), person=whose,
        )  # fmt: skip
    found = json.loads(unpacked(own.post("/mine/data/everything/", ZIP))["not-signed.json"])
    assert [one["data"] for one in found["begun"]] == [{"said": ["mine"]}]
    assert [one["given_name"] for one in found["self_checks"]] == ["Ana"]
    assert found["self_checks"][0]["answers"] == {"cancer_history": False}


def test_the_paper_says_who_what_and_by_whom(
    own: Client, patient: tuple[Actor, Person], document: list[Letter]
) -> None:
    own.get("/mine/plan/")
    own.post("/mine/data/everything/", PDF)
    text = texts_of(document[0])
    for told in (
        "Ana", "Moreau", patient[1].chart_number, "Sit through a full day of work without a headache",
        "worried about work", "secret plan", "for colleagues only",  # the notes, in full
        "Gentle moves of the second neck joint, by hand", "Physiotherapist", "opened the chart", "took a copy",
    ):  # fmt: skip
        assert told in text, told


def test_every_entry_stands_on_the_paper(own: Client, patient: tuple[Actor, Person], document: list[Letter]) -> None:
    own.post("/mine/data/everything/", PDF)
    text = texts_of(document[0])
    for entry in patient[1].entries.all():
        assert f"(entry {entry.pk})" in text


def test_what_was_corrected_stands_beside_its_correction(
    own: Client, patient: tuple[Actor, Person], physio: Actor, document: list[Letter]
) -> None:
    wrong = story.sign(patient[0], patient[1], story.RETEST, "diary", story.diary_day(story.RETEST, 9))
    story.correct(patient[0], wrong, story.TODAY, story.diary_day(story.RETEST, 2))
    own.post("/mine/data/everything/", PDF)
    text = texts_of(document[0])
    assert "(corrected later)" in text
    assert f"Corrects entry {wrong.pk}, because: a slip of the pen." in text


def test_taking_it_is_an_event(own: Client, patient: tuple[Actor, Person]) -> None:
    own.post("/mine/data/everything/", ZIP)
    event = AuditEvent.objects.order_by("-id")[0]
    assert (event.action, event.subject_kind, event.reason) == ("export", "chart", "everything, as ZIP")


def test_nothing_is_left_on_disk(
    own: Client, patient: tuple[Actor, Person], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    unpacked(own.post("/mine/data/everything/", ZIP))
    assert list(tmp_path.rglob("*")) == []


def test_another_form_makes_nothing(own: Client, patient: tuple[Actor, Person]) -> None:
    before = AuditEvent.objects.count()
    assert own.post("/mine/data/everything/", {"form": "exe"}).status_code == 302
    assert AuditEvent.objects.count() == before
    assert own.get("/mine/data/everything/").status_code == 405


def test_staff_take_no_such_copy(client: Client, clinic: Clinic) -> None:
    client.force_login(build.a_user(clinic))
    assert client.post("/mine/data/everything/", ZIP).status_code == 403


def test_names_that_no_font_here_can_show_do_not_hold_it_back(own: Client, patient: tuple[Actor, Person]) -> None:
    patient[1].given_name = "李 ਸਿੰਘ"
    patient[1].save()
    answer = own.post("/mine/data/everything/", PDF)
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.parametrize("text", ["李", "ਸਿੰਘ नमस्ते", "a\u202eb", "𓂀", "👩🏽‍⚕️ fine", "#let x = 1 $ * _ \\", ""])
def test_any_text_is_printed(text: str) -> None:
    letter = Letter(
        title="T", author="A", written=story.TODAY, day="today", letterhead=(text or "L",), addressee=(text,),
        about=(("Name", text),), sections=(Section("S", (Paragraph(text),)),), signature=(text or "S",), footer=(text,),
        paper=Paper.LETTER,
    )  # fmt: skip
    assert printed(letter).startswith(b"%PDF-")


def test_a_spreadsheet_runs_nothing_of_the_log(patient: tuple[Actor, Person]) -> None:
    event = AuditEvent.objects.filter(person_id=patient[1].pk)[0]
    event.reason, event.who_name = "=HYPERLINK(1)", "+cmd"
    text = log_as_csv([event]).decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    assert "'+cmd" in text


def test_in_french(own: Client, patient: tuple[Actor, Person], document: list[Letter]) -> None:
    own.post("/mine/data/everything/", PDF, headers={"Accept-Language": "fr-CA"})
    assert document[0].language == "fr"
    assert document[0].title == "Tout ce qui est conservé à votre sujet"
