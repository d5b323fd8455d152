"""Attacks of the diary: only what its days can carry is counted (diagnosis 0.4)."""

from datetime import date

import pytest

from concordant.criteria import Binding
from concordant.diagnosis import Status
from concordant.facts import UNKNOWN, Span
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything, assessed, bare, record
from tests.record.diaries import days

A = Binding(headache="A")
TODAY = date(2025, 1, 8)
MIGRAINE = {
    "headache_side_today": "left",
    "pulsating_today": True,
    "nausea_today": "moderate",
    "vomiting_today": False,
    "acute_medication": [],
}
TENSION = {
    "headache_side_today": "both",
    "intensity_nrs": 4,
    "worse_with_routine_activity_today": False,
    "nausea_today": "none",
    "vomiting_today": False,
    "photophobia_today": False,
    "acute_medication": [],
}


def rows(signs, hours=8.0, last=TODAY, **row):
    def of(sign):
        if sign == "-":
            return {"headache_today": False}
        return {"headache_today": True, "headache_hours": hours, **row}

    return days(signs, last, of)


def found(signs, name="migraine_attacks_in_diary", hours=8.0, row=MIGRAINE, **more):
    return record(bare(diary=rows(signs, hours, **row), **more), TODAY).value(name, A)


@pytest.mark.parametrize(
    ("signs", "hours", "value"),
    [
        ("-+-+-", 4, 2),
        ("-+-+-", 3.5, 0),
        ("-++-", 8, 1),
        ("-+++-", 24, 1),
        ("-++++-", 24, Span(0, 1)),
        ("-+.+-", 8, Span(0, 2)),
        ("-+-+", 8, Span(1, 2)),
        ("-++-", 3.5, Span(0, 1)),
    ],
)
def test_four_to_72_hours(signs, hours, value):
    assert found(signs, hours=hours) == value


def test_under_18_from_two_hours():
    assert found("-+-", hours=2, person={"id": "young", "born": "2010-01-01"}) == 1


def test_a_short_attack_that_was_treated_says_nothing():
    assert found("-+-", hours=2, row=MIGRAINE | {"acute_medication": ["triptan"]}) == Span(0, 1)


def test_an_attack_that_misses_one_of_three_is_a_probable_one():
    row = MIGRAINE | {"nausea_today": "none", "photophobia_today": False}
    assert found("-+-", row=row) == 0
    assert found("-+-", "probable_migraine_attacks_in_diary", row=row) == 1


@pytest.mark.parametrize(("hours", "value"), [(0.5, 1), (24, 1)])
def test_tension_type_attacks(hours, value):
    assert found("-+-", "tension_type_attacks_in_diary", hours=hours, row=TENSION) == value


def test_days_of_another_headache_are_not_its_attacks():
    two = [{"id": "A", "facts": {}}, {"id": "B", "facts": {}}]
    named = [row | ({"headache": "B"} if row["headache_today"] else {}) for row in rows("-+-", **MIGRAINE)]
    assert record(bare(headaches=two, diary=named), TODAY).value("migraine_attacks_in_diary", A) == 0


def test_without_a_diary_nothing_is_counted():
    assert record(bare()).value("migraine_attacks_in_diary", A) is UNKNOWN


TOLD_AS_OTHER = {"attack_count_lifetime": NOT_ASKED, "preexisting_headache": True}


@pytest.mark.parametrize(("attacks", "status"), [(4, Status.EXCLUDED), (5, Status.DEFINITE)])
def test_five_attacks_in_the_diary_are_migraine_whatever_is_said_of_the_usual_attack(attacks, status):
    diary = rows("-" + "+-" * attacks, last=FIRST_VISIT, **MIGRAINE)
    case = asked_everything(diary=diary, neck_disorder_clinical_evidence=False, **TOLD_AS_OTHER)
    assert assessed(case).diagnosis("1.1", "A").status is status
