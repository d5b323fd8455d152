"""The six criteria for discharge and the limits of hands-on sessions (retest 9), around each bound."""

from datetime import timedelta

import pytest

from concordant.criteria import Truth
from concordant.progress import Action, read_progress
from tests.people import FIRST_VISIT, asked_everything, record
from tests.progress.retests import AT_THE_VISIT, RESULTS, retest, screened

DONE = {
    "any_headache_baseline_days_per_28d": 16,
    "any_headache_days_per_28d": 4,
    "any_headache_days_ratio": 0.51,
    "any_headache_change_robust": True,
    "diary_window_status": "scored",
    "any_acute_med_days_per_30d": 9.9,
    "exercise_independent": True,
    "adherence_percent_28d": 60,
    "relapse_plan_written": True,
    "goal_met": True,
}
NOT_STATED = object()


def someone(held_days=28, **changes):
    """Responding at two retests so many days apart, the second in week 12 or later, with all that discharge asks."""
    facts = {name: value for name, value in (DONE | changes).items() if value is not NOT_STATED}
    case = asked_everything()
    # From it the days of any class would be counted, and a count stands over what is stated.
    case["facts"].pop("acute_med_days_per_30d")
    case["facts"] |= {name: value for name, value in facts.items() if name not in AT_THE_VISIT}
    of_retest = {name: value for name, value in facts.items() if name in AT_THE_VISIT} | (
        {} if "any_headache_change_class" in facts else RESULTS["responding"]
    )
    last = FIRST_VISIT + timedelta(days=84)
    for day in (last - timedelta(days=held_days), last):
        case["visits"].append({"date": day.isoformat(), "facts": dict(of_retest)})
    return record(case, last)


def test_discharged_when_all_six_hold():
    found = read_progress(someone(), screened())
    assert found.lacking == ()
    assert [one.decision.action for one in found.decisions] == [Action.DISCHARGE]


@pytest.mark.parametrize(
    ("changes", "letter", "truth"),
    [
        (RESULTS["no_change"] | {"acceptable_state": False}, "A", Truth.NOT_MET),
        (RESULTS["no_change"], "A", Truth.UNKNOWN),
        ({"held_days": 27}, "B", Truth.UNKNOWN),
        ({"held_days": 28, "any_headache_baseline_days_per_28d": 15.9}, "B", Truth.UNKNOWN),
        ({"held_days": 55, "any_headache_baseline_days_per_28d": 15.9}, "B", Truth.UNKNOWN),
        ({"any_headache_days_per_28d": 4.1}, "C", Truth.NOT_MET),
        ({"any_headache_change_robust": False}, "C", Truth.NOT_MET),
        ({"any_headache_change_robust": NOT_STATED}, "C", Truth.UNKNOWN),
        ({"diary_window_status": "provisional"}, "C", Truth.NOT_MET),
        ({"diary_window_status": "insufficient"}, "C", Truth.NOT_MET),
        ({"diary_window_status": NOT_STATED}, "C", Truth.UNKNOWN),
        ({"any_acute_med_days_per_30d": 10}, "D", Truth.NOT_MET),
        ({"exercise_independent": False}, "E", Truth.NOT_MET),
        ({"adherence_percent_28d": 59.9}, "E", Truth.NOT_MET),
        ({"relapse_plan_written": False}, "F", Truth.NOT_MET),
        ({"relapse_plan_written": NOT_STATED}, "F", Truth.UNKNOWN),
    ],
)
def test_one_that_is_lacking_is_named(changes, letter, truth):
    found = read_progress(someone(**changes), screened())
    assert (letter, truth) in [(one.letter, one.truth) for one in found.lacking]
    assert found.discharge.truth is not Truth.MET


@pytest.mark.parametrize(
    "changes",
    [
        {"held_days": 56, "any_headache_baseline_days_per_28d": 15.9},
        {"any_headache_days_per_28d": 10, "any_headache_days_ratio": 0.5},
        RESULTS["no_change"] | {"acceptable_state": True},
    ],
)
def test_other_ways_to_the_same(changes):
    assert read_progress(someone(**changes), screened()).lacking == ()


@pytest.mark.parametrize("changes", [{"goal_met": False}, {"acceptable_state": False}])
def test_without_response_both_goal_and_an_acceptable_state_are_needed(changes):
    facts = RESULTS["no_change"] | {"acceptable_state": True} | changes
    assert next(one.letter for one in read_progress(someone(**facts), screened()).lacking) == "A"


def test_no_discharge_with_an_open_red_flag():
    facts = RESULTS["no_change"] | {"acceptable_state": True, "neuro_deficit_new": True}
    assert "A" in [one.letter for one in read_progress(someone(**facts), screened()).lacking]


def stopped(**facts):
    found = read_progress(retest(**facts), screened())
    return {one.rule.id: one.truth for one in found.stop_rules}


@pytest.mark.parametrize(
    ("sessions", "status", "facts", "truth"),
    [
        (11, "no_change", {}, Truth.NOT_MET),
        (12, "no_change", {}, Truth.MET),
        (13, "no_change", {}, Truth.MET),
        (12, "responding", {}, Truth.NOT_MET),
        (12, "responding_strong", {}, Truth.NOT_MET),
        (12, "possible", {}, Truth.MET),
        (12, "no_change", {"new_target_written": True}, Truth.NOT_MET),
    ],
)
def test_the_thirteenth_session_needs_a_response_or_a_new_target(sessions, status, facts, truth):
    found = stopped(hands_on_sessions_done=sessions, **RESULTS[status], **facts)
    assert found["without response"] is truth


def test_an_open_status_leaves_the_thirteenth_session_open():
    assert stopped(hands_on_sessions_done=12)["without response"] is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("sessions", "reviewed", "truth"),
    [(17, False, Truth.NOT_MET), (18, False, Truth.MET), (19, False, Truth.MET), (18, True, Truth.NOT_MET)],
)
def test_the_nineteenth_session_needs_a_review(sessions, reviewed, truth):
    found = stopped(hands_on_sessions_done=sessions, team_review_done=reviewed, **RESULTS["responding"])
    assert found["without team review"] is truth
