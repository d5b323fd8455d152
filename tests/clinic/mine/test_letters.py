"""My letters: every one that was signed about me, its very bytes, and nobody else's."""

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from clinic.letters.models import SignedLetter
from clinic.mine.letters import NAMES
from concordant.letters.kinds import KINDS
from tests.clinic import build
from tests.clinic.mine.letter import a_letter


def test_every_kind_of_letter_has_a_name_for_the_person() -> None:
    assert set(NAMES) == set(KINDS)


def test_letters_to_an_insurer_are_theirs_to_read_as_well(
    own: Client, patient: tuple[Actor, Person], physio: Actor
) -> None:
    a_letter(physio, patient[1], kind="extension", to="ICBC")
    text = own.get("/mine/letters/").text
    assert "Asking your insurer for more visits" in text
    assert "To ICBC." in text


def test_the_very_bytes_and_an_event(own: Client, patient: tuple[Actor, Person], physio: Actor) -> None:
    letter = a_letter(physio, patient[1])
    answer = own.get(f"/mine/letters/{letter.pk}/letter.pdf")
    assert answer.content == b"%PDF-1.7 a letter"
    assert answer["Cache-Control"] == "no-store"
    newest = AuditEvent.objects.order_by("-id")[0]
    assert (newest.action, newest.subject_kind, newest.person_id) == ("export", "letter", patient[1].pk)


def test_a_letter_of_somebody_else_is_not_there_and_the_attempt_is_kept(
    own: Client, physio: Actor, person: Person
) -> None:
    letter = a_letter(physio, person)
    assert own.get(f"/mine/letters/{letter.pk}/letter.pdf").status_code == 404
    assert AuditEvent.objects.order_by("-id")[0].result == "refused"


def test_a_letter_that_was_exchanged_is_not_given_out(
    own: Client, patient: tuple[Actor, Person], physio: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = a_letter(physio, patient[1])
    monkeypatch.setattr(SignedLetter, "holds", property(lambda _letter: False))
    answer = own.get(f"/mine/letters/{letter.pk}/letter.pdf")
    assert answer.status_code == 500
    assert "It is not the letter that was signed any more." in answer.text


def test_without_letters_the_page_says_so(client: Client, clinic: Clinic) -> None:
    patient, _person = build.a_patient(clinic)
    assert patient.user is not None
    client.force_login(patient.user)
    assert "No letter about you was signed yet." in client.get("/mine/letters/").text
