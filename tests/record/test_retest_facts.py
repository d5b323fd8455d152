"""What a retest computes from entries: windows, forms, tests, home programme, sessions. Just before, on and after."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from concordant.criteria import Binding
from concordant.criteria.nodes import Term
from concordant.record.interventions import HANDS_OFF, HANDS_ON
from tests.people import FIRST_VISIT, record
from tests.progress.courses import BEFORE_16, course, day, evenly, filled, rotated
from tests.record.diaries import days

RETEST = Binding(visit="1")


def reading(case, name, where=RETEST):
    someone = record(case, day(case))
    return someone.read(Term(someone.dictionary[name]), where)


def value(case, name, where=RETEST):
    found = reading(case, name, where)
    return found.value if found.known else None


# --- headache days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("after", "word"), [(27, None), (28, "improved_important"), (29, "improved_important")])
def test_the_first_window_is_over_28_days_after_the_first_treatment(after, word):
    case = course(BEFORE_16, "-" * after)
    case["visits"][1]["date"] = (FIRST_VISIT + timedelta(days=after)).isoformat()
    assert value(case, "any_headache_change_class") == word


@pytest.mark.parametrize(("answered", "robust"), [(28, True), (22, None)])
def test_a_provisional_window_is_classified_and_carries_no_robust(answered, robust):
    case = course(BEFORE_16, "." * (28 - answered) + "-" * answered)
    assert value(case, "any_headache_change_class") == "improved_important"
    assert value(case, "any_headache_change_robust") is robust


@pytest.mark.parametrize(("answered", "word"), [(14, "improved_important"), (13, "not_assessable")])
def test_an_insufficient_window_is_not_assessable(answered, word):
    case = course(BEFORE_16, "." * (28 - answered) + "-" * answered)
    assert value(case, "any_headache_change_class") == word
    assert (value(case, "any_headache_days_per_28d", Binding()) is None) == (answered < 14)


def test_the_56_days_before_the_retest():
    case = course(evenly(12), evenly(4) + evenly(4))
    assert value(case, "any_headache_fall_probability_56d") == value(case, "any_headache_fall_probability")
    assert value(course(evenly(20), evenly(4)), "any_headache_fall_probability_56d") is None


def test_ratio_and_baseline():
    case = course(evenly(16), evenly(4))
    assert value(case, "any_headache_days_ratio") == 0.25
    assert value(case, "any_headache_baseline_days_per_28d", Binding()) == 16
    assert value(case, "any_headache_days_per_28d", Binding()) == 4


@pytest.mark.parametrize("blank", [0, 1])
def test_mean_intensity_leaves_open_what_was_not_written_down(blank):
    strong = iter([{"intensity_nrs": 5}, {"intensity_nrs": 6}, {"intensity_nrs": 7}, {"intensity_nrs": 6}])
    case = course("", evenly(4))
    rows = [row for row in case["diary"] if row["headache_today"]]
    for row in rows[: 4 - blank]:
        row.update(next(strong))
    found = value(case, "headache_intensity_nrs_mean_28d", Binding(headache="A"))
    low, high = (found.low, found.high) if blank else (found, found)
    total = 18 if blank else 24
    assert (low, high) == ((total + blank) / 4, (total + 10 * blank) / 4)


# --- questionnaires ---------------------------------------------------------------------------------------


def test_only_the_same_activities_are_compared():
    case = filled(course(), "psfs", [0, 5, 5, None], [None, 6, 6, 10])
    assert value(case, "psfs_verdict") == "within_error"
    assert value(case, "function_change_class") == "within_error"


@pytest.mark.parametrize(("latest", "word"), [(6.99, "within_error"), (7, "improved_important"), (3, "worse")])
def test_the_limit_of_the_activities(latest, word):
    assert value(filled(course(), "psfs", 5, latest), "psfs_verdict") == word


def test_fewer_than_two_activities_rated_both_times_are_not_assessable():
    case = filled(course(), "psfs", [0, 5, None], [5, None, 5])
    assert value(case, "function_change_class") == "not_assessable"
    assert value(case, "psfs_verdict") is None


def test_the_index_stands_before_the_activities():
    case = filled(filled(course(), "psfs", 2, 9), "ndi", 18, 18)
    assert value(case, "function_change_class") == "within_error"
    assert value(filled(filled(course(), "psfs", 2, 9), "ndi", 18, None), "function_change_class") == (
        "improved_important"
    )


def test_a_form_with_too_many_blanks_is_not_assessable():
    case = filled(course(), "ndi", [2] * 10, [1] * 7 + [None] * 3)
    assert value(case, "function_change_class") == "not_assessable"


def test_two_numbers_of_one_day_are_no_number():
    case = filled(course(), "ndi", 30, 12)
    case["outcomes"].append({"date": case["visits"][1]["date"], "measure": "ndi", "value": 29})
    assert value(case, "ndi_verdict") is None


def test_the_baseline_is_the_last_form_before_treatment():
    case = filled(course(), "ndi", 18, 12)
    earlier = FIRST_VISIT - timedelta(days=60)
    case["episode"] = {"started": earlier.isoformat()}
    case["outcomes"].insert(0, {"date": earlier.isoformat(), "measure": "ndi", "value": 40})
    assert "18 on" in str(reading(case, "ndi_verdict").inputs)


@pytest.mark.parametrize(("latest", "word"), [(4, "within_error"), (3, "improved_important"), (9, "worse")])
def test_intensity(latest, word):
    assert value(filled(course(), "nprs_headache_average_7d", 6, latest), "headache_intensity_verdict") == word


def test_three_points_that_are_less_than_30_percent_are_not_important():
    case = filled(course(), "nprs_headache_average_7d", 10, 7)
    assert value(case, "headache_intensity_verdict") == "improved_important"
    assert value(filled(course(), "nprs_headache_average_7d", 10, 7.1), "headache_intensity_verdict") == "within_error"


# --- the flexion-rotation test ------------------------------------------------------------------------------


def rotations(*degrees, **how):
    case = course()
    for number, each in enumerate(degrees):
        if number > 1:
            later = (day(case) + timedelta(days=28)).isoformat()
            case["visits"].append({"date": later, "facts": {}, "findings": []})
        rotated(case, number, "right", each, **(how if number else {}))
    return case


@pytest.mark.parametrize(
    ("latest", "word"), [(28.9, "within_error"), (29, "improved"), (15, "worse"), (15.1, "within_error")]
)
def test_the_error_of_the_test(latest, word):
    assert value(rotations(22, latest), "frt_verdict") == word


@pytest.mark.parametrize(
    ("how", "word", "why"),
    [
        ({"instrument": ""}, None, "the instrument is not known"),
        ({"instrument": "cervical_rom_device"}, None, "another instrument"),
        ({"position": ""}, "improved", "a real gain"),  # there is only one way to do it
        ({"position": "sitting"}, None, "another position"),
        ({"headache_phase": "attack"}, None, "another headache phase"),
        ({"rater": ""}, None, "whether the same person measured"),
        ({"rater": "MN"}, "within_error", "9.8"),
        ({"rater": "KL"}, "improved", "a real gain"),
    ],
)
def test_what_is_not_said_leaves_it_open(how, word, why):
    found = reading(rotations(22, 30, **how), "frt_verdict")
    assert (found.value if found.known else None) == word
    assert why in found.note


def test_a_positive_side_that_was_not_measured_again_leaves_it_open():
    case = rotated(rotated(rotations(22), 0, "left", 40), 1, "left", 40)
    assert value(case, "frt_verdict") is None
    assert value(rotated(rotated(course(), 0, "left", 40), 1, "left", 30), "frt_verdict") == "worse"


def test_a_gain_of_the_normal_side_is_no_gain():
    case = rotated(rotated(rotations(22, 24), 0, "left", 40), 1, "left", 50)
    assert value(case, "frt_verdict") == "within_error"


@pytest.mark.parametrize(
    ("degrees", "plateau"),
    [((22, 24), False), ((22, 24, 25), True), ((22, 30, 25), False), ((22, 24, 30), False)],
)
def test_a_plateau_is_two_retests_in_a_row(degrees, plateau):
    case = rotations(*degrees)
    assert value(case, "frt_plateau", Binding(visit=str(len(degrees) - 1))) is plateau


# --- the course ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("answered", "percent"), [(13, None), (14, 50), (28, 50)])
def test_adherence_needs_14_answers(answered, percent):
    signs = "." * (28 - answered) + ("+-" * 14)[:answered]
    case = course()
    case["diary"] = days(signs, day(case) - timedelta(days=1), lambda sign: {"exercises_done": sign == "+"})
    assert value(case, "adherence_percent_28d", Binding()) == percent


def test_hands_on_sessions():
    case = course()
    done = [["c1_c2_mobilisation", "dcf_stage1"], ["self_snag_c1_c2"], [], ["something_of_ours"], ["dry_needling"]]
    case["treatments"] = [
        {"date": FIRST_VISIT.isoformat(), "discipline": "physiotherapist", "interventions": one} for one in done
    ]
    case["treatments"].append({**case["treatments"][0], "status": "missed"})
    found = value(case, "hands_on_sessions_done", Binding())
    assert (found.low, found.high) == (2, 4)


def test_every_intervention_of_the_reference_is_hands_on_or_not():
    reference = Path(__file__).parents[2] / "docs" / "clinical" / "treatment.md"
    every = re.findall(r"^#### `(\w+)`", reference.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(every) == HANDS_ON | HANDS_OFF
    assert not HANDS_ON & HANDS_OFF


@pytest.mark.parametrize(("months", "word"), [(1, "none"), (2, "warn"), (3, "alert")])
def test_overuse_is_told_before_it_is_a_diagnosis(months, word):
    case = course()
    takes = {"+": {"acute_medication": ["triptan"]}, "-": {"acute_medication": []}}
    month = "+" * 10 + "-" * 20
    case["diary"] = days("-" * 30 * (4 - months) + month * months, day(case), takes.get)
    assert value(case, "medication_overuse_alert", Binding()) == word


def test_overuse_is_open_where_the_diary_is_too_short():
    case = course()
    case["diary"] = days("+" * 60, day(case), lambda sign: {"acute_medication": ["triptan"]})
    assert value(case, "medication_overuse_alert", Binding()) is None
