"""A flag that was followed up and cleared: shown as cleared, and open again once its facts are entered anew."""

from datetime import date

import pytest

from concordant.criteria import Truth
from tests.people import asked_everything, assessed

CLEARED_ON = "2024-01-20"
LATER = date(2024, 3, 1)


def cleared(*flags, **changes):
    entry = {"date": CLEARED_ON, "by": "family physician", "how": "letter of that day"}
    told = [{"date": CLEARED_ON, "value": dict.fromkeys(flags, entry)}]
    return asked_everything(red_flag_cleared=told, **changes)


def flag_of(identity, case, as_of=LATER):
    return next(found for found in assessed(case, as_of).safety.flags if found.flag.id == identity)


def stands(identity, case, as_of=LATER):
    found = flag_of(identity, case, as_of)
    return found.truth, found.cleared


def test_a_cleared_flag_is_closed_and_stays_visible():
    assert stands("snnoop_n1", cleared("snnoop_n1", cancer_history=True)) == (Truth.NOT_MET, True)


def test_it_was_open_before_it_was_cleared():
    case = cleared("snnoop_n1", cancer_history=True)
    assert stands("snnoop_n1", case, date(2024, 1, 19)) == (Truth.MET, False)


def test_a_clearance_dated_later_is_not_read():
    entry = {"date": "2024-02-20", "by": "family physician", "how": "letter"}
    case = asked_everything(cancer_history=True, red_flag_cleared={"snnoop_n1": entry})
    assert stands("snnoop_n1", case, date(2024, 1, 19)) == (Truth.MET, False)


def test_clearing_one_flag_clears_no_other():
    assert stands("snnoop_p5", cleared("snnoop_n1", progressive_worsening=True)) == (Truth.MET, False)


def test_a_cleared_flag_no_longer_holds_the_diagnosis():
    case = cleared("snnoop_n1", cancer_history=True)
    found = assessed(case, LATER)
    assert found.diagnosis("11.2.1", "A").criteria["D"] is Truth.MET


@pytest.mark.parametrize(("again", "truth"), [("2024-01-20", Truth.NOT_MET), ("2024-01-21", Truth.MET)])
def test_a_fact_entered_anew_opens_it_again(again, truth):
    said = [{"date": "2024-01-08", "value": True}, {"date": again, "value": True}]
    assert flag_of("snnoop_n1", cleared("snnoop_n1", cancer_history=said)).truth is truth


def test_a_sign_found_again_at_a_visit_opens_it_again():
    case = cleared("snnoop_n2", neuro_deficit_new=True)
    case["visits"].append({"date": "2024-02-20", "facts": {"neuro_deficit_new": True}})
    assert stands("snnoop_n2", case) == (Truth.MET, False)


# Facts that are computed are entered through what they are computed from.


def test_a_second_injury_opens_the_flag_of_the_first_again():
    case = cleared("snnoop_p8", injury_date="2024-01-02")
    case["injuries"].append({"id": "second crash", "facts": {"injury_date": "2024-02-20"}})
    assert stands("snnoop_p8", case) == (Truth.MET, False)


def test_an_alarm_ticked_after_the_clearance_opens_the_flag_again():
    rows = [{"date": day, "red_flag_today": ["worst_ever_headache"]} for day in ("2024-01-15", "2024-02-25")]
    assert stands("diary_alarm", cleared("diary_alarm", diary=rows)) == (Truth.MET, False)


def test_more_medicine_days_open_the_flag_again():
    said = [{"date": "2024-01-08", "value": {"nsaid": 12}}, {"date": "2024-02-20", "value": {"nsaid": 25}}]
    assert stands("snnoop_p10", cleared("snnoop_p10", acute_med_days_per_30d=said)) == (Truth.MET, False)


def test_a_visit_at_which_nothing_was_asked_again_allows_no_thrust():
    case = asked_everything()
    case["visits"].append({"date": "2024-02-20", "facts": {"systolic_bp_mmhg": 120}})
    found = assessed(case, LATER).safety
    assert (found.asked_again, found.forbids) == (False, ("thrust", "end_range"))


STARRED = {
    "fever": False,
    "systemic_symptoms": [],
    "meningism": False,
    "neuro_deficit_new": False,
    "alert_gcs_15": True,
}


def at_a_later_visit(facts):
    case = asked_everything()
    case["visits"].append({"date": "2024-02-20", "facts": facts})
    return assessed(case, LATER).safety.asked_again


@pytest.mark.parametrize("facts", [{"new_red_flag_sign": False}, STARRED])
def test_a_visit_at_which_it_was_asked_again(facts):
    assert at_a_later_visit(facts) is True


@pytest.mark.parametrize("left_out", STARRED)
def test_one_starred_question_left_out_is_not_asked_again(left_out):
    assert at_a_later_visit({name: value for name, value in STARRED.items() if name != left_out}) is False


def test_without_a_visit_nothing_was_asked_again():
    case = asked_everything()
    case["visits"] = []
    assert assessed(case, LATER).safety.asked_again is False
