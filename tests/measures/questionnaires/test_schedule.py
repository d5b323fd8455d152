"""When what is due (outcomes 2.4)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.measures.questionnaires import CORE_SET, EXTENSIONS, due, upcoming
from concordant.measures.questionnaires.schedule import POINTS, months_later

BASELINE = date(2026, 1, 5)
ALWAYS = ["nprs_headache_average_7d", "nprs_headache_worst_7d", "nprs_neck_average_7d", "psfs_score"]


def at(day, discharge=None):
    found = due(day, baseline=BASELINE, discharge=discharge)
    return found and found.point.key


def names(day, discharge=None):
    return [fact.name for fact in due(day, baseline=BASELINE, discharge=discharge).facts]


@pytest.mark.parametrize(
    ("days", "point"),
    [
        (-1, None),
        (0, "baseline"),
        (27, "baseline"),
        (28, "week_4"),
        (55, "week_4"),
        (56, "week_8"),
        (83, "week_8"),
        (84, "week_12"),
        (400, "week_12"),
    ],
)
def test_in_care(days, point):
    assert at(BASELINE + timedelta(days=days)) == point


@pytest.mark.parametrize(
    ("day", "point"),
    [
        (date(2026, 3, 30), "week_8"),
        (date(2026, 3, 31), "discharge"),
        (date(2026, 6, 29), "discharge"),
        (date(2026, 6, 30), "month_3"),
        (date(2026, 9, 29), "month_3"),
        (date(2026, 9, 30), "month_6"),
        (date(2027, 3, 30), "month_6"),
        (date(2027, 3, 31), "month_12"),
        (date(2030, 1, 1), "month_12"),
    ],
)
def test_after_discharge(day, point):
    # Discharged on 31 March, after week 12 (30 March) would be: that day still belongs to care.
    discharge = date(2026, 3, 31)
    assert at(day, discharge) == ("week_12" if day == date(2026, 3, 30) else point)


@pytest.mark.parametrize(
    ("day", "discharge", "point", "on"),
    [
        (date(2026, 1, 4), None, "baseline", date(2026, 1, 5)),
        (date(2026, 2, 1), None, "week_4", date(2026, 2, 2)),
        (date(2026, 2, 2), None, "week_8", date(2026, 3, 2)),
        (date(2026, 3, 29), None, "week_12", date(2026, 3, 30)),
        (date(2026, 2, 10), date(2026, 2, 14), "discharge", date(2026, 2, 14)),
        (date(2026, 2, 14), date(2026, 2, 14), "month_3", date(2026, 5, 14)),
        (date(2026, 8, 14), date(2026, 2, 14), "month_12", date(2027, 2, 14)),
    ],
)
def test_what_comes_next(day, discharge, point, on):
    found = upcoming(day, baseline=BASELINE, discharge=discharge)
    assert (found[0], found[1].key) == (on, point)


@pytest.mark.parametrize(("day", "discharge"), [(date(2026, 3, 30), None), (date(2027, 2, 14), date(2026, 2, 14))])
def test_nothing_comes_after_the_last_point(day, discharge):
    assert upcoming(day, baseline=BASELINE, discharge=discharge) is None


@given(st.integers(-10, 1500), st.one_of(st.none(), st.integers(0, 1500)))
def test_what_comes_next_is_due_on_its_day(days, discharged):
    on = BASELINE + timedelta(days=days)
    discharge = None if discharged is None else BASELINE + timedelta(days=discharged)
    found = upcoming(on, baseline=BASELINE, discharge=discharge)
    if found is not None:
        assert found[0] > on
        assert due(found[0], baseline=BASELINE, discharge=discharge).since == found[0]


def test_weeks_after_discharge_do_not_come():
    discharge = BASELINE + timedelta(days=40)
    assert at(BASELINE + timedelta(days=60), discharge) == "discharge"


def test_what_is_asked_when():
    assert names(BASELINE) == [
        *ALWAYS,
        "phq4_score",
        "recovery_expectation_nrs",
        "usual_sleep_quality_nrs",
        "usual_stress_nrs",
        "activity_confidence_nrs",
    ]
    assert names(BASELINE + timedelta(weeks=4)) == [*ALWAYS, "groc_score", "acceptable_state"]
    assert names(BASELINE + timedelta(weeks=12)) == [*ALWAYS, "groc_score", "acceptable_state", "phq4_score"]
    discharge = date(2026, 5, 1)
    assert names(discharge, discharge) == [*ALWAYS, "groc_score", "acceptable_state"]
    assert names(date(2026, 8, 1), discharge) == ALWAYS


def test_the_last_day_of_a_short_month():
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_later(date(2027, 11, 30), 3) == date(2028, 2, 29)
    assert months_later(date(2026, 12, 31), 12) == date(2027, 12, 31)


@given(st.integers(0, 1500), st.integers(0, 1500), st.one_of(st.none(), st.integers(0, 1500)))
def test_time_only_moves_on(first, second, discharged):
    discharge = None if discharged is None else BASELINE + timedelta(days=discharged)
    found = [
        due(BASELINE + timedelta(days=days), baseline=BASELINE, discharge=discharge) for days in sorted((first, second))
    ]
    assert found[0].since <= found[1].since <= BASELINE + timedelta(days=max(first, second))
    assert POINTS.index(found[0].point) <= POINTS.index(found[1].point)


def test_the_core_set_is_asked_at_some_point_and_extensions_say_when():
    assert all(one.at for one in CORE_SET)
    assert all(one.when.startswith("Extension:") for one in EXTENSIONS)
