"""Every number from its first value to its latest, whatever the retest was."""

from datetime import timedelta

import pytest

from concordant.progress.everything_measured import NO_ERROR, everything_measured, fact_of
from concordant.progress.rows import NOT_JUDGED, ONCE, rows
from tests.people import FIRST_VISIT, record
from tests.progress.courses import HOW, course, day, filled, rotated


def found(case, measure, later=0, **place):
    every = everything_measured(record(case, day(case) + timedelta(days=later)))
    return [
        one for one in every if one.row.measure == measure and all(getattr(one.row, k) == v for k, v in place.items())
    ]


def the(case, measure, **options):
    (one,) = found(case, measure, **options)
    return one


def test_of_a_measure_of_the_retest_it_says_what_the_retest_says():
    case = filled(rotated(rotated(course(), 0, "right", 22), 1, "right", 36), "ndi", 18, 12)
    known = record(case, day(case))
    newest = list(known.visits)[-1]
    alone = {one.row.measure: one.row for one in everything_measured(known)}
    assert {one.measure: one for one in rows(known, newest)} == alone
    assert set(alone) == {"frt_rotation_deg", "ndi"}


def test_a_test_of_a_later_visit_than_the_retest_is_the_latest_value():
    case = filled(rotated(rotated(course(), 0, "right", 22), 1, "right", 26), "groc", None, 2)
    on = day(case) + timedelta(days=3)
    turned = {"fact": "frt_rotation_deg", "side": "right", "value": 40, **HOW}
    case["visits"].append({"date": on.isoformat(), "facts": {}, "findings": [turned]})
    one = the(case, "frt_rotation_deg")
    assert ([each.value for each in one.taken], one.row.latest, one.row.verdict) == ([22, 26, 40], 40, "improved")
    assert [each.value for each in the(case, "frt_rotation_deg", later=-1).taken] == [22, 26]


def test_a_form_between_two_visits_is_judged_too():
    case = filled(course(), "ndi", 18, None)
    on = day(case) - timedelta(days=3)
    case["outcomes"].append({"date": on.isoformat(), "measure": "ndi", "value": 12})
    one = the(case, "ndi")
    assert (one.row.baseline, one.row.latest, one.row.latest_on, one.row.verdict) == (18, 12, on, "improved_important")


def test_what_was_measured_once_waits_for_the_second():
    one = the(rotated(course(), 0, "left", 40), "frt_rotation_deg")
    assert (one.row.verdict, one.row.why, one.row.side, one.row.baseline, one.row.latest) == (
        "unknown", ONCE, "left", 40, None,
    )  # fmt: skip
    assert [each.value for each in one.taken] == [40]


def rises(first, latest, **latest_of):
    case = course()
    for visit, value, more in zip(case["visits"], (first, latest), ({}, latest_of), strict=True):
        visit["findings"].append({"fact": "provocation_nrs_rise", "headache": "A", "value": value, **more})
    return case


def test_a_number_without_a_test_of_its_own_is_shown_and_never_judged():
    one = the(rises(4, 1), "provocation_nrs_rise")
    assert (one.row.headache, one.row.change, one.row.verdict, one.row.why) == ("A", -3, NOT_JUDGED, NO_ERROR)
    assert (one.error, one.cut_off) == (None, None)
    assert fact_of(one.row).name == "provocation_nrs_rise"


def test_two_numbers_of_one_day_are_no_number():
    case = rises(4, 1)
    case["visits"][1]["findings"].append({"fact": "provocation_nrs_rise", "headache": "A", "value": 3})
    one = the(case, "provocation_nrs_rise")
    assert [each.value for each in one.taken] == [4]
    assert one.row.why == ONCE


@pytest.mark.parametrize("name", ["systolic_bp_mmhg", "groc_score"])
def test_each_number_stands_once_and_those_of_other_rooms_not_at_all(name):
    case = filled(rises(4, 1), "groc", 1, 3)
    for visit in case["visits"]:
        visit["facts"]["systolic_bp_mmhg"] = 130
    every = everything_measured(record(case, day(case)))
    assert [fact_of(one.row).name for one in every].count(name) == (name == "groc_score")


def test_what_was_written_down_later_is_not_yet_there():
    case = filled(course(), "ndi", 18, 12)
    case["outcomes"][-1]["recorded"] = f"{day(case) + timedelta(days=5)}T12:00:00+00:00"
    assert the(case, "ndi").row.why == ONCE
    assert the(case, "ndi", later=5).row.verdict == "improved_important"


def test_before_anything_was_measured_there_is_nothing():
    assert everything_measured(record(course(), FIRST_VISIT)) == ()
