"""Accept, change, add and leave out, each signed; and what keeps a plan from being signed."""

import html
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.models import User
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PATIENT, RMT
from clinic.audit.models import AuditEvent
from clinic.chart.models import Entry, Person
from concordant.plan.signing import may_sign
from tests.clinic import build
from tests.clinic.person import story
from tests.clinic.plan.conftest import TODAY, form_of, in_pain, kept

Look = Callable[..., Any]
Sign = Callable[..., Any]


def signed(person: Person) -> dict[str, Any]:
    """The newest plan of the chart."""
    entry = Entry.objects.filter(person=person, kind="plan").order_by("-id").first()
    assert entry is not None
    return dict(entry.content)


def items(person: Person) -> dict[str, dict[str, Any]]:
    return {one["intervention"]: one for one in signed(person)["plans"][0]["items"]}


def problems(answer: Any) -> str:
    """What is to be put right, as the page says it."""
    assert answer.status_code == 422
    shown = answer.context["shown"]
    told = [*answer.context["sent"].general, *(one.says for one in shown.obstacles)]
    for row in shown.rows:
        told += [*row.problems, *(one.says for one in row.obstacles)]
    assert all(html.escape(one) in answer.text for one in told)
    return " ".join(told)


def test_accepted_as_proposed(sign: Sign, person: Person) -> None:
    assert sign(person).status_code == 302
    plan = signed(person)["plans"][0]
    assert (plan["phase"], plan["headache"], plan["date"]) == ("relief", "A", TODAY.isoformat())
    assert {one["choice"] for one in plan["items"]} == {"accepted"}
    assert items(person)["dcf_stage1"]["dose"]["hold_s"] == 10
    assert plan["goals"][0] == {"says": "Drive to work"}
    assert plan["retest"] > TODAY.isoformat()
    assert plan["visits_per_week"]["physiotherapist"] > 0
    (conclusion,) = [one for one in signed(person)["assessments"][0]["conclusions"] if one["code"] == "11.2.1"]
    assert conclusion["status"] in ("definite", "provisional")


def test_a_changed_dose_takes_a_reason(sign: Sign, person: Person) -> None:
    assert "Say why the dose is changed." in problems(sign(person, {"dose:dcf_stage1:hold_s": "5-8"}))
    assert sign(person, {"dose:dcf_stage1:hold_s": "5-8", "why:dcf_stage1": "tires early"}).status_code == 302
    assert items(person)["dcf_stage1"] | {"dose": 0} == {
        "intervention": "dcf_stage1",
        "choice": "changed",
        "reason": "tires early",
        "dose": 0,
    }
    assert items(person)["dcf_stage1"]["dose"]["hold_s"] == [5, 8]


def test_leaving_out_takes_a_reason_and_is_remembered(look: Look, sign: Sign, person: Person) -> None:
    assert "Say why it is left out." in problems(sign(person, {"in:snag_c1_c2": None}))
    assert sign(person, {"in:snag_c1_c2": None, "why:snag_c1_c2": "not wanted"}).status_code == 302
    assert signed(person)["plans"][0]["left_out"] == [{"intervention": "snag_c1_c2", "reason": "not wanted"}]
    row = next(row for row in look(person).context["shown"].rows if row.id == "snag_c1_c2")
    assert not row.included
    assert "Left out on" in row.difference.says


def test_adding_takes_a_reason(sign: Sign, person: Person) -> None:
    added = {"in:sleep_plan": "on"}
    assert "Say why it is added though it is not proposed." in problems(sign(person, added))
    assert sign(person, {**added, "why:sleep_plan": "sleeps badly"}).status_code == 302
    assert items(person)["sleep_plan"]["choice"] == "added"


def test_massage_is_added_with_its_visits_a_week(look: Look, sign: Sign, person: Person) -> None:
    """No soft-tissue treatment is proposed: the points were not pressed."""
    offered = {key: says for key, _name, says, _text in look(person).context["shown"].visits}
    assert "no soft-tissue treatment is" in offered["rmt"]
    assert "soft-tissue treatment: add one" in problems(sign(person, {"visits:rmt": "1"}))
    added = {"in:suboccipital_release": "on", "why:suboccipital_release": "tender below the skull"}
    answer = sign(person, {**added, "visits:rmt": "1"})
    assert answer.status_code == 302, problems(answer)
    assert signed(person)["plans"][0]["visits_per_week"]["rmt"] == 1
    again = look(person).context["shown"]
    (rmt,) = [one for one in again.visits if one[0] == "rmt"]
    assert rmt[3] == "1"
    assert "none proposed" not in rmt[2].lower()


def test_what_is_blocked_cannot_be_added(sign: Sign, user: User) -> None:
    person = kept(user, in_pain(osteoporosis=True))
    cautions = dict.fromkeys(("for:c1_c2_mobilisation:ci_bone", "for:snag_c1_c2:ci_bone"), "on")
    changes = {"in:cervical_manipulation": "on", "why:cervical_manipulation": "asked for it", **cautions}
    assert "must not be given" in problems(sign(person, changes))


def test_a_caution_is_signed_for_by_name(sign: Sign, user: User) -> None:
    person = kept(user, in_pain(osteoporosis=True))
    assert "needs a named signature for" in problems(sign(person))
    form = {f"for:{one}:ci_bone": "on" for one in ("c1_c2_mobilisation", "snag_c1_c2", "self_snag_c1_c2")}
    answer = sign(person, form)
    assert answer.status_code == 302, problems(answer)
    assert items(person)["c1_c2_mobilisation"]["signed_for"] == ["ci_bone"]


def test_hands_on_without_anything_active_is_refused(look: Look, sign: Sign, person: Person) -> None:
    home = next(group for group in look(person).context["shown"].groups if group.key == "home")
    changes: dict[str, str | None] = {f"in:{row.id}": None for row in home.rows}
    changes |= {f"why:{row.id}": "later" for row in home.rows}
    assert "add an active item" in problems(sign(person, changes))


def test_an_open_emergency_flag_keeps_it_from_being_signed(
    desk: Client, look: Look, person: Person, physio: Any
) -> None:
    form = form_of(look(person))
    with clock.set_to(story.at(TODAY + timedelta(days=1))):
        day = TODAY + timedelta(days=1)
        content = {"visits": [{"date": day.isoformat(), "facts": {"horner_signs": True}}]}
        build.an_entry(physio, person, on=day, kind="safety", content=content)
        answer = desk.post(f"/people/{person.pk}/plan/", form)
    assert answer.status_code == 422
    assert "Open emergency flag" in answer.text
    assert not Entry.objects.filter(person=person, kind="plan").exists()


def test_the_assessment_can_be_signed_alone(desk: Client, look: Look, user: User) -> None:
    person = kept(user, in_pain(horner_signs=True))
    answer = desk.post(f"/people/{person.pk}/plan/assessment/", form_of(look(person)))
    assert answer.status_code == 302
    assert "plans" not in signed(person)
    assert signed(person)["assessments"][0]["date"] == TODAY.isoformat()


def test_the_clinician_may_conclude_otherwise(sign: Sign, look: Look, person: Person) -> None:
    name = next(one.name for one in look(person).context["shown"].concluded if "11.2.1" in one.name)
    assert sign(person, {name: "undetermined"}).status_code == 302
    assert {"headache": "A", "code": "11.2.1", "status": "undetermined"} in signed(person)["assessments"][0][
        "conclusions"
    ]


def test_sending_it_twice_signs_it_once(desk: Client, look: Look, person: Person) -> None:
    form = form_of(look(person))
    first = desk.post(f"/people/{person.pk}/plan/", form)
    assert first.status_code == 302
    again = desk.post(f"/people/{person.pk}/plan/", form)
    assert (again.status_code, again.headers["Location"]) == (302, first.headers["Location"])
    assert Entry.objects.filter(person=person, kind="plan").count() == 1


def test_a_plan_signed_meanwhile_is_not_overwritten_unseen(
    desk: Client, look: Look, sign: Sign, person: Person
) -> None:
    stale = form_of(look(person))
    assert sign(person).status_code == 302
    answer = desk.post(f"/people/{person.pk}/plan/", stale)
    assert "Another plan was signed meanwhile" in answer.text
    assert Entry.objects.filter(person=person, kind="plan").count() == 1


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("dose:dcf_stage1:reps", "ten", "“ten” is not allowed; allowed: a number, or a range such as 5-10"),
        ("dose:dcf_stage1:reps", "10-5", "“10-5” is not allowed"),
        ("dose:dcf_stage1:reps", "99999", "“99999” is not allowed"),
        ("visits:physiotherapist", "often", "“often” is not allowed; allowed: 0 to 21"),
        ("visits:physiotherapist", "nan", "is not allowed"),
        ("retest", "soon", "“soon” is no date"),
        ("retest", "2001-01-01", "cannot be before today"),
        ("key", "x", "This form is broken"),
    ],
)
def test_what_cannot_be_read_is_said_and_kept(sign: Sign, person: Person, field: str, typed: str, told: str) -> None:
    answer = sign(person, {field: typed})
    assert answer.status_code == 422
    assert told in answer.text
    if field not in ("key", "retest"):
        assert f'value="{typed}"' in answer.text
    assert not Entry.objects.filter(person=person, kind="plan").exists()


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\x00", "{{ 7*7 }}", "\u202eevil"])
def test_hostile_text_stays_text(sign: Sign, person: Person, text: str) -> None:
    answer = sign(person, {"why:dcf_stage1": text, "remark": text, "goal": text, "dose:dcf_stage1:reps": "x"})
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("role", [RMT, FRONT_DESK, PATIENT])
def test_only_who_plans_may_sign(client: Client, look: Look, person: Person, clinic: Any, role: Any) -> None:
    form = form_of(look(person))
    client.force_login(build.a_user(clinic, role))
    answer = client.post(f"/people/{person.pk}/plan/", form)
    assert answer.status_code in (200, 403, 404)
    assert client.post(f"/people/{person.pk}/plan/assessment/", form).status_code in (403, 404)
    assert not Entry.objects.filter(person=person, kind="plan").exists()


def test_the_lead_may_sign(client: Client, look: Look, person: Person, clinic: Any) -> None:
    form = form_of(look(person))
    client.force_login(build.a_user(clinic, CLINIC_LEAD))
    assert client.post(f"/people/{person.pk}/plan/", form).status_code == 302


def test_another_clinic_does_not_find_it(client: Client, person: Person, other_clinic: Any) -> None:
    client.force_login(build.a_user(other_clinic))
    assert client.get(f"/people/{person.pk}/plan/").status_code == 404


def test_the_entry_of_a_plan_can_be_read_and_taken_back(desk: Client, sign: Sign, person: Person) -> None:
    sign(person, {"dose:dcf_stage1:hold_s": "5-8", "why:dcf_stage1": "tires early"})
    said = desk.get(f"/people/{person.pk}/entries/").text
    for told in ("tires early", "Deep cervical flexor training", "relief", "11.2.1", "Drive to work"):
        assert told in said
    entry = Entry.objects.get(person=person, kind="plan")
    page = desk.get(f"/people/{person.pk}/entries/{entry.pk}/correct/")
    assert page.status_code == 200
    key = re.search(r'name="key" value="([^"]+)"', page.text)
    assert key is not None
    changed = {"key": key[1], "on": TODAY.isoformat(), "do": "sign", "reason": "other dose"}
    refused = desk.post(f"/people/{person.pk}/entries/{entry.pk}/correct/", changed)
    assert refused.status_code == 422
    assert "A signed plan is not changed in parts." in refused.text
    taken_back = {"key": key[1], "on": TODAY.isoformat(), "do": "take back", "reason": "signed in the wrong chart"}
    answer = desk.post(f"/people/{person.pk}/entries/{entry.pk}/correct/", taken_back)
    assert answer.status_code == 302, answer.text
    assert not desk.get(f"/people/{person.pk}/").context["part"].is_signed


def test_another_phase_takes_a_reason(sign: Sign, person: Person) -> None:
    form = {"in:dcf_stage2": None}
    answer = sign(person, form, "?phase=strengthen")
    assert "why another phase is chosen" in problems(answer)
    answer = sign(person, {**form, "remark": "Came back after a year, pain is settled."}, "?phase=strengthen")
    assert answer.status_code == 302, problems(answer)
    assert signed(person)["plans"][0]["phase"] == "strengthen"


def test_signed_goals_say_how_they_stand(desk: Client, look: Look, sign: Sign, person: Person) -> None:
    sign(person)
    goals = {one.says: one for one in look(person).context["shown"].signed_goals}
    assert goals["Drive to work"].state == "unknown"
    (motion,) = [one for says, one in goals.items() if says.startswith("Flexion-rotation")]
    assert (motion.state, motion.now) == ("not-met", "22")
    part = desk.get(f"/people/{person.pk}/").context["part"]
    assert [one.says for one in part.goals] == list(goals)


def test_nobody_signs_what_was_known_on_an_earlier_day(desk: Client, look: Look, person: Person, physio: Any) -> None:
    form = form_of(look(person))
    day = TODAY + timedelta(days=1)
    with clock.set_to(story.at(day)):
        content = {"visits": [{"date": day.isoformat(), "facts": {"horner_signs": True}}]}
        build.an_entry(physio, person, on=day, kind="safety", content=content)
        for page in ("plan/", "plan/assessment/"):
            assert desk.post(f"/people/{person.pk}/{page}?as_of={TODAY.isoformat()}", form).status_code == 403
    assert not Entry.objects.filter(person=person, kind="plan").exists()
    assert AuditEvent.objects.filter(person_id=person.pk, action="sign", result="refused").count() == 2


def test_that_a_massage_therapist_tried_is_recorded(client: Client, look: Look, person: Person, clinic: Any) -> None:
    form = form_of(look(person))
    client.force_login(build.a_user(clinic, RMT))
    assert client.post(f"/people/{person.pk}/plan/", form).status_code == 403
    assert AuditEvent.objects.filter(person_id=person.pk, action="sign", result="refused").count() == 1


def test_nothing_comes_between_the_check_and_the_signature(
    sign: Sign, person: Person, physio: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def checked_while_a_flag_comes_up(*said: Any) -> Any:
        content = {"visits": [{"date": TODAY.isoformat(), "facts": {"horner_signs": True}}]}
        build.an_entry(physio, person, on=TODAY, kind="safety", content=content)
        return may_sign(*said)

    monkeypatch.setattr("clinic.plan.views.may_sign", checked_while_a_flag_comes_up)
    answer = sign(person)
    assert "Somebody has just signed something else" in problems(answer)
    assert not Entry.objects.filter(person=person, kind="plan").exists()


@pytest.mark.parametrize(("field", "longest"), [("remark", 4000), ("why:dcf_stage1", 4000), ("goal", 400)])
def test_nothing_is_cut_off_unseen(sign: Sign, person: Person, field: str, longest: int) -> None:
    assert f"At most {longest} characters" in problems(sign(person, {field: "a" * (longest + 1)}))
    assert sign(person, {field: "a" * longest}).status_code == 302


def test_a_form_that_was_signed_says_so_when_it_comes_again(desk: Client, look: Look, person: Person) -> None:
    form = form_of(look(person))
    desk.post(f"/people/{person.pk}/plan/", form)
    again = desk.post(f"/people/{person.pk}/plan/", {**form, "remark": ["changed after signing"]}, follow=True)
    assert "This form is signed already" in again.text
