"""Writing, editing, signing and keeping letters; and who may not."""

import io
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from django.test import Client
from pypdf import PdfReader

from clinic import clock
from clinic.accounts.models import User
from clinic.accounts.roles import FRONT_DESK, PATIENT, RMT
from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from clinic.ledger.models import AppendOnlyError
from clinic.ledger.triggers import protect, release
from clinic.letters.models import SignedLetter
from clinic.letters.signing import verify_letters
from concordant.letters.keeping import from_json
from concordant.letters.kinds import KINDS
from concordant.letters.typesetting import pdf
from tests.clinic import build
from tests.clinic.letters.conftest import WHO, consenting, fields
from tests.clinic.person import story
from tests.clinic.plan.conftest import TODAY, in_pain, kept

Write = Callable[..., Any]


def text_of(document: bytes) -> str:
    pages = PdfReader(io.BytesIO(document)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def letter_of(person: Person) -> SignedLetter:
    found = SignedLetter.objects.filter(person=person).order_by("-id").first()
    assert found is not None
    return found


def test_every_kind_says_what_it_lacks(desk: Client, person: Person) -> None:
    answer = desk.get(f"/people/{person.pk}/letters/")
    offered = {one.kind.id: one.missing for one in answer.context["offered"]}
    assert set(offered) == set(KINDS)
    assert offered["first_assessment"] == ()
    assert offered["discharge"]
    assert all(told in answer.text for told in offered["emergency"])


def test_it_is_signed_and_kept_to_the_byte(desk: Client, write: Write, person: Person) -> None:
    assert write(person, "sign").status_code == 302
    letter = letter_of(person)
    assert (letter.kind, letter.to, letter.as_of) == ("first_assessment", "Dr. Jordan Lee", TODAY)
    out = desk.get(f"/people/{person.pk}/letters/{letter.pk}/letter.pdf")
    assert out["Content-Type"] == "application/pdf"
    assert out.content == bytes(letter.document)
    assert SignedLetter.sha256_of(out.content) == letter.document_sha256
    said = text_of(out.content)
    for told in ("Dr. Jordan Lee", "12 Quay Street", "Ana Moreau", "PHN 9012 372 173", "CHCPBC 12345"):
        assert told in said
    assert "not signed" not in said
    assert verify_letters(person.pk, person.clinic_id) is None


def test_words_may_be_changed_and_what_was_changed_is_kept(desk: Client, write: Write, person: Person) -> None:
    shown = write(person, "show")
    place, before = next((name, text) for name, text in fields(shown).items() if name.startswith("text:"))
    assert write(person, "sign", **{place: "As we said on the telephone. ✓"}).status_code == 302
    letter = letter_of(person)
    assert dict(from_json(letter.draft).edits) == {place.removeprefix("text:"): "As we said on the telephone. ✓"}
    assert "As we said on the telephone." in text_of(bytes(letter.document))
    page = desk.get(f"/people/{person.pk}/letters/{letter.pk}/")
    assert [one.text for one in page.context["edits"]] == ["As we said on the telephone. ✓"]
    assert page.context["edits"][0].written == before
    assert page.context["holds"]


def test_figures_may_not(write: Write, person: Person) -> None:
    answer = write(person, "sign", **{"text:0.99": "It is all well."})
    assert answer.status_code == 422
    assert "there is no such paragraph" in answer.text
    assert not SignedLetter.objects.exists()


def test_a_preview_says_that_it_is_none(write: Write, person: Person) -> None:
    answer = write(person, "pages")
    assert answer["Content-Type"] == "application/pdf"
    assert "Preview, not signed" in text_of(answer.content)
    assert not SignedLetter.objects.exists()


@pytest.mark.parametrize(
    ("field", "told"),
    [("to", "The addressee is missing"), ("registration", "The signer has no registration")],
)
def test_what_is_missing_is_said_and_nothing_is_lost(desk: Client, person: Person, field: str, told: str) -> None:
    url = f"/people/{person.pk}/letters/write/first_assessment/"
    answer = desk.post(url, {**fields(desk.get(url)), **WHO, field: "", "remark": "My own words", "do": "show"})
    assert answer.status_code == 422
    assert told in answer.text
    assert fields(answer)["remark"] == "My own words"


def test_an_unsigned_assessment_refuses(desk: Client, unsigned: Person) -> None:
    url = f"/people/{unsigned.pk}/letters/write/first_assessment/"
    answer = desk.post(url, {**fields(desk.get(url)), **WHO, "do": "show"})
    assert answer.status_code == 422
    assert "The assessment as of 8 Jan 2024 is not signed." in answer.text


def test_without_consent_nothing_goes_out(desk: Client, user: User) -> None:
    person = kept(user, in_pain())
    url = f"/people/{person.pk}/letters/write/first_assessment/"
    answer = desk.post(url, {**fields(desk.get(url)), **WHO, "do": "show"})
    assert "No consent is on record" in answer.text


def test_on_a_later_day_it_is_written_as_of_the_day_of_the_signature(
    desk: Client, write: Write, person: Person
) -> None:
    with clock.set_to(story.at(TODAY + timedelta(days=5))):
        url = f"/people/{person.pk}/letters/write/first_assessment/"
        assert f"?as_of={TODAY.isoformat()}" in desk.get(url).text
        assert write(person, "sign", query=f"?as_of={TODAY.isoformat()}").status_code == 302
    assert letter_of(person).as_of == TODAY
    said = text_of(bytes(letter_of(person).document))
    assert (
        said.index("13 Jan 2024") < said.index("As known on 8 Jan 2024") < said.index("Signed the assessment as of 8")
    )


def test_an_emergency_is_told_as_of_today(desk: Client, user: User) -> None:
    person = kept(user, in_pain(horner_signs=True))
    with clock.set_to(story.at(TODAY + timedelta(days=1))):
        url = f"/people/{person.pk}/letters/write/emergency/?as_of={TODAY.isoformat()}"
        answer = desk.post(url, {**fields(desk.get(url)), **WHO, "do": "show"})
    assert answer.status_code == 422
    assert "An emergency is told as of today." in answer.text


def test_a_warning_sign_that_came_up_since_refuses(desk: Client, person: Person, physio: Any) -> None:
    day = TODAY + timedelta(days=2)
    with clock.set_to(story.at(day)):
        content = {"visits": [{"date": day.isoformat(), "facts": {"horner_signs": True}}]}
        build.an_entry(physio, person, on=day, kind="safety", content=content)
        url = f"/people/{person.pk}/letters/write/first_assessment/?as_of={TODAY.isoformat()}"
        answer = desk.post(url, {**fields(desk.get(url)), **WHO, "do": "show"})
    assert "A warning sign has come up since." in answer.text


def test_an_emergency_letter_waits_for_no_signature(desk: Client, write: Write, user: User) -> None:
    person = kept(user, in_pain(horner_signs=True))
    url = f"/people/{person.pk}/letters/write/emergency/"
    sent = {**fields(desk.get(url)), **WHO, "phoned": "Emergency department, 12:05", "do": "show"}
    shown = desk.post(url, sent)
    assert shown.status_code == 200
    assert desk.post(url, {**fields(shown), "do": "sign"}).status_code == 302
    assert len(PdfReader(io.BytesIO(bytes(letter_of(person).document))).pages) == 1


def test_a_chart_that_changed_meanwhile_is_looked_at_again(
    desk: Client, write: Write, person: Person, physio: Any
) -> None:
    shown = fields(write(person, "show"))
    place = next(name for name in shown if name.startswith("text:"))
    build.an_entry(
        physio, person, on=TODAY, kind="history", content={"facts": {"osteoporosis": True, "cancer_history": True}}
    )
    answer = desk.post(
        f"/people/{person.pk}/letters/write/first_assessment/",
        {**shown, "remark": "Another remark", place: "Mine", "do": "sign"},
    )
    assert answer.status_code == 422
    assert "has changed" in answer.text
    assert fields(answer)[place] == "Mine"
    assert not SignedLetter.objects.exists()


def test_sent_twice_it_is_signed_once(desk: Client, write: Write, person: Person) -> None:
    url = f"/people/{person.pk}/letters/write/first_assessment/"
    form = {**fields(write(person, "show")), "do": "sign"}
    assert [desk.post(url, form).status_code for _ in range(2)] == [302, 302]
    assert SignedLetter.objects.count() == 1


def test_the_next_letter_begins_with_what_was_signed_last(desk: Client, write: Write, person: Person) -> None:
    write(person, "sign")
    began = fields(desk.get(f"/people/{person.pk}/letters/write/first_assessment/"))
    assert {name: began[name] for name in ("to", "letterhead", "registration")} == {
        name: WHO[name] for name in ("to", "letterhead", "registration")
    }


def test_a_name_that_no_font_can_show_is_named(write: Write, person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(family_name="陈")
    answer = write(person, "sign")
    assert answer.status_code == 422
    assert "No font of the letters can show" in answer.text


@pytest.mark.parametrize("name", ["אבישג בן־דוד", "محمد الأحمد", "Ana 🧣 Moreau", "A" * 99])
def test_names_come_out_whole(desk: Client, write: Write, person: Person, name: str) -> None:
    Person.objects.filter(pk=person.pk).update(given_name=name[:99], family_name="Lee")
    assert write(person, "sign").status_code == 302
    assert len(bytes(letter_of(person).document)) > 10_000


def test_it_cannot_be_changed_or_removed(write: Write, person: Person) -> None:
    write(person, "sign")
    letter = letter_of(person)
    with pytest.raises(AppendOnlyError):
        letter.save()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE letters_signedletter SET document_sha256 = 'x'")


def test_signing_and_taking_out_are_logged(desk: Client, write: Write, person: Person) -> None:
    write(person, "sign")
    desk.get(f"/people/{person.pk}/letters/{letter_of(person).pk}/letter.pdf")
    told = [(one.action, one.subject_kind) for one in AuditEvent.objects.filter(subject_kind="letter")]
    assert told == [("write", "letter"), ("export", "letter")]


@pytest.mark.parametrize("role", [FRONT_DESK, PATIENT, RMT])
def test_who_may_not_sign(client: Client, person: Person, clinic: Any, role: Any) -> None:
    client.force_login(build.a_user(clinic, role))
    answer = client.get(f"/people/{person.pk}/letters/write/first_assessment/")
    assert answer.status_code in (403, 404)


@pytest.mark.parametrize("role", [FRONT_DESK, PATIENT])
def test_who_may_not_read(client: Client, write: Write, person: Person, clinic: Any, role: Any) -> None:
    write(person, "sign")
    client.force_login(build.a_user(clinic, role))
    letter = letter_of(person)
    for path in ("", f"{letter.pk}/", f"{letter.pk}/letter.pdf"):
        assert client.get(f"/people/{person.pk}/letters/{path}").status_code in (403, 404)


def test_a_letter_of_somebody_else_is_not_found(desk: Client, write: Write, person: Person, user: User) -> None:
    write(person, "sign")
    other = kept(user, consenting())
    assert desk.get(f"/people/{other.pk}/letters/{letter_of(person).pk}/letter.pdf").status_code == 404
    assert desk.get(f"/people/{person.pk}/letters/write/no-such/").status_code == 404


def test_nothing_comes_between_the_letter_and_the_signature(
    write: Write, person: Person, physio: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def set_while_a_flag_comes_up(letter: Any) -> bytes:
        content = {"visits": [{"date": TODAY.isoformat(), "facts": {"horner_signs": True}}]}
        build.an_entry(physio, person, on=TODAY, kind="safety", content=content)
        return pdf(letter)

    monkeypatch.setattr("clinic.letters.signing.pdf", set_while_a_flag_comes_up)
    answer = write(person, "sign")
    assert answer.status_code == 422
    assert "Somebody has just signed something in this chart" in answer.text
    assert not SignedLetter.objects.exists()


def test_no_one_waits_for_the_typesetter(write: Write, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is done before the turn to write is taken."""
    depth, seen = len(connection.savepoint_ids), []

    def watched(letter: Any) -> bytes:
        seen.append(len(connection.savepoint_ids))
        return pdf(letter)

    monkeypatch.setattr("clinic.letters.signing.pdf", watched)
    assert write(person, "sign").status_code == 302
    assert seen == [depth]


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("to", "\n".join(f"line {number}" for number in range(9)), "Addressee: 8 lines of 400 characters at most."),
        ("letterhead", "a" * 401, "Letterhead: 8 lines of 400 characters at most."),
        ("registration", "1" * 401, "Your registration: 400 characters at most."),
        ("remark", "a" * 4001, "In your own words: 4000 characters at most."),
    ],
)
def test_nothing_is_left_out_of_a_letter_unseen(
    write: Write, person: Person, field: str, typed: str, told: str
) -> None:
    answer = write(person, "sign", **{field: typed})
    assert answer.status_code == 422
    assert told in answer.text
    assert not SignedLetter.objects.exists()


def test_a_paragraph_that_is_too_long_is_refused_whole(write: Write, person: Person) -> None:
    place = next(name for name in fields(write(person, "show")) if name.startswith("text:"))
    answer = write(person, "sign", **{place: "a" * 4001})
    assert answer.status_code == 422
    assert "has 4001 characters; allowed: 4000 at most" in answer.text


def _exchanged(**values: object) -> None:
    """As an owner of the database could, with the triggers switched off."""
    with connection.cursor() as cursor:
        for statement in release(connection, "letters_signedletter"):
            cursor.execute(statement)
        QuerySet(SignedLetter).update(**values)
        for statement in protect(connection, "letters_signedletter"):
            cursor.execute(statement)


def test_bytes_that_were_exchanged_are_not_given_out(desk: Client, write: Write, person: Person) -> None:
    write(person, "sign")
    letter = letter_of(person)
    _exchanged(document=b"%PDF-1.7 forged", document_sha256=SignedLetter.sha256_of(b"%PDF-1.7 forged"))
    answer = desk.get(f"/people/{person.pk}/letters/{letter.pk}/letter.pdf", follow=True)
    assert answer.redirect_chain
    assert "does not hold: it was changed after it was signed" in answer.text
    assert verify_letters(person.pk, person.clinic_id) is not None


def test_a_draft_that_was_exchanged_leaves_the_page_that_says_so(desk: Client, write: Write, person: Person) -> None:
    write(person, "sign")
    letter = letter_of(person)
    _exchanged(draft="{}")
    page = desk.get(f"/people/{person.pk}/letters/{letter.pk}/")
    assert page.status_code == 200
    assert "does not hold: it was changed after it was signed" in page.text
    assert "cannot be read" in page.text


def test_who_asks_for_a_letter_that_is_not_there_is_recorded(desk: Client, person: Person) -> None:
    assert desk.get(f"/people/{person.pk}/letters/999/letter.pdf").status_code == 404
    assert AuditEvent.objects.filter(subject_kind="letter", subject_id="999", result="refused").count() == 1
