"""The programme of the signed plan: what it shows, and what may be said of it."""

import re
import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from clinic.accounts.roles import FRONT_DESK
from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from tests.clinic import build
from tests.clinic.home.plans import FLEXORS, MOBILITY, SIGNED, SLEEP, STRENGTH, sign_plan, ticked
from tests.clinic.person import story

DAY = story.TODAY
Patient = tuple[Actor, Person]


def signed_in(client: Client, by: Actor) -> Client:
    assert by.user is not None
    client.force_login(by.user)
    return client


def seen(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text[text.index("<main") : text.index("</main")]))


def send(client: Client, person: Person, intervention: str = "dcf_stage1", on: date = DAY, **said: Any) -> Any:
    said.setdefault("key", uuid.uuid4())
    headers = said.pop("headers", {})
    data = {"day": on.isoformat(), "intervention": intervention, **said}
    return client.post(f"/people/{person.pk}/home/tick/", data, headers=headers)


def rows(person: Person) -> list[dict[str, Any]]:
    """What stands of the home log, oldest first."""
    standing = Entry.objects.filter(person=person, kind="home", corrections__isnull=True).exclude(content={})
    return [row for entry in standing.order_by("id") for row in entry.content["home"]]


def test_each_item_has_its_drawing_steps_dose_and_stop_sign(client: Client, patient: Patient) -> None:
    by, _person = patient
    text = signed_in(client, by).get("/exercises/", follow=True).text
    assert text.count('<article class="card exercise"') == 4
    assert text.count('role="img"') == 5 + 1  # two of active mobility; one of the weeks
    words = seen(text)
    assert "1 set × 10 times × 10 seconds, 2 times a day" in words
    assert "2 to 3 sets × 5 to 10 times × 5 to 10 seconds, 3 times a week" in words
    assert "Pain while you do it: none." in words
    assert "Do it when you brush your teeth, in the morning and at night." in words
    assert "Stop if the turn hurts or you feel dizzy." in words
    assert "Bend your head to the side" in words


def test_hands_on_care_is_no_homework(client: Client, patient: Patient) -> None:
    by, person = patient
    assert "mobilisation" not in signed_in(client, by).get(f"/people/{person.pk}/home/").text


def test_before_a_plan_is_signed_it_says_so(client: Client, clinic: Any) -> None:
    by, person = build.a_patient(clinic)
    words = seen(signed_in(client, by).get(f"/people/{person.pk}/home/").text)
    assert "You have no home programme yet." in words
    assert "How it goes" not in words


def test_a_plan_without_exercises_says_so(client: Client, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", story.history())
    sign_plan(physio, person, items=(SLEEP,))
    words = seen(signed_in(client, physio).get(f"/people/{person.pk}/home/").text)
    assert "The signed plan has no exercises for home on this day." in words
    assert "Sleep and headache" in words


def test_the_newest_plan_stands_and_the_old_one_on_its_days(client: Client, physio: Actor, patient: Patient) -> None:
    by, person = patient
    sign_plan(physio, person, DAY - timedelta(days=1), (STRENGTH,))
    page = signed_in(client, by).get
    assert page(f"/people/{person.pk}/home/").text.count('<article class="card exercise"') == 1
    before = (DAY - timedelta(days=2)).isoformat()
    assert page(f"/people/{person.pk}/home/?day={before}").text.count('<article class="card exercise"') == 4
    assert "no home programme yet" in page(f"/people/{person.pk}/home/?day=2026-01-13").text


@pytest.mark.parametrize("hx", [{}, {"hx-request": "true"}])
def test_a_tick_is_signed_and_effort_joins_it(client: Client, patient: Patient, hx: dict[str, str]) -> None:
    by, person = patient
    signed_in(client, by)
    send(client, person, do="done", headers=hx)
    assert rows(person) == [{"date": DAY.isoformat(), "intervention": "dcf_stage1", "done": True}]
    send(client, person, effort="4", headers=hx)
    send(client, person, do="pain", pain_before_nrs="3", pain_after_nrs="0", headers=hx)
    assert rows(person)[-1] == {
        "date": DAY.isoformat(), "intervention": "dcf_stage1", "done": True, "effort": 4,
        "pain_before_nrs": 3, "pain_after_nrs": 0,
    }  # fmt: skip
    words = seen(client.get(f"/people/{person.pk}/home/").text)
    assert "Effort 4 of 10. Pain before: 3. Pain after: 0." in words


def test_without_scripts_the_answer_is_the_page(client: Client, patient: Patient) -> None:
    by, person = patient
    answer = send(signed_in(client, by), person, do="done")
    assert answer.status_code == 302
    assert answer["Location"] == f"/people/{person.pk}/home/?day={DAY.isoformat()}#item-dcf-stage1"
    assert "Small nod, lying down: Saved: done." in client.get(answer["Location"]).text


def test_with_htmx_the_answer_is_the_one_part(client: Client, patient: Patient) -> None:
    by, person = patient
    answer = send(signed_in(client, by), person, do="done", headers={"hx-request": "true"})
    assert answer.status_code == 200
    assert answer.text.count('class="answer') == 1
    assert "<html" not in answer.text
    assert "Saved: done." in answer.text


def test_not_done_is_an_answer_and_silence_is_none(client: Client, patient: Patient) -> None:
    by, person = patient
    words = seen(signed_in(client, by).get(f"/people/{person.pk}/home/").text)
    assert words.count("Nothing is written down for this day.") == 4
    send(client, person, do="not done")
    assert rows(person) == [{"date": DAY.isoformat(), "intervention": "dcf_stage1", "done": False}]
    send(client, person, do="done")
    assert rows(person)[-1]["done"] is True


def test_an_effort_goes_when_it_was_not_done_after_all(client: Client, patient: Patient) -> None:
    by, person = patient
    signed_in(client, by)
    send(client, person, effort="7")
    send(client, person, do="pain", pain_before_nrs="2")
    send(client, person, do="not done")
    assert rows(person)[-1] == {
        "date": DAY.isoformat(), "intervention": "dcf_stage1", "done": False, "pain_before_nrs": 2,
    }  # fmt: skip


def test_taking_back_leaves_nothing_said(client: Client, patient: Patient) -> None:
    by, person = patient
    signed_in(client, by)
    send(client, person, do="done")
    send(client, person, effort="7")
    key = uuid.uuid4()
    send(client, person, do="take back", key=key)
    send(client, person, do="take back", key=key)
    assert rows(person) == []
    assert seen(client.get(f"/people/{person.pk}/home/").text).count("Nothing is written down for this day.") == 4
    assert Entry.objects.filter(person=person, kind="home").count() == 4  # two signed, two that take them back


def test_what_the_clinic_wrote_is_not_taken_back_by_the_person(client: Client, physio: Actor, patient: Patient) -> None:
    by, person = patient
    ticked(physio, person, DAY)
    text = signed_in(client, by).get(f"/people/{person.pk}/home/").text
    assert "Your clinic wrote this down for you." in text
    assert "Take it back" not in text
    send(client, person, do="take back")
    assert len(rows(person)) == 1


def test_a_form_sent_twice_signs_once(client: Client, patient: Patient) -> None:
    by, person = patient
    signed_in(client, by)
    key = uuid.uuid4()
    assert [send(client, person, do="done", key=key).status_code for _ in range(2)] == [302, 302]
    assert len(rows(person)) == 1


def test_two_efforts_with_one_form_are_not_both_taken(client: Client, patient: Patient) -> None:
    by, person = patient
    signed_in(client, by)
    key = uuid.uuid4()
    send(client, person, effort="3", key=key)
    answer = send(client, person, effort="4", key=key)
    assert answer.status_code == 422
    assert "signed before with other content" in answer.text
    assert rows(person)[-1]["effort"] == 3


def test_a_missed_day_can_be_added(client: Client, patient: Patient) -> None:
    by, person = patient
    missed = DAY - timedelta(days=9)
    assert "Done that day" in signed_in(client, by).get(f"/people/{person.pk}/home/?day={missed}").text
    send(client, person, on=missed, do="done")
    (entry,) = Entry.objects.filter(person=person, kind="home")
    assert (entry.on, entry.content["home"][0]["date"]) == (missed, missed.isoformat())
    assert entry.recorded_at.date() == DAY


@pytest.mark.parametrize(
    ("on", "intervention"),
    [
        (DAY + timedelta(days=1), "dcf_stage1"),
        (SIGNED - timedelta(days=1), "dcf_stage1"),
        (DAY, "c1_c2_mobilisation"),
        (DAY, "scapular_training"),
        (DAY, "nonsense"),
    ],
)
def test_only_what_was_signed_for_a_day_that_is_over_or_now(
    client: Client, patient: Patient, on: date, intervention: str
) -> None:
    by, person = patient
    assert send(signed_in(client, by), person, intervention, on, do="done").status_code == 404
    assert rows(person) == []


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"do": "nonsense"},
        {"effort": "11"},
        {"effort": "-1"},
        {"effort": "4.5"},
        {"effort": "٤"},
        {"do": "pain"},
        {"do": "pain", "pain_before_nrs": "3"},
        {"do": "done", "key": "no key"},
    ],
)
def test_what_no_button_sends_is_refused(client: Client, patient: Patient, said: dict[str, Any]) -> None:
    by, person = patient
    assert send(signed_in(client, by), person, **said).status_code == 422
    assert rows(person) == []


def test_staff_write_it_down_for_somebody(client: Client, physio: Actor, patient: Patient) -> None:
    _, person = patient
    words = seen(signed_in(client, physio).get(f"/people/{person.pk}/home/").text)
    assert f"What you tick here you write down for {person.name}." in words
    send(client, person, do="done")
    assert len(rows(person)) == 1


def test_others_stay_outside(client: Client, clinic: Any, other_clinic: Any, patient: Patient) -> None:
    _, person = patient
    stranger, _own = build.a_patient(clinic)
    for by, status in ((stranger, 404), (build.an_actor(other_clinic), 404), (build.an_actor(clinic, FRONT_DESK), 403)):
        signed_in(client, by)
        for address in ("", "sheet/", "later/", "chin-nod/timer/"):
            assert client.get(f"/people/{person.pk}/home/{address}").status_code == status
        assert send(client, person, do="done").status_code == status
    assert rows(person) == []


def test_as_known_on_an_earlier_day_nothing_is_signed(client: Client, patient: Patient) -> None:
    by, person = patient
    page = signed_in(client, by).get(f"/people/{person.pk}/home/?as_of=2026-02-01").text
    assert "<form" not in page[page.index("<main") : page.index("</main")]
    address = f"/people/{person.pk}/home/tick/?as_of=2026-02-01"
    said = {"day": "2026-02-01", "intervention": "dcf_stage1", "do": "done", "key": uuid.uuid4()}
    assert client.post(address, said).status_code == 404


def test_an_open_flag_stops_the_exercises(client: Client, physio: Actor, patient: Patient) -> None:
    by, person = patient
    address = f"/people/{person.pk}/home/"
    assert "Do no neck exercises" not in signed_in(client, by).get(address).text
    visit = {"date": DAY.isoformat(), "facts": {"neuro_deficit_new": True}}
    story.sign(physio, person, DAY, "safety", {"visits": [visit]})
    assert "Do no neck exercises until a doctor has seen you" in client.get(address).text
    assert "Do no neck exercises until a doctor has seen you" in client.get(f"{address}sheet/").text


def test_an_item_without_a_dose_says_to_ask(client: Client, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", story.history())
    sign_plan(physio, person, items=({"intervention": "dcf_stage1"},))
    page = signed_in(client, physio).get
    assert "No dose is signed." in page(f"/people/{person.pk}/home/").text
    assert "gives no numbers to count" in page(f"/people/{person.pk}/home/chin-nod/timer/").text


def test_half_of_a_dose_that_was_signed_for_is_told(client: Client, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", story.history())
    sign_plan(physio, person, items=({**FLEXORS, "signed_for": ["ci_irritable"]}, MOBILITY))
    words = seen(signed_in(client, physio).get(f"/people/{person.pk}/home/").text)
    assert words.count("For now, do half of this.") == 1


def test_two_headaches_that_share_an_exercise_have_it_once(client: Client, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", story.history())
    story.sign(physio, person, story.STARTED, "history", {"headaches": [{"id": "B", "facts": {}}]})
    sign_plan(physio, person, items=(FLEXORS,))
    newer = {**FLEXORS, "dose": {"sets": 2, "reps": 5}}
    plan = {"date": "2026-02-01", "headache": "B", "phase": "relief", "items": [newer, MOBILITY]}
    story.sign(physio, person, date(2026, 2, 1), "treatment", {"plans": [plan]})
    words = seen(signed_in(client, physio).get(f"/people/{person.pk}/home/").text)
    assert "2 sets × 5 times" in words
    assert "10 times × 10 seconds" not in words
    assert words.count("Small nod, lying down: what") == 0


def test_an_entry_says_what_was_ticked_and_can_be_corrected(client: Client, patient: Patient) -> None:
    by, person = patient
    entry = ticked(by, person, DAY, effort=4, pain_before_nrs=3)
    text = seen(signed_in(client, by).get(f"/people/{person.pk}/entries/").text)
    assert re.search(r"Deep cervical flexor training, stage 1 \(.*?\): effort\s+4", text)
    form = client.get(f"/people/{person.pk}/entries/{entry.pk}/correct/").text
    sent: dict[str, Any] = dict(re.findall(r'<input[^>]*name="(key|v:[^"]+)"[^>]*value="([^"]*)"', form))
    sent |= {"on": DAY.isoformat(), "reason": "It was harder.", "do": "sign"}
    sent |= {"v:home.0.intervention": "dcf_stage1", "v:home.0.done": "yes", "v:home.0.effort": "7"}
    sent["v:home.0.pain_before_nrs"] = "3"
    assert client.post(f"/people/{person.pk}/entries/{entry.pk}/correct/", sent).status_code == 302
    assert rows(person)[-1]["effort"] == 7


@pytest.mark.parametrize(("signed_for", "waits"), [([], 1), (["ci_neck_surgery"], 0)])
def test_what_has_come_up_since_says_wait(
    client: Client, physio: Actor, patient: Patient, signed_for: list[str], waits: int
) -> None:
    by, person = patient
    sign_plan(physio, person, DAY - timedelta(days=2), ({**FLEXORS, "signed_for": signed_for},))
    address = f"/people/{person.pk}/home/"
    assert "Wait with this one." not in signed_in(client, by).get(address).text
    story.sign(physio, person, DAY, "safety", {"facts": {"recent_neck_surgery": True}})
    for page in ("", "sheet/", "chin-nod/timer/", "later/"):
        assert seen(client.get(address + page).text).count("Wait with this one.") == waits
    assert "surgery" not in seen(client.get(address).text)
    assert ("Recent neck surgery" in seen(signed_in(client, physio).get(address).text)) is bool(waits)
