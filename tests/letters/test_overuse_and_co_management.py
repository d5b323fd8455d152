"""Letters about what is not ours to treat: medicines on many days, and a headache beside that of the neck."""

import pytest

from concordant.letters.co_management import APART, BESIDE, NO_PRIMARY, PREVENT, TREAT, TREATED
from concordant.letters.overuse import DOES_NOT_MEET, NECK, NEVER_STOPPED, REVIEW, SLOWLY, UNKNOWN_DAYS
from concordant.letters.refused import LetterRefused
from tests.diagnosis.test_several_headaches import PATTERN
from tests.letters.letters import TAKEN, everything, letter, over_used, planned, section, tables, with_migraine, words
from tests.people import NOT_ASKED
from tests.progress.courses import day


def overuse(case):
    return letter(case, kind="medication_overuse")


def beside(case):
    return letter(case, kind="co_management")


def refused(write, case):
    with pytest.raises(LetterRefused) as caught:
        write(case)
    return caught.value.missing


def taken(days):
    return {**dict.fromkeys(TAKEN, 0), "triptan": days}


@pytest.mark.parametrize(("days", "stands"), [(9, False), (10, True), (11, True)])
def test_fewer_days_than_any_limit_are_no_reason_for_a_letter(days, stands):
    case = planned(acute_med_days_per_30d=taken(days))
    case["diary"] = []
    if stands:
        assert overuse(case)
    else:
        assert refused(overuse, case) == (
            "Acute medicines: at most 9 days in 30, fewer than the 10 from which on we write this letter.",
        )


def test_unknown_days_are_no_reason_either():
    case = planned(acute_med_days_per_30d=NOT_ASKED, any_acute_med_days_per_30d=NOT_ASKED)
    assert refused(overuse, case) == (UNKNOWN_DAYS,)


def test_what_is_asked_is_a_review_and_it_is_asked_once():
    told = words(overuse(over_used()).sections[0])
    assert told[0].startswith("Acute headache medicines were taken on 12 to 21 of the last 30 days. ")
    assert REVIEW in told
    assert not any(one.startswith("Please review the acute medicines:") for one in told)


def test_each_class_with_its_days_and_those_not_taken_left_out():
    medicines, headaches = tables(section(overuse(over_used()), "What we found"))
    assert [row[:2] for row in medicines.rows] == [
        ("Triptan (such as sumatriptan)", "12 days in 30"),
        ("Anti-inflammatory (such as ibuprofen)", "9 days in 30"),
        ("Any of them, each day once", "12 to 21 days in 30"),
    ]
    assert headaches.rows[-2][0] == "Any headache, each day once"


def test_pain_relievers_that_share_a_limit_are_told_together():
    """9 and 8 days, neither at its limit alone: 17 together may be (8.2.3)."""
    case = planned(acute_med_days_per_30d={**dict.fromkeys(TAKEN, 0), "nsaid": 9, "paracetamol": 8})
    rows = {row[0]: row[1] for row in tables(section(overuse(case), "What we found"))[0].rows}
    assert rows["Any pain reliever that is not an opioid"] == "9 to 17 days in 30"
    assert "Any pain reliever that is not an opioid" not in everything(overuse(over_used()))


def test_it_calls_nothing_overuse_headache_that_does_not_meet_its_criteria():
    assert DOES_NOT_MEET in everything(overuse(over_used()))


def test_a_definite_one_is_called_by_its_name_and_asked_for_once():
    case = over_used(
        preexisting_headache=True,
        any_headache_days_per_30d=20,
        overuse_months={**dict.fromkeys(TAKEN, 0), "triptan": 4},
    )
    case["diary"] = []
    told = words(overuse(case).sections[0])
    assert told[0].endswith("That meets the criteria of Medication-overuse headache (ICHD-3 8.2).")
    assert sum("8.2" in one for one in told) == 1


def test_stopping_some_medicines_is_left_to_a_prescriber():
    told = words(section(overuse(over_used()), "What we do meanwhile"))
    assert NEVER_STOPPED in told
    assert NECK in told


@pytest.mark.parametrize(("visits", "says"), [(1, True), (2, False)])
def test_what_the_signed_plan_does_not_hold_is_not_promised(visits, says):
    case = over_used()
    case["plans"][0]["visits_per_week"] = {"physiotherapist": visits}
    assert (SLOWLY in everything(overuse(case))) is says


def test_that_somebody_spoke_with_the_person_is_told_only_where_it_is_on_record():
    case = over_used()
    assert "We have spoken" not in everything(overuse(case))
    case["treatments"][-1]["interventions"] = ["moh_referral"]
    assert "can do to a headache (8 Jan 2024)." in everything(overuse(case))


def test_the_published_effect_is_told_with_its_source_and_cannot_be_edited():
    (evidence,) = [one for one in section(overuse(over_used()), "What we do meanwhile").parts if "doi:" in str(one)]
    assert "10.1136/jnnp-2014-308548" in evidence.text
    assert evidence.fixed


# --- beside a primary headache ------------------------------------------------------------------------------


def test_without_a_definite_primary_headache_there_is_nothing_to_share():
    assert refused(beside, planned()) == (NO_PRIMARY,)


def test_it_is_named_with_its_code_and_asked_for_once():
    told = words(beside(with_migraine()).sections[0])
    assert told[0] == "What we recorded meets the criteria of Migraine without aura (ICHD-3 1.1, sick headache)."
    assert TREAT in told
    assert sum("Migraine without aura" in one for one in told) == 1


def test_care_of_the_neck_beside_it_is_told_only_where_it_is_signed():
    case = with_migraine()
    told = words(beside(case).sections[0])
    assert BESIDE in told
    assert APART in told
    case["plans"][0]["items"] = [{"intervention": "education_core"}]
    assert BESIDE not in words(beside(case).sections[0])
    case = planned()
    case["headaches"][0]["facts"] |= {**PATTERN, "temporal_relation_neck": "absent"}
    alone = words(beside(case).sections[0])
    assert BESIDE in alone
    assert APART not in alone


def test_the_days_of_each_headache_stand_beside_each_other():
    (table,) = tables(section(beside(with_migraine()), "What we found"))
    assert [row[0] for row in table.rows] == [
        "Neck headache",
        "Sick headache",
        "Any headache, each day once",
        "Days that meet the criteria of a migraine day",
    ]


@pytest.mark.parametrize(("days", "asked"), [(3, False), (4, True)])
def test_prevention_is_asked_about_from_the_days_on_that_are_known(days, asked):
    case = with_migraine()
    case["diary"] = []
    case["facts"]["migraine_criteria_days_per_30d"] = days
    told = words(beside(case).sections[0])
    start = PREVENT.split("{", maxsplit=1)[0]
    assert any(one.startswith(start) for one in told) is asked


def test_days_of_which_the_diary_does_not_say_enough_ask_for_nothing():
    told = everything(beside(with_migraine()))
    assert "0 to 9 days in 30" in told
    assert PREVENT.split("{", maxsplit=1)[0] not in told


def test_that_it_is_treated_is_said_where_it_is_on_record():
    assert TREATED not in everything(beside(with_migraine()))
    case = with_migraine()
    case["facts"]["primary_headache_treated"] = [{"value": True, "date": day(case).isoformat()}]
    assert TREATED in everything(beside(case))


def test_classes_that_only_missing_days_leave_open_stand_in_one_row():
    case = planned()
    for row in case["diary"][-30:]:
        row["acute_medication"] = ["triptan"]
    # Two days of which nothing is known.
    case["diary"] = case["diary"][:-10] + case["diary"][-8:]
    rows = tables(section(overuse(case), "What we found"))[0].rows
    assert [row[0] for row in rows] == [
        "Triptan (such as sumatriptan)",
        "Each other class: on no day that was answered",
        "Any of them, each day once",
    ]
    assert rows[1][1] == "0 to 2 days in 30"
