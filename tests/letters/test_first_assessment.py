"""The first letter: who and why, how sure each headache is, the plan, what is asked."""

import pytest

from concordant.facts import DICTIONARY
from concordant.letters.first_assessment import NO_HEADACHE, NO_VISIT
from concordant.letters.people import Addressee
from concordant.letters.plans import NO_PLAN
from concordant.letters.refused import LetterRefused
from concordant.letters.screened import NONE, NOT_ALL, ONLY_PRECAUTIONS, OPEN
from concordant.letters.uncertain import CRITERIA_DESCRIBE, NO_PROOF, REPRODUCTION
from tests.letters.letters import (
    everything,
    not_helped,
    over_used,
    plan,
    planned,
    retested,
    section,
    signed,
    tables,
    unsigned,
    with_migraine,
    words,
)
from tests.letters.letters import letter as written
from tests.people import FIRST_VISIT, NOT_ASKED
from tests.progress.courses import day


def letter(case, **changes):
    return written(case, kind="first_assessment", **changes)


def concluded(case, *conclusions):
    return unsigned(signed(case, day(case), *conclusions), day(case), kind="first_assessment")


def test_the_order_is_that_of_a_reader_who_stops_early():
    assert [one.heading for one in letter(planned()).sections] == [
        "In short",
        "What we found",
        "What we measured",
        "What we plan",
        "What is uncertain",
    ]


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({}, NONE),
        ({"cancer_active": NOT_ASKED}, NOT_ALL),
        ({"cancer_active": True}, OPEN),
        ({"cancer_active": True, "fever": NOT_ASKED}, OPEN),
    ],
)
def test_warning_signs_are_none_found_or_not_all_asked(facts, says):
    assert says in words(letter(retested(**facts)).sections[0])


def test_a_precaution_is_no_warning_sign():
    assert ONLY_PRECAUTIONS in words(letter(over_used()).sections[0])


def test_a_clinicians_conclusion_comes_before_the_criteria():
    found = concluded(planned(), ("11.2.1", "provisional"))
    told = words(section(found, "What we found"))[0]
    assert told.startswith(
        "AH concludes: Cervicogenic headache (ICHD-3 11.2.1), working diagnosis, not all criteria are met. "
        "By the published criteria: Cervicogenic headache (ICHD-3 11.2.1): a working diagnosis; criteria met A, B, D; "
        "open C. What would settle it: "
    )


def test_a_sentence_begins_with_a_capital_letter_whoever_signed():
    case = planned()
    case["assessments"] = [
        {"date": day(case).isoformat(), "by": "physiotherapist",
         "conclusions": [{"headache": "A", "code": "11.2.1", "status": "provisional"}]}
    ]  # fmt: skip
    told = words(section(unsigned(case, day(case), kind="first_assessment"), "What we found"))[0]
    assert told.startswith("Physiotherapist concludes: ")


def test_a_conclusion_that_differs_from_the_criteria_stands_beside_them():
    told = words(section(concluded(planned(), ("11.2.1", "definite"), ("1.1", "excluded")), "What we found"))[0]
    assert "Cervicogenic headache (ICHD-3 11.2.1), definite." in told
    assert "Migraine without aura (ICHD-3 1.1), excluded." in told
    assert "a working diagnosis; criteria met A, B, D; open C." in told


def test_headaches_are_told_beside_each_other():
    neck, sick = [one for one in words(section(letter(with_migraine()), "What we found")) if "ICHD-3" in one]
    assert neck.startswith("Neck headache: Cervicogenic headache (ICHD-3 11.2.1): all criteria are met")
    assert sick.startswith("Sick headache: Migraine without aura (ICHD-3 1.1): all criteria are met")


def test_everything_that_was_measured_is_told_with_its_day():
    (table,) = tables(section(letter(planned()), "What we measured"))
    assert ("Neck Disability Index", "12 points", "5 Feb 2024") in table.rows
    assert ("Flexion-rotation test left", "38°", "5 Feb 2024") in table.rows


def test_the_signed_plan_is_told_by_who_does_what():
    told = words(section(letter(planned()), "What we plan"))
    assert told[0].startswith("Signed on 5 Feb 2024 by AH. Phase of care: restore movement and control. Its aim: ")
    assert "Physiotherapist, 2 visits a week: C1/2 passive mobilisation, Maitland grade I to IV." in told
    assert "Massage therapist, 1 visit a week: Suboccipital release (sustained pressure, inhibition)." in told
    assert any(one.startswith("Exercise, taught here and done at home: Deep cervical flexor") for one in told)
    assert "Education and other steps: Structured education, reassurance, stay active." in told
    assert any(
        "Drive for an hour; Fewer headache days (" in one and "target at most 4 days in 28)" in one for one in told
    )
    assert "The next retest is planned for 4 Mar 2024." in told


@pytest.mark.parametrize(
    ("visits", "says"),
    [(0.5, "1 visit every 2 weeks"), (1, "1 visit a week"), (1.5, "1.5 visits a week")],
)
def test_fewer_visits_than_one_a_week_are_told_in_weeks(visits, says):
    case = planned()
    case["plans"][0]["visits_per_week"] = {"physiotherapist": visits}
    told = words(section(letter(case), "What we plan"))
    assert f"Physiotherapist, {says}: C1/2 passive mobilisation, Maitland grade I to IV." in told
    case["plans"][0]["items"] = [{"intervention": "dcf_stage1"}]
    assert f"Physiotherapist, {says}: nothing by hand is planned." in words(section(letter(case), "What we plan"))
    case["plans"][0]["visits_per_week"] = {"physiotherapist": 0}
    assert "Physiotherapist" not in everything(letter(case))


def test_the_day_of_the_first_visit_is_not_told_as_a_time_in_care():
    case = retested()
    assert words(letter(case).sections[0])[0] == "This patient has been in our care for headache since 8 Jan 2024."
    came = words(written(case, FIRST_VISIT, kind="first_assessment").sections[0])[0]
    assert came == "We saw this patient for headache for the first time on 8 Jan 2024."


def test_without_a_signed_plan_that_is_said():
    assert words(section(letter(retested()), "What we plan")) == [NO_PLAN]


def test_the_newest_plan_stands():
    case = planned()
    older = plan(day(case), "c0_c1_mobilisation")
    older["date"] = "2024-01-08"
    case["plans"].insert(0, older)
    assert "C0/1" not in everything(letter(case))


def test_a_plan_of_a_later_day_is_not_known_yet():
    case = planned()
    case["plans"][0]["date"] = "2024-02-06"
    assert words(section(letter(case), "What we plan")) == [NO_PLAN]


def test_of_change_nothing_is_claimed_in_a_first_letter():
    told = words(section(letter(planned()), "What is uncertain"))
    assert told[-1] == CRITERIA_DESCRIBE
    assert NO_PROOF not in told
    assert not any(one.startswith(("Would settle how care works", "Measured and not to be judged")) for one in told)


def test_how_little_reproduction_proves_is_told_where_structures_are():
    assert REPRODUCTION in words(section(letter(not_helped()), "What is uncertain"))
    assert REPRODUCTION not in words(section(letter(planned()), "What is uncertain"))


def test_without_a_visit_or_a_headache_there_is_nothing_to_tell():
    case = retested()
    on = day(case)
    case["visits"], case["headaches"], case["diary"] = [], [], []
    with pytest.raises(LetterRefused) as caught:
        written(case, on, kind="first_assessment", to=Addressee("Dr. Okafor", ("Here",)))
    assert caught.value.missing == (NO_VISIT, NO_HEADACHE)


@pytest.mark.parametrize(
    ("fact", "target", "told"),
    [
        ("frt_rotation_deg", {"at_least": 33}, "Turn ({label}: target at least 33°)"),
        ("ndi_score", {"at_most": 8}, "Turn ({label}: now 12, target at most 8 points)"),
        ("hit6_score", {"at_most": 50}, "Turn ({label}: not known now, target at most 50 points)"),
        (
            "any_headache_days_per_28d",
            {"at_least": 1, "at_most": 4},
            "now 8, target at least 1 days in 28 and at most 4",
        ),
    ],
)
def test_a_goal_is_told_with_where_the_person_stands(fact, target, told):
    case = planned()
    case["plans"][0]["goals"] = [{"says": "Turn", "fact": fact, **target}]
    assert told.format(label=DICTIONARY[fact].label) in everything(letter(case))
