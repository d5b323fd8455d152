"""Of which visit a retest is read: an older answer never stands in for one that is missing."""

from datetime import timedelta

import pytest

from concordant.facts import UNKNOWN
from concordant.progress import Status, drivers, newest_retest, read_progress
from concordant.record.case import Case, Person
from concordant.record.record import Record
from tests.people import FIRST_VISIT, asked_everything, record
from tests.progress.retests import RESULTS, measured, screened

NOBODY = Record(Case(Person("nobody")), FIRST_VISIT)


def course(*visits, **facts):
    """Visits 28 days apart, each with these results."""
    case = asked_everything() | facts
    for number, found in enumerate(visits, 1):
        case["visits"].append({"date": (FIRST_VISIT + timedelta(days=28 * number)).isoformat(), "facts": found})
    return record(case, FIRST_VISIT + timedelta(days=28 * len(visits)))


def test_a_result_of_the_retest_before_is_not_taken():
    someone = course(RESULTS["responding_strong"], measured("within_error", "within_error"))
    found = read_progress(someone, screened())
    assert found.visit == "2"
    assert found.status is None
    assert found.missing[0] == "groc_score"


def test_an_ordinary_visit_after_it_does_not_hide_a_retest():
    found = read_progress(course(RESULTS["responding"], {"headache_now": False}), screened())
    assert (found.visit, found.status) == ("1", Status.RESPONDING)


def test_without_an_answer_of_the_person_the_newest_count_of_days_is_the_retest():
    someone = course(measured("within_error", None), {"headache_now": False})
    assert newest_retest(someone) == "1"


def test_an_earlier_retest_can_be_asked_for():
    someone = course(RESULTS["responding"], RESULTS["no_change"])
    earlier = someone.as_it_was(FIRST_VISIT + timedelta(days=28))
    assert read_progress(someone, screened(), "1").status is Status.RESPONDING
    assert read_progress(earlier, screened()).status is Status.RESPONDING
    assert read_progress(someone, screened()).status is Status.NO_CHANGE


def test_a_visit_that_there_is_not_is_an_error():
    with pytest.raises(KeyError):
        read_progress(course(RESULTS["responding"]), screened(), "7")


def test_of_nobody_nothing_is_decided():
    found = read_progress(NOBODY, screened())
    assert (found.visit, found.status, found.decisions) == (None, None, ())
    assert found.action.value == "hold"


def test_the_status_is_told_as_the_fact_has_it():
    assert read_progress(course(RESULTS["no_change"]), screened()).facts == {
        "response_status": "no_change",
        "relapse_threshold_days_per_28d": UNKNOWN,
        "relapse_since_discharge": UNKNOWN,
    }


def said(someone):
    return {one.id: one.says for one in drivers(someone)}


def test_what_is_shown_beside_the_course():
    someone = course(
        {"usual_sleep_quality_nrs": 4, "usual_stress_nrs": 7},
        {"usual_sleep_quality_nrs": 6},
        injuries=[{"id": "crash", "facts": {"injury_date": (FIRST_VISIT - timedelta(days=12)).isoformat()}}],
        treatments=[
            {"date": FIRST_VISIT.isoformat(), "discipline": "physiotherapist", "status": "attended"},
            {"date": (FIRST_VISIT + timedelta(days=7)).isoformat(), "discipline": "rmt", "status": "missed"},
            {"date": (FIRST_VISIT + timedelta(days=8)).isoformat(), "discipline": "rmt", "status": "cancelled"},
            {"date": (FIRST_VISIT + timedelta(days=99)).isoformat(), "discipline": "rmt", "status": "missed"},
        ],
        facts=asked_everything()["facts"] | {"adherence_percent_28d": 45},
    )
    assert said(someone) == {
        "attendance": "Came on 3 of 4 days.",
        "home programme": "45 % of the home programme done in 28 days.",
        "sleep": "Sleep of late, 10 is best: 4 at first, 6 now.",
        "stress": "Stress of late, 10 is most: 7.",
        "early start": "Care began 12 days after the injury.",
    }


def test_what_is_not_known_is_said_to_be_not_known():
    found = drivers(NOBODY)
    assert [one.known for one in found] == [False] * 4
    assert "early start" not in said(NOBODY)


@pytest.mark.parametrize("word", ["because", "caus", "due to", "led to", "thanks", "helped", "result"])
def test_no_line_claims_a_cause(word):
    lines = [*said(NOBODY).values(), *said(course({"usual_stress_nrs": 1})).values()]
    assert not [line for line in lines if word in line.lower()]
