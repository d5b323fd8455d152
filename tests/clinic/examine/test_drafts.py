"""What is typed and not yet signed: kept, put back for its author, shown to nobody else, and gone once signed."""

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.words import Result
from clinic.chart.models import Entry, Person
from clinic.drafts.models import Draft
from tests.clinic import build
from tests.clinic.forms.sending import a_form, signed_in

API = ("/api/v1/people/{}/case", "/api/v1/people/{}/assessment")
ODD = "37.25"
TYPED = {"frt_rotation_deg.left": ODD, "frt_rotation_deg.right": "240", "headache_phase": "none"}
"""One trial of two, and one that is not allowed."""


@pytest.fixture
def address(client: Client, physio: Actor, person: Person) -> str:
    signed_in(client, physio)
    return f"/people/{person.pk}/examine/"


def a_window(key: str = "", **typed: Any) -> dict[str, str]:
    return {**a_form("keep"), "window": str(uuid.uuid4()), "revision": "0", **({"key": key} if key else {}), **typed}


def keep(client: Client, address: str, sent: dict[str, str], **headers: str) -> Any:
    return client.post(f"{address}keep/", sent, headers=headers)


def by_script(client: Client, address: str, sent: dict[str, str]) -> str:
    answer = keep(client, address, sent, **{"HX-Request": "true"})
    assert answer.status_code == 200
    return answer.text


def test_what_is_kept_is_put_back_when_the_page_is_opened_again(client: Client, address: str) -> None:
    with clock.set_to(datetime(2026, 3, 2, 22, 2, tzinfo=UTC)):
        answer = keep(client, address, a_window(**TYPED))
        assert answer.status_code == 302
        page = client.get(answer["Location"]).text
        again = client.get(address).text
    for text in ("Kept 14:02, not yet saved to the chart.", "Only you see it", f'value="{ODD}"', 'value="240"'):
        assert text in page
        assert text in again
    assert not Entry.objects.exists()


def test_a_retest_stays_a_retest_and_the_whole_examination_takes_along_what_was_typed(
    client: Client, address: str
) -> None:
    sent = a_window(**TYPED)
    answer = client.post(f"{address}keep/?retest", sent)
    assert answer["Location"].startswith(f"{address}?retest&kept=")
    whole = client.post(f"{address}keep/?retest", {**sent, "do": "whole"})["Location"]
    assert "retest" not in whole
    assert f'value="{ODD}"' in client.get(whole).text


def test_a_test_that_was_not_shown_before_has_its_rater_when_it_is(client: Client, address: str, physio: Actor) -> None:
    assert physio.user is not None
    answer = keep(client, address, a_window(**TYPED, **{"rater:flexion_rotation": ""}))
    page = client.get(answer["Location"]).text
    assert f'name="rater:strength" id="f-rater_3astrength" value="{physio.user.username}"' in page
    # What was cleared stays so.
    assert 'name="rater:flexion_rotation" id="f-rater_3aflexion_5frotation" value=""' in page


def test_it_is_gone_once_signed(client: Client, address: str) -> None:
    sent = a_window(**{"frt_rotation_deg.left": "40", "frt_rotation_deg.left.2": "41"})
    keep(client, address, sent)
    assert client.post(address, {**sent, "do": "sign"}).status_code == 302
    assert not Draft.objects.exists()
    assert "not yet saved" not in client.get(address).text
    # What a slow line brings only afterwards is not kept.
    assert "This form is signed already" in by_script(client, address, sent)
    assert not Draft.objects.exists()


def test_a_draft_of_a_form_that_was_signed_is_not_shown_even_if_it_stayed(
    client: Client, address: str, physio: Actor, person: Person
) -> None:
    sent = a_window(**TYPED)
    keep(client, address, sent)
    build.an_entry(physio, person, idempotency_key=uuid.UUID(sent["key"]))
    assert ODD not in client.get(address).text
    assert ODD not in client.get(f"{address}?kept={sent['key']}").text


def test_what_is_refused_is_kept_too(client: Client, address: str) -> None:
    refused = client.post(address, {**a_window(**TYPED), "do": "sign"})
    assert refused.status_code == 422
    assert "not yet saved to the chart" in refused.text
    assert f'value="{ODD}"' in client.get(address).text


def test_a_window_goes_on_from_what_it_has_kept(client: Client, address: str) -> None:
    sent = a_window(**TYPED)
    by_script(client, address, sent)
    # The answer was lost on the way: the window still says 0.
    by_script(client, address, {**sent, "frt_rotation_deg.left": "38"})
    [draft] = Draft.objects.all()
    assert (draft.revision, draft.data["frt_rotation_deg.left"]) == (2, ["38"])


def test_two_windows_of_one_form_do_not_write_over_each_other(client: Client, address: str) -> None:
    first = a_window(**TYPED)
    by_script(client, address, first)
    second = a_window(first["key"], revision="1", **{**TYPED, "frt_rotation_deg.left": "38"})
    assert "Another window" not in by_script(client, address, second)  # it goes on where the first has stopped
    told = by_script(client, address, {**first, "frt_rotation_deg.left": "39"})
    assert "Another window has kept this form too. Both are kept" in told
    assert {one.data["frt_rotation_deg.left"][0] for one in Draft.objects.all()} == {"38", "39"}
    by_script(client, address, {**first, "frt_rotation_deg.left": "40"})  # nor does it part once more
    assert {one.data["frt_rotation_deg.left"][0] for one in Draft.objects.all()} == {"38", "40"}
    page = client.get(address).text
    assert 'value="40"' in page
    assert "Other examinations that you have not signed" in page


def test_two_windows_that_were_opened_blank_are_two_examinations(client: Client, address: str) -> None:
    for degrees in ("38", "39"):
        by_script(client, address, a_window(**{"frt_rotation_deg.left": degrees}))
    assert Draft.objects.count() == 2


def test_a_draft_of_another_day_is_offered_and_not_put_into_the_form_of_today(client: Client, address: str) -> None:
    with clock.set_to(datetime(2026, 3, 2, 22, 2, tzinfo=UTC)):
        keep(client, address, a_window(on="2026-03-02", **TYPED))
    page = client.get(address).text
    assert ODD not in page
    assert "Kept 2 Mar 2026, 14:02" in page
    [draft] = Draft.objects.all()
    taken_up = client.get(f"{address}?kept={draft.key}").text
    assert f'value="{ODD}"' in taken_up
    assert 'value="2026-03-02"' in taken_up


def test_one_can_begin_anew_and_throw_another_away(client: Client, address: str) -> None:
    keep(client, address, a_window(**TYPED))
    page = client.get(f"{address}?anew").text
    assert ODD not in page
    [draft] = Draft.objects.all()
    answer = client.post(f"{address}throw-away/", a_window(draft=str(draft.key), irritability="low"))
    assert answer.status_code == 302
    [left] = Draft.objects.all()
    assert left.data == {"irritability": ["low"]}  # what stood in front of it was not lost


@pytest.fixture
def kept(client: Client, address: str) -> Draft:
    keep(client, address, a_window(**TYPED))
    return Draft.objects.get()


def test_another_clinician_sees_nothing_of_it(
    client: Client, address: str, kept: Draft, clinic: Clinic, person: Person
) -> None:
    signed_in(client, build.an_actor(clinic))
    for page in (address, f"{address}?kept={kept.key}", f"/people/{person.pk}/", f"/people/{person.pk}/entries/"):
        answer = client.get(page)
        assert answer.status_code == 200
        assert ODD not in answer.text
        assert "not yet saved" not in answer.text
    client.post(f"{address}throw-away/", a_window(draft=str(kept.key)))
    by_script(client, address, a_window(str(kept.key), revision="1", **{"frt_rotation_deg.left": "50"}))
    kept.refresh_from_db()
    assert kept.data["frt_rotation_deg.left"] == [ODD]


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_it_is_in_no_copy(client: Client, kept: Draft, person: Person, physio: Actor, form: str) -> None:
    build.an_entry(physio, person)
    answer = client.post(f"/people/{person.pk}/export/", {"format": form, "reason": "asked for it"})
    assert answer.status_code == 200
    text = answer.content
    assert b"22.5" in text
    assert ODD.encode() not in text


def test_it_is_in_no_answer(client: Client, kept: Draft, person: Person, physio: Actor) -> None:
    build.an_entry(physio, person)
    for part in API:
        answer = client.get(part.format(person.pk))
        assert answer.status_code == 200, part
        assert ODD not in answer.text


def test_the_person_sees_nothing_of_it(client: Client, clinic: Clinic, physio: Actor) -> None:
    patient, own = build.a_patient(clinic)
    address = f"/people/{own.pk}/examine/"
    signed_in(client, physio)
    keep(client, address, a_window(**TYPED))
    signed_in(client, patient)
    assert client.get(address).status_code == 403
    assert keep(client, address, a_window(**TYPED)).status_code == 403
    answer = client.get(f"/people/{own.pk}/")
    assert answer.status_code == 200
    assert ODD not in answer.text


def test_nobody_keeps_anything_of_a_person_of_another_clinic(
    client: Client, address: str, other_clinic: Clinic
) -> None:
    stranger = build.a_person(other_clinic)
    assert keep(client, f"/people/{stranger.pk}/examine/", a_window(**TYPED)).status_code == 404
    assert not Draft.objects.exists()
    assert AuditEvent.objects.filter(result=Result.REFUSED, subject_id=str(stranger.pk)).exists()


def test_only_what_the_form_has_is_kept(client: Client, address: str) -> None:
    keep(client, address, a_window(frt_rotation_deg="1", note="x", confirm="frt", irritability="low\x00"))
    assert Draft.objects.get().data == {"irritability": ["low"]}


def test_what_is_typed_locks_a_test_before_anybody_signs(client: Client, address: str) -> None:
    told = by_script(client, address, a_window(headache_phase="attack"))
    assert 'id="s-active_range" hx-swap-oob="true"' in told
    assert "an attack is going on" in told
    assert 'value="active_range pressure_pain"' in told
    again = by_script(client, address, a_window(headache_phase="attack", locked="active_range pressure_pain"))
    assert "hx-swap-oob" in again
    assert "s-active_range" not in again
    opened = by_script(client, address, a_window(headache_phase="none", locked="active_range pressure_pain"))
    assert "arom_flexion_deg" in opened
    assert "an attack is going on" not in opened


def test_without_a_script_the_key_in_the_page_is_that_of_the_draft(client: Client, address: str, kept: Draft) -> None:
    page = client.get(address).text
    assert page.count('name="key"') == 1
    assert f'name="key" value="{kept.key}"' in page
    assert 'name="revision" value="1"' in page
    # Enter presses the first button of the form.
    form = page[page.index('class="entry"') :]
    assert form[form.index("<button") :].startswith(
        '<button class="visually-hidden" type="submit" name="do" value="sign"'
    )
