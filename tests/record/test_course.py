"""A whole course: provisional on the first day, definite at the second retest, nothing stated that is computed.

Diary of 16 headache days in 28 before treatment, 4 in each window of 28 days after it; the flexion-rotation
test goes from 20 to 34 degrees and stays there. C2 needs both changes to hold for 28 days (diagnosis 3.4).
"""

from datetime import date, timedelta

import pytest

from concordant.change.days.fall import probability_of_fall
from concordant.criteria import Binding, Truth
from concordant.criteria.nodes import Term
from concordant.diagnosis import Status
from concordant.facts.outcomes.change import cervical_change_class, headache_change_class, headache_fall_probability
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything, assessed, record
from tests.record.diaries import days

FIRST_RETEST = FIRST_VISIT + timedelta(days=29)
SECOND_RETEST = FIRST_RETEST + timedelta(days=28)
BEFORE = "+-+-+-++-+-+-++-+-+-++-+-++-"
AFTER = "+------+------+------+------"
A = Binding(headache="A")


def turned(degrees):
    """Tested alike each time, so that two of them can be compared."""
    how = {"instrument": "cervical_rom_device", "rater": "R1", "headache_phase": "none"}
    return [{"fact": "frt_rotation_deg", "side": "right", "value": degrees, **how}]


def retest(day, degrees, **facts):
    return {"date": day.isoformat(), "facts": {"change_confounders": [], **facts}, "findings": turned(degrees)}


def course(degrees=(20, 34, 34), after=AFTER, **changes):
    case = asked_everything(crom_reduced=NOT_ASKED, **changes)
    case["visits"][0]["findings"] = turned(degrees[0])
    case["visits"] += [retest(FIRST_RETEST, degrees[1]), retest(SECOND_RETEST, degrees[2])]
    case["diary"] = days(BEFORE + "+" + after + after, SECOND_RETEST - timedelta(days=1))
    case["treatments"] = [{"date": FIRST_VISIT.isoformat(), "discipline": "physiotherapist"}]
    return case


def c2(case, day):
    return assessed(case, day).diagnosis("11.2.1", "A").criteria["C2"]


@pytest.mark.parametrize(
    ("day", "relation", "status"),
    [
        (FIRST_VISIT, Truth.UNKNOWN, Status.PROVISIONAL),
        (FIRST_RETEST, Truth.UNKNOWN, Status.PROVISIONAL),
        (SECOND_RETEST, Truth.MET, Status.DEFINITE),
    ],
)
def test_from_provisional_to_definite(day, relation, status):
    found = assessed(course(), day).diagnosis("11.2.1", "A")
    assert (found.criteria["C2"], found.status) == (relation, status)


def test_the_first_visit_meets_c3_from_the_tests():
    found = assessed(course(), FIRST_VISIT)
    assert found.diagnosis("11.2.1", "A").criteria["C3"] is Truth.MET
    assert found.record.value("crom_reduced") is True


@pytest.mark.parametrize("day", [FIRST_RETEST, SECOND_RETEST])
def test_both_streams_at_each_retest(day):
    found = assessed(course(), day).record
    words = [found.read(Term(fact), A).value for fact in (cervical_change_class, headache_change_class)]
    assert words == ["resolved", "improved_important"]


def test_the_probability_behind_the_word():
    found = assessed(course(), FIRST_RETEST).record
    better = found.read(Term(headache_fall_probability), A).value
    assert better == pytest.approx(probability_of_fall(16, 28, 4, 28, 1.5), abs=1e-9)


def test_the_neck_within_error_refutes():
    assert c2(course(degrees=(20, 26, 26)), SECOND_RETEST) is Truth.NOT_MET


def test_a_neck_still_positive_is_improved():
    found = assessed(course(degrees=(20, 27, 27)), SECOND_RETEST)
    assert found.record.value("cervical_change_class") == "improved"
    assert found.diagnosis("11.2.1", "A").criteria["C2"] is Truth.MET


def test_a_neck_that_was_normal_cannot_improve():
    assert c2(course(degrees=(40, 50, 50)), SECOND_RETEST) is Truth.NOT_MET


def test_a_headache_that_does_not_follow_is_open_until_12_weeks():
    assert c2(course(after=BEFORE), SECOND_RETEST) is Truth.UNKNOWN


def test_a_headache_that_does_not_follow_refutes_after_12_weeks():
    case = course(after=BEFORE)
    last = FIRST_RETEST + timedelta(days=84)
    case["visits"].append(retest(last, 34))
    case["diary"] = days(BEFORE + "+" + BEFORE * 4, last - timedelta(days=1))
    assert c2(case, last) is Truth.NOT_MET


def test_a_diary_with_too_many_gaps_leaves_it_open():
    gaps = AFTER[:22] + "." * 6
    assert c2(course(after=gaps), SECOND_RETEST) is Truth.UNKNOWN


def test_a_relapse_of_the_neck_takes_it_back():
    assert c2(course(degrees=(20, 34, 22)), SECOND_RETEST) is Truth.NOT_MET


def test_without_a_word_on_other_changes_it_stays_open():
    case = course()
    for visit in case["visits"][1:]:
        del visit["facts"]["change_confounders"]
    assert c2(case, SECOND_RETEST) is Truth.UNKNOWN


def test_the_earlier_view_is_the_same_afterwards():
    early = course()
    early["visits"].pop()
    early["diary"] = [row for row in early["diary"] if date.fromisoformat(row["date"]) <= FIRST_RETEST]
    views = [assessed(case, FIRST_RETEST).diagnosis("11.2.1", "A") for case in (early, course())]
    assert (views[0].status, views[0].criteria) == (views[1].status, views[1].criteria)


FEWER_BEFORE = "+--+-+-+--+-+-+--+-+-+--+-+-"


def few_days(day):
    case = course(after="+" + "-" * 27)
    case["diary"] = days(FEWER_BEFORE + "+" + ("+" + "-" * 27) * 2, SECOND_RETEST - timedelta(days=1))
    return assessed(case, day).record.read(Term(headache_change_class), A)


def test_below_16_baseline_days_one_window_decides_nothing():
    assert FEWER_BEFORE.count("+") < 16
    assert few_days(FIRST_RETEST).value == "important_but_uncertain"


def test_below_16_baseline_days_two_windows_are_pooled():
    found = few_days(SECOND_RETEST)
    assert found.value == "improved_important"
    assert found.note.endswith("two follow-up windows pooled")


@pytest.mark.parametrize(("days_after", "known"), [(27, False), (28, True), (29, True)])
def test_the_day_of_the_first_treatment_is_the_first_that_a_follow_up_window_may_hold(days_after, known):
    """Day 1 of the first window (outcomes 1.7): so many days after it the 28 days before the retest are all care."""
    day = FIRST_VISIT + timedelta(days=days_after)
    case = course()
    case["visits"] = [case["visits"][0], retest(day, 34)]
    found = record(case, day).read(Term(headache_change_class), Binding(headache="A", visit="1"))
    assert found.known is known
    assert known or found.note == "the follow-up window is not over"
