"""The proposal for C1: how the onset of the headache relates to that of the neck disorder (diagnosis 3.3)."""

import pytest

from concordant.criteria import Binding
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Origin
from concordant.facts import UNKNOWN
from concordant.facts.history.pattern import temporal_relation_neck
from tests.people import bare, record

A = Binding(headache="A")


def relation(**facts):
    return record(bare(**facts)).value("temporal_relation_neck", A)


def of_dates(neck, onset, precision="day", **more):
    given = {"neck_disorder_onset_date": neck, "headache_onset_date": onset, "headache_onset_precision": precision}
    return relation(**given, **more)


@pytest.mark.parametrize(
    ("onset", "word"),
    [
        ("2023-09-01", "established"),
        ("2023-09-08", "established"),
        ("2023-09-09", "plausible"),
        ("2023-11-30", "plausible"),
        ("2023-12-01", "absent"),
    ],
)
def test_days_after_the_neck_disorder(onset, word):
    assert of_dates("2023-09-01", onset) == word


@pytest.mark.parametrize(
    ("onset", "precision", "word"),
    [
        ("2023-10-01", "week", "plausible"),
        ("2023-09-08", "week", UNKNOWN),
        ("2023-11-28", "week", UNKNOWN),
        ("2023-09-08", "month", UNKNOWN),
        ("2023-09-08", "year", UNKNOWN),
    ],
)
def test_an_onset_known_to_the_week_may_leave_it_open(onset, precision, word):
    assert of_dates("2023-09-01", onset, precision) == word


def test_the_injury_dates_the_neck_disorder():
    assert relation(injury_date="2023-09-01", headache_onset_date="2023-09-05") == "established"


def test_of_two_injuries_the_last_before_the_headache():
    injuries = [{"id": name, "facts": {"injury_date": day}} for name, day in (("a", "2023-01-01"), ("b", "2023-09-01"))]
    assert relation(injuries=injuries, headache_onset_date="2023-09-05") == "established"


@pytest.mark.parametrize("facts", [{"headache_onset_date": "2023-09-05"}, {"neck_disorder_onset_date": "2023-09-05"}])
def test_without_both_dates_it_is_open(facts):
    assert relation(**facts) is UNKNOWN


def older(before, after, since):
    days = [{"date": "2023-08-01", "value": before}, {"date": since, "value": after}]
    return of_dates("2023-09-01", "2015-01-01", headache_days_per_30d=days)


@pytest.mark.parametrize(
    ("before", "after", "since", "word"),
    [
        (4, 8, "2023-09-08", "established"),
        (4, 8, "2023-09-09", "plausible"),
        (4, 8, "2023-11-30", "plausible"),
        (4, 7, "2023-09-08", "absent"),
    ],
)
def test_an_older_headache_counts_by_its_doubling(before, after, since, word):
    assert older(before, after, since) == word


@pytest.mark.parametrize(
    ("precision", "onset", "word"),
    [
        ("month", "2023-07-31", "established"),
        ("month", "2023-08-01", UNKNOWN),
        ("year", "2022-08-30", "established"),
        ("year", "2022-08-31", UNKNOWN),
    ],
)
def test_an_older_headache_need_not_be_dated_to_the_day(precision, onset, word):
    days = [{"date": "2023-08-01", "value": 4}, {"date": "2023-09-08", "value": 8}]
    assert of_dates("2023-09-01", onset, precision, headache_days_per_30d=days) == word


def test_an_older_headache_of_which_nothing_was_counted_is_open():
    assert of_dates("2023-09-01", "2015-01-01") is UNKNOWN


def test_it_is_shown_as_a_proposal_until_the_examiner_decides():
    case = bare(neck_disorder_onset_date="2023-09-01", headache_onset_date="2023-09-05")
    assert record(case).read(Term(temporal_relation_neck), A).origin is Origin.PROPOSED
