"""A kept trial: signed, sealed, the clinic's own, withdrawn by a further signature and never deleted."""

import base64
import hashlib
import re
import uuid
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.http import Http404
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PATIENT, PHYSIOTHERAPIST, RMT, Role
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.record import verify_log
from clinic.audit.words import Action, Result
from clinic.trials import kept as keeping
from clinic.trials.kept import kept_trials, library_of
from clinic.trials.models import TrialEntry
from clinic.trials.signing import keep_trial, verify_kept_trials, withdraw_trial
from concordant.evidence import Refused
from concordant.evidence.library import trials
from concordant.evidence.living import EXAMPLE, question, read_trial, standing
from tests.clinic import build, emptying
from tests.clinic.conftest import Statements
from tests.clinic.forms.sending import signed_in
from tests.clinic.trials.conftest import REASON, a_trial, kept, with_second

ADDRESS = "/evidence/add/"
KEPT = f"{ADDRESS}kept/"


def withdrawn(by: Actor, entry: TrialEntry, reason: str = "The paper was retracted.", **more: Any) -> TrialEntry:
    more.setdefault("idempotency_key", uuid.uuid4())
    return withdraw_trial(by=by, entry_id=entry.pk, reason=reason, **more)


def given(page) -> str:
    found = re.search(r'name="given" value="([^"]*)"', page.text)
    assert found
    return found[1]


def send(desk: Client, text: str, reason: str = REASON, **more: Any):
    more.setdefault("key", str(uuid.uuid4()))
    return desk.post(
        ADDRESS, {"given": base64.b64encode(text.encode()).decode(), "reason": reason, "do": "keep", **more}
    )


def hands_on_days(clinic_id: int):
    return standing(question("hands-on-days"), library_of(clinic_id))


# --- Signing -------------------------------------------------------------------------------------------------------


def test_a_trial_is_looked_at_and_kept(desk: Client, physio: Actor) -> None:
    page = desk.post(ADDRESS, {"text": a_trial(), "do": "look"})
    answer = desk.post(
        ADDRESS, {"given": given(page), "reason": REASON, "key": str(uuid.uuid4()), "do": "keep"}, follow=True
    )
    assert answer.redirect_chain == [(KEPT, 302)]
    assert "The trial is kept" in answer.text
    entry = TrialEntry.objects.get()
    assert (entry.clinic_id, entry.author, entry.author_role) == (physio.clinic_id, physio.user, "physiotherapist")
    assert (entry.text, entry.reason, entry.trial_id) == (a_trial(), REASON, "example1")
    told = unescape(answer.text)
    assert physio.user is not None
    for words in ("Example 2027", REASON, physio.user.display_name, "headache days in the short term"):
        assert words in told, words


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_file_is_kept_to_the_byte(desk: Client, ends: str, mark: str) -> None:
    """What ``sha256sum`` says of the file that was sent is what the page says, and what it hands out again."""
    data = (mark + a_trial(first_author="Łoś 🧠").replace("\n", ends)).encode()
    page = desk.post(ADDRESS, {"file": SimpleUploadedFile("trial.yaml", data), "text": ""})
    desk.post(ADDRESS, {"given": given(page), "reason": REASON, "key": str(uuid.uuid4()), "do": "keep"})
    entry = TrialEntry.objects.get()
    assert entry.text_sha256 == hashlib.sha256(data).hexdigest()
    assert entry.text_sha256 in desk.get(f"{KEPT}{entry.pk}/").text
    assert desk.get(f"{KEPT}{entry.pk}/file/").content == data


def test_keeping_is_in_the_log(physio: Actor) -> None:
    entry = kept(physio)
    event = AuditEvent.objects.get()
    assert (event.action, event.result, event.subject_kind, event.subject_id, event.version_after) == (
        Action.KEEP, Result.DONE, "trial", str(entry.pk), entry.sha256,
    )  # fmt: skip
    assert physio.user is not None
    assert (event.who_id, event.reason) == (physio.user.pk, f"example1: {REASON}")
    withdrawal = withdrawn(physio, entry)
    event = AuditEvent.objects.order_by("-id")[0]
    assert (event.action, event.version_before, event.version_after) == (
        Action.WITHDRAW, entry.sha256, withdrawal.sha256,
    )  # fmt: skip
    assert verify_log(physio.clinic_id) is None


def test_the_log_says_it_in_words(client: Client, clinic: Clinic) -> None:
    lead = build.an_actor(clinic, CLINIC_LEAD)
    withdrawn(lead, kept(lead))
    told = signed_in(client, lead).get("/audit/").text
    assert "kept a trial" in told
    assert "withdrew a trial" in told


@pytest.mark.parametrize("role", [PHYSIOTHERAPIST, RMT, CLINIC_LEAD], ids=lambda role: role.key)
def test_those_who_treat_keep_and_withdraw(clinic: Clinic, role: Role) -> None:
    by = build.an_actor(clinic, role)
    withdrawn(by, kept(by))
    assert TrialEntry.objects.count() == 2


@pytest.mark.parametrize("role", [PATIENT, FRONT_DESK], ids=lambda role: role.key)
def test_others_do_not(client: Client, physio: Actor, clinic: Clinic, role: Role) -> None:
    by = build.an_actor(clinic, role)
    entry = kept(physio)
    with pytest.raises(PermissionDenied):
        kept(by, a_trial(2))
    with pytest.raises(PermissionDenied):
        withdrawn(by, entry)
    refused = AuditEvent.objects.filter(result=Result.REFUSED).values_list("action", flat=True)
    assert sorted(refused) == [Action.KEEP, Action.WITHDRAW]
    page = signed_in(client, by)
    assert send(page, a_trial(3)).status_code == 403
    assert page.post(f"{KEPT}{entry.pk}/", {"reason": "x", "key": str(uuid.uuid4())}).status_code == 403
    assert "Withdraw it" not in page.get(f"{KEPT}{entry.pk}/").text
    assert TrialEntry.objects.count() == 1


@pytest.mark.parametrize("reason", ["", "  \n ", "x" * 501])
def test_a_reason_is_needed(desk: Client, reason: str) -> None:
    page = send(desk, a_trial(), reason)
    assert page.status_code == 422
    assert 'id="reason-error"' in page.text
    assert base64.b64decode(given(page)).decode() == a_trial()
    assert "What was read" in page.text
    assert TrialEntry.objects.count() == 0


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"given": "%%%"}, "This form is broken"),
        ({"given": base64.b64encode(b"\xff").decode()}, "no text in UTF-8"),
        ({"given": ""}, "Choose a file"),
        ({"key": "not a key"}, "This form is broken"),
        ({"given": base64.b64encode(EXAMPLE.encode()).decode()}, "It can be looked at, and not kept"),
        ({"given": base64.b64encode(b"trial_id: x").decode()}, "first_author: is missing"),
        ({"given": base64.b64encode(a_trial(trial_id="haas2018").encode()).decode()}, "in the library already"),
    ],
)
def test_what_cannot_be_kept(desk: Client, sent: dict[str, str], says: str) -> None:
    page = send(desk, a_trial(), **sent)
    assert page.status_code == 422
    assert says in unescape(page.text)
    assert TrialEntry.objects.count() == 0


def test_sending_twice_keeps_once(desk: Client, physio: Actor) -> None:
    key = str(uuid.uuid4())
    assert send(desk, a_trial(), key=key).status_code == send(desk, a_trial(), key=key).status_code == 302
    assert TrialEntry.objects.count() == 1
    other = send(desk, a_trial(2), key=key)
    assert other.status_code == 422
    assert "signed before with other content" in other.text
    again = uuid.uuid4()
    entry = TrialEntry.objects.get()
    assert withdrawn(physio, entry, idempotency_key=again) == withdrawn(physio, entry, idempotency_key=again)
    with pytest.raises(ValidationError, match="withdrawn before"):
        withdrawn(physio, entry)


def test_one_trial_is_kept_once_and_again_after_its_withdrawal(physio: Actor) -> None:
    entry = kept(physio)
    for text in (a_trial(), a_trial(2, doi="10.1234/EXAMPLE.1"), a_trial(1, doi="10.1234/other")):
        with pytest.raises(Refused, match="kept in this clinic already"):
            kept(physio, text)
    withdrawn(physio, entry)
    assert kept(physio).pk != entry.pk
    assert [bool(one.rows) for one in kept_trials(physio.clinic_id)] == [False, True]


def test_the_database_wants_a_reason_and_one_of_both(physio: Actor) -> None:
    entry = kept(physio)
    for changed in ({"reason": ""}, {"text": ""}, {"withdraws": entry}):
        columns = [field.attname for field in TrialEntry._meta.concrete_fields if field.name != "id"]
        copy = TrialEntry(**{name: getattr(entry, name) for name in columns})
        copy.idempotency_key, copy.previous_sha256 = uuid.uuid4(), uuid.uuid4().hex
        for name, value in changed.items():
            setattr(copy, name, value)
        with pytest.raises(IntegrityError), transaction.atomic():
            copy.save()


# --- Entering the pools --------------------------------------------------------------------------------------------


def test_a_kept_trial_enters_the_pools_of_its_clinic_alone(physio: Actor, other_clinic: Clinic) -> None:
    """metafor 3.8-1: rma(y, v, method="REML", test="adhoc"), tests/evidence/living/test_moving.py."""
    entry = kept(physio)
    found = hands_on_days(physio.clinic_id)
    assert [one.name for one in found.entered] == ["Haas 2018", "Example 2027"]
    assert (found.pool.ci_low, found.pool.ci_high) == pytest.approx((-12.2000233771255, 6.20117921826887), rel=1e-6)
    assert hands_on_days(other_clinic.pk).pool.k == 1
    assert library_of(other_clinic.pk) == trials()
    withdrawn(physio, entry)
    assert hands_on_days(physio.clinic_id).pool.k == 1


def test_a_trial_that_the_library_takes_up_does_not_count_twice(desk: Client, physio: Actor, monkeypatch) -> None:
    kept(physio)
    kept(physio, a_trial(2))
    first, second = (one.trial for one in kept_trials(physio.clinic_id))
    assert first is not None
    assert second is not None
    taken_up = [
        (*trials(), *first.rows),
        (*trials(), *(replace(row, trial_id="other") for row in second.rows)),
    ]
    for rows, which in zip(taken_up, (0, 1), strict=True):
        monkeypatch.setattr(keeping, "trials", lambda rows=rows: rows)
        whys = [one.why_not for one in kept_trials(physio.clinic_id)]
        assert "the reviewed library holds it by now (Example 2027)" in whys[which]
        assert whys[1 - which] == ""
        assert hands_on_days(physio.clinic_id).pool.k == 3
        told = desk.get(KEPT).text
        assert told.count("does not enter") == 1
        assert "the reviewed library holds it by now" in told


def test_a_file_that_the_rules_of_today_do_not_read_stops_no_page(desk: Client, physio: Actor, monkeypatch) -> None:
    entry = kept(physio)
    kept(physio, a_trial(2))

    def stricter(text: str):
        return "doi; is no DOI" if text == entry.text else read_trial(text, known=())

    monkeypatch.setattr(keeping, "_read", stricter)
    assert [bool(one.rows) for one in kept_trials(physio.clinic_id)] == [False, True]
    for address in (KEPT, f"{KEPT}{entry.pk}/", ADDRESS):
        page = desk.get(address)
        assert page.status_code == 200
        assert "cannot be read any more: doi; is no DOI" in page.text or address == ADDRESS
    assert "example1" in desk.get(KEPT).text


# --- Pages ---------------------------------------------------------------------------------------------------------


def test_withdrawing_needs_a_reason_and_stays_in_the_list(desk: Client, physio: Actor) -> None:
    entry = kept(physio)
    address = f"{KEPT}{entry.pk}/"
    assert "Withdraw it, signed as" in desk.get(address).text
    key = str(uuid.uuid4())
    empty = desk.post(address, {"reason": " ", "key": key})
    assert empty.status_code == 422
    assert f'name="key" value="{key}"' in empty.text
    long = desk.post(address, {"reason": "y" * 600, "key": key})
    assert long.status_code == 422
    assert "y" * 500 in long.text
    broken = desk.post(address, {"reason": "retracted", "key": "x"})
    assert broken.status_code == 422
    assert "retracted" in broken.text
    told = desk.post(address, {"reason": "Retracted <b>2028</b>", "key": key}, follow=True).text
    assert "The trial is withdrawn" in told
    assert "Retracted &lt;b&gt;2028&lt;/b&gt;" in told
    assert "No trial is kept." in told
    after = desk.get(address).text
    assert "It enters no pool" in after
    assert "Withdraw it, signed as" not in after
    again = desk.post(address, {"reason": "once more", "key": str(uuid.uuid4())})
    assert again.status_code == 422


def test_another_clinic_sees_nothing(client: Client, physio: Actor, other_clinic: Clinic) -> None:
    entry = kept(physio, a_trial(first_author="Secretname"))
    stranger = signed_in(client, build.an_actor(other_clinic, CLINIC_LEAD))
    assert "Secretname" not in stranger.get(KEPT).text
    for there in (f"{KEPT}{entry.pk}/", f"{KEPT}{entry.pk}/file/", f"{KEPT}{entry.pk + 1000}/"):
        assert stranger.get(there).status_code == 404
    assert stranger.post(f"{KEPT}{entry.pk}/", {"reason": "x", "key": str(uuid.uuid4())}).status_code == 404
    page = stranger.post(ADDRESS, {"text": a_trial(), "do": "look"})
    assert "What was read" in page.text, "what another clinic keeps is not known here"
    with pytest.raises(Http404):
        withdrawn(build.an_actor(other_clinic), entry)
    event = AuditEvent.objects.order_by("-id")[0]
    assert (event.clinic_id, event.result) == (other_clinic.pk, Result.REFUSED)
    assert TrialEntry.objects.count() == 1


def test_a_withdrawal_has_no_page_of_its_own(desk: Client, physio: Actor) -> None:
    withdrawal = withdrawn(physio, kept(physio))
    assert desk.get(f"{KEPT}{withdrawal.pk}/").status_code == 404
    with pytest.raises(Http404):
        withdrawn(physio, withdrawal)


def test_what_a_trial_enters_is_told_with_its_advice(desk: Client, physio: Actor) -> None:
    entry = kept(physio, with_second(time_weeks=30))
    told = desk.get(f"{KEPT}{entry.pk}/").text
    assert 'href="/evidence/advice/spinal-manipulation/"' in told
    other = kept(physio, a_trial(2, population="migraine"))
    assert "It answers no question of the clinic" in desk.get(f"{KEPT}{other.pk}/").text


def test_lists_ask_the_database_little(desk: Client, physio: Actor, statements: Statements) -> None:
    def asked(address: str) -> int:
        before = len(statements.texts)
        assert desk.get(address).status_code == 200
        return len(statements.texts) - before

    first = kept(physio)
    few = asked(KEPT), asked(f"{KEPT}{first.pk}/")
    for number in range(2, 7):
        withdrawn(physio, kept(physio, a_trial(number)))
    assert (asked(KEPT), asked(f"{KEPT}{first.pk}/")) == few
    assert max(few) <= 4


# --- The chain -----------------------------------------------------------------------------------------------------


def test_the_chain_of_kept_trials_holds(physio: Actor, other_clinic: Clinic) -> None:
    assert verify_kept_trials(physio.clinic_id) is None
    withdrawn(physio, kept(physio))
    kept(physio, a_trial(2))
    kept(build.an_actor(other_clinic), a_trial(2))
    assert verify_kept_trials(physio.clinic_id) is None
    assert verify_kept_trials(other_clinic.pk) is None


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE trials_trialentry SET text = text || ' '  WHERE withdraws_id IS NULL", "changed after it was sealed"),
        ("UPDATE trials_trialentry SET reason = 'x' WHERE withdraws_id IS NOT NULL", "changed after it was sealed"),
        ("DELETE FROM trials_trialentry WHERE withdraws_id IS NOT NULL", "not those that were signed last"),
    ],
)
def test_whoever_gets_past_the_triggers_is_found(physio: Actor, statement: str, says: str) -> None:
    withdrawn(physio, kept(physio))
    with emptying.unprotected(), connection.cursor() as cursor:
        cursor.execute(statement)
    broken = verify_kept_trials(physio.clinic_id)
    assert broken is not None
    assert says in broken.why


def test_the_moment_and_the_role_are_those_of_signing(physio: Actor) -> None:
    moment = clock.now().replace(year=2026, month=1, day=2)
    with clock.set_to(moment):
        entry = keep_trial(by=physio, text=a_trial(), reason=f" {REASON} ", idempotency_key=uuid.uuid4())
    assert physio.user is not None
    physio.user.role = CLINIC_LEAD.key
    physio.user.save()
    entry.refresh_from_db()
    assert (entry.recorded_at, entry.author_role, entry.reason) == (moment, "physiotherapist", REASON)
    assert verify_kept_trials(physio.clinic_id) is None
