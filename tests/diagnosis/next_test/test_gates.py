"""Whatever is open or unasked, nothing is proposed that it forbids."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.diagnosis.next_test.neck_tests import NECK_TESTS
from concordant.diagnosis.next_test.suggestion import Kind
from concordant.facts import DICTIONARY, Room
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
    "dangerous_mechanisms": st.sampled_from([[], ["axial_load"], NOT_ASKED]),
    "ambulatory_since_injury": st.sampled_from([True, False, NOT_ASKED]),
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
    if injury and _recent(injury) and injury["spine_imaging_cleared"] is not True:
        assert not examined(steps)
        turned = any(one.fact == "arom_rotation_deg" for one in steps)
        low_risk = injury["ambulatory_since_injury"] is True or found.record.value("midline_tenderness") is False
        assert not turned or (low_risk and injury["dangerous_mechanisms"] == [])


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


def after_crash(days=10, **facts):
    day = (FIRST_VISIT - timedelta(days=days)).isoformat()
    told = {"injury_date": day, "whiplash_occurred": True, "vitals_stable": True, "acute_paralysis": False} | facts
    told = {"known_vertebral_disease": False, "penetrating_injury": False} | told
    told = {"new_red_flag_sign": False, "midline_tenderness": NOT_ASKED} | told
    return assessed(asked_everything(**told))


def test_after_a_crash_the_c_spine_rule_is_asked_step_by_step():
    steps = after_crash().next_tests("A")
    assert "dangerous_mechanisms" in {one.fact for one in steps if one.kind is Kind.SAFETY}
    steps = after_crash(dangerous_mechanisms=[]).next_tests("A")
    assert steps[0].fact in ("sitting_position", "ambulatory_since_injury")
    assert "arom_rotation_deg" not in {one.fact for one in steps}
    steps = after_crash(dangerous_mechanisms=[], ambulatory_since_injury=True).next_tests("A")
    assert (steps[0].fact, steps[0].kind) == ("arom_rotation_deg", Kind.SAFETY)
    steps = after_crash(dangerous_mechanisms=["axial_load"]).next_tests("A")
    assert (steps[0].fact, steps[0].kind) == ("spine_imaging_cleared", Kind.REFERRAL)


@pytest.mark.parametrize(("days", "asks"), [(83, True), (84, True), (85, False)])
def test_an_injury_of_the_last_twelve_weeks_asks_for_the_rule(days, asks):
    facts = {one.fact for one in after_crash(days, midline_tenderness=False).next_tests("A")}
    assert ("dangerous_mechanisms" in facts) is asks
