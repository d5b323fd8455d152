"""Which results of a person count, which do not, and what is said beside the number."""

import json
from datetime import date, timedelta

import pytest

from concordant.answer import answer
from concordant.diagnosis.probability.prior import AFTER_WHIPLASH, FREQUENT_HEADACHE
from concordant.diagnosis.probability.signs import (
    CLUSTER,
    CONCORDANT,
    FLEXION_ROTATION,
    MIGRAINE_CRITERIA,
    SIDE_LOCKED,
    TENDERNESS,
)
from concordant.report import report
from tests.people import FIRST_VISIT, asked_everything, assessed, bare, crash

UPPER = ("C0-C1", "C1-C2", "C2-C3")


def finding(fact, value, **place):
    return {"fact": fact, "value": value, **place}


def rotation(left, right):
    return [finding("frt_rotation_deg", left, side="left"), finding("frt_rotation_deg", right, side="right")]


def everywhere(fact, value, **more):
    return [finding(fact, value, side=side, segment=at, **more) for side in ("left", "right") for at in UPPER]


def visit(findings=(), day=FIRST_VISIT, **facts):
    return {"date": day.isoformat(), "facts": facts, "findings": list(findings)}


def sure(*visits, as_of=FIRST_VISIT, **changes):
    return assessed(bare(person={"id": "x", "age_years": 40}, visits=list(visits), **changes), as_of).probability("A")


def test_nothing_tested_leaves_the_prior():
    one = sure(visit())
    assert one.used == {}
    assert one.estimate == one.prior


@pytest.mark.parametrize(
    ("left", "right", "positive"),
    [(32, 45, True), (45, 32, True), (45, 37, False)],
    ids=["left side", "right side", "neither"],
)
def test_either_side_of_the_flexion_rotation_test_makes_it_positive(left, right, positive):
    assert sure(visit(rotation(left, right))).used == {FLEXION_ROTATION: positive}


@pytest.mark.parametrize("degrees", [33, 36])
def test_a_borderline_flexion_rotation_test_counts_neither_way(degrees):
    one = sure(visit(rotation(45, degrees)))
    assert FLEXION_ROTATION not in one.used
    assert "borderline" in one.left_out[FLEXION_ROTATION.name]


def test_the_first_finding_counts_not_the_one_after_treatment():
    later = FIRST_VISIT + timedelta(days=60)
    one = sure(visit(rotation(25, 44)), visit(rotation(44, 44), later), as_of=later)
    assert one.used == {FLEXION_ROTATION: True}


def test_taking_a_result_away_gives_the_earlier_answer():
    before = sure(visit())
    with_it = sure(visit(rotation(25, 44)))
    assert with_it.estimate.mean > before.estimate.mean
    one_side = [finding("frt_rotation_deg", 44, side="right")]
    assert sure(visit(one_side)).estimate == before.estimate


@pytest.mark.parametrize("session", [{"headache_phase": "attack"}, {"hours_since_acute_medication": 23}])
def test_a_masked_provocation_does_not_count(session):
    one = sure(visit(everywhere("palpation_familiar_headache", True), **session))
    assert CONCORDANT not in one.used
    assert "masked" in one.left_out[CONCORDANT.name]


def test_a_medicine_of_a_day_ago_masks_nothing():
    one = sure(visit(everywhere("palpation_familiar_headache", True), hours_since_acute_medication=24))
    assert one.used == {CONCORDANT: True}


@pytest.mark.parametrize(("age", "counts"), [(59, True), (60, False)])
def test_the_cluster_counts_below_sixty(age, counts):
    case = bare(person={"id": "x", "age_years": age}, visits=[visit(jull_cluster_positive=True)])
    one = assessed(case).probability("A")
    assert (CLUSTER in one.used) is counts
    assert (CLUSTER.name in one.left_out) is not counts


def test_the_cluster_and_its_part_never_count_together():
    # A painless neck has no painful joint, so the cluster is negative; from 60 years on the cluster does not count.
    painless = everywhere("palpation_pain_nrs", 0)
    both = sure(visit(painless))
    assert both.used == {CLUSTER: False}
    assert "part of the cluster" in both.left_out[TENDERNESS.name]
    older = assessed(bare(person={"id": "x", "age_years": 60}, visits=[visit(painless)])).probability("A")
    assert older.used == {TENDERNESS: False}


def test_one_segment_not_pressed_is_not_a_painless_neck():
    assert TENDERNESS not in sure(visit(everywhere("palpation_pain_nrs", 0)[:-1])).used


@pytest.mark.parametrize(
    ("fact", "value", "place"),
    [
        ("ccft_activation_mmhg", 22, {}),
        ("craniovertebral_angle_deg", 40, {"side": "left"}),
        ("arom_extension_deg", 20, {}),
        ("ppt_c2_pillar_kpa", 90, {"side": "left"}),
        ("c0_c2_rotation_deg", 8, {"side": "left"}),
        ("jpe_rotation_absolute_error_deg", 9, {"side": "left"}),
    ],
)
def test_a_test_without_accuracy_moves_nothing_and_says_why(fact, value, place):
    one = sure(visit([finding(fact, value, **place)]))
    assert one.estimate == one.prior
    assert one.left_out[fact]


@pytest.mark.parametrize(
    ("side", "positive"),
    [("left_always", True), ("right_always", True), ("bilateral", False), ("one_sided_alternating", False)],
)
def test_side_locked_pain(side, positive):
    assert sure(visit(), laterality=side).used == {SIDE_LOCKED: positive}


def test_an_unsure_side_says_nothing():
    assert sure(visit(), laterality="unknown").used == {}


def test_meeting_migraine_criteria_lowers_it_and_does_not_exclude():
    migraine = {
        "pain_qualities": ["pulsating"],
        "nausea": "moderate",
        "worse_with_routine_activity": True,
        "photophobia": True,
        "phonophobia": True,
        "attack_duration_minutes": [300, 1000],
    }
    neck = assessed(asked_everything()).probability("A")
    both = assessed(asked_everything(**migraine)).probability("A")
    assert neck.used[MIGRAINE_CRITERIA] is False
    assert both.used[MIGRAINE_CRITERIA] is True
    assert 0.02 < both.estimate.mean < neck.estimate.mean


def test_each_headache_has_its_own_number():
    case = bare(headaches=[{"id": "A", "facts": {"laterality": "right_always"}}, {"id": "B", "facts": {}}])
    found = assessed(case)
    assert found.probability("A").estimate.mean > found.probability("B").estimate.mean
    with pytest.raises(KeyError):
        found.probability("C")


def test_the_setting_is_chosen_by_a_whiplash_else_by_the_clinic():
    assert sure(visit()).setting is FREQUENT_HEADACHE
    after = assessed(bare(**crash(days_before=200, onset_after=2))).probability("A")
    assert (after.setting, after.chosen_by) == (AFTER_WHIPLASH, "days_injury_to_headache")
    older = assessed(bare(**crash(days_before=200, onset_after=-400))).probability("A")
    assert older.setting is FREQUENT_HEADACHE


def test_after_whiplash_it_says_what_the_number_then_means():
    found = assessed(asked_everything(**crash(days_before=200, onset_after=2)))
    assert found.diagnosis("5.4", "A").status.value == "definite"
    assert any("codes this headache 5.4, not 11.2.1" in one for one in found.probability("A").says)


@pytest.mark.parametrize("flag", [{"meningism": True}, {"fever": True}], ids=["emergency", "same day"])
def test_an_open_flag_withholds_it(flag):
    found = assessed(asked_everything(**flag))
    one = found.probability("A")
    assert one.estimate is None
    assert one.says[0].startswith("Withheld")
    told = answer(found)["probability"][0]
    assert (told["mean"], told["low"], told["high"]) == (None, None, None)
    assert "% interval" not in report(found)


def test_a_caution_does_not_withhold_it():
    found = assessed(asked_everything(vascular_risk_factors=["hypertension", "migraine"]))
    assert found.safety.action.value == "caution"
    assert found.probability("A").estimate is not None


def test_it_always_says_that_it_is_no_diagnosis_and_names_its_biases():
    for case in (bare(), asked_everything()):
        told = " ".join(assessed(case).probability("A").says)
        assert "not a diagnosis" in told
        assert "incorporation bias" in told
        assert "spectrum bias" in told


def test_the_answer_holds_what_the_case_file_promises():
    found = assessed(asked_everything(new_red_flag_sign=False))
    told = json.loads(json.dumps(answer(found)))
    one = told["probability"][0]
    assert {"code", "headache", "prior", "mean", "low", "high", "tests_used"} <= one.keys()
    assert (one["code"], one["headache"]) == ("11.2.1", "A")
    assert one["tests_used"] == [weight["fact"] for weight in one["weights"]]
    assert all({"fact", "why", "bits", "minutes", "headache", "kind"} <= step.keys() for step in told["next_tests"])
    assert told == json.loads(json.dumps(answer(assessed(asked_everything(new_red_flag_sign=False)))))


def test_a_plain_verdict_works_out_no_number():
    found = assessed(asked_everything(), date(2024, 1, 8))
    assert found._sure == {}
    assert found.probability("A") is found.probability("A")
