"""Just before, on and after the numbers of treatment 3.1 and 3.2."""

import pytest

from concordant.criteria import Truth, evaluate
from concordant.criteria.reading import UNBOUND
from concordant.facts import UNKNOWN, Scope
from concordant.plan.phases import EXITS, Phase
from concordant.plan.plan import NO_ACTIVE_ITEM
from concordant.plan.planner import plan_for
from concordant.plan.profile import Profile
from tests.plan.told import HEADACHE, NEGATIVE, Told, clean_safety

HERE = UNBOUND.bound(Scope.HEADACHE, HEADACHE)

RELIEF = {"headache_intensity_nrs_mean_7d": 6, "irritability": "high", "home_tolerated": False}
RESTORE = {
    "frt_restricted": False,
    "frt_plateau": False,
    "ccft_activation_mmhg": 26,
    "any_headache_verdict": "improved",
    "any_headache_days_per_28d": 12,
}
STRENGTHEN = {
    "any_headache_verdict": "improved_important",
    "any_headache_days_per_28d": 6,
    "ccft_activation_mmhg": 28,
    "ndi_percent": 20,
    "goal_met": True,
    "adherence_percent_28d": 40,
}


def leaves(phase, facts):
    return evaluate(EXITS[phase], Told(facts), HERE).truth.value


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "not met"),
        ({"irritability": "moderate"}, "not met"),
        ({"irritability": "moderate", "headache_intensity_nrs_mean_7d": 4.1}, "not met"),
        ({"irritability": "moderate", "headache_intensity_nrs_mean_7d": 4}, "met"),
        ({"headache_intensity_nrs_mean_7d": 4, "home_tolerated": True}, "met"),
        ({"irritability": "low", "home_tolerated": UNKNOWN}, "unknown"),
        ({"irritability": UNKNOWN}, "not met"),
    ],
)
def test_relief(changes, expected):
    assert leaves(Phase.RELIEF, {**RELIEF, **changes}) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "met"),
        ({"ccft_activation_mmhg": 24}, "not met"),
        ({"frt_restricted": True}, "not met"),
        ({"frt_restricted": True, "frt_plateau": True}, "met"),
        ({"frt_restricted": UNKNOWN}, "unknown"),
        ({"any_headache_verdict": "within_error"}, "not met"),
        ({"any_headache_verdict": "within_error", "any_headache_days_per_28d": 4}, "met"),
        ({"any_headache_verdict": "within_error", "any_headache_days_per_28d": 5}, "not met"),
        ({"any_headache_verdict": UNKNOWN}, "unknown"),
    ],
)
def test_restore(changes, expected):
    assert leaves(Phase.RESTORE, {**RESTORE, **changes}) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "met"),
        ({"ndi_percent": 21}, "not met"),
        ({"ndi_percent": 21, "adherence_percent_28d": 60}, "met"),
        ({"ndi_percent": 21, "adherence_percent_28d": 59}, "not met"),
        ({"ccft_activation_mmhg": 26}, "not met"),
        ({"any_headache_verdict": "improved"}, "not met"),
        ({"any_headache_verdict": "improved", "any_headache_days_per_28d": 2}, "met"),
        ({"goal_met": UNKNOWN}, "unknown"),
    ],
)
def test_strengthen(changes, expected):
    assert leaves(Phase.STRENGTHEN, {**STRENGTHEN, **changes}) == expected


def phase_of(facts, **kwargs):
    return plan_for(Told({**NEGATIVE, **facts}), clean_safety(), HEADACHE, {}, **kwargs).phase


def test_phases_whose_exits_are_met_are_skipped():
    done = {**RELIEF, **RESTORE, **STRENGTHEN, "irritability": "low", "home_tolerated": True}
    found = phase_of(done)
    assert found.phase is Phase.SELF_MANAGE
    assert [phase for phase, _ in found.exits] == [Phase.RELIEF, Phase.RESTORE, Phase.STRENGTHEN]


def test_an_exit_that_is_not_known_keeps_the_phase():
    found = phase_of({"irritability": "low", "home_tolerated": UNKNOWN})
    assert found.phase is Phase.RELIEF
    assert found.exits[-1][1].truth is Truth.UNKNOWN


@pytest.mark.parametrize("reached", ["relief", "restore", "strengthen", "self_manage"])
def test_a_phase_does_not_go_back_by_itself(reached):
    found = phase_of({**RELIEF, "current_phase": reached, "relapse_since_discharge": True})
    assert found.phase.value == reached
    assert found.may_go_back is Truth.MET


def test_after_a_hold_care_goes_on():
    assert phase_of({**RELIEF, "current_phase": "hold"}).phase is Phase.RELIEF


def test_a_clinician_may_set_an_earlier_phase():
    found = phase_of({**RELIEF, "current_phase": "strengthen"}, phase=Phase.RELIEF)
    assert found.phase is Phase.RELIEF
    assert found.set_by_clinician


CALM = {"headache_intensity_nrs_mean_7d": 4, "headache_age_weeks": 11, "ndi_percent": 29}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "low"),
        ({"headache_intensity_nrs_mean_7d": 4.1}, "standard"),
        ({"headache_age_weeks": 12}, "standard"),
        ({"ndi_percent": 30}, "standard"),
        ({"phq2_score": 3}, "standard"),
        ({"phq2_score": 3, "gad2_score": 2}, "standard"),
        ({"phq2_score": 3, "gad2_score": 3}, "complex"),
        ({"pcs_score": 24, "csi_score": 39}, "standard"),
        ({"pcs_score": 24, "csi_score": 40}, "complex"),
        ({"work_status": "off", "isi_score": 15}, "complex"),
        ({"work_status": "modified", "isi_score": 15}, "standard"),
        ({"claim_disputed": True, "low_job_satisfaction": True}, "complex"),
        ({"ptsd_screen_positive": True, "any_headache_days_per_28d": 15}, "complex"),
        ({"ndi_percent": 40, "any_headache_days_per_28d": 14}, "standard"),
        ({"low_job_satisfaction": UNKNOWN}, "standard"),
        ({"headache_age_weeks": UNKNOWN}, "standard"),
    ],
)
def test_profile(changes, expected):
    facts = {**NEGATIVE, "any_headache_days_per_28d": 8, **CALM, **changes}
    found = plan_for(Told(facts), clean_safety(), HEADACHE, {}).profile
    assert found.profile is Profile(expected)


@pytest.mark.parametrize(
    ("sessions", "changes", "expected"),
    [
        (11, {}, "offered"),
        (12, {}, "ended"),
        (12, {"new_target_written": True}, "offered"),
        (18, {"new_target_written": True}, "ended"),
        (18, {"new_target_written": True, "team_review_done": True}, "offered"),
        (12, {"any_headache_change_class": UNKNOWN}, "open"),
        (UNKNOWN, {}, "open"),
    ],
)
def test_hands_on_work_has_a_limit(sessions, changes, expected):
    facts = {
        **NEGATIVE,
        **RELIEF,
        "irritability": "moderate",
        "concordant_c2_c3": True,
        "neck_driven": True,
        "ccft_activation_mmhg": 26,
        "any_headache_change_class": "within_error",
        "function_change_class": "within_error",
        "groc_score": 0,
        "hands_on_sessions_done": sessions,
        **changes,
    }
    plan = plan_for(Told(facts), clean_safety(), HEADACHE, {})
    found = {
        "offered": [one.id for one in plan.hands_on],
        "ended": [one.id for one, _, _ in plan.ended_by_limit],
        "open": [one.intervention.id for one in plan.still_unknown],
    }
    assert found[expected] == ["c2_c3_mobilisation"]
    assert plan.problems == ((NO_ACTIVE_ITEM,) if expected == "offered" else ())
