"""The notes of a chart: newest first, every version legible, and read by those who treat."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PATIENT, PHYSIOTHERAPIST, RMT, Role
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.models import Entry, Person
from tests.clinic import build
from tests.clinic.forms.sending import newest, signed_in
from tests.clinic.notes import care
from tests.clinic.notes.care import RELEASE, a_note, errors, given, words, write
from tests.clinic.person import story

SECRET = "Two headaches since Monday"


def notes(client: Client, person: Person, query: str = "") -> Any:
    return client.get(f"/people/{person.pk}/notes/{query}")


def the_note(client: Client, person: Person, **changes: Any) -> Entry:
    assert write(client, person, a_note(**changes)).status_code == 302
    return newest()


def amended(client: Client, entry: Entry, **changes: Any) -> Any:
    """What the form of the amendment shows, sent with these changes."""
    address = f"/people/{entry.person_id}/notes/{entry.pk}/amend/"
    page = client.get(address)
    assert page.status_code == 200
    sent = {name: said for name, said in page.context["form"].data.items() if said}
    return client.post(address, {**sent, "key": str(uuid.uuid4()), "do": "sign", **changes})


# --- reading ----------------------------------------------------------------------------------------------------------


def test_newest_first_and_one_discipline_at_a_time(hands: Client, desk: Client, cared_for: Person) -> None:
    the_note(hands, cared_for)
    fresh = {part: f"{text} Anew." for part, text in care.FOUR.items()}
    line = given(care.JOINT, dose="3 × 30 s, grade III")
    with clock.set_to(story.at(story.TODAY + timedelta(days=1))):
        assert write(desk, cared_for, a_note(line, **fresh)).status_code == 302
        assert [one.discipline for one in notes(desk, cared_for).context["notes"]] == ["physiotherapist", "rmt"]
        for wish, expected in (("rmt", ["rmt"]), ("physiotherapist", ["physiotherapist"]), ("nonsense", None)):
            found = [one.discipline for one in notes(desk, cared_for, f"?discipline={wish}").context["notes"]]
            assert found == (expected or ["physiotherapist", "rmt"])
        page = notes(desk, cared_for, f"?as_of={story.TODAY.isoformat()}")
        assert [one.discipline for one in page.context["notes"]] == ["rmt"]
        assert "Amend" not in words(page).partition("Newest first.")[2].partition("Show")[2]


def test_an_empty_list_says_what_to_do(hands: Client, cared_for: Person) -> None:
    assert "No note is signed yet." in notes(hands, cared_for).text


def test_notes_that_came_with_a_case_file_are_read_too(hands: Client, physio: Actor, cared_for: Person) -> None:
    row = {"date": "2026-03-02", "discipline": "chiropractor", "note": {"subjective": "came from elsewhere"}}
    story.sign(physio, cared_for, story.TODAY, "case file", {"treatments": [row, {**row, "discipline": "rmt"}]})
    page = notes(hands, cared_for)
    assert [one.discipline for one in page.context["notes"]] == ["chiropractor", "rmt"]
    assert page.text.count("came from elsewhere") == 2


def test_the_page_of_the_person_leads_there(desk: Client, cared_for: Person) -> None:
    assert f'href="/people/{cared_for.pk}/notes/"' in desk.get(f"/people/{cared_for.pk}/").text


# --- amending ---------------------------------------------------------------------------------------------------------


def test_an_amendment_keeps_the_original_and_tells_what_changed(hands: Client, cared_for: Person) -> None:
    entry = the_note(hands, cared_for)
    before = dict(entry.content)
    changes = {f"{RELEASE}.dose": "6 minutes", "analysis": "It was the left side.", "reason": "wrong side noted"}
    assert amended(hands, entry, **changes).status_code == 302
    entry.refresh_from_db()
    assert entry.content == before
    later = newest()
    assert (later.corrects_id, later.reason) == (entry.pk, "wrong side noted")
    assert later.content["visits"] == before["visits"]
    told = words(notes(hands, cared_for))
    assert "amended" in told
    assert "Amended. Reason: wrong side noted" in told
    change = told.partition("What the amendment changed")[2].partition("As it was signed before")[0]
    for said in ("8 minutes", "6 minutes", care.FOUR["analysis"], "It was the left side."):
        assert said in change
    assert care.FOUR["subjective"] not in change
    assert care.FOUR["analysis"] in told.partition(f"As it was signed before: entry {entry.pk}")[2]


def test_both_sides_come_back_as_one_line(hands: Client, cared_for: Person) -> None:
    entry = the_note(hands, cared_for, **{f"{RELEASE}.side": "both"})
    assert len(entry.content["treatments"][0]["done"]) == 2
    form = hands.get(f"/people/{cared_for.pk}/notes/{entry.pk}/amend/").context["form"]
    assert form.data[f"{RELEASE}.side"] == ["both"]
    assert f"{RELEASE}~2.side" not in form.data


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, "Say why the note is amended."),
        ({"reason": "why not"}, "Nothing was changed."),
        ({"reason": "no longer", "objective": ""}, "This part is empty."),
        ({"do": "take back"}, "Say why the note is taken back."),
    ],
)
def test_an_amendment_says_why_and_what(hands: Client, cared_for: Person, changes: dict[str, str], says: str) -> None:
    entry = the_note(hands, cared_for)
    page = amended(hands, entry, **changes)
    assert page.status_code == 422
    assert says in errors(page)
    assert newest() == entry


def test_a_note_of_the_wrong_chart_is_taken_back_and_stays_legible(hands: Client, cared_for: Person) -> None:
    entry = the_note(hands, cared_for)
    assert amended(hands, entry, do="take back", reason="another person").status_code == 302
    told = words(notes(hands, cared_for))
    assert "Taken back. Reason: another person" in told
    assert SECRET in told
    assert "No note of that discipline yet." in hands.get(f"/people/{cared_for.pk}/note/").text


def test_only_ones_own_or_the_leads(hands: Client, desk: Client, clinic: Clinic, cared_for: Person) -> None:
    entry = the_note(hands, cared_for)
    address = f"/people/{cared_for.pk}/notes/{entry.pk}/amend/"
    assert desk.get(address).status_code == 403
    assert "Amend" not in words(notes(desk, cared_for)).partition("Newest first.")[2].partition("discipline")[2]
    lead = signed_in(Client(), build.an_actor(clinic, CLINIC_LEAD))
    assert amended(lead, entry, analysis="Corrected by the lead.", reason="its author has left").status_code == 302
    # It stays a note of massage: the lead says anew what a massage therapist did.
    assert newest().content["treatments"][0]["discipline"] == "rmt"


def test_an_older_version_is_not_amended_again(hands: Client, cared_for: Person) -> None:
    entry = the_note(hands, cared_for)
    address = f"/people/{cared_for.pk}/notes/{entry.pk}/amend/"
    form = hands.get(address).context["form"]
    sent = {**form.data, "do": "sign", "reason": "in the first window", "analysis": "The first."}
    key = str(uuid.uuid4())
    assert [hands.post(address, {**sent, "key": key}).status_code for _ in range(2)] == [302, 302]
    second = hands.post(address, {**sent, "key": str(uuid.uuid4()), "analysis": "The second."})
    assert (second.status_code, "was amended before" in errors(second)) == (422, True)
    assert hands.get(address).status_code == 302
    assert Entry.objects.filter(corrects=entry).count() == 1


def test_correcting_an_entry_that_is_a_note_leads_to_its_form(hands: Client, cared_for: Person) -> None:
    entry = the_note(hands, cared_for)
    answer = hands.get(f"/people/{cared_for.pk}/entries/{entry.pk}/correct/")
    assert answer["Location"] == f"/people/{cared_for.pk}/notes/{entry.pk}/amend/"
    older = Entry.objects.filter(kind="treatment").order_by("id")[0]
    assert older.pk != entry.pk
    assert hands.get(f"/people/{cared_for.pk}/notes/{older.pk}/amend/").status_code == 404


def test_the_list_of_entries_tells_every_value(hands: Client, cared_for: Person) -> None:
    the_note(hands, cared_for)
    told = words(hands.get(f"/people/{cared_for.pk}/entries/"))
    for said in (SECRET, "rectus capitis posterior major", "8 minutes", "Suboccipital release"):
        assert said in told


# --- who may ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "status"), [(PHYSIOTHERAPIST, 200), (RMT, 200), (CLINIC_LEAD, 200), (FRONT_DESK, 403), (PATIENT, 403)]
)
def test_who_may_read_and_write(hands: Client, clinic: Clinic, cared_for: Person, role: Role, status: int) -> None:
    entry = the_note(hands, cared_for)
    client = signed_in(Client(), build.an_actor(clinic, role))
    for address in ("note/", "notes/"):
        assert client.get(f"/people/{cared_for.pk}/{address}").status_code == status
    assert client.get("/work-today/").status_code == status
    if status == 403:
        for address in ("note/", "note/keep/", "note/throw-away/", f"notes/{entry.pk}/amend/"):
            assert client.post(f"/people/{cared_for.pk}/{address}", a_note()).status_code == 403


def test_a_patient_sees_no_note_of_their_own_chart(clinic: Clinic, physio: Actor) -> None:
    actor, person = build.a_patient(clinic)
    story.with_course(physio, person)
    care.with_plan(physio, person)
    hands = signed_in(Client(), build.an_actor(clinic, RMT))
    the_note(hands, person)
    row = {"date": "2026-03-02", "discipline": "rmt", "note": {"subjective": "from elsewhere"}}
    story.sign(physio, person, story.TODAY, "case file", {"treatments": [row]})
    client = signed_in(Client(), actor)
    for address in ("", "entries/", "diary/"):
        page = client.get(f"/people/{person.pk}/{address}")
        assert page.status_code == 200
        for said in (SECRET, "from elsewhere", "Visit notes", "/note/", "rectus capitis"):
            assert said not in page.text, (address, said)
    assert client.get(f"/people/{person.pk}/notes/").status_code == 403


def test_another_clinic_finds_nobody(hands: Client, other_clinic: Clinic, cared_for: Person) -> None:
    the_note(hands, cared_for)
    stranger = signed_in(Client(), build.an_actor(other_clinic, RMT))
    for address in ("note/", "notes/"):
        assert stranger.get(f"/people/{cared_for.pk}/{address}").status_code == 404
    assert cared_for.name not in stranger.get("/work-today/").text
    assert write(stranger, cared_for, a_note()).status_code == 404


# --- drafts -----------------------------------------------------------------------------------------------------------


def test_an_unsigned_note_waits_on_the_home_page(hands: Client, clinic: Clinic, cared_for: Person) -> None:
    kept = {**a_note(), "do": "keep", "window": str(uuid.uuid4()), "revision": "0"}
    answer = hands.post(f"/people/{cared_for.pk}/note/keep/", kept)
    home = hands.get("/")
    assert "Note of the visit of Ana Moreau" in home.text
    assert answer["Location"] in home.text
    back = hands.get(answer["Location"])
    assert care.prefilled(back, "subjective") == care.FOUR["subjective"]
    assert back.context["form"].data["key"] == [kept["key"]]
    lead = signed_in(Client(), build.an_actor(clinic, CLINIC_LEAD))
    assert "has not signed" not in lead.get("/").text
    with clock.set_to(story.at(story.TODAY + timedelta(days=1, hours=1))):
        told = words(lead.get("/"))
    assert "a note that rmt-" in told
    assert "only they can read it" in told
    assert SECRET not in lead.get("/").text


def test_by_script_only_the_words_that_say_so(hands: Client, cared_for: Person) -> None:
    kept = {**a_note(), "do": "keep", "window": str(uuid.uuid4()), "revision": "0"}
    answer = hands.post(f"/people/{cared_for.pk}/note/keep/", kept, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "not yet saved to the chart" in answer.text
    assert "<html" not in answer.text


def test_a_kept_form_shows_the_facts_of_now_where_nobody_wrote(hands: Client, physio: Actor, cared_for: Person) -> None:
    page = hands.get(f"/people/{cared_for.pk}/note/")
    form = page.context["form"]
    sent = {part: care.prefilled(page, part) for part in care.FOUR} | {f"was.{one.key}": one.seal for one in form.parts}
    kept = {**a_note(), **sent, "plan": "My own plan.", "do": "keep", "window": str(uuid.uuid4()), "revision": "0"}
    address = hands.post(f"/people/{cared_for.pk}/note/keep/", kept)["Location"]
    visit = {"date": story.TODAY.isoformat(), "facts": {"irritability": "low"}}
    story.sign(physio, cared_for, story.TODAY, "examination", {"visits": [visit]})
    again = hands.get(address)
    assert "its exit is met" in care.prefilled(again, "analysis")
    assert care.prefilled(again, "plan") == "My own plan."


def test_looking_is_logged(hands: Client, cared_for: Person) -> None:
    before = AuditEvent.objects.count()
    notes(hands, cared_for)
    assert AuditEvent.objects.count() == before + 1


NOTE = {"subjective": "two headaches", "objective": "tight", "analysis": "as expected", "plan": "once more"}


@pytest.mark.parametrize(
    "more",
    [
        {"discipline": "chiropractor"},
        {"interventions": ["rmt_thoracic"]},
        {"status": "missed"},
        {"besides": {"date": "2026-03-11", "discipline": "physiotherapist"}},
        {"visits": [{"date": "2026-03-11", "facts": {"new_red_flag_sign": False, "systolic_bp_mmhg": 124}}]},
    ],
)
def test_what_the_form_of_a_note_cannot_say_is_corrected_as_an_entry(
    desk: Client, physio: Actor, cared_for: Person, more: dict[str, Any]
) -> None:
    """A program may sign more than the form asks: an amendment there would leave it out."""
    more = dict(more)
    besides, visits = more.pop("besides", None), more.pop("visits", None)
    row = {"date": "2026-03-11", "discipline": "physiotherapist", "note": NOTE, **more}
    content = {"treatments": [row, *([besides] if besides else [])], **({"visits": visits} if visits else {})}
    entry = story.sign(physio, cared_for, date(2026, 3, 11), "treatment", content)
    answer = desk.get(f"/people/{cared_for.pk}/entries/{entry.pk}/correct/")
    assert answer.status_code == 200
    assert desk.get(f"/people/{cared_for.pk}/notes/{entry.pk}/amend/").status_code == 404
    assert desk.get(f"/people/{cared_for.pk}/notes/").status_code == 200
