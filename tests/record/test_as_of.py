"""Nothing dated after the day is read, so any earlier view can be had again."""

from datetime import date

import pytest

from concordant.criteria import Binding
from concordant.facts import UNKNOWN, Scope
from tests.people import asked_everything, assessed, bare, record

A = Binding(headache="A")
JANUARY, FEBRUARY, MARCH = date(2024, 1, 20), date(2024, 2, 20), date(2024, 3, 20)


@pytest.mark.parametrize(("day", "value"), [(JANUARY, UNKNOWN), (FEBRUARY, "mild"), (MARCH, "severe")])
def test_a_dated_value_holds_from_its_day(day, value):
    said = [{"date": "2024-02-01", "value": "mild"}, {"date": "2024-03-01", "value": "severe"}]
    assert record(bare(pain_severity=said), day).value("pain_severity", A) == value


def test_a_dated_value_holds_on_its_very_day():
    said = [{"date": "2024-02-20", "value": "mild"}]
    assert record(bare(pain_severity=said), FEBRUARY).value("pain_severity", A) == "mild"


def test_an_undated_value_holds_from_the_start_of_the_episode():
    case = bare(episode={"started": "2024-02-01"}, pain_severity="mild")
    values = [record(case, day).value("pain_severity", A) for day in (JANUARY, FEBRUARY)]
    assert values == [UNKNOWN, "mild"]


VISITS = [
    {"date": "2024-01-15", "facts": {"systolic_bp_mmhg": 120}},
    {"date": "2024-02-15", "facts": {"systolic_bp_mmhg": 150}},
    {"date": "2024-03-15", "status": "missed", "facts": {"systolic_bp_mmhg": 190}},
]


@pytest.mark.parametrize(("day", "value"), [(JANUARY, 120), (FEBRUARY, 150), (MARCH, 150)])
def test_the_newest_visit_so_far_that_took_place(day, value):
    assert record(bare(visits=VISITS), day).value("systolic_bp_mmhg") == value


@pytest.mark.parametrize(("day", "visits"), [(date(2024, 1, 14), 0), (JANUARY, 1), (MARCH, 2)])
def test_visits_are_counted_up_to_the_day(day, visits):
    assert len(record(bare(visits=VISITS), day).instances(Scope.VISIT).ids) == visits


def test_a_score_of_a_later_day_is_not_read():
    case = bare(outcomes=[{"date": "2024-02-15", "measure": "ndi", "value": 18}])
    assert [record(case, day).value("ndi_score") for day in (JANUARY, FEBRUARY)] == [UNKNOWN, 18]


def test_an_injury_of_a_later_day_has_not_happened():
    case = bare(injury_date="2024-02-15", whiplash_occurred=True)
    assert [len(record(case, day).injuries) for day in (JANUARY, FEBRUARY)] == [0, 1]


def test_a_treatment_of_a_later_day_or_a_missed_one_is_not_read():
    treatments = [
        {"date": "2024-02-15", "discipline": "rmt"},
        {"date": "2024-02-16", "discipline": "rmt", "status": "cancelled"},
    ]
    case = bare(treatments=treatments)
    assert [len(record(case, day).treatments) for day in (JANUARY, FEBRUARY)] == [0, 1]


ROW = {"date": "2024-01-20", "headache_today": True}


@pytest.mark.parametrize(
    ("row", "answered"),
    [
        (ROW, True),
        (ROW | {"date": "2024-01-21"}, False),
        (ROW | {"recorded": "2024-01-20T23:00"}, True),
        (ROW | {"recorded": "2024-01-21T07:00"}, False),
    ],
    ids=["of today", "of tomorrow", "typed in today", "typed in tomorrow"],
)
def test_a_diary_row_counts_once_it_was_written(row, answered):
    assert bool(record(bare(diary=[row]), JANUARY).diary) is answered


@pytest.mark.parametrize(("recorded", "counted"), [("2024-01-22T23:59", True), ("2024-01-23T00:01", False)])
def test_a_row_written_more_than_two_days_later_is_recalled_and_not_counted(recorded, counted):
    case = bare(diary=[ROW | {"recorded": recorded}])
    assert bool(record(case, FEBRUARY).diary) is counted


def test_a_visit_that_comes_later_changes_nothing_in_the_earlier_view():
    case = asked_everything()
    before = assessed(case, JANUARY)
    case["visits"].append({"date": "2024-02-15", "facts": {"neuro_deficit_new": True, "crom_reduced": False}})
    after = assessed(case, JANUARY)
    assert [(each.status, each.criteria) for each in after.diagnoses] == [
        (each.status, each.criteria) for each in before.diagnoses
    ]
    assert after.safety.open == before.safety.open
