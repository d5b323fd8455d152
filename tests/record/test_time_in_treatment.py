"""One clock: decision table and expected course both count from the first treatment (outcomes 1.7, retest 9)."""

from datetime import timedelta

import pytest

from concordant.criteria import Truth
from concordant.criteria.nodes import Term
from concordant.facts import UNKNOWN
from concordant.facts.plan.episode import weeks_in_care, weeks_in_treatment
from concordant.progress import TimePoint, read_progress
from concordant.progress.expected_course import FACTORS, read_factors
from tests.people import FIRST_VISIT, asked_everything, bare, record
from tests.progress.retests import RESULTS, screened

EARLY = next(one for one in FACTORS if one.key == "early improvement")
TREATED = FIRST_VISIT + timedelta(days=21)


def someone(days, treated=TREATED, **facts):
    """Examined, then three weeks of waiting, then treated; a retest so many days after the first treatment."""
    case = asked_everything()
    retest = (treated or FIRST_VISIT) + timedelta(days=days)
    case["visits"].append({"date": retest.isoformat(), "facts": facts})
    case["treatments"] = [{"date": treated.isoformat(), "discipline": "physiotherapist"}] if treated else []
    return record(case, retest)


def test_weeks_from_the_first_treatment_and_not_from_the_episode():
    found = someone(28)
    assert found.read(Term(weeks_in_treatment)).value == 4
    assert found.read(Term(weeks_in_care)).value == 7


def test_where_no_treatment_is_recorded_from_the_first_visit():
    assert someone(28, treated=None).read(Term(weeks_in_treatment)).value == 4


def test_nobody_is_in_treatment_before_it_began():
    assert record(bare(), FIRST_VISIT - timedelta(days=1)).value("weeks_in_treatment") is UNKNOWN


@pytest.mark.parametrize(
    ("days", "at"),
    [
        (20, TimePoint.WEEK_2),
        (21, TimePoint.WEEK_4),
        (41, TimePoint.WEEK_4),
        (42, TimePoint.WEEK_8),
        (69, TimePoint.WEEK_8),
        (70, TimePoint.WEEK_12),
    ],
)
def test_the_decision_is_read_at_the_week_of_treatment(days, at):
    found = read_progress(someone(days, **RESULTS["discordant"]), screened())
    assert {one.decision.at for one in found.decisions} == {at}


@pytest.mark.parametrize(
    ("days", "points", "truth"),
    [
        (28, 2, Truth.MET),
        (28, 1, Truth.NOT_MET),
        (28, -3, Truth.NOT_MET),
        (20, 3, Truth.UNKNOWN),
        (21, 3, Truth.MET),
        (35, 3, Truth.MET),
        (36, 3, Truth.UNKNOWN),
    ],
)
def test_better_by_the_own_rating_at_one_month(days, points, truth):
    assert read_factors([EARLY], someone(days, groc_score=points))[0].truth is truth


def test_a_later_rating_is_never_taken_for_an_early_one():
    case = asked_everything()
    for weeks, points in ((4, 0), (12, 5)):
        day = FIRST_VISIT + timedelta(weeks=weeks)
        case["visits"].append({"date": day.isoformat(), "facts": {"groc_score": points}})
    assert read_factors([EARLY], record(case, FIRST_VISIT + timedelta(weeks=12)))[0].truth is Truth.NOT_MET


def test_the_factor_has_its_interval_and_is_no_forecast():
    assert EARLY.interval == "95 % interval 2.76 to 13.69"
    assert "no forecast of one person" in EARLY.use
