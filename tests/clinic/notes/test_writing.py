"""Writing a note: what is filled in beforehand, what is asked, what is refused, and what is signed."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client, override_settings

from clinic import clock
from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from clinic.drafts.models import Draft
from clinic.notes.beforehand import PARTS
from tests.clinic.forms.sending import newest
from tests.clinic.notes import care
from tests.clinic.notes.care import FLEXORS, JOINT, RELEASE, TRAPEZIUS, a_note, errors, given, words, write
from tests.clinic.person import story

TODAY = story.TODAY.isoformat()


def page_of(client: Client, person: Person, query: str = "") -> Any:
    return client.get(f"/people/{person.pk}/note/{query}")


# --- what stands there beforehand ------------------------------------------------------------------------------------


def test_the_parts_hold_the_facts_of_today_and_the_signed_plan(desk: Client, physio: Actor, cared_for: Person) -> None:
    story.sign(
        physio, cared_for, story.TODAY, "examination", story.examination(story.TODAY, turn=41, stage=26, provoked=False)
    )
    page = page_of(desk, cared_for)
    said = {part: care.prefilled(page, part) for part in PARTS}
    assert (
        "Diary since 9 Mar 2026: headache on 1 of 2 answered days; worst 2 of 10 on 11 Mar 2026." in said["subjective"]
    )
    assert (
        "“Sit through a full day of work without a headache”; “Drive to work without a headache”" in said["subjective"]
    )
    (turned,) = [
        line for line in said["objective"].splitlines() if line.startswith("Flexion-rotation") and "right" in line
    ]
    assert "(right): 41°; on 9 Mar 2026 33°. " in turned
    assert "Real improvement" in turned
    assert "Response at the retest of" in said["analysis"]
    assert "– Suboccipital release (sustained pressure, inhibition): 8 minutes, 1 to 2 times a week" in said["plan"]
    assert "Next retest: 6 Apr 2026." in said["plan"]
    assert page.text.count("Filled in from the chart") == 4


def test_nothing_of_an_earlier_note_is_taken_over(hands: Client, cared_for: Person) -> None:
    assert write(hands, cared_for, a_note()).status_code == 302
    with clock.set_to(story.at(story.TODAY + timedelta(days=2))):
        page = page_of(hands, cared_for)
    for part, text in care.FOUR.items():
        assert text not in care.prefilled(page, part)
    for typed in ("rectus capitis posterior major</", "Softer after the third minute"):
        assert typed not in page.text


def test_what_changed_of_the_exit_of_the_phase_is_told(desk: Client, physio: Actor, cared_for: Person) -> None:
    """Calm pain was there when the plan was signed, and is no news."""
    assert "Phase relief" not in care.prefilled(page_of(desk, cared_for), "analysis")
    visit = {"date": TODAY, "facts": {"irritability": "low"}}
    story.sign(physio, cared_for, story.TODAY, "examination", {"visits": [visit]})
    told = care.prefilled(page_of(desk, cared_for), "analysis")
    assert "Phase relief: its exit is met; the next phase may be signed." in told
    assert "since the plan of 9 Mar 2026: “Symptom irritability: low or moderate” is now met." in told
    assert told.count("now met") == 1


def test_lines_are_those_of_the_discipline_with_the_dose_of_the_plan(
    hands: Client, desk: Client, cared_for: Person
) -> None:
    massage, physio = page_of(hands, cared_for), page_of(desk, cared_for)
    for line, in_massage, in_physio in (
        (RELEASE, True, False),
        (TRAPEZIUS, True, False),
        (JOINT, False, True),
        (FLEXORS, False, True),
    ):
        assert (f'name="{line}.given"' in massage.text) is in_massage, line
        assert (f'name="{line}.given"' in physio.text) is in_physio, line
    assert 'value="8 minutes"' in massage.text
    assert 'value="3 sets × 30 seconds"' in physio.text
    assert 'value="2 sets × 10 times × 5 to 10 seconds"' in physio.text


def test_without_a_massage_therapist_massage_is_the_physiotherapists(
    desk: Client, physio: Actor, cared_for: Person
) -> None:
    story.sign(physio, cared_for, story.TODAY, "history", {"facts": {"rmt_unavailable": True}})
    assert f'name="{RELEASE}.given"' in page_of(desk, cared_for).text


def test_text_filled_in_beforehand_is_not_signed_unseen(hands: Client, cared_for: Person) -> None:
    page = page_of(hands, cared_for)
    seals = {f"was.{one.key}": one.seal for one in page.context["form"].parts}
    texts = {part: care.prefilled(page, part) for part in PARTS} | {"objective": care.FOUR["objective"]}
    sent = a_note(**texts, **seals)
    refused = write(hands, cared_for, sent)
    assert refused.status_code == 422
    assert errors(refused).count("This was filled in from the chart.") == 3
    assert write(hands, cared_for, {**sent, "seen": ["subjective", "plan"]}).status_code == 422
    changed = {**sent, "seen": ["subjective", "plan"], "analysis": texts["analysis"] + " Agreed."}
    assert write(hands, cared_for, changed).status_code == 302


# --- what is signed --------------------------------------------------------------------------------------------------


def test_the_whole_note(hands: Client, cared_for: Person) -> None:
    assert write(hands, cared_for, a_note(given(RELEASE, side="both"))).status_code == 302
    entry = newest()
    assert (entry.kind, entry.on, entry.reason) == ("treatment", story.TODAY, "")
    row = {
        "intervention": RELEASE,
        "structure": "rectus capitis posterior major",
        "dose": "8 minutes",
        "response": "better",
        "reproduced": True,
        "words": "Softer after the third minute",
    }
    assert entry.content == {
        "treatments": [
            {
                "date": TODAY,
                "discipline": "rmt",
                "status": "attended",
                "minutes": 45,
                "done": [{**row, "side": "left"}, {**row, "side": "right"}],
                "note": care.FOUR,
            }
        ],
        "visits": [{"date": TODAY, "facts": {"new_red_flag_sign": False}}],
    }


def test_exercises_are_taught_checked_or_done_and_what_was_left_out_is_said(desk: Client, cared_for: Person) -> None:
    taught = {
        f"{FLEXORS}.given": "taught",
        f"{FLEXORS}.dose": "2 × 10, hold 5 s",
        f"{FLEXORS}.words": "Chin stays low.",
    }
    left = {f"{JOINT}.given": "no", f"{JOINT}.words": "sore from yesterday"}
    assert write(desk, cared_for, a_note(taught, left)).status_code == 302
    (treatment,) = newest().content["treatments"]
    assert treatment["done"] == [
        {"intervention": FLEXORS, "dose": "2 × 10, hold 5 s", "words": "Taught.\nChin stays low."}
    ]
    assert treatment["note"]["plan"].endswith(
        "\nNot given: C1/2 passive mobilisation, Maitland grade I to IV (sore from yesterday)."
    )


def test_not_tested_is_not_no(hands: Client, cared_for: Person) -> None:
    write(hands, cared_for, a_note(given(RELEASE, reproduced="not tested")))
    assert "reproduced" not in newest().content["treatments"][0]["done"][0]


def test_sent_twice_it_is_signed_once_and_the_draft_is_gone(hands: Client, cared_for: Person) -> None:
    sent = a_note()
    hands.post(
        f"/people/{cared_for.pk}/note/keep/", {**sent, "do": "keep", "window": str(uuid.uuid4()), "revision": "0"}
    )
    assert Draft.objects.get().kind == "treatment"
    before = Entry.objects.count()
    assert [write(hands, cared_for, sent).status_code for _ in range(2)] == [302, 302]
    assert Entry.objects.count() == before + 1
    assert not Draft.objects.exists()
    other = write(hands, cared_for, {**sent, "minutes": "30"})
    assert other.status_code == 422
    assert "signed before with other content" in other.text


def test_a_line_is_added_and_taken_away_without_a_script(hands: Client, cared_for: Person) -> None:
    page = write(hands, cared_for, a_note(do="add", add="rmt_scm"))
    assert page.status_code == 200
    assert 'name="rmt_scm.given"' in page.text
    again = write(hands, cared_for, a_note(do="add", add="rmt_scm", lines="rmt_scm"))
    assert 'name="rmt_scm~2.given"' in again.text
    assert 'name="rmt_scm.given"' not in write(hands, cared_for, a_note(do="drop:rmt_scm", lines="rmt_scm")).text
    signed = a_note(given("rmt_scm"), given("rmt_scm~2", side="left", dose="5 min"), lines="rmt_scm rmt_scm~2")
    assert write(hands, cared_for, signed).status_code == 302
    assert [one["side"] for one in newest().content["treatments"][0]["done"]] == ["right", "left"]


# --- what is missing -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"asked": None}, "Ask this at every visit"),
        ({"objective": ""}, "O: what was found : This part is empty."),
        ({"plan": "Exercises."}, "This says nothing of today."),
        ({"plan": "as previous"}, "This says nothing of today."),
        ({"subjective": "Same as last time"}, "This says nothing of today."),
        ({"analysis": "Continue"}, "This says nothing of today."),
        ({f"{RELEASE}.given": ""}, "No treatment is named."),
        ({f"{RELEASE}.structure": ""}, "Say where"),
        ({f"{RELEASE}.dose": ""}, "Say how much: minutes"),
        ({f"{RELEASE}.dose": "gentle"}, "Say how much in numbers"),
        ({f"{RELEASE}.dose": "5 to 10 minutes"}, "a visit has one amount"),
        ({f"{RELEASE}.reproduced": ""}, "the next therapist goes on from it"),
        ({f"{RELEASE}.response": ""}, "the next therapist goes on from it"),
        ({"minutes": "9999"}, "Allowed:"),
        ({"on": "2026-03-12"}, "true only later"),
        ({"on": "yesterday"}, "A date as YYYY-MM-DD is needed."),
        ({"key": "no key"}, "This form is broken."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_signed(
    hands: Client, cared_for: Person, changes: dict[str, Any], says: str
) -> None:
    before = Entry.objects.count()
    page = write(hands, cared_for, a_note(**changes))
    assert page.status_code == 422
    assert says in errors(page)
    assert Entry.objects.count() == before


def test_a_text_copied_from_an_earlier_note_is_refused(hands: Client, cared_for: Person) -> None:
    write(hands, cared_for, a_note())
    with clock.set_to(story.at(story.TODAY + timedelta(days=1))):
        page = write(hands, cared_for, a_note(subjective=care.FOUR["subjective"].upper().replace(" ", "  ")))
        assert "Word for word what the note of 11 Mar 2026 says." in errors(page)
        fresh = {part: f"{text} Today anew." for part, text in care.FOUR.items()}
        assert write(hands, cared_for, a_note(**fresh)).status_code == 302


def test_a_visit_without_treatment_says_why(hands: Client, cared_for: Person) -> None:
    sent = a_note({}, none="came with a fever; sent to the physician")
    assert write(hands, cared_for, sent).status_code == 302
    (treatment,) = newest().content["treatments"]
    assert "done" not in treatment
    assert treatment["note"]["plan"].endswith("\nNo treatment given: came with a fever; sent to the physician")


# --- safety ----------------------------------------------------------------------------------------------------------


def test_a_new_sign_stops_is_signed_at_once_and_leads_to_the_screen(hands: Client, cared_for: Person) -> None:
    sent = a_note(asked="yes")
    page = write(hands, cared_for, sent)
    assert page.status_code == 422
    assert "A new warning sign: stop." in errors(page)
    assert newest().kind != "treatment"
    answer = write(hands, cared_for, {**sent, "do": "stop"})
    assert answer["Location"] == f"/people/{cared_for.pk}/safety/"
    assert (newest().kind, newest().content["visits"][0]["facts"]) == ("safety", {"new_red_flag_sign": True})
    assert Draft.objects.filter(kind="treatment").exists()
    then = write(hands, cared_for, a_note(asked=None))
    assert "No treatment by hand and no load on the neck while this flag is open: A new warning sign" in errors(then)
    assert write(hands, cared_for, a_note({}, asked=None, none="a new warning sign")).status_code == 302


def test_an_open_flag_refuses_hands_and_load_and_says_why(desk: Client, physio: Actor, cared_for: Person) -> None:
    story.sign(physio, cared_for, story.TODAY, "safety", {"visits": [{"date": TODAY, "facts": {"fever": True}}]})
    page = page_of(desk, cared_for)
    assert "Treatment by hand cannot be signed today." in page.text
    loaded = {f"{FLEXORS}.given": "done here", f"{FLEXORS}.dose": "2 × 10", f"{FLEXORS}.reason": "wanted it"}
    refused = write(desk, cared_for, a_note(given(JOINT, dose="3 × 30 s", reason="it helps"), loaded))
    assert errors(refused).count("while this flag is open") == 2
    talked = {"education_core.given": "yes", "lines": "education_core"}
    assert write(desk, cared_for, a_note(talked)).status_code == 302


def test_what_the_matrix_blocks_needs_a_reason_that_is_signed(hands: Client, physio: Actor, cared_for: Person) -> None:
    visit = {"date": TODAY, "facts": {"local_skin_infection": True}}
    story.sign(physio, cared_for, story.TODAY, "safety", {"visits": [visit]})
    page = write(hands, cared_for, a_note())
    assert "Blocked today: A problem of the skin over the area" in errors(page)
    assert (
        write(hands, cared_for, a_note(given(RELEASE, reason="it lies far from the spot: the shin"))).status_code == 302
    )
    said = newest().content["treatments"][0]["done"][0]["words"]
    assert said.startswith("Softer after the third minute\nGiven although A problem of the skin over the area")
    assert said.endswith(".\nReason: it lies far from the spot: the shin")


def test_what_they_declined_is_blocked_too(hands: Client, physio: Actor, cared_for: Person) -> None:
    story.sign(physio, cared_for, story.TODAY, "history", {"facts": {"consent_refused": {RELEASE: True}}})
    assert "The person declines this" in errors(write(hands, cared_for, a_note()))


@pytest.mark.parametrize(
    "line", ["cervical_manipulation", "thoracic_manipulation", "c1_c2_mobilisation", "dry_needling"]
)
def test_a_massage_therapist_signs_no_joint_technique_and_no_needle(
    hands: Client, cared_for: Person, line: str
) -> None:
    assert f'<option value="{line}"' not in page_of(hands, cared_for).text
    assert "Choose a treatment." in write(hands, cared_for, a_note(do="add", add=line)).text
    page = write(hands, cared_for, a_note(given(line), lines=line))
    assert "not given by this discipline" in errors(page)


def test_needles_need_the_roster_and_consent(desk: Client, physio: Actor, cared_for: Person) -> None:
    needled = given("dry_needling", dose="4 needles", reason="discussed")
    sent = {"lines": "dry_needling"}
    page = write(desk, cared_for, a_note(needled, **sent))
    assert "Therapist authorised for needling; Consent on record: Dry needling" in errors(page)
    facts: dict[str, Any] = {"therapist_needling_authorised": True}
    story.sign(physio, cared_for, story.TODAY, "history", {"facts": facts})
    assert "Not without this on record: Consent on record: Dry needling" in errors(
        write(desk, cared_for, a_note(needled, **sent))
    )
    story.sign(physio, cared_for, story.TODAY, "history", {"facts": {"consent_given": {"dry_needling": TODAY}}})
    assert write(desk, cared_for, a_note(needled, **sent)).status_code == 302


def test_asked_once_a_day_and_again_where_an_examination_left_it_out(
    hands: Client, desk: Client, physio: Actor, cared_for: Person
) -> None:
    write(hands, cared_for, a_note())
    assert "Asked on this day already: no new warning sign." in page_of(desk, cared_for).text
    story.sign(
        physio, cared_for, story.TODAY, "examination", story.examination(story.TODAY, turn=41, stage=26, provoked=False)
    )
    assert 'name="asked"' in page_of(desk, cared_for).text


def test_a_note_is_no_retest(hands: Client, cared_for: Person) -> None:
    week_12 = story.FIRST_TREATMENT + timedelta(weeks=12)
    with clock.set_to(story.at(week_12)):
        assert "Retest due since 15 Apr 2026" in hands.get("/").text
        assert write(hands, cared_for, a_note()).status_code == 302
        assert "Retest due since 15 Apr 2026" in hands.get("/").text


# --- late ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "is_late"), [(0, False), (1, False), (2, True), (9, True)])
def test_a_late_entry_needs_a_reason_and_is_marked(
    hands: Client, desk: Client, cared_for: Person, days: int, *, is_late: bool
) -> None:
    with clock.set_to(story.at(story.TODAY + timedelta(days=days))):
        sent = a_note(on=TODAY)
        first = write(hands, cared_for, sent)
        assert (first.status_code == 422) is is_late
        if is_late:
            assert "it is a late entry" in errors(first)
            assert write(hands, cared_for, {**sent, "late": "the network was down"}).status_code == 302
        assert newest().reason == ("the network was down" if is_late else "")
        for address in ("notes", "note"):
            assert ("late entry" in desk.get(f"/people/{cared_for.pk}/{address}/").text) is is_late, address


@override_settings(LATE_ENTRY_HOURS=72)
def test_the_clinic_says_how_late_is_late(hands: Client, cared_for: Person) -> None:
    with clock.set_to(story.at(story.TODAY + timedelta(days=3))):
        assert write(hands, cared_for, a_note(on=TODAY)).status_code == 302


def test_just_before_and_after_the_hour(hands: Client, cared_for: Person) -> None:
    """The day of care ends at 0:00 in Vancouver, which is 7:00 in Greenwich; so many hours later it is late."""
    noon = story.at(story.TODAY + timedelta(days=2), 7)
    with clock.set_to(noon):
        assert write(hands, cared_for, a_note(on=TODAY)).status_code == 302
    with clock.set_to(noon + timedelta(seconds=1)):
        fresh = {part: f"{text} Anew." for part, text in care.FOUR.items()}
        assert "late entry" in errors(write(hands, cared_for, a_note(on=TODAY, **fresh)))


# --- hand-over -------------------------------------------------------------------------------------------------------


def test_the_other_discipline_reads_it_first(hands: Client, desk: Client, cared_for: Person) -> None:
    assert "No note of that discipline yet." in page_of(desk, cared_for).text
    write(hands, cared_for, a_note())
    told = words(page_of(desk, cared_for)).partition("Hand-over: Massage therapy")[2].partition("Day of the visit")[0]
    for said in (
        "Today , 11 Mar 2026",
        "rectus capitis posterior major right 8 minutes reproduced their headache better after",
        "Softer after the third minute",
        "Flare over 24 hours after the session or home set of ",
    ):
        assert said in told
    assert "No note of that discipline yet." in page_of(hands, cared_for).text


# --- hostile ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        {"lines": "no_such_thing"},
        {"lines": "rmt_scm~99"},
        {f"{RELEASE}.given": "perhaps"},
        {f"{RELEASE}.side": "middle"},
        {f"{RELEASE}.response": "<script>"},
        {f"{RELEASE}.words": "a" * 5000},
        {"subjective": "a" * 5000},
        {"discipline": "physiotherapist"},
        {"on": "0001-01-01"},
        {"on": "9999-12-31"},
        {"minutes": "NaN"},
        {"none": "x" * 300, f"{RELEASE}.given": ""},
    ],
)
def test_hostile_input_is_refused_in_words(hands: Client, cared_for: Person, changes: dict[str, str]) -> None:
    before = Entry.objects.count()
    page = write(hands, cared_for, a_note(**changes))
    assert (page.status_code, Entry.objects.count()) == (422, before)
    assert errors(page)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "שלום 🤕 " + "א" * 300, "a\x00b", "{{ 7*7 }}"])
def test_any_text_comes_out_as_it_was_typed(hands: Client, cared_for: Person, text: str) -> None:
    answer = write(hands, cared_for, a_note(subjective=text))
    page = hands.get(f"/people/{cared_for.pk}/notes/")
    assert "<script>alert" not in page.text
    if "\x00" in text:
        assert answer.status_code == 422
    else:
        assert text.strip() in words(page) or text.startswith("<")


def test_an_impossible_day_for_a_moment(hands: Client, cared_for: Person) -> None:
    assert write(hands, cared_for, a_note(on=date(1899, 1, 1).isoformat())).status_code == 422
