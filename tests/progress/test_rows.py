"""Each measure at a retest: thresholds in its own unit, and what is never judged."""

import json

import pytest

from concordant.answer import progress_answer
from concordant.assessment import assess
from concordant.measures import MEASURES
from concordant.measures.questionnaires import OF_FACT
from concordant.measures.questionnaires.catastrophising import HIGH, PCS
from concordant.progress.expected_course import FACTORS
from concordant.progress.rows import NOT_JUDGED
from concordant.progress_report import CATEGORY, progress_report
from concordant.record.derive.scores import PERCENT
from concordant.record.read import read_plain
from tests.progress.courses import course, day, filled

ALIKE = {"rater": "KL", "headache_phase": "none"}


def found(case):
    return assess(read_plain(case), day(case))


def row(case, measure):
    (one,) = [each for each in found(case).changes if each.measure == measure]
    return one


def strength(first, latest):
    case = course()
    for visit, value in zip(case["visits"], (first, latest), strict=True):
        how = {"instrument": "hand_held_dynamometer", "position": "sitting", **ALIKE}
        visit["findings"].append({"fact": "strength_flexion_newton", "value": value, **how})
    return case


@pytest.mark.parametrize(
    ("first", "latest", "verdict", "threshold"),
    [(50, 59, "within_error", 10), (50, 60, "improved", 10), (200, 239, "within_error", 40), (200, 160, "worse", 40)],
)
def test_a_threshold_in_percent_is_given_in_the_unit_of_the_measure(first, latest, verdict, threshold):
    one = row(strength(first, latest), "strength_flexion_newton")
    assert (one.verdict, one.threshold, one.unit) == (verdict, threshold, "N")
    assert (abs(latest - first) < one.threshold) is (verdict == "within_error")


def test_blood_pressure_is_shown_without_a_verdict():
    case = course()
    for visit, value in zip(case["visits"], (150, 130), strict=True):
        visit["facts"]["systolic_bp_mmhg"] = value
    one = row(case, "systolic_bp_mmhg")
    assert (one.verdict, one.detail, one.baseline, one.latest, one.change) == (NOT_JUDGED, NOT_JUDGED, 150, 130, -20)
    assert one.why == "no error is known from which a change would be real"


@pytest.mark.parametrize(
    ("first", "latest", "words"),
    [(None, 4, "much better"), (1, 3, "somewhat better"), (None, 0, "not clearly better")],
)
def test_a_rating_of_change_stands_alone(first, latest, words):
    case = filled(course(), "groc", first, latest)
    one = row(case, "groc")
    assert (one.verdict, one.baseline, one.latest, one.change, one.threshold) == (NOT_JUDGED, None, latest, None, None)
    assert one.note == f"the rating is itself of a change: {words}"
    said = " ".join(progress_report(found(case)).split())
    assert f"{latest} points on 2024-02-05. The rating is itself of a change: {words}." in said


def test_a_rating_of_change_of_an_earlier_day_is_not_one_of_this_retest():
    case = filled(filled(course(), "groc", 3, None), "ndi", 18, 12)
    assert [one.measure for one in found(case).changes] == ["ndi"]


def test_what_may_be_judged_some_day_stays_unknown():
    case = filled(course(), "ndi", 4, 0)
    assert (row(case, "ndi").verdict, row(case, "ndi").why != "") == ("unknown", True)


def test_the_words_are_those_of_the_contract():
    case = filled(filled(strength(50, 60), "groc", None, 3), "ndi", 18, 12)
    told = json.loads(json.dumps(progress_answer(found(case))))["progress"]
    assert {one["verdict"] for one in told} == {"improved", "unknown", "improved_important"}
    assert [one["detail"] for one in told if one["verdict"] == "unknown"] == [NOT_JUDGED]
    assert {one["detail"] for one in told} <= CATEGORY.keys()


def test_each_measure_stands_once():
    case = filled(filled(strength(50, 60), "groc", 2, 3), "pcs", 30, 20)
    case["injuries"] = [{"id": "crash", "facts": {"whiplash_occurred": True}}]
    rows = [(one.measure, one.side, one.segment) for one in found(case).changes]
    assert len(rows) == len(set(rows)) == 3
    assert [one.key for one in FACTORS].count("catastrophising") == 1
    assert str(HIGH) in next(one.name for one in FACTORS if one.key == "catastrophising")


def test_the_share_that_catastrophising_has_to_fall_is_the_setting():
    assert PCS.change.percent.value == PERCENT["pcs_score"]


def test_whoever_is_judged_has_a_rule():
    """Of a rule of change every measure has one, or none of its changes is ever judged."""
    assert [one.fact.name for one in MEASURES.values() if one.better.value == "neither" and one.change] == []
    assert {one.id for one in OF_FACT.values() if one.rates_a_change} == {"groc", "groc_15_point"}
