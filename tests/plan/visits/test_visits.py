"""How often to come: the schedules of treatment 6.2 in words, limits, gates, and what no set of facts brings about."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.facts import UNKNOWN
from concordant.facts.values import Span
from concordant.plan.interventions import Discipline
from concordant.plan.phases import Phase
from concordant.plan.planner import plan_for
from concordant.plan.visits import Retest, visits_of
from concordant.plan.visits.allowance import WITHOUT_APPROVAL
from tests.plan.examples import EXAMPLES
from tests.plan.told import HEADACHE
from tests.plan.visits.people import NOT_ELSEWHERE, PAYERS, RETEST, TODAY, Now, by_week, example, visits

P, R = Discipline.PHYSIOTHERAPIST, Discipline.RMT
CRASH = "icbc, crash three weeks ago"
MONDAYS = [TODAY + timedelta(weeks=week) for week in range(12)]


def test_the_desk_worker_comes_twice_a_week_and_to_massage_before_it():
    found = visits("1")
    assert by_week(found, P)[:3] == [2, 2, 2]
    assert by_week(found, R)[:4] == [2, 2, 2, 2]
    assert 8 <= found.total(P) <= 12
    assert len(found.weeks) == 6
    assert (found.pairing.first, found.pairing.then, found.pairing.same_day_preferred) == (R, P, True)


def test_her_quick_check_is_at_visit_three_or_four_and_her_retest_on_day_28():
    found = visits("1")
    assert [week.checked for week in found.weeks] == [False, True, False, False, False, False]
    assert [week.starts for week in found.weeks if week.retest] == [MONDAYS[4]]
    assert [week.opens_at_retest for week in found.weeks] == [False] * 5 + [True]


def test_three_weeks_after_the_crash_18_of_25_can_be_used_15_are_planned_and_3_held():
    found = visits("2", payer=CRASH)
    assert (found.allowance.weeks, found.allowance.left[P]) == (9, 18)
    assert (found.total(P), found.held) == (15, 3)
    assert found.total(R) == 10
    assert found.allowance.left[R] == 12
    assert by_week(found, R)[:3] == [1, 1, 2]


def test_while_medication_is_overused_physiotherapy_is_once_a_week():
    assert set(by_week(visits("3"), P)) == {1}
    assert visits("3").per_week[P] == 1


def test_on_hold_nobody_comes():
    found = visits("4")
    assert not found.rates
    assert found.total(P) == found.total(R) == 0


def test_little_care_is_four_to_six_visits_and_no_massage():
    found = visits("5", payer="icbc", claim_accident_date=TODAY, **NOT_ELSEWHERE)
    assert 4 <= found.total(P) <= 6
    assert R not in found.rates
    assert found.pairing is None


def test_in_strengthen_once_a_week_for_three_weeks_then_every_second():
    found = visits("6", weeks_done=7)
    assert by_week(found, P) == [1, 1, 1, 0]
    longer = visits("6", weeks_done=7, payer="icbc", preauthorised_weeks_left=9, **NOT_ELSEWHERE)
    assert by_week(longer, P) == [1, 1, 1, 0, 1]


def test_thirty_weeks_after_the_injury_visits_need_an_approved_plan():
    found = visits("7", weeks_done=9, payer="icbc", claim_accident_date=TODAY - timedelta(weeks=30), **NOT_ELSEWHERE)
    assert not found.weeks
    assert "approved treatment plan" in found.allowance.says
    assert found.rates[P].says == "twice a week"


@pytest.mark.parametrize(("weeks_done", "held"), [(0, 8), (7, 8), (8, 0), (11, 0)])
def test_the_reserve_is_let_go_at_the_retest_of_week_8(weeks_done, held):
    left = {"physiotherapy": 25, "massage_therapy": 12}
    found = visits("1", weeks_done, payer="icbc", preauthorised_weeks_left=12, preauthorised_visits_left=left)
    assert found.held == held * found.allowance.left[P] // 25


def test_after_twelve_weeks_a_clinician_decides():
    found = visits("1", weeks_done=12)
    assert not found.weeks
    assert any("12 weeks of a course are over" in limit for limit in found.limits)


def test_without_a_massage_therapist_there_is_no_massage_visit():
    found = visits("1", rmt_unavailable=True)
    assert set(found.rates) == {P}
    assert any("No massage therapist" in limit for limit in found.limits)


@pytest.mark.parametrize(("irritability", "first"), [("low", 2), ("moderate", 2), ("high", 1), (UNKNOWN, 1)])
def test_massage_is_gentler_at_first_unless_irritability_is_known_not_to_be_high(irritability, first):
    facts = {"headache_intensity_nrs_mean_7d": 6, "home_tolerated": False, "irritability": irritability}
    found = visits("1", **facts)
    assert by_week(found, R)[:3] == [first, first, 2]
    assert found.per_week == {P: 2, R: first}
    assert ("irritability" in found.ask) is (irritability is UNKNOWN)


def test_overuse_that_is_not_known_lowers_the_rate_and_is_asked():
    found = visits("1", non_opioid_days_per_30d=UNKNOWN, any_headache_days_per_30d=20, overuse_months_longest=4)
    assert set(by_week(found, P)) == {1}
    assert "non_opioid_days_per_30d" in found.ask


@pytest.mark.parametrize(
    ("done", "left", "week"),
    [(0, 12, 3), (4, 8, 2), (Span(3, 4), 8, 2), (12, 0, 0), (13, 0, 0)],
)
def test_the_gate_of_twelve_hands_on_sessions(done, left, week):
    # Four sessions a week: twice massage, twice physiotherapy.
    gate = visits("1", hands_on_sessions_done=done, new_target_written=True).gates[0]
    assert (gate.after_sessions, gate.left, gate.week) == (12, left, MONDAYS[week])


def test_a_gate_that_is_not_reached_has_no_week():
    found = visits("5", hands_on_sessions_done=0)
    assert [gate.week for gate in found.gates] == [None, None]


def test_where_no_hands_are_laid_on_there_is_no_gate():
    assert not visits("6", weeks_done=7).gates


def test_the_check_counts_from_what_was_done():
    assert not any(week.checked for week in visits("1", physiotherapy_visits_done=3).weeks)
    assert visits("1", physiotherapy_visits_done=1).weeks[0].checked


def test_no_planned_retest_marks_no_week():
    found = visits("1", retest=Retest(None, "set one"))
    assert not any(week.retest or week.opens_at_retest for week in found.weeks)


BUDGETS = st.fixed_dictionaries(
    {
        "payer_kind": st.sampled_from(["icbc", "private", "extended", "worksafebc"]),
        "preauthorised_weeks_left": st.sampled_from([-1, 0, 0.1, 1, 3.5, 9, 12]),
        "physiotherapy_visits_done": st.integers(0, 30),
        "soft_tissue_sessions_done": st.integers(0, 15),
        "visits_elsewhere_count": st.fixed_dictionaries(
            {"physiotherapy": st.integers(0, 30), "massage_therapy": st.integers(0, 15)}
        ),
    }
)


@given(st.sampled_from(EXAMPLES), BUDGETS, st.integers(0, 14))
def test_visits_never_go_beyond_what_the_payer_leaves(one, budget, weeks_done):
    found = visits(one.id, weeks_done, payer=budget["payer_kind"], **budget)
    for who, word, used in (
        (P, "physiotherapy", "physiotherapy_visits_done"),
        (R, "massage_therapy", "soft_tissue_sessions_done"),
    ):
        assert all(0 <= week.visits.get(who, 0) <= 2 for week in found.weeks)
        if budget["payer_kind"] == "icbc":
            gone = budget[used] + budget["visits_elsewhere_count"][word]
            held = found.held if who is P else 0
            assert found.total(who) + held <= max(WITHOUT_APPROVAL[who] - gone, 0)
            assert found.total(who) <= 2 * max(budget["preauthorised_weeks_left"] + 1, 0)
        if budget["payer_kind"] == "worksafebc":
            assert found.total(who) == 0


ALLOWED_WHILE_UNKNOWN = {"rmt_unavailable"}
"""A fact of the calendar: massage is planned until somebody says that there is none."""


@pytest.mark.parametrize("payer", PAYERS)
@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.id)
def test_what_is_not_known_adds_no_visit(one, payer):
    facts, injured = {**one.facts, **PAYERS[payer]}, one.knowledge.injured
    whole = plan_for(Now(facts, injured=injured), one.safety, HEADACHE, {})
    phase = None if whole.phase.phase is Phase.HOLD else whole.phase.phase

    def laid_out(told):
        plan = plan_for(told, one.safety, HEADACHE, {}, phase=phase)
        # A profile that cannot be told is the standard one (treatment 3.2): it is fixed here, as the phase is.
        return visits_of(replace(plan, profile=whole.profile), told, RETEST, weeks_done=1)

    before = laid_out(Now(facts, injured=injured))
    for name in set(facts) - ALLOWED_WHILE_UNKNOWN:
        after = laid_out(Now({**facts, name: UNKNOWN}, injured=injured))
        assert set(after.rates) <= set(before.rates), name
        for who in (P, R):
            assert after.total(who) <= before.total(who), name


@given(st.sampled_from(EXAMPLES), st.integers(0, 11))
def test_massage_only_with_a_soft_tissue_item(one, weeks_done):
    plan = plan_for(Now({**one.facts, "payer_kind": "private"}), one.safety, HEADACHE, {})
    found = visits_of(plan, Now({"payer_kind": "private"}), RETEST, weeks_done=weeks_done)
    assert R not in found.rates or plan.soft_tissue


def test_the_example_is_read_as_printed():
    assert example("2").told["injury_weeks_ago"] == 3


def test_massage_that_a_clinician_has_signed_is_laid_out_as_if_it_were_proposed():
    one = example("5")
    plan = plan_for(one.knowledge, one.safety, HEADACHE, {})
    assert R not in visits_of(plan, Now({**one.facts, "payer_kind": "private"}), RETEST, weeks_done=0).rates
    for phase, expected in ((Phase.RESTORE, True), (Phase.STRENGTHEN, True), (Phase.SELF_MANAGE, False)):
        told = replace(plan, phase=replace(plan.phase, phase=phase))
        now = Now({**one.facts, "payer_kind": "private"})
        found = visits_of(told, now, RETEST, weeks_done=0, massage_signed=True)
        assert (R in found.rates) is expected
        assert (found.pairing is not None) is expected
    unavailable = Now({**one.facts, "payer_kind": "private", "rmt_unavailable": True})
    assert R not in visits_of(plan, unavailable, RETEST, weeks_done=0, massage_signed=True).rates
