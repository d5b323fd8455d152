"""The pages of the intake, one after the other, and what becomes of the answers."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import FRONT_DESK, PHYSIOTHERAPIST
from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.chart.models import Entry, Person
from clinic.chart.told import asked_in_intake
from clinic.drafts.models import Draft
from clinic.intake.parts import MOST_KINDS, parts_of
from clinic.person.case import case_of
from concordant.assessment import assess
from concordant.facts import DICTIONARY
from concordant.facts.plan.consent import consent_given
from tests.clinic import build
from tests.clinic.conftest import Statements
from tests.clinic.forms.sending import newest, signed_in
from tests.clinic.intake.telling import START, send, tell, was
from tests.clinic.person import story

Patient = tuple[Actor, Person]


def the_case(who: Patient) -> Any:
    return case_of(open_chart(by=who[0], person_id=who[1].pk))


def test_every_question_stands_on_one_page() -> None:
    placed = [fact for part in parts_of(["A"], ["crash"]) for fact in part.facts]
    assert len(placed) == len(set(placed))
    assert set(placed) == {DICTIONARY[name] for name in DICTIONARY if asked_in_intake(DICTIONARY[name])}


def test_from_the_first_page_to_the_chart(own: Client, patient: Patient) -> None:
    assert "Before your first visit" in own.get(START).text
    assert tell(own, "danger", fever="no", new_red_flag_sign="no").headers["Location"] == "/intake/kinds/"
    assert tell(own, "kinds", kinds="2").headers["Location"] == "/intake/start.new1/"
    tell(own, "start.new1", **{"name@new1": "from the neck", "headache_onset_date@new1": "2024-03-01"})
    where: dict[str, Any] = {"pain_regions@new1": ["neck", "temporal"], "pain_region_sides@new1.neck": "right",
                             "pain_spread_order@new1.neck": "1", "pain_spread_order@new1.temporal": "2"}  # fmt: skip
    tell(own, "where.new1", **where)
    tell(own, "start.new2", **{"name@new2": "throbbing"})
    tell(own, "hurt", hurt="1")
    tell(own, "injury.hurt1", **{"what@hurt1": "crash", "injury_date@hurt1": "2024-02-11"})
    tell(own, "claim", payer_kind="icbc", claim_number="AB-123456", claim_accident_date="2024-02-11")
    tell(own, "medicines", **{"acute_med_days_per_30d.triptan": "4", "any_headache_days_per_30d": "12"})
    tell(own, "goal", goal="Read to my children again")
    tell(own, "consent", **{"consent:send_to_physician": "yes", "consent:student_present": "no"})
    assert not Entry.objects.exists()
    answer = send(own)
    assert answer.headers["Location"] == START
    entry = Entry.objects.get()
    assert (entry.kind, entry.author_role, entry.author_id) == ("intake", "patient", patient[0].user.pk)  # type: ignore[union-attr]
    assert entry.content == {
        "facts": {
            "any_headache_days_per_30d": 12,
            "acute_med_days_per_30d": {"triptan": 4},
            consent_given.name: {"send_to_physician": story.TODAY.isoformat()},
        },
        "visits": [{"date": story.TODAY.isoformat(), "facts": {"new_red_flag_sign": False, "fever": False}}],
        "headaches": [
            {
                "id": "A",
                "name": "from the neck",
                "facts": {
                    "headache_onset_date": "2024-03-01",
                    "pain_regions": ["neck", "temporal"],
                    "pain_region_sides": {"neck": "right"},
                    "pain_spread_order": {"temporal": 2, "neck": 1},
                },
            },
            {"id": "B", "name": "throbbing"},
        ],
        "injuries": [{"id": "crash", "facts": {"injury_date": "2024-02-11"}}],
        "episode": {
            "payer": {"kind": "icbc", "accident_date": "2024-02-11", "claim": "AB-123456"},
            "goal": "Read to my children again",
        },
    }
    assert not Draft.objects.exists()
    case = the_case(patient)
    assert [(one.id, one.name) for one in case.headaches] == [("A", "from the neck"), ("B", "throbbing")]
    assert case.facts["any_headache_days_per_30d"][0].by == "patient"


def test_it_can_be_left_and_taken_up_again(own: Client, patient: Patient, clinic: Clinic) -> None:
    tell(own, "kinds", kinds="1")
    left = tell(own, "start.new1", do="later", **{"name@new1": "on the right", "headache_onset_date@new1": "2024"})
    assert left.headers["Location"] == START
    another_device = signed_in(Client(), patient[0])
    page = another_device.get("/intake/start.new1/").text
    assert 'value="on the right"' in page
    assert 'value="2024"' in page, "what is not right yet is kept as it was typed"
    assert not Entry.objects.exists()
    staff = signed_in(Client(), build.an_actor(clinic))
    assert "Begun, not sent" in staff.get(f"/people/{patient[1].pk}/intake/").text
    assert "on the right" not in staff.get(f"/people/{patient[1].pk}/intake/").text


def test_what_is_wrong_is_told_and_nothing_is_sent(own: Client) -> None:
    tell(own, "kinds", kinds="1")
    future = (story.TODAY + timedelta(days=1)).isoformat()
    answer = tell(own, "start.new1", **{"headache_onset_date@new1": future})
    assert answer.status_code == 422
    assert "This day has not come yet" in answer.text
    refused = send(own)
    assert refused.status_code == 422
    assert "This day has not come yet" in refused.text
    assert not Entry.objects.exists()


def test_an_injury_of_tomorrow_is_refused(own: Client) -> None:
    tell(own, "hurt", hurt="1")
    answer = tell(own, "injury.hurt1", **{"injury_date@hurt1": (story.TODAY + timedelta(days=1)).isoformat()})
    assert answer.status_code == 422
    assert "This day has not come yet" in answer.text


@pytest.mark.parametrize("kinds", ["0", "6", "1000", "-1", "many", "٣", "9" * 400])
def test_too_many_headaches_are_refused(own: Client, kinds: str) -> None:
    assert tell(own, "kinds", kinds=kinds).status_code == 422
    assert own.get(f"/intake/start.new{MOST_KINDS + 1}/").status_code == 404
    assert own.get(START).status_code == 200


@pytest.mark.parametrize("length", [201, 5001, 100_000])
def test_a_huge_text_is_refused_and_not_kept(own: Client, length: int) -> None:
    tell(own, "kinds", kinds="1")
    assert tell(own, "start.new1", **{"name@new1": "x" * length}).status_code == 422
    kept = Draft.objects.get().data.get("name@new1", [""])[0]
    assert len(kept) <= 5000
    assert send(own).status_code in (200, 422)
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    "name", ["horner_signs", "red_flag_cleared", "frt_rotation_deg.left", "self_harm_thoughts", "by"]
)
def test_what_the_page_does_not_ask_is_refused(own: Client, name: str) -> None:
    answer = tell(own, "danger", **{name: "no"})
    assert answer.status_code == 422
    assert "no field" in answer.text
    assert name not in Draft.objects.get().data


def test_sent_twice_it_is_signed_once(own: Client, patient: Patient) -> None:
    tell(own, "goal", goal="Sleep through")
    page = own.get("/intake/send/").text
    key = page.split('name="key" value="')[1].split('"')[0]
    first = own.post("/intake/send/", {"key": key})
    again = own.post("/intake/send/", {"key": key})
    assert (first.status_code, again.status_code) == (302, 302)
    assert Entry.objects.count() == 1
    assert own.post("/intake/send/", {"key": str(uuid.uuid4())}).status_code == 200
    assert own.post("/intake/send/", {"key": "nonsense"}).status_code == 200
    assert Entry.objects.count() == 1


def test_nothing_is_asked_twice_and_more_can_follow(own: Client, patient: Patient) -> None:
    tell(own, "medicines", any_headache_days_per_30d="12")
    tell(own, "kinds", kinds="1")
    tell(own, "start.new1", **{"headache_continuous@new1": "no", "name@new1": "one"})
    send(own)
    page = own.get("/intake/medicines/").text
    assert "any_headache_days_per_30d" not in page
    assert "acute_med_days_per_30d" in page
    tell(own, "start.A", **{"attack_count_lifetime@A": "40"})
    send(own)
    assert newest().content == {"headaches": [{"id": "A", "facts": {"attack_count_lifetime": 40}}]}
    assert [one.id for one in the_case(patient).headaches] == ["A"]


def test_what_a_clinician_noted_meanwhile_stands(own: Client, patient: Patient, clinic: Clinic) -> None:
    tell(own, "health", cancer_history="no")
    tell(own, "kinds", kinds="1")
    tell(own, "start.new1", **{"name@new1": "mine", "attack_count_lifetime@new1": "7"})
    build.an_entry(build.an_actor(clinic), patient[1], on=story.TODAY, kind="history",
                   content={"facts": {"cancer_history": True},
                            "headaches": [{"id": "A", "name": "theirs"}]})  # fmt: skip
    send(own)
    case = the_case(patient)
    assert [one.value for one in case.facts["cancer_history"]] == [True]
    # Whether they are the same is for the visit to tell; nothing that was told is lost.
    assert [(one.id, one.name) for one in case.headaches] == [("A", "theirs"), ("B", "mine")]


def test_another_window_is_not_written_over_unseen(own: Client) -> None:
    page = own.get("/intake/goal/").text
    tell(own, "goal", goal="from the phone")
    answer = own.post("/intake/goal/", {"was": was(page), "do": "next", "goal": "from the desk"})
    assert answer.status_code == 422
    assert "Another window" in answer.text
    assert Draft.objects.get().data["goal"] == ["from the phone"]
    assert (
        own.post("/intake/goal/", {"was": was(answer.text), "do": "next", "goal": "from the desk"}).status_code == 302
    )
    assert Draft.objects.get().data["goal"] == ["from the desk"]


def test_two_pages_on_two_devices_are_both_kept(own: Client, patient: Patient) -> None:
    phone = signed_in(Client(), patient[0])
    goal, days = own.get("/intake/goal/").text, phone.get("/intake/medicines/").text
    own.post("/intake/goal/", {"was": was(goal), "do": "next", "goal": "run"})
    phone.post("/intake/medicines/", {"was": was(days), "do": "next", "any_headache_days_per_30d": "3"})
    kept = Draft.objects.get().data
    assert (kept["goal"], kept["any_headache_days_per_30d"]) == (["run"], ["3"])


def test_a_danger_sign_stops_is_stored_and_stands_on_the_page_at_once(
    own: Client, patient: Patient, clinic: Clinic
) -> None:
    tell(own, "goal", goal="not sent yet")
    answer = tell(own, "danger", bladder_bowel_change="yes", fever="no")
    assert answer.headers["Location"] == "/intake/stop/"
    stop = own.get("/intake/stop/").text
    assert "Get help now" in stop
    assert 'href="tel:911"' in stop
    entry = newest()
    assert entry.kind == "intake"
    assert entry.content["facts"] == {"bladder_bowel_change": True}
    assert "episode" not in entry.content, "the rest is sent when the person sends it"
    physio = signed_in(Client(), build.an_actor(clinic))
    flags = assess(the_case(patient), story.TODAY).safety.open
    page = physio.get(f"/people/{patient[1].pk}/").text
    assert flags
    assert all(one.flag.name in page for one in flags)
    # Going on does not stop again for the same, and takes nothing back.
    assert tell(own, "kinds", kinds="1").headers["Location"] == "/intake/start.new1/"
    send(own)
    assert newest().content == {"episode": {"goal": "not sent yet"}}


def test_a_danger_sign_of_a_headache_keeps_its_place(own: Client, patient: Patient) -> None:
    tell(own, "kinds", kinds="3")
    for number in "123":
        tell(own, f"start.new{number}", **{f"name@new{number}": f"kind {number}"})
    answer = tell(own, "start.new2", **{"name@new2": "kind 2", "time_to_peak_seconds@new2": "20"})
    assert answer.headers["Location"] == "/intake/stop/"
    assert [(one.id, one.name) for one in the_case(patient).headaches] == [("A", "kind 2")]
    send(own)
    assert [(one.id, one.name) for one in the_case(patient).headaches] == [
        ("A", "kind 2"),
        ("B", "kind 1"),
        ("C", "kind 3"),
    ]


def test_signs_on_two_pages_raise_an_alarm_together(own: Client, patient: Patient) -> None:
    assert tell(own, "danger", new_neck_pain="yes").headers["Location"] == "/intake/kinds/"
    assert tell(own, "health", immune_compromise="yes").headers["Location"] == "/intake/stop/"
    assert assess(the_case(patient), story.TODAY).safety.open


def test_no_one_elses_intake_is_reached(own: Client, clinic: Clinic, other_clinic: Clinic, patient: Patient) -> None:
    tell(own, "goal", goal="mine alone")
    send(own)
    stranger = signed_in(Client(), build.a_patient(clinic)[0])
    assert "mine alone" not in stranger.get(START).text
    for role in (FRONT_DESK, PHYSIOTHERAPIST):
        staff = signed_in(Client(), build.an_actor(clinic, role))
        assert staff.get(START).status_code == 403
        assert staff.post("/intake/send/", {}).status_code == 403
    assert stranger.get(f"/people/{patient[1].pk}/intake/").status_code == 403
    assert (
        signed_in(Client(), build.an_actor(clinic, FRONT_DESK)).get(f"/people/{patient[1].pk}/intake/").status_code
        == 403
    )
    assert signed_in(Client(), build.an_actor(other_clinic)).get(f"/people/{patient[1].pk}/intake/").status_code == 404
    assert Client().get(START).status_code == 302


def test_the_clinician_reads_what_was_said_and_what_is_missing(own: Client, patient: Patient, clinic: Clinic) -> None:
    tell(own, "kinds", kinds="1")
    tell(own, "start.new1", **{"name@new1": "from the neck", "headache_onset_date@new1": "2024-03-01"})
    send(own)
    physio = signed_in(Client(), build.an_actor(clinic))
    page = physio.get(f"/people/{patient[1].pk}/intake/").text
    assert "Said by the person" in page
    assert "Headache A · from the neck" in page
    assert "Still missing" in page
    assert "Intake, said by the person on 11 Mar 2026" in physio.get(f"/people/{patient[1].pk}/").text
    history = physio.get(f"/people/{patient[1].pk}/history/headaches/A/").text
    assert "<strong>1 Mar 2024</strong>, 11 Mar 2026, patient" in history


def test_a_question_that_no_rule_asks_any_more_is_left_out(own: Client) -> None:
    tell(own, "kinds", kinds="1")
    before = own.get("/intake/aura.new1/").text
    assert "aura_spread_minutes" in before
    tell(own, "aura.new1", **{"aura_attack_count@new1": "0"})
    after = own.get("/intake/aura.new1/").text
    assert "aura_attack_count@new1" in after
    assert "aura_spread_minutes" not in after


def test_a_slip_elsewhere_silences_no_danger_sign(own: Client, patient: Patient) -> None:
    slip = tell(own, "claim", claim_number="AB-123456")
    assert slip.status_code == 422
    assert "Say who pays as well" in slip.text
    answer = tell(own, "danger", bladder_bowel_change="yes")
    assert answer.headers["Location"] == "/intake/stop/"
    assert "episode" not in newest().content
    # And one that comes after another, just as strong, is told and stored as well.
    again = tell(own, "danger", new_red_flag_sign="yes")
    assert again.headers["Location"] == "/intake/stop/"
    assert newest().content["visits"][0]["facts"] == {"new_red_flag_sign": True}


def test_a_slip_beside_it_silences_no_danger_sign(own: Client, patient: Patient) -> None:
    tell(own, "kinds", kinds="1")
    both = {"time_to_peak_seconds@new1": "5", "attack_count_lifetime@new1": "-3"}
    assert tell(own, "start.new1", **both).headers["Location"] == "/intake/stop/"
    assert newest().content["headaches"][0]["facts"] == {"time_to_peak_seconds": 5}


def test_what_to_do_is_said_though_it_cannot_be_signed(own: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_said: Any) -> None:
        raise ValidationError("somebody else is signing")

    monkeypatch.setattr("clinic.intake.sending.sign_entry", refuse)
    page = tell(own, "danger", bladder_bowel_change="yes").text
    assert "Get help now" in page
    assert "does not have this answer yet" in page


def test_with_the_clock_of_another_day_signs_stay_of_their_day(own: Client, patient: Patient) -> None:
    tell(own, "danger", fever="no")
    with clock.set_to(story.at(story.TODAY + timedelta(days=2))):
        tell(own, "goal", goal="later")
        send(own)
        entry = newest()
        assert entry.on == story.TODAY + timedelta(days=2)
        assert entry.content["visits"] == [{"date": story.TODAY.isoformat(), "facts": {"fever": False}}]


@pytest.mark.parametrize("days", [3, 90])
def test_statements_do_not_grow_with_the_history(
    own: Client, patient: Patient, days: int, statements: Statements
) -> None:
    for day in (story.TODAY - timedelta(days=number) for number in range(days)):
        content = {"diary": [{"date": day.isoformat(), "headache_today": False}]}
        build.an_entry(patient[0], patient[1], on=day, kind="diary", content=content)
    tell(own, "kinds", kinds="1")
    before = len(statements.texts)
    assert own.get("/intake/aura.new1/").status_code == 200
    assert len(statements.texts) - before == 11
