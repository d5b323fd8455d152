"""Closing an account: what ends, what is deleted, what stays, and that no seal breaks."""

import time
import uuid
from io import StringIO
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic, User
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.models import Entry, Person
from clinic.closing import views
from clinic.closing.goes import FATES, Fate, pointing
from clinic.drafts.models import Draft
from concordant.record.problems import CaseFileError
from tests.clinic import build
from tests.clinic.closing.conftest import signed_in
from tests.clinic.person import story

CLOSE = {"word": "CLOSE"}


def whole() -> str:
    """What ``python -m clinic verify`` says; it raises where a seal is broken."""
    out = StringIO()
    call_command("verify", stdout=out)
    return out.getvalue()


def a_draft(by: Actor, person: Person) -> Draft:
    assert by.user is not None
    return Draft.objects.create(
        person=person, author=by.user, kind="diary", key=uuid.uuid4(), window=uuid.uuid4(), revision=1, data={},
        kept_at=clock.now(),
    )  # fmt: skip


@pytest.fixture
def written(patient: tuple[Actor, Person], physio: Actor) -> tuple[Actor, Person]:
    actor, person = patient
    story.sign(physio, person, story.STARTED, "history", story.history())
    story.sign(actor, person, story.TODAY, "diary", story.diary_day(story.TODAY, 4))
    return actor, person


def test_everything_is_said_before(own: Client, written: tuple[Actor, Person]) -> None:
    text = own.get("/close-account/").text
    assert "Your chart stays with the clinic until 11 Mar 2042." in text
    assert "for 16 years after the last entry" in text
    assert "The last entry was on 11 Mar 2026." in text
    assert "30 business days" in text
    assert "604 555 0100" in text
    assert User.objects.get(pk=written[0].user.pk).is_active  # type: ignore[union-attr]


def test_the_account_ends_at_once_on_every_device(own: Client, written: tuple[Actor, Person]) -> None:
    elsewhere = signed_in(Client(), written[0])
    assert elsewhere.get("/mine/data/").status_code == 200
    answer = own.post("/close-account/", CLOSE)
    assert answer.status_code == 200
    assert "Your account is closed" in answer.text
    assert '"storage"' in answer["Clear-Site-Data"]
    for device in (own, elsewhere):
        assert device.get("/mine/data/").status_code == 302
    assert not Session.objects.exists()
    again = Client().post("/sign-in/", {"login": written[0].user.username, "password": build.PASSWORD})  # type: ignore[union-attr]
    assert again.status_code == 200


def test_the_account_names_nobody_and_the_chart_stays(own: Client, written: tuple[Actor, Person]) -> None:
    own.post("/close-account/", CLOSE)
    user = User.objects.get(pk=written[0].user.pk)  # type: ignore[union-attr]
    assert (user.username, user.first_name, user.last_name, user.email, user.language) == (
        f"closed account {user.pk}",
        "",
        "",
        "",
        "",
    )
    assert not user.is_active
    assert not user.has_usable_password()
    person = Person.objects.get(pk=written[1].pk)
    assert person.user_id is None
    assert person.account_closed_at == story.at(story.TODAY)
    assert Entry.objects.filter(person=person).count() == 2
    assert "All" in whole()


def test_what_served_the_account_is_deleted(own: Client, written: tuple[Actor, Person], physio: Actor) -> None:
    actor, person = written
    EmailAddress.objects.create(user=actor.user, email="jo@example.org", verified=True)
    Authenticator.objects.create(user=actor.user, type=Authenticator.Type.RECOVERY_CODES, data={})
    a_draft(actor, person)
    of_physio = a_draft(physio, person)
    own.post("/close-account/", CLOSE)
    assert not EmailAddress.objects.exists()
    assert not Authenticator.objects.exists()
    assert list(Draft.objects.all()) == [of_physio]


def test_it_stands_in_the_log(own: Client, written: tuple[Actor, Person]) -> None:
    own.post("/close-account/", CLOSE)
    event = AuditEvent.objects.get(action="close")
    assert (event.person_id, event.who_id, event.result) == (written[1].pk, written[0].user.pk, "done")  # type: ignore[union-attr]


def test_staff_see_that_and_when(own: Client, written: tuple[Actor, Person], client: Client, clinic: Clinic) -> None:
    own.post("/close-account/", CLOSE)
    staff = Client()
    staff.force_login(build.a_user(clinic))
    text = staff.get(f"/people/{written[1].pk}/").text
    assert "account closed by the person on 11 Mar 2026" in text


def test_a_chart_of_which_nothing_was_ever_written_goes_whole(own: Client, patient: tuple[Actor, Person]) -> None:
    actor, person = patient
    a_draft(actor, person)
    assert "the whole chart is deleted, with your name" in own.get("/close-account/").text
    answer = own.post("/close-account/", CLOSE)
    assert "the whole chart was deleted" in answer.text
    assert not Person.objects.filter(pk=person.pk).exists()
    assert not User.objects.filter(pk=actor.user.pk).exists()  # type: ignore[union-attr]
    assert [
        event.action for event in AuditEvent.objects.filter(person_id=person.pk, action__in=("close", "delete"))
    ] == ["close", "delete"]
    assert "All" in whole()


def test_what_a_clinician_has_begun_keeps_the_chart(own: Client, patient: tuple[Actor, Person], physio: Actor) -> None:
    draft = a_draft(physio, patient[1])
    own.post("/close-account/", CLOSE)
    assert Person.objects.filter(pk=patient[1].pk).exists()
    assert Draft.objects.get() == draft


@pytest.mark.parametrize("word", ["", "yes", "CLOSED", "clos"])
def test_another_word_closes_nothing(own: Client, written: tuple[Actor, Person], word: str) -> None:
    answer = own.post("/close-account/", {"word": word})
    assert answer.status_code == 422
    assert "Nothing was closed." in answer.text
    assert Person.objects.get(pk=written[1].pk).user_id is not None


@pytest.mark.parametrize("word", ["close", " CLOSE ", "fermer"])
def test_the_word_may_be_typed_in_either_language_and_small(
    own: Client, written: tuple[Actor, Person], word: str
) -> None:
    assert own.post("/close-account/", {"word": word}).status_code == 200


def test_an_unlocked_phone_is_not_enough(
    own: Client, written: tuple[Actor, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.time() + views.FRESH_S + 1
    monkeypatch.setattr(time, "time", lambda: later)
    page = own.get("/close-account/")
    assert "First show that it is you" in page.text
    assert 'name="word"' not in page.text
    answer = own.post("/close-account/", CLOSE)
    assert answer.status_code == 422
    assert User.objects.get(pk=written[0].user.pk).is_active  # type: ignore[union-attr]


def test_an_account_without_a_password_signs_in_anew(
    own: Client, written: tuple[Actor, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "is_fresh", lambda _request: False)
    monkeypatch.setattr(User, "has_usable_password", lambda _user: False)
    text = own.get("/close-account/").text
    assert "Sign out, and sign in again" in text
    assert "/account/confirm/" not in text


def test_staff_close_nothing_here(client: Client, clinic: Clinic, patient: tuple[Actor, Person]) -> None:
    client.force_login(build.a_user(clinic))
    assert client.post("/close-account/", CLOSE).status_code == 403
    assert Person.objects.get(pk=patient[1].pk).user_id is not None


def test_sent_twice_the_second_finds_nobody(own: Client, written: tuple[Actor, Person]) -> None:
    own.post("/close-account/", CLOSE)
    assert own.post("/close-account/", CLOSE).status_code == 302


def test_a_form_from_elsewhere_closes_nothing(written: tuple[Actor, Person]) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(written[0].user)  # type: ignore[arg-type]
    assert strict.post("/close-account/", CLOSE).status_code == 403
    assert Person.objects.get(pk=written[1].pk).user_id is not None


def test_a_new_account_may_be_given_and_the_day_stays_readable(
    own: Client, written: tuple[Actor, Person], clinic: Clinic
) -> None:
    own.post("/close-account/", CLOSE)
    person = Person.objects.get(pk=written[1].pk)
    anew = build.a_patient(clinic)[0].user
    Person.objects.filter(user=anew).update(user=None)
    person.user = anew
    person.save()
    client = Client()
    client.force_login(anew)  # type: ignore[arg-type]
    assert client.get("/my-chart/", follow=True).status_code == 200
    assert "All" in whole()


def test_every_table_that_points_at_an_account_or_a_person_is_judged() -> None:
    """One that is not: say in clinic/closing/goes.py whether it goes with the account or stays with the record."""
    assert {model._meta.label for model, _field, _target in pointing()} <= set(FATES)


def test_what_stays_cannot_be_deleted_by_mistake() -> None:
    from clinic.ledger.models import AppendOnly

    sealed = {model._meta.label for model, _field, _target in pointing() if issubclass(model, AppendOnly)}
    assert {label for label in sealed if FATES[label] is not Fate.STAYS} == set()


def test_the_receipt_is_a_pdf_for_an_hour_and_only_for_what_was_made_here(
    own: Client, written: tuple[Actor, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer: Any = own.post("/close-account/", CLOSE)
    sent, to = {"token": answer.context["token"]}, "/close-account/receipt/"
    paper = Client().post(to, sent)
    assert paper.content.startswith(b"%PDF-")
    assert paper["Cache-Control"] == "no-store"
    assert Client().post(to, {"token": sent["token"] + "x"}).status_code == 410
    assert Client().post(to).status_code == 410
    assert Client().get(to).status_code == 405
    monkeypatch.setattr("clinic.closing.receipt.VALID_S", -1)
    assert Client().post(to, sent).status_code == 410


def test_a_chart_that_cannot_be_read_holds_no_account(
    own: Client, written: tuple[Actor, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_any: object) -> None:
        raise CaseFileError([])

    monkeypatch.setattr("clinic.closing.retention.look_at", broken)
    assert "until 11 Mar 2042 at least." in own.get("/close-account/").text
    assert own.post("/close-account/", CLOSE).status_code == 200
