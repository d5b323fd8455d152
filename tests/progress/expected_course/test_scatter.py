"""The interval beside the band, and its agreement with the figures of retest 3.5."""

from datetime import timedelta

import pytest

from concordant.change.days.fall import probability_of_fall
from concordant.progress.expected_course.scatter import scatter
from concordant.record.derive.trajectory import against_expected
from tests.progress.expected_course.people import START, course_record


def found(since, baseline, week=12):
    record = course_record("." * (7 * week - 28) + since, baseline)
    against = against_expected(record.diary, START, START + timedelta(days=7 * week - 1))
    return against, scatter(record.diary, against)


def spread(days, of=28):
    """So many headache days, spread evenly."""
    return "".join("+" if (one + 1) * days // of > one * days // of else "-" for one in range(of))


def test_at_week_12_on_track_is_the_chance_of_half():
    against, one = found(spread(8), spread(16))
    assert against.word == "on_track"
    assert one.effect == 1.5
    assert one.on_track == pytest.approx(0.475406, abs=1e-6)  # retest 3.5: P(50 %) of 16 to 8 days
    assert one.behind == pytest.approx(1 - 0.789250, abs=1e-6)  # and P(30 %)


def test_the_interval_holds_95_percent():
    _, one = found(spread(8), spread(16))
    inside = [probability_of_fall(16, 28, 8, 28, 1.5, ratio) for ratio in (one.low, one.high)]
    assert inside == pytest.approx([0.025, 0.975], abs=1e-5)


def test_fewer_baseline_days_are_noisier():
    widths = [one.high - one.low for _, one in (found(spread(10), spread(20)), found(spread(4), spread(8)))]
    assert widths[0] < widths[1]


def test_no_headache_days_since_leave_a_lower_end_of_nothing():
    assert found("-" * 28, spread(16))[1].low == 0


def test_without_a_band_there_is_none():
    assert found("." * 28, spread(16))[1] is None
