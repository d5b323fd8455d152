"""What is proposed, why, in which order, and whose opinion when examination leaves it open."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.diagnosis.next_test.information import entropy, expected_bits
from concordant.diagnosis.next_test.suggestion import Kind
from concordant.facts import DICTIONARY
from concordant.facts.examination.judgement import jull_cluster_positive
from concordant.record.derive import derivation
from concordant.report import report
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything, assessed, bare

chances = st.floats(0.001, 0.999)
UPPER = ("C0-C1", "C1-C2", "C2-C3")


@given(chances, chances, chances)
def test_a_test_never_tells_less_than_nothing_nor_more_than_there_is_to_know(a, b, c):
    low, now, high = sorted((a, b, c))
    assert 0 <= expected_bits(now, high, low) <= entropy(now) + 1e-12


def test_bits_of_known_cases():
    assert entropy(0.5) == 1
    assert expected_bits(0.5, 1.0, 0.0) == pytest.approx(1)
    assert expected_bits(0.3, 0.3, 0.3) == 0
    # Symmetric test of sensitivity and specificity 0.9 at even chances: 1 - H(0.9)
    assert expected_bits(0.5, 0.9, 0.1) == pytest.approx(1 - entropy(0.9))


def examined(day=FIRST_VISIT, *, left=44, right=26, familiar=True, **facts):
    """A visit with flexion-rotation test and palpation."""
    places = [{"side": side, "segment": at} for side in ("left", "right") for at in UPPER]
    findings = [{"fact": "palpation_familiar_headache", "value": familiar, **place} for place in places]
    findings += [{"fact": "frt_rotation_deg", "value": left, "side": "left"}]
    findings += [{"fact": "frt_rotation_deg", "value": right, "side": "right"}]
    base = asked_everything(new_red_flag_sign=False, **facts)["visits"][0]
    return base | {"date": day.isoformat(), "findings": findings}


def steps(case, as_of=FIRST_VISIT):
    return assessed(case, as_of).next_tests("A")


def facts_of(found, kind=None):
    return [one.fact for one in found if kind is None or one.kind is kind]


def test_every_step_names_a_fact_says_how_and_why_and_counts_minutes():
    for case in (bare(), asked_everything(new_red_flag_sign=False), asked_everything(meningism=True)):
        for one in steps(case):
            assert one.fact.partition("[")[0] in DICTIONARY
            assert one.how
            assert one.why
            assert one.minutes is None or one.minutes > 0
            assert one.headache == "A"


def test_the_flexion_rotation_test_tells_more_than_the_concordant_sign():
    found = {one.fact: one for one in steps(asked_everything(new_red_flag_sign=False))}
    rotation, concordant = found["frt_rotation_deg"], found["palpation_familiar_headache"]
    assert rotation.bits > concordant.bits > 0
    assert rotation.if_positive > rotation.if_negative


USUAL = {
    "new_red_flag_sign": False,
    "crom_reduced": NOT_ASKED,
    "provocation_worsens_headache": NOT_ASKED,
}
"""A usual story of the neck: screened, side-locked, no sign of another headache, neck not yet examined."""


def test_a_usual_neck_story_is_asked_what_settles_it_and_nothing_far_fetched():
    found = steps(asked_everything(**USUAL))
    first = facts_of(found[:5])
    assert "frt_rotation_deg" in first
    assert "neck_disorder_onset_date" in first
    assert "palpation_familiar_headache" in first
    assert {code for one in found for code in one.settles} <= {"11.2.1", "2.1", "2.2", "2.3"}


def test_tearing_of_the_eye_asks_for_chapter_3_and_a_trial_of_indomethacin():
    eye = {"cas_conjunctival_or_tearing": "ipsilateral", "pain_severity": "severe", "pain_regions": ["orbital"]}
    found = steps(asked_everything(**USUAL, **eye))
    assert "3.1" in next(one for one in found if one.fact == "attacks_per_day").settles
    assert "indomethacin_response" in facts_of(found, Kind.REFERRAL)
    calm = steps(asked_everything(**USUAL, **eye | {"cas_conjunctival_or_tearing": "none"}))
    assert "indomethacin_response" not in facts_of(calm, Kind.REFERRAL)


def test_what_settles_a_dangerous_cause_comes_before_what_tells_more():
    found = steps(asked_everything(**USUAL, csf_temporal_relation=True))
    assert "7.2" in found[0].settles
    assert found[0].minutes > next(one for one in found if one.fact == "headache_days_per_30d").minutes
    assert not any("7.2" in one.settles for one in steps(asked_everything(**USUAL)))


def test_the_cluster_is_computed_from_its_parts_and_never_proposed_by_itself():
    """Below 50, a painful upper joint and a reduced extension; only the nod test would be left."""
    found = assessed(asked_everything(**USUAL, visits=[_all_but_the_nod_test()])).next_tests("A")
    assert derivation(jull_cluster_positive) is not None
    assert not any("ccft" in one.fact or "luster" in one.why for one in found)


def _all_but_the_nod_test():
    there = examined()
    joint = {"fact": "palpation_joint_dysfunction", "value": True, "side": "right", "segment": "C1-C2"}
    return there | {"findings": [*there["findings"], joint, {"fact": "arom_extension_deg", "value": 30}]}


def test_what_was_tested_is_not_proposed_again():
    case = asked_everything(visits=[examined()])
    assert not {"frt_rotation_deg", "palpation_familiar_headache"} & set(facts_of(steps(case)))


def test_it_may_settle_a_verdict_and_tell_nothing_about_the_probability():
    case = asked_everything(new_red_flag_sign=False, neck_disorder_imaging_evidence=NOT_ASKED)
    found = {one.fact: one for one in steps(case)}
    onset = found["neck_disorder_onset_date"]
    assert (onset.bits, onset.settles) == (0, ("11.2.1",))
    assert 0 < onset.verdict_share <= 1


def test_what_it_would_change_is_what_it_changes():
    found = assessed(bare())
    step = next(one for one in found.next_tests("A") if one.fact == "laterality")
    for side, told in (("right_always", step.if_positive), ("bilateral", step.if_negative)):
        assert assessed(bare(laterality=side)).probability("A").estimate.mean == pytest.approx(told)
    assert step.if_positive > found.probability("A").estimate.mean > step.if_negative


def late(days, **changes):
    day = FIRST_VISIT + timedelta(days=days)
    case = asked_everything(visits=[examined(**changes), examined(day, left=44, right=44, **changes)])
    return steps(case, day)


@pytest.mark.parametrize(("days", "offered"), [(83, False), (84, True), (85, True)])
def test_a_block_is_a_question_only_when_it_is_still_open_at_the_main_retest(days, offered):
    found = late(days)
    assert ("block_done" in facts_of(found)) is offered
    if offered:
        block = next(one for one in found if one.fact == "block_done")
        assert block.kind is Kind.REFERRAL
        assert "only physicians order it" in block.how
        assert block.how.index("third occipital") < block.how.index("C3-4") < block.how.index("C1-2")
        assert all(condition.met for condition in block.conditions)


def test_a_block_is_never_first_nor_before_the_neck_is_examined():
    day = FIRST_VISIT + timedelta(days=200)
    unexamined = asked_everything(new_red_flag_sign=False)
    unexamined["visits"].append(unexamined["visits"][0] | {"date": day.isoformat()})
    assert "block_done" not in facts_of(steps(unexamined, day))


def test_an_open_flag_leaves_no_question_of_a_block():
    day = FIRST_VISIT + timedelta(days=200)
    case = asked_everything(visits=[examined(), examined(day)], cough_sneeze_exertion_trigger=True)
    assert "block_done" not in facts_of(steps(case, day))


@pytest.mark.parametrize(
    ("changes", "offered"),
    [
        ({"headache_continuous": True, "attack_duration_minutes": NOT_ASKED}, True),
        ({"cas_nasal": "ipsilateral"}, True),
        ({}, False),
        ({"headache_continuous": True, "attack_duration_minutes": NOT_ASKED, "laterality": "bilateral"}, False),
        (
            {
                "headache_continuous": True,
                "attack_duration_minutes": NOT_ASKED,
                "indomethacin_response": "partial_or_none",
            },
            False,
        ),
    ],
)
def test_side_locked_continuous_pain_asks_about_indomethacin(changes, offered):
    found = steps(asked_everything(new_red_flag_sign=False, **changes))
    assert ("indomethacin_response" in facts_of(found, Kind.REFERRAL)) is offered


def test_shooting_pain_with_allodynia_and_a_tender_nerve_asks_about_its_block():
    signs = {
        "pain_qualities": ["shooting"],
        "scalp_dysaesthesia_or_allodynia": True,
        "occipital_nerve_tender": True,
    }
    assert "occipital_block_eases" in facts_of(steps(asked_everything(new_red_flag_sign=False, **signs)), Kind.REFERRAL)
    signs["scalp_dysaesthesia_or_allodynia"] = False
    found = steps(asked_everything(new_red_flag_sign=False, **signs))
    assert "occipital_block_eases" not in facts_of(found, Kind.REFERRAL)


def test_the_report_has_both_sections():
    told = report(assessed(asked_everything(new_red_flag_sign=False)))
    assert "HOW SURE" in told
    assert "90 % interval" in told
    assert "WHAT NEXT" in told
    assert "This is not a diagnosis" in told
