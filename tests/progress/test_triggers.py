"""What asks for something of its own at any time (retest 9), around each bound."""

from dataclasses import replace

import pytest

from concordant.criteria import Truth
from concordant.progress import TRIGGERS, read_progress
from concordant.record.record import Record
from tests.progress.retests import RESULTS, days_in_care, retest, screened


def truth(identity, **facts):
    found = read_progress(retest(**facts), screened())
    return next(one.truth for one in found.triggers if one.trigger.id == identity)


MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
NORMAL_AGAIN = {"frt_verdict": "improved", "frt_restricted": False}
FEWER = {"any_headache_change_class": "improved"}


@pytest.mark.parametrize(
    ("identity", "facts", "expected"),
    [
        ("medicine", {"medication_overuse_alert": "alert"}, MET),
        ("medicine", {"medication_overuse_alert": "warn"}, NOT_MET),
        ("medicine", {}, UNKNOWN),
        ("migraine", {"nausea_or_photophobia_day_share": 0.5}, MET),
        ("migraine", {"nausea_or_photophobia_day_share": 0.49}, NOT_MET),
        ("migraine", {"nausea_or_photophobia_day_share": 0.51}, MET),
        ("mood", {"phq2_score": 3, "gad2_score": 0}, MET),
        ("mood", {"phq2_score": 0, "gad2_score": 3}, MET),
        ("mood", {"phq2_score": 2, "gad2_score": 2}, NOT_MET),
        ("mood", {"phq2_score": 2}, UNKNOWN),
        ("pain beliefs", {"pcs_score": 24, "pseq2_score": 6} | RESULTS["no_change"], MET),
        ("pain beliefs", {"pcs_score": 23, "pseq2_score": 6} | RESULTS["no_change"], NOT_MET),
        ("pain beliefs", {"pcs_score": 23, "pseq2_score": 5} | RESULTS["no_change"], MET),
        ("pain beliefs", {"pcs_score": 24, "pseq2_score": 5} | RESULTS["responding"], NOT_MET),
        ("pain beliefs", RESULTS["no_change"], UNKNOWN),
        ("neck better, headache not", NORMAL_AGAIN | RESULTS["no_change"], MET),
        ("neck better, headache not", NORMAL_AGAIN | RESULTS["worse"], MET),
        ("neck better, headache not", NORMAL_AGAIN | RESULTS["possible"], NOT_MET),
        ("neck better, headache not", {"cervical_change_class": "resolved"} | RESULTS["no_change"], MET),
        (
            "neck better, headache not",
            {"cervical_change_class": "improved", "crom_reduced": False} | RESULTS["no_change"],
            MET,
        ),
        (
            "neck better, headache not",
            {"cervical_change_class": "improved", "crom_reduced": True, "frt_verdict": "within_error"}
            | RESULTS["no_change"],
            NOT_MET,
        ),
        ("days fall, intensity does not", FEWER | {"headache_intensity_verdict": "within_error"}, MET),
        ("days fall, intensity does not", FEWER | {"headache_intensity_verdict": "improved"}, NOT_MET),
        ("days fall, intensity does not", FEWER, UNKNOWN),
        ("feels worse", RESULTS["no_change"] | {"groc_score": -2}, MET),
        ("feels worse", RESULTS["no_change"] | {"groc_score": -1}, NOT_MET),
        ("feels worse", RESULTS["worse"] | {"groc_score": -2}, NOT_MET),
        ("feels worse", RESULTS["responding"] | {"groc_score": -2}, MET),
        ("non-response", RESULTS["no_change"] | {"adherence_percent_28d": 50, "after_days": 21}, MET),
        ("non-response", RESULTS["worse"] | {"adherence_percent_28d": 50, "after_days": 21}, MET),
        ("non-response", RESULTS["no_change"] | {"adherence_percent_28d": 50, "after_days": 20}, NOT_MET),
        ("non-response", RESULTS["no_change"] | {"adherence_percent_28d": 49.9, "after_days": 28}, NOT_MET),
        ("non-response", RESULTS["possible"] | {"adherence_percent_28d": 80, "after_days": 56}, NOT_MET),
        ("non-response", RESULTS["no_change"] | {"after_days": 28}, UNKNOWN),
    ],
)
def test_trigger(identity, facts, expected):
    assert truth(identity, **facts) is expected


def test_the_two_that_concern_the_diagnosis_are_named():
    facts = RESULTS["no_change"] | NORMAL_AGAIN | {"adherence_percent_28d": 80}
    found = read_progress(retest(**facts), screened())
    assert (found.non_response, found.neck_better_headache_not) == (MET, MET)


def test_those_that_hold_stand_first():
    found = read_progress(retest(nausea_or_photophobia_day_share=0.6, **RESULTS["no_change"]), screened())
    assert found.triggers[0].trigger.id == "migraine"
    assert len(found.triggers) == len(TRIGGERS)


def test_a_questionnaire_of_an_earlier_visit_still_counts():
    before = retest(28, phq2_score=4, pcs_score=30)
    later = retest(56, **RESULTS["no_change"])
    visits = (*before.case.visits, later.case.visits[-1])
    someone = Record(replace(later.case, visits=visits), days_in_care(56))
    found = {one.trigger.id: one.truth for one in read_progress(someone, screened()).triggers}
    assert (found["mood"], found["pain beliefs"]) == (MET, MET)
