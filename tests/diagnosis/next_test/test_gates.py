"""Whatever is open or unasked, nothing is proposed that it forbids."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.diagnosis.next_test.gates import gates
from concordant.diagnosis.next_test.neck_tests import NECK_TESTS
from concordant.diagnosis.next_test.suggestion import Kind
from concordant.facts import DICTIONARY, Room
from concordant.safety import Letter
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything, assessed

HANDS = {test.fact: test for test in NECK_TESTS}
SAFE = asked_everything(new_red_flag_sign=False)

STATES = {
    "meningism": (True, False, NOT_ASKED),
    "fever": (True, False, NOT_ASKED),
    "neuro_deficit_new": (True, False, NOT_ASKED),
    "cough_sneeze_exertion_trigger": (True, False, NOT_ASKED),
    "cancer_history": (True, False, NOT_ASKED),
    "lhermitte": (True, False, NOT_ASKED),
    "uci_symptoms": (["drop_attacks"], [], NOT_ASKED),
    "uci_risk_conditions": (["rheumatoid_arthritis"], [], NOT_ASKED),
    "vascular_risk_factors": (["hypertension", "diabetes"], [], NOT_ASKED),
    "sharp_purser": ("positive", "negative", NOT_ASKED),
    "new_red_flag_sign": (False, True, NOT_ASKED),
    "headache_phase": ("none", "attack", NOT_ASKED),
    "hours_since_acute_medication": (3, 60, NOT_ASKED),
    "crom_reduced": (True, NOT_ASKED),
    "provocation_worsens_headache": (True, NOT_ASKED),
    "laterality": ("right_always", "bilateral", NOT_ASKED),
}
INJURY = {
    "injury_date": st.sampled_from([3, 60, 84, 85, 400]).map(
        lambda days: (FIRST_VISIT - timedelta(days=days)).isoformat()
    ),
    "whiplash_occurred": st.just(True),
    "spine_imaging_cleared": st.sampled_from([True, False, NOT_ASKED]),
    "spine_imaging_kind": st.just("ct"),
    "dangerous_mechanisms": st.sampled_from([[], ["axial_load"], NOT_ASKED]),
    "ambulatory_since_injury": st.sampled_from([True, False, NOT_ASKED]),
    **dict.fromkeys(("acute_paralysis", "penetrating_injury"), st.sampled_from([False, NOT_ASKED])),
    **dict.fromkeys(("intoxicated", "distracting_injury"), st.sampled_from([False, NOT_ASKED])),
}

states = st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in STATES.items()})
injuries = st.none() | st.fixed_dictionaries(INJURY)


def examined(steps):
    return [one for one in steps if one.kind is Kind.EXAMINATION]


@settings(max_examples=150, deadline=None)
@given(states, injuries)
def test_nothing_that_is_forbidden_is_ever_proposed(state, injury):
    changes = {"new_red_flag_sign": False} | state
    found = assessed(asked_everything(**changes, **(injury or {})))
    steps = found.next_tests("A")
    strongest = found.safety.action.value if found.safety.action else None
    proposed = [HANDS[one.fact] for one in steps if one.fact in HANDS and one.kind is not Kind.SAFETY]
    if strongest in ("emergency", "same_day"):
        assert {one.kind for one in steps} == {Kind.SAFETY}
        return
    if strongest == "urgent" or found.safety.not_screened or not found.safety.asked_again:
        assert not proposed
        assert not examined(steps)
        assert steps[0].kind is Kind.SAFETY
    for test in proposed:
        assert not set(test.techniques) & set(found.safety.forbids)
        assert not (test.provokes and _masked(changes))
    assert not any(one.fact == "ccft_activation_mmhg" or "luster of three" in one.why for one in steps)
    if injury and _recent(injury) and injury["spine_imaging_cleared"] is not True:
        assert not examined(steps)
        turned = any(one.fact == "arom_rotation_deg" for one in steps)
        low_risk = injury["ambulatory_since_injury"] is True or found.record.value("midline_tenderness") is False
        assert not turned or (low_risk and injury["dangerous_mechanisms"] == [])
        assert not turned or NOT_ASKED not in (injury["acute_paralysis"], injury["penetrating_injury"])


def _recent(injury):
    return (FIRST_VISIT - timedelta(days=84)).isoformat() <= injury["injury_date"]


def _masked(changes):
    hours = changes.get("hours_since_acute_medication", NOT_ASKED)
    return changes.get("headache_phase") == "attack" or (hours is not NOT_ASKED and hours < 24)


def test_every_test_names_a_fact_and_its_techniques():
    for test in NECK_TESTS:
        assert DICTIONARY[test.fact].room is Room.EXAMINATION
        assert test.techniques
        assert all(name in DICTIONARY for name in test.fills)
        assert test.minutes > 0


def test_a_screened_person_without_flags_is_examined():
    found = assessed(SAFE)
    assert found.safety.manual_therapy == "allowed"
    assert "frt_rotation_deg" in {one.fact for one in found.next_tests("A")}


def test_a_technique_that_a_caution_forbids_takes_its_test_away():
    found = assessed(asked_everything(new_red_flag_sign=False, vascular_risk_factors=["hypertension", "diabetes"]))
    facts = {one.fact for one in found.next_tests("A")}
    assert "end_range" in found.safety.forbids
    assert "frt_rotation_deg" not in facts
    assert "palpation_familiar_headache" in facts


@pytest.mark.parametrize(
    ("session", "proposed"),
    [
        ({"headache_phase": "attack"}, False),
        ({"hours_since_acute_medication": 23}, False),
        ({"hours_since_acute_medication": 24}, True),
    ],
)
def test_provocation_waits_for_an_attack_or_medicine_to_pass(session, proposed):
    facts = {one.fact for one in assessed(asked_everything(new_red_flag_sign=False, **session)).next_tests("A")}
    assert ("palpation_familiar_headache" in facts) is proposed


@pytest.mark.parametrize("technique", ["thrust", "end_range", "mid_range", "soft_tissue"])
def test_the_letters_are_those_of_the_matrix(technique):
    """A birth in the last six weeks limits the end of range; fever after it stops all."""
    found = assessed(asked_everything(new_red_flag_sign=False, pregnant_or_postpartum="postpartum_6_weeks"))
    gate = gates(found.record, found.safety)
    assert gate.allows((technique,)) is (found.safety.techniques[technique].letter is not Letter.STOP)
    assert bool(gate.limits((technique,))) is (found.safety.techniques[technique].letter is Letter.LIMITED)


def test_a_limited_technique_is_measured_within_its_limit_and_the_step_says_so():
    found = assessed(asked_everything(new_red_flag_sign=False, pregnant_or_postpartum="postpartum_6_weeks"))
    steps = {one.fact: one for one in found.next_tests("A")}
    assert "Limited today, end-range: mid-range, low force, guided by symptoms." in steps["frt_rotation_deg"].how
    assert "Limited today" not in steps["palpation_familiar_headache"].how


def test_where_every_technique_is_stopped_nothing_is_examined():
    found = assessed(asked_everything(new_red_flag_sign=False, recent_neck_surgery=True))
    assert found.safety.manual_therapy == "stop"
    assert not found.safety.open
    assert not examined(found.next_tests("A"))


def test_what_only_techniques_ask_for_is_asked_before_the_test_that_it_would_stop():
    steps = assessed(asked_everything(new_red_flag_sign=False, generalised_hypermobility=NOT_ASKED)).next_tests("A")
    assert (steps[0].fact, steps[0].kind) == ("generalised_hypermobility", Kind.SAFETY)
    assert "frt_rotation_deg" not in {one.fact for one in steps}


def test_an_incomplete_screen_is_asked_first_and_nothing_is_examined():
    steps = assessed(asked_everything(new_red_flag_sign=False, meningism=NOT_ASKED)).next_tests("A")
    assert (steps[0].fact, steps[0].kind) == ("meningism", Kind.SAFETY)
    assert not examined(steps)


CRASH = {
    "whiplash_occurred": True,
    "spine_imaging_cleared": NOT_ASKED,
    "spine_imaging_kind": NOT_ASKED,
    "acute_paralysis": False,
    "penetrating_injury": False,
    "intoxicated": False,
    "distracting_injury": False,
    "new_red_flag_sign": False,
}
STEP_1: dict[str, Any] = {"dangerous_mechanisms": []}
STEP_2 = STEP_1 | {"ambulatory_since_injury": True}


def crashed(days=10, **facts):
    """A case of a crash so many days ago, of which only what stands in CRASH is known."""
    day = (FIRST_VISIT - timedelta(days=days)).isoformat()
    return asked_everything(**CRASH | {"injury_date": day} | facts)


def first(case):
    one = assessed(case).next_tests("A")[0]
    return one.fact, one.kind


def facts_of(case):
    return {one.fact for one in assessed(case).next_tests("A")}


def test_after_a_crash_the_c_spine_rule_is_asked_step_by_step():
    assert first(crashed(acute_paralysis=NOT_ASKED)) == ("acute_paralysis", Kind.SAFETY)
    assert first(crashed()) == ("dangerous_mechanisms", Kind.SAFETY)
    tender = {"midline_tenderness": NOT_ASKED}
    assert first(crashed(**STEP_1, **tender)) == ("rear_end_collision", Kind.SAFETY)
    assert first(crashed(**STEP_2)) == ("arom_rotation_deg", Kind.SAFETY)


@pytest.mark.parametrize(
    "open_question", ["acute_paralysis", "midline_tenderness", "distracting_injury", "meningism", "neuro_deficit_new"]
)
def test_the_head_is_turned_last(open_question):
    case = crashed(**STEP_2 | {open_question: NOT_ASKED})
    assert first(case) == (open_question, Kind.SAFETY)
    assert "arom_rotation_deg" not in facts_of(case)


@pytest.mark.parametrize("changes", [{"dangerous_mechanisms": ["axial_load"]}, {"known_vertebral_disease": True}])
def test_imaging_or_a_rule_that_does_not_apply_goes_to_a_physician_and_leaves_nothing_else(changes):
    steps = assessed(crashed(**changes)).next_tests("A")
    assert {one.kind for one in steps} == {Kind.SAFETY}
    to_clear = next(one for one in steps if one.fact == "spine_imaging_cleared")
    assert "hysician" in to_clear.how or "mergency department" in to_clear.how


def test_a_physician_who_answered_the_flag_lets_the_neck_be_examined():
    day = FIRST_VISIT.isoformat()
    risky = {"dangerous_mechanisms": ["axial_load"]}
    answer = {"date": day, "by": "physician", "how": "CT of the neck read, no fracture"}
    case = crashed(40, **risky, red_flag_cleared={"ccr_imaging": answer})
    assert "frt_rotation_deg" not in facts_of(crashed(40, **risky))
    assert "frt_rotation_deg" in facts_of(case)


def test_a_cleared_neck_is_examined():
    assert "frt_rotation_deg" in facts_of(crashed(40, spine_imaging_cleared=True, spine_imaging_kind="ct"))


@pytest.mark.parametrize(("days", "turns"), [(-1, False), (0, True), (1, True)])
def test_a_turn_of_the_head_before_the_crash_says_nothing_of_it(days, turns):
    """Days from the crash to the visit at which the head was turned."""
    case = crashed(10, **STEP_2)
    case["visits"].insert(
        0,
        {
            "date": (FIRST_VISIT + timedelta(days=days - 10)).isoformat(),
            "findings": [{"fact": "arom_rotation_deg", "value": 70, "side": side} for side in ("left", "right")],
        },
    )
    assert ("arom_rotation_deg" not in facts_of(case)) is turns


@pytest.mark.parametrize(("days", "asks"), [(83, True), (84, True), (85, False)])
def test_an_injury_of_the_last_twelve_weeks_asks_for_the_rule(days, asks):
    assert ("dangerous_mechanisms" in facts_of(crashed(days))) is asks
