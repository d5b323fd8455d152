"""One row at a time: what is answered, and what the chart says then."""

import json
import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.actions import correct_entry, open_chart
from clinic.chart.models import Entry, Person
from clinic.person.case import case_of
from clinic.sync.day import TWO_ANSWERS
from clinic.sync.models import SentRow
from concordant.record.record import Record
from tests.clinic import build
from tests.clinic.conftest import Statements
from tests.clinic.forms.sending import a_form, signed_in, with_headaches
from tests.clinic.home.plans import FLEXORS, a_plan
from tests.clinic.sync.devices import DAYS, NOW, a_batch, a_row, an_answer

TODAY, YESTERDAY, BEFORE = DAYS


@pytest.fixture
def own(clinic: Clinic) -> tuple[Actor, Person]:
    return build.a_patient(clinic)


@pytest.fixture
def patient(own: tuple[Actor, Person]) -> Person:
    return own[1]


@pytest.fixture
def phone(client: Client, own: tuple[Actor, Person]) -> Client:
    return signed_in(client, own[0])


def post(client: Client, sent: Any, at: datetime = NOW) -> Any:
    with clock.set_to(at):
        text = sent if isinstance(sent, str) else json.dumps(sent)
        return client.post("/diary/sync/", text, content_type="application/json")


def answer(client: Client, person: Person, row: Any, at: datetime = NOW, **more: Any) -> dict[str, Any]:
    more.setdefault("sent", at.isoformat())
    answers = post(client, a_batch(person, row, **more), at).json()["answers"]
    assert len(answers) == 1
    return dict(answers[0])


def state(client: Client, at: datetime = NOW) -> dict[str, Any]:
    with clock.set_to(at):
        return dict(client.get("/diary/sync/").json())


def day_of(told: dict[str, Any], day: str) -> dict[str, Any]:
    return next(one for one in told["days"] if one["day"] == day)


def in_force() -> list[dict[str, Any]]:
    return [entry.content for entry in Entry.objects.filter(corrections__isnull=True).order_by("id") if entry.content]


def moment(day: str, hour: int = 20) -> datetime:
    return datetime.fromisoformat(f"{day}T{hour:02}:00:00-08:00")


# --- what is kept ---------------------------------------------------------------------------------------------


def test_a_row_is_signed_with_the_moment_at_which_it_was_written(phone: Client, patient: Person) -> None:
    row = a_row()
    told = answer(phone, patient, row)
    assert (told["status"], told["kept"], told["mark"]) == ("saved", True, "on_time")
    entry = Entry.objects.get()
    assert (entry.kind, entry.on.isoformat(), str(entry.idempotency_key)) == ("diary", TODAY, row["key"])
    written = {"date": TODAY, "recorded": "2026-01-12T18:00:00-08:00"}
    assert entry.content == {"diary": [{**written, "headache_today": True, "intensity_nrs": 4}]}


def test_sent_again_it_is_answered_and_not_written_again(phone: Client, patient: Person) -> None:
    row = a_row()
    first, again = answer(phone, patient, row), answer(phone, patient, row)
    assert first == again
    assert Entry.objects.count() == SentRow.objects.count() == 1


def test_a_full_week_without_a_network_counts_as_it_was_written(phone: Client, own: tuple[Actor, Person]) -> None:
    by, patient = own
    days = [date(2026, 1, 12) - timedelta(days=back) for back in range(7)]
    seen = moment("2026-01-05").isoformat()
    rows = [
        a_row(day=one.isoformat(), says=an_answer(), written=moment(one.isoformat(), 9).isoformat(), seen=seen)
        for one in days
    ]
    answers = post(phone, a_batch(patient, *rows)).json()["answers"]
    assert [(one["status"], one["mark"]) for one in answers] == [("saved", "on_time")] * 7
    with clock.set_to(NOW):
        diary = Record(case_of(open_chart(by=by, person_id=patient.pk)), date(2026, 1, 12)).diary
    assert sorted(diary.by_day) == sorted(days)


@pytest.mark.parametrize(
    ("day", "status", "mark"),
    [
        (TODAY, "saved", "on_time"),
        (YESTERDAY, "saved", "on_time"),
        (BEFORE, "saved", "late"),
        ("2026-01-09", "recalled", ""),
        ("2025-01-12", "recalled", ""),
        ("2026-01-13", "future", ""),
        ("2027-01-12", "future", ""),
    ],
)
def test_days_that_can_be_written_down(phone: Client, patient: Person, day: str, status: str, mark: str) -> None:
    told = answer(phone, patient, a_row(day=day))
    assert (told["status"], told["mark"]) == (status, mark)
    assert told["kept"] is (status == "saved")
    assert Entry.objects.count() == SentRow.objects.count() == (status == "saved")


# --- two devices ----------------------------------------------------------------------------------------------


def test_two_answers_that_knew_nothing_of_each_other_are_both_kept_and_asked(phone: Client, patient: Person) -> None:
    one, other = a_row(says=an_answer(4)), a_row(says=an_answer(7))
    assert answer(phone, patient, one)["status"] == "saved"
    assert answer(phone, patient, other)["status"] == "asks"
    asked = state(phone)["asks"]
    assert [sorted(each["key"] for each in found["answers"]) for found in asked] == [sorted([one["key"], other["key"]])]
    # What both say stands; what they differ in is not answered until it is said which is right.
    assert [rows["diary"][0].get("intensity_nrs", "open") for rows in in_force()] == ["open"]
    assert in_force()[0]["diary"][0]["headache_today"] is True


def test_whether_there_was_a_headache_at_all_can_be_what_is_asked(phone: Client, patient: Person) -> None:
    answer(phone, patient, a_row(says=an_answer(0)))
    assert answer(phone, patient, a_row(says=an_answer(7)))["status"] == "asks"
    assert in_force() == []


def test_a_warning_sign_stands_though_the_rest_is_asked(phone: Client, patient: Person) -> None:
    answer(phone, patient, a_row(says=[{"headache_today": False, "red_flag_today": []}]))
    answer(phone, patient, a_row(says=[{"headache_today": True, "red_flag_today": ["fever"]}]))
    assert in_force()[0]["diary"][0]["red_flag_today"] == ["fever"]


def test_the_order_in_which_several_were_picked_is_no_dispute(phone: Client, patient: Person) -> None:
    for signs in (["fever", "trauma"], ["trauma", "fever"]):
        row = a_row(says=[{"headache_today": True, "red_flag_today": signs}])
        assert answer(phone, patient, row)["status"] == "saved"


def test_picking_one_answer_settles_it_even_a_week_later(phone: Client, patient: Person) -> None:
    one, other = a_row(says=an_answer(4)), a_row(says=an_answer(7))
    answer(phone, patient, one)
    answer(phone, patient, other)
    later = NOW + timedelta(days=7)
    known = state(phone, later)["asks"][0]["known"]
    moments = {"written": later.isoformat(), "seen": NOW.isoformat()}
    picked = a_row(says=an_answer(7), based_on=known, **moments)
    assert answer(phone, patient, picked, later)["status"] == "saved"
    assert [rows["diary"][0]["intensity_nrs"] for rows in in_force()] == [7]
    assert in_force()[0]["diary"][0]["recorded"] == "2026-01-12T18:00:00-08:00"
    assert state(phone, later)["asks"] == []
    # A third answer would be remembered, not picked.
    third = a_row(says=an_answer(5), based_on=[*known, picked["key"]], **moments)
    assert answer(phone, patient, third, later)["status"] == "recalled"


def test_the_same_answer_from_both_is_no_dispute(phone: Client, patient: Person) -> None:
    answer(phone, patient, a_row())
    assert answer(phone, patient, a_row())["status"] == "saved"
    assert len(in_force()) == 1


def test_a_later_answer_that_arrives_first_stands(phone: Client, patient: Person) -> None:
    first = a_row(says=an_answer(4))
    second = a_row(says=an_answer(7), based_on=[first["key"]])
    assert answer(phone, patient, second)["status"] == "saved"
    assert answer(phone, patient, first)["status"] == "replaced"
    assert [rows["diary"][0]["intensity_nrs"] for rows in in_force()] == [7]


def test_two_that_claim_to_replace_each_other_lose_nothing(phone: Client, patient: Person) -> None:
    one, other = a_row(says=an_answer(4)), a_row(says=an_answer(7))
    one["based_on"], other["based_on"] = [other["key"]], [one["key"]]
    answer(phone, patient, one)
    assert answer(phone, patient, other)["status"] == "asks"


def test_without_scripts_the_form_of_the_day_shows_both_and_settles_it(phone: Client, patient: Person) -> None:
    answer(phone, patient, a_row(says=an_answer(4)))
    answer(phone, patient, a_row(says=an_answer(7)))
    address = f"/people/{patient.pk}/diary/"
    with clock.set_to(NOW):
        page = phone.get(address).text
        assert "Worst headache of the day 4" in page
        assert "Worst headache of the day 7" in page
        assert phone.post(address, a_form(headache_today="yes", intensity_nrs="7")).status_code == 302
        assert "Two devices" not in phone.get(address).text
    assert state(phone)["asks"] == []
    assert in_force()[-1]["diary"][0]["intensity_nrs"] == 7


# --- beside the chart's own forms -----------------------------------------------------------------------------


def test_a_form_that_was_signed_meanwhile_is_not_written_over(phone: Client, patient: Person) -> None:
    with clock.set_to(NOW):
        form = a_form(headache_today="yes", intensity_nrs="6")
        assert phone.post(f"/people/{patient.pk}/diary/", form).status_code == 302
    assert answer(phone, patient, a_row(says=an_answer(0)))["status"] == "asks"
    known = day_of(state(phone), TODAY)["known"]
    assert answer(phone, patient, a_row(says=an_answer(0), based_on=known))["status"] == "saved"
    assert [rows["diary"][0]["headache_today"] for rows in in_force()] == [False]


def test_a_form_that_adds_to_what_a_device_said_is_no_dispute(phone: Client, patient: Person) -> None:
    row = a_row()
    answer(phone, patient, row)
    with clock.set_to(NOW):
        phone.post(f"/people/{patient.pk}/diary/", a_form(headache_today="yes", sleep_hours="6.5"))
    told = day_of(state(phone), TODAY)
    assert not told["is_disputed"]
    assert told["says"] == [{"headache_today": True, "intensity_nrs": 4, "sleep_hours": 6.5}]
    assert "recorded" not in in_force()[-1]["diary"][0]  # the hours of sleep were not written when the rest was
    # The device that has not heard of it asks instead of taking the hours of sleep away.
    assert answer(phone, patient, a_row(says=an_answer(2), based_on=[row["key"]]))["status"] == "asks"


def test_what_the_clinic_wrote_stays(phone: Client, patient: Person, physio: Actor) -> None:
    with clock.set_to(NOW):
        content = {"diary": [{"date": TODAY, "headache_today": True, "intensity_nrs": 8}]}
        build.an_entry(physio, patient, on=date(2026, 1, 12), kind="diary", content=content)
    assert answer(phone, patient, a_row(says=an_answer(3)))["status"] == "asks"
    assert in_force() == [content]


def test_a_day_that_was_taken_back_is_not_brought_back(phone: Client, patient: Person) -> None:
    row = a_row()
    answer(phone, patient, row)
    with clock.set_to(NOW):
        correct_entry(
            by=Actor(patient.user),
            entry_id=Entry.objects.get().pk,
            content={},
            reason="wrong",
            idempotency_key=uuid.uuid4(),
        )
    assert day_of(state(phone), TODAY)["says"] == []
    assert answer(phone, patient, row)["status"] == "replaced"
    assert in_force() == []


# --- clocks ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("years", [-1, 1])
def test_a_clock_that_is_wrong_by_a_year_asks_which_day_it_was(phone: Client, patient: Person, years: int) -> None:
    wrong = NOW + timedelta(days=365 * years)
    day = (date(2026, 1, 12) + timedelta(days=365 * years)).isoformat()
    row = a_row(day=day, written=wrong.isoformat())
    told = answer(phone, patient, row, sent=wrong.isoformat())
    assert (told["status"], told["kept"], told["proposed"]) == ("clock", False, TODAY)
    assert Entry.objects.count() == 0
    again = {**row, "key": str(uuid.uuid4()), "day": TODAY, "confirmed": True}
    assert answer(phone, patient, again, sent=wrong.isoformat())["status"] == "saved"
    assert Entry.objects.get().on.isoformat() == TODAY


@pytest.mark.parametrize("years", [-1, 1])
def test_a_clock_that_was_put_right_in_between_is_noticed(phone: Client, patient: Person, years: int) -> None:
    wrong = NOW + timedelta(days=365 * years)
    row = a_row(day=(date(2026, 1, 12) + timedelta(days=365 * years)).isoformat(), written=wrong.isoformat())
    told = answer(phone, patient, row)
    assert (told["status"], told["proposed"]) == ("clock", None)


def test_a_week_with_a_wrong_clock_can_be_confirmed_day_by_day(phone: Client, patient: Person) -> None:
    shift, seen = timedelta(days=365), moment("2026-01-05").isoformat()
    true_day = date(2026, 1, 8)
    wrong = {"written": (moment("2026-01-08") + shift).isoformat(), "day": (true_day + shift).isoformat(), "seen": seen}
    told = answer(phone, patient, a_row(**wrong), sent=(NOW + shift).isoformat())
    assert (told["status"], told["proposed"]) == ("clock", true_day.isoformat())
    again = a_row(**{**wrong, "day": true_day.isoformat(), "confirmed": True})
    assert answer(phone, patient, again, sent=(NOW + shift).isoformat())["mark"] == "on_time"


def test_a_clock_hours_ahead_that_named_tomorrow_asks(phone: Client, patient: Person) -> None:
    wrong = NOW + timedelta(hours=8)
    told = answer(phone, patient, a_row(day="2026-01-13", written=wrong.isoformat()), sent=wrong.isoformat())
    assert (told["status"], told["proposed"]) == ("clock", TODAY)


def test_a_clock_that_is_hours_wrong_is_corrected(phone: Client, patient: Person) -> None:
    wrong = NOW + timedelta(hours=3)
    row = a_row(written=wrong.isoformat())
    assert answer(phone, patient, row, sent=wrong.isoformat())["status"] == "saved"
    assert Entry.objects.get().content["diary"][0]["recorded"] == "2026-01-12T18:00:00-08:00"


def test_ahead_of_the_clinic_the_day_waits_until_it_has_begun_there(phone: Client, patient: Person) -> None:
    row = a_row(day="2026-01-13", zone_min=9 * 60)
    told = answer(phone, patient, row)
    assert (told["status"], told["kept"]) == ("not yet", False)
    assert answer(phone, patient, row, NOW + timedelta(hours=8))["status"] == "saved"


# --- whose it is, and what is tampered with -------------------------------------------------------------------


def test_rows_of_another_account_go_nowhere(phone: Client, patient: Person, clinic: Clinic) -> None:
    _other, stranger = build.a_patient(clinic)
    told = answer(phone, stranger, a_row())
    assert (told["status"], told["kept"]) == ("not yours", False)
    assert Entry.objects.count() == SentRow.objects.count() == 0
    event = AuditEvent.objects.filter(result="refused").get()
    assert event.person_id == patient.pk


def test_a_key_that_another_person_has_used_tells_nothing(phone: Client, patient: Person, clinic: Clinic) -> None:
    row = a_row()
    other, stranger = build.a_patient(clinic)
    answer(signed_in(Client(), other), stranger, row)
    assert answer(phone, patient, {**row, "says": an_answer(9)})["status"] == "saved"
    assert sorted(SentRow.objects.values_list("person", flat=True)) == sorted([patient.pk, stranger.pk])


def test_a_row_that_was_changed_under_its_key_is_refused(phone: Client, patient: Person) -> None:
    row = a_row()
    answer(phone, patient, row)
    told = answer(phone, patient, {**row, "says": an_answer(9)})
    assert (told["status"], told["kept"]) == ("changed", False)
    assert [rows["diary"][0]["intensity_nrs"] for rows in in_force()] == [4]


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "no key"},
        {"key": None},
        {"kind": "visits"},
        {"day": "2026-02-30"},
        {"day": 20260112},
        {"says": []},
        {"says": "yes"},
        {"says": [{"headache_today": "yes"}]},
        {"says": [{"intensity_nrs": 4}]},
        {"says": [{"headache_today": True, "intensity_nrs": 11}]},
        {"says": [{"headache_today": True, "intensity_nrs": 0}]},
        {"says": [{"headache_today": False, "headache": "A"}]},
        {"says": [{"headache_today": True, "headache": "Z"}]},
        {"says": [{"headache_today": True}, {"headache_today": True}]},
        {"says": [{"headache_today": True, "treated_today": ["physiotherapist"]}]},
        {"says": [{"headache_today": True, "date": "2020-01-01"}]},
        {"says": [{"headache_today": True, "recorded": "2020-01-01T00:00:00Z"}]},
        {"based_on": ["x"]},
        {"based_on": [str(uuid.UUID(int=one)) for one in range(201)]},
        {"written": "yesterday"},
        {"written": "2026-01-12T18:00:00"},
        {"written": "0001-01-01T00:00:00+00:00"},
        {"zone_min": 100_000},
        {"zone_min": True},
        {"author": 1},
    ],
)
def test_what_cannot_be_read_is_answered_and_the_others_are_kept(
    phone: Client, patient: Person, wrong: dict[str, Any]
) -> None:
    good = a_row(day=YESTERDAY)
    answers = post(phone, a_batch(patient, {**a_row(), **wrong}, good)).json()["answers"]
    assert [one["status"] for one in answers] == ["broken", "saved"]
    assert answers[0]["problems"]
    assert list(SentRow.objects.values_list("key", flat=True)) == [uuid.UUID(good["key"])]


@pytest.mark.parametrize("sent", ["", "[]", "{", '{"person": 1}', "NaN", "[" * 100_000, "null"])
def test_what_is_no_batch_is_refused(phone: Client, patient: Person, sent: str) -> None:
    assert post(phone, sent).status_code == 400
    assert SentRow.objects.count() == 0


@pytest.mark.parametrize("number", ["1e999", "-1e999", "9" * 5000])
def test_numbers_that_no_fact_has_are_refused(phone: Client, patient: Person, number: str) -> None:
    sent = json.dumps(a_batch(patient, a_row(says=[{"headache_today": True, "headache_hours": "?"}])))
    told = post(phone, sent.replace('"?"', number))
    assert told.status_code == 400 or told.json()["answers"][0]["status"] == "broken"
    assert SentRow.objects.count() == 0


def test_the_key_of_a_signed_form_is_no_key_of_a_row(phone: Client, patient: Person) -> None:
    with clock.set_to(NOW):
        phone.post(f"/people/{patient.pk}/diary/", a_form(headache_today="no"))
    taken = str(Entry.objects.get().idempotency_key)
    for day in DAYS:
        assert answer(phone, patient, a_row(key=taken, day=day))["status"] == "changed"
    assert SentRow.objects.count() == 0


def test_a_batch_has_an_end(phone: Client, patient: Person) -> None:
    assert post(phone, a_batch(patient, *[a_row() for _ in range(101)])).status_code == 400
    assert post(phone, " " * 600_000).status_code == 400


def test_without_a_session_nothing_is_taken_and_no_page_is_sent(client: Client, patient: Person) -> None:
    told = post(client, a_batch(patient, a_row()))
    assert (told.status_code, told.json()) == (401, {"status": "sign in"})


def test_staff_have_no_diary_of_their_own(client: Client, physio: Actor, person: Person) -> None:
    assert post(signed_in(client, physio), a_batch(person, a_row())).status_code == 403
    assert SentRow.objects.count() == 0


def test_another_site_cannot_send(own: tuple[Actor, Person]) -> None:
    client = Client(enforce_csrf_checks=True)
    signed_in(client, own[0])
    assert post(client, a_batch(own[1], a_row())).status_code == 403
    token = client.get("/diary/sync/").json()["token"]
    body = json.dumps(a_batch(own[1], a_row()))
    with clock.set_to(NOW):
        told = client.post("/diary/sync/", body, content_type="application/json", headers={"X-CSRFToken": token})
    assert told.json()["answers"][0]["status"] == "saved"


# --- the home programme ---------------------------------------------------------------------------------------


def test_a_tick_of_the_programme_is_taken_and_of_anything_else_is_not(
    phone: Client, patient: Person, physio: Actor
) -> None:
    with clock.set_to(NOW):
        with_headaches(physio, patient, "A")
        build.an_entry(
            physio, patient, on=date(2026, 1, 7), kind="treatment", content=a_plan(FLEXORS, on=date(2026, 1, 7))
        )
    tick = {"kind": "home", "item": "dcf_stage1", "says": [{"done": True, "effort": 4}]}
    assert answer(phone, patient, a_row(**tick))["status"] == "saved"
    assert in_force()[-1]["home"][0]["effort"] == 4
    told = answer(phone, patient, a_row(**{**tick, "item": "self_snag_c1_c2"}))
    assert (told["status"], told["kept"]) == ("not given", False)
    assert answer(phone, patient, a_row(**{**tick, "says": [{"done": False, "effort": 4}]}))["status"] == "broken"
    assert answer(phone, patient, a_row(**{**tick, "says": [{"done": False}]}))["status"] == "asks"


@pytest.fixture
def programme(patient: Person, physio: Actor) -> None:
    with clock.set_to(NOW):
        with_headaches(physio, patient, "A")
        plan = a_plan(FLEXORS, on=date(2026, 1, 11))
        build.an_entry(physio, patient, on=date(2026, 1, 11), kind="treatment", content=plan)


def tick(**more: Any) -> dict[str, Any]:
    return a_row(kind="home", item="dcf_stage1", **{"says": [{"done": True}], **more})


def test_what_may_be_ticked_comes_with_the_state(phone: Client, programme: None) -> None:
    told = state(phone)
    offered = {one["day"]: one["items"] for one in told["programme"]["days"]}
    assert list(offered) == [TODAY, YESTERDAY, BEFORE]  # newest first: a phone without a network goes by the first
    assert offered[BEFORE] == []  # nothing was signed by then
    (item,) = offered[TODAY]
    assert item["item"] == "dcf_stage1"
    assert item["name"]
    assert "10" in item["dose"]
    assert item["wait"] is False
    assert [(one["day"], one["item"]) for one in told["ticks"]] == [(TODAY, "dcf_stage1"), (YESTERDAY, "dcf_stage1")]


def test_a_tick_names_the_one_before_and_takes_its_place(phone: Client, patient: Person, programme: None) -> None:
    first = tick()
    answer(phone, patient, first)
    (stands,) = (one for one in state(phone)["ticks"] if one["day"] == TODAY)
    assert (stands["known"], stands["says"]) == ([first["key"]], [{"done": True}])
    more = tick(says=[{"done": True, "effort": 6, "pain_after_nrs": 2}], based_on=stands["known"])
    assert answer(phone, patient, more)["status"] == "saved"
    written = [one["home"][0] for one in in_force() if "home" in one]
    assert [(one["effort"], one["pain_after_nrs"]) for one in written] == [(6, 2)]


def test_a_tick_of_the_page_of_exercises_stands_beside(phone: Client, patient: Person, programme: None) -> None:
    with clock.set_to(NOW):
        sent = {"key": str(uuid.uuid4()), "day": TODAY, "intervention": "dcf_stage1", "do": "done"}
        assert phone.post(f"/people/{patient.pk}/home/tick/", sent).status_code == 302
    (stands,) = (one for one in state(phone)["ticks"] if one["day"] == TODAY)
    assert stands["says"] == [{"done": True}]
    assert answer(phone, patient, tick(says=[{"done": False}], based_on=stands["known"]))["status"] == "saved"
    assert [one["home"][0]["done"] for one in in_force() if "home" in one] == [False]


def test_while_a_doctor_is_to_be_seen_the_state_says_so(phone: Client, patient: Person, programme: None) -> None:
    assert state(phone)["programme"]["stop"] is False
    answer(phone, patient, a_row(says=[{"headache_today": True, "red_flag_today": ["neurological"]}]))
    told = state(phone)["programme"]
    assert told["stop"] is True
    assert told["days"][0]["items"]  # what was done can still be said


def test_a_note_in_their_own_words_is_kept_and_shown(
    phone: Client, client: Client, patient: Person, physio: Actor
) -> None:
    note = "Long drive.\nBetter after a walk, « enfin »."
    assert answer(phone, patient, a_row(says=[{"headache_today": False, "note": note}]))["status"] == "saved"
    assert in_force()[0]["diary"][0]["note"] == note
    with clock.set_to(NOW):
        assert case_of(open_chart(by=physio, person_id=patient.pk)).diary[0].note == note
        for reader in (phone, signed_in(Client(), physio)):
            assert "Better after a walk, « enfin »." in reader.get(f"/people/{patient.pk}/").text
        assert "Long drive." in phone.get(f"/people/{patient.pk}/diary/").text


@pytest.mark.parametrize("note", ["", 4, ["x"], "x" * 4001, "a\x00b"])
def test_what_is_no_note_is_refused(phone: Client, patient: Person, note: Any) -> None:
    assert answer(phone, patient, a_row(says=[{"headache_today": False, "note": note}]))["status"] == "broken"


def test_a_note_is_escaped(phone: Client, patient: Person) -> None:
    answer(phone, patient, a_row(says=[{"headache_today": False, "note": "<script>alert(1)</script>"}]))
    with clock.set_to(NOW):
        assert "<script>alert" not in phone.get(f"/people/{patient.pk}/").text


# --- on the page of the clinician -----------------------------------------------------------------------------


def test_two_answers_are_shown_to_the_clinician_until_they_are_told_apart(
    phone: Client, patient: Person, physio: Actor
) -> None:
    answer(phone, patient, a_row(says=an_answer(4)))
    later = NOW + timedelta(days=1)
    told = answer(phone, patient, a_row(says=an_answer(7), seen=NOW.isoformat()), later)
    assert told["status"] == "asks"
    clinician = signed_in(Client(), physio)
    with clock.set_to(later):
        page = clinician.get(f"/people/{patient.pk}/").text
        assert "Two answers for one day" in page
        assert "2 answers, asked since 13 Jan 2026" in page
        assert "Worst headache of the day 4" in page
        assert "Worst headache of the day 7" in page
        assert f"/people/{patient.pk}/diary/?day={TODAY}" in page
        # As it was known on an earlier day: nobody looks back to who was asked then.
        assert "Two answers for one day" not in clinician.get(f"/people/{patient.pk}/?as_of={TODAY}").text
        # What is taken along says what counts.
        export = clinician.post(f"/people/{patient.pk}/export/", {"format": "yaml"}).content.decode()
    assert "headache_today: true" in export
    assert "intensity_nrs" not in export
    known = state(phone, later)["asks"][0]["known"]
    answer(phone, patient, a_row(says=an_answer(7), based_on=known, written=later.isoformat()), later)
    with clock.set_to(later):
        assert "Two answers for one day" not in clinician.get(f"/people/{patient.pk}/").text


# --- in French ------------------------------------------------------------------------------------------------


def test_what_is_told_is_french_and_what_is_signed_is_not(phone: Client, patient: Person) -> None:
    french = {"Accept-Language": "fr-CA"}
    rows = [a_row(says=an_answer(4)), a_row(says=an_answer(7)), a_row(day="2026-01-01")]
    with clock.set_to(NOW):
        told = phone.post(
            "/diary/sync/", json.dumps(a_batch(patient, *rows)), content_type="application/json", headers=french
        ).json()
    assert told["language"] == "fr-ca"
    assert [one["words"][:11] for one in told["answers"]] == ["Enregistré.", "Cette journ", "On peut not"]
    assert {entry.reason for entry in Entry.objects.all()} <= {"", TWO_ANSWERS}


def test_the_form_of_the_day_is_french(phone: Client, patient: Person) -> None:
    answer(phone, patient, a_row(says=an_answer(4)))
    answer(phone, patient, a_row(says=an_answer(7)))
    with clock.set_to(NOW):
        page = phone.get(f"/people/{patient.pk}/diary/", headers={"Accept-Language": "fr"}).text
    for words in ("Deux appareils ont envoyé", "Enregistrer la journée", "avant-hier", "Autre chose sur cette journée"):
        assert words in page
    for words in ("Two devices", "Save the day", "the day before", "Anything else", "Another day"):
        assert words not in page


def test_statements_do_not_grow_with_the_rows(
    phone: Client, patient: Person, programme: None, statements: Statements
) -> None:
    def asked() -> int:
        before = len(statements.texts)
        state(phone)
        return len(statements.texts) - before

    state(phone)
    few = asked()
    for day in (TODAY, YESTERDAY):
        answer(phone, patient, tick(day=day))
        answer(phone, patient, a_row(day=day))
    state(phone)
    assert asked() == few
