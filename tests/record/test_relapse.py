"""Relapse after discharge: the alarm of the daily watch, and days up by their error (retest 3.4, 6, 9)."""

from datetime import timedelta

import pytest

from concordant.change.days.z_test import adjusted_z, detectable_days, detectable_days_from_none
from concordant.criteria import Truth
from concordant.criteria.nodes import Term
from concordant.facts import UNKNOWN
from concordant.facts.outcomes.change import relapse_since_discharge, relapse_threshold_days_per_28d
from concordant.progress import read_progress
from tests.people import FIRST_VISIT, asked_everything, record
from tests.progress.courses import evenly
from tests.progress.retests import screened
from tests.record.diaries import days

DISCHARGED = FIRST_VISIT + timedelta(days=84)


def later(before, after, discharged=DISCHARGED):
    """Discharged, with these days before it, the day itself not answered, and these since; asked the day after."""
    as_of = DISCHARGED + timedelta(days=len(after) + 1)
    case = asked_everything(**({"discharge_date": discharged.isoformat()} if discharged else {}))
    case["diary"] = days(before + "." + after, as_of - timedelta(days=1))
    case["treatments"] = [{"date": FIRST_VISIT.isoformat(), "discipline": "physiotherapist"}]
    return record(case, as_of)


def threshold(before):
    return later(before, "-" * 28).read(Term(relapse_threshold_days_per_28d))


@pytest.mark.parametrize(
    ("headaches", "days_per_28"),
    [(4, 4 + detectable_days(4 / 28, 28, 1.5)), (8, 8 + 8.115022), (16, 16 + 8.889561)],
)
def test_days_at_discharge_and_their_error(headaches, days_per_28):
    assert threshold(evenly(headaches)).value == pytest.approx(days_per_28, abs=1e-6)


def test_without_a_day_at_discharge_the_least_rise_beyond_error_counts():
    limit = threshold("-" * 28)
    assert limit.value == pytest.approx(detectable_days_from_none(28, 1.5), abs=1e-6)
    share = limit.value / 28
    z = share / (2 * 1.5 / 28 * (share / 2) * (1 - share / 2)) ** 0.5
    assert z == pytest.approx(1.959964, abs=1e-6)
    # In whole days: 5 of 28 after none are within error, 6 are beyond it.
    assert abs(adjusted_z(0, 28, 5, 28, 1.5)) < 1.959964 < abs(adjusted_z(0, 28, 6, 28, 1.5))


@pytest.mark.parametrize("before", ["+" * 28, evenly(24), "." * 15 + "-" * 13])
def test_no_threshold_where_none_can_be_told(before):
    assert threshold(before).value is UNKNOWN


AFTER = {
    "well": evenly(4),
    "back": evenly(20),
    "a bad week": "-" * 28 + "+" * 7 + "-" * 28,
    "a little more": "-" * 18 + "+" * 10,
    "not written": "." * 28,
}


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("well", False),
        ("back", True),
        # The watch gave its alarm in the bad week; days of the last 28 are few again.
        ("a bad week", False),
        # Ten days in a row give the alarm; ten in 28 are within the error of four (from 10.3 on they are not).
        ("a little more", False),
        ("not written", UNKNOWN),
    ],
)
def test_relapse(after, found):
    assert later(evenly(4), AFTER[after]).value("relapse_since_discharge") is found


def test_missing_days_count_both_ways():
    # Eighteen headache days of 18 answered: at least 18 of 28. Twelve in the last 28, and 10 missing: open.
    assert later(evenly(4), "." * 10 + "+" * 18).value("relapse_since_discharge") is True
    reading = later(evenly(8), "+" * 12 + "-" * 6 + "." * 10).read(Term(relapse_since_discharge))
    assert reading.value is UNKNOWN
    assert "whether days are up by their error is open" in reading.note


def test_nobody_who_was_not_discharged_has_one():
    assert later(evenly(4), AFTER["back"], discharged=None).value("relapse_since_discharge") is UNKNOWN
    assert later(evenly(4), AFTER["back"], discharged=None).value("relapse_threshold_days_per_28d") is UNKNOWN


@pytest.mark.parametrize(("after", "truth"), [("back", Truth.MET), ("well", Truth.NOT_MET)])
def test_it_asks_to_examine_again(after, truth):
    found = read_progress(later(evenly(4), AFTER[after]), screened())
    (one,) = [each for each in found.triggers if each.trigger.id == "relapse"]
    assert (one.truth, one.trigger.action.value) == (truth, "re_examine")
    assert found.facts["relapse_since_discharge"] is (truth is Truth.MET)
    assert found.facts["relapse_threshold_days_per_28d"] == pytest.approx(4 + detectable_days(4 / 28, 28, 1.5))
