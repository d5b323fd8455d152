"""The planned retests as of a day: the same for the list of the day and for the person's own page."""

from datetime import date, timedelta

import pytest

from concordant.progress.next_retest import next_retest
from tests.people import FIRST_VISIT, bare, record

WEEK = timedelta(weeks=1)


def asked_on(day, *retests, discharge=None, treated=FIRST_VISIT):
    """Treated from a day on, examined at the first visit and at these weeks of care."""
    case = bare(**({"discharge_date": discharge.isoformat()} if discharge else {}))
    case["visits"][0]["facts"]["groc_score"] = 0
    case["treatments"] = [{"date": treated.isoformat(), "discipline": "physiotherapist"}]
    for weeks in retests:
        on = treated + timedelta(days=round(7 * weeks))
        case["visits"].append({"date": on.isoformat(), "facts": {"groc_score": 2}})
    return next_retest(record(case, day))


@pytest.mark.parametrize(
    ("days", "late", "on"),
    [
        (0, None, 4),
        (27, None, 4),
        (28, 4, 8),
        (55, 4, 8),
        (56, 8, 12),
        (83, 8, 12),
        (84, 12, None),
        (400, 12, None),
    ],
)
def test_without_a_retest_the_newest_planned_day_stays_late(days, late, on):
    found = asked_on(FIRST_VISIT + timedelta(days=days))
    assert found.late_since == (late and FIRST_VISIT + late * WEEK)
    assert found.on == (on and FIRST_VISIT + on * WEEK)


@pytest.mark.parametrize(
    ("retest_on_day", "late"),
    [(20, True), (21, False), (28, False), (41, False)],
)
def test_a_retest_is_that_of_the_planned_day_that_it_is_nearest_to(retest_on_day, late):
    found = asked_on(FIRST_VISIT + timedelta(days=42), retest_on_day / 7)
    assert (found.late_since is not None) is late


@pytest.mark.parametrize(("retest_on_day", "late"), [(41, True), (42, False), (69, False)])
def test_that_of_week_eight_is_not_that_of_week_four(retest_on_day, late):
    found = asked_on(FIRST_VISIT + timedelta(days=70), 4, retest_on_day / 7)
    assert (found.late_since is not None) is late


def test_between_week_twelve_and_discharge_none_is_made_up():
    found = asked_on(FIRST_VISIT + 40 * WEEK, 4, 8, 12)
    assert (found.late_since, found.on) == (None, None)


def test_after_discharge_nothing_is_late_and_months_are_planned():
    found = asked_on(FIRST_VISIT + 9 * WEEK, discharge=date(2024, 2, 20))
    assert (found.late_since, found.on) == (None, date(2024, 5, 20))


def test_it_counts_from_the_first_treatment_and_not_from_the_examination():
    treated = FIRST_VISIT + timedelta(days=10)
    assert asked_on(FIRST_VISIT + timedelta(days=37), treated=treated).late_since is None
    assert asked_on(FIRST_VISIT + timedelta(days=38), treated=treated).late_since == treated + 4 * WEEK


def test_a_visit_at_which_nothing_was_found_is_no_retest():
    case = bare()
    case["visits"].append({"date": (FIRST_VISIT + 4 * WEEK).isoformat(), "facts": {}})
    assert next_retest(record(case, FIRST_VISIT + 5 * WEEK)).late_since == FIRST_VISIT + 4 * WEEK


def test_a_retest_that_was_written_down_later_was_not_known():
    case = bare()
    on = FIRST_VISIT + 4 * WEEK
    case["visits"].append(
        {"date": on.isoformat(), "facts": {"groc_score": 2}, "recorded": f"{on + 2 * WEEK}T12:00:00+00:00"}
    )
    assert next_retest(record(case, on + WEEK)).late_since == on
    assert next_retest(record(case, on + 2 * WEEK)).late_since is None


def test_without_a_first_day_there_is_no_plan():
    case = bare()
    case["visits"] = []
    assert next_retest(record(case, FIRST_VISIT)) is None
