"""5.1 and 5.2 beside 5.3 and 5.4: dates as in T5 to T9 of diagnosis 3.7, and both in one crash (diagnosis 1.3)."""

from datetime import timedelta

import pytest

from concordant.criteria import Evaluator, Truth
from concordant.diagnosis import BOOK, Status
from tests.people import FIRST_VISIT, asked_everything, assessed, crash, record

DEFINITE, UNDETERMINED, EXCLUDED = Status.DEFINITE, Status.UNDETERMINED, Status.EXCLUDED
TOLD = {"loc_minutes": 0, "days_sedation_stop_to_headache": None}
"""Never unconscious, never sedated."""
MILD = {"gcs_lowest": 15, "pta_hours": 0, "altered_awareness_hours": 0, "head_imaging_injury": False}


def blow(days_before, onset_after, **more):
    return asked_everything(
        **(crash(days_before, onset_after) | {"whiplash_occurred": False, "head_injury_occurred": True} | TOLD | more)
    )


def statuses(case, as_of, *codes):
    found = assessed(case, as_of)
    return tuple(found.diagnosis(code, "A").status for code in codes)


def test_a_headache_3_days_after_a_blow_is_acute_on_day_60():
    assert statuses(blow(60, 3), FIRST_VISIT, "5.1", "5.2", "5.3", "5.4") == (DEFINITE, EXCLUDED, EXCLUDED, EXCLUDED)


def test_the_same_person_is_persistent_100_days_after_onset():
    later = FIRST_VISIT + timedelta(days=43)
    assert statuses(blow(60, 3), later, "5.1", "5.2") == (EXCLUDED, DEFINITE)


def test_the_clock_starts_with_the_headache():
    assert statuses(blow(93, 6), FIRST_VISIT, "5.1", "5.2") == (DEFINITE, EXCLUDED)


@pytest.mark.parametrize(("age", "codes"), [(89, "5.1"), (90, "5.1"), (91, "5.2")])
def test_the_day_on_which_it_becomes_persistent(age, codes):
    found = assessed(blow(age + 2, 2))
    met = [code for code in ("5.1", "5.2") if found.diagnosis(code, "A").status is DEFINITE]
    assert met == [codes]


# A headache that is older than the blow may be twice as bad since (W7): that is asked.
@pytest.mark.parametrize(("onset", "status"), [(-1, UNDETERMINED), (0, DEFINITE), (7, DEFINITE), (8, EXCLUDED)])
def test_the_week_after_the_blow(onset, status):
    assert statuses(blow(60, onset), FIRST_VISIT, "5.1") == (status,)


def test_whether_somebody_was_unconscious_is_asked_before_the_week_is_over():
    case = blow(60, 20)
    del case["injuries"][0]["facts"]["loc_minutes"]
    found = assessed(case).diagnosis("5.1", "A")
    assert (found.status, found.missing) == (UNDETERMINED, ("consciousness_regained_date",))


def test_the_week_after_waking_up():
    woke = (FIRST_VISIT - timedelta(days=46)).isoformat()
    case = blow(60, 20, loc_minutes=20_000, consciousness_regained_date=woke)
    assert statuses(case, FIRST_VISIT, "5.1") == (DEFINITE,)


@pytest.mark.parametrize(("days_before", "codes"), [(60, ("5.1", "5.3")), (200, ("5.2", "5.4"))])
def test_a_blow_and_a_whiplash_in_one_crash_have_both_codes(days_before, codes):
    case = blow(days_before, 3, whiplash_occurred=True)
    assert statuses(case, FIRST_VISIT, *codes) == (DEFINITE, DEFINITE)


def test_an_older_headache_twice_as_bad_after_a_blow_has_both_codes():
    injured = FIRST_VISIT - timedelta(days=30)
    case = blow(
        30,
        4,
        headache_onset_date="2015-01-01",
        preexisting_headache=True,
        headache_days_per_30d=[
            {"date": (injured - timedelta(days=10)).isoformat(), "value": 4},
            {"date": (injured + timedelta(days=4)).isoformat(), "value": 9},
        ],
        attack_duration_minutes=[300, 1440],
        pain_qualities=["pulsating"],
        photophobia=True,
        phonophobia=True,
    )
    assert statuses(case, FIRST_VISIT, "1.1", "5.1", "5.2") == (DEFINITE, DEFINITE, EXCLUDED)


@pytest.mark.parametrize(
    ("severity", "subform"),
    [
        ({"gcs_lowest": 12}, "5.1.1"),
        (MILD | {"confusion_after_injury": True}, "5.1.2"),
    ],
)
def test_the_subform_by_severity(severity, subform):
    evaluator = Evaluator(record(blow(60, 3, **severity)), BOOK)
    met = [code for code in ("5.1.1", "5.1.2", "5.2.1", "5.2.2") if evaluator.rule(code, "A").truth is Truth.MET]
    assert met == [subform]


def test_a_subform_needs_its_diagnosis():
    case = blow(60, 3, gcs_lowest=12, examiner_confirms_not_better_explained=False)
    assert Evaluator(record(case), BOOK).rule("5.1.1", "A").truth is Truth.NOT_MET


def test_a_late_headache_after_a_whiplash_is_no_chapter_5_but_a5_9_may_hold():
    case = asked_everything(**crash(200, 20), head_or_neck_trauma_history=True, other_evidence_of_trauma_as_cause=True)
    assert statuses(case, FIRST_VISIT, "5.3", "5.4", "A5.9") == (EXCLUDED, EXCLUDED, DEFINITE)


def test_a5_9_gives_way_to_5_4():
    case = asked_everything(**crash(200, 3), head_or_neck_trauma_history=True)
    assert statuses(case, FIRST_VISIT, "5.4", "A5.9") == (DEFINITE, EXCLUDED)
