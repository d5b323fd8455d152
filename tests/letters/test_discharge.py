"""The letter at the end of care: result, what was done, what goes on, when to come back."""

from datetime import timedelta

import pytest

from concordant.letters.discharge import AT_ONCE, NO_DISCHARGE, NO_RELAPSE_PLAN, NOTHING_SIGNED, RELAPSE_PLAN
from concordant.letters.refused import LetterRefused
from concordant.letters.treated import ADHERENCE_UNKNOWN, NO_DOSE
from tests.letters.letters import ended, everything, retested, section, tables, words
from tests.letters.letters import letter as written
from tests.progress.courses import day


def letter(case, as_of=None):
    return written(case, as_of, kind="discharge")


def test_the_order_is_that_of_a_reader_who_stops_early():
    assert [one.heading for one in letter(ended()).sections] == [
        "In short",
        "What came of it",
        "What was done",
        "Afterwards",
        "What we found",
        "What is uncertain",
    ]


@pytest.mark.parametrize(("days", "stands"), [(-1, True), (0, True), (1, False)])
def test_it_waits_for_the_day_of_discharge(days, stands):
    case = ended()
    case["facts"]["discharge_date"] = (day(case) + timedelta(days=days)).isoformat()
    if stands:
        assert letter(case)
        return
    with pytest.raises(LetterRefused) as caught:
        letter(case)
    assert caught.value.missing == (NO_DISCHARGE,)


def test_criteria_for_ending_care_that_are_not_reached_are_told():
    told = words(letter(ended()).sections[0])
    assert told[0] == "Our care for headache ended on 5 Feb 2024."
    (lacks,) = [one for one in told if one.startswith("Of our own criteria")]
    assert "held for 56 days, or 28 with frequent headache at baseline (not known)" in lacks


def test_what_was_done_with_sessions_days_and_dose():
    found = section(letter(ended()), "What was done")
    assert words(found)[0] == "Sessions: 4 with the physiotherapist, 2 with the massage therapist."
    (table,) = tables(found)
    assert table.rows == (
        ("C1/2 passive mobilisation, Maitland grade I to IV", "4", "8 Jan 2024", "24 Jan 2024",
         "grade III, 3 sets of 60 seconds"),
        ("Suboccipital release (sustained pressure, inhibition)", "2", "16 Jan 2024", "28 Jan 2024", "3 minutes"),
    )  # fmt: skip
    assert ADHERENCE_UNKNOWN in words(found)


@pytest.mark.parametrize(
    ("done", "percent"),
    [([True] * 20, "100 % was done in the last 28 days (20 of 28 days are answered)"), ([True] * 13, None)],
)
def test_the_share_of_the_home_programme_is_told_with_the_days_that_are_answered(done, percent):
    case = ended()
    for row in case["diary"]:
        row.pop("exercises_done", None)
    for row, one in zip(reversed(case["diary"]), done, strict=False):
        row["exercises_done"] = one
    told = words(section(letter(case), "What was done"))
    assert (f"Of the home programme {percent}." in told) is (percent is not None)
    assert (ADHERENCE_UNKNOWN in told) is (percent is None)


def test_a_share_within_bounds_is_told_with_both():
    case = ended()
    days = [day(case) - timedelta(days=number) for number in range(1, 21)]
    case["home"] = [{"date": one.isoformat(), "intervention": "dcf_stage1", "done": True} for one in days]
    case["plans"][0]["date"] = (day(case) - timedelta(days=60)).isoformat()
    told = words(section(letter(case), "What was done"))
    assert "Of the home programme 33 to 100 % was done in the last 28 days (20 of 28 days are answered)." in told


def test_a_dose_that_was_not_written_down_is_the_signed_one_and_else_none():
    case = ended()
    for row in case["treatments"]:
        del row["done"][0]["dose"]
    signed = tables(section(letter(case), "What was done"))[0].rows
    assert {row[-1] for row in signed} == {"as planned: 2 sets × 10 times × 5 to 10 seconds, 2 times a day"}
    case["plans"] = []
    assert {row[-1] for row in tables(section(letter(case), "What was done"))[0].rows} == {NO_DOSE}


def test_sessions_that_do_not_say_what_was_done_are_counted():
    case = ended()
    case["treatments"].append({"date": "2024-02-01", "discipline": "physiotherapist"})
    case["treatments"].append({"date": "2024-02-02", "discipline": "physiotherapist", "status": "missed"})
    told = words(section(letter(case), "What was done"))[0]
    assert told == (
        "Sessions: 5 with the physiotherapist, 2 with the massage therapist. 1 of them do not say what was done."
    )


def test_what_goes_on_at_home_is_the_signed_programme_and_nobody_edits_its_doses():
    found = section(letter(ended()), "Afterwards")
    told = words(found)
    assert "Supervised active neck mobility: 2 sets × 10 times × 5 to 10 seconds, 2 times a day" in told
    assert not any("mobilisation" in one for one in told)
    assert RELAPSE_PLAN in told
    assert AT_ONCE in told
    assert found.parts[1].fixed


def test_without_a_signed_plan_or_a_written_plan_for_relapse_that_is_said():
    case = retested()
    case["facts"]["discharge_date"] = day(case).isoformat()
    told = words(section(letter(case), "Afterwards"))
    assert NOTHING_SIGNED in told
    assert NO_RELAPSE_PLAN in told


def test_the_limit_of_a_relapse_is_a_whole_day_and_never_below_the_computed_one():
    # 8 days before discharge; 28 times the error of the share on top (retest 3.4).
    told = everything(letter(ended()))
    assert (
        "We ask the patient to come back when there are about 17 headache days in 28 or more, or when worried." in told
    )
