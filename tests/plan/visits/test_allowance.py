"""What a payer leaves: dated at the edges of the window, and nothing while something is not known."""

from datetime import timedelta

import pytest

from concordant.criteria.reading import UNBOUND
from concordant.facts import UNKNOWN
from concordant.facts.values import Span
from concordant.plan.interventions import Discipline
from concordant.plan.visits.allowance import DECISION_WEEKS, WITHOUT_APPROVAL, allowance
from tests.plan.visits.people import NOT_ELSEWHERE, TODAY, Now

P, R = Discipline.PHYSIOTHERAPIST, Discipline.RMT
USED = {"physiotherapy_visits_done": 0, "soft_tissue_sessions_done": 0}


def icbc(days: int = 0, **facts):
    told = {"payer_kind": "icbc", "claim_accident_date": TODAY - timedelta(days=days), **NOT_ELSEWHERE, **USED, **facts}
    return left(**told)


def left(weeks_done=0, given=None, **facts):
    told = Now({name: value for name, value in facts.items() if value is not UNKNOWN})
    return allowance(told, UNBOUND, weeks_done=weeks_done, given=given)


@pytest.mark.parametrize(
    ("days", "weeks", "physio"),
    [(0, 12, 24), (1, 12, 24), (7, 11, 22), (21, 9, 18), (22, 9, 18), (77, 1, 2), (83, 1, 2), (84, 1, 1), (85, 0, 0)],
)
def test_the_clock_starts_at_the_crash(days, weeks, physio):
    found = icbc(days)
    assert (found.weeks, found.left[P]) == (weeks, physio)


@pytest.mark.parametrize(("used", "physio"), [(0, 18), (7, 18), (8, 17), (24, 1), (25, 0), (30, 0)])
def test_visits_used_here_and_elsewhere_count_together(used, physio):
    here = icbc(21, physiotherapy_visits_done=used)
    elsewhere = icbc(21, visits_elsewhere_count={"physiotherapy": used, "massage_therapy": 0})
    assert here.left[P] == elsewhere.left[P] == physio


def test_of_a_count_within_bounds_the_upper_one_is_taken():
    assert icbc(21, soft_tissue_sessions_done=Span(2, 5)).left[R] == 7


def test_massage_has_a_limit_of_its_own():
    assert icbc(21).left[R] == WITHOUT_APPROVAL[R] == 12


@pytest.mark.parametrize("missing", ["payer_kind", "claim_accident_date", "visits_elsewhere_count"])
def test_what_is_not_known_lays_out_nothing_and_is_asked(missing):
    found = icbc(21, **{missing: UNKNOWN})
    assert not any(found.left.values())
    assert missing in found.ask


def test_what_coverage_says_stands_over_what_is_worked_out():
    told = {"physiotherapy": 4, "massage_therapy": 3}
    found = icbc(21, preauthorised_weeks_left=2, preauthorised_visits_left=told)
    assert (found.weeks, dict(found.left)) == (2, {P: 4, R: 3})


def approved(status="approved", start=-7, end=20, visits=8):
    return {
        "treatment_plan_status": {"physiotherapy": status},
        "treatment_plan_visits": {"physiotherapy": visits},
        "treatment_plan_start_date": {"physiotherapy": TODAY + timedelta(days=start)},
        "treatment_plan_end_date": {"physiotherapy": TODAY + timedelta(days=end)},
    }


@pytest.mark.parametrize("payer", ["icbc", "worksafebc"])
def test_after_the_window_an_approved_plan_counts(payer):
    told = {"payer_kind": payer, "claim_accident_date": TODAY - timedelta(days=200), **approved()}
    found = left(**told, given=lambda who, day: 3 if who is P and day == TODAY - timedelta(days=7) else 99)
    assert (found.weeks, dict(found.left)) == (3, {P: 5, R: 0})


@pytest.mark.parametrize(
    "told", [{}, approved("sent"), approved("denied"), approved(start=1), approved(end=-1), approved(visits=3)]
)
def test_without_one_further_visits_need_it(told):
    found = left(payer_kind="worksafebc", **told, given=lambda who, day: 3)
    assert found.weeks == 0
    assert "approved treatment plan" in found.says


@pytest.mark.parametrize(("weeks_done", "weeks"), [(0, 6), (5, 1), (6, 4), (11, 4)])
def test_who_pays_alone_decides_after_six_weeks(weeks_done, weeks):
    assert DECISION_WEEKS == 6
    for payer in ("private", "extended"):
        found = left(weeks_done, payer_kind=payer)
        assert found.weeks == weeks
        assert not found.left


def test_on_the_last_day_one_visit_still_needs_no_approval():
    assert "at most 1 physiotherapy and 1 massage" in icbc(84).says
    assert icbc(85).says.startswith("The 12 weeks without approval are over")


def test_an_accident_to_come_lays_out_nothing():
    found = icbc(-1)
    assert (found.weeks, found.ask) == (0, ("claim_accident_date",))


def test_bounds_of_what_is_left_are_no_number():
    bounds = {"physiotherapy": Span(0, 24), "massage_therapy": 3}
    found = icbc(21, preauthorised_visits_left=bounds, visits_elsewhere_count=UNKNOWN)
    assert dict(found.left) == {P: 0, R: 3}
    assert found.ask == ("visits_elsewhere_count",)
