"""Ages, and the days between dated events."""

from datetime import date

import pytest

from concordant.criteria import Binding
from concordant.facts import UNKNOWN, Span
from tests.people import bare, record

A = Binding(headache="A")
CRASH = Binding(headache="A", injury="crash")


def age(born, day):
    return record(bare(person={"id": "x", "born": born}), day).value("age_years")


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        ("1984-03-01", date(2024, 2, 29), 39),
        ("1984-03-01", date(2024, 3, 1), 40),
        ("2000-02-29", date(2025, 2, 28), 24),
        ("2000-02-29", date(2025, 3, 1), 25),
        ("2000-02-29", date(2024, 2, 28), 23),
        ("2000-02-29", date(2024, 2, 29), 24),
        ("2024-01-08", date(2024, 1, 8), 0),
    ],
)
def test_age_is_completed_years(born, day, years):
    assert age(born, day) == years


def test_somebody_born_tomorrow_has_no_age():
    assert age("2024-01-09", date(2024, 1, 8)) is UNKNOWN


@pytest.mark.parametrize(
    ("day", "years"),
    [(date(2024, 1, 8), 46), (date(2024, 1, 9), Span(46, 47)), (date(2026, 1, 20), Span(48, 49))],
)
def test_a_stated_age_grows_with_time(day, years):
    assert record(bare(person={"id": "x", "age_years": 46}), day).value("age_years") == years


@pytest.mark.parametrize(("onset", "years"), [("2014-03-01", 30), ("2014-02-28", 29)])
def test_age_at_onset(onset, years):
    case = bare(person={"id": "x", "born": "1984-03-01"}, headache_onset_date=onset)
    assert record(case).value("age_at_headache_onset", A) == years


def test_an_onset_before_birth_is_no_age():
    case = bare(person={"id": "x", "born": "1984-03-01"}, headache_onset_date="1980-01-01")
    assert record(case).value("age_at_headache_onset", A) is UNKNOWN


def test_age_at_onset_from_a_stated_age_is_known_to_within_a_year():
    case = bare(person={"id": "x", "age_years": 50}, headache_onset_date="2023-07-08")
    assert record(case).value("age_at_headache_onset", A) == Span(49, 50)


def injury_to_headache(injured, onset, precision="day"):
    case = bare(injury_date=injured, headache_onset_date=onset, headache_onset_precision=precision)
    return record(case).value("days_injury_to_headache", CRASH)


@pytest.mark.parametrize(
    ("onset", "precision", "days"),
    [
        ("2023-12-20", "day", 0),
        ("2023-12-27", "day", 7),
        ("2023-12-28", "day", 8),
        ("2023-12-27", "week", Span(0, 14)),
        ("2023-12-27", "month", UNKNOWN),
        ("2023-12-27", "year", UNKNOWN),
    ],
)
def test_days_from_injury_to_headache(onset, precision, days):
    assert injury_to_headache("2023-12-20", onset, precision) == days


@pytest.mark.parametrize(
    ("precision", "days"), [("day", 30), ("week", Span(23, 37)), ("month", Span(0, 61)), ("year", Span(0, 396))]
)
def test_the_age_of_a_headache_is_as_exact_as_its_onset(precision, days):
    case = bare(headache_onset_date="2023-12-09", headache_onset_precision=precision)
    assert record(case).value("headache_age_days", A) == days


def test_the_age_of_a_headache_that_has_gone_stands_still():
    case = bare(headache_onset_date="2023-11-01", headache_resolved=True, headache_resolved_date="2023-12-01")
    assert record(case).value("headache_age_days", A) == 30


def test_a_headache_that_begins_tomorrow_has_no_age():
    assert record(bare(headache_onset_date="2024-01-09")).value("headache_age_days", A) is UNKNOWN


def test_weeks_of_a_headache():
    assert record(bare(headache_onset_date="2023-12-25")).value("headache_age_weeks", A) == 2


@pytest.mark.parametrize(("injured", "hours"), [("2024-01-08", Span(0, 24)), ("2024-01-06", Span(24, 72))])
def test_hours_since_an_injury_are_known_to_within_a_day(injured, hours):
    assert record(bare(injury_date=injured)).value("injury_hours_ago", CRASH) == hours


def test_weeks_since_an_injury():
    assert record(bare(injury_date="2023-10-16")).value("injury_weeks_ago", CRASH) == 12


OLD = {"injury_date": "2023-12-20", "headache_onset_date": "2015-01-01", "headache_onset_precision": "day"}


def older(before, after, since):
    said = [{"date": "2023-12-01", "value": before}, {"date": since, "value": after}]
    case = bare(**OLD, headache_days_per_30d=said)
    found = record(case)
    return found.value("worsening_factor", CRASH), found.value("days_injury_to_headache", CRASH)


def test_an_older_headache_counts_from_the_day_on_which_it_was_twice_as_bad():
    assert older(4, 9, "2023-12-24") == (2.25, 4)


def test_an_older_headache_that_is_not_twice_as_bad_began_before():
    assert older(4, 7, "2023-12-24") == (1.75, -3275)


def test_an_older_headache_of_which_nothing_was_counted_is_open():
    assert record(bare(**OLD)).value("days_injury_to_headache", CRASH) is UNKNOWN


def test_post_injury_age_of_an_older_headache_counts_from_its_worsening():
    said = [{"date": "2023-12-01", "value": 4}, {"date": "2023-12-24", "value": 9}]
    found = record(bare(**OLD, headache_days_per_30d=said))
    assert found.value("post_injury_headache_age_days", CRASH) == 15
