"""Which two scores may be compared (outcomes 2.6 rule 2)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from concordant.measures.questionnaires import may_compare
from concordant.measures.questionnaires.activities import same_activities
from tests.measures.questionnaires.scoring import DAY, scored

MONTH = DAY + timedelta(days=28)


def later(measure, items=None, **more):
    return scored(measure, items, on=more.pop("on", MONTH), **more)


def test_the_same_measure_may_be_compared():
    assert may_compare(scored("ndi", [2] * 10), later("ndi", [1] * 10)) == ()
    assert may_compare(scored("ndi", total=20), later("ndi", [1] * 9 + [None])) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("groc", "groc_15_point"), ("pseq", "pseq2"), ("nprs_headache_average_7d", "nprs_headache_worst_7d")],
)
def test_other_measures_are_never_compared(one, other):
    assert may_compare(scored(one, total=3), later(other, total=3)) == (f"they are two measures: {one} and {other}",)


def test_another_version_asks_about_another_time():
    reasons = may_compare(scored("isi", [1] * 7, version="two_weeks"), later("isi", [1] * 7, version="month"))
    assert any("version differs" in reason for reason in reasons)
    assert any("time asked about differs: 2 weeks and 1 month" in reason for reason in reasons)


def test_a_version_that_is_not_known_is_a_reason_against():
    assert may_compare(scored("mtoq", total=5), later("mtoq", total=6, version="4")) != ()
    assert may_compare(scored("mtoq", total=5, version="4"), later("mtoq", total=6, version="4")) == ()


def test_forms_of_two_domains():
    before, after = scored("promis_t", total=55, version="pain 4a"), later("promis_t", total=50, version="sleep 4a")
    assert any("version differs" in reason for reason in may_compare(before, after))


def test_another_language():
    before, after = scored("ndi", [2] * 10, language="en"), later("ndi", [2] * 10, language="fr")
    assert may_compare(before, after) == ("the language differs: en and fr",)
    assert may_compare(replace(before, language=""), after) == ()


def test_a_score_without_total_is_not_compared():
    reasons = may_compare(scored("ndi", [2] * 7 + [None] * 3), later("ndi", [2] * 10))
    assert len(reasons) == 1
    assert "has no total: items 8, 9, 10" in reasons[0]


@pytest.mark.parametrize(("days", "allowed"), [(83, False), (84, True), (85, True)])
def test_midas_not_within_twelve_weeks(days, allowed):
    before, after = scored("midas", [1] * 5), later("midas", [1] * 5, on=DAY + timedelta(days=days))
    assert (may_compare(before, after) == ()) is allowed


@pytest.mark.parametrize("days", [0, -1])
def test_the_second_has_to_be_later(days):
    after = later("ndi", [1] * 10, on=DAY + timedelta(days=days))
    assert may_compare(scored("ndi", [1] * 10), after) == ("the second is not later than the first",)


def test_activities_are_compared_where_both_times_rated():
    before, after = scored("psfs", [2, 4, 9]), later("psfs", [5, None, 10])
    assert same_activities(before, after) == (5.5, 7.5)
    assert may_compare(before, after) == ()


def test_one_common_activity_is_too_few():
    before, after = scored("psfs", [2, 4, None]), later("psfs", [5, None, 10])
    assert same_activities(before, after) is None
    assert may_compare(before, after) == ("fewer than 2 activities were rated both times",)


def test_hurt_is_not_compared_by_a_total():
    assert may_compare(scored("hurt_items", [1] * 8), later("hurt_items", [1] * 8)) != ()
