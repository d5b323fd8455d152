"""Watching for relapse (retest 6)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.change.arguments import ArgumentError
from concordant.change.relapse.daily import reference_value, watch_days
from concordant.change.relapse.run_length import mean_run_length
from concordant.change.relapse.weekly import watch_weeks, weekly_reference

SERIES = [sign == "1" for sign in "0010001000110110111101101110"]


def about(value):
    return pytest.approx(value, abs=1e-6)


def test_the_reference_values():
    assert reference_value(0.25, 0.5) == about(0.369070)
    assert weekly_reference(2, 4) == about(2.885390)


def test_the_series_of_days():
    found = watch_days(SERIES)
    assert (found.alarm, found.sums[19]) == (20, 4.25)
    assert found.sums[18] < 4


@given(st.lists(st.sampled_from([True, False, None]), max_size=60))
def test_missing_days_change_nothing(days):
    whole, answered = watch_days(days), watch_days([day for day in days if day is not None])
    assert whole.sums[-1:] == answered.sums[-1:] or days[-1] is None
    assert [now for now, day in zip(whole.sums, days, strict=True) if day is not None] == list(answered.sums)


def test_the_alarm_counts_calendar_days():
    assert watch_days([None, None, *SERIES]).alarm == 22


def test_no_alarm():
    assert watch_days([False] * 100).alarm is None
    assert watch_days([]).sums == ()


def test_a_sum_of_tenths_reaches_its_limit():
    """Ten times 0.1 is a hair below 1 in binary."""
    assert watch_days([True] * 10, reference=0.9, limit=1).alarm == 10


def test_the_series_of_weeks():
    found = watch_weeks([2, 1, 3, 2, 4, 5, 4, 6], weekly_reference(2, 4), 4)
    assert found.sums == about((0, 0, 0.114610, 0, 1.114610, 3.229220, 4.343830, 7.458440))
    assert found.alarm == 7


def test_a_missing_week_leaves_the_sum():
    assert watch_weeks([6, None, 6], 3, 100).sums == (3, 3, 6)


@pytest.mark.parametrize(
    ("limit", "lengths"),
    [
        (2, (82.830010, 24.467440, 12.205782)),
        (3, (292.636504, 48.111277, 19.446126)),
        (4, (998.160276, 81.293677, 27.376728)),
        (5, (3238.970389, 122.847614, 35.342250)),
    ],
)
def test_mean_run_lengths(limit, lengths):
    assert [mean_run_length(p, 0.375, limit) for p in (0.25, 0.375, 0.5)] == [about(length) for length in lengths]


def test_the_chain_against_watched_series():
    """The same mean from 4,000 series, four standard errors."""
    draws = np.random.default_rng(6).random((4_000, 400)) < 0.5
    lengths = [watch_days(row.tolist()).alarm for row in draws]
    assert None not in lengths
    assert np.mean(lengths) == pytest.approx(mean_run_length(0.5), abs=4 * np.std(lengths) / 4_000**0.5)


def test_headache_every_day():
    """Steps of 0.625 reach 4 on day 7."""
    assert mean_run_length(1.0) == pytest.approx(7)
    assert watch_days([True] * 30).alarm == 7


@given(st.floats(0.05, 0.9), st.floats(0.01, 0.09))
def test_more_headache_is_found_sooner(p, more):
    assert mean_run_length(p + more) < mean_run_length(p)


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda: reference_value(0.5, 0.25), "usual"),
        (lambda: reference_value(0, 0.25), "usual"),
        (lambda: weekly_reference(4, 2), "usual"),
        (lambda: watch_days([True], reference=1), "reference"),
        (lambda: watch_days([True], limit=0), "limit"),
        (lambda: watch_weeks([8], 3, 4), r"weeks\[0\]"),
        (lambda: mean_run_length(0), "p"),
        (lambda: mean_run_length(0.25, 0.3690702, 4), "reference"),
    ],
)
def test_what_cannot_be_is_refused(make, named):
    with pytest.raises(ArgumentError, match=f"^{named} = "):
        make()
