"""What the page of a plan says, and what it says where nothing can be planned."""

import html
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from clinic import clock
from clinic.accounts.models import User
from clinic.chart.models import Person
from concordant.plan.interventions import INTERVENTIONS
from tests.clinic import build
from tests.clinic.person import story
from tests.clinic.plan.conftest import TODAY, in_pain, kept
from tests.people import NOT_ASKED

Look = Callable[..., Any]
Sign = Callable[..., Any]


def words(answer: Any) -> str:
    text = re.sub(r"<svg.*?</svg>", " ", answer.text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))


def test_every_treatment_says_how_much_and_why(look: Look, person: Person) -> None:
    answer = look(person)
    rows = {row.id: row for group in answer.context["shown"].groups for row in group.rows}
    assert {"c1_c2_mobilisation", "snag_c1_c2", "dcf_stage1", "self_snag_c1_c2", "education_core"} <= set(rows)
    told = {one.label: one.value for one in rows["dcf_stage1"].because}
    assert told == {"Craniocervical flexion test, highest stage": "22 mmHg"}
    assert "1 set × 10 times × 10 seconds" in words(answer)


def test_the_full_dose_is_called_so_where_half_is_signed_for(look: Look, user: User) -> None:
    told = "The dose here is the full one"
    assert told not in words(look(kept(user, in_pain())))
    shown = look(kept(user, in_pain(irritability="high")))
    rows = {row.id: row for group in shown.context["shown"].groups for row in group.rows}
    assert rows["dcf_stage1"].is_full_dose
    assert not rows["education_core"].is_full_dose
    assert told in words(shown)


def test_what_is_not_in_it_says_why(look: Look, user: User) -> None:
    person = kept(user, in_pain(osteoporosis=True, thoracic_hypomobile=True, prefers_manipulation=True))
    said = words(look(person))
    assert "Asked for by the person" in said
    assert "Must not be given" in said
    for fair in ("No better than placebo for neck pain.", "Not enough evidence to tell.", "Keep moving."):
        assert fair in said


def test_guidelines_that_differ_stand_beside_each_other(look: Look, person: Person) -> None:
    said = words(look(person))
    assert "Hands-on treatment and exercise together?" in said
    assert "10.2519/jospt.2017.0302" in said
    assert "10.1002/ejp.1374" in said
    assert "This clinic:" in said


def test_with_a_claim_the_evidence_is_indirect(look: Look, user: User) -> None:
    case = in_pain()
    case["episode"]["payer"] = {"kind": "icbc", "accident_date": (TODAY - timedelta(days=21)).isoformat()}
    said = words(look(kept(user, case)))
    assert "Indirect evidence: the trials of this headache left out people with a claim" in said
    assert "How many visits of this claim were used elsewhere is not known" in said


@pytest.mark.parametrize("asked", [{"horner_signs": True}, {"cancer_active": NOT_ASKED}])
def test_on_hold_nothing_is_offered_and_nothing_can_be_signed(look: Look, user: User, asked: dict[str, Any]) -> None:
    answer = look(kept(user, in_pain(**asked)))
    assert answer.context["shown"].is_held
    assert "Sign the plan" not in answer.text
    assert "Sign the assessment alone" in answer.text
    assert not any(f'name="in:{one.id}"' in answer.text for one in INTERVENTIONS)


def test_without_a_headache_there_is_nothing_to_plan(look: Look, clinic: Any) -> None:
    assert "there is nothing to plan for" in words(look(build.a_person(clinic)))


def test_another_phase_is_looked_at_without_being_signed(look: Look, person: Person) -> None:
    answer = look(person, "?phase=strengthen")
    assert answer.context["shown"].phase == "Strengthen"
    assert answer.context["proposal"].plan.phase.set_by_clinician
    assert look(person).context["shown"].phase != "Strengthen"


def test_an_unknown_headache_is_not_found(look: Look, person: Person) -> None:
    assert look(person, "?headache=Z").status_code == 404


def test_on_an_earlier_day_it_is_looked_at_only(look: Look, person: Person) -> None:
    with clock.set_to(story.at(TODAY + timedelta(days=3))):
        answer = look(person, f"?as_of={TODAY.isoformat()}")
    assert "Sign the plan" not in answer.text


def test_the_person_page_says_what_we_do(desk: Any, sign: Sign, person: Person) -> None:
    before = words(desk.get(f"/people/{person.pk}/"))
    assert "No plan is signed." in before
    assert sign(person).status_code == 302
    after = desk.get(f"/people/{person.pk}/")
    part = after.context["part"]
    assert part.is_signed
    assert [str(one.name) for one in part.hands] == ["Physiotherapist", "At home"]
    assert "Signed by" in words(after)


def test_a_new_finding_that_forbids_a_signed_treatment_is_loud(
    desk: Any, look: Look, sign: Sign, person: Person, physio: Any
) -> None:
    sign(person)
    later = TODAY + timedelta(days=2)
    with clock.set_to(story.at(later)):
        build.an_entry(physio, person, on=later, kind="history", content={"facts": {"osteoporosis": True}})
        answer = look(person)
        loud = answer.context["shown"].loud
        assert loud
        assert "must not go on as they are" in words(answer)
        assert any(
            one.is_loud for hands in desk.get(f"/people/{person.pk}/").context["part"].hands for one in hands.items
        )


def test_a_step_of_an_exercise_stands_where_care_is_given(
    desk: Any, look: Look, sign: Sign, person: Person, physio: Any
) -> None:
    sign(person)
    later = TODAY + timedelta(days=7)
    with clock.set_to(story.at(later)):
        facts = {"ccft_activation_mmhg": 22, "ccft_substitution": True, "new_red_flag_sign": False}
        visit = {"date": later.isoformat(), "by": "physiotherapist", "facts": facts}
        build.an_entry(physio, person, on=later, kind="examination", content={"visits": [visit]})
        part = desk.get(f"/people/{person.pk}/").context["part"]
        note = desk.get(f"/people/{person.pk}/note/").text
    steps = {one.name: one.step for hands in part.hands for one in hands.items if one.step}
    ((name, step),) = steps.items()
    assert name.startswith("Deep cervical flexor training")
    assert not step.forward
    assert f"Proposed, {html.escape(name)}: ease" in note
    assert "Goal in their words: “Drive to work”." in note
